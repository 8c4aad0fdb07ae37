"""Whether the sides that a report names and those of an event go together, and what they are as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from communique.linking.agreement import LEVEL, NONE, agreement, is_among, is_open
from communique.linking.sides import PUBLIC, Side


@dataclass(frozen=True, slots=True)
class Match:
    """How the sides of a report and those of an event go together.

    ``strengths`` has one entry for each pair of sides that agree, the best first; ``full``: both parties agree;
    ``contradicts``: each has sides that the other lacks; ``blames``: only those who act, whom it befell agrees;
    ``vague``: one part says of no side more than a common noun; ``crowds``: a party agrees only as
    people whom no part names; ``most``: of three sides or more that act in both, all but one agree;
    ``alike``: people agree in what they are called and in their number, where it is no noun for just anybody in what
    they are called alone;
    ``opens``: for how many parties of which no more than the name is known nothing speaks against those of the other
    part; ``by_name``: persons agree whom both parts name; ``sent``: the state of which each has somebody else;
    ``hosts``: both are at the place of one state.
    """

    strengths: tuple[int, ...]
    full: bool
    contradicts: bool
    blames: bool = False
    vague: bool = False
    crowds: bool = False
    most: bool = False
    sent: str | None = None
    hosts: bool = False
    alike: bool = False
    opens: int = 0
    by_name: bool = False


@lru_cache(maxsize=32_768)
def match(report: tuple[Side, ...], event: tuple[Side, ...], *, series: bool, within: bool = False) -> Match:
    """Match sides one to one, the best agreements first, actors with actors and recipients with recipients.

    Two parties of each must go together for a full match. Sides on both parts that find no partner contradict. In a
    ``series`` of meetings with many parties two common parties are enough, or the body that holds the meeting.
    ``within``: both are told in one article, in which people of a sort may be those whom it names elsewhere.
    The same sides meet again and again, so what was found is kept.
    """
    directed = any(side.role == "recipient" for side in (*report, *event))
    strengths: list[int] = []
    opposed: list[str] = []
    met: list[str] = []
    crowds = most = alike = by_name = False
    sent: str | None = None
    opens = 0
    common_body = any(side.is_body and side.actor == other.actor for side in report for other in event)
    for role in ("actor", "recipient"):
        ours = [side for side in report if side.role == role]
        theirs = [side for side in event if side.role == role]
        pairs = _pair_off(ours, theirs, within=within)
        found = [strength for strength, _, _ in pairs]
        strengths.extend(found)
        crowds = crowds or (bool(pairs) and all(one.is_crowd and other.is_crowd for _, one, other in pairs))
        alike = alike or any(_are_called_alike(one, other) for _, one, other in pairs)
        by_name = by_name or any(one.named and other.named for _, one, other in pairs)
        alone = [s for s in ours if all(s is not one for _, one, _ in pairs)]
        others = [s for s in theirs if all(s is not other for _, _, other in pairs)]
        if role == "recipient" and crowds:  # crowds protest at home, and only some accounts say against whom
            alone, others = ([s for s in left if not _is_home(s, event)] for left in (alone, others))
        if alone and others and not directed and _may_be_open(ours, theirs):
            alone, others, opens = _without_open(alone, others)
        if alone and others and not (series and (common_body or len(found) > 1)):
            opposed.append(role)
        if found:
            met.append(role)
            sent = sent or _sender(alone, others)
        most = most or (len(ours) == len(theirs) == len(found) + 1 > 2)
    full = len(met) == 2 if directed else len(strengths) > 1
    return Match(
        strengths=tuple(sorted(strengths, reverse=True)),
        full=full or (series and common_body),
        contradicts=bool(opposed),
        blames=opposed == ["actor"] and met == ["recipient"],
        vague=bool(strengths) and any(all(s.is_common or s.is_counted for s in part) for part in (report, event)),
        crowds=crowds,
        most=opposed == ["actor"] and most,
        sent=sent if opposed == ["actor"] else None,
        hosts=bool(_hosting(report) & _hosting(event)),
        alike=alike,
        opens=opens,
        by_name=by_name,
    )


def _may_be_open(ours: Sequence[Side], theirs: Sequence[Side]) -> bool:
    """Are those of two parties, and no third state among them, so that a name alone can be only one of these?"""
    return len(ours) == 2 and len({side.country for side in (*ours, *theirs)} - {None}) <= 2


def _without_open(ours: Sequence[Side], theirs: Sequence[Side]) -> tuple[list[Side], list[Side], int]:
    """The sides of each part against whom something speaks, and how many there are against whom nothing does."""
    left = [side for side in ours if not any(is_open(side, other) for other in theirs)]
    remaining = [side for side in theirs if not any(is_open(side, other) for other in ours)]
    return left, remaining, len(ours) - len(left)


def _pair_off(ours: Sequence[Side], theirs: Sequence[Side], *, within: bool) -> list[tuple[int, Side, Side]]:
    """The pairs of sides that agree, and how, each side in one pair at most."""
    pairs = sorted(
        (-strength, i, j)
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        if (strength := _agreement(one, other, within=within)) > NONE
    )
    used_ours: set[int] = set()
    used_theirs: set[int] = set()
    found = []
    for strength, i, j in pairs:
        if i not in used_ours and j not in used_theirs:
            used_ours.add(i)
            used_theirs.add(j)
            found.append((-strength, ours[i], theirs[j]))
    return found


def _are_called_alike(one: Side, other: Side) -> bool:
    """Have two groups of people one noun, and numbers that can both be true, or a noun of some sort of people only?"""
    ours, theirs = one.count, other.count
    if ours is not None and theirs is not None:
        return ours[2] == theirs[2] and ours[0] <= theirs[1] and theirs[0] <= ours[1]
    sorted_out = one.is_crowd and other.is_crowd and one.sector not in {None, PUBLIC} and one.country is not None
    return sorted_out and one.country == other.country and one.called == other.called


def _sender(alone: Sequence[Side], others: Sequence[Side]) -> str | None:
    """The state for which somebody else is there on each part, where all others agree."""
    if len(alone) != 1 or len(others) != 1 or not (alone[0].acts_for_state and others[0].acts_for_state):
        return None
    return alone[0].country if alone[0].country == others[0].country else None


def _hosting(sides: Sequence[Side]) -> set[str]:
    return {side.country for side in sides if side.role == "other" and side.country is not None}


def _is_home(side: Side, event: Sequence[Side]) -> bool:
    """Is it the place or state of the people who act?"""
    return side.type in {"place", "state"} and any(s.role == "actor" and s.country == side.country for s in event)


def _agreement(one: Side, other: Side, *, within: bool) -> int:
    """How two sides agree, in accounts of one article or of two."""
    return agreement(one, other) or (LEVEL if within and is_among(one, other) else NONE)


def merge(sides: Sequence[Side], others: Sequence[Side], *, within: bool) -> tuple[Side, ...]:
    """The sides of two matching reports, of one article or of two, each once, the more particular of two that agree."""
    merged = list(sides)
    for other in others:
        known = enumerate(merged[: len(sides)])  # two that one report names are two
        partners = [i for i, side in known if side.role == other.role and _agreement(side, other, within=within) > NONE]
        if not partners:
            merged.append(other)
            continue
        best = max(partners, key=lambda i: (_agreement(merged[i], other, within=within), -i))
        if other.level > merged[best].level:
            merged[best] = other
    return tuple({side.actor: side for side in merged}.values())
