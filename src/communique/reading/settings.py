"""When and where an act was: the time and place that syntax ties to its words, else the only one its clause names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.lexicon.dating import dating_words
from communique.lexicon.grounds import load_grounds
from communique.lexicon.toponyms import load_toponym_words
from communique.lexicon.words import packaged_words
from communique.reading.clause_dates import day_before_verb, is_aside, later_of_two_days, only_date
from communique.reading.course import arrival
from communique.reading.parse import Sentence
from communique.reading.places import governing_place, is_state, place_beside, place_of_actors
from communique.reading.relations import deep_object, deep_subject
from communique.reading.sequences import time_in_sequence
from communique.reading.syntax import SUBJECTS, child, prepositional
from communique.reading.times import governing_duration, governing_time
from communique.reading.timex.governing import PRENOMINAL, head_in
from communique.reading.tokens import Token
from communique.reading.trigger_status import is_done_by_saying
from communique.reading.triggers import Trigger
from communique.records import EventTime, Place, Span, Time

_PLAIN_TENSES = frozenset({"VBD", "VBZ", "VBP"})
_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i", "its", "his", "her", "their", "our", "my"})
#: Acts that people do by what they say or sign, wherever they are said to be from.
_OFFICE = frozenset({"appointment", "resignation"})
#: Kinds of act that are where they lead to.
_LEADING = frozenset({"visit", "deployment"})


def event_time(times: Sequence[Time], trigger: Trigger) -> EventTime | None:
    """The days of an act, or ``None`` where its sentence ties none to it."""
    for bearer in _bearers(trigger):
        found = governing_time(times, trigger.sentence, bearer)
        if found is not None and not _is_year_of_object(trigger, found):
            return as_event_time(day_before_verb(times, trigger, found) or found)
    came = arrival(trigger.governor) if trigger.governor is not None and trigger.frame.contact else None
    if came is not None and (found := governing_time(times, trigger.sentence, came)) is not None:
        return as_event_time(found)
    if (blow := _blow(trigger)) is not None and (found := governing_time(times, trigger.sentence, blow)) is not None:
        return as_event_time(found)
    if (saying := _own_words(trigger)) is not None and (found := governing_time(times, trigger.sentence, saying)):
        return as_event_time(found)
    if (later := later_of_two_days(times, trigger)) is not None:
        return as_event_time(later)
    for verb in hindered(trigger):
        if found := governing_time(times, trigger.sentence, verb):
            return as_event_time(found)
    if (beside := time_in_sequence(times, trigger)) is not None:
        return beside
    only = only_date(times, trigger.sentence, trigger.token)
    if only is None or (trigger.is_noun and is_aside(trigger, only)):
        return None
    return as_event_time(only)


def _blow(trigger: Trigger) -> Token | None:
    """The verb that tells what a weapon did, when it was fired ("*gutted* on Monday by a rocket that Chad *fired*")."""
    weapon = trigger.token.head
    if trigger.token.dep_ not in {"relcl", "acl"} or weapon.lemma_.lower() not in packaged_words()["weapon"]:
        return None
    return weapon.head.head if weapon.dep_ == "pobj" and weapon.head.lower_ in {"by", "with"} else weapon.head


def time_called_off(times: Sequence[Time], trigger: Trigger) -> EventTime | None:
    """When an act that was called off was to be: what its noun or the clause of its plan says, not when it was dropped.

    "On Thursday cancelled *Friday's* talks", "called off talks that were due to open *on Friday*".
    """
    noun = trigger.outer if trigger.outer is not None else trigger.token
    within = range(noun.left_edge.i, noun.right_edge.i + 1)
    verbs = (t for t in trigger.sentence.tokens if t.i in within and t.pos_ in {"VERB", "AUX"})
    for bearer in (noun, *verbs):
        found = governing_time(times, trigger.sentence, bearer)
        date = head_in(trigger.sentence, found) if found is not None else None
        if date is not None and date.i in within:
            return as_event_time(found)
    return None


def _is_year_of_object(trigger: Trigger, time: Time) -> bool:
    """Does a year say which thing a verb is about ("suspended a *2018* pact"), rather than when it was done?"""
    if trigger.is_noun or trigger.noun is None or time.precision != "year":
        return False
    year = head_in(trigger.sentence, time)
    return year is not None and year.dep_ in PRENOMINAL and year.head == trigger.noun


def hindered(trigger: Trigger) -> Iterator[Token]:
    """The gerunds of what an act keeps somebody from, when and where it does so ("barred them *from entering*")."""
    if not trigger.is_noun:
        for preposition in trigger.token.children:
            if preposition.lower_ == "from" and (gerund := child(preposition, "pcomp")) is not None:
                yield gerund


def _own_words(trigger: Trigger) -> Token | None:
    """The verb of saying whose subject does what the words say: who "said on Friday that *it* rejected the deal".

    That past is no earlier than the words: it is the present of what was said (Comrie 1985, Tense, ch. 5).
    """
    verb, said = trigger.token, trigger.token.head
    if is_done_by_saying(trigger, packaged_words()):
        return said  # "said on Friday that it *was expelling* two envoys"
    if trigger.is_noun or not trigger.frame.absorbs or verb.dep_ != "ccomp" or verb.tag_ not in _PLAIN_TENSES:
        return None
    if said.lemma_.lower() not in dating_words()["saying"] or any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return None
    subject = child(verb, "nsubj")
    own = subject is not None and any(t.lower_ in _PRONOUNS for t in (subject, *subject.children))
    return said if own or verb.tag_ != "VBD" else None  # "said that Chad *condemns* the raid"


def event_duration(times: Sequence[Time], trigger: Trigger) -> Span | None:
    """The words that say how long an act took."""
    for bearer in _bearers(trigger):
        found = governing_duration(times, trigger.sentence, bearer)
        if found is not None:
            return found.span
    return None


def event_place(
    places: Sequence[Place], trigger: Trigger, done_to: Sequence[Span] = (), parties: Sequence[Span] = ()
) -> Place | None:
    """Where an act was; of a visit or of troops sent, where it led; of violence, the place that it is ``done_to``.

    What people do together is also where the last of its ``parties`` is said to be.

    Any other act is where those are who do it, when nothing says more.
    """
    ways = (
        governing_place(places, trigger.sentence, bearer, destination=trigger.frame.kind in _LEADING)
        for bearer in _bearers(trigger)
    )
    found = next((place for place in ways if place is not None), None)
    if found is None:  # "barred the crowd from reaching the embassy *in Lima*"
        inner = (governing_place(places, trigger.sentence, verb, destination=True) for verb in hindered(trigger))
        found = next((place for place in inner if place is not None), None)
    if trigger.frame.at_target and (found is None or is_state(found)):
        within = _place_of_target(places, trigger, done_to)  # "attacked the town of *Gao* in Mali"
        return within if within is not None and (found is None or within.country == found.country) else found
    found = found or _place_of_party(places, trigger, parties)
    if found is not None:
        return found
    kind, verb = trigger.frame.kind, trigger.token
    if trigger.is_noun and trigger.governor is not None and trigger.governor.pos_ == "VERB":
        verb = trigger.governor
    bodily = load_grounds().get(kind) == "home" and kind not in _OFFICE
    return place_of_actors(places, trigger.sentence, verb, at_home=kind == "election", bodily=bodily)


def _place_of_target(places: Sequence[Place], trigger: Trigger, done_to: Sequence[Span]) -> Place | None:
    """The place that an act is done to, else where its victims are, or the weapon or attack that struck them.

    A capital, too, is bombed where it lies; whoever is killed "in Lima", or "by a bomb in Lima", is killed there.
    """
    sentence = trigger.sentence
    hit = deep_object(trigger.token) if not trigger.is_noun else None
    at = sentence.start_of(hit) if hit is not None else None
    for place in sentence.begun_in(places):
        if at is not None and place.span.start <= at < place.span.end:
            return place
        within = any(span.start <= place.span.start and place.span.end <= span.end for span in done_to)
        if within and not _says_whose(sentence, place):
            return place
    if trigger.is_noun:
        return None
    doer = deep_subject(trigger.token)
    if doer is not None and doer.lemma_.lower() in load_toponym_words()["violence"]:  # "the raid on Lima killed two"
        told = governing_place(places, sentence, doer)
        if told is not None:
            return told
    armed = doer is not None and doer.lemma_.lower() in packaged_words()["weapon"]
    launch = child(doer, "acl") if doer is not None and armed else None
    if launch is not None and launch.tag_ == "VBN":  # "a bomb *planted* in Lima killed two", "rockets *fired* at Lima"
        inside = [p for p in sentence.begun_in(places) if _hangs_below(sentence, p, launch)]
        if inside and not _says_whose(sentence, inside[0]):
            return inside[0]
    beside = (hit, doer, trigger.token, *_struck_before(trigger))
    return place_beside(places, sentence, [token for token in beside if token is not None])


def _struck_before(trigger: Trigger) -> Iterator[Token]:
    """What is struck in the clause whose outcome a participle tells ("hit a *house* in Lima, *killing* two")."""
    blow = trigger.token.head
    if trigger.token.tag_ != "VBG" or trigger.token.dep_ != "advcl" or blow.pos_ != "VERB" or blow.i > trigger.token.i:
        return
    if (hit := deep_object(blow)) is not None:
        yield hit
    yield from prepositional(blow, "into", "through", "on", "at", "near")


def _place_of_party(places: Sequence[Place], trigger: Trigger, parties: Sequence[Span]) -> Place | None:
    """The place behind a party at the end of the clause, on whom the parser hung it ("met the president *in Oslo*").

    Those who meet, agree or march are there, too; who speaks by telephone is not.
    """
    if not (trigger.frame.reciprocal or trigger.frame.enacted) or trigger.frame.kind == "call":
        return None
    sentence = trigger.sentence
    for place in sentence.begun_in(places):
        name = head_in(sentence, place)
        if name is None or name.i < trigger.token.i or name.dep_ != "pobj" or name.head.lower_ not in {"in", "at"}:
            continue
        at = sentence.start_of(name.head.head)
        if any(span.start <= at < span.end for span in parties):
            return place
    return None


def _hangs_below(sentence: Sentence, place: Place, verb: Token) -> bool:
    """Does a place stand in the clause of a verb?"""
    name = head_in(sentence, place)
    launched = name is not None and name.dep_ == "pobj" and name.head.lower_ == "from"  # "fired *from* Gaza"
    return name is not None and verb in name.ancestors and not launched


def _says_whose(sentence: Sentence, place: Place) -> bool:
    """Does the place only tell whose people or things are meant ("Chad's minister", "a U.S. vessel")?"""
    name = head_in(sentence, place)
    if name is None or name.dep_ not in PRENOMINAL:
        return name is not None and name.dep_ in {"nsubj", "npadvmod", "advmod"}  # "the US-backed rebels"
    words, whose = load_toponym_words(), name.head
    if name.dep_ == "poss":
        return whose.lemma_.lower() not in (words["site"] | words["generic"]) - words["abroad"]
    return whose.ent_type_ == "PERSON" or whose.lemma_.lower() in words["abroad"]


def _bearers(trigger: Trigger) -> Iterator[Token]:
    """The tokens that the trigger's adverbials may hang on, nearest first.

    A clause with "when" tells of the same time and place: "ten died *when* a bomb went off in Lima on Friday".
    """
    found = (trigger.token, trigger.noun, trigger.outer, trigger.support)
    bearers = {token.i: token for token in found if token is not None}
    yield from bearers.values()
    noun = trigger.token.head
    if trigger.token.dep_ == "amod" and noun.dep_ in SUBJECTS and trigger.frame.kind == "visit":
        yield noun.head  # "the *visiting* president said in Lima on Monday"
    clauses = (c for token in bearers.values() for c in token.children if c.dep_ == "advcl")
    yield from (verb for verb in clauses if any(c.lower_ == "when" and c.dep_ == "advmod" for c in verb.children))


def as_event_time(time: Time | None) -> EventTime | None:
    """A time as the day of an event, ``None`` where it means no days."""
    if time is None or time.start is None or time.end is None or time.precision is None:
        return None
    return EventTime(start=time.start, end=time.end, precision=time.precision, span=time.span)
