"""An article from a web page, by trafilatura (Barbaresi 2021): its main text, title, author and stated day."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from communique.errors import InputError
from communique.records import Article
from communique.sources.article import new_article
from communique.sources.decoding import decode, read_bytes
from communique.sources.rejected import RejectedSource, reject

#: Our field for each field of trafilatura's document that we use.
_FIELDS = {
    "text": "text",
    "title": "title",
    "author": "author",
    "date": "published",
    "url": "url",
    "sitename": "outlet",
}
_MISSING = "web pages need trafilatura; run: pip install 'communique[html]'"


def read_html(path: Path, about: Mapping[str, Any]) -> Article | RejectedSource:
    """The page's article; what ``about`` (a line of ``metadata.jsonl``) says wins over the page."""
    source = str(path)
    body = read_bytes(path)
    if isinstance(body, RejectedSource):
        return body
    page = decode(body, source)
    if isinstance(page, RejectedSource):
        return page
    if not page.strip():
        return reject(source, "empty", "the file has no text")
    found = page_fields(page, source)
    if isinstance(found, RejectedSource):
        return found
    text = found.pop("text", None)
    if not text or not text.strip():
        return reject(source, "empty", "the page has no article text")
    try:
        return new_article(text, {**found, **{k: v for k, v in about.items() if v is not None}}, source=source)
    except InputError as error:
        return reject(source, "malformed", f"metadata.jsonl: {error}")


def page_fields(page: str, source: str) -> dict[str, str] | RejectedSource:
    """The fields of the article of a page, as far as it states them, ``text`` among them if it has any."""
    try:
        return _extract(page)
    except ImportError:
        return reject(source, "unreadable", _MISSING)
    except Exception as error:  # a hostile page may make the extractor fail in any way
        return reject(source, "malformed", f"the page cannot be read: {error}")


def _extract(page: str) -> dict[str, str]:
    from trafilatura import bare_extraction

    # Only a day that the page states in its metadata or markup: a day guessed from the text would be made up.
    document = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if document is None:
        return {}
    fields = document.as_dict() if hasattr(document, "as_dict") else dict(document)
    return {ours: fields[theirs] for theirs, ours in _FIELDS.items() if isinstance(fields.get(theirs), str)}
