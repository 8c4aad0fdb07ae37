"""The time expressions of a block: longest matches from left to right, their modifiers, and days that share a month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.reading.timex.day_lists import further_days, leading_days, same_month
from communique.reading.timex.grammar import Grammar, Match
from communique.reading.timex.meanings import DayOfMonth, Length, Repeated, Vague
from communique.reading.timex.scan import Scanner
from communique.reading.tokens import Token

#: Classes of the lexicon that stand in front of a date, or of a length.
MODIFIERS = ("before-date", "before-length")
#: How many words may lie between a day and the date that gives its month ("on 4th and the strikes on 7th April").
_NEAR = 20


def find_matches(grammar: Grammar, scanner: Scanner) -> list[Match]:
    """The matches of a block in order, without overlap; every day of a month has its month where the words give it."""
    found = list(_longest_matches(grammar, scanner))
    for k, match in enumerate(found[:-1]):
        following = found[k + 1]
        if isinstance(match.meaning, DayOfMonth) and following.start - match.end <= _NEAR:
            meaning = same_month(following.meaning, match.meaning.day)
            found[k] = replace(match, meaning=meaning) if meaning is not None else match
    return found


def _longest_matches(grammar: Grammar, scanner: Scanner) -> Iterator[Match]:
    end = 0
    for at in grammar.beginnings(scanner.words.forms):
        if at < end:
            continue
        days = leading_days(grammar, scanner, at)
        match = _with_modifier(grammar, scanner, at) if not days else None
        found = days or (further_days(grammar, scanner, match) if match is not None else [])
        yield from found
        end = found[-1].end if found else end


def _with_modifier(grammar: Grammar, scanner: Scanner, at: int) -> Match | None:
    """The longest match from a word on, with a modifier that may stand in front ("early next week")."""
    best = grammar.longest(scanner, at)
    for name in MODIFIERS:
        for end, _ in scanner.members(name, at):
            core = grammar.longest(scanner, end)
            if (
                core is not None
                and (best is None or core.end > best.end)
                and _takes(name, core)
                and not _is_preposition(scanner, core)
            ):
                best = replace(core, start=at)
    return best


def _takes(modifier: str, core: Match) -> bool:
    if core.group == "ago":
        return True
    is_length = isinstance(core.meaning, Length)
    return (
        is_length if modifier == "before-length" else not is_length and not isinstance(core.meaning, (Repeated, Vague))
    )


def _is_preposition(scanner: Scanner, core: Match) -> bool:
    """Is the word before no modifier but a preposition: "over the next two years", "a way around Friday's ruling"?"""
    if scanner.lower(core.start - 1) not in {"over", "about", "around"}:
        return False
    owns = scanner.lower(core.end) == "'" and scanner.lower(core.end + 1) == "s" and scanner.joined(core.end + 1)
    return owns or scanner.lower(core.start) == "the"


def head_of(scanner: Scanner, match: Match) -> Token:
    """The token of a match that hangs on something outside it."""
    tokens = [scanner.words[at].token for at in range(match.core, match.end)]
    first, last = tokens[0].i, tokens[-1].i
    return next((t for t in tokens if not first <= t.head.i <= last), tokens[-1])
