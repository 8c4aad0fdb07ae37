"""Repairs of words that name the result of a verb and make one verb with it: "set *free*", "sent *packing*".

Right behind the verb, or behind its object, they are neither attributes nor clauses of their own (Huddleston and Pullum
2002, ch. 4, section 6.3, on verbal idioms with a resultative).
"""

from __future__ import annotations

from communique.reading.syntax import child
from communique.reading.tokens import Token

#: The results with the verbs that they make one verb with.
RESULTS = {
    "free": frozenset({"set"}),
    "loose": frozenset({"set", "cut"}),
    "short": frozenset({"cut"}),
    "packing": frozenset({"send"}),
    "go": frozenset({"let"}),
}
_BESIDE = frozenset({"amod", "advmod", "acomp", "oprd", "advcl", "ccomp", "xcomp"})
_BEHIND = frozenset({"acl", "amod", "advmod", "acomp", "oprd", "xcomp", "ccomp", "advcl"})


def join_result(result: Token) -> None:
    """Hang a result on the verb that it makes one verb with, in place, and its object on the verb, too."""
    verb = result.nbor(-1) if result.i else result
    if result.lower_ == "go":
        if verb.lemma_ == "let" and verb.head == result and child(result, "dobj") is not None:
            _make_main(verb, result)
        return
    if verb.pos_ == "VERB" and verb.lemma_ in RESULTS[result.lower_]:
        if result.dep_ in _BESIDE and result.left_edge == result:
            _make_particle(result, verb)
    elif result.dep_ in _BEHIND:
        _join_behind_object(result)


def _join_behind_object(result: Token) -> None:
    """Hang a result behind the object on the verb ("sent *two men* packing")."""
    above = result.head
    verb = above.head if above.dep_ in {"dobj", "nsubj"} else above
    thing = above if above is not verb else child(verb, "dobj") or child(result, "nsubj")
    if verb.pos_ != "VERB" or verb.lemma_ not in RESULTS[result.lower_] or thing is None:
        return
    if not verb.i < thing.i < result.i or any(c.i < result.i for c in result.children if c is not thing):
        return
    thing.hang_on(verb)
    thing.dep_ = "dobj"
    _make_particle(result, verb)


def _make_main(verb: Token, result: Token) -> None:
    """Put the verb in the place of a result that it was taken for the auxiliary of ("*let* go two men")."""
    verb.hang_on(verb if result.head is result else result.head)
    verb.dep_, verb.pos_ = result.dep_, "VERB"
    _make_particle(result, verb)


def _make_particle(result: Token, verb: Token) -> None:
    for token in list(result.children):
        token.hang_on(verb)
    result.hang_on(verb)
    result.dep_, result.tag_ = "prt", "RP"
