"""One act in many constructions has the same doer and the same one to whom it is done, and its own status."""

from __future__ import annotations

import pytest

ALONE = {"NOR"}, {"CHL"}
TOGETHER = {"NOR", "KEN"}, {"CHL"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Norway condemned Chile on Monday.", ALONE),
        ("Chile, condemned by Norway on Monday, held elections.", ALONE),
        ("Having condemned Chile on Monday, Norway held elections.", ALONE),
        ("Norway was among the states that condemned Chile on Monday.", ALONE),
        ("Norway, not Kenya, condemned Chile on Monday.", ALONE),
        ("Chile condemned by Norway", ALONE),
        ("Chile found itself condemned by Norway on Monday.", ALONE),
        ("Norway condemned its neighbour Chile on Monday.", ALONE),
        ("Its close ally Norway condemned Chile on Monday.", ALONE),
        ("Norway as well as Kenya condemned Chile on Monday.", TOGETHER),
        ("Norway joined Kenya in condemning Chile on Monday.", TOGETHER),
        ("Chile was first condemned by Kenya and then by Norway on Monday.", TOGETHER),
        ("Norway condemned Chile as well as Kenya on Monday.", ({"NOR"}, {"CHL", "KEN"})),
        ("The Norwegian newspaper Chile condemned the law on Monday.", ({"NOR"}, set())),
    ],
)
def test_constructions_keep_the_parties_of_an_act(reader, text, parties):
    (report,) = (r for r in reader.read(text).reports if r.kind == "condemnation")
    by_role = [{p.country for p in report.participants if (p.role == "actor") is acting} for acting in (True, False)]
    assert tuple(by_role) == parties


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway stopped short of attacking Chile.", "denied"),
        ("Once Norway has attacked Chile, talks will begin.", "planned"),
        ("Talks will begin when Chile is attacked by Norway.", "planned"),
        ("Talks have begun since Norway has attacked Chile.", "occurred"),
        ("When Chile was attacked by Norway in 1982, Kenya held elections.", "occurred"),
        ("Norway has yet to attack Chile.", "denied"),
        ("Had Norway attacked Chile, prices would have risen.", "hypothetical"),
    ],
)
def test_constructions_tell_the_status_of_an_act(reader, text, status):
    (report,) = (r for r in reader.read(text).reports if r.kind == "attack")
    assert report.status == status
    assert [p.country for p in report.participants] == ["NOR", "CHL"]
