from __future__ import annotations

import datetime
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from communique.display.days import time_text
from communique.display.event import event_page
from communique.display.text import highlighted, plain, shortened
from communique.linking import link
from communique.records import EventTime
from communique.store.dossiers import EventDossier
from communique.store.lookup import ArticleHead
from newsroom import Told, Who, article


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


def test_display_event_shows_what_each_account_adds_and_tells_articles_of_an_outlet_apart():
    chile = Who("Chile", "CHL", type="state")
    town = Who("Bergen", "NOR", type="place", role="recipient", sector=None)
    told = [
        Told(
            f"Chile bombed Bergen, killing {n} people.", "airstrike", (chile, town), "bombed", day="2021-03-08", place=p
        )
        for n, p in (("14", "Bergen"), ("nine", "Bergen"), ("nine", "Bergen"))
    ]
    days = ("2021-03-09", "2021-03-10", "2021-03-11")
    readings = [article(f"a{n}", day, one) for n, (day, one) in enumerate(zip(days, told, strict=True))]
    (event,) = link(readings, {}).events
    heads = {
        r.id: ArticleHead(
            id=r.id, source=None, url=None, outlet="Atlas" if r.id == "a2" else "Courier", published=r.published,
            published_basis=None, title=None, author=None, language="en", text=r.text, genre=None, genre_reason=None,
            genre_words=None,
        )
        for r in readings
    }  # fmt: skip
    page = io.StringIO()
    reports = [report for reading in readings for report in reading.reports]
    Console(file=page, width=160).print(event_page(EventDossier(event, reports, heads, [])))
    shown = page.getvalue()
    assert re.search(r"killed +│ 14 \[\d\] +│ nine \[\d\] +│ nine \[\d\]", shown)
    assert "occurred  9 Mar 2021 to 11 Mar 2021  Courier, Atlas" in shown
    assert re.search(r"nine +Courier \(10 Mar 2021\), Atlas", shown)
    assert "about" not in shown
