"""Why a search found nothing."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from communique.store.database import Store
from communique.store.folding import fold
from communique.store.queries import EventQuery, count_events, names_in, undated

_FLAGS = {
    "who": "--who",
    "actor": "the actor",
    "dyad": "--dyad",
    "kinds": "--kind",
    "plovers": "--plover",
    "statuses": "--status",
    "unconfirmed_on": "--status unconfirmed",
    "since": "--from",
    "until": "--to",
    "topic": "--topic",
    "where": "--where",
    "outlet": "--outlet",
    "source": "--source",
    "story": "--story",
    "text": "--text",
    "confidence": "--confidence",
}


def why_nothing(store: Store, query: EventQuery) -> Iterator[str]:
    """Sentences that say how many events each condition would leave by itself, and what may have been meant."""
    total = count_events(store)
    if total == 0:
        yield "The store holds no events; read articles with: communique read PATH"
        return
    yield f"The store holds {total:,} event{'s' if total != 1 else ''}, and none matches."
    for name, alone in query.alone():
        value = _shown(getattr(query, name))
        yield f"{_FLAGS[name]}{value if name != 'unconfirmed_on' else ''} alone matches {count_events(store, alone):,}."
    sought = [query.who] if query.who else list(query.dyad or ())
    names = names_in(store) if sought else ()
    for who in sought:
        near = nearest(who, names)
        if near and not count_events(store, EventQuery(who=who)):
            yield f"Names near {who!r}: {', '.join(near)}."
    if (query.since or query.until) and (without := undated(store, query)):
        yield f"{without:,} more would match but for having no known day."


def nearest(text: str, choices: Sequence[str], most: int = 5) -> list[str]:
    """The choices nearest to a text, by their whole or by a word of theirs, nearest first."""
    sought = fold(text).strip()

    def likeness(choice: str) -> float:
        folded = fold(choice).strip()
        forms = {folded, *folded.split()}
        return max((difflib.SequenceMatcher(None, sought, form).ratio() for form in forms), default=0.0)

    rated = sorted(((likeness(choice), choice) for choice in choices), key=lambda pair: (-pair[0], pair[1]))
    return [choice for rate, choice in rated[:most] if rate >= 0.6]


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return f" {', '.join(map(str, value))}"
    return f" {value!r}" if isinstance(value, str) else f" {value}"
