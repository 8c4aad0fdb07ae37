"""What each article says of each of its actors: the profiles that the registry is made from."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from communique.reading.naming import (
    PersonName,
    fold,
    is_particle,
    parse_name,
    same_person,
    same_surname,
    short_form_of,
)
from communique.records import ActorType, Mention, Participant, Reading, Span, Speaker

#: The longest name that is looked for in a mention, in words.
_LONGEST_NAME = 6
_PLACES = "places in "  # before an actor's id: the names of places that stand for it
_EDGES = ",;:!?()[]\"“”'‘’"


class Profile(msgspec.Struct, array_like=True, eq=False, gc=False):
    """One actor of one article: its names as written there, and what is said of it. ``published`` dates the article.

    ``names`` come with how often each is used, ``mentions`` is the number of mentions, ``saying`` the first mention
    whose words have the office in them, else the first of all, where an office is given.
    """

    id: str
    article: str
    published: datetime.date | None
    type: ActorType
    country: str | None
    sector: str | None
    office: str | None
    names: tuple[tuple[str, int], ...] = ()
    mentions: int = 0
    saying: Span | None = None

    @property
    def name(self) -> str:
        """The name: a full one before a bare surname, of those the commonest, then the first in the alphabet."""
        return min(self.names, key=lambda name: (len(name[0].split()) == 1, -name[1], name[0]))[0]

    @property
    def is_global(self) -> bool:
        """Is the id the same in every article, as those of states and known organisations are?"""
        return self.id.startswith(("state:", "org:"))

    @property
    def is_named(self) -> bool:
        """Is the actor called by a proper name, and not by an office or a common noun ("the foreign minister")?"""
        return is_proper(self.name, () if self.office is None else (self.office,))


def is_proper(name: str, offices: Iterable[str]) -> bool:
    """Is a name a proper one, rather than the title of one of the offices or a common noun?"""
    words = name.split()
    titles = {fold(office.split()[-1]) for office in offices}
    if titles & {fold(word) for word in words}:
        return False
    return bool(words) and all(word[0].isupper() or word[0].isdigit() or is_particle(word) for word in words)


def profiles_of(reading: Reading) -> list[Profile]:
    """The profiles of all actors of an article."""
    own: dict[str, Profile] = {}
    names: dict[str, Counter[str]] = defaultdict(Counter)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        _add(own, names, reading, mention.actor, mention)
        mentions[mention.actor].append(mention)
    for participant in (p for report in reading.reports for p in report.participants):
        _add(own, names, reading, participant.actor, participant)
    for speaker in (s.speaker for s in reading.statements if s.speaker is not None):
        if speaker.actor is not None:
            _add(own, names, reading, speaker.actor, speaker)
    for actor, profile in own.items():
        # the name of a place within a state is none of the state's, unless nothing else is said of it
        profile.names = tuple((names[actor] or names[_PLACES + actor]).items())
        profile.mentions = len(mentions[actor])
        profile.saying = _saying(mentions[actor], profile.office) if profile.office is not None else None
    return list(own.values())


def by_publication(profile: Profile) -> tuple[bool, datetime.date, str, str]:
    """Sorts profiles by article's day and id, then by the actor's id."""
    return profile.published is None, profile.published or datetime.date.max, profile.article, profile.id


def _add(
    own: dict[str, Profile],
    names: dict[str, Counter[str]],
    reading: Reading,
    actor: str,
    said: Mention | Participant | Speaker,
) -> None:
    """Add what one place in an article says of an actor to its profile and names."""
    kind: ActorType = "person" if isinstance(said, Speaker) else said.type
    office = None if isinstance(said, Speaker) else said.office
    profile = own.get(actor)
    if profile is None:
        profile = Profile(actor, reading.id, reading.published, kind, said.country, said.sector, office)
        own[actor] = profile
    if profile.type == "place":  # a place stands for its state; what else is said of the state wins
        profile.type = kind
    profile.country = profile.country or said.country
    profile.sector = profile.sector or said.sector
    profile.office = profile.office or office
    names[_PLACES + actor if kind == "place" else actor].update(_written(said))


def _saying(mentions: Iterable[Mention], office: str) -> Span | None:
    """The first mention whose words have the office in them, else the first."""
    word = office.split()[-1].casefold()
    spans = sorted((mention.span for mention in mentions), key=lambda span: (span.start, span.end))
    saying = (span for span in spans if word in span.text.casefold())
    return next(saying, spans[0] if spans else None)


def _written(said: Mention | Participant | Speaker) -> Iterator[str]:
    """The names in one mention: the actor's name, and the form in which the mention has it where that differs."""
    yield said.name
    kind = "person" if isinstance(said, Speaker) else said.type
    if said.span is None or not isinstance(said, Mention):
        return
    if kind == "person" and is_proper(said.name, [said.office] if said.office else []):
        variant = name_in(said.span.text, said.name)
        if variant is not None and variant != said.name:
            yield variant
    elif kind == "organisation" and said.actor.startswith("org:"):
        words = said.span.text.removeprefix("the ").removeprefix("The ").split()
        if words and len(words) <= 2 * _LONGEST_NAME and words[0][0].isupper():
            yield " ".join(words).removesuffix("'s").removesuffix("’s")


def name_in(text: str, name: str) -> str | None:
    """The longest part of a mention's words that can be a spelling or short form of a name, or ``None``.

    >>> name_in("Foreign Minister Anna Lindqvist", "Anna Lindquist")
    'Anna Lindqvist'
    """
    known = parse_name(name)
    words = [_bare(word) for word in text.split()[:40]]
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
        for start in reversed(range(len(words) - length + 1)):
            part = words[start : start + length]
            if all(part) and part[0][0].isupper() and part[-1][0].isupper() and _is_form(" ".join(part), known):
                return " ".join(part)
    return None


def _bare(word: str) -> str:
    """A word without what leans on it; an initial keeps its full stop."""
    bare = word.removesuffix("'s").removesuffix("’s").strip(_EDGES)
    return bare.rstrip(".") if len(bare) > 2 else bare


def _is_form(text: str, known: PersonName) -> bool:
    form = parse_name(text)
    if form.is_full:
        return same_person(known, form) if known.is_full else False
    return short_form_of(text, known) or same_surname(known.surname, text)
