"""Time expressions as one interval: "May 10-11", "from Monday to Wednesday", "between 1987 and 1990", "2016/17"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.records import Precision, Span, Time, Timex

_BETWEEN = re.compile(
    r"\s*(?:[-\u2010-\u2014/]|to|through|thru|until|till|,?\s*and|&|,)\s*(?:on\s+|the\s+){0,2}", re.IGNORECASE
)
#: In characters; nothing but a conjunction lies between the ends of a range.
_LONGEST_BETWEEN = 24
_COARSER: tuple[Precision, ...] = ("day", "week", "month", "quarter", "year")


def whole_range(dated: Sequence[Time], at: int, text: str) -> Time:
    """The time at an index, or the whole range that it is part of; the range's value is the ISO 8601 interval."""
    first = at
    while first > 0 and _joined(dated[first - 1], dated[first], text) is not None:
        first -= 1
    whole = dated[first]
    for k in range(first + 1, len(dated)):
        joined = _joined(whole, dated[k], text)
        if joined is None:
            return whole if k > at else dated[at]
        whole = joined
    return whole


def _joined(first: Time, second: Time, text: str) -> Time | None:
    """Two times as one, when the words between them say so; lists ask for days in a row, or for "between" in front."""
    between = text[first.span.end : second.span.start]
    if len(between) > _LONGEST_BETWEEN or _BETWEEN.fullmatch(between) is None:
        return None
    if first.start is None or first.end is None or second.start is None or second.end is None:
        return None
    if first.start > second.start:
        return None
    days_on = (second.start - first.end).days
    if between.lstrip().startswith(",") and days_on != 1:
        return None
    listed = between.strip().lower().startswith(("and", "&")) and days_on > 1
    if listed and not text[max(0, first.span.start - 16) : first.span.start].rstrip().lower().endswith("between"):
        return None
    return Time(
        span=Span(first.span.start, second.span.end, text[first.span.start : second.span.end]),
        start=first.start,
        end=max(first.end, second.end),
        precision=max((first.precision or "day", second.precision or "day"), key=_COARSER.index),
        timex=Timex(type="DATE", value=f"{first.timex.value.partition('/')[0]}/{second.timex.value}"),
    )
