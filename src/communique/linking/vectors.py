"""The terms of an article: what it is about, in numbers that can be compared.

The weight of a term within its article is 1 + log tf; what it is worth among all is up to
:mod:`~communique.linking.weighing`. Names tell one story from another of the
same sort, so they count more than common words, save those of states; bare numbers count less.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache

from communique.lexicon.agents import is_common_noun
from communique.lexicon.states import load_states
from communique.linking.terms import WORD, term_of
from communique.records import Reading

Vector = dict[str, float]

NAME_WEIGHT = 2.5
NUMBER_WEIGHT = 0.5
#: How much of a long article is looked at, in characters; news says what it is about early.
LONGEST = 8_000

_ADDRESS = re.compile(r"https?\s?:\s?\S{0,200}")
_SENTENCE_END = frozenset(".!?:;\n\"“”‘`'•")


def dot(one: Vector, other: Vector) -> float:
    """The inner product of two vectors."""
    if len(other) < len(one):
        one, other = other, one
    return math.fsum(weight * other[term] for term, weight in one.items() if term in other)


def total(parts: Iterable[Vector]) -> Vector:
    """The sum of vectors."""
    result: Vector = {}
    for part in parts:
        for term, weight in part.items():
            result[term] = result.get(term, 0.0) + weight
    return result


def term_counts(reading: Reading) -> Vector:
    """Term weights before rarity: 1 + log of the count, times the weight of the sort of term; in alphabetical order."""
    text = _ADDRESS.sub(lambda match: " " * len(match.group()), _headed_text(reading)[:LONGEST])
    offset = len(_headed_text(reading)) - len(reading.text)
    named = _name_starts(reading, offset)
    counts: dict[str, int] = {}
    as_name: set[str] = set()
    as_word: set[str] = set()
    for match in WORD.finditer(text):
        word = match.group()
        term = term_of(word)
        if term is None:
            continue
        counts[term] = counts.get(term, 0) + 1
        if not word[0].isupper():
            as_word.add(term)
        elif not _is_of_state(word) and (match.start() in named or _inside_sentence(text, match.start())):
            as_name.add(term)
    names = as_name - as_word
    return {term: (1 + math.log(n)) * _sort_weight(term, names) for term, n in sorted(counts.items())}


def _headed_text(reading: Reading) -> str:
    """The text under its title, where the text does not begin with it."""
    title = (reading.title or "").strip()
    return reading.text if not title or title in reading.text[: len(title) + 200] else f"{title}\n{reading.text}"


def _name_starts(reading: Reading, offset: int) -> frozenset[int]:
    """Where words begin that are part of the name of an actor or place.

    At the head of a sentence a common noun has a capital as well.
    """
    spans = [m.span for m in reading.mentions if not is_common_noun(m.name)] + [p.span for p in reading.places]
    return frozenset(
        offset + span.start + match.start()
        for span in spans
        if span.end <= LONGEST
        for match in WORD.finditer(span.text)
    )


@lru_cache(maxsize=65_536)
def _is_of_state(word: str) -> bool:
    """Is a word the name, adjective or people of a state? All foreign news is full of them."""
    states = load_states()
    return any(look_up(word) is not None for look_up in (states.by_name, states.by_adjective, states.by_demonym))


def _inside_sentence(text: str, start: int) -> bool:
    """Does a word stand inside a sentence, where only names have capitals?"""
    before = text[max(0, start - 4) : start].strip(" ")
    return bool(before) and before[-1] not in _SENTENCE_END


def _sort_weight(term: str, names: set[str]) -> float:
    if term in names:
        return NAME_WEIGHT
    return NUMBER_WEIGHT if term[0].isdigit() else 1.0
