"""Text that no newspaper prints: reading it takes work in proportion to its length, and every span still holds."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from types import FrameType

import pytest

from communique.reading.reader import Reader
from communique.records import Reading, Span

SAID = "The minister of Norway said that Jordan attacked Syria on Monday and that he met the king "
SHAPES = {
    "a sentence of 2,000 words": SAID * 112,
    "all capitals": "THE MINISTER OF NORWAY SAID ON MONDAY THAT JORDAN ATTACKED SYRIA. " * 60,
    "no punctuation": (SAID + "\n") * 60,
    "a list": "The envoy visited " + ", ".join(["Norway", "Jordan", "Kenya", "Peru"] * 150) + ".",
    "a table": "Norway | 12 | Monday | 3 May 2010 | Jordan\n" * 100,
    "bullet points": "The minister said the following:\n" + "• Norway will meet Jordan on Monday\n" * 100,
    "quotations in quotations": "\"He said 'she said \"they said 'we go'\"'\" " * 80,
    "marks only": "\"'“‘" * 300 + " Norway",
    "marks that stay open": 'The envoy said: "we will meet Jordan. ' * 100,
    "closing marks only": "” said Norway. ’ " * 100,
    "names of 40 tokens": ("The envoy " + "Anna Berta Carla Dora " * 10 + "said that Norway met Jordan. ") * 10,
    "reordered text": "The minister \u202esaid that Norway\u202c attacked \u2066Jordan\u2069. " * 40,
    "NUL bytes": "The minister\0 said that Nor\0way attacked\0 Jordan. \0" * 40,
    "control characters": "".join(map(chr, range(32))) * 10 + " The minister said that Norway attacked Jordan.",
    "half of a character": "The minister said that \ud83d Norway attacked Jordan. " * 20,
    "one long word": "a" * 30_000 + " said that Norway attacked Jordan.",
    "no white space": "Norway-met-Jordan,and-said:" * 400,
    "colons": "Norway: " * 400,
    "brackets": "(" * 500 + "Norway attacked Jordan" + ")" * 500,
    "one clause in another": "Norway said that " * 150 + "Jordan attacked Syria.",
}


def spans(reading: Reading) -> list[Span]:
    """Every span of a reading."""
    found = [s.content for s in reading.statements]
    found += [s.cue for s in reading.statements if s.cue is not None]
    found += [s.speaker.span for s in reading.statements if s.speaker is not None]
    found += [span for r in reading.reports for span in (r.trigger, r.evidence)]
    return found + [record.span for record in (*reading.mentions, *reading.times, *reading.places)]


@pytest.mark.parametrize("shape", SHAPES)
def test_hostile_text_is_read_and_spans_hold(reader: Reader, shape: str) -> None:
    reading = reader.read(SHAPES[shape], published="2020-05-10", clean=True)
    assert reading.rejected is None or reading.rejected.reason in {"language", "empty"}
    for span in spans(reading):
        assert reading.text[span.start : span.end] == span.text
        assert span.start < span.end


def test_hostile_sentences_are_of_bounded_length(reader: Reader) -> None:
    analysis = reader.analyse(SHAPES["a sentence of 2,000 words"])
    lengths = [len(sentence.whole.text) for sentence in analysis.parsed.sentences]
    assert max(lengths) <= 2_000
    assert sum(lengths) > 0.9 * len(SHAPES["a sentence of 2,000 words"])


def test_hostile_run_on_text_keeps_its_acts(reader: Reader) -> None:
    reading = reader.read(SHAPES["a sentence of 2,000 words"], published="2020-05-10")
    assert sum(report.kind == "attack" for report in reading.reports) > 50
    assert len(reading.statements) > 50


def calls(reader: Reader, text: str) -> int:
    """How many calls the package's functions make in reading a text: its work, without a clock."""
    counted = 0

    def count(frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        if event in {"call", "c_call"} and frame.f_globals.get("__name__", "").startswith("communique."):
            counted += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        reader.read(text, published="2020-05-10", clean=True)
    finally:
        sys.setprofile(before)
    return counted


def quoting(sentences: int, separator: str) -> str:
    """Sentences with quotations of every kind."""
    patterns = (
        '"We will not meet Jordan," the envoy said.',
        'He told Kenya that it was "ready for talks" in Oslo on 3 May.',
        '"It is a threat."',
        "The minister: we call on Peru to act.",
    )
    return separator.join(itertools.islice(itertools.cycle(patterns), sentences))


def naming(sentences: int, separator: str) -> str:
    """Sentences that each name a person whom no other names, all with the same initial."""
    parts = ["ba", "do", "fe", "gi", "ku", "la", "mo", "ne", "ri", "tu"]
    words = ("K" + "".join(order) for order in itertools.product(parts, repeat=4))
    return separator.join(
        f"{next(words)} {next(words)} met the king on Monday to discuss the peace and the trade."
        for _ in range(sentences)
    )


@pytest.mark.parametrize(
    ("make", "separator"),
    [(quoting, " "), (quoting, "\n• "), (naming, "\n\n")],
    ids=["quotations in one paragraph", "quotations in bullets", "names"],
)
def test_hostile_text_of_four_times_the_length_takes_no_more_than_six_times_the_work(
    reader: Reader, make: Callable[[int, str], str], separator: str
) -> None:
    small, large = make(200, separator), make(800, separator)
    reader.read(small + large, published="2020-05-10")  # fills the caches of the lexicon
    assert calls(reader, large) < 6 * calls(reader, small)
