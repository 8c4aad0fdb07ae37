from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import msgspec
import numpy as np
import pytest

from communique import caching
from communique.lexicon import loading
from communique.lexicon.places import PlaceTable
from communique.lexicon.words import WordClass
from communique.reading.static_vectors import SortedVectors, load_vectors


@pytest.fixture
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv("COMMUNIQUE_CACHE", str(folder))
    return folder


def test_caching_keeps_the_latest_file_of_a_name(cache):
    assert caching.kept("words", "1") is None
    caching.keep("words", "1", b"one")
    caching.keep("other", "1", b"else")
    caching.keep("words", "2", b"two")
    assert caching.kept("words", "1") is None
    assert caching.kept("words", "2").read_bytes() == b"two"
    assert sorted(file.name for file in cache.iterdir()) == ["other-1", "words-2"]


def test_caching_does_without_a_folder_that_cannot_be(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    for named in ("", str(tmp_path / "file" / "below")):
        monkeypatch.setenv("COMMUNIQUE_CACHE", named)
        caching.keep("words", "1", b"one")
        assert caching.kept("words", "1") is None


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="asks for permissions as POSIX has them")
def test_caching_trusts_no_folder_that_others_can_write_to(tmp_path, monkeypatch):
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "words-1").write_bytes(b"planted")
    shared.chmod(0o777)
    monkeypatch.setenv("COMMUNIQUE_CACHE", str(shared))
    assert caching.kept("words", "1") is None
    caching.keep("words", "2", b"two")
    assert [file.name for file in shared.iterdir()] == ["words-1"]


def test_caching_gives_the_same_lexicon_whole_damaged_or_not_at_all(cache, monkeypatch):
    without = loading.read_entries("toponyms", WordClass)
    (file,) = cache.iterdir()
    monkeypatch.setattr(loading, "_parse", None)  # what is kept needs no parsing
    assert loading.read_entries("toponyms", WordClass) == without
    monkeypatch.undo()
    monkeypatch.setenv("COMMUNIQUE_CACHE", str(cache))
    for damaged in (b"", file.read_bytes()[:-10], msgspec.msgpack.encode([{"id": 1}])):
        file.write_bytes(damaged)
        assert loading.read_entries("toponyms", WordClass) == without


def test_caching_gives_the_same_table_of_places_whole_damaged_or_not_at_all(cache, monkeypatch):
    monkeypatch.setenv("COMMUNIQUE_CACHE", "")
    wanted = PlaceTable().look_up("Chisinau")
    monkeypatch.setenv("COMMUNIQUE_CACHE", str(cache))
    assert PlaceTable().look_up("Chisinau") == wanted
    (file,) = cache.iterdir()
    assert PlaceTable().look_up("Chisinau") == wanted
    for damaged in (b"", file.read_bytes()[:1000], msgspec.msgpack.encode({"names": b""})):
        file.write_bytes(damaged)
        assert PlaceTable().look_up("Chisinau") == wanted


def test_static_vectors_are_found_by_sorted_hashes(cache, tmp_path):
    known = {2**63 + 5: 1, 7: 0, 40: 1}
    np.save(tmp_path / "vectors.npy", np.eye(2, dtype=np.float32))
    (tmp_path / "vectors.npy").rename(tmp_path / "vectors")
    (tmp_path / "key2row").write_bytes(msgspec.msgpack.encode(known))
    for _ in range(2):  # from the vocabulary, then from the cache
        vectors: SortedVectors = load_vectors(tmp_path, "digest")
        asked = np.array([40, 7, 8, 2**63 + 5, 2**64 - 1, 0], dtype=np.uint64)
        assert vectors.find(keys=asked).tolist() == [1, 0, -1, 1, -1, -1]
    (file,) = cache.iterdir()
    file.write_bytes(b"nothing of use")
    assert load_vectors(tmp_path, "digest").find(keys=np.array([40], dtype=np.uint64)).tolist() == [1]


def test_importing_leaves_spacy_whole():
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            """import sys, communique.reading.reader, spacy
assert 'requests' not in sys.modules
print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)
import spacy.cli
print(spacy.cli.info is not None, spacy.cli.train is not None)""",
        ],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(caching.__file__).parents[1])},
    )
    assert said.stdout.split() == ["True", "True", "True"]


def test_importing_keeps_the_entry_points_of_all_packages():
    import spacy
    from thinc.api import registry

    import communique.reading.reader  # noqa: F401 - how spaCy is imported

    for of in (registry.layers, spacy.registry.architectures, spacy.registry.readers, spacy.registry.factories):
        known = {point.name for point in entry_points().select(group=of.entry_point_namespace)}
        assert of.get_entry_points().keys() == known
    assert spacy.registry.architectures.get_entry_points()


def test_starting_to_code_needs_no_database():
    said = subprocess.run(
        [sys.executable, "-c", "import sys\nfrom communique import cli, filtering\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(caching.__file__).parents[1])},
    )
    assert {"communique.cli", "typer"} <= set(said.stdout.split())
    assert {"sqlalchemy", "spacy", "rich", "communique.store.database"}.isdisjoint(said.stdout.split())
