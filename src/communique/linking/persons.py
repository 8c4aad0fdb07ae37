"""Which persons of different articles are one.

Full names first, the commonest before the rarer: a name joins the one person whose every full name it can be a form
of, in the same country. A different spelling, misprint or initial joins only where the country is known to agree; an
equal name also where one article does not say the country. Different first names never join. Bare surnames come last:
one joins the only person of that surname whose country agrees, or of several the only one whose office agrees as well.
What could be two people stays two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from communique.linking.profiles import Profile
from communique.reading.naming import PersonName, fold, parse_name, same_person, short_form_of


@dataclass(slots=True, eq=False)
class Person:
    """Profiles of one person. ``forms`` are the full names, one for each way to fold them (:func:`forms_of`)."""

    profiles: list[Profile] = field(default_factory=list)
    forms: dict[str, PersonName] = field(default_factory=dict)

    @property
    def countries(self) -> set[str]:
        """The countries that articles give: none or one, by construction."""
        return {profile.country for profile in self.profiles if profile.country is not None}

    @property
    def sectors(self) -> set[str]:
        """The sectors that articles give."""
        return {profile.sector for profile in self.profiles if profile.sector is not None}

    @property
    def offices(self) -> set[str]:
        """The offices that articles give."""
        return {profile.office for profile in self.profiles if profile.office is not None}

    def take(self, other: Person) -> None:
        """Make the profiles of another person this one's."""
        self.profiles.extend(other.profiles)
        self.forms |= other.forms


def join_persons(profiles: Sequence[Profile], known: Iterable[Person] = ()) -> list[list[Profile]]:
    """Named persons' profiles in groups, one for each person; profiles come in a settled order and keep it.

    ``known`` are persons whose profiles are settled already; others may join them, but they join nobody.
    """
    full = [p for p in profiles if parse_name(p.name).is_full]
    bare = [p for p in profiles if not parse_name(p.name).is_full]
    persons: list[Person] = []
    index: dict[str, list[Person]] = defaultdict(list)
    for person in known:
        persons.append(person)
        for key in _keys(person):
            index[key].append(person)
    for node in _by_name(full):
        able = [person for person in _candidates(index, _keys(node)) if _can_be(node, person)]
        if len(able) == 1:
            able[0].take(node)
            home = able[0]
        else:
            persons.append(home := node)
        for key in _keys(node):
            if home not in index[key]:
                index[key].append(home)
    persons.extend(_join_bare(bare, index))
    return [person.profiles for person in persons]


def _by_name(profiles: Sequence[Profile]) -> list[Person]:
    """Persons of equal full name and country, those in most articles first; no country goes with the only one."""
    named: dict[str, dict[str | None, list[Profile]]] = defaultdict(lambda: defaultdict(list))
    for profile in profiles:
        named[_form(profile.name)][profile.country].append(profile)
    found: list[Person] = []
    for form, countries in named.items():
        known = [country for country in countries if country is not None]
        if len(known) == 1:
            countries[known[0]].extend(countries.pop(None, []))
        for group in countries.values():
            found.extend(Person(part, {form: parse_name(part[0].name)}) for part in _by_sector(group))
    return sorted(found, key=lambda p: (-len(p.profiles), min(p.forms), min(q.id for q in p.profiles)))


def _by_sector(profiles: list[Profile]) -> Iterator[list[Profile]]:
    """One group, unless no country is known and the sectors differ: then a name alone does not make one person."""
    sectors = {profile.sector for profile in profiles} - {None}
    if len(sectors) < 2 or any(profile.country is not None for profile in profiles):
        yield profiles
        return
    parts: dict[str | None, list[Profile]] = defaultdict(list)
    for profile in profiles:
        parts[profile.sector].append(profile)
    yield from parts.values()


def forms_of(names: Iterable[str]) -> dict[str, PersonName]:
    """The full ones of some names, one for each way to fold them."""
    return {_form(name): parse_name(name) for name in names if parse_name(name).is_full}


def _form(name: str) -> str:
    return " ".join(fold(word) for word in name.split())


def _keys(person: Person) -> Iterator[str]:
    """Where a person is looked up: by last word, by first word and initial of the last, by the first two words."""
    for form in person.forms:
        words = form.split()
        yield from (f"last {words[-1]}", f"first {words[0]} {words[-1][:1]}", f"begin {words[0]} {words[1:2]}")
        yield from (f"word {word}" for word in words)


def _candidates(index: dict[str, list[Person]], keys: Iterable[str]) -> list[Person]:
    found = (person for key in keys if not key.startswith("word ") for person in index.get(key, ()))
    return list({id(person): person for person in found}.values())


def _can_be(node: Person, person: Person) -> bool:
    """Can the node's name be a form of every full name of the person, and does the country agree?"""
    own, other = node.countries, person.countries
    if own and other and own != other:
        return False
    if not own and not other and len(node.sectors | person.sectors) > 1:
        return False
    agreed = bool(own and other)
    for name in node.forms.values():
        for known in person.forms.values():
            exact = fold(name.given[0]) == fold(known.given[0]) and fold(name.surname) == fold(known.surname)
            if not same_person(name, known) or not (exact or agreed):
                return False
    return True


def _join_bare(profiles: Sequence[Profile], index: dict[str, list[Person]]) -> Iterator[Person]:
    """Give each bare name to its person; names that have none are persons of their own, one for each country."""
    left: dict[tuple[str, str], Person] = {}
    given: list[tuple[Person, Profile]] = []
    for profile in profiles:
        person = _bearer(profile, index.get(f"word {fold(profile.name)}", []))
        if person is not None:
            given.append((person, profile))
        else:
            key = (fold(profile.name), profile.country or profile.id)
            left.setdefault(key, Person()).profiles.append(profile)
    for person, profile in given:  # only now: what a bare name adds must not decide about the next
        person.profiles.append(profile)
    yield from left.values()


def _bearer(profile: Profile, persons: Sequence[Person]) -> Person | None:
    """The one person whom a bare name can mean: by surname, or by another part of the name in a known country."""
    able = [p for p in persons if profile.country is None or not p.countries or profile.country in p.countries]
    by_surname = [p for p in able if any(_is_surname(profile.name, form) for form in p.forms.values())]
    if not by_surname:
        agreed = profile.country is not None
        by_surname = [p for p in able if agreed and p.countries and _is_part(profile.name, p.forms.values())]
    if len(by_surname) > 1 and profile.office is not None:
        by_surname = [p for p in by_surname if profile.country in p.countries and profile.office in p.offices]
    return by_surname[0] if len(by_surname) == 1 else None


def _is_surname(text: str, name: PersonName) -> bool:
    return fold(text) in {fold(name.surname), fold(name.surname.split()[-1])}


def _is_part(text: str, forms: Iterable[PersonName]) -> bool:
    return any(short_form_of(text, form) for form in forms)


def commonest(values: Iterable[str | None]) -> str | None:
    """The value that is given most often, the first in the alphabet of equals, or ``None`` where none is given."""
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
