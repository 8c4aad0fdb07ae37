"""Ways in which reporters tell an act, with the report that each must give: kind, status, who, when and where."""

from __future__ import annotations

import pytest

#: A Thursday.
PUBLISHED = "2024-05-16"


def told(reader, text: str) -> list[str]:
    """The reports of a text, each as "kind status; actor, actor > recipient or host; first day[..last day]; place"."""
    return [_line(report) for report in reader.read(text, published=PUBLISHED).reports]


def _line(report) -> str:
    doing = ", ".join(_name(p) for p in report.participants if p.role == "actor")
    done = ", ".join(_name(p) for p in report.participants if p.role in {"recipient", "host"})
    time, place = report.time, report.place
    days = "" if time is None else f"{time.start}" + ("" if time.end == time.start else f"..{time.end}")
    parties = f"{doing} > {done}" if done else doing
    return f"{report.kind} {report.status}; {parties}; {days}; {place.name if place else ''}"


def _name(party) -> str:
    return party.country or party.name


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # each at one end of the line
        (
            "Danish Prime Minister Ann Lee and Oman's Said Harthi were on the phone for nearly an hour on Monday.",
            "call occurred; DNK, OMN; 2024-05-13; ",
        ),
        # where each sat
        (
            "Danish Foreign Minister Ann Lee sat across from Oman's Said Harthi in the Kenyan capital on Monday.",
            "meeting occurred; DNK, OMN; 2024-05-13; Nairobi",
        ),
        (
            "Danish Foreign Minister Ann Lee and Oman's Said Harthi were closeted in Nairobi for two hours on Monday.",
            "meeting occurred; DNK, OMN; 2024-05-13; Nairobi",
        ),
        (
            "The Danish and Omani foreign ministers will see each other again in Nairobi on Friday.",
            "meeting planned; DNK, OMN; 2024-05-17; Nairobi",
        ),
        # who meets a guest at the airport welcomes him
        (
            "Danish President Ann Lee was met at the airport in Nairobi on Monday by Kenya's Joe Oni and a brass band.",
            "visit occurred; DNK > KEN; 2024-05-13; Nairobi",
        ),
        # where it was before who it was between
        (
            "Monday's talks at a Nairobi hotel between Denmark's Ann Lee and Kenya's Joe Oni lasted three hours.",
            "meeting occurred; DNK, KEN; 2024-05-13; Nairobi",
        ),
        # who is expected for talks takes part in them
        (
            "The Danish foreign minister is expected in Nairobi on Friday for talks with Kenya's president.",
            "meeting planned; KEN, DNK; 2024-05-17; Nairobi",
        ),
        # no part of the world but a state
        (
            "Danish President Ann Lee flew to South Africa on Monday.",
            "visit occurred; DNK > ZAF; 2024-05-13; South Africa",
        ),
    ],
)
def test_people_who_meet_are_found_with_their_day_and_place(reader, text, line):
    assert line in told(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Danish foreign minister was on the phone on Monday.",
        "The Danish embassy sits across from the Omani consulate in Nairobi.",
        "Denmark and Oman face each other in the handball final on Friday.",
        "The Danish and Omani premiers see each other as rivals.",
        "The hall was booked on Monday for a concert with an Omani singer.",
    ],
)
def test_other_senses_of_those_words_are_no_meeting(reader, text):
    assert not [line for line in told(reader, text) if line.split()[0] in {"call", "meeting", "visit"}]


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Foreign Minister Ann Lee of Denmark met Issa Ba, her Malian opposite number.", "Issa Ba", "Foreign Minister"),
        ("Foreign Minister Ann Lee of Denmark met Malian counterpart Issa Ba.", "Issa Ba", "Foreign Minister"),
        ("Foreign Minister Ann Lee of Denmark met her Malian colleague Issa Ba.", "Issa Ba", "Foreign Minister"),
        ("Foreign Minister Ann Lee of Denmark met her colleague Jens Holm.", "Jens Holm", None),
    ],
)
def test_a_counterpart_has_the_office_of_the_one_he_is_a_counterpart_of(reader, text, name, office):
    offices = {m.name: m.office for m in reader.read(text).mentions}
    held = offices[name]
    assert held == office or (office is None and held != "Foreign Minister")
