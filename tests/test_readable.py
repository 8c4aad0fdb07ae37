"""The text as the parser sees it."""

from __future__ import annotations

import pytest

from communique.reading.parse import readable


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("<Harlow Bank Ltd> said", " Harlow Bank Ltd  said"),
        ("&lt;Harlow Bank\nLtd> said", "    Harlow Bank Ltd  said"),
        ("Harlow <HRL.L> rose", "Harlow <HRL.L> rose"),  # the symbol of a share
        ("growth > 2 and < 3 percent", "growth > 2 and < 3 percent"),
        ("the minister\u2019s\u00a0aide", "the minister's aide"),
    ],
)
def test_readable_keeps_the_length_and_takes_away_what_the_parser_does_not_know(text, seen):
    assert readable(text) == seen
    assert len(seen) == len(text)


def test_readable_finds_a_firm_in_angle_brackets(reader):
    reading = reader.read("Shares rose. &lt;Barclay Harlow Wedd Ltd> said it opposed the Chilean law.")
    assert "Barclay Harlow Wedd Ltd" in {mention.name for mention in reading.mentions}
