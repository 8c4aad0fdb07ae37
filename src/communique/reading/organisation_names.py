"""Organisations that no lexicon has: names that the recogniser takes for one, checked against the lexicon's terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.lexicon.agents import Agent
from communique.reading.parse import Sentence
from communique.reading.person_names import NameRun
from communique.reading.terms import Term
from communique.reading.tokens import Span as TokenSpan


@dataclass(frozen=True, slots=True)
class BodyName:
    """Tokens ``first`` to ``last`` (document indexes) that name an organisation, and the terms inside the name."""

    first: int
    last: int
    terms: tuple[Term, ...]


def organisation_names(
    sentence: Sentence, terms: Sequence[Term], persons: Sequence[NameRun], acronyms: frozenset[str] = frozenset()
) -> tuple[BodyName, ...]:
    """The names of unknown organisations in a sentence, and the ``acronyms`` that the article introduces.

    A name in which a term comes last ("Ruritanian Foreign Ministry") is left to the lexicon; so is one that a term or a
    person's name runs across, and one before an office of government, which is its portfolio ("Home Secretary").
    """
    named = {i for run in persons for i in range(run.first, run.last + 1)}
    found = []
    for entity in sentence.tokens.ents:
        if entity.label_ != "ORG":
            continue
        first, last = entity.start, entity.end - 1
        while first < last and entity.doc[first].pos_ in {"DET", "PUNCT"}:
            first += 1
        while last > first and entity.doc[last].tag_ in {"POS", "."}:
            last -= 1
        inside = tuple(term for term in terms if first <= term.last and term.first <= last)
        across = any(term.first < first or term.last > last for term in inside)
        decided = any(term.kind == "organisation" or _is_head(entity, first, term, last) for term in inside)
        plain = entity.doc[last].tag_ in {"NNP", "NNPS"} and any(c.isalpha() for c in entity.text)
        office = any(term.kind == "office" and term.first == last + 1 and term.sector == "GOV" for term in terms)
        if plain and not office and not (across or decided or named & set(range(first, last + 1))):
            found.append(BodyName(first, last, inside))
    if acronyms:
        taken = named | {i for body in found for i in range(body.first, body.last + 1)}
        taken |= {i for term in terms for i in range(term.first, term.last + 1)}
        found.extend(BodyName(t.i, t.i, ()) for t in sentence.tokens if t.text in acronyms and t.i not in taken)
    return tuple(sorted(found, key=lambda body: body.first))


def _is_head(entity: TokenSpan, first: int, term: Term, last: int) -> bool:
    """Is the term the head of the name: last in it and not after "of", or a word for government before it?"""
    if term.first == first and isinstance(term.entry, Agent) and term.entry.type == "state":
        return True
    return term.last == last and not any(token.pos_ == "ADP" for token in entity.doc[first : term.first])
