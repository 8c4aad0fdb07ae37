"""Acts on the stage where an article plays."""

import pytest


def country(reader, text, kind):
    report = [r for r in reader.read(text, published="2019-05-15").reports if r.kind == kind][-1]
    return report.place and report.place.country


_TOGO = "Togo is calm, and Togo's president is at home. Lome is full of Togolese flags.\n\n"


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        (_TOGO + "Nine people were shot on Monday by police.", "attack", "TGO"),
        (_TOGO + "Three senators were arrested on Monday.", "arrest", "TGO"),
        (_TOGO + "Nine Danes were killed on Monday by police.", "attack", None),
        (_TOGO + "Police would arrest the three senators if they returned.", "arrest", "TGO"),
        (_TOGO + "Soldiers killed nine gunmen on Monday.", "attack", None),
    ],
)
def test_stage_is_the_only_state_of_an_article(reader, text, kind, where):
    assert country(reader, text, kind) == where


_LIMA = "LIMA, Peru (AP) - "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            _LIMA + "Foreign Minister Awa Diop of Chad said at a news conference that talks had failed.",
            "press conference",
        ),
        (_LIMA + "The Peruvian president met the king of Norway on Monday.", "meeting"),
        (_LIMA + "The Peruvian president accused the king of Norway on Monday of fraud.", "accusation"),
        (_LIMA + "The king of Norway was glad. His visit was the first by the king of Norway.", "visit"),
    ],
)
def test_stage_is_where_news_is_told_from(reader, text, kind):
    assert country(reader, text, kind) == "PER"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (_LIMA + "The president of Chad met the king of Norway on Monday.", "meeting"),
        (_LIMA + "The Peruvian president will meet the king of Norway on Friday.", "meeting"),
        (_LIMA + "The Peruvian president met the king of Norway in March.", "meeting"),
        (_LIMA + "The king of Norway accused the Peruvian president on Monday of fraud.", "accusation"),
        (_LIMA + "The Peruvian president accused the king of Norway in March of fraud.", "accusation"),
    ],
)
def test_stage_is_left_for_other_times_and_people(reader, text, kind):
    assert country(reader, text, kind) is None
