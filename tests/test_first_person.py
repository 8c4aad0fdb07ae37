from __future__ import annotations

import pytest

from communique.records import Article


@pytest.fixture(scope="module")
def acts(reader):
    def read(text: str) -> list[tuple[str, list[str]]]:
        reports = next(iter(reader.pipe([Article(id="article-1", text=text)]))).reports
        return [(r.kind, [p.name for p in r.participants if p.role == "actor"]) for r in reports]

    return read


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ('"We condemn the raid by Niger," said Chadian Foreign Minister Ali Deby.', "condemnation", "Ali Deby"),
        ('Chadian Foreign Minister Ali Deby wrote: "I reject the plan of Niger."', "rejection", "Ali Deby"),
        ('"We have asked Niger for help," Chadian Foreign Minister Ali Deby said.', "request", "Ali Deby"),
        ('"We are asking Niger for help," Chadian Foreign Minister Ali Deby said.', "request", "Ali Deby"),
        ('"We do not accept the plan of Niger," Chadian Foreign Minister Ali Deby said.', "rejection", "Ali Deby"),
    ],
)
def test_first_person_of_a_quotation_is_its_speaker(acts, text, kind, name):
    assert (kind, [name]) in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        'Chadian Foreign Minister Ali Deby left. "We condemn the raid by Niger," a sign read.',
        '"We should condemn the raid by Niger," Chadian Foreign Minister Ali Deby said.',
        '"We have to condemn the raid by Niger," Chadian Foreign Minister Ali Deby said.',
        '"We are going to condemn the raid by Niger," Chadian Foreign Minister Ali Deby said.',
    ],
)
def test_first_person_is_left_alone_where_nobody_acts_by_saying_so(acts, text):
    assert all("Ali Deby" not in names for kind, names in acts(text) if kind == "condemnation")
