"""Where articles come from: files and folders, one module a format.

Each source yields articles, and in the place of an article that cannot be read a rejection that says why and what to
do; nothing in a file stops a run.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from communique.errors import InputError
from communique.records import Article
from communique.sources.archives import under_its_name, unpacked
from communique.sources.article import article_id, parse_article
from communique.sources.folder import METADATA, About, read_metadata, walk
from communique.sources.html import read_html
from communique.sources.jsonl import read_json_file, read_jsonl, read_jsonl_file
from communique.sources.mail import read_mail
from communique.sources.pdf import read_pdf
from communique.sources.rejected import RejectedSource, reject
from communique.sources.tables import read_csv_file, read_parquet_file
from communique.sources.text import read_text
from communique.sources.warc import read_wacz_file, read_warc_file

__all__ = ["RejectedSource", "parse_article", "read_jsonl", "read_sources", "total_bytes"]

_STDIN = Path("-")
_TEXT = (".txt", ".text", ".md")
_HTML = (".html", ".htm", ".xhtml")
_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_CSV = (".csv", ".tsv", ".csv.gz", ".tsv.gz")
_PARQUET = (".parquet",)
_WARC = (".warc", ".warc.gz")
_WACZ = (".wacz",)
_MAIL = (".eml",)
_PDF = (".pdf",)
_SINGLE = (*_TEXT, *_HTML, *_PARQUET, *_MAIL, *_PDF)
_ARCHIVES = (".zip", *(f"{ending}.gz" for ending in _SINGLE))
_KNOWN = (*_TEXT, *_HTML, *_LINES, *_CSV, *_PARQUET, *_WARC, *_WACZ, *_MAIL, *_PDF, *_ARCHIVES)
#: Formats of many articles a file.
_MANY = (
    (_LINES, read_jsonl_file),
    (_CSV, read_csv_file),
    (_PARQUET, read_parquet_file),
    (_WARC, read_warc_file),
    (_WACZ, read_wacz_file),
)
#: Formats of one article a file.
_ONE = ((_HTML, read_html), (_MAIL, read_mail), (_PDF, read_pdf))


def read_sources(
    paths: Sequence[str | Path],
    *,
    published: datetime.date | None = None,
    outlet: str | None = None,
    on_bytes: Callable[[int], None] = lambda _: None,
) -> Iterator[Article | RejectedSource]:
    """The articles of files and folders, in order; ``published`` and ``outlet`` are for articles that name none.

    The path ``-`` stands for JSON Lines on standard input. In a folder the files of every known format are read,
    whatever their depth, in the order of their names; a ``metadata.jsonl`` among them says what is known of its
    neighbours. A file named by itself may also be ``.json``, and is read as plain text when its format is not known.
    ``on_bytes`` is told the size of each file when it is done.

    Raises:
        InputError: a path does not exist; nothing has been read then.

    """
    return _read_all(_existing(paths), published, outlet, on_bytes)


def total_bytes(paths: Sequence[str | Path]) -> int:
    """The size of all files that :func:`read_sources` would read, in bytes.

    Raises:
        InputError: a path does not exist.

    """
    files = (file for path in _existing(paths) if path != _STDIN for file in _files(path))
    return sum(_size(file[0]) for file in files if not isinstance(file, RejectedSource))


def _existing(paths: Sequence[str | Path]) -> list[Path]:
    given = [Path(path) for path in paths]
    for path in given:
        try:
            if path != _STDIN:
                path.stat()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise InputError(f"{str(path)!r} cannot be read: {reason}; give a file or a folder that exists") from error
    return given


def _read_all(
    paths: Sequence[Path], published: datetime.date | None, outlet: str | None, on_bytes: Callable[[int], None]
) -> Iterator[Article | RejectedSource]:
    for path in paths:
        if path == _STDIN:
            for item in read_jsonl(sys.stdin.buffer, "standard input"):
                yield item if isinstance(item, RejectedSource) else _with_defaults(item, published, outlet)
            continue
        for file in _files(path):
            if isinstance(file, RejectedSource):
                yield file
                continue
            for item in _read_file(*file):
                yield item if isinstance(item, RejectedSource) else _with_defaults(item, published, outlet)
            on_bytes(_size(file[0]))


def _files(path: Path) -> Iterator[tuple[Path, About] | RejectedSource]:
    if path.is_dir():
        for item in walk(path):
            if isinstance(item, RejectedSource) or item[0].name.lower().endswith(_KNOWN):
                yield item
        return
    beside = path.parent / METADATA
    about = read_metadata(beside)[0] if path.name != METADATA and beside.is_file() else {}
    yield path, about.get(path, {})


def _read_file(path: Path, about: About) -> Iterator[Article | RejectedSource]:
    name = path.name.lower()
    many = next((read for endings, read in _MANY if name.endswith(endings)), None)
    if many is not None:
        yield from many(path)
    elif name.endswith(".json"):
        yield from read_json_file(path)
    elif name.endswith(_ARCHIVES):
        yield from _read_archive(path)
    else:
        read = next((read for endings, read in _ONE if name.endswith(endings)), read_text)
        yield read(path, about)


def _read_archive(path: Path) -> Iterator[Article | RejectedSource]:
    """The articles of the files in an archive, as those of a folder; archives in it are not opened."""
    with unpacked(path) as folder:
        if isinstance(folder, RejectedSource):
            yield folder
            return
        for file in _files(folder):
            if isinstance(file, RejectedSource):
                yield from under_its_name([file], folder, path)
            elif file[0].name.lower().endswith(_ARCHIVES):
                inner = reject(str(file[0]), "unreadable", "an archive within an archive; unpack the outer one")
                yield from under_its_name([inner], folder, path)
            else:
                yield from under_its_name(_read_file(*file), folder, path)


def _with_defaults(article: Article, published: datetime.date | None, outlet: str | None) -> Article:
    """The article with the day and outlet that the caller gives, where it names none; a digest id follows."""
    day, name = article.published or published, article.outlet or outlet
    if (day, name) == (article.published, article.outlet):
        return article
    own = article.id == article_id(article.text, article.title, article.published, article.outlet)
    known = article_id(article.text, article.title, day, name) if own else article.id
    return msgspec.structs.replace(article, id=known, published=day, outlet=name)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
