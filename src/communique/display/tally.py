"""What a run of reading did, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from communique.display.text import plain, shortened
from communique.ingest import Tally

_NAMED = 5  # rejected articles named one by one


def tally_lines(tally: Tally, *, events: int, actors: int) -> Iterator[Text]:
    """Articles read, known and rejected (why, the first few by name), then what the store now holds."""
    yield Text(f"read      {counted(tally.read, 'article')}: {counted(tally.reports, 'report')}, ").append(
        counted(tally.statements, "statement")
    )
    if tally.known:
        yield Text(f"known     {counted(tally.known, 'article')}, left as they were")
    if tally.rejected:
        reasons = Counter(aside.reason for aside in tally.rejected)
        why = ", ".join(f"{count} {plain(reason)}" for reason, count in sorted(reasons.items()))
        yield Text("rejected  ", style="yellow").append(f"{len(tally.rejected)} ({why})")
        for aside in tally.rejected[:_NAMED]:
            place = plain(aside.source or aside.article or "?")
            yield Text(f"          {place}: {shortened(aside.detail, 200)}")
        if len(tally.rejected) > _NAMED:
            more = len(tally.rejected) - _NAMED
            yield Text(f"          and {more} more: communique export rejected --format csv")
    yield Text(f"record    {counted(events, 'event')}, {counted(actors, 'actor')}")


def counted(number: int, thing: str) -> str:
    """A number of things, in words."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
