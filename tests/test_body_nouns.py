from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def named(reader):
    def read(text: str, noun: str) -> set[str]:
        return {m.name for m in reader.read(text).mentions if m.span.text in {noun, f"the {noun}", f"The {noun}"}}

    return read


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        # the noun in the name
        ("The European Commission fined a firm. The Commission warned Chad.", "Commission", "European Commission"),
        ("The Ukrainian Foreign Ministry spoke. The ministry accused Chad.", "ministry", "Ukrainian Foreign Ministry"),
        ("The U.S. House of Representatives met. The House condemned Chad.", "House", "U.S. House of Representatives"),
        ("A Paris court jailed Juma Okello. The court fined his firm.", "court", "Paris court"),
        ("The World Bank met ministers in Chad. The bank rejected a plan.", "bank", "World Bank"),
        ("Thames Valley Police held a man. Police arrested another man.", "Police", "Thames Valley Police"),
        # a noun for bodies of its sort
        ("Amnesty International accused Chad. The group urged Chad to act.", "group", "Amnesty International"),
        ("Chad met Hezbollah in Oslo. The group said it would disarm.", "group", "Hezbollah"),
        ("The IAEA left Chad. The watchdog accused Chad of lies.", "watchdog", "International Atomic Energy Agency"),
        # the noun goes on with whom it meant in the sentence before
        ("Acme Tool Corp rose. Roe Mills Ltd sued the company. The company denied theft.", "company", "Acme Tool Corp"),
        # a party by its name
        ("The Harbour Party met. The party chose a leader.", "party", "Harbour Party"),
        # the one armed group of an article
        ("Mali blamed Houthi rebels. Houthis fled. The rebels are backed by Iran.", "rebels", "Houthis"),
        ("Boko Haram attacked a village. Chad accused the militants of theft.", "militants", "Boko Haram"),
    ],
)
def test_body_nouns_take_up_the_body_that_is_meant(named, text, noun, name):
    assert named(text, noun) == {name}


@pytest.mark.parametrize(
    ("text", "noun", "wrong"),
    [
        ("The World Bank and the Bank of Spain met. The bank left.", "bank", {"World Bank", "Bank of Spain"}),
        ("Syrian rebels fled. Islamic State attacked. The rebels accused Chad.", "rebels", {"Islamic State"}),
        ("Acme Tool Corp closed. The new company will open.", "new company", {"Acme Tool Corp"}),
        ("Acme Tool Corp met Roe Mills Ltd. The Belgian firm left.", "Belgian firm", {"Acme Tool Corp"}),
        ("The Harbour Party lost to the Tories. The liberal party won.", "liberal party", {"Harbour Party"}),
        ("Amnesty International and a group of nuns met. The group left.", "group", {"Amnesty International"}),
        ("Roe Ratings Corp cut Acme Tool Corp. It lowered the company's rank.", "company", {"Roe Ratings Corp"}),
        ("Acme Tool Corp bid. Roe Mills Ltd aides said the company had no bid.", "company", {"Acme Tool Corp"}),
        ("The European Commission met. A Kenyan commission left.", "Kenyan commission", {"European Commission"}),
        ("The European Parliament met. The watchdog accused Chad of lies.", "watchdog", {"European Parliament"}),
    ],
)
def test_body_nouns_take_up_nobody_where_several_may_be_meant(named, text, noun, wrong):
    assert named(text, noun).isdisjoint(wrong)


def test_body_nouns_fill_roles(reader):
    (report,) = reader.read(
        "Houthi fighters hid. The Houthis met envoys. The rebels accused Saudi Arabia of a raid."
    ).reports[-1:]
    assert [(p.role, p.country) for p in report.participants][:2] == [("actor", "YEM"), ("recipient", "SAU")]
