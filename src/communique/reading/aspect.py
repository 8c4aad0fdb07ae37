"""Verbs whose form says that their act goes on: progressives, and participles of acts that last."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.tokens import Token


def is_progressive(verb: Token, auxiliaries: list[str]) -> bool:
    """Does the form of a verb say that its act goes on ("was *being held*", "appears *to be leaving*")?"""
    if "being" in auxiliaries:  # "fled while it *was being held*": what went on then is over
        then = verb.dep_ in {"relcl", "advcl"} and not {"was", "were"}.isdisjoint(auxiliaries)
        return verb.tag_ in {"VBN", "VBD"} and len(auxiliaries) > 1 and not then
    return verb.tag_ == "VBG" and bool(auxiliaries)


def is_lasting_participle(verb: Token, words: Words) -> bool:
    """Does a participle on a noun tell what that is at ("a panel *investigating* the leak"), not what it did once?"""
    if verb.tag_ != "VBG" or verb.dep_ != "acl" or verb.lemma_.lower() not in words["lasting act"]:
        return False
    return not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
