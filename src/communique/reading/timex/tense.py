"""Which way a time expression points: the tense of the verb that it goes with."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

Tense = Literal["past", "present", "future"]

_WILL = frozenset({"will", "shall", "'ll", "wo", "sha", "would", "'d"})
_MAY = frozenset({"can", "ca", "could", "may", "might", "should", "must"})
#: Words of planning: the day with them is ahead ("has scheduled talks Friday"), unless all is past ("had planned").
_AHEAD = frozenset({"schedule", "plan", "expect", "slate", "due", "book", "intend", "payable", "effective"})
#: Participles on a noun that look ahead as well: "talks set for Friday".
_AHEAD_ON_NOUN = frozenset({"set", "propose", "project", "forecast", "postpone"})
#: Verbs whose infinitive happened when they did: "was forced to resign Friday".
_IMPLICATIVE = frozenset(
    {
        "begin",
        "start",
        "force",
        "manage",
        "continue",
        "fail",
        "help",
        "appear",
        "seem",
        "go",
        "come",
        "get",
        "use",
        "lead",
    }
)
_SAYING = frozenset(
    {"say", "tell", "report", "announce", "write", "add", "note", "state", "show", "suggest", "indicate"}
)
#: Verbs that put something off or on: the day behind their "until" is ahead even in the past tense.
_DEFERRING = frozenset({"postpone", "extend", "delay", "defer", "adjourn", "suspend", "give", "set", "put"})
_UNTIL = frozenset({"until", "till", "ahead", "by"})
_INSIDE = frozenset({"poss", "compound", "amod", "nmod", "nummod"})
_CLIMB = 24


def tense_of(token: Token) -> Tense | None:
    """The tense that a time expression headed by ``token`` goes with; ``None`` when the words do not say.

    A modal or an infinitive looks ahead, a past or perfect looks back. A time inside a noun phrase ("Friday's ruling",
    "the visit in May") follows only what looks ahead by itself, for one speaks of what was and of what will be in any
    tense. At most 24 steps up the tree.
    """
    inside = until = False
    for _ in range(_CLIMB):
        inside = inside or token.dep_ in _INSIDE or (token.dep_ == "prep" and token.head.pos_ in {"NOUN", "PROPN"})
        until = until or token.lower_ in _UNTIL
        if token.pos_ in {"VERB", "AUX"} or token.lemma_ in _AHEAD:
            found, decided = _of_verb(token, inside=inside, until=until)
            if decided:
                return found
        if token.head is token:
            break
        token = token.head
    return None


def _of_verb(verb: Token, *, inside: bool, until: bool) -> tuple[Tense | None, bool]:
    """The verb's tense, and whether it decides; where it does not (a gerund) the clause above does."""
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    words = {a.lower_ for a in auxiliaries}
    if words & _WILL:
        return "future", True
    if words & _MAY:
        if words & {"could", "might"} and any(c.dep_ == "neg" for c in verb.children):
            return "past", True
        return None if inside else "future", True
    if verb.lemma_ in _AHEAD:
        return "past" if "had" in words else "future", True
    if until and verb.lemma_ in _DEFERRING:
        return "future", True
    if any(a.tag_ == "TO" for a in auxiliaries):
        return _of_infinitive(verb, inside=inside)
    return _of_form(verb, auxiliaries, inside=inside)


def _of_form(verb: Token, auxiliaries: list[Token], *, inside: bool) -> tuple[Tense | None, bool]:
    forms = {a.tag_ for a in auxiliaries} | {verb.tag_}
    if "VBD" in forms or any(a.lemma_ == "have" for a in auxiliaries):
        return None if inside else "past", True
    if forms & {"VBZ", "VBP"}:
        return "past" if verb.lemma_ in _SAYING else None if inside else "present", True
    if not auxiliaries and (verb.tag_ == "VBN" or verb.pos_ == "ADJ"):
        return "future" if verb.lemma_ in _AHEAD_ON_NOUN else "past", True
    return None, False


def _of_infinitive(verb: Token, *, inside: bool) -> tuple[Tense | None, bool]:
    above = verb.head
    if verb.dep_ == "xcomp" and above.lemma_ in _IMPLICATIVE:
        return None, False
    if verb.dep_ in {"acl", "relcl"} and any(
        c.ent_type_ == "ORDINAL" or c.lower_ in {"last", "only"} for c in above.children
    ):
        return None, False  # "the first states to join on Friday" joined
    if verb.dep_ == "xcomp" and any(c.lower_ == "had" and c.dep_ == "aux" for c in above.children):
        return "past", True
    return None if inside else "future", True
