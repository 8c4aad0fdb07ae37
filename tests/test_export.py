"""Every format of export, opened by a program that people open it with."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import icalendar
import networkx
import pandas
import polars
import pyarrow
import pytest
import rdflib
from followthemoney import model
from followthemoney.proxy import EntityProxy
from geojson_pydantic import FeatureCollection

from communique import options
from communique.errors import InputError
from communique.export import cameo, plover, polecat
from communique.export.columns import COLUMNS
from communique.export.files import export_records
from communique.export.formats import FORMATS, writer_of
from communique.export.records import KINDS, stream_records
from communique.ingest import read_all
from communique.records import Place, Span
from communique.store.database import open_store
from communique.store.relinking import relink
from handmade import article, load_toy, toy_link

GUIDE = (Path(__file__).parents[1] / "docs/exports.md").read_text(encoding="utf-8")
ARTICLES = [
    article("Lavrov met Tillerson in Moscow about Syria. Lavrov said talks were long.", "wire", source="a.txt"),
    article("Lavrov met Tillerson in Moscow.", "=post\twith\ttabs", day="2017-04-13", source="b.txt"),
    article("Wang will meet Lavrov in Manila.", "wire", day="2017-08-01", source="c.txt"),
    article("Wang met Tillerson. \x0b\U0001f54a Lavrov met Wang.", None, day=None, source="d.txt"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    def link(readings, outlets, corrections, people):
        return _with_points(toy_link(readings, outlets))

    with open_store(tmp_path_factory.mktemp("export") / "s.db") as opened:
        read_all(opened, ARTICLES, load_toy, edition="1")
        relink(opened, "1", link)
        yield opened


def _with_points(linked):
    import dataclasses

    import msgspec

    point = Place(
        span=Span(0, 6, "Moscow"), name="Moscow", country="RUS", geonameid=524901, latitude=55.75, longitude=37.62
    )
    events = tuple(
        msgspec.structs.replace(event, place=point) if event.place and event.place.name == "Moscow" else event
        for event in linked.events
    )
    return dataclasses.replace(linked, events=events)


def exported(store, what: str, form: str) -> bytes:
    out = io.BytesIO()
    export_records(store, what, form, out)
    return out.getvalue()


def records(store, what: str) -> list:
    with store.reading() as connection:
        return list(stream_records(connection, what))


def dated(store) -> list:
    return [event for event in records(store, "events") if event.time is not None]


def section(form: str) -> str:
    found = re.search(rf"^### {form}$(.*?)(?=^##|\Z)", GUIDE, re.DOTALL | re.MULTILINE)
    return found.group(1) if found else ""


@pytest.mark.parametrize(("form", "what"), [(form, what) for form, found in FORMATS.items() for what in found.of])
def test_export_same_store_gives_the_same_bytes(store, tmp_path, form, what):
    first = exported(store, what, form)
    assert first == exported(store, what, form)
    export_records(store, what, form, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == first


@pytest.mark.parametrize("form", FORMATS)
def test_export_empty_store_gives_a_file_that_is_whole(tmp_path, form):
    with open_store(tmp_path / "empty.db") as empty:
        for what in FORMATS[form].of:
            exported(empty, what, form)


def test_export_formats_are_those_of_the_command():
    assert tuple(form.value for form in options.Format) == tuple(FORMATS)


def test_export_guide_has_a_section_for_every_format_and_no_other():
    assert re.findall(r"^### (\w+)$", GUIDE, re.MULTILINE) == list(FORMATS)


@pytest.mark.parametrize(
    ("form", "columns"),
    [
        ("plover", list(plover.FIELDS)),
        ("polecat", list(polecat.COLUMNS)),
        ("icews", list(cameo.ICEWS)),
        ("gdelt1", list(cameo.GDELT1)),
        ("gdelt2", list(cameo.GDELT2)),
    ],
)
def test_export_guide_lists_every_column(form, columns):
    listed = re.search(r"^Columns: (.*?)\n\n", section(form), re.DOTALL | re.MULTILINE)
    assert re.findall(r"`([^`]+)`", listed.group(1)) == columns


def test_export_unknown_format_or_one_that_does_not_fit_says_what_would():
    with pytest.raises(InputError, match="did you mean 'parquet'"):
        writer_of("parket", "events")
    with pytest.raises(InputError, match="the format geojson holds events, not actors; formats of actors: jsonl, csv"):
        writer_of("geojson", "actors")
    with pytest.raises(InputError, match="cannot export 'eventz'"):
        writer_of("jsonl", "eventz")


@pytest.mark.parametrize("what", KINDS)
def test_export_tables_are_the_same_to_every_reader(store, tmp_path, what):
    path = tmp_path / "t.parquet"
    path.write_bytes(exported(store, what, "parquet"))
    rows = records(store, what)
    frame = pandas.read_parquet(path)
    assert list(frame.columns) == list(COLUMNS[what])
    assert len(frame) == len(rows)
    assert polars.read_parquet(path).height == len(rows)
    assert duckdb.sql(f"SELECT count(*) FROM '{path}'").fetchall() == [(len(rows),)]
    arrow = pyarrow.ipc.open_stream(exported(store, what, "arrow")).read_all()
    assert arrow.schema.equals(pyarrow.parquet.read_schema(path))
    assert arrow.to_pylist() == pyarrow.parquet.read_table(path).to_pylist()
    assert len(pandas.read_csv(io.BytesIO(exported(store, what, "csv")))) == len(rows)
    assert len(exported(store, what, "tsv").decode().split("\n")) == len(rows) + 2


def test_export_parquet_has_days_and_numbers_and_null_for_unknown(store, tmp_path):
    path = tmp_path / "events.parquet"
    path.write_bytes(exported(store, "events", "parquet"))
    found = duckdb.sql(
        f"SELECT id, start, score, latitude, hosts FROM '{path}' ORDER BY start NULLS LAST, id"
    ).fetchall()
    event = records(store, "events")[0]
    assert found[0] == (event.id, event.time.start, -1.5, 55.75, None)
    assert found[-1][1] is None


def test_export_tsv_keeps_a_record_on_its_line_and_runs_no_formula(store):
    header, *rows = exported(store, "articles", "tsv").decode().splitlines()
    assert len(rows) == len(ARTICLES)
    assert {len(row.split("\t")) for row in (header, *rows)} == {len(COLUMNS["articles"])}
    assert "'=post with tabs" in {row.split("\t")[3] for row in rows}


def test_export_plover_has_the_manuals_fields_and_what_it_requires(store):
    found = [json.loads(line) for line in exported(store, "events", "plover").splitlines()]
    assert len(plover.FIELDS) == 23
    assert [record["id"] for record in found] == [event.id for event in dated(store)]
    for record in found:
        assert list(record) == list(plover.FIELDS)
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", record["date"])
        assert record["actor"]
        assert record["event"][0]
    assert found[0]["quad_code"] == 1
    assert [party["code"] for party in found[0]["actor"]] == ["RUS", "USA"]
    assert found[0]["event_loc"]["geonameid"] == 524901
    assert found[0]["text"].startswith("Lavrov met Tillerson in Moscow")


@pytest.mark.parametrize(
    ("form", "width", "header"), [("polecat", 40, 0), ("icews", 20, 0), ("gdelt1", 58, None), ("gdelt2", 61, None)]
)
def test_export_coded_rows_have_the_width_of_their_data_set(store, form, width, header):
    frame = pandas.read_csv(io.BytesIO(exported(store, "events", form)), sep="\t", header=header, quoting=3)
    assert frame.shape[1] == width
    assert len(frame) == 2 * len(dated(store))  # a meeting of two gives a row in each direction
    numbers = frame.iloc[:, 0]
    assert numbers.is_unique
    assert (numbers > 0).all()


def test_export_polecat_row_says_who_what_and_where(store):
    frame = pandas.read_csv(io.BytesIO(exported(store, "events", "polecat")), sep="\t", quoting=3)
    first = frame.iloc[0]
    assert (first["Event Date"], first["Event Type"], first["Quad Code"]) == ("2017-04-12", "CONSULT", 1)
    assert {first["Actor Country"], first["Recipient Country"]} == {"RUS", "USA"}
    assert (first["Actor Title"], first["GeoNames ID"], first["Country"]) == ("Minister", 524901, "RUS")
    assert first["Story People"] == "Lavrov; Tillerson"
    assert frame["Wikipedia Actor ID"].isna().all()


def test_export_gdelt_row_keeps_days_codes_and_counts_in_their_columns(store):
    frame = pandas.read_csv(
        io.BytesIO(exported(store, "events", "gdelt2")), sep="\t", header=None, names=list(cameo.GDELT2), dtype=str
    )
    first = frame.iloc[0]
    assert (first.SQLDATE, first.MonthYear, first.Year, first.FractionDate) == (
        "20170412",
        "201704",
        "2017",
        "2017.3616",
    )
    assert (first.EventCode, first.EventRootCode, first.QuadClass) == ("036", "03", "1")
    assert (first.Actor1Code, first.Actor1CountryCode, first.Actor1Type1Code) == ("RUSGOV", "RUS", "GOV")
    assert (first.NumMentions, first.NumArticles, first.ActionGeo_Lat) == ("2", "2", "55.75")
    assert frame[["AvgTone", "GoldsteinScale", "ActionGeo_CountryCode"]].isna().all(axis=None)


def test_export_icews_row_names_countries_in_full(store):
    first = pandas.read_csv(io.BytesIO(exported(store, "events", "icews")), sep="\t").iloc[0]
    assert {first["Source Country"], first["Target Country"]} == {"Russia", "United States"}
    assert (first["CAMEO Code"], first["Event Text"]) == (36, "meeting")


def test_export_events_carry_every_name_of_their_participants(store):
    names = {row["id"]: row["names"] for row in map(json.loads, exported(store, "actors", "jsonl").splitlines())}
    events = [json.loads(line) for line in exported(store, "events", "jsonl").splitlines()]
    parties = [party for event in events for party in event["participants"]]
    assert parties
    assert all(party["names"] == names[party["actor"]] and party["name"] in party["names"] for party in parties)


def test_export_geojson_is_valid_and_holds_the_events_with_a_point(store):
    collection = FeatureCollection.model_validate_json(exported(store, "events", "geojson"))
    assert [feature.geometry.coordinates[:2] for feature in collection.features] == [(37.62, 55.75)]
    assert collection.features[0].properties["start"] == "2017-04-12"


def test_export_icalendar_has_stable_ids_whole_days_and_status(store):
    calendar = icalendar.Calendar.from_ical(exported(store, "events", "icalendar"))
    entries = {str(entry["UID"]): entry for entry in calendar.walk("VEVENT")}
    assert set(entries) == {f"{event.id}@communique" for event in dated(store)}
    for event in dated(store):
        entry = entries[f"{event.id}@communique"]
        assert (entry.start, entry.end) == (event.time.start, event.time.end + (entry.end - entry.start))
        assert (entry.end - entry.start).days == (event.time.end - event.time.start).days + 1
        assert str(entry["STATUS"]) == ("TENTATIVE" if event.status == "planned" else "CONFIRMED")


def test_export_graphml_is_a_graph_of_actors_and_events(store):
    graph = networkx.read_graphml(io.BytesIO(exported(store, "events", "graphml")))
    events = [node for node, values in graph.nodes(data=True) if values["class"] == "event"]
    assert set(events) == {event.id for event in records(store, "events")}
    assert all(len(list(graph.predecessors(event))) == 2 for event in events)
    assert {values["role"] for *_, values in graph.edges(data=True)} == {"actor"}
    assert {values["label"] for _, values in graph.nodes(data=True) if values["class"] == "actor"} == {
        "Lavrov",
        "Tillerson",
        "Wang",
    }


def test_export_graphml_replaces_characters_that_xml_cannot_hold():
    from communique.export.graphml import _text

    safe = _text("a\x00b\x1f")
    assert ElementTree.fromstring(f"<a>{safe}</a>").text == "a\ufffdb\ufffd"


def test_export_jsonld_is_a_graph_of_schema_org_events(store):
    graph = rdflib.Graph().parse(data=exported(store, "events", "jsonld"), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    found = set(graph.subjects(rdflib.RDF.type, schema.Event))
    assert found == {rdflib.URIRef(f"urn:communique:{event.id}") for event in records(store, "events")}
    assert {len(list(graph.objects(event, schema.attendee))) for event in found} == {2}
    assert "2017-04-12" in {str(day) for day in graph.objects(None, schema.startDate)}


@pytest.mark.parametrize("what", ["events", "actors"])
def test_export_followthemoney_entities_pass_its_own_validation(store, what):
    entities = [
        EntityProxy.from_dict(json.loads(line)) for line in exported(store, what, "followthemoney").splitlines()
    ]
    for entity in entities:
        entity.schema.validate(entity.to_dict())
        assert model.get_proxy(entity.to_dict()).properties == entity.properties
    schemas = {entity.schema.name for entity in entities}
    assert schemas == ({"Event", "Article", "Mention"} if what == "events" else {"Person", "Position", "Occupancy"})
    assert len({entity.id for entity in entities}) == len(entities)
    if what == "actors":
        assert {"ru", "us", "cn"} == {
            c for entity in entities if entity.schema.name == "Person" for c in entity.countries
        }


@pytest.mark.parametrize(("what", "span"), [("reports", "evidence"), ("statements", "content")])
def test_export_webannotations_select_the_words_of_their_article(store, what, span):
    page = json.loads(exported(store, what, "webannotation"))
    texts = {f"urn:communique:{article.id}": article.text for article in records(store, "articles")}
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert [item["id"] for item in page["items"]] == [f"urn:communique:{record.id}" for record in records(store, what)]
    for item, record in zip(page["items"], records(store, what), strict=True):
        position, quote = item["target"]["selector"]
        text = texts[item["target"]["source"]]
        assert text[position["start"] : position["end"]] == quote["exact"] == getattr(record, span).text
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_export_brat_offsets_point_to_their_words(store):
    archive = zipfile.ZipFile(io.BytesIO(exported(store, "articles", "brat")))
    names = [name.removesuffix(".txt") for name in archive.namelist() if name.endswith(".txt")]
    assert len(names) == len(ARTICLES)
    assert "Meeting\t" in archive.read("annotation.conf").decode()
    events = 0
    for name in names:
        text, lines = archive.read(f"{name}.txt").decode(), archive.read(f"{name}.ann").decode().splitlines()
        words = {}
        for line in (line for line in lines if line.startswith("T")):
            mark, label, quoted = line.split("\t")
            start, end = label.split(" ", 1)[1].split()
            assert text[int(start) : int(end)] == quoted
            words[mark] = quoted
        for line in (line for line in lines if line.startswith("E")):
            trigger, *parts = line.split("\t")[1].split()
            assert words[trigger.partition(":")[2]] in {"met", "will meet"}
            assert len([part for part in parts if part.startswith("Actor")]) == 2
            events += 1
    assert events == len(records(store, "reports"))


def test_export_labelstudio_tasks_label_their_words(store):
    tasks = json.loads(exported(store, "articles", "labelstudio"))
    assert [task["data"]["id"] for task in tasks] == [article.id for article in records(store, "articles")]
    for task in tasks:
        result = task["predictions"][0]["result"]
        regions = {item["id"]: item["value"] for item in result if item["type"] == "labels"}
        for value in regions.values():
            assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
        for line in (item for item in result if item["type"] == "relation"):
            assert {line["from_id"], line["to_id"]} <= set(regions)
