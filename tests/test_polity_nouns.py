import pytest


@pytest.mark.parametrize(
    ("text", "name", "means"),
    [
        # a form of government picks out a state by its full name
        (
            "Envoys left Riyadh for talks with Saudi ministers after Iran accused the kingdom of theft.",
            "kingdom",
            "SAU",
        ),
        ("Iran fired missiles at Israel. Britain condemned the Islamic republic.", "republic", "IRN"),
        ("Kenya sold tea to Oman. Chad thanked the sultanate.", "sultanate", "OMN"),
        # another noun for a state needs one that is clearly meant
        ("Chad said the country would send troops.", "country", "TCD"),
        ("Sudan accused Egypt of meddling and warned the country against sending troops.", "country", "EGY"),
        ("Mali expelled the French ambassador. The country recalled its own envoy.", "country", "MLI"),
        ("Norway and Chad sent envoys. Peru warned the country.", "country", None),
        ("Norway warned the country.", "country", None),
        # a quarter of the sky is short for the one state that is called by it
        ("North Korea fired a missile. Japan called on the North to talk.", "North", "PRK"),
        ("South Korea and South Africa signed a pact. Japan praised the South.", "South", None),
        ("Chad's rebels fled to the North on Monday.", "North", None),
        ("Chad visited the kingdom of the Zulus.", "kingdom", None),
        ("Chad and Niger played against the country team.", "country", None),
    ],
)
def test_polity_nouns_take_up_the_state_that_is_clearly_meant(reader, text, name, means):
    reading = reader.read(text)
    found = {m.country for m in reading.mentions if m.span.text.split()[-1] == name}
    assert found == ({means} if means else set())


def test_polity_nouns_fill_roles(reader):
    report = reader.read("Saudi envoys were in Oslo when Iran accused the kingdom of arming rebels.").reports[-1]
    assert [(p.role, p.country) for p in report.participants] == [("actor", "IRN"), ("recipient", "SAU")]


def test_sanctions_against_a_capital_are_against_its_state(reader):
    (report,) = reader.read("Mali recalled its envoy from Paris.").reports
    assert [(p.role, p.country, p.sector) for p in report.participants][1:] == [("recipient", "FRA", None)]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The European Union fined a firm. Chad accused the bloc of meddling.", {"org:eu"}),
        ("NATO foreign ministers met in Riga. The alliance warned Chad.", {"org:nato"}),
        ("The European Union and the International Monetary Fund met. The fund warned Chad.", {"org:imf"}),
        ("The bank of Chad met the union.", set()),
    ],
)
def test_polity_nouns_take_up_the_international_body_that_is_meant(reader, text, bodies):
    nouns = {"bloc", "alliance", "fund", "bank", "union"}
    found = {m.actor for m in reader.read(text).mentions if m.span.text.split()[-1] in nouns}
    assert {actor for actor in found if actor.startswith("org:")} == bodies
