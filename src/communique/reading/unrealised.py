"""Acts that are only thought of: talked about, opposed, or supposed.

What takes an agreement first is not done because people discuss it, and an act without a definite article or a day of
its own need not come about because somebody is against it or would answer it (Huddleston and Pullum 2002, ch. 5, on
what an indefinite noun phrase presupposes).
"""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.syntax import child
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.records import Status

#: Acts that take an agreement first.
_AGREED = frozenset({"withdrawal", "deployment", "evacuation", "exercise", "mobilization", "ceasefire", "release"})
_INDEFINITE = frozenset({"a", "an", "any", "another", "such", "further", "some"})


def unrealised(trigger: Trigger, governor: Token, relation: str | None, words: Words) -> Status | None:
    """The status of an act that is only talked of, feared or supposed."""
    if _is_talked_of(trigger, governor, relation, words):
        return "proposed"
    thought = _is_supposed(trigger, governor) or _is_abhorred(trigger, governor, relation, words)
    thought = thought or _is_answered(trigger, governor, relation, words)
    return "hypothetical" if thought else None


def _is_talked_of(trigger: Trigger, governor: Token, relation: str | None, words: Words) -> bool:
    """Is an act that takes an agreement first what people talk about ("discussed *the withdrawal* of troops")?"""
    if trigger.frame.kind not in _AGREED or governor.tag_ in {"VBZ", "VBP"}:
        return False
    lemma = governor.lemma_.lower()
    if relation == "object" and governor.pos_ == "VERB":
        return lemma in words["talking of"]
    return relation in {"on", "over", "about"} and lemma in words["talks"] | words["talking of"]


def _is_abhorred(trigger: Trigger, governor: Token, relation: str | None, words: Words) -> bool:
    """Is somebody against an act of no certain time ("opposition to *an* offensive", not "to *the* offensive")?"""
    if trigger.frame.contact or relation not in {"object", "to", "against"} or not _is_indefinite(trigger):
        return False
    felt = child(governor, "dobj") if relation != "object" else None  # "*voiced opposition* to", as it is parsed
    averse = words["aversion"]
    return governor.lemma_.lower() in averse or (felt is not None and felt.lemma_.lower() in averse)


def _is_supposed(trigger: Trigger, governor: Token) -> bool:
    """Is an act of no certain time one that something "would" be done about ("*an attack would be met* with force")?"""
    modal = any(c.dep_ == "aux" and c.lower_ in {"would", "could", "might"} for c in governor.children)
    return modal and not trigger.frame.contact and _is_indefinite(trigger)


def _is_answered(trigger: Trigger, governor: Token, relation: str | None, words: Words) -> bool:
    """Is an act of no certain time one that somebody will answer ("will *respond to an attack*")?"""
    will = any(c.dep_ == "aux" and c.lower_ in {"will", "'ll"} for c in governor.children)
    answers = will and relation == "to" and governor.lemma_.lower() in words["response"]
    return answers and not trigger.frame.contact and _is_indefinite(trigger)


def _is_indefinite(trigger: Trigger) -> bool:
    """Has a noun no article but an indefinite one, and neither an owner nor a day?"""
    below = [c for noun in (trigger.token, trigger.outer or trigger.token) for c in noun.children]
    before = [c for c in below if c.dep_ in {"det", "poss", "nummod"}]
    article = any(c.lower_ in {"a", "an"} for c in before)  # "*a 4-4* ruling"
    bare = all((c.dep_ == "det" and c.lower_ in _INDEFINITE) or (article and c.dep_ == "nummod") for c in before)
    return bare and not any(c.ent_type_ == "DATE" for c in below)
