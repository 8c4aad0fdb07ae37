"""Repairs of coordinations of names that no reader of news would make: "Joe Oni, *Jr.*, and Ann Lee" are two people.

The parser takes the suffix of a name for a second one, and what is coordinated with the name for a third. And a name
behind words of time it coordinates with the verb or the time ("met Joe Oni on Friday and *Ann Lee* on Monday"). The
second of a list of common nouns it takes for an apposition ("his mother, *father* and sister"), although one cannot be
two.
"""

from __future__ import annotations

from communique.reading.syntax import OBJECTS
from communique.reading.tokens import Token

_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
_NAMES = frozenset({"PERSON", "GPE", "ORG"})
_TIMES = frozenset({"DATE", "TIME"})
#: Of predicates it does not matter whether they are one or several.
_PREDICATES = frozenset({"attr", "oprd"})
#: How many words may stand between two coordinated names.
_FAR = 12
#: Behind how many words a day stands that is told of a noun.
_NEAR = 5


def mend_conjunct(token: Token) -> None:
    """Repair a coordination in place, where the token is a name's suffix or a name coordinated with a verb."""
    if token.text in _SUFFIXES and token.dep_ in {"conj", "appos"} and token.head.i < token.i:
        _make_part(token)
    elif token.dep_ == "conj" and token.ent_type_ in _NAMES and token.head.pos_ == "VERB":
        _join_to_name(token)
    elif token.dep_ == "conj" and token.head.ent_type_ == "DATE" and token.ent_type_ not in _TIMES:
        _join_to_object(token)
    elif token.dep_ == "appos" and token.pos_ == token.head.pos_ == "NOUN" and _is_listed(token):
        token.dep_ = "conj"


def _make_part(suffix: Token) -> None:
    """Hang the suffix on its name as part of it, and on the name whatever hung on the suffix."""
    name = suffix.head
    if name.ent_type_ != "PERSON" or suffix.nbor(-1).text not in {",", name.text}:
        return
    for below in list(suffix.children):
        below.hang_on(name)
    suffix.dep_, suffix.pos_, suffix.ent_type_ = "punct", "X", ""


def _join_to_name(name: Token) -> None:
    """Coordinate a name with the last object of its kind before the "and", where it begins no clause of its own."""
    verb = name.head
    joint = name.left_edge.nbor(-1) if name.left_edge.i > name.sent.start else name
    if joint.dep_ != "cc" or any(c.dep_ in OBJECTS or c.dep_ in {"nsubj", "aux"} for c in name.children):
        return
    for before in reversed(name.doc[max(verb.i + 1, joint.i - _FAR) : joint.i]):
        if before.ent_type_ == name.ent_type_ and before.dep_ in {"dobj", "pobj"}:
            name.hang_on(before)
            return


def _join_to_object(noun: Token) -> None:
    """Coordinate a noun between two days with the object: "met *Joe Oni* on Friday and *the mayor* on Monday"."""
    day = noun.head
    verb = day.head.head if day.dep_ == "pobj" else day.head
    first = next((c for c in verb.children if c.dep_ == "dobj" and c.i < day.i), None)
    behind = noun.doc[noun.i + 1 : min(noun.i + _NEAR, noun.sent.end)]
    dated = next((t.ent_type_ == "DATE" for t in behind if t.pos_ not in {"ADP", "DET", "PUNCT"}), False)
    if verb.pos_ == "VERB" and first is not None and noun.pos_ in {"NOUN", "PROPN"} and dated:
        noun.hang_on(first)


def _is_listed(second: Token) -> bool:
    """Is a noun behind a comma the second of a list ("the mayor, *his wife* and two aides"), no apposition?

    An apposition agrees in number with its noun and, before the verb, ends with a comma of its own (Huddleston and
    Pullum 2002, ch. 15); "a teacher and mother of three" with one article for both is one person.
    """
    first, others = second.head, [c for c in second.children if c.dep_ == "conj"]
    if not others or first.i > second.i or second.left_edge.nbor(-1).text != "," or first.dep_ in _PREDICATES:
        return False
    last = others[-1]
    end = last.right_edge
    closed = end.i + 1 < second.sent.end and end.nbor().text in {",", "-", "--", "–", "—", "("}
    if closed or last.pos_ != "NOUN":
        return False
    if first.tag_ == "NNS":
        counted = any(c.dep_ in {"nummod", "det"} for c in first.children)
        return not counted and not _determined(second) and second.tag_ == last.tag_ == "NNS"
    return first.tag_ == "NN" and (last.tag_ == "NNS" or _determined(second) == _determined(last))


def _determined(noun: Token) -> bool:
    """Has a noun a determiner, owner or number of its own?"""
    return any(c.dep_ in {"det", "poss", "nummod"} for c in noun.children)
