"""Articles as tasks of Label Studio: a JSON array, each task with what was read as a prediction to correct.

Words are labelled by their kind or type under ``label``, statuses are choices of a trigger under ``status``, and the
parts of an act are relations from its trigger.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec
import sqlalchemy as sa

from communique.export.annotated import Act, Annotated, Stretch, stream_annotated

Json = dict[str, Any]


def write_labelstudio(connection: sa.Connection, _: str, out: BinaryIO) -> None:
    """Write the array, a task a line."""
    out.write(b"[")
    between = b"\n"
    for annotated in stream_annotated(connection):
        out.write(between + msgspec.json.encode(_task(annotated)))
        between = b",\n"
    out.write(b"\n]\n")


def _task(annotated: Annotated) -> Json:
    return {
        "data": {"id": annotated.article, "text": annotated.text},
        "predictions": [{"model_version": "communique", "result": list(_results(annotated))}],
    }


def _results(annotated: Annotated) -> Iterator[Json]:
    names: dict[Stretch, str] = {}
    for number, stretch in enumerate(annotated.stretches):
        names[stretch] = f"t{number}"
        yield _region(names[stretch], stretch, annotated.text, "labels", [stretch.label])
    for number, act in enumerate(annotated.acts):
        yield from _act(f"e{number}", act, names, annotated.text)


def _act(name: str, act: Act, names: dict[Stretch, str], text: str) -> Iterator[Json]:
    yield _region(name, act.trigger, text, "labels", [act.trigger.label])
    if act.status is not None:
        yield _region(name, act.trigger, text, "choices", [act.status])
    for role, stretch in act.relations:
        yield {"type": "relation", "from_id": name, "to_id": names[stretch], "direction": "right", "labels": [role]}


def _region(name: str, stretch: Stretch, text: str, kind: str, values: list[str]) -> Json:
    words = {"start": stretch.start, "end": stretch.end, "text": text[stretch.start : stretch.end]}
    control = {"labels": "label", "choices": "status"}[kind]
    return {"id": name, "from_name": control, "to_name": "text", "type": kind, "value": {**words, kind: values}}
