"""spaCy's tokenizer, made to remember what it found."""

from __future__ import annotations

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

#: Stretches of text whose tokens are remembered, and how long they are at most, in characters; some ten megabytes.
_MOST_STRETCHES, _LONGEST = 100_000, 40


class RememberingTokenizer:
    """A tokenizer of spaCy's that works out the tokens of each stretch between white space once.

    The stock tokenizer remembers a stretch only if no special case ("U.S.", "don't") came before it in its text, and so
    works out a third of all words anew each time. Here a stretch that is new is tokenized alone first, and remembered.
    """

    def __init__(self, stock: Tokenizer) -> None:
        stock.max_cache_size = _MOST_STRETCHES
        self._stock = stock
        self._met: set[str] = set()

    def __call__(self, text: str) -> Doc:
        """The text as a document of tokens, the same as from the stock tokenizer."""
        if len(self._met) < _MOST_STRETCHES:
            fresh = {stretch for stretch in set(text.split()) - self._met if len(stretch) <= _LONGEST}
            for stretch in fresh:
                self._stock(stretch)
            self._met |= fresh
        doc: Doc = self._stock(text)
        return doc
