"""Articles in brat's standoff format: a ZIP archive of ``NAME.txt`` and ``NAME.ann`` with an ``annotation.conf``.

Offsets count Unicode code points, as brat does. A label has underscores for spaces, since brat's have none; words that
go over a line are given line by line.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO, get_args

import sqlalchemy as sa

from communique.export.annotated import ENTITY_LABELS, Act, Annotated, Stretch, stream_annotated
from communique.records import Role, Status
from communique.store import schema

_UNSAFE = re.compile(r"[^\w.-]")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same record gives the same bytes


def write_brat(connection: sa.Connection, _: str, out: BinaryIO) -> None:
    """Write the archive."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        kinds = connection.scalars(sa.select(schema.reports.c.kind).distinct().order_by(schema.reports.c.kind)).all()
        _add(archive, "annotation.conf", configuration(kinds))
        for annotated in stream_annotated(connection):
            name = _UNSAFE.sub("_", annotated.article)
            _add(archive, f"{name}.txt", annotated.text)
            _add(archive, f"{name}.ann", "".join(f"{line}\n" for line in standoff(annotated)))


def configuration(kinds: Iterable[str]) -> str:
    """``annotation.conf``: the labels, what an event of each kind may have, and the statuses."""
    labels = map(_label, kinds)
    roles = ", ".join(f"{_label(role)}*:<ENTITY>" for role in (*get_args(Role), "place", "time"))
    return "\n".join(
        [
            "[entities]", *map(_label, ENTITY_LABELS), "", "[relations]", "", "[events]",
            *(f"{label}\t{roles}" for label in labels), "", "[attributes]",
            f"Status\tArg:<EVENT>, Value:{'|'.join(get_args(Status))}", "",
        ]
    )  # fmt: skip


def standoff(annotated: Annotated) -> Iterator[str]:
    """The lines of an ``.ann`` file: T for words, E for events with their parts, A for their status."""
    numbers: dict[Stretch, int] = {}
    for stretch in annotated.stretches:
        numbers[stretch] = len(numbers) + 1
        yield _text_bound(numbers[stretch], stretch, annotated.text)
    count = len(numbers)
    for number, act in enumerate(annotated.acts, 1):
        count += 1
        yield _text_bound(count, act.trigger, annotated.text)
        yield f"E{number}\t{_event(act, count, numbers)}"
        if act.status is not None:
            yield f"A{number}\tStatus E{number} {act.status}"


def _event(act: Act, trigger: int, numbers: dict[Stretch, int]) -> str:
    parts = [f"{_label(act.trigger.label)}:T{trigger}"]
    seen: dict[str, int] = {}
    for role, stretch in act.relations:
        seen[role] = seen.get(role, 0) + 1
        parts.append(f"{_label(role)}{seen[role] if seen[role] > 1 else ''}:T{numbers[stretch]}")
    return " ".join(parts)


def _text_bound(number: int, stretch: Stretch, text: str) -> str:
    pieces = list(_lines(stretch, text))
    offsets = ";".join(f"{start} {end}" for start, end in pieces)
    words = " ".join(text[start:end] for start, end in pieces)
    return f"T{number}\t{_label(stretch.label)} {offsets}\t{words}"


def _lines(stretch: Stretch, text: str) -> Iterator[tuple[int, int]]:
    """The parts of a stretch that lie on one line each."""
    start = stretch.start
    for part in text[stretch.start : stretch.end].split("\n"):
        if part:
            yield start, start + len(part)
        start += len(part) + 1


def _label(name: str) -> str:
    return "_".join(name.split()).capitalize()


def _add(archive: zipfile.ZipFile, name: str, text: str) -> None:
    archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
