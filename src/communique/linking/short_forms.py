"""Bodies that one article calls otherwise than the rest: by a slip of the pen, or in short without the full name.

A slip leaves the first letter and most of a long word alone ("Acme *Petrleum*"). A firm goes by the first word of its
name ("Acme"), and a body by what stands before "and" ("*Harlow Gas* and Electric"), where no other body's name begins
so, and articles of the same month have the full name.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from communique.linking.profiles import Profile
from communique.reading.naming import distance, fold, onset, parse_name

Label = tuple[str, str]

_A_MONTH = datetime.timedelta(days=31)
#: How long a word must be for one slip in it, or for two, to leave no other word.
_ONE_SLIP, _TWO_SLIPS = 7, 10
_AND = frozenset({"and", "&"})


def relabelled(
    named: Mapping[Label, Sequence[Profile]], persons: Iterable[Sequence[Profile]]
) -> dict[Label, list[Profile]]:
    """Profiles by label, those of bodies that another label means under that; ``persons`` are people's."""
    meant = _slips(named)
    joined = _moved(named, meant)
    surnames = {fold(parse_name(p.name).surname) for group in persons for p in group}
    return _moved(joined, _short_forms(joined, surnames))


def _moved(named: Mapping[Label, Sequence[Profile]], meant: Mapping[Label, Label]) -> dict[Label, list[Profile]]:
    found: dict[Label, list[Profile]] = {label: list(group) for label, group in named.items() if label not in meant}
    for label, home in meant.items():
        found[home].extend(named[label])
    return found


def _slips(named: Mapping[Label, Sequence[Profile]]) -> dict[Label, Label]:
    """Labels that but one article has, with the only one of which they can be a slip and that is in no fewer."""
    alike: dict[tuple[int, tuple[str, ...]], list[Label]] = defaultdict(list)
    for kind, called in sorted(named):
        words = called.split() if kind == "organisation" else []
        for place in range(len(words) if len(words) > 1 else 0):
            if len(words[place]) >= _ONE_SLIP:
                alike[place, (*words[:place], onset(words[place]), *words[place + 1 :])].append((kind, called))
    meant: dict[Label, Label] = {}
    for (place, _), labels in alike.items():
        for label in labels if len(labels) > 1 else ():
            able = [o for o in labels if o != label and _is_slip(label[1].split()[place], o[1].split()[place])]
            able = [o for o in able if _is_rarer(label, o, named) and _are_near(named[label], named[o])]
            if len(able) == 1 and len(named[label]) == 1 and label not in meant.values() and able[0] not in meant:
                meant[label] = able[0]
    return meant


def _is_rarer(one: Label, other: Label, named: Mapping[Label, Sequence[Profile]]) -> bool:
    return (len(named[one]), other) < (len(named[other]), one)


def _is_slip(one: str, other: str) -> bool:
    """May a word be a slip for another: no plural of it, and no more than its length bears?"""
    if one in {f"{other}s", f"{other[:-1]}ies"} or other in {f"{one}s", f"{one[:-1]}ies"}:
        return False
    return 0 < distance(one, other) <= (2 if min(len(one), len(other)) >= _TWO_SLIPS else 1)


def _short_forms(named: Mapping[Label, Sequence[Profile]], surnames: set[str]) -> dict[Label, Label]:
    begun: dict[str, list[Label]] = defaultdict(list)
    for kind, called in sorted(named):
        words = called.split() if kind == "organisation" else []
        if len(words) > 1 and " in " not in called:
            begun[words[0]].append((kind, called))
    first_words = Counter({word: len(labels) for word, labels in begun.items()})
    meant: dict[Label, Label] = {}
    for kind, called in sorted(named):
        words = called.split()
        if kind != "organisation" or not words:
            continue
        longer = [label for label in begun.get(words[0], ()) if label[1] != called]
        if len(words) > 1:
            longer = [label for label in longer if label[1].startswith(f"{called} ") and _goes_on(label, words)]
        elif first_words[called] != 1 or fold(called) in surnames or not _is_called(called, named[longer[0]]):
            continue
        if len(longer) == 1 and _are_near(named[kind, called], named[longer[0]]):
            meant[kind, called] = longer[0]
    return {label: home for label, home in meant.items() if home not in meant}


def _goes_on(label: Label, words: Sequence[str]) -> bool:
    return label[1].split()[len(words)] in _AND


def _is_called(word: str, profiles: Sequence[Profile]) -> bool:
    """Do articles with the full name of a firm also call it by a word alone?"""
    firm = any(profile.sector == "BUS" for profile in profiles)
    return firm and any(name.casefold() == word for profile in profiles for name, _ in profile.names)


def _are_near(some: Sequence[Profile], others: Sequence[Profile]) -> bool:
    """Does some article with each come out within a month, and no state contradict?"""
    states = {p.country for p in (*some, *others) if p.country is not None}
    days = [sorted(p.published for p in group if p.published is not None) for group in (some, others)]
    return len(states) < 2 and all(days) and days[0][0] - days[1][-1] <= _A_MONTH >= days[1][0] - days[0][-1]
