"""What sort of actor an entity is: public or private, a firm, and whether it is what a slot of a frame asks for."""

from __future__ import annotations

from communique.reading.cast import Entity

#: PLOVER sectors of those who act for themselves: civilians and refugees, who may stand for their nation, and business.
_PRIVATE = frozenset({"CVL", "REF", "BUS"})
#: PLOVER sectors by what a slot calls those who are of them.
_CALLED = {
    "troops": frozenset({"MIL"}),
    "police": frozenset({"COP"}),
    "press": frozenset({"JRN"}),
    "politician": frozenset({"GOV", "LEG", "ELI", "PTY", "JRN"}),
    "armed": frozenset({"MIL", "COP", "REB", "UAF"}),
    "irregular": frozenset({"REB", "UAF", "CRM"}),
    "public": frozenset({"CVL", "EDU", "LAB", "AGR", "REF", "REL", "OPP", "HLT"}),
}
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "IGO", "SPY", "OPP", "REB"})
#: Sectors of those who hold power or strive for it, and travel for it.
_POLITICAL = frozenset({"GOV", "LEG", "JUD", "SPY", "PTY", "OPP", "REB", "IGO", "ELI"})


def is_public(entity: Entity) -> bool:
    """Is the actor known to act for a state, a body or an organised group, rather than as a private person or firm?"""
    if entity.type in {"state", "place"} or entity.id.startswith("org:"):
        return True
    if entity.sector in _PRIVATE:
        return entity.sector in {"CVL", "REF"} and entity.country is not None
    return entity.country is not None or entity.sector is not None


def is_business(entity: Entity) -> bool:
    """Is the actor a firm, or a body by name of which nothing is known, not even by its noun ("Council")?"""
    return entity.sector == "BUS" or (entity.type == "organisation" and entity.sector is None and not is_public(entity))


def is_of(entity: Entity, wanted: str) -> bool:
    """Is the actor what a slot asks for?

    "people" are persons and groups, a "body" is a state, organisation, people of a known state, or troops; "troops" are
    groups of soldiers, "armed" are groups that bear arms, "irregular" those of them that fight for no state, and
    criminals, "public" are groups of those who hold no power, but for criminals,
    "police" are police, the "press" are journalists, a "politician" is a person, party or press that acts by words;
    an "official" is a person or group with a public office, or at the head of those who fight for one; "national" are
    officials, and persons who are introduced by their state alone ("Kenya's Joe Oni"); a
    "statesman" is a person of a known state who holds or seeks political office; who is
    "political" is a person, or a group or body that holds power or strives for it; "state", "organisation", "place" and
    "person" are themselves; a "firm" is a company, or a body by name of which nothing is known; "named" are
    organisations that the lexicon knows by name.
    """
    if wanted == "political":
        return entity.type == "person" or (entity.type != "state" and entity.sector in _POLITICAL)
    if wanted == "named":
        return entity.id.startswith("org:")
    if wanted == "firm":
        return is_business(entity)
    if wanted == "people":
        return entity.type in {"person", "group"}
    if wanted in {"state", "organisation", "place", "person"}:
        return entity.type == wanted
    if wanted == "official":
        return entity.type in {"person", "group"} and entity.sector in _OFFICIAL
    if wanted == "national":
        alone = entity.type == "person" and entity.country is not None and entity.sector is None
        return alone or is_of(entity, "official")
    if wanted == "statesman":
        known = entity.type == "person" and entity.country is not None
        return known and entity.sector in _POLITICAL - {"SPY", "REB", "JUD"}
    if wanted == "politician":
        return entity.type != "state" and entity.sector in _CALLED[wanted]
    if wanted in _CALLED:
        return entity.type != "person" and entity.sector in _CALLED[wanted]
    known = entity.country is not None or entity.sector == "MIL"  # "coalition aircraft", whosever they are
    return entity.type in {"state", "organisation", "place"} or (entity.type == "group" and known)
