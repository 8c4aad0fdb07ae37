"""Is it a time here? What must hold around words that often mean something else: "2000 men", "the fall", "soon"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from communique.reading.timex.scan import Scanner
from communique.reading.timex.tense import tense_of
from communique.reading.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
#: Words in front of a bare number that let it be a year as early as 1000.
_YEAR_CUES = frozenset(
    {"in", "since", "of", "by", "until", "till", "from", "to", "through", "before", "after", "during", "for", "and"}
    | {"or", "early", "late", "mid", "fiscal", "between", "around", "about", "(", "year", "than", "beyond", "into"}
)
_SEASON_CUES = frozenset(
    {"in", "by", "since", "until", "during", "through", "over", "for", "before", "after", "of", "from", "into"}
)
_WITHIN_UNIT = frozenset({"in", "for", "during", "throughout", "over", "within", "through"})
_SOME = frozenset({"most", "much", "rest", "remainder", "half", "part", "parts"})
#: So near before "in" stands the rank of something among its like.
_CLAUSE_OF_RANK = 5
_SUMS = frozenset({"$", "#", "£", "€", "no", "/"})
_EARLIEST, _LATEST = 1000, 2100
#: Before these years a bare number is a date only behind one of the cues.
_PLAIN_EARLIEST = 1800


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words ``start`` to ``end`` (end exclusive) that a pattern matched, with their neighbours."""

    scanner: Scanner
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def first(self) -> str:
        """The first word in lower case."""
        return self.scanner.lower(self.start)

    @property
    def last(self) -> str:
        """The last word in lower case."""
        return self.scanner.lower(self.end - 1)

    @property
    def before(self) -> str:
        """The word in front; "" at the beginning of the block."""
        return self.scanner.lower(self.start - 1)

    @property
    def after(self) -> str:
        """The word behind; "" at the end of the block."""
        return self.scanner.lower(self.end)

    @property
    def head(self) -> Token:
        """The parser's token of the last word, which heads a phrase of time."""
        return self.scanner.words[self.end - 1].token

    @property
    def following(self) -> Token | None:
        """The parser's token of the word behind."""
        return self.scanner.words[self.end].token if self.end < len(self.scanner.words) else None


Guard = Callable[[Stretch], bool]


def is_year(year: Stretch) -> bool:
    """Is a bare number of four digits a year: in the range of years, and no count of things, part number or sum?"""
    if not year.first.isdecimal():
        return not any(True for _ in year.scanner.members("units", year.end))
    if not _EARLIEST <= int(year.first) <= _LATEST or year.before in _SUMS or year.after in {"%", ":", "$"}:
        return False
    if year.after == "/" and year.scanner.lower(year.end + 1) != f"{(int(year.first) + 1) % 100:02d}":
        return False  # "2016/17" is a year that begins in one and ends in the next
    if year.scanner.joined(year.start) and year.before in {".", "+"}:
        return False
    if year.scanner.joined(year.end) and year.after[:1].isalpha():
        return False
    if any(True for _ in year.scanner.members("zone", year.end)):
        return False  # "1354 GMT" is an hour
    token = year.head
    counts = token.dep_ == "nummod" and token.head.i == token.i + 1 and token.head.tag_ == "NNS"
    if counts and int(year.first) % 10 == 0:
        return False
    return year.before in _YEAR_CUES or int(year.first) >= _PLAIN_EARLIEST


def is_day_of_month(nth: Stretch) -> bool:
    """Is an ordinal in digits a day: behind "on" or the like, and not in front of the noun that it counts?"""
    digits = nth.last[0].isdigit() and len(nth) == 1 + (nth.first == "the")
    if not digits or nth.before not in {"on", "since", "until", "till", "by"}:
        return False
    if nth.head.dep_ in {"amod", "compound", "nmod", "nummod"}:
        return False
    return nth.following is None or nth.following.pos_ not in _NOUNS or nth.following.head is nth.head


def is_weekday(weekday: Stretch) -> bool:
    """Is a day of the week written out, or short with its full stop? "Sun" and "Sat" alone are names and verbs."""
    return weekday.last.endswith(("day", "."))


def is_month_day(date: Stretch) -> bool:
    """Does the number behind a month belong to it, and not to what it counts ("in May 20 men left")?"""
    number = date.head
    counts = number.dep_ == "nummod" and number.head.i > number.i and number.head.tag_ == "NNS"
    return not counts or date.scanner.words[date.start].token.dep_ != "pobj"


def counts_noun(number: Stretch) -> bool:
    """Does a number count the noun behind it ("on May 10 and 12 soldiers died")?"""
    token = number.head
    return token.dep_ == "nummod" and token.head.i > token.i and token.head.pos_ in _NOUNS


def is_month(month: Stretch) -> bool:
    """Is a month on its own not the name of somebody or something ("Theodora May", "the March of the Mothers")?"""
    if month.first == "march" and month.after in {"of", "for"} and month.before not in _SEASON_CUES:
        return False
    before = month.scanner.words[month.start - 1].token if month.start else None
    return before is None or before.pos_ != "PROPN" or before.dep_ != "compound" or before.head.i != month.head.i


def is_decade(decade: Stretch) -> bool:
    """Is it a decade of a century, not of somebody's life ("in his 30s")?"""
    return decade.before not in {"his", "her", "their", "my", "our", "your"}


def is_year_of_accounts(year: Stretch) -> bool:
    """Is "the year" one that ends on a stated day?"""
    return year.after in {"ended", "ending"}


def is_season(season: Stretch) -> bool:
    """Is the word for a season one, not a fall or a spring of something: a noun that heads its phrase of time?"""
    if season.head.pos_ not in _NOUNS or season.head.dep_ in {"compound", "ROOT"}:
        return False
    if season.last in {"fall", "spring"} and season.after in {"of", "in", "from", "to"}:
        return False
    return season.before in _SEASON_CUES or len(season) > 2


def is_no_title(words: Stretch) -> bool:
    """Is it no name of a programme ("60 Minutes"): in small letters, or capitalised as the words before it are?"""
    last = words.scanner.words[words.end - 1]
    if not last.capital or len(words) == 1:
        return True
    return words.start == 0 or (len(words.before) > 1 and words.scanner.words[words.start - 1].capital)


def is_no_name(day: Stretch) -> bool:
    """Is "today" no part of a name ("Russia Today"), as it is behind one when it has a capital?"""
    return not (day.start and day.scanner.words[day.start].capital and day.scanner.words[day.start - 1].capital)


def is_current(unit: Stretch) -> bool:
    """Is "the week" the current one: all or some of it, with nothing behind it that says which?"""
    if unit.before not in _WITHIN_UNIT and not (unit.before == "of" and _is_some_of(unit)):
        return False
    return unit.after[:1] in {"", ",", ".", ";", ")", '"', "'"} or unit.after in {"as", "and", "but", "so", "on", "at"}


def _is_some_of(unit: Stretch) -> bool:
    """Does "of" in front say how much of it: "the first nine months of the year", "the rest of the week"?"""
    some = unit.start - 2
    return unit.scanner.lower(some) in _SOME or any(True for _ in unit.scanner.members("units", some))


def is_ahead(length: Stretch) -> bool:
    """Is a length the way to a day to come: behind "in", with a verb that looks ahead ("will meet in two weeks")?"""
    ends = not length.after[:1].isalnum() or length.after in {"at", "in", "on", "to", "with", "when", "after", "and"}
    if length.before != "in" or not ends:
        return False
    into = length.head.head
    near = into.doc.tokens[max(into.sent.start, into.i - _CLAUSE_OF_RANK) : into.i]
    ranked = any(t.ent_type_ == "ORDINAL" or t.tag_ in {"JJS", "RBS"} for t in near)  # "the third visit in two years"
    return not ranked and tense_of(length.head) == "future"


def is_bound(time: Stretch) -> bool:
    """Does a stretch of time end there: "by the end of the day"?"""
    return time.before in {"by", "before", "until", "till", "through"}


def is_part_of_day(part: Stretch) -> bool:
    """Is "the morning" one of a day told of: behind a preposition of time, and of nothing else?"""
    return part.before in {"in", "during", "by", "throughout", "into"} and part.after not in {"of", "after", "before"}


def is_frequency(words: Stretch) -> bool:
    """Does a word such as "daily" say how often, and not name a newspaper ("the daily Granma")?"""
    following = words.following
    named = following is not None and following.pos_ == "PROPN" and words.after.isalpha()
    return not named and words.head.pos_ not in _NOUNS


def is_length(length: Stretch) -> bool:
    """Is an amount of a unit a length: no age ("two-year-old"), rate ("$5 a day"), fraction ("a quarter") or title?"""
    if not is_no_title(length) or _is_age(length) or _is_comparison(length):
        return False
    if len(length.first) == 4 and length.first.isdecimal() and not length.last.endswith("s"):
        return False  # "the 1988 quarter"
    if length.first in {"a", "an"} and len(length) == 2 and (length.last in {"quarter", "second"} or _is_rate(length)):
        return False
    fraction = length.last in {"quarter", "quarters"} and length.after == "of"
    return not fraction or length.first in {"several", "few", "a"}


def _is_rate(length: Stretch) -> bool:
    """Does "a week" follow what it is the rate of: "four flights a week", "20% a year"?"""
    if length.start == 0:
        return False
    previous = length.scanner.words[length.start - 1].token
    return length.before == "%" or length.before.isdecimal() or previous.pos_ in {"NOUN", "NUM"}


def _is_comparison(length: Stretch) -> bool:
    """Is it the beginning of "a year-earlier loss"?"""
    return length.after == "-" and length.scanner.lower(length.end + 1) in {"ago", "earlier"}


def _is_age(length: Stretch) -> bool:
    behind = length.scanner.lower(length.end + 1)
    if length.after == "-":
        return behind in {"old", "olds"}
    return length.after in {"old", "older", "olds"} or (length.after, behind) == ("of", "age")


def is_the_nth(nth: Stretch) -> bool:
    """Is the ordinal of "Friday the 13th" in digits, with no noun behind it to count?"""
    return nth.last[0].isdigit() and (nth.following is None or nth.following.pos_ not in _NOUNS)


def ends_clause(shift: Stretch) -> bool:
    """Is "two days before" an adverb, with nothing behind it that it comes before?"""
    return not shift.after[:1].isalnum()


def is_bare_length(units: Stretch) -> bool:
    """Is a plural unit on its own a length ("for years"): the head of its phrase, without article or owner?"""
    if _is_age(units) or units.first in {"seconds", "minutes", "quarters"} or units.before in {"-", "'", "s"}:
        return False
    if units.head.dep_ in {"compound", "amod"}:
        return False
    return not any(
        c.dep_ in {"amod", "poss", "nummod", "compound"} or c.lower_ == "the"
        for c in units.head.children
        if c.i < units.head.i
    )


def is_someday(words: Stretch) -> bool:
    """Is "one day" a day to come: said of a verb with a modal, and no measure of anything?"""
    verb = words.head.head
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" and c.i < words.head.i for c in verb.children)
    return modal and words.head.dep_ == "npadvmod" and words.after not in {"of", "before", "after", "earlier", "later"}


def is_reference(words: Stretch) -> bool:
    """Is a word such as "soon", "current" or "the past" used of time?"""
    if words.last == "soon":
        told = words.head.head.tag_ == "VBD" or any(
            c.tag_ == "VBD" for c in words.head.head.children if c.dep_ == "auxpass"
        )
        return not told and words.after not in {"as", "after", "thereafter"} and words.before not in {"as", "how"}
    if words.last in {"current", "recent"}:
        return words.head.pos_ == "ADJ"
    if words.last == "moment":
        return words.before == "at"
    if words.last in {"past", "future", "present"}:
        return words.head.pos_ in _NOUNS and words.head.dep_ not in {"compound", "amod"}
    return True
