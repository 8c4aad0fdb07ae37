"""Is it a time here? What must hold around words that often mean something else: bare years, "the fall", "a week", "soon"."""

from __future__ import annotations

from communique.reading.timex.scan import Scanner

_NOUNS = frozenset({"NOUN", "PROPN"})
_YEAR_CUES = frozenset({
    "in", "since", "of", "by", "until", "till", "from", "to", "through", "before", "after", "during", "for", "and", "or", "early", "late",
    "mid", "fiscal", "between", "around", "about", "(", "year", "than", "beyond", "into",
})  # fmt: skip
_EARLIEST, _LATEST = 1000, 2100
#: Before these years a bare number is a date only behind a preposition of time.
_PLAIN_EARLIEST = 1800


def is_year(scanner: Scanner, start: int, end: int) -> bool:
    """Is a bare number of four digits a year: in the range of years, and no count of things, part number or sum?"""
    text, before, after = scanner.lower(start), scanner.lower(start - 1), scanner.lower(end)
    if not text.isdecimal():
        return not any(True for _ in scanner.match("units", end))
    if (
        not _EARLIEST <= int(text) <= _LATEST
        or before in {"$", "#", "£", "€", "no", "/"}
        or after in {"%", "/", ":", "$"}
    ):
        return False
    if (
        scanner.joined(start)
        and before in {"-", ".", "+", "/"}
        and not scanner.lower(start - 2).isdecimal()
        and before != "-"
    ):
        return False
    if scanner.joined(end) and after[:1].isalpha():
        return False
    token = scanner.words[start].token
    counts = token.dep_ == "nummod" and token.head.i == token.i + 1 and token.head.tag_ == "NNS"
    if counts and int(text) % 10 == 0:
        return False
    return before in _YEAR_CUES or int(text) >= _PLAIN_EARLIEST


def is_day_of_month(scanner: Scanner, start: int, end: int) -> bool:
    """Is an ordinal in digits a day: behind "on", "the" of a time, or the like, and not in front of the noun that it counts?"""
    first = start + 1 if scanner.lower(start) == "the" else start
    if end - first != 1 or not scanner.lower(first)[0].isdigit():
        return False
    token = scanner.words[first].token
    if scanner.lower(start - 1) not in {"on", "since", "until", "till", "by"}:
        return False
    following = scanner.words[end].token if end < len(scanner.words) else None
    return not (
        token.dep_ in {"amod", "compound", "nmod", "nummod"}
        or (following is not None and following.pos_ in _NOUNS and following.head is not token)
    )


def is_weekday(scanner: Scanner, start: int, end: int) -> bool:
    """Is a day of the week written out, or short with its full stop? "Sun" and "Sat" alone are names and verbs."""
    return scanner.lower(end - 1).endswith(("day", "."))


def is_month(scanner: Scanner, start: int, end: int) -> bool:
    """Is a month on its own not the name of something ("the March of the Mothers")?"""
    return scanner.lower(end) not in {"of", "for"} or scanner.lower(start) != "march"


def is_decade(scanner: Scanner, start: int, end: int) -> bool:
    """Is it a decade of a century, not of somebody's life ("in his 30s")?"""
    return scanner.lower(start - 1) not in {"his", "her", "their", "my", "our", "your"}


def is_year_of_accounts(scanner: Scanner, start: int, end: int) -> bool:
    """Is "the year" one that ends on a stated day?"""
    return scanner.lower(end) in {"ended", "ending"}


def is_season(scanner: Scanner, start: int, end: int) -> bool:
    """Is the word for a season one, not a fall or a spring of something: a noun that heads its phrase, or behind "in" and the like?"""
    word = scanner.words[end - 1]
    if word.token.pos_ not in _NOUNS or word.token.dep_ in {"compound", "ROOT"}:
        return False
    if word.lower in {"fall", "spring"} and scanner.lower(end) in {"of", "in", "from", "to"}:
        return False
    before = scanner.lower(start - 1)
    return (
        before
        in {"in", "by", "since", "until", "during", "through", "over", "for", "before", "after", "of", "from", "into"}
        or end - start > 2
    )


def is_length(scanner: Scanner, start: int, end: int) -> bool:
    """Is an amount of a unit a length: no age ("two-year-old"), rate ("$5 a day", "per year") or fraction ("a quarter")?"""
    unit, before = scanner.lower(end - 1), scanner.lower(start - 1)
    if _is_age(scanner, end) or (scanner.lower(end) == "-" and scanner.lower(end + 1) in {"ago", "earlier"}):
        return False
    if len(scanner.lower(start)) == 4 and scanner.lower(start).isdecimal() and not unit.endswith("s"):
        return False  # "the 1988 quarter"
    if scanner.lower(start) in {"a", "an"} and end - start == 2:
        if unit in {"quarter", "second"}:
            return False
        previous = scanner.words[start - 1].token if start else None
        if previous is not None and (
            before.isdecimal() or before in {"%", "once", "twice", "times"} or previous.pos_ in {"NOUN", "NUM"}
        ):
            return False
    return not (
        unit in {"quarter", "quarters"}
        and scanner.lower(end) == "of"
        and scanner.lower(start) not in {"several", "few", "a"}
    )


def is_the_nth(scanner: Scanner, start: int, end: int) -> bool:
    """Is the ordinal of "Friday the 13th" in digits, with no noun behind it to count?"""
    following = scanner.words[end].token.pos_ if end < len(scanner.words) else ""
    return scanner.lower(end - 1)[0].isdigit() and following not in _NOUNS


def ends_clause(scanner: Scanner, start: int, end: int) -> bool:
    """Is "two days before" an adverb, with nothing behind it that it comes before?"""
    return not scanner.lower(end)[:1].isalnum()


def is_bare_length(scanner: Scanner, start: int, end: int) -> bool:
    """Is a plural unit on its own a length ("for years"): the head of its phrase, without article or owner, and no age?"""
    token = scanner.words[start].token
    if _is_age(scanner, end) or scanner.lower(start) in {"seconds", "minutes", "quarters"}:
        return False
    if token.dep_ in {"compound", "amod"} or scanner.lower(start - 1) in {"-", "'", "s"}:
        return False
    return not any(c.dep_ in {"amod", "poss", "nummod", "compound"} or c.lower_ == "the" for c in token.lefts)


def is_reference(scanner: Scanner, start: int, end: int) -> bool:
    """Is a word such as "soon", "current" or "the past" used of time?"""
    last, after = scanner.words[end - 1], scanner.lower(end)
    if last.lower == "soon":
        return after not in {"as", "after", "thereafter"} and scanner.lower(start - 1) not in {"as", "how"}
    if last.lower in {"current", "recent"}:
        return last.token.pos_ == "ADJ"
    if last.lower == "moment":
        return scanner.lower(start - 1) == "at"
    if last.lower in {"past", "future", "present"}:
        return last.token.pos_ in _NOUNS and last.token.dep_ not in {"compound", "amod"}
    return True


def _is_age(scanner: Scanner, end: int) -> bool:
    return (
        scanner.lower(end) in {"old", "older", "olds"}
        or (scanner.lower(end) == "-" and scanner.lower(end + 1) in {"old", "olds"})
        or (scanner.lower(end), scanner.lower(end + 1)) == ("of", "age")
    )
