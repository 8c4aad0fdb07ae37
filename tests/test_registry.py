"""The registry of actors: which names of different articles are of one person, body or office."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.linking import actors as registering
from communique.linking.profiles import is_proper, profiles_of
from communique.records import Mention, Reading, Span, digest
from newsroom import day


def article(name: str, *who: tuple, published=None) -> Reading:
    """An article of one line a mention: (words, name, country, office), (…, sector) and (…, type) if they matter."""
    text, mentions = "", []
    for words, called, country, office, *more in who:
        sector, kind = (*more, *("GOV", "person")[len(more) :])
        start = len(text)
        text += f"{words}\n"
        actor = f"org:{called.lower()}" if kind == "known" else digest("actor", name, called, country)
        mentions.append(
            Mention(
                actor=actor, name=called, type="organisation" if kind == "known" else kind, country=country,
                sector=sector, office=office, span=Span(start, start + len(words), words),
            )
        )  # fmt: skip
    return Reading(
        id=name,
        language="en",
        published=published,
        published_basis=None,
        title=None,
        text=text,
        mentions=tuple(mentions),
    )


def named(called: str, country: str | None = "NOR", office: str | None = None, *more) -> tuple:
    return called, called, country, office, *more


def find_actors(readings):
    return registering.find_actors(profile for reading in readings for profile in profiles_of(reading))


def registry(*who: tuple) -> list[set[str]]:
    """The names of each actor, each of the mentions in an article of its own."""
    actors, _ = find_actors([article(f"a{n}", one) for n, one in enumerate(who)])
    return sorted(({*actor.names} for actor in actors), key=sorted)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("Sergey Petrenko"), named("Sergei Petrenko")),
        (named("José Núñez"), named("Jose Nunez", None)),
        (named("Kari Lundstrom"), named("Kari Lundsrom")),
        (named("Kari A. Lundstrom"), named("Kari Lundstrom")),
        (named("K. Lundstrom"), named("Kari Lundstrom")),
        (named("Kari Lundstrom"), named("Lundstrom")),
        (named("Kari Lundstrom"), named("Lundstrom", None)),
        (named("Pak Yong Ho", "PRK"), named("Pak", "PRK")),
        (named("Pak Yong Ho", None), named("Yong-Ho Pak", None)),
        (named("William Lundstrom"), named("Bill Lundstrom")),
        (named("William Lundstrom"), named("Bill Lundstrom", None)),
    ],
)
def test_registry_joins_spellings_and_short_forms_of_a_person(one, other):
    assert registry(one, other) == [{one[1], other[1]}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("Kari Lundstrom"), named("Tora Lundstrom")),
        (named("Kari Lundstrom"), named("Kari Lundstrom", "SWE")),
        (named("Kari Lundstrom", None, None, "GOV"), named("Kari Lundstrom", None, None, "BUS")),
        (named("Kari Lundstrom"), named("Kari Lundsrom", None)),
        (named("Kari Lundstrom"), named("Lundstrom", "SWE")),
        (named("Pak Yong Ho", "PRK"), named("Pak Yong Su", "PRK")),
        (named("Kari Lundstrom", None), named("Kari", None)),
    ],
)
def test_registry_keeps_different_persons_apart(one, other):
    assert len(registry(one, other)) == 2


def test_registry_gives_a_bare_surname_to_one_of_several_only_by_office():
    kari, tora = named("Kari Lundstrom", "NOR", "Foreign Minister"), named("Tora Lundstrom", "NOR", "Judge")
    assert {"Kari Lundstrom", "Lundstrom"} in registry(kari, tora, named("Lundstrom", "NOR", "Foreign Minister"))
    assert {"Lundstrom"} in registry(kari, tora, named("Lundstrom", "NOR"))
    assert {"Lundstrom"} in registry(kari, tora, named("Lundstrom", None))


def test_registry_does_not_join_two_middle_names_through_a_name_without():
    found = registry(named("Kari Anne Lundstrom"), named("Kari Lundstrom"), named("Kari Berit Lundstrom"))
    assert {"Kari Anne Lundstrom", "Kari Berit Lundstrom"} not in found
    assert not any({"Kari Anne Lundstrom", "Kari Berit Lundstrom"} <= names for names in found)


def test_registry_takes_names_as_mentions_have_them_and_shows_an_office_by_the_words_that_give_it():
    said = [("Norwegian Foreign Minister Kari Lundsrom", "Kari Lundsrom"), *[("Kari Lundstrom", "Kari Lundstrom")] * 2]
    read = article("a", *[(words, called, "NOR", "Foreign Minister") for words, called in said])
    one = read.mentions[0].actor
    read = msgspec.structs.replace(read, mentions=[msgspec.structs.replace(m, actor=one) for m in read.mentions])
    (actor,), _ = find_actors([read])
    assert actor.name == "Kari Lundstrom"
    assert set(actor.names) == {"Kari Lundstrom", "Kari Lundsrom"}
    (office,) = actor.offices
    assert (office.office, office.of) == ("Foreign Minister", "NOR")
    assert [evidence.span.text for evidence in office.evidence] == ["Norwegian Foreign Minister Kari Lundsrom"]


def test_registry_dates_offices_by_the_articles_that_give_them():
    import datetime

    days = [datetime.date(2021, 3, day) for day in (9, 2, 5)]
    readings = [article(f"a{day}", named("Kari Lundstrom", "NOR", "Judge"), published=day) for day in days]
    (actor,), actor_of = find_actors(readings)
    assert (actor.offices[0].start, actor.offices[0].end) == (days[1], days[0])
    assert actor.mentions == 3
    assert set(actor_of.values()) == {actor.id}
    assert actor.id == digest("actor", f"a{days[1]}", "Kari Lundstrom", "NOR")


def test_registry_joins_unnamed_holders_of_an_office_of_one_state_only():
    def holder(words, country):
        return words, words, country, "Foreign Minister"

    assert registry(holder("the foreign minister", "NOR"), holder("Foreign minister", "NOR")) == [{"foreign minister"}]
    assert len(registry(holder("the foreign minister", "NOR"), holder("the foreign minister", "SWE"))) == 2
    assert len(registry(holder("the foreign minister", None), holder("the foreign minister", None))) == 2


def test_registry_joins_bodies_by_name_and_common_nouns_never():
    body = ("Fisheries Board", "Fisheries Board", None, None, "GOV", "organisation")
    police = ("police", "police", None, None, "COP", "organisation")
    assert len(registry(body, body)) == 1
    assert len(registry(body, (*body[:2], "NOR", *body[3:]))) == 1
    assert len(registry(police, police)) == 2


def test_registry_keeps_no_common_noun_beside_a_fuller_name():
    first = article("a", named("spokesman for the port"), named("port official"))
    reading = msgspec.structs.replace(
        first, mentions=tuple(msgspec.structs.replace(m, actor="same") for m in first.mentions)
    )
    bare = msgspec.structs.replace(reading.mentions[0], name="spokesman")
    reading = msgspec.structs.replace(reading, mentions=(*reading.mentions, bare))
    (actor,), _ = find_actors([reading])
    assert set(actor.names) == {"spokesman for the port", "port official"}


def test_registry_makes_a_person_of_a_body_with_a_persons_full_name():
    person = ("Ola Nordvik", "Ola Nordvik", "NOR", "Foreign Minister", "GOV", "person")
    misread = ("Ola Nordvik", "Ola Nordvik", None, None, None, "organisation")
    assert len(registry(person, misread)) == 1
    assert len(registry(person, ("Nordvik Board", "Nordvik Board", None, None, None, "organisation"))) == 2


def test_registry_keeps_ids_of_known_organisations_and_collects_their_names():
    known = ("the Northern Fisheries Union", "NFU", None, None, "IGO", "known")
    (actor,), actor_of = find_actors([article("a", known), article("b", ("NFU", "NFU", None, None, "IGO", "known"))])
    assert actor.id == "org:nfu"
    assert set(actor.names) == {"NFU", "Northern Fisheries Union"}
    assert set(actor_of.values()) == {"org:nfu"}


NAMES = st.sampled_from(
    [
        named(called, country, office)
        for called in (
            "Kari Lundstrom",
            "Kari Lundsrom",
            "Lundstrom",
            "Tora Lundstrom",
            "K. Lundstrom",
            "Kari A. Lundstrom",
        )
        for country in ("NOR", "SWE", None)
        for office in ("Judge", None)
    ]
)


@given(st.lists(st.lists(NAMES, min_size=1, max_size=3), max_size=8), st.randoms())
def test_registry_does_not_depend_on_the_order_of_articles(mentions, random):
    readings = [article(f"a{n}", *dict.fromkeys(who)) for n, who in enumerate(mentions)]
    actors, actor_of = find_actors(readings)
    assert find_actors(random.sample(readings, len(readings))) == (actors, actor_of)
    assert set(actor_of.values()) == {actor.id for actor in actors}
    assert sum(actor.mentions for actor in actors) == sum(len(reading.mentions) for reading in readings)
    for actor in actors:
        assert len({name.split()[0][0] for name in actor.names if len(name.split()) > 1}) <= 1


@pytest.mark.parametrize(
    ("name", "offices", "expected"),
    [
        ("Tora Lunde", (), True),
        ("Foreign Minister", ("Foreign Minister",), False),
        ("the judge", (), False),
        ("", (), False),
    ],
)
def test_is_proper_tells_names_from_titles(name, offices, expected):
    assert is_proper(name, offices) is expected


def test_registry_takes_no_town_for_a_name_of_its_state(reader):
    read = reader.read("Chadian rebels shelled the city of Bergen. Norway condemned the attack.")
    assert [p.name for report in read.reports for p in report.participants if p.type == "place"] == ["Bergen"]
    (state,) = [profile for profile in profiles_of(read) if profile.id == "state:NOR"]
    assert "Norway" in dict(state.names)
    assert "Bergen" not in dict(state.names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("Omar al-Karim", "SYR", "President"), named("Omar al-Karim", None, "President")),
        (named("Omar al-Karim", "SYR", "President"), ("Karim", "Karim", "SYR", None)),
        (named("Kenji Morita", "JPN", "Trade Minister"), named("Morita Kenji", None, "Trade Minister")),
        (named("Mitchell Roe", None, "Governor"), named("Mitch Roe", None, "Governor")),
        (named("Walter Kane", None, "President", "ELI"), named("Walter Kane", None, None, "LEG")),
        (named("Ana Soler Reyes", "MEX", "President"), named("Soler Reyes", "MEX")),
        (named("Kane", None, "President"), ("President Kane", "Kane", None, "President")),
    ],
)
def test_registry_joins_persons_by_office_order_of_names_and_public_life(one, other):
    assert len(registry(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("Walter Kane", None, "Chairman", "BUS"), named("Walter Kane", None, "Judge", "JUD")),
        (named("Kane", None, "Chairman"), named("Kane", None, "Chairman")),
        (named("Pak Jong Su", "PRK"), named("Pak Yo Jin", "PRK")),
        (named("Mayor", "USA", "Mayor"), named("mayor", "USA", "Mayor")),  # there are many
        (
            named("the court", "USA", None, "JUD", "organisation"),
            named("the court", "USA", None, "JUD", "organisation"),
        ),
    ],
)
def test_registry_keeps_apart_who_may_be_two(one, other):
    assert len(registry(one, other)) == 2


def test_registry_gives_a_surname_alone_to_the_one_who_is_far_better_known():
    known = [named("Walter Kane", "USA", "President")] * 8
    assert {"Walter Kane", "Kane"} in registry(*known, named("Tora Kane", None), named("Kane", None))
    assert {"Kane"} in registry(*known[:3], named("Tora Kane", None), named("Kane", None))


def test_registry_joins_names_of_companies_and_acronyms():
    firm = ("Acme Tool Corp.", "Acme Tool Corp.", None, None, "BUS", "organisation")
    short = ("Acme Tool", "Acme Tool", None, None, None, "organisation")
    assert len(registry(firm, short)) == 1


def test_registry_dates_no_office_by_those_who_call_its_holder_a_former_one():
    import datetime

    def read(number, sector):
        day = datetime.date(2019, number, 1)
        return article(f"a{number}", named("Tora Lunde", "NOR", "President", sector), published=day)

    (actor,), _ = find_actors([read(1, "GOV"), read(2, "GOV"), read(5, "ELI"), read(6, "ELI"), read(7, "GOV")])
    (office,) = actor.offices
    assert (office.start, office.end) == (datetime.date(2019, 1, 1), datetime.date(2019, 2, 1))
    assert len(office.evidence) == 5


def test_registry_goes_by_most_articles_for_the_state_and_type_of_a_name():
    held = [named("Tora Lunde", "NOR", "President")] * 3
    assert registry(*held, named("Tora Lunde", "HKG", "President")) == [{"Tora Lunde"}]
    firm = ("Smith Harlow", "Smith Harlow", None, None)
    bodies = [(*firm[:4], None, "organisation")] * 2
    (actor,), _ = find_actors([article(f"a{n}", who) for n, who in enumerate([*bodies, firm])])
    assert actor.type == "organisation"


def test_registry_keeps_apart_what_one_word_may_mean():
    def firm(called):
        return called, called, None, None, "BUS", "organisation"

    found = registry(firm("Harlow Oil"), firm("Harlow Bank"), firm("Harlow"), firm("HARLOW"))
    assert sorted(map(len, found)) == [1, 1, 1, 1]
    assert len(registry(firm("Harlow Oil"), firm("Harlow"), firm("Harlow"))) == 2
    assert len(registry(firm("Harlow Oil"), firm("Harlow Bank"), firm("Harlow Ltd"), firm("Harlow"))) == 3
    assert len(registry(firm("Ministry of Foreign Affairs"), firm("Ministry of Foreign Affairs"))) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("U.S. Interstate Harvest Commission", "Interstate Harvest Commission", True),
        ("Roe, Soler and Co", "Roe Soler", True),
        ("Oslo-based Harlow Institute", "Harlow Institute", True),
        ("Rolls-Harlow Institute", "Harlow Institute", False),
        ("Barrow Bank plc", "Barrow Bank Plc", True),
        ("Department of Harvests", "Harvests Department", True),
        ("International Tea Organisation", "International Tea Organization", True),
        ("the Bureau", "the Bureau", False),  # each is one that its article names
    ],
)
def test_registry_knows_bodies_by_what_their_names_have_in_common(one, other, same):
    found = registry(*((name, name, None, None, None, "organisation") for name in (one, other)))
    assert (len(found) == 1) is same


def test_registry_keeps_parties_of_one_name_apart_without_a_state():
    party = ("Socialists", "Socialists", None, None, None, "organisation")
    assert len(registry(party, party)) == 2
    assert len(registry(*((*party[:2], "ESP", *party[3:]),) * 2)) == 1


def test_registry_leaves_out_what_describes_a_body():
    kinds = (None, None, None, "organisation")
    found = registry(("x", "ruling Harvest Party", *kinds), ("x", "Harvest Party", *kinds), ("x", "HPX", *kinds))
    assert found == [{"HPX"}, {"Harvest Party"}]


def test_registry_makes_a_body_of_a_word_that_most_articles_take_for_one():
    body, person = (("x", "Pictogram", None, None, None, kind) for kind in ("organisation", "person"))
    assert registry(body, body, body, person) == [{"Pictogram"}]


def registered(*dated: tuple) -> set[frozenset[str]]:
    """The names of each actor, each of the mentions in an article of its day."""
    actors, _ = find_actors([article(f"a{n}", who, published=day(on)) for n, (on, who) in enumerate(dated)])
    return {frozenset(actor.names) for actor in actors}


def body(called: str, country: str | None = None, sector: str | None = None) -> tuple:
    return called, called, country, None, sector, "organisation"


def test_registry_makes_a_person_of_an_unknown_body_with_the_surname_of_one_named_in_full():
    full = ("2023-03-01", named("Ilse Harmsdorf-Quade", "CAN"))
    assert registered(full, ("2023-03-03", body("Harmsdorf-Quade"))) == {
        frozenset({"Ilse Harmsdorf-Quade", "Harmsdorf-Quade"})
    }
    apart = {frozenset({"Ilse Harmsdorf-Quade"}), frozenset({"Harmsdorf-Quade"})}
    assert registered(full, ("2023-06-03", body("Harmsdorf-Quade"))) == apart
    assert registered(full, ("2023-03-03", body("Harmsdorf-Quade", None, "BUS"))) == apart
    assert registered(full, ("2023-03-03", body("HARMSDORF-QUADE"))) >= {frozenset({"Ilse Harmsdorf-Quade"})}


def test_registry_leaves_a_body_alone_whose_name_two_bear_or_another_body_begins_with():
    full, short = ("2023-03-01", named("Ilse Harmsdorf", "CAN")), ("2023-03-03", body("Harmsdorf"))
    assert frozenset({"Harmsdorf"}) in registered(full, short, ("2023-03-02", named("Otto Harmsdorf", "DEU")))
    assert frozenset({"Harmsdorf"}) in registered(full, short, ("2023-03-02", body("Harmsdorf Broadcasting")))


def test_registry_keeps_namesakes_of_different_decades_apart():
    envoy = ("1987-04-01", named("William Lundstrom", "NOR", "Ambassador"))
    others = [("1987-04-02", named("Tora Lundstrom")), ("2019-09-04", named("Bill Lundstrom", "NOR", "Sheriff"))]
    assert frozenset({"Bill Lundstrom"}) in registered(envoy, *others)
    assert registered(envoy, others[1]) == {frozenset({"William Lundstrom", "Bill Lundstrom"})}  # nobody else has it
    bare = ("2019-09-04", named("Lundstrom", None))
    assert registered(envoy, bare) == {frozenset({"William Lundstrom"}), frozenset({"Lundstrom"})}


def test_registry_takes_presidents_of_firms_with_two_spellings_for_two():
    one, other = (named(name, None, "President", "BUS") for name in ("James Lundstrom", "James Lundsrom"))
    assert len(registry(one, other)) == 2
    one, other = (named(name, None, "Foreign Minister") for name in ("James Lundstrom", "James Lundsrom"))
    assert len(registry(one, other)) == 1


def test_registry_leaves_courts_of_many_places_to_their_articles():
    assert (
        registry(body("U.S. District Court", "USA"), body("U.S. District Court", "USA"))
        == [{"U.S. District Court"}] * 2
    )
    assert registry(body("Supreme Court", "USA"), body("Supreme Court", "USA")) == [{"Supreme Court"}]


def test_registry_joins_a_word_alone_with_the_body_that_most_articles_call_so():
    def told(name: str, *called: str) -> Reading:
        read = article(name, *(body(one) for one in called), published=day("2023-03-01"))
        one = read.mentions[0].actor
        mentions = [msgspec.structs.replace(m, actor=one) for m in read.mentions]
        return msgspec.structs.replace(read, mentions=mentions)

    full = [told(name, "Quadex Rating Service", "Quadex") for name in ("a", "b")]
    assert [{*actor.names} for actor in find_actors([*full, told("c", "Quadex")])[0]] == [
        {"Quadex Rating Service", "Quadex"}
    ]
    assert len(find_actors([*full[:1], told("c", "Quadex")])[0]) == 2
    assert len(find_actors([*full, *(told(name, "Quadex") for name in "cde")])[0]) == 4 - 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Harlow Computer Inc", "Harlow Computer GmbH", False),
        ("Harlow Plc", "Harlow NV", False),
        ("Harlow Plc", "Harlow Inc", False),
        ("Harlow Computer Corp", "Harlow Computer Inc", True),  # news takes one for the other
        ("Harlow Plc", "Harlow Ltd", True),
        ("Harlow Computer Co", "Harlow Computer GmbH", False),
        ("Harlow Computer Co", "Harlow Computer Inc", True),  # the form in which it is called loosely
        ("Harlow Computer", "Harlow Computer AG", True),
    ],
)
def test_registry_takes_companies_of_two_legal_forms_for_parent_and_unit(one, other, same):
    assert (len(registry(body(one), body(other))) == 1) == same


def test_registry_takes_no_word_for_a_body_with_a_legal_form_for_a_name():
    assert len(registry(body("Holdings Inc"), body("Holdings Ltd"), body("Holdings"))) == 3


def test_registry_leaves_bodies_that_every_state_has_to_the_state_that_is_told():
    unknown, other = body("Central Statistical Office", None), body("Central Statistical Office", None)
    assert len(registry(unknown, other)) == 2
    assert len(registry(body("Central Statistical Office", "FIN"), body("Central Statistical Office", "FIN"))) == 1


def test_registry_makes_a_body_of_a_group_that_more_articles_take_for_one():
    def told(kind: str) -> tuple:
        return named("Lakeland National Bank", "NOR", None, "BUS", kind)

    actors, _ = find_actors(
        [article(f"a{n}", told(k)) for n, k in enumerate(("group", "organisation", "organisation"))]
    )
    assert [actor.type for actor in actors] == ["organisation"]


def test_registry_calls_a_group_by_no_name_of_a_part_of_it():
    def told(name: str) -> tuple:
        return named(name, "NOR", None, "PTY", "group")

    assert registry(told("three Unionists"), told("Unionists"), told("dissatisfied Unionists")) == [{"Unionists"}]
    assert registry(told("three Unionists")) == [{"three Unionists"}]  # whose number is all that is known


def test_registry_takes_holders_of_two_offices_with_two_first_names_for_two():
    director = ("2023-03-01", named("James Lundstrom", "NOR", "Director"))
    president = ("2023-03-02", named("Jim Lundstrom", "NOR", "President"))
    assert len(registered(director, president)) == 2
    assert len(registered(director, ("2023-03-02", named("Jim Lundstrom", "NOR", "Director")))) == 1
    assert len(registered(director, ("2023-03-02", named("James Lundstrom", "NOR", "President")))) == 1


def test_registry_takes_a_noun_in_capitals_behind_a_state_for_no_name():
    one, other = named("Norwegian Judge", "NOR", None, "JUD"), named("Norwegian Judge", "NOR", None, "JUD")
    assert len(registry(one, other)) == 2
    assert len(registry(named("Bruce Judge"), named("Bruce Judge"))) == 1


def test_registry_leaves_a_ministry_without_a_state_to_its_article():
    assert len(registry(body("Ministry of Fisheries"), body("Fisheries Ministry"))) == 2
    assert len(registry(body("Ministry of Fisheries", "NOR"), body("Fisheries Ministry", "NOR"))) == 1


@pytest.mark.parametrize(("words", "names"), [("Chad's UN", {"UN"}), ("This bloc", {"United Nations"}), ("UN", {"UN"})])
def test_what_stands_before_a_known_body_is_no_part_of_its_names(words, names):
    (found,) = registry((words, "United Nations", None, None, "IGO", "known"))
    assert found - {"United Nations"} == names - {"United Nations"}
