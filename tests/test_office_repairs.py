"""Offices whose adjective stands behind a hyphen are one noun."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Kenya's president met the U.N. secretary-general.", "meeting", "U.N. secretary-general"),
        ("Kenya wrote to the U.N. secretary-general in May.", "letter", "U.N. secretary-general"),
        ("Kenya's president met the attorney-general of Chad.", "meeting", "attorney-general"),
    ],
)
def test_office_repairs_join_office(reader: Reader, text: str, kind: str, name: str) -> None:
    reports = [r for r in reader.read(text).reports if r.kind == kind]
    assert [name in [p.name for p in r.participants] for r in reports] == [True]
