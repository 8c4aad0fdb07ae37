"""When and where somebody went on speaking: "On Tuesday Lee accused Chad of fraud. *She also called* for sanctions."

A day that is said once of what somebody says holds for what follows, as long as the same person speaks and no other
time is named: one act of speech is told in several sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from communique.reading.foreground import is_told_now, main_verb
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.places import governing_place
from communique.reading.settings import as_event_time
from communique.reading.times import governing_time
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.records import EventTime, Place, Report, Statement, Time

#: How many sentences a time holds on, across how many paragraphs.
_REACH, _PARAGRAPHS = 3, 1


#: Where each speaker of a sentence speaks, by the speaker's id.
SpokenAt: TypeAlias = Mapping[str, Place]


def places_of_speech(
    parsed: ParsedArticle, statements: Sequence[Statement], places: Sequence[Place]
) -> Mapping[int, SpokenAt]:
    """Where people speak ("*told* reporters *in Oslo*"), by the index of the sentence that says so."""
    spoken: dict[int, dict[str, Place]] = {}
    for sentence, cue, actor in _cues(parsed, statements):
        place = governing_place(places, sentence, cue) if sentence.begun_in(places) else None
        if place is not None:
            spoken.setdefault(sentence.index, {})[actor] = place
    return spoken


class SpeechTimes:
    """Who speaks when, sentence by sentence."""

    def __init__(self, parsed: ParsedArticle, times: Sequence[Time], statements: Sequence[Statement]) -> None:
        self._sentences = parsed.sentences
        self._blocks = {block: number for number, block in enumerate(parsed.blocks)}
        self._spoken: dict[int, dict[str, EventTime]] = {}
        self._dated = {s.index for s in parsed.sentences if any(t.start is not None for t in s.begun_in(times))}
        for sentence, cue, actor in _cues(parsed, statements):
            time = as_event_time(governing_time(times, sentence, cue))
            if time is not None and time.precision == "day":
                self._spoken.setdefault(sentence.index, {})[actor] = time

    def note(self, report: Report, sentence: Sentence) -> None:
        """Take note of an act of speech whose time is stated."""
        if report.time is not None and report.time.precision == "day" and not report.time.inferred:
            for actor in actors_of(report):
                self._spoken.setdefault(sentence.index, {})[actor] = report.time

    def of(self, trigger: Trigger, report: Report) -> EventTime | None:
        """The time of what its actor said before, where the act goes on with that."""
        sentence, verb = trigger.sentence, main_verb(trigger)
        if report.status != "occurred" or verb is None or not is_told_now(verb, title=False, perfect=False):
            return None
        if sentence.index in self._dated or sentence.block not in self._blocks:
            return None
        for index in range(sentence.index - 1, max(sentence.index - _REACH, 0) - 1, -1):
            before = self._sentences[index]
            if self._paragraphs_between(before, sentence) > _PARAGRAPHS:
                return None
            if (time := self._of_same(self._spoken.get(index, {}), report)) is not None:
                return time
            if index in self._dated:
                return None
        return None

    def _paragraphs_between(self, before: Sentence, sentence: Sentence) -> int:
        return self._blocks[sentence.block] - self._blocks.get(before.block, -_REACH)

    @staticmethod
    def _of_same(spoken: Mapping[str, EventTime], report: Report) -> EventTime | None:
        return next((spoken[actor] for actor in actors_of(report) if actor in spoken), None)


def actors_of(report: Report) -> Iterator[str]:
    """The ids of those who did it."""
    return (party.actor for party in report.participants if party.role == "actor")


def _cues(parsed: ParsedArticle, statements: Sequence[Statement]) -> Iterator[tuple[Sentence, Token, str]]:
    """The verbs of saying of known speakers, with their sentences and the actors."""
    for statement in statements:
        if statement.cue is None or statement.speaker is None or statement.speaker.actor is None:
            continue
        sentence = parsed.sentence_at(statement.cue.start)
        if sentence is None:
            continue
        tokens = sentence.tokens.doc.tokens_in(
            statement.cue.start - sentence.offset, statement.cue.end - sentence.offset
        )
        yield from ((sentence, token, statement.speaker.actor) for token in tokens if token.pos_ == "VERB")
