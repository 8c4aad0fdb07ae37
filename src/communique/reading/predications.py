"""Offices that a clause gives a person: "X was elected *president*", "X served as *mayor*", "X resigned as *envoy*".

Only what a finite clause tells as a fact counts: nobody holds an office who wants to, may or will not have it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.lexicon.words import Words
from communique.reading.members import is_one_person
from communique.reading.phrase import Phrase
from communique.reading.postmodifiers import tie
from communique.reading.relations import deep_object, surface_subject
from communique.reading.syntax import is_passive
from communique.reading.tokens import Token

_COPULAS = frozenset({"be", "become", "remain"})
_SERVING = frozenset({"serve", "act", "be"})
_CONDITIONS = frozenset({"if", "unless", "whether", "until"})


def tie_predicates(phrases: Sequence[Phrase], words: Words) -> None:
    """Take each office of a sentence that a clause gives somebody by name for that one's."""
    phrase_at: Mapping[int, Phrase] | None = None
    for office in phrases:
        if office.name is not None or office.term is None or office.term.plural or office.apposition is not None:
            continue
        if not (office.offices or is_one_person(office)):
            continue
        verb = _predicate(office.head, words)
        holder = _holder(verb, words) if verb is not None and _is_fact(verb) else None
        if verb is None or holder is None:
            continue
        if phrase_at is None:
            phrase_at = {i: phrase for phrase in phrases for i in range(phrase.first, phrase.last + 1)}
        named = phrase_at.get(holder.i)
        if named is not None and named.name is not None and not named.offices and named.apposition is None:
            if verb.lemma_ in _SERVING and verb.tag_ in {"VBD", "VBN"}:
                office.words.append("former")
            tie(named, office)


def share_titles(phrases: Sequence[Phrase]) -> None:
    """Take an office behind "and", without an article, for that of whose first one it follows.

    "Ann Roe, chairman and *chief executive*, left", "was named president and *treasurer*". They are one person's.
    """
    phrase_at: Mapping[int, Phrase] | None = None
    for office in phrases:
        head = office.head if office.name is None and office.offices and office.apposition is None else None
        if head is None or head.dep_ != "conj" or office.term is None or office.term.plural or office.owners:
            continue
        if phrase_at is None:
            phrase_at = {i: phrase for phrase in phrases for i in range(phrase.first, phrase.last + 1)}
        first = phrase_at.get(head.head.i)
        determined = any(c.dep_ in {"det", "poss"} for c in head.children)
        if first is not None and first is not office and first.name is None and not determined:
            office.apposition = first.apposition


def _predicate(noun: Token, words: Words) -> Token | None:
    """The verb that says whose an office is: "became *president*", "served as *mayor*", "took the post of *envoy*"."""
    above = noun.head
    if noun.dep_ in {"attr", "oprd"} and (above.lemma_ in _COPULAS or above.lemma_ in words["naming to office"]):
        return above
    if noun.dep_ != "pobj":
        return None
    governor = above.head
    if above.lower_ == "as":
        able = words["naming to office"] | words["holding office"] | words["leaving office"]
        return governor if governor.lemma_ in able else None
    if above.lower_ == "of" and governor.lemma_ in words["office"] and governor.dep_ == "dobj":
        return governor.head if governor.head.lemma_ in words["holding office"] else None
    return None


def _holder(verb: Token, words: Words) -> Token | None:
    """Whom a verb gives an office: who is named to it, or else does what the verb says."""
    named = verb.lemma_ in words["naming to office"] and not is_passive(verb)
    return deep_object(verb) if named else surface_subject(verb)


def _is_fact(verb: Token) -> bool:
    """Is it told that something is or was so, not that it may be, is wanted, or is not?"""
    below = [c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg", "mark"}]
    unsure = any(c.dep_ == "neg" or c.tag_ in {"MD", "TO"} or c.lower_ in _CONDITIONS for c in below)
    return not unsure and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VBG"}
