"""Stories: which articles are about one chain of events.

Average-link clustering of term vectors over a graph of near neighbours. The likeness of two groups of articles is the
mean inner product of their articles, damped by the days that lie between the groups where both are dated; the most
alike two groups are joined while they are alike enough. The outcome is a function of the set of articles: their order
plays no part.
"""

from __future__ import annotations

import datetime
import heapq
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from communique.linking.neighbours import similar_pairs
from communique.linking.vectors import Vector, dot, total
from communique.linking.weighing import Vectors
from communique.records import Reading, Story, story_id

#: Mean inner product at which two groups of articles are one story.
THRESHOLD = 0.2
#: Days of silence between two groups after which their likeness counts half.
HALF_LIFE = 30
_LONGEST_TITLE = 120
#: Where the first line of an article is looked for, in characters.
_HEAD = 2_000
#: Words that a line has at least which says what an article is about.
_FEWEST = 3
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Published:
    """What stories need to know of an article besides its terms."""

    id: str
    published: datetime.date | None
    headline: str


@dataclass(slots=True)
class _Group:
    """Articles (by their number) thought to be one story, and first and last day.

    ``vector`` is the sum of their vectors; ``None`` for one article, whose own vector is looked up.
    """

    members: list[int]
    vector: Vector | None
    first: datetime.date | None
    last: datetime.date | None
    neighbours: set[int] = field(default_factory=set)


def find_stories(articles: Sequence[Published], vectors: Vectors) -> tuple[Story, ...]:
    """The stories of two articles or more, each with its articles in order of publication, ``events`` still empty.

    The articles come in the order of publication (:func:`by_publication`), the vectors in that of the articles. The id
    comes from the article published first, so articles that come later leave it as it is.
    """
    stories = (
        _story([articles[i] for i in group.members], group, vectors)
        for component in _components(len(articles), similar_pairs(vectors, THRESHOLD))
        for group in _cluster(component, articles, vectors)
    )
    return tuple(sorted((s for s in stories if s is not None), key=lambda story: story.id))


def by_publication(article: Published) -> tuple[bool, datetime.date, str]:
    """Sorts articles by the day of publication, those without one last."""
    return article.published is None, article.published or datetime.date.max, article.id


def with_events(stories: Sequence[Story], articles_of: Mapping[str, Sequence[str]]) -> tuple[Story, ...]:
    """The stories with their events: an event belongs to the story that most of its articles are in, or to none."""
    story_of = {article: story.id for story in stories for article in story.articles}
    events: dict[str, list[str]] = {story.id: [] for story in stories}
    for event in sorted(articles_of):
        homes = [story_of[article] for article in articles_of[event] if article in story_of]
        if homes:
            events[min(set(homes), key=lambda home: (-homes.count(home), home))].append(event)
    return tuple(
        Story(id=s.id, title=s.title, articles=s.articles, events=tuple(events[s.id]), start=s.start, end=s.end)
        for s in stories
    )


#: Two articles by number, and the inner product of their vectors.
_Pair = tuple[int, int, float]


def _components(size: int, pairs: Iterable[_Pair]) -> Iterator[Iterable[_Pair]]:
    """The pairs of what can become a story, apart from those of what cannot be part of it."""
    highs, lows, products = array("i"), array("i"), array("d")
    parents = array("i", range(size))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    for high, low, product in pairs:
        highs.append(high)
        lows.append(low)
        products.append(product)
        one, other = sorted((root(high), root(low)))
        parents[other] = one
    roots = np.fromiter((root(high) for high in highs), dtype=np.int32, count=len(highs))
    order = np.argsort(roots, kind="stable")
    for part in np.split(order, np.flatnonzero(np.diff(roots[order])) + 1):
        yield ((highs[k], lows[k], products[k]) for k in part)


def _cluster(pairs: Iterable[_Pair], articles: Sequence[Published], vectors: Vectors) -> list[_Group]:
    """Join the two most alike groups until none are alike enough; a joined group goes on under the lower number."""
    groups: dict[int, _Group] = {}
    queue: list[tuple[float, int, int, int, int]] = []

    def propose(low: int, high: int, product: float) -> None:
        likeness = _likeness(groups[low], groups[high], product)
        if likeness >= THRESHOLD:
            sizes = len(groups[low].members), len(groups[high].members)
            heapq.heappush(queue, (-likeness, low, high, *sizes))

    for high, low, product in pairs:
        for number in (high, low):
            if number not in groups:
                groups[number] = _Group([number], None, articles[number].published, articles[number].published)
        groups[high].neighbours.add(low)
        groups[low].neighbours.add(high)
        propose(low, high, product)
    while queue:
        _, low, high, *sizes = heapq.heappop(queue)
        if low not in groups or high not in groups:
            continue
        if sizes != [len(groups[low].members), len(groups[high].members)]:
            continue
        joined = _join(groups, low, high, vectors)
        for neighbour in sorted(joined.neighbours):
            product = dot(_vector(joined, vectors), _vector(groups[neighbour], vectors))
            propose(min(low, neighbour), max(low, neighbour), product)
    return [groups[i] for i in sorted(groups)]


def _vector(group: _Group, vectors: Vectors) -> Vector:
    return vectors[group.members[0]] if group.vector is None else group.vector


def _join(groups: dict[int, _Group], low: int, high: int, vectors: Vectors) -> _Group:
    one, other = groups[low], groups.pop(high)
    neighbours = (one.neighbours | other.neighbours) - {low, high}
    for neighbour in other.neighbours - {low}:
        groups[neighbour].neighbours.discard(high)
        groups[neighbour].neighbours.add(low)
    groups[low] = _Group(
        sorted(one.members + other.members),
        total((_vector(one, vectors), _vector(other, vectors))),
        min((day for day in (one.first, other.first) if day is not None), default=None),
        max((day for day in (one.last, other.last) if day is not None), default=None),
        neighbours,
    )
    return groups[low]


def _likeness(one: _Group, other: _Group, product: float) -> float:
    """The mean of the inner products of their articles, given that of their sums, damped by the silence between."""
    mean = product / (len(one.members) * len(other.members))
    return round(float(mean * 0.5 ** (_silence(one, other) / HALF_LIFE)), 9)


def _silence(one: _Group, other: _Group) -> int:
    """Days between the end of the earlier group and the begin of the later; 0 where they overlap or have no days."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    return max(0, (other.first - one.last).days, (one.first - other.last).days)


def _story(articles: Sequence[Published], group: _Group, vectors: Vectors) -> Story | None:
    if len(articles) < 2 or group.vector is None:
        return None
    nearness = [round(dot(vectors[i], group.vector), 9) for i in group.members]
    central = max(range(len(articles)), key=lambda i: (nearness[i], -i))
    return Story(
        id=story_id(articles[0].id),
        title=articles[central].headline,
        articles=tuple(article.id for article in articles),
        events=(),
        start=group.first,
        end=group.last,
    )


def headline(reading: Reading) -> str:
    """The title of an article, else its first line that says something, cut between words where it is long.

    An address, a day ("Posted 12/19/2005 3:36 PM") or the name of whoever wrote it says nothing of what it is about.
    """
    lines = [line for line in reading.text[:_HEAD].split("\n") if line.strip() and not line.lstrip().startswith("http")]
    first = next((line for line in lines if len(_WORD.findall(line)) >= _FEWEST), lines[0] if lines else "")
    text = " ".join((reading.title or first).split())
    if len(text) <= _LONGEST_TITLE:
        return text
    return text[:_LONGEST_TITLE].rpartition(" ")[0] + " …"
