"""How a noun phrase mentions its actor, and by what name."""

from __future__ import annotations

from communique.lexicon.organisations import Organisation
from communique.reading.cast import Entity, How
from communique.reading.identity import person_name
from communique.reading.phrase import Phrase
from communique.reading.reference import text_of
from communique.reading.terms import STATE_KINDS


def how_of(phrase: Phrase) -> How:
    """By what the phrase refers: a name, an office, a state, a body or a noun for a group."""
    if phrase.name is not None:
        return "name"
    if phrase.body is not None or phrase.term is None:
        return "body"
    if phrase.term.kind in STATE_KINDS:
        return "state"
    return {"office": "office", "organisation": "body"}.get(phrase.term.kind, "group")  # type: ignore[return-value]


def written(phrase: Phrase) -> str | None:
    """The name as it is written, of a person without title or office, or of a body that no lexicon has."""
    if phrase.name is not None:
        return person_name(phrase).text
    return text_of(phrase) if phrase.body is not None else None


def proper_text(phrase: Phrase) -> str:
    """The proper name in a phrase, without what describes it before in small letters ("*state-owned* Harlow Bank")."""
    tokens = phrase.doc.tokens[phrase.first : phrase.last + 1]
    start = next((t.i for t in tokens if t.text[0].isupper() or t.text[0].isdigit()), phrase.first)
    return " ".join(phrase.doc[start : phrase.last + 1].text.split())


def called(phrase: Phrase, entity: Entity) -> str:
    """What a phrase calls its actor; of a body that the lexicon has, only its own words ("Peru's *OAS*")."""
    term = phrase.term
    if term is None or not (entity.id.startswith("org:") and term.kind == "organisation"):
        return text_of(phrase)
    return " ".join(phrase.doc[term.first : term.last + 1].text.split())


def of_body(phrase: Phrase) -> str | None:
    """The name of people of whom only what stands behind them says of which known body ("monitors *of the OAS*")."""
    behind = [] if phrase.owners or phrase.anaphor is not None else phrase.after
    if len(behind) != 1 or not isinstance(behind[0].entry, Organisation):
        return None
    body = phrase.doc[behind[0].first : behind[0].last + 1].text
    return " ".join(f"{body} {text_of(phrase)}".split())
