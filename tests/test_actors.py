from __future__ import annotations

import pytest

from communique.lexicon.actors import ActorLexicon, check_actors
from communique.reading.actors import find_actors, mention_records
from communique.reading.blocks import Block
from communique.reading.parse import Prepared, parse
from communique.records import Article


@pytest.fixture(scope="module")
def lexicon() -> ActorLexicon:
    return ActorLexicon.load()


@pytest.fixture(scope="module")
def cast_of(nlp, lexicon):
    def read(text: str):
        article = Article(id="article-1", text=text)
        parsed = next(parse(nlp, [Prepared(article, text, None, (Block("paragraph", 0, len(text)),))]))
        return parsed, find_actors(parsed, lexicon)

    return read


@pytest.fixture(scope="module")
def actors_of(cast_of):
    def read(text: str) -> set[tuple[str, str | None, str | None]]:
        return {(entity.name, entity.country, entity.sector) for entity in cast_of(text)[1].entities}

    return read


def person(cast, name):
    return next(entity for entity in cast.entities if entity.type == "person" and name in entity.names)


def test_actors_lexicon_examples_hold(cast_of, lexicon):
    assert list(check_actors(lexicon, lambda text: mention_records(cast_of(text)[1]))) == []


def test_actors_carry_office_state_and_sector_to_the_bare_surname(cast_of):
    _, cast = cast_of("Norwegian Foreign Minister Kari Halvorsen landed in Cairo. Halvorsen then left.")
    entity = person(cast, "Kari Halvorsen")
    assert (entity.country, entity.sector, entity.office) == ("NOR", "GOV", "Foreign Minister")
    assert "Halvorsen" in entity.names
    assert [m.name for m in cast.mentions if entity in m.entities] == ["Kari Halvorsen", "Halvorsen"]


@pytest.mark.parametrize("trade", ["activist", "human rights activist", "drug lord", "aid worker", "poet", "priest"])
def test_actors_take_the_state_of_a_trade_before_their_name(cast_of, trade):
    _, cast = cast_of(f"Police detained the Kenyan {trade} Peter Otieno on Monday.")
    assert person(cast, "Peter Otieno").country == "KEN"


def test_actors_are_no_body_before_their_name(cast_of):
    _, cast = cast_of("The Kenyan bank Otieno and Sons was closed.")
    assert not any(entity.type == "person" for entity in cast.entities)


def test_actors_join_spelling_variants_and_misprints_but_not_namesakes(cast_of):
    _, cast = cast_of(
        "Ruben Kettering met Sergey Ivantsov on Monday. Sergei Ivansov thanked Ruben Kettring. "
        "His brother Edgar Kettering stayed away."
    )
    assert person(cast, "Ruben Kettering") is person(cast, "Ruben Kettring")
    assert person(cast, "Sergey Ivantsov") is person(cast, "Sergei Ivansov")
    assert person(cast, "Edgar Kettering") is not person(cast, "Ruben Kettering")


@pytest.mark.parametrize(
    ("text", "name", "country", "office"),
    [
        ("Egypt's president, Farid Mansour, spoke on Monday.", "Farid Mansour", "EGY", "President"),
        ("Nigel Harding, the British prime minister, spoke.", "Nigel Harding", "GBR", "Prime Minister"),
        ("President of Slovenia Ana Kovač arrived.", "Ana Kovač", "SVN", "President"),
        ("Slovenian Ambassador to Turkey Ana Kovač arrived.", "Ana Kovač", "SVN", "Ambassador"),
        ("Chad told Slovenian Ambassador to the United Nations Ana Kovač to leave.", "Ana Kovač", "SVN", "Ambassador"),
        ("Secretary of State Ana Roe of the United States left.", "Ana Roe", "USA", "Secretary of State"),
        ("Turkish deputy foreign minister Kemal Aydin left.", "Kemal Aydin", "TUR", "Deputy Foreign Minister"),
        ("Turkish President President Aydin left.", "Aydin", "TUR", "President"),
        ("Prime Minister Gen. Somchai Phromma of Thailand left.", "Somchai Phromma", "THA", "Prime Minister"),
    ],
)  # fmt: skip
def test_actors_take_the_state_of_an_office_from_before_after_or_apposition(cast_of, text, name, country, office):
    entity = person(cast_of(text)[1], name)
    assert (entity.country, entity.office) == (country, office)


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Lavrenko and Wang Yun, the Russian and Chinese foreign ministers, met in Sochi.",
        "Ivan Lavrenko and Wang Yun, the foreign ministers of Russia and China, met in Sochi.",
        "The Russian and Chinese foreign ministers, Ivan Lavrenko and Wang Yun, met in Sochi.",
    ],
)
def test_actors_take_each_a_state_of_the_plural_office_beside_them(actors_of, text):
    assert {("Ivan Lavrenko", "RUS", "GOV"), ("Wang Yun", "CHN", "GOV")} <= actors_of(text)


def test_actors_beside_a_plural_office_of_others_take_none_of_its_states(actors_of):
    found = actors_of("Ivan Lavrenko and Wang Yun met the Russian and Chinese foreign ministers in Sochi.")
    assert {("Ivan Lavrenko", None, None), ("Wang Yun", None, None)} <= found


def test_actors_take_the_sector_of_a_body_for_its_officer(cast_of):
    _, cast = cast_of("U.N. Secretary-General Olu Adeyemi met French National Assembly president Paul Garnier.")
    assert (person(cast, "Olu Adeyemi").country, person(cast, "Olu Adeyemi").sector) == (None, "IGO")
    assert (person(cast, "Paul Garnier").country, person(cast, "Paul Garnier").sector) == ("FRA", "LEG")


def test_actors_resolve_the_countrys_minister_and_a_counterpart(cast_of):
    _, cast = cast_of(
        "Norwegian Foreign Minister Kari Halvorsen will fly to Thailand to see the country's Foreign Minister "
        "Somchai Phromma. Halvorsen then meets her Chilean counterpart Marta Soler."
    )
    assert person(cast, "Somchai Phromma").country == "THA"
    soler = person(cast, "Marta Soler")
    assert (soler.country, soler.sector, soler.office) == ("CHL", "GOV", "Foreign Minister")


def test_actors_give_an_office_without_name_to_its_holder(cast_of):
    _, cast = cast_of(
        "Norwegian Foreign Minister Kari Halvorsen met the Danish defence minister. "
        "The Norwegian foreign minister left early. A Norwegian foreign minister seldom does."
    )
    holder = person(cast, "Kari Halvorsen")
    assert sum(holder in mention.entities for mention in cast.mentions) == 2
    other = person(cast, "Danish defence minister")
    assert (other.country, other.office) == ("DNK", "Defence Minister")


def test_actors_leave_the_state_of_a_visitor_unknown(cast_of):
    _, cast = cast_of("President Mansour arrived in Japan on Monday. In Oslo, President Mansour praised Norway.")
    assert person(cast, "Mansour").country is None


def test_actors_split_coordinated_owners_into_several_entities(actors_of):
    found = actors_of("Senior Hungarian and Romanian officials met leaders of Japan and South Korea.")
    assert {("Hungarian officials", "HUN", "GOV"), ("Romanian officials", "ROU", "GOV")} <= found
    assert {(country, sector) for _, country, sector in found} >= {("JPN", "GOV"), ("KOR", "GOV")}


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Afghan rebel leaders refused.", "AFG", "REB"),
        ("Hezbollah guerrillas fired rockets.", "LBN", "REB"),
        ("UN peacekeepers withdrew.", None, "MIL"),
        ("Swedish intelligence officials refused.", "SWE", "SPY"),
        ("Security forces in Guinea arrested him.", "GIN", "COP"),
        ("Palestinian refugees in Lebanon protested.", "PSE", "REF"),
        ("Bosnian Serbs agreed.", "BIH", "CVL"),
        ("French farmers blocked the road.", "FRA", "AGR"),
        ("Rebels shot at Chilean helicopters and tanks.", "CHL", "MIL"),
        ("Vietnamese-led forces took the town.", "VNM", "MIL"),
        ("Vietnamese-backed rebels took the town.", None, "REB"),
    ],
)
def test_actors_give_groups_their_state_and_sector(actors_of, text, country, sector):
    assert (country, sector) in {(c, s) for _, c, s in actors_of(text)}


def test_actors_take_a_capital_for_its_government_by_grammar(cast_of):
    _, cast = cast_of("Moscow said relations with Ankara were good. Envoys met in Oslo and visited Paris.")
    found = [(e.id, e.sector) for m in cast.mentions for e in m.entities if e.type == "state"]
    assert found == [("state:RUS", "GOV"), ("state:TUR", "GOV")]


@pytest.mark.parametrize(
    ("text", "governments"),
    [
        ("Cuba accused Nairobi of meddling.", ["state:KEN"]),
        ("Nairobi was warned by Cuba.", ["state:KEN"]),
        ("Cuba complained to Nairobi and sent a letter to Oslo.", ["state:KEN", "state:NOR"]),
        ("Cuba called on Nairobi to free the crew.", ["state:KEN"]),
        ("Pressure on Nairobi has grown.", ["state:KEN"]),
        ("Rebels captured Nairobi, drove to Kampala and marched on Kigali.", []),
        ("A report on Nairobi spoke of the road to Kampala.", []),
    ],
)
def test_actors_take_a_capital_that_is_addressed_for_its_government(cast_of, text, governments):
    _, cast = cast_of(text)
    assert [e.id for m in cast.mentions for e in m.entities if e.type == "state" and e.sector == "GOV"] == governments


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thousands of Sudanese took to the streets.", ("group", "SDN", "CVL")),
        ("Two Chinese were arrested.", ("group", "CHN", "CVL")),
        ("The French accused the British of piracy.", ("state", "FRA", None)),
    ],
)
def test_actors_take_an_adjective_that_is_counted_for_people(cast_of, text, kind):
    _, cast = cast_of(text)
    assert kind in {(e.type, e.country, e.sector) for e in cast.entities}


def test_actors_know_organisations_by_acronym_and_by_name(cast_of):
    _, cast = cast_of("The Association of Southeast Asian Nations met. ASEAN issued a statement, and who knows why.")
    assert [e.id for m in cast.mentions for e in m.entities] == ["org:asean", "org:asean"]


def test_actors_name_unknown_organisations_whole(cast_of):
    _, cast = cast_of("The president of the Tunisian League for the Defence of Prisoners, Farid Mansour, said so.")
    mansour = person(cast, "Farid Mansour")
    assert (mansour.country, mansour.office) == ("TUN", "President")
    assert mansour.sector != "GOV"


def test_cast_gives_the_actors_that_modify_a_noun(cast_of):
    parsed, cast = cast_of("The US missile strike hurt Russia-US relations. Moscow's embassy said so.")
    tokens = {token.text: (sentence, token) for sentence in parsed.sentences for token in sentence.tokens}

    def modifiers(word: str) -> list[str]:
        return [e.id for m in cast.modifiers(*tokens[word]) for e in m.entities]

    assert modifiers("strike") == ["state:USA"]
    assert modifiers("relations") == ["state:RUS", "state:USA"]
    assert modifiers("embassy") == ["state:RUS"]


def test_actors_records_span_the_text_and_repeat_exactly(cast_of):
    text = "Kenyan President Amina Odhiambo and Peter Otieno met in Nairobi.\nShe thanked him. Odhiambo left."
    first, second = mention_records(cast_of(text)[1]), mention_records(cast_of(text)[1])
    assert first == second
    assert first
    assert all(text[m.span.start : m.span.end] == m.span.text for m in first)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "'s", "The the of and.", "MR. - , ' \"", "\u0000\ud7ff Kim \u202e", "President"]
)
def test_actors_survive_odd_text(cast_of, nlp, lexicon, text):
    article = Article(id="odd", text=text)
    blocks = (Block("paragraph", 0, len(text)),) if text.strip() else ()
    find_actors(next(parse(nlp, [Prepared(article, text, None, blocks)])), lexicon)


def test_actors_know_a_state_with_a_slip_of_the_pen(actors_of):
    assert any(country == "ETH" for _, country, _ in actors_of("Ethopia has agreed to open its borders."))
    known_town = "The students marched through the city of Belgaum."
    assert not any(country == "BEL" for _, country, _ in actors_of(known_town))


def test_actors_take_a_state_for_a_person_only_where_one_is_named(cast_of):
    _, cast = cast_of("Jordan received the Norwegian foreign minister on Monday.")
    assert "state:JOR" in {entity.id for entity in cast.entities}
    _, cast = cast_of("Michael Jordan met the press. Later Jordan received the Norwegian foreign minister.")
    assert "state:JOR" not in {entity.id for entity in cast.entities}


def test_actors_read_what_describes_a_person_through_to_the_state(cast_of):
    _, cast = cast_of("The ban was criticised by Norwegian skier Kari Halvorsen on Monday.")
    assert person(cast, "Kari Halvorsen").country == "NOR"


def test_actors_take_the_state_of_a_town_or_region_after_them(actors_of, cast_of):
    assert ("Police", "AFG", "COP") in actors_of("Police in Kandahar arrested twelve men.")
    assert ("government", "PAK", "GOV") in actors_of("The government of Sindh province has ordered patrols.")
    _, cast = cast_of("The mayor of Calgary, Marta Soler, met the press.")
    assert person(cast, "Marta Soler").country == "CAN"


def test_actors_give_an_office_holder_the_state_of_the_seat_that_speaks_of_him(cast_of):
    _, cast = cast_of("President Harlan Crewe signed the order on Monday, the White House said.")
    assert person(cast, "Harlan Crewe").country == "USA"
    _, cast = cast_of("The White House said. President Harlan Crewe signed the order on Monday.")
    assert person(cast, "Harlan Crewe").country is None


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        (
            "Kari Halvorsen met her Omani and Qatari counterparts, Said Al Harthy and Nasser Al Attiyah, in Oslo.",
            {"Said Al Harthy": "OMN", "Nasser Al Attiyah": "QAT"},
        ),
        (
            "The foreign ministers of Chad and Peru, Paul Garnier and Marta Soler, met in Oslo.",
            {"Paul Garnier": "TCD", "Marta Soler": "PER"},
        ),
        (
            "The foreign ministers of Chad and Peru, Paul Garnier, Walter Kane and Marta Soler, met in Oslo.",
            {"Paul Garnier": None, "Marta Soler": None},
        ),
    ],
)
def test_actors_give_each_of_several_names_its_own_of_as_many_states(actors_of, text, countries):
    read = {name: country for name, country, _ in actors_of(text)}
    assert {name: read[name] for name in countries} == countries


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Iranian general Reza Karimi spoke.", "Reza Karimi", "IRN", "MIL"),
        ("Iraqi militia leader Hadi Karim spoke.", "Hadi Karim", "IRQ", "REB"),
        ("Chinese Vice Premier and Foreign Minister Ann Lee spoke.", "Ann Lee", "CHN", "GOV"),
        ("In general Ann Lee was right, and Chad agreed.", "Ann Lee", None, None),
    ],
)
def test_actors_take_all_that_stands_before_a_name(actors_of, text, name, country, sector):
    assert (name, country, sector) in actors_of(text)


def test_actors_keep_two_officials_apart(actors_of):
    found = {name for name, *_ in actors_of("The British prime minister and Foreign Minister Jens Holt met.")}
    assert found == {"British prime minister", "Jens Holt"}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Iraqi premier Ali al-Karim left. Mr. al-Karim smiled.", "Mr. al-Karim", "Ali al-Karim"),
        ("Iraqi premier Ali al-Karim left. Rebels shot at al-Karim.", "al-Karim", "Ali al-Karim"),
        ("Chilean mayor Ana de Soto left. Mayor de Soto smiled.", "Mayor de Soto", "Ana de Soto"),
        ("Jordanian Crown Prince Sultan bin Omar left. The crown prince smiled.", "crown prince", "Sultan bin Omar"),
        ("Malaysian Prime Minister Tan Sri Azlan Hakim left. Azlan smiled.", "Azlan", "Azlan Hakim"),
        ("Peruvian Premier William Kane left. Bill Kane smiled.", "Bill Kane", "William Kane"),
        ("Indonesian President Sukarto left. Sukarto smiled.", "Sukarto", "Sukarto"),
        ("North Korean diplomat Han Kwang-il left. Han refused to comment.", "Han", "Han Kwang-il"),
        ("The Kenyan army left. Chad said the army had lost.", "army", "Kenyan army"),
    ],
)
def test_actors_take_up_short_forms_of_names(cast_of, text, words, name):
    _, cast = cast_of(text)
    meant = [m.entities for m in cast.mentions if m.sentence.span(m.first, m.last).text == words]
    assert [{e.name for e in entities} for entities in meant] == [{name}]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Orbit Oil and Gas Ltd sued Chad.", "Orbit Oil and Gas Ltd", {"Orbit Oil and Gas Ltd"}),
        ("Exxal and Texor Oil Corp left Chad.", "Texor Oil Corp", {"Texor Oil Corp"}),  # two companies
        ("Barrow, Stearn and Co said so.", "Barrow, Stearn and Co", {"Barrow, Stearn and Co"}),
        ("Acme Tool Co of Canada Ltd left.", "Acme Tool Co of Canada Ltd", {"Acme Tool Co of Canada Ltd"}),
        ("Bergmann und Bau AG sued Chad.", "Bergmann und Bau AG", {"Bergmann und Bau AG"}),
        ("The Oslo-based Acme Tool Corp left.", "Acme Tool Corp", {"Acme Tool Corp"}),
        (
            "Long-Term Harvest Bank of Japan Ltd left.",
            "Long-Term Harvest Bank of Japan Ltd",
            {"Long-Term Harvest Bank of Japan Ltd"},
        ),
        ("Commonwealth Harvest Corp left.", "Commonwealth Harvest Corp", {"Commonwealth Harvest Corp"}),
        ("American Mowers Corp left. AMC said it had won.", "AMC", {"American Mowers Corp"}),
        ("Northrup Grayson sued Chad. Northrup said it would pay.", "Northrup", {"Northrup Grayson"}),
        ("Acme Tool Co and its Acme Tool Credit Co sued Chad. Acme left.", "Acme", {"Acme Tool Co"}),
    ],
)
def test_actors_know_bodies_by_full_and_short_names(cast_of, text, words, names):
    _, cast = cast_of(text)
    meant = [m.entities for m in cast.mentions if m.sentence.span(m.first, m.last).text == words]
    assert [{e.name for e in entities} for entities in meant] == [names]


def test_actors_share_a_surname_and_know_relatives(cast_of):
    _, cast = cast_of("Mark and Patricia Harlow visited Chad. Mark Seidel said so.")
    assert person(cast, "Mark Harlow") is not person(cast, "Mark Seidel")
    _, cast = cast_of("President Walter Kane met his wife, Ann Kane. Doctors saw Kane.")
    assert "Kane" in person(cast, "Walter Kane").names


def test_actors_are_no_acronyms_of_common_nouns(cast_of):
    _, cast = cast_of("The supply of frozen orange juice (FOJ) fell. FOJ was dear in Oslo.")
    assert all("FOJ" not in entity.names for entity in cast.entities)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Digital Harvest Act hurt Chad.", "Act"),
        ("The Digital Harvest Act (DHA) was passed. The DHA hurt Chad.", "DHA"),
        ("The Sterling 825SL was sold in Chad.", "825SL"),
        ("Chris-Craft Inc <CCN> sued Chad.", "CCN"),
        ("William Harlow (D-Wis) spoke of Chad.", "D-Wis"),
        ("William Harlow (D-N.J.) spoke of Chad.", "D-N.J."),
        ("Their ship MV Ann Roe left for Chad.", "Roe"),
        ("He was held at the Richard Donovan Correctional Facility in Chad.", "Facility"),
    ],
)
def test_actors_are_no_laws_models_codes_ships_and_sites(cast_of, text, name):
    _, cast = cast_of(text)
    assert all(name not in known for entity in cast.entities for known in entity.names)


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("U.S. Senate President Thomas Rivera spoke.", "Thomas Rivera", "Senate President"),  # not the state's
        ("Podcaster Spike Harlow left for Chad.", "Spike Harlow", "Podcaster"),
        ("Catholic Bishop Emeritus Paulo Soler died in Chad.", "Paulo Soler", None),
        ("Prime Minister Ann Park left for Chad.", "Ann Park", "Prime Minister"),
    ],
)
def test_actors_are_told_from_what_stands_before_their_names(cast_of, text, name, office):
    assert person(cast_of(text)[1], name).office == office


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The National Flood Response Centre (NFRC) thanked Norway.", "National Flood Response Centre"),
        ("The Northern Fishing Rights Commission accused Norway of poaching.", "Northern Fishing Rights Commission"),
        ("Opera-loving Ann Lee met Senator Bo Marlowe.", "Ann Lee"),
        ("Park Jong-un met Senator Bo Marlowe.", "Park Jong-un"),
        ("Portugal's NATO colleagues left. NATO thanked Norway.", "NATO"),
    ],
)
def test_actors_are_called_by_their_names_alone(cast_of, text, name):
    _, cast = cast_of(text)
    called = next(entity for entity in cast.entities if name in {entity.name, *entity.names})
    assert not [other for other in called.names if name in other and other != name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He sued Attorney Walter R. Kane, Jr. and left Chad.", ["Walter R. Kane, Jr."]),
        ("Kenyan President Ann Park Visits Chad", ["Ann Park"]),
        ("Kenyan President Calls Raid 'Murder' in Chad", []),  # a verb of a headline is nobody's name
    ],
)
def test_actors_have_their_suffix_and_no_verb_for_a_name(cast_of, text, names):
    _, cast = cast_of(text)
    assert [m.entities[0].name for m in cast.mentions if m.how == "name"] == names


@pytest.mark.parametrize(
    ("text", "named"),
    [("Chad condemned the use of force.", False), ("Chad condemned the UN force.", True), ("A force left Chad.", True)],
)
def test_actors_are_no_bare_qualities(cast_of, text, named):
    _, cast = cast_of(text)
    assert any("force" in name for entity in cast.entities for name in entity.names) == named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ethiopia signed an accord with Somaliland on Monday.", {"Ethiopia", "Somaliland"}),
        ("Georgia accused Abkhazia of breaking the truce.", {"Georgia", "Abkhazia"}),
        ("Russian troops in Abkhazia held an exercise.", {"Russian troops"}),
    ],
)
def test_actors_states_in_fact_are_parties_but_behind_a_preposition_places(reader, text, names):
    assert {p.name for r in reader.read(text).reports for p in r.participants} == names


@pytest.mark.parametrize(
    "text",
    [
        "Senate Majority Leader Ann Roe spoke on Monday. The Senate acquitted the judge.",
        "Ann Roe of the Police Public Relations Branch spoke in Lima. The police shot at the protesters.",
        "Opposition leader Ann Roe spoke on Monday. The opposition accused the president of fraud.",
    ],
)
def test_actors_a_body_is_none_of_its_members(reader, text):
    assert "Ann Roe" not in {p.name for r in reader.read(text).reports for p in r.participants}


def test_actors_a_surname_is_no_people(reader):
    text = "Volker Turk accused Israel on Monday. A Turk was arrested in Oslo. Turk urged Hamas to free the men."
    reports = {r.kind: [(p.name, p.country) for p in r.participants] for r in reader.read(text).reports}
    assert reports["appeal"][0] == ("Volker Turk", None)
    assert reports["arrest"][0][1] == "TUR"


def test_actors_a_name_behind_an_official_and_a_comma_is_his(reader):
    (report,) = reader.read("The Dutch minister met her Ukrainian counterpart, Rustem Umerov.").reports
    assert [(p.name, p.country) for p in report.participants] == [("Dutch minister", "NLD"), ("Rustem Umerov", "UKR")]


def test_actors_the_noun_that_introduced_a_person_is_his(reader):
    text = "Iraqi cleric Sayyid Jafar al-Musawi called for protests. The cleric accused the police of theft."
    reports = {r.kind: [p.name for p in r.participants if p.role == "actor"] for r in reader.read(text).reports}
    assert reports["accusation"] == ["Jafar al-Musawi"]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan general Peter Odhiambo spoke.",
        "A Kenyan general, Peter Odhiambo, spoke.",
        "Kenyan General Peter Odhiambo spoke.",
    ],
)
def test_actors_ranks_introduce_officers_with_and_without_article(actors_of, text):
    assert ("Peter Odhiambo", "KEN", "MIL") in actors_of(text)


def test_actors_rank_in_the_name_of_a_firm_makes_no_officer(actors_of):
    assert all(sector != "MIL" for _, _, sector in actors_of("General Partners said it would wait."))


def test_actors_chairman_of_a_committee_is_of_its_chamber(actors_of):
    found = actors_of("Senate Foreign Relations Committee Chairman Peter Odhiambo spoke.")
    assert ("Peter Odhiambo", "LEG") in {(name, sector) for name, _, sector in found}


def test_actors_embassy_is_one_though_its_name_may_be_a_place(actors_of):
    assert ("USA", "GOV") in {(country, sector) for _, country, sector in actors_of("The United States Embassy shut.")}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Peru's creditor banks met in Lima.", "Peru's creditor banks", None),
        ("Peruvian officials met the country's bank creditors.", "bank creditors", None),
        ("Japanese creditors met Peruvian officials.", "Japanese creditors", "JPN"),
        ("Allies in Japan helped Peru.", "Allies", "JPN"),
        ("Banks pressed Peru on Monday. Peru said so. Peru wants time.", "Banks", None),
        ("A Western diplomat warned Peru. Peru said so. Peru wants time.", "Western diplomat", None),
    ],
)
def test_actors_who_deal_with_a_state_are_of_others(actors_of, text, name, country):
    assert {found[1] for found in actors_of(text) if found[0] == name} == {country}


def test_actors_an_acronym_means_the_body_that_the_article_names_in_full(actors_of):
    text = "Acme asked the U.S. Interstate Commerce Commission to wait. The ICC had barred the sale."
    assert "International Criminal Court" not in {name for name, _, _ in actors_of(text)}
    text = "The International Criminal Court opened. The ICC heard a case. The Iron Craft Council met."
    assert "International Criminal Court" in {name for name, _, _ in actors_of(text)}


def test_actors_a_state_behind_a_name_is_part_of_it(actors_of):
    assert "Environment Canada" in {
        name for name, _, _ in actors_of("Environment Canada warned on Saturday of a storm.")
    }
    assert "Canada" in {name for name, _, _ in actors_of("On Saturday Canada warned of a storm.")}


def test_actors_a_union_is_not_its_secretary(actors_of):
    text = "Union secretary Joe Oni spoke. The union rejected the offer."
    assert "union" in {name for name, _, _ in actors_of(text)}


def test_actors_americans_of_some_descent_are_americans(actors_of):
    assert ("Cuban American lawyers", "USA", "ELI") in actors_of("Cuban American lawyers met the Chadian envoy.")


def test_actors_officials_of_many_are_of_no_state_alone(actors_of):
    text = "Ministers from the Group of 10 met here. The officials left. Japan was there. Japan said so. Japan agreed."
    assert {found[1] for found in actors_of(text) if found[0] == "officials"} == {None}


def test_actors_who_a_ministry_spokesman_tells_of_is_of_his_state(cast_of):
    text = "Iraq waits. Peruvian Foreign Ministry spokesman Al Roe said ambassador Joe Oni left Iraq. Iraq is late."
    assert person(cast_of(text)[1], "Joe Oni").country == "PER"


def test_actors_of_those_against_somebody_say_nothing_of_their_state(actors_of):
    text = "Joe Oni is the Kenyan president. An anti-Oni lawmaker left for Chad and Mali."
    assert {found[1] for found in actors_of(text) if found[2] == "LEG"} == {None}
