"""Whom a noun or pronoun cannot mean where it stands, or must: the binding principles (Chomsky 1981), and causes.

Who does something does it to somebody else, unless a reflexive says so ("Acme offered to buy *the company*": not Acme;
principle B), and who is named as subject of what somebody says is another than the one who says it ("*The group* said
Acme had left"; principle C).
"""

from __future__ import annotations

from collections.abc import Set

from communique.lexicon.words import packaged_words
from communique.reading.relations import surface_subject
from communique.reading.syntax import OBJECTS, SUBJECTS, child, first_conjunct, prepositional
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


def done_to_before(token: Token) -> Token | None:
    """What a clause does something to, for an object of the one joined to it ("Chad broke *the pact*; Mali kept it").

    Two clauses with subjects of their own are parallel, and so are their objects (Chambers and Smyth 1998).
    """
    verb = token.head
    if token.dep_ != "dobj" or verb.dep_ != "conj" or child(verb, *SUBJECTS) is None:
        return None
    first = first_conjunct(verb)
    found = child(first, *OBJECTS) if first.pos_ == "VERB" and first.i < verb.i else None
    return found if found is not None and found.tag_ in {"NN", "NNP"} else None


def _is_made_to(token: Token) -> bool:
    """Is a word subject of an infinitive without "to", a modal or a conjunction ("let *it* go")?"""
    bare = token.dep_ in SUBJECTS and token.head.tag_ == "VB" and token.head.dep_ == "ccomp"
    return bare and child(token.head, "aux", "mark") is None


def subject_told_of(token: Token) -> Token | None:
    """The subject of what the subject ``token`` says: "it said *Chad* had left"."""
    clause = child(token.head, "ccomp") if token.dep_ in SUBJECTS else None
    told = child(clause, *SUBJECTS) if clause is not None and clause.i > token.i else None
    return told if told is not None and told.i > token.i else None


def must_mean(token: Token, judging: Set[str]) -> Token | None:
    """Whom a pronoun means by what is said there, wherever its clause stands; else ``None``."""
    return judged_for(token, judging) or author_above(token)


def judged_for(token: Token, judging: Set[str]) -> Token | None:
    """Who is judged for what is "its": whoever brought it about ("punished *Chad* for its raid"; Garvey 1974).

    So is who hears a complaint about it ("protested to *Chad* about its raid").
    """
    preposition = token.head.head if token.dep_ == "poss" and token.head.dep_ == "pobj" else None
    if preposition is None or preposition.lower_ not in {"for", "over", "about", "against"}:
        return None
    verb = preposition.head
    if verb.pos_ == "VERB" and verb.lemma_.lower() in packaged_words()["complaining"]:
        return next(prepositional(verb, "to"), None)
    if preposition.lower_ not in {"for", "over"}:
        return None
    return child(verb, "dobj") if verb.pos_ == "VERB" and verb.lemma_.lower() in judging else None


def author_above(token: Token) -> Token | None:
    """Whose word it is in what a pronoun stands: who announces something tells of himself by it.

    "*Chad's* announcement that **it** would leave", "a warning from *Chad* that **its** troops would".
    """
    for verb in token.ancestors:
        subject = child(verb, *SUBJECTS) if verb.pos_ in _VERBS else None
        if subject is not None and token not in {subject, *subject.children}:
            return None
        if verb.dep_ == "acl" and child(verb, "mark") is not None:
            return child(verb.head, "poss") or next(prepositional(verb.head, "by", "from"), None)
    return None


def subject_behind(token: Token) -> Token | None:
    """The subject of the clause that opens with words in which a pronoun stands ("before *she* left, **Ann** led")."""
    clause = next((a for a in token.ancestors if a.dep_ in {"advcl", "pcomp"} and a.pos_ in _VERBS), None)
    above = clause.head if clause is not None else None
    above = above.head if above is not None and above.dep_ == "prep" else above
    subject = child(above, *SUBJECTS) if above is not None and above.pos_ in _VERBS else None
    return subject if subject is not None and subject.i > token.i else None


#: What somebody makes to another one, who hears, grants or rejects it.
_MADE = frozenset({"request", "offer", "appeal", "demand", "petition", "proposal", "bid", "plea", "application"})


def taker(token: Token, taking: Set[str]) -> Token | None:
    """Who takes or rejects what is "its": that is another's ("the *court* will hear **its** appeal")."""
    noun = token.head if token.dep_ == "poss" and token.head.lemma_.lower() in _MADE else None
    above = noun.head if noun is not None and noun.dep_ in _DONE_TO else None
    verb = above.head if above is not None and above.dep_ == "prep" else above
    if verb is not None and verb is not above and child(verb, *OBJECTS) is not None:  # "had *no answer* to its request"
        return None
    return surface_subject(verb) if verb is not None and verb.lemma_.lower() in taking else None


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
