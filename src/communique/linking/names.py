"""The names that an actor goes by: those that differ in more than case or punctuation, and none that is a pronoun."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "him", "her", "them", "us", "me", "who", "this", "one"}
)
_ARTICLES = frozenset({"a", "an", "the", "another", "one"})
#: All that is no letter or figure.
_MARKS = re.compile(r"[\W_]+")


def tidied(names: Mapping[str, int]) -> dict[str, int]:
    """Names with how often each is used, spellings alike as one: the commonest, of equals the one in fewest capitals.

    Articles and words in their place are left out ("the aide", "another aide"), unless they begin a name ("The Hague
    Group"). Pronouns are names only of those who have no other, and so are common nouns that a longer name begins or
    ends with ("*spokesman* for the port", "coast guard *officials*").

    >>> tidied({"The aide": 2, "aide": 1, "He": 4})
    {'aide': 3}
    >>> tidied({"port official": 1, "official": 2})
    {'port official': 1}
    """
    plainly = [(_without_article(" ".join(name.split())), count) for name, count in names.items()]
    if len(plainly) == 1:
        return dict(plainly)
    alike: dict[str, dict[str, int]] = defaultdict(dict)
    for plain, count in plainly:
        spellings = alike[_MARKS.sub("", plain.casefold())]
        spellings[plain] = spellings.get(plain, 0) + count
    kept = {key: counts for key, counts in alike.items() if key not in _PRONOUNS} or alike
    chosen = {min(counts, key=lambda name: _rank(name, counts[name])): sum(counts.values()) for counts in kept.values()}
    edges = {word for words in map(str.split, chosen) if len(words) > 1 for word in (words[0], words[-1])}
    return {name: count for name, count in chosen.items() if not (name.islower() and name in edges)}


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and rest[0].islower() and first.lower() in _ARTICLES else name


def _rank(name: str, count: int) -> tuple[int, int, int, str]:
    return -count, sum(c.isupper() for c in name), -len(name), name
