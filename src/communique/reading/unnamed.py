"""Which of several people without a name a phrase means, by whom they speak or work for: "a spokesman for Acme".

An indefinite noun brings somebody new into the story, a definite one takes up who is there already (Heim 1982). News
repeats "a spokesman" of one man, so that only another employer by name, or "another", makes another one of him.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from communique.reading.phrase import Phrase
from communique.reading.terms import STATE_KINDS
from communique.reading.tokens import Token

_TIES = frozenset({"for", "at", "of", "with", "from"})
_NAMES = frozenset({"NNP", "NNPS"})
_ATTRIBUTES = frozenset({"compound", "nmod", "poss"})
_INDEFINITE = frozenset({"a", "an", "another", "one"})


class Unnamed:
    """The people without a name of one article; ``legal_forms`` are no words that tell two firms apart."""

    def __init__(self, legal_forms: Set[str]) -> None:
        self._legal_forms = legal_forms
        self._known: dict[tuple[str, str | None], list[set[str]]] = {}  # the words of the employers of each
        self._last: dict[tuple[str, str | None], int] = {}

    def number(self, phrase: Phrase, name: str, country: str | None) -> int:
        """The number of the one whom a phrase means among those of a name and country, from 0 on."""
        key = (name.lower(), country)
        known, employer = self._known.setdefault(key, []), self._employer(phrase)
        if known and any(c.lower_ == "another" for c in phrase.head.children):
            known.append(employer)
            self._last[key] = len(known) - 1
        elif not known:
            known.append(employer)
        elif employer:
            self._last[key] = self._of(known, employer, new=_is_indefinite(phrase))
        return self._last.setdefault(key, 0)

    @staticmethod
    def _of(known: list[set[str]], employer: set[str], *, new: bool) -> int:
        for number, words in enumerate(known):
            if not words.isdisjoint(employer) or (not words and not new):
                words |= employer
                return number
        known.append(employer)
        return len(known) - 1

    def _employer(self, phrase: Phrase) -> set[str]:
        """The words in capitals by which a phrase, or what follows "for" or "at", names a body, and their initials."""
        own = {i for term in (*phrase.offices, *phrase.owners) for i in range(term.first, term.last + 1)}
        if phrase.term is not None:
            own |= set(range(phrase.term.first, phrase.term.last + 1))
        inside = (*phrase.doc[phrase.first : phrase.last + 1].tokens, *phrase.head.lefts)
        before = [t for t in inside if t.i not in own and (t.i >= phrase.first or t.dep_ in _ATTRIBUTES)]
        behind = [
            t for prep in phrase.head.children if prep.lower_ in _TIES and prep.i > phrase.last for t in _in(prep)
        ]
        states = {i for term in phrase.after if term.kind in STATE_KINDS for i in range(term.first, term.last + 1)}
        named = [t.text for t in (*before, *behind) if t.tag_ in _NAMES and t.text[0].isupper() and t.i not in states]
        words = [word.lower() for word in named if word.rstrip(".").lower() not in self._legal_forms]
        return {*words, "".join(word[0] for word in words)} if len(words) > 1 else set(words)


def _in(preposition: Token) -> Sequence[Token]:
    """The words of the name behind a preposition."""
    return [t for noun in preposition.children if noun.dep_ == "pobj" for t in _name(noun)]


def _name(noun: Token) -> Sequence[Token]:
    return [*(c for c in noun.lefts if c.dep_ in _ATTRIBUTES), noun]


def _is_indefinite(phrase: Phrase) -> bool:
    return any(c.lower_ in _INDEFINITE for c in phrase.head.children)
