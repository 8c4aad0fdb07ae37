"""Nouns that take up one body named before: "the bloc", "the commission", "the company", "the rebels".

A body is called by the noun in its name ("the *Commission*" of "the European Commission", "the *fund*" of the
International Monetary Fund), or by a noun for bodies of its sort ("the *group*", "the *airline*"). Where several may be
meant it is the one that the nearest sentence names, or whoever acts in it; as subject of a main clause the noun goes on
with the firm that was subject of the sentence before (centering theory). It never means who does something to it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from communique.lexicon.actors import ActorLexicon
from communique.lexicon.words import Words
from communique.reading.binding import local_subject, subject_told_of
from communique.reading.cast import ActorMention, Entity
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.polity_nouns import is_bare
from communique.reading.rival_bodies import is_rivalled
from communique.reading.syntax import SUBJECTS, child, first_conjunct
from communique.reading.tokens import Token

#: How many sentences back one of several bodies of a name may have been named, and a group that "the rebels" are.
_REACH = 3
_PLURAL = frozenset({"NNS", "NNPS"})
_ONE = frozenset({"a", "an"})
#: How a noun hangs on what it describes ("Acme, a *group* of shops", "Acme is a *group*").
_OF_NAME = frozenset({"compound", "amod", "nmod", "appos", "attr"})
#: Prepositions behind the noun in a name ("Ministry *of* Defence").
_TIES = frozenset({"of", "for", "on", "against", "in", "to"})
#: Classes of nouns for bodies of no state, with the sectors of those that they take up.
_KINDS: Mapping[str, frozenset[str | None]] = {
    "company": frozenset({"BUS"}),
    "party": frozenset({"PTY", "OPP"}),
    "movement": frozenset({"REB", "UAF", "CRM", "OPP", "NGO", "PTY", "REL", "BUS", "LAB", "CVL", None}),
    "agency": frozenset({"GOV", "COP", "SPY", "IGO", "JRN"}),
}
_ARMED = frozenset({"REB", "UAF"})
_FIGHTING = _ARMED | {"CRM", "OPP"}


class _Named(NamedTuple):
    """A body where it is mentioned."""

    sentence: int
    token: int
    entity: Entity
    mention: ActorMention


def resolve_body_nouns(
    parsed: ParsedArticle,
    mentions: Sequence[ActorMention],
    modifiers: Sequence[ActorMention],
    lexicon: ActorLexicon,
) -> Iterator[ActorMention]:
    """Mentions by a definite noun for a body, where one is clearly meant.

    ``modifiers`` are the mentions inside of others ("*NATO* ministers … the alliance").
    """
    told = [m for m in mentions if m.sentence.block.kind != "dateline"]
    bodies = _Bodies(told, modifiers, lexicon, mentions, parsed.sentences)
    at = {(m.sentence.index, m.head.i): m for m in mentions}
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token.lower_ not in bodies.nouns or not _is_taken_up(token, lexicon.words):
                continue
            known = at.get((sentence.index, token.i))
            if known is not None and not _is_by_noun_alone(known):
                continue
            meant = bodies.meant(sentence, token)
            if meant is None:
                bodies.leave(sentence, token.lower_)
            elif known is None or _agree(known, meant):
                first = min((*token.children, token), key=lambda t: t.i)
                mention = ActorMention(sentence, first, token, token, "role", (meant,))
                bodies.note(mention)
                yield mention


def _is_taken_up(token: Token, words: Words) -> bool:
    """Is it a definite noun by itself, or "police" without an article?"""
    if any(c.lower_ in words["of another"] for c in token.children):
        return False
    if token.tag_ in _PLURAL and not token.children:
        return token.lower_ == "police" and token.dep_ not in {"compound", "amod", "nmod", "appos", "poss"}
    return token.tag_ in {"NN", "NNP", *_PLURAL} and is_bare(token)


def _is_by_noun_alone(mention: ActorMention) -> bool:
    """Does a mention tell no more than its noun, an article or adjective apart ("the *commission*")?"""
    words = mention.head.doc[mention.first.i : mention.last.i + 1].tokens
    plain = all(t is mention.head or (t.dep_ == "amod" and t.text.islower()) for t in words)
    return plain and mention.how in {"body", "group"} and not mention.entities[0].office


def _is_introduced(mention: ActorMention) -> bool:
    """Does a phrase bring a body into the story: by name, of a state, of a sort, or as "a" body?"""
    words = mention.head.doc[mention.first.i : mention.last.i + 1].tokens
    sort = any(c.dep_ == "compound" or c.lower_ in {"a", "an"} for c in mention.head.children)
    return sort or (not _is_by_noun_alone(mention) and any(t.text[0].isupper() and t.i > t.sent.start for t in words))


def _agree(mention: ActorMention, meant: Entity) -> bool:
    """Is what a mention was taken for of no other state, and not itself somebody known by name?

    Armed groups are named in more states than their own, so that the state guessed for "the rebels" weighs nothing.
    """
    own = mention.entities[0]
    if own.id.startswith(("org:", "state:")):
        return False
    return meant.sector in _ARMED or None in {own.country, meant.country} or own.country == meant.country


class _Bodies:
    """The bodies that an article speaks of, in order."""

    def __init__(
        self,
        mentions: Sequence[ActorMention],
        modifiers: Sequence[ActorMention],
        lexicon: ActorLexicon,
        everyone: Sequence[ActorMention],
        sentences: Sequence[Sentence],
    ) -> None:
        self._lexicon = lexicon
        self._by_sentence: dict[int, list[ActorMention]] = {}
        for mention in everyone:
            self._by_sentence.setdefault(mention.sentence.index, []).append(mention)
        self._any, self._called = lexicon.words["international body"], lexicon.words["body by name"]
        self._rebels = lexicon.words["rebels"]
        self._kinds = {noun: kind for kind in _KINDS for noun in lexicon.words[kind]}
        self.nouns = self._any | self._called | self._rebels | frozenset(self._kinds)
        named = [
            _Named(m.sentence.index, m.last.i, e, m)
            for m in (*mentions, *modifiers)
            for e in m.entities
            if e.type in {"organisation", "group"} and m.how in {"body", "group", "state"}
        ]
        named.sort(key=lambda row: row[:2])
        self._of_states = [row for row in named if row.entity.id.startswith("org:") and row.entity.sector == "IGO"]
        self._of_kind = {kind: [row for row in named if _is_of_kind(row, kind, _KINDS[kind])] for kind in _KINDS}
        panels, moving = lexicon.words["panel"], self._of_kind["movement"]
        self._of_kind["movement"] = [row for row in moving if row.mention.last.lower_ not in panels]
        not_agencies = lexicon.words["no agency"]
        self._of_kind["agency"] = [row for row in self._of_kind["agency"] if not_agencies.isdisjoint(_words_of(row))]
        self._armed = [row for row in named if _is_of_kind(row, "rebels", _ARMED)]
        self._by_noun: dict[str, list[_Named]] = {}
        for row in named:
            for noun in self._nouns_of(row):
                self._by_noun.setdefault(noun, []).append(row)
        armed = {(row.sentence, i) for row in named if row.entity.sector in _ARMED for i in _before_noun(row)}
        self._taken: dict[tuple[int, str], Entity | None] = {}  # whom a noun meant last in a sentence
        self._introduced = _introductions(sentences, self._kinds, "movement")
        self._unnamed = {
            (row.sentence, row.token): row.mention.head.lower_
            for row in named
            if row.mention.head.lower_ in self._rebels and (row.sentence, row.mention.head.i) not in armed
        }

    def _nouns_of(self, row: _Named) -> set[str]:
        """The nouns that a body may be called by alone, from its name here and those that the lexicon has."""
        mention, entity = row.mention, row.entity
        names = [entity.name]
        if entity.id.startswith("org:"):
            names.extend(name for name in self._lexicon.names_of(entity.id[4:]) if not name.isupper())
        elif not _is_introduced(mention) or (mention.head.tag_ == "NNS" and mention.head.lower_ != "police"):
            return set()
        return {noun for name in names if (noun := _head_of(name.lower().split())) in self._called}

    def meant(self, sentence: Sentence, token: Token) -> Entity | None:
        """The body that a noun means: the one that is called so, else the last of states, or one of its sort."""
        noun, at = token.lower_, (sentence.index, token.i)
        if noun in self._rebels:
            return self._rebel_group(at, noun)
        kind = self._kinds.get(noun)
        others = self._others(sentence, token)
        by_name = _able(self._by_noun.get(noun, ()), at, others)
        of_kind = _able(self._of_kind[kind], at, others) if kind is not None else ()
        if of_kind and (adjectives := [c for c in token.children if c.dep_ == "amod"]):
            of_kind = self._described(of_kind, adjectives, kind)
        if by_name and (kind != "movement" or not of_kind or by_name[-1].sentence >= of_kind[-1].sentence):
            return self._nearest(by_name, at)
        if noun in self._any:
            rows = _before(self._of_states, at)
            return rows[-1].entity if rows else None
        firm = self._gone_on_with(sentence, token) if kind == "company" and of_kind else None
        if firm is not None and firm.id not in others:
            return firm
        of_kind = [row for row in of_kind if _may_speak_of(token, row.entity)]
        if kind == "movement" and any((at[0] - _REACH,) <= one < at for one in self._introduced.get(noun, ())):
            return None  # "a *group* of investors … the group"
        if kind == "movement" and any(row.sentence >= at[0] - 1 for row in _before(self._of_states, at)[-1:]):
            return None  # "the group" may be a body of states as well
        meant = _only(of_kind) or self._at_hand(of_kind, at)
        here = self._by_sentence.get(sentence.index, ()) if kind == "company" else ()
        doubtful = meant is None or self._is_doubtful(sentence, token, meant, of_kind)
        return None if meant is None or doubtful or is_rivalled(token, meant, here) else meant

    def _described(self, rows: Sequence[_Named], adjectives: Sequence[Token], kind: str | None) -> list[_Named]:
        """The bodies that adjectives may describe: of the state that they name, armed ones, or firms.

        "The *militant* group", "the *Belgian* firm"; what sort of party one is nobody knows ("the *liberal* party").
        """
        states = {s.code for c in adjectives if (s := self._lexicon.states.by_adjective(c.text)) is not None}
        if states:
            home = [row for row in rows if row.entity.country in states]
            return home or [row for row in rows if row.entity.country is None and _only(rows) is not None]
        if kind == "movement":
            return [row for row in rows if row.entity.sector in _FIGHTING]
        return [] if kind == "party" else list(rows)

    def _others(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """The ids of those whom a noun cannot mean: who does something to it, and of whom it says something by name."""
        nouns = {noun.i for noun in (local_subject(token), subject_told_of(token)) if noun is not None}
        return frozenset(entity.id for entity in self._within(sentence, nouns))

    def _within(self, sentence: Sentence, nouns: Set[int]) -> Iterator[Entity]:
        """Those whom the mentions of a sentence mean that some tokens lie in."""
        here = self._by_sentence.get(sentence.index, ()) if nouns else ()
        return (e for m in here if not nouns.isdisjoint(range(m.first.i, m.last.i + 1)) for e in m.entities)

    def _is_doubtful(self, sentence: Sentence, token: Token, meant: Entity, rows: Sequence[_Named]) -> bool:
        """Does a body do something to what a noun owns, where another one was named ("Acme cut *the firm's* debt")?

        Of what is its own, it would be said to be "its".
        """
        doing = local_subject(token.head) if token.dep_ == "poss" else None
        if doing is None or all(entity is not meant for entity in self._within(sentence, {doing.i})):
            return False
        return any(row.entity is not meant and row.sentence >= sentence.index - 1 for row in rows)

    def _gone_on_with(self, sentence: Sentence, token: Token) -> Entity | None:
        """The firm, or body of no known sort, that the sentence before was about, for a subject of a main clause."""
        if token.dep_ not in SUBJECTS or token.head.dep_ != "ROOT":
            return None
        before = self._by_sentence.get(sentence.index - 1, ())
        if (again := (sentence.index - 1, token.lower_)) in self._taken:
            return self._taken[again]  # the noun goes on with whom it meant
        subjects = [m for m in before if m.head.dep_ in SUBJECTS and m.head.head.dep_ == "ROOT"]
        meant = subjects[0].entities if len(subjects) == 1 else ()
        firm = len(meant) == 1 and meant[0].type == "organisation" and meant[0].sector in {"BUS", None}
        return meant[0] if firm and meant[0].name[0].isupper() else None

    def leave(self, sentence: Sentence, noun: str) -> None:
        """Have in mind that nobody knows which body a noun means."""
        self._taken[sentence.index, noun] = None

    def note(self, mention: ActorMention) -> None:
        """Have in mind that a noun has taken up a body."""
        row = _Named(mention.sentence.index, mention.last.i, mention.entities[0], mention)
        noun = mention.head.lower_
        self._taken[mention.sentence.index, noun] = mention.entities[0]
        for rows in (self._by_noun.get(noun), self._of_kind.get(self._kinds.get(noun, ""))):
            if rows:
                insort(rows, row, key=lambda other: other[:2])

    def _nearest(self, rows: Sequence[_Named], at: tuple[int, int]) -> Entity | None:
        """The only body of a name, else the one that the nearest sentence names, the last body of states of several."""
        if (only := _only(rows)) is not None:
            return only
        near = [row for row in rows if row.sentence == rows[-1].sentence >= at[0] - _REACH]
        if (found := _only(near) or _acting(near)) is None and all(row.entity.sector == "IGO" for row in near):
            return rows[-1].entity
        return found

    @staticmethod
    def _at_hand(rows: Sequence[_Named], at: tuple[int, int]) -> Entity | None:
        """The one of several that acts in the sentence so far or in the one before; what is no firm may be alone there.

        Of firms the one that is named alone may still be another's stake or rival.
        """
        for index in (at[0], at[0] - 1):
            if here := [row for row in rows if row.sentence == index]:
                firms = any(row.entity.sector == "BUS" for row in here)
                return _acting(here) or (None if firms else _only(here))
        return None

    def _rebel_group(self, at: tuple[int, int], noun: str) -> Entity | None:
        """The one armed group that an article has named, of late, if it spoke of no other ones by such a noun."""
        rows = _before(self._armed, at)
        only = _only(rows)
        others = any(place < at and noun == word for place, word in self._unnamed.items())
        return only if only is not None and not others and rows[-1].sentence >= at[0] - _REACH else None


def _before_noun(row: _Named) -> Sequence[int]:
    """The noun that a body's name is part of, which then means no others ("*Houthi* rebels")."""
    head = row.mention.head
    within = head.dep_ in {"compound", "amod", "nmod"} and row.entity.id.startswith("org:")
    return (head.head.i,) if within else ()


def _able(rows: Sequence[_Named], at: tuple[int, int], others: frozenset[str]) -> Sequence[_Named]:
    """The bodies named before that a noun may mean."""
    before = _before(rows, at)
    return [row for row in before if row.entity.id not in others] if others else before


def _may_speak_of(noun: Token, body: Entity) -> bool:
    """May a body be meant in what people say for one ("a *Tona* official said the company …"), which is their own?"""
    speaker = child(noun.head.head, *SUBJECTS) if noun.dep_ in SUBJECTS and noun.head.dep_ == "ccomp" else None
    if speaker is None or speaker.tag_ not in {"NN", "NNS"}:
        return True
    whose = {c.text for c in speaker.children if c.tag_ in {"NNP", "NNPS"} and c.dep_ in {"compound", "nmod", "poss"}}
    words = {word for name in (body.name, *body.names) for word in name.split()}
    return not whose or not whose.isdisjoint(words)


def _before(rows: Sequence[_Named], at: tuple[int, int]) -> Sequence[_Named]:
    return rows[: bisect_left(rows, at, key=lambda row: row[:2])]


def _acting(rows: Sequence[_Named]) -> Entity | None:
    """The one of some bodies that is subject of a clause."""
    return _only([row for row in rows if first_conjunct(row.mention.head).dep_ in SUBJECTS])


def _words_of(row: _Named) -> list[str]:
    return row.entity.name.lower().split()


def _only(rows: Sequence[_Named]) -> Entity | None:
    """The body of the rows, if it is one."""
    return rows[0].entity if len({row.entity.id for row in rows}) == 1 else None


def _is_of_kind(row: _Named, kind: str, sectors: frozenset[str | None]) -> bool:
    """Is a body called by name, and one of the sectors? Of parties the noun is a part of the name."""
    how, name = row.mention.how, row.entity.name
    named = how == "body" or (how == "group" and kind == "party" and name.istitle())
    return named and name[0].isupper() and row.entity.type == "organisation" and row.entity.sector in sectors


def _introductions(
    sentences: Sequence[Sentence], kinds: Mapping[str, str], kind: str
) -> Mapping[str, Sequence[tuple[int, int]]]:
    """Where an article speaks of an unnamed body by each noun of a kind ("a *group* of investors")."""
    nouns = {noun for noun, of in kinds.items() if of == kind}
    found: dict[str, list[tuple[int, int]]] = {}
    for sentence in sentences:
        for token in sentence.tokens if not nouns.isdisjoint(sentence.forms) else ():
            if token.lower_ in nouns and token.dep_ not in _OF_NAME and any(c.lower_ in _ONE for c in token.children):
                found.setdefault(token.lower_, []).append((sentence.index, token.i))
    return found


def _head_of(words: Sequence[str]) -> str:
    """The noun in a name: what stands before "of", else the last word."""
    for word, following in pairwise(words):
        if following in _TIES:
            return word
    return words[-1] if len(words) > 1 else ""
