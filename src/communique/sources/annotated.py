"""What annotators corrected, read back: archives of brat and exports of Label Studio, as the exports write them."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from communique.errors import InputError
from communique.export.annotated import Act, Annotated, Stretch, in_order
from communique.sources.rejected import LARGEST

_TEXT_BOUND = re.compile(r"T\S+")
_NUMBERED = re.compile(r"\d+$")


def read_annotated(path: Path) -> list[Annotated]:
    """The articles of a file: a ZIP archive is brat's, anything else Label Studio's JSON.

    Raises:
        InputError: the file cannot be read, or is of another form; the message names the article and what is wrong.

    """
    try:
        if zipfile.is_zipfile(path):
            return list(_read_brat(path))
        return [_read_task(task, f"task {n}") for n, task in enumerate(msgspec.json.decode(path.read_bytes()), start=1)]
    except (OSError, zipfile.BadZipFile, zlib.error) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError, TypeError) as error:
        raise InputError(f"{path} is neither an archive of brat nor an export of Label Studio: {error}") from error
    except InputError as error:
        raise InputError(f"{path}: {error}") from error


def _read_brat(path: Path) -> Iterator[Annotated]:
    with zipfile.ZipFile(path) as archive:
        sizes = {info.filename: info.file_size for info in archive.infolist()}
        for name in sorted(name for name in sizes if name.endswith(".ann")):
            text = f"{name.removesuffix('.ann')}.txt"
            if text not in sizes:
                raise InputError(f"there is no {text} beside {name}")
            if max(sizes[name], sizes[text]) > LARGEST:
                raise InputError(f"{name} or its text is larger than any article")
            article = Path(text).name.removesuffix(".txt")
            yield _parse_brat(article, archive.read(text).decode("utf-8"), archive.read(name).decode("utf-8"))


def _parse_brat(article: str, text: str, standoff: str) -> Annotated:
    lines = [line.split("\t") for line in standoff.split("\n") if line]
    statuses = {parts[1]: parts[2] for line in lines if line[0].startswith("A") and len(parts := line[1].split()) == 3}
    try:
        stretches = {line[0]: _brat_stretch(line[1]) for line in lines if _TEXT_BOUND.fullmatch(line[0])}
        events = [(line[0], [part.split(":", 1) for part in line[1].split()]) for line in lines if line[0][:1] == "E"]
        acts = [
            Act(
                stretches[trigger],
                statuses.get(name),
                tuple((_NUMBERED.sub("", _plain(role)), stretches[target]) for role, target in parts),
            )
            for name, ((_, trigger), *parts) in events
        ]
    except (KeyError, ValueError, IndexError) as error:
        raise InputError(f"{article}.ann does not hold together: {error}") from error
    triggers = {trigger for _, ((_, trigger), *_) in events}
    plain = [stretch for mark, stretch in stretches.items() if mark not in triggers]
    return _checked(article, text, plain, acts)


def _brat_stretch(described: str) -> Stretch:
    label, _, offsets = described.partition(" ")
    ends = [int(number) for piece in offsets.split(";") for number in piece.split()]
    return Stretch(min(ends), max(ends), _plain(label))


def _plain(label: str) -> str:
    return label.replace("_", " ").lower()


def _read_task(task: Any, name: str) -> Annotated:  # noqa: ANN401 - JSON
    """A task: the first annotation that was not skipped, or else the prediction that nobody corrected yet."""
    try:
        done = [work for work in task.get("annotations") or () if not work.get("was_cancelled")]
        result = (done or task.get("predictions") or [{"result": []}])[0]["result"]
        article, text = str(task["data"]["id"]), task["data"]["text"]
        regions = {item["id"]: _region(item["value"]) for item in result if item["type"] == "labels"}
        statuses = {item["id"]: item["value"]["choices"][0] for item in result if item["type"] == "choices"}
        relations = [item for item in result if item["type"] == "relation"]
        parts = _parts(relations, regions)
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise InputError(f"{name} is no task of the form that is exported: {error!r}") from error
    acting = {*statuses, *parts}
    acts = [
        Act(regions[region], statuses.get(region), tuple(parts.get(region, ())))
        for region in regions
        if region in acting
    ]
    return _checked(article, text, [stretch for region, stretch in regions.items() if region not in acting], acts)


def _parts(
    relations: Sequence[Mapping[str, Any]], regions: Mapping[str, Stretch]
) -> dict[str, list[tuple[str, Stretch]]]:
    """The relations of each region that has any."""
    parts: dict[str, list[tuple[str, Stretch]]] = {}
    for relation in relations:
        for label in relation["labels"]:
            parts.setdefault(relation["from_id"], []).append((label, regions[relation["to_id"]]))
    return parts


def _region(value: Mapping[str, Any]) -> Stretch:
    return Stretch(int(value["start"]), int(value["end"]), str(value["labels"][0]))


def _checked(article: str, text: str, stretches: Sequence[Stretch], acts: Sequence[Act]) -> Annotated:
    """The annotations in order, when all of them lie in the text."""
    for stretch in (*stretches, *(act.trigger for act in acts)):
        if not 0 <= stretch.start < stretch.end <= len(text):
            raise InputError(f"{article}: {stretch.label} at {stretch.start} to {stretch.end} lies outside the text")
    return in_order(article, text, stretches, acts)
