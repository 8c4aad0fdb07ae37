"""Appositions between commas are no subjects or adjuncts."""

import pytest


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("Kenya and Chad, rivals who cut ties in 2016, signed an accord.", "signing", {"Kenya", "Chad"}),
        ("Ghana arrested a lawmaker, Otto Borg, on Tuesday.", "arrest", {"Ghana", "Otto Borg"}),
        ("Ghana arrested a teacher, Otto Borg, over the protest.", "arrest", {"Ghana", "Otto Borg"}),
        ("Ghana arrested a lawmaker on Tuesday, Otto Borg said.", "arrest", {"Ghana", "lawmaker"}),
    ],
)
def test_apposition_repairs_tell_who_takes_part(reader, text, kind, parties):
    report = next(r for r in reader.read(text).reports if r.kind == kind)
    assert {p.name for p in report.participants} == parties


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("The Kenyan government showed a Chadian envoy the door.", "expulsion", "KEN", "TCD"),
        ("Kenya freed Ghana's envoy, the doyen of diplomats.", "release", "KEN", "GHA"),
    ],
)
def test_what_is_given_is_no_apposition_to_its_taker(reader, text, kind, actor, recipient):
    report = next(r for r in reader.read(text).reports if r.kind == kind)
    assert {(p.role, p.country) for p in report.participants} == {("actor", actor), ("recipient", recipient)}
