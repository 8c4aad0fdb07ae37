"""Fitting finds what tells right reports from wrong ones, and says how far its probabilities can be trusted."""

import importlib.util
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def fitting():
    spec = importlib.util.spec_from_file_location("fit_confidence", ROOT / "tools/fit_confidence.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_fit_confidence_weighs_a_feature_by_what_it_goes_with(fitting):
    rows = [("always", "good")] * 30 + [("always", "bad")] * 30 + [("always", "rare")]
    bias, weights = fitting.fit(rows, np.array([1.0] * 30 + [0.0] * 30 + [1.0]))
    assert weights["good"] > 0.5
    assert weights["bad"] < -0.5
    assert "rare" not in weights
    assert abs(bias) < 1


def test_fit_confidence_table_counts_each_report_once(fitting):
    chance = np.array([0.2, 0.65, 0.68, 0.95])
    lines = list(fitting.table(chance, np.array([0.0, 1.0, 0.0, 1.0])))
    assert lines[2:5] == [
        "| 0.0 to 0.3 | 1 | 0.20 | 0.00 |",
        "| 0.6 to 0.7 | 2 | 0.67 | 0.50 |",
        "| 0.7 to 1.0 | 1 | 0.95 | 1.00 |",
    ]


def test_fit_confidence_level_makes_the_mean_what_is_right(fitting):
    odds = np.array([-1.0, 0.0, 0.5, 2.0])
    bias = fitting.levelled(0.0, odds, np.array([0.0, 1.0, 0.0, 0.0]))
    assert abs((1 / (1 + np.exp(-(odds + bias)))).mean() - 0.25) < 1e-6
