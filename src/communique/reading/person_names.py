"""Which words of a sentence are a person's name.

The recogniser of names is one witness; the lexicon is the other: a capitalised run right after an office or title is a
name whatever the recogniser says, and a run that ends in a surname known from elsewhere in the article is one too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.reading.naming import fold, is_particle
from communique.reading.parse import Sentence
from communique.reading.terms import Term
from communique.reading.tokens import Doc, Token

_NEVER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "NORP", "LAW", "LANGUAGE"})
_NOT_A_PERSON = frozenset({"GPE", "ORG", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"})
_LONGEST_NAME = 7


@dataclass(frozen=True, slots=True)
class NameRun:
    """Capitalised tokens ``first`` to ``last`` (document indexes), maybe a name, and what speaks for a person."""

    first: int
    last: int
    titled: bool
    recognised: bool
    other: bool


def name_runs(sentence: Sentence, terms: Sequence[Term]) -> tuple[NameRun, ...]:
    """The runs of name-like tokens outside the lexicon's terms, left to right."""
    doc, tokens = sentence.tokens.doc, sentence.tokens.doc.tokens
    taken = {i: term for term in terms for i in range(term.first, term.last + 1) if not _within_name(doc, term)}
    runs = []
    index = sentence.tokens.start
    while index < sentence.tokens.end:
        if index in taken or not _namely(tokens[index]):
            index += 1
            continue
        last = _extend(doc, index, sentence.tokens.end, taken)
        index = _trim(doc, index, last)
        runs.append(_judge(doc, index, last, taken.get(index - 1)))
        index = last + 1
    return tuple(runs)


def _namely(token: Token) -> bool:
    if not token.text[0].isupper() or (token.tag_ not in {"NNP", "NNPS"} and token.ent_type_ != "PERSON"):
        return False
    return not (
        any(c.isdigit() for c in token.text) or (token.ent_type_ in _NEVER and not _is_surname_like_month(token))
    )


def _is_surname_like_month(token: Token) -> bool:
    """Does a month follow a given name, and no day follow it ("Theresa May" in a list of guests)?"""
    if token.ent_type_ != "DATE" or token.i == 0 or token.i + 1 == len(token.doc):
        return False
    return token.nbor(-1).ent_type_ == "PERSON" and not token.nbor(1).like_num and token.tag_ == "NNP"


def _extend(doc: Doc, first: int, end: int, taken: Mapping[int, Term]) -> int:
    """Last token of the run that starts at ``first``: names, hyphens within names, particles between names."""
    last = index = first
    while index + 1 < end and index - first < _LONGEST_NAME * 2:
        index += 1
        token = doc[index]
        if index in taken:
            break
        if _namely(token):
            last = index
        elif token.text in {"-", "\u2013"} and not doc[index - 1].whitespace_ and not token.whitespace_:
            continue
        elif doc[index - 1].text == "-" and not doc[index - 1].whitespace_ and token.is_alpha:
            last = index
        elif not (is_particle(token.text) and token.text.islower() and token.text not in {"y", "e"}):
            break
    return last


def _trim(doc: Doc, first: int, last: int) -> int:
    """Where the name begins in a run after a preposition ("of Economy Joan Roe"), the recogniser says."""
    if first == 0 or doc[first - 1].pos_ != "ADP":
        return first
    starts = [i for i in range(first + 1, last) if doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ == "B"]
    return starts[0] if starts and doc[first].ent_type_ != "PERSON" else first


def _judge(doc: Doc, first: int, last: int, before: Term | None) -> NameRun:
    labels = [token.ent_type_ for token in doc[first : last + 1]]
    recognised = "PERSON" in labels
    other = not recognised and any(label in _NOT_A_PERSON for label in labels)
    titled = before is not None and before.kind in {"office", "title"} and before.last == first - 1
    titled = titled and (recognised or before is None or not before.plural)
    if titled and before is not None and before.kind == "title" and _is_one_body(doc, before.first, first):
        titled = False
    if not titled and before is not None and before.kind == "agent" and before.last == first - 1:
        person = getattr(before.entry, "type", "") == "person" and not before.plural
        titled = person and (not other or _is_apposed_official(doc, before, first, last))
    if titled and other and not doc[first - 1].text[0].isupper() and before is not None and before.kind == "office":
        titled = "ORG" in labels and (last == first or first <= doc[first - 1].head.i <= last)
    return NameRun(first, last, titled, recognised, other)


def _is_apposed_official(doc: Doc, before: Term, first: int, last: int) -> bool:
    """Is what the recogniser takes for a body's name set beside one official ("his *counterpart* Juma Okello")?"""
    official = getattr(before.entry, "sector", None) == "GOV" and last > first
    return official and doc[last].dep_ == "appos" and doc[last].head.i == before.last


def _is_one_body(doc: Doc, title: int, name: int) -> bool:
    """Does the recogniser take title and name together for a body's name ("General Dynamics Corp")?"""
    return all(doc[i].ent_type_ == "ORG" for i in (title, name)) and doc[name].ent_iob_ == "I"


def _within_name(doc: Doc, term: Term) -> bool:
    """Is the term inside a longer person's name ("Jordan" in a man's name), the recogniser says?"""
    if term.kind in {"office", "title", "agent"}:
        return False
    if any(token.ent_type_ != "PERSON" for token in doc[term.first : term.last + 1]):
        return False
    if term.kind in {"adjective", "demonym"} and term.first > 0 and doc[term.first].ent_iob_ == "B":
        return False
    before = term.first > 0 and doc[term.first].ent_iob_ == "I" and doc[term.first - 1].tag_ in {"NNP", "NNPS"}
    after = (
        term.last + 1 < len(doc) and doc[term.last + 1].ent_iob_ == "I" and doc[term.last + 1].tag_ in {"NNP", "NNPS"}
    )
    return before or after


def full_names(sentence: Sentence, runs: Sequence[NameRun]) -> Iterator[str]:
    """Last words of the names that are surely persons', folded: for spotting a bare surname elsewhere."""
    for run in runs:
        if run.titled or (run.recognised and run.last > run.first):
            yield fold(sentence.tokens.doc[run.last].text)


def persons_among(sentence: Sentence, runs: Sequence[NameRun], surnames: frozenset[str]) -> tuple[NameRun, ...]:
    """The runs that are persons' names, given the surnames known in the article."""
    doc = sentence.tokens.doc
    return tuple(
        part
        for run in runs
        for part in _halves(doc, run, surnames)
        if run.titled or run.recognised or (run.last - run.first <= 2 and fold(doc[run.last].text) in surnames)
    )


def _halves(doc: Doc, run: NameRun, surnames: frozenset[str]) -> tuple[NameRun, ...]:
    """The two surnames of a run that joins them by a hyphen ("the Roe-Soler talks"), or the run itself."""
    joined = run.last == run.first + 2 and doc[run.first + 1].text in {"-", "\u2013"} and not run.titled
    if not joined or fold(doc[run.first : run.last + 1].text) in surnames:
        return (run,)
    if not {fold(doc[run.first].text), fold(doc[run.last].text)} <= surnames:
        return (run,)
    return replace(run, last=run.first), replace(run, first=run.last)
