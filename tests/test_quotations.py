"""Pairing of quotation marks."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.blocks import Block
from communique.reading.quotations import find_quotations
from work import calls_of


def quotations(text: str) -> list[str]:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", start, start + len(line)))
        start += len(line) + 1
    return [text[q.start : q.end] for q in find_quotations(text, tuple(blocks))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We agreed," he said.', ['"We agreed,"']),
        ("“We agreed,” he said. “All of us.”", ["“We agreed,”", "“All of us.”"]),
        ("``We agreed,'' he said.", ["``We agreed,''"]),
        ("`` We agreed, '' he said.", ["`` We agreed, ''"]),
        ("`` We agreed.\nAll of us, '' he said.", ["`` We agreed.\nAll of us, ''"]),
        ('"We agreed.\nThe rest left.', ['"We agreed.']),
        ("The ‘consistent’ position of the two", ["‘consistent’"]),
        ("He spoke of 'strong ties' with Peru.", ["'strong ties'"]),
        ("'We will wait,'' she said.", ["'We will wait,''"]),
    ],
)
def test_quotations_every_kind_of_mark(text, expected):
    assert quotations(text) == expected


@pytest.mark.parametrize(
    "text",
    ["It’s the ministers’ plan.", "It's the workers' right.", "The treaty of the '90s isn't dead.", 'A 5" pipe burst.'],
)
def test_quotations_apostrophes_and_inches_are_none(text):
    assert quotations(text) == []


def test_quotations_possessive_inside_single_marks_does_not_close():
    text = "He called it 'the miners' last stand.' Nobody replied."
    assert quotations(text) == ["'the miners' last stand.'"]


def test_quotations_inner_marks_belong_to_the_outer():
    assert quotations("“He said ‘never’ and “perhaps” to me,” she said.") == ["“He said ‘never’ and “perhaps” to me,”"]


def test_quotations_misdirected_and_mixed_marks():
    assert quotations("”The deal is dead.” ― A reader") == ["”The deal is dead.”"]
    assert quotations('There was “no proof" of it.') == ['“no proof"']


def test_quotations_go_on_in_the_next_paragraph():
    text = "“We came in peace.\n“We leave in peace.”\nThe crowd cheered."
    assert quotations(text) == ["“We came in peace.\n“We leave in peace.”"]


def test_quotations_unclosed_ends_with_its_paragraph():
    found = quotations("He said: “We came in peace.\nThe crowd cheered.")
    assert found == ["“We came in peace."]


@given(st.text(alphabet="ab .,\n\"'“”‘’`", max_size=80))
def test_quotations_are_ordered_and_apart(text):
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", start, start + len(line)))
        start += len(line) + 1
    found = list(find_quotations(text, tuple(blocks)))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    for q in found:
        assert find_quotations(text, tuple(blocks)).at(q.start) == q


@pytest.mark.parametrize("piece", ['"a ', "'a ", "a' ", "“a” ", "''"])
def test_quotations_linear_in_marks(piece):
    def work(count: int) -> int:
        text = piece * count
        return calls_of(lambda: find_quotations(text, (Block("paragraph", 0, len(text)),)))

    assert work(8_000) < 12 * work(800)
