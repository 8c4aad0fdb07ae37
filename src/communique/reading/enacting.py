"""Acts that are done by doing or saying something else: crowds that march to demand it, wishes to thank somebody."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.first_person import FIRST_PERSON
from communique.reading.syntax import SUBJECTS, child, first_conjunct
from communique.reading.timex.governing import issuing_verb
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.verb_form import is_infinitive, is_negated

#: Acts that who "would like to" do them does by saying so, as a courtesy.
_COURTESIES = frozenset({"praise", "condolence", "apology", "condemnation", "promise"})


def is_courtesy(trigger: Trigger) -> bool:
    """Is a polite wish to say something the saying itself ("I *would like to thank* Chad"; Searle 1975)?"""
    verb = trigger.token
    wish = verb.head if verb.dep_ == "xcomp" and trigger.frame.kind in _COURTESIES and not trigger.is_noun else None
    if wish is None or is_negated(wish):
        return False
    before = {c.lower_ for c in wish.children if c.dep_ == "aux" or c.dep_ in SUBJECTS}
    if wish.lemma_ in {"want", "wish"}:  # "*I want* to thank Chad"
        return wish.tag_ == "VBP" and not before.isdisjoint(FIRST_PERSON)
    return wish.lemma_ == "like" and not before.isdisjoint({"would", "'d"})


#: Acts that are done by saying something to somebody.
_SPEECH = _COURTESIES | {"accusation", "demand", "request", "appeal", "warning", "threat"}


def _calls_on(verb: Token) -> bool:
    """Does somebody ask others to do it ("*called on* Chad to apologise")?"""
    asked = (o for c in verb.children if c.lower_ in {"on", "upon", "for"} for o in c.children if o.dep_ == "pobj")
    return verb.lemma_ == "call" and any(o.ent_type_ not in {"DATE", "TIME"} for o in asked)


def _calls_out(verb: Token, words: Words) -> bool:
    """Does somebody stage what a crowd does ("*declared a strike* to press for higher wages")?"""
    staged = child(verb, "dobj") if verb.lemma_.lower() in words["calling out"] else None
    return staged is not None and staged.lemma_.lower() in words["demonstrating"]


def enacting_verb(trigger: Trigger, words: Words) -> Token:
    """The verb that says whether the act took place: of an act done by another one, that ("*marched* to protest")."""
    verb = trigger.token
    if (issued := issuing_verb(verb)) is not None:  # "*will issue* a statement condemning it"
        return issued
    bare = verb.tag_ == "VB" and all(c.tag_ == "TO" for c in verb.children if c.dep_ in {"aux", "neg"})
    first = first_conjunct(verb) if bare else verb
    head = first.head  # "*used* the day to meet them and thank them"
    if first.dep_ not in {"advcl", "xcomp"} or not is_infinitive(first) or head.pos_ != "VERB":
        return verb
    # who gathers, strikes or marches to demand something demands it by that, and who goes or calls to apologise does so
    above = head.lemma_.lower()
    spoken = trigger.frame.kind in _SPEECH
    crowd = (trigger.frame.absorbs and above in words["demonstrating"]) or (spoken and _calls_out(head, words))
    told = spoken and above in words["calling on"] and not _calls_on(head)
    had_to = head.dep_ == "xcomp" and head.head.lemma_ == "have"
    used = above in words["using"] and (head.tag_ != "VB" or had_to)  # "*used* tanks to attack them"
    by_doing = crowd or told or used
    return head if by_doing or (trigger.frame.enacted and first.dep_ == "advcl") else verb
