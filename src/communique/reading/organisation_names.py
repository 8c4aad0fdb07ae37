"""Organisations that no lexicon has: names that the recogniser takes for one, checked against the lexicon's terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from communique.lexicon.agents import Agent
from communique.reading.acronyms import Acronyms
from communique.reading.companies import Company
from communique.reading.parse import Sentence
from communique.reading.person_names import NameRun
from communique.reading.terms import Term
from communique.reading.tokens import Doc
from communique.reading.tokens import Span as TokenSpan

#: The first letter behind the Latin ones of Unicode, but for those with several accents.
_AFTER_LATIN = "\u0370"
_PARTY_AND_STATE = re.compile("[A-Z]-[A-Z][A-Za-z.]*[a-z.]")
#: Models and indexes ("SK-40"); a single letter and a number may be a movement.
_MODEL = re.compile("[A-Z]{2,5}-[0-9]{1,4}[A-Z]?")
#: Two letters may be anything ("group IV").
_SHORTEST = 3
_NONE = Acronyms(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class BodyName:
    """Tokens ``first`` to ``last`` (document indexes) that name an organisation, and the terms inside the name."""

    first: int
    last: int
    terms: tuple[Term, ...]


def organisation_names(
    sentence: Sentence,
    terms: Sequence[Term],
    persons: Sequence[NameRun],
    acronyms: Acronyms = _NONE,
    companies: Sequence[Company | NameRun] = (),
    things: Set[str] = frozenset(),
    with_matter: Set[str] = frozenset(),
) -> tuple[BodyName, ...]:
    """The names of unknown organisations in a sentence: ``companies``, ``acronyms`` introduced for names, and others.

    Those of bodies ``with_matter`` go on with what they are "on". Acronyms of common nouns name nobody, nor do names
    that end in one of ``things``, codes and models. A name in which a term comes last ("Ruritanian Foreign Ministry")
    is left to the lexicon; so is one that a term or a person's name runs across, and one before an office of
    government, which is its portfolio ("Home Secretary").
    """
    found = [_company(company, terms) for company in companies]
    named = {i for run in (*persons, *companies) for i in range(run.first, run.last + 1)}
    for entity in sentence.tokens.ents:
        if entity.label_ != "ORG":
            continue
        first, last = entity.start, entity.end - 1
        while first < last and entity.doc[first].pos_ in {"DET", "PUNCT"}:
            first += 1
        while last > first and entity.doc[last].tag_ in {"POS", "."}:
            last -= 1
        last = _with_matter(sentence, _before_bracket(entity.doc, first, last), with_matter)
        inside = tuple(term for term in terms if first <= term.last and term.first <= last)
        across = any(term.first < first or term.last > last for term in inside)
        decided = any(term.kind == "organisation" or _is_head(entity, first, term, last) for term in inside)
        plain = entity.doc[last].tag_ in {"NNP", "NNPS"} and any(c.isalpha() for c in entity.text)
        plain = plain and not _is_thing(entity, first, last, acronyms, things)
        office = any(term.kind == "office" and term.first == last + 1 and term.sector == "GOV" for term in terms)
        if plain and not office and not (across or decided or named & set(range(first, last + 1))):
            found.append(BodyName(first, last, inside))
    taken = named | {i for body in found for i in range(body.first, body.last + 1)}
    found.extend(BodyName(i, i, ()) for i in behind_bodies(sentence, terms) if i not in taken)
    if acronyms.proper:
        taken = named | {i for body in found for i in range(body.first, body.last + 1)}
        taken |= {i for term in terms for i in range(term.first, term.last + 1)}
        found.extend(BodyName(t.i, t.i, ()) for t in sentence.tokens if t.text in acronyms.proper and t.i not in taken)
    return tuple(sorted(found, key=lambda body: body.first))


def behind_bodies(sentence: Sentence, terms: Sequence[Term]) -> Iterator[int]:
    """The capital letters right behind a noun for one body, which are its name ("the rebel movement *RWU*")."""
    known = {i for term in terms for i in range(term.first, term.last + 1)}
    for term in terms:
        one = isinstance(term.entry, Agent) and not term.plural and term.entry.type in {"group", "organisation"}
        if one and term.last + 1 < sentence.tokens.end and term.last + 1 not in known:
            word = sentence.tokens.doc[term.last + 1]
            if word.tag_ == "NNP" and word.is_alpha and word.text.isupper() and len(word.text) >= _SHORTEST:
                yield word.i


def _before_bracket(doc: Doc, first: int, last: int) -> int:
    """The last word of a name before a bracket that opens in it and does not close ("Council of Elders *(COE*")."""
    opened = [i for i in range(first + 1, last + 1) if doc[i].text == "("]
    closed = any(doc[i].text == ")" for i in range(first, last + 1))
    return opened[0] - 1 if opened and not closed else last


def _is_thing(entity: TokenSpan, first: int, last: int, acronyms: Acronyms, things: Set[str]) -> bool:
    """Is it a law, product or event by its last word, a model by its number ("Sterling *825SL*"), or a code?

    Codes are those of shares ("<ABC>") and of a lawmaker's party and state ("D-Wis"). Of scripts other than Latin the
    recogniser, which learnt English, knows nothing.
    """
    word, text = entity.doc[last], entity.doc[first : last + 1].text
    if not all(c < _AFTER_LATIN or not c.isalpha() for c in text) or _PARTY_AND_STATE.fullmatch(text):
        return True
    behind = entity.doc[last + 1 : last + 3]
    if len(behind) == 2 and behind[0].text == "-" and behind[1].tag_ in {"NN", "NNS"} and not word.whitespace_:
        return first < last  # "U.S. *Super*-computers"
    if first < last:
        number = any(c.isdigit() for c in word.text) and any(c.isalpha() for c in word.text)
        if f"{entity.doc[last - 1].lower_} {word.lower_}" in things:
            return True
        return number or (word.lower_ in things and not _is_of_town(entity.doc, last))
    before, after = entity.doc[max(first - 1, 0)].text, entity.doc[min(last + 1, len(entity.doc) - 1)].text
    return (
        word.lower_ in things
        or word.text in acronyms.common
        or _MODEL.fullmatch(word.text) is not None
        or (before == "<" and after == ">" and word.text.isupper())
    )


def _is_of_town(doc: Doc, last: int) -> bool:
    """Is it the seat of a town's government, which stands for that ("Harlow *City Hall*")?"""
    return doc[last].lower_ == "hall" and doc[last - 1].lower_ in {"city", "town"}


def _with_matter(sentence: Sentence, last: int, bodies: Set[str]) -> int:
    """The last word of a name with the matter behind "on" ("Select Committee *on Harlow Valley*")."""
    doc, end = sentence.tokens.doc, last + 2
    if doc[last].lower_ not in bodies or end >= sentence.tokens.end or doc[last + 1].lower_ != "on":
        return last
    while end < sentence.tokens.end and doc[end].tag_ in {"NNP", "NNPS"} and doc[end].ent_type_ not in {"DATE", "TIME"}:
        end += 1
    return end - 1 if end > last + 2 else last


def _company(company: Company | NameRun, terms: Sequence[Term]) -> BodyName:
    inside = (term for term in terms if company.first <= term.first and term.last <= company.last)
    return BodyName(company.first, company.last, tuple(inside))


def _is_head(entity: TokenSpan, first: int, term: Term, last: int) -> bool:
    """Is the term the head of the name: last in it and not after "of", or a word for government before it?

    A state's name is but the end of a name that the recogniser sees go up to it ("Norwood *Canada*").
    """
    if term.first == first and isinstance(term.entry, Agent) and term.entry.type == "state":
        return True
    if term.last != last or any(token.pos_ == "ADP" for token in entity.doc[first : term.first]):
        return False
    if term.kind == "state" and _is_branch(entity, first, term):
        return False
    joined = term.sector == "PTY" and any(t.tag_ == "CC" for t in entity.doc[first : term.first])
    inner = _is_general(term) or joined or (term.kind == "state" and term.first > first)
    return not (inner and _is_proper(entity, first, last))


def _is_branch(entity: TokenSpan, first: int, state: Term) -> bool:
    """Does the state in which a body is stand behind its name ("Acme *Canada*", "Petroleos de *Chad*")?"""
    before, name = entity.doc[first : state.first], entity.doc[state.last]
    return len(before) > 0 and all(
        t.tag_ in {"NNP", "NNPS", "FW"} and t.ent_type_ == "ORG" and t.head is name for t in before
    )


def _is_general(term: Term) -> bool:
    """Is the noun too general to name anybody without what goes before it ("council")?"""
    return isinstance(term.entry, Agent) and term.entry.owned and term.entry.type in {"group", "organisation"}


def _is_proper(entity: TokenSpan, first: int, last: int) -> bool:
    """Is every word of a name a proper one, and none of them a place by itself ("*National Security* Council")?

    Its matters may be joined ("*Dunes and Rivers* Party").
    """
    after = entity.doc.tokens[last + 1 : last + 2]
    if any(t.tag_ == "CC" for t in entity.doc[first : last + 1]) and after and after[0].tag_ in {"NN", "NNP"}:
        return False  # before somebody's office it is left to the lexicon ("Dunes and Rivers Committee *chairman* X")
    return last > first and all(
        (t.tag_ in {"NNP", "NNPS"} or (t.tag_ == "CC" and t.i > first)) and t.ent_type_ == "ORG"
        for t in entity.doc[first : last + 1]
    )
