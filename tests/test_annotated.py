"""Annotations go out to brat and Label Studio and come back as they were."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from communique.errors import InputError
from communique.export.annotated import annotate
from communique.export.files import export_records
from communique.ingest import read_all
from communique.sources.annotated import read_annotated
from communique.store.database import open_store
from communique.store.streaming import stream_readings
from handmade import article, load_toy
from test_cli import run

TEXTS = ("Lavrov met Tillerson in Moscow about Syria.\n\U0001f54a Wang will meet Lavrov.", "Nothing.")


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "s.db") as opened:
        read_all(opened, [article(text, outlet=f"o{n}") for n, text in enumerate(TEXTS)], load_toy, edition="1")
        yield opened


@pytest.mark.parametrize("form", ["brat", "labelstudio"])
def test_annotated_comes_back_as_it_went_out(store, tmp_path, form):
    export_records(store, "articles", form, tmp_path / "out")
    with store.reading() as connection:
        expected = [annotate(reading) for reading in stream_readings(connection)]
    assert any(found.acts and found.stretches for found in expected)
    assert read_annotated(tmp_path / "out") == expected
    printed = [json.loads(line) for line in run("annotations", str(tmp_path / "out")).stdout.splitlines()]
    assert [found["article"] for found in printed] == [found.article for found in expected]


def test_annotated_takes_what_was_corrected_before_what_was_predicted(store, tmp_path):
    export_records(store, "articles", "labelstudio", tmp_path / "out.json")
    tasks = json.loads((tmp_path / "out.json").read_text())
    for task in tasks:
        task["annotations"] = [{"was_cancelled": True, "result": None}, {"result": []}]
    (tmp_path / "out.json").write_text(json.dumps(tasks))
    assert not any(found.acts or found.stretches for found in read_annotated(tmp_path / "out.json"))


def archive(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, body in files.items():
            made.writestr(name.replace("_", "."), body)
    return out.getvalue()


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"no", "neither an archive of brat nor"),
        (b"5", "neither an archive of brat nor"),
        (b'[{"data": {}}]', "task 1 is no task"),
        (archive(a_ann="T1\tPlace 0 4\tOslo\n"), "there is no a.txt"),
        (archive(a_txt="Oslo", a_ann="T1\tPlace 0 9\tOslo\n"), "lies outside the text"),
        (archive(a_txt="Oslo", a_ann="E1\tMeeting:T7\n"), "does not hold together"),
        (archive(a_txt="Oslo", a_ann="T1\tPlace\tOslo\n"), "does not hold together"),
    ],
)
def test_annotated_file_that_does_not_hold_together_says_where(tmp_path, body, message):
    (tmp_path / "x").write_bytes(body)
    with pytest.raises(InputError, match=message):
        read_annotated(tmp_path / "x")
