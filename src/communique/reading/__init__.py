"""One article in, one reading out: who, what, when, where, about what, according to whom."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


def _import_spacy() -> None:
    """Import spaCy without its command line, which it imports for one function, and which takes as long as the rest."""
    if "spacy" in sys.modules:
        return

    def info(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as spaCy's own
        from spacy.cli.info import info

        return info(*arguments, **options)

    stand_ins = {"spacy.cli": ModuleType("spacy.cli"), "spacy.cli.info": ModuleType("spacy.cli.info")}
    stand_ins["spacy.cli.info"].__dict__["info"] = info
    sys.modules |= stand_ins
    try:
        import spacy  # noqa: F401
    finally:
        for name in stand_ins:
            del sys.modules[name]


_import_spacy()
