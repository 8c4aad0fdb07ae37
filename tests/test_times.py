"""Time expressions: what is found, its TIMEX3 value, and the days it covers."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc as Annotated

from communique.lexicon.times import load_time_words
from communique.reading.blocks import Block
from communique.reading.parse import ParsedArticle, Prepared, Sentence, parse
from communique.reading.times import find_times
from communique.reading.timex.grammar import Grammar
from communique.reading.tokens import Doc
from communique.records import Article
from work import calls_of

DAY = datetime.date(2017, 4, 12)  # a Wednesday


def parsed_text(nlp, text, published=DAY):
    blocks = tuple(
        Block("paragraph", text.find(line), text.find(line) + len(line)) for line in text.split("\n") if line.strip()
    )
    return next(parse(nlp, [Prepared(Article(id="a", text=text), text, published, blocks)]))


def values(nlp, text, published=DAY):
    return [(t.span.text, t.timex.value) for t in find_times(parsed_text(nlp, text, published))]


LEXICON_EXAMPLES = [(entry.id, example) for entry in load_time_words().classes for example in entry.examples]


@pytest.mark.parametrize(("entry", "example"), LEXICON_EXAMPLES)
def test_times_lexicon_examples_hold(nlp, entry, example):
    assert (example.time, example.value) in values(nlp, example.text, example.published)


DATES = [
    ("They met on May 10, 2016.", "May 10, 2016", "2016-05-10"),
    ("They met on Tuesday, 10 May 2016.", "Tuesday, 10 May 2016", "2016-05-10"),
    ("They met on the 6th of April.", "the 6th of April", "2017-04-06"),
    ("They met on 7th April.", "7th April", "2017-04-07"),
    ("They met on 2016-05-10.", "2016-05-10", "2016-05-10"),
    ("They met on 11/02/89.", "11/02/89", "1989-11-02"),
    ("They met on 23/02/89.", "23/02/89", "1989-02-23"),
    ("They met in April 2015.", "April 2015", "2015-04"),
    ("They met in early April of 2015.", "early April of 2015", "2015-04"),
    ("They met in 1987.", "1987", "1987"),
    ("They met in the 1980s.", "the 1980s", "198"),
    ("They met in the mid-1990s.", "the mid-1990s", "199"),
    ("Trade grew in the 19th century.", "the 19th century", "18"),
    ("Exports fell in the third quarter of 2016.", "the third quarter of 2016", "2016-Q3"),
    ("Exports fell in fiscal 1989.", "fiscal 1989", "1989"),
    ("The dam was built in the winter of 1994.", "the winter of 1994", "1994-WI"),
    ("They met the week of March 6.", "the week of March 6", "2017-W10"),
    ("They met the day after Christmas.", "the day after Christmas", "2016-12-26"),
]


@pytest.mark.parametrize(("text", "expression", "value"), DATES)
def test_times_dates_in_every_order_are_read(nlp, text, expression, value):
    assert (expression, value) in values(nlp, text)


RELATIVE = [
    ("They met yesterday.", "yesterday", "2017-04-11"),
    ("They will meet later today.", "later today", "2017-04-12"),
    ("They met last night.", "last night", "2017-04-11TNI"),
    ("They will meet this weekend.", "this weekend", "2017-W15-WE"),
    ("They met over the weekend.", "the weekend", "2017-W14-WE"),
    ("They will meet next week.", "next week", "2017-W16"),
    ("They met last month.", "last month", "2017-03"),
    ("They met three weeks ago.", "three weeks ago", "2017-W12"),
    ("They met two years ago.", "two years ago", "2015"),
    ("They met last Friday.", "last Friday", "2017-04-07"),
    ("They met last summer.", "last summer", "2016-SU"),
    ("They will meet in the coming months.", "the coming months", "PXM"),
    ("There were raids in past years.", "past years", "PAST_REF"),
    ("There were raids in the past two years.", "the past two years", "P2Y"),
    ("They will meet in coming months.", "coming months", "FUTURE_REF"),
    ("Exports fell in the first two quarters of 2016.", "the first two quarters of 2016", "2016-H1"),
    ("Exports will fall in the last six months of this year.", "the last six months of this year", "2017-H2"),
    ("Exports fell in the first nine months of 2016.", "the first nine months", "P9M"),
    ("The vote is this coming Sunday, April 16.", "this coming Sunday, April 16", "2017-04-16"),
    ("They came on January 7, 1987. Two days later they left.", "Two days later", "1987-01-09"),
    ("They came on January 7, 1987, and met that day.", "that day", "1987-01-07"),
    ("Profit fell in the third quarter of 2016 from a year earlier.", "a year earlier", "2015-Q3"),
]


@pytest.mark.parametrize(("text", "expression", "value"), RELATIVE)
def test_times_relative_expressions_are_anchored(nlp, text, expression, value):
    assert (expression, value) in values(nlp, text)


TENSES = [
    ("The ministers met on Friday.", "2017-04-07"),
    ("The ministers will meet on Friday.", "2017-04-14"),
    ("The ministers are expected to meet on Friday.", "2017-04-14"),
    ("The minister arrives in Oslo on Friday.", "2017-04-14"),
    ("The minister said Friday that he was ill.", "2017-04-07"),
    ("The minister was forced to resign Friday.", "2017-04-07"),
    ("The council postponed the vote until Friday.", "2017-04-14"),
    ("Friday's attack killed nine people.", "2017-04-07"),
    ("Friday's meeting will be the first.", "2017-04-14"),
    ("The council could not meet on Friday.", "2017-04-07"),
    ("They met on Wednesday.", "2017-04-12"),
    ("The envoys met to discuss the border on Friday.", "2017-04-07"),
    ("The envoy flew to Oslo to attend a summit on Friday.", "2017-04-14"),
    ("The envoys agreed to hold talks on Monday.", "2017-04-17"),
    ("The envoy was unable to attend on Friday.", "2017-04-07"),
    ("Lawmakers voted to impeach him on Tuesday.", "2017-04-11"),
    ("The drill began as planned on Friday.", "2017-04-07"),
    ("The toll from the raid on Friday stands at nine.", "2017-04-07"),
    ("The bank extended the loan through Friday.", "2017-04-14"),
    ("The envoys spoke about the planned visit of the queen on Friday.", "2017-04-14"),
    ("The envoys spoke about the failed visit of the queen on Friday.", "2017-04-07"),
]


@pytest.mark.parametrize(("text", "value"), TENSES)
def test_times_weekday_follows_the_tense(nlp, text, value):
    assert [v for _, v in values(nlp, text)] == [value]


LENGTHS = [
    ("They talked for two hours.", "two hours", "PT2H"),
    ("A two-hour meeting followed.", "two-hour", "PT2H"),
    ("They talked for two and a half hours.", "two and a half hours", "PT2H30M"),
    ("They talked for half an hour.", "half an hour", "PT30M"),
    ("They talked for several years.", "several years", "PXY"),
    ("They talked for two decades.", "two decades", "P20Y"),
    ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
    ("They meet each year.", "each year", "P1Y"),
    ("They meet twice a week.", "twice a week", "P1W"),
]


@pytest.mark.parametrize(("text", "expression", "value"), LENGTHS)
def test_times_lengths_and_sets_have_values_without_days(nlp, text, expression, value):
    assert (expression, value) in values(nlp, text)
    assert all(t.start is None and t.end is None for t in find_times(parsed_text(nlp, text)))


@pytest.mark.parametrize(
    "text",
    [
        "The envoy may leave, and protesters march.",
        "Theresa May spoke.",
        "Sun Corporation sold 2000 trucks.",
        "A 44-year-old man was held.",
        "He paid $1,990 and 2.50 for it.",
        "The fall of the wall surprised them.",
        "The shop took 1800 GMT as its name.",
        "They met on February 30.",
        "They met on 31/31/2016.",
    ],
)
def test_times_that_are_none_are_left_alone(nlp, text):
    assert values(nlp, text) == []


def test_times_days_of_a_range_are_two_expressions(nlp):
    found = find_times(parsed_text(nlp, "Talks will be held on May 10-11 in Oslo."))
    assert [(t.span.text, t.timex.value) for t in found] == [("May 10", "2017-05-10"), ("11", "2017-05-11")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("on May 10, 11 and 12 in Oslo", [("May 10", "2017-05-10"), ("11", "2017-05-11"), ("12", "2017-05-12")]),
        ("on 10, 11 and 12 May 2016", [("10", "2016-05-10"), ("11", "2016-05-11"), ("12 May 2016", "2016-05-12")]),
        ("on the 10th and the 11th of May", [("the 10th", "2017-05-10"), ("the 11th of May", "2017-05-11")]),
        ("on May 10-12, 2016, in Oslo", [("May 10", "2016-05-10"), ("12, 2016", "2016-05-12")]),
        ("on 10/11 May", [("10", "2017-05-10"), ("11 May", "2017-05-11")]),
        ("in 2015/16 in Oslo", [("2015", "2015"), ("16", "2016")]),
        ("in 1914-18 in Oslo", [("1914", "1914"), ("18", "1918")]),
        ("on May 10 and 12 soldiers died", [("May 10", "2017-05-10")]),
        ("in section 5, 10 May", [("10 May", "2017-05-10")]),
    ],
)
def test_times_days_and_years_in_lists_share_what_is_said_once(nlp, text, wanted):
    assert values(nlp, f"They met {text}.") == wanted


def test_times_comparison_follows_the_length_of_the_accounts(nlp):
    text = "Profit fell in the third quarter of 2016. For the nine months it rose, compared with a year earlier."
    assert values(nlp, text)[-1] == ("a year earlier", "2016")


def test_times_comparison_is_never_with_accounts_still_to_come(nlp):
    text = "Profit fell in the first quarter of 2017. It will fall until the third quarter of 2017."
    assert values(nlp, f"{text} A year ago it rose.")[-1] == ("A year ago", "2016-Q1")


def test_times_day_takes_its_month_from_the_date_behind_it(nlp):
    text = "There were attacks on 4th and the strikes on 7th April."
    assert values(nlp, text) == [("4th", "2017-04-04"), ("7th April", "2017-04-07")]


def test_times_without_publication_day_keep_unknown_parts(nlp):
    text = "They met on Friday, last week and in May, and on May 10, 2016."
    found = find_times(parsed_text(nlp, text, None))
    assert [t.timex.value for t in found] == ["XXXX-WXX-5", "XXXX-WXX", "XXXX-05", "2016-05-10"]
    assert [t.start for t in found] == [None, None, None, datetime.date(2016, 5, 10)]


def test_times_that_day_does_not_reach_over_paragraphs(nlp):
    text = "The strike came on April 6.\nThe markets fell.\nThe envoys said little.\nThey met earlier that afternoon."
    assert values(nlp, text)[-1] == ("earlier that afternoon", "XXXX-XX-XXTAF")


SPANS_OF_DAYS = [
    ("They met last week.", "2017-04-03", "2017-04-09", "week"),
    ("They met over the weekend.", "2017-04-08", "2017-04-09", "week"),
    ("They met in February 2016.", "2016-02-01", "2016-02-29", "month"),
    ("Exports fell in the first quarter of 2016.", "2016-01-01", "2016-03-31", "quarter"),
    ("They met in the summer of 2016.", "2016-06-01", "2016-08-31", "quarter"),
    ("They met in the 1980s.", "1980-01-01", "1989-12-31", "year"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), SPANS_OF_DAYS)
def test_times_cover_first_to_last_day(nlp, text, start, end, precision):
    (found,) = find_times(parsed_text(nlp, text))
    assert (str(found.start), str(found.end), found.precision) == (start, end, precision)


def unparsed(nlp, text, published=DAY):
    """An article of one block without a parse: every word is its own head."""
    words = [token.text for token in nlp.make_doc(text)]
    annotated = Annotated(nlp.vocab, words=words, heads=list(range(len(words))), deps=["ROOT"] * len(words))
    doc = Doc(annotated, annotated.text)
    block = Block("paragraph", 0, len(doc.text))
    sentences = (Sentence(0, doc[:], 0, block, doc.text),) if words else ()
    return ParsedArticle(Article(id="a", text=doc.text), doc.text, published, (block,), sentences)


WORDS = (
    "the a last next 31 30 2 0 9999 1989 99999999999 May Feb. Friday day days week century half of and - / : . , ' 's "
    "ago later before after first twenty hundred thousand eve fiscal quarter 10:61 1/2 12 p.m. noon \u0663 0000"
)
PIECES = st.lists(st.sampled_from(WORDS.split()), max_size=30)
ANCHORS = st.one_of(st.none(), st.dates(), st.sampled_from([datetime.date.min, datetime.date.max]))


@settings(max_examples=400, deadline=None)
@given(pieces=PIECES, published=ANCHORS)
def test_times_hold_their_spans_and_never_crash(nlp, pieces, published):
    article = unparsed(nlp, " ".join(pieces), published)
    last = 0
    for found in find_times(article):
        assert article.text[found.span.start : found.span.end] == found.span.text
        assert last <= found.span.start < found.span.end
        assert (found.start is None) == (found.end is None) == (found.precision is None)
        assert found.start is None or found.start <= found.end
        last = found.span.end


@pytest.mark.parametrize(
    "piece", ["the ", "1-2-3-", "May 10 to 11 and ", "10, ", "the 10th and ", "a few ", "the day after ", "' "]
)
def test_times_of_hostile_text_take_linear_time(nlp, piece):
    def work(times):
        article = unparsed(nlp, piece * times)
        return calls_of(lambda: find_times(article))

    find_times(unparsed(nlp, piece))  # what is loaded once is not counted
    assert work(2_000) < 12 * work(200)


def test_times_passes_over_no_word_that_begins_one(nlp, monkeypatch):
    """The two words that tell where an expression can begin leave nothing out that the grammar finds without them."""
    texts = [example.text for entry in load_time_words().classes for example in entry.examples]
    parsed = [parsed_text(nlp, text) for text in [*texts, "It met on 10 and 11 May, '89, after about 300 days."]]
    guided = [find_times(article) for article in parsed]
    monkeypatch.setattr(Grammar, "beginnings", lambda self, words: range(len(words)))
    monkeypatch.setattr(Grammar, "_may_begin", lambda self, group, word, second: True)
    assert guided == [find_times(article) for article in parsed]
    assert all(guided)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The blast came at 10:35 a.m. (0735 GMT) Friday.", ("10:35 a.m. (0735 GMT) Friday", "2017-04-07T10:35")),
        ("They voted on the first Monday of May.", ("the first Monday of May", "2017-05-01")),
        ("They vote on the third Tuesday of June 2019.", ("the third Tuesday of June 2019", "2019-06-18")),
        ("The panel sits every other Tuesday.", ("every other Tuesday", "XXXX-WXX-2")),
        ("Two Fridays ago he resigned.", ("Two Fridays ago", "2017-03-31")),
        ("A week from Monday they will vote.", ("A week from Monday", "2017-04-24")),
        ("Exports fell in Q3 2016.", ("Q3 2016", "2016-Q3")),
        ("He was shot on the night of May 3.", ("the night of May 3", "2017-05-03TNI")),
        ("By mid-afternoon the square was empty.", ("mid-afternoon", "2017-04-12TAF")),
        ("The mandate had been due to expire Friday evening.", ("Friday evening", "2017-04-07TEV")),
        ("Heavy losses hurt the exchange on Friday.", ("Friday", "2017-04-07")),
        ("Neither of the envoys could be reached on Tuesday.", ("Tuesday", "2017-04-11")),
        ("Lawyers sought a way around Tuesday's ruling.", ("Tuesday", "2017-04-11")),
        ("They met on the 10th of last month.", ("the 10th of last month", "2017-03-10")),
        ("They will meet the Tuesday after next.", ("the Tuesday after next", "2017-04-25")),
        ("They will meet the week after next.", ("the week after next", "2017-W17")),
        ("They will meet in the spring of next year.", ("the spring of next year", "2018-SP")),
        ("They met in the last days of March.", ("the last days of March", "2017-03")),
        ("The envoy leaves at 4 in the morning.", ("4 in the morning", "2017-04-12T04:00")),
        ("They will meet by year's end.", ("year's end", "2017")),
        ("Exports have fallen since year-end.", ("year-end", "2016-12-31")),
        ("The talks will resume in two weeks.", ("two weeks", "2017-W17")),
        ("In two days' time the leaders will meet.", ("two days' time", "2017-04-14")),
        ("The ministers reached a deal in two weeks.", ("two weeks", "P2W")),
        ("He will make his third visit in two years.", ("two years", "P2Y")),
        ("The council met in the morning.", ("the morning", "2017-04-12TMO")),
        ("Exports were flat for the year.", ("the year", "2017")),
        ("France will one day recognise the state.", ("one day", "FUTURE_REF")),
        ("The envoy resigned in March for reasons of health.", ("March", "2017-03")),
        ("Trade doubled over the past decade.", ("the past decade", "P10Y")),
        ("The third-quarter loss was small.", ("third-quarter", "2016-Q3")),
    ],
)
def test_times_of_less_common_forms(nlp, text, wanted):
    assert values(nlp, text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "The Havana daily Granma printed the letter.",
        "He spoke on the channel's 60 Minutes.",
        'He told "This Week" that the talks had failed.',
        "The council will not meet on February 30.",
        "He spoke to Russia Today about the dam.",
        "They joined the March for Peace.",
        "At the end of the day, it was luck.",
        "The envoy was soon released.",
    ],
)
def test_times_newspapers_programmes_and_impossible_days_are_none(nlp, text):
    assert values(nlp, text) == []
    assert values(nlp, "The two sides speak daily.") == [("daily", "P1D")]
    assert values(nlp, "Talks Resume This Week") == [("This Week", "2017-W15")]
