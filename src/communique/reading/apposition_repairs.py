"""Repairs of appositions between commas that the parser took for subjects or adjuncts.

"Chad and Mali, *rivals* who fought, signed": a clause has one subject, and what stands behind it between commas says
who that is. "Arrested a lawmaker, *Otto Borg*, on Friday": a person's name is no adjunct, but names whom the noun
before the comma brings in (Huddleston and Pullum 2002, ch. 15, section 5).
"""

from __future__ import annotations

from communique.reading.syntax import child
from communique.reading.tokens import Token


def mend_apposition(token: Token) -> None:
    """Repair an apposition in place, where the token is taken for a subject with a subject, or for an adjunct."""
    if token.dep_ == "nsubj" and token.tag_ == "NNS":
        _make_second(token)
    elif token.dep_ == "npadvmod" and token.ent_type_ == "PERSON":
        _name_object(token)


def _make_second(noun: Token) -> None:
    """Make a plural noun with a subject of its own the apposition of that."""
    names, clause = child(noun, "nsubj"), noun.head
    if names is None or clause.pos_ != "VERB" or names.pos_ != "PROPN" or names.right_edge.i >= noun.i:
        return
    comma = next((c for c in (*names.children, *noun.children) if c.text == "," and c.i < noun.i), None)
    if comma is None or names.right_edge.i not in {comma.i, comma.i - 1} or noun.right_edge.nbor().i > clause.i:
        return
    names.hang_on(clause)
    names.dep_ = "nsubj"
    noun.hang_on(names)
    noun.dep_ = "appos"


def _name_object(name: Token) -> None:
    """Set a name between commas in apposition to the object right before it."""
    noun, start = child(name.head, "dobj"), name.left_edge.i
    if noun is None or noun.tag_ != "NN" or noun.right_edge.i + 2 != start or name.doc[start - 1].text != ",":
        return
    name.hang_on(noun)
    name.dep_ = "appos"
