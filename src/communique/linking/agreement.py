"""Whether two sides, as two accounts name them, are one.

Accounts name a side at different levels: a minister, "the Russian foreign minister", the ministry, Moscow. Levels agree
when the country agrees and nothing contradicts; two different persons never do. What an account leaves unknown speaks
neither for nor against: a name alone may be that of a state's minister (:func:`is_open`), but is no evidence of it.
"""

from __future__ import annotations

from functools import lru_cache

from communique.lexicon.agents import is_common_noun
from communique.lexicon.organisations import load_organisations
from communique.linking.institutions import is_single_office
from communique.linking.profiles import is_proper
from communique.linking.sides import ARMED, PUBLIC, STATE_SECTORS, Side, band_of
from communique.reading.naming import fold, parse_name, short_form_of

#: Sectors of which a state has one body, or several that accounts tell apart loosely ("the army", "the air force").
_FORCES = frozenset({"MIL", "COP"})
#: So many people or more are hardly as many as others by chance.
_MANY = 5

SAME, OFFICE, LEVEL, NONE = 3, 2, 1, 0


def agreement(one: Side, other: Side) -> int:
    """How two sides agree: :data:`SAME` actor, same :data:`OFFICE`, compatible :data:`LEVEL` or :data:`NONE`."""
    if one.actor == other.actor:
        return SAME
    if _is_people_of_body(one, other):
        return SAME
    if _are_of_two_bodies(one, other):
        return NONE
    if _are_people_of(one, other) or _are_people_of(other, one) or _are_alike(one, other) or _are_crowds(one, other):
        return LEVEL
    if one.named and other.named:
        return LEVEL if _may_be_namesakes(one, other) else NONE
    if one.country is None or one.country != other.country:
        return NONE
    if not (one.acts_for_state and other.acts_for_state):
        return NONE
    if one.offices and other.offices:
        return OFFICE if one.offices & other.offices else LEVEL if _may_be_one_office(one, other) else NONE
    if one.type == other.type == "organisation" and one.offices == other.offices:
        return LEVEL if _are_one_body(one, other) else NONE
    return LEVEL


def _are_one_body(one: Side, other: Side) -> bool:
    """Can two bodies of one state be the same: both but "the court", or police or forces called by a common noun?"""
    if one.sector == other.sector and one.sector in _FORCES:
        return is_common_noun(one.name) or is_common_noun(other.name)
    return not is_proper(one.name, ()) and _common_part(one.name) == _common_part(other.name)


def _common_part(name: str) -> str:
    """The name of a body without what says whose it is: "government" of "Peru's government"."""
    words = name.split()
    capital = max((i for i, word in enumerate(words[:-1]) if word[:1].isupper()), default=-1)
    return " ".join(words[capital + 1 :]).casefold()


def _is_people_of_body(one: Side, other: Side) -> bool:
    """Is one an armed body or a party, and the other some of its people, or are both ("M23", "M23 rebels")?

    What two groups have before their nouns must be an acronym: it could be any word of praise or blame otherwise.
    """
    common = one.bands & other.bands
    if not common or one.type == other.type == "organisation":
        return False
    if one.type == other.type and not any(word.casefold() in common for word in one.name.split() if word.isupper()):
        return False
    return one.country == other.country or one.country is None or other.country is None


def _are_of_two_bodies(one: Side, other: Side) -> bool:
    """Are both armed bodies, or people of some, that are known as two?"""
    if not (one.bands and other.bands):
        return False
    bodies = _known_bodies()
    ours, theirs = ({bodies[band] for band in side.bands if band in bodies} for side in (one, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


@lru_cache(maxsize=1)
def _known_bodies() -> dict[str, str]:
    """The ids of the organisations of the lexicon by each of their names, as sides have them."""
    return {band_of(name): known.id for known in load_organisations() for name in (known.name, *known.names)}


def _are_people_of(one: Side, other: Side) -> bool:
    """Is one some people or an armed body that an act befell, and the other the place or state that it befell?"""
    befell = one.role == other.role == "recipient" and other.type in {"place", "state"}
    people = one.is_crowd or one.is_common or bool(one.bands)
    return befell and one.country in {None, other.country} and people


def _are_alike(one: Side, other: Side) -> bool:
    """Can people known by a common noun be the others: of the same sort, or armed men of any?

    Several people of a sort are not the one whom another account names (but see :func:`is_among`), nor "colleagues" a
    known body, unless both are armed.
    """
    if not (one.is_common or other.is_common) or {one.type, other.type} & {"state", "place"}:
        return False
    if one.type != other.type and (one.named or other.named or one.is_body or other.is_body):
        return {one.sector, other.sector} <= ARMED and not (one.named or other.named)
    return _are_of_one_sort(one, other)


def _are_of_one_sort(one: Side, other: Side) -> bool:
    sectors = {one.sector, other.sector}
    return len(sectors) == 1 or None in sectors or sectors <= ARMED


def is_among(one: Side, other: Side) -> bool:
    """Are several people of a sort told of ("the ministers"), among whom one may be that the same article names?"""
    return one.named != other.named and (one.is_common or other.is_common) and _are_of_one_sort(one, other)


def _are_crowds(one: Side, other: Side) -> bool:
    """Are both people without a name who may be the same? Accounts differ on numbers, and one may give but a part.

    As many people of one state are the same, whatever they are called.
    """
    if not (one.is_people and other.is_people) or (one.country != other.country and one.country and other.country):
        return False
    as_many = one.count is not None and other.count is not None and one.count[:2] == other.count[:2]
    if as_many and one.count is not None and one.count[0] >= _MANY and one.country == other.country:
        return True
    return one.sector == other.sector or not {one.sector, other.sector}.isdisjoint({None, PUBLIC})


def _may_be_namesakes(one: Side, other: Side) -> bool:
    """Can two persons by name whom the registry keeps apart be one: by equal names, or a part of the other's alone?

    It keeps a surname apart that several bear; beside the same party on the same day it is one of theirs. States and
    offices must not differ.
    """
    if one.country != other.country and one.country and other.country:
        return False
    if one.offices and other.offices and not _may_be_one_office(one, other):
        return False
    return _are_forms(*sorted((one.name, other.name)))


def _may_be_one_office(one: Side, other: Side) -> bool:
    """Do two give an office in common, or one of them but its noun ("Minister", "Trade Minister")?"""
    return any(a == b or _is_noun_of(a, b) or _is_noun_of(b, a) for a in one.offices for b in other.offices)


def _is_noun_of(noun: str, office: str) -> bool:
    return office.endswith(f" {noun}") and not is_single_office(noun)


@lru_cache(maxsize=65_536)
def _are_forms(one: str, other: str) -> bool:
    """Are two names equal, or is one a part of the other that stands for it?"""
    if one.casefold() == other.casefold():
        return True
    names = parse_name(one), parse_name(other)
    if names[0].is_full == names[1].is_full:
        return not names[0].is_full and fold(one) == fold(other)
    short, full = sorted(names, key=lambda name: name.is_full)
    return short_form_of(short.text, full)


def is_open(one: Side, other: Side) -> bool:
    """Does nothing speak for two sides being one, and nothing against it?

    One is a person of whom no more than the name is known, and the other somebody without one who acts for a state; an
    office that both give must be the same. Or one is a person, and the other an armed body of the same state or people
    of one.
    """
    if one.named != other.named and one.sector == other.sector and one.sector in ARMED:
        return one.country is not None and one.country == other.country
    name, post = (one, other) if one.named else (other, one)
    unknown = name.named and name.country is None and (name.sector is None or name.sector in STATE_SECTORS)
    if not unknown or post.named or not post.acts_for_state or post.country is None:
        return False
    return not (name.offices and post.offices) or _may_be_one_office(name, post)
