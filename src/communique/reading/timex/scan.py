"""The words of a block as the grammar walks over them, and what the lexicon knows of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from communique.lexicon.times import TimeWords
from communique.reading.timex.tokens import Words

Found = tuple[int, object]  # the index just after the match, and its value
#: Two-digit years without an anchor are of 1950 to 2049.
_PIVOT, _AHEAD = 2019, 30
_MONEY = frozenset({"$", "#", "£", "€"})


@dataclass(slots=True, eq=False)
class Scanner:
    """The words of one block, the lexicon, and the year of publication, which two-digit years are near to.

    ``memory`` is the grammar's: what it found at a word, by class or group and depth.
    """

    words: Words
    lexicon: TimeWords
    anchor_year: int | None
    memory: dict[tuple[int, str, int], Any] = field(default_factory=dict)
    _forms: dict[int, str] = field(init=False)

    def __post_init__(self) -> None:
        self._forms = dict(enumerate(self.words.forms))

    def lower(self, at: int) -> str:
        """The word at an index in lower case; "" beyond either end."""
        return self._forms.get(at, "")

    def joined(self, at: int) -> bool:
        """Is there no space between the word at an index and the one before it?"""
        return self.words.joined(at)

    def members(self, class_id: str, at: int) -> Iterator[Found]:
        """The members of a class of the lexicon that stand at an index, longest first."""
        second = self.lower(at + 1)
        for pieces, value in self.lexicon.phrases(class_id, self.lower(at)):
            if len(pieces) > 1 and pieces[1] != second:
                continue
            end = at + len(pieces)
            if all(self.lower(at + k) == pieces[k] for k in range(2, len(pieces))) and self._means_time(at, end):
                yield end, value

    def _means_time(self, at: int, end: int) -> bool:
        """Is a word of the lexicon not another word that looks the same: "may" the verb, "March" the act, a surname?"""
        form, word = self.lower(at), self.words[at]
        if form in self.lexicon.capitalised and not word.capital:
            return False
        if end - at > 1:
            return True
        if form in self.lexicon.also_verbs and word.token.pos_ in {"VERB", "AUX"}:
            return False
        return not (word.token.ent_type_ == "PERSON" and word.capital and not self.lower(at + 1)[:1].isdigit())

    def plain_number(self, at: int) -> int | None:
        """The value of a word of digits that is a number by itself: no part of 1,500 or 3.5, no sum, no percentage."""
        text = self.lower(at)
        if not text.isdecimal() or len(text) > 6:
            return None
        if self.joined(at) and (self.lower(at - 1) in _MONEY or self._groups_digits(at - 1)):
            return None
        if self.joined(at + 1) and (self.lower(at + 1) == "%" or self._groups_digits(at + 1)):
            return None
        return int(text)

    def _groups_digits(self, at: int) -> bool:
        """Does a comma or point stand right between digits?"""
        if self.lower(at) not in {",", "."} or not self.joined(at) or not self.joined(at + 1):
            return False
        return self.lower(at - 1).isdecimal() and self.lower(at + 1).isdecimal()

    def full_year(self, two_digits: int) -> int:
        """The year that two digits stand for: the last one that is at most thirty years after publication."""
        pivot = (self.anchor_year if self.anchor_year is not None else _PIVOT) + _AHEAD
        return pivot - (pivot - two_digits) % 100
