"""Bytes of a file to text: read with a limit, decoded without guessing."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from communique.sources.rejected import LARGEST, RejectedSource, reject, too_large

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UTF8_SEQUENCE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]|\xc2[\xa0-\xbf]")
#: What English in Windows-1252 has beyond ASCII: typographic signs, and accented letters in words like other letters.
_SIGNS = re.compile("[‘’“”–—…•€\xa0§©«®°·»½™]|£(?=\\d)")
_LOWER = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýœšž"
_ACCENTED = re.compile(f"(?<=[A-Za-z])[{_LOWER}](?![{_LOWER}]{{2}})|(?<![A-Za-z])[{_LOWER.upper()}{_LOWER}](?=[a-z ])")
_UNSOUND = re.compile("[\x00\ud800-\udfff]")


def read_bytes(path: Path) -> bytes | RejectedSource:
    """A file's bytes; never more than the largest article's are read."""
    source = str(path)
    try:
        if not path.is_file():
            return reject(source, "unreadable", "not a regular file")
        with path.open("rb") as file:
            body = file.read(LARGEST + 1)
    except OSError as error:
        return unreadable(source, error)
    return body if len(body) <= LARGEST else too_large(source)


def unreadable(source: str, error: Exception) -> RejectedSource:
    """The rejection of a file that the system does not let us read."""
    return reject(source, "unreadable", f"cannot be read: {getattr(error, 'strerror', None) or error}")


def decode(body: bytes, source: str) -> str | RejectedSource:
    """Text of a file: UTF-8, what its byte order mark says, or English in Windows-1252."""
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            try:
                return sound(body.decode(encoding))
            except UnicodeDecodeError as error:
                return reject(source, "encoding", f"begins as {encoding} but is not ({error.reason}); save it as UTF-8")
    if b"\0" in body:
        return reject(source, "binary", "holds NUL bytes, so it is not text; convert it to UTF-8 text")
    try:
        text: str | None = body.decode("utf-8")
    except UnicodeDecodeError:
        text = _windows_1252(body)
    if text is None:
        return reject(source, "encoding", "neither UTF-8 nor English in Windows-1252; save it as UTF-8")
    return text


def _windows_1252(body: bytes) -> str | None:
    """English in Windows-1252 (and Latin-1 within it), when every byte beyond ASCII has a place in English text.

    What else a text may be encoded in is not detected: short texts with a few such bytes fit several encodings, and
    detectors choose among them by chance.
    """
    if _UTF8_SEQUENCE.search(body):
        return None
    try:
        text = body.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return text if _ACCENTED.sub("", _SIGNS.sub("", text)).isascii() else None


def sound(text: str) -> str:
    """The text with NUL and lone surrogates, which no database or UTF-8 file takes, as U+FFFD: of the same length."""
    return _UNSOUND.sub("\ufffd", text)
