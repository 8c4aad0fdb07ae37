"""Records as data frames and notebook pages, and plots of them."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime
from xml.etree import ElementTree

import msgspec
import pytest
from datasette.app import Datasette

from communique.errors import InputError
from communique.ingest import read_all
from communique.plotting import PLOTS, save_plot
from communique.records import Place, Span
from communique.store.database import open_store
from communique.store.queries import EventQuery
from communique.store.relinking import relink
from handmade import article, load_toy, toy_link
from test_cli import filled, run, toy  # noqa: F401 - fixtures


@pytest.fixture
def store(tmp_path):
    texts = ("Lavrov met Tillerson in Moscow about Syria.", "Wang will meet Lavrov. Wang said <b>no</b> & left.")
    with open_store(tmp_path / "s.db") as opened:
        read_all(opened, [article(text, outlet=f"o{n}") for n, text in enumerate(texts)], load_toy, edition="1")
        relink(opened, "1", toy_link)
        yield opened


def test_frames_are_sequences_of_records(store):
    found = store.events(who="Lavrov")
    assert [event.kind for event in found] == ["meeting", "meeting"]
    assert len(found[:1]) == 1
    assert repr(found) == "<2 events>"
    assert len(store.events(statuses=("planned",))) == 1
    assert len(store.events(limit=1)) == 1
    assert len(store.records("statements")) == 1


def test_frames_of_every_library_say_the_same(store):
    found = store.events()
    arrow, pandas, polars = found.to_arrow(), found.to_pandas(), found.to_polars()
    assert arrow.column_names == list(pandas.columns) == polars.columns
    assert list(pandas["id"]) == polars["id"].to_list() == [event.id for event in found]
    assert polars["start"].to_list() == [datetime.date(2017, 4, 12)] * 2
    assert str(pandas["start"].dtype).startswith("datetime64")
    assert polars["hosts"].null_count() == 2


def test_frames_of_nothing_keep_their_columns(store):
    none = store.events(who="Nobody")
    assert none.to_polars().shape == (0, len(store.events().to_pandas().columns))


def test_frames_show_themselves_in_notebooks_without_running_markup(store):
    page = store.records("statements")._repr_html_()
    assert "&lt;b&gt;no&lt;/b&gt; &amp; left" in page
    assert "<b>" not in page


def test_frames_dossier_is_text_for_people_and_a_page_for_notebooks(store):
    event = store.events(statuses=("planned",))[0]
    shown = store.show(event.id[:14])
    assert shown.dossier.event == event
    assert "Wang will meet Lavrov." in str(shown)
    article_page = store.show(event.articles[0])._repr_html_()
    assert "&lt;b&gt;no&lt;/b&gt; &amp; left" in article_page
    assert "<b>" not in article_page
    with pytest.raises(InputError, match="nothing in the store"):
        store.show("nonsense")


@pytest.mark.parametrize("what", [what for what in PLOTS if what != "map"])
@pytest.mark.parametrize("ending", ["svg", "png", "html"])
def test_plots_are_drawn_in_every_format(filled, tmp_path, what, ending):  # noqa: F811
    out = tmp_path / f"plot.{ending}"
    run("plot", what, "--dyad", "USA:RUS", "--out", str(out))
    start = out.read_bytes()[:2000]
    if ending == "svg":
        assert ElementTree.fromstring(out.read_text()).tag.endswith("svg")
    elif ending == "png":
        assert start.startswith(b"\x89PNG")
    else:
        assert b"<html" in start.lower()


def test_plots_map_has_the_land_and_a_dot_for_each_place(tmp_path):
    point = {"kind": "meeting", "place": Place(span=Span(0, 4, "Oslo"), name="Oslo", latitude=59.91, longitude=10.75)}
    with open_store(tmp_path / "points.db") as opened:
        read_all(opened, [article("Lavrov met Tillerson.")], load_toy, edition="1")
        relink(opened, "1", lambda *given: _all_with(toy_link(*given), point))
        save_plot(opened, "map", EventQuery(), tmp_path / "map.svg")
    shapes = [e.get("d", "") for e in ElementTree.parse(tmp_path / "map.svg").iter() if e.tag.endswith("path")]
    assert max(map(len, shapes)) > 20_000  # the land is one shape of many points
    labels = [e.get("aria-label", "") for e in ElementTree.parse(tmp_path / "map.svg").iter()]
    assert any("place: Oslo" in label for label in labels)


def _all_with(linked, fields):
    return dataclasses.replace(linked, events=tuple(msgspec.structs.replace(e, **fields) for e in linked.events))


def test_plots_that_cannot_be_drawn_say_why_and_leave_nothing(filled, tmp_path):  # noqa: F811
    assert "one of html, png, svg" in str(run("plot", "timeline", "--out", "x.pdf", code=1).exception)
    assert "known point" in str(run("plot", "map", "--out", "x.svg", code=1).exception)
    assert "needs its two sides" in run("plot", "dyad", "--out", "x.svg", code=2).stderr
    assert "matches" in str(run("plot", "timeline", "--who", "Nobody", "--out", "x.svg", code=1).exception)
    assert not list(tmp_path.glob("*x.*"))


def test_frames_store_opens_in_datasette_as_it_is(store, tmp_path):
    async def ask():
        client = Datasette([str(tmp_path / "s.db")]).client
        response = await client.get("/s/events.json?_shape=array")
        return response.json()

    assert [row["id"] for row in asyncio.run(ask())] == sorted(event.id for event in store.events())
