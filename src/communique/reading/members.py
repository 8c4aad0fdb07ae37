"""The names that a plural noun stands for: "the Omani and Qatari envoys, *X* and *Y*", "two aides, *X* and *Y*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.lexicon.quantities import cardinal
from communique.reading.attributes import owning_terms
from communique.reading.phrase import Phrase
from communique.reading.terms import STATE_KINDS, Term

#: What may stand between the names of a list.
_JOINTS = frozenset({",", "and", "the"})
#: How many tokens of a phrase with a preposition may stand between a plural and the comma before its names.
_BETWEEN = 6


def stand_for(phrase: Phrase, before: Sequence[Phrase], followers: Sequence[Phrase]) -> None:
    """Make a plural noun stand for the names beside it, if they are as many as its states, or as it counts.

    The names stand behind it ("the Omani and Qatari envoys, X and Y", "two aides to Z, X and Y") or before it ("X and
    Y, the envoys of Oman and Qatar,"). Each of several states gives its own to one of them.
    """
    plural = phrase.name is None and phrase.term is not None and phrase.term.plural
    if not plural or not (phrase.offices or (phrase.term is not None and is_one_person(phrase))):
        return
    states = sorted((term for term in owning_terms(phrase) if term.country is not None), key=lambda term: term.first)
    if len(states) < 2:
        _count_off(phrase, states, followers)
        return
    names = list(_listed_names(phrase, states, followers))
    if len(names) != len(states):
        names = list(_names_before(phrase, states, before))
    if len(names) != len(states):
        return
    for name, state in zip(names, states, strict=True):
        name.owners.append(state)
        name.offices.extend(phrase.offices[:1])
        name.agents.extend(phrase.agents[:1])
        name.office_start = name.offices[-1].first if name.offices else None
    phrase.members, phrase.apposition = tuple(names), None  # the parser may set the first of them in apposition


def _listed_names(phrase: Phrase, states: Sequence[Term], followers: Sequence[Phrase]) -> Iterator[Phrase]:
    """The names that stand, joined by commas and "and" alone, right behind a phrase and its states."""
    doc = phrase.doc
    end = max([phrase.last, *(term.last for term in states)])
    if end + 1 >= len(doc) or doc[end + 1].text != ",":
        return
    for follower in followers:
        if follower.first <= end:
            continue
        between = doc[end + 1 : follower.first]
        joined = len(between) > 0 and all(token.text == "," or token.lower_ == "and" for token in between)
        if not joined or follower.name is None or follower.offices or follower.owners:
            return
        yield follower
        end = follower.last


def _names_before(phrase: Phrase, states: Sequence[Term], before: Sequence[Phrase]) -> Sequence[Phrase]:
    """The names, joined by commas and "and" alone, that stand right before a phrase set off by commas."""
    doc = phrase.doc
    begin, end = min([phrase.first, *(t.first for t in states)]), max([phrase.last, *(t.last for t in states)])
    begin -= begin > 0 and doc[begin - 1].lower_ == "the"
    closed = end + 1 >= len(doc) or doc[end + 1].is_punct or doc[end + 1].lower_ == "respectively"
    if begin < 2 or doc[begin - 1].text != "," or not closed:
        return ()
    names: list[Phrase] = []
    for other in reversed(before):
        between = doc[other.last + 1 : begin]
        joined = len(between) > 0 and all(token.text == "," or token.lower_ == "and" for token in between)
        if not joined or other.name is None or other.offices or other.owners:
            break
        names.insert(0, other)
        begin = other.first
    return names


def _count_off(phrase: Phrase, states: Sequence[Term], followers: Sequence[Phrase]) -> None:
    """Make a plural noun with a number before it stand for just as many names behind it ("*two* aides, X and Y").

    So does a definite one without a number, for the two behind it ("*their* aides, X and Y, left").
    """
    number = next((n for c in phrase.head.children if c.dep_ == "nummod" and (n := cardinal(c.text)) is not None), 0)
    counted = number or (2 if _is_definite(phrase) else 0)
    names = list(_names_behind_comma(phrase, followers, counted)) if counted > 1 else []
    if len(names) != counted or not names:
        return
    if not number and all(t.lower_ != "and" for t in phrase.doc[names[0].last : names[1].first]):
        return
    for name in names:
        if not name.owners:
            name.owners.extend(states)
        if not name.offices:
            name.offices.extend(phrase.offices[:1])
            name.office_start = name.offices[-1].first if name.offices else None
        if not name.agents:
            name.agents.extend(phrase.agents[:1])
    phrase.members, phrase.apposition = tuple(names), None  # the parser may set the first of them in apposition


def _is_definite(phrase: Phrase) -> bool:
    """Are those meant who have been told of, or all of somebody's?"""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in _DEFINITE) for c in phrase.head.children)


_DEFINITE = frozenset({"the", "both", "these"})


def _names_behind_comma(phrase: Phrase, followers: Sequence[Phrase], number: int) -> Iterator[Phrase]:
    """The names of a list behind the next comma, each with its title or its state, closed by a comma or full stop."""
    doc = phrase.doc
    end = next((i for i in range(phrase.last + 1, min(phrase.last + 2 + _BETWEEN, len(doc))) if doc[i].text == ","), 0)
    if not end or any(doc[i].pos_ in {"VERB", "AUX"} for i in range(phrase.last + 1, end)):
        return
    states = {f.first: f.last for f in followers if f.term is not None and f.term.kind in STATE_KINDS}
    listed = [follower for follower in followers if follower.first > end and follower.first not in states][:number]
    for follower in listed:
        if follower.name is None or any(t.lower_ not in _JOINTS for t in doc[end : follower.first]):
            return
        end = follower.last + 1
        if end + 1 in states and doc[end].lower_ == "of":  # "Ann Lee *of Peru* and Bo Roe"
            end = states[end + 1] + 1
    if listed and (end >= len(doc) or doc[end].is_punct):
        yield from listed


def is_one_person(phrase: Phrase) -> bool:
    """Is it a noun for a single human being, or several?"""
    return phrase.term is not None and getattr(phrase.term.entry, "type", "") == "person"
