"""The formats of exports: what each can hold, and what writes it. A writer is imported when it is first used."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, cast

import sqlalchemy as sa

from communique.errors import InputError
from communique.export.records import KINDS

Write = Callable[[sa.Connection, str, BinaryIO], None]
_EVENTS = ("events",)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the kinds of records it can hold, and ``module:function`` that writes them."""

    of: tuple[str, ...]
    writer: str

    def load(self) -> Write:
        """The function that writes the records of a kind to a stream."""
        module, _, function = self.writer.partition(":")
        return cast("Write", getattr(importlib.import_module(f"communique.export.{module}"), function))


FORMATS: dict[str, Format] = {
    "jsonl": Format(KINDS, "jsonl:write_records"),
    "csv": Format(KINDS, "tables:write_csv"),
    "tsv": Format(KINDS, "tables:write_tsv"),
    "parquet": Format(KINDS, "tables:write_parquet"),
    "arrow": Format(KINDS, "tables:write_arrow"),
    "plover": Format(_EVENTS, "plover:write_plover"),
    "polecat": Format(_EVENTS, "polecat:write_polecat"),
    "icews": Format(_EVENTS, "cameo:write_icews"),
    "gdelt1": Format(_EVENTS, "cameo:write_gdelt1"),
    "gdelt2": Format(_EVENTS, "cameo:write_gdelt2"),
    "geojson": Format(_EVENTS, "geojson:write_geojson"),
    "icalendar": Format(_EVENTS, "icalendar:write_icalendar"),
    "graphml": Format(_EVENTS, "graphml:write_graphml"),
    "jsonld": Format(_EVENTS, "jsonld:write_jsonld"),
    "followthemoney": Format(("events", "actors"), "followthemoney:write_followthemoney"),
    "webannotation": Format(("reports", "statements"), "webannotation:write_webannotations"),
    "brat": Format(("articles",), "brat:write_brat"),
    "labelstudio": Format(("articles",), "labelstudio:write_labelstudio"),
}


def writer_of(form: str, what: str) -> Write:
    """What writes records of a kind in a format.

    Raises:
        InputError: there is no such format, or it cannot hold records of that kind.

    """
    if form not in FORMATS:
        near = difflib.get_close_matches(form, FORMATS, n=1)
        meant = f"did you mean {near[0]!r}? " if near else ""
        raise InputError(f"there is no format {form!r}; {meant}There are: {', '.join(FORMATS)}")
    if what not in KINDS:
        raise InputError(f"cannot export {what!r}; export one of: {', '.join(KINDS)}")
    if what not in FORMATS[form].of:
        fit = ", ".join(name for name, found in FORMATS.items() if what in found.of)
        raise InputError(
            f"the format {form} holds {' or '.join(FORMATS[form].of)}, not {what}; formats of {what}: {fit}"
        )
    return FORMATS[form].load()
