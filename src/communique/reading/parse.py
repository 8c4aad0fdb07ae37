"""Sentences and their parse.

Each block of an article (title, dateline, paragraph, bullet, caption) is parsed as a spaCy document of its own, so that
no sentence runs over a block's edge and memory is bounded by the block. A :class:`Sentence` knows where its block
begins in the article and turns tokens into spans of the article's text.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from spacy.language import Language
from spacy.tokens import Doc as Annotated

from communique.reading.annotator import NAME, Annotator
from communique.reading.blocks import Block
from communique.reading.headline_repairs import repair_headline
from communique.reading.inference import blas_threads
from communique.reading.name_repairs import join_in_headline, join_names
from communique.reading.parse_repairs import repair
from communique.reading.preposition_repairs import repair_prepositions
from communique.reading.tokens import Doc, Token
from communique.reading.tokens import Span as TokenSpan
from communique.records import Article, Span

#: Longest stretch handed to the parser at once; a block beyond it (no news paragraph is) is cut at white space.
LONGEST_BLOCK = 8_000
#: Longest stretch without the end of a sentence; longer ones (lists, text without punctuation) are cut like blocks.
LONGEST_SENTENCE = 2_000
_SENTENCE_END = re.compile(r"[.?!][\s\"'”’)\]]")
_CUTS = ("\n", "; ", ", ", " ")
#: Characters of the articles that are annotated together, unless one has more; 60 MB of memory.
_LONGEST_BATCH = 60_000


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


_S = TypeVar("_S", bound=_Spanned)


def _start(record: _Spanned) -> int:
    return record.span.start


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A parsed sentence. ``offset`` is the article position of the first character of its spaCy document."""

    index: int
    tokens: TokenSpan
    offset: int
    block: Block
    text: str = field(repr=False)  # the whole article's text, which spans index
    whole: Span = field(init=False, repr=False)
    """The article span of the sentence without white space around it."""
    forms: frozenset[str] = field(init=False, repr=False)
    """Its words in lower case."""

    def __post_init__(self) -> None:
        first = next(token for token in self.tokens.tokens if not token.is_space)
        last = next(token for token in reversed(self.tokens.tokens) if not token.is_space)
        object.__setattr__(self, "whole", self.span(first, last))
        object.__setattr__(self, "forms", frozenset([token.lower_ for token in self.tokens.tokens]))

    def start_of(self, token: Token) -> int:
        """Article position of a token's first character."""
        return self.offset + token.idx

    def end_of(self, token: Token) -> int:
        """Article position just after a token's last character."""
        return self.offset + token.idx + len(token.text)

    def span(self, first: Token, last: Token | None = None) -> Span:
        """The article span from ``first`` to ``last`` (itself included; ``first`` alone when not given)."""
        start, end = self.start_of(first), self.end_of(last if last is not None else first)
        return Span(start, end, self.text[start:end])

    def span_of(self, tokens: TokenSpan) -> Span:
        """The article span of a spaCy span."""
        return self.span(tokens[0], tokens[-1])

    def begun_in(self, records: Sequence[_S]) -> Sequence[_S]:
        """Those of an article's records, in the order of their spans, that begin in the sentence."""
        whole = self.whole
        first = bisect_left(records, whole.start, key=_start)
        return records[first : bisect_left(records, whole.end, lo=first, key=_start)]


@dataclass(frozen=True, slots=True, eq=False)
class ParsedArticle:
    """An article with its parsed sentences in reading order. ``published`` may have been inferred."""

    article: Article
    text: str
    published: datetime.date | None
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]

    @property
    def title(self) -> Span | None:
        """The title's span, when the text has one."""
        for block in self.blocks:
            if block.kind == "title":
                return Span(block.start, block.end, self.text[block.start : block.end])
        return None

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds an article position, or ``None`` between sentences."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].offset + self.sentences[middle].tokens.end_char <= position:
                low = middle + 1
            else:
                high = middle
        if low == len(self.sentences):
            return None
        sentence = self.sentences[low]
        return sentence if sentence.offset + sentence.tokens.start_char <= position else None


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article ready for the parser: its text, publication day and blocks."""

    article: Article
    text: str
    published: datetime.date | None
    blocks: tuple[Block, ...]


def parse(nlp: Language, articles: Iterable[Prepared]) -> Iterator[ParsedArticle]:
    """Parse articles in order, some together. The same article gives the same parse in any company."""
    for several in _together(articles):
        pieces = [[piece for block in one.blocks for piece in _pieces(one.text, block)] for one in several]
        texts = [[readable(one.text[p.start : p.end]) for p in its] for one, its in zip(several, pieces, strict=True)]
        for one, its, read, docs in zip(several, pieces, texts, _annotated(nlp, texts), strict=True):
            sentences = tuple(_sentences(one.text, zip(its, map(Doc, docs, read), strict=True)))
            yield ParsedArticle(one.article, one.text, one.published, one.blocks, sentences)


def _together(articles: Iterable[Prepared]) -> Iterator[list[Prepared]]:
    """Articles in lists of bounded length, or one that is longer."""
    several: list[Prepared] = []
    length = 0
    for article in articles:
        if several and length + len(article.text) > _LONGEST_BATCH:
            yield several
            several, length = [], 0
        several.append(article)
        length += len(article.text)
    if several:
        yield several


def _annotated(nlp: Language, articles: Sequence[Sequence[str]]) -> list[list[Annotated]]:
    """The texts of each article as annotated documents, with one thread of BLAS."""
    with blas_threads().limit(limits=1, user_api="blas"):
        if not nlp.has_pipe(NAME):
            return [list(nlp.pipe(texts)) for texts in articles]
        docs = [[nlp.make_doc(text) for text in texts] for texts in articles]
        annotator = nlp.get_pipe(NAME)
        assert isinstance(annotator, Annotator)
        annotator.annotate(docs)
        return docs


def readable(text: str) -> str:
    """The text as the parser should see it: same length, line breaks and odd spaces as spaces, straight apostrophes.

    The angle brackets in which agencies set names of firms are spaces, too ("<Harlow Bank Ltd> said"), as the parser
    knows brackets only around what is said aside; those around symbols of shares stay ("Harlow <HRL.L>").
    """
    seen = text.translate(_AS_SEEN)
    return _BRACKETED.sub(_without_brackets, seen) if ">" in seen else seen


#: Words in angle brackets that begin with a capital, the opening one perhaps as HTML writes it.
_BRACKETED = re.compile(r"(<|&lt;)([A-Z][^<>]{1,80})>")


def _without_brackets(found: re.Match[str]) -> str:
    opening, words = found.groups()
    return found[0] if words.isupper() else f"{' ' * len(opening)}{words} "


_AS_SEEN = str.maketrans(
    dict.fromkeys("\n\r\t\x0b\x0c\xa0\u2009\u202f\u200b\ufeff\u2028\u2029", " ") | {"\u2019": "'", "\u02bc": "'"}
)


def _pieces(text: str, block: Block) -> Iterator[Block]:
    """The block, or pieces of it of bounded length whose sentences are of bounded length, none of them empty."""
    start = block.start
    for cut in _cuts(text, block):
        if text[start:cut].strip():
            yield Block(block.kind, start, cut)
        start = cut


def _cuts(text: str, block: Block) -> Iterator[int]:
    """Where the pieces of a block end: behind a sentence, else behind a line, a semicolon, a comma, a word."""
    start = block.start
    while block.end - start > LONGEST_SENTENCE:
        run, ended = start, start  # the sentence being measured, and the last end of one before it
        for match in _SENTENCE_END.finditer(text, start, min(start + LONGEST_BLOCK, block.end)):
            if match.end() - run > LONGEST_SENTENCE:
                break
            run = ended = match.end()
        if block.end - start <= LONGEST_BLOCK and block.end - run <= LONGEST_SENTENCE:
            break
        if ended == start:
            limit = start + LONGEST_SENTENCE
            ended = next((cut for mark in _CUTS if (cut := text.rfind(mark, start + 1, limit) + 1) > start), limit)
        yield ended
        start = ended
    yield block.end


def _sentences(text: str, parsed: Iterable[tuple[Block, Doc]]) -> Iterator[Sentence]:
    index = 0
    for block, doc in parsed:
        if block.kind == "title":
            repair_headline(doc)
            join_in_headline(doc)
        else:
            repair(doc)
            repair_prepositions(doc)
            join_names(doc)
        for tokens in doc.sents:
            if not tokens.text.isspace():
                yield Sentence(index, tokens, block.start, block, text)
                index += 1
