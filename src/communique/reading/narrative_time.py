"""When what an article tells without a time took place: its narrative container.

News tells what happened since the day before it comes out. The acts in its foreground that have no time of their own
lie in that stretch, which annotators call the narrative container and anchor at the day of publication (Pustejovsky
and Stubbs 2011, Increasing Informativeness in Temporal Annotation; Rogers et al. 2024, NarrativeTime). Foreground is
what main clauses tell in the simple past (Hopper 1979, Aspect and Foregrounding in Discourse), in a headline's present
and, of words just spoken, in the perfect of hot news. Nominal mentions of events that are known, relative clauses, the
pluperfect, quoted words, habits, and paragraphs that a time has moved elsewhere are background, and stay without a day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from communique.lexicon.dating import dating_words
from communique.reading.blocks import Block
from communique.reading.datelines import stated_days
from communique.reading.foreground import (
    is_going_on,
    is_set_elsewhere,
    is_told_now,
    looks_back,
    main_verb,
    tells_of_known,
    told_by,
)
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.quotations import Quotations, find_quotations
from communique.reading.timex.governing import PRENOMINAL, attachment, head_in
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.records import EventTime, Report, Statement, Time

#: Sentences of a paragraph that are taken for those of the day named right before them.
_CONTINUES = 2
_DAY = datetime.timedelta(days=1)
#: Sentences in which an article says of which day its news is, and how old that may be for a container.
_LEAD, _OLDEST = 4, datetime.timedelta(days=7)
#: How many days a dateline may lie before publication.
_LATEST = datetime.timedelta(days=2)
_PROSE = frozenset({"title", "paragraph", "bullet"})
_VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Container:
    """The days in which the foreground of an article lies, both included; ``named``: its lead names one of them."""

    start: datetime.date
    end: datetime.date
    named: bool

    def holds(self, time: Time) -> bool:
        """Does a time lie in these days, at least in part?"""
        return time.start is not None and time.end is not None and self.start <= time.end and time.start <= self.end


class NarrativeTimes:
    """The times of acts that an article tells without one."""

    def __init__(self, parsed: ParsedArticle, times: Sequence[Time], statements: Sequence[Statement]) -> None:
        self._times = times
        self._container = container_of(parsed, times)
        self._days: dict[int, Container | None] = {}
        self._quotations = Quotations(())
        self._lead = frozenset(s.index for s in lead_of(parsed))
        self._parties = set(_speakers(parsed, statements, self._lead))
        if self._container is not None:
            self._days = dict(_days(parsed, times, self._container))
            self._quotations = find_quotations(parsed.text, parsed.blocks)

    def of(self, trigger: Trigger, report: Report, *, spoken: bool, violent: bool = False) -> EventTime | None:
        """The container of an act that is told as foreground, else ``None``; ``spoken``: it is done by speaking.

        Behind the lead, background sets in, too: what was done is then left alone, unless by speaking, or by force on
        the one day that the news is of. Where the lead names no day, or one that is long past, nothing but its
        speakers says what of that is the news.
        """
        sentence = trigger.sentence
        container = self._days.get(sentence.index)
        if container is None or sentence.block.kind not in _PROSE:
            return None
        if report.status != "occurred":
            return self._at_present(trigger, container) if report.status == "ongoing" else None
        title, lead = sentence.block.kind == "title", sentence.index in self._lead
        spoken = spoken and (trigger.frame.reciprocal or not trigger.frame.contact)  # all but visits
        news = lead or (spoken and self._is_news_of(report, container)) or (violent and _is_one_day(container))
        verb = main_verb(trigger) if news else None
        verb = verb if verb is None or not spoken else told_by(verb)
        if verb is None or self._is_quoted(sentence, verb) or _precedes_the_day(verb):
            return None
        told = is_told_now(verb, title=title, perfect=spoken and lead) and not tells_of_known(verb, lead=lead)
        if not told or self._is_elsewhen(sentence, verb):
            return None
        self.note(report, trigger.sentence)
        return EventTime(start=container.start, end=container.end, precision="day", inferred=True)

    def _at_present(self, trigger: Trigger, container: Container) -> EventTime | None:
        """The day of publication, for what a main clause says is going on: "is investigating"."""
        verb = main_verb(trigger)
        if verb is None or not is_going_on(verb) or self._is_quoted(trigger.sentence, verb):
            return None
        if self._is_elsewhen(trigger.sentence, verb):
            return None
        now = self._container.end if self._container is not None else container.end
        return EventTime(start=now, end=now, precision="day", inferred=True)

    def note(self, report: Report, sentence: Sentence) -> None:
        """Remember who takes part in an act of the lead: what they do or suffer next is part of its news."""
        if sentence.index in self._lead:
            self._parties.update(_keys_of(report))

    def _is_news_of(self, report: Report, container: Container) -> bool:
        """Is an act behind the lead part of its news: of a day that it names, of those told of in it, or of a person?

        What bodies and states said is often told as history; whoever speaks as a person speaks to the news.
        """
        doers = [p for p in report.participants if p.role == "actor"]
        of_people = bool(doers) and all(p.type == "person" for p in doers)
        return of_people or _is_one_day(container) or not self._parties.isdisjoint(_keys_of(report))

    def _is_quoted(self, sentence: Sentence, verb: Token) -> bool:
        return self._quotations.at(sentence.start_of(verb)) is not None

    def _is_elsewhen(self, sentence: Sentence, verb: Token) -> bool:
        """Do adverbs, or times that have no days, say that the act is not of now ("recently", "in the past")?"""
        adverbs = dating_words()["not of now"]
        clauses = [verb, *(a for a in verb.ancestors if a.pos_ in _VERBS)]
        if any(c.lower_ in adverbs and c.dep_ == "advmod" for clause in clauses for c in clause.children):
            return True
        told = (t for t in sentence.begun_in(self._times) if self._quotations.at(t.span.start) is None)
        vague = any(t.timex.value == "PAST_REF" or t.timex.type == "SET" for t in told)
        return vague or any(self._is_dated_elsewhere(sentence, clause) for clause in clauses)

    def _is_dated_elsewhere(self, sentence: Sentence, verb: Token) -> bool:
        """Is a clause of days that nobody can say, or of others than the news may be of ("in recent months")?"""
        container = self._container
        own = [t for t in sentence.begun_in(self._times) if _dated_verb(sentence, t, occasions=True) is verb]
        if any(_is_vague(time) for time in own):
            return True
        held = any(time.start is not None and container is not None and container.holds(time) for time in own)
        return is_set_elsewhere(verb) and not held


def _keys_of(report: Report) -> Iterator[str]:
    """Who takes part: each by id, and those who speak or act for a state also by its country."""
    for party in report.participants:
        yield party.actor
        if party.country is not None and (party.type == "state" or party.sector == "GOV"):
            yield party.country


def _precedes_the_day(verb: Token) -> bool:
    """Is an act told as one before another, whose day alone is named ("toured Oslo *before flying* home on Monday")?"""
    before = (c for c in verb.children if c.lower_ == "before" and c.dep_ == "prep")
    later = (inner for c in before for inner in c.children if inner.dep_ == "pcomp")
    return any(t.ent_type_ == "DATE" for inner in later for t in inner.subtree)


def _is_one_day(container: Container) -> bool:
    """Is the news of one day that is named, or of the night to it?"""
    return container.named and container.end - container.start <= _DAY


def _is_vague(time: Time) -> bool:
    """Is it a length, or a stretch of days that is not known?"""
    ahead = time.timex.value in {"FUTURE_REF", "PRESENT_REF"} or time.timex.type == "TIME"
    return time.start is None and not ahead


def container_of(parsed: ParsedArticle, times: Sequence[Time]) -> Container | None:
    """From the day before an article was published, or written by its dateline, to that day.

    Where the lead names days of the last week, the news is of the first of them and of those since. What names none,
    and mostly tells of other days, is no news: a chronicle, a profile, a history.
    """
    published = parsed.published
    if published is None or published - datetime.date.min < _OLDEST:
        return None
    written = _written(parsed, published)
    named = [day for day in _days_of_lead(parsed, times) if published - _OLDEST <= day <= published]
    container = Container(min(named, default=written - _DAY), max([written, *named]), bool(named))
    return container if named or _is_news(parsed, times, container) else None


def _is_news(parsed: ParsedArticle, times: Sequence[Time], container: Container) -> bool:
    """Are no more of its dated main clauses about the time before than about the days of the container?"""
    before = within = 0
    for sentence in parsed.sentences:
        for time in sentence.begun_in(times):
            if time.end is None or (on := _dated_verb(sentence, time)) is None or not _is_main(on, said=True):
                continue
            before += time.end < container.start and _is_main(on)
            within += container.holds(time)
    return before <= max(within, 1)


def _speakers(parsed: ParsedArticle, statements: Sequence[Statement], lead: Set[int]) -> Iterator[str]:
    """Whoever says something in the lead, and the states for which officials do."""
    for statement in statements:
        sentence = parsed.sentence_at(statement.cue.start) if statement.cue is not None else None
        if (
            sentence is not None
            and sentence.index in lead
            and statement.speaker is not None
            and statement.speaker.actor
        ):
            yield statement.speaker.actor
            if statement.speaker.country is not None and statement.speaker.sector == "GOV":
                yield statement.speaker.country


def _written(parsed: ParsedArticle, published: datetime.date) -> datetime.date:
    """The day of the dateline where it lies right before publication, else that of publication."""
    for block in parsed.blocks:
        if block.kind == "dateline":
            for day in stated_days(parsed.text, block.start, block.end):
                written = day.date(published.year)
                if written is not None and published - _LATEST <= written <= published:
                    return written
    return published


def lead_of(parsed: ParsedArticle) -> Sequence[Sentence]:
    """The title and the first sentences."""
    return [s for s in parsed.sentences if s.block.kind in _PROSE][:_LEAD]


def _days_of_lead(parsed: ParsedArticle, times: Sequence[Time]) -> Iterator[datetime.date]:
    """The days on which something was done, as the title and the first sentences tell."""
    for sentence in lead_of(parsed):
        for time in sentence.begun_in(times):
            if time.start is not None and time.start == time.end and _dates_clause(sentence, time):
                yield time.start


def _dates_clause(sentence: Sentence, time: Time) -> bool:
    """Does a day date a clause rather than a noun ("the May 3 accord", "the blasts on Friday")?"""
    head = head_in(sentence, time)
    if head is not None and head.dep_ in PRENOMINAL:  # "on Sunday President Lind signed": taken for part of the name
        return bool(head.i) and head.nbor(-1).lower_ == "on"
    return _dated_verb(sentence, time) is not None


def _days(parsed: ParsedArticle, times: Sequence[Time], container: Container) -> Iterator[tuple[int, Container | None]]:
    """The days that each sentence may be of: the container's, or ``None`` where it tells of another time.

    A main clause dated elsewhere moves what follows in its paragraph; so does a pluperfect, whose flashback goes on
    (Kamp and Rohrer 1983, Tense in Texts). One dated in the container holds what follows at once to its day.
    """
    block: Block | None = None
    here: Container | None = container
    reach = 0
    for sentence in parsed.sentences:
        if sentence.block is not block:
            block, here = sentence.block, container
        reach -= 1
        if here is not None and here is not container and reach < 0:
            here = container
        if looks_back(sentence.tokens.root):
            here = None
        for time in sentence.begun_in(times):
            if time.start is None or (on := _dated_verb(sentence, time)) is None or not _is_main(on, said=True):
                continue
            if container.holds(time):
                here, reach = _day_of(time, container), _CONTINUES
            elif time.start < container.start and _is_main(on):
                here = None
        yield sentence.index, here


def _day_of(time: Time, container: Container) -> Container:
    """The day that a time names, as a container, else the one around."""
    single = time.start is not None and time.start == time.end
    return Container(time.start, time.start, named=True) if single and time.start is not None else container


def _dated_verb(sentence: Sentence, time: Time, *, occasions: bool = False) -> Token | None:
    """The verb that a time expression hangs on; with ``occasions`` also through a noun ("died *in clashes* lately")."""
    head = head_in(sentence, time)
    if head is None or head.dep_ in PRENOMINAL:
        return None
    on = attachment(head)
    within = on.head.head if occasions and on.dep_ == "pobj" and on.head.lower_ in {"in", "during"} else on
    return within if within.pos_ in _VERBS else None


def _is_main(verb: Token, *, said: bool = False) -> bool:
    """Does a verb head a main clause, or, where ``said`` counts, what somebody says in one?"""
    while verb.dep_ == "conj" or (said and verb.dep_ == "ccomp" and _says(verb.head)):
        verb = verb.head
    return verb.dep_ == "ROOT"


def _says(verb: Token) -> bool:
    return verb.lemma_.lower() in dating_words()["saying"]
