"""Pronouns, resolved only where one reading is clearly right.

"He" and "she" go to the person who is the subject of the sentence so far, or in words before the main clause to its
subject ("On his tour X met Y"), else to the subject of the sentence before, or to the only person there; "it" to the
state or organisation that is subject of the nearest clause above its own (Hobbs 1978), "they" to a group that is
subject of one. As subject of a main clause, "it" and "they" go on with the subject of the sentence before, "they" also
with its two sides ("X met Y. They …", "X said they …"). The preference for subjects is centering theory's (Grosz, Joshi
and Weinstein 1995). "Him" is never who does it to him (Chomsky's principle B). A pronoun that is surely somebody's
tells the gender for the next. Two candidates of one rank, a title of the other gender, or a quotation, and the pronoun
is left alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.reading.cast import ActorMention, Entity
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.relations import deep_subject
from communique.reading.syntax import SUBJECTS, conjuncts
from communique.reading.tokens import Token

_MASCULINE, _FEMININE = ("he", "him", "his", "himself"), ("she", "her", "hers", "herself")
_GENDERS = dict.fromkeys(_MASCULINE, "male") | dict.fromkeys(_FEMININE, "female")
_THINGS = frozenset({"it", "its", "itself"})
_PLURALS = frozenset({"they", "their", "them", "themselves"})
_BODIES = frozenset({"state", "organisation"})
_OF_PERSON = frozenset({"compound", "nmod", "poss", "pobj"})
_OBJECTS = frozenset({"dobj", "dative", "pobj"})
_COMPLEMENTS = frozenset({"dobj", "dative", "prep", "xcomp", "ccomp"})
_REACH = 2
_OPENING, _CLOSING, _EITHER = "\u201c", "\u201d", '"'
_STRAIGHT = (_EITHER, "``", "''")
_MARKS = (_OPENING, *_STRAIGHT)


def resolve_pronouns(
    parsed: ParsedArticle,
    mentions: Sequence[ActorMention],
    genders: Mapping[str, str],
    modifiers: Sequence[ActorMention] = (),
) -> tuple[ActorMention, ...]:
    """Mentions by pronoun. ``genders`` says "female" or "male" of the entity ids whose titles tell.

    ``modifiers`` are the mentions inside other phrases ("a *ministry* spokesman").
    """
    return _Resolver(parsed, mentions, genders, modifiers).resolve()


class _Resolver:
    def __init__(
        self,
        parsed: ParsedArticle,
        mentions: Sequence[ActorMention],
        genders: Mapping[str, str],
        modifiers: Sequence[ActorMention],
    ) -> None:
        self._parsed = parsed
        self._modifiers: dict[int, list[ActorMention]] = {}
        for modifier in modifiers:
            self._modifiers.setdefault(modifier.sentence.index, []).append(modifier)
        self._genders = dict(genders)
        self._by_sentence: dict[int, list[ActorMention]] = {}
        self._quoted = {sentence.index: quoted_tokens(sentence) for sentence in parsed.sentences}
        for mention in mentions:
            if mention.head.i not in self._quoted[mention.sentence.index]:
                self._by_sentence.setdefault(mention.sentence.index, []).append(mention)

    def resolve(self) -> tuple[ActorMention, ...]:
        found = []
        for sentence in self._parsed.sentences:
            for token in sentence.tokens:
                if token.pos_ not in {"PRON", "DET"} or token.i in self._quoted[sentence.index]:
                    continue
                entities = self._antecedent(sentence, token)
                if entities:
                    mention = ActorMention(sentence, token, token, token, "pronoun", entities)
                    self._by_sentence.setdefault(sentence.index, []).append(mention)
                    found.append(mention)
        return tuple(found)

    def _antecedent(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        word = token.lower_
        if word in _GENDERS:
            return self._person(sentence, token, _GENDERS[word])
        if word in _THINGS:
            return (
                self._subject(sentence, token) or self._spoken_for(sentence, token) or self._continued(sentence, token)
            )
        if word == "them":
            return self._done_to(sentence, token)
        if word in _PLURALS:
            return self._several(sentence, token) or self._continued(sentence, token)
        return ()

    def _person(self, sentence: Sentence, token: Token, gender: str) -> tuple[Entity, ...]:
        doing = self._doing(sentence, token)
        persons = [m for m in self._persons(sentence, gender) if m.entities[0].id not in doing]
        earlier = [m for m in persons if m.last.i < token.i]
        if (ahead := _main(persons)) and token.i < ahead[0].first.i and not earlier:
            return () if _is_said(token) else _one(ahead)
        for candidates in (_above(earlier, token), _main(earlier), [m for m in earlier if _is_subject(m)], earlier):
            if candidates:
                for entity in (meant := _one(candidates)):
                    self._genders.setdefault(entity.id, gender)
                return meant
        for index in range(sentence.index - 1, max(sentence.index - 1 - _REACH, -1), -1):
            before = self._persons(self._parsed.sentences[index], gender)
            before = [m for m in before if m.entities[0].id not in doing]
            if before:
                return _one(_main(before) or before)
        return ()

    def _doing(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """The ids of who does what is done to a pronoun in the objective case, whom it cannot mean."""
        if token.dep_ not in _OBJECTS or token.lower_ not in {"him", "her"}:
            return frozenset()
        return self._doers(sentence, token)

    def _doers(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """The ids of who does what the nearest verb above a token says."""
        verb = next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)
        subject = deep_subject(verb) if verb is not None else None
        here = self._headed(sentence, subject) if subject is not None else ()
        return frozenset(entity.id for mention in here for entity in mention.entities)

    def _persons(self, sentence: Sentence, gender: str) -> list[ActorMention]:
        return [
            mention
            for mention in self._by_sentence.get(sentence.index, ())
            if len(mention.entities) == 1
            and mention.entities[0].type == "person"
            and mention.head.tag_ not in {"NNS", "NNPS"}
            and self._genders.get(mention.entities[0].id, gender) == gender
        ]

    def _subject(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """The state or organisation that is the subject of the nearest clause above the pronoun's, or of its own.

        Of an infinitive that is who is told to ("told *Chad* to recall its envoy"), and so it is of words before that
        say when or where ("told *Chad* at its summit to leave").
        """
        here = [m for m in self._by_sentence.get(sentence.index, ()) if m.last.i < token.i and len(m.entities) == 1]
        bodies = [m for m in here if m.entities[0].type in _BODIES]
        if not bodies or _is_extraposed(token):
            return ()
        for verb in token.ancestors:
            if token.dep_ in SUBJECTS and verb is token.head:
                if any(_is_subject(m) and m.head.head is verb for m in bodies):
                    return ()
                continue
            told = verb.head if verb.dep_ == "xcomp" and verb.tag_ == "VB" else None
            if token.dep_ == "poss" and any(c.dep_ == "xcomp" and c.i > token.i for c in verb.children):
                told = told or verb
            found = [m for m in bodies if m.head.head is verb and _is_subject(m)]
            found = found or [m for m in bodies if told is not None and m.head.head is told and m.head.dep_ == "dobj"]
            if found:
                return _one(found)
        return ()

    def _spoken_for(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """The body for which somebody says what "it" does, if it names no other ("a *ministry* envoy said it …")."""
        verb = token.head.head if token.dep_ in SUBJECTS and token.head.dep_ == "ccomp" else None
        if verb is None or _is_extraposed(token) or _is_expletive(token):
            return ()
        here = [m for m in self._by_sentence.get(sentence.index, ()) if m.last.i < token.i]
        speakers = [m for m in here if _is_subject(m) and m.head.head is verb and _is_one_person(m)]
        if len(speakers) != 1:
            return ()
        first, last = speakers[0].first.i, speakers[0].head.right_edge.i
        others = [m for m in here if m.head.i > verb.i]
        inside = [*self._modifiers.get(sentence.index, ()), *(m for m in here if m.head.head.lower_ in {"for", "at"})]
        meant = [m for m in inside if first <= m.head.i <= last and m.head.dep_ in _OF_PERSON and _is_body(m)]
        return () if any(_is_body(m) for m in others) or len(meant) != 1 else meant[0].entities

    def _several(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """Several actors, or a group, that are the subject of a clause above the pronoun's, the nearest such clause."""
        here = [m for m in self._by_sentence.get(sentence.index, ()) if m.last.i < token.i]
        for verb in token.ancestors:
            subject = deep_subject(verb) if verb.dep_ == "relcl" else None  # "*rebels* who said that they …"
            for mention in here:
                if mention.head != subject and not (_is_subject(mention) and mention.head.head is verb):
                    continue
                entities = self._joined(sentence, mention)
                if len(entities) > 1 or any(entity.type in {"group", "organisation"} for entity in entities):
                    return entities
        return ()

    def _continued(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """Who was subject of the sentence before, for a pronoun that is subject of a main clause and named first."""
        said = token.lower_ in _PLURALS and self._is_said_of_all(sentence, token)
        noun = token.head if token.dep_ == "poss" else token  # "*Its* chairman left"
        opens = said or (noun.dep_ in SUBJECTS and noun.head.dep_ == "ROOT" and not _is_expletive(token))
        if not opens or sentence.index == 0 or self._fitting_before(sentence, token):
            return ()
        before = self._parsed.sentences[sentence.index - 1]
        subjects = _main(self._by_sentence.get(before.index, ()))
        if len(subjects) != 1:
            return ()
        if token.lower_ in _THINGS:
            return _one([m for m in subjects if len(m.entities) == 1 and m.entities[0].type in _BODIES])
        together = self._joined(before, subjects[0])
        if len(together) > 1 or any(entity.type in {"group", "organisation"} for entity in together):
            return together
        partners = [m for m in self._by_sentence.get(before.index, ()) if _is_partner(m, subjects[0])]
        return (*together, *self._joined(before, partners[0])) if len(partners) == 1 else ()

    def _is_said_of_all(self, sentence: Sentence, token: Token) -> bool:
        """Is "they" the subject of what one of the sides of the sentence before says ("X met Y. X said *they* …")?"""
        clause = token.head if token.dep_ in SUBJECTS and token.head.dep_ == "ccomp" else None
        subject = deep_subject(clause.head) if clause is not None and clause.head.dep_ == "ROOT" else None
        if subject is None or sentence.index == 0:
            return False
        saying = {e.id for m in self._headed(sentence, subject) for e in m.entities if e.type == "person"}
        before = (e.id for m in self._by_sentence.get(sentence.index - 1, ()) for e in m.entities)
        return len(saying) == 1 and not saying.isdisjoint(before)

    def _done_to(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """Those to whom something is done, if the sentence names one group before that does not do it itself.

        "X called on *the rebels* to talk and urged *them* to disarm"; else the subject of the sentence before
        ("*The rebels* fled. Troops shot at *them*"). What does something is not what it is done to (principle B).
        """
        above = token.head if token.dep_ in SUBJECTS else token  # "urged *them* to disarm" is done to them
        doing = self._doers(sentence, above)
        earlier = [m for m in self._by_sentence.get(sentence.index, ()) if m.last.i < token.i]
        able = [m for m in earlier if _is_several(m) and doing.isdisjoint(e.id for e in m.entities)]
        if not able and sentence.index > 0:
            able = [m for m in _main(self._by_sentence.get(sentence.index - 1, ())) if _is_several(m)]
            able = [m for m in able if doing.isdisjoint(e.id for e in m.entities)]
        meant = {tuple(e.id for e in m.entities): m.entities for m in able}
        return next(iter(meant.values())) if len(meant) == 1 else ()

    def _joined(self, sentence: Sentence, mention: ActorMention) -> tuple[Entity, ...]:
        """The actors of a mention and of those joined to it by "and"."""
        joined = (m for noun in conjuncts(mention.head) for m in self._headed(sentence, noun))
        return tuple(dict.fromkeys(entity for m in joined for entity in m.entities))

    def _fitting_before(self, sentence: Sentence, token: Token) -> bool:
        """Does the sentence name a state, body or group before the pronoun, which may be meant instead?"""
        earlier = (m for m in self._by_sentence.get(sentence.index, ()) if m.last.i < token.i)
        return any(entity.type in _BODIES | {"group"} for m in earlier for entity in m.entities)

    def _headed(self, sentence: Sentence, noun: Token) -> list[ActorMention]:
        return [m for m in self._by_sentence.get(sentence.index, ()) if m.first.i <= noun.i <= m.last.i]


def quoted_tokens(sentence: Sentence) -> frozenset[int]:
    """Document indexes of the tokens inside double quotation marks; a mark opened earlier in the block counts."""
    block = sentence.text[sentence.block.start : sentence.start_of(sentence.tokens[0])]
    straight = block.count(_EITHER) % 2 == 1
    curly = block.rfind(_OPENING) > block.rfind(_CLOSING)
    inside: set[int] = set()
    words = sentence.tokens.text
    if not (straight or curly or any(mark in words for mark in _MARKS)):
        return frozenset()
    for token in sentence.tokens:
        if token.text == _OPENING:
            curly = True
        elif token.text == _CLOSING:
            curly = False
        elif token.text in _STRAIGHT:
            straight = not straight
        elif straight or curly:
            inside.add(token.i)
    return frozenset(inside)


def _is_body(mention: ActorMention) -> bool:
    return len(mention.entities) == 1 and mention.entities[0].type in _BODIES


def _is_one_person(mention: ActorMention) -> bool:
    return [entity.type for entity in mention.entities] == ["person"]


def _is_subject(mention: ActorMention) -> bool:
    return mention.head.dep_ in SUBJECTS


def _main(mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """The mentions that are subject of the sentence's main clause."""
    return [m for m in mentions if _is_subject(m) and m.head.head.dep_ == "ROOT"]


def _above(mentions: Sequence[ActorMention], token: Token) -> list[ActorMention]:
    """Those that are subject of the nearest clause that the pronoun's own stands in, or of its own (Hobbs 1978)."""
    for verb in token.ancestors:
        if found := [m for m in mentions if _is_subject(m) and m.head.head == verb]:
            return found
    return []


def _is_several(mention: ActorMention) -> bool:
    """Does a mention name a group or several actors in the plural?"""
    return len(mention.entities) > 1 or (mention.head.tag_ in {"NNS", "NNPS"} and mention.entities[0].type != "person")


def _is_partner(mention: ActorMention, subject: ActorMention) -> bool:
    """Is a person or state with or to whom another one, the subject, does something ("X met *Y*", "talks with *Y*")?"""
    if len(mention.entities) != 1 or len(subject.entities) != 1:
        return False
    kind, verb = mention.entities[0].type, subject.head.head
    alike = kind == subject.entities[0].type and kind in {"person", "state"} and mention.entities != subject.entities
    noun = mention.head.head.head if mention.head.dep_ == "pobj" and mention.head.head.lower_ == "with" else None
    beside = mention.head.dep_ == "dobj" and mention.head.head == verb
    return alike and (beside or (noun is not None and (noun == verb or noun.head == verb)))


def _is_expletive(token: Token) -> bool:
    """Is "it" the subject of words that need none ("it rained", "it is late", "it was said that …")?"""
    if token.lower_ != "it":
        return False
    beside = {child.dep_ for child in token.head.children}
    if token.dep_ == "nsubjpass":
        return "agent" not in beside
    return token.head.lemma_ == "be" or beside.isdisjoint(_COMPLEMENTS)


def _is_extraposed(token: Token) -> bool:
    """Does "it" only stand for a clause with "that" behind it ("it is clear that …")?"""
    if token.lower_ != "it" or token.dep_ not in SUBJECTS or token.head.lemma_ != "be":
        return False
    below = (c for child in (token.head, *token.head.children) for c in child.children if c.i > token.i)
    return any(c.dep_ in {"ccomp", "csubj"} for c in below)


def _is_said(token: Token) -> bool:
    """Does the pronoun stand in what the main clause behind it reports ("*He* left, a source said")?"""
    return any(a.dep_ == "ccomp" and a.head.dep_ == "ROOT" and a.head.i > a.i for a in token.ancestors)


def _one(mentions: Sequence[ActorMention]) -> tuple[Entity, ...]:
    entities = tuple(dict.fromkeys(mention.entities[0] for mention in mentions))
    return entities if len(entities) == 1 else ()
