"""The days in which the news of an article lies, and what tells no news."""

import pytest

from communique import Reader, load

#: A Wednesday.
PUBLISHED = "2017-04-12"
CONTAINER = ("2017-04-11", "2017-04-12")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load()


def days(reader: Reader, text: str, kind: str, published: str | None = PUBLISHED) -> list[tuple[str, str, bool] | None]:
    """First and last day of the reports of a kind, and whether they are inferred."""
    times = [r.time for r in reader.read(text, published=published).reports if r.kind == kind]
    return [(str(t.start), str(t.end), t.inferred) if t is not None else None for t in times]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway accused Chad of fraud.", "accusation"),
        ("Norway has condemned the killings in Chad.", "condemnation"),
        ("Norwegian Foreign Minister Ann Lee rejected the offer and called on Chad to withdraw its troops.", "appeal"),
        ("Norway expelled the Chadian ambassador, accusing Chad of fraud.", "accusation"),
        ("The Chadian ambassador was expelled by Norway.", "expulsion"),
        ("Norway condemned the raid, the foreign ministry said.", "condemnation"),
        ("Norway signed a treaty with Chad.", "signing"),
        ("The Norwegian foreign ministry said that Chad demanded an apology.", "demand"),
        ("Norway issued a statement condemning the killings in Chad.", "condemnation"),
        ('"It rains," said Norwegian Foreign Minister Ann Lee at a press conference.', "press conference"),
        ("Norwegian Foreign Minister Ann Lee told a news conference that it would rain.", "press conference"),
        ("In separate talks with the president of Chad, the Norwegian foreign minister called for calm.", "meeting"),
        ("After talks with the president of Chad, the Norwegian foreign minister said it would rain.", "meeting"),
        ("Norwegian Foreign Minister Ann Lee said after meeting Chad's president that it would rain.", "meeting"),
        ("Norway is sending ships, as its president discussed the crisis with Chad's president.", "meeting"),
    ],
)
def test_narrative_time_is_the_day_of_publication_or_the_one_before(reader, text, kind):
    assert days(reader, text, kind) == [(*CONTAINER, True)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway had accused Chad of fraud.", "accusation"),
        ("The Norwegian foreign ministry said that Chad had demanded an apology.", "demand"),
        ("The Norwegian foreign ministry doubts that Chad demanded an apology.", "demand"),
        ("Norway, which accused Chad of fraud, is a kingdom.", "accusation"),
        ("Norway repeatedly accused Chad of fraud.", "accusation"),
        ("In the years that followed, Norway accused Chad of fraud.", "accusation"),
        ("Norway has expressed concern about Chad in recent months and accused it of fraud.", "accusation"),
        ('"Norway accused Chad of fraud," a shopkeeper said.', "accusation"),
        ("Norway will expel the Chadian ambassador.", "expulsion"),
        ("The raid killed nine people in Chad.", "attack"),
        ("The last time they met, Norway accused Chad of fraud.", "accusation"),
        ("After the talks with Chad's president, the Norwegian foreign minister called for calm.", "meeting"),
        ("Norwegian Foreign Minister Ann Lee told the conference that it would rain.", "press conference"),
    ],
)
def test_narrative_time_is_not_given_to_background(reader, text, kind):
    assert all(found is None or not found[2] for found in days(reader, text, kind))


def test_narrative_time_needs_a_day_of_publication(reader):
    assert days(reader, "Norway accused Chad of fraud.", "accusation", None) == [None]


def test_narrative_time_stops_at_paragraphs_of_another_time(reader):
    text = (
        "Norway accused Chad of fraud on Tuesday.\n\n"
        "In 2015, Norway banned the party. The Chadian government condemned the ban.\n\n"
        "Sweden condemned the fraud.\n"
    )
    assert days(reader, text, "condemnation") == [None, (*CONTAINER, True)]


def test_narrative_time_stops_at_flashbacks(reader):
    text = "Norway accused Chad of fraud on Tuesday. Mali had closed the border. Chad condemned the closure."
    assert days(reader, text, "condemnation") == [None]


def test_narrative_time_behind_the_lead_asks_for_a_named_day(reader):
    lead = "Norway accused Chad of fraud{}. It rained in Oslo. The sea was calm. The town was quiet.\n\n"
    behind = "Sweden condemned the fraud.\n"
    assert days(reader, lead.format("") + behind, "condemnation") == [None]
    assert days(reader, lead.format(" on Tuesday") + behind, "condemnation") == [(*CONTAINER, True)]


def test_narrative_time_begins_with_an_earlier_day_of_the_lead(reader):
    text = "On Saturday Norway accused Chad of fraud.\n\nSweden condemned the fraud."
    assert days(reader, text, "condemnation") == [("2017-04-08", "2017-04-12", True)]


def test_narrative_time_of_what_follows_in_a_paragraph_is_the_day_just_named(reader):
    text = "On Saturday Norway accused Chad of fraud. Sweden condemned the fraud."
    assert days(reader, text, "condemnation") == [("2017-04-08", "2017-04-08", True)]


def test_narrative_time_behind_the_lead_is_that_of_its_speakers(reader):
    lead = "Norway accused Chad of fraud. It rained in Oslo. The sea was calm. The town was quiet.\n\n"
    assert days(reader, lead + "Norway also condemned the raid.\n", "condemnation") == [(*CONTAINER, True)]
    assert days(reader, lead + "The Norwegian prime minister condemned the raid.\n", "condemnation") == [
        (*CONTAINER, True)
    ]
    assert days(reader, lead + "Sweden condemned the raid.\n", "condemnation") == [None]
    assert days(reader, lead + "Swedish premier Joe Lind condemned the raid.\n", "condemnation") == [(*CONTAINER, True)]


def test_event_times_end_with_the_publication_of_what_took_place(reader):
    assert days(reader, "Norway signed a treaty with Chad this month.", "signing") == [
        ("2017-04-01", "2017-04-12", False)
    ]
    assert days(reader, "Norway signed a treaty with Chad earlier this month.", "signing") == [
        ("2017-04-01", "2017-04-11", False)
    ]


def test_narrative_time_of_what_is_said_in_the_present(reader):
    told = [("2017-04-10", "2017-04-10", False)]
    assert days(reader, "The Norwegian premier said on Monday that Norway condemns the raid.", "condemnation") == told
    text = '"Norway condemns the raid on Chad," the Norwegian premier said.'
    assert days(reader, text, "condemnation") == [(*CONTAINER, True)]


def test_narrative_time_is_not_of_what_somebody_admits(reader):
    assert days(reader, "Chad admitted shelling the village of Gao.", "attack") in ([], [None])
    assert days(reader, "Norway will sign a treaty with Chad this month.", "signing") == [
        ("2017-04-01", "2017-04-30", False)
    ]


def test_narrative_time_ends_with_the_day_of_the_dateline(reader):
    text = "OSLO, April 11 (Xinhua) -- Norway accused Chad of fraud."
    assert days(reader, text, "accusation") == [("2017-04-10", "2017-04-11", True)]


def test_narrative_time_is_not_given_in_histories(reader):
    text = (
        "Norway condemned Chad. In 2010 Norway banned the party. In 2012 Chad closed the border. "
        "In 2014 Norway recalled its ambassador."
    )
    assert days(reader, text, "condemnation") == [None]


def test_narrative_time_leaves_stated_times_alone(reader):
    assert days(reader, "Norway accused Chad of fraud on Monday.", "accusation") == [
        ("2017-04-10", "2017-04-10", False)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday, Foreign Minister Ann Lee praised Mali. She also accused Chad of fraud.",
        "Foreign Minister Ann Lee told reporters in Oslo on Tuesday that it would rain.\n\nLee accused Chad of fraud.",
    ],
)
def test_continued_times_hold_while_the_same_person_speaks(reader, text):
    assert days(reader, text, "accusation") == [("2017-04-11", "2017-04-11", False)]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday Norway praised Mali. Sweden accused Chad of fraud.",
        "On Monday, Foreign Minister Ann Lee praised Mali. She had accused Chad of fraud.",
        "On Monday, Foreign Minister Ann Lee praised Mali. On Tuesday it rained. She accused Chad of fraud.",
    ],
)
def test_continued_times_end_with_another_speaker_or_time(reader, text):
    assert all(found is None or found[2] for found in days(reader, text, "accusation"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Norwegian foreign ministry said on Monday that it rejected the offer by Mali.", "rejection"),
        ("Norway said on Monday it would leave the union and urged Chad to accept mediation.", "appeal"),
        ("Norway issued a statement on Monday condemning the killings in Chad.", "condemnation"),
    ],
)
def test_own_words_were_said_when_the_speaker_spoke(reader, text, kind):
    assert days(reader, text, kind) == [("2017-04-10", "2017-04-10", False)]


def test_own_words_of_an_earlier_time_were_not(reader):
    assert days(reader, "Norway said on Monday that it had rejected the offer by Mali.", "rejection") == [None]


def test_narrative_time_is_of_the_day_that_the_lead_names_whatever_the_background(reader):
    text = (
        "Chad accused Niger of fraud on Wednesday.\n\nIn 2009 the two states fought a war. In 2011 they made peace. "
        "Chad left the league in 2013.\n\nNiger condemned the charge."
    )
    found = {r.kind: r.time for r in reader.read(text, published="2017-04-14").reports}
    assert (str(found["condemnation"].start), str(found["condemnation"].end)) == ("2017-04-12", "2017-04-14")
    assert found["condemnation"].inferred


def test_narrative_time_of_words_is_not_the_day_of_what_they_call_off(reader):
    text = (
        "Chad's president Ade Bello on Thursday cancelled his meeting with Joe Oni of Niger, which had been planned "
        'for 12 June.\n\n"Your most recent words hurt me," Mr Bello wrote in a letter to Mr Oni.'
    )
    found = {r.kind: r.time for r in reader.read(text, published="2018-05-24").reports}
    assert {kind: str(time.start) for kind, time in found.items()} == {"meeting": "2018-06-12", "letter": "2018-05-24"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norwegian police are investigating the Chadian ambassador.", ("2017-04-12", "2017-04-12", True)),
        ("Norwegian police said they are investigating the Chadian ambassador.", ("2017-04-12", "2017-04-12", True)),
        ("Norwegian police are often investigating the Chadian ambassador.", None),
        ('"Norwegian police are investigating the Chadian ambassador," a shopkeeper said.', None),
    ],
)
def test_narrative_time_of_what_goes_on_is_the_day_of_publication(reader, text, found):
    assert days(reader, text, "investigation") == [found]


def test_narrative_time_behind_the_lead_holds_for_violence_on_the_day_of_the_news(reader):
    lead = "Chadian rebels attacked Mao{}. It rained. The sea was calm. The town was quiet.\n\n"
    behind = "Chadian soldiers arrested two teachers.\n"
    assert days(reader, lead.format(" on Tuesday") + behind, "arrest") == [(*CONTAINER, True)]
    assert days(reader, lead.format("") + behind, "arrest") == [None]


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("Chadian students have been protesting since early March.", "protest", "2017-03-01"),
        ("Since February 1985, Chad has resisted pressure from Norway.", "refusal", "1985-02-01"),
        ("The Chadian bank has been the target of Norwegian sanctions since 2011.", "sanction", "2011-01-01"),
    ],
)
def test_event_times_since_a_day_last_to_publication(reader, text, kind, start):
    assert days(reader, text, kind) == [(start, "2017-04-12", False)]


def test_event_times_weeks_ago_are_around_the_day(reader):
    text = "Norway expelled the Chadian ambassador two weeks ago."
    assert days(reader, text, "expulsion", "2017-04-16") == [("2017-03-30", "2017-04-05", False)]
