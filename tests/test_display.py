from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.display.days import time_text
from communique.display.text import highlighted, plain, shortened
from communique.records import EventTime


def time(start: str, end: str, precision: str) -> EventTime:
    return EventTime(
        start=datetime.date.fromisoformat(start), end=datetime.date.fromisoformat(end), precision=precision
    )


@pytest.mark.parametrize(
    ("start", "end", "precision", "shown"),
    [
        ("2017-04-12", "2017-04-12", "day", "12 Apr 2017"),
        ("2017-04-06", "2017-04-07", "day", "6–7 Apr 2017"),
        ("2017-04-30", "2017-05-02", "day", "30 Apr – 2 May 2017"),
        ("2017-12-31", "2018-01-02", "day", "31 Dec 2017 – 2 Jan 2018"),
        ("2017-04-10", "2017-04-16", "week", "week of 10 Apr 2017"),
        ("2017-04-01", "2017-04-30", "month", "Apr 2017"),
        ("2017-04-01", "2017-06-30", "month", "Apr 2017–Jun 2017"),
        ("2017-04-01", "2017-06-30", "quarter", "Q2 2017"),
        ("2017-01-01", "2017-12-31", "year", "2017"),
    ],
)
def test_display_days_are_no_more_precise_than_known(start, end, precision, shown):
    assert time_text(time(start, end, precision)) == shown


@given(st.text())
def test_display_plain_text_has_nothing_a_terminal_acts_upon(text):
    shown = plain(text)
    assert not [
        c for c in shown if ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202a\u202b\u202d\u202e\u2066\u2067\u2069"
    ]
    assert plain(shown) == shown


@given(st.text(), st.integers(2, 50))
def test_display_shortened_text_is_no_longer_than_asked(text, most):
    assert len(shortened(text, most)) <= most


@given(st.text(alphabet="ab \n[", max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_display_highlighting_changes_no_words(text, spans):
    marks = [(100 + a, 100 + b, "bold") for a, b in spans]
    assert highlighted(text, 100, marks).plain.replace(" ", "") == plain(text).replace(" ", "")


def test_display_highlighting_marks_the_words_of_the_span():
    shown = highlighted("They met in [Oslo].", 50, [(55, 58, "bold")])
    assert shown.plain == "They met in [Oslo]."
    assert [(shown.plain[s.start : s.end], s.style) for s in shown.spans] == [("met", "bold")]
