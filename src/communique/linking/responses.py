"""Which acts answer others: "expelled ten diplomats in response to the sanctions"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from communique.lexicon.words import load_words
from communique.linking.relations import Found
from communique.records import Reading, Report

#: The most reports of one sentence that are compared.
_MOST = 20


def find_answers(readings: Sequence[Reading], event_of: Mapping[str, str]) -> Iterator[Found]:
    """The events that answer others, as sentences tell it; ``event_of`` gives the event of each report."""
    for reading in readings:
        sentences: dict[int, list[Report]] = defaultdict(list)
        for report in reading.reports:
            sentences[report.evidence.start].append(report)
        for _, reports in sorted(sentences.items()):
            if len(reports) > 1:
                yield from _told(reports[:_MOST], event_of)


def _told(reports: Sequence[Report], event_of: Mapping[str, str]) -> Iterator[Found]:
    """The act behind the words of response is answered by the one before them, or, where none is, by the next."""
    evidence = reports[0].evidence
    cue = _cues().search(evidence.text)
    if cue is None:
        return
    begins, ends = evidence.start + cue.start(), evidence.start + cue.end()
    ordered = sorted(reports, key=lambda report: (report.trigger.start, report.id))
    before = [report for report in ordered if report.trigger.end <= begins]
    behind = [report for report in ordered if report.trigger.start >= ends]
    if not behind or not (before or len(behind) > 1):
        return
    answered, answer = behind[0], before[-1] if before else behind[1]
    if event_of[answered.id] != event_of[answer.id]:
        yield event_of[answer.id], "responds to", event_of[answered.id], (" ".join(cue.group().split()),)


@lru_cache(maxsize=1)
def _cues() -> re.Pattern[str]:
    """The words of response: "in response to", "retaliated for"."""
    heads = "|".join(sorted(load_words()["response"]))
    return re.compile(rf"\b(?:(?:in|as)\s+(?:an?\s+)?)?(?:{heads})(?:e?d|s|ing)?\s+(?:to|for|against)\b", re.IGNORECASE)
