"""Classes of words by which a time expression finds its tense and the act that it dates."""

from __future__ import annotations

from functools import lru_cache

from communique.lexicon.loading import read_entries
from communique.lexicon.words import WordClass, Words


@lru_cache(maxsize=1)
def dating_words() -> Words:
    """The packaged classes by id; read once."""
    return Words(read_entries("dating", WordClass))
