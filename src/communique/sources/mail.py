"""An article from an e-mail (``.eml``): its subject, sender and day, and its plain text, or else its HTML page."""

from __future__ import annotations

from collections.abc import Mapping
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Any

from communique.errors import InputError
from communique.records import Article
from communique.sources.article import new_article
from communique.sources.decoding import read_bytes
from communique.sources.html import page_fields
from communique.sources.rejected import RejectedSource, reject


def read_mail(path: Path, about: Mapping[str, Any]) -> Article | RejectedSource:
    """The message's article; what ``about`` (a line of ``metadata.jsonl``) says wins over its headers."""
    source = str(path)
    body = read_bytes(path)
    if isinstance(body, RejectedSource):
        return body
    try:
        message = BytesParser(policy=policy.default).parsebytes(body)
        fields = _fields(message, source)
    except Exception as error:  # a hostile message may make the parser fail in any way
        return reject(source, "malformed", f"the message cannot be read: {error}")
    if isinstance(fields, RejectedSource):
        return fields
    text = fields.pop("text", None)
    if not isinstance(text, str) or not text.strip():
        return reject(source, "empty", "the message has no text")
    try:
        return new_article(text, {**fields, **{k: v for k, v in about.items() if v is not None}}, source=source)
    except InputError as error:
        return reject(source, "malformed", str(error))


def _fields(message: EmailMessage, source: str) -> dict[str, Any] | RejectedSource:
    date = message["date"].datetime if message["date"] is not None else None
    found = {
        "title": str(message["subject"] or "") or None,
        "author": str(message["from"] or "") or None,
        "published": date.date().isoformat() if date is not None else None,
    }
    part = message.get_body(("plain", "html"))
    if part is None:
        return found
    content = str(part.get_content()).replace("\r\n", "\n")
    if part.get_content_type() != "text/html":
        return found | {"text": content}
    page = page_fields(content, source)
    return page if isinstance(page, RejectedSource) else found | {"text": page.get("text")}
