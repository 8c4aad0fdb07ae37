"""Acts that a text names again: "the talks" without participants takes those of the act it refers to.

Four common cases, none of which needs knowledge of the world:

* an occasion of a reciprocal act is shared by its sides ("X met Y at a conference", "… following their talks");
* a definite noun of contact ("the meeting", "today's call") is the last act of its kind that had participants, if no
  other act of contact was named since and it is not further away than ``_REACH`` sentences;
* or it is the only act of its kind that the article has named, wherever that was;
* an act whose clause has such a noun as subject is done by the same people ("The talks ended with the signing").

What the noun itself says of where or when the act was has to have been told of the other one ("the *Oslo* talks").
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.lexicon.words import packaged_words
from communique.reading.hosts import Hosts
from communique.reading.participants import Arguments
from communique.reading.relations import surface_subject
from communique.reading.roles import Roles
from communique.reading.syntax import child
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.verb_form import PAST_AUXILIARIES
from communique.records import Status

_REACH = 4
#: How many sentences away an act may be that another one goes on from.
_NEXT = 2
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "its"})
_OCCASION = frozenset({"during", "at", "in", "following", "after"})
#: Acts of contact with one side that acts.
_OF_ONE = frozenset({"visit", "press conference"})
_AHEAD = frozenset({"next", "tomorrow"})
_BEFORE_NOUN = frozenset({"compound", "nmod", "amod"})
#: What tells one occasion from another before its noun.
_TELLING = frozenset({"GPE", "LOC", "FAC", "DATE"})
#: What an act is before it is done with.
_NOT_OVER = frozenset({"planned", "ongoing", "postponed", "cancelled"})


class Memory:
    """The acts of contact that an article has named so far, with their participants."""

    def __init__(self, hosts: Hosts) -> None:
        self._hosts = hosts
        self._last: dict[str, _Act] = {}
        self._named: dict[str, dict[frozenset[str], _Act]] = {}
        self._here: dict[int, _Act] = {}

    def enter_sentence(self) -> None:
        """Forget which words of the last sentence were triggers."""
        self._here = {}

    def note(self, trigger: Trigger, roles: Roles) -> None:
        """Remember a reciprocal act within its sentence."""
        if trigger.frame.contact and trigger.frame.reciprocal and roles.count > 1:
            self._here[trigger.token.i] = _Act(trigger, roles)

    def keep(self, trigger: Trigger, roles: Roles) -> None:
        """Remember an act of contact with enough sides for its kind, for the sentences that follow."""
        if trigger.frame.contact and (roles.count > 1 or (roles.count and trigger.frame.kind in _OF_ONE)):
            kind = trigger.frame.kind
            self._hosts.keep(roles)
            act, sides = _Act(trigger, roles), frozenset(p.entity.id for p in roles.everyone)
            self._last[kind] = self._last["contact"] = act
            self._named.setdefault(kind, {}).setdefault(sides, act)

    def follows(self, trigger: Trigger, kind: str) -> bool:
        """Is the last act of contact before the trigger's sentence, one or two sentences away, of a kind?"""
        last = self._last.get("contact")
        near = last is not None and trigger.sentence.index - last.trigger.sentence.index <= _NEXT
        return near and self._last.get(kind) == last

    def complete(self, trigger: Trigger, roles: Roles, arguments: Arguments) -> Roles:
        """The roles, or for a noun that names no sides of its own those of the act that it refers to."""
        return self._hosts.complete(trigger, self._referred(trigger, roles), arguments)

    def _referred(self, trigger: Trigger, roles: Roles) -> Roles:
        if not trigger.is_noun or roles.missing is not None:
            return roles
        shared = self._shared(trigger, roles)
        if shared is not None or roles.everyone:
            return shared or roles
        if trigger.frame.contact and trigger.frame.reciprocal and _is_definite(trigger.token):
            return roles if _has_others(trigger.token) else self._meant(trigger) or roles
        beside = trigger.governor is not None and trigger.relation in {"with", "in"}
        subject = surface_subject(trigger.governor) if beside and trigger.governor is not None else None
        if subject is not None and _is_definite(subject):
            return self._recall(trigger, subject.lemma_.lower()) or self._recall(trigger, "contact") or roles
        return roles

    def _shared(self, trigger: Trigger, roles: Roles) -> Roles | None:
        """The sides of the reciprocal act whose occasion, or aftermath of theirs, the noun is."""
        noun = trigger.outer
        theirs = any(c.dep_ == "poss" and c.lower_ == "their" for c in trigger.token.children)
        if noun is None or not trigger.frame.contact or (trigger.relation not in _OCCASION and not theirs):
            return None
        if any(c.dep_ == "prep" and c.lower_ in {"with", "between", "of"} for c in trigger.token.children):
            return None
        if roles.everyone and trigger.frame.kind == "visit" and not theirs:
            return None  # "met the king during *his* first trip": the king is at home
        act = next((self._here[a.i].roles for a in noun.ancestors if a.i in self._here), None)
        if act is None:
            return None
        sides = {p.entity.id for p in act.everyone}
        return replace(act, borrowed=True) if {p.entity.id for p in roles.everyone} <= sides else None

    def _meant(self, trigger: Trigger) -> Roles | None:
        here = [act for i, act in self._here.items() if i < trigger.token.i]
        if len(here) == 1 and trigger.relation in {
            "object",
            "subject",
        }:  # "said that *the talks* …, calling *the meeting* …"
            return here[0].borrowed()
        kind = trigger.frame.kind
        if self._last.get(kind) is self._last.get("contact") and (last := self._recall(trigger, kind)) is not None:
            return last
        fitting = [act for act in self._named.get(kind, {}).values() if act.may_be(trigger)]
        return fitting[0].borrowed() if len(fitting) == 1 else None

    def _recall(self, trigger: Trigger, kind: str) -> Roles | None:
        last = self._last.get(kind)
        if last is None or trigger.sentence.index - last.trigger.sentence.index > _REACH or not last.may_be(trigger):
            return None
        return last.borrowed()


@dataclass(frozen=True, slots=True)
class _Act:
    """An act that an article has named, with its parties."""

    trigger: Trigger
    roles: Roles

    def borrowed(self) -> Roles:
        """The parties for a noun that names the act again."""
        return replace(self.roles, borrowed=True, act=place_of_act(self.trigger))

    def may_be(self, noun: Trigger) -> bool:
        """Was what a noun says of where or when its act was told of this one ("the *Oslo* talks", "*April* talks")?"""
        return all(word in self.trigger.sentence.forms for word in _told_apart(noun.token))


def place_of_act(trigger: Trigger) -> tuple[int, int]:
    """Where a trigger stands: its sentence and token."""
    return trigger.sentence.index, trigger.token.i


def status_as_before(status: Status, before: Status | None, trigger: Trigger) -> Status:
    """The status of an act named again, where the sentence does not tell that it took place ("*the talks* cost a lot").

    What lay ahead, or went on, when the article named it first does so still.
    """
    if not trigger.frame.contact or not trigger.is_noun:
        return status
    if status == "planned" and before in {"occurred", "ongoing"} and _has_come(trigger):
        return before
    if status != "occurred" or before not in _NOT_OVER:
        return status
    return status if _is_told_as_past(trigger) else before


def _has_come(trigger: Trigger) -> bool:
    """Is it only said what would come of an act ("*the talks would help*"), not that it would take place?"""
    verb = trigger.governor
    if verb is None or trigger.relation != "subject" or verb.lemma_.lower() in packaged_words()["occurrence"]:
        return False
    return verb.lemma_ != "be" and any(c.lower_ == "would" for c in verb.children)


def _is_told_as_past(trigger: Trigger) -> bool:
    """Is the nearest finite verb above a noun in the past or perfect?"""
    for verb in (trigger.support, *trigger.token.ancestors):
        if verb is None or verb.pos_ not in {"VERB", "AUX"}:
            continue
        told = [verb, *(c for c in verb.children if c.dep_ == "xcomp")]  # "are thought *to have* been slow"
        auxiliaries = {c.lower_ for v in told for c in v.children if c.dep_ in {"aux", "auxpass"}}
        if verb.tag_ == "VBD" or auxiliaries & PAST_AUXILIARIES:
            return True
        if verb.tag_ in {"VBZ", "VBP"} or auxiliaries:
            return False
    return True


def _has_others(noun: Token) -> bool:
    """Does a noun name sides that are no known actors ("the talks *with creditors*", "the *committee* meeting")?"""
    if any(c.dep_ == "prep" and c.lower_ in {"with", "between"} for c in noun.children):
        return True
    before = (c for c in noun.children if c.dep_ in _BEFORE_NOUN and c.i < noun.i)
    return any(c.lower_ in packaged_words()["noun for a body"] for c in before)


def _told_apart(noun: Token) -> list[str]:
    """The names of places and days right before a noun, which tell its act from others, in small letters."""
    before = (c for c in noun.children if c.dep_ in _BEFORE_NOUN and c.i < noun.i)
    day = child(noun, "poss")
    ahead = [] if day is None or day.ent_type_ != "DATE" else [t.lower_ for t in day.subtree if t.lower_ in _AHEAD]
    return [*ahead, *(c.lower_ for c in before if c.pos_ == "PROPN" and c.ent_type_ in _TELLING)]


def _is_definite(noun: Token) -> bool:
    """Does an article, a demonstrative or a day's possessive ("today's call") pick the noun out?"""
    return any(
        (c.dep_ in {"det", "poss"} and c.lower_ in _DEFINITE) or (c.dep_ == "poss" and c.ent_type_ in {"DATE", "TIME"})
        for c in noun.children
    )
