"""Free relative clauses that only say what somebody calls a thing: "condemned *what he called Chadian meddling*".

Such a clause stands for the thing itself (Huddleston and Pullum 2002, ch. 12, 6, fused relatives): whoever condemns it
condemns the meddling, and the words around it say in whose view it is that.
"""

from __future__ import annotations

from communique.lexicon.words import packaged_words
from communique.reading.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
#: How a noun hangs on the verb that calls a thing so.
_CALLED = frozenset({"oprd", "dobj", "attr"})


def meant(clause: Token) -> Token | None:
    """The noun that a clause with "what" stands for, if all that it says is what somebody calls or thinks it."""
    if clause.pos_ != "VERB" or clause.left_edge.lower_ != "what":
        return None
    return _called(clause) if clause.lemma_.lower() in packaged_words()["calling a thing"] else None


def meant_object(verb: Token) -> Token | None:
    """What a verb is done to that has a clause with "what" for its object ("rejected *what it called a plot*")."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    return meant(clause) if clause is not None else None


def _called(verb: Token) -> Token | None:
    """What a thing is called: "called *meddling*", "described as *meddling*", "said was *meddling*"."""
    for c in verb.children:
        if c.i < verb.i:
            continue
        if c.dep_ in _CALLED and c.pos_ in _NOUNS:
            return c
        if c.lower_ == "as" and c.dep_ == "prep":
            return next((o for o in c.children if o.dep_ == "pobj"), None)
        if c.dep_ == "advcl" and c.pos_ in _NOUNS and any(g.lower_ == "as" for g in c.children):
            return c  # "sees *as Chadian attempts*", taken for a clause
        if c.dep_ in {"ccomp", "xcomp"} and c.lemma_ == "be":
            return next((o for o in c.children if o.dep_ == "attr"), None)
    return None
