"""Topics that a text names in the sentences after a meeting or call: "Trade was also discussed. They raised visas."

A clause with a verb of talk goes on with the last act of contact if it has no subject of its own (an agentless
passive), or one that is among the act's participants or only a plural noun ("the ministers"); if its tense fits the
act's status (what was discussed, was discussed at a meeting that took place); and if it is near enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.lexicon.words import Words
from communique.reading.actors import Cast
from communique.reading.parse import Sentence
from communique.reading.relations import surface_subject
from communique.reading.syntax import is_passive
from communique.reading.tokens import Token
from communique.reading.topics import topics_of_verb
from communique.reading.verb_form import lies_ahead
from communique.records import Report, Topic

#: How many sentences after an act its topics may still be told, and how many topics it may have.
_REACH, _MOST = 8, 12
_AHEAD = frozenset({"planned", "confirmed", "proposed"})
_TOOK_PLACE = frozenset({"occurred", "ongoing"})


def continue_topics(
    sentences: Sequence[Sentence],
    contacts: Mapping[int, Sequence[Report]],
    triggers: frozenset[tuple[int, int]],
    cast: Cast,
    words: Words,
) -> dict[str, Report]:
    """The reports that later sentences add topics to, by id.

    ``contacts`` are the article's reports of contact by index of their sentence, ``triggers`` the sentence and token
    of every word that is a report of its own.
    """
    changed: dict[str, Report] = {}
    told: list[tuple[int, Report]] = []
    for sentence in sentences:
        for verb in _verbs_of_talk(sentence, words):
            act = None if (sentence.index, verb.i) in triggers else _act_of(sentence, verb, told, cast)
            taken = {topic.label for report in contacts.get(sentence.index, ()) for topic in report.topics}
            topics = [t for t in topics_of_verb(sentence, verb, words) if t.label not in taken] if act else []
            if act is not None and topics:
                before = changed.get(act.id, act)
                changed[act.id] = msgspec.structs.replace(before, topics=_joined(before.topics, topics))
        told.extend((sentence.index, report) for report in contacts.get(sentence.index, ()))
    return changed


def _verbs_of_talk(sentence: Sentence, words: Words) -> Iterator[Token]:
    return (t for t in sentence.tokens if t.pos_ == "VERB" and t.lemma_.lower() in words["talk"])


def _act_of(sentence: Sentence, verb: Token, told: Sequence[tuple[int, Report]], cast: Cast) -> Report | None:
    fitting = _AHEAD if lies_ahead(verb) else _TOOK_PLACE
    for index, report in reversed(told):
        if sentence.index - index > _REACH:
            return None
        if report.status in fitting:
            return report if _goes_on(sentence, verb, report, cast) else None
    return None


def _goes_on(sentence: Sentence, verb: Token, report: Report, cast: Cast) -> bool:
    if is_passive(verb):
        return not any(c.dep_ == "agent" for c in verb.children)
    subject = surface_subject(verb)
    mention = cast.at(sentence, subject) if subject is not None else None
    if mention is None or not mention.entities:
        return subject is not None and subject.tag_ == "NNS"
    sides = {p.actor for p in report.participants}
    return all(e.id in sides or (e.type == "group" and e.country is None) for e in mention.entities)


def _joined(topics: Sequence[Topic], more: Sequence[Topic]) -> tuple[Topic, ...]:
    labels = {topic.label for topic in topics}
    return (*topics, *(topic for topic in more if topic.label not in labels))[:_MOST]
