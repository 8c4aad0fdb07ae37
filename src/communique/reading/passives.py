"""Agents of passives that the parser hung on a gerund in between.

"Chile was accused of spying *by Peru*": a gerund is active and has no agent, so that the one told is the passive's
(Huddleston and Pullum 2002, ch. 16).
"""

from __future__ import annotations

from communique.reading.syntax import child, is_passive
from communique.reading.tokens import Token

#: Prepositions by which verbs of blame and prevention take a gerund.
_BEFORE_GERUND = frozenset({"of", "for", "from", "with"})
#: What follows "by" and is nobody: a time ("by Monday"), a difference ("by 12 percent").
_NOBODY = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})


def restore_agent(by: Token) -> None:
    """Give the passive above a gerund the "by" that the parser hung on the gerund, and all behind it, in place."""
    gerund = by.head
    preposition = gerund.head
    if by.dep_ != "prep" or gerund.tag_ != "VBG" or preposition.lower_ not in _BEFORE_GERUND:
        return
    verb, agent = preposition.head, child(by, "pobj")
    if agent is None or agent.ent_type_ in _NOBODY or verb.tag_ != "VBN" or child(verb, "agent") is not None:
        return
    if is_passive(verb) and verb.i < preposition.i < gerund.i < by.i:
        for later in [c for c in gerund.children if c.i >= by.i]:
            later.hang_on(verb)
        by.dep_ = "agent"
