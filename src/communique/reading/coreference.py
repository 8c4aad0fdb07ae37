"""Pronouns, resolved only where one reading is clearly right.

"He" and "she" go to the person who is the subject of the sentence so far, or in words before the main clause to its
subject ("On his tour X met Y"), else to the one whom such a pronoun meant before in the sentence, to the subject of the
sentence before, or to the only person there; "it" to the state or organisation that is subject of the nearest clause
above its own (Hobbs 1978). "They" is in :mod:`communique.reading.plurals`. As subject of a main clause, "it" and "they"
go on with the subject of the sentence before. The preference for subjects, and for those whom a pronoun means already,
is centering theory's (Grosz, Joshi and Weinstein 1995). "Him" is never who does it to him (Chomsky's principle B). A
pronoun that is surely somebody's tells the gender for the next. Two candidates of one rank, a title of the other
gender, or a quotation, and the pronoun is left alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.lexicon.words import Words
from communique.reading import binding
from communique.reading.cast import ActorMention, Entity
from communique.reading.discourse import Discourse, one_entity
from communique.reading.genders import gender_of_noun
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.plurals import Plurals
from communique.reading.pronoun_uses import (
    is_expletive,
    is_extraposed,
    is_of_infinitive,
    is_of_thing,
    is_of_unnamed_owner,
    is_told_of_relative,
)
from communique.reading.relations import deep_subject
from communique.reading.syntax import SUBJECTS, child, first_conjunct, verb_above
from communique.reading.tokens import Token

_MASCULINE, _FEMININE = ("he", "him", "his", "himself"), ("she", "her", "hers", "herself")
_GENDERS = dict.fromkeys(_MASCULINE, "male") | dict.fromkeys(_FEMININE, "female")
_THINGS = frozenset({"it", "its", "itself"})
_BODIES = frozenset({"state", "organisation"})
_OF_PERSON = frozenset({"compound", "nmod", "poss", "pobj"})
_OBJECTS = frozenset({"dobj", "dative", "pobj"})
_REACH = 2
#: How a noun hangs on the one that it is a part of.
_WITHIN = frozenset({"compound", "amod", "nmod", "npadvmod", "appos"})
#: How nouns end for those who do something ("arbitrageur", "chartist").
_AGENTS = ("er", "or", "eur", "ist", "ian", "man", "woman", "ant")
_SOMEBODY = frozenset({"a", "an", "another", "one", "someone", "somebody"})
#: Determiners of nouns that mean nobody in particular.
_ANYBODY = frozenset({"every", "any", "each", "no"})


def resolve_pronouns(
    parsed: ParsedArticle,
    mentions: Sequence[ActorMention],
    genders: Mapping[str, str],
    words: Words,
    modifiers: Sequence[ActorMention] = (),
) -> tuple[ActorMention, ...]:
    """Mentions by pronoun. ``genders`` says "female" or "male" of the entity ids whose titles tell.

    ``modifiers`` are the mentions inside other phrases ("a *ministry* spokesman").
    """
    return _Resolver(parsed, mentions, genders, words, modifiers).resolve()


class _Resolver:
    def __init__(
        self,
        parsed: ParsedArticle,
        mentions: Sequence[ActorMention],
        genders: Mapping[str, str],
        words: Words,
        modifiers: Sequence[ActorMention],
    ) -> None:
        self._parsed = parsed
        self._discourse = Discourse(parsed, mentions, words["partitive"] | words["gathering"])
        self._plurals = Plurals(self._discourse)
        self._modifiers: dict[int, list[ActorMention]] = {}
        for modifier in modifiers:
            self._modifiers.setdefault(modifier.sentence.index, []).append(modifier)
        self._genders, self._words = dict(genders), words
        self._body_nouns, self._judging = words["noun for a body"], words["judging"]
        self._humans, self._saying, self._taking = words["human being"], words["saying"], words["addressee's"]

    def resolve(self) -> tuple[ActorMention, ...]:
        found = []
        for sentence in self._parsed.sentences:
            quoted = self._discourse.quoted(sentence)
            for token in sentence.tokens:
                if token.pos_ not in {"PRON", "DET"} and not self._plurals.takes_up(token):
                    continue
                entities = self._antecedent(sentence, token) if token.i not in quoted else ()
                if entities:
                    mention = ActorMention(sentence, token, token, token, "pronoun", entities)
                    self._discourse.add(mention)
                    found.append(mention)
        return tuple(found)

    def _antecedent(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        word = token.lower_
        if token.dep_ == "poss" and (owner := self._parallel(sentence, token)):
            return owner
        if word in _GENDERS:
            return self._person(sentence, token, _GENDERS[word])
        if word in _THINGS:
            if (done_to := binding.done_to_before(token)) is not None:
                bodies = (m for m in self._discourse.earlier(sentence, token) if _is_body(m))
                return one_entity([m for m in bodies if m.head is done_to])
            return (
                self._subject(sentence, token)
                or self._spoken_for(sentence, token)
                or self._continued(sentence, token)
                or self._ahead(sentence, token)
            )
        return self._plurals.antecedent(sentence, token)

    def _parallel(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """The owner of the first of two nouns, for a pronoun that says whose the second is ("*Iraq's* raid, its war").

        Parallel roles are preferred (Chambers and Smyth 1998).
        """
        first = first_conjunct(token.head)
        owner = child(first, "poss") if token.head.dep_ == "conj" and first is not token.head else None
        if owner is None or owner.pos_ == "PRON":
            return ()
        wanted = _BODIES if token.lower_ in _THINGS else {"person"} if token.lower_ in _GENDERS else frozenset()
        here = [m for m in self._discourse.headed(sentence, owner) if len(m.entities) == 1 and m.head is owner]
        return here[0].entities if len(here) == 1 and here[0].entities[0].type in wanted else ()

    def _person(self, sentence: Sentence, token: Token, gender: str) -> tuple[Entity, ...]:
        doing = self._doing(sentence, token)
        here = self._persons(sentence, gender)
        met = (m for m in here if m.how != "pronoun" and binding.is_acted_on_before(token, self._discourse.head(m)))
        doing |= {m.entities[0].id for m in met}
        persons = [m for m in here if m.entities[0].id not in doing]
        earlier = [m for m in persons if m.last.i < token.i and not _is_in_role_of(m, token)]
        ahead = self._discourse.main(persons) or [m for m in persons if m.head is binding.subject_behind(token)]
        if ahead and token.i < ahead[0].first.i and not earlier:
            return () if binding.is_said(token) else one_entity(ahead)
        if self._is_a_strangers(sentence, token):
            return ()
        if earlier:
            for entity in (meant := one_entity(self._foremost(earlier, token))):
                self._genders.setdefault(entity.id, gender)
            return meant
        for other in self._discourse.before(sentence, _REACH):
            if other.index < sentence.index - _REACH and not _is_main_subject(token):
                return ()  # only who goes on after a quotation is clear
            if self._speaks(other, other.tokens.root):
                return ()
            before = self._persons(other, gender)
            if before := [m for m in before if m.entities[0].id not in doing]:
                return one_entity(self._alone(self._discourse.main(before)) or before)
        return ()

    def _is_a_strangers(self, sentence: Sentence, token: Token) -> bool:
        """Does somebody say it whom only "a" or "another" brings in, and who may be meant ("*Another* said *he* …")?"""
        for verb in token.ancestors:
            subject = child(verb, *SUBJECTS)
            if subject is not None and subject.i < token.i and subject is not token:
                return self._speaks(sentence, verb)
        return False

    def _speaks(self, sentence: Sentence, verb: Token) -> bool:
        """Does one say something whom nothing but an indefinite noun or pronoun tells, no actor known?"""
        subject = child(verb, "nsubj") if verb.lemma_ in self._saying else None
        if subject is None or self._discourse.headed(sentence, subject):
            return False
        agent = subject.tag_ == "NN" and subject.lower_.endswith(_AGENTS)  # "a *poll*" says nothing for itself
        new = any(c.lower_ in _SOMEBODY for c in subject.children if c.i < subject.i)
        return subject.lower_ in _SOMEBODY or (agent and new)

    def _foremost(self, earlier: Sequence[ActorMention], token: Token) -> Sequence[ActorMention]:
        """Those persons of the sentence so far who are likeliest meant; of two joined by "and" neither is."""
        alone = self._alone(earlier)
        return (
            self._above(alone, token)
            or self._discourse.main(alone)
            or [m for m in alone if m.how == "pronoun"]
            or [m for m in alone if self._discourse.is_subject(m)]
            or alone
            or earlier
        )

    def _alone(self, mentions: Sequence[ActorMention]) -> list[ActorMention]:
        """The mentions of people that are joined to none of the others by "and"."""
        groups = [(first_conjunct(m.head), m) for m in mentions]
        others = {
            id(m)
            for first, m in groups
            for second, n in groups
            if first is second and m.head is not n.head and m.entities != n.entities
        }
        return [m for m in mentions if id(m) not in others]

    def _above(self, mentions: Sequence[ActorMention], token: Token) -> list[ActorMention]:
        """Those that are subject of the nearest clause that the pronoun's own stands in, or of its own (Hobbs 1978).

        "Who" is whom the relative clause stands with ("charges against *the banker*, who said **he** would appeal").
        """
        subjects = [m for m in mentions if self._discourse.is_subject(m)]
        for verb in token.ancestors:
            if found := [m for m in subjects if self._discourse.verb(m) is verb]:
                return found
            told = verb.dep_ == "relcl" and any(c.lower_ == "who" and c.dep_ == "nsubj" for c in verb.children)
            if told and (found := [m for m in mentions if m.first.i <= verb.head.i <= m.last.i]):
                return found
        return []

    def _doing(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """The ids of who does what is done to a pronoun in the objective case, whom it cannot mean.

        Also where a verb follows whose subject the parser makes it ("X helped *him* win", not "calls for *him* to go").
        """
        if token.dep_ not in _OBJECTS | SUBJECTS or token.lower_ not in {"him", "her"}:
            return frozenset()
        told = token.head if token.dep_ in SUBJECTS else token
        if told is not token and child(told, "mark") is not None:
            return frozenset()
        verb = verb_above(told)
        subject = deep_subject(verb) if verb is not None else None
        here = self._discourse.headed(sentence, subject) if subject is not None else ()
        return frozenset(entity.id for mention in here for entity in mention.entities)

    def _persons(self, sentence: Sentence, gender: str) -> list[ActorMention]:
        """The people of a sentence whom a pronoun of a gender may mean, by name and office, else by a noun alone."""
        able = [m for m in self._discourse.of(sentence) if len(m.entities) == 1 and self._may_be(m, gender)]
        return [m for m in able if m.entities[0].type == "person"] or able

    def _may_be(self, mention: ActorMention, gender: str) -> bool:
        entity, head = mention.entities[0], mention.head
        if head.tag_ in {"NNS", "NNPS"} or _is_predicate(mention) or self._genders.get(entity.id, gender) != gender:
            return False
        if entity.type == "person":
            return True
        noun = head.lemma_.lower()
        human = (
            noun in self._humans
            and head.dep_ not in _WITHIN
            and (gender_of_noun(noun, self._words) or gender) == gender
        )
        return human and not any(c.dep_ == "appos" or c.lower_ in _ANYBODY for c in head.children)

    def _subject(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """The state or organisation that is the subject of the nearest clause above the pronoun's, or of its own.

        Of an infinitive that is who is told to ("told *Chad* to recall its envoy"), and so it is of words before that
        say when or where ("told *Chad* at its summit to leave").
        """
        alone = token.lower_ == "it"
        bodies = [
            m for m in self._discourse.earlier(sentence, token) if _is_body(m) or (alone and self._is_one_group(m))
        ]
        if not bodies or is_extraposed(token) or is_of_thing(token):
            return ()
        meant = binding.must_mean(token, self._judging)
        if found := [m for m in bodies if meant is not None and m.head is meant]:
            return one_entity(found)
        if is_of_unnamed_owner(token, lambda noun: bool(self._discourse.headed(sentence, noun))):
            return ()
        if (others := self._others(sentence, token)) and token.lower_ != "itself":
            bodies = [m for m in bodies if m.entities[0].id not in others]
        wanting = _wanting(token)
        for verb in token.ancestors:
            if verb is wanting or is_told_of_relative(verb):
                return ()
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
                return one_entity(found)
            if token.dep_ == "poss" and self._is_owners(verb, token):
                return ()
        return ()

    def _is_one_group(self, mention: ActorMention) -> bool:
        """Is it a group by a noun in the singular ("the *council* said it was ready"), and no human being?"""
        one = [entity.type for entity in mention.entities] == ["group"] and mention.how != "pronoun"
        return one and mention.head.tag_ in {"NN", "NNP"} and mention.head.lemma_.lower() not in self._humans

    def _is_owners(self, verb: Token, token: Token) -> bool:
        """Is another's body, or "it", subject of a clause, whose something may be ("Acme's *board* fixed its fees")?"""
        subject = child(verb, *SUBJECTS)
        if subject is None or subject.i > token.i:
            return False
        owned = any(c.dep_ == "poss" and c.pos_ == "PROPN" for c in subject.children)
        return subject.lower_ == "it" or (owned and subject.lower_ in self._body_nouns)

    def _others(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """The ids of those whom a pronoun cannot mean: who does it, and of whom it says something by name."""
        nouns = (binding.local_subject(token), binding.subject_told_of(token), binding.taker(token, self._taking))
        here = [m for noun in nouns if noun is not None for m in self._discourse.headed(sentence, noun)]
        return frozenset(entity.id for mention in here for entity in mention.entities)

    def _spoken_for(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """The body for which somebody says what "it" does, if it names no other ("a *ministry* envoy said it …")."""
        verb = token.head.head if token.dep_ in SUBJECTS and token.head.dep_ == "ccomp" else None
        if verb is None or is_extraposed(token) or is_expletive(token):
            return ()
        here = self._discourse.earlier(sentence, token)
        speakers = [m for m in here if _is_subject(m) and m.head.head is verb and _is_one_person(m)]
        if len(speakers) != 1:
            return ()
        first, last = speakers[0].first.i, speakers[0].head.right_edge.i
        others = [m for m in here if m.head.i > verb.i]
        inside = [*self._modifiers.get(sentence.index, ()), *(m for m in here if m.head.head.lower_ in {"for", "at"})]
        meant = [m for m in inside if first <= m.head.i <= last and m.head.dep_ in _OF_PERSON and _is_body(m)]
        return () if any(_is_body(m) for m in others) else one_entity(meant)

    def _continued(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """Who was subject of the sentence before, for a pronoun that is subject of a main clause and named first."""
        opens = _is_main_subject(token) and not is_expletive(token)  # also "*Its* chairman left"
        before = next(self._discourse.before(sentence), None) if opens else None
        if before is None or self._is_rivalled(sentence, token):
            return ()
        subjects = self._discourse.main(self._discourse.of(before))
        meant = one_entity([m for m in subjects if _is_body(m)]) if len(subjects) == 1 else ()
        return meant if self._others(sentence, token).isdisjoint(e.id for e in meant) else ()

    def _ahead(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """The body that is subject of the main clause, for "its" in words before it ("After *its* raid **Chad** left").

        Not so where the sentence before was about another one, which may be meant instead.
        """
        main = self._discourse.main(self._discourse.of(sentence)) if token.dep_ == "poss" else ()
        meant = one_entity([m for m in main if _is_body(m) and m.how != "pronoun" and m.first.i > token.i])
        front = next((t for t in (token, *token.ancestors) if t.head.dep_ == "ROOT"), token)
        if not meant or front.dep_ not in {"prep", "advcl"} or self._is_rivalled(sentence, token):
            return ()
        before = next(self._discourse.before(sentence), None)
        told = self._discourse.main(self._discourse.of(before)) if before is not None else ()
        others = {e.id for m in told if _is_body(m) for e in m.entities} - {e.id for e in meant}
        return () if others else meant

    def _is_rivalled(self, sentence: Sentence, token: Token) -> bool:
        """Does the sentence name a state, body or group before the pronoun, which may be meant instead?"""
        earlier = self._discourse.earlier(sentence, token)
        return any(entity.type in _BODIES | {"group"} for m in earlier for entity in m.entities)


def _wanting(token: Token) -> Token | None:
    """The verb above which nobody is "it": who wants it to do a thing, or asks another to do one for its sake.

    "*The U.S.* wants it to leave"; "asked Chad to pay *so that it* can": who asks may be meant, or who is asked.
    """
    if is_of_infinitive(token):
        return token.head.head
    clause = token.head if token.dep_ in SUBJECTS else None
    if clause is None or clause.dep_ != "advcl" or clause.head.dep_ != "xcomp":
        return None
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    return clause.head if marks >= {"so", "that"} else None


def _is_predicate(mention: ActorMention) -> bool:
    """Does a noun only say what somebody is, and mean nobody ("branded him *a terrorist*", "as *a terrorist*")?"""
    head = mention.head
    behind_as = head.dep_ == "pobj" and head.head.lower_ == "as"
    return mention.how == "group" and (head.dep_ in {"attr", "oprd"} or behind_as)


def _is_body(mention: ActorMention) -> bool:
    return len(mention.entities) == 1 and mention.entities[0].type in _BODIES


def _is_one_person(mention: ActorMention) -> bool:
    return [entity.type for entity in mention.entities] == ["person"]


def _is_main_subject(token: Token) -> bool:
    """Is a pronoun, or what it says whose it is, the subject of a main clause?"""
    noun = token.head if token.dep_ == "poss" else token
    return noun.dep_ in SUBJECTS and noun.head.dep_ == "ROOT"


def _is_subject(mention: ActorMention) -> bool:
    return mention.head.dep_ in SUBJECTS


def _is_in_role_of(mention: ActorMention, token: Token) -> bool:
    """Does somebody stand in words before a clause that say what its subject, a pronoun, is ("As aide to X *he* …")?"""
    if token.dep_ not in SUBJECTS:
        return False
    above = (a for a in mention.head.ancestors if a.lower_ == "as" and a.dep_ == "prep")
    return any(role.head is token.head and role.i < token.i for role in above)
