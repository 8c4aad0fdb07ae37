"""One actor of the registry: names, offices with the words that say so, and events."""

from __future__ import annotations

from collections.abc import Container

from rich.console import Group, RenderableType
from rich.text import Text

from communique.display.chronology import chronology
from communique.display.days import day_text
from communique.display.footnotes import Footnotes
from communique.display.text import plain, safe
from communique.reading.variants import variant_of
from communique.records import Actor, Office
from communique.store.dossiers import ActorDossier


def actor_page(dossier: ActorDossier) -> Group:
    """All that the record knows of an actor."""
    actor, events = dossier.actor, dossier.events
    notes = Footnotes(dossier.articles, ())
    facts = (actor.type, actor.country, actor.sector, f"{actor.mentions} mentions", plain(actor.id))
    parts: list[RenderableType] = [
        safe(actor.name, "bold"),
        Text(" · ".join(fact for fact in facts if fact is not None), style="dim"),
    ]
    others = [_other(name, actor) for name in actor.names if name != actor.name]
    if others:
        parts.append(Text(f"also: {'; '.join(others)}"))
    if actor.offices:
        offices = (_office(office, notes, dossier.articles) for office in actor.offices)
        parts += [Text(), Text("Offices", style="bold"), *offices]
        parts += [Text(), Text("Sentences", style="bold"), *notes.lines()]
    parts += [Text(), chronology(events, f"Events ({len(events)})")]
    return Group(*parts)


def _other(name: str, actor: Actor) -> str:
    """Another name of an actor, and for a person why it is taken for the same one's."""
    return f"{plain(name)} ({variant_of(name, actor.name)})" if actor.type == "person" else plain(name)


def _office(office: Office, notes: Footnotes, known: Container[str]) -> Text:
    line = Text("  ").append_text(safe(office.office))
    if office.of is not None:
        line.append(f" of {plain(office.of)}")
    if office.start is not None or office.end is not None:
        line.append(f"  seen {' to '.join(dict.fromkeys(day_text(d) for d in (office.start, office.end) if d))}")
    for evidence in office.evidence:
        if evidence.article in known:
            line.append(" ").append_text(notes.cite(evidence.article, evidence.span))
        else:  # a knowledge base
            line.append("  confirmed: ").append_text(safe(evidence.span.text))
            line.append_text(safe(f" ({evidence.article})", "dim"))
    return line
