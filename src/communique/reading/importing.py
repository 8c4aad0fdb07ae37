"""Importing spaCy without its command line.

spaCy's package imports its own commands for the sake of one function that describes an installation, and with them what
downloads models and runs projects; that takes longer than all that reading needs of it. While spaCy is imported for the
first time an empty module stands in their place; whoever asks for the commands later gets them.

Its registries look through the entry points of all packages that are installed, some two hundred times while a model is
loaded; they find them by group here.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

import catalogue

_COMMANDS, _INFO = "spacy.cli", "spacy.cli.info"


def import_spacy() -> None:
    """Import spaCy, unless that has been done."""
    if "spacy" in sys.modules:
        return
    stand_in = ModuleType(_INFO)
    stand_in.info = _info  # type: ignore[attr-defined]
    sys.modules |= {_COMMANDS: ModuleType(_COMMANDS), _INFO: stand_in}
    points = catalogue.AVAILABLE_ENTRY_POINTS
    if hasattr(points, "select"):  # a plain dictionary by group is taken, too
        catalogue.AVAILABLE_ENTRY_POINTS = {group: list(points.select(group=group)) for group in points.groups}
    try:
        importlib.import_module("spacy")
    finally:
        del sys.modules[_COMMANDS], sys.modules[_INFO]


def _info(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as spaCy has it
    return importlib.import_module(_INFO).info(*arguments, **options)


import_spacy()
