"""The benchmark of linking at scale: its readings are sound, and the growth is reckoned right."""

from __future__ import annotations

import json

import pytest

from communique.linking import link
from scripts import load_script

scale = load_script("benchmarks/scale.py")


def readings(reports):
    return list(scale.World(json.loads(scale.COUNTED.read_text(encoding="utf-8"))).readings(reports))


def test_scale_makes_as_many_reports_as_asked_the_same_each_time():
    made = readings(300)
    assert sum(len(reading.reports) for reading in made) == 300
    assert made == readings(300)


def test_scale_makes_spans_that_hold():
    spans = [(r.text, s) for r in readings(200) for report in r.reports for s in (report.trigger, report.evidence)]
    spans += [(r.text, mention.span) for r in readings(200) for mention in r.mentions]
    assert all(text[span.start : span.end] == span.text for text, span in spans)


def test_scale_makes_acts_that_several_articles_tell():
    linked = link(readings(600), {})
    assert any(len(event.articles) > 1 for event in linked.events)


@pytest.mark.parametrize("power", [1, 1.5, 2])
def test_scale_finds_the_exponent(power):
    sizes = [10, 100, 1000]
    assert scale.exponent(sizes, [3 * size**power for size in sizes]) == pytest.approx(power)
