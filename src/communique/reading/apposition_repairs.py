"""Repairs of appositions between commas that the parser took for subjects or adjuncts.

"Chad and Mali, *rivals* who fought, signed": a clause has one subject, and what stands behind it between commas says
who that is. "Arrested a lawmaker, *Otto Borg*, on Friday": a person's name is no adjunct, but names whom the noun
before the comma brings in (Huddleston and Pullum 2002, ch. 15, section 5). "Its neighbour *Chad*": a noun right before
the name of a state says what it is, and the name who is meant. "Chad, *not Mali*, signed" names who did not, and "Chad
*as well as* Mali signed" both (ch. 15, sections 2 and 5). "Showed the envoy *the door*": what is given stands beside
its taker without a comma.
"""

from __future__ import annotations

from communique.lexicon.words import packaged_words
from communique.reading.syntax import SUBJECTS, child
from communique.reading.tokens import Token


def mend_apposition(token: Token) -> None:
    """Repair an apposition in place, where the token is taken for a subject with a subject, or for an adjunct."""
    if token.dep_ == "nsubj" and token.tag_ == "NNS":
        _make_second(token)
    elif token.dep_ == "npadvmod" and token.ent_type_ == "PERSON":
        _name_object(token)
    if token.dep_ == "npadvmod":
        _join_subject(token)


def mend_beside(noun: Token) -> None:
    """Repair an apposition in place: of a state to what it is said to be, and of those who are denied to be meant."""
    if noun.dep_ != "appos":
        return
    if any(c.dep_ == "neg" and c.i < noun.i for c in noun.children):
        noun.dep_ = "dep"
    elif noun.ent_type_ == "GPE" and noun.head.i + 1 == noun.left_edge.i and noun.head.head != noun.head:
        _make_head(noun, noun.head)
    else:
        _part_given(noun)


def _make_head(name: Token, said: Token) -> None:
    """Hang a noun for a state on the name behind it, and the name where the noun hung."""
    if said.tag_ != "NN" or said.lemma_.lower() not in packaged_words()["said of a state"]:
        return
    for token in [c for c in said.children if c.i > name.right_edge.i]:
        token.hang_on(name)
    name.hang_on(said.head)
    name.dep_, said.dep_ = said.dep_, "compound"
    said.hang_on(name)


def _join_subject(noun: Token) -> None:
    """Coordinate a noun before "as well as" with the subject behind it."""
    joint = next((c for c in noun.children if c.dep_ == "cc" and c.lower_ == "as"), None)
    second = next((c for c in noun.head.children if c.dep_ in SUBJECTS and c.i > noun.i), None)
    if joint is None or second is None or second.left_edge.i != joint.i + 1:
        return
    noun.dep_ = second.dep_
    second.hang_on(noun)
    second.dep_ = "conj"


def _part_given(thing: Token) -> None:
    """Part what is given from its taker, on whom the parser sets it without a comma, in place."""
    taker = thing.head
    verb = taker.head
    if taker.dep_ not in {"dobj", "dative"} or thing.pos_ == "PROPN":
        return
    beside = taker.i < thing.i and child(thing, "det") is not None and thing.left_edge.i == taker.i + 1
    if not beside or verb.lemma_.lower() not in packaged_words()["taking two objects"]:
        return
    later = [c for c in taker.children if c.i > thing.i]
    thing.dep_, taker.dep_ = "dobj", "dative"
    for token in (thing, *later):
        token.hang_on(verb)


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
