"""``communique code``: articles in, readings out, one line each, in order, with nothing kept between them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from communique.engines.local import Load, read_articles
from communique.records import Article, Reading, Rejection
from communique.sources.jsonl import read_jsonl
from communique.sources.rejected import RejectedSource


def code(lines: BinaryIO, out: BinaryIO, load: Load, *, jobs: int = 1) -> None:
    """Read JSON Lines of articles and write JSON Lines of readings; the text of an article is taken as it is.

    A line that is no article gives a reading with ``rejected``, whose detail names the line. Each reading is flushed,
    so that the next program of a pipe has it at once; who writes the lines may wait for the reading of one.
    """
    encoder = msgspec.json.Encoder()
    items = _items(read_jsonl(lines, "standard input"))
    for reading in read_articles(items, load, jobs=jobs, clean=False, waiting=True):
        out.write(encoder.encode(reading) + b"\n")
        out.flush()


def standard_input() -> BinaryIO:
    """Standard input with a buffer of its own; Python's may not be in the hands of a thread when a program ends."""
    try:
        return open(sys.stdin.fileno(), "rb", closefd=False)
    except OSError:  # it is no file
        return sys.stdin.buffer


def _items(found: Iterable[Article | RejectedSource]) -> Iterator[Article | Reading]:
    for item in found:
        yield item if isinstance(item, Article) else _rejected(item)


def _rejected(source: RejectedSource) -> Reading:
    return Reading(
        id=source.id,
        language=None,
        published=None,
        published_basis=None,
        title=None,
        text="",
        rejected=Rejection(reason=source.reason, detail=source.detail),
    )
