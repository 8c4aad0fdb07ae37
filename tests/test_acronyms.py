from __future__ import annotations

import pytest

from communique.lexicon.actors import ActorLexicon
from communique.reading.acronyms import acronyms_in
from communique.reading.actors import find_actors
from communique.reading.blocks import Block
from communique.reading.parse import ParsedArticle, Prepared, parse
from communique.records import Article


def parsed_article(nlp, text: str) -> ParsedArticle:
    prepared = Prepared(Article(id="article-1", text=text), text, None, (Block("paragraph", 0, len(text)),))
    return next(parse(nlp, [prepared]))


def test_acronyms_join_the_short_form_to_the_name_it_was_introduced_for(nlp):
    parsed = parsed_article(nlp, "The Kenyan Dockworkers Union (KDU) called a strike. KDU leaders met. The KDU won.")
    cast = find_actors(parsed, ActorLexicon.load())
    union = [
        e
        for m in cast.mentions
        for e in m.entities
        if m.sentence.span(m.first, m.last).text in {"KDU", "Kenyan Dockworkers Union"}
    ]
    assert len(union) == 3
    assert len({e.id for e in union}) == 1
    assert union[0].names >= {"KDU", "Kenyan Dockworkers Union"}
    assert union[0].country == "KEN"


def test_acronyms_may_follow_the_name_behind_or(reader):
    reading = reader.read("The Harbour Workers Union, or HWU, met the Kenyan minister. The HWU praised Chad.")
    assert len({m.actor for m in reading.mentions if m.type == "organisation"}) == 1
    assert [p.name for p in reading.reports[-1].participants] == ["Harbour Workers Union", "Chad"]


@pytest.mark.parametrize("introduced", ["(FSA)", ", or FSA,"])
def test_acronyms_mean_what_the_article_introduces_them_for(reader, introduced):
    text = f"The Financial Services Authority {introduced} fined a bank. The FSA accused Chad. FSA officials met Kenya."
    reading = reader.read(text.replace(" ,", ","))
    assert {m.country for m in reading.mentions if "FSA" in m.span.text} == {None}
    assert "Financial Services Authority" in {p.name for report in reading.reports for p in report.participants}


def test_acronyms_need_their_letters_in_the_words_before(nlp):
    parsed = parsed_article(nlp, "The Dockworkers Union (XYZ) met the Port Authority (PA) and he said so (OK).")
    assert acronyms_in(parsed.sentences).proper == {"PA"}


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Turkey, a member of Nato, met envoys of Unesco.", "Nato", "org:nato"),
        ("Turkey, a member of Nato, met envoys of Unesco.", "Unesco", "org:unesco"),
        ("Ministers of Opec met in Oslo.", "Opec", "org:opec"),
    ],
)
def test_acronyms_may_be_written_like_names(reader, text, word, actor):
    assert {m.actor for m in reader.read(text).mentions if word in m.span.text.split()} == {actor}


def test_acronyms_that_are_names_too_are_no_bodies(reader):
    assert not any(m.actor.startswith("org:") for m in reader.read("Ann Pace left for Alba.").mentions)
