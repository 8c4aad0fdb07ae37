"""What accounts of one event differ in, field by field, and what only one source has."""

from __future__ import annotations

import datetime
import math

import msgspec
import pytest

from communique.lexicon.outcomes import check_outcomes, load_outcomes
from communique.lexicon.quantities import check_quantities, load_quantities
from communique.linking import link
from communique.linking.details import Details
from newsroom import Told, Who, article

STORE = Who("Kari Store", "NOR", "Foreign Minister")
BAUER = Who("Lena Bauer", "DEU", "Foreign Minister")
SILVA = Who("Rui Silva", "PRT", "Foreign Minister")
TANAKA = Who("Aiko Tanaka", "JPN", "Foreign Minister")
NORWAY = Who("Norway", "NOR", type="state")
CHILE = Who("Chile", "CHL", type="state")
BERGEN = Who("villagers", "NOR", type="group", role="recipient", sector="CVL")


def event_of(*told):
    readings = [article(f"a{n}", "2021-03-09", one) for n, one in enumerate(told)]
    (event,) = link(readings, {}).events
    return event


def differing(*told):
    return {d.field: {account.value for account in d.values} for d in event_of(*told).disagreements}


def strike(tail, who=CHILE):
    return Told(
        f"{who.name} bombed villagers in Bergen{tail}",
        "airstrike",
        (who, BERGEN),
        "bombed",
        day="2021-03-08",
        place="Bergen",
    )


def met(tail, *who, kind="meeting"):
    names = " and ".join(w.name for w in who or (STORE, BAUER))
    return Told(f"{names} met in Oslo{tail}", kind, who or (STORE, BAUER), "met", day="2021-03-08", place="Oslo")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (", killing 14 people.", ", killing nine people.", {"killed": {"14", "nine"}}),
        (", killing 14 people.", ", killing at least nine people.", {}),
        (", killing about 100 people.", ". It killed 104 people.", {}),
        (", killing 14 people.", ". Nobody was killed.", {"killed": {"14", "Nobody was killed"}}),
        (", killing 14 people.", ". The death toll rose to 20.", {}),
        (", killing nine people.", ", killing three women and six children.", {}),
        (" and wounded 30.", ", killing 3 and wounding up to 20.", {"wounded": {"30", "up to 20"}}),
        (".", ", killing 14 people.", {}),
    ],
)
def test_accounts_differ_on_numbers_that_cannot_both_be_true(one, other, expected):
    assert differing(strike(one), strike(other)) == expected


def test_accounts_differ_though_a_third_leaves_a_number_open():
    tolls = (", killing eight people.", ", killing 19 people.", ", killing eight women and an imam.")
    assert differing(*map(strike, tolls)) == {"killed": {"eight", "19"}}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (" and agreed on quotas.", " but failed to agree.", {"outcome": {"agreement", "no agreement"}}),
        (" and agreed on quotas.", " and reached a deal.", {}),
        (" at the request of the German side.", " at Norway's request.", {"initiative": {"DEU", "NOR"}}),
        (" at the request of the German side.", " at the initiative of Germany.", {}),
        ("; the meeting was requested by Berlin.", " at the request of Norway.", {"initiative": {"DEU", "NOR"}}),
        ("; the meeting was requested by doctors.", " at the request of Norway.", {}),
        (". Berlin had asked for the talks.", " at the suggestion of Oslo.", {"initiative": {"DEU", "NOR"}}),
        (" in talks that Berlin had proposed.", " at the behest of Norway.", {"initiative": {"DEU", "NOR"}}),
        (
            ". The talks brought no agreement on quotas.",
            ". They shook hands on a deal.",
            {"outcome": {"agreement", "no agreement"}},
        ),
        (" and left with a deal in hand.", ". The talks yielded nothing.", {"outcome": {"agreement", "no agreement"}}),
        (". The talks fell apart.", " but left empty-handed.", {}),
        ("; the meeting was requested by Germany on Monday.", " at Norway's request.", {"initiative": {"DEU", "NOR"}}),
        (". Norway had sought the meeting.", " at Norway's request.", {}),
        ("; it was Berlin that asked for Monday's talks.", " at Norway's request.", {"initiative": {"DEU", "NOR"}}),
        ("; it was Berlin that asked for Monday's paper.", " at Norway's request.", {}),
        (" and came to terms.", " but could not bridge their differences.", {"outcome": {"agreement", "no agreement"}}),
        (" in order to reach an agreement.", " but failed to agree.", {}),
        (" and agreed to reopen the border.", " without a deal.", {"outcome": {"agreement", "no agreement"}}),
        (" and agreed to meet again.", " without a deal.", {}),
    ],
)
def test_accounts_differ_on_outcome_and_on_who_asked_for_it(one, other, expected):
    assert differing(met(one), met(other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("for two hours", "for 120 minutes", set()),
        ("for two hours", "for three hours", {"two hours", "three hours"}),
        ("for more than two hours", "for three hours", set()),
        ("for several hours", "for five hours", set()),
        ("for several hours", "for an hour", {"several hours", "an hour"}),
        ("on Monday. The conversation went on for four hours", "for an hour", {"four hours", "an hour"}),
        ("on Monday. The war lasted four years", "for an hour", set()),
        ("on Monday. They talked for just 40 minutes", "for an hour", {"40 minutes", "an hour"}),
        ("on Monday; the talks were over after barely two hours", "for an hour", {"two hours", "an hour"}),
        ("on Monday during a three-day visit", "for an hour", set()),
        ("on Monday in talks lasting three hours", "for an hour", {"three hours", "an hour"}),
        ("on Monday and they spoke for 40 minutes", "for an hour", {"40 minutes", "an hour"}),
        ("on Monday. The talks ended after three hours", "for an hour", {"three hours", "an hour"}),
        ("on Monday. A bus ride ended after three hours", "for an hour", set()),
    ],
)
def test_accounts_differ_on_lengths_that_cannot_both_be_true(reader, one, other, expected):
    day = datetime.date(2021, 3, 9)
    texts = (f"Norway's foreign minister met his German counterpart in Oslo {how}." for how in (one, other))
    event, *_ = link([reader.read(text, published=day) for text in texts], {}).events
    assert {account.value for d in event.disagreements if d.field == "duration" for account in d.values} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad and Sudan agreed on a ceasefire of three days on Tuesday.", ["three days"]),
        ("Chad and Sudan agreed to a truce lasting 48 hours.", ["48 hours"]),
        ("Chad and Sudan agreed to a truce after three days of fighting.", []),
        ("The Finnish president arrived in Riga on Monday for a stay of four days.", ["four days"]),
        ("The Finnish president arrived in Riga on Monday. The visit will last four days.", ["last four days"]),
        ("The Finnish president arrived in Riga on Monday and will stay four days.", ["four days"]),
        ("The Finnish president arrived in Riga on Monday. His dog is four days old.", []),
    ],
)
def test_accounts_give_the_length_of_what_they_tell(reader, text, expected):
    reading = reader.read(text, published=datetime.date(2021, 3, 9))
    assert [d.value for d in Details(reading).of(reading.reports[0]) if d.field == "duration"] == expected


def test_accounts_differ_on_who_took_part():
    one, other = met(".", STORE, BAUER, SILVA, kind="conference"), met(".", STORE, BAUER, TANAKA, kind="conference")
    assert differing(one, other) == {"actor": {"Rui Silva", "Aiko Tanaka"}}


def test_accounts_differ_on_one_of_many_who_took_part():
    found = differing(met(".", STORE, BAUER, SILVA), met(".", STORE, BAUER, TANAKA))
    assert found == {"actor": {"Rui Silva", "Aiko Tanaka"}}


@pytest.mark.parametrize(
    ("place", "events"),
    [("Geneva", 1), ("Oslo", 2)],  # a state sends one of its own, but a guest may meet several of a host's
)
def test_accounts_differ_on_whom_a_state_sent(place, events):
    premier = Who("Jon Dahl", "NOR", "Prime Minister")
    told = [
        Told(f"{w.name} met Rui Silva in {place}.", "meeting", (w, SILVA), "met", day="2021-03-08", place=place)
        for w in (STORE, premier)
    ]
    assert len(link([article(f"a{n}", "2021-03-09", one) for n, one in enumerate(told)], {}).events) == events


@pytest.mark.parametrize(("day", "events"), [("2021-03-10", 1), ("2021-03-20", 2)])
def test_accounts_of_one_time_differ_on_the_day(day, events):
    told = [
        Told("Kari Store met Lena Bauer in Oslo.", "meeting", (STORE, BAUER), "met", day=d, place="Oslo")
        for d in ("2021-03-08", day)
    ]
    assert len(link([article(f"a{n}", "2021-03-11", one) for n, one in enumerate(told)], {}).events) == events


@pytest.mark.parametrize(
    ("published", "fields"),
    [("2021-03-09", {"status"}), ("2021-03-05", set())],  # what was called off before may have been taken up again
)
@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_accounts_differ_on_whether_what_was_called_off_took_place(status, published, fields):
    off = Told(
        "Kari Store and Lena Bauer called off their talks in Oslo.",
        "meeting",
        (STORE, BAUER),
        "talks",
        status=status,
        place="Oslo",
    )
    readings = [article("a", published, off), article("b", "2021-03-09", met("."))]
    (event,) = link(readings, {}).events
    assert {d.field for d in event.disagreements} == fields


def test_accounts_differ_on_who_began_a_fight():
    one = met(". Norway fired first.", NORWAY, CHILE, kind="clash")
    other = met(". The shooting was started by Chile.", NORWAY, CHILE, kind="clash")
    assert differing(one, other) == {"initiative": {"NOR", "CHL"}}


@pytest.mark.parametrize(("number", "events"), [("six hostages", 1), ("six soldiers", 2)])
def test_accounts_differ_on_how_many_it_befell(number, events):
    told = [
        Told(
            f"Chile freed {name}.",
            "release",
            (CHILE, Who(name, None, type="group", role="recipient", sector="CRM" if "hostages" in name else "MIL")),
            "freed",
            day="2021-03-08",
        )
        for name in ("four hostages", number)
    ]
    assert len(link([article(f"a{n}", "2021-03-09", one) for n, one in enumerate(told)], {}).events) == events


def test_accounts_blame_different_sides_for_one_attack_in_one_town_on_one_day():
    assert differing(strike("."), strike(".", Who("Japan", "JPN", type="state"))) == {"actor": {"Chile", "Japan"}}


@pytest.mark.parametrize(
    ("sector", "place", "events"), [("REB", "Bergen", [1]), ("COP", "Bergen", [1, "actor"]), ("REB", None, [2])]
)
def test_accounts_of_gunmen_are_of_one_attack_where_place_and_day_agree(sector, place, events):
    """Common nouns of one sort contradict nobody, but tell nothing apart either."""
    villagers = Who("villagers", None, type="group", role="recipient", sector="CVL")
    told = [
        Told(
            f"{name} attacked villagers in Bergen.",
            "attack",
            (who, villagers),
            "attacked",
            day="2021-03-08",
            place=place,
        )
        for name, who in (
            ("Gunmen", Who("Gunmen", None, type="group", sector="UAF")),
            ("Some rebels", Who("rebels", None, type="group", sector=sector)),
        )
    ]
    linked = link([article(f"a{n}", "2021-03-09", one) for n, one in enumerate(told)], {}).events
    assert [len(linked), *(d.field for event in linked for d in event.disagreements)] == events


def test_accounts_of_a_raid_and_of_those_it_killed_are_of_one_event():
    city = Who("Bergen", "NOR", type="place", role="recipient", sector=None)
    dead = Who("14 people", None, type="group", role="recipient", sector="CVL")
    raid = Told("Chile bombed Bergen.", "airstrike", (CHILE, city), "bombed", day="2021-03-08", place="Bergen")
    killing = Told("Chile killed 14 people.", "attack", (CHILE, dead), "killed", day="2021-03-08")
    readings = [article("a", "2021-03-09", raid, killing), article("b", "2021-03-09", killing)]
    (event,) = link(readings, {}).events
    assert len(event.reports) == 3


def test_accounts_of_attacks_by_different_sides_elsewhere_are_of_two_events():
    other = Told(
        "Japan bombed villagers.", "airstrike", (Who("Japan", "JPN", type="state"), BERGEN), "bombed", day="2021-03-08"
    )
    readings = [article("a", "2021-03-09", strike(".")), article("b", "2021-03-09", other)]
    assert len(link(readings, {}).events) == 2


def test_an_article_that_tells_of_two_attacks_is_not_at_odds_with_itself():
    japan = Who("Japan", "JPN", type="state")
    readings = [article("a", "2021-03-09", strike("."), strike(" as well.", japan))]
    assert len(link(readings, {}).events) == 2


def test_accounts_show_what_only_one_source_has():
    event = event_of(met("."), met(" and agreed on quotas.", STORE, BAUER, SILVA, kind="conference"))
    assert {(sole.field, sole.value, sole.articles) for sole in event.sole} == {
        ("outcome", "agreement", ("a1",)),
        ("participant", "Rui Silva", ("a1",)),
    }


def test_accounts_of_one_source_show_nothing_that_only_one_has():
    assert event_of(met(" and agreed on quotas.")).sole == ()


def test_quantities_and_outcomes_pass_their_examples():
    assert [*check_quantities(load_quantities()), *check_outcomes(load_outcomes())] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 12-year-old was killed.", []),
        ("Killing two policemen and three bystanders.", [("killed", 5)]),
        ("Killing two policemen and a bystander.", [("killed", 2)]),
        ("Five people died and 12 were wounded.", [("killed", 5), ("wounded", 12)]),
        ("It left two dozen dead.", [("killed", 24)]),
        ("Some 90% of those killed were soldiers.", []),
    ],
)
def test_quantities_are_those_that_a_word_counts(text, expected):
    assert [(q.field, q.low) for q in load_quantities().find(text, "attack")] == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("attack", "The death toll from Chad's raid on Bol, a port, stands at nine.", ("killed", 9, 9)),
        ("attack", "The number of dead after the blast in Bol has climbed to 13.", ("killed", 0, 13)),
        ("attack", "Medics recovered six bodies.", ("killed", 6, 6)),
        ("attack", "The bombing cost the lives of eight people.", ("killed", 8, 8)),
        ("attack", "Twenty people were taken to hospital.", ("wounded", 20, 20)),
        ("attack", "Dozens of villagers were killed.", ("killed", 12, math.inf)),
        ("arrest", "Police took 19 men into custody.", ("arrested", 19, 19)),
        ("arrest", "Police led 80 marchers away.", ("arrested", 80, 80)),
        ("arrest", "Gunmen took seven workers hostage.", ("arrested", 7, 7)),
        ("release", "The rebels let three nurses go.", ("released", 3, 3)),
        ("release", "Rebels freed all three monks.", ("released", 3, 3)),
        ("evacuation", "Jordan flew 120 people out of Sudan.", ("evacuated", 120, 120)),
        ("protest", "The march drew 20,000 people.", ("protesters", 20_000, 20_000)),
        ("protest", "Police put the crowd at 20,000.", ("protesters", 20_000, 20_000)),
        ("protest", "20,000 marched through Lima.", ("protesters", 20_000, 20_000)),
        ("deployment", "Romania deployed a 500-strong force.", ("troops", 500, 500)),
        ("sanction", "Canada froze the assets of 12 officials.", ("sanctioned", 12, 12)),
        ("weapons test", "Pyongyang launched a pair of missiles.", ("weapons", 2, 2)),
        ("promise", "The EU promised aid worth €25m.", ("euros", 25e6, 25e6)),
        ("promise", "Japan pledged half a billion dollars.", ("dollars", 5e8, 5e8)),
        ("promise", "Japan pledged one and a half billion dollars.", ("dollars", 15e8, 15e8)),
        ("promise", "Japan gave a 2-million-dollar grant.", ("dollars", 2e6, 2e6)),
    ],
)
def test_quantities_are_told_in_many_words(kind, text, expected):
    assert [(q.field, q.low, q.high) for q in load_quantities().find(text, kind)] == [expected]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("attack", "A killed 12-year-old was buried."),
        ("attack", "The pair killed a guard."),
        ("attack", "An army of 2 million men attacked the town."),
        ("aid", "Norway sent 25 m of rope."),
        ("weapons test", "It was the second missile test of the 20 planned."),
    ],
)
def test_quantities_are_not_every_number(kind, text):
    assert not list(load_quantities().find(text, kind))


def test_a_day_is_no_number_of_dead(reader):
    reading = reader.read("Chilean airstrikes on Lima on May 2 killed 14 people.", published=datetime.date(2021, 5, 3))
    found = [detail.value for report in reading.reports for detail in Details(reading).of(report)]
    assert found == ["14"]


def inferring(day, published):
    """A reading whose article tells of the meeting without a day, which is inferred."""
    reading = article(
        f"b-{published}", published, Told("Kari Store and Lena Bauer met.", "meeting", (STORE, BAUER), "met", day=day)
    )
    (report,) = reading.reports
    end = datetime.date.fromisoformat(published)
    assert report.time is not None
    time = msgspec.structs.replace(report.time, end=end, inferred=True)
    return msgspec.structs.replace(reading, reports=(msgspec.structs.replace(report, time=time),))


def stating(day, published="2021-03-20"):
    return article(
        f"a-{day}", published, Told("Kari Store and Lena Bauer met.", "meeting", (STORE, BAUER), "met", day=day)
    )


def test_accounts_state_a_day_before_any_is_inferred():
    (event,) = link([inferring("2021-03-18", "2021-03-19"), stating("2021-03-17")], {}).events
    assert (str(event.time.start), event.time.inferred) == ("2021-03-17", False)
    assert not event.disagreements


def test_accounts_infer_a_day_from_the_first_article():
    (event,) = link([inferring("2021-03-19", "2021-03-20"), inferring("2021-03-18", "2021-03-19")], {}).events
    assert (str(event.time.start), str(event.time.end), event.time.inferred) == ("2021-03-18", "2021-03-19", True)
    assert event.told_time is None
    assert not event.disagreements
    assert not event.sole


def events_in(reader, *texts, published="2021-03-09"):
    day = datetime.date.fromisoformat(published)
    return [*link([reader.read(text, published=day) for text in texts], {}).events]


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        ("met Rui Silva in Oslo on Monday to talk about salmon", "met Rui Silva in Oslo on Monday about salmon", 1),
        ("met Rui Silva in Oslo on Monday to talk about salmon", "met Rui Silva in Oslo on Monday about visas", 2),
    ],
)
def test_accounts_differ_on_who_met_a_guest_about_one_matter(one, other, events):
    told = [
        Told(f"{w.name} {tail}.", "meeting", (w, SILVA), "met", day="2021-03-08", place="Oslo")
        for w, tail in ((STORE, one), (Who("Jon Dahl", "NOR", "Prime Minister"), other))
    ]
    assert len(link([article(f"a{n}", "2021-03-09", one) for n, one in enumerate(told)], {}).events) == events


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        (" about salmon", " on salmon", 1),
        (" about salmon", "", 1),
        (" about salmon", " about visas", 2),
        ("", "", 2),
    ],
)
def test_accounts_differ_on_the_place_of_one_matter(one, other, events):
    told = [
        Told(f"Kari Store met Lena Bauer in {p}{t}.", "meeting", (STORE, BAUER), "met", day="2021-03-08", place=p)
        for p, t in (("Oslo", one), ("Bergen", other))
    ]
    assert len(link([article(f"a{n}", "2021-03-09", one) for n, one in enumerate(told)], {}).events) == events


def test_accounts_differ_on_the_state_in_which_two_persons_met_one_day():
    told = [
        Told(f"Kari Store met Lena Bauer in {place}.", "meeting", (STORE, BAUER), "met", day="2021-03-08", place=place)
        for place in ("Oslo", "Geneva")
    ]
    (event,) = link([article(f"a{n}", "2021-03-09", one) for n, one in enumerate(told)], {}).events
    assert [disagreement.field for disagreement in event.disagreements] == ["place"]


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        ("Japan promised Nepal aid of 30 million dollars on Monday.", "Japan will give Nepal $30 million in aid.", 1),
        ("Japan promised Nepal a loan on Monday.", "Japan pledged a loan to Nepal on Monday.", 1),
        ("Japan promised Nepal a stadium in May.", "Japan promised to free Nepal's sailors.", 2),
    ],
)
def test_a_promise_of_aid_and_aid_to_come_are_one(reader, one, other, events):
    assert len(events_in(reader, one, other)) == events


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        ("Rebels in Mali freed three nurses on Monday.", "Three nurses were freed in Mali on Monday.", 1),
        ("Rebels in Mali freed three nurses on Monday.", "Four drivers were freed in Mali on Monday.", 2),
        ("A bomb killed 20 people in Oslo on Friday.", "A bomb killed 20 people in Oslo on Saturday.", 1),
        ("A bomb killed 20 people in Oslo on Thursday.", "A bomb killed 20 people in Bergen on Saturday.", 2),
    ],
)
def test_people_of_one_number_and_name_are_the_same(reader, one, other, events):
    assert len(events_in(reader, one, other)) == events


def test_accounts_differ_on_two_towns_of_which_one_is_listed_as_a_division(reader):
    told = [
        f"Kenya and Tanzania signed an agreement on railways in {town} on Monday." for town in ("Nairobi", "Mombasa")
    ]
    (event,) = events_in(reader, *told)
    assert {d.field for d in event.disagreements} == {"place"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Polish president received the Lithuanian prime minister in Warsaw.", ["visit", "meeting"]),
        ("The Omani foreign minister was received by the Kuwaiti premier.", ["visit", "meeting"]),
        ("The Polish president received the Lithuanian prime minister for talks.", ["visit", "meeting"]),
        ("Kuwait received the Norwegian foreign minister on Monday.", ["visit"]),
        ("The Norwegian foreign minister received a letter.", []),
    ],
)
def test_who_receives_a_guest_in_person_meets_him(reader, text, kinds):
    assert [r.kind for r in reader.read(text, published=datetime.date(2021, 3, 9)).reports] == kinds


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Chad's minister held talks with Peru's President Ana Quiso in Lima on Monday.", "Lima"),
        ("The government of Chad signed a peace accord with rebel leaders in Doha on Thursday.", "Doha"),
        ("Chad's president spoke by telephone with the Peruvian envoy in Doha on Thursday.", None),
        ("Myanmar's air force bombed Lashio on Monday.", "Lashio"),
    ],
)
def test_accounts_give_the_place_where_both_sides_are(reader, text, place):
    report = reader.read(text, published=datetime.date(2021, 3, 9)).reports[0]
    assert (report.place and report.place.name) == place
