"""Two time expressions as one interval: "May 10-11", "from Monday to Wednesday", "between 1987 and 1990"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.records import Precision, Span, Time, Timex

_BETWEEN = re.compile(
    r"\s*(?:[-\u2010-\u2014]|to|through|thru|until|till|and|&)\s*(?:on\s+|the\s+){0,2}", re.IGNORECASE
)
#: In characters; nothing but a conjunction lies between the ends of a range.
_LONGEST_BETWEEN = 24
_COARSER: tuple[Precision, ...] = ("day", "week", "month", "quarter", "year")


def whole_range(dated: Sequence[Time], at: int, text: str) -> Time:
    """The time at an index, or the whole range that it begins or ends; the range's value is the ISO 8601 interval."""
    for k in (at, at - 1):
        if 0 <= k < len(dated) - 1 and (joined := _joined(dated[k], dated[k + 1], text)) is not None:
            return joined
    return dated[at]


def _joined(first: Time, second: Time, text: str) -> Time | None:
    """Two times as one, when the words between them say so; "and" asks for days in a row or for "between" in front."""
    between = text[first.span.end : second.span.start]
    if len(between) > _LONGEST_BETWEEN or _BETWEEN.fullmatch(between) is None:
        return None
    if first.start is None or first.end is None or second.start is None or second.end is None:
        return None
    if first.start > second.start:
        return None
    listed = between.strip().lower().startswith(("and", "&")) and (second.start - first.end).days > 1
    if listed and not text[max(0, first.span.start - 16) : first.span.start].rstrip().lower().endswith("between"):
        return None
    return Time(
        span=Span(first.span.start, second.span.end, text[first.span.start : second.span.end]),
        start=first.start,
        end=max(first.end, second.end),
        precision=max((first.precision or "day", second.precision or "day"), key=_COARSER.index),
        timex=Timex(type="DATE", value=f"{first.timex.value}/{second.timex.value}"),
    )
