"""Text as it is compared in searches: no case, no accents, no punctuation."""

from __future__ import annotations

import re
import unicodedata


def fold(text: str) -> str:
    """Lower-case words without accents, one space before, between and after, so that whole words can be looked for."""
    plain = text if text.isascii() else _without_accents(text)
    words = _MARKS.sub(" ", plain).casefold().split()
    return f" {' '.join(words)} " if words else ""


#: All that is no letter or figure.
_MARKS = re.compile(r"[\W_]+")


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
