"""Members of cycles whose year or week is left out ("Friday", "May 10", "Easter"): which one is meant."""

from __future__ import annotations

import calendar
import datetime
from functools import lru_cache

from communique.reading.timex.calendar import Period, containing, day_period, easter
from communique.reading.timex.meanings import Cycle, Member
from communique.reading.timex.tense import Tense

#: Years to look through for a member of a yearly cycle: 29 February may be eight years away.
_REACH = 8
#: In days. Nobody leaves the year out of a date so far off when another of that name is so close, whatever the tense.
_FAR: dict[str, int] = {"monthday": 270, "holiday": 270, "quarter": 180, "half": 150}
_CLOSE = 60
#: News tells mostly of the past: without a tense a date ahead must be so many times closer than the one behind.
_PAST_BIAS = 2
#: A weekday behind an infinitive ("voted to expel them on Friday") is that of either verb: the nearer one is meant.
_NEAR = 3


@lru_cache(maxsize=4096)
def occurrence(member: Member, day: datetime.date, tense: Tense | None) -> Period | None:
    """The member that is meant on a day of publication, by the words around it ("last", "next") or by the tense."""
    if member.cycle == "weekday":
        return _weekday(member, day, tense)
    return _weekend(member, day, tense) if member.cycle == "weekend" else _yearly(member, day, tense)


def weekday_from(member: Member, day: datetime.date) -> Period:
    """The weekday after, before or of a day told of ("the following Monday")."""
    ahead = (member.index - day.isoweekday()) % 7
    today = day.toordinal()
    if member.which == 1:
        return Period("day", today + (ahead or 7))
    return Period("day", today + ahead - 7) if member.which == -1 else Period("day", today + ahead)


def _weekday(member: Member, day: datetime.date, tense: Tense | None) -> Period:
    """A weekday by its name: of publication itself where it fits, else the nearest one that way.

    "Last Friday" is strictly before, "next Friday" strictly after publication; "this Friday" is of the same week.
    """
    today, ahead = day.toordinal(), (member.index - day.isoweekday()) % 7
    if member.which == 1:
        return Period("day", today + (ahead or 7))
    if member.which == -1:
        return Period("day", today + ahead - 7)
    if member.which == 0:
        return Period("day", today - day.isoweekday() + member.index)
    near = tense == "near" and ahead <= _NEAR
    return Period("day", today + ahead if tense in {"future", "present"} or ahead == 0 or near else today + ahead - 7)


def _weekend(member: Member, day: datetime.date, tense: Tense | None) -> Period:
    """A weekend: the last or the coming one by tense; "this weekend" is the coming one unless the verb is past."""
    own = containing(day, "weekend")
    started = day.isoweekday() >= 6
    if member.which in {1, -1}:
        return own.shifted(member.which)
    if tense in {"future", "present", "near"} or (member.which == 0 and tense is None) or started:
        return own
    return own.shifted(-1)


def _yearly(member: Member, day: datetime.date, tense: Tense | None) -> Period | None:
    """A member of a yearly cycle: of this year, or the nearest one in the direction that the words give."""
    candidates = [
        c for year in range(day.year - _REACH, day.year + _REACH + 1) if (c := in_year(member, year)) is not None
    ]
    before = [c for c in candidates if (end := c.end) is not None and end < day]
    after = [c for c in candidates if (start := c.start) is not None and start > day]
    current = next((c for c in candidates if c not in before and c not in after), None)
    if member.which == 0:
        return in_year(member, day.year)
    if member.which == -1:
        return before[-1] if before else None
    if member.which == 1:
        return after[0] if after else None
    if current is not None:
        return current
    if not before or not after:
        return before[-1] if before else after[0] if after else None
    back, ahead = _gap(before[-1], day), _gap(day, after[0])
    far = _FAR.get(member.cycle)
    if far is not None and max(back, ahead) > far and min(back, ahead) < _CLOSE:
        return after[0] if ahead < back else before[-1]
    if tense in {"past", "future", "near"}:
        return before[-1] if tense == "past" else after[0]
    return after[0] if ahead * _PAST_BIAS < back else before[-1]


def _gap(earlier: Period | datetime.date, later: Period | datetime.date) -> int:
    first = earlier.end if isinstance(earlier, Period) else earlier
    second = later.start if isinstance(later, Period) else later
    return (second - first).days if first is not None and second is not None else 0


def in_year(member: Member, year: int) -> Period | None:
    """The member of a yearly cycle that begins in a year; ``None`` when that year has none."""
    cycle: Cycle = member.cycle
    if not 1 <= year <= 9999:
        return None
    if cycle == "month":
        return Period("month", year * 12 + member.index - 1)
    if cycle == "monthday":
        return day_period(year, member.index, member.day)
    if cycle in {"quarter", "season"}:
        return Period("quarter" if cycle == "quarter" else "season", year * 4 + member.index)
    if cycle == "half":
        return Period("half", year * 2 + member.index)
    return _holiday(member.rule, year) if cycle == "holiday" else None


def _holiday(rule: str, year: int) -> Period | None:
    """The day of a holiday by its rule (see the lexicon's class "holiday")."""
    if rule.startswith("easter"):
        sunday = easter(year)
        return Period("day", sunday.toordinal() + int(rule.removeprefix("easter"))) if sunday is not None else None
    if ":" not in rule:
        first_part, _, second_part = rule.partition("-")
        return day_period(year, int(first_part), int(second_part))
    place, _, after = rule.partition("+")
    month, weekday, which = (int(part) for part in place.split(":"))
    if which < 0:
        last = calendar.monthrange(year, month)[1]
        end = datetime.date(year, month, last)
        return Period("day", end.toordinal() - (end.isoweekday() - weekday) % 7)
    first = datetime.date(year, month, 1)
    return Period("day", first.toordinal() + (weekday - first.isoweekday()) % 7 + 7 * (which - 1) + int(after or 0))
