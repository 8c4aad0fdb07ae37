"""Knowledge bases of persons: what is read out of them, and what they settle in the registry."""

from __future__ import annotations

import datetime
import json

import pytest

from communique import cli
from communique.errors import InputError
from communique.linking.actors import find_actors
from communique.linking.profiles import Profile
from communique.people import KnownPerson, Post
from communique.sources.people import read_people
from communique.store.database import open_store
from communique.store.people import add_people, known_people

DAY = datetime.date(2020, 3, 4)


def profile(name: str, article: str, country="NOR", office=None, published=DAY) -> Profile:
    return Profile(f"actor-{article}", article, published, "person", country, "GOV", office, ((name, 1),), 1)


def known(key: str, *posts: Post, names=("Anna Berg",), countries=("NOR",)) -> KnownPerson:
    return KnownPerson(f"k.json#{key}", names, countries, posts)


def post(label: str, start: int | None = None, end: int | None = None) -> Post:
    return Post(
        label,
        "NOR",
        datetime.date(start, 1, 1) if start else None,
        datetime.date(end, 12, 31) if end else None,
        label,
    )


def entity(schema: str, key: str, **properties: list[str]) -> str:
    return json.dumps({"id": key, "schema": schema, "properties": properties})


def test_people_read_follow_the_money(tmp_path):
    file = tmp_path / "p.json"
    lines = [
        entity("Person", "Q1", name=["Anna Berg"], alias=["Anna K. Berg"], nationality=["no"]),
        entity("Position", "P1", name=["Minister of Foreign Affairs of Norway"], country=["no"]),
        entity("Occupancy", "O1", holder=["Q1"], post=["P1"], startDate=["2017-05"], endDate=["2021"]),
        entity("Company", "C1", name=["Berg AS"]),
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    (person,) = read_people(file)
    assert (person.id, person.names, person.countries) == ("p.json#Q1", ("Anna Berg", "Anna K. Berg"), ("NOR",))
    (office,) = person.posts
    assert (office.start, office.end) == (datetime.date(2017, 5, 1), datetime.date(2021, 12, 31))
    assert office.country == "NOR"
    assert office.is_office("Foreign Minister")
    assert not office.is_office("Deputy Foreign Minister")


def test_people_read_popolo(tmp_path):
    file = tmp_path / "p.json"
    file.write_text(
        json.dumps(
            {
                "persons": [{"id": "b", "name": "Luis Prado", "other_names": [{"name": "L. Prado"}]}],
                "organizations": [{"id": "g", "name": "Government of Chile"}],
                "memberships": [
                    {"person_id": "b", "organization_id": "g", "role": "Minister of Health", "start_date": "2019-02-30"}
                ],
            }
        ),
        encoding="utf-8",
    )
    (person,) = read_people(file)
    assert person.names == ("Luis Prado", "L. Prado")
    assert person.posts == (Post("Minister of Health", "CHL", None, None, "Minister of Health"),)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "no person with a name"),
        ("{not json", "line 1: not JSON"),
        ("[1, 2]", "line 1: no entity"),
        ('{"persons": []}', "no person with a name"),
    ],
)
def test_people_errors_name_the_file_and_what_is_wrong(tmp_path, content, message):
    file = tmp_path / "p.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message) as raised:
        read_people(file)
    assert str(file) in str(raised.value)


def test_people_missing_file_is_an_error(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_people(tmp_path / "none.json")


def test_people_tell_namesakes_apart_by_office_and_day():
    people = [known("1", post("Foreign Minister", 2017, 2021)), known("2", post("Prime Minister", 2019))]
    profiles = [
        profile("Anna Berg", "a", office="Foreign Minister"),
        profile("Anna Berg", "b", office="Prime Minister"),
        profile("Berg", "c", office="Foreign Minister"),
    ]
    actors, ids = find_actors(profiles, (), people)
    assert len(actors) == 2
    assert ids["a", "actor-a"] == ids["c", "actor-c"] != ids["b", "actor-b"]
    assert len(find_actors(profiles)[0]) == 1


def test_people_confirm_an_office_with_its_days_and_say_so():
    actors, _ = find_actors(
        [profile("Anna Berg", "a", office="Foreign Minister")], (), [known("1", post("Foreign Minister", 2017, 2021))]
    )
    (office,) = actors[0].offices
    assert (office.start, office.end) == (datetime.date(2017, 1, 1), datetime.date(2021, 12, 31))
    assert [(e.article, e.span.text) for e in office.evidence] == [
        ("k.json#1", "Foreign Minister, from 2017-01-01 to 2021-12-31")
    ]


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (profile("Anna Berg", "a", country="SWE"), "another country"),
        (profile("Karin Berg", "a"), "another given name"),
        (profile("Berg", "a", country=None), "a surname without a country"),
    ],
)
def test_people_settle_nothing_in_doubt(one, why):
    people = [known("1", post("Foreign Minister", 2017, 2021))]
    assert find_actors([one], (), people) == find_actors([one]), why


def test_people_neither_of_two_possible_ones_is_chosen():
    people = [known("1", post("Senator", 2017)), known("2", post("Mayor", 2018))]
    one = profile("Anna Berg", "a")
    assert find_actors([one], (), people)[0] == find_actors([one])[0]


def test_people_are_kept_by_the_store_and_replaced_by_file(tmp_path):
    with open_store(tmp_path / "s.db") as store:
        add_people(store, [known("1"), known("2")])
        add_people(store, [KnownPerson("other.json#1", ("Luis Prado",))])
        add_people(store, [known("3")])
        with store.reading() as connection:
            assert sorted(p.id for p in known_people(connection)) == ["k.json#3", "other.json#1"]


def test_people_option_changes_the_record_of_a_store_that_was_linked(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(
        "Norwegian Foreign Minister Anna Berg met the Danish premier in Oslo on Monday.", encoding="utf-8"
    )
    lines = [
        entity("Person", "Q1", name=["Anna Berg"], nationality=["no"]),
        entity("Position", "P1", name=["Foreign Minister of Norway"], country=["no"]),
        entity("Occupancy", "O1", holder=["Q1"], post=["P1"], startDate=["2017-05-02"]),
    ]
    (tmp_path / "p.json").write_text("\n".join(lines), encoding="utf-8")
    base = ["read", "a.txt", "--published", "2020-03-04"]
    for more in ([], ["--people", "p.json"]):
        cli.app([*base, *more], standalone_mode=False)
    capsys.readouterr()
    cli.app(["actors", "list", "Berg", "--country", "nor", "--type", "person", "--json"], standalone_mode=False)
    (line,) = capsys.readouterr().out.splitlines()
    (office,) = json.loads(line)["offices"]
    assert office["from"] == "2017-05-02"
    assert office["evidence"][-1]["article"] == "p.json#Q1"
    cli.app(["actors", "show", json.loads(line)["id"]], standalone_mode=False)
    assert "confirmed: Foreign Minister of Norway, from 2017-05-02 (p.json#Q1)" in " ".join(
        capsys.readouterr().out.split()
    )
