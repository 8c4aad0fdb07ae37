"""Persons whom a knowledge base knows: used to confirm who an article's person is, and to tell namesakes apart.

An article's person is a known one when only one known person can be meant: by the full name, or by a surname with the
country, and of several the one who held the named office, or any post, on the day of publication. Nobody is brought
into the record by a knowledge base, and no office is added that no article gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from communique.linking.profiles import Profile
from communique.people import KnownPerson, Post
from communique.reading.naming import fold, parse_name, same_person
from communique.records import Evidence, Office, Span


class People:
    """Known persons, looked up by the words of their names."""

    def __init__(self, persons: Iterable[KnownPerson] = ()) -> None:
        self._by_word: dict[str, list[KnownPerson]] = defaultdict(list)
        for person in persons:
            for word in sorted({fold(word) for name in person.names for word in name.split()} - {""}):
                self._by_word[word].append(person)

    def __bool__(self) -> bool:
        return bool(self._by_word)

    def of(self, profile: Profile) -> KnownPerson | None:
        """The one known person whom an article's person can be, or ``None``."""
        name = parse_name(profile.name)
        near = self._by_word.get(fold(profile.name.split()[-1]), []) if not name.is_full else self._near(profile.name)
        able = [p for p in near if _is_named(profile, p) and _agrees(profile, p)]
        if len(able) > 1 and profile.office is not None:
            able = [p for p in able if any(_is_held(post, profile) for post in p.posts)]
        if len(able) > 1:
            able = [p for p in able if any(post.covers(profile.published) for post in p.posts)]
        return able[0] if len(able) == 1 else None

    def _near(self, name: str) -> list[KnownPerson]:
        found = (person for word in name.split() for person in self._by_word.get(fold(word), ()))
        return list({person.id: person for person in found}.values())


def _is_named(profile: Profile, person: KnownPerson) -> bool:
    """Can the profile's name be one of the person's: a form of it in full, or its surname where the country agrees?"""
    name = parse_name(profile.name)
    if name.is_full:
        return any(same_person(name, parse_name(known)) for known in person.names)
    surnames = {fold(part) for n in map(parse_name, person.names) for part in (n.surname, n.surname.split()[-1])}
    return profile.country is not None and profile.country in person.countries and fold(profile.name) in surnames


def _agrees(profile: Profile, person: KnownPerson) -> bool:
    return profile.country is None or not person.countries or profile.country in person.countries


def _is_held(post: Post, profile: Profile) -> bool:
    return profile.office is not None and post.is_office(profile.office) and post.covers(profile.published)


def confirmed(office: Office, person: KnownPerson) -> Office:
    """An office that articles give, with the days and words of the knowledge base where it has the same one."""
    posts = [
        post
        for post in person.posts
        if post.is_office(office.office)
        and (post.country is None or office.of is None or post.country == office.of)
        and (post.covers(office.start) or post.covers(office.end))
    ]
    if len(posts) != 1:
        return office
    said = _worded(posts[0])
    evidence = Evidence(article=person.id, span=Span(0, len(said), said))
    start, end = posts[0].start, posts[0].end
    return msgspec.structs.replace(
        office,
        start=start if start is not None else office.start,
        end=end if end is not None else office.end,
        evidence=(*office.evidence, evidence),
    )


def _worded(post: Post) -> str:
    """A post in words: "Prime Minister, from 2019-07-24 to 2022-09-06"."""
    days = [f"{word} {day}" for word, day in (("from", post.start), ("to", post.end)) if day is not None]
    return ", ".join([post.label, *([" ".join(days)] if days else [])])


def recognised(profiles: Sequence[Profile], people: People) -> dict[int, KnownPerson]:
    """The known person of each named person's profile that has one, by the profile's identity; fills in the country.

    A country is filled in where the article gives none and the knowledge base one alone.
    """
    found = {}
    for profile in profiles:
        if profile.type == "person" and profile.is_named and (person := people.of(profile)) is not None:
            found[id(profile)] = person
            if profile.country is None and len(person.countries) == 1:
                profile.country = person.countries[0]
    return found
