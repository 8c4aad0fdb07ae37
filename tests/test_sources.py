import datetime
import gzip
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.errors import InputError
from communique.records import Article
from communique.sources import RejectedSource, parse_article, read_jsonl, read_sources, total_bytes
from communique.sources.days import read_day
from communique.sources.rejected import LARGEST

TEXT = "The foreign ministers of Chad and Niger met in Agadez on Monday."


def read(*paths, **options):
    return list(read_sources(paths, **options))


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def lines(*values) -> bytes:
    return b"".join((value if isinstance(value, bytes) else json.dumps(value).encode()) + b"\n" for value in values)


def test_sources_text_file_is_an_article(tmp_path):
    path = write(tmp_path / "a.txt", TEXT)
    (article,) = read(path)
    assert (article.text, article.source, article.published) == (TEXT, str(path), None)


def test_sources_folder_is_read_in_order_with_its_metadata(tmp_path):
    write(tmp_path / "b.txt", "Second.")
    write(tmp_path / "a.txt", "First.")
    write(tmp_path / "deep" / "c.md", "Third.")
    write(tmp_path / "picture.png", b"\x89PNG")
    write(tmp_path / ".hidden.txt", "No.")
    write(
        tmp_path / "metadata.jsonl",
        lines(
            {"file": "a.txt", "published": "2017-04-12", "outlet": "The Sentinel", "title": "One"},
            {"file": "b.txt", "published": None},
            {"file": "deep/c.md", "published": "2017-04-13T22:00:00+03:00"},
        ),
    )
    found = read(tmp_path)
    assert [article.text for article in found] == ["First.", "Second.", "Third."]
    assert [article.published for article in found] == [datetime.date(2017, 4, 12), None, datetime.date(2017, 4, 13)]
    assert (found[0].outlet, found[0].title) == ("The Sentinel", "One")
    assert Path(found[2].source) == tmp_path / "deep" / "c.md"


def test_sources_defaults_fill_only_what_is_not_given(tmp_path):
    write(tmp_path / "a.txt", "First.")
    write(tmp_path / "b.txt", "Second.")
    write(tmp_path / "metadata.jsonl", lines({"file": "a.txt", "published": "2017-04-12", "outlet": "The Sentinel"}))
    day = datetime.date(2020, 1, 1)
    first, second = read(tmp_path, published=day, outlet="Another")
    assert (first.published, first.outlet) == (datetime.date(2017, 4, 12), "The Sentinel")
    assert (second.published, second.outlet) == (day, "Another")


def test_sources_id_is_of_the_content_not_of_the_place(tmp_path):
    one, two = write(tmp_path / "x" / "a.txt", TEXT), write(tmp_path / "y" / "b.txt", TEXT)
    assert read(one)[0].id == read(two)[0].id
    assert read(one, outlet="The Sentinel")[0].id != read(two)[0].id
    assert read(one, outlet="The Sentinel")[0].id == parse_article({"text": TEXT, "outlet": "The Sentinel"}).id


def test_sources_metadata_line_that_is_wrong_is_named_and_the_rest_is_read(tmp_path):
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "metadata.jsonl", lines({"file": "gone.txt"}, b"{", {"published": "2017-04-12"}))
    *rejected, article = read(tmp_path)
    assert article.text == TEXT
    assert [item.source.rpartition(":")[2] for item in rejected] == ["1", "2", "3"]
    assert "gone.txt" in rejected[0].detail


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x00\x01\x02 text", "binary"),
        (b"\xff\xfe\x00", "encoding"),
        (bytes(range(128, 256)) * 8, "encoding"),
    ],
)
def test_sources_file_without_text_is_rejected_with_the_reason(tmp_path, content, reason):
    path = write(tmp_path / "a.txt", content)
    (item,) = read(path)
    assert isinstance(item, RejectedSource)
    assert (item.reason, item.source) == (reason, str(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_sources_encodings_that_say_what_they_are_are_read(tmp_path, encoding):
    text = "“Señor Peña” met the Élysée’s envoy."
    (article,) = read(write(tmp_path / "a.txt", text.encode(encoding)))
    assert article.text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The “summit” – held in São Paulo – ended without a communiqué.", "cp1252"),
        ("Niger’s envoy paid £40.", "cp1252"),
        ("À la carte, naïve, café and Ødegård.", "latin-1"),
    ],
)
def test_sources_older_encoding_is_read_when_it_is_english(tmp_path, text, encoding):
    (item,) = read(write(tmp_path / "a.txt", text.encode(encoding)))
    assert item.text == text


@pytest.mark.parametrize(
    "body",
    [
        "The envoy’s visit to São Paulo".encode() + b" was \xe2\x80 short.",  # UTF-8, torn
        "The minister met Wałęsa and Wójcik in Łódź.".encode("cp1250"),  # would read as Windows-1252, wrongly
        "The talks – in Łódź.".encode("cp1250"),
        "Министры иностранных дел двух стран встретились.".encode("cp1251"),
        "Министры иностранных дел двух стран встретились.".encode("koi8-r"),
        "The ‘summit’ — in Lima".encode("mac-roman"),
    ],
)
def test_sources_text_is_never_decoded_into_something_else(tmp_path, body):
    (item,) = read(write(tmp_path / "a.txt", body))
    assert isinstance(item, RejectedSource)
    assert item.reason == "encoding"


def test_sources_file_of_one_huge_line_is_rejected(tmp_path):
    path = write(tmp_path / "a.txt", b"a" * (LARGEST + 1))
    (item,) = read(path)
    assert item.reason == "too large"


def test_sources_huge_line_is_passed_over_and_the_next_is_read():
    stream = io.BytesIO(b'{"text": "' + b"a" * (2 * LARGEST) + b'"}\n' + lines({"text": TEXT}))
    huge, article = read_jsonl(stream, "in")
    assert (huge.reason, huge.source) == ("too large", "in:1")
    assert (article.text, article.source) == (TEXT, "in:2")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind here")
def test_sources_file_without_permission_is_rejected(tmp_path):
    path = write(tmp_path / "a.txt", TEXT)
    path.chmod(0)
    assert read(path)[0].reason == "unreadable"


def test_sources_path_that_does_not_exist_is_an_error_before_anything_is_read(tmp_path):
    with pytest.raises(InputError, match="gone"):
        read_sources([write(tmp_path / "a.txt", TEXT), tmp_path / "gone"])


def test_sources_pipe_is_not_waited_for(tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    os.mkfifo(tmp_path / "pipe.txt")
    assert read(tmp_path)[0].reason == "unreadable"


def test_jsonl_bad_line_is_named_and_the_rest_is_read(tmp_path):
    values = [{"text": TEXT, "id": str(number)} for number in range(20)]
    body = lines(*values[:16], b'{"text": "broken', *values[16:])
    found = read(write(tmp_path / "a.jsonl", body))
    (rejected,) = [item for item in found if isinstance(item, RejectedSource)]
    assert [item.id for item in found if isinstance(item, Article)] == [str(number) for number in range(20)]
    assert rejected.source == f"{tmp_path / 'a.jsonl'}:17"
    assert rejected.reason == "malformed"
    assert "line 17" in rejected.detail


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"title": "No text"}, '"text"'),
        ({"text": 3}, '"text"'),
        ({"text": TEXT, "title": ["A"]}, '"title"'),
        ({"text": TEXT, "id": 1.5}, '"id"'),
    ],
)
def test_jsonl_field_of_wrong_type_is_named(fields, named):
    (item,) = read_jsonl(io.BytesIO(lines(fields)), "in")
    assert item.reason == "malformed"
    assert named in item.detail


def test_jsonl_text_of_white_space_is_empty():
    (item,) = read_jsonl(io.BytesIO(lines({"text": " \n"})), "in")
    assert item.reason == "empty"


@pytest.mark.parametrize("line", [b"[1]", b"3", b"null", b'"text"', b"{" * 20_000, b"[" * 20_000, b'{"text": "\xff"}'])
def test_jsonl_line_that_is_no_object_is_rejected(line):
    (item,) = read_jsonl(io.BytesIO(line + b"\n"), "in")
    assert item.source == "in:1"


def test_jsonl_lone_surrogate_and_nul_become_replacement_characters():
    (article,) = read_jsonl(io.BytesIO(b'{"text": "One \\ud83d half, one \\u0000."}\n'), "in")
    assert article.text == "One \ufffd half, one \ufffd."
    assert article.text.encode()


def test_jsonl_byte_order_mark_empty_lines_and_no_last_newline_do_not_matter():
    body = b"\xef\xbb\xbf" + lines({"text": "One."}) + b"\r\n\n" + json.dumps({"text": "Two."}).encode()
    assert [(item.text, item.source) for item in read_jsonl(io.BytesIO(body), "in")] == [
        ("One.", "in:1"),
        ("Two.", "in:4"),
    ]


def test_jsonl_compressed_file_is_read_and_a_torn_one_is_rejected(tmp_path):
    body = gzip.compress(lines(*({"text": f"{TEXT} {number}"} for number in range(500))))
    assert len(read(write(tmp_path / "a.jsonl.gz", body))) == 500
    torn = read(write(tmp_path / "b.jsonl.gz", body[: len(body) // 2]))
    assert torn[-1].reason == "unreadable"
    assert read(write(tmp_path / "c.jsonl.gz", b"not gzip"))[0].reason == "unreadable"


def test_json_file_may_be_one_object_or_an_array(tmp_path):
    one = write(tmp_path / "one.json", json.dumps({"text": TEXT}, indent=2))
    many = write(tmp_path / "many.json", json.dumps([{"text": TEXT}, {"text": 1}, {"text": "Two."}], indent=2))
    as_lines = write(tmp_path / "lines.json", lines({"text": TEXT}, {"text": "Two."}))
    assert [item.text for item in read(one)] == [TEXT]
    first, second, third = read(many)
    assert (first.text, second.source, third.text) == (TEXT, f"{many}:2", "Two.")
    assert [item.text for item in read(as_lines)] == [TEXT, "Two."]


PAGE = """<html><head><title>Ministers meet</title>
<meta property="article:published_time" content="2017-04-12T08:00:00Z">
<meta name="author" content="Ann Author"></head><body><nav><a href="/">Home</a></nav><article><h1>Ministers meet</h1>
<p>The foreign ministers of Chad and Niger met in Agadez on Monday to talk about the border between them.</p>
<p>They agreed on a joint commission, which is to begin its work in May, and on a market day for both towns.</p>
<p>No date was set for the next meeting, but both said that the talks had been open and long overdue.</p>
</article><footer>Copyright</footer></body></html>"""


def test_html_page_gives_text_title_author_and_day(tmp_path):
    pytest.importorskip("trafilatura")
    (article,) = read(write(tmp_path / "a.html", PAGE))
    assert "met in Agadez on Monday" in article.text
    assert (article.title, article.author) == ("Ministers meet", "Ann Author")
    assert article.published == datetime.date(2017, 4, 12)


def test_html_metadata_wins_over_the_page(tmp_path):
    pytest.importorskip("trafilatura")
    write(tmp_path / "a.html", PAGE)
    write(tmp_path / "metadata.jsonl", lines({"file": "a.html", "published": "2017-04-11"}))
    assert read(tmp_path)[0].published == datetime.date(2017, 4, 11)


def test_html_without_its_extra_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    (item,) = read(write(tmp_path / "a.html", PAGE))
    assert "pip install 'communique[html]'" in item.detail


def test_html_page_without_an_article_is_empty(tmp_path):
    pytest.importorskip("trafilatura")
    (item,) = read(write(tmp_path / "a.html", "<html><body></body></html>"))
    assert isinstance(item, RejectedSource)


def test_sources_total_bytes_is_the_size_of_what_is_read(tmp_path):
    write(tmp_path / "a.txt", "12345")
    write(tmp_path / "b.png", "123")
    done = []
    list(read_sources([tmp_path], on_bytes=done.append))
    assert sum(done) == total_bytes([tmp_path]) == 5


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.binary(max_size=300), name=st.sampled_from(["a.txt", "a.jsonl", "a.jsonl.gz", "a.json", "metadata.jsonl"])
)
def test_sources_any_bytes_give_articles_or_rejections(tmp_path, body, name):
    write(tmp_path / name, body)
    for item in read(tmp_path / name, tmp_path):
        assert isinstance(item, Article | RejectedSource)


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda v: st.lists(v, max_size=3))


@given(fields=st.dictionaries(st.sampled_from(["text", "id", "title", "published", "url", "language", "x"]), JSON))
def test_jsonl_any_object_gives_an_article_or_a_rejection(fields):
    (item,) = read_jsonl(io.BytesIO(lines(fields)), "in")
    assert isinstance(item, Article | RejectedSource)


@pytest.mark.parametrize(
    "written",
    ["2017-04-12", "12 April 2017", "Apr 12, 2017", "April 12th, 2017", "2017 Apr 12", "Wed, 12 Apr 2017 08:30:00 GMT"],
)
def test_sources_read_days_that_can_mean_only_one(written):
    assert read_day(written) == datetime.date(2017, 4, 12)


@pytest.mark.parametrize("written", ["7:58 AM ET", "Wed Nov 23", "11/12/2016", "2017-02-30", 20170412, ["x"], "x" * 99])
def test_sources_leave_out_a_day_that_cannot_be_read_and_say_so(written, caplog):
    assert parse_article({"text": TEXT, "published": written}, source="a.jsonl:17").published is None
    assert 'a.jsonl:17: field "published"' in caplog.text
    assert "2017-04-12" in caplog.text
