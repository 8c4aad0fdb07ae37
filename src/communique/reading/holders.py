"""Offices and the persons who hold them: "the Russian foreign minister" is the one the article introduced as such."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.reading.attributes import countries_of, is_international, office_of
from communique.reading.domestic import Focus
from communique.reading.identity import Person, person_name
from communique.reading.noun_phrases import Phrase

_DEFINITE = frozenset({"the", "this", "that"})
_DEPUTIES = frozenset({"Vice", "Deputy", "Assistant", "Acting"})
_INDEFINITE = frozenset({"a", "an", "another", "any", "every", "no", "some"})


def holder_of(phrase: Phrase, office: str | None, country: str | None, people: Sequence[Person]) -> Person | None:
    """The one person of the article who holds the office that a phrase without a name speaks of."""
    before = phrase.doc[phrase.first - 1].lower_ if phrase.first else ""
    if office is None or phrase.is_former or phrase.within_body or before in _INDEFINITE:
        return None
    definite = before in _DEFINITE or (bool(phrase.first) and phrase.doc[phrase.first].text[0].isupper())
    bare = definite and not (phrase.owners or phrase.after or " " in office)
    able = [
        person
        for person in people
        if (country is None or person.country == country)
        and (office in person.offices or (bare and any(_is_short_for(office, held) for held in person.offices)))
    ]
    return able[0] if len(able) == 1 else None


def _is_short_for(office: str, held: str) -> bool:
    """Is one word ("minister", "secretary") short for an office? A deputy is not called by the office above."""
    words = held.split()
    return office in words and words[0] not in _DEPUTIES


def adopt_countries(people: Sequence[Person], phrases: Sequence[Phrase], focus: Focus) -> None:
    """Give office holders whose phrases name no state the state that the rest of the article makes plain."""
    seats = _owned_seats(phrases)
    for person in people:
        if not person.countries and (country := _from_anaphor(person, focus) or _from_seat(person, seats)):
            person.countries.append(country)
    for phrase in phrases:
        _from_unnamed_office(phrase, people)
    speaking = _seats_speaking(phrases)
    for person in people:
        if not person.countries and (country := _from_speaking_seat(person, speaking)):
            person.countries.append(country)
    for person in people:
        if not person.countries and any(_held(phrase) for phrase in person.phrases):
            found = dict.fromkeys(c for p in person.phrases if _held(p) and (c := focus.of(p)) is not None)
            if len(found) == 1:
                person.countries.extend(found)


def _held(phrase: Phrase) -> bool:
    """Does the phrase give the person an office or a role in public life, and not one in an international body?"""
    sources = [phrase, *([phrase.apposition] if phrase.apposition is not None else [])]
    held = any(source.agents or any(term.kind == "office" for term in source.offices) for source in sources)
    return held and not any(is_international(source) or source.within_body for source in sources)


def _from_anaphor(person: Person, focus: Focus) -> str | None:
    return next((c for p in person.phrases if p.anaphor == "country" and (c := focus.before(p)) is not None), None)


def _owned_seats(phrases: Sequence[Phrase]) -> dict[tuple[int, int], str | None]:
    """The states of seats of power that stand after a possessive, by sentence and last token of the possessor."""
    return {
        (phrase.sentence.index, phrase.first - 2): phrase.term.country
        for phrase in phrases
        if phrase.term is not None and phrase.term.kind == "seat" and phrase.doc[phrase.first - 1].tag_ == "POS"
    }


def _from_seat(person: Person, seats: Mapping[tuple[int, int], str | None]) -> str | None:
    """The state of a seat of power that is called the person's own."""
    owned = (seats.get((phrase.sentence.index, phrase.last)) for phrase in person.phrases)
    return next((country for country in owned if country is not None), None)


def _seats_speaking(phrases: Sequence[Phrase]) -> dict[tuple[int, int], str]:
    """The states of seats of government that say something, by sentence and token of the verb."""
    return {
        (phrase.sentence.index, phrase.head.head.i): phrase.term.country
        for phrase in phrases
        if phrase.term is not None and phrase.term.kind == "seat" and phrase.term.country is not None
        if phrase.term.sector == "GOV" and phrase.head.dep_ == "nsubj"
    }


def _from_speaking_seat(person: Person, speaking: Mapping[tuple[int, int], str]) -> str | None:
    """The state whose seat of government tells what the person, of no other state, did in office."""
    if "GOV" not in person.sectors or not speaking:
        return None
    for phrase in person.phrases:
        for token in phrase.head.ancestors if phrase.offices else ():
            country = speaking.get((phrase.sentence.index, token.head.i)) if token.dep_ == "ccomp" else None
            if country is not None:
                return country
    return None


def _from_unnamed_office(phrase: Phrase, people: Sequence[Person]) -> None:
    """An office of a state, without a name, is that of the one person introduced by full name in it without a state."""
    if phrase.term is None or phrase.term.kind != "office" or phrase.term.plural or phrase.name is not None:
        return
    countries, office = countries_of(phrase), office_of(phrase)
    if len(countries) != 1 or any(office in p.offices and p.country in countries for p in people):
        return
    introduced = [p for p in people if not p.countries and _is_introduced(p, office)]
    if len(introduced) == 1 and phrase.apposition is None:
        introduced[0].countries.append(countries[0])


def _is_introduced(person: Person, office: str | None) -> bool:
    return any(office_of(phrase) == office and person_name(phrase).is_full for phrase in person.phrases)
