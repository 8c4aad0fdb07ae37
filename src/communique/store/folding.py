"""Text as it is compared in searches: no case, no accents, no punctuation."""

from __future__ import annotations

import re

from communique.accents import without_accents


def fold(text: str) -> str:
    """Lower-case words without accents, one space before, between and after, so that whole words can be looked for."""
    words = _MARKS.sub(" ", without_accents(text)).casefold().split()
    return f" {' '.join(words)} " if words else ""


#: All that is no letter or figure.
_MARKS = re.compile(r"[\W_]+")
