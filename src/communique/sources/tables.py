"""Articles from tables, a row an article: CSV and TSV with a header, and Parquet. Rows are read one at a time."""

from __future__ import annotations

import csv
import datetime
import gzip
import io
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, cast

from communique.errors import InputError
from communique.records import Article
from communique.sources.article import parse_article
from communique.sources.decoding import unreadable
from communique.sources.rejected import LARGEST, RejectedSource, reject
from communique.sources.shapes import NAMES, as_article

_AT_ONCE = 64
_TEXTS = ("text", *NAMES["text"])
_NO_TEXT = 'no column "text"; the first line must name the columns, such as: text,title,published,outlet,url'


def read_csv_file(path: Path) -> Iterator[Article | RejectedSource]:
    """The articles of a CSV or TSV file in UTF-8; ``.gz`` files are decompressed as they are read."""
    csv.field_size_limit(LARGEST)
    try:
        with path.open("rb") as file:
            stream: IO[bytes] = cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if path.suffix == ".gz" else file
            delimiter = "\t" if path.name.lower().removesuffix(".gz").endswith(".tsv") else ","
            text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
            yield from _rows(csv.reader(text, delimiter=delimiter), str(path))
    except UnicodeDecodeError as error:
        yield reject(str(path), "encoding", f"not UTF-8 ({error.reason}); save the table as UTF-8")
    except csv.Error as error:
        yield reject(str(path), "malformed", f"not CSV: {error}")
    except (OSError, EOFError, zlib.error) as error:
        yield unreadable(str(path), error)


def _rows(rows: Iterator[list[str]], name: str) -> Iterator[Article | RejectedSource]:
    header = [column.strip() for column in next(rows, [])]
    if not any(column in _TEXTS for column in header):
        yield reject(name, "malformed", _NO_TEXT)
        return
    for number, row in enumerate(rows, start=1):
        if any(row):
            yield _article(dict(zip(header, row, strict=False)), f"{name}:{number}", f"row {number}: ")


def read_parquet_file(path: Path) -> Iterator[Article | RejectedSource]:
    """The articles of a Parquet file."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        yield reject(str(path), "unreadable", "Parquet needs pyarrow; run: pip install 'communique[tables]'")
        return
    number = 0
    try:
        with pq.ParquetFile(path) as table:
            columns = [name for name in table.schema_arrow.names if name in _WANTED]
            if not any(column in _TEXTS for column in columns):
                yield reject(str(path), "malformed", _NO_TEXT)
                return
            for batch in table.iter_batches(_AT_ONCE, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield _article(row, f"{path}:{number}", f"row {number}: ")
    except (OSError, pa.ArrowException) as error:
        yield reject(str(path), "malformed", f"after row {number}: not Parquet: {error}")


_WANTED = {"id", *NAMES, *(name for names in NAMES.values() for name in names)}


def _article(row: Mapping[str, Any], source: str, where: str) -> Article | RejectedSource:
    fields = {name: _plain(value) for name, value in as_article(row).items()}
    try:
        article = parse_article(fields, source=source)
    except InputError as error:
        return reject(source, "malformed", f"{where}{error}")
    if len(article.text) > LARGEST:
        return reject(source, "too large", f"{where}more text than one article has")
    return article if article.text.strip() else reject(source, "empty", f'{where}"text" is empty')


def _plain(value: object) -> object:
    """A day or moment of a typed table as text, as JSON would have it."""
    return value.isoformat() if isinstance(value, datetime.date) else value
