"""Why a text was coded as it was: every trigger with its frame and roles, and what was not coded at all."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import msgspec

from communique.reading.candidates import Candidate, find_candidates
from communique.reading.entity_kinds import is_public
from communique.reading.reader import Analysis, Reader
from communique.reading.relations import surface_subject
from communique.reading.status import status_of
from communique.reading.tokens import Token
from communique.records import Span, Status

#: Verbs of being, having and saying are no acts; to list them as uncoded would bury those that are.
_EMPTY_VERBS = frozenset({"be", "have", "do", "say", "tell", "become", "seem", "get", "go", "come"})


class TriggerExplanation(msgspec.Struct, frozen=True, kw_only=True):
    """A word that a frame matched: the report it makes, or (``rejected``) why it makes none."""

    trigger: Span
    frame: str
    kind: str
    status: Status
    plover: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    host: tuple[str, ...]
    mediator: tuple[str, ...]
    rejected: str | None


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """All triggers of a text in reading order, and what the lexicon has no entry for.

    ``unknown_verbs`` are verbs that a known public actor is the subject of and no frame has; ``idle_actors`` are public
    actors that take part in no report.
    """

    triggers: tuple[TriggerExplanation, ...]
    unknown_verbs: tuple[Span, ...]
    idle_actors: tuple[str, ...]


def explain(reader: Reader, text: str, published: datetime.date | None = None) -> Explanation:
    """Explain how a text is coded."""
    analysis = reader.analyse(text, published)
    candidates = list(find_candidates(analysis.parsed, analysis.cast, analysis.times, analysis.places, reader.events))
    busy = {p.entity.id for c in candidates if c.rejected is None for p in c.roles.everyone}
    idle = dict.fromkeys(e.name for e in analysis.cast.entities if is_public(e) and e.id not in busy)
    return Explanation(
        triggers=tuple(_explained(reader, analysis, c) for c in candidates),
        unknown_verbs=tuple(_unknown_verbs(reader, analysis)),
        idle_actors=tuple(idle),
    )


def _explained(reader: Reader, analysis: Analysis, candidate: Candidate) -> TriggerExplanation:
    trigger, roles = candidate.trigger, candidate.roles
    status = candidate.status
    if candidate.rejected is not None:
        status = status_of(trigger, reader.events.words, None, analysis.parsed.published)
    frame = trigger.frame
    code = reader.events.plover.code(frame.kind, status, plover=frame.plover, mode=frame.mode, cameo=frame.cameo)
    named = {
        role: tuple(f"{p.entity.name} ({p.entity.country or '?'}, {p.entity.sector or '-'})" for p in parties)
        for role, parties in (
            ("actor", roles.actor),
            ("recipient", roles.recipient),
            ("host", roles.host),
            ("mediator", roles.mediator),
        )
    }
    return TriggerExplanation(
        trigger=trigger.sentence.span(trigger.token),
        frame=frame.id,
        kind=frame.kind,
        status=status,
        plover=code.plover,
        actor=named["actor"],
        recipient=named["recipient"],
        host=named["host"],
        mediator=named["mediator"],
        rejected=candidate.rejected,
    )


def _unknown_verbs(reader: Reader, analysis: Analysis) -> Iterator[Span]:
    for sentence in analysis.parsed.sentences:
        for token in sentence.tokens:
            if token.pos_ != "VERB" or token.lemma_.lower() in _EMPTY_VERBS or _is_known(token, reader):
                continue
            subject = surface_subject(token)
            mention = analysis.cast.at(sentence, subject) if subject is not None and subject.doc is token.doc else None
            if mention is not None and any(is_public(e) for e in mention.entities):
                yield sentence.span(token)


def _is_known(verb: Token, reader: Reader) -> bool:
    lemma, words = verb.lemma_.lower(), reader.events.words
    return lemma in reader.events.frames.verbs or lemma in words["support"] or lemma in words.statuses
