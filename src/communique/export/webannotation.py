"""Reports and statements as W3C Web Annotations: a page of annotations, each on the words of its article.

A target names the article by its address, or by a URN of its id, and the words by their position (in Unicode code
points, as the recommendation counts) and by a quotation with a little text around it.
"""

from __future__ import annotations

from typing import Any, BinaryIO
from urllib.parse import quote

import msgspec
import sqlalchemy as sa

from communique.export.records import stream_records
from communique.records import Report, Span, Statement
from communique.store.lookup import ArticleHead, load_articles

Json = dict[str, Any]
_AROUND = 32


def write_webannotations(connection: sa.Connection, what: str, out: BinaryIO) -> None:
    """Write one annotation page, an annotation a line."""
    out.write(b'{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[')
    between, article = b"\n", None
    for record in stream_records(connection, what):
        assert isinstance(record, (Report, Statement))
        if article is None or article.id != record.article:
            article = load_articles(connection, [record.article])[record.article]
        out.write(between + msgspec.json.encode(_annotation(record, article)))
        between = b",\n"
    out.write(b"\n]}\n")


def _annotation(record: Report | Statement, article: ArticleHead) -> Json:
    if isinstance(record, Report):
        motivation, span = "tagging", record.evidence
        bodies = [_body("tagging", record.kind), _body("tagging", record.status)]
    else:
        motivation, span = "identifying", record.content
        bodies = [_body("identifying", record.speaker.name)] if record.speaker is not None else []
    return {
        "id": _urn(record.id),
        "type": "Annotation",
        "motivation": motivation,
        "body": [*bodies, _body("describing", msgspec.json.encode(record).decode(), "application/json")],
        "target": {"source": article.url or _urn(article.id), "selector": _selectors(span, article.text)},
    }


def _body(purpose: str, value: str, form: str = "text/plain") -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": form}


def _selectors(span: Span, text: str) -> list[Json]:
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.text,
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
    ]


def _urn(record_id: str) -> str:
    return f"urn:communique:{quote(record_id, safe='-._~:')}"
