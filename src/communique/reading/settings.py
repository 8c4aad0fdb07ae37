"""When and where an act was: the time and place that syntax ties to its words, else the only one its clause names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.reading.parse import Sentence
from communique.reading.places import governing_place
from communique.reading.syntax import SUBJECTS, deep_object
from communique.reading.times import governing_duration, governing_time
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.records import EventTime, Place, Span, Time

#: Participles that serve as prepositions and open no clause.
_LIKE_PREPOSITIONS = frozenset({"following", "including", "concerning", "regarding", "considering"})
_CLAUSE_EDGES = frozenset({"ccomp", "relcl", "advcl", "acl", "parataxis", "csubj"})


def event_time(times: Sequence[Time], trigger: Trigger) -> EventTime | None:
    """The days of an act, or ``None`` where its sentence ties none to it."""
    for bearer in _bearers(trigger):
        found = governing_time(times, trigger.sentence, bearer)
        if found is not None:
            return _as_event_time(found)
    return _as_event_time(_only_date(times, trigger.sentence, trigger.token))


def event_duration(times: Sequence[Time], trigger: Trigger) -> Span | None:
    """The words that say how long an act took."""
    for bearer in _bearers(trigger):
        found = governing_duration(times, trigger.sentence, bearer)
        if found is not None:
            return found.span
    return None


def event_place(places: Sequence[Place], trigger: Trigger, done_to: Sequence[Span] = ()) -> Place | None:
    """Where an act was; of a visit, where it led; of violence, the place or state that it is ``done_to``."""
    for bearer in _bearers(trigger):
        found = governing_place(places, trigger.sentence, bearer, destination=trigger.frame.kind == "visit")
        if found is not None:
            return found
    if trigger.frame.at_target:
        hit = deep_object(trigger.token) if not trigger.is_noun else None  # a capital, too, is bombed where it lies
        at = trigger.sentence.start_of(hit) if hit is not None else None
        return next(
            (
                p
                for p in trigger.sentence.begun_in(places)
                if any(span.start <= p.span.start and p.span.end <= span.end for span in done_to)
                or (at is not None and p.span.start <= at < p.span.end)
            ),
            None,
        )
    return None


def _bearers(trigger: Trigger) -> Iterator[Token]:
    """The tokens that the trigger's adverbials may hang on, nearest first."""
    found = (trigger.token, trigger.noun, trigger.outer, trigger.support)
    yield from {token.i: token for token in found if token is not None}.values()


def _only_date(times: Sequence[Time], sentence: Sentence, trigger: Token) -> Time | None:
    """The one date of a sentence, when the trigger stands in its clause ("following talks in Rome, May 5, 1990")."""
    dates = [t for t in sentence.begun_in(times) if t.timex.type in {"DATE", "TIME"} and t.start is not None]
    if len(dates) != 1:
        return None
    tokens = [t for t in sentence.tokens if dates[0].span.start <= sentence.start_of(t) < dates[0].span.end]
    if not tokens or _clause_of(tokens[0]) != _clause_of(trigger) or _is_said(tokens[0]) or _bounds(tokens[0]):
        return None
    return dates[0]


def _clause_of(token: Token) -> int:
    """The token that heads the clause a token stands in."""
    while token.head != token and not _opens_clause(token):
        token = token.head
    return int(token.i)


def _opens_clause(token: Token) -> bool:
    if token.dep_ == "conj":  # "met on Monday and signed a treaty" is one clause with two verbs
        return token.pos_ in {"VERB", "AUX"} and any(c.dep_ in SUBJECTS for c in token.children)
    return token.dep_ in _CLAUSE_EDGES and token.lower_ not in _LIKE_PREPOSITIONS


def _bounds(date: Token) -> bool:
    """Does the date only bound a stretch of time ("since February", "until May")?"""
    return any(a.dep_ == "prep" and a.lower_ in {"since", "until", "till", "from", "by"} for a in date.ancestors)


def _is_said(date: Token) -> bool:
    """Does the date hang on a verb that has a clause as its object ("said on Monday that …")?"""
    verb = next((a for a in date.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    return verb is not None and any(c.dep_ == "ccomp" for c in verb.children)


def _as_event_time(time: Time | None) -> EventTime | None:
    if time is None or time.start is None or time.end is None or time.precision is None:
        return None
    return EventTime(start=time.start, end=time.end, precision=time.precision, span=time.span)
