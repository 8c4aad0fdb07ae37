"""Whom an answer answers that takes up an act told right before: "Chad offered a truce. Niger rejected *the offer*".

The object of the answer is a definite noun without anything that says whose it is, and it names acts of a kind. Where
the same or the last sentence tells of such acts, all by the same side, that side is answered. Nobody answers himself.

A measure that is told again ("announced *the sanctions*") hits those whom all measures told before it in the text hit.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.words import Words
from communique.reading.carried_over import DEFINITE
from communique.reading.doubles import Told
from communique.reading.participants import Party
from communique.reading.relations import deep_object
from communique.reading.roles import Roles
from communique.reading.syntax import SUBJECTS, child
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger

_ANSWERS = frozenset({"rejection", "denial", "condemnation", "refusal", "praise"})
#: The kind of acts that a text goes on telling of by a definite noun.
_MEASURE = "sanction"
#: What may stand beside a noun that takes an act up; all else tells of another one.
_PLAIN = frozenset({"det", "amod", "predet", "punct"})
#: The word classes of nouns that take acts up, with the kinds of those acts.
_NAMED: tuple[tuple[str, frozenset[str]], ...] = (
    ("allegation", frozenset({"accusation", "condemnation"})),
    ("demanded", frozenset({"demand", "appeal", "request", "ultimatum"})),
    ("advised", frozenset({"appeal", "request", "warning"})),
    ("offered", frozenset({"offer", "invitation", "mediation"})),
    ("threatened", frozenset({"threat", "warning", "ultimatum"})),
    (
        "step taken",
        frozenset({"concession", "sanction", "restriction", "withdrawal", "release", "expulsion", "recall"})
        | {"severing relations", "recognition", "deployment", "seizure", "blockade", "aid"},
    ),
)


class Uptake:
    """The acts of the last two sentences of an article, for those that answer them."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._told: list[Told] = []
        self._measures: list[Told] = []

    def complete(self, answer: Told) -> None:
        """Name whom an act answers that does not say it, then remember the act."""
        trigger, roles = answer.trigger, answer.roles
        if trigger.frame.kind in _ANSWERS and roles.actor and not roles.recipient:
            roles.recipient = self._authors(trigger, roles)
        if trigger.frame.kind == _MEASURE:
            roles.recipient = roles.recipient or self._hit_before(trigger, roles)
            self._measures.extend([answer] if roles.recipient else ())
        self._told = [t for t in self._told if trigger.sentence.index - t.trigger.sentence.index <= 1]
        self._told.append(answer)

    def _hit_before(self, trigger: Trigger, roles: Roles) -> list[Party]:
        """Whom all measures told before hit, where a definite noun tells of one again ("imposed *the tariffs*")."""
        noun = _object(trigger)
        if noun is None or noun.lemma_.lower() not in self._words["imposed"] or not _takes_up(noun, trigger.token):
            return []
        hit = [m.roles.recipient for m in self._measures]
        sides = {frozenset(p.entity.country for p in parties) for parties in hit}
        own = {p.entity.country for p in roles.actor}
        return hit[-1] if len(sides) == 1 and None not in (side := sides.pop()) and side.isdisjoint(own) else []

    def _authors(self, trigger: Trigger, roles: Roles) -> list[Party]:
        """The one side whose acts the object takes up, unless it is the one that answers."""
        kinds = self._kinds(trigger)
        acts = list(self._before(trigger, kinds)) if kinds else []
        sides = {frozenset(p.entity.id for p in act.roles.actor) for act in acts}
        if len(sides) != 1 or not acts[0].roles.actor:
            return []
        ids, countries = _identity(roles.actor)
        own_ids, own_countries = _identity(acts[0].roles.actor)
        return acts[0].roles.actor if ids.isdisjoint(own_ids) and countries.isdisjoint(own_countries) else []

    def _before(self, trigger: Trigger, kinds: frozenset[str]) -> Iterator[Told]:
        """The acts of such kinds that are told in the sentence so far, else in the one before."""
        acts = [t for t in self._told if t.trigger.frame.kind in kinds and _is_told_earlier(t.trigger, trigger)]
        here = [t for t in acts if t.trigger.sentence.index == trigger.sentence.index]
        yield from here or acts

    def _kinds(self, trigger: Trigger) -> frozenset[str]:
        """The kinds of acts that the object takes up, if it does."""
        noun = _object(trigger)
        if noun is None or not _takes_up(noun):
            return frozenset()
        lemma = noun.lemma_.lower()
        return frozenset().union(*(kinds for name, kinds in _NAMED if lemma in self._words[name]))


def _is_told_earlier(act: Trigger, answer: Trigger) -> bool:
    """Does an act stand before the answer, within one sentence or the next?"""
    apart = answer.sentence.index - act.sentence.index
    return 0 < apart <= 1 or (apart == 0 and act.token.i < answer.token.i)


def _object(trigger: Trigger) -> Token | None:
    """What an answer is about: its object, or the subject of what it is called ("called *the charge* absurd")."""
    if trigger.is_noun:
        return None
    noun = trigger.noun or deep_object(trigger.token)
    if noun is not None:
        return noun
    clause = child(trigger.token, "ccomp")
    return child(clause, *SUBJECTS) if clause is not None and clause.pos_ in {"ADJ", "NOUN"} else None


def _takes_up(noun: Token, verb: Token | None = None) -> bool:
    """Is a noun definite, with nothing beside it but its ``verb`` that says whose or which one it is?"""
    beside = [c for c in noun.children if c != verb]
    definite = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in beside)
    return definite and all(c.dep_ in _PLAIN and not c.ent_type_ for c in beside)


def _identity(parties: list[Party]) -> tuple[set[str], set[str]]:
    """The ids and the countries of some parties."""
    return {p.entity.id for p in parties}, {p.entity.country for p in parties if p.entity.country is not None}
