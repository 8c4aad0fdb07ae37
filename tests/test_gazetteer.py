"""The table of places, the regions and the gazetteer that joins them with the states."""

from array import array

import pytest

from communique.errors import LexiconError
from communique.lexicon.gazetteer import check_regions, load_gazetteer
from communique.lexicon.places import NOTHING, PACKAGED, Kind, PlaceTable, fold, load_places, write_table
from communique.lexicon.regions import load_regions
from communique.lexicon.toponyms import load_toponym_words


@pytest.fixture(scope="module")
def gazetteer():
    return load_gazetteer()


def test_places_table_is_small_and_whole():
    assert PACKAGED.stat().st_size < 8_000_000
    table = PlaceTable()
    assert len(table) > 200_000
    assert "GeoNames" in table.source


def test_places_table_finds_each_of_its_places_by_name():
    table = load_places()
    for row in range(0, len(table), 1009):
        assert row in {place.row for place in table.look_up(table.entry(row).name)}


@pytest.mark.parametrize(
    ("name", "found", "country"),
    [
        ("Kyiv", "Kyiv", "UKR"),
        ("Kiev", "Kyiv", "UKR"),
        ("Bombay", "Mumbai", "IND"),
        ("sao paulo", "São Paulo", "BRA"),
        ("Port Au Prince", "Port-au-Prince", "HTI"),
        ("NAIROBI", "Nairobi", "KEN"),
    ],
)
def test_places_table_finds_towns_in_any_spelling(name, found, country):
    towns = [place for place in load_places().look_up(name) if place.kind is Kind.CITY]
    biggest = max(towns, key=lambda place: place.population)
    assert (biggest.name, biggest.country) == (found, country)


def test_places_table_knows_the_divisions_a_town_lies_in():
    table = load_places()
    (lyon,) = [place for place in table.look_up("Lyon") if place.population > 100_000 and place.kind is Kind.CITY]
    assert table.entry(lyon.admin1).kind is Kind.ADMIN1
    assert table.entry(lyon.admin1).country == "FRA"


def test_places_unknown_names_are_in_no_table():
    assert load_places().look_up("Zzyzzyx Qwq") == ()
    assert load_places().look_up("") == ()
    assert "Zzyzzyx Qwq" not in load_places()


def test_places_fold_joins_spellings():
    assert fold("St. Pölten") == fold("Saint Polten") == "st polten"
    assert fold("N’Djamena") == fold("N'Djamena") == "ndjamena"


def test_places_written_table_is_read_back(tmp_path):
    columns = {
        "geonameid": array("I", [7, 8]),
        "latitude": array("i", [-1_250_000, 4_000_000]),
        "longitude": array("i", [100, -17_999_999]),
        "population": array("I", [0, 4_000_000_000]),
        "kind": array("B", [Kind.ADMIN1, Kind.CITY]),
        "country": array("H", [0, 0]),
        "admin1": array("I", [NOTHING, 0]),
        "admin2": array("I", [NOTHING, NOTHING]),
    }
    path = tmp_path / "small.table"
    write_table(path, {"source": "made up"}, ["Łódź", "Brzeg"], ["POL"], columns, {"lodz": [0], "brzeg": [2, 1]})
    table = PlaceTable(path)
    town, other = table.look_up("Brzeg")
    assert (town.name, town.kind, town.admin1, town.latitude, town.own) == ("Brzeg", Kind.CITY, 0, 40.0, True)
    assert (other.name, other.admin1, other.latitude, other.own) == ("Łódź", None, -12.5, False)


@pytest.mark.parametrize("content", [b"", b"{}\n", b"not json\n", b'{"sections": [["names", 9]]}\nbroken'])
def test_places_damaged_table_is_refused(tmp_path, content):
    path = tmp_path / "bad.table"
    path.write_bytes(content)
    with pytest.raises(LexiconError, match=r"bad\.table"):
        PlaceTable(path)


def test_regions_examples_hold(gazetteer):
    assert list(check_regions(load_regions(), gazetteer)) == []


def test_regions_wrong_example_is_reported(gazetteer, tmp_path):
    (tmp_path / "regions.toml").write_text(
        '[[entry]]\nname = "Nowhere"\nnames = ["Nowhere"]\nkind = "region"\npoint = [1.0, 2.0]\n'
        'examples = [{ text = "It lay in the Sahel.", phrase = "Sahel" }]\n',
        encoding="utf-8",
    )
    assert "Nowhere" in "".join(check_regions(load_regions((tmp_path,)), gazetteer))


def test_regions_entry_without_a_point_is_refused(tmp_path):
    (tmp_path / "regions.toml").write_text(
        '[[entry]]\nname = "Nowhere"\nnames = ["Nowhere"]\nkind = "region"\nsame_as = "Zzyzzyx Qwq"\ncountry = "USA"\n'
        'examples = [{ text = "It lay in Nowhere.", phrase = "Nowhere" }]\n',
        encoding="utf-8",
    )
    with pytest.raises(LexiconError, match="Nowhere"):
        load_gazetteer((tmp_path,))


def test_toponym_words_show_themselves_in_their_examples():
    for entry in load_toponym_words().classes:
        for example in entry.examples:
            assert example.word in example.text
            assert example.word.lower() in entry.words


def test_gazetteer_gives_states_and_towns_of_a_name(gazetteer):
    kinds = {(sense.kind, sense.country) for sense in gazetteer.senses("Georgia")}
    assert {("state", "GEO"), ("division", "USA")} <= kinds
    assert [s.country for s in gazetteer.senses("Moscow") if s.capital] == ["RUS"]


def test_gazetteer_abbreviations_stand_only_behind_a_comma(gazetteer):
    assert gazetteer.is_abbreviation("Ky.")
    assert gazetteer.senses("Ky.") == ()
    assert [sense.name for sense in gazetteer.after_comma("Ky.")] == ["Kentucky"]


def test_gazetteer_finds_the_longest_lexicon_name(gazetteer):
    text = "A ship left the Gulf of Aden for the SOUTH CHINA SEA."
    assert [text[a:b] for a, b in gazetteer.find(text)] == ["Gulf of Aden", "SOUTH CHINA SEA"]


def test_gazetteer_disputed_regions_have_no_country(gazetteer):
    assert {sense.country for sense in gazetteer.senses("Spratly Islands")} == {None}
