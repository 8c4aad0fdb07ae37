"""When does a city or building stand for a government: "Moscow said", "ties with Tehran", not "in Moscow"?"""

from __future__ import annotations

from communique.lexicon.toponyms import load_toponym_words
from communique.reading.parse import Sentence
from communique.reading.syntax import first_conjunct
from communique.reading.terms import Term
from communique.reading.tokens import Token

_PARTNERS = frozenset({"with", "between", "against", "by", "among", "towards"})
_PLACES = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "to", "into", "from", "through", "across", "over", "for"}
)
#: What goes on about somebody: "*Amman*, who lived there" is no city.
_OF_PERSONS = frozenset({"who", "whom"})
_CLAUSES = frozenset({"xcomp", "ccomp"})
_ADDRESSING = {
    "to": "addressing by to",
    "on": "addressing by on",
    "upon": "addressing by on",
    "at": "addressing by at",
    "from": "addressing by from",
}
#: How a noun for what is said hangs on the verb beside the preposition ("sent a *letter* to Oslo").
_CARRIED = frozenset({"dobj"})
_SAID = {"from": frozenset({"dobj", "nsubj"})}  # "*praise* came from Oslo"


def is_actor(sentence: Sentence, term: Term) -> bool:
    """Does the term stand for an actor here? States and organisations always do, capitals and seats by grammar."""
    if term.kind not in {"capital", "seat"}:
        return True
    token = sentence.tokens.doc[term.last]
    if _is_dateline(sentence, term):
        return False
    head = first_conjunct(token)
    if term.kind == "seat":
        return not (head.dep_ == "pobj" and head.head.lower_ in _PLACES) or _is_addressed(head.head)
    return _governs(head)


def _governs(token: Token) -> bool:
    if token.dep_ == "nsubj":
        return token.head.lemma_ != "be" or _is_to_act(token.head)
    if token.dep_ == "nsubjpass" and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in token.head.children):
        return True  # "Oslo is *set to sign* it"
    if token.dep_ == "attr":
        return any(c.dep_ == "relcl" for c in token.children) and any(c.lower_ == "it" for c in token.head.lefts)
    if token.dep_ == "poss":
        return True
    if token.dep_ == "pobj":
        return token.head.lower_ in _PARTNERS or _is_addressed(token.head)
    if token.dep_ in {"dobj", "nsubjpass"} and token.head.lemma_.lower() in load_toponym_words()["addressing"]:
        return True
    if token.dep_ in {"dobj", "dative"}:
        return token.dep_ == "dative" or any(child.dep_ in _CLAUSES for child in token.head.children)
    return False


def _is_to_act(copula: Token) -> bool:
    """Does a form of "be" say that its subject will do something, or is minded as only those with a will can be?

    "Oslo is *to sign* it", "Oslo is *about to sign* it" and "Oslo is *furious*", but not "Oslo is cold".
    """
    said = [copula, *(c for c in copula.children if c.dep_ == "acomp")]
    minded = any(c.lower_ in load_toponym_words()["disposition"] for c in said[1:])
    return minded or any(c.dep_ == "xcomp" and c.tag_ == "VB" for word in said for c in word.children)


def _is_addressed(preposition: Token) -> bool:
    """Is who is behind a preposition spoken or given to ("complained to Oslo"), or its speaker ("praise from Oslo")?"""
    by = _ADDRESSING.get(preposition.lower_)
    said = _SAID.get(preposition.lower_, _CARRIED)
    carried = (c for c in preposition.head.children if c.dep_ in said)
    return by is not None and any(t.lemma_.lower() in load_toponym_words()[by] for t in (preposition.head, *carried))


def _is_dateline(sentence: Sentence, term: Term) -> bool:
    """Does a sentence open with where it was written ("Oslo, 3 May"), not with whom it is about?

    In "*Oslo* and Bonn" or "*Oslo*, for its part, said" it is the subject, and what stands behind it is no date.
    """
    after = term.last + 1
    doc = sentence.tokens.doc
    subject = doc[term.last].dep_ == "nsubj"
    listed = subject and any(c.dep_ == "conj" for c in doc[term.last].children)
    starts = term.first == sentence.tokens.start and not listed
    if not starts or after >= len(doc) or doc[after].text not in {",", "(", "-", "\u2013", "\u2014", "/"}:
        return False
    if not subject or after + 1 >= len(doc) or doc[after].text == "(":
        return True
    return not doc[after + 1].text.islower() or doc[after + 1].lower_ in _OF_PERSONS
