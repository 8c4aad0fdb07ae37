"""Who does what he announces in a passive without an agent: "Chad said the envoy *would be expelled*".

English leaves the agent of a passive out where it is plain (Quirk et al. 1985, 3.67). Of what only authorities do it is
those who announce that it will be done, unless it is done to their own people, as others may do it.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.lexicon.words import Words
from communique.reading.participants import Arguments, Party
from communique.reading.relations import deep_subject
from communique.reading.syntax import child, is_passive
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger

#: Kinds of acts that authorities alone do to somebody, and can announce.
_OFFICIAL = frozenset({"arrest", "expulsion", "restriction", "release", "concession"})
_FUTURE = frozenset({"will", "would", "shall", "'ll"})


def announcers(trigger: Trigger, done_to: Sequence[Party], arguments: Arguments, words: Words) -> list[Party]:
    """The state, or those who govern it, that say they will do what the verb says, to others than their own."""
    verb = trigger.token
    if trigger.is_noun or trigger.frame.kind not in _OFFICIAL or not done_to or not _is_announced(verb):
        return []
    saying = verb.head
    speaker = deep_subject(saying) if saying.lemma_.lower() in words["saying"] else None
    found = arguments.parties(trigger.sentence, speaker) if speaker is not None else []
    governing = [p for p in found if p.entity.country and (p.entity.type == "state" or p.entity.sector == "GOV")]
    own = {p.entity.country for p in done_to}
    return [p for p in governing if p.entity.country not in own]


def _is_announced(verb: Token) -> bool:
    """Is it a passive of what will be done, without an agent, in what somebody says?"""
    future = any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in verb.children)
    return future and is_passive(verb) and child(verb, "agent") is None and verb.dep_ == "ccomp"
