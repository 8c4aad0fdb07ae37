"""Correcting the record: each correction is checked against the record, written down, and brought about by linking."""

from __future__ import annotations

import datetime

import msgspec

from communique import ingest
from communique.corrections import Action, Correction, GivenOffice
from communique.errors import InputError
from communique.store.corrections import add_correction, resolve_as, resolve_report, undo
from communique.store.database import Store
from communique.store.lookup import load_event
from communique.store.queries import kinds_in


class Desk:
    """Somebody who corrects a store, under the name ``who``.

    Every id may be given by its beginning. A correction is brought about at once, which links the whole store anew; a
    desk that is ``patient`` only writes down, until :meth:`link` or the next reading brings everything about.

    >>> desk = Desk(store, who="desk editor")                                  # doctest: +SKIP
    >>> desk.set("event-3f2a91bc", "status", "cancelled", why="on air")        # doctest: +SKIP
    """

    def __init__(self, store: Store, *, who: str, patient: bool = False) -> None:
        self._store, self._who, self._patient = store, who, patient

    def merge(self, one: str, other: str, *, why: str | None = None) -> Correction:
        """Say that two events, or two actors, are one.

        Raises:
            InputError: there are no two such things of one kind.

        """
        with self._store.reading() as connection:
            first = resolve_as(connection, one, "event", "actor")
            second = resolve_as(connection, other, first.kind)
        if first == second:
            raise InputError(f"{one} and {other} are one already: {first.id}")
        return self._correct("merge", first.id, second.id, why=why)

    def split(self, whole: str, part: str, *, why: str | None = None) -> Correction:
        """Say that a report is of another event, or that an article means another actor.

        Raises:
            InputError: the whole is no event or actor, or the part is none of several in it.

        """
        with self._store.reading() as connection:
            found = resolve_as(connection, whole, "event", "actor")
            if found.kind == "event":
                event, report = load_event(connection, found.id), resolve_report(connection, part)
                if report.id not in event.reports or len(event.reports) == 1:
                    raise InputError(f"{report.id} is not one of several reports of {event.id}")
                leaving = report.id
            else:
                leaving = resolve_as(connection, part, "article").id
        return self._correct("split", found.id, leaving, why=why)

    def set(self, event: str, field: str, value: str, *, why: str | None = None) -> Correction:
        """Give a field of an event its right value; days are written as ``2017-04-12``.

        Raises:
            InputError: there is no such event or field, or the field cannot have that value.

        """
        from communique.linking.corrections import set_field

        with self._store.reading() as connection:
            found = resolve_as(connection, event, "event")
            present = load_event(connection, found.id)
        if field == "kind":
            self._check_kind(value)
        try:
            set_field(present, field, value)
        except ValueError as error:
            raise InputError(f"cannot set {field} to {value!r}: {error}") from error
        return self._correct("set", found.id, value, field=field, why=why)

    def wrong(self, report: str, *, why: str | None = None) -> Correction:
        """Say that a report is wrong: its article does not say so. It stays, but is in no event.

        Raises:
            InputError: there is no such report.

        """
        with self._store.reading() as connection:
            found = resolve_report(connection, report).id
        return self._correct("wrong", found, None, why=why)

    def rename(self, actor: str, name: str, *, why: str | None = None) -> Correction:
        """Give an actor its right name; the others are kept beside it.

        Raises:
            InputError: there is no such actor, or the name is empty.

        """
        if not name.strip():
            raise InputError("a name has at least one character")
        return self._correct("rename", self._actor(actor), name.strip(), why=why)

    def office(
        self,
        actor: str,
        title: str,
        *,
        of: str | None = None,
        start: datetime.date | None = None,
        end: datetime.date | None = None,
        why: str | None = None,
    ) -> Correction:
        """Add an office that an actor holds or held, of a country or body, between two days.

        Raises:
            InputError: there is no such actor.

        """
        given = GivenOffice(office=title, of=of, start=start, end=end)
        return self._correct("office", self._actor(actor), msgspec.json.encode(given).decode(), why=why)

    def undo(self, number: int, *, why: str | None = None) -> Correction:
        """Take a correction back, by its number; both stay in the history.

        Raises:
            InputError: there is no such correction, or it was taken back already.

        """
        made = undo(self._store, number, who=self._who, why=why)
        self._bring_about()
        return made

    def link(self) -> None:
        """Bring about what was written down and is not yet."""
        ingest.link_store(self._store)

    def _actor(self, text: str) -> str:
        with self._store.reading() as connection:
            return resolve_as(connection, text, "actor").id

    def _correct(
        self, action: Action, target: str, value: str | None, *, field: str | None = None, why: str | None
    ) -> Correction:
        made = add_correction(self._store, action, target, value, field=field, who=self._who, why=why)
        self._bring_about()
        return made

    def _bring_about(self) -> None:
        if not self._patient:
            self.link()

    def _check_kind(self, kind: str) -> None:
        from communique.lexicon.plover import load_plover

        known = {*kinds_in(self._store), *load_plover().kinds}
        if kind not in known:
            raise InputError(f"there is no kind {kind!r}; there are: {', '.join(sorted(known))}")
