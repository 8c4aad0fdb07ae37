"""Time expressions of an article: what the grammar finds, set on the calendar from the publication day on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from communique.lexicon.times import TimeWords, load_time_words
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.timex.anchoring import Anchored, Context, anchor, is_comparison, is_of_accounts
from communique.reading.timex.calendar import Period, containing
from communique.reading.timex.dates import DATES
from communique.reading.timex.governing import governing_duration, governing_time
from communique.reading.timex.grammar import Grammar, Match
from communique.reading.timex.hours import HOURS
from communique.reading.timex.lengths import LENGTHS
from communique.reading.timex.matching import MODIFIERS, find_matches, head_of
from communique.reading.timex.periods import PERIODS
from communique.reading.timex.relative import RELATIVE
from communique.reading.timex.scan import Scanner
from communique.reading.timex.tense import tense_of
from communique.reading.timex.tokens import Words
from communique.records import Span, Time, Timex

__all__ = ["find_times", "governing_duration", "governing_time"]

#: How many times told of are kept for "a year earlier" and the like.
_MEMORY = 12


def find_times(parsed: ParsedArticle) -> tuple[Time, ...]:
    """The time expressions of an article in reading order, without overlap, as TIMEX3 with the days they cover.

    ``parsed.published`` is the anchor of relative expressions; without it they keep a TIMEX3 value with X for what is
    not known, and ``None`` for their days, as do lengths, sets and vague references. Linear in the article's length.
    """
    found: list[Time] = []
    told: list[Period] = []
    last_block: list[Period] = []
    for sentence in _first_of_blocks(parsed):
        this_block: list[Period] = []
        scanner = _scanner(parsed, sentence)
        for match in find_matches(_grammar(), scanner):
            context = Context(parsed.published, tense_of(head_of(scanner, match)), told, (*last_block, *this_block))
            anchored = anchor(match.meaning, context)
            if anchored is None:
                continue
            if anchored.period is not None and not is_comparison(match.meaning):
                told = [*told[1 - _MEMORY :], anchored.period]
                this_block = [*this_block[1 - _MEMORY :], anchored.period]
            elif is_of_accounts(match.meaning) and parsed.published is not None:
                told = [*told[1 - _MEMORY :], containing(parsed.published, "year")]
            found.append(_record(parsed.text, scanner, match, anchored))
        last_block = this_block
    return tuple(found)


@lru_cache(maxsize=1)
def _lexicon() -> TimeWords:
    return load_time_words()


@lru_cache(maxsize=1)
def _grammar() -> Grammar:
    return Grammar([*DATES.rules, *PERIODS.rules, *RELATIVE.rules, *HOURS.rules, *LENGTHS.rules], _lexicon(), MODIFIERS)


def _first_of_blocks(parsed: ParsedArticle) -> Iterator[Sentence]:
    """One sentence of each parsed block: expressions may run over a wrong sentence end ("Nov. 6")."""
    offset = -1
    for sentence in parsed.sentences:
        if sentence.offset != offset:
            offset = sentence.offset
            yield sentence


def _scanner(parsed: ParsedArticle, sentence: Sentence) -> Scanner:
    year = parsed.published.year if parsed.published is not None else None
    return Scanner(Words(sentence.tokens.doc, sentence.offset), _lexicon(), year)


def _first_word(scanner: Scanner, match: Match) -> int:
    """Where the expression begins: past an article that is another noun's ("the third-quarter loss")."""
    others = scanner.words[match.start].token.head.i > scanner.words[match.end - 1].token.i
    return (
        match.start + 1
        if others and scanner.lower(match.start) in {"the", "a"} and match.core == match.start
        else match.start
    )


def _record(text: str, scanner: Scanner, match: Match, anchored: Anchored) -> Time:
    start, end = scanner.words[_first_word(scanner, match)].start, scanner.words[match.end - 1].end
    period = anchored.period
    return Time(
        span=Span(start, end, text[start:end]),
        start=period.start if period is not None else None,
        end=period.end if period is not None else None,
        precision=period.precision if period is not None else None,
        timex=Timex(type=anchored.type, value=anchored.value),
    )
