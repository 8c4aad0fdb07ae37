"""Joins the persons' names of an article: which mentions are of one person.

Full names come first: same given name (or initial) and close surname. A bare surname, title or slip then joins the one
person it can mean; with several, the one mentioned most before it. Two people of one surname stay two.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, OrderedDict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import islice

from communique.lexicon.actors import ActorLexicon
from communique.reading.attributes import countries_of, gender_of, is_former, office_of, sector_of
from communique.reading.genders import gender_beside
from communique.reading.naming import PersonName, fold, onset, parse_name, same_person, same_surname, short_form_of
from communique.reading.phrase import Phrase

#: How many persons of one initial a mention is held against; no news article has as many.
_MOST = 100
#: Who is called by the given name alone so often goes by it.
_OFTEN = 3


@dataclass(slots=True, eq=False)
class Person:
    """One person of the article, the ``number``-th found: names as written, the phrases with them, what those say."""

    number: int
    names: Counter[PersonName] = field(default_factory=Counter)
    phrases: list[Phrase] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    former: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    gender: str | None = None
    is_relative: bool = False

    @property
    def name(self) -> str:
        """The fullest name, of equally full ones the commonest, then the first."""
        return max(self.names, key=lambda name: (name.is_full, self.names[name])).text

    @property
    def country(self) -> str | None:
        """The state that most phrases give, the first of equals."""
        counts = Counter(self.countries)
        return max(counts, key=counts.__getitem__, default=None)


def person_name(phrase: Phrase) -> PersonName:
    """The name in a phrase, as written, without line breaks."""
    run = phrase.name
    if run is None:
        raise ValueError("the phrase has no person's name")
    return parse_name(" ".join(phrase.doc[run.first : run.last + 1].text.split()))


def join_persons(phrases: Sequence[Phrase], lexicon: ActorLexicon) -> tuple[Person, ...]:
    """The persons named in the phrases, in order of first mention."""
    named = [(index, phrase, person_name(phrase)) for index, phrase in enumerate(phrases) if phrase.name is not None]
    named = _with_shared_surnames(named, lexicon)
    register = _Register(lexicon, Counter(fold(name.surname) for _, _, name in named if not name.is_full))
    for full in (True, False):
        for index, phrase, name in named:
            if name.is_full is full:
                register.add(index, phrase, name)
    return tuple(sorted(register.persons, key=lambda person: person.places[0]))


_Named = list[tuple[int, Phrase, PersonName]]


def _with_shared_surnames(named: _Named, lexicon: ActorLexicon) -> _Named:
    """The names with the surname that one given name shares with the full name behind "and" ("*Ann* and Paul Roe")."""
    surnames = {fold(name.surname) for _, _, name in named if name.is_full}
    found: _Named = []
    for place, (index, phrase, name) in enumerate(named):
        if not name.is_full and lexicon.genders.of(name.surname) is not None and fold(name.surname) not in surnames:
            for _, other, full in named[place + 1 : place + 2]:
                if full.is_full and _is_coordinated(phrase, other):
                    name = parse_name(f"{name.text} {full.surname}")
        found.append((index, phrase, name))
    return found


def _is_coordinated(one: Phrase, other: Phrase) -> bool:
    """Does nothing but "and" stand between two names?"""
    first = other.name.first if other.name is not None else other.first
    return one.sentence is other.sentence and first == one.last + 2 and one.doc[first - 1].lower_ in {"and", "&"}


class _Register:
    """The persons so far, to be looked up by the onset of any part of their names, which a slip leaves alone.

    Only those mentioned last under an onset are looked at, so that a list of thousands of names is read in linear time.
    """

    def __init__(self, lexicon: ActorLexicon, alone: Counter[str]) -> None:
        self.persons: list[Person] = []
        self._alone = alone  # how often the article calls somebody by a name without a second one
        self._lexicon = lexicon
        self._by_onset: dict[str, OrderedDict[int, Person]] = {}  # by number, the one mentioned last at the end

    def add(self, index: int, phrase: Phrase, name: PersonName) -> None:
        """Add a mention, number ``index``, to the person it means, or to a new one."""
        person = self._with_full(phrase, name) if name.is_full else self._with_short(index, phrase, name)
        if person is None:
            self.persons.append(person := Person(len(self.persons)))
        person.names[name] += 1
        person.phrases.append(phrase)
        insort(person.places, index)
        person.countries.extend(countries_of(phrase)[:1])
        if (office := office_of(phrase)) is not None:
            (person.former if is_former(phrase) else person.offices).append(office)
        if (sector := sector_of(phrase, self._lexicon)) is not None:
            person.sectors.append(sector)
        person.is_relative = person.is_relative or _is_relative(phrase, self._lexicon.words["kin"])
        person.gender = person.gender or self._gender_told(phrase) or self._gender_of_name(name)
        for part in name.parts:
            known = self._by_onset.setdefault(onset(part), OrderedDict())
            known[person.number] = person
            known.move_to_end(person.number)

    def _gender_told(self, phrase: Phrase) -> str | None:
        return gender_of(phrase) or gender_beside(phrase, self._lexicon.words)

    def _gender_of_name(self, name: PersonName) -> str | None:
        return self._lexicon.genders.of(name.given[0]) if name.is_full else None

    def _able(self, phrase: Phrase, part: str) -> list[Person]:
        stated, gender = set(countries_of(phrase)), gender_of(phrase)
        known = self._by_onset.get(onset(part), OrderedDict())
        latest = sorted(islice(reversed(known), _MOST))
        return [known[number] for number in latest if _compatible(known[number], stated, gender)]

    def _with_full(self, phrase: Phrase, name: PersonName) -> Person | None:
        """The person of such a full name, looked up by the given name, else by the surname ("Bill", "William")."""
        able = (person for part in (name.given[0], name.surname) for person in self._able(phrase, part))
        return next((person for person in able if any(same_person(known, name) for known in person.names)), None)

    def _goes_by_given_name(self, person: Person, name: PersonName) -> bool:
        """Is a person also called by the given name alone? Then the surname means whoever else has it.

        Of a family the news calls the child "Ann", and the father by the name that both have.
        """
        full = (known for known in person.names if known.is_full)
        return any(self._alone[fold(k.given[0])] >= _OFTEN and fold(k.given[0]) != fold(name.surname) for k in full)

    def _with_short(self, index: int, phrase: Phrase, name: PersonName) -> Person | None:
        """The person whom one name means: by surname, else by another part of the name, else by a slip of the pen."""
        able = self._able(phrase, name.surname)
        for test in (_has_surname, _has_part, _has_close_surname):
            fitting = [person for person in able if any(test(known, name) for known in person.names)]
            if len(fitting) == 1:
                return fitting[0]
            if fitting:
                fitting = [person for person in fitting if not self._goes_by_given_name(person, name)] or fitting
                office = office_of(phrase)
                same_office = [person for person in fitting if office is not None and office in person.offices]
                return _foremost_before(index, same_office if len(same_office) == 1 else fitting)
        return None


def _foremost_before(index: int, persons: Sequence[Person]) -> Person | None:
    """The person mentioned most before a mention, of equals one who is no relative, then the one mentioned last."""
    ranked = [
        (place, not person.is_relative, person.places[place - 1], person)
        for person in persons
        if (place := bisect_left(person.places, index))
    ]
    return max(ranked, key=lambda row: row[:3])[3] if ranked else None


def _is_relative(phrase: Phrase, kin: Set[str]) -> bool:
    """Does a noun for a relative stand in a phrase or right before it ("his *wife*, Ann Roe")?"""
    return any(token.lower_ in kin for token in phrase.doc[max(phrase.first - 2, 0) : phrase.last + 1])


def _compatible(person: Person, stated: set[str], gender: str | None) -> bool:
    """Nothing known of the person contradicts the states and the title's gender that a phrase gives."""
    if stated and person.countries and stated.isdisjoint(person.countries):
        return False
    return gender is None or person.gender is None or gender == person.gender


def _has_surname(known: PersonName, name: PersonName) -> bool:
    return fold(name.surname) in {fold(known.surname), fold(known.surname.split()[-1])}


def _has_part(known: PersonName, name: PersonName) -> bool:
    return known.is_full and short_form_of(name.surname, known)


def _has_close_surname(known: PersonName, name: PersonName) -> bool:
    return same_surname(known.surname, name.surname)


def main_sector(person: Person) -> str | None:
    """The first sector that the text gives a person, one that says more than private life if there is any."""
    return next((sector for sector in person.sectors if sector != "CVL"), next(iter(person.sectors), None))
