from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.escapes import unescaped
from communique.records import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&lt;Acme Corp> said", "<Acme Corp> said"),
        ("Roe &amp;amp; Sons", "Roe & Sons"),
        ("Roe&#39;s &#8220;plan&#8221;", "Roe's \u201cplan\u201d"),
        ("the end &#3;", "the end &#3;"),
        ("AT&T and R&D; Q&A", "AT&T and R&D; Q&A"),
        ("&#51;8", "&#51;8"),
    ],
)
def test_escapes_are_read_as_what_they_mean(text, expected):
    assert unescaped(text) == expected


@given(st.lists(st.sampled_from(["&", "amp;", "lt;", "#", "38;", "x26;", "59;", "&#3;", "a", ";", " "]), max_size=12))
def test_escapes_twice_is_once(parts):
    once = unescaped("".join(parts))
    assert unescaped(once) == once


def test_escapes_are_cleaned_out_of_articles(reader):
    article = Article(id="a", text="Roe &amp; Sons of Oslo signed the treaty with Peru on Monday, officials said.")
    assert next(reader.pipe([article], clean=True)).text.startswith("Roe & Sons of Oslo")
    assert next(reader.pipe([article])).text.startswith("Roe &amp; Sons of Oslo")
