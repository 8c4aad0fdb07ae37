"""Calendar days as a page states them, datelines of news agencies, and the lines above an article that are no prose."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?=[A-Z])(?i:(?P<{0}month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))\b\.?"
)
_DAY = r"(?P<{0}day>[0-3]?\d)(?:st|nd|rd|th)?(?:(?:\s?[-–]\s?|\s(?:and|to)\s)(?P<{0}last>[0-3]?\d)(?:st|nd|rd|th)?)?\b"
_YEAR = r"(?P<{0}year>(?:19|20)\d\d)\b"
_DATE = (
    rf"(?:{_MONTH.format('a')}\s{_DAY.format('a')}(?:,?\s{_YEAR.format('a')})?"
    rf"|{_DAY.format('b')}(?:\sof)?\s{_MONTH.format('b')}(?:,?\s{_YEAR.format('b')})?"
    rf"|{_YEAR.format('c')}-(?P<cmonth>[01]\d)-(?P<cday>[0-3]\d)\b"
    rf"|(?P<dday>[0-3]?\d)\s?[/.]\s?(?P<dmonth>[0-3]?\d)\s?[/.]\s?{_YEAR.format('d')})"
)
_WEEKDAY = r"(?:(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?i:day)?\b[.,]?\s)?"
_TIME = (
    r"(?:[\s,/|–-]*(?:at\s)?\d\d?[:.]\s?\d\d(?::\d\d)?\s?(?:[AaPp]\.?[Mm]\.?)?\s?(?:GMT|UTC|[A-Z]{2,4}|[+-]\d{4})?)?"
)
_LABEL = (
    r"(?P<label>(?i:(?:first\s)?(?:published|posted)|(?:last\s)?(?:updated|modified)|date))(?:\s(?i:on|at))?\s?:?\s?"
)
_DATE_RE = re.compile(rf"(?<![\w/-]){_DATE}")
_MONTH_RE = re.compile(
    rf"(?:\b(?i:in|of|since|during|last|this|early|late|mid|until|by)[\s-]|\b[0-3]?\d(?:st|nd|rd|th)?\s|(?<!\w)(?=\w+\.?\s\d))"
    rf"{_MONTH.format('a')}(?:\s[0-3]?\d(?:st|nd|rd|th)?\b)?(?:,?\s(?:of\s)?{_YEAR.format('a')})?"
)
_DATE_LINE = re.compile(rf"(?:{_LABEL})?(?:\d\d?(?:\s?:\s?\d\d){{1,2}}\s)?{_WEEKDAY}{_DATE}{_TIME}\s*\Z")
_BYLINE = re.compile(r"(?:By|BY|Written by|Story by)\s(?:(?:[A-Z][\w.'’-]*|and|AND|de|van|von|al|bin|[,&])\s?){1,10}\Z")
_URL = re.compile(r"(?i:https?\s?:\s?/\s?/|www\s?\.)[^\n]{2,400}\Z")

_PLACE = r"[A-Z][\w.'’/-]*(?:\s[\w.'’/-]+){0,4}?"
_AGENCY = r"(?:\(\s?(?P<{0}agency>[A-Z][\w.&'’/ ,-]{{1,40}})\s?\)|/(?P<{0}slashed>[A-Z][\w -]{{1,20}})/\.?)"
_DATELINE = re.compile(
    r"(?!(?i:in|on|at|by|for|from|after|before|since|as|the|a|an|this|that)\b)"
    rf"(?P<place>{_PLACE})(?:,\s(?P<region>{_PLACE})){{0,2}}?(?:[.,]?\s(?P<when>{_WEEKDAY}{_DATE}))?{_TIME}[.,]?\s*"
    rf"(?:(?:{_AGENCY.format('')})?\s*(?P<dash>--+|[—–―_-]|:)(?:\s+|\Z)|{_AGENCY.format('last_')}(?:\s+|\Z))"
)
_AGENCY_ALONE = re.compile(r"\([A-Z][\w.&'’/ -]{1,30}\)\s*(?P<dash>--+|[—–-])\s+")
#: Longest dateline, in characters.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day or a run of days of one month, as written at ``start`` to ``end``; ``year`` when it is stated."""

    start: int
    end: int
    month: int
    day: int
    last: int
    year: int | None

    def date(self, year: int | None = None) -> datetime.date | None:
        """The (first) day, in the year stated or the one given; ``None`` when no such day exists."""
        return _date(self.year or year, self.month, self.day)

    def last_date(self, year: int | None = None) -> datetime.date | None:
        """The last day of the run."""
        return _date(self.year or year, self.month, self.last)


def _date(year: int | None, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day) if year is not None else None
    except ValueError:
        return None


def stated_days(text: str, start: int = 0, end: int | None = None) -> Iterator[StatedDay]:
    """The days of the calendar that a stretch of text names, in order."""
    for match in _DATE_RE.finditer(text, start, len(text) if end is None else end):
        form = next(form for form in "abcd" if match[f"{form}day"] is not None)
        month, day = match[f"{form}month"], int(match[f"{form}day"])
        number = int(month) if form in "cd" else _MONTHS.index(month[:3].lower()) + 1
        if form == "d" and number != day:  # 05/06 is in May or in June, 13/06 and 06/13 are in June
            if min(number, day) > 12 or max(number, day) <= 12:
                continue
            number, day = min(number, day), max(number, day)
        last = int(match[f"{form}last"] or day) if form in "ab" else day
        year = match[f"{form}year"]
        if 1 <= number <= 12 and 1 <= day <= last <= 31:
            yield StatedDay(match.start(), match.end(), number, day, last, int(year) if year else None)


@dataclass(frozen=True, slots=True)
class StatedMonth:
    """A month named without a day ("in early April of 2017") or as part of one; ``year`` when it is stated."""

    start: int
    month: int
    year: int | None


def stated_months(text: str) -> Iterator[StatedMonth]:
    """The months that a text names, in order; "May" and "March" alone are names of months only after a preposition."""
    for match in _MONTH_RE.finditer(text):
        number = _MONTHS.index(match["amonth"][:3].lower()) + 1
        yield StatedMonth(match.start(), number, int(match["ayear"]) if match["ayear"] else None)


def date_line(line: str) -> str | None:
    """For a line that is nothing but a date: what it says of it ("published", "updated" or ""); else ``None``."""
    match = _DATE_LINE.match(line) if len(line) <= _LONGEST else None
    if match is None:
        return None
    label = (match["label"] or "").lower()
    return "updated" if "updated" in label or "modified" in label else "published" if label else ""


def is_byline(line: str) -> bool:
    """Whether a line names the article's authors and says nothing else."""
    return len(line) <= _LONGEST and _BYLINE.match(line) is not None


def is_address(line: str) -> bool:
    """Whether a line is a web address and nothing else."""
    return _URL.match(line) is not None and line.count(". ") < 8


def dateline_end(text: str, start: int, end: int, *, colon: bool = True) -> int | None:
    """Where the dateline at the head of a paragraph ends, dash and spaces not counted, and ``None`` without one.

    A dateline names a place and is marked as one by capitals, an agency in brackets or a day; "Nairobi - " alone is not
    taken for one. ``colon`` allows "NAIROBI: ".
    """
    limit = min(end, start + _LONGEST)
    if (alone := _AGENCY_ALONE.match(text, start, limit)) is not None and _begins_sentence(text, alone.end()):
        return _trimmed(text, start, alone.start("dash"))
    match = _DATELINE.match(text, start, limit)
    if match is None:
        return None
    agency = match["agency"] or match["slashed"] or match["last_agency"] or match["last_slashed"]
    whole = match.end() == end
    if match["last_agency"] is not None and not whole:
        return None
    if match["dash"] == ":" and not (colon and match["place"].isupper()):
        return None
    marked = agency is not None or match["when"] is not None or _is_capitals(match["place"])
    if not marked or not (whole or _begins_sentence(text, match.end())):
        return None
    return _trimmed(text, start, match.start("dash") if match["dash"] else match.end())


def after_dateline(text: str, start: int, end: int) -> int:
    """Where the sentence after a dateline begins: behind the dash."""
    while start < end and (text[start].isspace() or text[start] in "-—–―_:"):
        start += 1
    return start


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _is_capitals(place: str) -> bool:
    return place.isupper() and sum(letter.isalpha() for letter in place) > 2


def _begins_sentence(text: str, at: int) -> bool:
    return at < len(text) and (text[at].isupper() or text[at].isdigit() or text[at] in "\"'“‘`«(")
