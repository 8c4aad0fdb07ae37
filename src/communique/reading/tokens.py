"""The words of a parsed text as plain objects: spaCy's tokens under the names that spaCy gives them.

Reading asks each token for its annotation and its place in the tree some hundred times. spaCy makes a new object at
each step through a tree and looks each label up; here both are done once, when a document has been annotated.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, overload

from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, LOWER, ORTH, POS, SENT_START, SPACY, TAG
from spacy.lang.en.lex_attrs import like_num
from spacy.lang.lex_attrs import is_punct, is_quote
from spacy.strings import StringStore
from spacy.tokens import Doc as Annotated

_NAMED = [ORTH, LOWER, LEMMA, POS, TAG, DEP, ENT_TYPE]
_NUMBERED = [IDX, SPACY, ENT_IOB, HEAD, SENT_START]
_IOB = ("", "I", "O", "B")
_SPACES = ("", " ")
_BEGINS = 3
#: Strings that are remembered by their hash.
_MOST_STRINGS = 100_000

_is_punct = lru_cache(maxsize=4096)(is_punct)
_is_quote = lru_cache(maxsize=4096)(is_quote)


class Token:
    """A word or sign of a document with its annotation, its head (itself for a root) and its children from the left."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "lemma_",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )

    def __init__(
        self,
        doc: Doc,
        i: int,
        text: str,
        lower_: str,
        lemma_: str,
        pos_: str,
        tag_: str,
        dep_: str,
        ent_type_: str,
        idx: int,
        whitespace_: str,
        ent_iob_: str,
    ) -> None:
        self.doc = doc
        self.i = i
        self.text = text
        self.lower_ = lower_
        self.lemma_ = lemma_
        self.pos_ = pos_
        self.tag_ = tag_
        self.dep_ = dep_
        self.ent_type_ = ent_type_
        self.idx = idx
        self.whitespace_ = whitespace_
        self.ent_iob_ = ent_iob_
        self.children: list[Token] = []
        # both are set as soon as all tokens of the document are there
        self.head: Token = self
        self.sent: Span

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def hang_on(self, head: Token) -> None:
        """Give the token another head in its sentence; itself makes it a root."""
        if self.head is not self:
            self.head.children.remove(self)
        self.head = head
        if head is not self:
            insort(head.children, self, key=_index)

    def nbor(self, step: int = 1) -> Token:
        """The token so many places on.

        Raises:
            IndexError: the document has none there.

        """
        at = self.i + step
        if at < 0:
            raise IndexError(at)
        return self.doc.tokens[at]

    @property
    def lefts(self) -> Iterator[Token]:
        """The children before the token."""
        return (token for token in self.children if token.i < self.i)

    @property
    def ancestors(self) -> Iterator[Token]:
        """The head, its head, and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all that hangs on it, directly or not: from the left, as far as branches do not cross."""
        pending: list[tuple[Token, bool]] = [(self, False)]
        while pending:
            token, is_due = pending.pop()
            if is_due or not token.children:
                yield token
                continue
            pending.extend((c, False) for c in reversed(token.children) if c.i > token.i)
            pending.append((token, True))
            pending.extend((c, False) for c in reversed(token.children) if c.i < token.i)

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        edge, pending = self, [self]
        while pending:
            token = pending.pop()
            if token.i < edge.i:
                edge = token
            pending.extend(token.children)
        return edge

    @property
    def right_edge(self) -> Token:
        """The last token of the subtree."""
        edge, pending = self, [self]
        while pending:
            token = pending.pop()
            if token.i > edge.i:
                edge = token
            pending.extend(token.children)
        return edge

    def is_ancestor(self, other: Token) -> bool:
        """Is the other token below this one?"""
        return any(ancestor is self for ancestor in other.ancestors)

    @property
    def is_space(self) -> bool:
        """Is it white space only?"""
        return self.text.isspace()

    @property
    def is_alpha(self) -> bool:
        """Is it letters only?"""
        return self.text.isalpha()

    @property
    def is_punct(self) -> bool:
        """Is it punctuation only?"""
        return _is_punct(self.text)

    @property
    def is_quote(self) -> bool:
        """Is it a quotation mark?"""
        return _is_quote(self.text)

    @property
    def like_num(self) -> bool:
        """Is it a number in digits or words?"""
        return bool(like_num(self.text))  # type: ignore[no-untyped-call]


class Span:
    """The tokens of a document from ``start`` to ``end`` (exclusive); ``label_`` is an entity's type."""

    __slots__ = ("doc", "end", "label_", "start", "tokens")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label
        self.tokens = doc.tokens[start:end]

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.tokens)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """The document position of the first character."""
        return self.tokens[0].idx

    @property
    def end_char(self) -> int:
        """The document position behind the last character."""
        return self.tokens[-1].idx + len(self.tokens[-1].text)

    @property
    def text(self) -> str:
        """The words as they are written, without white space behind the last."""
        return self.doc.text[self.start_char : self.end_char] if self.tokens else ""

    @property
    def ents(self) -> list[Span]:
        """The entities that lie in the span."""
        return [entity for entity in self.doc.ents if self.start <= entity.start and entity.end <= self.end]

    @property
    def root(self) -> Token:
        """The token with the shortest way to the root of its sentence, the first of equals; no bare sign if it can."""
        return next((token for token in self.tokens if token.head is token), None) or min(self.tokens, key=_depth)


class Doc:
    """A document: its text, its tokens, its sentences and its named entities."""

    __slots__ = ("ents", "sents", "text", "tokens")

    def __init__(self, annotated: Annotated, text: str) -> None:
        """From spaCy's document and the text that it was made of."""
        columns: NDArray[Any] = annotated.to_array(_NAMED + _NUMBERED).T
        in_words = _strings(annotated.vocab.strings).__getitem__
        words = (map(in_words, hashes) for hashes in columns[: len(_NAMED)].tolist())
        idx, spaced, iobs, ways, starts = columns[len(_NAMED) :].astype("int64").tolist()
        self.text = text
        self.tokens = tokens = [
            Token(self, i, form, lower, lemma, part, tag, dependency, entity, start, _SPACES[spaces], _IOB[iob])
            for i, (form, lower, lemma, part, tag, dependency, entity, start, spaces, iob) in enumerate(
                zip(*words, idx, spaced, iobs, strict=True)
            )
        ]
        for i, (token, way) in enumerate(zip(tokens, ways, strict=True)):
            if way:
                token.head = head = tokens[i + way]
                head.children.append(token)
            else:
                token.head = token
        self.sents = self._sentences([i for i, start in enumerate(starts) if start == 1 or i == 0])
        self.ents = self._entities([i for i, iob in enumerate(iobs) if iob == _BEGINS])

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Span: ...
    def __getitem__(self, index: int | slice) -> Token | Span:
        if isinstance(index, slice):
            start, stop, _ = index.indices(len(self.tokens))
            return Span(self, start, max(start, stop))
        return self.tokens[index]

    def _sentences(self, starts: list[int]) -> list[Span]:
        ends = [*starts[1:], len(self.tokens)]
        sentences = [Span(self, start, end) for start, end in zip(starts, ends, strict=False)]
        for sentence in sentences:
            for token in sentence.tokens:
                token.sent = sentence
        return sentences

    def _entities(self, starts: list[int]) -> list[Span]:
        found = []
        for start in starts:
            end = start + 1
            while end < len(self.tokens) and self.tokens[end].ent_iob_ == "I":
                end += 1
            if self.tokens[start].ent_type_:
                found.append(Span(self, start, end, self.tokens[start].ent_type_))
        return found

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that have a character between two positions; none unless both lie in the document."""
        if start < 0 or end > len(self.text):
            return []
        first = bisect_right(self.tokens, start, key=_end)
        return self.tokens[first : bisect_left(self.tokens, end, key=_begin)]


class _Strings(dict[int, str]):
    """The strings of hashes, remembered."""

    def __init__(self, store: StringStore) -> None:
        self._store = store

    def __missing__(self, number: int) -> str:
        if len(self) >= _MOST_STRINGS:
            self.clear()
        self[number] = found = self._store[number]
        return found


@lru_cache(maxsize=2)
def _strings(store: StringStore) -> _Strings:
    return _Strings(store)


def _index(token: Token) -> int:
    return token.i


def _begin(token: Token) -> int:
    return token.idx


def _end(token: Token) -> int:
    return token.idx + len(token.text)


def _depth(token: Token) -> tuple[bool, int]:
    return not token.children and (token.is_space or token.is_punct), sum(1 for _ in token.ancestors)
