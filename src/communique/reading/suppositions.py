"""Clauses that only suppose an act, or date another one by it: conditions, what follows from them, what is awaited."""

from __future__ import annotations

from communique.reading.tokens import Token
from communique.reading.verb_form import is_negated

_CONDITIONS = frozenset({"if", "unless", "whether", "should", "lest"})
_AWAITING = frozenset({"until", "till", "once"})
#: How far a reader follows governing clauses upward; deeper nesting does not occur in prose.
_DEPTH = 8


def is_condition(word: Token) -> bool:
    """Does the word make its clause a condition ("*if* they sign", "if and *when* they sign")?"""
    if word.lower_ == "when" and word.i > 1:
        return word.nbor(-1).lower_ == "and" and word.nbor(-2).lower_ == "if"
    return word.dep_ == "mark" and word.lower_ in _CONDITIONS


def is_consequence(verb: Token) -> bool:
    """Is what a verb tells to follow from a condition only ("will close the border *if* Chad attacks")?"""
    clauses = (c for c in verb.children if c.dep_ == "advcl")
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for clause in clauses for c in clause.children)


def is_awaited(verb: Token) -> bool:
    """Is the act what another one waits for ("will not talk *until* Chad withdraws", "not *before* it withdraws")?"""
    if verb.tag_ not in {"VBZ", "VBP"}:
        return False
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    return bool(marks & _AWAITING) or ("before" in marks and is_negated(verb.head))


def comes_before(verb: Token) -> bool:
    """Is the act one ahead that dates another one ("will decide *before he leaves*")?"""
    return verb.tag_ in {"VBZ", "VBP"} and any(c.dep_ == "mark" and c.lower_ == "before" for c in verb.children)


def is_temporal(verb: Token) -> bool:
    """Does a clause of time in the present tense tell what is ahead with its main clause ("will, *when they meet*")?"""
    when = any(c.lower_ in {"when", "after", "once"} and c.dep_ in {"advmod", "mark"} for c in verb.children)
    return when and verb.tag_ in {"VBZ", "VBP"}


def is_supposed(verb: Token) -> bool:
    """Does a condition hold a verb from further above ("*if* it had a part in forcing Chad *to talk*")?"""
    for above in list(verb.ancestors)[:_DEPTH]:
        if any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in above.children):
            return True
        if above.dep_ in {"relcl", "ccomp", "ROOT"}:
            return False
    return False
