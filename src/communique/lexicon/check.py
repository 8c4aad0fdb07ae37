"""Running the examples of every lexicon file: each module checks its own entries, and here they are joined."""

from __future__ import annotations

import datetime
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.lexicon.actors import ActorLexicon, check_actors
from communique.lexicon.cues import check_cues, load_cues
from communique.lexicon.families import check_families, load_families
from communique.lexicon.frames import check_frames, load_frames
from communique.lexicon.furniture import FurnitureEntry, check_furniture
from communique.lexicon.gazetteer import check_regions, load_gazetteer
from communique.lexicon.genres import check_genres, load_genres
from communique.lexicon.given_names import check_given_names, load_genders
from communique.lexicon.grounds import check_grounds
from communique.lexicon.institutions import check_institutions, load_institutions
from communique.lexicon.loading import PACKAGED, read_entries
from communique.lexicon.nicknames import check_nicknames, load_nicknames
from communique.lexicon.outcomes import check_outcomes, load_outcomes
from communique.lexicon.plover import check_plover, load_plover
from communique.lexicon.quantities import check_quantities, load_quantities
from communique.lexicon.regions import load_regions
from communique.lexicon.states import check_states, load_states
from communique.lexicon.times import load_time_words
from communique.lexicon.words import WordClass, Words, check_words, load_words
from communique.reading.naming import same_name
from communique.records import Reading

#: Reads sentences, in order, each as published on a day or on none.
ReadAll = Callable[[Sequence[tuple[str, datetime.date | None]]], Iterable[Reading]]
#: Reads a sentence as published on a day, or on none.
Read = Callable[[str, datetime.date | None], Reading]
Folders = tuple[Path, ...]
Check = Callable[[Folders, Callable[[str], Reading], Read], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Count:
    """How many entries a lexicon has, and how many examples those have."""

    name: str
    entries: int
    examples: int


def _check_times(folders: Folders, read: Read) -> Iterator[str]:
    """What is wrong with the examples of the time words: their TIMEX3 values, read as of the example's day."""
    for entry in load_time_words(folders).classes:
        for example in entry.examples:
            found = {(t.span.text, t.timex.value) for t in read(example.text, example.published).times}
            if (example.time, example.value) not in found:
                got = sorted(value for text, value in found if text == example.time) or "no time"
                yield f"times: {entry.id}: {example.text!r}: {example.time!r} is {got}, not {example.value}"


def _check_toponyms(folders: Folders) -> Iterator[str]:
    """What is wrong with the examples of the words around place names, which are kept in lower case."""
    for entry in read_entries("toponyms", WordClass, folders):
        for example in entry.examples:
            if example.word not in example.text or example.word.lower() not in entry.words:
                yield f"toponyms: {entry.id}: {example.word!r} is not among its words or not in {example.text!r}"


#: The check of each lexicon file, by the names of the files that it covers.
CHECKS: dict[tuple[str, ...], Check] = {
    ("frames",): lambda folders, read, _: check_frames(load_frames(folders), read),
    ("words",): lambda folders, read, _: check_words(load_words(folders), read),
    ("dating",): lambda folders, read, _: check_words(Words(read_entries("dating", WordClass, folders)), read),
    ("toponyms",): lambda folders, *_: _check_toponyms(folders),
    ("times",): lambda folders, _, read: _check_times(folders, read),
    ("cues",): lambda folders, read, _: check_cues(load_cues(folders), read),
    ("kinds", "scores", "contexts"): lambda folders, *_: check_plover(load_plover(folders)),
    ("families",): lambda folders, *_: check_families(load_families(folders)),
    ("grounds",): lambda folders, read, _: check_grounds(folders, read),
    ("quantities",): lambda folders, *_: check_quantities(load_quantities(folders)),
    ("outcomes",): lambda folders, *_: check_outcomes(load_outcomes(folders)),
    ("furniture",): lambda folders, *_: check_furniture(read_entries("furniture", FurnitureEntry, folders)),
    ("genres",): lambda folders, *_: check_genres(load_genres(folders)),
    ("given_names",): lambda folders, read, _: check_given_names(
        load_genders(folders), lambda text: read(text).mentions
    ),
    ("nicknames",): lambda folders, *_: check_nicknames(load_nicknames(folders), same_name),
    ("states",): lambda folders, *_: check_states(load_states(folders)),
    ("institutions",): lambda folders, read, _: check_institutions(
        load_institutions(folders), lambda text: read(text).mentions
    ),
    ("regions",): lambda folders, *_: check_regions(load_regions(folders), load_gazetteer(folders)),
    ("offices", "organisations", "agents"): lambda folders, read, _: check_actors(
        ActorLexicon.load(folders), lambda text: read(text).mentions
    ),
}

#: The lexicons whose examples are read, but for those that need a day.
READ = frozenset(
    {
        "frames",
        "words",
        "dating",
        "cues",
        "grounds",
        "given_names",
        "institutions",
        "offices",
        "organisations",
        "agents",
    }
)


def check_lexicon(folders: Sequence[Path], read_all: ReadAll) -> Iterator[str]:
    """What is wrong with the lexicon's examples, one sentence a fault.

    Each different sentence is read once, and those without a day together, which is more than twice as fast.
    """
    texts = dict.fromkeys(text for name, entry in _entries(folders) if name in READ for text in _texts_of(entry))
    undated = [(text, None) for text in texts]
    readings: dict[tuple[str, datetime.date | None], Reading] = dict(zip(undated, read_all(undated), strict=True))

    def read(text: str, day: datetime.date | None) -> Reading:
        if (text, day) not in readings:
            (readings[text, day],) = read_all([(text, day)])
        return readings[text, day]

    for check in CHECKS.values():
        yield from check(tuple(folders), lambda text: read(text, None), read)


def count_entries(folders: Sequence[Path] = ()) -> list[Count]:
    """Entries and examples of each lexicon file, those of the user's folders included, by name."""
    entries: Counter[str] = Counter()
    examples: Counter[str] = Counter()
    for name, entry in _entries(folders):
        entries[name] += 1
        examples[name] += len(_examples_of(entry))
    return [Count(name, entries[name], examples[name]) for name in sorted(entries)]


def _entries(folders: Sequence[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The lexicon's name and each entry of every lexicon file."""
    for folder in (PACKAGED, *folders):
        for file in sorted((*folder.glob("*.toml"), *folder.glob("*.d/*.toml"))):
            name = file.parent.stem if file.parent.suffix == ".d" else file.stem
            for entry in tomllib.loads(file.read_text(encoding="utf-8")).get("entry", []):
                yield name, entry


def _examples_of(entry: dict[str, Any]) -> list[Any]:
    """The examples of an entry; some lexicons sort theirs by what they show."""
    examples = entry.get("examples", ())
    return [one for some in examples.values() for one in some] if isinstance(examples, dict) else list(examples)


def _texts_of(entry: dict[str, Any]) -> Iterator[str]:
    return (example["text"] for example in _examples_of(entry) if isinstance(example.get("text"), str))
