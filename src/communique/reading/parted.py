"""Those who take part in an act by a phrase that the parser hung elsewhere than on the noun that names it.

Words of time and place may stand between a noun and the phrase that completes it ("a meeting in Oslo yesterday *with
X*"), and an aside between the two names that "between" needs ("talks between *X*, speaking for Y, and *Z*").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from communique.reading.syntax import conjuncts
from communique.reading.tokens import Token

_TIMES = frozenset({"DATE", "TIME"})
_HERE = frozenset({"here", "there", "yesterday", "today", "tomorrow", "earlier", "later"})
_LOCAL = frozenset({"in", "at", "on", "near", "outside"})
#: How many words may stand between a noun and the phrase that completes it, or between two names behind "between".
_FAR = 14


def parted(noun: Token, preposition: str) -> Iterator[Token]:
    """The objects of a preposition that stands behind a noun, with only words of time and place between the two."""
    if any(c.dep_ == "prep" and c.lower_ == preposition for c in noun.children):
        return
    doc, end = noun.doc, min(noun.sent.end, noun.i + _FAR)
    at = noun.i + 1
    while at < end:
        token = doc[at]
        if token.lower_ == preposition and token.dep_ == "prep":
            yield from (c for c in token.children if c.dep_ == "pobj")
            return
        place = _place_behind(token)
        if place is not None:
            at = place.i + 1
        elif token.ent_type_ in _TIMES or token.lower_ in _HERE or _opens_time(token):
            at += 1
        else:
            return


def _place_behind(preposition: Token) -> Token | None:
    """The place or day that a local preposition governs ("in *Oslo*", "on *Friday*")."""
    if preposition.dep_ != "prep" or preposition.lower_ not in _LOCAL:
        return None
    governed = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    named = governed is not None and governed.ent_type_ in _TIMES | {"GPE", "LOC", "FAC"}
    return governed if named else None


def _opens_time(token: Token) -> bool:
    """Does a determiner or adjective begin an expression of time that the recogniser missed ("*this* morning")?"""
    return token.dep_ in {"det", "amod"} and token.head.dep_ == "npadvmod" and token.head.i > token.i


def other_side(first: Token) -> Token | None:
    """The second name behind "between", where an aside behind the first one led the parser to hang it elsewhere."""
    if first.head.lower_ != "between" or len(conjuncts(first)) > 1:
        return None
    for inner in (i for c in first.children if c.lower_ == "for" for i in c.children if i.dep_ == "pobj"):
        if len(joined := conjuncts(inner)) > 1:
            return joined[-1]  # "between lawyers for the boy and *officials*": there has to be a second side
    if first.tag_ in {"NNS", "NNPS"}:
        return None
    behind = first.doc[first.i + 1 : min(first.sent.end, first.i + _FAR)]
    if not behind or behind[0].text not in {",", "-", "--", "–", "—", "("}:
        return None
    joint = next((t for t in behind if t.lower_ == "and" and t.head not in first.subtree), None)
    if joint is None:
        return None
    others = (c for c in joint.head.children if c.dep_ == "conj" and c.left_edge.i == joint.i + 1)
    return next((c for c in others if c.pos_ in {"PROPN", "NOUN"}), None)


def owns_another(first: Token, joined: Sequence[Token], relations: Set[str]) -> bool:
    """Is a name before "and" only whose those are whom a later noun means ("*Chad* and Niger's allies")?"""
    for noun in joined:
        for owner in noun.children if noun != first and noun.lemma_.lower() in relations else ():
            edge = owner.left_edge.i
            if owner.dep_ == "poss" and owner.pos_ == "PROPN" and edge > first.i + 1:
                return noun.doc[edge - 1].lower_ == "and" and noun.doc[edge - 2] == first
    return False


def added(first: Token) -> Iterator[Token]:
    """The objects of a preposition that goes on with one before it, wherever the parser hung it.

    "Met *with* X in Oslo and **with** Y", "met *with* X, as well as **with** Y": ``first`` is the first preposition.
    """
    for other in first.doc[first.i + 1 : first.sent.end]:
        if other.lower_ != first.lower_ or other.dep_ not in {"prep", "conj"} or other.head is first:
            continue
        before = first.doc[other.i - 1]
        hung = other.head
        along = before.lower_ == "as" and hung is before and before.head in {first.head, hung.head}
        joined = (
            before.lower_ == "and"
            and other.dep_ == "conj"
            and hung.dep_ == "prep"
            and (hung in first.ancestors or hung in first.subtree)
        )
        if (along and before.dep_ == "cc") or joined:
            yield from (c for c in other.children if c.dep_ == "pobj")
