"""Running the examples of every lexicon file: each module checks its own entries, and here they are joined."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from communique.lexicon.actors import ActorLexicon, check_actors
from communique.lexicon.cues import check_cues, load_cues
from communique.lexicon.frames import check_frames, load_frames
from communique.lexicon.gazetteer import check_regions, load_gazetteer
from communique.lexicon.loading import PACKAGED, read_entries
from communique.lexicon.plover import check_plover, load_plover
from communique.lexicon.regions import load_regions
from communique.lexicon.states import check_states, load_states
from communique.lexicon.words import WordClass, Words, check_words
from communique.records import Reading

Read = Callable[[str], Reading]
Folders = Sequence[Path]
Check = Callable[[Folders, Read], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Count:
    """How many entries a lexicon has, and how many examples those have."""

    name: str
    entries: int
    examples: int


def _classes(name: str) -> Check:
    return lambda folders, read: check_words(Words(read_entries(name, WordClass, folders)), read)


#: The check of each lexicon file, by the names of the files that it covers.
CHECKS: dict[tuple[str, ...], Check] = {
    ("frames",): lambda folders, read: check_frames(load_frames(folders), read),
    ("words",): _classes("words"),
    ("dating",): _classes("dating"),
    ("toponyms",): _classes("toponyms"),
    ("cues",): lambda folders, read: check_cues(load_cues(folders), read),
    ("kinds", "scores", "contexts"): lambda folders, _: check_plover(load_plover(folders)),
    ("states",): lambda folders, _: check_states(load_states(tuple(folders))),
    ("regions",): lambda folders, _: check_regions(load_regions(tuple(folders)), load_gazetteer(tuple(folders))),
    ("offices", "organisations", "agents"): lambda folders, read: check_actors(
        ActorLexicon.load(folders), lambda text: read(text).mentions
    ),
}


def check_lexicon(folders: Folders, read: Read) -> Iterator[str]:
    """What is wrong with the lexicon's examples, one sentence a fault. Each different sentence is read once."""
    read_once = lru_cache(maxsize=None)(read)
    for check in CHECKS.values():
        yield from check(folders, read_once)


def count_entries(folders: Folders = ()) -> list[Count]:
    """Entries and examples of each lexicon file, those of the user's folders included, by name."""
    counts: dict[str, Count] = {}
    for folder in (PACKAGED, *folders):
        for file in sorted((*folder.glob("*.toml"), *folder.glob("*.d/*.toml"))):
            name = file.parent.stem if file.parent.suffix == ".d" else file.stem
            entries = tomllib.loads(file.read_text(encoding="utf-8")).get("entry", [])
            before = counts.get(name, Count(name, 0, 0))
            examples = sum(len(entry.get("examples", ())) for entry in entries)
            counts[name] = Count(name, before.entries + len(entries), before.examples + examples)
    return [counts[name] for name in sorted(counts)]
