"""Archives of files, web archives in ZIP, and PDF files as sources; none unpacks to more than the bounds."""

from __future__ import annotations

import gzip
import io
import json
import shutil
import sys
import zipfile

import pypdf
import pytest

from communique.sources import RejectedSource, archives, pdf_text
from test_sources_formats import DAY, TEXT, archive, page, read


def packed(path, *members, **options):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in members:
            made.writestr(name, body, **options)
    return path


def test_sources_zip_is_read_as_a_folder(tmp_path):
    about = json.dumps({"file": "b.html", "published": "2021-05-03"})
    path = packed(
        tmp_path / "wire.zip",
        ("desk/a.txt", TEXT),
        ("desk/b.html", page(TEXT)),
        ("desk/metadata.jsonl", about + "\n" + json.dumps({"file": "no.txt"})),
        ("more/c.jsonl", json.dumps({"text": TEXT}) + "\nnot json\n"),
        ("picture.png", b"\x89PNG"),
    )
    found = read(path)
    names = [item.source.removeprefix(f"{path}/") for item in found]
    assert names == ["desk/metadata.jsonl:2", "desk/a.txt", "desk/b.html", "more/c.jsonl:1", "more/c.jsonl:2"]
    assert [isinstance(item, RejectedSource) for item in found] == [True, False, False, False, True]
    assert found[2].published == DAY
    assert found[0].detail == f"line 2: there is no file 'no.txt' in {path}/desk"


def test_sources_zip_in_a_folder_is_read_and_leaves_nothing_behind(tmp_path, monkeypatch):
    packed(tmp_path / "in.zip", ("a.txt", TEXT))
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(archives.tempfile, "tempdir", str(tmp_path / "tmp"))
    assert len(read(tmp_path)) == 1
    assert list((tmp_path / "tmp").iterdir()) == []


def test_sources_zip_cannot_write_elsewhere(tmp_path):
    path = packed(
        tmp_path / "in.zip", ("../../out.txt", TEXT), ("/abs.txt", TEXT), ("..\\up.txt", TEXT), ("a.txt", TEXT)
    )
    assert [item.source.removeprefix(f"{path}/") for item in read(path)] == ["a.txt", "abs.txt"]
    assert [p.name for p in tmp_path.iterdir()] == ["in.zip"]


def test_sources_zip_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MOST_BYTES", 1_000_000)
    monkeypatch.setattr(archives, "MOST_FILES", 3)
    (large,) = read(packed(tmp_path / "bomb.zip", *((f"{n}.txt", b"a" * 600_000) for n in range(2))))
    (many,) = read(packed(tmp_path / "many.zip", *((f"{n}.txt", b"a") for n in range(4))))
    (lone,) = read(_gzipped(tmp_path / "a.txt.gz", b"a" * 2_000_000))
    assert [item.reason for item in (large, many, lone)] == ["too large"] * 3


def test_sources_zip_that_announces_less_than_it_holds_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MOST_BYTES", 10_000)
    path = packed(tmp_path / "liar.zip", ("a.txt", b"a" * 5_000_000))
    body = path.read_bytes().replace((5_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    path.write_bytes(body)
    (found,) = read(path)
    assert found.reason in ("malformed", "too large")


def _gzipped(path, body):
    path.write_bytes(gzip.compress(body))
    return path


@pytest.mark.parametrize(
    "damage", [lambda b: b[:-40], lambda b: b[:40] + bytes(20) + b[60:], lambda b: b"PK" + bytes(200)]
)
def test_sources_zip_that_is_broken_says_so(tmp_path, damage):
    path = packed(tmp_path / "in.zip", ("a.txt", TEXT * 50))
    path.write_bytes(damage(path.read_bytes()))
    (found,) = read(path)
    assert found.reason == "malformed"
    assert "broken" in found.detail


def test_sources_zip_within_a_zip_is_not_opened(tmp_path):
    inner = packed(tmp_path / "inner.zip", ("a.txt", TEXT)).read_bytes()
    path = packed(tmp_path / "outer.zip", ("inner.zip", inner), ("b.txt", TEXT))
    fine, aside = read(path)
    assert fine.source == f"{path}/b.txt"
    assert (aside.source, aside.reason) == (f"{path}/inner.zip", "unreadable")


@pytest.mark.parametrize(
    ("name", "body"), [("a.txt.gz", TEXT.encode()), ("a.html.gz", page(TEXT)), ("a.md.gz", TEXT.encode())]
)
def test_sources_single_file_in_gzip_is_read(tmp_path, name, body):
    (found,) = read(_gzipped(tmp_path / name, body))
    assert TEXT in found.text
    assert found.source == f"{tmp_path / name}/{name[:-3]}"


def test_sources_wacz_gives_an_article_a_page(tmp_path):
    path = packed(
        tmp_path / "a.wacz",
        ("archive/data.warc.gz", archive(page(TEXT), page("Peru and Fiji signed a pact in Lima."), gzipped=True)),
        ("archive/more.warc", archive(page("Oman and Iran opened a border post near Khasab."), gzipped=False)),
        ("pages/pages.jsonl", b"{}"),
    )
    found = read(path)
    assert [item.source.removeprefix(f"{path}/") for item in found] == [
        "archive/data.warc.gz:1",
        "archive/data.warc.gz:2",
        "archive/more.warc:1",
    ]
    assert TEXT in found[0].text


def test_sources_wacz_without_archives_or_broken_says_so(tmp_path):
    (none,) = read(packed(tmp_path / "none.wacz", ("pages/pages.jsonl", b"{}")))
    assert "no WARC file" in none.detail
    (tmp_path / "broken.wacz").write_bytes(b"PK\x03\x04")
    (broken,) = read(tmp_path / "broken.wacz")
    assert broken.reason == "malformed"


def test_sources_wacz_with_an_archive_that_is_cut_off_says_so(tmp_path):
    whole = archive(page(TEXT), page("Peru and Fiji signed a pact in Lima."), gzipped=True)
    path = packed(tmp_path / "a.wacz", ("archive/data.warc.gz", whole[:-60]))
    *pages, cut = read(path)
    assert TEXT in pages[0].text
    assert (cut.source, cut.reason) == (f"{path}/archive/data.warc.gz", "malformed")
    assert "cut off" in cut.detail


def pdf(*pages: str, title: str | None = None) -> bytes:
    """A PDF with a line of text for each line of each page."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, text in enumerate(pages):
        lines = "".join(f"({line}) Tj 0 -14 Td " for line in text.splitlines())
        stream = f"BT /F1 12 Tf 72 720 Td {lines}ET".encode()
        where = f"/MediaBox[0 0 612 792]/Contents {5 + 2 * number} 0 R"
        objects.append(f"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>{where}>>".encode())
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    objects.append(f"<</Title({title or ''})>>".encode())
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, len(objects), table,
    )  # fmt: skip


def test_sources_pdf_gives_the_text_of_its_pages(tmp_path):
    (tmp_path / "a.pdf").write_bytes(
        pdf(f"Talks in Agadez\n{TEXT}", "They will meet again in Zinder.", title="Talks in Agadez")
    )
    (tmp_path / "metadata.jsonl").write_text(json.dumps({"file": "a.pdf", "published": "2021-05-03"}))
    (found,) = read(tmp_path)
    assert (found.title, found.published) == ("Talks in Agadez", DAY)
    assert TEXT in found.text
    assert found.text.index(TEXT) < found.text.index("They will meet again in Zinder.")


def test_sources_pdf_title_that_its_page_lacks_is_no_title(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf(TEXT, title="Microsoft Word - draft3.doc"))
    (found,) = read(tmp_path / "a.pdf")
    assert found.title is None
    assert found.published is None


def test_sources_pdf_that_cannot_be_read_says_why(tmp_path):
    locked = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(TEXT)))
    locked.encrypt("secret", algorithm="RC4-128")
    locked.write(tmp_path / "locked.pdf")
    (tmp_path / "empty.pdf").write_bytes(pdf(""))
    (tmp_path / "none.pdf").write_bytes(pdf(*[""] * 501))
    (tmp_path / "no.pdf").write_bytes(b"%PDF-1.7 nothing")
    (tmp_path / "cut.pdf").write_bytes(pdf(TEXT)[:150])
    found = {item.source.rpartition("/")[2]: item for item in read(tmp_path)}
    assert {name: item.reason for name, item in found.items()} == {
        "locked.pdf": "unreadable",
        "empty.pdf": "empty",
        "none.pdf": "too large",
        "no.pdf": "malformed",
        "cut.pdf": "malformed",
    }
    assert "password" in found["locked.pdf"].detail


def test_sources_pdf_that_takes_too_long_or_kills_its_parser_is_refused(tmp_path, monkeypatch):
    (tmp_path / "a.pdf").write_bytes(pdf(TEXT))
    monkeypatch.setattr(pdf_text, "LONGEST", 0.01)
    (slow,) = read(tmp_path / "a.pdf")
    assert (slow.reason, "seconds" in slow.detail) == ("unreadable", True)
    monkeypatch.setattr(pdf_text, "LONGEST", 60.0)
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    (dead,) = read(tmp_path / "a.pdf")
    assert (dead.reason, "memory or time" in dead.detail) == ("malformed", True)
