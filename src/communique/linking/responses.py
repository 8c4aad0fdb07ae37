"""Which acts answer others: "expelled ten diplomats in response to the sanctions"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from communique.lexicon.words import load_words
from communique.linking.relations import Found
from communique.records import Reading, Report

#: The most reports of one sentence that are compared.
_MOST = 20


class Answer(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """The reports of an act and of what it answers, and the words that say so."""

    answer: str
    answered: str
    words: str


def answers_of(reading: Reading) -> Iterator[Answer]:
    """The acts that answer others, as the sentences of an article tell it."""
    sentences: dict[int, list[Report]] = defaultdict(list)
    for report in reading.reports:
        sentences[report.evidence.start].append(report)
    for _, reports in sorted(sentences.items()):
        if len(reports) > 1 and (answer := _told(reports[:_MOST])) is not None:
            yield answer


def _told(reports: Sequence[Report]) -> Answer | None:
    """The act behind the words of response is answered by the one before them, or, where none is, by the next."""
    evidence = reports[0].evidence
    cue = _cues().search(evidence.text)
    if cue is None:
        return None
    begins, ends = evidence.start + cue.start(), evidence.start + cue.end()
    ordered = sorted(reports, key=lambda report: (report.trigger.start, report.id))
    before = [report for report in ordered if report.trigger.end <= begins]
    behind = [report for report in ordered if report.trigger.start >= ends]
    if not behind or not (before or len(behind) > 1):
        return None
    answered, answer = behind[0], before[-1] if before else behind[1]
    return Answer(answer.id, answered.id, " ".join(cue.group().split()))


def relations_of(answers: Iterable[Answer], event_of: Mapping[str, str]) -> Iterator[Found]:
    """The events that answer others; ``event_of`` gives the event of each report."""
    for told in answers:
        answer, answered = event_of[told.answer], event_of[told.answered]
        if answer != answered:
            yield answer, "responds to", answered, (told.words,)


@lru_cache(maxsize=1)
def _cues() -> re.Pattern[str]:
    """The words of response: "in response to", "retaliated for"."""
    heads = "|".join(sorted(load_words()["response"]))
    return re.compile(rf"\b(?:(?:in|as)\s+(?:an?\s+)?)?(?:{heads})(?:e?d|s|ing)?\s+(?:to|for|against)\b", re.IGNORECASE)
