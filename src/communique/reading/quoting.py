"""Which cue each quotation hangs on: one behind it, before it, or at the end of the paragraph above."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from communique.reading.cue_words import CueWord
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.quotations import Quotation, Quotations
from communique.reading.syntax import child
from communique.reading.tokens import Token

_TERMINATORS = frozenset({".", "?", "!", ";", "…"})
_LEADS = frozenset(",:—–-")
_DASHES = frozenset({"―", "—", "–", "-", "--"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MODIFYING = frozenset({"relcl", "acl", "amod", "pcomp", "advcl", "compound"})
#: How far from its quotation a cue may stand, in tokens; how long a sign-off is at most, in tokens and characters.
_REACH, _SIGN_OFF, _LONGEST_SIGN_OFF = 45, 8, 80


class Word(NamedTuple):
    """A token of the article, with its sentence and the position of its first character."""

    position: int
    sentence: Sentence
    token: Token


@dataclass(frozen=True, slots=True, eq=False)
class Attached:
    """A quotation and what it hangs on: a cue, a signature behind a dash, or nothing of its own."""

    quotation: Quotation
    cue: CueWord | None
    signature: Word | None  # who signs it, or acts in the clause that leads up to it
    whole_sentence: bool  # begins where a sentence begins
    fronted: bool  # its cue stands behind it


class Page:
    """The words of an article in order, its blocks, quotations and cues: where things stand in the text."""

    def __init__(self, parsed: ParsedArticle, quotations: Quotations, cues: Mapping[int, CueWord]) -> None:
        self.text = parsed.text
        self._sentences = parsed.sentences
        self.quotations = quotations
        self.cues = cues  # by the position of the cue's first character
        self._block_ends = [block.end for block in parsed.blocks]
        self._block_starts = [block.start for block in parsed.blocks]

    @cached_property
    def words(self) -> list[Word]:
        """The words, with their sentences and positions."""
        return [
            Word(sentence.offset + token.idx, sentence, token)
            for sentence in self._sentences
            for token in sentence.tokens.tokens
            if not token.text.isspace()
        ]

    @cached_property
    def _positions(self) -> list[int]:
        return [word.position for word in self.words]

    def block_of(self, position: int) -> tuple[int, int]:
        """Start and end of the block that a position is in."""
        index = max(bisect_right(self._block_starts, position) - 1, 0)
        return self._block_starts[index], self._block_ends[index]

    def is_blank(self, start: int, end: int) -> bool:
        """Does no word stand between two positions?"""
        return bisect_left(self._positions, start) == bisect_left(self._positions, end)

    def after(self, quotation: Quotation) -> Iterator[Word]:
        """The words behind a quotation up to the end of the sentence, of the block or the next quotation."""
        first = bisect_left(self._positions, quotation.end)
        _, end = self.block_of(quotation.end - 1)
        for word in self.words[first : first + _REACH]:
            if word.position >= end or word.token.text in _TERMINATORS or self.quotations.at(word.position):
                return
            yield word

    def words_from(self, position: int) -> Sequence[Word]:
        """The words from a position on, as many as a cue may stand from its quotation."""
        first = bisect_left(self._positions, position)
        return self.words[first : first + _REACH]

    def before(self, position: int, floor: int) -> Iterator[Word]:
        """The words before a position, nearest first, back to a sentence's end, a quotation, or ``floor``."""
        last = bisect_left(self._positions, position)
        for index in range(last - 1, max(last - 1 - _REACH, -1), -1):
            word = self.words[index]
            if word.position < floor or word.token.text in _TERMINATORS or self.quotations.at(word.position):
                return
            yield word

    def speaking_before(self, position: int, floor: int) -> CueWord | None:
        """The nearest cue of saying before a position and not before ``floor``, outside quotations."""
        last = bisect_left(self._positions, position)
        for index in range(last - 1, max(last - 1 - _REACH, -1), -1):
            word = self.words[index]
            if word.position < floor or self.quotations.at(word.position):
                return None
            cue = self.cues.get(word.position)
            if cue is not None and cue.token.pos_ == "VERB" and cue.takes("quotation"):
                return cue
        return None

    def sentence_ends(self, start: int, end: int) -> int:
        """How many sentences end from ``start`` to ``end``; no more than two are counted."""
        found = 0
        for word in self.words[bisect_left(self._positions, start) : bisect_left(self._positions, end)]:
            found += word.token.text in _TERMINATORS
            if found == 2:
                break
        return found


def attach(page: Page) -> Iterator[Attached]:
    """Every quotation with the cue that it hangs on, in order."""
    for quotation in page.quotations:
        start, _ = page.block_of(quotation.start)
        leading = list(page.before(quotation.start, start))
        whole = _begins_sentence(page, quotation, leading)
        behind = _cue_behind(page, quotation, whole)
        if behind is not None:
            yield Attached(quotation, behind, None, whole, fronted=True)
            continue
        cue = _cue_before(page, quotation, leading)
        cue = None if cue is not None and _is_judged(page, cue) else cue
        if cue is None and not leading and quotation.start <= start + 3:
            cue = _cue_above(page, start)
        signature = (_signature(page, quotation) or _leading_up(page, quotation, leading)) if cue is None else None
        yield Attached(quotation, cue, signature, whole, fronted=False)


def _begins_sentence(page: Page, quotation: Quotation, leading: Sequence[Word]) -> bool:
    inner = page.text[quotation.start : quotation.end].lstrip("“”\"'`‘[ ")
    return not leading and (inner[:1].isupper() or not inner[:1].isalpha())


def _quotes(cue: CueWord | None) -> CueWord | None:
    return cue if cue is not None and cue.takes("quotation") else None


def _cue_behind(page: Page, quotation: Quotation, whole: bool) -> CueWord | None:
    """The cue of '"…," said the envoy' and '"…," the envoy said': no other verb stands between."""
    ending = page.text[quotation.start : quotation.end].rstrip("”\"'’`“ ")[-1:]
    following = page.text[quotation.end : quotation.end + 1]
    if ending not in {",", "?", "!", "—", "-", "–", "…", "."} and following not in {",", "—"}:
        return None
    if ending == "." and not whole:
        return None  # 'It was "over." He said so on Monday': the end of a sentence
    for word in page.after(quotation):
        cue = _quotes(page.cues.get(word.position))
        if cue is not None and cue.token.pos_ != "NOUN":
            if not whole and _is_in_aside(quotation, cue):
                return None
            return cue if ending != "." or not (_has_clause(cue) or leads_on(page, cue)) else None
        if word.token.pos_ == "VERB" and word.token.dep_ not in _MODIFYING:
            return None
    return None


def leads_on(page: Page, cue: CueWord) -> bool:
    """Does the cue's sentence go on to a quotation of its own ('"…." He wrote on Monday, "…"')?"""
    for word in page.words_from(cue.position):
        if page.quotations.at(word.position) is not None:
            return page.text[max(word.position - 9, 0) : word.position].rstrip("“”\"'`‘[ ")[-1:] in _LEADS
        if word.token.text in _TERMINATORS:
            return False
    return False


def _is_in_aside(quotation: Quotation, cue: CueWord) -> bool:
    """Do the words only stand in an aside of who says something else ('the daily, citing "sources," said he left')?"""
    subject = child(cue.token, "nsubj")
    before = subject is not None and cue.sentence.start_of(subject) < quotation.start
    return before and any(c.dep_ == "ccomp" and c.i > cue.token.i for c in cue.token.children)


def _has_clause(cue: CueWord) -> bool:
    return any(c.dep_ in {"ccomp", "xcomp", "dobj"} and c.i > cue.token.i for c in cue.token.children)


def _cue_before(page: Page, quotation: Quotation, leading: Sequence[Word]) -> CueWord | None:
    """The cue of 'the envoy said: "…"', with or without a comma, a colon or an addressee between."""
    if not leading:
        return None
    nearest = leading[0]
    if nearest.token.text[-1:] in _LEADS:
        for word in leading[1:]:
            cue = _quotes(page.cues.get(word.position))
            if cue is not None:
                return cue
        return None
    cue = _quotes(page.cues.get(nearest.position))
    if cue is not None:
        return cue
    if len(leading) > 1 and nearest.token.dep_ in {"dobj", "dative", "pobj"}:  # "told them “we …”"
        cue = _quotes(page.cues.get(leading[1].position))
        inner = page.text[quotation.start : quotation.end].lstrip("“\"'`‘")
        return cue if cue is not None and inner[:1].isupper() else None
    return None


def _is_judged(page: Page, cue: CueWord) -> bool:
    """Is it another's words that somebody judges before he speaks himself ("opposed Kane's *statement*: …")?"""
    noun = cue.token
    if noun.pos_ != "NOUN" or noun.dep_ != "dobj" or not any(c.dep_ == "poss" for c in noun.children):
        return False
    verb = page.cues.get(cue.sentence.start_of(noun.head))
    return verb is not None and any(entry.stance == "judgement" for entry, _ in verb.readings)


def _cue_above(page: Page, start: int) -> CueWord | None:
    """The cue at the end of the paragraph above, when that ends in a colon or comma."""
    above = page.text[:start].rstrip() if start < 400 else page.text[start - 400 : start].rstrip()
    if above[-1:] not in {":", ","}:
        return None
    for word in page.before(start, max(start - 2_000, 0)):
        cue = _quotes(page.cues.get(word.position))
        if cue is not None:
            return cue
    return None


def _leading_up(page: Page, quotation: Quotation, leading: Sequence[Word]) -> Word | None:
    """Whose deed a sentence in quotation marks behind a colon explains ('*Kane* opposed the plan: "It is late."')."""
    if not leading or leading[0].token.text != ":":
        return None
    if not any(w.token.tag_ in _FINITE for w in page.words_from(quotation.start) if w.position < quotation.end):
        return None  # a title
    for word in leading:
        verb = word.token.head
        speaks = word.token.ent_type_ in {"PERSON", "ORG"} or word.token.lower_ in {"he", "she"}
        acts = word.token.dep_ == "nsubj" and speaks and verb.pos_ == "VERB"
        if acts and verb.dep_ in {"ROOT", "ccomp", "parataxis"} and word.token.i < verb.i:
            return word
    return None


def _signature(page: Page, quotation: Quotation) -> Word | None:
    """The name of '“…” ― Name' at the end of a block."""
    _, end = page.block_of(quotation.start)
    rest = page.text[quotation.end : end].strip()
    words = [word for word in page.after(quotation) if word.token.text not in _DASHES]
    if not rest.startswith(tuple(_DASHES)) or not 0 < len(words) <= _SIGN_OFF or len(rest) > _LONGEST_SIGN_OFF:
        return None
    names = [w for w in words if w.token.pos_ == "PROPN"]
    if not names or not words[0].token.text[:1].isupper():
        return None
    heads = [w for w in names if w.token.dep_ not in {"compound", "nmod", "amod"}]
    return heads[0] if heads else names[-1]
