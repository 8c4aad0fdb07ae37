"""What the address of a page asks for: conditions on events, and which of those that match are shown."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

import typer
from fastapi import Depends, HTTPException, Query, Request

from communique import options
from communique.store.queries import EventQuery
from communique.web.security import desk_of

PAGE = 50
_MOST_SKIPPED = 1_000_000
Word = Annotated[str, Query(max_length=200)]
#: How programs are told what a status and a day are; people get messages of our own.
_STATUS: dict[str, Any] = {"items": {"type": "string", "enum": ["", *options.STATUSES, options.UNCONFIRMED]}}
_DAY: dict[str, Any] = {"pattern": r"^((?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?)?$"}
Words = Annotated[list[str], Query(max_length=40)]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query for events, the same as the parameters of an address, and the number of the page."""

    query: EventQuery
    given: tuple[tuple[str, str], ...]
    page: int
    order: str

    @property
    def offset(self) -> int:
        """How many events come before this page."""
        return (self.page - 1) * PAGE

    def but(self, **changes: str | int | None) -> str:
        """The query of an address in which some parameters are others, or (``None``) are left out."""
        kept = [(name, value) for name, value in self.given if name not in changes]
        return urlencode(kept + [(name, str(value)) for name, value in changes.items() if value is not None])

    def toggled(self, name: str, value: str) -> str:
        """The query of an address with a value of a parameter taken out, or put in when it is not there."""
        there = (name, value) in self.given
        rest = [pair for pair in self.given if pair != (name, value) and (there or pair[0] != name or name in _SEVERAL)]
        return urlencode(rest if there else [*rest, (name, value)])

    def has(self, name: str, value: str) -> bool:
        """Is a parameter given with this value?"""
        return (name, value) in self.given

    def of(self, name: str) -> str:
        """The value of a parameter; empty when it is not given."""
        return next((value for key, value in self.given if key == name), "")


_SEVERAL = frozenset({"kind", "status"})


def asked(
    request: Request,
    who: Word = "",
    with_: Annotated[str, Query(alias="with", max_length=200)] = "",
    kind: Words = [],  # noqa: B006 - FastAPI's way
    status: Annotated[list[str], Query(max_length=40, json_schema_extra=_STATUS)] = [],  # noqa: B006
    where: Word = "",
    topic: Word = "",
    outlet: Word = "",
    source: Word = "",
    story: Word = "",
    q: Word = "",
    from_: Annotated[str, Query(alias="from", max_length=20, json_schema_extra=_DAY)] = "",
    to: Annotated[str, Query(max_length=20, json_schema_extra=_DAY)] = "",
    page: Annotated[int, Query(ge=1, le=_MOST_SKIPPED // PAGE)] = 1,
    order: Annotated[str, Query(pattern="^(first|last|reported|outlets)?$")] = "first",
) -> Asked:
    """Read the conditions of an address."""
    kinds, statuses = [k for k in kind if k], [s for s in status if s]
    _valid(lambda: options.check_statuses(statuses))
    today = desk_of(request).today()
    one, other = who.strip(), with_.strip()
    query = EventQuery(
        who=None if one and other else one or other or None,
        dyad=(one, other) if one and other else None,
        kinds=tuple(kinds),
        statuses=tuple(s for s in statuses if s != options.UNCONFIRMED),
        unconfirmed_on=today if options.UNCONFIRMED in statuses else None,
        since=day_in(from_, options.first_day, today),
        until=day_in(to, options.last_day, today),
        where=where.strip() or None,
        topic=topic.strip() or None,
        outlet=outlet.strip() or None,
        source=source.strip() or None,
        story=story.strip() or None,
        text=q.strip() or None,
    )
    single = {"who": who, "with": with_, "where": where, "topic": topic, "outlet": outlet, "source": source}
    single |= {"story": story, "q": q, "from": from_, "to": to, "order": "" if order == "first" else order}
    given = [(name, value.strip()) for name, value in single.items() if value.strip()]
    given += [("kind", k) for k in kinds] + [("status", s) for s in statuses]
    return Asked(query, tuple(given), page, order or "first")


Conditions = Annotated[Asked, Depends(asked)]


def day_in(text: str, read: Callable[[str], datetime.date], today: datetime.date | None = None) -> datetime.date | None:
    """The day that a parameter names, if it is given."""
    if not text.strip():
        return None
    day: datetime.date = _valid(lambda: read(text.strip()))
    return today if day == options.TODAY else day


def _valid(read: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is read
    try:
        return read()
    except typer.BadParameter as error:
        raise HTTPException(422, str(error)) from error
