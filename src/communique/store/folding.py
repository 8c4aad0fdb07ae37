"""Text as it is compared in searches: no case, no accents, no punctuation."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Lower-case words without accents, one space before, between and after, so that whole words can be looked for."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in plain).casefold().split()
    return f" {' '.join(words)} " if words else ""
