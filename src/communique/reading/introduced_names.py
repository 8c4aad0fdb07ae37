"""Names that the office beside them tells to be a person's, whatever the recogniser of names takes them for."""

from __future__ import annotations

from collections.abc import Mapping

from communique.reading.terms import Term
from communique.reading.tokens import Doc

#: Sectors of those who hold a public office.
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})


def is_apposed_official(doc: Doc, before: Term, first: int, last: int) -> bool:
    """Is what the recogniser takes for a body's name set beside one official ("his *counterpart* Juma Okello")?"""
    official = getattr(before.entry, "sector", None) == "GOV" and last > first
    return official and doc[last].dep_ == "appos" and doc[last].head.i == before.last


def is_set_behind_official(doc: Doc, first: int, last: int, taken: Mapping[int, Term]) -> bool:
    """Is a name of several words set behind one official, and a comma ("her Chadian counterpart, *Juma Okello*")?

    So it is with a rank before it ("the army chief, *Admiral Juma Okello*"), whatever the recogniser makes of the name.
    """
    term = _described_by(doc, last, taken) if doc[last].dep_ == "appos" and last > first else None
    if term is None or term.plural or term.kind not in {"office", "agent"}:
        return False
    before = taken.get(first - 1)
    rank = before if before is not None and before.kind == "title" and not before.plural else None
    start = first if rank is None else rank.first
    return (term.sector in _OFFICIAL or rank is not None) and doc[start - 1].text == "," and term.last < start


def _described_by(doc: Doc, name: int, taken: Mapping[int, Term]) -> Term | None:
    """The noun that a name is set beside; of an office still to be taken up "president" in "president-elect"."""
    head = doc[name].head.i
    coming = head > 1 and doc[head - 1].text == "-" and not doc[head - 1].whitespace_
    return taken.get(head - 2 if coming else head)


def is_introduced(doc: Doc, first: int, last: int, taken: Mapping[int, Term]) -> bool:
    """Does an aside say which office of state the bearer of a name holds ("Roe, the Chilean president, left")?"""
    if last + 1 >= len(doc) or doc[last + 1].text != ",":
        return False
    apposed = (child for token in doc[first : last + 1] for child in token.children if child.dep_ == "appos")
    offices = (term for child in apposed if (term := taken.get(child.i)) is not None and term.kind == "office")
    return any(office.sector == "GOV" and not office.plural for office in offices)
