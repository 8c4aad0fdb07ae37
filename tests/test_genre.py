"""Opinion told from reporting."""

from __future__ import annotations

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from communique.display.article import article_page
from communique.export.records import ExportedArticle, stream_records
from communique.reading.reader import Reader
from communique.records import Article
from communique.store.database import open_store
from communique.store.dossiers import ArticleDossier
from communique.store.lookup import load_articles
from communique.store.streaming import stream_readings
from communique.store.writing import Read, write_batch

NEWS = "The foreign minister of Norway met the president of Kenya in Oslo on Monday. They discussed trade."


def test_genre_of_reporting_is_none(reader: Reader) -> None:
    assert reader.read(NEWS).genre is None


def test_genre_quoted_first_person_is_reporting(reader: Reader) -> None:
    said = '"I told my friends that I would go, and I did," the envoy said. "I hope that I may return to my post."'
    assert reader.read(f"{NEWS}\n\n{said}").genre is None


def test_genre_author_who_says_i_again_and_again_gives_an_opinion(reader: Reader) -> None:
    text = f"{NEWS} I doubt that it will help. As I wrote last year, talks fail. My advice is to wait."
    genre = reader.read(text).genre
    assert genre is not None
    assert (genre.kind, genre.reason, genre.words) == ("opinion", "first person", "I doubt that it will help.")


@pytest.mark.parametrize("clean", [True, False])
def test_genre_is_stated_by_a_section_even_when_the_line_is_taken_out(reader: Reader, *, clean: bool) -> None:
    genre = reader.read(f"Opinion\n\nThe talks in Oslo must go on\n\n{NEWS}", clean=clean).genre
    assert genre is not None
    assert (genre.reason, genre.words) == ("section", "Opinion")


def test_genre_is_stated_by_a_title(reader: Reader) -> None:
    genre = reader.read(NEWS, title="Editorial: The talks must go on").genre
    assert genre is not None
    assert genre.reason == "section"


def test_genre_entry_of_a_menu_is_no_section(reader: Reader) -> None:
    assert reader.read(f"World\nOpinion\nSports\n\nNorway meets Kenya\n\n{NEWS}").genre is None


def test_genre_is_stated_by_a_disclaimer_at_the_foot(reader: Reader) -> None:
    note = "The views expressed in this article are those of the author alone."
    genre = reader.read(f"{NEWS}\n\n{note}", clean=True).genre
    assert genre is not None
    assert (genre.reason, genre.words) == ("disclaimer", note)


def test_genre_is_kept_shown_and_exported(reader: Reader, tmp_path: Path) -> None:
    article = Article(id="article-1", text=NEWS, title="Opinion: The talks must go on", published=date(2020, 5, 11))
    reading = next(reader.pipe([article]))
    with open_store(tmp_path / "record.db") as store:
        write_batch(store, [Read(article, reading, "edition")])
        with store.reading() as connection:
            (kept,) = stream_readings(connection)
            (exported,) = stream_records(connection, "articles")
            head = load_articles(connection, ["article-1"])["article-1"]
    assert kept.genre == reading.genre
    assert isinstance(exported, ExportedArticle)
    assert (exported.genre, exported.genre_reason) == (head.genre, head.genre_reason) == ("opinion", "section")
    shown = StringIO()
    Console(file=shown, width=120).print(article_page(ArticleDossier(head, [], [], (), (), ())))
    assert "opinion, by its section: Opinion: The talks must go on" in shown.getvalue()
