"""Articles as other programs write them: the names that crawlers and tables use for the fields of an article.

Known are newspaper4k, news-please, GDELT's lists of articles, and the usual headings of tables. A field of our own name
wins, when it has a value.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

#: For each field of an article, the names that others give it, the likeliest first.
NAMES: dict[str, tuple[str, ...]] = {
    "text": ("maintext", "body", "content", "article_text"),
    "title": ("headline",),
    "published": ("publish_date", "date_publish", "publication_date", "seendate", "date"),
    "outlet": ("source_domain", "domain", "publisher", "source_url"),
    "url": ("link",),
    "language": ("meta_lang", "lang"),
    "author": ("authors", "byline"),
}


def as_article(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an article under our names."""
    found = dict(fields)
    for ours, theirs in NAMES.items():
        other = next((name for name in theirs if fields.get(name) not in ("", [], None)), None)
        if other is not None and fields.get(ours) in ("", None):
            found[ours] = _value(ours, fields[other])
    return found


def _value(ours: str, value: object) -> object:
    """What another program's value is in our form: one line for several authors, a host for the address of a source."""
    if ours == "author" and isinstance(value, list):
        return ", ".join(str(name) for name in value)
    if ours == "outlet" and isinstance(value, str) and "://" in value:
        return urlsplit(value).hostname
    return value
