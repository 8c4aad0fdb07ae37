"""All extracts together: in memory what has to be looked through again and again, on disk the rest."""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from communique.lexicon.families import Families
from communique.linking.counts import Counted
from communique.linking.duplicates import Copies
from communique.linking.extracts import Extract
from communique.linking.profiles import Profile
from communique.linking.responses import Answer
from communique.linking.sides import Side, Sides
from communique.linking.spool import Spool
from communique.linking.stories import Published
from communique.linking.weighing import Weighing
from communique.linking.work import Archive
from communique.records import Participant


class Gathered:
    """What was taken from all readings. Reports have numbers; ``begins`` finds each in the spool of ``items``."""

    def __init__(self) -> None:
        self.articles: list[Published] = []
        self.copies = Copies()
        self.weighing = Weighing()
        self.profiles: list[Profile] = []
        self.items = Spool()
        self.begins = array("q")
        self._homes = array("q")  # the number of each report's article
        self.numbers: dict[str, array[int]] = defaultdict(lambda: array("q"))  # of reports, by kind
        self.sequels: dict[str, str] = {}
        self._answers: dict[str, tuple[Answer, ...]] = {}
        self.counted: list[Counted] = []
        self._names: dict[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]] = {}

    def take(self, extracts: Iterable[Extract]) -> None:
        """Add extracts."""
        for extract in extracts:
            self.articles.append(Published(extract.id, extract.published, extract.headline))
            self.copies.add(extract.id, extract.shingles, extract.bands)
            self.weighing.add(extract.terms, extract.counts)
            self.profiles.extend(self._shared(profile, extract.id) for profile in extract.profiles)
            for kind, item in zip(extract.kinds, extract.items, strict=True):
                self.numbers[kind].append(len(self.begins))
                self.begins.append(self.items.put(bytes(item)))
                self._homes.append(len(self.articles) - 1)
            self.sequels.update(extract.sequels)
            if extract.answers:
                self._answers[extract.id] = extract.answers
            self.counted.extend(extract.counted)

    def answers(self) -> Iterator[Answer]:
        """What sentences tell of answers, in the order of the articles' ids."""
        return (answer for _, answers in sorted(self._answers.items()) for answer in answers)

    def archive(self) -> Archive:
        """The articles with their terms, which are not kept here any longer."""
        archive, self.weighing = Archive(self.articles, self.weighing), Weighing()
        return archive

    def article_of(self, number: int) -> str:
        """The article of a report."""
        return self.articles[self._homes[number]].id

    def families(self, families: Families) -> list[tuple[str, list[int]]]:
        """The numbers of the reports of each family of kinds with one of its kinds, the largest family first."""
        found: dict[str, tuple[str, list[int]]] = {}
        for kind, numbers in sorted(self.numbers.items()):
            found.setdefault(families.of(kind), (kind, []))[1].extend(numbers)
        return sorted(found.values(), key=lambda family: (-len(family[1]), family[0]))

    def drop_profiles(self) -> None:
        """Forget the profiles, once the registry of actors is made of them."""
        self.profiles.clear()
        self._names.clear()

    def report_ids(self) -> list[str]:
        """The id of each report, by number."""
        return [_who.decode(self.items.get(begin)).report.id for begin in self.begins]

    def sides(self, sides: Sides) -> list[tuple[Side, ...]]:
        """The sides of each report, by number."""
        found = (_who.decode(self.items.get(begin)).report for begin in self.begins)
        return [sides.of(report.article, report.participants) for report in found]

    def _shared(self, profile: Profile, article: str) -> Profile:
        """A profile whose strings are those of others: most actors come up again and again."""
        profile.article = article
        profile.id = sys.intern(profile.id)
        profile.names = self._names.setdefault(profile.names, profile.names)
        profile.country = sys.intern(profile.country) if profile.country is not None else None
        profile.sector = sys.intern(profile.sector) if profile.sector is not None else None
        profile.office = sys.intern(profile.office) if profile.office is not None else None
        return profile


class _Parties(msgspec.Struct, frozen=True, gc=False):
    id: str
    article: str
    participants: tuple[Participant, ...]


class _Who(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """Of an item, only who takes part."""

    report: _Parties


_who = msgspec.msgpack.Decoder(_Who)
