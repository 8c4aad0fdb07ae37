"""What a source yields in place of an article that it cannot give."""

from __future__ import annotations

from typing import Literal

from communique.records import Record, digest

Reason = Literal["empty", "binary", "encoding", "too large", "unreadable", "malformed", "missing"]

#: The largest article, in bytes: a file of text or of one page, a line of JSON Lines. A long read has 100 kB.
LARGEST = 10_000_000


class RejectedSource(Record, frozen=True, kw_only=True):
    """A file, or a line of one (``source`` is ``path`` or ``path:line``), that holds no article that can be read.

    ``reason`` is for machines, ``detail`` says to people what is wrong and what to do about it.
    """

    id: str
    source: str
    reason: Reason
    detail: str


def reject(source: str, reason: Reason, detail: str) -> RejectedSource:
    """A rejection whose id is a digest of what it says."""
    return RejectedSource(id=digest("rejected", source, reason, detail), source=source, reason=reason, detail=detail)


def too_large(source: str) -> RejectedSource:
    """The rejection of something larger than :data:`LARGEST`."""
    return reject(
        source, "too large", f"more than {LARGEST // 1_000_000} MB for one article; split it, one article each"
    )
