"""At whose initiative an act came about: "at the request of the Kenyan side", "Nairobi opened fire first"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from communique.lexicon.states import load_states
from communique.lexicon.words import load_words
from communique.records import Reading, Span

#: The kind that one side begins by force.
FIGHT = "clash"
#: The kinds that are initiated by one side.
KINDS = frozenset({"meeting", "negotiation", "call", "conference", "visit", FIGHT})
#: A few words that name somebody, before the words of asking and behind them.
_BEFORE = r"(?:[\w'’-]+\s+){0,5}?[\w'’-]+"
_BEHIND = r"(?:(?!(?:on|in|at|to|and|with|for|after|during)\b)[\w'’-]+\s*){1,5}"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Initiatives:
    """Where an article says who wished for an occasion."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        mentions = [(m.span.start, m.span.end, m.country) for m in reading.mentions if m.country is not None]
        self._mentions = sorted(mentions)
        self._starts = [start for start, _, _ in self._mentions]

    def within(self, start: int, end: int, kind: str) -> Iterator[tuple[str, Span]]:
        """The country of each side that a passage says had an act of a kind come about, and the words."""
        told = _fight_words() if kind == FIGHT else _asking_words()
        if told.search(self._text, start, end) is None:
            return
        for match in (_fight() if kind == FIGHT else _pattern()).finditer(self._text, start, end):
            held = [match.span(name) for name, words in match.groupdict().items() if words is not None]
            countries = {country for begin, finish in held for country in self._countries(begin, finish)}
            if len(countries) == 1:
                yield countries.pop(), Span(match.start(), match.end(), match.group())

    def _countries(self, start: int, end: int) -> Iterator[str]:
        """The countries of the actors that are named, and of the states, as such or by their adjective."""
        for begin, finish, country in self._mentions[bisect_left(self._starts, start) :]:
            if begin >= end:
                break
            if finish <= end:
                yield country
        states = load_states()
        for word in _WORD.findall(self._text[start:end]):
            named = word[0].isupper()
            state = (states.by_name(word) or states.by_adjective(word) or states.by_capital(word)) if named else None
            if state is not None and state.country is not None:
                yield state.country


@lru_cache(maxsize=1)
def _asking_words() -> re.Pattern[str]:
    """The words without one of which nothing is said of who asked: most passages have none."""
    words = load_words()
    return re.compile(rf"\b(?:{_either(words['initiating'] | words['wish'])})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _fight_words() -> re.Pattern[str]:
    """The words without one of which nothing is said of who began a fight."""
    words = load_words()
    return re.compile(rf"\b(?:{_either(words['striking first'] | words['provoking'])})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    verbs = "|".join(sorted(load_words()["initiating"])).replace(" ", r"\s+")
    wishes = "|".join(sorted(load_words()["wish"]))
    noun = r"(?:call|conversation|meeting|talks?|visit|discussions?|negotiations?|contact)"
    asked = rf"\b(?:at|on|upon|by)\s+(?P<holder>{_BEFORE})\s+(?:{wishes})\b"
    asked = rf"{asked}(?:\s+(?:of|from)\s+(?P<of>{_BEHIND}))?"
    passive = rf"\b{noun}\b[^.;:\n]{{0,40}}?\b(?:{verbs})\s+by\s+(?P<by>{_BEHIND})"
    the = r"(?:the|his|her|its|their|[A-Z]\w{1,20}['’]s)"  # "asked for *Thursday's* meeting"
    who = rf"(?P<who>{_BEFORE})\s+(?:(?:that|who)\s+)?(?:had\s+)?"  # "it was the Danish side *that*"
    active = rf"{who}(?:{verbs})\s+{the}\s+(?:phone\s+|telephone\s+)?{noun}\b"
    relative = rf"\b{noun}\s+(?:(?:which|that)\s+)?(?P<that>{_BEFORE})\s+(?:had\s+)?(?:{verbs})\b"
    return re.compile(f"{asked}|{passive}|{active}|{relative}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _fight() -> re.Pattern[str]:
    """Who began a fight: "Nairobi opened fire first", "the shooting was provoked by Nairobi"."""
    words = load_words()
    first, begun, noun = (_either(words[name]) for name in ("striking first", "provoking", "fight"))
    struck = rf"(?P<first>{_BEFORE})\s+(?:had\s+)?(?:{first})\b"
    passive = rf"\b(?:{noun})\b[^.;:\n]{{0,40}}?\b(?:{begun})\s+by\s+(?P<by>{_BEHIND})"
    active = rf"(?P<who>{_BEFORE})\s+(?:had\s+)?(?:{begun})\s+the\s+(?:{noun})\b"
    return re.compile(f"{struck}|{passive}|{active}", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word))).replace(" ", r"\s+")
