"""What an account adds to who, when and where: numbers, how the act came out, and at whose initiative it was.

Details stand in the sentence of a report, or in the one behind it where that reports nothing of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from communique.lexicon.outcomes import load_outcomes
from communique.lexicon.quantities import load_quantities
from communique.lexicon.states import load_states
from communique.records import Reading, Report, Span

#: The longest sentence behind a report's that is looked at, in characters.
_BEHIND = 300
_SENTENCE = re.compile(r"[ \t]+[^\n]+?[.!?](?=[\s\"”’]|$)")
_INITIATIVE = re.compile(
    r"\b(?:at|on|upon|by)\s+(?P<holder>(?:[\w'’-]+\s+){1,5}?)(?:initiative|request)\b(?:\s+(?:of|from)\s+(?P<after>(?:[\w'’-]+\s*){1,5}))?",
    re.IGNORECASE,
)
_INITIATED = frozenset({"meeting", "negotiation", "call", "conference", "visit"})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


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


def details_of(reading: Reading, report: Report) -> tuple[Detail, ...]:
    """The details that an article gives of the act of one of its reports."""
    start, end = passage(reading.text, report, reading.reports)
    text = reading.text[start:end]
    return tuple(Detail(d.field, d.value, _moved(d.span, start), d.low, d.high) for d in _details(text, report.kind))


def passage(text: str, report: Report, reports: Sequence[Report]) -> tuple[int, int]:
    """Where a report's sentence begins, and where it or the sentence behind it ends."""
    start, end = report.evidence.start, report.evidence.end
    behind = _SENTENCE.match(text, end, end + _BEHIND)
    if behind is None or any(behind.start() <= other.trigger.start < behind.end() for other in reports):
        return start, end
    return start, behind.end()


def _details(text: str, kind: str) -> Iterator[Detail]:
    for quantity in load_quantities().find(text, kind):
        words = text[quantity.start : quantity.end]
        span = Span(quantity.start, quantity.end, words)
        yield Detail(quantity.field, " ".join(words.split()), span, quantity.low, quantity.high)
    for outcome, start, end in load_outcomes().find(text, kind):
        yield Detail("outcome", outcome, Span(start, end, text[start:end]))
    for match in _INITIATIVE.finditer(text) if kind in _INITIATED else ():
        states = _states(f"{match['holder']} {match['after'] or ''}")
        if len(states) == 1:
            yield Detail("initiative", states.pop(), Span(match.start(), match.end(), match.group()))


def _states(text: str) -> set[str]:
    """The countries of the states that words name, as such or by their adjective."""
    states = load_states()
    words = _WORD.findall(text)
    found = {states.by_name(word) or states.by_adjective(word) for word in words if word[0].isupper()}
    return {state.country for state in found if state is not None}


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.text)
