"""``communique annotations``: what annotators corrected, as JSON Lines."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from communique import console


def read_annotations(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An archive of brat, or an export of Label Studio.")],
) -> None:
    """Read back what annotators corrected in brat or Label Studio: one article a line, with its words and acts.

    \b
    Examples:
      communique annotations corrected.zip > gold.jsonl
    """
    from communique.sources.annotated import read_annotated

    found = read_annotated(file)
    with console.records() as out:
        out.writelines(msgspec.json.encode(article) + b"\n" for article in found)
