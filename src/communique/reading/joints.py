"""What "and" joins inside a noun phrase: sides that the parser took for words before the last one's noun."""

from __future__ import annotations

from collections.abc import Callable

from communique.reading.syntax import child, conjuncts, first_conjunct
from communique.reading.tokens import Token

_QUALIFYING, _JOINING = frozenset({"nmod", "compound", "amod"}), frozenset({"cc", "conj", "punct"})


def is_beside_adjective(name: Token) -> bool:
    """Is a name taken for the modifier of a noun together with an adjective behind "and"?"""
    adjectives = (c for c in name.children if c.dep_ == "conj" and c.tag_ == "JJ")
    joined = any(c.dep_ == "cc" and c.lower_ == "and" for c in name.children)
    short = name.text.replace(".", "").isupper()  # "*U.S.* and Asian nations": it stands for an adjective
    return name.tag_ == "NNP" and not short and name.dep_ in {"nmod", "compound"} and joined and any(adjectives)


def is_first_of_two(word: Token, noun: Token) -> bool:
    """Is a word before "and" the first of two sides, as "between" needs them ("between *police* and mine workers")?"""
    between = noun.dep_ == "pobj" and noun.head.lower_ == "between" and child(noun, "conj") is None
    joined = any(c.dep_ == "cc" and c.lower_ == "and" for c in word.children)
    return between and joined and word.head is noun and word.dep_ in {"nmod", "compound"} and word.tag_ != "JJ"


def hung_on_another(person: Token, is_person: Callable[[Token], bool]) -> list[Token]:
    """People listed with one whom the parser joins to a name in his description.

    "Joe Oni, head of trade at *Acme*, *Ann Lee*, a clerk, and *Bo Roe*": nobody is joined to a firm by a comma there.
    """
    asides = [c for c in person.children if c.dep_ == "appos" and c.i > person.i and not is_person(c)]
    others = (t for aside in asides for t in aside.subtree if t.dep_ == "conj" and is_person(t))
    return [t for t in others if not is_person(first_conjunct(t)) and _is_set_off(t)]


def _is_set_off(name: Token) -> bool:
    """Does a comma stand right before a name, or before the "and" there?"""
    before = name.left_edge.i - 1
    before -= name.doc[before].lower_ == "and"
    return name.doc[before].text == ","


def joined_within(noun: Token, last: Token) -> list[Token]:
    """What is joined to a body inside its own phrase, of which the name ends in ``last``.

    "The Group of Five *nations* and **Canada**", "the ministers -- the Group of Five -- *plus* **Canada**".
    """
    found = conjuncts(last)[1:] if last is not noun and last.dep_ == "pobj" and last.tag_ == "NNS" else []
    for beside in noun.children:
        added = beside.dep_ == "appos" and any(c.dep_ == "cc" and c.lower_ == "plus" for c in beside.children)
        found += conjuncts(beside)[1:] if added else []
    return found


def is_bare(noun: Token) -> bool:
    """Is it a singular common noun without a determiner, which is nobody by itself?"""
    determined = noun.i > noun.sent.start and noun.nbor(-1).pos_ in {"DET", "PRON", "NUM"}
    bare = child(noun, "det", "poss", "nummod") is None and not determined
    return bare and noun.tag_ == "NN" and noun.text.islower()


def is_named_behind(plural: Token) -> bool:
    """Do names right behind a plural say who they all are ("rival neighbours *Chad* and *Togo*")?"""
    return any(c.dep_ == "appos" and c.left_edge.i == plural.i + 1 for c in plural.children)


def first_before(word: Token, plural: Token) -> Token:
    """The first word of what qualifies a plural together with its own first word ("*Senate* and House clerks")."""
    first = first_conjunct(word)
    joined = first is not word and first.head is plural and first.dep_ in _QUALIFYING
    near = joined and all(t.dep_ in _QUALIFYING | _JOINING for t in word.doc[first.i : word.i])
    return first if near else word
