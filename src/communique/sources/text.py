"""An article from a file of plain text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from communique.errors import InputError
from communique.records import Article
from communique.sources.article import new_article
from communique.sources.decoding import decode, read_bytes
from communique.sources.rejected import RejectedSource, reject


def read_text(path: Path, about: Mapping[str, Any]) -> Article | RejectedSource:
    """The file's text as an article; ``about`` holds what a ``metadata.jsonl`` says of it."""
    body = read_bytes(path)
    if isinstance(body, RejectedSource):
        return body
    text = decode(body, str(path))
    if isinstance(text, RejectedSource):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return reject(str(path), "empty", "the file has no text")
    try:
        return new_article(text, about, source=str(path))
    except InputError as error:
        return reject(str(path), "malformed", f"metadata.jsonl: {error}")
