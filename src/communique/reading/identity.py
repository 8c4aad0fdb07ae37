"""Joins the persons' names of an article: which mentions are of one person.

Full names come first: same given name (or initial) and close surname. A bare surname, title or slip then joins the one
person it can mean; with several, the one mentioned last before it. Two people of one surname stay two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.lexicon.actors import ActorLexicon
from communique.reading.attributes import countries_of, gender_of, office_of, sector_of
from communique.reading.naming import PersonName, fold, parse_name, same_person, same_surname, short_form_of
from communique.reading.noun_phrases import Phrase


@dataclass(slots=True, eq=False)
class Person:
    """One person of the article: names as written, the phrases that mention them, and what those say."""

    names: list[PersonName] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    gender: str | None = None

    @property
    def name(self) -> str:
        """The fullest name, of equally full ones the commonest, then the first."""
        texts = [name.text for name in self.names]
        return max(dict.fromkeys(texts), key=lambda text: (min(len(text.split()), 2), texts.count(text)))

    @property
    def country(self) -> str | None:
        """The state that most phrases give, the first of equals."""
        return max(dict.fromkeys(self.countries), key=self.countries.count, default=None)


def person_name(phrase: Phrase) -> PersonName:
    """The name in a phrase, as written, without line breaks."""
    run = phrase.name
    if run is None:
        raise ValueError("the phrase has no person's name")
    return parse_name(" ".join(phrase.doc[run.first : run.last + 1].text.split()))


def join_persons(phrases: Sequence[Phrase], lexicon: ActorLexicon) -> tuple[Person, ...]:
    """The persons named in the phrases, in order of first mention."""
    named = [(phrase, person_name(phrase)) for phrase in phrases if phrase.name is not None]
    persons: list[Person] = []
    home: dict[int, Person] = {}
    for index, (phrase, name) in enumerate(named):
        if name.is_full:
            person = next((p for p in persons if _fits_full(p, phrase, name)), None)
            if person is None:
                persons.append(person := Person())
            _add(person, phrase, name, lexicon)
            home[index] = person
    for index, (phrase, name) in enumerate(named):
        if not name.is_full:
            person = _fitting_short(persons, phrase, name, [home[i] for i in range(index) if i in home])
            if person is None:
                persons.append(person := Person())
            _add(person, phrase, name, lexicon)
            home[index] = person
    return tuple(dict.fromkeys(home[index] for index in sorted(home)))


def _fits_full(person: Person, phrase: Phrase, name: PersonName) -> bool:
    if not any(same_person(known, name) for known in person.names):
        return False
    return _compatible(person, phrase)


def _compatible(person: Person, phrase: Phrase) -> bool:
    """No contradiction between what the phrase says and what is known: state or title's gender."""
    stated = countries_of(phrase)
    if stated and person.countries and not set(stated) & set(person.countries):
        return False
    gender = gender_of(phrase)
    return gender is None or person.gender is None or gender == person.gender


def _fitting_short(
    persons: Sequence[Person], phrase: Phrase, name: PersonName, before: Sequence[Person]
) -> Person | None:
    """The person whom a single name means: by surname, else by another part of the name, else by a slip of the pen."""
    able = [person for person in persons if _compatible(person, phrase)]
    for test in (_has_surname, _has_part, _has_close_surname):
        fitting = [person for person in able if any(test(known, name) for known in person.names)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            office = office_of(phrase)
            same_office = [person for person in fitting if office is not None and office in person.offices]
            choice = same_office if len(same_office) == 1 else fitting
            return next((person for person in reversed(before) if person in choice), None)
    return None


def _has_surname(known: PersonName, name: PersonName) -> bool:
    return fold(name.surname) in {fold(known.surname), fold(known.surname.split()[-1])}


def _has_part(known: PersonName, name: PersonName) -> bool:
    return known.is_full and short_form_of(name.surname, known)


def _has_close_surname(known: PersonName, name: PersonName) -> bool:
    return same_surname(known.surname, name.surname)


def _add(person: Person, phrase: Phrase, name: PersonName, lexicon: ActorLexicon) -> None:
    person.names.append(name)
    person.phrases.append(phrase)
    person.countries.extend(countries_of(phrase)[:1])
    if (office := office_of(phrase)) is not None:
        person.offices.append(office)
    if (sector := sector_of(phrase, lexicon)) is not None:
        person.sectors.append(sector)
    person.gender = person.gender or gender_of(phrase)
