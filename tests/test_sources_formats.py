"""Tables, web archives, e-mails and the JSON of other programs as sources."""

from __future__ import annotations

import datetime
import gzip
import io
import json
from email.message import EmailMessage

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from communique.sources import RejectedSource, read_sources

TEXT = "The foreign ministers of Chad and Niger met in Agadez on Monday."
DAY = datetime.date(2021, 5, 3)


def read(path):
    return list(read_sources([path]))


def page(text: str) -> bytes:
    body = "".join(f"<p>{text} They spoke for an hour about the border, and again the next day.</p>" for _ in range(4))
    return (
        f"<html><head><title>Talks</title></head><body><article><h1>Talks</h1>{body}</article></body></html>".encode()
    )


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.csv.gz"])
def test_sources_table_gives_an_article_a_row(tmp_path, name):
    mark = "\t" if ".tsv" in name else ","
    header = mark.join(("\ufefftext", "published", "publisher", "other"))
    row = mark.join((f'"{TEXT}\nSecond line."', "2021-05-03", "Post", "x"))
    body = f"{header}\n{row}\n{mark}{mark}Post{mark}\n".encode()
    (tmp_path / name).write_bytes(gzip.compress(body) if name.endswith(".gz") else body)
    first, second = read(tmp_path / name)
    assert (first.text, first.published, first.outlet) == (f"{TEXT}\nSecond line.", DAY, "Post")
    assert first.source.endswith(f"{name}:1")
    assert second.reason == "empty"


@pytest.mark.parametrize(
    ("body", "reason", "detail"),
    [
        (f"{TEXT},2021-05-03\n".encode(), "malformed", "the first line must name the columns"),
        (b"", "malformed", "the first line must name the columns"),
        (b"text\n\xff\xfe\n", "encoding", "not UTF-8"),
        (b'text\n"' + b"x" * 11_000_000 + b'"\n', "malformed", "field larger"),
    ],
)
def test_sources_table_that_cannot_be_read_says_why(tmp_path, body, reason, detail):
    (tmp_path / "a.csv").write_bytes(body)
    (found,) = read(tmp_path / "a.csv")
    assert (found.reason, detail in found.detail) == (reason, True)


def test_sources_compressed_table_that_is_cut_keeps_what_came_before(tmp_path):
    rows = "".join(f"{TEXT} {number}\n" for number in range(20_000))
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(f"text\n{rows}".encode())[:-2000])
    *articles, last = read(tmp_path / "a.csv.gz")
    assert articles
    assert isinstance(last, RejectedSource)
    assert last.reason == "unreadable"


def test_sources_parquet_gives_an_article_a_row(tmp_path):
    rows = {"body": [TEXT, None], "date": [DAY, None], "number": [1, 2], "id": ["a", "b"]}
    pq.write_table(pa.table(rows), tmp_path / "a.parquet")
    first, second = read(tmp_path / "a.parquet")
    assert (first.id, first.text, first.published) == ("a", TEXT, DAY)
    assert (second.reason, "row 2" in second.detail) == ("malformed", True)


def test_sources_parquet_that_is_broken_or_has_no_text_says_so(tmp_path):
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 no")
    pq.write_table(pa.table({"number": [1]}), tmp_path / "bare.parquet")
    assert [found.reason for found in read(tmp_path)] == ["malformed", "malformed"]


def archive(*pages: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", gzipped=True) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzipped)
    for number, body in enumerate(pages):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                f"https://post.example.org/{number}", "response", payload=io.BytesIO(body), http_headers=headers
            )
        )
    return out.getvalue()


@pytest.mark.parametrize("gzipped", [True, False])
def test_sources_archive_gives_an_article_a_page(tmp_path, gzipped):
    path = tmp_path / ("a.warc.gz" if gzipped else "a.warc")
    path.write_bytes(archive(page(TEXT), page("Peru and Fiji signed a pact in Lima."), gzipped=gzipped))
    first, second = read(path)
    assert (first.url, TEXT in first.text) == ("https://post.example.org/0", True)
    assert second.source.endswith(":2")


def test_sources_archive_passes_over_what_is_no_page(tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(archive(page(TEXT), status="404 Not Found"))
    (tmp_path / "b.warc.gz").write_bytes(archive(b"x", kind="image/png"))
    assert read(tmp_path) == []


@pytest.mark.parametrize("gzipped", [True, False])
def test_sources_archive_that_is_cut_keeps_what_came_before(tmp_path, gzipped):
    pages = [page(f"{TEXT} {number}") for number in range(3)]
    path = tmp_path / ("a.warc.gz" if gzipped else "a.warc")
    path.write_bytes(archive(*pages, gzipped=gzipped)[:-200])
    first, second, *_, last = read(path)
    assert TEXT in first.text
    assert TEXT in second.text
    assert (last.reason, "cut off" in last.detail) == ("malformed", True)


def test_sources_mail_gives_its_text_and_headers(tmp_path):
    message = EmailMessage()
    message["Subject"], message["From"] = "Talks in Agadez", "Desk <desk@post.example.org>"
    message["Date"] = "Mon, 03 May 2021 08:30:00 +0000"
    message.set_content(TEXT)
    (tmp_path / "plain.eml").write_bytes(message.as_bytes())
    message.set_content(page(TEXT).decode(), subtype="html")
    (tmp_path / "web.eml").write_bytes(message.as_bytes())
    web, plain = sorted(read(tmp_path), key=lambda article: article.source, reverse=True)
    assert (plain.text.strip(), plain.title, plain.published) == (TEXT, "Talks in Agadez", DAY)
    assert TEXT in web.text


@pytest.mark.parametrize("body", [b"", b"Subject: x\n\n", b"Date: never\nContent-Type: multipart/mixed\n\n\xff"])
def test_sources_mail_without_text_is_set_aside(tmp_path, body):
    (tmp_path / "a.eml").write_bytes(body)
    (found,) = read(tmp_path / "a.eml")
    assert isinstance(found, RejectedSource) or found.text.strip()


AUTHORS = ["A. Writer", "B. Writer"]
HOST = "post.example.org"
SHAPES = {
    "newspaper4k": {
        "text": TEXT, "authors": AUTHORS, "publish_date": "2021-05-03 00:00:00", "source_url": f"https://{HOST}",
        "meta_lang": "en",
    },
    "news-please": {
        "maintext": TEXT, "authors": AUTHORS, "date_publish": "2021-05-03 08:15:00", "source_domain": HOST,
        "language": "en",
    },
    "gdelt": {
        "content": TEXT, "author": ", ".join(AUTHORS), "seendate": "20210503T081500Z", "domain": HOST, "language": "en",
    },
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_sources_json_of_other_programs_is_understood(tmp_path, shape):
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "Talks", **SHAPES[shape]}))
    (article,) = read(tmp_path / "a.jsonl")
    assert (article.text, article.title, article.published) == (TEXT, "Talks", DAY)
    assert (article.outlet, article.author, article.language) == ("post.example.org", "A. Writer, B. Writer", "en")


def test_sources_own_field_wins_over_that_of_another_program(tmp_path):
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"text": TEXT, "body": "Other.", "published": "2021-05-03", "date": "2020-01-01"})
    )
    (article,) = read(tmp_path / "a.jsonl")
    assert (article.text, article.published) == (TEXT, DAY)
