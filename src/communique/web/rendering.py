"""Pages from templates. Everything is escaped, and characters that reorder or hide text are taken out."""

from __future__ import annotations

import functools
from typing import Any
from urllib.parse import quote

import jinja2
from fastapi import Request
from starlette.responses import HTMLResponse

from communique.display.days import day_text, time_text
from communique.display.text import is_unsafe, plain, shortened
from communique.display.values import party_text, place_text, short_id, source_text, topics_text, who_text
from communique.export.wording import headline
from communique.lexicon.states import load_states
from communique.web.desk import version
from communique.web.security import csrf_token, desk_of


@functools.lru_cache(maxsize=1)
def environment() -> jinja2.Environment:
    """The templates, with the words that they need."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("communique.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": day_text, "time": time_text, "plain": plain_or_nothing, "shortened": shortened, "who": who_text,
        "party": party_text, "place": place_text, "topics": topics_text, "source": source_text, "short": short_id,
        "headline": headline, "state": state_name, "visible": visible, "segment": segment, "plural": plural,
    }  # fmt: skip
    return made


def page(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:  # noqa: ANN401
    """A page from a template."""
    desk = desk_of(request)
    made = environment().get_template(template)
    shared = {
        "request": request, "path": request.url.path, "csrf": csrf_token(request), "version": version(),
        "linking": desk.linking, "trouble": desk.trouble, "store": desk.store.location,
    }  # fmt: skip
    return HTMLResponse(made.render(**shared, **context), status)


def plain_or_nothing(text: str | None) -> str:
    """The text on one line without characters that a reader cannot see; nothing for ``None``."""
    return plain(text) if text is not None else ""


def visible(text: str) -> str:
    """The text of an article with its lines, without control characters and those that reorder what is written."""
    if text.isascii() and text.isprintable():
        return text
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    return "".join(" " if c.isspace() else c for c in line if c.isspace() or not is_unsafe(c))


def segment(text: str) -> str:
    """A value as one part of the path of an address."""
    return quote(text, safe="")


def state_name(code: str) -> str:
    """The name of the state that a code stands for, else the code."""
    state = load_states().by_code.get(code)
    return state.name if state is not None else code


def plural(number: int, thing: str, several: str | None = None) -> str:
    """``1 event``, ``2 events``."""
    return f"{number:,} {thing if number == 1 else several or thing + 's'}"
