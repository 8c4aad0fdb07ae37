"""Who takes part in what, as a graph in GraphML: actors and events are nodes, and each part in an event is an edge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import BinaryIO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

import sqlalchemy as sa

from communique.export.records import stream_records
from communique.export.wording import headline
from communique.records import Event, Participant

#: The attributes of nodes and edges, with their GraphML types.
NODE = {
    "class": "string", "label": "string", "type": "string", "country": "string", "sector": "string",
    "status": "string", "start": "string", "end": "string", "plover": "string", "score": "double",
}  # fmt: skip
EDGE = {"role": "string", "office": "string"}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(connection: sa.Connection, _: str, out: BinaryIO) -> None:
    """Write the graph; a node stands before the first edge that needs it."""
    xml = XMLGenerator(out, encoding="utf-8")
    xml.startDocument()
    _start(xml, "graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for domain, attributes in (("node", NODE), ("edge", EDGE)):
        for name, kind in attributes.items():
            key = {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": kind}
            _element(xml, "key", key)
    _start(xml, "graph", id="communique", edgedefault="directed")
    known: set[str] = set()
    for event in stream_records(connection, "events"):
        assert isinstance(event, Event)
        _write_event(xml, event, known)
    xml.endElement("graph")
    xml.endElement("graphml")
    xml.endDocument()


def _write_event(xml: XMLGenerator, event: Event, known: set[str]) -> None:
    _element(xml, "node", {"id": event.id}, "node", _event_values(event))
    for party in event.participants:
        if party.actor not in known:
            known.add(party.actor)
            _element(xml, "node", {"id": _text(party.actor)}, "node", _actor_values(party))
        ends = {"source": _text(party.actor), "target": event.id}
        _element(xml, "edge", ends, "edge", {"role": party.role, "office": party.office})


def _event_values(event: Event) -> dict[str, object]:
    return {
        "class": "event",
        "label": headline(event),
        "type": event.kind,
        "country": event.place.country if event.place is not None else None,
        "status": event.status,
        "start": event.told_time.start if event.told_time is not None else None,
        "end": event.told_time.end if event.told_time is not None else None,
        "plover": event.plover,
        "score": event.score,
    }


def _actor_values(party: Participant) -> dict[str, object]:
    return {
        "class": "actor",
        "label": party.name,
        "type": party.type,
        "country": party.country,
        "sector": party.sector,
    }


def _element(
    xml: XMLGenerator,
    name: str,
    attributes: Mapping[str, str],
    domain: str = "",
    values: Mapping[str, object] | None = None,
) -> None:
    """An element with a ``data`` child for each value that is known."""
    _start(xml, name, **attributes)
    known: Iterable[tuple[str, object]] = ((k, v) for k, v in (values or {}).items() if v is not None)
    for key, value in known:
        _start(xml, "data", key=f"{domain}-{key}")
        xml.characters(_text(str(value)))
        xml.endElement("data")
    xml.endElement(name)
    xml.ignorableWhitespace("\n")


def _start(xml: XMLGenerator, name: str, **attributes: str) -> None:
    xml.startElement(name, AttributesImpl(attributes))


def _text(value: str) -> str:
    """The text without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", value)
