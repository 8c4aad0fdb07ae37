"""Asking the database in its own language, without a way to change it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from communique.errors import InputError
from communique.store.database import Store

_ASKS = re.compile(r"\s*(?:SELECT|WITH|VALUES|EXPLAIN)\b", re.IGNORECASE)
_READ_ONLY = {
    "sqlite": ("PRAGMA query_only=ON", "PRAGMA query_only=OFF"),
    "postgresql": ("SET TRANSACTION READ ONLY", ""),
}


@contextlib.contextmanager
def asked(store: Store, statement: str) -> Iterator[tuple[list[str], Iterator[Sequence[Any]]]]:
    """The names of the columns and the rows that a statement gives.

    The database itself refuses to be written meanwhile, so a statement that tries to fails whatever its form.

    Raises:
        InputError: the statement is no question.
        StoreError: the database does not understand it, or it would write.

    """
    if not _ASKS.match(statement):
        raise InputError("only questions can be asked of the store: begin with SELECT, WITH, VALUES or EXPLAIN")
    with store.reading() as connection:
        before, after = _READ_ONLY.get(connection.dialect.name, ("", ""))
        if before:
            connection.exec_driver_sql(before)
        if connection.dialect.name == "postgresql":
            statement = statement.replace("%", "%%")  # its driver takes one sign for a parameter
        try:
            result = connection.exec_driver_sql(statement, execution_options={"stream_results": True})
            yield list(result.keys()), iter(result)
        finally:
            if after:
                connection.exec_driver_sql(after)
