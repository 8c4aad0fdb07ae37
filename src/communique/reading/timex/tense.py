"""Which way a time expression points: the tense of the verb that it goes with."""

from __future__ import annotations

from typing import Literal

from communique.lexicon.dating import dating_words
from communique.reading.tokens import Token

Tense = Literal["past", "present", "future", "near"]

_WILL = frozenset({"will", "shall", "'ll", "wo", "sha", "would", "'d"})
_MAY = frozenset({"can", "ca", "could", "may", "might", "should", "must"})
_UNTIL = frozenset({"until", "till", "ahead", "by", "through"})
_INSIDE = frozenset({"poss", "compound", "amod", "nmod", "nummod"})
_CLIMB = 24


def tense_of(token: Token) -> Tense | None:
    """The tense that a time expression headed by ``token`` goes with; ``None`` when the words do not say.

    A modal or an infinitive looks ahead, a past or perfect looks back. A time inside a noun phrase ("Friday's ruling",
    "the visit in May") follows only what looks ahead by itself, for one speaks of what was and of what will be in any
    tense. At most 24 steps up the tree.
    """
    inside, until, time = False, False, token
    for _ in range(_CLIMB):
        inside = inside or token.dep_ in _INSIDE or (token.dep_ == "prep" and _is_of_noun(token.head))
        until = until or token.lower_ in _UNTIL
        if token.lower_ == "since":
            return "past"
        if _is_as_planned(token):
            token = token.head
            continue
        if token.pos_ == "NOUN" and token is not time and _is_still_to_come(token):
            return "near"
        if token.pos_ in {"VERB", "AUX"} or token.lemma_ in dating_words()["planning"]:
            standing = time.i < token.i and token.tag_ != "VBD" and token.lemma_ in dating_words()["standing"]
            found, decided = _of_verb(token, inside=inside or standing, until=until)
            if decided:
                return found
        if token.head is token:
            break
        token = token.head
    return None


def _is_of_noun(head: Token) -> bool:
    """Does a preposition on ``head`` date a noun of its own, not one that its verb carries ("hold talks on Friday")?"""
    carried = head.dep_ == "dobj" and head.head.lemma_ in dating_words()["holding"]
    return head.pos_ in {"NOUN", "PROPN"} and not carried


def _is_still_to_come(noun: Token) -> bool:
    """Is a noun said to be ahead by a participle in front of it: "the planned *visit* in May"?"""
    ahead = dating_words()["planning"] | dating_words()["set ahead"]
    return any(c.dep_ == "amod" and c.i < noun.i and c.tag_ == "VBN" and c.lemma_ in ahead for c in noun.children)


def is_purpose(verb: Token) -> bool:
    """Is the infinitive what a past act was for: "met to discuss it on Friday"? Whoever sets out does it later."""
    if verb.dep_ not in {"advcl", "relcl"} or not any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children):
        return False
    act = verb.head.head if verb.dep_ == "relcl" and verb.head.dep_ == "dobj" else verb.head
    return act.tag_ == "VBD" and act.lemma_ not in dating_words()["setting out"] | dating_words()["planning"]


def _is_as_planned(verb: Token) -> bool:
    """Is it a clause like "as planned", whose act is the one above it?"""
    return (
        verb.dep_ == "advcl"
        and verb.lemma_ in dating_words()["planning"]
        and any(c.lower_ == "as" for c in verb.children)
        and not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in verb.children)
    )


def _of_verb(verb: Token, *, inside: bool, until: bool) -> tuple[Tense | None, bool]:
    """The verb's tense, and whether it decides; where it does not (a gerund) the clause above does."""
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    words = {a.lower_ for a in auxiliaries}
    if words & _WILL:
        return "future", True
    if words & _MAY:
        if words & {"could", "might"} and _is_negated(verb):
            return "past", True
        return None if inside else "future", True
    if verb.lemma_ in dating_words()["planning"]:
        return "near" if "had" in words else "future", True  # "had been planned for May" may still lie ahead
    if until and verb.lemma_ in dating_words()["deferring"]:
        return "future", True
    if any(a.tag_ == "TO" for a in auxiliaries):
        return _of_infinitive(verb, inside=inside)
    return _of_form(verb, auxiliaries, inside=inside)


def _is_negated(verb: Token) -> bool:
    """Is a clause denied by its verb, or by a subject of nobody ("Neither of them could be reached Friday")?"""
    if any(c.dep_ == "neg" for c in verb.children):
        return True
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    none = dating_words()["nobody"]
    return any(t.lower_ in none for subject in subjects for t in (subject, *subject.children))


def _of_form(verb: Token, auxiliaries: list[Token], *, inside: bool) -> tuple[Tense | None, bool]:
    forms = {a.tag_ for a in auxiliaries} | {verb.tag_}
    if "VBD" in forms or any(a.lemma_ == "have" for a in auxiliaries):
        return None if inside else "past", True
    if forms == {"VBP"} and verb.lower_ in dating_words()["same in the past"]:
        return None if inside else "past", True  # news tells of the past, and the tagger does not look that far
    if forms & {"VBZ", "VBP"}:
        return "past" if verb.lemma_ in dating_words()["saying"] else None if inside else "present", True
    if not auxiliaries and (verb.tag_ == "VBN" or verb.pos_ == "ADJ"):
        return "future" if verb.lemma_ in dating_words()["set ahead"] else "past", True
    return None, False


def _of_infinitive(verb: Token, *, inside: bool) -> tuple[Tense | None, bool]:
    above = verb.head
    if verb.dep_ in {"xcomp", "advcl"} and above.lemma_ in dating_words()["implicative"]:
        return None, False
    if is_purpose(verb):
        return None, False
    if verb.dep_ in {"acl", "relcl"} and any(
        c.ent_type_ == "ORDINAL" or c.lower_ in {"last", "only"} for c in above.children
    ):
        return None, False  # "the first states to join on Friday" joined
    clause = above.head if above.pos_ == "ADJ" and above.dep_ == "acomp" else above  # "had been due to expire"
    if verb.dep_ == "xcomp" and any(c.lower_ == "had" and c.dep_ == "aux" for c in clause.children):
        return "past", True
    if above.tag_ == "VBD" and above.lemma_ not in dating_words()["setting out"] | dating_words()["planning"]:
        return None if inside else "near", True
    return None if inside else "future", True
