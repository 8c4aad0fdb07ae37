"""By-phrases, what is done to whom beside them, and participles, where the parser took them for something else.

"Chile was accused of spying *by Peru*", "was invited to speak *by Peru*": a gerund or infinitive is active and has no
agent, so that the one told is the passive's (Huddleston and Pullum 2002, ch. 16), as with a noun whose doer stands
before it ("was condemned for its raids *by Peru*", ch. 5). "Was freed *by Chad*": who stands behind "by" on a passive
is its agent. "The arrest by police *of two men*": behind its agent, a noun of action takes its patient by "of" (ch. 5),
no owner of the agent where it is counted. Of those who act by a repeated "by" ("was condemned by Chad and *by Niger*")
each is one of several.
"""

from __future__ import annotations

from communique.reading.syntax import child, is_passive
from communique.reading.tokens import Token

#: Prepositions by which verbs of blame and prevention take a gerund.
_BEFORE_GERUND = frozenset({"of", "for", "from", "with"})
#: Verbs that have no passive, and so no agent.
_INTRANSITIVE = frozenset({"die", "perish", "suffer", "burn"})
_INDEFINITE = frozenset({"a", "an", "several", "dozens", "hundreds"})
#: What follows "by" and is nobody: a time ("by Monday"), a difference ("by 12 percent").
NOBODY = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})


def restore_agent(by: Token) -> None:
    """Give the passive above a gerund or infinitive the "by" that was hung on that, and all behind it, in place."""
    if by.head.lemma_ in _INTRANSITIVE and (act := _act_before(by)) is not None:
        by.hang_on(act)
        by.dep_ = "prep"
        return
    if by.dep_ == "conj" and by.head.dep_ == "agent":
        _join_agents(by)
        return
    first = next((c for c in by.head.children if c.dep_ == by.dep_ == "agent" and c.i < by.i), None)
    if first is not None:
        by.hang_on(first)
        _join_agents(by)
        return
    active, agent = by.head, child(by, "pobj")
    if agent is not None and agent.pos_ == "PROPN" and (told := _passive_beside(by)) is not None:
        by.hang_on(told)
        by.dep_ = "agent"
        return
    if agent is not None and (act := _act_above(by, agent)) is not None:
        by.hang_on(act)
        return
    verb = _passive_above(active)
    if verb is None or by.dep_ not in {"prep", "agent"} or agent is None or agent.ent_type_ in NOBODY:
        return
    if verb.tag_ == "VBN" and child(verb, "agent") is None and is_passive(verb) and verb.i < active.i < by.i:
        for later in [c for c in active.children if c.i >= by.i]:
            later.hang_on(verb)
        by.dep_ = "agent"


def make_patient(noun: Token) -> None:
    """Make the subject of a participle with an agent its patient, in place, where no auxiliary shows it passive.

    "*Chile* praised by Peru" in a headline.
    """
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.tag_ not in {"VBN", "VBD"} or child(verb, "dobj", "aux", "auxpass") is not None:
        return
    agent = child(verb, "agent")
    doer = child(agent, "pobj") if agent is not None else None
    if doer is None or doer.ent_type_ in NOBODY:
        return
    headline = verb.dep_ == "ROOT" and verb.sent[-1].text not in {".", "!", "?", '"'} and doer.pos_ == "PROPN"
    if headline:
        noun.dep_, verb.tag_ = "nsubjpass", "VBN"


def _passive_beside(by: Token) -> Token | None:
    """The passive whose "by" before a name was taken for a place, or hung on what somebody was declared.

    "Was freed *by Chad*", "was declared an outlaw *by Chad*".
    """
    above = by.head.head if by.head.dep_ == "oprd" else by.head
    finite = above.tag_ == "VBN" and child(above, "auxpass") is not None and child(above, "agent") is None
    name = child(by, "pobj")
    somebody = name is not None and name.ent_type_ in {"GPE", "ORG", "NORP", "PERSON"}
    return above if by.dep_ == "prep" and finite and somebody else None


#: Prepositions behind which those stand to whom a noun of action is done.
_TOWARDS = frozenset({"on", "against", "to"})


def _act_above(by: Token, agent: Token) -> Token | None:
    """The noun of action whose agent was hung on those of a nation that it is done to ("raids on *Malian* towns by Y").

    They are people, places or offices, which nobody does.
    """
    noun = by.head
    of_nation = any(c.dep_ == "amod" and c.ent_type_ == "NORP" for c in noun.children)
    by_nation = agent.pos_ == "PROPN" or any(c.ent_type_ == "NORP" for c in agent.children)
    if by.dep_ != "prep" or noun.dep_ != "pobj" or noun.head.lower_ not in _TOWARDS or not (of_nation and by_nation):
        return None
    act = noun.head.head
    return act if act.pos_ == "NOUN" and noun.head.dep_ == "prep" else None


def _join_agents(by: Token) -> None:
    """Coordinate the noun behind a repeated "by" with the one behind the first."""
    first = child(by.head, "pobj")
    noun = child(by, "pobj")
    if first is not None and noun is not None:
        noun.hang_on(first)
        noun.dep_ = "conj"


def _passive_above(active: Token) -> Token | None:
    """The verb that takes a gerund by a preposition ("accused of *spying*"), or an infinitive ("told to *leave*")."""
    above = active.head
    if active.tag_ == "VBG" or _has_doer(active):
        return above.head if above.lower_ in _BEFORE_GERUND else None
    bare = active.tag_ == "VB" and active.dep_ == "xcomp" and child(active, "auxpass") is None
    return above if bare and any(c.tag_ == "TO" for c in active.children) else None


def _has_doer(noun: Token) -> bool:
    """Is it a noun with a possessive pronoun, or a gerund that the parser took for a noun ("accused of *spying*")?"""
    bare = noun.dep_ == "pobj" and noun.tag_ == "NN" and noun.lower_.endswith("ing") and child(noun, "det") is None
    return bare or any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in noun.children)


def _act_before(by: Token) -> Token | None:
    """The noun of action behind "in", with its patient, whose agent follows ("died in the raid on a town *by* X")."""
    inside = (o for p in by.head.children if p.lower_ in {"in", "during"} and p.i < by.i for o in p.children)
    nouns = [o for o in inside if o.dep_ == "pobj" and any(c.lower_ == "of" for c in o.children)]
    agent = child(by, "pobj")
    return nouns[-1] if nouns and agent is not None and agent.ent_type_ not in NOBODY else None


def restore_patient(of: Token) -> None:
    """Give a noun of action the "of" with a counted or indefinite patient that was hung on its agent, in place."""
    agent = of.head
    by = agent.head
    noun, patient = by.head, child(of, "pobj")
    if by.lower_ != "by" or by.dep_ != "prep" or noun.pos_ != "NOUN" or patient is None or of.i != agent.i + 1:
        return
    counted = any(c.dep_ == "nummod" or c.lower_ in _INDEFINITE for c in patient.children)
    named = agent.pos_ == "PROPN" and of.ent_type_ == ""  # "the rejection by *Chad* of the offer"
    if (counted or named) and by.i == noun.i + 1 and not any(c.lower_ == "of" for c in noun.children):
        of.hang_on(noun)


#: Where the parser puts the second past of two.
CLAUSES = frozenset({"advcl", "csubj", "csubjpass", "ccomp"})


def restore_past(token: Token) -> None:
    """Tell apart which of two pasts is the verb of a clause and which a participle, in place."""
    if token.dep_ == "advcl":
        _restore_main_verb(token)
        _restore_reduced(token)
    else:
        _restore_aside(token)


def _restore_aside(first: Token) -> None:
    """Make a past that the parser takes for the subject of another verb a participle on its own subject, in place.

    "The minister, *nabbed* at a farm, will be tried": no comma parts a subject from its verb, and a finite clause is no
    subject without a word like "that" or "what" before it (Huddleston and Pullum 2002, 957).
    """
    verb, subject = first.head, child(first, "nsubj", "nsubjpass")
    if subject is None or verb.i < first.i or child(verb, "nsubj", "nsubjpass") is not None:
        return
    if first.nbor(-1).text != "," or subject.right_edge.i < first.i - 2:
        return
    if any(c.dep_ in {"mark", "aux", "auxpass", "dobj", "ccomp"} or c.tag_ in _QUESTION for c in first.children):
        return
    if subject.tag_ in _QUESTION or subject.i > first.i:
        return
    subject.hang_on(verb)
    subject.dep_ = "nsubjpass" if child(verb, "auxpass") is not None else "nsubj"
    first.tag_, first.dep_ = "VBN", "acl"
    first.hang_on(subject)


#: Words that open a clause which is a subject.
_QUESTION = frozenset({"WP", "WDT", "WRB", "WP$"})


def _restore_main_verb(second: Token) -> None:
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


def _restore_reduced(second: Token) -> None:
    """Make the second of two pasts behind one conjunction the verb of its clause, and the first a participle, in place.

    "After rockets *fired* from the hills *hit* the town": the clause has one subject and one conjunction.
    """
    first = next((c for c in second.head.children if c.dep_ == "advcl" and c.right_edge.i + 1 == second.i), None)
    if first is None or any(c.i < second.i for c in second.children):
        return
    subject, mark = child(first, "nsubj"), child(first, "mark")
    held = child(first, "dobj", "ccomp", "prt", "aux") is not None
    if first.tag_ not in {"VBD", "VBN"} or subject is None or mark is None or held:
        return
    for before in [c for c in first.children if c.i < first.i]:
        before.hang_on(second)
    first.tag_, first.dep_ = "VBN", "acl"
    first.hang_on(subject)
