"""Whom it is to help what somebody gives, offers or promises ("loans to help *farmers*", "ready to let *firms* sell").

An infinitive of purpose says what for somebody acts (Quirk et al. 1985, 15.48); whoever is helped, allowed or given
something there is meant to gain by the act.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.words import packaged_words
from communique.reading.relations import double_object
from communique.reading.syntax import SUBJECTS, child, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger

#: How what is promised, or what it is for, hangs on the words of the act.
_INFINITIVES = frozenset({"xcomp", "acl", "advcl", "relcl"})
#: Nouns between the act and its purpose, in a row ("loans of *two million* to help").
_DEEP = 3


def helped(trigger: Trigger) -> Iterator[Token]:
    """The nouns for whom the content or the purpose of an act is to help, let do something, or give something."""
    bearers = [t for t in (trigger.token, trigger.noun) if t is not None]
    if trigger.noun is None and (patient := child(trigger.token, "dobj", "nsubjpass")) is not None:
        bearers.append(patient)
    for bearer in dict.fromkeys(bearers):
        for verb in _purposes(bearer, _DEEP):
            if (found := _gainer(verb)) is not None:
                yield found
                return


def _purposes(bearer: Token, depth: int) -> Iterator[Token]:
    """The infinitives and gerunds on a word or on the nouns behind its prepositions."""
    for c in bearer.children:
        if c.dep_ in _INFINITIVES and (c.tag_ == "VBG" or any(g.tag_ == "TO" for g in c.children)):
            yield c
            yield from (
                g for p in c.children if p.dep_ == "prep" and p.lower_ == "in" for g in p.children if g.tag_ == "VBG"
            )
            own = child(c, "dobj") is None  # not "a plan to require Chad *to pay* farmers"
            yield from (g for g in c.children if own and g.dep_ == "xcomp" and child(g, *SUBJECTS) is None)
        elif c.dep_ == "prep" and bearer.pos_ == "NOUN" and depth:
            for inner in c.children:
                if inner.dep_ == "pcomp":
                    yield inner
                elif inner.dep_ == "pobj":
                    yield from _purposes(inner, depth - 1)


def _gainer(verb: Token) -> Token | None:
    """Who gains by what a verb says: the object of help, whoever is let do something, the indirect object of a gift."""
    words, lemma = packaged_words(), verb.lemma_.lower()
    mark = child(verb, "mark")
    if mark is not None and mark.lower_ == "for":  # "a loan *for Chad* to build a port"
        return child(mark, "pobj") or child(verb, *SUBJECTS)
    two = double_object(verb)
    indirect = two[0] if two is not None else child(verb, "dative")
    if indirect is not None and indirect.pos_ == "ADP":
        indirect = child(indirect, "pobj")
    if lemma in words["giving"] and indirect is None and verb.dep_ == "pcomp":
        given = child(verb, "dobj")  # "to take part in lending money *to Chad*"
        indirect = next((to for t in (verb, given) if t is not None for to in prepositional(t, "to")), None)
    if lemma in words["giving"] and indirect is not None:
        return indirect
    lets = lemma in words["enabling"] and verb.dep_ == "xcomp" and verb.tag_ == "VB"  # who proposes it lets nobody
    if lemma not in words["helping"] and not lets:
        return None
    if indirect is not None:
        return indirect
    clause = next((c for c in verb.children if c.dep_ in {"ccomp", "xcomp"}), None)
    subject = child(clause, *SUBJECTS) if clause is not None else None
    own = subject or child(verb, "dobj")
    if own is None and clause is not None and clause.lemma_.lower() in words["helping"]:
        own = child(clause, "dobj")  # "to help *finance* works in Chad"
    return own
