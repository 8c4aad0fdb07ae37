"""Where acts were that go on with what the text told before: the scene stays until the text leaves it.

A text sets a scene once. Two ways of going on with it are read:

* the same act again: "the attack", "the talks", or another act of its family by the same parties right behind it, is
  where the act was that it takes up; a definite noun may also come first and be placed by the sentences behind it;
* people stay where they are: who visited Oslo, or spoke there, meets people there in the next sentences too.

Either holds only where nothing speaks against it: times that do not meet, one act done and the other ahead, other
parties, a place elsewhere in the sentence, or a word such as "another". What people say is told where they are, too,
but said again it has no scene of its own. Who was not told to have gone anywhere may be at home.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from communique.lexicon.families import load_families
from communique.lexicon.frames import Frames
from communique.lexicon.grounds import load_grounds
from communique.lexicon.states import load_states
from communique.lexicon.toponyms import load_toponym_words
from communique.reading.at_home import state_of_all, told_from_home
from communique.reading.continued_times import SpokenAt, actors_of
from communique.reading.relations import surface_subject
from communique.reading.stage import Stage
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.records import EventTime, Participant, Place, Report, Role

#: How many sentences a scene lasts: for an act named again by a noun, for one that goes on, and for people.
_NAMED, _GOES_ON, _STAY, _ALL = 5, 1, 4, 1_000
#: So many reports are looked through at most, to either side.
_MOST = 12
#: Days before publication that are news; sentences of the lead, which tells them though it names no day.
_DAYS, _LEAD = 4, 5
_DONE = frozenset({"occurred", "ongoing"})
#: Sectors of those who act abroad as often as at home.
_ROAMING = frozenset({"MIL", "IGO", "JRN", "NGO", "SPY"})
_COMPLEMENT = frozenset({"on", "of", "against", "in", "between", "with", "at", "near", "for"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "its"})
_ASIDE = frozenset({"after", "before", "following", "since", "until", "ahead", "prior", "despite"})


@dataclass(slots=True, eq=False)
class Told:
    """A report with its trigger."""

    trigger: Trigger
    report: Report

    @property
    def index(self) -> int:
        """The index of its sentence."""
        return self.trigger.sentence.index


class Scenes:
    """Places reports by those told around them, or by the ``stage`` where the article plays."""

    def __init__(self, told: Sequence[Told], stage: Stage, frames: Frames, spoken: Mapping[int, SpokenAt]) -> None:
        self._told, self._stage, self._frames, self._spoken = told, stage, frames, spoken
        self._families, self._grounds = load_families(), load_grounds()

    def settle(self) -> None:
        """Give places to the reports that have none, or only a state, in the order of the text."""
        for n, one in enumerate(self._told):
            known = one.report.place
            place = self._again(n) if known is None or _is_state(known) else None
            if place is None and known is None:
                place = self._of_people(n) or self._on_stage(one) or self._at_home(one)
            if place is not None and (known is None or place.country == known.country):
                one.report = msgspec.structs.replace(one.report, place=place)

    def _again(self, n: int) -> Place | None:
        """The place of the act that the report tells of again."""
        one = self._told[n]
        if self._families.is_speech(one.report.kind) or one.report.kind not in self._grounds:
            return None
        family = self._families.of(one.report.kind)
        named = self._names_again(one.trigger, family)
        for other in self._around(n):
            if self._families.of(other.report.kind) != family or other.report.place is None:
                continue
            apart = other.index == one.index and not _at_once(one.trigger, other.trigger)
            if apart and one.report.kind == other.report.kind == "visit":
                continue  # "toured the region *before flying* to Oslo"
            far = abs(one.index - other.index)
            later = other.index > one.index
            takes_up = self._names_again(other.trigger, family) if later else named
            again = (
                far <= _NAMED
                and takes_up
                and not _is_apart(one.trigger)
                and _may_be_one(one.report, other.report, "actor")
            )
            again = again or (far <= _NAMED and _names_same_target(one, other))
            same = again or _tells_more(one, other) or (far <= _GOES_ON and not later and _goes_on(one, other))
            if same and _fits(one, other) and self._is_free(one, other.report.place):
                return other.report.place
        return None

    def _around(self, n: int) -> Iterator[Told]:
        """The reports before one, the nearest first, and then those behind it."""
        yield from reversed(self._told[max(0, n - _MOST) : n])
        yield from self._told[n + 1 : n + 1 + _MOST]

    def _names_again(self, trigger: Trigger, family: str) -> bool:
        """Does a definite noun of the family take up an act ("*the attack* killed two", "were hurt in *the blast*")?"""
        if trigger.is_noun:
            return trigger.noun is not None and _is_bare_definite(trigger.noun)
        below = (t for c in trigger.token.children for t in (c, *c.children) if t.pos_ == "NOUN")
        return any(_is_bare_definite(t) and family in self._families_of(t) for t in below)

    def _families_of(self, noun: Token) -> set[str]:
        rows = self._frames.nouns.get(noun.lemma_.lower(), ())
        return {self._families.of(frame.kind) for frame, _ in rows}

    def _of_people(self, n: int) -> Place | None:
        """Where the people who meet were said to be just before, or as they met."""
        one = self._told[n]
        if not self._is_of_people(one.report) or _is_pluperfect(one.trigger):
            return None
        people = {p.actor for p in one.report.participants if p.type == "person" and p.role == "actor"}
        for other in self._around(n):
            place = other.report.place
            if place is None or not (-self._reach(place) <= other.index - one.index <= 0):
                continue
            there = {p.actor for p in other.report.participants if p.type == "person" and p.role == "actor"}
            if not (other.report.kind == "visit" or self._is_of_people(other.report)) or not there & people:
                continue
            if other.index == one.index and not _at_once(one.trigger, other.trigger):
                continue
            # the last that is told of them counts, for or against
            return place if _fits(one, other) and self._is_free(one, place) else None
        return self._where_they_spoke(one) if one.report.status in _DONE and _meet(one.report.time, None) else None

    def _reach(self, place: Place) -> int:
        """How many sentences people stay somewhere: where the article is told from, all of it."""
        here = self._stage.dateline(place.span.start)
        return _ALL if here is not None and here.name == place.name else _STAY

    def _where_they_spoke(self, one: Told) -> Place | None:
        """Where one of those who act said something just before."""
        for index in range(one.index, one.index - _STAY - 1, -1):
            for actor, place in self._spoken.get(index, {}).items():
                if actor in actors_of(one.report):
                    return place if self._is_free(one, place) else None
        return None

    def _on_stage(self, one: Told) -> Place | None:
        """The place of the dateline, where news is made by people; and the only state of the article for acts at home.

        Who meets somebody of the state from which the news is told, meets him there; and a visitor has come there.
        """
        report, stage = one.report, self._stage
        ground = self._grounds.get(report.kind)
        countries = {p.country for p in report.participants if p.country is not None}
        if ground in {"home", "organ", "polls"}:
            roams = any(p.role == "actor" and p.sector in _ROAMING for p in report.participants)
            at_home = stage.only is not None and countries <= {stage.only.country} and not roams
            return stage.only if at_home and report.status in _DONE else None
        here = stage.dateline(report.trigger.start)
        if here is None or report.status not in _DONE or not self._is_news(one) or not self._is_free(one, here):
            return None
        if ground == "host":
            visitors = {p.country for p in report.participants if p.role == "actor"}
            return here if None not in visitors and here.country not in visitors else None
        if ground == "people" and (report.kind == "press conference" or here.country in countries):
            return here
        return None

    def _is_news(self, one: Told) -> bool:
        """Is the act what the article is told for: of the days before it, and not of an earlier time?"""
        time, published = one.report.time, self._stage.published
        if _is_pluperfect(one.trigger):
            return False
        if time is not None and published is not None:
            return time.precision == "day" and abs((time.start - published).days) <= _DAYS
        return time is None and (one.report.kind in {"press conference", "visit"} or one.index < _LEAD)

    def _at_home(self, one: Told) -> Place | None:
        """Where people of one state speak or meet, if nothing says that any of them has left it."""
        report, ground = one.report, self._grounds.get(one.report.kind)
        if not self._is_of_people(report) or report.status not in _DONE or _is_pluperfect(one.trigger):
            return None
        place = told_from_home(report, self._stage) if ground == "words" and self._is_news(one) else None
        place = place or state_of_all(report, one.trigger.sentence, self._stage, bodies=ground == "people")
        return place if place is not None and not self._is_away(report, place) else None

    def _is_away(self, report: Report, home: Place) -> bool:
        """Is anybody who acts told to be in another state, here or elsewhere in the article?"""
        return any(self._been.get(actor, set()) - {home.country} for actor in actors_of(report))

    @cached_property
    def _been(self) -> dict[str, set[str | None]]:
        """The states that each was said to visit, or to meet or speak in."""
        been: dict[str, set[str | None]] = defaultdict(set)
        for told in self._told:
            report = told.report
            there = report.kind == "visit" or self._is_of_people(report)
            if report.place is not None and report.status in _DONE and there:
                for actor in actors_of(report):
                    been[actor].add(report.place.country)
        return been

    def _is_of_people(self, report: Report) -> bool:
        return self._grounds.get(report.kind) in {"people", "words"}

    def _is_free(self, one: Told, place: Place) -> bool:
        """Does the sentence name no place elsewhere, other than the states of those who take part?"""
        states = {p.country for p in one.report.participants}
        named = {p.country for p in one.trigger.sentence.begun_in(self._stage.places)}
        return named <= states | {place.country}


def _is_state(place: Place) -> bool:
    """Is nothing known but the state?"""
    return load_states().by_name(place.name) is not None


def _tells_more(one: Told, other: Told) -> bool:
    """Does a verb say what an act did that its own sentence names ("the raid in Lima *that killed* two")?"""
    subject = surface_subject(one.trigger.token) if not one.trigger.is_noun else None
    nouns = {t.i for t in (other.trigger.token, other.trigger.noun, other.trigger.outer) if t is not None}
    return one.index == other.index and subject is not None and subject.i in nouns


def _names_same_target(one: Told, other: Told) -> bool:
    """Do two nouns for an act name those to whom it was done ("the *bombing of the embassy*"), and the same ones?"""
    nouns = one.trigger.is_noun and other.trigger.is_noun
    shared = _parties(one.report, "recipient") & _parties(other.report, "recipient")
    return nouns and bool(shared) and _may_be_one(one.report, other.report, "actor")


def _is_apart(trigger: Trigger) -> bool:
    """Does a word on the trigger set the act apart ("two *other* attacks")?"""
    tokens = [trigger.token] if trigger.noun is None else [trigger.token, trigger.noun]
    return any(c.lower_ in load_toponym_words()["apart"] for t in tokens for c in t.children)


def _goes_on(one: Told, other: Told) -> bool:
    """Do the same parties go on with an act that nothing sets apart from the one before?"""
    if not load_toponym_words()["apart"].isdisjoint(t.lower_ for t in one.trigger.sentence.tokens):
        return False
    if one.trigger.noun is not None and any(c.lower_ in {"a", "an"} for c in one.trigger.noun.children):
        return False
    mine, others = _parties(one.report, "actor"), _parties(other.report, "actor")
    done_to, done_to_others = _parties(one.report, "recipient"), _parties(other.report, "recipient")
    shared = bool(mine & others or done_to & done_to_others)
    return shared and all(_may_be_one(one.report, other.report, role) for role in ("actor", "recipient"))


def _may_be_one(first: Report, second: Report, role: Role) -> bool:
    """Do two reports share one who has a role, or does one of them name none?"""
    mine, others = _parties(first, role), _parties(second, role)
    one = not (mine and others) or bool(mine & others)
    return one or (role == "actor" and bool(_powers(first) & _powers(second)))


def _fits(one: Told, other: Told) -> bool:
    """May both be in one scene: both done or both ahead, at times that meet?"""
    first, second = one.report, other.report
    return (first.status in _DONE) == (second.status in _DONE) and _meet(first.time, second.time)


def _meet(first: EventTime | None, second: EventTime | None) -> bool:
    """Do two times overlap? One that is not known meets a day, but no longer stretch."""
    if first is None or second is None:
        known = first or second
        return known is None or known.precision == "day"
    return first.start <= second.end and second.start <= first.end


def _parties(report: Report, role: Role) -> set[str]:
    return {p.actor for p in report.participants if p.role == role}


def _powers(report: Report) -> set[str]:
    """The states that act, by themselves or by their forces: "the army" does what "Chad" does."""
    return {p.country for p in report.participants if p.role == "actor" and p.country and _is_of_state(p)}


def _is_of_state(party: Participant) -> bool:
    return party.type == "state" or (party.type != "person" and party.sector in {"MIL", "GOV"})


def _is_bare_definite(noun: Token) -> bool:
    """Is it "the attack" without words that pick out another one ("the attack on him", "the first attack")?"""
    definite = any(c.lower_ in _DEFINITE for c in noun.children)
    telling = (c for c in noun.children if c.i < noun.i or c.lower_ in _COMPLEMENT or c.dep_ == "relcl")
    return definite and all(
        (c.dep_ in {"det", "poss", "punct", "compound"} and c.ent_type_ not in {"GPE", "NORP", "CARDINAL"})
        or (c.dep_ == "prep" and all(o.ent_type_ == "DATE" for o in c.children))  # two days are compared as such
        for c in telling
    )


def _is_pluperfect(trigger: Trigger) -> bool:
    """Is the act told as one before the scene ("*had* met")?"""
    verb = trigger.support or trigger.token
    return any(c.dep_ == "aux" and c.lower_ in {"had", "'d"} for c in verb.children)


def _at_once(first: Trigger, second: Trigger) -> bool:
    """Are two acts of one sentence told as at one time, neither before or after the other nor in a relative clause?"""
    for one, other in ((first, second), (second, first)):
        above = {token.i for token in (other.token, *other.token.ancestors)}
        token = one.token
        while token.i not in above and token.head != token:
            marks = {c.lower_ for c in token.children if c.dep_ in {"mark", "advmod", "prep"} and c.i < token.i}
            if token.lower_ in _ASIDE or token.dep_ == "relcl" or marks & _ASIDE:
                return False
            token = token.head
    return True
