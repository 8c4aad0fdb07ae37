"""Whom "he said" means where the article goes on quoting one person.

Centering theory (Grosz, Joshi and Weinstein 1995): a pronoun that is the subject of an utterance most likely refers to
the subject of the one before. So a lone "he" or "she" that the cast leaves open is the last person who spoke, unless
another person has been the subject of a clause in the article's own voice since then, the sexes that "Mr." or "Mrs."
and earlier pronouns show differ, or too much text lies between.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from communique.reading.cast import Cast
from communique.reading.drafts import Draft
from communique.reading.syntax import SUBJECTS
from communique.records import Speaker

_PRONOUNS = {"he": "m", "she": "f"}
_TITLES = {"Mr.": "m", "Mr": "m", "Mrs.": "f", "Mrs": "f", "Ms.": "f", "Ms": "f"}
#: How far back, in characters, the person may have spoken last.
_REACH = 2_500


class Continuity:
    """The person who spoke last, kept up to date statement by statement in the order of the cues."""

    def __init__(self, cast: Cast, drafts: Sequence[Draft]) -> None:
        contents = sorted(piece for draft in drafts for piece in draft.pieces)
        self._persons = frozenset(e.id for e in cast.entities if e.type == "person")
        self._rivals: list[tuple[int, str]] = []
        reach = following = 0
        for mention in cast.mentions:
            start = mention.sentence.start_of(mention.first)
            while following < len(contents) and contents[following][0] <= start:
                reach = max(reach, contents[following][1])
                following += 1
            if start >= reach and mention.head.dep_ in SUBJECTS and len(mention.entities) == 1:
                only = mention.entities[0]
                if only.id in self._persons:
                    self._rivals.append((start, only.id))
        self._starts = [start for start, _ in self._rivals]
        self._sexes: dict[str, str] = {}
        self._last: Speaker | None = None
        self._last_at = 0

    def resolve(self, speaker: Speaker | None, position: int) -> Speaker | None:
        """The speaker of the cue at a position, an open pronoun replaced by the person who spoke last."""
        if speaker is None:
            return None
        sex = _PRONOUNS.get(speaker.span.text.lower())
        if speaker.actor is None and sex is not None and self._last is not None and self._same(sex, position):
            last = self._last
            speaker = Speaker(
                name=last.name, actor=last.actor, country=last.country, sector=last.sector, span=speaker.span
            )
        if speaker.actor in self._persons and speaker.actor is not None:
            self._last, self._last_at = speaker, position
            shown = sex or _TITLES.get(speaker.span.text.split()[0])
            if shown is not None:
                self._sexes.setdefault(speaker.actor, shown)
        return speaker

    def _same(self, sex: str, position: int) -> bool:
        assert self._last is not None
        if position - self._last_at > _REACH or self._sexes.get(self._last.actor or "", sex) != sex:
            return False
        first = bisect_left(self._starts, self._last_at)
        last = bisect_left(self._starts, position)
        return all(actor == self._last.actor for _, actor in self._rivals[first:last])
