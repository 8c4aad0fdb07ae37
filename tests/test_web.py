"""The desk without a browser: every page, its safety, corrections, uploads, and the interface for programs."""

from __future__ import annotations

import csv
import io
import json
import re
import time
from urllib.parse import quote

import pytest

from communique.store.agenda_topics import topics_by_year
from communique.store.corrections import all_corrections
from communique.store.folding import fold
from communique.store.queries import EventQuery, find_events
from webdesk import SCRIPT, new_desk

testclient = pytest.importorskip("fastapi.testclient", reason="the extra web is not installed")


@pytest.fixture(scope="module")
def desk(reader, tmp_path_factory):
    with new_desk(tmp_path_factory.mktemp("desk"), reader) as made:
        yield made


@pytest.fixture(scope="module")
def client(desk):
    from communique.web.app import make_app

    return testclient.TestClient(make_app(desk))


def token(page: str) -> str:
    return re.search(r'<meta name="csrf" content="(\w+)">', page).group(1)


def fixed(client, desk, **form):
    csrf = token(client.get("/corrections").text)
    answer = client.post("/fix", data={"csrf": csrf, **form}, follow_redirects=False)
    desk.wait()
    return answer


def meeting(desk):
    return next(e for e in find_events(desk.store, EventQuery(kinds=("meeting",))) if len(e.reports) > 1)


def addresses(desk):
    event = meeting(desk)
    yield from ("/", "/events", "/events?who=NOR&with=TCD", "/agenda?month=2021-06", "/stories", "/statements?q=frank")
    yield from ("/pairs", "/pair?one=NOR&other=TCD", "/map", "/network", "/review", "/review?about=link", "/read")
    yield from ("/corrections", "/api", f"/events/{event.id}", "/articles/a2", "/articles/hostile")
    yield from (f"/actors/{quote(event.participants[0].actor, safe='')}", f"/stories/{event.story}")


def test_web_every_page_answers_with_the_policy_and_no_inline_code(client, desk):
    for address in addresses(desk):
        answer = client.get(address)
        assert answer.status_code == 200, address
        policy = answer.headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert not re.search(r"<[^>]+\s(style|on\w+)=", answer.text), address
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", answer.text)), address
        assert "https://" not in answer.text, address


def test_web_every_link_of_a_dossier_leads_somewhere(client, desk):
    page = client.get(f"/events/{meeting(desk).id}").text
    links = {link for link in re.findall(r'href="(/[^"#]*)', page) if not link.startswith("/static/")}
    assert len(links) > 10
    assert {link for link in links if client.get(link.replace("&amp;", "&")).status_code != 200} == set()


def test_web_dossier_shows_the_words_behind_each_value_and_what_differs(client, desk):
    page = client.get(f"/events/{meeting(desk).id}").text
    assert "Kari Strand" in page
    assert re.search(r'<mark class="k-value">Oslo</mark>', page)
    assert "Where accounts differ" in page
    assert "2021-05-11" in page


def test_web_article_marks_events_actors_and_places(client):
    page = client.get("/articles/a2").text
    assert re.search(r'<a class="m-event[^"]*" href="/events/event-\w+"', page)
    assert re.search(r'class="m-place[^"]*"[^>]*>Oslo<', page)
    assert re.search(r'class="m-mention[^"]*" href="/actors/[^"]+"[^>]*>[^<]*Kari Strand<', page)


def test_web_hostile_text_is_inert(client, desk):
    pages = [client.get(a).text for a in ("/articles/hostile", "/", "/events", "/events?q=Fiji", "/stories")]
    pages.append(client.get("/events", params={"q": SCRIPT, "who": SCRIPT}).text)
    for page in pages:
        assert "<script>document" not in page
        assert "<svg onload" not in page
        assert "\u202e" not in page
    assert "{{ 7 * 7 }}" in pages[0]
    assert "49" not in re.sub(r"\w+-\w+", "", pages[0].partition("<main")[2].partition("</header>")[0])


def test_web_a_long_article_is_shown_in_parts(client):
    first, last = (client.get("/articles/hostile", params={"part": part}).text for part in (1, 99))
    assert "Part 1 of" in first
    assert len(first) < 500_000
    assert 'href="?part=' in last


def test_web_search_finds_and_says_why_nothing_was_found(client):
    assert "1 event" in client.get("/events?q=diplomats").text
    page = client.get("/events?who=Atlantis").text
    assert "Nothing matches" in page
    assert "alone matches 0" in page


def test_web_agenda_shows_what_is_planned_and_chronology_tells_it_apart(client):
    assert "Aiko Tanaka" in client.get("/agenda?month=2021-06").text
    assert re.search(r'class="event l-(planned|confirmed)"', client.get("/events?who=JPN").text)


def test_web_home_shows_plans_disputes_and_changes(client):
    sections = client.get("/").text.split("<section")
    ahead, changed, disputed = (next(s for s in sections if title in s) for title in ("next", "changed", "dispute"))
    assert "Aiko Tanaka" in ahead
    assert "Kari Strand" in changed
    assert "Kari Strand" in disputed


def test_web_uncoded_says_what_and_why(client):
    page = client.get("/uncoded/a4").text
    assert "would respond" in page or "Known actors that take part in no report" in page


def test_web_tables_have_a_header_and_the_rows_of_their_view(client):
    for address, column in (
        ("/csv/events", "kind"), ("/csv/statements", "speaker"), ("/csv/stories", "title"), ("/csv/pairs", "one"),
        ("/csv/map", "latitude"), ("/csv/network", "other"), ("/csv/review", "evidence"), ("/csv/agenda", "status"),
        ("/csv/corrections", "number"), ("/csv/articles/a2", "trigger"),
    ):  # fmt: skip
        rows = list(csv.DictReader(io.StringIO(client.get(address).text)))
        assert address == "/csv/corrections" or column in rows[0], address
    kinds = {row["kind"] for row in csv.DictReader(io.StringIO(client.get("/csv/events?kind=meeting").text))}
    assert kinds == {"meeting"}


def test_web_bad_addresses_are_told_not_failed(client):
    for address, status in (
        ("/events/none", 404), ("/articles/none", 404), ("/actors/none", 404), ("/stories/none", 404), ("/x", 404),
        ("/events?from=soon", 422), ("/events?page=0", 422), ("/events?status=maybe", 422), ("/agenda?month=x", 422),
        ("/events?page=999999999", 422), ("/read/none", 404), ("/pair?one=A", 422),
    ):  # fmt: skip
        answer = client.get(address, headers={"accept": "text/html"})
        assert answer.status_code == status, address
        assert "<h1>" in answer.text


def test_web_answers_to_its_own_names_only(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"host": "localhost:8017"}).status_code == 200


def test_web_refuses_forged_forms(client, desk):
    form = {"action": "accept", "target": meeting(desk).reports[0]}
    assert client.post("/fix", data=form).status_code == 403
    assert client.post("/fix", data={**form, "csrf": "0" * 64}).status_code == 403
    forged = client.post("/fix", data=form, headers={"origin": "http://evil.example"})
    assert forged.status_code == 403
    assert client.post("/read", data={"text": "x"}).status_code == 403
    plain = json.dumps({"action": "accept", "target": "x"})
    assert client.post("/api/corrections", content=plain, headers={"content-type": "text/plain"}).status_code >= 400


def test_web_refuses_what_is_too_big(client):
    assert client.post("/fix", content=b"", headers={"content-length": str(2**40)}).status_code == 413


def test_web_asks_for_its_token_when_it_has_one(desk):
    from communique.web.app import make_app
    from webdesk import desk_over

    closed = testclient.TestClient(make_app(desk_over(desk.store, None, token="opensesame")))
    assert closed.get("/events").status_code == 401
    assert closed.get("/events?token=wrong").status_code == 401
    assert closed.get("/api/events", headers={"authorization": "Bearer opensesame"}).status_code == 200
    assert closed.get("/events?token=opensesame&who=NOR").status_code == 200
    assert closed.get("/events").status_code == 200  # it is in a cookie now


def test_web_corrections_change_the_record_and_are_taken_back(client, desk):
    event = next(e for e in find_events(desk.store) if e.kind == "expulsion")
    assert fixed(client, desk, action="set", target=event.id, field="status", value="denied").status_code == 303
    assert find_events(desk.store, EventQuery(kinds=("expulsion",)))[0].status == "denied"
    with desk.store.reading() as connection:
        number = all_corrections(connection)[-1].number
    assert fixed(client, desk, action="undo", value=str(number)).status_code == 303
    assert find_events(desk.store, EventQuery(kinds=("expulsion",)))[0].status == event.status


def test_web_accepting_a_report_takes_it_out_of_the_queue_and_links_nothing_anew(client, desk):
    page = client.get("/review").text
    report = re.search(r'name="action" value="accept"><input type="hidden" name="target" value="(report-\w+)"', page)
    assert fixed(client, desk, action="accept", target=report.group(1)).status_code == 303
    assert report.group(1) not in client.get("/review").text
    from communique.store.linked import is_linked

    assert is_linked(desk.store)


def test_web_corrections_that_cannot_be_are_refused_with_the_reason(client, desk):
    event = meeting(desk)
    for form in (
        {"action": "set", "target": event.id, "field": "status", "value": "maybe"},
        {"action": "set", "target": event.id, "field": "colour", "value": "red"},
        {"action": "merge", "target": event.id, "value": event.id},
        {"action": "split", "target": event.id, "value": "none"},
        {"action": "undo", "value": "999"},
        {"action": "explode", "target": event.id},
    ):
        assert fixed(client, desk, **form).status_code == 422, form


def test_web_goes_back_to_its_own_pages_only(client, desk):
    report = meeting(desk).reports[0]
    answer = fixed(client, desk, action="accept", target=report, back="//evil.example/")
    assert answer.headers["location"] == "/corrections"


def test_web_pasted_and_uploaded_articles_are_read(reader, tmp_path):
    from communique.web.app import make_app

    with new_desk(tmp_path, reader) as desk:
        client = testclient.TestClient(make_app(desk))
        csrf = token(client.get("/read").text)
        text = "Brazil signed an agreement with Egypt in Cairo on 2 May 2021."
        files = [("files", ("../../up.txt", b"Peru recalled its ambassador to Fiji on 3 May 2021.", "text/plain"))]
        form = {"csrf": csrf, "text": text, "published": "2021-05-04", "outlet": "Pasted"}
        answer = client.post("/read", data=form, files=files, follow_redirects=False)
        assert answer.status_code == 303
        deadline = time.monotonic() + 60
        told = ""
        with client.stream("GET", f"{answer.headers['location']}/progress") as stream:
            for line in stream.iter_lines():
                told = line or told
                assert time.monotonic() < deadline
        assert json.loads(told.removeprefix("data: "))["read"] == 2
        assert json.loads(told.removeprefix("data: "))["state"] == "done"
        assert find_events(desk.store, EventQuery(dyad=("BRA", "EGY"), outlet="Pasted"))
        assert find_events(desk.store, EventQuery(dyad=("PER", "FJI"), kinds=("recall",)))


def test_web_api_is_described_with_every_record(client):
    described = client.get("/api/openapi.json").json()
    assert {"Event", "Report", "Statement", "Actor", "Story", "Correction"} <= described["components"]["schemas"].keys()
    assert all("/api/" in path for path in described["paths"])


def test_web_chronology_goes_on_page_by_page(client):
    rows = client.get("/events", headers={"HX-Request": "true"}).text
    assert "<html" not in rows
    assert "Kari Strand" in rows


def test_web_docs_name_every_page_and_every_condition(client):
    from pathlib import Path

    document = (Path(__file__).parents[1] / "docs/web.md").read_text(encoding="utf-8")
    for link in re.findall(r'<a href="(/\w*)"', client.get("/").text):
        assert f"`{link}`" in document, link
    described = client.get("/api/openapi.json").json()["paths"]["/api/events"]["get"]["parameters"]
    assert not {p["name"] for p in described if f"`{p['name']}`" not in document}


def test_web_vendored_programs_are_whole_and_named_with_their_licences():
    from pathlib import Path

    import communique.web

    vendor = Path(communique.web.__file__).parent / "static/vendor"
    named = (vendor / "LICENSES.txt").read_text(encoding="utf-8")
    assert {path.suffix for path in vendor.iterdir()} == {".js", ".css", ".json", ".txt"}
    assert all(name in named for name in ("htmx", "vega-lite", "leaflet", "cytoscape", "topojson", "world-atlas"))
    assert sum(path.stat().st_size for path in vendor.iterdir()) < 1_700_000


def test_web_pair_names_its_states_and_counts_its_topics_by_year(client, desk):
    text = client.get("/pair?one=NOR&other=TCD").text
    assert "<bdi>Norway</bdi> and <bdi>Chad</bdi>" in text
    query = EventQuery(dyad=("NOR", "TCD"))
    events = [e for e in find_events(desk.store, query) if e.time is not None and e.topics]
    label = events[0].topics[0].label
    assert f"<bdi>{label}</bdi>" in text
    counted = topics_by_year(desk.store, query, [fold(label).strip(), "whales"])
    assert counted[fold(label).strip()][str(events[0].time.start.year)] >= 1
    assert counted["whales"] == {}


def test_web_refused_method_names_all_that_are_allowed(client):
    answer = client.request("OPTIONS", "/api/corrections")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, POST")


def test_web_context_of_a_name_is_cut_between_words():
    citing = pytest.importorskip("communique.web.citing")
    text = "alpha beta gamma delta"
    assert text[citing._at_words(text, 3, 11) : citing._at_words(text, 19, 16)] == " beta gamma "
