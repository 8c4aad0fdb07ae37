"""What articles correct in each other: of what type a name is, and of which state the holder of an office.

One article may misread a name, for want of context, that many others read alike.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from communique.linking.institutions import is_single_office, label_of_body
from communique.linking.profiles import Profile
from communique.reading.naming import fold, parse_name

#: How many times as often a name must be read as a body, where it is one word of which no more is known.
_SEVERAL = 2
#: How many times as many articles must give a holder one state as give others.
_MOST = 3
_A_MONTH = datetime.timedelta(days=31)
_NONE = Counter[str]()


def correct_each_other(profiles: Sequence[Profile]) -> None:
    """Correct types and states of actors of single articles, in place, by what the others say."""
    _recognise_bodies(profiles)
    _recognise_persons(profiles)
    _recognise_surnames(profiles)
    _recognise_states(profiles)


def _recognise_bodies(profiles: Sequence[Profile]) -> None:
    """Make a body of a group by a proper name that more articles know as one."""
    types: dict[str, Counter[str]] = defaultdict(Counter)
    several = [profile for profile in profiles if profile.type in {"group", "organisation"} and profile.is_named]
    for profile in several:
        types[label_of_body(profile.name)][profile.type] += 1
    for profile in several:
        said = types[label_of_body(profile.name)]
        if profile.type == "group" and said["organisation"] > said["group"]:
            profile.type = "organisation"


def _recognise_persons(profiles: Sequence[Profile]) -> None:
    """Make a person of an unknown body that has the full name of a person in other articles, where as many say so.

    Else make a body of the person: some articles misread it. Of one word without office or state, most must say so.
    """
    types: dict[str, Counter[str]] = defaultdict(Counter)
    for profile in profiles:
        if profile.type in {"person", "organisation"}:
            types[_folded(label_of_body(profile.name))][profile.type] += 1
    for profile in profiles:
        if not parse_name(profile.name).is_full:
            said = types[_folded(label_of_body(profile.name))]
            bare = profile.type == "person" and profile.office is None and profile.country is None
            if bare and profile.sector is None and said["organisation"] > _SEVERAL * said["person"]:
                profile.type = "organisation"
            continue
        said = types.get(_folded(label_of_body(profile.name)), _NONE)
        if len(said) > 1 and profile.type in said:
            person = said["person"] >= said["organisation"]
            if profile.type == "organisation" and person and profile.country is None:
                profile.type = "person"
            elif profile.type == "person" and not person:
                profile.type = "organisation"


def _recognise_surnames(profiles: Sequence[Profile]) -> None:
    """Make a person of an unknown body whose name is the surname of one person whom articles name in full.

    They must have come out within a month of each other, and no article know a body by that word or one whose name
    begins with it ("Hartwell Broadcasting"). News that names a person by surname has named it in full just before.
    """
    bearers: dict[str, dict[str, list[Profile]]] = defaultdict(lambda: defaultdict(list))
    bodies: set[str] = set()
    unknown: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        names = [name for name, _ in profile.names]
        if profile.type == "person" and profile.is_named and parse_name(profile.name).is_full:
            bearers[fold(parse_name(profile.name).surname)][_folded(profile.name)].append(profile)
        elif profile.type != "organisation":
            continue
        elif len(names) == 1 and not parse_name(names[0]).is_full and not _is_told(profile, names[0]):
            unknown[fold(names[0])].append(profile)
        else:
            bodies.update(fold(name.split()[0]) for name in names)
    for surname, alike in unknown.items():
        if surname in bodies or len(bearers.get(surname, ())) != 1:
            continue
        (known,) = bearers[surname].values()
        if len(known) < len(alike):
            continue
        for profile in alike:
            if any(_is_close(profile.published, person.published) for person in known):
                profile.type = "person"


def _is_told(profile: Profile, name: str) -> bool:
    """Does an article say more of a body than one word that can be a surname: a state, a walk of life, an acronym?"""
    return profile.country is not None or profile.sector is not None or name.isupper() or not name[0].isupper()


def _is_close(one: datetime.date | None, other: datetime.date | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= _A_MONTH


def _recognise_states(profiles: Sequence[Profile]) -> None:
    """Give a holder of an office the state that most articles give to one of that full name in it.

    Two persons of one name may hold different offices, but hardly the same in two states.
    """
    states: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    named = [p for p in profiles if p.type == "person" and p.office is not None and parse_name(p.name).is_full]
    named = [p for p in named if p.country is not None and is_single_office(p.office or "")]
    for profile in named:
        states[_folded(profile.name), profile.office or ""][profile.country or ""] += 1
    for profile in named:
        said = states[_folded(profile.name), profile.office or ""]
        state, count = max(said.items(), key=lambda item: item[1])
        if count >= _MOST * (said.total() - count):
            profile.country = state


@lru_cache(maxsize=65_536)
def _folded(name: str) -> str:
    return " ".join(fold(word) for word in name.split())
