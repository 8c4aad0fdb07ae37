"""The entities of one article, each made once: states, known organisations, and whoever else phrases stand for."""

from __future__ import annotations

from collections.abc import Set

from communique.lexicon.actors import ActorLexicon
from communique.lexicon.organisations import Organisation
from communique.lexicon.quantities import is_counted
from communique.reading.cast import Entity
from communique.reading.terms import Term
from communique.records import ActorType, digest


class Entities:
    """Makes the entities of the article with the id ``article``, and gives the same one for the same actor.

    ``spoken_of`` are the states that the article names by more than their capitals.
    """

    def __init__(self, article: str, lexicon: ActorLexicon, spoken_of: Set[str] = frozenset()) -> None:
        self._article = article
        self._lexicon = lexicon
        self._spoken_of = spoken_of
        self._made: dict[tuple[str, ...], Entity] = {}

    def state(self, term: Term) -> Entity:
        """The state that a term stands for, as a country or as its government.

        Of a body that is called by its seat that is the body, unless the article is about the state around it.
        """
        body = self._lexicon.body_by_seat.get(term.form) if term.kind == "capital" else None
        if body is not None and term.country not in self._spoken_of:
            return self.organisation(body)
        government = term.kind in {"capital", "seat"}
        return self.state_of(term.country or "", term.sector if government else None)

    def state_of(self, country: str, sector: str | None = None) -> Entity:
        """The state of a code, as a country or, with a sector, as its government."""
        key = ("state", country, sector or "")
        if key not in self._made:
            state = self._lexicon.state_of_code.get(country)
            name = state.name if state is not None else country
            self._made[key] = Entity(f"state:{country}", name, "state", country, sector, names={name})
        return self._made[key]

    def organisation(self, organisation: Organisation) -> Entity:
        """The entity of an organisation that the lexicon has."""
        key = ("org", organisation.id)
        if key not in self._made:
            self._made[key] = Entity(
                id=f"org:{organisation.id}",
                name=organisation.name,
                type="organisation",
                country=organisation.country,
                sector=organisation.sector,
                names={organisation.name},
            )
        return self._made[key]

    def other(
        self,
        kind: ActorType,
        name: str,
        country: str | None,
        sector: str | None,
        office: str | None = None,
        alike: str | None = None,
        number: int = 0,
    ) -> Entity:
        """The entity of a kind, name (or what is ``alike`` in several names), country and number among those.

        Groups are called without the quantifiers before their names, which tell them apart all the same.
        """
        key = (kind, (alike or name).lower().rstrip("."), country or "", str(number))
        if key not in self._made:
            shown = self._unquantified(name) if kind == "group" else name
            self._made[key] = Entity(
                id=digest("actor", self._article, name, country, *([str(number)] if number else [])),
                name=shown,
                type=kind,
                country=country,
                sector=sector,
                office=office,
                names={shown},
            )
        return self._made[key]

    def _unquantified(self, name: str) -> str:
        """The name of a group without quantifiers before it, but for a number ("*most* Kenyans", "some 50 Kenyans").

        "Other" sets a group apart from another of the same noun, and goes only before a name ("*other* Tories").
        """
        first, _, rest = name.partition(" ")
        word = first.lower()
        proper = word == "other" and all(part[0].isupper() for part in rest.split())
        if not rest or is_counted(name) or not (proper or word in self._lexicon.words["quantifier"]):
            return name
        return self._unquantified(rest)
