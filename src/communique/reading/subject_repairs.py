"""Subjects that the parser took for adverbs of time or for predicates.

"*Chad* -- to general surprise -- left", "*Chad* not only left but …": a finite clause has a subject (Huddleston and
Pullum 2002, ch. 4), and a name that tells no time and no measure is no adjunct without a preposition (ch. 8, 5.1).
"It was over," said *the king* after it: what stands before a conjunction belongs to no clause behind it (ch. 11).
"Arrested were *two men*": where the participle stands in front, the noun behind "be" is what it is said of (ch. 16, 5).
"""

from __future__ import annotations

from communique.reading.passives import NOBODY
from communique.reading.syntax import SUBJECTS, child
from communique.reading.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def make_subject(noun: Token) -> None:
    """Make a name before a finite verb that has no subject its subject, in place, and not an adverb."""
    verb = noun.head
    named = noun.pos_ == "PROPN" and noun.ent_type_ not in NOBODY
    if noun.i > verb.i or not (named or noun.ent_type_ in _NAMES) or child(verb, *SUBJECTS, "expl") is not None:
        return
    if verb.dep_ not in {"ROOT", "ccomp"} or not _is_finite(verb):
        return
    noun.dep_ = "nsubjpass" if child(verb, "auxpass") is not None else "nsubj"


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(
        c.tag_ in {*_FINITE, "MD"} for c in verb.children if c.dep_ in {"aux", "auxpass"}
    )


def part_speaker(noun: Token) -> None:
    """Give a verb of saying the subject behind it that the parser hung on the clause behind that, in place.

    "It was over," said *the king* after Chad had left: nothing that belongs to a clause stands before its conjunction.
    """
    verb = noun.head
    said, mark = verb.head, child(verb, "mark")
    if verb.dep_ != "ccomp" or mark is None or not said.i < noun.i < mark.i < verb.i:
        return
    own = any(c.dep_ in SUBJECTS and c.i > mark.i for c in verb.children)
    if own and said.pos_ == "VERB" and child(said, *SUBJECTS) is None:
        noun.hang_on(said)
        verb.dep_ = "advcl"


def make_conjunction(that: Token) -> None:
    """Make a "that" the conjunction of a clause whose verb has another object, in place ("news *that* it left")."""
    if any(c.dep_ == "dobj" and c.i > that.head.i for c in that.head.children) and that.i < that.head.i:
        that.dep_, that.tag_, that.pos_ = "mark", "IN", "SCONJ"


def restore_preposed(noun: Token) -> None:
    """Make the noun behind the "be" of a passive whose participle stands before it the passive's subject, in place."""
    auxiliary = noun.head
    verb = auxiliary.head
    if auxiliary.dep_ != "auxpass" or verb.tag_ != "VBN" or not verb.i < auxiliary.i < noun.i:
        return
    if child(verb, *SUBJECTS) is None:
        noun.hang_on(verb)
        noun.dep_ = "nsubjpass"
