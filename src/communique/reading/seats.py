"""Places and the names of organisations: what is done "at the United Nations" or "at NATO headquarters" is done there.

A place in the name of a body ("the *Arctic* Council") says nothing of where anything is; the seat of a body is a place
where somebody is "at" it, at its headquarters or on the sidelines of its sessions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from communique.lexicon.gazetteer import load_gazetteer
from communique.lexicon.organisations import load_seats
from communique.lexicon.states import load_states
from communique.lexicon.toponyms import load_toponym_words
from communique.reading.cast import ActorMention, Cast
from communique.reading.place_choice import as_place
from communique.records import Place, Span

_ORGANISATION = "org:"
_BEHIND = re.compile(r"\b(?:at|in|inside|outside|near)\s(?:the\s)?\Z")


def outside_bodies(places: Sequence[Place], cast: Cast) -> tuple[Place, ...]:
    """The places that are no part of an organisation's name."""
    bodies = sorted(
        (
            m.sentence.start_of(m.first),
            m.sentence.end_of(m.last),
            any(e.id.startswith(_ORGANISATION) for e in m.entities),
        )
        for m in cast.mentions
        if m.how in {"body", "name"} and all(e.type == "organisation" for e in m.entities)
    )
    starts = [start for start, *_ in bodies]
    outside = []
    for place in places:
        before = bisect_right(starts, place.span.start)
        start, end, known = bodies[before - 1] if before else (0, 0, False)
        # What is a place by its whole name is one, though taken for a body, too; not so "NATO", if Nato is a town.
        whole = (start, end) == (place.span.start, place.span.end) and not (known and place.span.text.isupper())
        if end < place.span.end or whole:
            outside.append(place)
    return tuple(outside)


def with_seats(places: Sequence[Place], cast: Cast, text: str) -> tuple[Place, ...]:
    """The places, in order, and the seats of organisations and states where the text says that somebody is at them."""
    seats = [seat for m in cast.mentions if _is_site(m) and (seat := _seat_of(m)) is not None]
    seats += _seats_of_power(text)
    by_start = {seat.span.start: seat for seat in seats}
    by_start |= {place.span.start: place for place in places if place.country or place.span.start not in by_start}
    return tuple(by_start[start] for start in sorted(by_start))


def _seats_of_power(text: str) -> Iterator[Place]:
    """The palaces and quarters of governments behind a preposition of place ("at the *Planalto*")."""
    for found in load_states().find(text):
        phrase, span = found.phrase, Span(found.start, found.end, found.of(text))
        if phrase.kind == "seat" and not phrase.ambiguous and _BEHIND.search(text, max(0, span.start - 12), span.start):
            yield Place(span=span, name=phrase.text, country=phrase.state.country)


def _is_site(mention: ActorMention) -> bool:
    """Does the organisation stand for where it is: "at" it, at its headquarters, or beside its session?

    Where more is said ("UN headquarters *in* Geneva"), that counts.
    """
    head = mention.head
    above = head.head
    behind = mention.last.doc.tokens[mention.last.i + 1 : min(mention.last.i + 3, mention.last.sent.end)]
    if any(token.lower_ == "in" for token in behind):
        return False
    if head.dep_ in {"compound", "poss", "nmod"}:
        return above.lemma_.lower() in load_toponym_words()["seat"]
    if head.dep_ != "pobj":
        return False
    return above.lower_ == "at" or (above.lower_ == "of" and above.head.lemma_.lower() in load_toponym_words()["seat"])


def _seat_of(mention: ActorMention) -> Place | None:
    seats = load_seats()
    for entity in mention.entities:
        city = seats.get(entity.id.removeprefix(_ORGANISATION)) if entity.id.startswith(_ORGANISATION) else None
        if city is not None:
            return city_at(city, None, mention.sentence.span(mention.first, mention.last))
    return None


def city_at(name: str, country: str | None, span: Span) -> Place | None:
    """The city of a name, in a country if one is given, as the place that some words stand for."""
    senses = [s for s in load_gazetteer().senses(name) if s.kind in {"town", "facility"}]
    senses = [s for s in senses if country is None or s.country == country]
    if not senses:
        return None
    best = max(senses, key=lambda s: (s.default, s.capital, s.population))
    return as_place(best, best.name, span)
