"""What an account adds to who, when and where: numbers, length, how the act came out, and at whose initiative it was.

Details stand in the sentence of a report, or in the one behind it where that reports nothing of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from communique.lexicon.families import load_families
from communique.lexicon.outcomes import load_outcomes
from communique.lexicon.quantities import load_quantities
from communique.linking.initiative import FIGHT, Initiatives
from communique.linking.initiative import KINDS as INITIATED
from communique.linking.lengths import Lengths, taking_up
from communique.records import Reading, Report, Span, Status

#: The longest sentence behind a report's that is looked at, in characters.
_BEHIND = 300
_SENTENCE = re.compile(r"[ \t]+[^\n]+?[.!?](?=[\s\"”’]|$)")
#: Of acts with these statuses it can be told how they came out.
_BEGUN: frozenset[Status] = frozenset({"ongoing", "occurred"})


class Detail(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What one account says of a field of an act: a value, for numbers the least and most that it stands for."""

    field: str
    value: str
    span: Span
    low: float | None = None
    high: float | None = None

    def agrees(self, other: Detail) -> bool:
        """Can both be true?"""
        if self.low is None or other.low is None or self.high is None or other.high is None:
            return self.value == other.value
        return self.low <= other.high and other.low <= self.high


class Details:
    """The details that an article gives of the acts that it reports."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._reports = sorted(reading.reports, key=lambda report: report.trigger.start)
        self._triggers = [report.trigger.start for report in self._reports]
        self._times = sorted((time.span.start, time.span.end) for time in reading.times)
        self._lengths, self._initiatives = Lengths(reading), Initiatives(reading)

    def of(self, report: Report) -> tuple[Detail, ...]:
        """Those of the act of one report."""
        behind = _SENTENCE.match(self._text, report.evidence.end, report.evidence.end + _BEHIND)
        end = self._end(report, behind) if behind is not None else report.evidence.end
        asked = behind.end() if behind is not None else end  # "Oslo had asked for the call" reports a request as well
        return (*self._details(report, report.evidence.start, end), *self._initiated(report, asked))

    def _end(self, report: Report, behind: re.Match[str]) -> int:
        """Where a report's sentence ends, or the one behind it, if that tells of the same act.

        It does where it reports nothing of its own, takes the occasion up ("They reached a deal"), or only goes on
        with whom a fight befell ("Ten were killed").
        """
        end = report.evidence.end
        begins, ends = (bisect_left(self._triggers, place) for place in behind.span())
        own = self._reports[begins:ends]
        if report.kind == FIGHT or all(_is_consequence(other, report) for other in own):
            return behind.end()
        takes_up = report.kind in INITIATED and taking_up().match(self._text, end) is not None
        return behind.end() if takes_up else end

    def _is_time(self, span: Span) -> bool:
        """Is a number part of a day, an hour or a length of time ("on May *2* killed 14")?"""
        later = bisect_left(self._times, (span.end, 0))
        return any(start < span.end and span.start < end for start, end in self._times[max(0, later - 2) : later])

    def _details(self, report: Report, start: int, end: int) -> Iterator[Detail]:
        text, kind = self._text[start:end], report.kind
        for quantity in load_quantities().find(text, kind):
            span = _span(text, quantity.start, quantity.end, start)
            if self._is_time(span):
                continue
            yield Detail(quantity.field, " ".join(span.text.split()), span, quantity.low, quantity.high)
        for span, low, high in self._lengths.of(report, end):
            yield Detail("duration", " ".join(span.text.split()), span, low, high)
        for outcome, begins, ends in load_outcomes().find(text, kind) if report.status in _BEGUN else ():
            yield Detail("outcome", outcome, _span(text, begins, ends, start))

    def _initiated(self, report: Report, end: int) -> Iterator[Detail]:
        if report.kind in INITIATED:
            for country, span in self._initiatives.within(report.evidence.start, end, report.kind):
                yield Detail("initiative", country, span)


def _is_consequence(report: Report, of: Report) -> bool:
    """Does a report only say whom violence befell, with neither doer nor day nor place of its own?"""
    families = load_families()
    violent = families.is_disputed(report.kind) and families.is_disputed(of.kind)
    dated = report.time is not None and not report.time.inferred
    at_home = report.place is not None and any(p.span == report.place.span for p in report.participants)
    placed = report.place is not None and not at_home  # that policemen are Nigeria's says whom, not where
    told = dated or placed or any(p.role == "actor" for p in report.participants)
    return violent and not told


def _span(text: str, start: int, end: int, offset: int) -> Span:
    return Span(start + offset, end + offset, text[start:end])
