"""How a noun phrase refers: definite or not, by itself or only before another noun, to a whole state or within it."""

from __future__ import annotations

from communique.reading.phrase import Phrase
from communique.reading.terms import STATE_KINDS, Term

_BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})


def is_of_state_alone(phrase: Phrase) -> bool:
    """Does nothing but a state, if that, go with a noun ("the Sudanese *army*" is "the army" of Sudan)?"""
    plain = len(phrase.agents) == 1 and not (phrase.words or phrase.bodies or phrase.possessors or phrase.employer)
    owners = (*phrase.owners, *phrase.after)
    return plain and phrase.located is None and all(term.kind in STATE_KINDS for term in owners)


def is_definite(phrase: Phrase) -> bool:
    """Does an article or whoever's it is pick out the one meant ("*the* prosecution", "*Chad's* leadership")?"""
    if is_attributive(phrase):
        return False
    owned = phrase.owners or phrase.after or phrase.possessors or phrase.anaphor
    return bool(owned) or any(c.dep_ == "poss" or c.lower_ in {"the", "this", "that"} for c in phrase.head.children)


def states_behind(phrase: Phrase) -> list[Term]:
    """The states that a plural "nations" names behind it ("the nations *of Chad and Niger*"), not where those were.

    Who signed "an accord by six nations *in Paris*" is not France.
    """
    behind = (term for term in phrase.after if term.kind in STATE_KINDS)
    return [t for t in behind if t.first == 0 or phrase.doc[t.first - 1].lower_ not in {"in", "at"}]


def are_certain(states: Phrase) -> bool:
    """Are certain states meant ("*the five nations*"), not some ("*countries* that trade", "*their* countries")?"""
    before = [c for c in states.head.children if c.i < states.head.i]
    counted = any(c.dep_ == "nummod" for c in before)
    return (counted or is_definite(states)) and not any(c.tag_ == "PRP$" for c in before)


def is_bare(phrase: Phrase) -> bool:
    """Is a noun in the singular with nothing before it ("the use of *force*")?"""
    return phrase.head.tag_ == "NN" and not any(child.i < phrase.head.i for child in phrase.head.children)


def is_attributive(phrase: Phrase) -> bool:
    """Does the phrase only qualify another noun ("youth club", "media reports")?"""
    return phrase.head.dep_ in _BEFORE_NOUN


def is_local(phrase: Phrase) -> bool:
    """Does the phrase speak of a government that need not be the state's own ("the authorities in X")?"""
    behind = any(owner.first > phrase.last for owner in phrase.after)  # "Chad, *whose* government" is Chad's own
    return bool(behind or phrase.possessors) or phrase.located is not None


def is_national(phrase: Phrase, term: Term) -> bool:
    """Is an adjective used as a noun for one person ("an Iraqi was killed")?"""
    word = phrase.doc[term.last]
    determined = term.first > 0 and phrase.doc[term.first - 1].lower_ in {"a", "an", "another"}
    joined = word.i + 1 < len(phrase.doc) and word.nbor().text == "-"  # "a *Canadian*-led group"
    before_noun = word.dep_ in {*_BEFORE_NOUN, "poss"}
    return term.kind == "adjective" and determined and not before_noun and not joined


def is_counted(phrase: Phrase, term: Term, partitives: frozenset[str]) -> bool:
    """Is an adjective used as a noun for people that are counted ("thousands of Sudanese", "two Chinese")?"""
    word = phrase.doc[term.last]
    if term.kind != "adjective" or word.dep_ in {*_BEFORE_NOUN, "poss"}:
        return False
    parted = word.dep_ == "pobj" and word.head.lower_ == "of"
    counted = any(child.dep_ == "nummod" for child in word.children)
    return counted or (parted and word.head.head.lemma_.lower() in partitives)


def text_of(phrase: Phrase) -> str:
    """The words of a phrase, on one line, its first one whole ("*Saudi-backed* fighters")."""
    first, doc = phrase.first, phrase.doc
    while first > 1 and doc[first - 1].text == "-" and not (doc[first - 1].whitespace_ or doc[first - 2].whitespace_):
        first -= 2
    return " ".join(doc[first : phrase.last + 1].text.split())
