"""Who says so: the statements of an article, and the source behind an act that it reports.

A statement is what an article ascribes to somebody: words (quoted, reported or both), a belief, a question, a request,
an intention or a judgement. Cues come from the lexicon; quotations are tied to cues by where they stand
(:mod:`~communique.reading.quoting`), everything else by the parse (:mod:`~communique.reading.contents`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from communique.lexicon.cues import Cues, load_cues
from communique.reading.cast import Cast
from communique.reading.contents import content_of
from communique.reading.cue_words import CueWord, find_cue_words
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.quotations import Quotations, find_quotations
from communique.reading.quoting import Attached, Page, attach
from communique.reading.speakers import addressee, source_of, speaker
from communique.records import Attribution, Quoted, Span, Speaker, Stance, Statement, digest

__all__ = ["Cues", "attribution_of", "find_statements", "load_cues"]

#: A quotation of fewer words that nothing introduces is a scare quote or a title.
_FEWEST_WORDS = 4


@dataclass(slots=True)
class _Draft:
    """A statement while quotations may still be joined to it."""

    start: int
    end: int
    cue: CueWord | None
    source: tuple[Sentence, Token] | None
    stance: Stance
    quoted: Quoted
    block: int  # where the block of its last words begins


def find_statements(parsed: ParsedArticle, cast: Cast, cues: Cues) -> tuple[Statement, ...]:
    """All statements of an article in the order of their content."""
    found = [cue for sentence in parsed.sentences for cue in find_cue_words(sentence, cues)]
    quotations = find_quotations(parsed.text, parsed.blocks)
    page = Page(parsed, quotations, {cue.sentence.start_of(cue.token): cue for cue in found})
    drafts = _quoted(page)
    used = {id(draft.cue) for draft in drafts}
    drafts += [
        draft for cue in found if id(cue) not in used and (draft := _reported(page, cue, quotations)) is not None
    ]
    return tuple(_records(parsed, cast, drafts))


def _quoted(page: Page) -> list[_Draft]:
    """The statements made of quotations, in order; pieces of one statement are joined."""
    drafts: list[_Draft] = []
    of_cue: dict[int, _Draft] = {}
    for piece in attach(page):
        start, end = piece.quotation.start, piece.quotation.end
        block, _ = page.block_of(start)
        last = drafts[-1] if drafts else None
        if piece.cue is not None:
            draft = of_cue.get(id(piece.cue))
            if draft is not None:
                draft.end, draft.block = max(draft.end, end), block
                continue
            draft = _draft_of_cue(page, piece, block)
            of_cue[id(piece.cue)] = draft
        elif piece.signature is not None:
            source = (piece.signature.sentence, piece.signature.token)
            draft = _Draft(start, end, None, source, "assertion", "direct", block)
        elif piece.whole_sentence and last is not None and _continues(page, last, piece, block):
            last.end = end
            continue
        elif piece.whole_sentence and last is not None and _stands_free(page, last, piece, block):
            draft = _Draft(start, end, None, last.source, "assertion", "direct", block)
        else:
            continue
        drafts.append(draft)
    return drafts


def _draft_of_cue(page: Page, piece: Attached, block: int) -> _Draft:
    """A statement of a quotation and its cue, with the part of the content that stands outside the marks."""
    cue = piece.cue
    assert cue is not None
    start, end = piece.quotation.start, piece.quotation.end
    quoted: Quoted = "direct"
    content = content_of(cue)
    if content is not None:
        first, last = cue.sentence.start_of(content.first), cue.sentence.end_of(content.last)
        if piece.fronted and not piece.whole_sentence and first < start < last:
            start, quoted = first, "mixed"
        elif not piece.fronted and last > end and first <= start + 1 and first > cue.sentence.start_of(cue.token):
            end, quoted = last, "mixed"
    entry = next(cue.entries("quotation"))[0]
    return _Draft(start, end, cue, _source(cue), entry.stance, quoted, block)


def _source(cue: CueWord) -> tuple[Sentence, Token] | None:
    head = source_of(cue)
    return (cue.sentence, head) if head is not None else None


def _continues(page: Page, last: _Draft, piece: Attached, block: int) -> bool:
    """Does a quotation go on where the one before it stopped for its cue: '"…," he said. "…"'?"""
    if last.block != block or last.quoted == "indirect":
        return False
    between = page.text[last.end : piece.quotation.start]
    return len(between) < 400 and between.count(". ") + between.count(".\xa0") <= 1


def _stands_free(page: Page, last: _Draft, piece: Attached, block: int) -> bool:
    """Is the quotation a paragraph of its own whose speaker is that of the paragraph before?"""
    _, end = page.block_of(piece.quotation.start)
    text = piece.quotation
    alone = not page.text[block : text.start].strip() and not page.text[text.end : end].strip()
    near = page.text[page.block_of(last.end - 1)[1] : block].strip() == ""
    return alone and near and len(page.text[text.start : text.end].split()) >= _FEWEST_WORDS


def _reported(page: Page, cue: CueWord, quotations: Quotations) -> _Draft | None:
    """The statement of a cue by the parse; cues inside quotations count only where the lexicon says so."""
    position = cue.sentence.start_of(cue.token)
    around = quotations.at(position)
    if around is not None and not any(entry.nested for entry, _ in cue.readings):
        return None
    content = content_of(cue)
    if content is None:
        return None
    start, end = cue.sentence.start_of(content.first), cue.sentence.end_of(content.last)
    quoted: Quoted = "indirect"
    if around is None:
        for quotation in quotations.between(start, end):
            if quotation.start >= start - 1 or quotation.end <= end + 1:
                start, end, quoted = min(start, quotation.start), max(end, quotation.end), "mixed"
    else:
        start, end = max(start, around.start), min(end, around.end)
    block, _ = page.block_of(position)
    return _Draft(start, end, cue, _source(cue), content.entry.stance, quoted, block)


def _records(parsed: ParsedArticle, cast: Cast, drafts: Sequence[_Draft]) -> list[Statement]:
    made: dict[tuple[int, int], Statement] = {}
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end, d.cue is None)):
        if (draft.start, draft.end) in made or draft.end <= draft.start:
            continue
        who: Speaker | None = speaker(cast, *draft.source) if draft.source is not None else None
        made[draft.start, draft.end] = Statement(
            id=digest("statement", parsed.article.id, draft.start, draft.end),
            article=parsed.article.id,
            speaker=who,
            cue=draft.cue.span if draft.cue is not None else None,
            content=Span(draft.start, draft.end, parsed.text[draft.start : draft.end]),
            quoted=draft.quoted,
            stance=draft.stance,
            addressee=addressee(draft.cue) if draft.cue is not None else None,
        )
    return list(made.values())


def attribution_of(statements: Sequence[Statement], sentence: Sentence, position: int) -> Attribution | None:
    """According to whom the act at an article position is reported; ``None``: in the outlet's own voice.

    The statements whose content covers the position are the chain of sources, outermost first; ``name`` joins their
    names with semicolons ("Sputnik; a source inside the ministry"), everything else is of the innermost. Only what is
    asserted or believed counts: that an act is wanted or condemned says nothing on who reports it.
    """
    chain = [
        statement
        for statement in statements
        if statement.stance in {"assertion", "belief"} and statement.content.start <= position < statement.content.end
    ]
    chain = [s for s in chain if s.speaker is not None]
    if not chain:
        return None
    chain.sort(key=lambda s: (s.content.start - s.content.end, s.content.start))
    inner = chain[-1]
    assert inner.speaker is not None
    names = list(dict.fromkeys(s.speaker.name for s in chain if s.speaker is not None))
    named = inner.speaker.actor is not None
    return Attribution(
        source="named" if named else "unnamed",
        name="; ".join(names),
        actor=inner.speaker.actor,
        cue=inner.cue,
        span=inner.speaker.span,
    )
