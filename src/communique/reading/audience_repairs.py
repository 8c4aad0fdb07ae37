"""Repairs of whom something is told, where the parser made them part of what is told.

"Told *Reuters* troops had left": without a conjunction the parser takes the name behind the verb for a word before the
subject of the clause. But who tells something by such a verb tells it somebody (Quirk et al. 1985, 16.60).
"""

from __future__ import annotations

from communique.reading.syntax import SUBJECTS, child
from communique.reading.tokens import Token

#: Verbs that take no clause without an indirect object before it.
_TELLING = frozenset({"tell", "inform", "assure", "remind"})
_NAMES = frozenset({"ORG", "PERSON"})
_CLAUSES = frozenset({"ccomp", "advcl"})


def part_audience(verb: Token) -> None:
    """Hang the name behind a verb of telling on it, where it stands before the subject of what is told, in place."""
    if verb.lemma_ not in _TELLING:
        return
    name = verb.nbor(1) if verb.i + 1 < verb.sent.end and child(verb, "dobj", "dative") is None else None
    if name is None or name.ent_type_ not in _NAMES or name.ent_iob_ != "B":
        return
    last = name
    while last.i + 1 < verb.sent.end and last.nbor(1).ent_iob_ == "I":
        last = last.nbor(1)
    subjects = (child(clause, *SUBJECTS) for clause in verb.children if clause.dep_ in _CLAUSES)
    subject = next((s for s in subjects if s is not None and s.i > last.i and s.left_edge is name), None)
    if subject is None:
        return
    *parts, head = [t for t in verb.doc[name.i : last.i + 1] if t.head.i > last.i]
    head.hang_on(verb)
    head.dep_ = "dobj"
    for part in parts:
        part.hang_on(head)
