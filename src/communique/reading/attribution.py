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
from communique.reading.cue_words import CueWord, find_cue_words, negated, unsaid
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.quotations import find_quotations
from communique.reading.quoting import Attached, Page, attach
from communique.reading.speakers import addressee, source_of, speaker
from communique.reading.syntax import child
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
    pieces: list[tuple[int, int]]

    def join(self, start: int, end: int, block: int) -> None:
        """Take one more quotation into the content."""
        self.end, self.block = max(self.end, end), block
        self.pieces.append((start, end))

    @property
    def cue_position(self) -> int:
        return self.cue.sentence.start_of(self.cue.token) if self.cue is not None else self.start


def find_statements(parsed: ParsedArticle, cast: Cast, cues: Cues) -> tuple[Statement, ...]:
    """All statements of an article in the order of their content."""
    found = [cue for sentence in parsed.sentences for cue in find_cue_words(sentence, cues)]
    quotations = find_quotations(parsed.text, parsed.blocks)
    page = Page(parsed, quotations, {cue.sentence.start_of(cue.token): cue for cue in found})
    drafts = _quoted(page)
    used = {id(draft.cue) for draft in drafts}
    drafts += [
        draft for cue in found if id(cue) not in used and (draft := _reported(page, cue)) is not None
    ]
    return tuple(_records(parsed, cast, _without_inner(drafts)))


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
                draft.join(start, end, block)
                continue
            draft = _draft_of_cue(piece, block)
            of_cue[id(piece.cue)] = draft
        elif piece.signature is not None:
            source = (piece.signature.sentence, piece.signature.token)
            draft = _Draft(start, end, None, source, "assertion", "direct", block, [(start, end)])
        elif piece.whole_sentence and last is not None and _continues(page, last, piece, block):
            last.join(start, end, block)
            continue
        elif piece.whole_sentence and last is not None and _stands_free(page, last, piece, block):
            draft = _Draft(start, end, None, last.source, "assertion", "direct", block, [(start, end)])
        else:
            continue
        drafts.append(draft)
    return drafts


def _draft_of_cue(piece: Attached, block: int) -> _Draft:
    """A statement of a quotation and its cue, with the part of the content that stands outside the marks."""
    cue = piece.cue
    assert cue is not None
    start, end = piece.quotation.start, piece.quotation.end
    quoted: Quoted = "direct"
    content = content_of(cue)
    if content is not None:
        first, last = cue.sentence.start_of(content.first), cue.sentence.end_of(content.last)
        behind = first > cue.sentence.start_of(cue.token)
        if first < start < last and (behind if not piece.fronted else not piece.whole_sentence):
            start, quoted = first, "mixed"
        if behind and not piece.fronted and last > end and first <= start + 1:
            end, quoted = last, "mixed"
    entry = next(cue.entries("quotation"))[0]
    return _Draft(start, end, cue, _source(cue), entry.stance, quoted, block, [(start, end)])


def _source(cue: CueWord) -> tuple[Sentence, Token] | None:
    head = source_of(cue)
    return (cue.sentence, head) if head is not None else None


def _continues(page: Page, last: _Draft, piece: Attached, block: int) -> bool:
    """Does a quotation go on where the one before it stopped for its cue: '"…," he said. "…"'?"""
    if last.block != block or last.quoted == "indirect":
        return False
    return page.sentence_ends(last.end, piece.quotation.start) <= 1


def _stands_free(page: Page, last: _Draft, piece: Attached, block: int) -> bool:
    """Is the quotation a paragraph of its own whose speaker is that of the paragraph before?"""
    _, end = page.block_of(piece.quotation.start)
    text = piece.quotation
    alone = not page.text[block : text.start].strip() and not page.text[text.end : end].strip()
    near = page.text[page.block_of(last.end - 1)[1] : block].strip() == ""
    return alone and near and len(page.text[text.start : text.end].split()) >= _FEWEST_WORDS


def _reported(page: Page, cue: CueWord) -> _Draft | None:
    """The statement of a cue by the parse; what is quoted is not read for cues, and nothing unsaid is a statement."""
    position = cue.sentence.start_of(cue.token)
    if page.quotations.at(position) is not None or unsaid(cue):
        return None
    content = content_of(cue)
    if content is None or (content.entry.stance == "assertion" and negated(cue)):
        return None
    start, end = cue.sentence.start_of(content.first), cue.sentence.end_of(content.last)
    quoted: Quoted = "indirect"
    for quotation in page.quotations.between(start, end):
        start, end, quoted = min(start, quotation.start), max(end, quotation.end), "mixed"
    block, _ = page.block_of(position)
    return _Draft(start, end, cue, _source(cue), content.entry.stance, quoted, block, [(start, end)])


def _without_inner(drafts: Sequence[_Draft]) -> list[_Draft]:
    """The statements less those that are only part of another's content.

    What somebody says of a belief or wish ("she said she plans to …") is that statement's content. Kept within it is
    what a third party is said to have said: the inner link of a chain of sources.
    """
    pieces = sorted((start, end, number) for number, d in enumerate(drafts) for start, end in d.pieces)
    order = sorted((d.cue_position, number) for number, d in enumerate(drafts))
    inner: set[int] = set()
    farthest: list[tuple[int, int]] = []  # the two contents begun so far that reach farthest: end, number of draft
    next_piece = 0
    for position, number in order:
        while next_piece < len(pieces) and pieces[next_piece][0] <= position:
            _, end, owner = pieces[next_piece]
            others = [entry for entry in farthest if entry[1] != owner]
            mine = max([end, *(entry[0] for entry in farthest if entry[1] == owner)])
            farthest = sorted([*others, (mine, owner)], reverse=True)[:2]
            next_piece += 1
        if any(end > position and owner != number for end, owner in farthest):
            inner.add(number)
    return [draft for number, draft in enumerate(drafts) if number not in inner or _is_link(draft)]


def _is_link(draft: _Draft) -> bool:
    """Is it what another, named by a noun, asserts in a clause of its own?"""
    if draft.cue is None or draft.source is None or draft.stance != "assertion":
        return False
    verb = draft.cue.token
    finite = verb.tag_ in {"VBD", "VBP", "VBZ"} or (verb.tag_ == "VBN" and child(verb, "aux") is not None)
    return finite and draft.source[1].pos_ != "PRON" and child(verb, "ccomp") is not None


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
