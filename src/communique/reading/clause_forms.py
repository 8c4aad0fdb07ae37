"""Forms of a clause that its own words decide: orders, and alternatives to what one is told."""

from __future__ import annotations

from communique.reading.syntax import SUBJECTS, child, is_passive
from communique.reading.tokens import Token

#: Verbs of what befalls those who do not do what they are told.
_DEFIANCE = frozenset({"face", "be", "lose", "risk", "suffer", "get"})


def is_order(clause: Token) -> bool:
    """Is it an order in somebody's own words ("*Free the crew*, Kenya told Chad")?"""
    bare = clause.tag_ == "VB" and clause.i < clause.head.i
    return bare and not any(c.dep_ in {*SUBJECTS, "aux", "mark", "csubj"} for c in clause.children)


def is_or_else(clause: Token) -> bool:
    """Is it what is to be done "or" something will happen ("told it *to leave by Friday or face war*")?"""
    other = child(clause, "conj")
    either = any(c.dep_ == "cc" and c.lower_ == "or" for c in clause.children)
    return either and other is not None and (other.lemma_ in _DEFIANCE or is_passive(other))
