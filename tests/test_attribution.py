"""Statements, their speakers, and the source behind an act."""

from __future__ import annotations

import pytest

from communique.reading.attribution import attribution_of, find_statements, load_cues
from communique.reading.blocks import Block
from communique.reading.cast import Cast
from communique.reading.parse import Prepared, parse
from communique.records import Article


@pytest.fixture(scope="module")
def statements(reader):
    return lambda text: reader.read(text).statements


def said(found):
    return [(s.speaker.name if s.speaker else None, s.content.text, s.quoted) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We will act,” the envoy said. “Nobody will stop us.”",
            [("the envoy", "“We will act,” the envoy said. “Nobody will stop us.”", "direct")],
        ),
        (
            "“We will,” the envoy said, “act at once.”",
            [("the envoy", "“We will,” the envoy said, “act at once.”", "direct")],
        ),
        ('The envoy said: "It is over. We leave."', [("The envoy", '"It is over. We leave."', "direct")]),
        ("The envoy said he would leave soon.", [("The envoy", "he would leave soon", "indirect")]),
        (
            "The envoy said that relations had “eroded” for years.",
            [("The envoy", "that relations had “eroded” for years", "mixed")],
        ),
        ("Talks, the envoy said, will go on.", [("the envoy", "Talks, the envoy said, will go on", "indirect")]),
        ("The envoy said Monday he was ready.", [("The envoy", "he was ready", "indirect")]),
        ("The border is shut, according to the army.", [("the army", "The border is shut", "indirect")]),
        (
            "The envoy said he had resigned on Monday, and that his aide had left.",
            [("The envoy", "he had resigned on Monday, and that his aide had left", "indirect")],
        ),
        (
            "One activist told Agence France-Presse arson had been used as a weapon.",
            [("One activist", "arson had been used as a weapon", "indirect")],
        ),
        (
            "According to the army, two men died on Sunday; the rebels shut the road.",
            [("the army", "two men died on Sunday", "indirect")],
        ),
        (
            "While many were tired, the envoy emphasized the need for talks.",
            [("the envoy", "the need for talks", "indirect")],
        ),
        (
            '"We will no longer say that it is over." The envoy went on to say thousands could be saved.',
            [
                ("The envoy", '"We will no longer say that it is over."', "direct"),
                ("The envoy", "thousands could be saved", "indirect"),
            ],
        ),
        (
            'The envoy called him a "liar." He apologized for the remark.',
            [("The envoy", 'him a "liar."', "mixed"), ("envoy", "the remark", "indirect")],
        ),
        (
            '"They are good," said Walter Kane after the run. "We did this." He wrote on Monday, "We are back."',
            [
                ("Walter Kane", '"They are good," said Walter Kane after the run. "We did this."', "direct"),
                ("Walter Kane", '"We are back."', "direct"),
            ],
        ),
        (
            "Walter Kane said the deal is “a disgrace”; however, “I will sign it”, he added.",
            [
                ("Walter Kane", "the deal is “a disgrace”", "mixed"),
                ("Walter Kane", "however, “I will sign it”", "mixed"),
            ],
        ),
        ('The envoy said "We lost," and the flag is down.', [("The envoy", '"We lost,"', "direct")]),
        (
            "The relic was followed by, according to the police, a large crowd.",
            [("the police", "The relic was followed by, according to the police, a large crowd", "indirect")],
        ),
        (
            "The towns fear floods, according to CNN Philippines.",
            [("CNN Philippines", "The towns fear floods", "indirect")],
        ),
        (
            "Conservative Party leader and Prime Minister Walter Kane said he was humbled.",
            [("Walter Kane", "he was humbled", "indirect")],
        ),
    ],
)
def test_attribution_forms_of_speech(statements, text, expected):
    assert said(statements(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “peace train” left on Monday.",
        "Nobody would say whether the talks had failed.",
        "It is too early to tell whether the truce will last.",
        "The envoy did not say that he would resign.",
        "The president did not concede or admit defeat.",
        "The mayor was interrupted by protesting farmers.",
        "Those known to be ill have left.",
        "Thank you for taking the time to speak with us.",
        "The senator did not immediately endorse another candidate.",
        "It is more than a download, it is about reporting bugs.",
        "You know, you select people who are kind.",
    ],
)
def test_attribution_nothing_is_said(statements, text):
    assert statements(text) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('Speaking to Channel Nine, Mr Okello said: "We will not go."', "Channel Nine"),
        ("Addressing parliament, the premier said the pact was dead.", "parliament"),
        ("Speaking in Lima, the Peruvian foreign minister said talks would resume.", None),
    ],
)
def test_attribution_addressee_of_a_participle_of_speaking(statements, text, told):
    (found,) = statements(text)
    assert found.addressee == told


def test_attribution_addressee_of_telling(statements):
    (found,) = statements("The envoy told reporters that the talks had failed.")
    assert found.addressee == "reporters"


def test_attribution_goes_back_to_the_speaker_behind_a_participle(statements):
    found = statements("The envoy said the talks had failed, adding that nobody was to blame.")
    assert said(found) == [
        ("The envoy", "the talks had failed", "indirect"),
        ("The envoy", "that nobody was to blame", "indirect"),
    ]


def test_attribution_quotation_introduced_in_the_paragraph_above(statements):
    text = "The ministry confirmed the talks,\n\n“Both sides agreed on the agenda for next week.”\n"
    assert [(s.speaker.span.text, s.content.text) for s in statements(text) if s.quoted == "direct"] == [
        ("The ministry", "“Both sides agreed on the agenda for next week.”")
    ]


def test_attribution_paragraph_of_speech_has_the_speaker_before(statements):
    text = "“We have talked for hours,” the envoy said.\n\n“There is still a long road ahead of us.”\n"
    first, second = statements(text)
    assert second.cue is None
    assert second.speaker is not None
    assert second.speaker.name == first.speaker.name == "the envoy"


def test_attribution_list_behind_an_announcement(statements):
    text = "The minister said the following:\n\n• Talks with Peru will resume in May.\n• Trade grew by a tenth.\n"
    contents = {s.content.text: s.speaker.span.text for s in statements(text) if s.speaker}
    assert contents["Talks with Peru will resume in May"] == "The minister"
    assert contents["Trade grew by a tenth"] == "The minister"


def test_attribution_wish_inside_speech_is_only_its_content(statements):
    found = statements("The envoy said she planned to visit Kenya.")
    assert said(found) == [("The envoy", "she planned to visit Kenya", "indirect")]


def test_attribution_chain_of_sources(nlp, statements):
    text = "The newspaper reports that a source in the ministry has indicated that Ghana and Togo will meet."
    found = statements(text)
    prepared = Prepared(Article(id="a", text=text), text, None, (Block("paragraph", 0, len(text)),))
    sentence = next(parse(nlp, [prepared])).sentences[0]
    attribution = attribution_of(found, sentence, text.index("meet"))
    assert attribution is not None
    assert attribution.source == "unnamed"
    assert attribution.name == "The newspaper; a source in the ministry"


def test_attribution_outlets_own_voice(nlp, statements):
    text = "Ghana and Togo met on Monday. The envoy condemned the meeting of Ghana and Togo."
    found = statements(text)
    prepared = Prepared(Article(id="a", text=text), text, None, (Block("paragraph", 0, len(text)),))
    first, second = next(parse(nlp, [prepared])).sentences
    assert attribution_of(found, first, text.index("met")) is None
    assert attribution_of(found, second, text.index("meeting")) is None


def test_attribution_pronoun_is_whoever_spoke_last(statements):
    text = (
        "Foreign Minister Aroha Tane said the talks were useful.\n\n"
        "She stressed that Peru was a partner. In that context, she said nobody should worry."
    )
    assert {s.speaker.name for s in statements(text)} == {"Aroha Tane"}


def test_attribution_works_without_a_cast_and_on_nothing(nlp):
    cues = load_cues()
    for text in ["", "“", "said said said", '" " " said', "He said", "according to", "• “\n• said:\n"]:
        blocks = (Block("paragraph", 0, len(text)),) if text.strip() else ()
        parsed = next(parse(nlp, [Prepared(Article(id="a", text=text), text, None, blocks)]))
        for statement in find_statements(parsed, Cast(()), cues):
            assert text[statement.content.start : statement.content.end] == statement.content.text


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "According to Anna Berg, the council's former head, Norway left the talks.",
            "Anna Berg",
            "Norway left the talks",
        ),
        (
            "According to Reuters, the president, Anna Berg, left the talks.",
            "Reuters",
            "the president, Anna Berg, left the talks",
        ),
        ("The envoy had made no trips, which his wife said was due to illness.", "his wife", "was due to illness"),
        ("The list gave no cause, but, according to his agent, he had been ill.", "his agent", "he had been ill"),
        ("On Thursday the health secretary reported one more case.", "the health secretary", "one more case"),
    ],
)
def test_attribution_content_is_what_the_source_says_and_no_more(statements, text, speaker, content):
    assert [(s.speaker.name, s.content.text) for s in statements(text)] == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Are you concerned about censorship of the press?",
        "Norway had not, as of yesterday, announced any plans to remove the troops.",
        "The study treats the statues that dot Rapa Nui, also called Easter Island.",
    ],
)
def test_attribution_what_nobody_says_is_no_statement(statements, text):
    assert statements(text) == ()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The minister stressed his support for the treaty.", "assertion"),
        ("Berg recalled going to Oslo with her friends.", "assertion"),
        ("The minister asked to see the treaty.", "request"),
        ("Berg disagreed with the verdict.", "judgement"),
        ("The minister praised the treaty.", "judgement"),
        ("The president promised an early election.", "intention"),
        ("The talks are expected to end on Friday.", "belief"),
    ],
)
def test_attribution_stance_is_that_of_the_verb(statements, text, stance):
    assert [s.stance for s in statements(text)] == [stance]


def test_attribution_words_in_marks_alone_are_direct(statements):
    found = statements('He said on the morning programme of Radio Kenya "It is a great loss to us, as he did much."')
    assert [(s.quoted, s.content.text[:1]) for s in found] == [("direct", '"')]


def test_attribution_pronoun_beside_the_verb_speaks(statements):
    (found,) = statements('"We will not", he said, "act alone in the strait."')
    assert found.speaker.name == "he"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We are ready now,” said study co-author Anna Berg.", "Anna Berg"),
        ("The envoy, on radio after the ride, said the talks had begun.", "The envoy"),
        ("Witness accounts and authorities said the bridge had fallen.", "Witness accounts and authorities"),
    ],
)
def test_attribution_speaker_is_named_in_full_and_no_longer(statements, text, speaker):
    (found,) = statements(text)
    assert found.speaker.name == speaker


def test_attribution_clause_behind_a_quotation_is_not_said(statements):
    (found,) = statements('The envoy said, "They need to stand by us", while addressing the press yesterday.')
    assert (found.content.text, found.quoted) == ('"They need to stand by us"', "direct")


def test_attribution_source_behind_a_semicolon(statements):
    (found,) = statements("There were four people on board; according to investigators, one of them died.")
    assert found.content.text == "one of them died"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("A Foreign Ministry statement said the road was shut.", ["Foreign Ministry"]),
        ("The Justice Ministry issued a statement. The statement said the road was shut.", ["Justice Ministry"]),
        ("The US statement said the road was shut.", ["United States"]),
        ("The Paris statement said the road was shut.", ["The Paris statement"]),
        ("A statement said the road was shut.", ["A statement"]),
        ("The Kenyan law said the road was shut.", ["The Kenyan law"]),
    ],
)
def test_attribution_text_speaks_for_whoever_issued_it(statements, text, speakers):
    assert [s.speaker.name for s in statements(text) if s.speaker] == speakers


def test_attribution_quoted_as_saying_is_said_by_the_subject(statements):
    text = '"We will act," Walter Kane was quoted as saying by the daily.'
    assert said(statements(text)) == [("Walter Kane", '"We will act,"', "direct")]


def test_attribution_quotation_goes_on_before_a_sentence_with_a_cue_of_its_own(statements):
    text = '"We will act," Walter Kane said. "Nobody will stop us." Paul Garnier said on Monday that the road was shut.'
    assert said(statements(text))[0] == (
        "Walter Kane",
        '"We will act," Walter Kane said. "Nobody will stop us."',
        "direct",
    )


def test_attribution_nationality_of_a_thing_is_no_speaker(statements):
    text = "Walter Kane said it was late. It took a Canadian-led firm to mend it. He said that it was late."
    assert [s.speaker.name for s in statements(text) if s.speaker] == ["Walter Kane", "Walter Kane"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Kari Halvorsen rejected the offer: "It comes too late to help us."', "Kari Halvorsen"),
        ('Kari Halvorsen opposed Walter Kane\'s statement: "The minister knows little of the sea."', "Kari Halvorsen"),
        ('Kari Halvorsen opened the new museum: "Treasures of the Northern Seas".', None),
    ],
)
def test_attribution_quotation_explains_the_deed_before_a_colon(statements, text, speaker):
    direct = [s.speaker.name for s in statements(text) if s.quoted == "direct" and s.speaker]
    assert direct == ([speaker] if speaker else [])


def test_attribution_words_quoted_in_an_aside_leave_the_cue_its_clause(statements):
    text = 'The envoy, citing "secret reports," said that Norway had left the union.'
    assert ("The envoy", "that Norway had left the union") in [
        (s.speaker.name, s.content.text) for s in statements(text) if s.speaker
    ]


def test_attribution_words_behind_a_colon_are_of_who_acts_before_it(statements):
    for subject in ("Walter Kane", "The Harbour Authority"):
        found = statements(f'{subject} opposed the harbour plan: "It is late. We have other plans for the docks."')
        assert [(s.speaker.name.removeprefix("The "), s.content.text) for s in found if s.quoted == "direct"] == [
            (subject.removeprefix("The "), '"It is late. We have other plans for the docks."')
        ]
