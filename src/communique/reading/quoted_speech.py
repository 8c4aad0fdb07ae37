"""Speech that is quoted: the pieces of a quotation joined into one statement, each with the speaker of its cue."""

from __future__ import annotations

import re

from communique.reading.contents import content_of
from communique.reading.cue_words import CueWord, unsaid
from communique.reading.drafts import Draft, source
from communique.reading.quoting import Attached, Page, attach, leads_on
from communique.records import Quoted

#: A quotation of fewer words that nothing introduces is a scare quote or a title.
_FEWEST_WORDS = 4
#: The end of a quotation behind which the reporter goes on: '"We lost," and the flag …', but not '"…," and that …'.
_CLAUSE_BEHIND = re.compile(r""",["”'’]\s+(?:and|but)\s+(?!that\b)""")


def quoted(page: Page) -> list[Draft]:
    """The statements made of quotations, in order."""
    drafts: list[Draft] = []
    of_cue: dict[CueWord, Draft] = {}
    for piece in attach(page):
        draft = None
        if piece.cue is not None and piece.cue in of_cue:
            of_cue[piece.cue].join(piece.quotation.start, piece.quotation.end)
        elif piece.cue is not None:
            draft = of_cue[piece.cue] = _with_cue(piece, piece.cue)
        elif piece.signature is not None:
            signed = (piece.signature.sentence, piece.signature.token)
            draft = Draft(piece.quotation.start, piece.quotation.end, None, signed, "assertion", "direct")
        elif piece.whole_sentence:
            draft = _without_cue(page, piece, drafts[-1] if drafts else None)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _with_cue(piece: Attached, cue: CueWord) -> Draft:
    """A statement of a quotation and its cue, with the part of the content that stands outside the marks."""
    start, end = piece.quotation.start, piece.quotation.end
    how: Quoted = "direct"
    content = content_of(cue)
    if content is not None:
        first, last = cue.sentence.start_of(content.first), cue.sentence.end_of(content.last)
        behind = first > cue.position
        around = first < cue.position < start  # "It was, the envoy said, “…”"
        if first < start < last and (not piece.whole_sentence if piece.fronted else behind or around):
            start, how = first, "mixed"
        # not '"We leave", while speaking to the press', nor '"We leave." He went on to say'
        goes_on = last > end and cue.sentence.text[end] != "," and not _is_closed(cue.sentence.text, start, end)
        goes_on = goes_on and not _CLAUSE_BEHIND.match(cue.sentence.text, end - 2)
        if behind and not piece.fronted and goes_on and first <= start + 1:
            end, how = last, "mixed"
    return Draft(start, end, cue, source(cue), next(cue.entries("quotation"))[0].stance, how)


def _is_closed(text: str, start: int, end: int) -> bool:
    """Does a quotation end with its sentence, so that another one begins behind it?"""
    inner = text[start:end].rstrip("”\"'’`“)] ")
    return inner[-1:] in {".", "?", "!"} and text[end : end + 3].lstrip()[:1].isupper()


def _without_cue(page: Page, piece: Attached, last: Draft | None) -> Draft | None:
    """A quotation that nothing introduces: more of the one before, or a statement of whoever spoke last."""
    start, end = piece.quotation.start, piece.quotation.end
    # '"We left." Norway said on Monday that …' is another sentence.
    rest = () if _is_closed(page.text, start, end) else page.after(piece.quotation)
    if any(not leads_on(page, page.cues[word.position]) for word in rest if word.position in page.cues):
        return None  # part of a sentence that has a cue of its own: for the parse
    block, block_end = page.block_of(start)
    if last is not None and page.block_of(last.end - 1)[0] == block and page.sentence_ends(last.end, start) <= 1:
        last.join(start, end)
        return None
    if len(page.text[start:end].split()) < _FEWEST_WORDS:
        return None
    before = page.speaking_before(start, block)
    who = source(before) if before is not None and not unsaid(before) and content_of(before) is not None else None
    if who is not None:
        return Draft(start, end, None, who, "assertion", "direct")
    alone = page.is_blank(block, start) and page.is_blank(end, block_end)
    if alone and last is not None and page.is_blank(page.block_of(last.end - 1)[1], block):
        return Draft(start, end, None, last.source, "assertion", "direct")
    return None
