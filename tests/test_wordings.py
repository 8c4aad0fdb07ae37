"""Wordings of one act that differ in syntax: the same participants must be found in each."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "kind", "countries"),
    [
        # two verbs that share an object
        ("Ghana trained and equipped the Togolese coastguard.", "aid", {"GHA", "TGO"}),
        # who is told something at a meeting
        (
            "At a meeting in Rome on Friday, the Norwegian minister told his Cuban counterpart that it was late.",
            "meeting",
            {"NOR", "CUB"},
        ),
        # "with" behind what they talk about
        (
            "The Danish foreign minister exchanged views on fishing with her Icelandic colleague.",
            "meeting",
            {"DNK", "ISL"},
        ),
        # whose thing is refused
        ("Serbia said it would never recognise Kosovo's independence.", "refusal", {"SRB", "XKX"}),
        # a capital that is attacked in words
        ("Beijing lashed out at Tokyo over the release of the water.", "condemnation", {"CHN", "JPN"}),
    ],
)
def test_wordings_have_the_same_participants(reader, text, kind, countries):
    found = [{p.country for p in r.participants} for r in reader.read(text).reports if r.kind == kind]
    assert countries in found


@pytest.mark.parametrize(
    "text",
    [
        "At a meeting in Rome with bankers, the Norwegian minister told Cuban reporters that it was late.",
        "The Danish foreign minister has views on the war with Chad.",
    ],
)
def test_wordings_of_something_else_give_no_meeting_of_two_states(reader, text):
    found = [{p.country for p in r.participants if p.country} for r in reader.read(text).reports if r.kind == "meeting"]
    assert all(len(countries) < 2 for countries in found)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "others"),
    [
        # a vote for a text says what the text says
        ("Iraqi lawmakers voted for a motion urging Iran to leave.", "appeal", {"IRQ"}, {"IRN"}),
        # what somebody is given stays the object of a passive
        ("An Eritrean pilot was granted asylum by Italy.", "aid", {"ITA"}, {"ERI"}),
        ("Kenya was given a loan of five million dollars by Norway.", "aid", {"NOR"}, {"KEN"}),
        # a number counts what is behind its "of"
        ("The Kenyan opposition party won 81 of the 166 seats in the poll.", "election", {"KEN"}, set()),
        # an election with a day of its own took place
        ("After last month's Maltese general election, the mood was grim.", "election", {"MLT"}, set()),
        # under an agreement acts one of its sides
        ("Under a deal with Turkey, Greece will take back the migrants.", "agreement", {"TUR", "GRC"}, set()),
        # one of those who do it
        ("Switzerland was among the first states to recognise Kosovo.", "recognition", {"CHE"}, {"XKX"}),
        ("Switzerland was one of the first states to recognise Kosovo.", "recognition", {"CHE"}, {"XKX"}),
        # what somebody cannot do is refused
        ("Japan said it could not accept the Russian decision.", "refusal", {"JPN"}, {"RUS"}),
        # a body with the name of its state before it, and a national society
        ("Russia's Investigative Committee accused Ukraine of sabotage.", "accusation", {"RUS"}, {"UKR"}),
        ("Canada donated ten million dollars to the Lebanese Red Cross.", "aid", {"CAN"}, {"LBN"}),
        # a place by the adjective of its state
        ("Eritrean soldiers left the Ethiopian towns of Shire and Axum.", "withdrawal", {"ERI"}, {"ETH"}),
        # a preposition behind the last of several objects
        ("China sent warplanes and nine ships towards Taiwan.", "deployment", {"CHN"}, {"TWN"}),
        # "his country" is that of who speaks
        ("India's premier said on Monday that his country stood with Israel.", "praise", {"IND"}, {"ISR"}),
        # thousands of whom nothing else is said
        ("Tens of thousands marched in Mexico City against the reform.", "protest", {"MEX"}, set()),
        # "those" who are told of in a clause
        ("The Georgian authorities released those detained at the rally.", "release", {"GEO"}, set()),
        # those whom it is done to in an infinitive
        ("Kenyan police fired tear gas to disperse Ugandan students.", "restriction", {"KEN"}, {"UGA"}),
    ],
)
def test_wordings_tell_who_does_it_to_whom(reader, text, kind, actors, others):
    found = [
        (
            {p.country for p in r.participants if p.role == "actor"},
            {p.country for p in r.participants if p.role != "actor"},
        )
        for r in reader.read(text).reports
        if r.kind == kind
    ]
    assert (actors, others) in found
