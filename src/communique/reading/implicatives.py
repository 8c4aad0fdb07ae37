"""What a word implies of the clause that it governs: done, not done, or open (Karttunen 1971, Implicative Verbs)."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.action_nouns import phrasal_lemma
from communique.reading.composition import compose
from communique.reading.syntax import child
from communique.reading.tokens import Token
from communique.reading.verb_form import is_infinitive, is_negated, is_reported
from communique.records import Status


def is_outcome(verb: Token, words: Words) -> bool:
    """Does an infinitive tell what came of the act above it ("fled, *only to be caught*", "won *to become* king")?

    It is as true as its main clause (Huddleston and Pullum 2002, ch. 14, 9.2).
    """
    if verb.dep_ == "advcl" and verb.head.lower_ == "far" and any(c.lower_ == "as" for c in verb.children):
        return True  # "went so *far as to leave*"
    to = child(verb, "aux") if verb.dep_ in {"advcl", "xcomp"} and verb.head.pos_ == "VERB" else None
    if to is None or to.tag_ != "TO":
        return False
    if to.i > 1 and to.nbor(-1).lower_ == "only" and to.nbor(-2).text == ",":
        return True
    plain = not any(c.dep_ in {"aux", "auxpass"} and c != to for c in verb.children)  # not "seems to have left"
    if plain and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words["seeming"]:
        return True
    if verb.lemma_ == "vote" and phrasal_lemma(verb.head) in words["turning out"]:
        return True  # "*turned out to vote*"
    return verb.lemma_ == "become" and verb.head.lemma_.lower() in words["winning"]


def implied_of(verb: Token, lemma: str, words: Words) -> Status | None:
    """What the word above an infinitive implies of it in the past (Karttunen 1971), or its lack in any tense."""
    head = verb.head
    if verb.tag_ == "VBG" and lemma in words["perceiving"] and not is_negated(head):
        return "occurred"  # "can be *seen beating* him"
    if not is_infinitive(verb):
        return None
    if lemma in words["not doing"]:  # "its *failure to act*", "did not *forget to act*"
        return "occurred" if head.pos_ == "VERB" and is_negated(head) else "denied"
    if lemma in words["offering"] and head.pos_ == "VERB" and not is_negated(head):
        return "proposed"
    if lemma in words["object control"] and child(head, "dobj") is not None and is_tried(head, words):
        return "proposed"  # "*tried to persuade Chad* to sign"
    predicate = head if head.pos_ == "ADJ" else child(head, "acomp")  # "were *too close to Chad to act*"
    if predicate is not None and any(c.dep_ == "advmod" and c.lower_ == "too" for c in predicate.children):
        return "denied"  # "were *too weak to act*"
    subject = child(head, "nsubj")
    took = lemma == "take" and subject is not None and subject.lower_ == "it"  # "*it took* them a day *to sign*"
    came_to = lemma == "have" or took or lemma in words["ability"]
    copula = head.head if head.pos_ == "ADJ" else head
    if not (came_to or lemma in words["emotive"]) or copula.tag_ != "VBD" or is_negated(copula) or is_reported(copula):
        return None
    return "occurred"  # "*had to leave*", "was *able to flee*", "was *glad to meet* him"


def is_tried(verb: Token, words: Words) -> bool:
    """Does somebody only try to do it ("*was attempting to* persuade him")?"""
    tries = verb.head.lemma_.lower() in words["trying"] and verb.dep_ == "xcomp"
    return tries and is_infinitive(verb) and not is_negated(verb.head)


def judged(copula: Token, words: Words) -> Status | None:
    """What is said of a that-clause behind "it is" ("it is *unlikely* that they met", "it is *not true* that …")."""
    predicate = child(copula, "acomp")
    if predicate is None:
        return None
    if predicate.lower_ in words["necessity"] and not is_negated(copula):
        return "proposed"  # "it is *vital* that they meet"
    given = words.statuses.get(predicate.lower_)
    if given in {"hypothetical", "denied"}:
        return "hypothetical" if given == "hypothetical" else compose("denied", _sign(copula))
    return "denied" if predicate.lower_ in words["truth"] and is_negated(copula) else None


def _sign(verb: Token) -> Status:
    return "denied" if is_negated(verb) else "occurred"
