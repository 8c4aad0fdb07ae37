"""Days that stand at the head of entries: "July 8: Norway receives …. The two sides sign an accord."

In a chronology the day is said once and holds for the whole entry. One such line alone may as well be a dateline, so
only articles with several are read this way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.reading.blocks import Block
from communique.reading.parse import ParsedArticle
from communique.records import EventTime, Time

#: What parts the day from its entry.
_MARKS = (":", "-", "\N{EN DASH}", "\N{EM DASH}")
_ENTRIES = 2


def entry_days(parsed: ParsedArticle, times: Sequence[Time]) -> Mapping[Block, EventTime]:
    """The days of a chronology by the block that each heads; empty where the article is none."""
    at = {time.span.start: time for time in times if time.timex.type == "DATE"}
    days = {block: day for block in parsed.blocks if (day := _heading_day(parsed.text, block, at)) is not None}
    return days if len(days) >= _ENTRIES else {}


def _heading_day(text: str, block: Block, at: Mapping[int, Time]) -> EventTime | None:
    first = block.start + len(text[block.start : block.end]) - len(text[block.start : block.end].lstrip(" \t-*•"))
    time = at.get(first)
    if time is None or time.start is None or time.end is None or time.precision is None:
        return None
    if not text[time.span.end : block.end].lstrip(" ").startswith(_MARKS):
        return None
    return EventTime(start=time.start, end=time.end, precision=time.precision, span=time.span)
