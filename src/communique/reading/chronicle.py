"""Days that stand at the head of entries: "July 8: Norway receives …. The two sides sign an accord."

In a chronology the day is said once and holds for the whole entry. One such line alone may as well be a dateline, so
only articles with several are read this way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from communique.reading.blocks import Block
from communique.reading.parse import ParsedArticle
from communique.reading.settings import as_event_time
from communique.records import EventTime, Time

#: What may stand before the day of an entry, and what parts the two.
_BULLET = re.compile(r"[ \t*•-]*")
_MARK = re.compile(r" *[:\N{EN DASH}\N{EM DASH}-]")
_ENTRIES = 2


def entry_days(parsed: ParsedArticle, times: Sequence[Time]) -> Mapping[Block, EventTime]:
    """The days of a chronology by the block that each heads; empty where the article is none."""
    at = {time.span.start: time for time in times if time.timex.type == "DATE"}
    days = {block: day for block in parsed.blocks if (day := _heading_day(parsed.text, block, at)) is not None}
    return days if len(days) >= _ENTRIES else {}


def _heading_day(text: str, block: Block, at: Mapping[int, Time]) -> EventTime | None:
    bullet = _BULLET.match(text, block.start, block.end)
    time = at.get(bullet.end()) if bullet is not None else None
    headed = time is not None and _MARK.match(text, time.span.end, block.end) is not None
    return as_event_time(time) if headed else None
