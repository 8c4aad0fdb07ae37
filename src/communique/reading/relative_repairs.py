"""Repairs of relative clauses whose verb the parser took for a participle on their subject.

In "the depot *that the army shelled* burned" the regular past is read as a participle ("the army shelled"), and the
main verb as that of the army. A noun with a relative pronoun, or another noun, right before it has its own clause
(Huddleston and Pullum 2002, ch. 12), and what that lacks is the noun outside.
"""

from __future__ import annotations

from communique.reading.syntax import OBJECTS, SUBJECTS, child
from communique.reading.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_COMPLEMENTS = OBJECTS | {"agent", "aux", "auxpass", "xcomp", "ccomp", "dative"}


def restore_relative(participle: Token) -> None:
    """Make a participle that its subject stands before the verb of a relative clause, in place."""
    subject, verb = participle.head, participle.head.head
    if subject.dep_ not in SUBJECTS or verb.i < participle.i or child(participle, *_COMPLEMENTS) is not None:
        return
    if verb.tag_ not in _FINITE and not any(c.tag_ in _FINITE for c in verb.children if c.dep_ in {"aux", "auxpass"}):
        return
    pronoun = child(verb, "mark", "dobj")
    if pronoun is not None and pronoun.lower_ in {"that", "which"} and pronoun.i + 1 == subject.left_edge.i:
        noun = verb.head if verb.dep_ in {"relcl", "acl"} else None
        if noun is None or noun.dep_ in SUBJECTS or noun.pos_ not in _NOMINAL:
            return
        _take_place_of(verb, noun)
        pronoun.hang_on(participle)
        pronoun.dep_, pronoun.tag_, pronoun.pos_ = "dobj", "WDT", "PRON"
    else:
        noun = child(verb, *SUBJECTS)
        if noun is None or noun == subject or noun.right_edge.i + 1 != subject.left_edge.i:
            return
    participle.tag_, participle.dep_ = "VBD", "relcl"
    participle.hang_on(noun)
    subject.hang_on(participle)
    subject.dep_ = "nsubj"


def _take_place_of(verb: Token, noun: Token) -> None:
    """Put a verb where its clause's noun stood, and the noun below it as its subject."""
    if noun.head == noun:
        verb.hang_on(verb)
        verb.dep_ = "ROOT"
    else:
        verb.hang_on(noun.head)
        verb.dep_ = "ccomp" if noun.head.pos_ in {"VERB", "AUX"} else noun.dep_
    noun.hang_on(verb)
    noun.dep_ = "nsubj"


def make_pronoun(that: Token) -> None:
    """Make "that" the object of a relative clause that has a subject and none ("the bridge *that* Chad blew up").

    Not where it may tell what was said ("agreed in a call *that* an envoy would fly to Chad").
    """
    verb = that.head
    if verb.dep_ != "relcl" or verb.tag_ != "VBD" or child(verb, *SUBJECTS) is None or verb.lemma_ == "be":
        return
    if child(verb, *_COMPLEMENTS, "acomp", "attr", "oprd") is None and not any(_leads(c) for c in verb.children):
        that.dep_, that.tag_, that.pos_ = "dobj", "WDT", "PRON"


def _leads(preposition: Token) -> bool:
    """Does a preposition complete a verb without an object, and not tell its time or place?"""
    return preposition.dep_ == "prep" and preposition.lower_ not in {"in", "on", "at", "during", "near", "outside"}
