"""Bare names that a firm and a person of the article both have: whom they mean, by what is said of their bearer.

A name has one sense in a text (Gale, Church and Yarowsky 1992): where a firm bears its founder's name, news gives him
his given name and leaves the bare one to the firm. So it means the firm if shares, a board or units are its somewhere,
or if who bears it is "it", and a title, "he" or "she" nowhere tell of a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from communique.lexicon.words import Words
from communique.reading.naming import fold
from communique.reading.parse import Sentence
from communique.reading.person_names import NameRun
from communique.reading.syntax import SUBJECTS, child
from communique.reading.tokens import Token

_PERSONS = frozenset({"he", "she"})


def firms_by_name(
    laid: Iterable[tuple[Sentence, Sequence[NameRun]]], doubtful: Set[str], words: Words
) -> frozenset[str]:
    """Those of the folded ``doubtful`` names that mean a firm wherever they stand alone."""
    firms: set[str] = set()
    persons: set[str] = set()
    for sentence, runs in laid if doubtful else ():
        doc = sentence.tokens.doc
        for run in runs:
            name = fold(doc[run.first : run.last + 1].text)
            if name not in doubtful:
                continue
            pronoun = _taken_up_by(doc[run.last], words["verb of an empty it"])
            if run.titled or pronoun in _PERSONS:
                persons.add(name)
            elif pronoun == "it" or _has_what_firms_have(doc[run.last], words["part of a firm"]):
                firms.add(name)
    return frozenset(firms - persons)


def _has_what_firms_have(name: Token, parts: Set[str]) -> bool:
    """Does a name stand before a noun for what only firms have ("*Roe* shares", "*Roe*'s board")?"""
    before = name.dep_ in {"compound", "nmod", "poss"} and name.head.i > name.i
    return before and name.head.lower_ in parts and name.head.text.islower()


def _taken_up_by(name: Token, empty: Set[str]) -> str | None:
    """The pronoun that is the subject of what somebody says ("*Roe* said *it* will sell"), if it means anybody."""
    verb = name.head if name.dep_ in SUBJECTS else None
    clause = child(verb, "ccomp") if verb is not None else None
    subject = child(clause, *SUBJECTS) if clause is not None and clause.i > name.i else None
    if clause is None or subject is None or subject.i < name.i:
        return None
    return None if subject.lower_ == "it" and clause.lemma_ in empty else subject.lower_
