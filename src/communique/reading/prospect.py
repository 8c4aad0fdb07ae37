"""Occasions that are prepared, meant or not over yet, by what else is told of them than that they are held.

What is done for the sake of talks comes before them ("flew there *for talks*"), and of what has an aim or end still
to come nothing says that it is over (Huddleston and Pullum 2002, ch. 8.12, adjuncts of purpose).
"""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.action_nouns import phrasal_lemma
from communique.reading.clause_status import verb_status
from communique.reading.course import LASTING
from communique.reading.syntax import SUBJECTS, child, verb_above
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.records import Status


def is_prepared(verb: Token, words: Words) -> bool:
    """Does "for" belong to the subject or object of a verb, as the parser parts it from that?

    "*Preparations* have begun *for talks*", "set *a date for talks*".
    """
    subject, thing = child(verb, "nsubj", "nsubjpass"), child(verb, "dobj")
    lemma = subject.lemma_.lower() if subject is not None else ""
    dated = thing is not None and words.statuses.get(f"{thing.lemma_.lower()} for") == "planned"
    return dated or "planned" in {words.statuses.get(lemma), words.statuses.get(f"{lemma} for")}


def is_still_to_follow(trigger: Trigger) -> bool:
    """Is an occasion one more that something is meant for ("referred it to them *for further talks*")?"""
    more = any(c.dep_ == "amod" and c.lower_ == "further" for c in trigger.token.children)
    return more and trigger.frame.contact and trigger.support is None


def is_purpose(trigger: Trigger, verb: Token, words: Words) -> bool:
    """Does somebody go somewhere for the sake of it ("returned *for talks*"; not "returned a verdict for murder")?"""
    held = (c for c in trigger.token.children if c.dep_ == "acl" and c.tag_ == "VBN")  # "for talks *held on Monday*"
    moves = phrasal_lemma(verb) in words["motion"] and child(verb, "dobj") is None
    return moves and trigger.frame.kind != "visit" and not any(c.lemma_.lower() in words["support"] for c in held)


def goes_on_for_now(trigger: Trigger, verb: Token, words: Words) -> bool:
    """Is something said not to end yet ("the talks *would not end* this week")?"""
    lasts = trigger.frame.contact or trigger.frame.kind in LASTING
    return lasts and verb.lemma_.lower() in words["ending what goes on"] and child(verb, "dobj", "xcomp") is None


def by_its_end(noun: Token, words: Words, title: bool) -> Status | None:
    """The status of an occasion whose purpose or outcome lies ahead ("*the aim* of the talks will be peace")."""
    if noun.lemma_.lower() not in words["end of an occasion"]:
        return None
    clause = verb_above(noun)
    if clause is not None and noun.dep_ == "dobj" and clause.lemma_.lower() == "await":
        return "ongoing"  # "are *awaiting the outcome* of the talks"
    ahead = clause is not None and noun.dep_ in SUBJECTS and verb_status(clause, words, title) == "planned"
    return "planned" if ahead else None
