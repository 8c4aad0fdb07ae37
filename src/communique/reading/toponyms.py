"""The stretches of a text that name places, found by the lexicon, the table and the entity recogniser together.

No one of the three is enough: the recogniser misses a third of the towns and takes others for people or bodies, and
the table knows "Jordan" and "Reading" as towns. So each stretch that any of them offers is judged by its context
(:mod:`communique.reading.place_evidence`). A name that is sure counts; one that is only likely, or embedded in a longer
name, counts when the same name is sure elsewhere in the article, or when it stands for a state, a first-level division
or a large town. A name before a comma and the division or state that holds it ("Springfield, Ill.") is sure as well.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from communique.lexicon.gazetteer import Gazetteer, Sense
from communique.lexicon.places import fold
from communique.lexicon.toponyms import load_toponym_words
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.place_evidence import Evidence, People, Standing, core, people_of
from communique.reading.tokens import Token
from communique.records import Span

#: No name of the table is looked for that has more tokens.
_LONGEST = 6
#: From this population on a likely name of a town needs no other support.
_LARGE = 300_000
#: Beside a state's name, a town of this population may be meant rather than the capital of the same name.
_SIZABLE = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class Toponym:
    """A stretch of text that names a place: tokens ``first`` to ``last`` of a sentence. ``key`` joins spellings.

    ``senses`` is empty for a place that no list has. ``container`` is the toponym behind the comma ("Lima, *Peru*").
    """

    sentence: Sentence
    first: Token
    last: Token
    span: Span
    standing: Standing | None
    senses: tuple[Sense, ...]
    container: Toponym | None = None

    @property
    def name(self) -> str:
        """The words as the text has them."""
        return self.span.text

    @property
    def key(self) -> str:
        """The name in the form that names are compared in."""
        return fold(self.name)


def find_toponyms(parsed: ParsedArticle, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """The toponyms of an article in order, without overlap."""
    people = people_of(parsed)
    found = [t for sentence in parsed.sentences for t in _in_sentence(sentence, gazetteer, people)]
    sure = {t.key for t in found if t.standing == "sure"}
    return tuple(t for t in found if t.standing == "sure" or t.key in sure or _speaks_for_itself(t, gazetteer))


def held_senses(outer: Sequence[Sense], inner: Sequence[Sense]) -> list[Sense]:
    """The inner senses that lie in one of the outer ones, in so far as "inner, outer" says so and does not merely list.

    Between names of states and capitals a comma mostly lists ("Russia, Turkey and Iran", "Athens, Ankara"): a state
    lies in no other, and beside a capital a state has to hold a town of some size of that name ("Tripoli, Lebanon").
    """
    rows = {sense.row for sense in outer if sense.row is not None}
    countries = {sense.country for sense in outer if sense.kind == "state"}
    if any(sense.kind == "state" for sense in inner):
        countries = set()
    beside_capital = any(sense.capital for sense in inner)
    return [
        sense
        for sense in inner
        if not rows.isdisjoint(sense.inside)
        or (sense.country in countries and (not beside_capital or sense.capital or sense.population >= _SIZABLE))
    ]


def _speaks_for_itself(toponym: Toponym, gazetteer: Gazetteer) -> bool:
    if gazetteer.is_ambiguous(toponym.name):
        return any(sense.kind == "state" for sense in toponym.senses)
    says_its_kind = toponym.last.lower_ in load_toponym_words()["generic"]
    return any(
        sense.kind in {"state", "region", "division"}
        or sense.capital
        or (sense.kind == "town" and sense.population >= _LARGE)
        or (sense.kind == "district" and says_its_kind)
        for sense in toponym.senses
        if sense.own
    )


def _in_sentence(sentence: Sentence, gazetteer: Gazetteer, people: People) -> list[Toponym]:
    evidence = Evidence(sentence, gazetteer, people)
    found: list[Toponym] = []
    for first, last, span in _stretches(sentence, gazetteer):
        if found and span.start < found[-1].span.end:
            if found[-1].standing is not None:
                continue
            found.pop()
        outer = _as_container(span.text, _awaiting(found, first), gazetteer)
        senses = outer or gazetteer.senses(span.text)
        if not senses:
            continue
        standing = "sure" if outer else evidence.standing(first, last, span.text)
        toponym = Toponym(sentence, first, last, span, standing, senses)
        if outer:
            found[-1] = replace(found[-1], container=toponym, standing="sure")
        found.append(toponym)
    known = [toponym for toponym in found if toponym.standing is not None]
    return sorted([*known, *_unknown(sentence, known, evidence)], key=lambda t: t.span.start)


def _unknown(sentence: Sentence, known: list[Toponym], evidence: Evidence) -> Iterator[Toponym]:
    taken = {i for toponym in known for i in range(toponym.first.i, toponym.last.i + 1)}
    for entity in sentence.tokens.ents:
        first, last = core(entity)
        if taken.isdisjoint(range(first.i, last.i + 1)) and evidence.is_unknown_place(entity):
            yield Toponym(sentence, first, last, sentence.span(first, last), "sure", ())


def _awaiting(found: list[Toponym], first: Token) -> Toponym | None:
    """The toponym before the comma before the token."""
    if not found or first.i < 2 or first.nbor(-1).text != ",":
        return None
    return found[-1] if found[-1].last.i == first.i - 2 else None


def _as_container(name: str, inner: Toponym | None, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """The senses in which the name is where the one before it lies; an abbreviation leaves no other reading."""
    if inner is None:
        return ()
    senses = gazetteer.after_comma(name)
    held = held_senses(senses, inner.senses)
    rows = {row for sense in held for row in sense.inside}
    countries = {sense.country for sense in held}
    holding = tuple(s for s in senses if (s.country in countries if s.kind == "state" else s.row in rows))
    if holding or not gazetteer.is_abbreviation(name):
        return holding
    return tuple(sense for sense in senses if sense.kind == "division")


def _stretches(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[tuple[Token, Token, Span]]:
    """Names of the lexicon and the table in a sentence, by position, the longest at each place first."""
    tokens = [token for token in sentence.tokens if not token.is_space]
    origin = sentence.offset + sentence.tokens.start_char
    offers = {(origin + start, origin + end) for start, end in gazetteer.find(sentence.tokens.text)}
    for n, token in enumerate(tokens):
        if token.text[0].isupper():
            offers.update(_named_from(n, tokens, sentence, gazetteer))
    for start, end in sorted(offers, key=lambda offer: (offer[0], -offer[1])):
        first, last = (
            tokens[max(0, bisect_right(tokens, position - sentence.offset, key=_position) - 1)]
            for position in (start, end - 1)
        )
        yield first, last, Span(start, end, sentence.text[start:end])


def _position(token: Token) -> int:
    return token.idx


@cache
def _no_names() -> frozenset[str]:
    """Words of place names that are no name of a place by themselves."""
    words = load_toponym_words()
    return frozenset(words["direction"] | words["generic"] | words["common"])


def _named_from(n: int, tokens: list[Token], sentence: Sentence, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """The longest name of the table, and any abbreviation of a division, that begins at a capitalised token."""
    first = tokens[n]
    start = sentence.start_of(first)
    if n and tokens[n - 1].text == ",":
        for last in tokens[n : n + 2]:
            if gazetteer.is_abbreviation(sentence.text[start : sentence.end_of(last)]):
                yield start, sentence.end_of(last)
    for last in reversed(tokens[n : n + _LONGEST]):
        if not (last.text[0].isupper() or last.text[0].isdigit()):
            continue
        if last == first and first.lower_ in _no_names():
            return
        text = sentence.text[start : sentence.end_of(last)]
        if len(text) > 2 and (len(text) > 3 or not text.isupper()) and text in gazetteer.table:
            yield start, sentence.end_of(last)
            return
