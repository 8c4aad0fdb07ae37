"""Clauses that patterns ask for on a verb: the test that costs little loses none of them."""

from __future__ import annotations

import pytest

from communique.lexicon.frames import parse_pattern
from communique.reading.complements import Clauses, complement_verb
from communique.reading.tokens import Doc


def verb_of(nlp, text, lemma):
    return next(token for token in Doc(nlp(text), text) if token.lemma_ == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "named"),
    [
        ("Chad threatened to close the border.", "threaten", {"close", "close-border"}),
        ("Chad vowed to go ahead.", "vow", {"go", "go-ahead"}),
        ("Chad accused Niger of shelling the town.", "accuse", {"shell", "shell-town"}),
        ("Chad made clear that Niger must pay.", "make", {"pay"}),
        ("Chad said Niger failed to keep the peace.", "say", {"fail", "fail-to", "fail-keep"}),
        ("Chad said it did nothing wrong.", "say", {"do", "do-wrong", "do-nothing", "do-nothing-wrong"}),
        ("Chad threatened Niger.", "threaten", set()),
    ],
)
def test_named_in_clauses_are_their_verbs(nlp, text, lemma, named):
    assert Clauses(verb_of(nlp, text, lemma)).named == named


@pytest.mark.parametrize(
    "text",
    [
        "Chad said Niger must pay and that it would not accept the plan.",
        "Chad called on Niger to stop shelling the town and warned that it could strike back.",
        "Chad said the raid was the work of Niger, and the minister denied that he was guilty.",
        "The minister made clear that Chad has to withdraw its troops unless it is paid.",
        "Chad waited for Niger to act, refused to talk and was accused of arming rebels.",
    ],
)
def test_may_have_clause_loses_no_clause(nlp, reader, text):
    patterns = [p for known in reader.events.frames.verbs.values() for _, p in known.rows if p.complement is not None]
    doc = Doc(nlp(text), text)
    found = [(verb, p) for verb in doc for p in patterns if complement_verb(verb, p) is not None]
    assert found
    assert all(Clauses(verb).may_have(pattern) for verb, pattern in found)


def read_kinds(reader, text):
    return [(r.kind, [p.country or p.name for p in r.participants]) for r in reader.read(text).reports]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The Chadian president said the lake should be cleaned.", True),
        ("The Chadian president said we must protect the lake.", True),
        ('"They need to defend the lake," the Chadian president said.', True),
        ("The Chadian president said the lake should have been cleaned.", False),
        ("The Chadian president said the lake had yet to be cleaned.", False),
        ("The Chadian president said we need a boat to clean the lake.", False),
        ("The Chadian president said the lake should be clean.", False),
        ("The Chadian president said rain should clean the lake.", False),
    ],
)
def test_complement_of_duty_calls_for_what_anybody_must_do(reader, text, made):
    assert (read_kinds(reader, text) == [("appeal", ["TCD"])]) is made


def test_complement_of_who_was_quoted_as_saying_may_come_first(reader):
    text = '"Niger must withdraw its troops," the Chadian president was quoted as saying.'
    assert read_kinds(reader, text) == [("demand", ["NER", "TCD"])] or read_kinds(reader, text) == [
        ("demand", ["TCD", "NER"])
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Chadian minister said nobody has the right to close the border.", ["rejection"]),
        ("The Chadian minister said Niger has no right to close the border.", ["rejection"]),
        ("The Chadian minister said Niger has the right to close the border.", []),
    ],
)
def test_complement_denied_by_a_subject_or_object(reader, text, kinds):
    assert [kind for kind, _ in read_kinds(reader, text)] == kinds


def test_complement_says_what_somebody_does_not_what_he_should_do(reader):
    assert [k for k, _ in read_kinds(reader, "Niger's activists said Chad had betrayed the treaty.")] == ["accusation"]
    assert [k for k, _ in read_kinds(reader, "Niger's activists said Chad should not betray the treaty.")] != [
        "accusation"
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"If I had not thought it right, I never would have sold them," the Kenyan premier said.',
        "The Kenyan ministry said it would not necessarily buy more.",
        '"They will not accept it," the Kenyan premier said.',
        "The Kenyan minister said Ugandan deputies should have left earlier.",
        "The Kenyan minister said should Uganda float the shilling it would lose trade.",
    ],
)
def test_complements_that_look_back_or_leave_it_open_tell_no_act_of_speech(reader, text):
    assert not {r.kind for r in reader.read(text).reports} & {"refusal", "request", "demand"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"We will not accept it," the Kenyan premier said.', "refusal"),
        ("The Kenyan ministry said it would not buy more.", "refusal"),
        ("The Kenyan minister said Ugandan deputies should leave.", "request"),
    ],
)
def test_complements_that_refuse_or_ask_tell_the_act(reader, text, kind):
    assert kind in [r.kind for r in reader.read(text).reports]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Chadian minister said she was appalled by the raid.", ["condemnation"]),
        ("The Chadian minister said the town was appalled.", []),
        ("The Chadian doctor said the general was unfit to stand trial.", []),
        ("The Chadian minister said the general was unfit to be tried.", []),
        ("The Chadian minister said the general was unfit to govern.", ["accusation"]),
        ("The Chadian minister said the accord was a step in the right direction.", ["praise"]),
        ("The Chadian minister said the house was a step in the wrong street.", []),
        ("The Chadian opposition said that the vote was rigged.", ["accusation"]),
        ("The Chadian president said he had done nothing wrong.", ["denial"]),
    ],
)
def test_complement_says_something_of_its_subject(reader, text, kinds):
    assert [kind for kind, _ in read_kinds(reader, text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan minister said he was less concerned about the fighting than before.",
        "The Kenyan minister said he was more concerned about the harvest.",
        "The Kenyan minister said that she would be appalled in such a case.",
        "The Kenyan minister said that Uganda had committed itself to the plan.",
        "The Kenyan minister said that Uganda's fee did not violate the treaty.",
        "The Kenyan government said that the bridge was needed to reach the villages.",
    ],
)
def test_feelings_breaches_and_needs_that_are_not_told(reader, text):
    assert {r.kind for r in reader.read(text).reports} <= {"promise"}


def test_complements_know_what_there_is_none_of(reader):
    assert [r.kind for r in reader.read("There was no ultimatum, the Danish minister insisted.").reports] == ["denial"]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Chad said its troops had played no part in the raid.", "play-part"),
        ("Chad said it did not play a part in the raid.", "play-part"),
        ("Chad said there was no truth in the reports.", "there-truth"),
        ("Chad said nobody had the right.", "have-right"),
    ],
)
def test_what_nobody_has_or_does_is_denied(nlp, text, denied):
    assert complement_verb(verb_of(nlp, text, "say"), parse_pattern(f"say [not:{denied}]")) is not None


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("They will study it, should we choose to send it, the minister said.", "duty"),
        ("Why should we bother, the minister said.", "duty"),
        ("Kenya said it would no longer strike.", "will:strike"),
    ],
)
def test_what_is_supposed_asked_or_ended_is_not_said_to_be_done(nlp, text, form):
    assert complement_verb(verb_of(nlp, text, "say"), parse_pattern(f"say [{form}]")) is None


def test_what_somebody_asks_about_is_not_asked_for(nlp):
    asked = verb_of(nlp, "The premier was asked whether Kenya should leave.", "ask")
    assert complement_verb(asked, parse_pattern("ask [should]")) is None


def test_what_is_had_is_not_denied(nlp):
    verb = verb_of(nlp, "Chad said its troops had played a part in the raid.", "say")
    assert complement_verb(verb, parse_pattern("say [not:play-part]")) is None
