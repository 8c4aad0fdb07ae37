"""One mapping of fields, as JSON gives it, to one :class:`~communique.records.Article`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from communique.errors import InputError
from communique.records import Article, digest
from communique.sources.days import read_day
from communique.sources.decoding import sound

_STRINGS = ("title", "outlet", "url", "language", "author")


def parse_article(fields: Mapping[str, Any], *, source: str | None = None) -> Article:
    """The article that a mapping describes (see RECORDS: ``text`` is needed, the rest is optional).

    Fields that are not an article's are left alone. Without an ``id`` the id is a digest of what the article says.

    A day of publication that cannot be read is left out, with a warning: the article is worth more than its date.

    Raises:
        InputError: ``text`` is missing or empty, or a field is of a wrong type; the message names it.

    """
    text = _string(fields, "text")
    if text is None:
        raise InputError('no "text"; an article needs at least {"text": "..."}')
    return new_article(text, fields, source=source)


def new_article(text: str, fields: Mapping[str, Any], *, source: str | None = None) -> Article:
    """An article of this text, with what ``fields`` say about it.

    Raises:
        InputError: a field is of a wrong type or form.

    """
    about = {name: _string(fields, name) for name in _STRINGS}
    published = read_day(fields.get("published"), source)
    given = fields.get("id")
    if given is not None and (isinstance(given, bool) or not isinstance(given, (str, int))):
        raise _wrong("id", "a string", given)
    named = sound(str(given)).strip() if given is not None else ""
    return Article(
        id=named or article_id(text, about["title"], published, about["outlet"]),
        text=text,
        published=published,
        source=source,
        **about,
    )


def article_id(text: str, title: str | None, published: datetime.date | None, outlet: str | None) -> str:
    """The id of an article that nobody gave one: a digest of its content."""
    return digest("article", text, title, published, outlet)


def _string(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _wrong(name, "a string", value)
    value = sound(value)
    if name == "text":
        return value
    return value.strip() or None


def _wrong(name: str, wanted: str, value: object) -> InputError:
    return InputError(f'field "{name}": {_shown(value)} is not {wanted}')


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
