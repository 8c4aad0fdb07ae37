import pytest

from communique.reading.cast import Cast
from communique.reading.explaining import explain

FIRM = "Acme Tool Corp said its profit and sales rose, and that it would raise the dividend to its shareholders. "
MATCH = "The striker scored a goal for the club, and the coach praised the players. "


def kinds(reading):
    return {(report.kind, report.evidence.text) for report in reading.reports}


def sector_of(reading, surname):
    return {mention.sector for mention in reading.mentions if surname in mention.name}


@pytest.mark.parametrize(
    "told",
    [
        "Chairman Ann Roe told a news conference that orders were firm.",
        "Roe, who heads the company, told a press conference that orders were firm.",
        "Acme is holding talks with Orbit Mills Plc on a merger.",
        "Its officers met with Orbit's adviser on Monday.",
        "Ann Roe rejected the offer of Orbit Mills Plc.",
        "The firm is in talks with interested parties.",
        "It held talks with other parties and with Orbit officials.",
        "Acme officials visited Bologna on Monday.",
    ],
)
def test_what_firms_and_their_people_do_in_news_of_business_is_no_public_affair(reader, told):
    assert not [evidence for _, evidence in kinds(reader.read(FIRM + told)) if evidence == told]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Chad rejected the offer of Acme Tool Corp.", "rejection"),
        ("Workers of the company went on strike in Chad.", "strike"),
        ("Gunmen abducted its chairman, Ann Roe, in Chad.", "abduction"),
        ("The harbour authority rejected its request.", "rejection"),
        ("The union rejected the offer of Acme Tool Corp.", "rejection"),
    ],
)
def test_what_public_actors_do_and_violence_stay_in_news_of_business(reader, told, kind):
    assert (kind, told) in kinds(reader.read(FIRM + told))


def test_what_players_do_in_news_of_sport_is_no_public_affair(reader):
    assert not reader.read(MATCH + "Ann Roe met with Joe Oni in Texas. Joe Oni thanked her.").reports


@pytest.mark.parametrize(
    "told",
    [
        "Officials stopped the game to allow Ann Roe to thank Joe Oni.",
        "The team made an offer to Ann Roe.",
        "Ann Roe arrived in Germany on Monday.",
    ],
)
def test_who_is_in_a_game_is_no_official(reader, told):
    assert told not in {evidence for _, evidence in kinds(reader.read(MATCH + told))}


@pytest.mark.parametrize(
    "told",
    [
        "Chad crushed Kenya in the second half.",
        "Kenya rallied late in Lomé.",
        "Ann Roe of Kenya will clash with Peru's Joe Oni.",
        "Chad meet Peru in Lima on Sunday.",
        "Kenya withdrew from the race.",
    ],
)
def test_states_in_news_of_sport_are_their_teams(reader, told):
    assert told not in {evidence for _, evidence in kinds(reader.read(MATCH + told))}


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Kenyan troops crushed the rebels on Monday.", "attack"),
        ("Kenyan Foreign Minister Ann Roe met with Peruvian President Joe Oni.", "meeting"),
        ("Chad refused to let its players travel to Kenya.", "refusal"),
        ("A gunman shot Ann Roe in Kenya.", "attack"),
    ],
)
def test_governments_and_violence_stay_in_news_of_sport(reader, told, kind):
    assert (kind, told) in kinds(reader.read(MATCH + told))


def test_relative_visits_somebody(reader):
    assert not reader.read("Joe Oni said his wife visited him in prison.").reports
    assert reader.read("Joe Oni's wife, Ann Roe, visited Chad on Monday.").reports


def test_surname_that_is_a_title_as_well(reader):
    reading = reader.read("Billy King left Togo. King said that he was tired. King Halvard of Norway stayed.")
    assert sector_of(reading, "King") == {None}
    assert sector_of(reading, "Halvard") == {"GOV"}


def test_state_acts_in_news_of_sport(reader):
    told = "Chad banned Kenyan players on Monday."
    assert told in {evidence for _, evidence in kinds(reader.read(MATCH + told))}


def test_people_of_unknown_standing_meet_in_news_of_public_affairs(reader):
    told = "Ann Roe met with Joe Oni in Togo."
    assert ("meeting", told) in kinds(reader.read("Chad accused Kenya of an attack on its army. " + told))


def test_agreement_between_firms_is_business_in_any_article(reader):
    assert not reader.read("Acme Tool Corp signed an agreement with Orbit Mills Plc.").reports


@pytest.mark.parametrize(
    ("told", "sector"),
    [
        ("President Ann Roe will retire.", "BUS"),
        ("Ann Roe, senior vice president, will retire.", "BUS"),
        ("Chairman Ann Roe will retire. Roe is 60.", "BUS"),
        ("Kenyan President Ann Roe bought shares.", "GOV"),
        ("Finance ministry director Ann Roe bought shares.", "GOV"),
        ("Orbit Union Corp Ltd chairman Ann Roe bought shares.", "BUS"),
    ],
)
def test_post_that_firms_have_too_is_of_a_firm_in_news_of_business(reader, told, sector):
    assert sector_of(reader.read(FIRM + told), "Roe") == {sector}


def test_post_of_firms_alone_is_of_business_anywhere(reader):
    assert sector_of(reader.read("Managing director Ann Roe flew to Chad."), "Roe") == {"BUS"}
    assert sector_of(reader.read("Ann Roe, vice president at Acme Tool Corp, flew to Chad."), "Roe") == {"BUS"}
    assert sector_of(reader.read("Peruvian vice president Ann Roe flew to Chad."), "Roe") == {"GOV"}
    assert sector_of(reader.read("IMF managing director Ann Roe flew to Chad."), "Roe") == {"IGO"}


def test_explanation_says_that_an_act_is_no_public_affair(reader):
    told = explain(reader, FIRM + "Chairman Ann Roe told a news conference that orders were firm.").triggers
    assert "among firms or private people, no public affair" in {trigger.rejected for trigger in told}


def test_cast_with_more_mentions_is_of_the_same_field():
    assert Cast((), (), "leisure").joined(()).field == "leisure"


def test_article_that_names_many_politicians_is_no_news_of_sport(reader):
    text = "The game is on. The coach said so. The season is long. " + "The senator agreed. The deputy agreed. " * 3
    assert reader.analyse(text, None).cast.field is None


def test_article_that_names_states_but_nobody_in_office_is_news_of_sport(reader):
    text = "The game is on. The coach said so. The season is long. Kenya led. Chad and Peru and Togo lost. Kenya won."
    assert reader.analyse(text, None).cast.field == "leisure"
