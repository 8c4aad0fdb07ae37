from __future__ import annotations

import pytest

from communique.lexicon.actors import ActorLexicon
from communique.reading.actors import find_actors
from communique.reading.blocks import Block
from communique.reading.parse import Prepared, parse
from communique.records import Article


@pytest.fixture(scope="module")
def meant(nlp):
    lexicon = ActorLexicon.load()

    def read(text: str) -> dict[str, list[str]]:
        article = Article(id="article-1", text=text)
        parsed = next(parse(nlp, [Prepared(article, text, None, (Block("paragraph", 0, len(text)),))]))
        mentions = [m for m in find_actors(parsed, lexicon).mentions if m.how == "pronoun"]
        return {m.head.text: [e.name for e in m.entities] for m in mentions}

    return read


@pytest.mark.parametrize(
    ("text", "pronoun", "names"),
    [
        # what counts or gathers people is who they are
        ("Hundreds of demonstrators met outside the bank. They demanded a vote.", "They", ["demonstrators"]),
        ("A summit of Arab leaders met in Doha. They condemned the raid.", "They", ["Arab leaders"]),
        # of whom somebody said something
        ("The envoy said rebels had attacked the town. They later burned the market.", "They", ["rebels"]),
        (
            "Sources said rebel groups were strong but it was not clear how long they would fight.",
            "they",
            ["rebel groups"],
        ),
        ("Sources said they would fight.", "they", ["Sources"]),
        # what is driven out was there, and who is sent something acts on it
        ("Troops pushed Sudanese forces out of villages they had seized.", "they", ["Sudanese forces"]),
        ("Sudanese rebels were driven from villages they had seized.", "they", ["Sudanese rebels"]),
        ("The ministry gave the rebels a plan, which they rejected.", "they", ["rebels"]),
        # over a sentence that tells of one other only
        ("Kenya and Mali met in Oslo. The Italian envoy took notes. They signed a pact.", "They", ["Kenya", "Mali"]),
        # done to several who are joined by "and"
        ("Police seized Juma Okello and Ann Roe and beat them.", "them", ["Juma Okello", "Ann Roe"]),
        # some of a group
        ("Several lawmakers opposed the minister. Some called for his resignation.", "Some", ["Several lawmakers"]),
    ],
)
def test_plurals_go_to_those_who_are_meant(meant, text, pronoun, names):
    assert meant(text).get(pronoun) == names


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Protesters left. Police obtained the letters and released them.", "them"),  # the letters
        ("Kenya and Mali met in Oslo. Prices rose at markets. They fell again.", "They"),
        ("Ann Roe spoke. Some called for a vote.", "Some"),
        ("One of the rebels fled. They attacked.", "They"),
    ],
)
def test_plurals_are_left_alone_where_another_may_be_meant(meant, text, pronoun):
    assert pronoun not in meant(text)


def test_plurals_mean_those_who_are_told_to_act(meant):
    assert meant("Chad and Mali urged villagers to leave their homes.")["their"] == ["villagers"]
    assert meant("Chad and Mali sent troops to their border.")["their"] == ["Chad", "Mali"]
