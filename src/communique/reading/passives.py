"""By-phrases and what is done to whom beside them, where the parser hung them on the wrong noun.

"Chile was accused of spying *by Peru*": a gerund is active and has no agent, so that the one told is the passive's
(Huddleston and Pullum 2002, ch. 16). "The arrest by police *of two men*": behind its agent, a noun of action takes its
patient by "of" (ch. 5), which is no owner of the agent where it is counted.
"""

from __future__ import annotations

from communique.reading.syntax import child, is_passive
from communique.reading.tokens import Token

#: Prepositions by which verbs of blame and prevention take a gerund.
_BEFORE_GERUND = frozenset({"of", "for", "from", "with"})
_INDEFINITE = frozenset({"a", "an", "several", "dozens", "hundreds"})
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


def restore_patient(of: Token) -> None:
    """Give a noun of action the "of" with a counted or indefinite patient that was hung on its agent, in place."""
    agent = of.head
    by = agent.head
    noun, patient = by.head, child(of, "pobj")
    if by.lower_ != "by" or by.dep_ != "prep" or noun.pos_ != "NOUN" or patient is None or of.i != agent.i + 1:
        return
    counted = any(c.dep_ == "nummod" or c.lower_ in _INDEFINITE for c in patient.children)
    if counted and by.i == noun.i + 1 and not any(c.lower_ == "of" for c in noun.children):
        of.hang_on(noun)


def restore_main_verb(second: Token) -> None:
    """Make the second of two pasts that share a subject the main verb, and the first a participle on it, in place.

    "Rockets *fired* at the town *wounded* two": no clause has two main verbs with nothing between them, and a
    participle on the subject looks like its past (Bever 1970, on "The horse raced past the barn fell").
    """
    first = second.head
    subject = child(first, "nsubj")
    if second.dep_ != "advcl" or first.tag_ != "VBD" or subject is None or first.i > second.i or subject.i > first.i:
        return
    own = any(c.dep_ in {"nsubj", "nsubjpass", "mark", "aux", "auxpass", "advmod"} for c in second.children)
    held = child(first, "dobj", "ccomp", "prt", "aux") is not None
    between = second.doc.tokens[first.i + 1 : second.i]
    if own or held or any(t.is_punct or t.dep_ == "cc" for t in between):
        return
    top = first.head
    second.dep_ = first.dep_
    second.hang_on(second if top is first else top)
    subject.hang_on(second)
    first.tag_, first.dep_ = "VBN", "acl"
    first.hang_on(subject)
    for later in [c for c in first.children if c.i > second.i]:
        later.hang_on(second)
