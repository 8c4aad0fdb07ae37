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
from communique.reading.anaphora import Memory
from communique.reading.answers import addressees, doers, is_answered
from communique.reading.arguments import fill_roles, is_counted, may_be_unnamed
from communique.reading.bystanders import without_scene
from communique.reading.cast import Entity
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
from communique.reading.dyads import as_abroad
from communique.reading.entity_kinds import is_business, is_public
from communique.reading.generality import no_single_act
from communique.reading.hosts import Hosts
from communique.reading.nominal import takes_place
from communique.reading.parse import ParsedArticle
from communique.reading.participants import Arguments
from communique.reading.private_life import are_private, is_relative
from communique.reading.roles import Roles
from communique.reading.senses import other_sense
from communique.reading.sentence_places import dateline_place
from communique.reading.settings import event_time, time_called_off
from communique.reading.status import status_of, told_as_past
from communique.reading.stretches import around_the_day, time_since
from communique.reading.syntax import SUBJECTS
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger, find_triggers
from communique.reading.violence import is_by_bomb, is_discharge, is_ground
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
    memory = Memory(Hosts(dateline_place(places, parsed.text), lexicon.words))
    days = entry_days(parsed, times)
    for sentence in parsed.sentences:
        if sentence.block.kind == "dateline":
            continue
        memory.enter_sentence()
        candidates = [  # no generator: the memory has to run through the whole sentence first
            _best(triggers, arguments, memory, lexicon, cast.field)
            for triggers in find_triggers(sentence, lexicon.frames, lexicon.words)
        ]
        for candidate in _one_act_one_report(candidates, lexicon.plover.presupposing):
            if candidate.rejected is None:
                memory.keep(candidate.trigger, candidate.roles)
                candidate = _rated(candidate, parsed.published, times, days.get(sentence.block), lexicon)
            yield candidate


def _rated(
    candidate: Candidate,
    published: datetime.date | None,
    times: Sequence[Time],
    entry: EventTime | None,
    lexicon: EventLexicon,
) -> Candidate:
    """The candidate with its day, status and confidence, rejected if it tells no single act.

    ``entry`` is the day that heads its paragraph; what is told there as done was done on that day.
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
        candidate = _checked(trigger, roles, arguments, words)
        if trigger.frame.after is not None and not memory.follows(trigger, trigger.frame.after):
            candidate = replace(candidate, rejected=f"no {trigger.frame.after} is told of right before")
        if candidate.rejected is None and _is_private(trigger.frame, roles, field, lexicon):
            candidate = replace(candidate, rejected="among firms or private people, no public affair")
        found.append(candidate)
        if found[-1].rejected is None:
            break
    best = found[-1] if found[-1].rejected is None else found[0]
    best = replace(best, trigger=as_abroad(best.trigger, best.roles))
    best.roles.actor = [p for p in best.roles.actor if not is_ground(p)]
    best.roles.recipient = without_scene(best.trigger, best.roles.recipient, words)
    memory.note(best.trigger, best.roles)
    return best


def _checked(trigger: Trigger, roles: Roles, arguments: Arguments, words: Words) -> Candidate:
    """A candidate, rejected when the frame's demands on its participants are not met."""
    frame = trigger.frame
    if trigger.is_noun and trigger.relation == "for" and _is_post(trigger.governor, arguments, trigger):
        return Candidate(trigger, roles, "what somebody's post is for")
    if roles.missing:
        return Candidate(trigger, roles, f"no actor in the slot {roles.missing!r}")
    if not roles.everyone and frame.parties and not (may_be_unnamed(trigger) and is_counted(trigger)):
        return Candidate(trigger, roles, "no participant is a known actor")
    if frame.supported and trigger.is_noun and not takes_place(trigger, words):
        return Candidate(trigger, roles, "no verb says that it takes place")
    if _is_interview(frame, roles):
        return Candidate(trigger, roles, "somebody speaks to the press")
    if roles.actor and all(party.token.lemma_.lower() in words["commentator"] for party in roles.actor):
        return Candidate(trigger, roles, "what commentators say of it")
    if (sense := other_sense(trigger, roles, words)) is not None:
        return Candidate(trigger, roles, sense)
    if frame.kind == "release" and is_discharge(trigger, words):
        return Candidate(trigger, roles, "a patient leaves a hospital")
    if frame.public and roles.actor and all(_is_in_business(party.entity, words) for party in roles.actor):
        return Candidate(trigger, roles, "what a firm or family does of this kind is business")
    by_authorities = frame.official and not roles.actor and may_be_unnamed(trigger)
    if not by_authorities and not _may_take_part(frame, roles) and not is_by_bomb(trigger, words):
        return Candidate(trigger, roles, "no participant is known to act for a state, body or organised group")
    if roles.everyone and roles.count < frame.parties and not _meets_itself(trigger, roles):
        return Candidate(trigger, roles, f"{roles.count} of {frame.parties} parties found")
    return Candidate(trigger, roles)


def _is_private(frame: Frame, roles: Roles, field: str | None, lexicon: EventLexicon) -> bool:
    """Does an act concern only firms and private people? Violence, arrests and protests are of public concern."""
    plover = lexicon.plover
    if plover.quad(plover.code(frame.kind, "occurred", plover=frame.plover).plover) == _MATERIAL_CONFLICT:
        return False
    parties = [party.entity for party in (*roles.everyone, *roles.mediator)]
    if roles.host:  # a trip is private by who makes it, wherever it leads
        abroad = [e for e in parties if e.type in {"state", "place"}]
        parties = [e for e in parties if e.sector is not None or e not in abroad]
        if not abroad and all(_is_private_visitor(party.entity, lexicon.words) for party in roles.actor):
            return True  # "his wife visited him", "a man visited an inmate"
    return are_private(parties, field, lexicon.words)


def _is_private_visitor(entity: Entity, words: Words) -> bool:
    return is_relative(entity, words) or (entity.sector == "CVL" and entity.country is None)


def _is_in_business(entity: Entity, words: Words) -> bool:
    """Is it a firm, or a family, which spends its own money ("the *Roe family* lent it two million")?"""
    return is_business(entity) or entity.name.lower().rpartition(" ")[2] in words["household"]


def _meets_itself(trigger: Trigger, roles: Roles) -> bool:
    """Do the members of an international body meet each other ("the Security Council *held a meeting*")?

    So do those of "a *meeting* of the Group of Seven", of "an OPEC *meeting*", of "the alliance's next *summit*".
    """
    if not (trigger.frame.contact and trigger.frame.reciprocal) or len(roles.everyone) != 1 or roles.partners:
        return False
    told = [t for t in (trigger.token, trigger.noun, trigger.support) if t is not None]
    with_others = any(c.dep_ == "prep" and c.lower_ in {"with", "between"} for t in told for c in t.children)
    entity = roles.everyone[0].entity
    acts = roles.everyone[0].token.dep_ in SUBJECTS or _is_of_noun(roles.everyone[0].token, trigger)
    return entity.type == "organisation" and entity.sector == "IGO" and acts and not with_others


def _is_of_noun(party: Token, trigger: Trigger) -> bool:
    """Does a noun say whose it is by a word before it or by "of"?"""
    noun = trigger.noun if trigger.is_noun else None
    if noun is None or noun.tag_ != "NN":  # "OPEC *meetings* are long"
        return False
    behind_of = party.dep_ == "pobj" and party.head.lower_ == "of" and party.head.head == noun
    return behind_of or (party.head == noun and party.dep_ in {"poss", "compound", "nmod"})


def _is_interview(frame: Frame, roles: Roles) -> bool:
    """Do reporters meet just one other side? They hear what it says, and are no party to anything."""
    if not (frame.contact and frame.reciprocal and frame.parties > 1):
        return False
    others = {p.entity.id for p in roles.everyone if p.entity.sector != "JRN"}
    return len(others) < 2 and any(p.entity.sector == "JRN" for p in roles.everyone)


def _is_post(governor: Token | None, arguments: Arguments, trigger: Trigger) -> bool:
    """Is a noun governed by a person's, as his matter ("the envoy for the nuclear *talks*")?"""
    return governor is not None and governor.pos_ == "NOUN" and arguments.is_person(trigger.sentence, governor)


def _may_take_part(frame: Frame, roles: Roles) -> bool:
    """May the parties do what the frame says: is one of them public, or is it an act of people met or of anyone?

    The state of a mere place is no party ("sold shares in Chad") unless the act is done to it.
    """
    parties = [p.entity for p in roles.everyone if p.entity.type != "place" or frame.at_target]
    if frame.anyone or not frame.parties or not roles.everyone or any(is_public(entity) for entity in parties):
        return True
    people = [entity for entity in parties if entity.type == "person"]
    return frame.contact and (len(people) == len(parties) or len(people) > 1)


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
        others = (addressees(candidate, c) or doers(candidate, c) for c in good)
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
