"""Times of acts that are stretches up to the day of publication, or around a day before it.

What has been so "since June" has been so from June until the article was written; what was done "two weeks ago" was
done around that day, which lies in the middle of a week and not in one of the calendar.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

import msgspec

from communique.reading.syntax import verb_above
from communique.reading.timex.governing import attachment, head_in
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.records import EventTime, Time

_VERBS = frozenset({"VERB", "AUX"})
_HALF_WEEK = datetime.timedelta(days=3)
#: The longest stretch, in days, that is told as precisely as each unit.
_LENGTHS: tuple[tuple[int, Literal["day", "week", "month", "quarter"]], ...] = (
    (1, "day"),
    (7, "week"),
    (31, "month"),
    (92, "quarter"),
)


def time_since(times: Sequence[Time], trigger: Trigger, published: datetime.date | None) -> EventTime | None:
    """From when an act in the perfect has lasted to the day of publication: "has resisted *since 2011*"."""
    sentence = trigger.sentence
    if published is None:
        return None
    for time in sentence.begun_in(times):
        head = head_in(sentence, time) if time.start is not None else None
        if head is None or time.start is None or head.dep_ != "pobj" or head.head.lower_ != "since":
            continue
        on = attachment(head)
        if on.pos_ in _VERBS and _is_perfect(on) and _carries(on, trigger) and time.start <= published:
            return EventTime(
                start=time.start, end=published, precision=_precision(time.start, published), span=time.span
            )
    return None


def around_the_day(time: EventTime, published: datetime.date) -> EventTime:
    """The week around the day that lies so many weeks before publication, for "two weeks ago"."""
    words = time.span.text.lower().split() if time.span is not None else []
    if time.precision != "week" or words[-1:] != ["ago"]:
        return time
    day = time.start + datetime.timedelta(days=published.weekday())
    return msgspec.structs.replace(time, start=day - _HALF_WEEK, end=day + _HALF_WEEK)


def _is_perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in {"has", "have", "'ve", "'s"} for c in verb.children)


def _carries(verb: Token, trigger: Trigger) -> bool:
    """Is it the verb of the act, or the one of the clause in which a noun tells of it?"""
    if verb in (trigger.token, trigger.support):
        return True
    above = verb_above(trigger.token)
    return trigger.is_noun and above is not None and above == verb


def _precision(start: datetime.date, end: datetime.date) -> Literal["day", "week", "month", "quarter", "year"]:
    days = (end - start).days + 1
    return next((unit for longest, unit in _LENGTHS if days <= longest), "year")
