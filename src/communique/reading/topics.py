"""What an event is about: the nouns behind "on", "about" or "over", and the objects of verbs of discussion."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from communique.lexicon.words import Words
from communique.reading.parse import Sentence
from communique.reading.syntax import conjuncts, deep_object, noun_phrase, prepositional
from communique.reading.triggers import Trigger
from communique.records import Span, Topic

_ABOUT = ("on", "about", "over", "regarding", "concerning", "upon", "around")
#: Most topics one sentence is read for; a longer list is an agenda, not a topic.
_MOST = 12


def topics_of(trigger: Trigger, words: Words) -> tuple[Topic, ...]:
    """The topics of an act, in reading order, without repeats."""
    found: dict[int, Topic] = {}
    for token in _topic_tokens(trigger, words):
        for noun in conjuncts(token):
            topic = _topic(trigger.sentence, noun, words)
            if topic is not None and len(found) < _MOST:
                found.setdefault(topic.span.start, topic)
    return tuple(found[start] for start in sorted(found))


def _topic_tokens(trigger: Trigger, words: Words) -> Iterator[Token]:
    bearers = [t for t in (trigger.token, trigger.noun, trigger.outer) if t is not None]
    if trigger.governor is not None and trigger.relation == "object" and trigger.governor.pos_ == "VERB":
        bearers.append(trigger.governor)
    for bearer in bearers:
        yield from prepositional(bearer, *_ABOUT)
        for clause in bearer.children:
            if clause.dep_ in {"xcomp", "advcl", "acl", "relcl", "ccomp", "conj"}:
                yield from _discussed(clause, words)
            elif clause.dep_ == "prep" and clause.lower_ in _ABOUT:
                for gerund in clause.children:
                    if gerund.dep_ == "pcomp" and (inner := deep_object(gerund)) is not None:
                        yield inner
    if not trigger.is_noun:
        yield from _discussed(trigger.token, words)
    if (
        trigger.governor is not None
        and trigger.governor.pos_ in {"VERB", "AUX"}
        and trigger.relation not in {"object", "about"}
    ):
        yield from _discussed(trigger.governor, words)
        for clause in trigger.governor.children:
            if clause.dep_ == "xcomp":
                yield from _discussed(clause, words)


def _discussed(verb: Token, words: Words) -> Iterator[Token]:
    for each in conjuncts(verb):
        if each.lemma_.lower() in words["discussion"]:
            found = deep_object(each)
            if found is not None:
                yield found
            yield from prepositional(each, *_ABOUT)


def _topic(sentence: Sentence, noun: Token, words: Words) -> Topic | None:
    if (
        noun.pos_ not in {"NOUN", "PROPN"}
        or noun.ent_type_ in {"DATE", "TIME", "CARDINAL", "ORDINAL"}
        or noun.lemma_.lower() in words["not a topic"]
    ):
        return None
    example = next(
        (
            t
            for p in noun.children
            if p.dep_ == "prep" and p.lower_ in {"including"}
            for t in p.children
            if t.dep_ == "pobj"
        ),
        None,
    )
    if (
        noun.lemma_.lower() in words["topic list"] and example is None and noun.nbor(1).text == ":"
        if noun.i + 1 < len(noun.doc)
        else False
    ):
        return None
    first, last = _phrase(noun)
    while (
        first.i < last.i and first.head is noun and (first.pos_ in {"DET", "PRON"} or first.lower_ in {"both", "such"})
    ):
        first = first.nbor(1)
    span = sentence.span(first, last)
    return Topic(label=" ".join(span.text.split()), span=Span(span.start, span.end, span.text))


def _phrase(noun: Token) -> tuple[Token, Token]:
    """The noun's phrase with its prepositional phrases ("the crisis in Syria"), without clauses or other conjuncts."""
    first, last = noun_phrase(noun)
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ not in {"including", "such", "during", "after", "before", "as"}:
            for inner in child.subtree:
                if inner.dep_ in {"relcl", "acl", "cc", "conj", "punct"} and inner.dep_ != "punct":
                    break
                if inner.i > last.i and not inner.is_punct:
                    last = inner
    return first, last
