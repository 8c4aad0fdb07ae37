"""An event in one line of words, for formats that have a title or a label."""

from __future__ import annotations

from communique.records import Event

_ROLES = (("actor", ""), ("recipient", " \N{RIGHTWARDS ARROW} "), ("host", ", host "), ("mediator", ", mediator "))


def headline(event: Event) -> str:
    """Kind and parties: ``meeting: Norway, Chad, host Kenya``."""
    parts = []
    for role, before in _ROLES:
        names = dict.fromkeys(party.name for party in event.participants if party.role == role)
        if names:
            parts.append(before + ", ".join(names))
    return f"{event.kind}: {''.join(parts)}" if parts else event.kind
