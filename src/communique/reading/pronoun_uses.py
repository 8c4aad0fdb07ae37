"""How a pronoun is used in its clause: for nobody, for a thing, or for whom an infinitive or relative tells of."""

from __future__ import annotations

from collections.abc import Callable

from communique.lexicon.toponyms import load_toponym_words
from communique.reading.syntax import SUBJECTS, child
from communique.reading.tokens import Token

_COMPLEMENTS = frozenset({"dobj", "dative", "prep", "xcomp", "ccomp"})


def is_expletive(token: Token) -> bool:
    """Is "it" the subject of words that need none ("it rained", "it is late", "it was said that …")?"""
    if token.lower_ != "it":
        return False
    beside = {child.dep_ for child in token.head.children}
    if token.dep_ == "nsubjpass":
        return "agent" not in beside
    return token.head.lemma_ == "be" or beside.isdisjoint(_COMPLEMENTS)


def is_of_infinitive(token: Token) -> bool:
    """Is a pronoun the subject of an infinitive, and so in the clause of the verb above it ("wants *it* to leave")?"""
    verb = token.head
    return token.dep_ in SUBJECTS and verb.dep_ in {"ccomp", "xcomp"} and any(c.tag_ == "TO" for c in verb.children)


def is_told_of_relative(verb: Token) -> bool:
    """Is a verb one whose subject "which" or "who" goes on to say something ("the group, *which* said it …")?"""
    subject = child(verb, "nsubj")
    relative = subject is not None and subject.lower_ in {"which", "who", "that"} and verb.dep_ == "relcl"
    return relative and child(verb, "ccomp") is not None


def is_of_thing(token: Token) -> bool:
    """Is "it" what something is done to in a clause of its own, as is done to things and plans rather than to bodies?

    "Chad praised the plan before *it* was vetoed", but "Chad said *it* was attacked" and "before *it* was accused".
    """
    if token.lower_ != "it" or token.dep_ != "nsubjpass" or token.head.dep_ in {"ccomp", "ROOT"}:
        return False
    return token.head.lemma_.lower() not in load_toponym_words()["addressing"]


def is_extraposed(token: Token) -> bool:
    """Does "it" only stand for a clause with "that" behind it ("it is clear that …")?"""
    if token.lower_ != "it" or token.dep_ not in SUBJECTS or token.head.lemma_ != "be":
        return False
    below = (c for child in (token.head, *token.head.children) for c in child.children if c.i > token.i)
    return any(c.dep_ in {"ccomp", "csubj"} for c in below)


def is_of_unnamed_owner(token: Token, is_known: Callable[[Token], bool]) -> bool:
    """Is "it" what somebody acts on in order to change what a thing owns ("raise the *plant's* output by moving it")?

    The owner is nearer than whoever does so, and no actor that is known.
    """
    verb = token.head
    if token.lower_ != "it" or token.dep_ not in {"dobj", "pobj"} or verb.dep_ not in {"pcomp", "advcl"}:
        return False
    above = verb.head if verb.dep_ == "advcl" else verb.head.head
    changed = child(above, "dobj")
    owner = child(changed, "poss") if changed is not None and changed.i < token.i else None
    return owner is not None and owner.tag_ in {"NN", "NNP"} and not is_known(owner)
