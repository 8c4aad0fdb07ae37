"""One article in, one :class:`~communique.records.Reading` out: the steps of reading, in order."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import communique.reading.importing  # noqa: F401 - how spaCy is imported

import msgspec
from spacy.language import Language

from communique.choice import DEFAULT_MODEL
from communique.lexicon.frames import load_frames
from communique.lexicon.furniture import load_furniture
from communique.lexicon.gazetteer import load_gazetteer
from communique.lexicon.genres import load_genres
from communique.lexicon.plover import load_plover
from communique.lexicon.words import load_words
from communique.reading.actors import ActorLexicon, Cast, find_actors, mention_records
from communique.reading.attribution import find_statements, load_cues
from communique.reading.blocks import split_blocks
from communique.reading.candidates import EventLexicon
from communique.reading.dating import publication_day
from communique.reading.escapes import unescaped
from communique.reading.events import find_reports
from communique.reading.first_person import with_first_person
from communique.reading.furniture import clean
from communique.reading.genre import personal_genre, stated_genre
from communique.reading.language import detect
from communique.reading.model import load_model
from communique.reading.parse import ParsedArticle, Prepared, parse
from communique.reading.places import find_places
from communique.reading.speech_acts import with_acts
from communique.reading.times import find_times
from communique.records import Article, Place, PublishedBasis, Reading, Rejection, Statement, Time, digest

#: Half of a UTF-16 pair: no character, and no encoder takes it.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
#: Articles that are taken from a source before the first of them is read.
TOGETHER = 64


@dataclass(frozen=True, slots=True)
class Analysis:
    """A parsed article with its times, places, actors and statements."""

    parsed: ParsedArticle
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    cast: Cast
    statements: tuple[Statement, ...]


class Reader:
    """Reads articles. Pure: the same article gives the same reading, in any order, process or company."""

    def __init__(self, nlp: Language, lexicon_folders: Sequence[Path] = ()) -> None:
        self._nlp = nlp
        words = load_words(lexicon_folders)
        self.events = EventLexicon(load_frames(lexicon_folders, words), words, load_plover(lexicon_folders))
        self.actors = ActorLexicon.load(lexicon_folders)
        self.cues = load_cues(lexicon_folders)
        self._gazetteer = load_gazetteer(tuple(lexicon_folders))
        self._genres = load_genres(tuple(lexicon_folders))
        self._furniture = load_furniture(tuple(lexicon_folders))

    def read(
        self,
        text: str,
        *,
        published: datetime.date | str | None = None,
        title: str | None = None,
        outlet: str | None = None,
        clean: bool = False,
    ) -> Reading:
        """Read one text. ``published`` is a day or its ISO form; with ``clean`` page furniture is taken out first."""
        day = datetime.date.fromisoformat(published) if isinstance(published, str) else published
        article = Article(
            id=digest("article", text, title, day, outlet), text=text, title=title, published=day, outlet=outlet
        )
        return next(self.pipe([article], clean=clean))

    def read_all(self, texts: Iterable[tuple[str, datetime.date | None]]) -> Iterator[Reading]:
        """Read texts, each with its day of publication, in order, some together."""
        return self.pipe(
            Article(id=digest("article", text, None, day, None), text=text, published=day) for text, day in texts
        )

    def pipe(self, articles: Iterable[Article], *, clean: bool = False) -> Iterator[Reading]:
        """Read articles in order, some together; an article that cannot be read gives a reading with ``rejected``."""
        remaining = iter(articles)
        while several := list(islice(remaining, TOGETHER)):
            prepared = [self._prepare(article, clean_text=clean) for article in several]
            parsed = parse(self._nlp, [one for one in prepared if isinstance(one, Prepared)])
            for one in prepared:
                yield one if isinstance(one, Reading) else self._extract(next(parsed))

    def _prepare(self, article: Article, *, clean_text: bool) -> Prepared | Reading:
        """An article ready for the parser, or the reading of one that cannot be read."""
        text = _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", article.text)
        text = clean(unescaped(text), self._furniture) if clean_text else text
        if not text.strip():
            return _rejected(article, text, None, "empty", "the article has no text")
        language = article.language or detect(text)
        if language is not None and language.split("-")[0].lower() != "en":
            return _rejected(article, text, language, "language", f"the article is in {language!r}; English is read")
        article = msgspec.structs.replace(article, language=language)
        return Prepared(article, text, article.published, split_blocks(text, article.title))

    def analyse(self, text: str, published: datetime.date | None = None, title: str | None = None) -> Analysis:
        """What the reader makes of a text before it writes records; for explanations."""
        article = Article(id=digest("article", text), text=text, title=title, published=published)
        parsed = next(parse(self._nlp, [Prepared(article, text, published, split_blocks(text, title))]))
        return self._analyse(_dated(parsed)[0])

    def _analyse(self, parsed: ParsedArticle) -> Analysis:
        places = find_places(parsed, self._gazetteer)
        cast = find_actors(parsed, self.actors, places)
        statements = find_statements(parsed, cast, self.cues, self.events.words["issued text"])
        return Analysis(
            parsed=parsed,
            times=find_times(parsed),
            places=places,
            cast=with_first_person(parsed, cast, statements),
            statements=statements,
        )

    def _extract(self, parsed: ParsedArticle) -> Reading:
        parsed, basis = _dated(parsed)
        article = parsed.article
        found = self._analyse(parsed)
        reports = find_reports(parsed, found.cast, found.times, found.places, found.statements, self.events)
        title = parsed.title
        return Reading(
            id=article.id,
            language=article.language,
            published=parsed.published,
            published_basis=basis,
            title=article.title or (title.text if title is not None else None),
            text=parsed.text,
            reports=reports,
            statements=with_acts(parsed, found.statements, reports, self.events.frames.contacts),
            mentions=mention_records(found.cast),
            times=found.times,
            places=found.places,
            genre=stated_genre(article.text, article.title, self._genres) or personal_genre(parsed, found.statements),
        )


def _dated(parsed: ParsedArticle) -> tuple[ParsedArticle, PublishedBasis | None]:
    """The article with its day of publication, and what says so; the text may, where nobody else does."""
    if parsed.published is not None:
        return parsed, "given"
    day, basis = publication_day(parsed)
    return replace(parsed, published=day), basis


def _rejected(article: Article, text: str, language: str | None, reason: str, detail: str) -> Reading:
    basis: PublishedBasis | None = "given" if article.published is not None else None
    return Reading(
        id=article.id,
        language=language,
        published=article.published,
        published_basis=basis,
        title=article.title,
        text=text,
        rejected=Rejection(reason=reason, detail=detail),
    )


def load(model: str = DEFAULT_MODEL, lexicon: Sequence[str | Path] | str | Path = ()) -> Reader:
    """Load the language model and the lexicon (with the user's own folders, if any) and give a reader.

    Raises:
        ModelError: the model is not installed or not the one expected.
        LexiconError: a lexicon entry does not load.

    """
    folders = [lexicon] if isinstance(lexicon, (str, Path)) else list(lexicon)
    return Reader(load_model(model), [Path(folder) for folder in folders])
