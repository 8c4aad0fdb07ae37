"""Whom an act of violence hit by a clause that says what it led to ("opened fire in a hall, *killing two nurses*")."""

from __future__ import annotations

from collections.abc import Sequence

from communique.lexicon.words import Words
from communique.reading.entity_kinds import is_of
from communique.reading.participants import Arguments, Party, distinct
from communique.reading.relations import deep_object
from communique.reading.syntax import conjuncts
from communique.reading.triggers import Trigger

_VIOLENT = frozenset({"attack", "airstrike", "assassination"})


def with_victims(trigger: Trigger, struck: Sequence[Party], arguments: Arguments, words: Words) -> list[Party]:
    """What is struck and those killed or hurt there; where it only was is not struck beside them."""
    hurt = _victims(trigger, arguments, words)
    return distinct([*(p for p in struck if not (hurt and _is_where(p))), *hurt])


def _is_where(party: Party) -> bool:
    """Is a place only told to say where ("at a party *in Oslo*")?"""
    return party.entity.type == "place" and party.token.dep_ == "pobj" and party.token.head.lower_ == "in"


def _victims(trigger: Trigger, arguments: Arguments, words: Words) -> list[Party]:
    """Those killed or hurt by a blast or an attack, as a participle behind its verb tells of them."""
    violent = trigger.frame.at_target and trigger.frame.kind in _VIOLENT
    if trigger.is_noun or not violent or trigger.token.lemma_.lower() in words["causing casualties"]:
        return []
    beside = (c for c in trigger.token.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.i > trigger.token.i)
    harming = (v for c in beside for v in conjuncts(c) if v.lemma_.lower() in words["causing casualties"])
    hurt = (noun for v in harming if (noun := deep_object(v)) is not None)
    found = (p for noun in hurt for p in arguments.parties(trigger.sentence, noun))
    return [p for p in found if is_of(p.entity, "people") or (p.plural and p.entity.type == "state")]
