"""The text of a PDF file, got in a process of its own: a hostile page can keep a parser busy, or fill the memory.

Run as ``python -m communique.sources.pdf_text FILE``; it writes the text and the stated title, or why there are none,
to standard output as JSON. On systems with resource limits it ends itself where it takes more processor time or memory.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from communique.sources.rejected import LARGEST, Reason

if TYPE_CHECKING:
    from pypdf import PdfReader

#: In seconds and bytes: what one file may take.
LONGEST, _MEMORY = 120.0, 2 << 30
_MOST_PAGES = 500


class PdfText(msgspec.Struct, frozen=True):
    """A file's text, and its title if the first page has it, too; else the ``reason`` and ``detail`` of a rejection."""

    text: str = ""
    title: str | None = None
    reason: Reason | None = None
    detail: str = ""


def extract(path: Path) -> PdfText:
    """What the process says of a file, or that it took too long or died of it."""
    command = [sys.executable, "-m", "communique.sources.pdf_text", str(path)]
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and only our own module runs
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return PdfText(reason="unreadable", detail=f"its text cannot be had within {LONGEST:g} seconds")
    try:
        return msgspec.json.decode(done.stdout, type=PdfText)
    except msgspec.DecodeError:
        return PdfText(reason="malformed", detail="the PDF cannot be read: it takes more memory or time than it may")


def _read(path: Path) -> PdfText:
    from pypdf import PdfReader

    try:
        with path.open("rb") as file:
            pdf = PdfReader(file)
            if pdf.is_encrypted and not pdf.decrypt(""):
                return PdfText(reason="unreadable", detail="the PDF is locked with a password; save it without one")
            if len(pdf.pages) > _MOST_PAGES:
                detail = f"more than {_MOST_PAGES} pages for one article; split it"
                return PdfText(reason="too large", detail=detail)
            return _text_of(pdf)
    except MemoryError:
        return PdfText(reason="too large", detail="the PDF takes too much memory")
    except Exception as error:  # a hostile or broken file may make the parser fail in any way
        return PdfText(reason="malformed", detail=f"the PDF cannot be read: {error}")


def _text_of(pdf: PdfReader) -> PdfText:
    pages, size = [], 0
    for page in pdf.pages:
        pages.append(page.extract_text().replace("\N{SOFT HYPHEN}\n", ""))
        size += len(pages[-1])
        if size > LARGEST:
            detail = f"more than {LARGEST // 1_000_000} MB for one article; split it, one article each"
            return PdfText(reason="too large", detail=detail)
    text = "\n\n".join(pages)
    if not text.strip():
        detail = "the PDF has no text; a scanned one has to go through text recognition first"
        return PdfText(reason="empty", detail=detail)
    return PdfText(text=text, title=_title(pdf, pages[0]))


def _title(pdf: PdfReader, first: str) -> str | None:
    """The title that the file states, where its first page has it, too."""
    stated = pdf.metadata.title if pdf.metadata is not None else None
    title = " ".join(stated.split()) if isinstance(stated, str) else ""
    return title if title and title.casefold() in " ".join(first.split()).casefold() else None


def _limit() -> None:
    """Bound this process's own time and memory, where the system can."""
    try:
        import resource
    except ImportError:  # not on Windows; the parent's patience has to do there
        return
    for what, most in ((resource.RLIMIT_CPU, int(LONGEST)), (resource.RLIMIT_AS, _MEMORY)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    _limit()
    sys.stdout.buffer.write(msgspec.json.encode(_read(Path(sys.argv[1]))))
