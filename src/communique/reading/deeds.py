"""Who does the act that a noun in what is said names, and to whom it is done.

Who condemns "the bombing of a *mosque*" condemns no mosque, and who asks for "the removal of the *minister*" asks
nothing of him: whom an act is done to is nobody to whom something is said of it.
"""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.participants import Arguments, Party
from communique.reading.syntax import child, first_conjunct
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger

#: Prepositions that name whom or what an act of violence hits.
_AT = frozenset({"of", "on", "at", "against", "in"})
#: How many tokens may stand between a noun and the infinitive of what it is to do.
_FAR = 12


def targets_before(trigger: Trigger, arguments: Arguments, words: Words) -> list[Party]:
    """What is hit by the word before the noun, which names what is built ("the *embassy* bombings").

    Or what the pattern says a noun of action is done to ("the *cabinet* reshuffle").

    A noun before a noun of action may be its object as well as its subject (Levi 1978); a building does not act.
    """
    nouns = [t for t in (trigger.noun, trigger.outer) if t is not None]
    found = (p for noun in nouns for p in arguments.modifiers_only(trigger.sentence, noun))
    undergoing = words["building"] | trigger.pattern.modifiers
    return [p for p in found if p.token.dep_ != "poss" and p.token.lemma_.lower() in undergoing]


def may_be_done_by_its_of(trigger: Trigger, noun: Token, words: Words) -> bool:
    """May "of" behind a noun name who does it or is to do it? Of what is wished for, only with nouns without object.

    Who asks for the minister's removal asks nothing of him, as who asks for his resignation does.
    """
    if _speaks_of_deeds(trigger) and noun.lemma_.lower() in words["means of violence"] | words["done to its of"]:
        return False
    wished = is_directive(trigger) or (trigger.frame.absorbs and noun.head.lower_ == "for")
    return not wished or noun.lemma_.lower() in words["own act"]


def _speaks_of_deeds(trigger: Trigger) -> bool:
    """Does a frame say something of what others do, or back it ("supported the *removal* of the troops")?"""
    return trigger.frame.absorbs or trigger.frame.kind == "praise"


def attackers(trigger: Trigger, noun: Token, arguments: Arguments, words: Words) -> list[Party]:
    """Whose the weapon or the attack is by which somebody is hit ("killed in a *rebel* attack").

    What is built or stands behind the "of" of an attack is hit itself ("the bombing of the *embassy* killed two").
    """
    if noun.lemma_.lower() not in words["means of violence"]:
        inside = noun.dep_ == "pobj" and not trigger.is_noun  # "killed in a *Chadian* village"
        return [] if inside and noun.head.lower_ == "in" else arguments.modifiers(trigger.sentence, noun)
    arms = noun.lemma_.lower() in words["weapon"] | words["craft"]
    found = arguments.modifiers(trigger.sentence, noun, *(("of", "by", "from") if arms else ("by", "from", "between")))
    return [p for p in found if p.token.lemma_.lower() not in words["building"]]


def is_of_the_deed(trigger: Trigger, preposition: str, noun: Token, words: Words) -> bool:
    """Does a preposition on a noun in what is said name to whom is done what somebody asks for or speaks of?"""
    lemma = noun.lemma_.lower()
    if trigger.is_noun or noun == trigger.token or preposition in trigger.pattern.prepositions:
        return False  # "pinned the blast *on Chad*"
    if _speaks_of_deeds(trigger) and lemma in words["means of violence"] | words["done to its of"]:
        return preposition in _AT
    if (
        preposition == "against"
        and (trigger.frame.kind == "condemnation" or is_directive(trigger))
        and noun not in {trigger.noun, trigger.outer}
    ):
        return True  # "deplored acts *against* the embassies"
    if preposition == "on" and is_directive(trigger) and lemma in words["retaliation"] | words["duty on goods"]:
        return True  # "urged retaliation *on Chad*", "called for tariffs *on* goods from *Chad*"
    if preposition == "to" and trigger.frame.kind == "agreement" and lemma != "extradition":
        moved = child(noun, "poss") if lemma in words["done to its owner"] else None
        if moved is not None and moved.ent_type_ == "PERSON":
            return True  # "approved Mr Oni's transfer *to the island*"
    itself = lemma in words["position"] | words["gathering"]  # "made a demand *of Chad*"
    return preposition == "of" and is_directive(trigger) and not itself and lemma not in words["own act"]


def is_directive(trigger: Trigger) -> bool:
    """Does a frame say that somebody wants something done, so that whoever is to do it is its recipient?"""
    return trigger.frame.absorbs and trigger.frame.kind in {"appeal", "request", "demand"}


def undergoes(trigger: Trigger, noun: Token, words: Words) -> bool:
    """Is something (to be) done to a noun by a clause below the trigger ("asked that the *men* be freed")?

    Who asks that asks it of others.
    """
    subject = first_conjunct(noun)
    verb = subject.head
    below = verb != trigger.token and trigger.token in verb.ancestors
    if not below or verb.lemma_.lower() in words["told in the passive"]:
        return False
    needed = child(verb, "xcomp") if subject.dep_ == "nsubj" and verb.lemma_ in {"need", "have"} else None
    return subject.dep_ == "nsubjpass" or (needed is not None and child(needed, "auxpass") is not None)


def is_to_act(noun: Token) -> bool:
    """Does an infinitive behind a noun say what it is to do ("called for *Chad* to leave")?

    Not what is to be done to it by others ("called for the *guard* to be sent in").
    """
    end = min(noun.right_edge.i + 3, noun.i + _FAR, noun.sent.end)
    to = next((t for t in noun.doc[noun.i + 1 : end] if t.tag_ == "TO"), None)
    return to is not None and not any(c.dep_ == "auxpass" for c in to.head.children)
