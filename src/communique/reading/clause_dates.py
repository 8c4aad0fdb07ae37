"""Dates that no word ties to an act alone: the only one of its clause, and one of two bare days in one clause."""

from __future__ import annotations

from collections.abc import Sequence

from communique.reading.parse import Sentence
from communique.reading.syntax import SUBJECTS, child, verb_above
from communique.reading.timex.governing import PRENOMINAL, head_in, shares_phrase
from communique.reading.timex.ranges import whole_range
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.records import Time

#: Participles that serve as prepositions and open no clause.
_LIKE_PREPOSITIONS = frozenset({"following", "including", "concerning", "regarding", "considering"})
_CLAUSE_EDGES = frozenset({"ccomp", "relcl", "advcl", "acl", "parataxis", "csubj"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_NAMED = frozenset({"PERSON", "GPE", "NORP"})
_BOUNDS = frozenset({"since", "until", "till", "from", "by", "before", "after", "ahead", "prior", "through"})
#: An act behind one of these is at another time than its clause ("resigned after the vote").
_ASIDE = frozenset({"after", "following", "before", "from", "despite", "since", "until", "over", "amid", "because"})
#: Steps up from a noun of action to the preposition that sets it aside.
_NEAR = 4


def day_before_verb(times: Sequence[Time], trigger: Trigger, found: Time) -> Time | None:
    """The bare day right before a verb, where the one ``found`` is behind what it is about.

    The style of agencies: "Chad *Saturday* condemned attacks in Kenya Friday".
    """
    days, verb = _bare_days(times, trigger.sentence), trigger.token
    if trigger.is_noun or len(days) != 2 or days[1][1] is not found or not days[0][0].i < verb.i < days[1][0].i:
        return None
    between = verb.doc[days[0][0].i + 1 : verb.i]
    return days[0][1] if all(t.dep_ in {"advmod", "aux", "auxpass", "neg"} for t in between) else None


def later_of_two_days(times: Sequence[Time], trigger: Trigger) -> Time | None:
    """The bare day behind an act that its clause is about, where its clause has its own ("Chad Saturday …")."""
    days, noun = _bare_days(times, trigger.sentence), trigger.outer or trigger.token
    if not trigger.is_noun or len(days) != 2:
        return None
    verb = verb_above(noun)
    about = verb is not None and days[0][0].i < verb.i < noun.i < days[1][0].i and noun.dep_ in {"dobj", "pobj"}
    return days[1][1] if about and verb is not None and days[1][0].head == verb else None


def _bare_days(times: Sequence[Time], sentence: Sentence) -> list[tuple[Token, Time]]:
    """The days of a sentence without a preposition ("*Friday*"), each with its token, in order."""
    days = ((head_in(sentence, t), t) for t in sentence.begun_in(times) if t.precision == "day")
    return [(head, time) for head, time in days if head is not None and head.dep_ == "npadvmod"]


def only_date(times: Sequence[Time], sentence: Sentence, trigger: Token) -> Time | None:
    """The one date of a sentence, when the trigger stands in its clause ("following talks in Rome, May 5, 1990")."""
    dates = [t for t in sentence.begun_in(times) if t.timex.type in {"DATE", "TIME"} and t.start is not None]
    if len(dates) == 2 and (both := whole_range(dates, 0, sentence.text)) is not dates[0]:
        dates = [both]  # "from 1991 to 1997"
    if len(dates) != 1:
        return None
    date = head_in(sentence, dates[0])
    if date is None or _clause_of(date) != _clause_of(trigger) or _is_said(date, trigger) or _bounds(dates[0], date):
        return None
    return dates[0] if not _dates_another(date) else None


def _dates_another(date: Token) -> bool:
    """Does the date stand before a noun ("the 1972 treaty") that does not say when ("at the January meeting")?"""
    if date.dep_ not in PRENOMINAL or date.head.ent_type_ in _NAMED:  # "In Lima on Friday Mr Lind signed …"
        return False
    above = date.head.head
    return date.head.dep_ != "pobj" or above.lower_ not in {"at", "in", "during"} or above.head.pos_ in _NOUNS


def is_aside(trigger: Trigger, time: Time) -> bool:
    """Is a noun of action behind a preposition, or in the phrase of another noun, by which it has its own time?

    Who speaks on a day after a meeting met on that day.
    """
    date, above = head_in(trigger.sentence, time), trigger.token
    if date is None or trigger.token in date.ancestors:
        return False
    aside = _ASIDE - {"after", "following"} if trigger.frame.contact and time.precision == "day" else _ASIDE
    for _ in range(_NEAR):
        token, above = above, above.head
        if above is token or above.pos_ in {"VERB", "AUX"}:
            return False
        of_noun = token.dep_ == "prep" and above.pos_ in _NOUNS and token.lower_ not in {"for", "at", "during"}
        if above.lower_ in aside or (of_noun and not shares_phrase(trigger.token, token)):
            return not _is_between(date, trigger.token)
    return False


def _is_between(date: Token, noun: Token) -> bool:
    """Does a date stand between a noun and the verb of its clause: "the toll from the raid on Friday stands at 14"?"""
    verb = verb_above(noun)
    return verb is not None and noun.i < date.i < verb.i


def _clause_of(token: Token) -> int:
    """The token that heads the clause a token stands in."""
    while token.head != token and not _opens_clause(token):
        token = token.head
    return int(token.i)


def _opens_clause(token: Token) -> bool:
    if token.dep_ == "pcomp":
        return token.head.lower_ in _ASIDE
    if token.dep_ == "conj":  # "met on Monday and signed a treaty" is one clause with two verbs
        return token.pos_ in {"VERB", "AUX"} and (child(token, *SUBJECTS) is not None or _changes_tense(token))
    return token.dep_ in _CLAUSE_EDGES and token.lower_ not in _LIKE_PREPOSITIONS


def _changes_tense(verb: Token) -> bool:
    """Does a verb go on in the present or future after one in the past ("paid on Friday and *is* negotiating")?"""
    return verb.head.tag_ == "VBD" and any(c.dep_ == "aux" and c.tag_ in {"VBZ", "VBP", "MD"} for c in verb.children)


def _bounds(time: Time, date: Token) -> bool:
    """Does the date only bound a stretch of time ("since February", "until May")?"""
    within = {"after"} if time.precision == "day" else set()  # a deal after talks on Friday was struck on that day
    within |= {"before"} if time.timex.type == "TIME" else set()  # "shortly before noon on Friday"
    return any(a.dep_ in {"prep", "advmod"} and a.lower_ in _BOUNDS - within for a in date.ancestors)


def _is_said(date: Token, trigger: Token) -> bool:
    """Does the date hang on a verb that has a clause as its object ("said on Monday that …")?

    What the speaker did besides was done then, too ("said on Monday that …, and *urged* Chad to …").
    """
    verb = verb_above(date)
    if verb is None or not any(c.dep_ == "ccomp" for c in verb.children):
        return False
    besides = trigger.dep_ == "conj" and trigger.head == verb and trigger.tag_ == verb.tag_
    return not besides or child(trigger, *SUBJECTS) is not None
