"""The registry of actors: who is one over all articles, under which names and in which offices."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from communique.corrections import Correction
from communique.linking.bodies import join_others
from communique.linking.corrections import corrected_actors, regrouped
from communique.linking.institutions import is_office, proper_part
from communique.linking.names import tidied
from communique.linking.people import People, confirmed, recognised
from communique.linking.persons import Person, commonest, forms_of, join_persons
from communique.linking.profiles import Profile, by_id, by_publication, is_short
from communique.linking.recognition import correct_each_other
from communique.people import KnownPerson
from communique.records import Actor, Evidence, Office


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
    found = [*by_id(shared), *joined, *join_others(others, joined)]
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


def _actor(group: Sequence[Profile]) -> Actor:
    used: dict[str, int] = {}
    types = [profile.type for profile in group]
    kind = max(dict.fromkeys(types), key=lambda kind: (kind != "place", types.count(kind)))
    for profile in group if kind == "place" else (p for p in group if p.type != "place"):
        bodies = profile.type == "organisation"
        for name, count in profile.names:  # a town's name is none of the state's that it stands for
            proper = " ".join(proper_part(name.split())) if bodies else name
            used[proper] = used.get(proper, 0) + count
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
    kept: dict[str, int] = {}
    for name, count in names.items():
        whole = " ".join(proper_part(name.split()))
        group = whole if whole in names else name
        kept[group] = kept.get(group, 0) + count
    return kept


def _days_in_office(profiles: Sequence[Profile]) -> list[datetime.date]:
    """The days of articles that show someone in office, not those after one that calls the holder a former one.

    Unless most of the articles after that one speak of a holder: then the person came back.
    """
    former = [p.published for p in profiles if p.published is not None and p.is_former]
    held = [p.published for p in profiles if p.published is not None and not p.is_former]
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
