"""An article from a PDF file, by pypdf: its text in the order of its pages.

A PDF does not say when its text was published: the day in it is that of the file. Its title is taken only where the
first page has it, too, since programs often write the name of a file there.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from communique.errors import InputError
from communique.records import Article
from communique.sources.article import new_article
from communique.sources.decoding import unreadable
from communique.sources.pdf_text import extract
from communique.sources.rejected import RejectedSource, reject

_LARGEST_FILE = 50_000_000  # bytes; most of a PDF is pictures and fonts


def read_pdf(path: Path, about: Mapping[str, Any]) -> Article | RejectedSource:
    """The article in a PDF; what ``about`` (a line of ``metadata.jsonl``) says wins over the file."""
    source = str(path)
    if importlib.util.find_spec("pypdf") is None:
        return reject(source, "unreadable", "PDF needs pypdf; run: pip install 'communique[pdf]'")
    try:
        if path.stat().st_size > _LARGEST_FILE:
            return reject(source, "too large", f"a PDF of more than {_LARGEST_FILE // 1_000_000} MB; split it")
        with path.open("rb"):
            found = extract(path)
    except OSError as error:
        return unreadable(source, error)
    if found.reason is not None:
        return reject(source, found.reason, found.detail)
    try:
        known = {"title": found.title, **{k: v for k, v in about.items() if v is not None}}
        return new_article(found.text, known, source=source)
    except InputError as error:
        return reject(source, "malformed", f"metadata.jsonl: {error}")
