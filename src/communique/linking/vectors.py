"""Articles as weighted term vectors: what an article is about, in numbers that can be compared.

The weight of a term is (1 + log tf) · idf^1.5, and vectors have unit length. Names tell one story from another of the
same sort, so they count more than common words, save those of states; bare numbers count less. The rarity of a term is
taken from the set of articles itself, smoothed as if :data:`BACKGROUND` more articles without it stood beside them: in
a handful of articles about one thing the words they share must not look common.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from communique.lexicon.states import load_states
from communique.linking.terms import WORD, is_content, stem
from communique.records import Reading

Vector = dict[str, float]

#: Articles without any of the terms that are thought to stand beside the set.
BACKGROUND = 500
NAME_WEIGHT = 2.5
NUMBER_WEIGHT = 0.5
#: A word in one article only compares with nothing; half its weight keeps it from drowning what does.
LONE_WEIGHT = 0.5
#: How much of a long article is looked at, in characters; news says what it is about early.
LONGEST = 8_000
#: The heaviest terms of an article that are kept.
TERMS = 100

_ADDRESS = re.compile(r"https?\s?:\s?\S{0,200}")
_SENTENCE_END = frozenset(".!?:;\n\"“”‘`'•")


def vectors(readings: Sequence[Reading]) -> list[Vector]:
    """The unit vector of each reading, with its terms in alphabetical order; empty for an article without words."""
    counted = [_counts(reading) for reading in readings]
    frequency = Counter(term for counts in counted for term in counts)
    total = len(readings) + BACKGROUND
    rarity = {
        t: math.log((total + 1) / (n + 0.5)) ** 1.5 * (LONE_WEIGHT if n == 1 else 1) for t, n in frequency.items()
    }
    return [_unit({term: weight * rarity[term] for term, weight in counts.items()}) for counts in counted]


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


def _counts(reading: Reading) -> Vector:
    """Term weights before rarity: 1 + log of the count, times the weight of the sort of term."""
    text = _ADDRESS.sub(lambda match: " " * len(match.group()), _headed_text(reading)[:LONGEST])
    offset = len(_headed_text(reading)) - len(reading.text)
    named = _name_starts(reading, offset)
    counts: Counter[str] = Counter()
    as_name: set[str] = set()
    as_word: set[str] = set()
    for match in WORD.finditer(text):
        word = match.group()
        if not is_content(word):
            continue
        term = stem(word.lower())
        counts[term] += 1
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
    """Where words begin that are part of a mention of an actor or place."""
    spans = [m.span for m in reading.mentions] + [p.span for p in reading.places]
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


def _unit(weights: Vector) -> Vector:
    heaviest = sorted(weights, key=lambda term: (-round(weights[term], 9), term))[:TERMS]
    length = math.sqrt(math.fsum(weights[term] ** 2 for term in heaviest))
    return {term: weights[term] / length for term in sorted(heaviest)} if length else {}
