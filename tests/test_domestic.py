import pytest


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Police fired on protesters in Kenya.", "Police", "KEN"),
        ("Foreign banks agreed to lend money to the government of Peru.", "Foreign banks", None),
        ("The Hamburg-based shipping line signed an agreement with Kenya.", "Hamburg-based shipping line", None),
        ("Niger said its forces had attacked Chadian rebels.", "forces", "NER"),
        ("President Diouf denied that money for Iran had paid the rebels in Chad.", "Diouf", None),
        ("Bankers met ministers in Belgium.", "Bankers", None),
    ],
)
def test_domestic_state_is_given_only_where_the_sentence_makes_it_plain(reader, text, name, country):
    found = {p.name: p.country for report in reader.read(text).reports for p in report.participants}
    assert found[name] == country
