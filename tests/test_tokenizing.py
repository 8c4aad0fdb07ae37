"""The tokenizer that remembers: the tokens of the stock one, each stretch worked out once."""

import pytest
from spacy.lang.en import English

from communique.reading.tokenizing import RememberingTokenizer

TEXTS = [
    "The U.S. didn't sign; Chad's envoys (all ten) left at 10 p.m. for N'Djamena.",
    "The U.S. didn\u2019t sign; Chad\u2019s envoys (all ten) left at 10 p.m. for N'Djamena.",
    "",
    "  \n\tA well-known  U.S.-Soviet\u00a0pact:\u2003see https://example.org/a?b=1 …",
    "Can't, won't, :-) and U.K.-based firms' 5km",
]


@pytest.mark.parametrize("text", TEXTS)
def test_tokenizing_gives_the_tokens_of_the_stock_tokenizer(text):
    remembering = RememberingTokenizer(English().tokenizer)
    for _ in range(2):
        found, stock = remembering(text), English().tokenizer(text)
        assert [(t.text, t.whitespace_, t.norm_) for t in found] == [(t.text, t.whitespace_, t.norm_) for t in stock]


def test_tokenizing_works_out_once_what_stands_behind_a_special_case():
    asked: list[str] = []
    stock = English().tokenizer
    finditer = stock.infix_finditer
    stock.infix_finditer = lambda text: asked.append(text) or finditer(text)
    tokenizer = RememberingTokenizer(stock)
    for _ in range(3):
        tokenizer(f"They don't want a well-known envoy, {'a-b' * 20}.")
    assert asked.count("well-known") == 1
    assert asked.count("a-b" * 20) == 3  # no memory is spent on what will not come again
    assert asked.count("envoy") == 1
