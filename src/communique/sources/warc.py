"""Articles from web archives (WARC, gzipped or not, and WACZ), by warcio: each HTML page in one is an article."""

from __future__ import annotations

import gzip
import importlib.util
import zipfile
import zlib
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import IO, Any

from communique.errors import InputError
from communique.records import Article
from communique.sources.article import new_article
from communique.sources.decoding import decode, unreadable
from communique.sources.html import page_fields
from communique.sources.rejected import LARGEST, RejectedSource, reject, too_large

_CHUNK = 1 << 20
_WARC = (".warc", ".warc.gz")
_MISSING = "WARC needs warcio; run: pip install 'communique[warc]'"
_PAGES = ("text/html", "application/xhtml+xml")


def read_warc_file(path: Path) -> Iterator[Article | RejectedSource]:
    """The articles of an archive; one that is cut in the middle gives those before the cut, and says so."""
    if not _has_library():
        yield reject(str(path), "unreadable", _MISSING)
        return
    try:
        with path.open("rb") as file:
            cut = yield from _read(file, str(path))
        with path.open("rb") as file:
            if path.suffix == ".gz" and not cut and not _is_whole(file):
                yield reject(str(path), "malformed", "the archive is cut off")
    except OSError as error:
        yield unreadable(str(path), error)


def read_wacz_file(path: Path) -> Iterator[Article | RejectedSource]:
    """The articles of the WARC files in a WACZ archive (a ZIP of them with an index), one read after another."""
    if not _has_library():
        yield reject(str(path), "unreadable", _MISSING)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted(n for n in archive.namelist() if n.startswith("archive/") and n.endswith(_WARC))
            if not names:
                yield reject(str(path), "malformed", "no WARC file in its folder archive/, so it is no WACZ")
            for name in names:
                with archive.open(name) as stream:
                    cut = yield from _read(stream, f"{path}/{name}")
                with archive.open(name) as stream:
                    if name.endswith(".gz") and not cut and not _is_whole(stream):
                        yield reject(f"{path}/{name}", "malformed", "the archive is cut off")
    except (OSError, EOFError, zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error) as error:
        yield reject(str(path), "malformed", f"the archive is broken, cut off or encrypted: {error}")


def _has_library() -> bool:
    return importlib.util.find_spec("warcio") is not None


def _read(stream: IO[bytes], name: str) -> Generator[Article | RejectedSource, None, bool]:
    """The articles of a WARC stream; returns whether it broke off."""
    from warcio.archiveiterator import ArchiveIterator

    pages = 0
    try:
        for record in ArchiveIterator(stream):
            if _is_page(record):
                pages += 1
                yield _article(record, f"{name}:{pages}")
    except Exception as error:  # a hostile or broken archive may make the reader fail in any way
        yield reject(name, "malformed", f"after page {pages}: the archive is broken or cut off: {error}")
        return True
    return False


def _is_whole(file: IO[bytes]) -> bool:
    """Does a compressed file go on to its end? warcio takes a record that is cut off for the end of the archive."""
    try:
        with gzip.open(file) as stream:
            while stream.read(_CHUNK):
                pass
    except (EOFError, OSError, zlib.error):
        return False
    return True


def _is_page(record: Any) -> bool:  # noqa: ANN401 - the library's own type
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return kind in _PAGES and str(record.http_headers.get_statuscode()) == "200"


def _article(record: Any, source: str) -> Article | RejectedSource:  # noqa: ANN401 - the library's own type
    body = record.content_stream().read(LARGEST + 1)
    if len(body) > LARGEST:
        return too_large(source)
    if record.raw_stream.limit > 0:  # bytes that the record announces and the file lacks
        return reject(source, "malformed", "the archive is cut off within this page")
    page = decode(body, source)
    fields = page if isinstance(page, RejectedSource) else page_fields(page, source)
    if isinstance(fields, RejectedSource):
        return fields
    text = fields.pop("text", None)
    if not text or not text.strip():
        return reject(source, "empty", "the page has no article text")
    address = record.rec_headers.get_header("WARC-Target-URI")
    try:
        return new_article(text, {**fields, "url": address or fields.get("url")}, source=source)
    except InputError as error:
        return reject(source, "malformed", str(error))
