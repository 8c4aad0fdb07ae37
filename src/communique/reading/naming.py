"""The structure of a person's name, and when two names can be the same person's.

Newspapers vary a name by leaving parts out (middle names, initials), by pet forms ("Bill"), by transliteration ("y" and
"i"), by the place of the family name, and by misprint.
Parts are compared after folding, misprints by optimal string alignment distance (Levenshtein with swaps of neighbours),
bounded by the length of the part: short parts must be equal.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from communique.lexicon.nicknames import load_nicknames

_ARABIC = ("al", "el", "bin", "bint", "ibn", "ben", "abu", "ul", "ur")
_ROMANCE = ("de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "las", "los", "y", "e")
_GERMANIC = ("van", "von", "der", "den", "ter", "af", "av", "zu", "zum")
#: Words between a name and that of the father.
FATHERS = frozenset({"bin", "bint", "ibn", "ben"})
_PARTICLES = frozenset((*_ARABIC, *_ROMANCE, *_GERMANIC))
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xii", "xvi", "phd"})
#: Letters that no accent makes, so that taking accents off leaves them.
_LETTERS = str.maketrans(
    {"\u0142": "l", "\u00f8": "o", "\u0111": "d", "\u0131": "i", "\u00df": "ss", "\u00e6": "ae", "\u0259": "a"}
)
#: Spellings that transliteration and fashion alternate between, folded to one.
_SPELLINGS = (
    ("ph", "f"), ("kh", "h"), ("([gd])h", r"\1"), ("ck|q|c(?=[aoukrl])", "k"), ("^ye", "e"), ("ou|oo|u", "o"),
    ("ee|[yj]", "i"), ("w", "v"), ("x", "ks"), ("z", "s"), (r"(.)\1+", r"\1"),
)  # fmt: skip
_SHORTEST_CLIPPED = 4
_ALTERNATIVES = tuple((re.compile(pattern), new) for pattern, new in _SPELLINGS)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name: given names and initials, then the surname with its particles; one part alone is ``surname``."""

    text: str
    given: tuple[str, ...]
    surname: str

    @property
    def is_full(self) -> bool:
        """Is there more than a surname?"""
        return bool(self.given)

    @property
    def parts(self) -> tuple[str, ...]:
        """Every word that can stand for the name alone: given names, surname, its last word and hyphenated halves."""
        last = self.surname.split()[-1]
        return tuple(dict.fromkeys((*self.given, self.surname, last, *(half for half in last.split("-") if half))))


def is_particle(word: str) -> bool:
    """Is the word one that stands inside surnames ("bin", "von", "al")?"""
    return word.lower() in _PARTICLES


def is_suffix(word: str) -> bool:
    """Does a word behind a name tell its bearer from an elder ("Walter Kane, *Jr.*")?"""
    return word.lower().rstrip(".") in {"jr", "sr"}


@lru_cache(maxsize=4096)
def parse_name(text: str) -> PersonName:
    """Split a name into given names and surname; suffixes ("Jr.", "II") are left out of both."""
    bare = [word.rstrip(",") for word in text.split() if word.lower().strip(".,") not in _SUFFIXES]
    words = [word for word in bare if word] or text.split()  # a comma may stand alone
    place = len(words) - 1
    while place > 1 and is_particle(words[place - 1]):
        place -= 1
    if all(is_particle(word) for word in words[:place]):
        place = 0
    return PersonName(text, tuple(words[:place]), " ".join(words[place:]))


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """A word without case, accents, hyphens or the alternatives of transliteration."""
    plain = word.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
    if not plain.isalnum():
        plain = "".join([c for c in plain if c.isalnum()])
    for pattern, new in _ALTERNATIVES:
        plain = pattern.sub(new, plain)
    return plain


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    """A word in lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if c.isalpha() or c == "-")


def onset(word: str) -> str:
    """How a word begins, which a slip leaves alone: its first letter, "g" and "k" being written for one sound."""
    return fold(word)[:1].replace("g", "k")


def distance(one: str, other: str) -> int:
    """Optimal string alignment distance of two words after folding."""
    return int(OSA.distance(fold(one), fold(other)))


def same_surname(one: str, other: str, *, given_agrees: bool = False) -> bool:
    """Can two surnames be spellings of one? One slip in six letters; one in five or two in six if given names agree.

    An initial is a spelling of nothing but itself.
    """
    a, b = fold(one), fold(other)
    if a == b:
        return len(a) > 1 or _plain(one) == _plain(other)
    shorter = min(len(a), len(b))
    allowed = 2 if given_agrees and shorter >= 6 else 1 if shorter >= 6 - given_agrees else 0
    return onset(one) == onset(other) and distance(one, other) <= allowed


def same_given(one: str, other: str) -> bool:
    """Can two given names be one: equal after folding, an initial, a pet form, one clipped, or one with a slip?"""
    a, b = fold(one), fold(other)
    if load_nicknames().alike(_plain(one), _plain(other)):
        return True
    if not a or not b or a[0] != b[0]:
        return False
    if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1:
        return True
    short, long = sorted((one.lower(), other.lower()), key=len)
    if len(short) >= _SHORTEST_CLIPPED and len(long) > len(short) + 1 and long.startswith(short):  # Mitch, Mitchell
        return True
    return a == b or (min(len(a), len(b)) >= 6 and distance(one, other) <= 1)


def is_pet_form(one: PersonName, other: PersonName) -> bool:
    """Is the given name of one full name a pet form of the other's ("Bill", "William")?"""
    if not (one.is_full and other.is_full) or fold(one.given[0]) == fold(other.given[0]):
        return False
    return load_nicknames().alike(_plain(one.given[0]), _plain(other.given[0]))


def same_name(one: str, other: str) -> bool:
    """Can two full names, as written, be the same person's?"""
    return same_person(parse_name(one), parse_name(other))


def same_person(one: PersonName, other: PersonName) -> bool:
    """Can two full names be the same person's: given names that agree and close surnames?

    Middle names may be missing, but not differ ("George W." and "George H. W."). A family name may stand first or last.
    """
    if not (one.is_full and other.is_full):
        return False
    if fold(one.text) == fold(other.text):
        return True
    if _within(one, other) or _within(other, one) or _turned(one, other):
        return True
    if not same_given(one.given[0], other.given[0]):
        return False
    if len(one.given) > 1 and len(other.given) > 1 and not same_given(one.given[1], other.given[1]):
        return False
    if is_pet_form(one, other):  # a second liberty with the name would be one too many ("Ted Cruz", "Theodore Cross")
        return _plain(one.surname) == _plain(other.surname)
    exact = fold(one.given[0]) == fold(other.given[0])
    return same_surname(one.surname, other.surname, given_agrees=exact) and (
        exact or fold(one.surname) == fold(other.surname)
    )


def _within(short: PersonName, long: PersonName) -> bool:
    """Are the parts of one name, in order, the first or the last ones of the other, or all but some in the middle?

    "Joan Mary" of "Joan Mary Roe", and of a double surname or a name without family name the end ("Soler Reyes" of
    "Ana Soler Reyes"); but what follows "bin" in a name is that of the father. Initials tell people apart.
    """
    parts = [fold(word) for word in long.text.split()]
    wanted = [fold(word) for word in short.text.split()]
    if not 2 <= len(wanted) < len(parts):
        return False
    fathers = fold(long.text.split()[-len(wanted) - 1]) in FATHERS
    if parts[: len(wanted)] == wanted or (parts[-len(wanted) :] == wanted and not fathers):
        return True
    rest = iter(parts[1:-1])
    inner = all(len(word) > 1 and word in rest for word in wanted[1:-1])  # in order: each search goes on from the last
    return inner and len(wanted) > 2 and (wanted[0], wanted[-1]) == (parts[0], parts[-1])


def _turned(one: PersonName, other: PersonName) -> bool:
    """Is one name the other with the family name at the other end ("Morita Kenji", "Rha Woong Bae", "Woong-Bae Rha")?

    A family name is one word, of two or three; a hyphen may stand between given names or be left out.
    """
    words, others = name_words(one.text), name_words(other.text)
    return len(words) in {2, 3} and others in ([*words[1:], words[0]], [words[-1], *words[:-1]])


def name_words(text: str) -> list[str]:
    """The folded words of a name, those that a hyphen joins taken apart."""
    return [folded for part in text.replace("-", " ").split() if (folded := fold(part))]


def short_form_of(short: str, full: PersonName) -> bool:
    """Is one word the surname of a full name, its last part, or the family name that comes first ("Xi", "Kim")?

    A word in the middle is nobody's name alone but as it is written ("Baron" of "Ann Baron Roe", not "Barron").
    """
    wanted = fold(short)
    if wanted not in map(fold, full.parts):
        return False
    ends = (*full.given[:1], full.surname, full.surname.split()[-1], *full.surname.split()[-1].split("-"))
    return any(wanted == fold(part) for part in ends) or _plain(short) in map(_plain, full.given)
