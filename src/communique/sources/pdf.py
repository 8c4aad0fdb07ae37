"""An article from a PDF file, by pypdf: its text in the order of its pages.

A PDF does not say when its text was published: the day in it is that of the file. Its title is taken only where the
first page has it, too, since programs often write the name of a file there.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.errors import InputError
from communique.records import Article
from communique.sources.article import new_article
from communique.sources.decoding import unreadable
from communique.sources.rejected import LARGEST, RejectedSource, reject, too_large

if TYPE_CHECKING:
    from pypdf import PdfReader

_LARGEST_FILE = 50_000_000  # bytes; most of a PDF is pictures and fonts
_MOST_PAGES = 500
_LONGEST = 120.0  # seconds


def read_pdf(path: Path, about: Mapping[str, Any]) -> Article | RejectedSource:
    """The article in a PDF; what ``about`` (a line of ``metadata.jsonl``) says wins over the file."""
    source = str(path)
    try:
        from pypdf import PdfReader
    except ImportError:
        return reject(source, "unreadable", "PDF needs pypdf; run: pip install 'communique[pdf]'")
    try:
        if path.stat().st_size > _LARGEST_FILE:
            return reject(source, "too large", f"a PDF of more than {_LARGEST_FILE // 1_000_000} MB; split it")
        with path.open("rb") as file:
            fields = _fields(PdfReader(file), source)
    except OSError as error:
        return unreadable(source, error)
    except Exception as error:  # a hostile or broken file may make the parser fail in any way
        return reject(source, "malformed", f"the PDF cannot be read: {error}")
    if isinstance(fields, RejectedSource):
        return fields
    try:
        known = {**fields, **{k: v for k, v in about.items() if v is not None}}
        return new_article(fields["text"] or "", known, source=source)
    except InputError as error:
        return reject(source, "malformed", f"metadata.jsonl: {error}")


def _fields(pdf: PdfReader, source: str) -> dict[str, str | None] | RejectedSource:
    if pdf.is_encrypted and not pdf.decrypt(""):
        return reject(source, "unreadable", "the PDF is locked with a password; save it without one")
    if len(pdf.pages) > _MOST_PAGES:
        return reject(source, "too large", f"more than {_MOST_PAGES} pages for one article; split it")
    end, pages, size = time.monotonic() + _LONGEST, [], 0
    for page in pdf.pages:
        pages.append(page.extract_text().replace("\N{SOFT HYPHEN}\n", ""))
        size += len(pages[-1])
        if size > LARGEST:
            return too_large(source)
        if time.monotonic() > end:
            return reject(source, "unreadable", f"its text cannot be had within {_LONGEST:g} seconds")
    text = "\n\n".join(pages)
    if not text.strip():
        return reject(source, "empty", "the PDF has no text; a scanned one has to go through text recognition first")
    return {"text": text, "title": _title(pdf, pages[0])}


def _title(pdf: PdfReader, first: str) -> str | None:
    """The title that the file states, where its first page has it, too."""
    stated = pdf.metadata.title if pdf.metadata is not None else None
    title = " ".join(stated.split()) if isinstance(stated, str) else ""
    return title if title and title.casefold() in " ".join(first.split()).casefold() else None
