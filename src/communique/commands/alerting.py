"""``communique alert``: saved queries, and telling what newly matches them."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

import communique
from communique import console, options
from communique.commands import conditions as given
from communique.display.text import plain
from communique.errors import InputError
from communique.options import DEFAULT_STORE, Json, Location

if TYPE_CHECKING:
    from communique.store.alerts import Alert

alert_app = typer.Typer(no_args_is_help=True, help="Tell what newly matches a saved query, once for each status.")
Name = Annotated[str, typer.Argument(metavar="NAME", help="A name of your choice.")]


@alert_app.command()
def add(
    name: Name,
    *,
    to: Annotated[str, typer.Option(metavar="TARGET", help="- for standard output, a file NAME.mbox, or a URL.")] = "-",
    who: given.Who = None,
    dyad: given.Dyad = None,
    kind: given.Kind = [],  # noqa: B006 - typer's way
    plover: given.Plover = [],  # noqa: B006
    status: given.Status = [],  # noqa: B006
    since: given.Since = None,
    topic: given.Topic = None,
    where: given.Where = None,
    outlet: given.Outlet = None,
    source: given.Source = None,
    text: given.Words = None,
    confidence: given.Confidence = None,
    present: Annotated[bool, typer.Option("--present", help="Tell of what the store holds already, too.")] = False,
    store: Location = DEFAULT_STORE,
) -> None:
    """Save a query. What matches it from now on is told once, and again whenever its status has changed.

    \b
    Examples:
      communique alert add channel --dyad USA:RUS --to channel.mbox
      communique alert add summits --kind meeting --status cancelled --to https://desk.example.org/hook
    """
    from communique.alerts.delivering import check_target
    from communique.store.alerts import Alert, add_alert

    if not name.strip() or not name.isprintable():
        raise InputError("an alert needs a name of letters that can be read")
    options.check_choices("--status", status, options.STATUSES)
    query = communique.EventQuery(
        who=who,
        dyad=options.read_dyad(dyad) if dyad is not None else None,
        kinds=tuple(kind),
        plovers=tuple(plover_type.upper() for plover_type in plover),
        statuses=tuple(status),
        since=given.on_day(since),
        topic=topic,
        where=where,
        outlet=outlet,
        source=source,
        text=text,
        confidence=confidence,
    )
    alert = Alert(name=name, query=query, target=check_target(to))
    with communique.open_store(store, create=False) as opened:
        options.check_kinds(kind, opened)
        add_alert(opened, alert, now=_now(), present=present)


@alert_app.command("list")
def list_alerts(*, store: Location = DEFAULT_STORE, as_json: Json = False) -> None:
    """List the alerts: what each asks for, and where it is sent.

    \b
    Examples:
      communique alert list
    """
    from communique.display.tables import rows_table
    from communique.store.alerts import all_alerts

    with communique.open_store(store, create=False) as opened:
        found = all_alerts(opened)
    if as_json:
        with console.records() as out:
            out.writelines(msgspec.json.encode(alert) + b"\n" for alert in found)
    elif found:
        rows = ([alert.name, alert.target, _asked(alert)] for alert in found)
        console.results().print(rows_table(("name", "target", "asks for"), rows))
    else:
        console.remark("There is no alert; add one with: communique alert add NAME")


@alert_app.command()
def remove(name: Name, *, store: Location = DEFAULT_STORE) -> None:
    """Forget an alert, and what it told.

    \b
    Examples:
      communique alert remove channel
    """
    from communique.store.alerts import remove_alert

    with communique.open_store(store, create=False) as opened:
        remove_alert(opened, name)


@alert_app.command()
def send(
    *,
    private: Annotated[
        bool, typer.Option("--private", help="Allow webhooks at addresses that are not public.")
    ] = False,
    store: Location = DEFAULT_STORE,
) -> None:
    """Send what the alerts have not told yet; communique watch does so after every round.

    What does not arrive is sent the next time, and the command fails with 1.

    \b
    Examples:
      communique alert send
    """
    from communique.alerts.delivering import Post, send_alerts

    with communique.open_store(store, create=False) as opened, console.records() as out:
        sent = send_alerts(opened, Post(out=out, now=_now(), private=private))
    for trouble in sent.troubles:
        console.remark(plain(trouble), "yellow")
    if sent.troubles:
        raise typer.Exit(1)


def _asked(alert: Alert) -> str:
    """The conditions of an alert in words."""
    return ", ".join(f"{name}: {_shown(getattr(alert.query, name))}" for name, _ in alert.query.alone()) or "everything"


def _shown(value: object) -> str:
    return " or ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
