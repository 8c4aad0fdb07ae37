"""Occasions that go on, lie ahead by a timetable ("*arrives* today"), or are called off in a clause of their own.

The simple present tells what is settled for a day (the futurate; Huddleston and Pullum 2002, ch. 4.2).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from communique.lexicon.words import Words, packaged_words
from communique.reading.action_nouns import phrasal_lemma
from communique.reading.syntax import child
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.verb_form import is_infinitive, is_negated, is_reported
from communique.records import EventTime

_AUXILIARIES = frozenset({"aux", "auxpass"})
_PRESENT = frozenset({"VBZ", "VBP"})
_NOW = frozenset({"is", "are", "has", "have"})
_WHICH = frozenset({"which", "that"})
_UNITS = frozenset({"day", "week", "month", "year", "decade"})
#: Acts beside occasions that go on for a while.
LASTING = frozenset({"clash", "negotiation", "strike", "protest", "blockade", "investigation", "trial"})
#: Acts of force, of which wars go on for years.
_FIGHTS = frozenset({"clash", "attack"})
#: Words behind which a clause says how long something went on.
_ENDS = frozenset({"until", "till", "for", "before", "when", "through", "throughout", "into"})
_CHANCES = frozenset({"likely", "unlikely"})
_SAID_OF = frozenset({"cancelled", "postponed", "planned"})


def goes_on(trigger: Trigger, words: Words) -> bool:
    """Does the verb of an occasion or fight say that it goes on ("talks *continue*", "the war *has dragged on*")?"""
    verb, lasts = trigger.governor, trigger.frame.contact or trigger.frame.kind in LASTING
    if (lasts or trigger.frame.kind in _FIGHTS) and _is_so_old(trigger, words):
        return True
    if lasts and (_is_current(trigger, words) or _is_in_its_nth(trigger) or _has_no_end(trigger, words)):
        return True
    if trigger.frame.kind in LASTING and not trigger.is_noun and (_keeps_on(trigger.token) or _stays_on(trigger)):
        return True
    lasts = lasts or trigger.token.tag_ == "NNS"  # "*attacks* continue"
    if verb is None or trigger.relation != "subject" or not lasts or child(verb, "neg") is not None:
        return False
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ in _AUXILIARIES]
    if verb.lemma_ == "be":
        until_now = verb.tag_ == "VBN" and not {"has", "have"}.isdisjoint(auxiliaries)
        return (verb.tag_ in _PRESENT or until_now or is_reported(verb)) and _is_in_course(verb, words)
    if verb.tag_ == "VBN" and verb.lemma_.lower() in words["going on"]:  # what has gone on until now goes on
        return not {"has", "have"}.isdisjoint(auxiliaries) and "been" not in auxiliaries
    if verb.tag_ == "VBG":  # "the talks *have been going on* for weeks"
        return not _NOW.isdisjoint(auxiliaries)
    if verb.lower_ == "continued" and trigger.frame.kind in LASTING and _is_open(verb):
        return True
    return verb.tag_ in _PRESENT and not auxiliaries and verb.lemma_.lower() in words["going on"]


def _keeps_on(verb: Token) -> bool:
    """Does a verb say by itself that an act goes on ("protests *continue*", "*continued* their strike")?"""
    if verb.lemma_ != "continue" or child(verb, "neg", *_AUXILIARIES) is not None:
        return False
    return verb.tag_ in _PRESENT or (verb.lower_ == "continued" and _is_open(verb))


def _stays_on(trigger: Trigger) -> bool:
    """Do those who are at it mean to go on ("vowed to *stay on strike*"), which takes for granted that they are?"""
    verb = trigger.token
    on = child(verb, "prep") if verb.lemma_ in {"stay", "remain"} and not is_negated(verb) else None
    return on is not None and on.lower_ == "on" and is_infinitive(verb)


def _is_in_its_nth(trigger: Trigger) -> bool:
    """Has an act come to a day or week of its course ("the strike *entered its third week*", "*now two weeks old*")?"""
    noun, verb = trigger.noun, trigger.governor
    if noun is None or not trigger.is_noun:
        return False
    if any(c.lower_ == "old" and any(d.lower_ == "now" for d in c.children) for c in noun.children):
        return True
    thing = child(verb, "dobj", "npadvmod") if verb is not None and trigger.relation == "subject" else None
    return thing is not None and thing.lemma_ in _UNITS and any(c.lower_ == "its" for c in thing.children)


def _is_so_old(trigger: Trigger, words: Words) -> bool:
    """Is an act said to be so old, and so not over ("the *six-year-old* war", "*has* backed it *in the six-year war*")?

    Whoever ends it makes it a thing of the past.
    """
    noun, verb = trigger.noun, trigger.governor
    if noun is None or not trigger.is_noun:
        return False
    if verb is not None and phrasal_lemma(verb) in words["ending what goes on"]:
        return False
    units = {"year"} if trigger.frame.kind in _FIGHTS else _UNITS
    if any(c.lower_ == "old" and (age := child(c, "npadvmod")) and age.lemma_ in units for c in noun.children):
        return True
    years = any(c.lemma_ == "year" and c.dep_ == "compound" and child(c, "nummod") for c in noun.children)
    until_now = verb is not None and any(c.dep_ == "aux" and c.lower_ in {"has", "have"} for c in verb.children)
    return years and until_now and trigger.frame.kind in _FIGHTS and trigger.relation == "in"


def _has_no_end(trigger: Trigger, words: Words) -> bool:
    """Is there no end of an act in sight ("*no sign of an end to* the strike")?"""
    end = trigger.governor
    if end is None or trigger.relation != "to" or end.lemma_.lower() not in words["ending what goes on"]:
        return False
    if end.dep_ != "pobj" or end.head.lower_ != "of":
        return False
    above = end.head.head
    near = (above, *above.children, *above.head.children)  # "no *sign* today of an end to it"
    return any(
        t.lemma_.lower() in words["evidence"] and any(c.dep_ == "det" and c.lower_ == "no" for c in t.children)
        for t in near
    )


def _is_open(verb: Token) -> bool:
    """Is no end told of what "continued", so that it goes on as the report is written ("the strike *continued*")?"""
    past = verb.tag_ in {"VBD", "JJ"} and not any(c.dep_ in _AUXILIARIES for c in verb.children)
    return past and not any(c.lower_ in _ENDS or _ENDS & {d.lower_ for d in c.children} for c in verb.children)


def _is_current(trigger: Trigger, words: Words) -> bool:
    """Does an adverb say that an occasion is on now ("talks *currently held* in Lima", "is *currently on a visit*")?"""
    noun, preposition = trigger.outer, trigger.token.head
    if noun is None or not trigger.is_noun:
        return False
    held = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    if noun.dep_ == "pobj" and noun.head.lower_ in {"on", "in", "at", "under"}:
        preposition = noun.head
        held += [preposition] if preposition.head.lemma_ != "be" else [preposition, preposition.head]
    return any(c.lower_ in words["course"] and c.dep_ == "advmod" for t in held for c in t.children)


def _is_in_course(copula: Token, words: Words) -> bool:
    """Is something said to be under way ("are *under way*", "is *in its third year*")?"""
    if any(c.dep_ in {"acomp", "advmod"} and words.statuses.get(c.lower_) == "ongoing" for c in copula.children):
        return copula.tag_ not in _PRESENT or any(c.dep_ == "acomp" for c in copula.children)
    for preposition in copula.children:
        noun = child(preposition, "pobj") if preposition.dep_ == "prep" else None
        if noun is None:
            continue
        if (preposition.lower_, noun.lower_) in {("under", "way"), ("in", "progress")}:
            return True
        if preposition.lower_ == "in" and noun.lemma_ in _UNITS and any(c.lower_ == "its" for c in noun.children):
            return True
    return False


def arrival(verb: Token) -> Token | None:
    """The verb by which somebody is where he begins what he came for ("*landed* in Oslo to *begin* a visit")."""
    words = packaged_words()
    begins = verb.lemma_.lower() in words["beginning"] and verb.dep_ in {"advcl", "xcomp"} and is_infinitive(verb)
    return verb.head if begins and phrasal_lemma(verb.head) in words["arriving"] else None


def has_prospects(trigger: Trigger) -> bool:
    """Is it told of an occasion what will come of it ("the talks *are unlikely to help*"), so that it is not over?"""
    verb, told = trigger.governor, {"subject"}
    if verb is not None and verb.lemma_ != "be":  # "the talks *are thought unlikely* to help"
        verb, told = child(verb, "auxpass"), {"subject", "object"}
    if verb is None or verb.lemma_ != "be" or verb.tag_ not in _PRESENT or trigger.relation not in told:
        return False
    predicate = child(verb if verb == trigger.governor else verb.head, "acomp", "oprd")
    return trigger.frame.contact and predicate is not None and predicate.lower_ in _CHANCES


def is_by_timetable(trigger: Trigger, time: EventTime, published: datetime.date) -> bool:
    """Does the simple present tell what is settled for this day or week ("*arrives* today", "*meet* this week")?

    Headlines tell by it what has been done.
    """
    verb = trigger.token if not trigger.is_noun else trigger.support or trigger.governor
    if verb is None or not trigger.frame.contact or trigger.sentence.block.kind == "title":
        return False
    if trigger.is_noun and (trigger.support is None or trigger.relation != "object"):
        return False
    bare = verb.tag_ in _PRESENT and verb.lemma_ != "be" and not any(c.dep_ in _AUXILIARIES for c in verb.children)
    week = time.precision == "week" and time.start <= published
    today = not trigger.is_noun and time.precision == "day" and time.start == published
    return bare and (today or week)


def said_of_occasion(noun: Token, words: Words) -> str | None:
    """How a relative clause calls an occasion off or sets it ("his trip to Lima, *which was cancelled*"), if one does.

    The parser hangs the clause on the noun nearest to it, which may be where the occasion was to be, or whose.
    """
    for clause in _relative_clauses(noun):
        subject = child(clause, "nsubjpass", "nsubj")
        if subject is None or subject.lower_ not in _WHICH or clause.lemma_.lower() in words["announcement"]:
            continue
        status = words.statuses.get(phrasal_lemma(clause))
        passive = child(clause, "auxpass") is not None and child(clause, "neg") is None
        if status in _SAID_OF and passive:
            return status
    return None


def _relative_clauses(noun: Token) -> Iterator[Token]:
    inside = [o for c in noun.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    within = [o for n in inside for c in n.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    for head in (noun, *inside, *within):
        yield from (c for c in head.children if c.dep_ == "relcl")


def was_held(noun: Token, words: Words) -> bool:
    """Does a relative clause in the past say that an occasion took place ("elections *which were held* in May")?"""
    for clause in _relative_clauses(noun):
        subject = child(clause, "nsubjpass", "nsubj")
        past = clause.tag_ == "VBD" or any(c.lower_ in {"was", "were"} for c in clause.children)
        held = clause.lemma_.lower() in (words["support"] | words["occurrence"]) and not is_negated(clause)
        if past and held and subject is not None and subject.lower_ in _WHICH:
            return True
    return False


def awaits_vote(trigger: Trigger, time: EventTime, published: datetime.date, words: Words) -> bool:
    """Is it the election of a year that is not over, as people stand in it?

    "Their nominee for the 2020 election", "chose their nominees for the 2020 election".
    """
    governor = trigger.governor
    if trigger.frame.kind != "election" or not trigger.is_noun or governor is None or trigger.support is not None:
        return False
    if time.precision != "year" or not time.start <= published <= time.end:
        return False
    standing = (governor, *(c for c in governor.children if c.dep_ == "dobj" and c.i < trigger.token.i))
    return any(t.lemma_.lower() in words["candidacy"] for t in standing) or governor.tag_ in {"VBZ", "VBP", "VBG"}
