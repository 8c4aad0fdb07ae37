"""Records that were found, as tables of the libraries that analysts work in, and as a page in notebooks."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from communique.records import Record

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

R = TypeVar("R", bound=Record)
_SHOWN = 20


class Found(Sequence[R], Generic[R]):
    """Records of one kind: a sequence of them, and a table with the columns that ``communique export`` gives them.

    The tables need the extra ``tables`` of communique (pyarrow), and the library that they are made for.
    """

    def __init__(self, what: str, records: Sequence[R]) -> None:
        self.what = what
        self._records = tuple(records)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Found[R]: ...
    def __getitem__(self, index: int | slice) -> R | Found[R]:
        if isinstance(index, slice):
            return Found(self.what, self._records[index])
        return self._records[index]

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[R]:
        return iter(self._records)

    def __repr__(self) -> str:
        return f"<{len(self):,} {self.what}>"

    def to_arrow(self) -> pa.Table:
        """An Arrow table with typed columns; what is not known is null.

        Raises:
            InputError: pyarrow is not installed.

        """
        from communique.export.tables import record_batches, table_schema

        schema = table_schema(self.what)
        import pyarrow

        return pyarrow.Table.from_batches(record_batches(self.what, self._records), schema=schema)

    def to_pandas(self) -> pd.DataFrame:
        """A pandas data frame; days are ``datetime64``, and what is not known is missing.

        Raises:
            InputError: pyarrow is not installed.

        """
        return self.to_arrow().to_pandas(date_as_object=False)

    def to_polars(self) -> pl.DataFrame:
        """A polars data frame.

        Raises:
            InputError: pyarrow is not installed.

        """
        import polars

        frame = polars.from_arrow(self.to_arrow())
        assert isinstance(frame, polars.DataFrame)
        return frame

    def _repr_html_(self) -> str:
        """The first records as a table, for notebooks."""
        from communique.export.columns import COLUMNS

        columns = COLUMNS[self.what]
        head = "".join(f"<th>{name}</th>" for name in columns)
        rows = [
            "".join(f"<td>{_cell(value_of(record))}</td>" for value_of in columns.values())
            for record in self._records[:_SHOWN]
        ]
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        more = len(self) - len(rows)
        foot = f"<p>and {more:,} more</p>" if more else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{foot}"


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return html.escape(text if len(text) <= 200 else f"{text[:199]}\N{HORIZONTAL ELLIPSIS}")
