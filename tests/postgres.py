"""A PostgreSQL server of the system's own package, started for the tests on a socket in a folder of its own."""

from __future__ import annotations

import contextlib
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

_USER = "postgres"
_QUIET = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off"


def programs() -> Path | None:
    """The folder of the server's programs, in its newest version; Debian keeps them out of the path."""
    found = shutil.which("pg_ctl")
    if found is not None:
        return Path(found).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    return folders[-1] if folders else None


@contextlib.contextmanager
def server() -> Iterator[Callable[[], str]]:
    """A running server: each call of what is given makes an empty schema in its database and gives its URL.

    The database sorts text as English does, so that an order that should be that of the bytes has to be asked for.
    """
    folder = programs()
    if folder is None:
        pytest.skip("PostgreSQL is not installed; on Debian or Ubuntu: apt-get install postgresql")
    root = os.geteuid() == 0
    if root and _USER not in {user.pw_name for user in pwd.getpwall()}:
        pytest.skip(f"PostgreSQL does not run as root, and there is no user {_USER} for it")
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp") as name:
        if root:  # the server refuses to run as root; its package makes a user for it
            owner = pwd.getpwnam(_USER)
            os.chown(name, owner.pw_uid, owner.pw_gid)

        def run(*command: str) -> None:
            whose = {"user": _USER, "group": _USER, "extra_groups": ()} if root else {}
            subprocess.run(
                [folder / command[0], *command[1:]], check=True, cwd=name, stdout=subprocess.DEVNULL, **whose
            )

        data = f"{name}/data"
        run("initdb", "-D", data, "-U", _USER, "-A", "trust", "-E", "UTF8", "--no-sync", *_order(folder / "initdb"))
        run("pg_ctl", "-D", data, "-w", "-l", f"{name}/log", "-o", f"{_QUIET} -k {name}", "start")
        try:
            yield _schemas(name)
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "stop")


def _order(initdb: Path) -> list[str]:
    """The order of English, where the server can be told (15 and later)."""
    about = subprocess.run([initdb, "--help"], check=True, capture_output=True, text=True).stdout
    return ["--locale=C", *(["--locale-provider=icu", "--icu-locale=en-US"] if "--locale-provider" in about else [])]


def _schemas(socket: str) -> Callable[[], str]:
    import psycopg

    numbers = itertools.count()

    def fresh() -> str:
        name = f"record{next(numbers)}"
        with psycopg.connect(host=socket, user=_USER, dbname=_USER, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        return f"postgresql://{_USER}@/{_USER}?host={socket}&options=-csearch_path%3D{name}"

    return fresh
