"""Infinitives that tell what came of an act, not what it was for ("fled, *only to be caught*", "won *to become* king").

An infinitive of outcome is as true as its main clause (Huddleston and Pullum 2002, ch. 14, 9.2).
"""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.syntax import child
from communique.reading.tokens import Token


def is_outcome(verb: Token, words: Words) -> bool:
    """Does an infinitive with "to" tell what came of the act of its main clause?"""
    to = child(verb, "aux") if verb.dep_ in {"advcl", "xcomp"} and verb.head.pos_ == "VERB" else None
    if to is None or to.tag_ != "TO":
        return False
    if to.i > 1 and to.nbor(-1).lower_ == "only" and to.nbor(-2).text == ",":
        return True
    return verb.lemma_ == "become" and verb.head.lemma_.lower() in words["winning"]
