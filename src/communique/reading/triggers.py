"""Triggers: the words of a sentence that name an event, matched against the frames of the lexicon on the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.lexicon.frames import Frame, Frames, Pattern
from communique.lexicon.words import Words, packaged_words
from communique.reading.action_nouns import governor_of, inner_noun, outer_noun, support_of, zero_relative
from communique.reading.complements import Clauses
from communique.reading.parse import Sentence
from communique.reading.pattern_words import (
    NAMING,
    has_modifier,
    hyphenated,
    is_called,
    is_made,
    is_of_kind,
    lemma_of,
    lemmas_of,
)
from communique.reading.relations import deep_object, deep_subject
from communique.reading.syntax import OBJECTS, child, conjuncts, is_passive, particle_of, prepositional
from communique.reading.tokens import Token


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """A word that names an event by a frame.

    ``noun`` is the noun that carries the trigger's own arguments where there is one: the trigger itself when it is a
    noun, or the object that belongs to the pattern ("impose *sanctions*"). ``outer`` is that noun's outermost partitive
    ("a new *batch* of sanctions"). A noun's ``governor`` is what it hangs on, by ``relation``; its ``support`` is the
    verb that only carries it ("*held* talks", "the talks that they *held*").
    """

    sentence: Sentence
    token: Token
    frame: Frame
    pattern: Pattern
    noun: Token | None
    outer: Token | None
    governor: Token | None
    relation: str | None
    support: Token | None = None

    @property
    def is_noun(self) -> bool:
        """Is the trigger a noun?"""
        return self.noun is not None and self.noun.i == self.token.i


_NOMINAL = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "conj"})


def find_triggers(sentence: Sentence, frames: Frames, words: Words) -> Iterator[list[Trigger]]:
    """The triggers of a sentence, verbs before nouns; for each word the frames that match it, most specific first."""
    consumed: set[int] = set()
    for token in sentence.tokens:
        told = token.tag_ == "VBN" and token.dep_ in _NOMINAL
        if told and (token.dep_ in {"dobj", "pobj"} or child(token, "det") is not None):
            continue  # "visited *the wounded*", "evacuated *wounded*": people, told by what happened to them
        verbal = token.pos_ == "VERB" or (token.pos_ in {"ADJ", "AUX"} and token.lemma_ in frames.verbs)
        if verbal and not _is_coordinated_gerund(token):
            triggers = list(_verb_triggers(sentence, token, frames, words))
            if triggers:
                nouns = {t.noun.i: t.noun for t in triggers if t.noun is not None}
                # Where no frame of the verb holds, its noun may name the act ("Greeks and Turks resumed *talks*").
                yield [*triggers, *(t for n in nouns.values() for t in _noun_triggers(sentence, n, frames, words))]
                consumed.update(nouns)
    for token in sentence.tokens:
        if token.i not in consumed and token.pos_ in {"NOUN", "PROPN"}:
            triggers = list(_noun_triggers(sentence, token, frames, words))
            if triggers:
                yield triggers


def _is_coordinated_gerund(token: Token) -> bool:
    """Is it a noun in "-ing" that the parser took for a second verb ("sparked riots and *looting*")?"""
    bare = token.tag_ == "VBG" and token.dep_ == "conj" and not any(c.dep_ in {"aux", "nsubj"} for c in token.children)
    return bare and token.head.tag_ in {"VBD", "VBZ", "VBP"}


def _verb_triggers(sentence: Sentence, verb: Token, frames: Frames, words: Words) -> Iterator[Trigger]:
    lemma = verb.lemma_.lower()
    # The lemmatizer cuts too much from some verbs that end in "e" ("staged" becomes "stag", "raping" becomes "rap").
    cut = verb.lower_ in {f"{lemma}ed", f"{lemma}ing"}
    candidates = (frames.verbs.get(f"{lemma}e") if cut else None) or frames.verbs.get(lemma)
    if not candidates:
        return
    object_heads = [outer for head in _objects(verb) for outer in conjuncts(head)]
    # "killed a *member* of the council" kills one of it; who "became a *member* of it" is part of nothing before
    inner_nouns = [(o, o if o.dep_ == "attr" else inner_noun(o, words)) for o in object_heads]
    nouns = [(outer, inner, lemmas_of(inner)) for outer, inner in inner_nouns]
    particle = particle_of(verb)
    loose = _mistaken_particle(verb, words) if particle is None else None
    said = particle.lower_ if particle is not None else None
    # "voted *ahead of* the talks": no particle unless a pattern knows it as one
    unsaid = said if particle is not None and particle.dep_ == "prt" else None
    particles = {said, unsaid}
    objects = frozenset().union(*(lemmas for _, _, lemmas in nouns))
    if loose is not None:
        particles.add(loose[0])
        objects |= lemmas_of(loose[1])
    below = _words_below(
        [verb, *object_heads, *(n for _, n, _ in nouns), *([particle] if particle is not None else [])]
    )
    clause = _Clause(verb, object_heads)
    for frame, pattern in candidates.having(particles, objects | below):
        if loose is not None and pattern.particle == loose[0]:
            if pattern.complement is None and not pattern.prepositions and lemmas_of(loose[1]) & pattern.objects:
                yield Trigger(sentence, verb, frame, pattern, loose[1], loose[1], None, None)
            continue
        if pattern.complement is not None and not clause.clauses.may_have(pattern):
            continue
        if pattern.prepositions and pattern.prepositions.isdisjoint(below):
            continue
        noun = outer = None
        if pattern.objects:
            outer, noun = next(((o, n) for o, n, lemmas in nouns if lemmas & pattern.objects), (None, None))
            if outer is None:
                continue
        bound = particle if pattern.particle or unsaid else None
        bearers = [t for t in (verb, noun, outer, particle if pattern.particle else None) if t is not None]
        if _verb_matches(clause, bound, pattern, bearers):
            yield Trigger(sentence, verb, frame, pattern, noun, outer, None, None)


class _Clause:
    """A verb with its objects, subjects and clauses, the latter two found once for all its patterns if any asks."""

    def __init__(self, verb: Token, object_heads: list[Token]) -> None:
        self.verb = verb
        self.object_heads = object_heads
        self._subjects: list[Token] | None = None
        self._clauses: Clauses | None = None

    @property
    def subjects(self) -> list[Token]:
        if self._subjects is None:
            subject = deep_subject(self.verb)
            self._subjects = conjuncts(subject) if subject is not None else []
        return self._subjects

    @property
    def clauses(self) -> Clauses:
        if self._clauses is None:
            self._clauses = Clauses(self.verb)
        return self._clauses


def _mistaken_particle(verb: Token, words: Words) -> tuple[str, Token] | None:
    """A preposition right behind a verb that may be its particle, and the noun behind it ("laughed *off* the report").

    An idiom that asks for such an object tells that it is one; what one flies or sails "in" is none.
    """
    behind = verb.nbor() if verb.i + 1 < verb.sent.end else None
    if behind is None or behind.head != verb or behind.dep_ != "prep" or behind.lower_ not in _PARTICLES:
        return None
    noun = child(behind, "pobj")
    aboard = noun is not None and behind.lower_ == "in" and noun.lemma_.lower() in words["craft"]
    return (behind.lower_, noun) if noun is not None and not aboard else None


_PARTICLES = frozenset({"in", "off", "up", "down", "out"})


def _words_below(bearers: list[Token]) -> set[str]:
    """The words that prepositions of a pattern are among, if they are there at all."""
    below = [c for bearer in bearers for c in bearer.children]
    return {c.lower_ for c in below} | {p.lower_ for day in below if day.dep_ == "npadvmod" for p in day.children}


def _objects(verb: Token) -> list[Token]:
    """The object of a verb, also where the parser makes it the subject of an infinitive ("allowed *men* to leave").

    So is what something becomes ("became a *member* of the union"), and what one is given ("was granted *asylum*").
    """
    found = deep_object(verb)
    if found is None and verb.lemma_ == "become":
        found = child(verb, "attr")
    if found is None and (clause := child(verb, "ccomp")) is not None and _is_small(clause):
        found = child(clause, "nsubj")
    given = child(verb, "dobj") if is_passive(verb) else None
    return [_last_part(noun) for noun in (found, given) if noun is not None]


def _last_part(noun: Token) -> Token:
    """The last part of a hyphenated noun each part of which the parser takes for an object ("seek *re-election*")."""
    if noun.i + 2 < len(noun.doc) and noun.nbor().text == "-" and not noun.whitespace_:
        last = noun.nbor(2)
        if last.head == noun.head and last.dep_ == noun.dep_:
            return last
    return noun


def _is_small(clause: Token) -> bool:
    """Is it an infinitive, or an adverb that the parser takes for a clause ("allowed *men* back into the plant")?"""
    return clause.pos_ == "ADV" or any(c.tag_ == "TO" for c in clause.children)


def _verb_matches(clause: _Clause, particle: Token | None, pattern: Pattern, bearers: list[Token]) -> bool:
    verb, object_heads = clause.verb, clause.object_heads
    if pattern.subjects and not _has_subject(clause, pattern.subjects, pattern.forbidden):
        return False
    if pattern.prepositions and not any(
        _takes(bearer, pattern.prepositions, pattern.prepositional_objects) for bearer in [*bearers, *object_heads]
    ):
        return False
    if pattern.forbidden and _has_forbidden(verb, particle, pattern, bearers, object_heads):
        return False
    if (
        pattern.modifiers
        and not has_modifier(verb, pattern.modifiers)
        and not any(has_modifier(b, pattern.modifiers) for b in (*bearers[1:], *idiom_nouns(verb, pattern)))
        and not any(is_made(o, pattern.modifiers) for o in object_heads)
        and not any(is_of_kind(noun, pattern.modifiers) for noun in idiom_nouns(verb, pattern))
        and not (verb.lemma_ in NAMING and any(is_called(verb, o, pattern.modifiers) for o in object_heads))
    ):
        return False
    return pattern.complement is None or clause.clauses.asked_by(pattern) is not None


def idiom_nouns(verb: Token, pattern: Pattern) -> Iterator[Token]:
    """The nouns behind the preposition of an idiom, which carry its arguments ("got in *touch* with X")."""
    nouns = prepositional(verb, *pattern.prepositions) if pattern.prepositional_objects else ()
    return (noun for noun in nouns if lemmas_of(noun) & pattern.prepositional_objects)


def _has_subject(clause: _Clause, lemmas: frozenset[str], forbidden: frozenset[str]) -> bool:
    """Is one of the lemmas head of the subject, without a forbidden word before it ("a *price* war")?"""
    named = (noun for noun in clause.subjects if lemmas_of(noun) & lemmas)
    return any(not any(c.lower_ in forbidden for c in noun.children if c.dep_ in _BEFORE_NOUN) for noun in named)


_BEFORE_NOUN = frozenset({"amod", "compound"})


def _has_forbidden(
    verb: Token, particle: Token | None, pattern: Pattern, bearers: list[Token], object_heads: list[Token]
) -> bool:
    forbidden = pattern.forbidden
    if any(c.dep_ in forbidden and (c.dep_ in OBJECTS or c not in object_heads) for c in verb.children):
        return True
    if any(c.dep_ == "advmod" and c.lower_ in forbidden and child(c, "prep") for c in verb.children):  # "*ahead* of it"
        return True
    behind = (o for word in bearers for o in prepositional(word, *pattern.prepositions))
    if any(lemmas_of(o) & forbidden for o in (*object_heads, *behind)):
        return True
    if _takes(verb, forbidden) or (particle is not None and _takes(particle, forbidden)):
        return True
    return any(c.lower_ in forbidden for b in bearers[1:] for c in b.children if c.dep_ in _BEFORE_NOUN)


def _takes(token: Token, prepositions: frozenset[str], objects: frozenset[str] = frozenset()) -> bool:
    """Does one of the prepositions hang on the token, with such an object, and not only to tell the time?"""
    days = (c for c in token.children if c.dep_ == "npadvmod")  # "called Thursday *on* Chad"
    for preposition in (*token.children, *(p for day in days for p in day.children)):
        if preposition.lower_ not in prepositions or preposition.dep_ not in {"prep", "dative", "agent"}:
            continue
        # The parser makes an adjective behind "as" a modifier ("described it as *unfair*").
        kinds = {"pobj", "amod"} if preposition.lower_ == "as" else {"pobj"}
        nouns = [o for o in preposition.children if o.dep_ in kinds]
        if objects and not any(lemmas_of(o) & objects for o in nouns):
            continue
        # "held *since* May" says that somebody is held, "met *on* Friday" only when.
        if preposition.lower_ in _STRETCHES or not any(_is_time(o) for o in nouns):
            return True
    return False


def _is_time(noun: Token) -> bool:
    return noun.ent_type_ in {"DATE", "TIME"} or noun.lemma_ in packaged_words()["time of day"]


_STRETCHES = frozenset({"until", "since"})


def _noun_triggers(sentence: Sentence, noun: Token, frames: Frames, words: Words) -> Iterator[Trigger]:
    whole = hyphenated(noun)
    candidates = (frames.nouns.get(whole) if whole is not None else None) or frames.nouns.get(lemma_of(noun))
    if not candidates:
        return
    bare = zero_relative(noun)
    if noun.dep_ in {"compound", "nmod"} and not bare:
        return
    if noun.pos_ == "PROPN" and noun.ent_type_ in _NAMES and noun.ent_iob_ == "I" and sentence.block.kind != "title":
        return
    for frame, pattern in candidates:
        if pattern.modifiers and not has_modifier(noun, pattern.modifiers):
            continue
        if pattern.prepositions and not any(
            c.dep_ == "prep" and c.lower_ in pattern.prepositions for c in noun.children
        ):
            continue
        if pattern.objects and not any(
            lemmas_of(o) & pattern.objects for p in prepositional(noun, "of") for o in conjuncts(p)
        ):
            continue
        if pattern.complement == "to" and not any(
            c.dep_ in {"acl", "relcl"} and any(g.tag_ == "TO" for g in c.children) for c in noun.children
        ):
            continue
        if pattern.complement == "that" and not any(
            c.dep_ in {"acl", "ccomp"} and any(g.lower_ == "that" for g in c.children) for c in noun.children
        ):
            continue
        if pattern.forbidden and _noun_has_forbidden(noun, pattern):
            continue
        outer = outer_noun(noun, words)
        governor, relation = (None, None) if bare else governor_of(outer)
        support = support_of(noun, outer, governor, relation, words)
        yield Trigger(sentence, noun, frame, pattern, noun, outer, governor, relation, support)


def _noun_has_forbidden(noun: Token, pattern: Pattern) -> bool:
    if any(c.dep_ in pattern.forbidden or c.lower_ in pattern.forbidden for c in noun.children):
        return True
    behind = prepositional(noun, "of", *pattern.prepositions)  # "a war of *words*", "the war on *drugs*"
    return any(lemmas_of(o) & pattern.forbidden for o in behind)


_NAMES = frozenset({"PERSON", "ORG", "GPE"})
