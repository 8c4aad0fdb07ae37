"""Legal forms of companies ("Acme Tool *Corp*"): which words are some, and which tell a unit abroad from its parent."""

from __future__ import annotations

from functools import lru_cache

from communique.lexicon.words import load_words

#: American and British forms, of which news takes one for another.
ENGLISH = ("corporation", "limited company")
#: A form that may stand for any English one.
LOOSE = "loose legal form"


@lru_cache(maxsize=65_536)
def legal_form(name: str) -> str | None:
    """The legal form at the end of a company's name, American ones as one, British ones, and loose ones.

    >>> legal_form("Acme Tool Corp.") == legal_form("Acme Tool Inc")
    True
    >>> legal_form("Acme Tool GmbH")
    'gmbh'
    """
    last = _plain(name.split()[-1])
    if not is_legal_form(last):
        return None
    return next((kind for kind in (*ENGLISH, LOOSE) if last in _forms(kind)), last)


def are_two_companies(one: str, other: str) -> bool:
    """Do names end in forms that one company does not have, as those of a parent and a unit abroad do?"""
    forms = {legal_form(one), legal_form(other)}
    alike = len(forms) == 1 or any(forms == {LOOSE, form} for form in ENGLISH)
    return None not in forms and not alike


def is_legal_form(word: str) -> bool:
    """Is a word one for the legal form of a company?"""
    return _plain(word) in _forms("legal form")


def _plain(word: str) -> str:
    return word.casefold().replace(".", "")


@lru_cache(maxsize=8)
def _forms(word_class: str) -> frozenset[str]:
    return frozenset(map(_plain, load_words()[word_class]))
