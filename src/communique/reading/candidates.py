"""Which words of an article report an event, with roles, day, status and confidence, and why others do not."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

import msgspec

from communique.lexicon.frames import Frame, Frames
from communique.lexicon.plover import Plover
from communique.lexicon.words import Words
from communique.reading.actors import Cast
from communique.reading.admission import PRIVATE, is_private_affair, objection
from communique.reading.anaphora import Memory, place_of_act, status_as_before
from communique.reading.answers import addressees, doers, is_answered, undone_to
from communique.reading.arguments import fill_roles
from communique.reading.bystanders import without_scene
from communique.reading.chronicle import entry_days
from communique.reading.clause_senses import is_settling
from communique.reading.confidence import features_of, load_confidence
from communique.reading.doubles import (
    contents_of,
    is_characterised,
    is_cry,
    is_dated_fact,
    is_joined_in,
    is_means,
    is_object,
    is_occasion,
    is_presupposed,
    is_reply,
    same_act,
    told_again,
)
from communique.reading.dyads import as_abroad, by_the_people
from communique.reading.generality import no_single_act
from communique.reading.hosts import Hosts
from communique.reading.membership import add_bodies
from communique.reading.parse import ParsedArticle
from communique.reading.participants import Arguments
from communique.reading.protagonists import acts_in_public, find_protagonists
from communique.reading.roles import Roles
from communique.reading.sentence_places import told_from
from communique.reading.settings import event_time, time_called_off
from communique.reading.status import status_of, told_as_past
from communique.reading.stretches import around_the_day, time_since
from communique.reading.targets import struck_parties
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger, find_triggers
from communique.reading.uptake import Uptake
from communique.reading.victims import with_victims
from communique.reading.violence import is_ground
from communique.records import EventTime, Place, Status, Time

#: PLOVER types of acts that are done by saying so, in the present tense too ("We condemn the attack").
_SPOKEN = frozenset({"ACCUSE", "REJECT", "THREATEN", "REQUEST", "SUPPORT"})


#: The quad category of violence and force.
_MATERIAL_CONFLICT = 4
_DAY = datetime.timedelta(days=1)
_DONE = frozenset({"occurred", "ongoing"})
_CALLED_OFF = frozenset({"cancelled", "postponed"})


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """The lexicon files that reports are read with."""

    frames: Frames
    words: Words
    plover: Plover


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A trigger with its roles, day, status and the probability that all of them are right.

    ``rejected`` says why it makes no report, ``None`` when it does; the rest is known of those that do.
    """

    trigger: Trigger
    roles: Roles
    rejected: str | None = None
    time: EventTime | None = None
    status: Status = "occurred"
    confidence: float = 0.0


def find_candidates(
    parsed: ParsedArticle, cast: Cast, times: Sequence[Time], places: Sequence[Place], lexicon: EventLexicon
) -> Iterator[Candidate]:
    """Every trigger of an article with its roles, and why those that make no report do not."""
    arguments = Arguments(cast, places, lexicon.words)
    memory = Memory(Hosts(told_from(places, parsed.text), lexicon.words))
    uptake, days = Uptake(lexicon.words), entry_days(parsed, times)
    read: list[list[Candidate]] = []  # those of each sentence, and what of them is told
    told: list[list[Candidate]] = []
    for sentence in parsed.sentences:
        if sentence.block.kind == "dateline":
            continue
        memory.enter_sentence()
        candidates = [  # no generator: the memory has to run through the whole sentence first
            _best(triggers, arguments, memory, lexicon, cast.field)
            for triggers in find_triggers(sentence, lexicon.frames, lexicon.words)
        ]
        read.append(candidates)
        told.append(list(_one_act_one_report(candidates, lexicon.plover.presupposing)))
        for candidate in told[-1]:
            if candidate.rejected is None:
                uptake.complete(candidate)
                memory.keep(candidate.trigger, candidate.roles)
    protagonists = find_protagonists(c for row in told for c in row if c.rejected is None)
    statuses: dict[tuple[int, int] | None, Status] = {}
    for candidates, row in zip(read, told, strict=True):
        for candidate in _with_protagonists(candidates, row, protagonists, lexicon) if protagonists else row:
            if candidate.rejected is None:
                entry = days.get(candidate.trigger.sentence.block)
                before = statuses.get(candidate.roles.act)
                candidate = _rated(candidate, parsed.published, times, entry, before, lexicon)
                statuses[place_of_act(candidate.trigger)] = candidate.status
            yield candidate


def _with_protagonists(
    read: list[Candidate], told: list[Candidate], protagonists: Set[str], lexicon: EventLexicon
) -> list[Candidate]:
    """What a sentence tells, with the acts of private people whom the article shows in public affairs."""
    plover = lexicon.plover
    admitted = {
        id(c)
        for c in read
        if c.rejected == PRIVATE and _is_open_to_all(c.trigger.frame, plover) and acts_in_public(c.roles, protagonists)
    }
    if not admitted:
        return told
    again = [replace(c, rejected=None) if id(c) in admitted else c for c in read]
    return list(_one_act_one_report(again, plover.presupposing))


def _is_open_to_all(frame: Frame, plover: Plover) -> bool:
    """Is it an act that anybody may do: one of speech, or of force?"""
    return frame.absorbs or plover.quad(plover.code(frame.kind, "occurred").plover) == _MATERIAL_CONFLICT


def _rated(
    candidate: Candidate,
    published: datetime.date | None,
    times: Sequence[Time],
    entry: EventTime | None,
    before: Status | None,
    lexicon: EventLexicon,
) -> Candidate:
    """The candidate with its day, status and confidence, rejected if it tells no single act.

    ``entry`` is the day that heads its paragraph; what is told there as done was done on that day. ``before`` is the
    status of the act where the article told of it first.
    """
    trigger = candidate.trigger
    time = event_time(times, trigger) or time_since(times, trigger, published)
    if time is not None and published is not None:
        time = around_the_day(time, published)
    if time is None and entry is not None and status_of(trigger, lexicon.words, None, published) in _DONE:
        time = entry
    if time is not None and published is not None and time.start > published and told_as_past(trigger):
        time = None  # the day was reckoned from another one than the text means
    spoken = is_spoken(trigger.frame, lexicon.plover)
    if (reason := no_single_act(trigger, lexicon.words, time, spoken=spoken)) is not None:
        return replace(candidate, rejected=reason)
    if is_settling(trigger, candidate.roles, time, lexicon.words):
        return replace(candidate, rejected="moved there to stay, no visit")
    status = status_of(trigger, lexicon.words, time, published)
    if time is None or published is None or time.end >= published:
        status = status_as_before(status, before, trigger)
    if status in _CALLED_OFF and trigger.is_noun:
        time = time_called_off(times, trigger)
    if time is not None and published is not None and status == "occurred" and time.start <= published < time.end:
        # what took place "this month" did so before it was told, and "earlier this month" before that day
        earlier = time.span is not None and time.span.text.lower().startswith("earlier") and time.start < published
        time = msgspec.structs.replace(time, end=published - _DAY if earlier else published)
    confidence = load_confidence().of(features_of(trigger, candidate.roles, status))
    return replace(candidate, time=time, status=status, confidence=confidence)


def is_spoken(frame: Frame, plover: Plover) -> bool:
    """Is the act of a frame done by saying so? So is an apology, which PLOVER has among concessions."""
    return frame.kind == "apology" or plover.code(frame.kind, "occurred").plover in _SPOKEN


def _best(
    triggers: Sequence[Trigger], arguments: Arguments, memory: Memory, lexicon: EventLexicon, field: str | None
) -> Candidate:
    """The first frame of a word whose demands on its participants are met, else the first of all.

    ``field`` is that of private life which the article is about, if it is about one.
    """
    words = lexicon.words
    found: list[Candidate] = []
    for trigger in triggers:
        roles = memory.complete(trigger, fill_roles(trigger, arguments, words), arguments)
        candidate = Candidate(trigger, roles, objection(trigger, roles, arguments, words))
        if trigger.frame.after is not None and not memory.follows(trigger, trigger.frame.after):
            candidate = replace(candidate, rejected=f"no {trigger.frame.after} is told of right before")
        if candidate.rejected is None and is_private_affair(trigger, roles, field, lexicon.plover, words):
            candidate = replace(candidate, rejected="among firms or private people, no public affair")
        found.append(candidate)
        if found[-1].rejected is None:
            break
    best = found[-1] if found[-1].rejected is None else found[0]
    best = replace(best, trigger=as_abroad(best.trigger, best.roles))
    best.roles.actor = by_the_people(best.trigger, [p for p in best.roles.actor if not is_ground(p, words)])
    best.roles.recipient = without_scene(best.trigger, best.roles.recipient, words)
    struck = struck_parties(best.trigger, best.roles, words)
    best.roles.recipient = with_victims(best.trigger, struck, arguments, words)
    if add_bodies(best.trigger, best.roles, arguments) and best.rejected == PRIVATE:
        best = replace(best, rejected=objection(best.trigger, best.roles, arguments, words))
    memory.note(best.trigger, best.roles)
    return best


def _one_act_one_report(candidates: list[Candidate], presupposing: Set[str]) -> Iterator[Candidate]:
    """Reject what another candidate of the sentence says: the content of a threat, the agreeing in "agreed to meet".

    What an act of one of the ``presupposing`` kinds is about took place ("condemned Chad for *shelling* the town").
    """
    absorbed: dict[int, str] = {}
    good = [c for c in candidates if c.rejected is None]
    for candidate in candidates:
        trigger = candidate.trigger
        nobody = (candidate.roles.missing or "").startswith("clause")  # "said that *talks* should resume"
        if candidate.rejected is not None and (nobody or not trigger.frame.absorbs):
            continue
        speaks = trigger.frame.absorbs or trigger.frame.yields
        contents = {token.i for token in contents_of(trigger)} if speaks else set()
        inner = [c for c in good if c is not candidate and c.trigger.token.i in contents]
        inner = [c for c in inner if not is_occasion(c.trigger, trigger) and not is_dated_fact(c.trigger, trigger)]
        caused = trigger.frame.causing and any(is_object(c.trigger, trigger) for c in inner)
        met = any(c.trigger.frame.contact and any(p.entity.country for p in c.roles.everyone) for c in inner)
        if caused or (trigger.frame.yields and met):
            absorbed[trigger.token.i] = "its content is reported as an act of its own"
        else:
            kind = trigger.frame.kind
            own = (c for c in inner if kind not in presupposing or not is_presupposed(c, kind))
            own = (c for c in own if not is_joined_in(c, candidate))
            for c in (c for c in own if not is_reply(c, candidate) and not is_answered(c, candidate)):
                absorbed.setdefault(c.trigger.token.i, f"content of the {trigger.frame.kind} ({trigger.token.text!r})")
        if candidate.rejected is None:
            for token, why in _repeats(candidate, good):
                absorbed.setdefault(token.i, why)
    for candidate in candidates:
        reason = absorbed.get(candidate.trigger.token.i)
        others = (addressees(candidate, c) or doers(candidate, c) or undone_to(candidate, c) for c in good)
        candidate.roles.recipient = next((found for found in others if found), candidate.roles.recipient)
        yield candidate if candidate.rejected or reason is None else replace(candidate, rejected=reason)


def _repeats(candidate: Candidate, good: Sequence[Candidate]) -> Iterator[tuple[Token, str]]:
    """The words that tell an act again which a candidate or one of the others tells, and why they do."""
    trigger = candidate.trigger
    for c in good:
        if is_cry(trigger, c.trigger):  # which the crowd's own act tells
            continue
        if is_cry(c.trigger, trigger):
            yield c.trigger.token, f"said by the {trigger.frame.kind} ({trigger.token.text!r})"
        if same_act(c, candidate) or is_characterised(c.trigger, trigger):
            yield c.trigger.token, f"the same act as {trigger.token.text!r}"
        elif (again := told_again(candidate, c)) is not None:
            kept = trigger if again is c else c.trigger
            yield again.trigger.token, f"the same act as {kept.token.text!r}"
    for c in good:
        if c is not candidate and is_means(c.trigger, trigger):
            yield c.trigger.token, f"instrument of {trigger.token.text!r}"
