"""The two streams of the commands: results on standard output, everything else on standard error.

rich is imported when something is printed with it: commands that write records start without it.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, NoReturn

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH_WITHOUT_TERMINAL = 140


def results() -> Console:
    """Standard output for tables and pages; wide enough for them when it is a file or a pipe."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _WIDTH_WITHOUT_TERMINAL
    console = Console(width=width, highlight=False, emoji=False, markup=False)
    console.on_broken_pipe = _leave  # type: ignore[method-assign]
    return console


def remarks() -> Console:
    """Standard error, for progress, notes and errors."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, emoji=False, markup=False, soft_wrap=True)


def remark(message: str, style: str = "") -> None:
    """Say something on standard error."""
    from rich.text import Text

    remarks().print(Text(message, style=style))


@contextlib.contextmanager
def records() -> Iterator[BinaryIO]:
    """Standard output for records; a reader that goes away, as ``head`` does, ends the command quietly."""
    sys.stdout.flush()
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _leave()


@contextlib.contextmanager
def progress(what: str, total: int) -> Iterator[Callable[..., None]]:
    """A bar of progress on standard error when that is a terminal: call it with ``advance`` and ``description``.

    Behind the bar stand the share that is done, the time that went by, and the time that is left.
    """
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    console = remarks()
    said = TextColumn("{task.description}", markup=False)
    columns = (said, BarColumn(), TaskProgressColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as line:
        task = line.add_task(what, total=total)
        yield partial(line.update, task)


@contextlib.contextmanager
def stoppable(consequence: str) -> Iterator[None]:
    """Let Ctrl-C end the command with 130, after saying what that means for its work."""
    try:
        yield
    except KeyboardInterrupt:
        remark(f"stopped; {consequence}", "yellow")
        raise SystemExit(130) from None


def _leave() -> NoReturn:
    """End quietly: nothing more can be written, and what is left in the buffers must not raise at the exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(0)
