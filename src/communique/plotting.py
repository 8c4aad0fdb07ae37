"""Plots of the record with Altair: events over time, the score of a dyad, who has to do with whom, and where."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from communique.errors import InputError
from communique.export.files import whole_file
from communique.records import Event
from communique.store.database import Store
from communique.store.periods import Period, count_periods
from communique.store.queries import EventQuery, find_events

#: The endings of files that a plot can be written to.
ENDINGS = ("html", "png", "svg")
_MOST_NODES = 40
#: The world's land at 1:110,000,000 by Natural Earth, as TopoJSON (see NOTICE).
_LAND = Path(__file__).with_name("land.json")
_WIDTH, _HEIGHT = 720, 320


def save_plot(store: Store, what: str, query: EventQuery, out: Path) -> None:
    """Draw one of :data:`PLOTS` of the events that match; the ending of the file says in which format.

    Raises:
        InputError: there is nothing to draw, the file has another ending, or Altair is not installed.

    """
    ending = out.suffix.removeprefix(".").lower()
    if ending not in ENDINGS:
        raise InputError(f"cannot draw {out.name}: its ending must be one of {', '.join(ENDINGS)}")
    chart = PLOTS[what](_altair(), store, query)
    options = {"inline": True} if ending == "html" else {}
    with whole_file(out) as stream:
        unfinished = Path(stream.name)
        chart.save(str(unfinished), format=ending, **options)


def _timeline(alt: Any, store: Store, query: EventQuery) -> Any:  # noqa: ANN401 - Altair's own types
    """Bars: what took place, lies ahead and was called off, by month."""
    names = ("happened", "ahead", "called_off")
    rows = [
        {"month": period.period, "what": name.replace("_", " "), "events": getattr(period, name)}
        for period in _periods(store, query)
        for name in names
    ]
    return (
        alt.Chart(alt.Data(values=rows), width=_WIDTH, height=_HEIGHT)
        .mark_bar()
        .encode(x=alt.X("month:O"), y=alt.Y("sum(events):Q", title="events"), color=alt.Color("what:N", title=None))
    )


def _dyad(alt: Any, store: Store, query: EventQuery) -> Any:  # noqa: ANN401 - Altair's own types
    """A line: the mean PLOVER score of what took place, by month."""
    rows = [{"month": p.period, "score": p.score, "events": p.happened} for p in _periods(store, query)]
    return (
        alt.Chart(alt.Data(values=[row for row in rows if row["score"] is not None]), width=_WIDTH, height=_HEIGHT)
        .mark_line(point=True)
        .encode(
            x=alt.X("month:O"),
            y=alt.Y("score:Q", title="mean PLOVER score", scale=alt.Scale(domain=[-10, 10])),
            tooltip=["month:O", "score:Q", "events:Q"],
        )
    )


def _network(alt: Any, store: Store, query: EventQuery) -> Any:  # noqa: ANN401 - Altair's own types
    """A circle of the countries that take part in most events, with a line for each pair, thicker for more events."""
    pairs = _pairs(_events(store, query))
    weights: Counter[str] = Counter()
    for (one, other), count in pairs.items():
        weights.update({one: count, other: count})
    names = sorted(weights, key=lambda name: (-weights[name], name))[:_MOST_NODES]
    place = {name: _on_circle(number, len(names)) for number, name in enumerate(sorted(names))}
    edges = [
        {"x": place[one][0], "y": place[one][1], "x2": place[other][0], "y2": place[other][1], "events": count}
        for (one, other), count in sorted(pairs.items())
        if one in place and other in place
    ]
    nodes = [{"x": x, "y": y, "name": name, "events": weights[name]} for name, (x, y) in place.items()]
    plain = {"axis": None}
    lines = alt.Chart(alt.Data(values=edges)).mark_rule(opacity=0.5)
    lines = lines.encode(
        x=alt.X("x:Q", **plain), y=alt.Y("y:Q", **plain), x2="x2:Q", y2="y2:Q", strokeWidth=alt.Size("events:Q")
    )
    points = alt.Chart(alt.Data(values=nodes)).mark_circle(size=120)
    points = points.encode(x=alt.X("x:Q", **plain), y=alt.Y("y:Q", **plain), tooltip=["name:N", "events:Q"])
    labels = alt.Chart(alt.Data(values=nodes)).mark_text(dy=-12).encode(x="x:Q", y="y:Q", text="name:N")
    return (lines + points + labels).properties(width=_WIDTH, height=_WIDTH).configure_view(stroke=None)


def _map(alt: Any, store: Store, query: EventQuery) -> Any:  # noqa: ANN401 - Altair's own types
    """Dots where events took place or are to take place, on a map of the world's land, larger for more events."""
    counts: Counter[tuple[str, float, float]] = Counter()
    for event in _events(store, query):
        place = event.place
        if place is not None and place.latitude is not None and place.longitude is not None:
            counts[place.name, place.latitude, place.longitude] += 1
    if not counts:
        raise InputError("no event that matches has a place with a known point")
    rows = [{"place": p, "latitude": y, "longitude": x, "events": n} for (p, y, x), n in sorted(counts.items())]
    outlines = alt.Data(
        values=json.loads(_LAND.read_text()), format=alt.TopoDataFormat(type="topojson", feature="land")
    )
    land = alt.Chart(outlines).mark_geoshape(fill="#e8e8e4", stroke="#9a9a94", strokeWidth=0.5)
    lines = alt.Chart(alt.graticule()).mark_geoshape(fill=None, stroke="#e4e4e4", strokeWidth=0.5)
    whole = alt.Legend(tickMinStep=1, format="d")
    dots = alt.Chart(alt.Data(values=rows)).mark_circle(opacity=0.7)
    dots = dots.encode(
        longitude="longitude:Q",
        latitude="latitude:Q",
        size=alt.Size("events:Q", legend=whole),
        tooltip=["place:N", "events:Q"],
    )
    return (lines + land + dots).project("equalEarth").properties(width=_WIDTH, height=_WIDTH // 2)


def _pairs(events: Sequence[Event]) -> Counter[tuple[str, str]]:
    """How many events each two countries take part in together."""
    pairs: Counter[tuple[str, str]] = Counter()
    for event in events:
        countries = sorted({party.country for party in event.participants if party.country is not None})
        pairs.update(combinations(countries, 2))
    if not pairs:
        raise InputError("no event that matches has parties of two countries")
    return pairs


def _on_circle(number: int, count: int) -> tuple[float, float]:
    angle = 2 * math.pi * number / count
    return round(math.cos(angle), 4), round(math.sin(angle), 4)


def _periods(store: Store, query: EventQuery) -> list[Period]:
    if not (periods := count_periods(store, query)):
        raise InputError("no event with a known day matches; communique events says why")
    return periods


def _events(store: Store, query: EventQuery) -> list[Event]:
    return find_events(store, query)


def _altair() -> Any:  # noqa: ANN401 - the module
    try:
        import altair
        import vl_convert  # noqa: F401 - draws the files
    except ImportError as error:
        raise InputError("plots need Altair; install it with: pip install 'communique[plots]'") from error
    return altair


#: What can be drawn.
PLOTS: dict[str, Callable[[Any, Store, EventQuery], Any]] = {
    "timeline": _timeline,
    "dyad": _dyad,
    "network": _network,
    "map": _map,
}
