"""Who does what a clause says beside its subject: "X, joined by *Y*, said", "X, led by *Y*, met", "X left, as did *Y*".

English adds such people behind the subject or the verb without making them grammatical subjects (Quirk et al. 1985,
10.40 on quasi-coordination; Huddleston and Pullum 2002, ch. 13.2 on comparative clauses with an inverted auxiliary).
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.words import packaged_words
from communique.reading.relations import deep_object, deep_subject
from communique.reading.syntax import SUBJECTS, child, is_passive, prepositional
from communique.reading.tokens import Token

_BESIDE = ("alongside",)
_LEADING = frozenset({"lead", "head", "accompany"})
_TOGETHER = frozenset({"along", "together"})


def companions(verb: Token, subject: Token | None) -> Iterator[Token]:
    """The nouns for those who do what ``verb`` says with its ``subject``, or as it does."""
    for bearer in (subject, verb):
        if bearer is not None:
            yield from _beside(bearer, verb)
    if any(c.lower_ == "joint" for noun in verb.children if noun.dep_ == "dobj" for c in noun.children):
        yield from (
            other for bearer in (verb, child(verb, "dobj")) if bearer for other in prepositional(bearer, "with")
        )
    occasion = child(verb, "dobj")  # "gave a *news conference* along with Y"
    if occasion is not None and occasion.lemma_.lower() in packaged_words()["talks"]:
        yield from together(verb)
    for clause in verb.children:
        if _is_likewise(clause) and (other := child(clause, *SUBJECTS)) is not None and other.i > clause.i:
            yield other
    joining = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "in" else None
    if joining is not None and joining.lemma_ == "join" and (other := deep_object(joining)) is not None:
        yield other  # "joined *Y* in doing it"


def together(verb: Token) -> Iterator[Token]:
    """The nouns behind "along with" or "together with" at the end of a clause: more of those its object names.

    "Arrested the envoy *along with a clerk*", "were hurt, *together with* two guards".
    """
    for c in verb.children:
        if c.i > verb.i:
            yield from _along_with(c)


def _along_with(word: Token) -> Iterator[Token]:
    """The nouns behind "along with" or "together with", whichever of the two words the parser hung on the other."""
    if word.lower_ in _TOGETHER:
        yield from prepositional(word, "with")
    elif word.lower_ == "with" and word.i > 0 and word.nbor(-1).lower_ in _TOGETHER:
        yield from (noun for noun in word.children if noun.dep_ == "pobj")


def _beside(bearer: Token, verb: Token) -> Iterator[Token]:
    yield from prepositional(bearer, *_BESIDE)
    for c in bearer.children:
        if c.i < verb.i:
            yield from _along_with(c)  # behind an object it may add to that
        if bearer is not verb and c.lemma_ in _LEADING and c.dep_ == "acl" and is_passive(c):
            if (leader := deep_subject(c)) is not None:
                yield leader  # "the delegates, *led by* Y, met"
        elif c.lemma_ == "join" and c.dep_ in {"acl", "advcl"} and (other := _joined(c)) is not None:
            yield other


def _joined(verb: Token) -> Token | None:
    """Who is "joined by" a subject, or whom it is "joining *in* doing" something."""
    if is_passive(verb):
        return deep_subject(verb)
    together = any(c.lower_ == "in" and child(c, "pcomp") is not None for c in verb.children)
    return deep_object(verb) if together and verb.tag_ == "VBG" else None


def _is_likewise(clause: Token) -> bool:
    """Is it a clause that only says of others that they do the same ("as *did* Y", "as *is* Y")?"""
    if clause.dep_ not in {"advcl", "ccomp"} or clause.lemma_ not in {"be", "do", "have", "will"}:
        return False
    first = next(iter(clause.children), None)
    return first is not None and first.lower_ in {"as", "like"} and first.i == clause.i - 1
