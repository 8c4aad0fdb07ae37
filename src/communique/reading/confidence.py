"""How sure a report is: the probability that its kind, actor, recipient and status are all right.

A logistic regression over what is known of a candidate (its frame and pattern, the words, who fills the roles and
where they stand, its status), fitted to reports that were judged by hand; ``tools/fit_confidence.py`` fits it and
``docs/confidence.md`` shows how well the probabilities agree with held-back verdicts. Every feature is a readable
string, so that a weight can be looked up; a feature that was not seen in fitting counts nothing.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from communique.reading.entity_kinds import is_public
from communique.reading.participants import Party
from communique.reading.roles import Roles
from communique.reading.triggers import Trigger
from communique.records import Status

_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_FAR = 12


@dataclass(frozen=True, slots=True)
class Confidence:
    """Weights of features, and the log odds of a report that has none of them."""

    bias: float
    weights: Mapping[str, float]

    def of(self, features: Sequence[str]) -> float:
        """The probability that a report with these features is right, rounded to two digits."""
        odds = self.bias + sum(self.weights.get(feature, 0.0) for feature in features)
        return round(1 / (1 + math.exp(-odds)), 2)


@cache
def load_confidence() -> Confidence:
    """The fitted weights of the package."""
    fitted = json.loads(files("communique.lexicon").joinpath("confidence.json").read_text(encoding="utf-8"))
    return Confidence(fitted["bias"], fitted["weights"])


def features_of(trigger: Trigger, roles: Roles, status: Status) -> tuple[str, ...]:
    """What is known of a candidate, each feature once, in a fixed order."""
    return tuple(dict.fromkeys((*_of_trigger(trigger, status), *_of_roles(trigger, roles), *_of_sentence(trigger))))


def _of_trigger(trigger: Trigger, status: Status) -> Iterator[str]:
    frame, token = trigger.frame, trigger.token
    sort = "noun" if trigger.is_noun else "verb"
    lemma = token.lemma_.lower()
    yield f"kind {frame.kind}"
    yield f"frame {frame.id}"
    yield f"word {lemma} {sort}"
    yield f"word {lemma} {frame.id}"
    yield f"status {status}"
    yield f"status {status} {sort}"
    yield f"status {status} {frame.kind}"
    yield f"form {token.tag_}"
    yield f"function {token.dep_}"
    yield f"specificity {min(trigger.pattern.specificity, 4)}"
    if trigger.noun is not None and not trigger.is_noun:
        yield f"object {trigger.noun.lemma_.lower()}"
    if trigger.is_noun:
        yield f"relation {trigger.relation}"
        yield f"support {trigger.support is not None}"
        yield f"governor {trigger.governor.pos_ if trigger.governor is not None else None}"


def _of_roles(trigger: Trigger, roles: Roles) -> Iterator[str]:
    sides = {"actor": roles.actor, "recipient": roles.recipient, "host": roles.host}
    for role, parties in sides.items():
        yield f"{role} count {min(len(parties), 3)}"
        yield f"{role} count {min(len(parties), 3)} {trigger.frame.kind}"
        for party in parties[:2]:
            yield from (f"{role} {feature}" for feature in _of_party(trigger, party))
    states = [{p.entity.country for p in parties} - {None} for parties in (roles.actor, roles.recipient or roles.host)]
    if all(states):
        yield "within one state" if states[0] & states[1] else "between states"
    yield f"public {sum(is_public(p.entity) for p in roles.everyone):d}"
    yield f"borrowed {roles.borrowed}"


def _of_party(trigger: Trigger, party: Party) -> Iterator[str]:
    entity, gap = party.entity, party.token.i - trigger.token.i
    yield f"type {entity.type}"
    yield f"sector {entity.sector}"
    yield f"type {entity.type} {trigger.frame.kind}"
    yield f"known {entity.country is not None}"
    yield f"office {entity.office is not None}"
    yield f"function {party.token.dep_}"
    yield f"form {party.token.tag_}"
    yield f"in sight {party.token.sent == trigger.token.sent}"
    yield f"side {'before' if gap < 0 else 'behind'} {'far' if abs(gap) > _FAR else 'near'}"


def _of_sentence(trigger: Trigger) -> Iterator[str]:
    tokens = trigger.sentence.tokens
    yield f"block {trigger.sentence.block.kind}"
    yield f"long {min(len(tokens) // 15, 4)}"
    yield f"quoted {any(t.is_quote for t in tokens)}"
    yield f"first person {any(t.lower_ in _FIRST_PERSON for t in tokens)}"
    yield f"question {tokens.text.rstrip().endswith('?')}"
