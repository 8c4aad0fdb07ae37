"""The confidence of a report is a probability that the fitted weights give, the same for the same report."""

import pytest

from communique.reading.confidence import Confidence, load_confidence


def test_confidence_is_the_logistic_function_of_the_weights_that_apply():
    model = Confidence(bias=0.0, weights={"seen": 2.0, "other": -9.0})
    assert model.of([]) == 0.5
    assert model.of(["seen", "never fitted"]) == 0.88
    assert model.of(["seen", "other"]) < 0.01


def test_confidence_of_the_package_knows_frames_and_roles():
    weights = load_confidence().weights
    assert any(name.startswith("frame ") for name in weights)
    assert any(name.startswith("actor ") for name in weights)


@pytest.mark.parametrize("text", ["Kenya accused Sudan of arming rebels.", "The Kenyan president will visit Uganda."])
def test_confidence_is_a_probability_and_the_same_each_time(reader, text):
    first, second = (reader.read(text).reports[0].confidence for _ in range(2))
    assert 0 < first == second < 1
