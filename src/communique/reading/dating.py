"""The day on which an article was published, when nobody gave it: what the page states, or what its words fix.

A day that is only likely is not taken. A caption's day is the photograph's, and a day on which a page was last
changed is not that of its publication; neither is looked at.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from communique.reading.datelines import StatedDay, StatedMonth, date_line, stated_days, stated_months
from communique.reading.parse import ParsedArticle, Sentence
from communique.records import PublishedBasis

_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-]|\Z)")
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_OFFSET = re.compile(
    r"(?i)\b(?:(?:(?P<count>a|one|two|three|four|five|six|seven|ten|[1-9]\d?) days?|(?:the|a) day)"
    r" (?P<side>prior to|before|ahead of|after|following)|on (?P<eve>the eve of)) (?P<event>[^,;:.!?()“”\"]{3,160})"
)
_DEICTIC = {"today": 0, "tomorrow": 1, "yesterday": -1}
_APPOSITION = re.compile(r"(?i)\b(today|tomorrow|yesterday)(?:,? \(?|,? on )(?:[a-z]{3,6}day,? )?(?=\(?[A-Z0-3])")
_TODAY = re.compile(r"(?i)\btoday\b(?!')")
_QUOTES = re.compile(r"[“”\"]")
#: Fewest words that a dated event has in common with the event that the day is counted from.
_FEWEST_SHARED = 2


def publication_day(parsed: ParsedArticle) -> tuple[datetime.date | None, PublishedBasis | None]:
    """The day of publication and what it rests on; ``(None, None)`` when the article does not fix it.

    ``"page"``: a line or dateline states the day with its year, or the page's address does. ``"inferred"``: the words
    fix it, by a day without a year whose year the text shows, by "today" beside a date, or by a report of today's act
    so many days before or after an event whose day is named.
    """
    stated = _stated(parsed)
    if stated is not None:
        return stated, "page"
    days = {day for day in _inferred(parsed) if day is not None}
    return (days.pop(), "inferred") if len(days) == 1 else (None, None)


def _stated(parsed: ParsedArticle) -> datetime.date | None:
    """The day that the page labels as its publication's, or the first that stands above the text, or its address's."""
    for line, label in _date_lines(parsed):
        day = next((found.date() for found in stated_days(line)), None)
        if label == "published" and day is not None:
            return day
    above = (day.date() for line in _above(parsed) for day in stated_days(line))
    return next((day for day in above if day is not None), None) or _address_day(parsed.article.url)


def _date_lines(parsed: ParsedArticle) -> Iterator[tuple[str, str | None]]:
    """The dateline blocks and what each says of its date."""
    for block in parsed.blocks:
        if block.kind == "dateline":
            line = parsed.text[block.start : block.end]
            yield line, date_line(line)


def _above(parsed: ParsedArticle) -> list[str]:
    """The datelines above the text, without those of a later change."""
    first = next((b.start for b in parsed.blocks if b.kind in {"paragraph", "bullet"}), len(parsed.text))
    lines = [parsed.text[b.start : b.end] for b in parsed.blocks if b.kind == "dateline" and b.start < first]
    return [line for line in lines if date_line(line) != "updated"]


def _address_day(url: str | None) -> datetime.date | None:
    match = _URL_DAY.search(url or "")
    try:
        return datetime.date(int(match[1]), int(match[2]), int(match[3])) if match is not None else None
    except ValueError:
        return None


def _inferred(parsed: ParsedArticle) -> Iterator[datetime.date | None]:
    prose = [s for s in parsed.sentences if s.block.kind in {"title", "heading", "paragraph", "bullet"}]
    years = _Years(prose)
    for line in _above(parsed):
        yield from (years.first_day(day) for day in stated_days(line))
    for sentence in prose:
        yield from _beside_today(sentence, years)
    yield from _counted(prose, years)


def _beside_today(sentence: Sentence, years: _Years) -> Iterator[datetime.date | None]:
    """The days that "today, 12 April" and the like fix."""
    text = _plain(sentence)
    for match in _APPOSITION.finditer(text):
        day = next(stated_days(text, match.end(), match.end() + 40), None)
        if day is not None and day.start <= match.end() + 1 and _outside_quotes(text, match.start()):
            yield _moved(years.first_day(day), -_DEICTIC[match[1].lower()])


def _counted(prose: list[Sentence], years: _Years) -> Iterator[datetime.date | None]:
    """The days fixed by an act of today that lies so many days before or after an event whose day is named."""
    todays = {t.head.lemma_.lower() for s in prose for t in s.tokens if t.lower_ == "today" and t.dep_ == "poss"}
    for sentence in prose:
        text = _plain(sentence)
        for match in _OFFSET.finditer(text):
            if not _outside_quotes(text, match.start()) or not _is_of_today(sentence, text, todays):
                continue
            count = _COUNTS.get((match["count"] or "a").lower()) or int(match["count"])
            before = match["eve"] is not None or match["side"].lower() in {"prior to", "before", "ahead of"}
            day = _day_of_event(match["event"], prose)
            if day is not None:
                yield _moved(years.first_day(day), -count) if before else _moved(years.last_day(day), count)


def _is_of_today(sentence: Sentence, text: str, todays: set[str]) -> bool:
    """Whether a sentence reports an act of the day of writing: it says "today", or it is in the present perfect, which
    no definite day of the past allows, and what it tells of is spoken of as today's.
    """
    if _TODAY.search(text) is not None:
        return True
    perfect = any(t.lower_ in {"has", "have"} and t.dep_ == "aux" and t.head.tag_ == "VBN" for t in sentence.tokens)
    return perfect and any(t.lemma_.lower() in todays for t in sentence.tokens if t.pos_ == "NOUN")


def _day_of_event(event: str, prose: Iterable[Sentence]) -> StatedDay | None:
    """The day named for an event: within its own phrase, or in a sentence that names one day and the same event."""
    own = next(stated_days(event), None)
    if own is not None:
        return own
    names = _stems(word for word in event.split() if word[:1].isupper())
    words = _stems(event.split())
    found: dict[tuple[int, int, int, int | None], StatedDay] = {}
    for sentence in prose:
        text = _plain(sentence)
        days = list(stated_days(text))
        if len(days) != 1:
            continue
        shared = words & _stems(text[: days[0].start].split())
        if len(shared) >= _FEWEST_SHARED and shared & names:
            day = days[0]
            found[day.month, day.day, day.last, day.year] = day
    return next(iter(found.values())) if len(found) == 1 else None


class _Years:
    """The year of a day that the text names without one, as far as the text shows it."""

    def __init__(self, prose: Iterable[Sentence]) -> None:
        self._dated: dict[tuple[int, int], set[int]] = {}
        months: list[tuple[StatedMonth, Sentence]] = []
        for sentence in prose:
            text = _plain(sentence)
            for day in stated_days(text):
                if day.year is not None:
                    self._dated.setdefault((day.month, day.day), set()).add(day.year)
            months.extend((month, sentence) for month in stated_months(text))
        self._since = self._current_since(months)

    @staticmethod
    def _current_since(months: list[tuple[StatedMonth, Sentence]]) -> tuple[int, int] | None:
        """A year and month that the writing follows by less than a year: a past month, the latest of those named with
        their year, that the text also names without it, as writers do only with the last of its name.
        """
        told = [(month.year, month.month) for month, _ in months if month.year is not None]
        past = [(month.year, month.month) for month, s in months if month.year is not None and not _is_future(s)]
        bare = {month.month for month, s in months if month.year is None and _is_past(s)}
        if not past or max(told) != max(past) or max(past)[1] not in bare:
            return None
        return max(past)

    def first_day(self, day: StatedDay) -> datetime.date | None:
        """The first day of what is named."""
        year = self._year(day)
        return day.date(year) if year is not None else None

    def last_day(self, day: StatedDay) -> datetime.date | None:
        """The last day of what is named."""
        year = self._year(day)
        return day.last_date(year) if year is not None else None

    def _year(self, day: StatedDay) -> int | None:
        if day.year is not None:
            return day.year
        stated = self._dated.get((day.month, day.day), set())
        if stated:
            return next(iter(stated)) if len(stated) == 1 else None
        if self._since is None:
            return None
        year, month = self._since
        return year if day.month >= month else year + 1


def _is_future(sentence: Sentence) -> bool:
    return any(t.tag_ == "MD" and t.lower_ in {"will", "shall", "'ll", "would"} for t in sentence.tokens)


def _is_past(sentence: Sentence) -> bool:
    return not _is_future(sentence) and any(t.tag_ == "VBD" for t in sentence.tokens)


def _stems(words: Iterable[str]) -> set[str]:
    """The longer words, without punctuation and plural endings."""
    plain = (word.strip("'’\"“”().,;:") for word in words)
    return {_stem(word) for word in plain if len(word) > 3}


def _stem(word: str) -> str:
    return word.lower().removesuffix("s")


def _plain(sentence: Sentence) -> str:
    """The sentence as parsed: straight apostrophes, plain spaces."""
    return sentence.tokens.text


def _outside_quotes(text: str, at: int) -> bool:
    return len(_QUOTES.findall(text, 0, at)) % 2 == 0


def _moved(day: datetime.date | None, days: int) -> datetime.date | None:
    return day + datetime.timedelta(days) if day is not None else None
