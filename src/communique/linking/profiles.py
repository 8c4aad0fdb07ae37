"""What each article says of each of its actors: the profiles that the registry is made from."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from communique.lexicon.agents import is_common_noun
from communique.lexicon.states import load_states
from communique.linking.institutions import is_quantifier, proper_part, without_legal_form
from communique.linking.names import tidied
from communique.reading.naming import fold, is_particle, parse_name
from communique.records import ActorType, Mention, Participant, Reading, Span, Speaker

#: The longest name that is looked for in a mention, in words.
_LONGEST_NAME = 6
_WITHIN_NAMES = frozenset({"of", "the", "for", "and", "in", "on", "to", "at"})
_FORMER = "ELI"  # the sector of those who held an office once
_PLACES = "places in "  # before an actor's id: the names of places that stand for it


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
        if len(self.names) == 1:
            return self.names[0][0]
        return min(self.names, key=lambda name: (is_short(name[0], self.type), -name[1], name[0]))[0]

    @property
    def is_global(self) -> bool:
        """Is the id the same in every article, as those of states and known organisations are?"""
        return self.id.startswith(("state:", "org:"))

    @property
    def is_former(self) -> bool:
        """Is it somebody who held an office once?"""
        return self.sector == _FORMER

    @property
    def is_named(self) -> bool:
        """Is the actor called by a proper name, and not by an office or a common noun ("the foreign minister")?"""
        return _is_named(self.name, self.type, self.office)


@lru_cache(maxsize=65_536)
def _is_named(name: str, kind: ActorType, office: str | None) -> bool:
    offices = () if office is None else (office,)
    if kind == "person":
        return names_person(name, offices)
    return is_proper(" ".join(proper_part(name.split())) if kind == "organisation" else name, offices)


def is_short(name: str, kind: ActorType) -> bool:
    """Is a name one word, or of a person the surname alone with its particles ("de Soto")?"""
    return len(name.split()) == 1 or (kind == "person" and not parse_name(name).is_full)


def is_proper(name: str, offices: Iterable[str]) -> bool:
    """Is a name a proper one, rather than the title of one of the offices or a common noun?"""
    words = without_legal_form(name.split())
    titles = {fold(office.split()[-1]) for office in offices}
    if titles & {fold(word) for word in words}:
        return False
    inner = [word for word in words[1:-1] if word not in _WITHIN_NAMES]
    return bool(words) and all(
        word[0].isupper() or word[0].isdigit() or is_particle(word.partition("-")[0])
        for word in (*words[:1], *inner, *words[1:][-1:])
    )


def names_person(name: str, offices: Iterable[str]) -> bool:
    """Is a person's name a proper one, and no noun in capitals behind a state ("*U.S. Judge* Orders Inquiry")?"""
    first, _, last = name.partition(" ")
    states = load_states()
    of_state = states.by_name(first) is not None or states.by_adjective(first) is not None
    return is_proper(name, offices) and not (of_state and last and is_common_noun(last))


def profiles_of(reading: Reading) -> list[Profile]:
    """The profiles of all actors of an article."""
    own: dict[str, Profile] = {}
    names: dict[str, dict[str, int]] = defaultdict(dict)
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
        profile.names = tuple(tidied(names[actor] or names[_PLACES + actor]).items())
        profile.mentions = len(mentions[actor])
        profile.saying = _saying(mentions[actor], profile.office) if profile.office is not None else None
    return list(own.values())


def by_publication(profile: Profile) -> tuple[bool, datetime.date, str, str]:
    """Sorts profiles by article's day and id, then by the actor's id."""
    return profile.published is None, profile.published or datetime.date.max, profile.article, profile.id


def by_id(profiles: Iterable[Profile]) -> list[list[Profile]]:
    """Profiles in groups, one for each id, in the order in which the ids come first."""
    groups: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        groups[profile.id].append(profile)
    return list(groups.values())


def _add(
    own: dict[str, Profile],
    names: dict[str, dict[str, int]],
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
    counts = names[_PLACES + actor if kind == "place" else actor]
    for name in _written(said):
        counts[name] = counts.get(name, 0) + 1


def _saying(mentions: Iterable[Mention], office: str) -> Span | None:
    """The first mention whose words have the office in them, else the first."""
    word = office.split()[-1].casefold()
    spans = sorted((mention.span for mention in mentions), key=lambda span: (span.start, span.end))
    saying = (span for span in spans if word in span.text.casefold())
    return next(saying, spans[0] if spans else None)


def _written(said: Mention | Participant | Speaker) -> Iterator[str]:
    """The names in one mention: the actor's, and the words of a known organisation where they are others."""
    yield said.name
    if isinstance(said, Mention) and said.type == "organisation" and said.actor.startswith("org:"):
        words = proper_part(_without_owner(said.span.text.removeprefix("the ").removeprefix("The ")).split())
        text = " ".join(words).removesuffix("'s").removesuffix("\u2019s")
        within = text.casefold().find(said.name.casefold())  # the name may have others before it ("Japan-UN talks")
        if within >= 0:
            yield text[within : within + len(said.name)]
        elif words and len(words) <= 2 * _LONGEST_NAME and words[0][0].isupper() and not is_quantifier(words[0]):
            yield text


def _without_owner(text: str) -> str:
    """The words of a body without the state before them that has a part in it ("*Chad's* UN")."""
    owner, _, body = text.partition("'s " if "'s " in text else "\u2019s ")
    return body if body and load_states().by_name(owner) is not None else text
