"""Linking across articles: one event out of many reports, and what reports of different events are kept apart by."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.linking import link
from communique.records import Rejection
from newsroom import Told, Who, article

STORE = Who("Kari Store", "NOR", "Foreign Minister")
BAUER = Who("Lena Bauer", "DEU", "Foreign Minister")
SILVA = Who("Rui Silva", "PRT", "Foreign Minister")
NORWAY = Who("Norway", "NOR", type="state")
GERMANY = Who("Germany", "DEU", type="state")


def meeting(*who: Who, trigger: str = "met", **more) -> Told:
    named = " and ".join(party.name for party in who)
    tail = f" in {more['place']}" if more.get("place") else ""
    about = "".join(f" about {topic}" for topic in more.get("topics", ()))
    lasting = f" for {more['duration']}" if more.get("duration") else ""
    return Told(f"{named} {trigger}{tail}{lasting}{about}.", "meeting", who, trigger, **more)


def events_of(*readings):
    return link(readings, {reading.id: f"Outlet {reading.id}" for reading in readings}).events


def test_link_joins_a_plan_and_its_outcome_into_one_event_with_its_history():
    (event,) = events_of(
        article("a", "2021-03-01", meeting(STORE, BAUER, trigger="will meet", status="planned", day="2021-03-08")),
        article("b", "2021-03-05", meeting(STORE, BAUER, trigger="confirmed", status="confirmed", day="2021-03-08")),
        article("c", "2021-03-09", meeting(STORE, BAUER, day="2021-03-08", place="Oslo")),
    )
    assert event.status == "occurred"
    assert [(change.status, change.articles) for change in event.history] == [
        ("planned", ("a",)),
        ("confirmed", ("b",)),
        ("occurred", ("c",)),
    ]
    assert event.place.name == "Oslo"
    assert event.outlets == 3
    assert (event.first_reported.isoformat(), event.last_reported.isoformat()) == ("2021-03-01", "2021-03-09")
    assert event.disagreements == ()


def test_link_joins_days_one_off_and_shows_the_disagreement():
    (event,) = events_of(
        article("a", "2021-03-10", meeting(STORE, BAUER, day="2021-03-08")),
        article("b", "2021-03-10", meeting(STORE, BAUER, day="2021-03-09")),
        article("c", "2021-03-10", meeting(STORE, BAUER, day="2021-03-09")),
    )
    (disagreement,) = event.disagreements
    assert disagreement.field == "time"
    assert [(v.value, v.articles) for v in disagreement.values] == [("2021-03-08", ("a",)), ("2021-03-09", ("b", "c"))]
    assert event.time.start.isoformat() == "2021-03-09"


def test_link_keeps_two_meetings_of_a_pair_in_one_week_apart():
    events = events_of(
        article("a", "2021-03-09", meeting(STORE, BAUER, day="2021-03-08")),
        article("b", "2021-03-12", meeting(STORE, BAUER, day="2021-03-11")),
    )
    assert len(events) == 2


def test_link_keeps_days_apart_that_one_article_tells_apart():
    monday, tuesday = meeting(STORE, BAUER, day="2021-03-08"), meeting(STORE, BAUER, day="2021-03-09")
    assert len(events_of(article("a", "2021-03-10", monday, tuesday))) == 2


def test_link_keeps_meetings_with_different_counterparts_apart():
    events = events_of(
        article("a", "2021-03-09", meeting(STORE, BAUER, day="2021-03-08", place="Oslo")),
        article("b", "2021-03-09", meeting(STORE, SILVA, day="2021-03-08", place="Oslo")),
    )
    assert len(events) == 2


def test_link_keeps_different_towns_apart():
    events = events_of(
        article("a", "2021-03-09", meeting(STORE, BAUER, day="2021-03-08", place="Oslo")),
        article("b", "2021-03-09", meeting(STORE, BAUER, day="2021-03-08", place="Bergen")),
    )
    assert len(events) == 2


def test_link_takes_two_towns_for_a_disagreement_where_parties_day_and_matter_agree():
    readings = [
        article("one", "2017-05-03", meeting(STORE, BAUER, day="2017-05-02", place="Oslo", topics=["fish"])),
        article("two", "2017-05-03", meeting(STORE, BAUER, day="2017-05-02", place="Bergen", topics=["fish"])),
    ]
    (event,) = events_of(*readings)
    (disagreement,) = event.disagreements
    assert (disagreement.field, [v.value for v in disagreement.values]) == ("place", ["Oslo", "Bergen"])


def test_link_keeps_two_towns_apart_that_one_article_tells_of():
    both = article(
        "one",
        "2017-05-03",
        meeting(STORE, BAUER, day="2017-05-02", place="Oslo", topics=["fish"]),
        meeting(STORE, BAUER, day="2017-05-02", place="Bergen", topics=["fish"]),
    )
    assert len(events_of(both)) == 2


def test_link_joins_acts_of_one_state_at_one_place_and_day():
    raid = {"kind": "airstrike", "trigger": "bombed", "day": "2017-05-02"}
    jets = Who("Norwegian jets", "NOR", type="group", sector="MIL")
    one = article("one", "2017-05-03", Told("Norwegian jets bombed Bergen.", who=[jets], place="Bergen", **raid))
    two = article("two", "2017-05-03", Told("Norway bombed Bergen.", who=[NORWAY], place="Bergen", **raid))
    other = article("three", "2017-05-03", Told("Norway bombed Geneva.", who=[NORWAY], place="Geneva", **raid))
    assert sorted(len(event.reports) for event in events_of(one, two, other)) == [1, 2]


def test_link_takes_a_town_for_a_place_in_its_state():
    (event,) = events_of(
        article("a", "2021-03-09", meeting(STORE, BAUER, day="2021-03-08", place="Norway")),
        article("b", "2021-03-09", meeting(STORE, BAUER, day="2021-03-08", place="Oslo")),
    )
    assert event.place.name == "Oslo"


def test_link_joins_persons_offices_and_states_of_one_side_and_names_the_persons():
    minister = Who("the German foreign minister", "DEU", "Foreign Minister")
    (event,) = events_of(
        article("a", "2021-03-09", meeting(NORWAY, GERMANY, day="2021-03-08")),
        article("b", "2021-03-09", meeting(STORE, minister, day="2021-03-08")),
        article("c", "2021-03-09", meeting(STORE, BAUER, day="2021-03-08")),
    )
    assert [participant.name for participant in event.participants] == ["Kari Store", "Lena Bauer"]


def test_link_keeps_an_office_apart_from_a_person_in_another():
    president = Who("the German president", "DEU", "President")
    events = events_of(
        article("a", "2021-03-09", meeting(STORE, president, day="2021-03-08")),
        article("b", "2021-03-09", meeting(STORE, BAUER, day="2021-03-08")),
    )
    assert len(events) == 2


def test_link_needs_more_than_a_pair_where_no_day_is_given():
    far = [article("a", "2021-03-09", meeting(NORWAY, GERMANY)), article("b", "2021-03-29", meeting(NORWAY, GERMANY))]
    near = [article("a", "2021-03-09", meeting(NORWAY, GERMANY)), article("b", "2021-03-10", meeting(NORWAY, GERMANY))]
    about = {"topics": ("fisheries",)}
    topical = [
        article("a", "2021-03-09", meeting(NORWAY, GERMANY, **about)),
        article("b", "2021-03-29", meeting(NORWAY, GERMANY, **about)),
    ]
    assert [len(events_of(*readings)) for readings in (far, near, topical)] == [2, 1, 1]


def test_link_does_not_date_a_past_meeting_after_the_article():
    events = events_of(
        article("a", "2021-03-09", meeting(STORE, BAUER)),
        article("b", "2021-03-09", meeting(STORE, BAUER, trigger="will meet", status="planned", day="2021-03-20")),
    )
    assert len(events) == 2


def test_link_lets_a_denial_stand_against_reports_as_a_disagreement():
    (event,) = events_of(
        article("a", "2021-03-09", meeting(STORE, BAUER, day="2021-03-08")),
        article("b", "2021-03-10", meeting(STORE, BAUER, trigger="never met", status="denied", day="2021-03-08")),
    )
    assert event.status == "denied"
    assert [(d.field, [v.value for v in d.values]) for d in event.disagreements] == [("status", ["denied", "occurred"])]


def test_link_takes_an_article_that_reports_and_denies_as_denying():
    (event,) = events_of(
        article(
            "a", "2021-03-09", meeting(STORE, BAUER, day="2021-03-08"),
            meeting(STORE, BAUER, trigger="never met", status="denied", day="2021-03-08"),
        )
    )  # fmt: skip
    assert [change.status for change in event.history] == ["denied"]


def test_link_revives_a_plan_that_was_called_off():
    plan = {"trigger": "will meet", "status": "planned", "day": "2021-03-20"}
    (event,) = events_of(
        article("a", "2021-03-01", meeting(STORE, BAUER, **plan)),
        article("b", "2021-03-05", meeting(STORE, BAUER, trigger="called off", status="cancelled", day="2021-03-05")),
        article("c", "2021-03-07", meeting(STORE, BAUER, **plan)),
    )
    assert (event.status, event.time.start.isoformat()) == ("planned", "2021-03-20")
    assert [change.status for change in event.history] == ["planned", "cancelled", "planned"]


def test_link_shows_lengths_that_differ_and_takes_equal_ones_for_equal():
    def told(name, words, value):
        return article(name, "2021-03-09", meeting(STORE, BAUER, day="2021-03-08", duration=words, length=value))

    (equal,) = events_of(told("a", "two hours", "PT2H"), told("b", "2 hours", "PT2H"))
    (differing,) = events_of(told("a", "two hours", "PT2H"), told("b", "forty minutes", "PT40M"))
    assert equal.disagreements == ()
    assert [(d.field, [v.value for v in d.values]) for d in differing.disagreements] == [
        ("duration", ["two hours", "forty minutes"])
    ]


def test_link_words_an_act_as_each_article_does():
    strike = (Who("Norway", "NOR", type="state"), Who("Germany", "DEU", type="state", role="recipient"))
    strikes = Told("Norway's missile strikes on Germany.", "attack", strike, "strikes", day="2021-03-08")
    bombing = Told("After Norway's illegal bombing of Germany.", "airstrike", strike, "bombing", day="2021-03-08")
    (event,) = events_of(article("a", "2021-03-09", strikes), article("b", "2021-03-09", bombing))
    assert {(w.text, w.articles) for w in event.wordings} == {("missile strikes", ("a",)), ("illegal bombing", ("b",))}
    assert event.kind == "airstrike"


def test_link_keeps_directions_of_an_act_apart():
    one = (NORWAY, Who("Germany", "DEU", type="state", role="recipient"))
    other = (GERMANY, Who("Norway", "NOR", type="state", role="recipient"))
    events = events_of(
        article("a", "2021-03-09", Told("Norway attacked Germany.", "attack", one, "attacked", day="2021-03-08")),
        article("b", "2021-03-09", Told("Germany attacked Norway.", "attack", other, "attacked", day="2021-03-08")),
    )
    assert len(events) == 2


def test_link_joins_acts_of_speech_only_if_they_say_the_same():
    who = (STORE, Who("Lena Bauer", "DEU", "Foreign Minister", role="recipient"))

    def accusation(name, what):
        text = f"Kari Store accused Lena Bauer of {what}."
        return article(name, "2021-03-09", Told(text, "accusation", who, "accused", day="2021-03-08"))

    same = events_of(accusation("a", "dumping cheap salmon"), accusation("b", "dumping salmon in markets"))
    different = events_of(accusation("a", "dumping cheap salmon"), accusation("b", "spying on parliament"))
    assert (len(same), len(different)) == (1, 2)


def test_link_counts_copies_and_outlets_once():
    body = " ".join(f"Sentence {n} of the agency's long report tells of fish and quotas." for n in range(12))
    told = meeting(STORE, BAUER, day="2021-03-08")
    readings = [article(name, "2021-03-09", told, body=body) for name in "ab"]
    readings += [article(name, "2021-03-09", told, body="Words of our own." if name == "c" else "") for name in "cd"]
    (event,) = link(readings, {"a": "Wire", "b": "Post", "c": "Post", "d": "Post"}).events
    assert len(event.articles) == 4
    assert event.outlets == 2
    assert event.copies == (("a", "b"),)


def test_link_is_surer_the_more_sources_report():
    told = meeting(STORE, BAUER, day="2021-03-08")
    (once,) = events_of(article("a", "2021-03-09", told))
    (twice,) = events_of(article("a", "2021-03-09", told), article("b", "2021-03-09", told))
    assert 0.8 == once.confidence < twice.confidence < 1


def test_link_leaves_rejected_readings_out():
    reading = article("a", "2021-03-09", meeting(STORE, BAUER))
    linked = link([msgspec.structs.replace(reading, rejected=Rejection(reason="language", detail="not read"))], {})
    assert (list(linked.events), linked.actors, linked.stories) == ([], (), ())


def test_link_of_nothing_is_nothing():
    assert not link([], {}).events


_PEOPLE = (STORE, BAUER, SILVA, NORWAY, GERMANY, Who("the German foreign minister", "DEU", "Foreign Minister"))
_DAYS = ("2021-03-08", "2021-03-09", "2021-03-12", None)


@st.composite
def told(draw):
    who = draw(st.lists(st.sampled_from(_PEOPLE), min_size=1, max_size=3, unique=True))
    return meeting(
        *who,
        trigger=draw(st.sampled_from(("met", "spoke"))),
        status=draw(st.sampled_from(("planned", "occurred", "denied", "cancelled", "hypothetical"))),
        day=draw(st.sampled_from(_DAYS)),
        place=draw(st.sampled_from(("Oslo", "Bergen", "Norway", "Geneva", None))),
    )


@st.composite
def newsroom(draw):
    days = draw(st.lists(st.sampled_from((*_DAYS, "2021-03-20")), min_size=1, max_size=6))
    return [article(f"n{i}", on, *draw(st.lists(told(), max_size=3))) for i, on in enumerate(days)]


@settings(max_examples=80, deadline=None)
@given(newsroom(), st.randoms(use_true_random=False))
def test_link_does_not_depend_on_the_order_of_articles(readings, random):
    shuffled = random.sample(readings, len(readings))
    assert link(readings, {}) == link(shuffled, {})


@settings(max_examples=80, deadline=None)
@given(newsroom())
def test_link_puts_every_report_into_one_event(readings):
    linked = link(readings, {})
    reports = [report.id for reading in readings for report in reading.reports]
    assert sorted(r for event in linked.events for r in event.reports) == sorted(reports)
    assert all(
        r in event.reports for event in linked.events for r in event.reports if linked.report_event[r] == event.id
    )
    assert len({event.id for event in linked.events}) == len(linked.events)
    assert all(
        event.participants or not any(r.participants for x in readings for r in x.reports) for event in linked.events
    )
    registered = {actor.id for actor in linked.actors}
    assert {p.actor for event in linked.events for p in event.participants} <= registered
    assert set(linked.actor_of.values()) == registered


@settings(max_examples=50, deadline=None)
@given(newsroom())
def test_link_leaves_events_as_they_are_when_others_are_added_later(readings):
    others = (Who("Aiko Tanaka", "JPN", "Prime Minister"), Who("Park Joon", "KOR", "President"))
    later = article("z", "2021-06-01", meeting(*others, day="2021-05-31", place="Geneva"))
    before, after = (
        {msgspec.structs.replace(event, story=None) for event in link(given, {}).events}
        for given in (readings, [*readings, later])
    )
    assert before < after


REBELS = Who("Red Tide", None, type="organisation", sector="REB")
RED_TIDE_REBELS = Who("Red Tide rebels", "PRT", type="group", sector="REB")
ARMY = Who("Portuguese army", "PRT", type="organisation", sector="MIL")
TWO_BODIES = ("Hamas", "Hezbollah")
RDF = (("fighters", "REB"), ("paramilitaries", "MIL"))
SOLDIERS = Who("Portuguese soldiers", "PRT", type="group", sector="MIL")


def clash(*who: Who, **more) -> Told:
    return Told(f"{who[0].name} fought {who[1].name}.", "clash", who, "fought", **more)


def test_link_joins_a_body_and_its_people():
    on = {"day": "2021-03-08"}
    told = [clash(ARMY, REBELS, **on), clash(SOLDIERS, RED_TIDE_REBELS, **on)]
    (event,) = events_of(*(article(f"a{n}", "2021-03-09", one) for n, one in enumerate(told)))
    assert event.disagreements == ()
    others = Who("Blue Dawn rebels", "PRT", type="group", sector="REB")
    assert (
        len(events_of(article("a", "2021-03-09", told[0]), article("b", "2021-03-09", clash(ARMY, others, **on)))) == 2
    )


def test_link_joins_a_surname_that_several_bear_where_the_other_party_and_the_day_agree():
    first, other = Who("Rui Silva", "PRT", "Foreign Minister"), Who("Ana Silva", "BRA", "Foreign Minister")
    bare = Who("Silva", None, sector=None)
    namesake = article("c", "2021-03-09", meeting(other, NORWAY, day="2021-03-02"))
    told = [meeting(STORE, first, day="2021-03-08"), meeting(STORE, bare, day="2021-03-08")]
    events = events_of(*(article(f"a{n}", "2021-03-09", one) for n, one in enumerate(told)), namesake)
    assert sorted(len(event.articles) for event in events) == [1, 2]
    later = meeting(STORE, bare, day="2021-03-05")
    assert len(events_of(article("a", "2021-03-09", told[0]), article("b", "2021-03-09", later), namesake)) == 3


def test_link_takes_names_alone_for_holders_of_offices_where_town_and_day_agree():
    names = meeting(Who("Iver Holm", sector=None), Who("Ana Mendes", sector=None), day="2021-03-08", place="Geneva")
    posts = meeting(
        Who("Norwegian foreign minister", "NOR", "Foreign Minister"),
        Who("Portuguese counterpart", "PRT", "Foreign Minister"),
        day="2021-03-08",
        place="Geneva",
    )
    states = meeting(NORWAY, Who("Portugal", "PRT", type="state"), day="2021-03-08")
    (event,) = events_of(*(article(f"a{n}", "2021-03-09", one) for n, one in enumerate((names, posts, states))))
    assert event.disagreements == ()
    elsewhere = meeting(*posts.who, day="2021-03-08", place="Oslo")
    assert len(events_of(article("a", "2021-03-09", names), article("b", "2021-03-09", elsewhere))) == 2
    assert len(events_of(article("a", "2021-03-09", names), article("b", "2021-03-09", states))) == 2
    thirds = meeting(NORWAY, GERMANY, day="2021-03-08", place="Geneva")
    told = [names, posts, thirds]
    assert len(events_of(*(article(f"a{n}", "2021-03-09", one) for n, one in enumerate(told)))) == 3


def test_link_takes_several_people_of_a_sort_for_no_evidence_of_one_by_name():
    officials = Who("officials", None, type="group")
    told = [meeting(STORE, BAUER), meeting(NORWAY, officials, day="2021-03-08")]
    assert len(events_of(*(article(f"a{n}", "2021-03-09", one) for n, one in enumerate(told)))) == 2


def test_link_joins_what_fits_one_event_far_better_than_another():
    told = [
        meeting(STORE, BAUER, day="2021-03-08", place="Oslo"),
        meeting(STORE, SILVA, day="2021-03-09", place="Bergen"),
        meeting(STORE, day="2021-03-09", place="Bergen"),
    ]
    events = events_of(*(article(f"a{n}", "2021-03-09", one) for n, one in enumerate(told)))
    assert sorted(event.articles for event in events) == [("a0",), ("a1", "a2")]


def visit(*who: Who, trigger: str = "visit", text: str = "", **more) -> Told:
    where = "".join(f" to {host.name}" for host in who[1:])
    return Told(text or f"{who[0].name} on a {trigger}{where}.", "visit", who, trigger, **more)


def test_link_joins_what_is_said_later_of_a_visit_that_was_called_off():
    plan = visit(STORE, Who("Germany", "DEU", type="state", role="host"), status="planned", day="2021-03-12")
    off = visit(STORE, Who("Germany", "DEU", type="state", role="host"), status="cancelled", day="2021-03-12")
    post = Who("Norway's foreign minister", "NOR", "Foreign Minister")
    later = visit(post, status="cancelled")
    articles = article("a", "2021-03-08", plan), article("b", "2021-03-10", off)
    (event,) = events_of(*articles, article("c", "2021-03-15", later))
    assert event.status == "cancelled"
    assert len(events_of(*articles, article("c", "2021-03-15", visit(post)))) == 2
    assert len(events_of(*articles, article("c", "2021-04-15", later))) == 2


def arrest(whom: str, sector: str = "EDU", text: str = "", **more) -> Told:
    who = Who(whom, "CHL", type="group", role="recipient", sector=sector)
    return Told(text or f"{whom} were arrested.", "arrest", (who,), "arrested", **more)


def test_link_joins_arrests_of_people_of_one_sort_or_number_or_over_one_matter():
    on = {"day": "2021-03-08"}

    def joined(one: Told, other: Told) -> bool:
        return len(events_of(article("a", "2021-03-09", one), article("b", "2021-03-09", other))) == 1

    assert joined(arrest("Forty-eight students", **on), arrest("about 50 students", **on))
    assert joined(arrest("students", **on), arrest("about 50 students", **on))
    assert not joined(arrest("12 students", **on), arrest("about 50 students", **on))
    assert not joined(arrest("students", **on), arrest("teachers", **on))
    assert not joined(arrest("35 people", "CVL", **on), arrest("protesters", "CVL", **on))
    march = "were arrested in a march on Chile's parliament."
    people = arrest("35 people", "CVL", f"35 people {march}", **on)
    assert joined(people, arrest("protesters", "CVL", "protesters were arrested in a march on parliament.", **on))


def test_link_takes_a_minister_of_no_portfolio_for_one_of_any():
    told = [
        meeting(Who(name, "NOR", office), GERMANY, day="2021-03-08", place="Oslo")
        for name, office in (("Norwegian minister", "Minister"), ("Norwegian trade minister", "Trade Minister"))
    ]
    assert len(events_of(*(article(f"a{n}", "2021-03-09", one) for n, one in enumerate(told)))) == 1
    deputy = meeting(Who("Norwegian vice president", "NOR", "Vice President"), GERMANY, day="2021-03-08", place="Oslo")
    head = meeting(Who("Norwegian president", "NOR", "President"), GERMANY, day="2021-03-08", place="Oslo")
    assert len(events_of(article("a", "2021-03-09", deputy), article("b", "2021-03-09", head))) == 2


def test_link_joins_a_promise_and_what_is_to_come_of_it():
    who = Who("Norway", "NOR", type="state"), Who("Germany", "DEU", type="state", role="recipient")
    told = [
        Told("Norway pledged Germany 40 tons of salmon.", "promise", who, "pledged", day="2021-03-08"),
        Told("Norway will send Germany 40 tons of salmon.", "aid", who, "send", status="planned"),
    ]
    assert len(events_of(*(article(f"a{n}", "2021-03-10", one) for n, one in enumerate(told)))) == 1


def test_link_takes_an_armed_body_that_was_struck_for_those_at_the_place():
    on = {"day": "2021-03-08", "place": "Bergen"}
    jets = Who("Norwegian jets", "NOR", type="group", sector="MIL")
    struck = (
        Who("Portugal", "PRT", type="state", role="recipient"),
        Who("Red Tide", None, type="organisation", role="recipient", sector="REB"),
    )
    told = [
        Told(f"Norwegian jets bombed {whom.name} at Bergen.", "airstrike", (jets, whom), "bombed", **on)
        for whom in struck
    ]
    assert len(events_of(*(article(f"a{n}", "2021-03-09", one) for n, one in enumerate(told)))) == 1


def test_link_keeps_two_of_one_surname_in_one_article_apart():
    silva, other, bare = Who("Rui Silva", "PRT"), Who("Ana Silva", "BRA"), Who("Silva", None, sector=None)
    told = article("a", "2021-03-09", meeting(STORE, silva, day="2021-03-08"), meeting(STORE, bare, day="2021-03-08"))
    namesake = article("b", "2021-03-09", meeting(other, GERMANY, day="2021-03-02"))
    assert len(events_of(told, namesake)) == 3


def test_link_joins_people_as_many_or_called_by_their_state():
    def freed(number: str, noun: str, sector: str) -> Told:
        who = STORE, Who(f"{number} {noun}", "CHL", type="group", role="recipient", sector=sector)
        return Told(f"Kari Store freed {number} {noun}.", "release", who, "freed", day="2021-03-08")

    def joined(one: Told, other: Told) -> bool:
        return len(events_of(article("a", "2021-03-09", one), article("b", "2021-03-09", other))) == 1

    assert joined(freed("16", "prisoners", "CRM"), freed("sixteen", "soldiers", "MIL"))
    assert not joined(freed("16", "prisoners", "CRM"), freed("17", "soldiers", "MIL"))
    assert not joined(freed("two", "prisoners", "CRM"), freed("two", "soldiers", "MIL"))
    marched = [
        Told(f"{who} marched in Oslo.", "protest", [Who(who, "CHL", type="group", sector="CVL")], "marched", **on)
        for who in ("Chileans", "About 5,000 demonstrators")
        for on in [{"day": "2021-03-08", "place": "Oslo"}]
    ]
    assert joined(*marched)


def test_link_takes_an_armed_body_for_that_of_a_person_of_it():
    envoy, post = Who("Kari Store", "NOR"), Who("Rui Silva", "PRT", sector="REB")
    told = [
        meeting(envoy, other, day="2021-03-08")
        for other in (post, Who("Red Tide officials", "PRT", type="group", sector="REB"))
    ]
    assert len(events_of(*(article(f"a{n}", "2021-03-09", one) for n, one in enumerate(told)))) == 1
    others = meeting(envoy, Who("Blue Dawn officials", "CHL", type="group", sector="REB"), day="2021-03-08")
    assert len(events_of(article("a", "2021-03-09", told[0]), article("b", "2021-03-09", others))) == 2


def test_link_takes_colleagues_for_no_known_body_but_ministers_for_those_an_article_names():
    colleagues = Who("colleagues", None, type="group", sector=None)
    body = Who("Northern Council", None, type="organisation", sector="IGO")
    known = article("a", "2021-03-09", meeting(STORE, colleagues, BAUER, day="2021-03-08"))
    other = article("b", "2021-03-09", meeting(STORE, SILVA, body, day="2021-03-08"))
    assert len(events_of(known, other)) == 2
    ministers = meeting(STORE, Who("ministers", None, type="group"), day="2021-03-08")
    named = meeting(STORE, BAUER, day="2021-03-08")
    assert len(events_of(article("a", "2021-03-09", named, ministers))) == 1
    assert len(events_of(article("a", "2021-03-09", named), article("b", "2021-03-09", ministers))) == 2
