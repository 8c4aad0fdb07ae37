"""Whether a clause carries a story on: a main clause in the simple past, or a headline, and no background."""

from __future__ import annotations

from communique.lexicon.dating import dating_words
from communique.reading.syntax import SUBJECTS, child
from communique.reading.timex.governing import issuing_verb
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger

_VERBS = frozenset({"VERB", "AUX"})
_OCCASIONS = frozenset({"at", "in", "during"})
_WRITTEN = frozenset({"letter"})
_INDEFINITE = frozenset({"a", "an"})
#: Conjunctions of what happens beside something else.
_BESIDE = frozenset({"as", "while"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_THAT = frozenset({"that", "those"})
_PRESENT = frozenset({"is", "are", "am", "'s", "'re"})
_PERFECT = frozenset({"has", "have", "'ve", "'s"})
#: How many clauses a reader follows upward; deeper nesting does not occur in prose.
_DEPTH = 6


def main_verb(trigger: Trigger) -> Token | None:
    """The verb that tells the act: its own, the one that carries its noun, or one done at a new occasion.

    Other nouns mention what is known: "the raid", "after the talks".
    """
    if not trigger.is_noun:
        verb = trigger.token
        if trigger.frame.contact and verb.dep_ == "pcomp" and verb.head.lower_ == "after":
            return verb.head.head  # "*said* after meeting the king"
        return verb.head if verb.pos_ == "ADJ" and verb.head.pos_ in _VERBS else verb
    if trigger.support is not None:
        return trigger.support
    governor, noun = trigger.governor, trigger.outer or trigger.token
    occasion = trigger.frame.contact or trigger.frame.kind in _WRITTEN
    if noun.dep_ in {"dobj", "dative"} and noun.head.lemma_.lower() in dating_words()["addressing"]:
        return noun.head if occasion and _is_new(noun) else None  # "*told a meeting* that …"
    if governor is not None and governor.dep_ in SUBJECTS and governor.head.i < governor.i:
        governor = governor.head  # "said the envoy *at a press conference*" hangs on the envoy
    at_it = trigger.relation in _OCCASIONS | {"after"} and governor is not None and governor.pos_ in _VERBS
    return governor if occasion and at_it and _is_new(noun) else None


def _is_new(noun: Token) -> bool:
    """Does a noun bring up an occasion that is not known yet ("a meeting", "talks")?"""
    marks = {c.lower_ for c in noun.children if c.dep_ in {"det", "poss"}}
    return marks <= _INDEFINITE and (bool(marks) or noun.tag_ == "NNS")


def is_going_on(verb: Token) -> bool:
    """Does a main clause, or what somebody says in one, tell in the present progressive what goes on now?"""
    if _tense(verb) != "progressive":
        return False
    while verb.dep_ == "conj" or (verb.dep_ == "ccomp" and verb.head.lemma_.lower() in dating_words()["saying"]):
        verb = verb.head
    return verb.dep_ == "ROOT"


def is_told_now(verb: Token, *, title: bool, perfect: bool, depth: int = 0) -> bool:
    """Does a verb carry the story on: in a main clause, in the past; in the ``title`` also in the present?

    ``perfect``: the present perfect counts, too. A verb without a tense of its own goes with the one above it. News may
    come with its source ("rebels shelled the town, the ministry said", "… said that rebels *shelled* the town").
    """
    if depth > _DEPTH:
        return False
    head, tense = verb.head, _tense(verb)
    if tense in {"other", "progressive"} or (tense == "present" and not title):
        return False
    if tense == "perfect" and not (perfect or title):
        return False
    bare = tense == "bare"
    if verb.dep_ == "ROOT":
        return not bare or title
    if verb.dep_ == "conj" and head.pos_ in _VERBS:
        return is_told_now(head, title=title, perfect=perfect or not bare, depth=depth + 1)
    if verb.dep_ == "ccomp" and not bare:
        sourced = head.lemma_.lower() in dating_words()["saying"] and (head.i > verb.i or tense == "past")
        return sourced and is_told_now(head, title=True, perfect=True, depth=depth + 1)
    if verb.dep_ == "advcl" and _goes_along(verb, bare=bare):
        if not bare and is_going_on(head):
            return True  # "is sending ships as the president *discussed* the crisis"
        return is_told_now(head, title=title, perfect=perfect, depth=depth + 1)
    if bare and verb.dep_ in {"xcomp", "acomp"}:
        before = (
            verb.tag_ == "VBG" and head.lemma_.lower() in dating_words()["looking back"]
        )  # "admits *downing* a jet"
        return not before and is_told_now(head, title=title, perfect=perfect, depth=depth + 1)
    if bare and (issued := issuing_verb(verb)) is not None:
        return is_told_now(issued, title=title, perfect=perfect, depth=depth + 1)
    if bare and verb.dep_ == "pcomp" and head.lower_ in {"by", "in"}:
        return is_told_now(head.head, title=title, perfect=perfect, depth=depth + 1)
    return False


def told_by(verb: Token) -> Token:
    """The verb of saying by which what it says in the present is done ("Chad *condemns* the raid, the envoy said")."""
    said = verb.head
    says = verb.dep_ == "ccomp" and _tense(verb) == "present" and said.lemma_.lower() in dating_words()["saying"]
    return said if says else verb


def _tense(verb: Token) -> str:
    """The tense of a verb: past, perfect, present or progressive, bare without one of its own, else other."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if not auxiliaries:
        return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(verb.tag_, "bare")
    if auxiliaries <= {"was", "were", "did"} and verb.tag_ != "VBG":
        return "past"
    if auxiliaries <= _PERFECT | {"been"} and auxiliaries & _PERFECT and verb.tag_ in {"VBN", "VBD"}:
        return "perfect"
    if auxiliaries <= _PRESENT and verb.tag_ == "VBG":
        return "progressive"
    return "bare" if auxiliaries == {"to"} else "other"


def _goes_along(clause: Token, *, bare: bool) -> bool:
    """Is it what happens with the act above it ("…, *accusing* Chad of fraud", "as police *clashed* with crowds")?"""
    marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"} and c.i < clause.i}
    return (clause.tag_ == "VBG" and not marks) if bare else bool(marks & _BESIDE)


def tells_of_known(verb: Token, *, lead: bool) -> bool:
    """Does a clause only add to an event that is known, which its subject names ("*The raid* killed nine")?

    In the ``lead`` an event without an article is new; later it is one of those that the news has come from.
    """
    subject = child(verb, *SUBJECTS)
    if subject is None or subject.lemma_.lower() not in dating_words()["event"]:
        return False
    return not lead or any(c.lower_ in _KNOWN or c.dep_ == "poss" for c in subject.children)


def is_set_elsewhere(verb: Token) -> bool:
    """Does a stretch of time in front of a clause move it, though nobody can say where to ("*in the years* after")?"""
    words = dating_words()
    for c in verb.children:
        noun = child(c, "pobj") if c.dep_ == "prep" else c if c.dep_ == "npadvmod" else None
        if noun is None or c.i > verb.i:
            continue
        lemma = noun.lemma_.lower()
        if lemma in words["stretch of time"] or (
            lemma in words["event"] and any(d.lower_ in _THAT for d in noun.children)
        ):
            return True
    return False


def looks_back(verb: Token) -> bool:
    """Is a verb in the pluperfect?"""
    return any(c.lower_ in {"had", "'d"} and c.dep_ == "aux" for c in verb.children) and verb.tag_ in {"VBN", "VBD"}
