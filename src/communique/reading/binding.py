"""Whom a noun or pronoun cannot mean where it stands, or must: the binding principles (Chomsky 1981), and causes.

Who does something does it to somebody else, unless a reflexive says so ("Acme offered to buy *the company*": not Acme;
principle B), and who is named as subject of what somebody says is another than the one who says it ("*The group* said
Acme had left"; principle C).
"""

from __future__ import annotations

from collections.abc import Set

from communique.reading.relations import surface_subject
from communique.reading.syntax import OBJECTS, SUBJECTS, child, first_conjunct
from communique.reading.tokens import Token

_DONE_TO = frozenset({"dobj", "pobj", "dative"})
_VERBS = frozenset({"VERB", "AUX"})


def local_subject(token: Token) -> Token | None:
    """The subject of the nearest clause that has one, for a word that something is done to; else ``None``.

    An infinitive on a noun ("has plans to sell *it*") is done by the subject of the clause around it, and so it is to
    the subject of an infinitive without "to" ("helped *it* win").
    """
    if token.dep_ not in _DONE_TO and not _is_made_to(token):
        return None
    for verb in token.ancestors if token.dep_ in _DONE_TO else token.head.ancestors:
        if verb.pos_ not in _VERBS or (verb.dep_ == "acl" and child(verb, "aux") is not None):
            continue
        if (subject := surface_subject(verb)) is not None and subject is not token:
            return subject
    return None


def _is_made_to(token: Token) -> bool:
    """Is a word subject of an infinitive without "to", a modal or a conjunction ("let *it* go")?"""
    bare = token.dep_ in SUBJECTS and token.head.tag_ == "VB" and token.head.dep_ == "ccomp"
    return bare and child(token.head, "aux", "mark") is None


def subject_told_of(token: Token) -> Token | None:
    """The subject of what the subject ``token`` says: "it said *Chad* had left"."""
    clause = child(token.head, "ccomp") if token.dep_ in SUBJECTS else None
    told = child(clause, *SUBJECTS) if clause is not None and clause.i > token.i else None
    return told if told is not None and told.i > token.i else None


def judged_for(token: Token, judging: Set[str]) -> Token | None:
    """Who is judged for what is "its": whoever brought it about ("punished *Chad* for its raid"; Garvey 1974)."""
    preposition = token.head.head if token.dep_ == "poss" and token.head.dep_ == "pobj" else None
    if preposition is None or preposition.lower_ not in {"for", "over"}:
        return None
    verb = preposition.head
    return child(verb, "dobj") if verb.pos_ == "VERB" and verb.lemma_.lower() in judging else None


def is_said(token: Token) -> bool:
    """Does the pronoun stand in what the main clause behind it reports ("*He* left, a source said")?"""
    return any(a.dep_ == "ccomp" and a.head.dep_ == "ROOT" and a.head.i > a.i for a in token.ancestors)


def is_acted_on_before(pronoun: Token, noun: Token) -> bool:
    """Is a noun acted on or met by the subject that a pronoun is, in words before its clause that have no subject?

    "After talks with *X*, **he** left", "Having met *X*, **he** left": who did so is the subject of the clause.
    """
    if pronoun.dep_ not in SUBJECTS or noun.i > pronoun.i:
        return False
    met = first_conjunct(noun)
    act = (
        met.head.head if met.dep_ == "pobj" and met.head.lower_ == "with" else met.head if met.dep_ in OBJECTS else None
    )
    if act is None or child(act, "poss", *SUBJECTS) is not None or not (act.pos_ == "NOUN" or act.tag_ == "VBG"):
        return False
    for above in act.ancestors:
        if above is pronoun.head:
            return True
        if above.pos_ in {"VERB", "AUX"} and (above.tag_ != "VBG" or child(above, *SUBJECTS) is not None):
            return False
        if above.pos_ in {"NOUN", "PROPN", "PRON"}:
            return False
    return False
