"""What offices and bodies are called: which a state has one of, and which names are one body's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from communique.lexicon.legal_forms import is_legal_form
from communique.lexicon.offices import load_offices
from communique.lexicon.states import load_states
from communique.lexicon.words import load_words

_AND = frozenset({"and", "&"})
_OF = frozenset({"of", "for"})
_PREPOSITIONS = frozenset(
    {
        "of",
        "for",
        "in",
        "at",
        "from",
        "by",
        "with",
        "on",
        "to",
        "and",
        "the",
        "de",
        "del",
        "al",
        "el",
        "bin",
        "van",
        "von",
    }
)
_MINISTRY = "ministry"
_PORTFOLIOS = frozenset({_MINISTRY, "department"})
_SIGNS = str.maketrans("", "", ".,")
#: British spellings in names of bodies, and the American ones.
_AMERICAN = {"isation": "ization", "centre": "center", "defence": "defense", "labour": "labor", "programme": "program"}
#: A name with a participle behind a hyphen: "Oslo-based", "Kurdish-led".
_QUALIFIED = re.compile(r"[A-Z][\w.'-]*-[a-z]*ed")
_SPELLINGS = re.compile("|".join(_AMERICAN))


def is_single_office(name: str) -> bool:
    """Is an office, as readings name it ("Foreign Minister"), one that a single person at a time holds in a state?"""
    return name.casefold() in _offices()


def is_office(name: str) -> bool:
    """Is it an office, and no trade or candidacy ("Oil Minister", not "Presidential Candidate")?"""
    words = name.casefold().split()
    return any(" ".join(words[start:]) in _all_offices() for start in range(len(words)))


def is_institution(name: str) -> bool:
    """Is a noun for a body one for what a state has one of, alone or behind its adjective ("Peruvian parliament")?

    So is any ministry.
    """
    words = name.split()
    if label_of_body(name).endswith(_MINISTRY):
        return True
    heads = range(len(words))
    tails = (" ".join(words[head:]).casefold() for head in heads if all(word[0].isupper() for word in words[:head]))
    return not _words_of("institution").isdisjoint(tails)


def is_noun_for_body(name: str) -> bool:
    """Is a name, in small letters, but a noun for a body ("bureau")?"""
    return name in _words_of("noun for a body")


def is_party_of_many(name: str) -> bool:
    """Is a name, in small letters, what parties are called in many states ("socialists")?"""
    return name in _words_of("party of many states")


def is_body_of_many_places(name: str) -> bool:
    """Is a name, in small letters, what bodies are called of which a state has many ("district court")?"""
    return name in _words_of("body of many places")


def is_quantifier(word: str) -> bool:
    """Does a word before a noun only say how many or which are meant ("*This* bloc")?"""
    return word.casefold() in _words_of("quantifier")


@lru_cache(maxsize=8192)
def label_of_body(name: str) -> str:
    """What two names of one body have in common: no case, no full stops, no article, no state, no legal form.

    What describes it before, in small letters, is no part of its name ("*ruling* Unity Party"). A state before a name
    of two words or more, as an abbreviation or in full, says only where the body is ("*U.S.* Interstate Commerce
    Commission"). "And Co" at the end is a legal form too ("Roe, Soler *and Co*"), and a ministry or department is
    called by its matter before or behind ("Department of Justice", "Justice Department"). British and American
    spelling are one.

    >>> label_of_body("The Acme Tool Corp.") == label_of_body("Acme Tool")
    True
    """
    proper = " ".join(proper_part(unicodedata.normalize("NFKC", name).split()))
    words = _SPELLINGS.sub(lambda found: _AMERICAN[found[0]], proper.casefold().translate(_SIGNS)).split()
    words = words[1:] if words[:1] == ["the"] and len(words) > 1 else words
    state = next((n for n in (2, 1) if len(words) > n + 1 and " ".join(words[:n]) in _states()), 0)
    words = words[state:]
    words = without_legal_form(words)
    if len(words) > 2 and words[0] in _PORTFOLIOS and words[1] in _OF:
        matter = words[2:] if words[2] != "the" else words[3:]
        words = [*matter, words[0]]
    return " ".join(words)


def proper_part(words: Sequence[str]) -> list[str]:
    """The words of a body's name without what describes it before, in small letters ("*news agency* ABC").

    So goes whose it is said to be before such a word ("*Chad's ruling* Unity Party"), and where it sits or
    who is behind it ("*Oslo-based* Harlow Institute").
    """
    while len(words) > 1 and _QUALIFIED.fullmatch(words[0]):
        words = words[1:]
    if len(words) > 2 and words[0].endswith(("'s", "\u2019s")) and words[1][0].islower():
        words = words[1:]
    start = next((place for place, word in enumerate(words) if not word[0].islower()), 0)
    described = words[-1:] and not words[-1][0].islower() and _PREPOSITIONS.isdisjoint(words[:start])
    return list(words[start:] if described else words)


def spells(acronym: str, name: str) -> bool:
    """Is an acronym the initials of a name, of all its words or of those in capitals, without a state before it?"""
    words = name.split()
    initials = {"".join(word[0] for word in part).upper() for part in (words, [w for w in words if w[0].isupper()])}
    stateless = words[0].casefold().replace(".", "") in _states()
    return acronym in initials or (stateless and any(acronym == found[1:] for found in initials))


def without_legal_form(words: Sequence[str]) -> list[str]:
    """The words of a body's name, those for its legal form at the end left out, unless there are no others."""
    kept = list(words)
    while len(kept) > 1 and is_legal_form(kept[-1]):
        kept.pop()
        if len(kept) > 1 and kept[-1] in _AND:
            kept.pop()
    return kept


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    """What states are called by their initials, or as a union of others: "us", "united states"."""
    names = (name for state in load_states().states for name in state.names)
    plain = (name.removeprefix("the ").replace(".", "") for name in names)
    return frozenset(name.casefold() for name in plain if name.isupper() or name.startswith("United "))


@lru_cache(maxsize=1)
def _all_offices() -> frozenset[str]:
    return frozenset(form for office in load_offices() for form in office.forms)


@lru_cache(maxsize=1)
def _offices() -> frozenset[str]:
    offices = [office for office in load_offices() if office.kind == "office"]
    return frozenset(name.casefold() for office in offices for name in (office.name, *office.forms))


@lru_cache(maxsize=8)
def _words_of(word_class: str) -> frozenset[str]:
    return load_words()[word_class]
