"""Acts at occasions that were told of before."""

import pytest


def told(reader, text, kind):
    (report,) = [r for r in reader.read(text, published="2020-01-15").reports if r.kind == kind]
    return report.place.name if report.place is not None else None, str(report.time.start) if report.time else None


MET = "Swiss envoys met Chadian rebels near Abeche last week. "


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (MET + "At the talks, the rebels promised to free the hostages.", "promise", ("Abeche", "2020-01-06")),
        (
            "Talks on grain were held in London last week. France accused Chad of fraud during the negotiations.",
            "accusation",
            ("London", "2020-01-06"),
        ),
    ],
)
def test_occasions_give_day_and_place_to_what_is_done_at_them(reader, text, kind, expected):
    assert told(reader, text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (MET + "At a meeting, the Norwegian bishop promised to free the hostages.", "promise"),
        (MET + "At the congress, the Norwegian bishop promised to free the hostages.", "promise"),
    ],
)
def test_occasions_are_not_taken_for_others(reader, text, kind):
    assert told(reader, text, kind)[0] != "Abeche"
