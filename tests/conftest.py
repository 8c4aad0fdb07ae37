"""Fixtures shared by all tests: the language model, a reader and a database server are there once for all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings
from spacy.language import Language

from communique.reading.model import load_model

# How fast a machine is, or how busy, says nothing about the code.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()


@pytest.fixture(scope="session")
def repaired(nlp: Language):
    """A call of it parses a text and repairs the parse, as reading does."""
    from communique.reading.parse_repairs import repair
    from communique.reading.tokens import Doc

    def read(text: str) -> Doc:
        doc = Doc(nlp(text), text)
        repair(doc)
        return doc

    return read


@pytest.fixture(scope="session")
def reader(nlp: Language):
    from communique.reading.reader import Reader

    return Reader(nlp)


@pytest.fixture(scope="session")
def postgres():
    """A call of it makes an empty schema in a PostgreSQL database and gives its URL."""
    from postgres import server

    with server() as fresh:
        yield fresh


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new_location(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """A call of it gives the location of a store that is not there yet, on every database that stores can be in."""
    if request.param == "postgresql":
        return request.getfixturevalue("postgres")
    return lambda: str(tmp_path_factory.mktemp("store") / "communique.db")
