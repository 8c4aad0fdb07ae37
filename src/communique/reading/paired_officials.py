"""The officials of two states that a noun means: "the two presidents", "the foreign ministers of both countries"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.lexicon.actors import ActorLexicon
from communique.lexicon.agents import Agent
from communique.lexicon.offices import Office
from communique.reading.cast import Entity
from communique.reading.entities import Entities
from communique.reading.tokens import Token
from communique.records import ActorType

_BOTH = frozenset({"two", "both", "either"})


class Officials:
    """Makes the officials of two states in one article."""

    def __init__(self, entities: Entities, lexicon: ActorLexicon) -> None:
        self._entities, self._lexicon = entities, lexicon

    def post(self, token: Token) -> Office | Agent | None:
        """What the lexicon has for a noun of people who act for a state, with the words before it that belong to it."""
        entries = [form.entry for form in self._lexicon.forms.get(title_of(token))]
        office = next((entry for entry in entries if isinstance(entry, Office)), None)
        return office or next((e for e in entries if isinstance(e, Agent) and e.type in {"person", "group"}), None)

    def is_office(self, token: Token) -> bool:
        """Does a noun name an office?"""
        return isinstance(self.post(token), Office)

    def is_leader(self, token: Token) -> bool:
        """Does a noun speak of those who lead?"""
        return token.lemma_.lower() in self._lexicon.words["leader"]

    def of_states(self, token: Token, states: Sequence[str | None], people: Iterable[Entity]) -> tuple[Entity, ...]:
        """The leader, officials or holder of an office of each of two states, by name where one of ``people`` is it.

        None where not just two states are given, or one of them has no such office ("both *presidents*" and Norway).
        """
        post, codes, title = self.post(token), [code for code in states if code is not None], title_of(token)
        if post is None or len(codes) != 2 or not all(self._may_have(code, title) for code in codes):
            return ()
        held = post.name if isinstance(post, Office) and post.kind == "office" else None
        leads, noun = self.is_leader(token), token.lemma_.lower()
        kind: ActorType = "person" if isinstance(post, Office) or leads else "group"
        called = title if kind == "person" else f"{title.removesuffix(noun)}{token.lower_}"
        named = {e.country: e for e in people if held is not None and e.office == held}
        sector = "GOV" if leads else post.sector
        return tuple(
            named.get(code)
            or self._entities.other(kind, f"{self._entities.state_of(code).name} {called}", code, sector, held)
            for code in codes
        )

    def _may_have(self, country: str, title: str) -> bool:
        return self._lexicon.institutions.may_have(country, [title])


def title_of(token: Token) -> str:
    """A noun in the singular with the words before it that say what office it is ("prime *minister*")."""
    before = [c.lower_ for c in token.lefts if c.dep_ in {"amod", "compound"} and c.lower_ not in _BOTH]
    return " ".join([*before, token.lemma_.lower()])
