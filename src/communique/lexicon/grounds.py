"""Where acts of some kinds are by what they are: at the goal of troops, at the home of whoever is visited."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from communique.lexicon.loading import Entry, read_entries
from communique.records import Reading

GroundKind = Literal["goal", "source", "host", "organ", "desk", "home", "polls", "people", "words", "scene"]


class GroundExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence, the kind of act that it reports, and the state where that was; ``None`` where it does not say."""

    text: str
    kind: str
    country: str | None = None


class Ground(Entry, frozen=True, kw_only=True):
    """Kinds of act and whose place is theirs; the file's head says what each field holds."""

    kinds: tuple[str, ...]
    ground: GroundKind
    examples: tuple[GroundExample, ...]


@lru_cache(maxsize=8)
def load_grounds(folders: tuple[Path, ...] = ()) -> dict[str, GroundKind]:
    """Whose place is that of an act, by kind; of two entries the later one, which a user's folder may hold, wins."""
    return {kind: entry.ground for entry in read_entries("grounds", Ground, folders) for kind in entry.kinds}


def check_grounds(folders: Sequence[Path], read: Callable[[str], Reading]) -> Iterator[str]:
    """What is wrong with the examples of the grounds, one sentence a fault; ``read`` reads a sentence."""
    for entry in read_entries("grounds", Ground, folders):
        for example in entry.examples:
            found = [r.place and r.place.country for r in read(example.text).reports if r.kind == example.kind]
            if found != [example.country]:
                yield f"grounds: {example.text!r}: {example.kind} is in {found or 'no report'}, not {example.country}"
