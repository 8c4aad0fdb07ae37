from __future__ import annotations

import subprocess
import sys

import communique

EXPORTED = {
    "Actor", "Article", "CommuniqueError", "Desk", "Event", "EventQuery", "FetchError", "InputError", "LexiconError",
    "Mention", "ModelError", "Participant", "Place", "Reader", "Reading", "Rejection", "Report", "Span", "Statement",
    "Store", "StoreError", "Story", "Time", "__version__", "find_events", "load", "open_store", "read_into",
}  # fmt: skip


def test_api_exports_these_names_and_no_others():
    assert set(communique.__all__) == EXPORTED
    assert set(dir(communique)) == EXPORTED


def test_api_every_name_can_be_had():
    for name in communique.__all__:
        assert getattr(communique, name) is not None


def test_api_unknown_name_is_an_attribute_error():
    assert not hasattr(communique, "nonsense")


def test_api_import_loads_nothing_heavy():
    heavy = ("spacy", "sqlalchemy", "msgspec", "typer")
    program = f"import sys, communique; sys.exit([m for m in {heavy} if m in sys.modules] or 0)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
