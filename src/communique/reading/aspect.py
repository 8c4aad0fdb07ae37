"""Verbs whose form says that their act goes on: progressives, and participles of acts that last."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.syntax import first_conjunct
from communique.reading.tokens import Token

_PRESENT = frozenset({"is", "are"})


def is_progressive(verb: Token, auxiliaries: list[str]) -> bool:
    """Does the form of a verb say that its act goes on ("was *being held*", "appears *to be leaving*")?"""
    told = first_conjunct(verb)
    # "fled while it *was being held*", "met him while he *was running*": what went on then is over
    past = not {"was", "were"}.isdisjoint(auxiliaries)
    if past and (told.dep_ in {"relcl", "advcl"} or _is_background(verb)):
        return False
    if "being" in auxiliaries:  # "talks *being held*" are talks that are being held, "reports of him *being held*" not
        reduced = verb.dep_ == "acl" and verb.head.dep_ != "pobj"
        return verb.tag_ in {"VBN", "VBD"} and (len(auxiliaries) > 1 or reduced)
    return verb.tag_ == "VBG" and bool(auxiliaries)


def _is_background(verb: Token) -> bool:
    """Is it what went on as something happened ("*was speaking* when he came in")?"""
    clauses = (c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBD" and c.i > verb.i)
    return any(c.lower_ == "when" for clause in clauses for c in clause.children)


def is_lasting(verb: Token, words: Words) -> bool:
    """Does a verb of what takes its time say what somebody is at: "a panel *investigating* it", "it *is investigated*"?

    The present passive of any other verb tells of a state after the act ("is arrested"; Quirk et al. 1985, 3.77).
    """
    if verb.lemma_.lower() not in words["lasting act"]:
        return False
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if verb.tag_ == "VBG" and verb.dep_ == "acl":
        return not auxiliaries and verb.head.lemma_.lower() not in words["text"]  # "issued *a letter backing* it"
    return verb.tag_ == "VBN" and bool(auxiliaries) and auxiliaries <= _PRESENT
