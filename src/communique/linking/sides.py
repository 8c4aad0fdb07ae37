"""The sides of an event as reports name them, and what they are looked up by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from communique.lexicon.agents import is_common_noun
from communique.lexicon.phrases import plural
from communique.lexicon.quantities import is_counted, load_quantities
from communique.lexicon.states import load_states
from communique.linking.profiles import is_proper, names_person
from communique.linking.terms import stem
from communique.reading.naming import fold, parse_name
from communique.records import Actor, ActorType, Participant

#: Sectors of PLOVER that act for their state.
STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
#: What the ids of known organisations begin with.
_BODY = "org:"
#: Sectors whose people are told apart by who tells of them ("gunmen" in one account, "rebels" in another).
ARMED = frozenset({"UAF", "REB", "CRM", "OPP"})
#: Sectors of bodies whose people are called by the body's name; soldiers of no state are some of these.
_BANDED = ARMED | {"PTY", "MIL"}
#: The sector of people of whom no more is said.
PUBLIC = "CVL"
#: What the people of a body are looked up by, with its name.
_BAND = "band:"
#: What people without a name are looked up by, with their state.
_PEOPLE = "people:"
#: The most sides of one report that candidates are looked up by.
_KEYED = 12


@dataclass(frozen=True, slots=True)
class Side:
    """A participant of a report as the registry knows it.

    ``named``: a person called by name. ``is_common``: known by nothing but a common noun ("gunmen", "police"), of no
    known state. ``is_crowd``: people known by their number or a common noun ("nine villagers", "Chilean protesters").
    ``bands``: the names of an armed body or a party, or of the one whose people a group is ("*M23* rebels").
    """

    role: str
    actor: str
    name: str
    type: ActorType
    country: str | None
    sector: str | None
    offices: frozenset[str]
    named: bool
    acts_for_state: bool
    is_common: bool = False
    is_crowd: bool = False
    bands: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        return hash((self.actor, self.role, self.name))  # sides are looked up often, and differ in little else

    @property
    def is_people(self) -> bool:
        """Is it a crowd, or people called by their state alone ("Zambians")?"""
        return self.is_crowd or (self.type == "group" and load_states().by_demonym(self.name) is not None)

    @property
    def key(self) -> str:
        """What a side is looked up by: its state if it acts for one, people without a name by theirs, else itself."""
        if self.is_people and not self.acts_for_state:
            return (
                f"{_PEOPLE}{self.country}" if self.country is not None else _PEOPLE if self.is_counted else self.actor
            )
        if self.acts_for_state and self.country is not None:
            return f"state:{self.country}"
        return self.name.casefold() if self.is_namesake else self.actor

    @property
    def is_body(self) -> bool:
        """Is it a known organisation, the same in every article?"""
        return self.actor.startswith(_BODY)

    @property
    def is_namesake(self) -> bool:
        """Is it one of whom no more is known than a name of several words? In one event it is one of that name."""
        return self.named and self.country is None and not self.offices and " " in self.name

    @property
    def words(self) -> tuple[str, ...]:
        """The words of a person's name that can stand for it, folded."""
        return _words_of(self.name) if self.named else ()

    @property
    def is_counted(self) -> bool:
        """Is it just a number of people?"""
        return self.type == "group" and is_counted(self.name)

    @property
    def count(self) -> tuple[float, float, str] | None:
        """The least and most of a number of people, and the stem of what they are called."""
        counted = load_quantities().count(self.name) if self.is_counted else None
        return None if counted is None else (*counted[:2], stem(counted[2]))

    @property
    def called(self) -> str:
        """The stem of the last word of the name."""
        return stem(self.name.split()[-1].casefold())

    @property
    def level(self) -> int:
        """How particular the side is: 2 a person by name, 1 an office or body, 0 a state or group."""
        if self.named:
            return 2
        return 1 if self.offices or self.type == "organisation" else 0


@lru_cache(maxsize=65_536)
def _words_of(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(fold, parse_name(name).parts)))


def side_of(participant: Participant, actor: Actor) -> Side:
    """The side that a participant is."""
    sector = actor.sector or participant.sector
    country = actor.country or participant.country
    held = {o.office for o in actor.offices} | ({participant.office} if participant.office else set())
    offices = frozenset(map(_one_office, held))
    is_state = actor.type in {"state", "place"}
    named = actor.type == "person" and names_person(actor.name, offices)
    public = sector in STATE_SECTORS or (sector is None and actor.type == "person")
    struck = (
        actor.type == "group" and sector is None and not is_proper(actor.name, ()) and not is_common_noun(actor.name)
    )
    acts_for_state = is_state or (country is not None and (public or struck))  # a market struck is the state's it is in
    unnamed = not (acts_for_state or offices) and is_common_noun(actor.name)
    return Side(
        role="actor" if participant.role == "actor" else "recipient" if participant.role == "recipient" else "other",
        actor=actor.id,
        name=actor.name,
        type=actor.type,
        country=country,
        sector=sector,
        offices=offices,
        named=named,
        acts_for_state=acts_for_state,
        is_common=not (named or is_state or country or actor.id.startswith(_BODY))
        and (struck or is_common_noun(actor.name)),
        is_crowd=actor.type == "group" and (unnamed or is_counted(actor.name) or (struck and country is None)),
        bands=_bands(actor) if sector in _BANDED and not acts_for_state else frozenset(),
    )


def _bands(actor: Actor) -> frozenset[str]:
    """The names of a body, or the one before the common noun for a group of its people, without endings or capitals."""
    if actor.type == "organisation":
        names = [name.split() for name in actor.names]
    elif actor.type == "group" and is_common_noun(actor.name):
        words = load_quantities().without_count(actor.name).split()[:-1]
        names = [words] if all(word[0].isupper() or word[0].isdigit() for word in words) else []
    else:
        return frozenset()
    return frozenset(band_of(" ".join(words)) for words in names if words)


def band_of(name: str) -> str:
    """A body's name without endings or capitals."""
    return " ".join(map(stem, name.casefold().split()))


def _one_office(office: str) -> str:
    """The name of an office, also where several hold one each ("the foreign ministers of Chad and Niger")."""
    single = office.removesuffix("s")
    return single if single != office and plural(single) == office else office


class Sides:
    """The sides of reports, those that are alike kept once."""

    def __init__(self, actors: Mapping[str, Actor], actor_of: Mapping[tuple[str, str], str]) -> None:
        self._actors, self._actor_of = actors, actor_of
        self._known: dict[tuple[str | None, ...], Side] = {}

    def of(self, article: str, participants: Sequence[Participant]) -> tuple[Side, ...]:
        """The side that each of the participants of a report is."""
        return tuple(self._of(self._actor_of[article, p.actor], p) for p in participants)

    def _of(self, actor: str, participant: Participant) -> Side:
        key = (actor, participant.role, participant.office, participant.country, participant.sector)
        if key not in self._known:
            self._known[key] = side_of(participant, self._actors[actor])
        return self._known[key]


def keys(sides: Sequence[Side]) -> tuple[list[str], list[str], list[str]]:
    """What sides are looked up by: each alone, each pair, and each pair of a body's people and another (all sorted).

    Other people without a name are in no pair, and of no known state they tell nothing.
    """
    parties = [side for side in sides if side.role != "other"]
    bands = {f"{_BAND}{band}" for side in parties for band in side.bands}
    single = sorted({*bands, *(side.key for side in parties)} - {_PEOPLE})[:_KEYED]
    known = sorted(side.key for side in parties if not side.is_crowd or side.acts_for_state)[:_KEYED]
    banded = ((f"{_BAND}{band}", side, other) for side in parties for band in side.bands for other in parties)
    pairs = {f"{one} {other}" for one, other in combinations(known, 2)}
    people = {f"{band} {other.key}" for band, side, other in banded if other is not side and not other.is_people}
    return single, sorted(pairs), sorted(people)[:_KEYED]
