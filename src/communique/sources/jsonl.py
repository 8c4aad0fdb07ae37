"""Articles from JSON Lines: one JSON object a line, UTF-8, gzip-compressed or not. Lines are read one at a time.

A ``.json`` file may also be one object, or one array of them, written over many lines.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

import msgspec

from communique.errors import InputError
from communique.records import Article
from communique.sources.article import parse_article
from communique.sources.decoding import read_bytes, unreadable
from communique.sources.rejected import LARGEST, RejectedSource, reject, too_large
from communique.sources.shapes import as_article

_CHUNK = 1 << 20
_BOM = b"\xef\xbb\xbf"


def read_jsonl_file(path: Path) -> Iterator[Article | RejectedSource]:
    """The articles of a file, one a line; ``.gz`` files are decompressed as they are read."""
    try:
        with path.open("rb") as file:
            stream: IO[bytes] = cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if path.suffix == ".gz" else file
            yield from read_jsonl(stream, str(path))
    except (OSError, EOFError, zlib.error) as error:
        yield unreadable(str(path), error)


def read_json_file(path: Path) -> Iterator[Article | RejectedSource]:
    """The articles of a file that is one JSON value (an object or an array of objects), or else JSON Lines."""
    body = read_bytes(path)
    try:
        value = None if isinstance(body, RejectedSource) else msgspec.json.decode(body.removeprefix(_BOM))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        value = None
    if isinstance(value, dict):
        yield _article(value, str(path), "")
    elif isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield _article(item, f"{path}:{number}", f"item {number}: ")
    else:
        yield from read_jsonl_file(path)


def read_jsonl(stream: IO[bytes], name: str) -> Iterator[Article | RejectedSource]:
    """The articles of a stream of bytes called ``name``, one a line, in order; empty lines are passed over.

    A line that is no article is yielded as a rejection that names the line, and the next line is read.
    """
    for line, body in objects(stream, name):
        source = f"{name}:{line}"
        yield body if isinstance(body, RejectedSource) else _article(body, source, f"line {line}: ")


def _article(value: object, source: str, where: str) -> Article | RejectedSource:
    if not isinstance(value, dict):
        return reject(source, "malformed", f'{where}not a JSON object; write {{"text": "..."}}')
    try:
        article = parse_article(as_article(value), source=source)
    except InputError as error:
        return reject(source, "malformed", f"{where}{error}")
    return article if article.text.strip() else reject(source, "empty", f'{where}"text" is empty')


def objects(stream: IO[bytes], name: str) -> Iterator[tuple[int, dict[str, Any] | RejectedSource]]:
    """Line numbers (from 1) and the JSON object on each, or why there is none. No more than one line is in memory."""
    for number, line in enumerate(_lines(stream), start=1):
        if line is None:
            yield number, too_large(f"{name}:{number}")
            continue
        body = line.removeprefix(_BOM) if number == 1 else line
        if body.strip():
            yield number, _object(body, name, number)


def _lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    """The lines; ``None`` for one beyond the limit, the rest of which is passed over."""
    while line := stream.readline(LARGEST + 1):
        if len(line) <= LARGEST:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield None


def _object(line: bytes, name: str, number: int) -> dict[str, Any] | RejectedSource:
    source = f"{name}:{number}"
    try:
        value = _parse(line)
    except UnicodeDecodeError as error:
        return reject(source, "encoding", f"line {number}: not UTF-8 at byte {error.start + 1}; save the file as UTF-8")
    except json.JSONDecodeError as error:
        detail = f"line {number}, column {error.colno}: {error.msg}"
        return reject(source, "malformed", f"{detail}; write one JSON object a line")
    except (RecursionError, ValueError) as error:
        return reject(source, "malformed", f"line {number}: {error}; write one JSON object a line")
    if not isinstance(value, dict):
        return reject(source, "malformed", f'line {number}: not a JSON object; write {{"text": "..."}}')
    return value


def _parse(line: bytes) -> object:
    """The value: msgspec reads it fast; the standard library takes lone surrogates, and says best what is wrong."""
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return json.loads(line.decode("utf-8"))
