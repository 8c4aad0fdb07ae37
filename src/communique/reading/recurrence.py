"""Where words tell what people of a kind do, what happens again and again, or what a body is called: no single act."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.syntax import OBJECTS, child
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger


def is_in_kind(verb: Token) -> bool:
    """Does a gerund tell what people of one kind do to people of another ("*police officers killing black men*")?"""
    subject, patient = child(verb, "nsubj"), child(verb, *OBJECTS)
    if verb.tag_ != "VBG" or subject is None or patient is None or child(verb, "aux") is not None:
        return False
    if verb.dep_ == "pcomp" and verb.head.lower_ == "with":  # "went on, *with farmers blocking banks*"
        return False
    return all(n.tag_ == "NNS" and all(c.dep_ in {"amod", "compound"} for c in n.children) for n in (subject, patient))


def is_recurrent(verb: Token, words: Words) -> bool:
    """Is a gerund what a noun says to happen again and again ("an epidemic of *killing*", "not used to *asking*")?"""
    phrase = verb
    if verb.tag_ != "VBG":
        return False
    if verb.dep_ == "acl" and verb.head.tag_ == "NNS":
        phrase = verb.head  # "an epidemic of *officers killing* men"
    elif verb.dep_ == "acl":  # so does the parser see it where the noun is a subject
        return verb.head.lemma_.lower() in words["recurrence"] and child(verb.head, "prep") is not None
    preposition = phrase.head
    if phrase.dep_ not in {"pcomp", "pobj"}:
        return False
    if preposition.lower_ == "to":
        return preposition.head.lower_ in words["accustomed"] and phrase == verb
    return preposition.lower_ in {"of", "in"} and preposition.head.lemma_.lower() in words["recurrence"]


def is_trend(trigger: Trigger, words: Words) -> bool:
    """Are acts in the plural only said to become more or less ("*attacks* on officers increase")?"""
    verb = trigger.governor
    if verb is None or trigger.token.tag_ != "NNS" or trigger.relation != "subject":
        return False
    common = verb.lemma_ == "become" and any(c.lemma_.lower() in words["common"] for c in verb.children)
    return common or verb.lemma_.lower() in words["trend"]


def is_in_a_name(verb: Token) -> bool:
    """Is a verb part of what a body is called ("the Committee *to Protect* Journalists") or of what it is?

    A participle before a noun says what that is, not what happened ("an *elected* representative").
    """
    if verb.dep_ == "amod" or _is_in_title(verb) or _is_new(verb):
        return True
    to = next((c for c in verb.children if c.tag_ == "TO"), None)
    if to is None or verb.dep_ not in {"acl", "relcl"} or verb.head.pos_ != "PROPN":
        return False
    return to.text.islower() and to.nbor(1).text[:1].isupper()


def _is_new(verb: Token) -> bool:
    """Does "newly" before a participle make it an attribute ("as will *newly elected* premier Joe Oni")?"""
    newly = verb.tag_ == "VBN" and verb.i > 0 and verb.nbor(-1).lower_ == "newly"
    return newly and child(verb, "auxpass") is None and not any(c.lower_ in {"has", "have"} for c in verb.children)


def _is_in_title(verb: Token) -> bool:
    """Is it in what a body is called, however the parser takes that apart ("the Committee *to Re-elect* the Mayor")?"""
    at = verb
    if verb.i > 2 and verb.nbor(-1).text == "-":
        at = verb.nbor(-2)
    if at.i < 2 or not at.text[:1].isupper() or at.nbor(-1).text != "to":
        return False
    return at.nbor(-2).text[:1].isupper()
