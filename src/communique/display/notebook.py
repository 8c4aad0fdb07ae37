"""A dossier as notebooks show it: the page of the terminal, as HTML."""

from __future__ import annotations

import io

from rich.console import Console

from communique.display.pages import page
from communique.store.dossiers import Dossier

_WIDTH = 120
_FRAME = '<pre style="font-family: monospace; line-height: 1.3; white-space: pre-wrap">{code}</pre>'


class Shown:
    """What belongs to one thing of the record: ``dossier`` for programs, a page for people.

    ``str`` gives the page as text; a notebook shows it in colours.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier

    def __str__(self) -> str:
        return self._printed().export_text(styles=False)

    def __repr__(self) -> str:
        return f"<{type(self.dossier).__name__}>"

    def _repr_html_(self) -> str:
        return self._printed().export_html(inline_styles=True, code_format=_FRAME)

    def _printed(self) -> Console:
        console = Console(record=True, file=io.StringIO(), width=_WIDTH, highlight=False, emoji=False, markup=False)
        console.print(page(self.dossier))
        return console
