"""Acts that are called needed or hard, or that somebody lacks the means for."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("It was vital for Chad to sign the treaty with Niger.", "signing", "proposed"),
        ("It is essential that Chad signs the treaty with Niger.", "signing", "proposed"),
        ("It would be hard for Chad to sign the treaty with Niger.", "signing", "hypothetical"),
        ("The Chadian government does not have to call elections until June.", "election", "hypothetical"),
        ("The Chadian ministry was at pains to deny the report.", "denial", "occurred"),
        ("The Chadian minister took the opportunity to thank Niger.", "praise", "occurred"),
        ("The Chadian minister did not take the opportunity to thank Niger.", "praise", "denied"),
    ],
)
def test_appraisal_of_infinitives(reader: Reader, text: str, kind: str, status: str) -> None:
    assert [r.status for r in reader.read(text).reports if r.kind == kind] == [status]
