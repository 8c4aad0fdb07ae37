"""When a capital stands for its government."""

import pytest

from communique.reading.reader import Reader


def actors(reader: Reader, text: str) -> list[str | None]:
    report = next(iter(reader.read(text).reports))
    return [p.country for p in report.participants if p.role == "actor"]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo is to expel three envoys of Chad.",
        "Oslo is about to expel a Chadian diplomat.",
        "Oslo is expected to expel a Chadian diplomat.",
        "It was Oslo that expelled the Chadian diplomat.",
        "Oslo, too, expelled three envoys of Chad.",
        "Oslo, for its part, expelled a Chadian diplomat.",
    ],
)
def test_government_is_meant_by_a_capital_that_acts(reader: Reader, text: str) -> None:
    assert actors(reader, text) == ["NOR"]


def test_government_is_meant_by_a_seat_that_something_is_said_to(reader: Reader) -> None:
    (report,) = reader.read("The Kenyan minister recommended to the White House that the tax be cut.").reports
    assert [p.country for p in report.participants if p.role == "recipient"] == ["USA"]


def test_government_is_not_meant_by_a_dateline(reader: Reader) -> None:
    assert actors(reader, "Oslo, 15 January - Chad expelled three Kenyan envoys.") == ["TCD"]


def test_government_is_not_meant_by_a_city_that_is_so(reader: Reader) -> None:
    assert not reader.read("Oslo is cold. Amman, who lived there, expelled a Chadian diplomat.").reports
