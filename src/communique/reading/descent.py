"""People who go by two states' names at once, and are neither state: "*Turkish Cypriot* rights", "*Cuban Americans*".

Two adjectives of states side by side, with neither "and" nor comma between them, tell a people by descent and home.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from communique.reading.phrase import Phrase
from communique.reading.terms import Term

_OF_PEOPLE = frozenset({"adjective", "demonym"})
_HOMES = _OF_PEOPLE | {"state"}


def of_descent(phrases: Sequence[Phrase]) -> frozenset[tuple[int, int]]:
    """The terms, by sentence and first token, that only together say which people is meant."""
    terms: dict[tuple[int, int], Term] = {}
    for phrase in phrases:
        own = (phrase.term,) if phrase.term is not None else ()
        terms |= {(phrase.sentence.index, t.first): t for t in (*phrase.owners, *own) if t.kind in _HOMES}
    found: set[tuple[int, int]] = set()
    for (at, left), (behind, right) in pairwise(sorted(terms.items(), key=lambda item: item[0])):
        if behind == (at[0], left.last + 1) and _is_stack(left, right):
            found |= {at, behind}
    return frozenset(found)


def _is_stack(home: Term, people: Term) -> bool:
    return home.country != people.country and people.kind in _OF_PEOPLE
