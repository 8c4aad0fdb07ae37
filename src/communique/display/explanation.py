"""Why a text was coded as it was, for people: a table of triggers, then what the lexicon does not know."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from communique.display.text import plain
from communique.reading.explaining import Explanation, TriggerExplanation


def explanation_page(explanation: Explanation) -> RenderableType:
    """The triggers as a table, rejected ones dim with the reason, and the verbs and actors that gave nothing."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("trigger", "frame", "kind", "status", "PLOVER", "participants", "why not"):
        table.add_column(column, overflow="fold")
    for trigger in explanation.triggers:
        cells = (
            trigger.trigger.text,
            trigger.frame,
            trigger.kind,
            trigger.status,
            trigger.plover or "",
            _participants(trigger),
            trigger.rejected or "",
        )
        table.add_row(*(Text(plain(cell)) for cell in cells), style="dim" if trigger.rejected else "")
    parts: list[RenderableType] = [table if explanation.triggers else Text("No word of the text is a trigger.")]
    if explanation.unknown_verbs:
        verbs = ", ".join(span.text for span in explanation.unknown_verbs)
        parts.append(Text(f"Verbs of known actors that no frame has: {plain(verbs)}"))
    if explanation.idle_actors:
        parts.append(Text(f"Known actors in no report: {plain(', '.join(explanation.idle_actors))}"))
    return Group(*parts)


def _participants(trigger: TriggerExplanation) -> str:
    roles = (("actor", trigger.actor), ("recipient", trigger.recipient), ("host", trigger.host))
    return "; ".join(f"{role} {', '.join(names)}" for role, names in (*roles, ("mediator", trigger.mediator)) if names)
