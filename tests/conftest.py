"""Fixtures shared by all tests: the language model and a reader are loaded once."""

from __future__ import annotations

import pytest
from spacy.language import Language

from communique.reading.parse import load_model


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()


@pytest.fixture(scope="session")
def reader(nlp: Language):
    from communique.reading.reader import Reader

    return Reader(nlp)
