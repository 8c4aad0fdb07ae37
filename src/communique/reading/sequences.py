"""When an act was that is dated by another one beside it: "on Monday, *two days after* the army withdrew".

A length of time before "after" or "before" says how far apart two acts were; counted from the day of the one, it gives
that of the other ("*hours before* the crash on Wednesday"). What is told in the past behind "before" ended what went
on, on the same day ("held them off on Monday *before he withdrew*").
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from communique.reading.parse import Sentence
from communique.reading.syntax import child, verb_above
from communique.reading.timex.calendar import containing
from communique.reading.timex.governing import governing_time
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.verb_form import is_infinitive
from communique.records import EventTime, Time

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
#: Lengths of less than a day: the other act was on that day or the next to it.
_HOURS = ("PT", "PXH", "PXT")
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_SIDES = {"after": -1, "before": 1}
#: Between days apart by so many, nobody counts a single one.
_COUNTED = 31
_VERBS = frozenset({"VERB", "AUX"})
#: Conjunctions of what happens at the same time, or right then.
_MEANWHILE = frozenset({"as", "while", "when", "whereupon"})


def time_in_sequence(times: Sequence[Time], trigger: Trigger) -> EventTime | None:
    """The day of an act by that of the one before or after which its clause or phrase stands."""
    sentence = trigger.sentence
    if (main := _meanwhile(trigger)) is not None:
        dated = _day(times, sentence, main)
        if dated is not None and dated.start is not None:
            return EventTime(start=dated.start, end=dated.start, precision="day", span=dated.span)
    if (link := _link(trigger)) is not None:
        word, main = link
        dated, length = _day(times, sentence, main), _length_before(times, sentence, word)
        if dated is None or dated.start is None:
            return None
        if length is not None:
            return _counted(dated.start, _SIDES[word.lower_], length)
        sequel = word.lower_ == "before" and not trigger.is_noun and main.tag_ == "VBD" and _is_past(trigger.token)
        return EventTime(start=dated.start, end=dated.start, precision="day", span=dated.span) if sequel else None
    for word, other in _beside(trigger):
        dated, length = _day(times, sentence, other), _length_before(times, sentence, word)
        if dated is not None and dated.start is not None and length is not None:
            return _counted(dated.start, -_SIDES[word.lower_], length)
    return None


def _day(times: Sequence[Time], sentence: Sentence, act: Token) -> Time | None:
    """The time of an act, if it is a day."""
    time = governing_time(times, sentence, act)
    return time if time is not None and time.start is not None and time.start == time.end else None


def _beside(trigger: Trigger) -> Iterator[tuple[Token, Token]]:
    """The acts before or after which a verb says that its own was, each with its "before" or "after"."""
    verb = trigger.token
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.dep_ == "dobj":
        verb = verb.head.head  # "hours before it, Chad fired rockets *targeting* the town"
    for c in () if trigger.is_noun else verb.children:
        if c.dep_ == "advcl" and (mark := child(c, "mark")) is not None and mark.lower_ in _SIDES:
            yield mark, c
        elif c.dep_ == "prep" and c.lower_ in _SIDES and (noun := child(c, "pobj")) is not None:
            yield c, noun


def _link(trigger: Trigger) -> tuple[Token, Token] | None:
    """The "after" or "before" of an act's clause or phrase, and the verb that this hangs on."""
    if trigger.is_noun:
        preposition = trigger.outer.head if trigger.outer is not None and trigger.outer.dep_ == "pobj" else None
        if preposition is None or preposition.lower_ not in _SIDES or preposition.head.pos_ not in _VERBS:
            return None
        return preposition, preposition.head
    verb = trigger.token
    while verb.dep_ == "conj" and verb.head.pos_ in _VERBS and child(verb, "nsubj") is None:
        verb = verb.head
    mark = next((c for c in verb.children if c.lower_ in _SIDES and c.dep_ == "mark"), None)
    if mark is None or verb.dep_ not in {"advcl", "conj"}:
        return None
    if verb.dep_ == "advcl" and verb.head.pos_ in _VERBS:
        return mark, verb.head
    main = _told_around(verb.head)
    return (mark, main) if main is not None else None


def _told_around(token: Token) -> Token | None:
    """The main clause before "a day after …", which the parser hung on a word at its end.

    "Agreed on Monday to lay down their *arms*, a day after …".
    """
    above = token if token.pos_ in _VERBS else verb_above(token)
    while above is not None and is_infinitive(above) and above.dep_ == "xcomp" and above.head.pos_ in _VERBS:
        above = above.head
    return above


def _meanwhile(trigger: Trigger) -> Token | None:
    """The verb beside whose act another one was told in the past ("fled on Monday *as Chad attacked* the town")."""
    verb = trigger.token
    if trigger.is_noun or verb.dep_ != "advcl" or verb.head.pos_ not in _VERBS or not _is_past(verb):
        return None
    beside = any(c.lower_ in _MEANWHILE and c.dep_ in {"mark", "advmod"} and c.i < verb.i for c in verb.children)
    return verb.head if beside and _is_past(verb.head) else None


def _is_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" and child(verb, "aux", "auxpass") is None


def _length_before(times: Sequence[Time], sentence: Sentence, word: Token) -> Time | None:
    """The length of time that ends right before a word ("*two days* after")."""
    start = sentence.start_of(word)
    lengths = (t for t in sentence.begun_in(times) if t.timex.type == "DURATION" and t.span.end in {start - 1, start})
    return next(lengths, None)


def _counted(day: datetime.date, side: int, length: Time) -> EventTime | None:
    """The day, or for long lengths the month or year, that lies a length of time before or after a day."""
    if length.timex.value.startswith(_HOURS):
        near = day + datetime.timedelta(days=side)
        return EventTime(start=min(day, near), end=max(day, near), precision="day", span=length.span)
    found = _LENGTH.fullmatch(length.timex.value)
    if found is None:
        return None
    number, unit = int(found[1]), found[2]
    try:
        other = day + datetime.timedelta(days=side * number * _DAYS[unit])
    except OverflowError:
        return None
    if unit in "DW" and number * _DAYS[unit] < _COUNTED:
        return EventTime(start=other, end=other, precision="day", span=length.span)
    period = containing(other, "year" if unit == "Y" else "month")
    if period.start is None or period.end is None:
        return None
    return EventTime(start=period.start, end=period.end, precision=period.precision, span=length.span)
