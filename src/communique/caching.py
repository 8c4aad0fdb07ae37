"""Files that are worked out once and kept for later runs, in the user's cache folder.

Whatever lies there can be worked out again, so nothing is lost with it, and nothing here fails: where the folder cannot
be written, or others could write what is read from it, there simply is no cache. A file comes into being whole, under a
name that holds the digest of what it was made from, so a run that is killed leaves none behind that is half written,
and one that was made from something else is not found. ``COMMUNIQUE_CACHE`` names another folder, or none if empty.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from functools import lru_cache
from pathlib import Path

_FOLDER = "COMMUNIQUE_CACHE"


def kept(name: str, digest: str) -> Path | None:
    """The file of that name that was made from what has the digest, if it is there."""
    folder = _folder(os.environ.get(_FOLDER))
    file = folder / f"{name}-{digest}" if folder is not None else None
    return file if file is not None and file.is_file() else None


def keep(name: str, digest: str, content: bytes) -> None:
    """Keep a file for later runs, in the place of those of that name that were made from something else."""
    folder = _folder(os.environ.get(_FOLDER))
    if folder is None:
        return
    with contextlib.suppress(OSError):
        handle, written = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(written).replace(folder / f"{name}-{digest}")
        except OSError:
            Path(written).unlink(missing_ok=True)
            return
        for old in folder.glob(f"{name}-*"):
            if old.name != f"{name}-{digest}":
                old.unlink(missing_ok=True)


@lru_cache(maxsize=4)
def _folder(named: str | None) -> Path | None:
    """The folder, made if need be; ``None`` where there can be none, or where others could write to it."""
    try:
        folder = Path(named) if named else _usual_folder() if named is None else None
        if folder is None:
            return None
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except (OSError, RuntimeError):  # the latter: nobody knows the home of the user
        return None
    if hasattr(os, "getuid"):
        own = found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        return folder if own else None
    return folder


def _usual_folder() -> Path:
    """Where systems keep what programs can make again, for communique."""
    if sys.platform == "win32":
        parent = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        parent = Path.home() / "Library" / "Caches"
    else:
        parent = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(parent) / "communique"
