"""Occasions that go on, or are still to come, by what is said of their end, their round, or what comes out of them."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.action_nouns import phrasal_lemma
from communique.reading.aspect import is_progressive
from communique.reading.course import LASTING
from communique.reading.presupposition import is_definite
from communique.reading.syntax import SUBJECTS, child, verb_above
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.verb_form import FUTURE, is_infinitive, is_negated, is_reported
from communique.records import Status

_PRESENT = frozenset({"VBZ", "VBP"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
#: Statuses of what is not so yet, or need not be.
_OPEN = frozenset({"planned", "proposed", "hypothetical"})
_OPEN_NOW = frozenset({"may", "might", "could", "can", "would", "does", "do"})
_OUT_OF = frozenset({"from", "of", "out"})


def course_of(trigger: Trigger, governor: Token, relation: str | None, own: Status, words: Words) -> Status | None:
    """The status of an occasion that is under way or lies ahead by what its verb tells; ``None`` where that is silent.

    ``own`` is the verb's own status.
    """
    if not trigger.frame.contact:
        return None
    if is_in_a_round(trigger, governor, relation) or _is_busy_in(trigger, governor, relation):
        return "ongoing"
    watched = relation == "object" and governor.lemma_.lower() in words["watching"] and is_definite(trigger, sides=True)
    if watched and governor.tag_ in _PRESENT | {"VBG"}:
        return "ongoing"  # "is *watching the talks*"
    lemma = phrasal_lemma(governor)
    stops = lemma in words["breaking off"] | words["suspending"]
    if relation == "object" and own == "hypothetical" and stops:  # "will break off the talks if …": they go on
        return "ongoing"
    if _is_still_there(trigger, governor, relation, own, words):
        return "ongoing"
    comes = governor.lemma_.lower() in words["coming of"] and relation in _OUT_OF
    return "planned" if comes and _is_awaited(governor) else None


def is_to_end(noun: Token, words: Words) -> bool:
    """Is only the end of an occasion set, so that it is on ("talks *scheduled to end* today", "is *due to end*")?"""
    said_of = [c for c in noun.children if c.dep_ in {"acl", "relcl", "amod", "prep"} and c.i > noun.i]
    if noun.dep_ in SUBJECTS and noun.head.lemma_ == "be" and noun.head.tag_ in _PRESENT:
        said_of += [c for c in noun.head.children if c.dep_ == "acomp"]
    for clause in said_of:
        inner = child(clause, "xcomp", "pcomp")
        ahead = words.statuses.get(clause.lemma_.lower()) == "planned" or words.statuses.get(clause.lower_) == "planned"
        if inner is not None and ahead and is_infinitive(inner) and child(inner, "dobj") is None:
            return inner.lemma_.lower() in words["ending what goes on"]
    return False


def of_its_progress(
    trigger: Trigger, governor: Token, relation: str | None, own: Status, words: Words
) -> Status | None:
    """The status of talks by what is said of an accord or progress in them ("*a deal in the talks seems close*")."""
    if relation not in {"in", "at"} or not trigger.frame.contact:
        return None
    if governor.lemma_.lower() in words["collapse"]:
        return "occurred"  # "despite *the breakdown in* the talks"
    clause, comes = verb_above(governor), governor.lemma_.lower() in words["accord"] | words["progress"]
    if clause is None or not comes or trigger.token.tag_ != "NNS" or not is_definite(trigger, sides=True):
        return None
    present = clause.tag_ in _PRESENT and clause.lemma_ != "have"
    return "ongoing" if governor.dep_ in SUBJECTS and (present or own in _OPEN) else None


def is_in_a_round(trigger: Trigger, governor: Token, relation: str | None) -> bool:
    """Is somebody said to be at a certain point of it, now or as he speaks ("*is in the second round* of talks")?"""
    outer = trigger.outer
    if relation != "in" or governor.lemma_ != "be" or outer is None or outer is trigger.noun or is_negated(governor):
        return False
    return governor.tag_ in _PRESENT or (governor.tag_ == "VBD" and is_reported(governor))


def _is_still_there(trigger: Trigger, verb: Token, relation: str | None, own: Status, words: Words) -> bool:
    """Is somebody on a visit from which he is to return, or that he opens as he comes ("*arrived, opening* a tour")?"""
    if trigger.frame.kind != "visit":
        return False
    lemma = phrasal_lemma(verb)
    title = trigger.sentence.block.kind == "title"
    if relation == "from" and lemma in words["going from a place"]:
        return own == "planned" or (verb.tag_ in _PRESENT and not title)
    opens = relation == "object" and lemma in words["beginning"] and verb.tag_ == "VBG" and verb.dep_ == "advcl"
    return opens and phrasal_lemma(verb.head) in words["arriving"]


def _is_busy_in(trigger: Trigger, verb: Token, relation: str | None) -> bool:
    """Does somebody do something, or not, at talks as he is told of ("*is not asking* for that *in its talks*")?"""
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ in _AUXILIARIES]
    lasts = trigger.frame.kind in LASTING or trigger.token.tag_ == "NNS"
    known = is_definite(trigger, sides=True)
    now = not {"is", "are", "'re", "'s"}.isdisjoint(auxiliaries) or is_reported(verb)
    return relation in {"in", "during"} and lasts and known and now and is_progressive(verb, auxiliaries)


def _is_awaited(verb: Token) -> bool:
    """Is what comes of an occasion told in the present or future, so that it is not over ("may *come out of* it")?"""
    above = (verb_above(verb) or verb) if is_infinitive(verb) else verb
    auxiliaries = {c.lower_ for c in above.children if c.dep_ in _AUXILIARIES}
    if auxiliaries & {"has", "have", "had", "did", "was", "were"}:
        return False
    return above.tag_ in _PRESENT or not auxiliaries.isdisjoint(FUTURE | _OPEN_NOW)
