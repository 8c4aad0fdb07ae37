import pytest


def visits(reader, text):
    reports = [r for r in reader.read(text, published="2024-05-15").reports if r.kind == "visit"]
    return [
        (r.status, *(sorted(p.country or p.name for p in r.participants if p.role == x) for x in ("actor", "host")))
        for r in reports
    ]


CASES = [
    ("The Chadian minister will visit Europe.", [("planned", ["TCD"], ["Europe"])]),
    ("The Chadian minister left for West Africa.", [("occurred", ["TCD"], ["West Africa"])]),
    (
        "The Chadian minister is on a tour of Europe and Japan.",
        [("ongoing", ["TCD"], ["JPN"]), ("ongoing", ["TCD"], ["Europe", "JPN"])],
    ),
    ("Chadian minister Joe Oni during a visit to Lima praised the plan.", [("occurred", ["TCD"], ["PER"])]),
    # who is to return from a visit is still on it
    (
        "The Chadian minister will return from a visit to Peru on Friday.",
        [("ongoing", ["TCD"], ["PER"]), ("ongoing", ["TCD"], ["PER"])],
    ),
    ("The Chadian minister returned from a visit to Peru.", [("occurred", ["TCD"], ["PER"])]),
    # and so is who opens one as he comes
    (
        "Chad's president arrived in Oslo, opening a Nordic tour which includes Sweden.",
        [("occurred", ["TCD"], ["NOR"]), ("ongoing", ["TCD"], ["SWE"])],
    ),
    (
        "President Joe Oni, who returns on Sunday from a visit to Peru, has to form a government.",
        [("ongoing", ["Joe Oni"], ["PER"])],
    ),
    (
        "Joe Oni of Chad said it was an issue he would raise during a visit to Peru, starting on June 13.",
        [("planned", ["TCD"], ["PER"])],
    ),
    (
        "Chad's minister spoke of Peru, where he arrived on Sunday for talks with Peruvian officials.",
        [("occurred", ["TCD"], ["PER"])],
    ),
    # places stand beside states
    ("The Chadian minister visited England, Sweden and Peru.", [("occurred", ["TCD"], ["GBR", "PER", "SWE"])]),
    ("It was told before the Chadian minister's visit later this month to Peru.", [("planned", ["TCD"], ["PER"])]),
    # private people move, and visit nobody in public
    ("The Syrians arriving in Peru were told to wait.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_visits(reader, text, expected):
    assert [v for v in visits(reader, text) if v not in expected] == []
    assert visits(reader, text)[:1] == expected[:1]


def test_an_office_before_a_noun_or_the_town_of_a_summit_is_no_side(reader):
    told = [
        ("Questions were put during the Commander-in-Chief forum last month.", []),
        ("It will be signed at the NATO Lima summit in June.", ["NATO"]),
        ("Chad gave its answer at the White House press summit.", ["TCD"]),
        ("It will be signed at the EU-China summit in June.", ["CHN", "European Union"]),
    ]
    for text, sides in told:
        (report,) = [r for r in reader.read(text, published="2024-05-15").reports if r.kind == "conference"]
        assert sorted(p.country or p.name for p in report.participants) == sides


def test_what_is_told_to_a_conference_is_not_its_status(reader):
    (report,) = [
        r
        for r in reader.read("The Chadian minister told the conference the government will pay.").reports
        if r.kind == "conference"
    ]
    assert report.status == "occurred"
