"""The words around place names: directions, words for kinds of places, and heads of names that tell of no place."""

from __future__ import annotations

from functools import lru_cache

from communique.lexicon.loading import read_entries
from communique.lexicon.words import WordClass, Words


@lru_cache(maxsize=1)
def load_toponym_words() -> Words:
    """The packaged word classes for reading place names; ``toponyms.toml`` says what each is for."""
    return Words(read_entries("toponyms", WordClass))
