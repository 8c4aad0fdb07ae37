import datetime

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.records import Article, Reading, Span

TEXT = (
    "Kenya's president met Uganda's foreign minister in Kampala on Monday to discuss trade. "
    "“We agree on everything,” the minister said. They will meet again on May 10-11."
)


def spans(value):
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def assert_spans_true(reading: Reading) -> None:
    for span in spans(reading):
        assert reading.text[span.start : span.end] == span.text


WORDS = st.sampled_from(
    ["Iran", "met", "Iraq", "“", "”", "said", "on", "Monday", "the", "minister", "\n", "•", ",", ".", "’s", "é", "😀"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=40), separator=st.sampled_from([" ", "", "  "]))
def test_every_span_is_the_text_it_names(reader, words, separator):
    assert_spans_true(reader.read(separator.join(words), published="2017-04-12"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120))
def test_any_text_is_read_or_rejected(reader, text):
    assert_spans_true(reader.read(text))


def test_the_same_article_gives_the_same_bytes_in_any_company(reader):
    article = Article(id="a", text=TEXT, published=datetime.date(2017, 4, 12))
    other = Article(id="b", text="Chad attacked Libya.", published=None)
    alone = msgspec.json.encode(next(reader.pipe([article])))
    together = [msgspec.json.encode(r) for r in reader.pipe([other, article, other])]
    assert together[1] == alone


def test_reading_has_the_fields_of_the_contract(reader):
    reading = msgspec.to_builtins(reader.read(TEXT, published="2017-04-12"))
    assert {"id", "language", "published", "published_basis", "title", "text", "reports", "statements"} <= set(reading)
    assert reading["published_basis"] == "given"
    report = reading["reports"][0]
    assert {"kind", "status", "plover", "mode", "contexts", "cameo", "score", "participants", "time", "place"} <= set(
        report
    )


def test_other_language_is_rejected_with_the_reason(reader):
    text = "Der russische Außenminister hat am Montag seinen Amtskollegen in Berlin zu Gesprächen getroffen. " * 3
    rejected = reader.read(text).rejected
    assert rejected is not None
    assert rejected.reason == "language"


def test_empty_text_is_rejected_with_the_reason(reader):
    rejected = reader.read("  \n").rejected
    assert rejected is not None
    assert rejected.reason == "empty"
