"""What people correct, as records. They name things by ids that come from content, so they outlive relinking."""

from __future__ import annotations

import datetime
from typing import Literal

from communique.records import Record

Action = Literal["merge", "split", "set", "wrong", "rename", "office", "accept", "undo"]
#: The fields of an event that can be set.
FIELDS = ("kind", "status", "start", "end", "place", "country")


class Correction(Record, frozen=True, kw_only=True):
    """One thing that somebody corrected: its number, what was done to what, and by whom, when and why.

    ``target`` is an event, actor or report. ``value`` is the id that is merged into it, the report or article that is
    split off, the new value of ``field``, the new name, or the office; of an ``undo`` it is the number taken back.
    ``accept`` says that a report is right as it was read; it changes nothing.
    """

    number: int
    action: Action
    target: str
    value: str | None
    field: str | None
    who: str
    at: datetime.datetime
    why: str | None


class GivenOffice(Record, frozen=True, kw_only=True):
    """An office that a person is said to hold, as the ``value`` of a correction holds it."""

    office: str
    of: str | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None
