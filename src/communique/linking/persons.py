"""Which persons of different articles are one.

Full names first, the commonest before the rarer: a name joins the one person whose every full name it can be a form
of, in the same country. A different spelling, misprint or initial joins only where the country or the office is known
to agree; an equal name or a pet form ("Bill") also where one article does not say the country. Different first names
never join. Bare surnames come last: one joins the only person of that surname whose country agrees, or of several the
only one whose office agrees as well, or the one who is by far the best known. A surname alone does not join
over decades.
What could be two people stays two.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from communique.linking.institutions import is_single_office
from communique.linking.profiles import Profile
from communique.reading.naming import PersonName, fold, is_pet_form, name_words, parse_name, same_person, short_form_of

#: In how many times as many articles one of several of a surname must be named to be meant by it alone.
_FAR_MORE = 4
_PUBLIC = frozenset({"GOV", "LEG", "JUD", "MIL", "SPY", "COP", "PTY", "OPP", "ELI", "IGO"})
A_YEAR = datetime.timedelta(days=366)
#: How far apart articles may be that call one person by two names; public lives last longer, but seldom two spellings.
_A_CAREER = datetime.timedelta(days=20 * 366)


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
        able = [person for person in _candidates(index, _keys(node)) if _can_be(node, person, index)]
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
    """One group, unless no country is known and walks of life differ: then a name alone does not make one person."""
    walks = {walk for profile in profiles if (walk := _walk_of_life(profile.sector)) is not None}
    offices = [profile.office for profile in profiles if profile.office is not None]
    if len(walks) < 2 or any(profile.country is not None for profile in profiles) or len(set(offices)) < len(offices):
        yield profiles
        return
    parts: dict[str | None, list[Profile]] = defaultdict(list)
    for profile in profiles:
        parts[_walk_of_life(profile.sector)].append(profile)
    yield from parts.values()


def _walk_of_life(sector: str | None) -> str | None:
    """The sector, those of public life as one: people move between government, parliament, party and courts."""
    return "public" if sector in _PUBLIC else sector


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
        yield f"turned {sorted(name_words(person.forms[form].text))}"
        yield from (f"word {part}" for part in dict.fromkeys((*words, *map(fold, person.forms[form].parts))))


def _candidates(index: dict[str, list[Person]], keys: Iterable[str]) -> list[Person]:
    found = (person for key in keys if not key.startswith("word ") for person in index.get(key, ()))
    return list({id(person): person for person in found}.values())


def _can_be(node: Person, person: Person, index: Mapping[str, Sequence[Person]]) -> bool:
    """Can the node's name be a form of every full name of the person, and does the country agree?

    Articles that are decades apart speak of one person by two names only where nobody else has the surname.
    """
    own, other = node.countries, person.countries
    if own and other and own != other:
        return False
    alike = not node.offices.isdisjoint(person.offices)
    agreed = bool(own and other) or (alike and _is_public(node) and _is_public(person))
    lone = all(len(index.get(f"last {form.split()[-1]}", ())) == 1 for form in person.forms)
    same_time = alike or _are_near(node, person, _A_CAREER)
    if not agreed and not own and not other and len({*map(_walk_of_life, node.sectors | person.sectors)}) > 1:
        return False
    for name in node.forms.values():
        for known in person.forms.values():
            exact = fold(name.given[0]) == fold(known.given[0]) and fold(name.surname) == fold(known.surname)
            exact = exact or sorted(name_words(name.text)) == sorted(name_words(known.text))
            exact = exact or is_pet_form(name, known)
            plain = fold(name.text) == fold(known.text) or same_time or (lone and not _has_initial(name, known))
            plain = plain and not (is_pet_form(name, known) and _hold_different(node, person))
            if not same_person(name, known) or not (exact or agreed) or not plain:
                return False
    return True


def _hold_different(one: Person, other: Person) -> bool:
    """Do articles of one year give two persons offices, and none in common?"""
    held = one.offices, other.offices
    return all(held) and held[0].isdisjoint(held[1]) and _are_near(one, other, A_YEAR)


def _has_initial(*names: PersonName) -> bool:
    """Is there an initial between given name and surname, which tells people of one name apart?"""
    return any(len(word.rstrip(".")) == 1 for name in names for word in name.given[1:])


def _is_public(person: Person) -> bool:
    """Is a person in public life, where an office tells who it is? Many firms have a president."""
    return all(_walk_of_life(sector) == "public" for sector in person.sectors)


def _are_near(one: Person, other: Person, span: datetime.timedelta) -> bool:
    """Did some articles on each come out within a span of time of each other?"""
    days = [sorted(p.published or datetime.date.min for p in person.profiles) for person in (one, other)]
    if any(first == datetime.date.min for first, *_ in days):
        return True
    return max(days[0][0], days[1][0]) - min(days[0][-1], days[1][-1]) <= span


def _join_bare(profiles: Sequence[Profile], index: dict[str, list[Person]]) -> Iterator[Person]:
    """Give each bare name to its person; names that have none are persons of their own, one for each country."""
    left: dict[tuple[str, str], Person] = {}
    given: list[tuple[Person, Profile]] = []
    doubtful: list[Profile] = []
    called = Counter[int]()  # how many articles call each person so, in full or alone
    for profile in profiles:
        person = _bearer(profile, index.get(f"word {fold(profile.name)}", []))
        if person is not None:
            given.append((person, profile))
            called[id(person)] += 1
        else:
            doubtful.append(profile)
    for profile in doubtful:
        person = _foremost(profile, index.get(f"word {fold(profile.name)}", []), called)
        if person is not None:
            given.append((person, profile))
        else:
            key = (fold(profile.name), profile.country or _sole_office(profile) or profile.id)
            left.setdefault(key, Person()).profiles.append(profile)
    _settle_titles(left)
    for person, profile in given:  # only now: what a bare name adds must not decide about the next
        person.profiles.append(profile)
    yield from left.values()


def _bearer(profile: Profile, persons: Sequence[Person]) -> Person | None:
    """The one person whom a bare name can mean: by surname, or by another part of the name in a known country."""
    able = [p for p in persons if profile.country is None or not p.countries or profile.country in p.countries]
    able = [p for p in able if any(is_near(known.published, profile.published, _A_CAREER) for known in p.profiles)]
    by_surname = [p for p in able if any(_is_surname(profile.name, form) for form in p.forms.values())]
    if not by_surname:
        agreed = profile.country is not None
        by_surname = [p for p in able if agreed and p.countries and _is_part(profile.name, p.forms.values())]
    if len(by_surname) > 1 and profile.office is not None:
        by_surname = [p for p in by_surname if profile.office in p.offices]
        if len(by_surname) > 1:
            by_surname = [p for p in by_surname if profile.country in p.countries]
    return by_surname[0] if len(by_surname) == 1 else None


def _settle_titles(left: dict[tuple[str, str], Person]) -> None:
    """Let a bare name with a title alone go with the only one of that name and title whose state is known."""
    for key in [key for key, person in left.items() if not person.countries]:
        name, person = key[0], left[key]
        able = [other for (called, _), other in left.items() if called == name and other.countries]
        able = [other for other in able if key[1] in person.offices & other.offices]
        if len(able) == 1:
            able[0].take(left.pop(key))


def _sole_office(profile: Profile) -> str | None:
    """The office of a bare name without a country that a state has one of: "President X" is one man without a state."""
    return profile.office if profile.office is not None and is_single_office(profile.office) else None


def _foremost(profile: Profile, persons: Sequence[Person], called: Mapping[int, int]) -> Person | None:
    """The one of several whom a bare surname means because news speaks of nobody else of that name nearly as often.

    Only the best known go without a first name. Within a year of the article all others together must have been named
    in far fewer articles, and neither office nor country may contradict.
    """
    known = [
        (_articles_near(person, profile) + called[id(person)], person)
        for person in persons
        if any(_is_surname(profile.name, form) for form in person.forms.values())
    ]
    if len(known) < 2:
        return None
    most, person = max(known, key=lambda row: row[0])
    rest = sum(count for count, _ in known) - most
    agrees = profile.country is None or not person.countries or profile.country in person.countries
    agrees = agrees and (profile.office is None or not person.offices or profile.office in person.offices)
    return person if agrees and most >= _FAR_MORE * max(rest, 1) else None


def _articles_near(person: Person, profile: Profile) -> int:
    """How many articles of about the same time name a person in full."""
    return sum(is_near(known.published, profile.published) for known in person.profiles)


def is_near(one: datetime.date | None, other: datetime.date | None, span: datetime.timedelta = A_YEAR) -> bool:
    """Are two days no further apart than a span of time, as far as they are known?"""
    return one is None or other is None or abs(one - other) <= span


def _is_surname(text: str, name: PersonName) -> bool:
    return fold(text) in {fold(name.surname), fold(name.surname.split()[-1])}


def _is_part(text: str, forms: Iterable[PersonName]) -> bool:
    return any(short_form_of(text, form) for form in forms)


def commonest(values: Iterable[str | None]) -> str | None:
    """The value that is given most often, the first in the alphabet of equals, or ``None`` where none is given."""
    counts: dict[str, int] = {}  # a Counter takes longer to make than most of these to count
    for value in values:
        if value is not None:
            counts[value] = counts.get(value, 0) + 1
    return min(counts, key=lambda value: (-counts[value], value), default=None)
