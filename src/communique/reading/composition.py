"""Statuses put together: what a word gives to what it governs, and what is said of it ("did *not plan* it")."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.action_nouns import phrasal_lemma
from communique.reading.syntax import child, verb_above
from communique.reading.tokens import Token
from communique.reading.verb_form import is_negated
from communique.records import Status


def compose(given: Status, outer: Status, *, excludes: bool = False) -> Status:
    """A governing word's status, itself negated, asked for or supposed: "does not plan to", "may postpone".

    What somebody did not fail to do was done; what is not excluded (``excludes``) may come about.
    """
    if outer == "denied" and given == "denied":
        return "hypothetical" if excludes else "occurred"
    if outer == "denied":
        return "denied"
    if outer == "hypothetical":
        return "hypothetical"
    if outer == "proposed" and given in {"cancelled", "postponed"}:  # "wants to cancel the talks": they stand so far
        return "planned"
    return given


def as_status(given: str) -> Status:
    """A status as the lexicon gives it."""
    return given  # type: ignore[return-value]


def is_denied(noun: Token, words: Words) -> bool:
    """Does a clause say that what a noun tells of is not so ("denied *reports*", "*reports* were false")?"""
    head = noun.head
    effort = noun.lemma_.lower() in words["effort"]
    if effort and noun.dep_ in {"dobj", "nsubjpass"} and head.lemma_.lower() in words["defeating"]:
        return True  # "*defeated an attempt* to cut aid"
    if noun.dep_ == "pobj" and head.lower_ == "as":  # "denied as baseless *reports* that …", as it is parsed
        return words.statuses.get(phrasal_lemma(head.head)) == "denied"
    if noun.dep_ == "nsubj" and (head.lemma_ == "be" or head.lemma_.lower() in words["proving"]):
        inner = child(head, "xcomp") if head.lemma_ != "be" else None  # "*proved to be* false"
        predicate = child(inner if inner is not None else head, "acomp")
        return predicate is not None and words.statuses.get(predicate.lower_) == "denied"
    return noun.dep_ in {"dobj", "nsubjpass"} and words.statuses.get(phrasal_lemma(head)) == "denied"


def given_up(noun: Token, words: Words) -> Status | None:
    """How a verb drops what a noun plans ("*abandoned plans* to visit Chad", "their *plans* were *put off*")."""
    verb = noun.head
    if noun.pos_ != "NOUN" or noun.dep_ not in {"dobj", "nsubjpass"} or is_negated(verb):
        return None
    given = words.statuses.get(phrasal_lemma(verb))
    return as_status(given) if given in {"cancelled", "postponed"} else None


def is_no_such(noun: Token) -> bool:
    """Does a negated clause say that there is none of a noun's kind ("is *not* part of *any* plan")?"""
    if not any(c.dep_ == "det" and c.lower_ in {"any", "no"} for c in noun.children):
        return False
    if any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children):
        return True
    clause = verb_above(noun)
    return clause is not None and is_negated(clause)
