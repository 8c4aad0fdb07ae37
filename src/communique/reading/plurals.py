"""Whom "they", "them" and "some" mean.

"They" goes to the group, or to several actors together, that is subject of the nearest clause above its own; where that
one only says something, to the nearest subject of what it says ("Sources said *the rebels* were strong but it was not
clear how long *they* would fight"). As subject of a main clause it goes on with the subject of the sentence before, or
of what somebody said there, or with its two sides ("X met Y. They …", "X said they …"). Two things are known of how
verbs arrange the world: what is driven "out of positions *they* had held" held them, and who was sent "a plan, which
*they* rejected" rejected it. "Them" goes to the one group before that does not do it itself (Chomsky's principle B) if
no other plural noun stands between. "Some", "many" or "most" alone are some of the last sentence's group.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.reading.cast import ActorMention, Entity
from communique.reading.discourse import Discourse, is_plural
from communique.reading.parse import Sentence
from communique.reading.relations import deep_subject
from communique.reading.syntax import SUBJECTS, child, first_conjunct, verb_above
from communique.reading.tokens import Token

_PLURALS = frozenset({"they", "their", "themselves"})
_PARTS = frozenset({"some", "many", "most", "several", "both", "neither", "few", "all"})
_TOGETHER = frozenset({"group", "organisation"})
_PEOPLE = frozenset({"person", "group"})
#: What joins the verb of a clause to the verb that it shares its subject with.
_PLURAL_NOUNS = frozenset({"NNS", "NNPS"})
#: Clauses whose subject stands in the clause above.
_CONTROLLED = frozenset({"relcl", "xcomp"})
_ONE_CLAUSE = frozenset({"conj", "xcomp", "aux"})
#: How a noun hangs in a verb's object or prepositional phrase.
_INSIDE = frozenset({"dobj", "pobj", "prep", "pcomp", "advmod"})
_AWAY = frozenset({"out", "from"})
#: What the recogniser calls measures of time and number.
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})


class Plurals:
    """The antecedents of plural pronouns in one article."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse

    def takes_up(self, token: Token) -> bool:
        """Is a word that is no pronoun by its part of speech used as one ("*Some* called for talks")?"""
        alone = token.lower_ in _PARTS and token.dep_ in SUBJECTS
        return alone and not any(c.dep_ in {"prep", "relcl"} for c in token.children)

    def antecedent(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """Whom a plural pronoun means."""
        if token.lower_ == "them":
            return self._done_to(sentence, token)
        if token.lower_ in _PLURALS:
            return self._arranged(sentence, token) or self._several(sentence, token) or self._continued(sentence, token)
        return self._part(sentence, token) if self.takes_up(token) else ()

    def _arranged(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """Those who were driven from where they were, or were given what they act on."""
        clause = token.head if token.dep_ in SUBJECTS and token.head.dep_ == "relcl" else None
        noun = clause.head if clause is not None else None
        if clause is None or noun is None:
            return ()
        passed, verb = [], noun
        while verb.dep_ in _INSIDE:
            verb = verb.head
            passed.append(verb.lower_)
        thing = child(clause, "dobj")
        if thing is not None and thing.lower_ == "which":
            meant = child(verb, "dative")
        else:
            meant = child(verb, "dobj", "nsubjpass") if not _AWAY.isdisjoint(passed) else None
        if meant is None:
            return ()
        return next((m.entities for m in self._discourse.headed(sentence, meant) if self._is_together(m)), ())

    @staticmethod
    def _is_together(mention: ActorMention) -> bool:
        """May the plural take up a mention of one actor or more?"""
        return len(mention.entities) > 1 or any(entity.type in _TOGETHER for entity in mention.entities)

    def _are_they(self, sentence: Sentence, token: Token, mention: ActorMention, verb: Token) -> bool:
        """May "they" be the subject of ``verb`` and those joined to it: several, a group, or one body said to be many?

        A body in the singular is "they" only in what it says or owns itself, where no plural noun stands between that
        could be meant instead ("the bank said *they* would lend", "the firm announced *their* plans").
        """
        entities = self._discourse.joined(sentence, mention)
        if len(entities) > 1 or any(e.type == "group" for e in entities) or _is_many(mention):
            return True
        if not any(e.type in _TOGETHER for e in entities) or _is_plural_before(sentence, token, mention):
            return False
        told = token.dep_ in SUBJECTS and token.head.dep_ == "ccomp" and token.head.head is verb
        return told or (token.dep_ == "poss" and verb_above(token) is verb)

    def _several(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """Several actors, or a group, that are the subject of a clause above the pronoun's, the nearest such clause."""
        here, below = self._discourse.earlier(sentence, token), token
        for verb in token.ancestors if here else ():
            subject = deep_subject(verb) if verb.dep_ in _CONTROLLED else None  # "*rebels* who said that they …"
            told = subject is not None and subject.tag_ in _PLURAL_NOUNS and subject.i < token.i
            if told and not any(m.head is subject for m in here):
                return ()  # "urged *shareholders* to keep their shares"
            for mention in here:
                acting = self._discourse.is_subject(mention) and self._discourse.verb(mention) is verb
                if mention.head != subject and not acting:
                    continue
                if self._are_they(sentence, token, mention, verb):
                    together = self._discourse.joined(sentence, mention)
                    return self._told_of(sentence, token, mention, below) or together
            below = verb
        return ()

    def _told_of(self, sentence: Sentence, token: Token, speaker: ActorMention, content: Token) -> tuple[Entity, ...]:
        """The last subject in the plural of what a speaker tells, for a pronoun that is no subject of it itself."""
        clause = token.head
        while clause.dep_ in _ONE_CLAUSE and clause is not content:
            clause = clause.head
        apart = content.dep_ == "conj" and child(content, *SUBJECTS) is not None
        if not apart and (content.dep_ != "ccomp" or clause is content):
            return ()
        between = [
            m for m in self._discourse.earlier(sentence, token) if m.first.i > content.head.i and m.how != "pronoun"
        ]
        subjects = [m for m in between if self._discourse.is_subject(m) and m is not speaker]
        told = [e for m in subjects[-1:] if len(e := self._discourse.joined(sentence, m)) > 1 or is_plural(m)]
        return told[0] if told else ()

    def _continued(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """Who was subject of the sentence before, for a pronoun that is subject of a main clause and named first."""
        said = self._is_said_of_all(sentence, token)
        noun = token.head if token.dep_ == "poss" else token
        if not (said or (noun.dep_ in SUBJECTS and noun.head.dep_ == "ROOT")) or self._is_rivalled(sentence, token):
            return ()
        before = list(self._discourse.before(sentence, 2))
        if not before:
            return ()
        found = self._go_on_with(before[0])
        if found or len(before) == 1 or self._names_several(before[0]):
            return found
        subjects = self._discourse.main(self._discourse.of(before[1]))  # "X and Y met. An aide took notes. They …"
        joined = self._discourse.joined(before[1], subjects[0]) if len(subjects) == 1 else ()
        return joined if len(joined) > 1 or (joined and is_plural(subjects[0])) else ()

    def _names_several(self, sentence: Sentence) -> bool:
        """Does a sentence speak of several people or things, by name or noun, as far as its main clause goes?"""
        mentions = self._discourse.of(sentence)
        several = any(is_plural(m) or len(self._discourse.joined(sentence, m)) > 1 for m in mentions)
        return several or any(t.tag_ == "NNS" and t.dep_ in SUBJECTS for t in sentence.tokens)

    def _go_on_with(self, before: Sentence) -> tuple[Entity, ...]:
        """Those with whom the sentence behind one goes on: its subject, both its sides, or of whom it tells."""
        subjects = self._discourse.main(self._discourse.of(before))
        if len(subjects) != 1:
            return ()
        together = self._discourse.joined(before, subjects[0])
        if len(together) > 1 or any(e.type == "group" for e in together) or _is_many(subjects[0]):
            return together
        partners = [m for m in self._discourse.of(before) if _is_partner(m, subjects[0])]
        if len(partners) == 1:
            return (*together, *self._discourse.joined(before, partners[0]))
        return self._subject_of_what_is_said(before, subjects[0])

    def _subject_of_what_is_said(self, sentence: Sentence, speaker: ActorMention) -> tuple[Entity, ...]:
        """Those of whom one speaker says something ("An envoy said *the rebels* had fled. They …")."""
        verb = self._discourse.verb(speaker)
        for mention in self._discourse.of(sentence):
            clause = self._discourse.verb(mention)
            if self._discourse.is_subject(mention) and clause.dep_ == "ccomp" and clause.head is verb:
                told = self._discourse.joined(sentence, mention)
                return told if len(told) > 1 or is_plural(mention) else ()
        return ()

    def _is_said_of_all(self, sentence: Sentence, token: Token) -> bool:
        """Is "they" the subject of what one of the sides of the sentence before says ("X met Y. X said *they* …")?"""
        clause = token.head if token.dep_ in SUBJECTS and token.head.dep_ == "ccomp" else None
        subject = deep_subject(clause.head) if clause is not None and clause.head.dep_ == "ROOT" else None
        before = next(self._discourse.before(sentence), None)
        if subject is None or before is None:
            return False
        saying = {e.id for m in self._discourse.headed(sentence, subject) for e in m.entities if e.type == "person"}
        named = (e.id for m in self._discourse.of(before) for e in m.entities)
        return len(saying) == 1 and not saying.isdisjoint(named)

    def _is_rivalled(self, sentence: Sentence, token: Token) -> bool:
        """Does the sentence name a state, body or group before the pronoun, which may be meant instead?"""
        earlier = self._discourse.earlier(sentence, token)
        return any(entity.type in _TOGETHER | {"state"} for m in earlier for entity in m.entities)

    def _done_to(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """Those to whom something is done, if the sentence names one group before that does not do it itself.

        "X called on *the rebels* to talk and urged *them* to disarm"; else the subject of the sentence before
        ("*The rebels* fled. Troops shot at *them*"), if no other plural stands between.
        """
        above = token.head if token.dep_ in SUBJECTS else token  # "urged *them* to disarm" is done to them
        doing = self._doers(sentence, above)
        able = list(self._groups(sentence, token, doing))
        rivals = any(t.tag_ == "NNS" and t.i < token.i and t.dep_ not in SUBJECTS for t in sentence.tokens)
        before = next(self._discourse.before(sentence), None) if not able and not rivals else None
        if before is not None:
            together = (self._discourse.joined(before, m) for m in self._discourse.main(self._discourse.of(before)))
            able = [e for e in together if len(e) > 1] or [
                m.entities for m in self._discourse.main(self._discourse.of(before)) if is_plural(m)
            ]
            able = [entities for entities in able if doing.isdisjoint(e.id for e in entities)]
        meant = {tuple(e.id for e in entities): entities for entities in able}
        return next(iter(meant.values())) if len(meant) == 1 else ()

    def _groups(self, sentence: Sentence, token: Token, doing: frozenset[str]) -> Iterator[tuple[Entity, ...]]:
        """The groups, and those joined by "and", that a sentence names before a pronoun and that do not do it."""
        for mention in self._discourse.earlier(sentence, token):
            if first_conjunct(self._discourse.head(mention)) is not self._discourse.head(mention):
                continue
            joined = self._discourse.joined(sentence, mention)
            several = len(joined) > 1 and all(entity.type in _PEOPLE for entity in joined)
            entities = joined if several else mention.entities
            if (several or is_plural(mention)) and doing.isdisjoint(e.id for e in entities):
                yield entities

    def _doers(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """The ids of who does what the nearest verb above a token says."""
        verb = verb_above(token)
        subject = deep_subject(verb) if verb is not None else None
        here = self._discourse.headed(sentence, subject) if subject is not None else ()
        return frozenset(entity.id for mention in here for entity in mention.entities)

    def _part(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """The one group of people of the sentence before, some or all of whom a word like "some" means.

        "Both" are the only two that are joined there, wherever they stand ("a pact between *Chad* and *Mali*"), the two
        sides of what it tells, or those whom it counts as two.
        """
        if token.head.dep_ != "ROOT" or self._is_rivalled(sentence, token):
            return ()
        before = next(self._discourse.before(sentence), None)
        mentions = self._discourse.of(before) if before is not None else ()
        if token.lower_ == "both" and before is not None:
            counted = [m for m in mentions if is_plural(m) and any(c.lower_ == "two" for c in m.head.children)]
            pair = self._pair(before) or self._go_on_with(before)
            able = {*([pair] if len(pair) == 2 else []), *(m.entities for m in counted)}
            if len(able) == 1:
                return next(iter(able))
        groups = [m for m in mentions if is_plural(m) and any(entity.type == "group" for entity in m.entities)]
        acting = [m for m in groups if self._discourse.is_subject(m)] or groups
        meant = {tuple(e.id for e in m.entities): m.entities for m in acting}
        return next(iter(meant.values())) if len(meant) == 1 else ()

    def _pair(self, sentence: Sentence) -> tuple[Entity, ...]:
        """The only two actors of a sentence joined by "and", of one kind, with whom no third one does anything."""
        mentions = self._discourse.of(sentence)
        joined = (self._discourse.joined(sentence, m) for m in mentions)
        several = {frozenset(e.id for e in entities): entities for entities in joined if len(entities) > 1}
        pair = next(iter(several.values())) if len(several) == 1 else ()
        if len(pair) != 2 or pair[0].type != pair[1].type:
            return ()
        subjects = self._discourse.main(mentions)  # "X met *Y and Z*. The two …"
        third = any(_is_partner(m, s) for s in subjects for m in mentions if set(m.entities) <= set(pair))
        return () if third else pair


def _is_many(mention: ActorMention) -> bool:
    """Is a body spoken of in the plural: by a plural name, or as police?"""
    return any(e.type in _TOGETHER for e in mention.entities) and (
        is_plural(mention) or mention.head.lower_ == "police"
    )


def _is_plural_before(sentence: Sentence, token: Token, mention: ActorMention) -> bool:
    """Does a plural noun for people or things, no time or number, stand in the sentence before a pronoun?"""
    inside = range(mention.first.i, mention.last.i + 1)
    before = (t for t in sentence.tokens if t.i < token.i and t.tag_ in {"NNS", "NNPS"} and t.i not in inside)
    return any(t.ent_type_ not in _MEASURES for t in before)


def _is_partner(mention: ActorMention, subject: ActorMention) -> bool:
    """Is a person or state with or to whom another one, the subject, does something ("X met *Y*", "talks with *Y*")?"""
    if len(mention.entities) != 1 or len(subject.entities) != 1:
        return False
    kind, verb = mention.entities[0].type, subject.head.head
    alike = kind == subject.entities[0].type and kind in {"person", "state"} and mention.entities != subject.entities
    noun = mention.head.head.head if mention.head.dep_ == "pobj" and mention.head.head.lower_ == "with" else None
    beside = mention.head.dep_ == "dobj" and mention.head.head == verb
    return alike and (beside or (noun is not None and (noun == verb or noun.head == verb)))
