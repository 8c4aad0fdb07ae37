"""Letters without the marks that many texts leave out."""

from __future__ import annotations

import unicodedata


def without_accents(text: str) -> str:
    """A text in compatibility form (Unicode's NFKD) without its combining marks: "Lomé" becomes "Lome"."""
    if text.isascii():
        return text
    return "".join([c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)])
