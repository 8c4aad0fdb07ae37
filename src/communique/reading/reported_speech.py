"""Speech, belief and intention that is reported: the complements of cues by the parse."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from communique.reading.contents import content_of
from communique.reading.cue_words import CueWord, negated, unsaid
from communique.reading.drafts import Draft, source
from communique.reading.quoting import Page
from communique.reading.syntax import child
from communique.reading.tokens import Token
from communique.records import Quoted

#: How many cues behind another one may go back to its speaker.
_FOLLOWING = 3


def reported(page: Page, cues: Sequence[CueWord], used: Collection[CueWord]) -> list[Draft]:
    """The statements of the cues that no quotation hangs on, in order of the cues."""
    drafts = [draft for cue in cues if cue not in used and (draft := _reported(page, cue)) is not None]
    for _, group in groupby(drafts, key=lambda draft: draft.cue.sentence.index if draft.cue is not None else -1):
        _resume(list(group))
    return drafts


def _reported(page: Page, cue: CueWord) -> Draft | None:
    """The statement of a cue by the parse; what is quoted is not read for cues, and nothing unsaid is a statement."""
    if page.quotations.at(cue.position) is not None or unsaid(cue):
        return None
    content = content_of(cue)
    if content is None or (negated(cue) and (content.entry.stance == "assertion" or _is_past(cue))):
        return None
    who, asks = source(cue), cue.sentence.whole.text.endswith("?")
    if who is None and cue.token.pos_ != "VERB":
        return None  # "the belief that …": nobody's
    if who is not None and who[1].lower_ == "you" and (asks or cue.token.tag_ in {"VB", "VBP"}):
        return None  # "Are you concerned about …?" asks what nobody has said yet, "you know" says nothing
    start, end = cue.sentence.start_of(content.first), cue.sentence.end_of(content.last)
    quoted: Quoted = "indirect"
    for quotation in page.quotations.between(start, end):
        within = quotation.start <= start and end <= quotation.end
        start, end = min(start, quotation.start), max(end, quotation.end)
        quoted = "direct" if within else "mixed"
    return Draft(start, end, cue, who, content.entry.stance, quoted)


def _is_past(cue: CueWord) -> bool:
    """Is a judgement told by "did": "did not endorse him" tells of none, "does not trust him" does."""
    return any(c.dep_ == "aux" and c.lower_ == "did" for c in cue.token.children)


def _resume(drafts: Sequence[Draft]) -> None:
    """Where a sentence goes back from what is said to who says it, end the first content and hand on its speaker.

    "He stressed that A and said that B": parallel that-clauses. "He said that A, adding that B": a participle of a
    cue behind a comma. "He said that A, and he noted that B": a clause with a pronoun of its own. The parser often
    hangs all three on the verb of A. The drafts are those of one sentence.
    """
    for outer, inner in _nested(drafts):
        if outer.stance != "assertion" or not outer.position < outer.start <= inner.position < outer.end:
            continue
        end = _resumption(outer, inner)
        if end is not None and end > outer.start:
            outer.cut(end)
            inner.source = inner.source if _has_subject(inner) else outer.source


def _nested(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Each draft of a sentence with the few that follow it."""
    for number, outer in enumerate(drafts):
        for inner in drafts[number + 1 : number + 1 + _FOLLOWING]:
            yield outer, inner


def _has_subject(draft: Draft) -> bool:
    return draft.cue is not None and child(draft.cue.token, "nsubj") is not None


def _resumption(outer: Draft, inner: Draft) -> int | None:
    """Where the content of ``outer`` ends if ``inner`` goes back to its speaker."""
    if inner.cue is None or inner.stance != "assertion":
        return None
    token, sentence = inner.cue.token, inner.cue.sentence
    if token.i - 2 < sentence.tokens.start:
        return None
    before = token.nbor(-1)
    if token.tag_ == "VBG" and before.text == ",":
        return sentence.end_of(before.nbor(-1))
    subject = child(token, "nsubj")
    if token.dep_ == "conj" and subject is not None and subject.lower_ in {"he", "she", "they"}:
        return _before_aside(inner.cue, subject)
    parallel = token.dep_ == "conj" and before.dep_ == "cc" and subject is None
    if parallel and inner.start > inner.position and _that(outer) and _that(inner):
        return sentence.end_of(before.nbor(-1))
    return None


def _before_aside(cue: CueWord, subject: Token) -> int | None:
    """Where the words before ", and he noted" end; ``None`` where no comma or dash sets the clause apart."""
    sentence, start = cue.sentence, cue.sentence.tokens.start
    if subject.i - 3 < start or subject.nbor(-1).dep_ != "cc" or not subject.nbor(-2).is_punct:
        return None
    return sentence.end_of(subject.nbor(-3))


def _that(draft: Draft) -> bool:
    if draft.cue is None:
        return False
    text = draft.cue.sentence.text
    return text[draft.start : draft.start + 5].lower() == "that "


def without_inner(drafts: Sequence[Draft]) -> list[Draft]:
    """The statements less those that are only part of another's content.

    What somebody says of a belief or wish ("she said she plans to …") is that statement's content. Kept within it is
    what a third party is said to have said: the inner link of a chain of sources. One sweep over the text.
    """
    inner = set(_inside(drafts))
    return [draft for number, draft in enumerate(drafts) if number not in inner or _is_link(draft)]


def _inside(drafts: Sequence[Draft]) -> Iterator[int]:
    """The numbers of the drafts whose cue stands in the content of another."""
    pieces = sorted((start, end, number) for number, draft in enumerate(drafts) for start, end in draft.pieces)
    farthest: list[tuple[int, int]] = []  # of the contents begun so far the two that reach farthest: end, number
    begun = 0
    for position, number in sorted((draft.position, number) for number, draft in enumerate(drafts)):
        while begun < len(pieces) and pieces[begun][0] <= position:
            _, end, owner = pieces[begun]
            reach = max([end, *(other for other, who in farthest if who == owner)])
            farthest = sorted([*((o, who) for o, who in farthest if who != owner), (reach, owner)], reverse=True)[:2]
            begun += 1
        if any(end > position and owner != number for end, owner in farthest):
            yield number


def _is_link(draft: Draft) -> bool:
    """Is it what another, named by a noun, asserts in a clause of its own?"""
    if draft.cue is None:
        return True
    if draft.source is None or draft.stance != "assertion":
        return False
    verb = draft.cue.token
    finite = verb.tag_ in {"VBD", "VBP", "VBZ"} or (verb.tag_ == "VBN" and child(verb, "aux") is not None)
    return finite and draft.source[1].pos_ != "PRON" and child(verb, "ccomp") is not None
