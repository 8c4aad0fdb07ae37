"""What happened: reports of events with their participants, status, day, place, topics and source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.lexicon.frames import Frame
from communique.reading.actors import Cast
from communique.reading.attribution import attribution_of
from communique.reading.candidates import Candidate, EventLexicon, find_candidates, is_spoken
from communique.reading.cast import Entity
from communique.reading.continuation import continue_topics
from communique.reading.continued_times import SpeechTimes, SpokenAt, places_of_speech
from communique.reading.grounds import Grounds
from communique.reading.narrative_time import NarrativeTimes
from communique.reading.occasions import Occasions
from communique.reading.parse import ParsedArticle
from communique.reading.scenes import Scenes, Told
from communique.reading.seats import outside_bodies, with_seats
from communique.reading.settings import as_event_time, event_duration, event_place
from communique.reading.spokesmen import speaking_for
from communique.reading.stage import Stage
from communique.reading.topics import topics_of
from communique.reading.triggers import Trigger
from communique.records import Attribution, Participant, Place, Report, Span, Statement, Time, digest

#: The quad categories of verbal and of material conflict.
_CONFLICT = frozenset({3, 4})
_MATERIAL_CONFLICT = 4
#: The quad categories of what is done by speaking.
_SPOKEN = frozenset({1, 3})


def find_reports(
    parsed: ParsedArticle,
    cast: Cast,
    times: Sequence[Time],
    places: Sequence[Place],
    statements: Sequence[Statement],
    lexicon: EventLexicon,
) -> tuple[Report, ...]:
    """The reports of an article in reading order, at most one for each act that a sentence names."""
    free = with_seats(outside_bodies(places, cast), cast, parsed.text)
    narrative, speech = NarrativeTimes(parsed, times, statements), SpeechTimes(parsed, times, statements)
    stage = Stage(parsed, free)
    grounds, occasions = Grounds(stage), Occasions(parsed, times, free)
    people = {entity.id: entity for entity in cast.entities}
    found: dict[tuple[int, int], Report] = {}
    triggers: dict[tuple[int, int], Trigger] = {}
    for candidate in find_candidates(parsed, cast, times, places, lexicon):
        if candidate.rejected is None:
            report = _report(parsed, candidate, times, free, grounds, occasions, statements, people, lexicon)
            if report.participants or report.time or (report.place and not candidate.trigger.frame.contact):
                report = _in_story(candidate, report, narrative, speech, lexicon)
                at = candidate.trigger.sentence.index, candidate.trigger.token.i
                triggers[at] = candidate.trigger
                found[at] = _in_sequence(candidate.trigger, report, found)
    # what a participle before a noun tells ("the *visiting* president") and the article elsewhere
    aside = [at for at in found if triggers[at].token.dep_ == "amod"]
    for at in [at for at in aside if _is_told_apart(found[at], found)]:
        del found[at]
    found = _settled(found, triggers, stage, lexicon, places_of_speech(parsed, statements, free))
    contacts: dict[int, list[Report]] = {}
    for (index, _), report in found.items():
        if report.kind in lexicon.frames.contacts:
            contacts.setdefault(index, []).append(report)
    told_of = continue_topics(parsed.sentences, contacts, frozenset(found), cast, lexicon.words)
    reports = [(told_of.get(report.id, report), triggers[at].frame) for at, report in sorted(found.items())]
    every = [report for report, _ in reports]
    return tuple(one for report, frame in reports for one in (report, *_in_person(report, frame, every, lexicon)))


def _in_story(
    candidate: Candidate, report: Report, narrative: NarrativeTimes, speech: SpeechTimes, lexicon: EventLexicon
) -> Report:
    """The report, where its clause does not say when its act was, with what the sentences before or the article say."""
    spoken = lexicon.plover.quad(report.plover) in _SPOKEN
    if report.time is not None:
        narrative.note(report, candidate.trigger.sentence)
        if spoken and report.status == "occurred":  # what is planned or called off is of another day than the words
            speech.note(report, candidate.trigger.sentence)
        return report
    time = speech.of(candidate.trigger, report) if spoken else None
    violent = lexicon.plover.quad(report.plover) == _MATERIAL_CONFLICT and report.plover != "SANCTION"
    time = time or narrative.of(candidate.trigger, report, spoken=spoken, violent=violent)
    return msgspec.structs.replace(report, time=time) if time is not None else report


def _is_told_apart(aside: Report, found: Mapping[tuple[int, int], Report]) -> bool:
    """Does another report tell more of an act of one kind by the same actor?"""
    doing = {p.actor for p in aside.participants}
    return any(
        r is not aside and r.kind == aside.kind and not doing.isdisjoint(p.actor for p in r.participants)
        for r in found.values()
    )


def _settled(
    found: dict[tuple[int, int], Report],
    triggers: dict[tuple[int, int], Trigger],
    stage: Stage,
    lexicon: EventLexicon,
    spoken: Mapping[int, SpokenAt],
) -> dict[tuple[int, int], Report]:
    """The reports in reading order, those without a place in the scene that the text has set."""
    told = {at: Told(triggers[at], report) for at, report in sorted(found.items())}
    Scenes(list(told.values()), stage, lexicon.frames, spoken).settle()
    return {at: one.report for at, one in told.items()}


def _in_sequence(trigger: Trigger, report: Report, found: dict[tuple[int, int], Report]) -> Report:
    """The report, tied to the act that it is said to have followed in the same sentence ("…, followed by talks")."""
    governor = trigger.governor
    told = report.time is not None and not report.time.inferred
    if told or governor is None or governor.lemma_ != "follow" or trigger.relation != "by":
        return report
    for (index, i), earlier in reversed(found.items()):
        if index != trigger.sentence.index:
            break
        if i < governor.i:
            return msgspec.structs.replace(report, same_day_as=earlier.id)
    return report


def _in_person(report: Report, frame: Frame, reports: Sequence[Report], lexicon: EventLexicon) -> Iterator[Report]:
    """The meeting that it is, too, when one person receives another, unless the sentence tells that ("for talks")."""
    parties = [p for p in report.participants if p.type == "person" and p.role in {"actor", "host"}]
    if frame.in_person is None or {p.role for p in parties} != {"actor", "host"}:
        return
    if len({p.country for p in parties if p.role == "actor"}) > 1:  # guests of two sides meet each other
        return
    both = {p.actor for p in parties}
    told = (
        r for r in reports if r.evidence == report.evidence and r.kind in lexicon.frames.contacts and r is not report
    )
    if any(both <= {p.actor for p in r.participants if p.role == "actor"} for r in told):
        return
    code = lexicon.plover.code(frame.in_person, report.status)
    yield msgspec.structs.replace(
        report,
        id=digest("report", report.article, report.trigger.start, report.trigger.end, frame.in_person),
        kind=frame.in_person,
        plover=code.plover,
        mode=code.mode,
        cameo=code.cameo,
        score=code.score,
        participants=tuple(msgspec.structs.replace(p, role="actor") for p in parties),
    )


def _report(
    parsed: ParsedArticle,
    candidate: Candidate,
    times: Sequence[Time],
    places: Sequence[Place],
    grounds: Grounds,
    occasions: Occasions,
    statements: Sequence[Statement],
    people: Mapping[str, Entity],
    lexicon: EventLexicon,
) -> Report:
    trigger = candidate.trigger
    frame, sentence = trigger.frame, trigger.sentence
    status = candidate.status
    code = lexicon.plover.code(frame.kind, status, plover=frame.plover, mode=frame.mode, cameo=frame.cameo)
    participants = candidate.roles.participants()
    standing = _standing(participants)
    if lexicon.plover.quad(code.plover) in _CONFLICT and code.plover != "SANCTION":  # which is between governments
        participants = tuple(_as_inhabitants(p) for p in participants)
    topics = topics_of(trigger, lexicon.words, [p.span for p in participants if p.span is not None])
    evidence = sentence.whole
    words = trigger_span(trigger)
    attribution = attribution_of(statements, sentence, words.start) or Attribution(source="outlet")
    # agreeing takes another side: who says that his state agreed to something does not do so by it
    verbal = lexicon.plover.quad(code.plover) in _SPOKEN and (frame.absorbs or frame.yields) and not frame.reciprocal
    verbal = (verbal or is_spoken(frame, lexicon.plover)) and not trigger.is_noun
    if verbal and status != "denied":  # who says that his state does not do it does not do it either
        participants = speaking_for(trigger.token, participants, attribution, people)
    return Report(
        id=digest("report", parsed.article.id, words.start, words.end, frame.kind),
        article=parsed.article.id,
        kind=frame.kind,
        frame=frame.id,
        status=status,
        plover=code.plover,
        mode=code.mode,
        contexts=lexicon.plover.contexts_of([evidence.text]),
        cameo=code.cameo,
        score=code.score,
        participants=participants,
        time=candidate.time or (as_event_time(occasions.time(trigger)) if status == "occurred" else None),
        duration=event_duration(times, trigger),
        place=event_place(places, trigger, *standing)
        or occasions.place(trigger)
        or grounds.place(trigger, candidate.roles),
        topics=topics,
        attribution=attribution,
        trigger=words,
        evidence=evidence,
        confidence=candidate.confidence,
    )


def _standing(participants: Sequence[Participant]) -> tuple[list[Span], list[Span]]:
    """Where those to whom an act is done, and all who take part in it, stand in the text."""
    told = [(p.role, p.span) for p in participants if p.span is not None]
    return [span for role, span in told if role == "recipient"], [span for _, span in told]


def _as_inhabitants(party: Participant) -> Participant:
    """What is done against a place is done to those who live there: civilians, as PLOVER codes them."""
    if party.role != "recipient" or party.type != "place":
        return party
    return msgspec.structs.replace(party, sector="CVL")


def trigger_span(trigger: Trigger) -> Span:
    """The trigger's words: verb with its particle, or verb to object where the object belongs to the trigger."""
    tokens = [trigger.token, *(c for c in trigger.token.children if c.dep_ == "prt")]
    if trigger.noun is not None and not trigger.is_noun and abs(trigger.noun.i - trigger.token.i) <= 8:
        tokens.append(trigger.noun)
    tokens.sort(key=lambda t: t.i)
    return trigger.sentence.span(tokens[0], tokens[-1])
