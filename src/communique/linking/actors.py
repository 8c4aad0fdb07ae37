"""The registry of actors: who is one over all articles, under which names and in which offices."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from communique.corrections import Correction
from communique.lexicon.legal_forms import ENGLISH, LOOSE, legal_form
from communique.linking.corrections import corrected_actors, regrouped
from communique.linking.institutions import (
    is_body_of_many_places,
    is_institution,
    is_noun_for_body,
    is_office,
    is_party_of_many,
    is_single_office,
    label_of_body,
    proper_part,
    spells,
)
from communique.linking.names import tidied
from communique.linking.people import People, confirmed, recognised
from communique.linking.persons import Person, commonest, forms_of, join_persons
from communique.linking.profiles import Profile, by_publication, is_short
from communique.linking.recognition import correct_each_other
from communique.linking.short_forms import relabelled
from communique.people import KnownPerson
from communique.records import Actor, Evidence, Office

_FORMER = "ELI"  # the sector of those who held an office once
#: Sectors whose people without a name are some firms or whoever is there, not one side of their state in all articles.
_PASSING = frozenset({"BUS", "JRN", "EDU", "HLT", "ELI"})
_SEVERAL = 2
_FAR_MORE = 4
_SHORTEST_ACRONYM = 3
_A_YEAR = datetime.timedelta(days=366)


class ActorIds(Mapping[tuple[str, str], str]):
    """The registry's id for each article and actor id in it, in less room than a dictionary of pairs takes."""

    def __init__(self) -> None:
        self._of: dict[str, tuple[str, ...]] = {}  # by article: ids in it and of the registry, in turn
        self._size = 0

    def put(self, article: str, local: str, actor: str) -> None:
        """Set the registry's id for an actor of an article."""
        self._of[article] = (*self._of.get(article, ()), local, actor)
        self._size += 1

    def __getitem__(self, key: tuple[str, str]) -> str:
        article, local = key
        pairs = self._of.get(article, ())
        for place in range(0, len(pairs), 2):
            if pairs[place] == local:
                return pairs[place + 1]
        raise KeyError(key)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((article, local) for article, pairs in self._of.items() for local in pairs[::2])

    def __len__(self) -> int:
        return self._size


def find_actors(
    profiles: Iterable[Profile], corrections: Sequence[Correction] = (), people: Sequence[KnownPerson] = ()
) -> tuple[tuple[Actor, ...], ActorIds]:
    """The actors that profiles are of in the order of their ids, and the id for each article and actor id in it.

    States and known organisations keep their ids. Any other actor has the id that it has in the article published
    first, so articles that come later leave it as it is. ``people`` are persons of knowledge bases, which confirm who
    is meant and tell namesakes apart.
    """
    profiles = sorted(profiles, key=by_publication)
    shared = [profile for profile in profiles if profile.is_global]
    own = [profile for profile in profiles if not profile.is_global]
    correct_each_other(own)
    known = recognised(own, People(people))
    persons = [profile for profile in own if profile.type == "person" and profile.is_named and id(profile) not in known]
    others = [profile for profile in own if not (profile.type == "person" and profile.is_named)]
    joined = join_persons(persons, _settled(own, known))
    found = [*_by_id(shared), *joined, *_join_others(others, joined)]
    groups = regrouped(found, corrections, lambda profile: profile.id, lambda profile: profile.article)
    place = {id(profile): number for number, profile in enumerate(profiles)}
    actors: list[Actor] = []
    actor_of = ActorIds()
    for group in groups:
        group.sort(key=lambda profile: place[id(profile)])
        actors.append(_confirmed(_actor(group), [known[id(p)] for p in group if id(p) in known]))
        for profile in group:
            actor_of.put(profile.article, profile.id, group[0].id)
    if corrections:
        now = {local: actor for (_, local), actor in actor_of.items()}
        actors = corrected_actors(actors, corrections, lambda actor: now.get(actor, actor))
    return tuple(sorted(actors, key=lambda actor: actor.id)), actor_of


def _settled(profiles: Sequence[Profile], known: Mapping[int, KnownPerson]) -> Iterator[Person]:
    """The persons that are settled by a knowledge base, each with all its profiles."""
    groups: dict[str, list[Profile]] = defaultdict(list)
    names: dict[str, tuple[str, ...]] = {}
    for profile in profiles:
        if (person := known.get(id(profile))) is not None:
            groups[person.id].append(profile)
            names[person.id] = person.names
    for key, group in groups.items():
        yield Person(group, forms_of(profile.name for profile in group) or forms_of(names[key][:1]))


def _confirmed(actor: Actor, known: Sequence[KnownPerson]) -> Actor:
    """An actor with its offices confirmed by the one known person that its profiles are, if they are one."""
    if len({person.id for person in known}) != 1:
        return actor
    return msgspec.structs.replace(actor, offices=tuple(confirmed(office, known[0]) for office in actor.offices))


def _by_id(profiles: Iterable[Profile]) -> list[list[Profile]]:
    groups: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        groups[profile.id].append(profile)
    return list(groups.values())


def _join_others(profiles: Sequence[Profile], persons: Sequence[Sequence[Profile]]) -> list[list[Profile]]:
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
            groups.extend(_by_id(profile for profile in group if not _is_one(profile, held)))
        groups.extend(_by_id(profile for profile in unknown if id(profile) not in taken))
    return groups


def _by_legal_form(profiles: Sequence[Profile]) -> list[list[Profile]]:
    """Profiles of companies of one name, those of each legal form apart; what has none goes with the commonest."""
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
        known = held.get(profile.office, Counter())
        return known[profile.country] + known[None] < _SEVERAL
    return profile.type != "organisation" or profile.is_named or is_institution(profile.name)


def _holders(persons: Sequence[Sequence[Profile]]) -> dict[str, Counter[str | None]]:
    """How many persons known by name held each office, by country."""
    held: dict[str, Counter[str | None]] = defaultdict(Counter)
    for group in persons:
        country = commonest(profile.country for profile in group)
        for office in {p.office for p in group if p.office is not None and p.sector != _FORMER}:
            held[office][country] += 1
    return held


def _stretches(profiles: Sequence[Profile]) -> Iterator[list[Profile]]:
    """Profiles, in the order of publication, split where the articles are more than a year apart."""
    stretch: list[Profile] = []
    for profile in profiles:
        last = stretch[-1].published if stretch else None
        if last is not None and profile.published is not None and profile.published - last > _A_YEAR:
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
        if profile.type == "organisation" and " " not in label[1] and any(" " in name for name, _ in profile.names):
            firms.update({label[1]} if not is_noun_for_body(label[1]) else ())
        if profile.type == "organisation" and " " in label[1]:
            begun[label[1].split()[0]].add(label[1])
        for name, _ in profile.names if profile.type != "person" and len(profile.names) > 1 else ():
            if _is_acronym(name) and name != profile.name:
                introduced[name][label] += _SEVERAL if any(spells(name, long) for long, _ in profile.names) else 1
            elif profile.type == "organisation" and _is_word(name) and label[1] != name.casefold():
                short[name][label].append(profile)
    for profile, (kind, called) in zip(profiles, labels, strict=True):
        meant = introduced.get(profile.name, Counter()) if profile.type == "organisation" else Counter()
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
    return label if all(other.article != profile.article and _is_near(other, profile) for other in known) else None


def _is_near(one: Profile, other: Profile) -> bool:
    days = (one.published, other.published)
    return None in days or abs(days[0] - days[1]) <= _A_YEAR  # type: ignore[operator]


def _label(profile: Profile) -> tuple[str, str]:
    if profile.type == "person" and profile.office is not None:
        return "office", profile.office
    return profile.type, label_of_body(profile.name)


def _actor(group: Sequence[Profile]) -> Actor:
    used: Counter[str] = Counter()
    types = [profile.type for profile in group]
    kind = max(dict.fromkeys(types), key=lambda kind: (kind != "place", types.count(kind)))
    for profile in group if kind == "place" else (p for p in group if p.type != "place"):
        bodies = profile.type == "organisation"
        for name, count in profile.names:  # a town's name is none of the state's that it stands for
            used[" ".join(proper_part(name.split())) if bodies else name] += count
    names = tidied(_without_parts(used) if kind == "group" else used)
    ordered = sorted(names, key=lambda name: (is_short(name, kind), -names[name], name))
    return Actor(
        id=group[0].id,
        name=ordered[0] if group[0].type == "person" else min(names, key=lambda name: (-names[name], name)),
        names=tuple(ordered),
        type=kind,
        country=commonest(profile.country for profile in group),
        sector=commonest(profile.sector for profile in group),
        offices=_offices(group),
        mentions=sum(profile.mentions for profile in group),
    )


def _without_parts(names: Mapping[str, int]) -> dict[str, int]:
    """The names of a group, those of some of its people under that of all ("*three* Unionists")."""
    kept: Counter[str] = Counter()
    for name, count in names.items():
        whole = " ".join(proper_part(name.split()))
        kept[whole if whole in names else name] += count
    return kept


def _days_in_office(profiles: Sequence[Profile]) -> list[datetime.date]:
    """The days of articles that show someone in office, not those after one that calls the holder a former one.

    Unless most of the articles after that one speak of a holder: then the person came back.
    """
    former = [p.published for p in profiles if p.published is not None and p.sector == _FORMER]
    held = [p.published for p in profiles if p.published is not None and p.sector != _FORMER]
    left = min(former, default=datetime.date.max)
    after = [day for day in held if day >= left]
    return held if len(after) > len(former) else [day for day in held if day < left]


def _offices(group: Sequence[Profile]) -> tuple[Office, ...]:
    """The offices that articles give, in order of their names, with one mention that says so from each article.

    ``from`` and ``to`` are the first and last day of publication of those articles: the actor is seen in office then,
    and may have come before or stayed after. Articles that speak of a former holder give no day: they are ``None``
    where no other is dated.
    """
    country = next((profile.country for profile in group if profile.country is not None), None)
    held: dict[tuple[str, str | None], list[Profile]] = defaultdict(list)
    for profile in group:
        if profile.office is not None and profile.type == "person":
            held[profile.office, profile.country or country].append(profile)
    return tuple(
        Office(
            office=office,
            of=of,
            start=min(days, default=None),
            end=max(days, default=None),
            evidence=tuple(Evidence(article=p.article, span=p.saying) for p in profiles if p.saying is not None),
        )
        for (office, of), profiles in sorted(held.items(), key=lambda item: (item[0][0], item[0][1] or ""))
        for days in [_days_in_office(profiles) if is_office(office) else [p.published for p in profiles if p.published]]
    )
