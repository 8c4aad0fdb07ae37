import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reading.blocks import split_blocks

LEAD = "The foreign ministers of Peru and Chile met in Arica on Monday to talk about the border."
MORE = "They agreed to open two crossings before the end of the year, the Peruvian minister said."


def blocks(text, title=None):
    return [(block.kind, text[block.start : block.end]) for block in split_blocks(text, title)]


def test_blocks_paragraphs_are_lines_or_set_apart_by_blank_lines():
    wanted = [("paragraph", LEAD), ("paragraph", MORE)]
    assert blocks(f"{LEAD}\n{MORE}") == blocks(f"\n{LEAD}\n \n\n{MORE}\n") == blocks(f"{LEAD}\r\n{MORE}\r\n") == wanted


def test_blocks_title_is_a_headline_above_the_text():
    assert blocks(f"Ministers meet in Arica\n\n{LEAD}")[0] == ("title", "Ministers meet in Arica")
    question = "Peru and Chile to meet. Is peace near?"
    assert blocks(f"{question}\n\n{LEAD}")[0] == ("title", question)


def test_blocks_title_that_is_known_is_found_whatever_its_form():
    text = f"Ministers  met in “Arica”.\n{LEAD}"
    assert blocks(text)[0][0] == "paragraph"
    assert blocks(text, 'Ministers met in "Arica".')[0][0] == "title"
    headline = f"BREAKING: Ministers meet in Arica\n{LEAD}"
    assert blocks(headline, "Ministers meet in Arica | The Sentinel")[0] == ("title", "Ministers meet in Arica")


def test_blocks_text_that_does_not_begin_with_the_known_title_has_no_title():
    assert "title" not in dict(blocks(f"Grain prices in Lima\n\n{LEAD}", "Ministers meet in Arica"))


@pytest.mark.parametrize(
    "label", ["CONFIRMED: ", "BREAKING: ", "MUST WATCH: ", "OPINION | ", "Exclusive - ", "BREAKING: VIDEO: "]
)
def test_blocks_label_stands_outside_the_title(label):
    assert blocks(f"{label}Ministers meet in Arica\n\n{LEAD}")[0] == ("title", "Ministers meet in Arica")


def test_blocks_headline_in_capitals_may_end_in_a_full_stop_but_a_sentence_of_names_is_none():
    assert blocks(f"Ministers Meet in Arica, Clashing Over Border.\n\n{LEAD}")[0][0] == "title"
    names = "Foreign Minister Ann Onymous and Trade Minister Joe Bloggs met U.S. Ambassador Jane Doe in Arica."
    assert blocks(f"{names}\n\n{LEAD}")[0][0] == "paragraph"


@pytest.mark.parametrize("first", [LEAD, "Monday", "Peru met Chile", "• Peru met Chile"])
def test_blocks_text_without_a_headline_has_no_title(first):
    assert "title" not in dict(blocks(f"{first}"))
    assert "title" not in dict(blocks(f"{LEAD}\n\n{first}"))


@pytest.mark.parametrize(
    ("dateline", "dash"),
    [
        ("MOSCOW (Reuters)", " - "),
        ("Geneva, March 22", " - "),
        ("NAIROBI, Kenya (AP)", " _ "),
        ("CAGUAS, Puerto Rico (AP)", "_ "),
        ("WASHINGTON, Jan. 5 (UPI)", " -- "),
        ("KABUL, Afghanistan, Feb. 3, 2012 (AP)", " — "),
        ("MOSCOW, April 12. /TASS/.", " "),
        ("ADDIS ABABA", " — "),
        ("ISLAMABAD", ": "),
        ("(Reuters)", " - "),
    ],
)
def test_blocks_dateline_is_split_off_without_its_dash(dateline, dash):
    text = f"{dateline}{dash}{LEAD}\n\n{MORE}"
    assert blocks(text)[:2] == [("dateline", dateline), ("paragraph", LEAD)]
    assert blocks(f"Ministers meet in Arica\n\n{text}")[1:3] == blocks(text)[:2]


def test_blocks_dateline_may_stand_on_a_line_of_its_own():
    assert blocks(f"NAIROBI, Kenya (AP) _\n\n{LEAD}") == [("dateline", "NAIROBI, Kenya (AP)"), ("paragraph", LEAD)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Geneva - The town is large and its people are many, the mayor said.",
        "NATO — which met in Riga on Monday — will send more troops, it said.",
        "On Friday, May 3 - The day of the vote - nobody came to the polls.",
        "The ministers (AP) - The two of them - met in the capital on Monday.",
    ],
)
def test_blocks_sentence_that_begins_like_a_dateline_is_whole(sentence):
    assert blocks(f"{sentence}\n\n{MORE}")[0] == ("paragraph", sentence)


def test_blocks_turns_of_a_transcript_have_no_datelines():
    text = "MINISTER: We met and we talked for two hours about it.\nENVOY: We did so, and it was good for us both."
    assert [kind for kind, _ in blocks(text)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Friday, January 4, 2019",
        "April 12, 2013 | 4:00am",
        "Published: 12 April 2017",
        "2017-04-12",
        "Updated 3 May 2016 10:30 GMT",
    ],
)
def test_blocks_line_with_only_a_date_is_a_dateline(line):
    assert blocks(f"{line}\n\n{LEAD}") == [("dateline", line), ("paragraph", LEAD)]


def test_blocks_bylines_and_addresses_are_in_no_block():
    text = f"https://example.org/a/b\nMinisters meet in Arica\n\nBy Ann Onymous and Joe Bloggs\n\n{LEAD}"
    assert [kind for kind, _ in blocks(text)] == ["title", "paragraph"]


def test_blocks_bullets_begin_after_their_sign():
    text = f"They said:\n\n  • {LEAD}\n  • {MORE}\n\n- One more thing.\n- Another thing.\n\n"
    text += "1. A first point.\n2) A second point."
    assert [body for kind, body in blocks(text) if kind == "bullet"] == [
        LEAD,
        MORE,
        "One more thing.",
        "Another thing.",
        "A first point.",
        "A second point.",
    ]


def test_blocks_hard_wrapped_copy_is_joined():
    text = (
        "The foreign ministers of\nPeru and Chile met in Arica on Monday to talk\nabout the border between the "
        "two states.\n    They agreed to open two crossings before\nthe year ends. "
        "Peru would pay for both, said\nthe minister.\n"
    )
    assert [body.split()[-1] for _, body in blocks(text)] == ["states.", "minister."]


def test_blocks_wrapped_dash_and_number_are_no_bullets():
    text = (
        "The foreign ministers of Peru and Chile met\n- for the first time in eight years - on May\n12. The talks went "
        "on into the evening, and\nended without a word to the waiting press.\n"
    )
    assert [kind for kind, _ in blocks(text)] == ["paragraph"]


def test_blocks_line_that_goes_on_in_lower_case_is_one_paragraph():
    assert len(blocks(f"{LEAD[:40]}\n      {LEAD[41:].lower()}\n\n{MORE}")) == 2


def test_blocks_heading_between_paragraphs_is_by_itself():
    assert blocks(f"{LEAD}\nTense Meeting\n{MORE}")[1] == ("heading", "Tense Meeting")


def test_blocks_caption_is_told_by_its_credit_or_its_closing_date():
    caption = "The ministers of Peru and Chile shake hands with U.S. envoys in Arica, Chile, April 12, 2017."
    head = "Ministers meet in Arica"
    assert blocks(f"{head}\n\n{caption} REUTERS/Ann Onymous - RTX1ABCD\n\n{LEAD}")[1] == ("caption", caption)
    assert blocks(f"{head}\n\n{caption}\n\n{LEAD}")[1] == ("caption", caption)
    assert blocks(f"{LEAD}\n\n{caption}")[1] == ("paragraph", caption)


PIECES = st.sampled_from(
    [
        LEAD,
        MORE,
        "BREAKING: ",
        "MOSCOW (Reuters) - ",
        "• ",
        "- ",
        "1. ",
        "Tense Meeting",
        "\n",
        "\n\n",
        "\r\n",
        "    ",
        "\t",
        *["April 12, 2017", "By Ann Onymous", "http://a.b", " REUTERS/A B", "(", "“", "…", "é😀", "\u2028", ":", "."],
    ]
)


@settings(max_examples=300)
@given(text=st.lists(PIECES, max_size=16).map("".join) | st.text(max_size=80), title=st.none() | PIECES)
def test_blocks_are_in_order_inside_the_text_and_never_blank(text, title):
    end = 0
    for block in split_blocks(text, title):
        assert end <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        end = block.end


@given(words=st.lists(st.sampled_from(["Peru", "met", "Chile", "on", "May", "12.", "U.S.", "–", "(AP)"]), max_size=30))
def test_blocks_line_of_prose_is_never_cut_but_after_a_dateline(words):
    text = " ".join(["Officials", *words, "said."])
    assert [body for kind, body in blocks(text) if kind != "dateline"][-1].endswith("said.")
    assert len(blocks(text)) <= 2
