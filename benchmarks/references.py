"""Whom pronouns, short names, offices and nouns for bodies mean, in passages written for it: who a careful reader says.

``python benchmarks/references.py`` reads the passages of ``references.jsonl`` and says what share of the words asked
about stands for whom it should. ``means`` are ids of states and known bodies, or the words by which the passage names
the actor. The passages of set 1 were used to mend rules, those of set 2 were written afterwards and read once before
anything was mended by them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from communique.reading.reader import load
from communique.records import Mention

PASSAGES = Path(__file__).with_suffix(".jsonl")
_KNOWN = ("state:", "org:")


def actors_at(mentions: Sequence[Mention], start: int, end: int) -> set[str]:
    """The ids in the longest mention that begins at some words of the text, or lies over them."""
    over = [m for m in mentions if m.span.start < end and start < m.span.end]
    over = [m for m in over if m.span.start >= start or m.span.end >= end]
    longest = max((m.span.end - m.span.start for m in over), default=0)
    return {m.actor for m in over if m.span.end - m.span.start == longest}


def meant(text: str, mentions: Sequence[Mention], name: str) -> str | None:
    """The id of the actor that a passage names so."""
    if name.startswith(_KNOWN):
        return name
    start = text.index(name)
    over = [m for m in mentions if m.span.start < start + len(name) and start < m.span.end and m.type != "state"]
    return max(over, key=lambda m: m.span.end - m.span.start).actor if over else None


def main() -> None:
    """Measure each set."""
    reader, counts = load(), Counter[tuple[int, str]]()
    for line in PASSAGES.read_text(encoding="utf-8").splitlines():
        passage: dict[str, Any] = json.loads(line)
        reading = reader.read(passage["text"], published="2019-05-10")
        for ask in passage["asks"]:
            found = actors_at(reading.mentions, ask["at"], ask["at"] + len(ask["words"]))
            wanted = {meant(reading.text, reading.mentions, name) for name in ask["means"]}
            counts[passage["set"], "right" if found == wanted else "wrong" if found else "open"] += 1
    for number in sorted({number for number, _ in counts}):
        total = sum(count for (other, _), count in counts.items() if other == number)
        shares = {what: round(counts[number, what] / total, 3) for what in ("right", "wrong", "open")}
        print(json.dumps({"set": number, "asked": total, **shares}))


if __name__ == "__main__":
    main()
