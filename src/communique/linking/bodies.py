"""Offices, bodies and groups across articles: which of them are one, by office or name and state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from communique.lexicon.legal_forms import ENGLISH, LOOSE, legal_form
from communique.linking.institutions import (
    is_body_of_many_places,
    is_institution,
    is_noun_for_body,
    is_party_of_many,
    is_single_office,
    label_of_body,
    spells,
)
from communique.linking.persons import A_YEAR, commonest, is_near
from communique.linking.profiles import Profile, by_id
from communique.linking.short_forms import relabelled

#: Sectors whose people without a name are some firms or whoever is there, not one side of their state in all articles.
_PASSING = frozenset({"BUS", "JRN", "EDU", "HLT", "ELI"})
_SEVERAL = 2
_FAR_MORE = 4
_SHORTEST_ACRONYM = 3
_NONE = Counter[tuple[str, str]]()


def join_others(profiles: Sequence[Profile], persons: Sequence[Sequence[Profile]]) -> list[list[Profile]]:
    """Offices, bodies and groups: one for each office or name and country, where that is one actor in all articles.

    A proper name whose country one article leaves out goes with the only country known for it. A common noun means
    somebody else in each article, unless it is a group of a state's people or what a state has one of.
    """
    named: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile, label in zip(profiles, _labels(profiles), strict=True):
        named[label].append(profile)
    held = _holders(persons)
    groups = []
    for alike in (part for group in relabelled(named, persons).values() for part in _by_legal_form(group)):
        countries: dict[str | None, list[Profile]] = defaultdict(list)
        for profile in alike:
            countries[profile.country].append(profile)
        unknown = countries.pop(None, [])
        whole = [p for p in unknown if p.type in {"organisation", "place"} and _is_whole(p)]
        if len(countries) == 1:
            next(iter(countries.values())).extend(whole)
        elif whole:
            groups.append(whole)
        taken = set(map(id, whole))
        for group in countries.values():
            one = [profile for profile in group if _is_one(profile, held)]
            groups.extend(_stretches(one) if one and one[0].type == "person" else [one] if one else [])
            groups.extend(by_id(profile for profile in group if not _is_one(profile, held)))
        groups.extend(by_id(profile for profile in unknown if id(profile) not in taken))
    return groups


def _by_legal_form(profiles: Sequence[Profile]) -> list[list[Profile]]:
    """Profiles of companies of one name, those of each legal form apart; what has none goes with the commonest."""
    if len(profiles) == 1:
        return [list(profiles)]
    told = [{form for name, _ in p.names if (form := legal_form(name)) is not None} for p in profiles]
    forms = [own - {LOOSE} or own for own in told]
    counts = Counter(form for own in forms if len(own) == 1 for form in own)
    if len(counts) < _SEVERAL:
        return [list(profiles)]
    english = max(ENGLISH, key=lambda form: counts[form])
    most = max(counts, key=lambda form: (counts[form], form))
    parts: dict[str, list[Profile]] = defaultdict(list)
    for profile, own in zip(profiles, forms, strict=True):
        form = next(iter(own)) if len(own) == 1 else most
        parts[english if form == LOOSE else form].append(profile)
    return list(parts.values())


def _is_whole(profile: Profile) -> bool:
    """Does a body's proper name tell it from those of other states, or an acronym that it was introduced by?"""
    return profile.is_named and (
        not is_institution(profile.name) or any(_is_acronym(name) for name, _ in profile.names)
    )


def _is_one(profile: Profile, held: Mapping[str, Counter[str | None]]) -> bool:
    """Does an office or noun with a country mean the same actor in every article?

    A holder without a name does where a state has one at a time and no two persons are known to have held the office.
    People without a name do where they stand for their state or its public ("Danish troops"), not for some firms or
    for whoever is there ("Danish banks", "reporters").
    """
    if profile.type == "group" and not profile.is_named:
        return profile.sector not in _PASSING
    if profile.type == "person":
        if profile.office is None or not is_single_office(profile.office):
            return False
        known = held.get(profile.office)
        return known is None or known[profile.country] + known[None] < _SEVERAL
    return profile.type != "organisation" or profile.is_named or is_institution(profile.name)


def _holders(persons: Sequence[Sequence[Profile]]) -> dict[str, Counter[str | None]]:
    """How many persons known by name held each office, by country."""
    held: dict[str, Counter[str | None]] = defaultdict(Counter)
    for group in persons:
        country = commonest(profile.country for profile in group)
        for office in {p.office for p in group if p.office is not None and not p.is_former}:
            held[office][country] += 1
    return held


def _stretches(profiles: Sequence[Profile]) -> Iterator[list[Profile]]:
    """Profiles, in the order of publication, split where the articles are more than a year apart."""
    stretch: list[Profile] = []
    for profile in profiles:
        last = stretch[-1].published if stretch else None
        if last is not None and profile.published is not None and profile.published - last > A_YEAR:
            yield stretch
            stretch = []
        stretch.append(profile)
    if stretch:
        yield stretch


def _labels(profiles: Sequence[Profile]) -> Iterator[tuple[str, str]]:
    """What makes two unnamed holders, bodies or groups of one country the same: the office, else the name.

    A body that an article calls by an acronym or one word alone has the label of the only one that others introduce by
    it: several, unless it is the initials of the name; by a word more than know another body by that name, and about
    that time.
    One called by a word that begins the names of several others may be any of them, and one called by a common noun
    alone ("the Bureau"), or as parties of many states or courts of many places are, is one that its article names.
    """
    labels = [_label(profile) for profile in profiles]
    introduced: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    begun: dict[str, set[str]] = defaultdict(set)  # the names of bodies that begin with a word
    firms: set[str] = set()  # the names that go with a legal form: "Harlow" is Harlow Ltd if there is one
    short: dict[str, dict[tuple[str, str], list[Profile]]] = defaultdict(lambda: defaultdict(list))
    alone = Counter(label for profile, label in zip(profiles, labels, strict=True) if len(profile.names) == 1)
    for profile, label in zip(profiles, labels, strict=True):
        one_word = profile.type == "organisation" and " " not in label[1] and not is_noun_for_body(label[1])
        if one_word and any(" " in name for name, _ in profile.names):
            firms.add(label[1])
        if profile.type == "organisation" and " " in label[1]:
            begun[label[1].split()[0]].add(label[1])
        for name, _ in profile.names if profile.type != "person" and len(profile.names) > 1 else ():
            if _is_acronym(name) and name != profile.name:
                introduced[name][label] += _SEVERAL if any(spells(name, long) for long, _ in profile.names) else 1
            elif profile.type == "organisation" and _is_word(name) and label[1] != name.casefold():
                short[name][label].append(profile)
    for profile, (kind, called) in zip(profiles, labels, strict=True):
        meant = introduced.get(profile.name, _NONE) if profile.type == "organisation" else _NONE
        vague = called not in firms and (len(begun[called]) > 1 or is_noun_for_body(called))
        vague = vague or (profile.country is None and is_party_of_many(called)) or is_body_of_many_places(called)
        if len(meant) == 1 and meant.total() >= _SEVERAL:
            yield next(iter(meant))
        elif kind == "organisation" and (long := _spoken_of(profile, short, alone[kind, called])) is not None:
            yield long
        elif kind == "organisation" and vague:
            yield kind, f"{called} in {profile.article}"
        else:
            yield kind, called


def _is_acronym(name: str) -> bool:
    return name.isalpha() and name.isupper() and len(name) >= _SHORTEST_ACRONYM


def _is_word(name: str) -> bool:
    """Is a name one word by which a body may go in short ("Acme"), no common noun?"""
    return name.isalpha() and name[0].isupper() and not is_noun_for_body(name.casefold())


def _spoken_of(
    profile: Profile, short: Mapping[str, Mapping[tuple[str, str], Sequence[Profile]]], alone: int
) -> tuple[str, str] | None:
    """The label of the one body that most other articles of the year call by the word that an article calls one by."""
    bodies = short.get(profile.name, {}) if len(profile.names) == 1 else {}
    label = max(bodies, key=lambda label: len(bodies[label]), default=None)
    if label is None:
        return None
    known, rest = bodies[label], sum(map(len, bodies.values())) - len(bodies[label])
    if len(known) < max(_SEVERAL, alone, _FAR_MORE * rest):
        return None
    told = (other.article != profile.article and is_near(other.published, profile.published) for other in known)
    return label if all(told) else None


def _label(profile: Profile) -> tuple[str, str]:
    if profile.type == "person" and profile.office is not None:
        return "office", profile.office
    return profile.type, label_of_body(profile.name)
