import datetime

import pytest

from communique.reading.blocks import split_blocks
from communique.reading.dating import publication_day
from communique.reading.parse import Prepared, parse
from communique.records import Article

LEAD = "The foreign ministers of Peru and Chile met in Arica on Monday to talk about the border."
DAY = datetime.date(2017, 5, 2)


@pytest.fixture
def day(nlp):
    def of(text, url=None):
        article = Article(id="a", text=text, url=url)
        return publication_day(next(parse(nlp, [Prepared(article, text, None, split_blocks(text))])))

    return of


@pytest.mark.parametrize(
    "text",
    [
        f"Tuesday, May 2, 2017\n\n{LEAD}",
        f"Ministers meet in Arica\n2 May 2017 | 10:30 GMT\n\n{LEAD}",
        f"LIMA, May 2, 2017 (AP) — {LEAD}",
        f"{LEAD}\n\nPublished: 2 May 2017",
        f"Published on 2017-05-02\nUpdated: May 9, 2017\n\n{LEAD}",
    ],
)
def test_dating_day_that_the_page_states(day, text):
    assert day(text) == (DAY, "page")


def test_dating_day_in_the_address_of_the_page(day):
    assert day(LEAD, url="https://example.org/news/2017/05/02/ministers-meet") == (DAY, "page")
    assert day(LEAD, url="https://example.org/news/2017/15/42/x") == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        f"Updated: May 9, 2017\n\n{LEAD}",
        f"Published: 02/05/2017\n\n{LEAD}",
        f"LIMA, May 2 (AP) — {LEAD}",
        f"The ministers shake hands in Arica, Chile, May 2, 2017. REUTERS/Ann Onymous - RTX1ABCD\n\n{LEAD}",
        f"{LEAD}\n\nMay 2, 2017\n\nThe first of the crossings was opened by the two ministers on that day.",
        "Peru and Chile met on May 2, 2017 in Arica, and the border has been quiet since that day.",
        "The presidents of Peru and Chile will meet this weekend in Arica, after the talks of April 2017.",
    ],
)
def test_dating_is_never_guessed(day, text):
    assert day(text) == (None, None)


TALKS = "Both welcomed the Arica talks on the border, which are to be held on May 3-4."
YEAR = "Relations were bad in early April of 2017. The envoy was sent home in April, and came back a week later."


@pytest.mark.parametrize(
    ("opening", "wanted"),
    [
        ("A day before the Arica talks on the border, Peru's president has made a phone call to Chile's.", DAY),
        ("On the eve of the Arica border talks, Peru's president has made a phone call to Chile's.", DAY),
        (
            "Two days ahead of the Arica border talks, Peru's president has made a phone call to Chile's.",
            DAY.replace(day=1),
        ),
        (
            "Two days after the Arica border talks, Peru's president has made a phone call to Chile's.",
            DAY.replace(day=6),
        ),
    ],
)
def test_dating_by_an_act_of_today_counted_from_a_dated_event(day, opening, wanted):
    assert day(f"{opening}\n\n{TALKS}\n\n{YEAR} Today's phone call may help.") == (wanted, "inferred")


@pytest.mark.parametrize(
    "text",
    [
        # nothing says that the call is of today
        f"A day before the Arica talks on the border, Peru's president made a phone call.\n\n{TALKS}\n\n{YEAR}",
        # nothing says the year
        f"A day before the Arica border talks, Peru has made a phone call. {TALKS} Today's phone call may help.",
        # another event is the dated one
        f"A day before the Lima trade fair, Peru has made a phone call. {TALKS}\n\n{YEAR} Today's phone call may help.",
        # the month with its year is long past: nothing names it without
        f"A day before the Arica border talks, Peru has made a call. {TALKS} Today's call ends what April 2015 began.",
    ],
)
def test_dating_by_an_event_needs_today_the_event_and_the_year(day, text):
    assert day(text) == (None, None)


def test_dating_by_today_beside_a_date(day):
    assert day(f"{LEAD} They meet again today, May 2, 2017, in Lima.") == (DAY, "inferred")
    assert day(f"{LEAD} They meet again tomorrow, May 3, 2017, in Lima.") == (DAY, "inferred")
    assert day(f"{LEAD} “We meet today, May 2, 2017, in Lima,” it said then.") == (None, None)


def test_dating_words_that_contradict_each_other_give_no_day(day):
    assert day("They meet today, May 2, 2017. They met yesterday, May 7, 2017.") == (None, None)


def test_dating_dateline_without_a_year_takes_it_from_the_text(day):
    assert day(f"LIMA, May 2 (AP) — {LEAD}\n\n{YEAR}") == (DAY, "inferred")
    assert day(f"LIMA, Jan. 5 (AP) — {LEAD}\n\n{YEAR}") == (datetime.date(2018, 1, 5), "inferred")


def test_dating_day_that_does_not_exist_is_no_day(day):
    assert day(f"February 30, 2017\n\n{LEAD}") == (None, None)


@pytest.mark.parametrize(
    "stated", ["Published: 13/06/2014 10:22", "06/13/2014", "First posted 10:22:30 13 / 06 / 2014"]
)
def test_dating_takes_figures_that_can_mean_one_day_only(day, stated):
    assert day(f"Ministers meet in Arica\n{stated}\n\n{LEAD}") == (datetime.date(2014, 6, 13), "page")
