"""To whom somebody asks or warns where no slot says so."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya sent a telex to Uganda and Chad requesting a new committee.", ["UGA", "TCD"]),
        ("Envoy Ann Lee had sent the Chadian president a letter requesting his release.", ["TCD"]),
        ("In a letter to Chadian senators seeking support, Kenyan senator Joe Oni said it was needed.", ["TCD"]),
        ("Rwanda dropped the nomination of Joe Oni as judge at Uganda's request.", ["RWA"]),
        ("The withdrawal of Chadian troops from Mali at the request of Kenya was welcomed by Uganda.", []),
        ("The Kenyan government listened too much to the demands of Chadian rebels.", ["KEN"]),
        ("The Kenyan agency brought the case before the Chadian court, asking for a ruling.", ["TCD"]),
        ("Kenya referred the plan back to the Chadian ministry, asking for changes.", ["TCD"]),
        ("Kenya brought the case to an end, asking for calm.", []),
        ("The Kenyan ministry said the port was closed at the request of Chad.", ["KEN"]),
        ("The Kenyan premier said the port was closed at the request of Chad.", []),
        ("Kenya pressed for a bigger role in Chad's oil industry.", ["TCD"]),
    ],
)
def test_addressees_are_found_outside_the_slots(reader: Reader, text: str, expected: list[str]) -> None:
    (report,) = (r for r in reader.read(text).reports if r.kind == "request")
    assert [p.country for p in report.participants if p.role == "recipient"] == expected


def test_addressees_are_those_whom_one_talks_with(reader: Reader) -> None:
    report = reader.read("Norway made the pledge during talks with Chad on Monday.").reports[0]
    assert [(p.role, p.country) for p in report.participants] == [("actor", "NOR"), ("recipient", "TCD")]
