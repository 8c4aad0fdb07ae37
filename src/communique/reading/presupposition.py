"""What a sentence takes for granted of an act: that a demand was made, or that a strike or an inquiry is on.

What somebody would do about *the* demand is open, the demand is not: what a definite noun names holds, whatever is
denied or supposed around it (Karttunen 1973, Presuppositions of Compound Sentences; Levinson 1983, ch. 4).
"""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.action_nouns import phrasal_lemma
from communique.reading.course import LASTING
from communique.reading.syntax import child
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.verb_form import FUTURE, is_negated
from communique.records import Status

#: What is done by uttering it, and is there from then on.
_UTTERED = frozenset(
    {"request", "demand", "appeal", "threat", "ultimatum", "warning", "offer", "promise", "invitation"}
    | {"accusation", "condemnation"}
)
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_MAKERS = frozenset({"by", "from"})
_SIDES = frozenset({"between", "with"})
#: Relations in which the noun is what a verb is about.
_ABOUT = frozenset({"object", "subject", "to", "with"})
_AHEAD = frozenset({"planned", "proposed", "hypothetical"})
_POSSIBLE = frozenset({"may", "might", "could"})


def is_definite(trigger: Trigger, *, maker: bool = False, sides: bool = False) -> bool:
    """Is a noun of action marked as known ("*the* talks", "*Chad's* raid")?

    Also by its ``maker`` ("a request *from* Chad") or its ``sides`` ("talks *with* Niger") where these count.
    """
    nouns = [t for t in (trigger.noun, trigger.outer) if t is not None]
    below = [c for t in nouns for c in t.children]
    marked = any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in _KNOWN) for c in below)
    named = (_MAKERS if maker else frozenset()) | (_SIDES if sides else frozenset())
    return marked or any(c.dep_ == "prep" and c.lower_ in named for c in below)


def supporting(trigger: Trigger) -> Token | None:
    """The verb that carries a noun of action, unless it tells its content ("a demand *that it be held*")."""
    verb = trigger.support
    told = verb is not None and verb.dep_ == "acl" and any(c.dep_ == "mark" for c in verb.children)
    return None if told else verb


def presupposed(trigger: Trigger, governor: Token, relation: str | None, own: Status, words: Words) -> Status | None:
    """The status of what a verb whose own act is open takes for granted, if it does so."""
    lemma, uttered = phrasal_lemma(governor), trigger.frame.kind in _UTTERED
    if uttered and relation == "object" and lemma in words["fulfilling"]:
        return "occurred"  # "if Chad *carries out* a threat"
    if uttered and relation == "object" and lemma in words["considering"] and is_definite(trigger, maker=True):
        return "occurred"  # "is *considering a request from Chad*"
    if supporting(trigger) is not None or relation not in _ABOUT or own not in _AHEAD:
        return None
    if relation == "subject" and own == "hypothetical" and _has_come_of(governor):
        return "occurred"  # "*a strike may have cost* a million": it was held
    if uttered:
        return "occurred" if _is_uttered(trigger, lemma, relation, words) else None
    lasts = trigger.frame.kind in LASTING and relation == "object" and is_definite(trigger)
    touched = lemma not in words["arranging"] | words["acquiring"] and words.statuses.get(lemma) is None
    will = any(c.dep_ == "aux" and c.lower_ in FUTURE | {"would", "'d"} for c in governor.children)
    return "ongoing" if lasts and touched and will and own != "hypothetical" else None


def _is_uttered(trigger: Trigger, lemma: str, relation: str | None, words: Words) -> bool:
    """Has a demand, threat or offer been made already about which something is to be done?"""
    brought = lemma in words["occurrence"]
    if relation != "subject":
        brought |= lemma in words["causing"] | words["arranging"] | words["announcement"] | words["doing"]
    return not brought and words.statuses.get(lemma) in {None, "denied"} and is_definite(trigger, maker=True)


def _has_come_of(verb: Token) -> bool:
    """Does a verb guess at what came of its subject ("*may have* cost", not "would have cost")?"""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return (
        "have" in auxiliaries and bool(auxiliaries & _POSSIBLE) and not is_negated(verb) and child(verb, "mark") is None
    )
