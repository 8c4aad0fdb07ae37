"""What a statement does where saying is an act, and the event at which it was said.

"The minister accused Norway of spying" is a statement and the report of an accusation: the statement names the report.
"…, he said at a meeting with the king" was said at an event that the article reports: the statement names that report
as its occasion. Both links are read off the parse, from the cue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.tokens import Token
from communique.records import Report, Span, Statement

#: Prepositions that set saying within an event, and the nouns that stand between ("on the sidelines of").
_AT = frozenset({"at", "during", "in"})
_BESIDE = frozenset({"sideline", "margin", "start", "beginning", "end", "close", "course", "opening"})
#: Verbs of saying on their own, whose participle says where ("Speaking at a press conference, he said").
_SPEAKING = frozenset({"speak", "talk", "address"})


def with_acts(
    parsed: ParsedArticle, statements: Sequence[Statement], reports: Sequence[Report], occasions: frozenset[str]
) -> tuple[Statement, ...]:
    """The statements, each with the report that it makes and that of its occasion.

    ``occasions`` are the kinds of events at which people speak.
    """
    at = {report.trigger.start: report for report in reports}
    linked = []
    for statement in statements:
        tokens = _cue_tokens(parsed, statement.cue)
        act = next((r for s, t in tokens if (r := at.get(s.start_of(t))) and r.kind not in occasions), None)
        where = next((r for s, t in tokens for r in _occasions(s, t, at) if r.kind in occasions), None)
        linked.append(
            msgspec.structs.replace(
                statement, report=act.id if act is not None else None, occasion=where.id if where is not None else None
            )
        )
    return tuple(linked)


def _cue_tokens(parsed: ParsedArticle, cue: Span | None) -> list[tuple[Sentence, Token]]:
    """The tokens of a cue, with its sentence."""
    sentence = parsed.sentence_at(cue.start) if cue is not None else None
    if sentence is None or cue is None:
        return []
    tokens = sentence.tokens.doc.tokens_in(cue.start - sentence.offset, cue.end - sentence.offset)
    return [(sentence, token) for token in tokens]


def _occasions(sentence: Sentence, cue: Token, at: Mapping[int, Report]) -> Iterator[Report]:
    """The events that a cue's adverbials name, and that a participle at the head of its clause names."""
    for token in _settings(cue):
        report = at.get(sentence.start_of(token))
        if report is not None:
            yield report


def _settings(cue: Token) -> Iterator[Token]:
    """The nouns behind "at", "during" and "in", and participles of meeting ("Meeting the king, he said")."""
    yield from _behind(cue)
    for clause in cue.children:
        if clause.dep_ == "advcl" and clause.tag_ == "VBG" and not any(c.dep_ == "mark" for c in clause.children):
            yield clause
            if clause.lemma_.lower() in _SPEAKING:
                yield from _behind(clause)


def _behind(verb: Token) -> Iterator[Token]:
    for prep in verb.children:
        if prep.dep_ != "prep" or prep.lower_ not in {*_AT, "on"}:
            continue
        for noun in prep.children:
            if noun.dep_ != "pobj":
                continue
            if prep.lower_ in _AT:
                yield noun
            if noun.lemma_.lower() in _BESIDE:
                yield from (inner for of in noun.children if of.lower_ == "of" for inner in of.children)
