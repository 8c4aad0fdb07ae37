"""The computed classes of the grammar: numbers, days of a month, years, decades, hours, numeric dates.

Each function gives all ways in which its class matches at a word, as the index after the match and its value, and looks
at a bounded number of words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from communique.lexicon.times import TimeWords
from communique.reading.timex.calendar import day_period
from communique.reading.timex.scan import Found, Scanner

_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
#: What may stand between two days of one month.
BETWEEN_DAYS = frozenset({"-", "to", "and", "through", "or", "until", "till", "&"})
_BEHIND_NUMBERS = BETWEEN_DAYS | {",", ".", ":", "/", "'", "o'clock", "am", "pm", "a.m", "p.m", "a.m.", "p.m."}


def matches(scanner: Scanner, name: str, at: int) -> Iterator[Found]:
    """All ways in which a class, computed or of the lexicon, matches at an index."""
    if at < len(scanner.words):
        computed = COMPUTED.get(name)
        yield from computed(scanner, at) if computed is not None else scanner.members(name, at)


def _cardinal(scanner: Scanner, at: int) -> tuple[int, int] | None:
    """A number in words or digits: the index after it and its value; at most eight words."""
    digits = scanner.plain_number(at)
    if digits is not None:
        return at + 1, digits
    total = current = 0
    end, seen, tens = at, False, False
    while end < at + 8:
        step = end + 1 if tens and scanner.lower(end) == "-" else end
        value = dict(scanner.lexicon.phrases("cardinal", scanner.lower(step))).get((scanner.lower(step),))
        if not isinstance(value, int):
            break
        if value >= 100:
            current = max(current, 1) * value
            if value == 1000:
                total, current = total + current, 0
        elif (
            seen and not (tens and value < 10) and not (current and current % 100 == 0) and not (total and not current)
        ):
            break
        else:
            current += value
        seen, tens, end = True, 20 <= value < 100, step + 1
    return (end, total + current) if seen else None


def _count(scanner: Scanner, at: int) -> Iterator[Found]:
    found = _cardinal(scanner, at)
    if found is not None:
        yield found


def _amount(scanner: Scanner, at: int) -> Iterator[Found]:
    """A number of units: an int, a half as float, or ``None`` for one that is not counted ("several")."""
    for name in ("counted", "some"):
        for end, value in scanner.members(name, at):
            yield end, value if name == "counted" else None
    found = _cardinal(scanner, at)
    if found is None:
        decimal = (
            scanner.lower(at + 2)
            if scanner.lower(at + 1) == "." and scanner.joined(at + 1) and scanner.joined(at + 2)
            else ""
        )
        if decimal.isdecimal() and len(decimal) <= 3 and scanner.lower(at).isdecimal() and len(scanner.lower(at)) <= 4:
            yield at + 3, float(f"{scanner.lower(at)}.{decimal}")
        return
    end, value = found
    if scanner.lower(end) == "1" and scanner.lower(end + 1) == "/" and scanner.lower(end + 2) == "2":
        yield end + 3, value + 0.5
    if (scanner.lower(end), scanner.lower(end + 1), scanner.lower(end + 2)) == ("and", "a", "half"):
        yield end + 3, value + 0.5
    yield end, value


def _nth(scanner: Scanner, at: int) -> Iterator[Found]:
    """An ordinal in digits or words."""
    text = scanner.lower(at)
    if text[:1].isdigit() and text.endswith(_ORDINAL_ENDINGS) and text[:-2].isdecimal() and len(text) <= 5:
        yield at + 1, int(text[:-2])
    else:
        yield from scanner.members("ordinal", at)


def _dom(scanner: Scanner, at: int) -> Iterator[Found]:
    """A day of a month."""
    number = scanner.plain_number(at) if len(scanner.lower(at)) <= 2 else None
    if number is not None:
        hour = scanner.lower(at + 1) == ":" and scanner.joined(at + 1) and scanner.lower(at + 2).isdecimal()
        if 1 <= number <= 31 and not hour and scanner.lower(at + 1) not in {"a.m.", "p.m.", "a.m", "p.m"}:
            yield at + 1, number
        return
    for end, value in _nth(scanner, at):
        if isinstance(value, int) and 1 <= value <= 31:
            yield end, value


def _year(scanner: Scanner, at: int) -> Iterator[Found]:
    """A year in four digits, or in two behind an apostrophe."""
    text = scanner.lower(at)
    if text == "'" and len(scanner.lower(at + 1)) == 2 and scanner.joined(at + 1) and scanner.lower(at + 1).isdecimal():
        yield at + 2, scanner.full_year(int(scanner.lower(at + 1)))
    number = scanner.plain_number(at) if len(text) == 4 else None
    if number is not None and _FIRST_YEAR <= number <= _LAST_YEAR:
        yield at + 1, number


def _short_year(scanner: Scanner, at: int) -> Iterator[Found]:
    """A year in two plain digits, where the words around it leave no doubt ("fiscal 89")."""
    number = scanner.plain_number(at) if len(scanner.lower(at)) == 2 else None
    if number is not None:
        yield at + 1, scanner.full_year(number)


def _spoken_year(scanner: Scanner, at: int) -> Iterator[Found]:
    """A year in words: "nineteen ninety-six", "two thousand and one" only behind "the year"."""
    first = _cardinal(scanner, at) if scanner.lower(at)[:1].isalpha() else None
    if first is None:
        return
    end, value = first
    if 10 <= value <= 21:
        second = _cardinal(scanner, end) if scanner.lower(end)[:1].isalpha() else None
        if second is not None and 10 <= second[1] <= 99:
            yield second[0], value * 100 + second[1]
    elif 2000 <= value <= 2099 and scanner.lower(at - 1) == "year":
        yield end, value


def _decade(scanner: Scanner, at: int) -> Iterator[Found]:
    """A decade in digits, as the serial of :class:`Period`: "1980s", "'80s", "80s"."""
    text = scanner.lower(at)
    start = at + 1 if text in {"'", "`"} else at
    text = scanner.lower(start)
    if (
        scanner.lower(start + 1) == "'"
        and scanner.lower(start + 2) == "s"
        and scanner.joined(start + 1)
        and scanner.joined(start + 2)
    ):
        text, end = text + "s", start + 3
    else:
        end = start + 1
    if not text.endswith("0s") or not text[:-1].isdecimal():
        return
    if len(text) == 5 and start == at:
        yield end, int(text[:-1]) // 10
    elif len(text) == 3:
        yield end, scanner.full_year(int(text[:-1])) // 10


def _clock(scanner: Scanner, at: int) -> Iterator[Found]:
    """An hour of the day as a TIMEX3 suffix: "10:35 a.m.", "4 p.m.", "15:30", "five o'clock"."""
    hour = _cardinal(scanner, at)
    if hour is None or len(scanner.lower(at)) > 6 or not 0 <= hour[1] <= 24:
        return
    end, minutes = hour[0], ""
    if (
        scanner.lower(end) in {":", "."}
        and scanner.joined(end)
        and scanner.joined(end + 1)
        and len(scanner.lower(end + 1)) == 2
    ):
        minutes = scanner.lower(end + 1)
        if not minutes.isdecimal() or int(minutes) > 59:
            return
        colon, end = scanner.lower(end) == ":", end + 2
    else:
        colon = False
    half = scanner.lower(end).replace(".", "")
    if half in {"am", "pm"} and 1 <= hour[1] <= 12:
        number = hour[1] % 12 + (12 if half == "pm" else 0)
        yield end + 1, f"T{number:02d}:{minutes or '00'}"
    elif scanner.lower(end) == "o'clock":
        yield end + 1, f"T{hour[1]:02d}:00"
    elif colon:
        yield end, f"T{hour[1]:02d}:{minutes}"


def _numeric(scanner: Scanner, at: int) -> Iterator[Found]:
    """A date in digits as a :class:`Period`: 2017-04-12, 11/02/89 (month first unless it cannot be), 12.04.2017."""
    sign = scanner.lower(at + 1)
    parts = [scanner.lower(at + k) for k in (0, 2, 4)]
    if (
        sign not in {"-", "/", "."}
        or scanner.lower(at + 3) != sign
        or not all(p.isdecimal() and len(p) <= 4 for p in parts)
    ):
        return
    if not all(scanner.joined(at + k) for k in (1, 2, 3, 4)) or (
        scanner.joined(at + 5) and scanner.lower(at + 5) in {sign, "/"} and sign != "."
    ):
        return
    first, second, third = (int(p) for p in parts)
    if len(parts[0]) == 4:
        period = day_period(first, second, third)
    elif len(parts[2]) in {2, 4} and max(len(parts[0]), len(parts[1])) <= 2:
        year = scanner.full_year(third) if len(parts[2]) == 2 else third
        day_first = sign == "." or first > 12
        period = day_period(year, second, first) if day_first else day_period(year, first, second)
    else:
        return
    if period is not None:
        yield at + 5, period


COMPUTED: dict[str, Callable[[Scanner, int], Iterator[Found]]] = {
    "count": _count, "amount": _amount, "nth": _nth, "dom": _dom, "year": _year, "short-year": _short_year,
    "spoken-year": _spoken_year, "decade": _decade, "clock": _clock, "numeric": _numeric,
}  # fmt: skip
#: The classes of the lexicon that computed classes begin with, beside digits and an apostrophe.
_WORDED = {
    "count": ("cardinal",), "amount": ("cardinal", "counted", "some"), "nth": ("ordinal",), "dom": ("ordinal",),
    "spoken-year": ("cardinal",), "clock": ("cardinal",),
}  # fmt: skip
_DIGITS = re.compile(r"\d{1,7}")


def shape(word: str) -> str:
    """A word of ones for a word of digits, with its last 0 and its ending: all that tells which classes it can begin.

    Words of more digits than any class takes are all alike.
    """
    match = _DIGITS.match(word)
    if match is None:
        return word[:1]
    digits = match.group()
    return "1" * (len(digits) - 1) + ("0" if digits[-1] == "0" else "1") + word[match.end() : match.end() + 2]


def may_begin(name: str, word: str) -> bool:
    """May a computed class begin with a word of digits, by the look of it?"""
    length = len(word)
    if not word.isdecimal():
        return name in {"nth", "dom"} or (name == "decade" and word.endswith("0s"))
    if name == "decade":
        return word.endswith("0") and length in {2, 4}
    return length in _LENGTHS.get(name, ())


def number_words(lexicon: TimeWords) -> dict[str, frozenset[str]]:
    """The words that each computed class can begin with, beside digits."""
    signs = {"year": {"'"}, "decade": {"'"}}
    return {
        name: frozenset(signs.get(name, ())).union(*map(lexicon.first_words, _WORDED.get(name, ())))
        for name in COMPUTED
    }


def may_be_alone(name: str, word: str) -> bool:
    """May a computed class be a word alone?"""
    return word != "'" and name not in {"clock", "numeric", "spoken-year"}


def behind_number(lexicon: TimeWords, word: str) -> set[str]:
    """The words that computed classes look for behind their first word, beside digits."""
    classes = {name for names in _WORDED.values() for name in names}
    further = {p[1] for name in classes for p, _ in lexicon.phrases(name, word) if len(p) > 1}
    return further | _BEHIND_NUMBERS | (lexicon.first_words("cardinal") if word[0].isalpha() else set())


#: How many digits numbers of a class have; classes that are not here never begin with plain digits.
_LENGTHS = {
    "count": range(1, 7), "amount": range(1, 7), "clock": range(1, 7), "numeric": range(1, 5), "dom": range(1, 3),
    "year": (4,), "short-year": (2,),
}  # fmt: skip
