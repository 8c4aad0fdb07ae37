from __future__ import annotations

import os
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.linking.duplicates import Copies, sketch
from communique.linking.partition import Partition
from communique.records import Reading

REPORT = " ".join(f"Item {n} on the agenda of the fisheries talks was settled by vote {n * 7}." for n in range(20))


def reading(name: str, text: str) -> Reading:
    return Reading(id=name, language="en", published=None, published_basis=None, title=None, text=text)


def find_copies(readings):
    copies = Copies()
    for one in readings:
        copies.add(one.id, *sketch(one.text))
    return copies.groups()


def test_copies_are_found_when_cut_short_or_slightly_edited():
    shorter = REPORT[: int(len(REPORT) * 0.75)]
    edited = REPORT.replace("fisheries talks", "fishing talks", 1).upper()
    found = find_copies(
        [reading("a", REPORT), reading("b", shorter), reading("c", edited), reading("d", "Other words.")]
    )
    assert found == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_copies_are_no_articles_of_the_same_words_in_another_order():
    backwards = " ".join(reversed(REPORT.split()))
    assert find_copies([reading("a", REPORT), reading("b", backwards)]) == {"a": "a", "b": "b"}


def test_copies_are_not_seen_in_very_short_texts():
    assert find_copies([reading("a", "No comment."), reading("b", "No comment.")]) == {"a": "a", "b": "b"}


@given(st.permutations(["a", "b", "c", "d"]))
@settings(max_examples=10, deadline=None)
def test_copies_do_not_depend_on_the_order_of_articles(order):
    texts = {"a": REPORT, "b": REPORT[50:], "c": ELSE, "d": ELSE}
    assert find_copies([reading(name, texts[name]) for name in order]) == {"a": "a", "b": "a", "c": "c", "d": "c"}


ELSE = " ".join(
    f"Chapter {n} of the harbour treaty binds pilots of class {n * 3} and their deputies." for n in range(20)
)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=8), st.randoms())
def test_partition_is_the_same_in_any_order_of_joins(joins, random):
    def built(pairs):
        partition = Partition("abcdef")
        for one, other in pairs:
            partition.join(one, other)
        return partition.least()

    least = built(joins)
    assert built(random.sample(joins, len(joins))) == least
    assert all(least[one] == least[other] and least[one] <= one for one, other in joins)


def test_duplicates_linking_starts_without_the_language_model():
    said = subprocess.run(
        [sys.executable, "-c", "import sys, communique.linking\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert "communique.linking" in said.stdout.split()
    assert {"spacy", "scipy"}.isdisjoint(said.stdout.split())
