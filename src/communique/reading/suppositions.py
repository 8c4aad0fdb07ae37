"""Clauses that only suppose an act, or date another one by it: conditions, what follows from them, what is awaited."""

from __future__ import annotations

from communique.reading.syntax import child
from communique.reading.tokens import Token
from communique.reading.verb_form import is_infinitive, is_negated

_CONDITIONS = frozenset({"if", "unless", "whether", "should", "lest"})
_INVERTED = frozenset({"should", "had", "were"})
_AWAITING = frozenset({"until", "till", "once"})
_TIMES = frozenset({"when", "after", "once"})
#: Adverbs that make what another act waits for of the one that they date.
_BINDING = frozenset({"only", "immediately"})
#: How far a reader follows governing clauses upward; deeper nesting does not occur in prose.
_DEPTH = 8


def is_condition(word: Token) -> bool:
    """Does the word make its clause a condition ("*if* they sign", "if and *when* they sign")?"""
    if word.lower_ == "when" and word.i > 1:
        return word.nbor(-1).lower_ == "and" and word.nbor(-2).lower_ == "if"
    return word.dep_ == "mark" and word.lower_ in _CONDITIONS


def is_inverted(verb: Token) -> bool:
    """Is a clause made a condition by its auxiliary in front ("*should she become* president", "*had* Chad won")?"""
    bare = verb.head.lower_ == "were" and verb.head.dep_ == "advcl"  # "*were Chad* to attack"
    clause = verb.head if bare else verb
    auxiliary = clause if bare else child(verb, "aux", "auxpass")
    subject = child(clause, "nsubj", "nsubjpass")
    if auxiliary is None or subject is None or auxiliary.i > subject.i or auxiliary.lower_ not in _INVERTED:
        return False
    if clause.dep_ in {"advcl", "ccomp"}:
        return auxiliary.i == clause.left_edge.i
    if clause.dep_ == "conj":  # "could decline *should the court strike it down*", as it is parsed
        return auxiliary.lower_ == "should" and child(clause.head, "cc") is None and auxiliary.i == clause.left_edge.i
    # The parser may make of it the main clause, and hang the one before on it.
    before = child(clause, "ccomp") if auxiliary.lower_ == "should" else None
    return clause.dep_ == "ROOT" and before is not None and before.i < auxiliary.i


def is_consequence(verb: Token) -> bool:
    """Is what a verb tells to follow from a condition only ("will close the border *if* Chad attacks")?"""
    clauses = [c for c in verb.children if c.dep_ == "advcl"]
    if any(c.left_edge.lower_ in {"if", "unless"} and c.i < verb.i for c in clauses):
        return True  # "*if we find that he refuses*, we will": the parser hangs the second clause on the last verb
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for clause in clauses for c in clause.children)


def is_awaited(verb: Token) -> bool:
    """Is the act what another one waits for ("will not talk *until* Chad withdraws", "not *before* it withdraws")?"""
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    if verb.tag_ == "VBD" and verb.dep_ == "advcl" and is_infinitive(verb.head):
        return bool(marks & {"until", "till"})  # "agreed to stay *until Chad withdrew*"
    if verb.tag_ not in {"VBZ", "VBP"}:
        return False
    return bool(marks & _AWAITING) or ("before" in marks and is_negated(verb.head))


def comes_before(verb: Token) -> bool:
    """Is the act one ahead that dates another one ("will decide *before he leaves*")?"""
    return verb.tag_ in {"VBZ", "VBP"} and any(c.dep_ == "mark" and c.lower_ == "before" for c in verb.children)


def is_temporal(verb: Token) -> bool:
    """Does a clause of time tell what is ahead with its main clause ("will, *when they meet*")?

    In the present tense or the perfect; in the past after "once" or "as soon as", or where a word binds it to what
    follows ("*only* after they met").
    """
    if verb.head.lower_ == "soon":
        return True
    when = next((c for c in verb.children if c.lower_ in _TIMES and c.dep_ in {"advmod", "mark"}), None)
    finite = child(verb, "aux", "auxpass") or verb
    if when is None or finite.tag_ in {"VBZ", "VBP"}:
        return when is not None
    if verb.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return True  # "will take effect *when ratified*"
    bound = when.lower_ == "once" or (when.lower_ == "after" and any(c.lower_ in _BINDING for c in verb.children))
    return bound and verb.tag_ == "VBD"


def is_supposed(verb: Token) -> bool:
    """Does a condition hold a verb from further above ("*if* it had a part in forcing Chad *to talk*")?"""
    for above in list(verb.ancestors)[:_DEPTH]:
        if any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in above.children):
            return True
        if above.dep_ in {"relcl", "ccomp", "ROOT"}:
            return False
    return False
