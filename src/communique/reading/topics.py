"""What an event is about: the nouns behind "on", "about" or "over", and the objects of verbs of discussion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from communique.lexicon.words import Words
from communique.reading.parse import Sentence
from communique.reading.syntax import child, conjuncts, deep_object, noun_phrase, prepositional
from communique.reading.triggers import Trigger
from communique.records import Span, Topic

_ABOUT = ("on", "about", "over", "regarding", "concerning", "upon", "around")
_CLAUSES = frozenset({"xcomp", "advcl", "acl", "relcl", "ccomp", "conj"})
#: Most topics one act is read for; a longer list is an agenda, not a topic.
_MOST = 12


def topics_of(trigger: Trigger, words: Words, taken: Sequence[Span] = ()) -> tuple[Topic, ...]:
    """The topics of an act, in reading order, without repeats and without what is ``taken`` (its participants)."""
    found: dict[int, Topic] = {}
    for token in _topic_tokens(trigger, words):
        for noun in _items(token, words):
            topic = _topic(trigger.sentence, noun, words)
            if topic is None or len(found) == _MOST or any(_overlap(topic.span, span) for span in taken):
                continue
            found.setdefault(topic.span.start, topic)
    return tuple(found[start] for start in sorted(found))


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _topic_tokens(trigger: Trigger, words: Words) -> Iterator[Token]:
    for bearer in _bearers(trigger):
        yield from prepositional(bearer, *_ABOUT)
        for clause in bearer.children:
            if clause.dep_ in _CLAUSES:
                yield from _discussed(clause, words)
    if not trigger.is_noun:
        yield from _discussed(trigger.token, words)
    governor = trigger.governor
    if governor is not None and governor.pos_ in {"VERB", "AUX"} and trigger.relation not in {"object", "about"}:
        for verb in (governor, child(governor, "xcomp")):  # "During the talks, X [is expected to] discuss Y"
            if verb is not None:
                yield from _discussed(verb, words)


def _bearers(trigger: Trigger) -> list[Token]:
    """The tokens that a phrase of topic may hang on: the trigger, its noun and partitive, its support verb."""
    found = [trigger.token, trigger.noun, trigger.outer, trigger.support]
    return list({token.i: token for token in found if token is not None}.values())


def _discussed(verb: Token, words: Words) -> Iterator[Token]:
    for each in conjuncts(verb):
        if each.lemma_.lower() in words["discussion"]:
            found = deep_object(each)
            if found is not None:
                yield found
            yield from prepositional(each, *_ABOUT)


def _items(token: Token, words: Words) -> Iterator[Token]:
    """The nouns coordinated with a token; a noun that only announces topics ("a range of issues: …") gives its list."""
    for noun in conjuncts(token):
        if noun.dep_ == "pcomp" and noun.pos_ == "VERB":
            inner = deep_object(noun)
            if inner is not None:
                yield from conjuncts(inner)
        elif noun.lemma_.lower() in words["topic list"]:
            yield from _listed(noun)
        else:
            yield noun
            yield from _hung_too_low(noun)


def _hung_too_low(noun: Token) -> Iterator[Token]:
    """Common nouns that the parser joined to a name within the phrase: "trade" in "the crisis in Haiti and trade"."""
    for name in prepositional(noun, "in", "of", "with", "between", "over"):
        if name.pos_ == "PROPN":
            yield from (other for other in conjuncts(name)[1:] if other.pos_ == "NOUN")


def _listed(noun: Token) -> Iterator[Token]:
    """What a list is said to hold: behind "such as", "including" or "to include", else behind a colon."""
    found = False
    for token in noun.subtree:
        example = token.lower_ == "including" or (
            token.lower_ == "as" and token.i > 0 and token.nbor(-1).lower_ == "such"
        )
        if token.i > noun.i and (example or token.lemma_ == "include"):
            for item in token.children:
                if item.dep_ in {"pobj", "dobj", "pcomp"}:
                    found = True
                    inner = deep_object(item) if item.dep_ == "pcomp" else item
                    yield from conjuncts(inner) if inner is not None else ()
    if not found:
        rest = noun.doc[noun.i : noun.sent.end]
        colon = next((t.i for t in rest if t.text == ":"), None)
        if colon is not None:
            yield from (c.root for c in noun.doc[colon + 1 : noun.sent.end].noun_chunks)


def _topic(sentence: Sentence, noun: Token, words: Words) -> Topic | None:
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.ent_type_ in {"DATE", "TIME", "CARDINAL", "ORDINAL"}:
        return None
    if noun.lemma_.lower() in words["not a topic"] or noun.sent.start != sentence.tokens.start:
        return None
    first, last = _phrase(noun)
    while first.i < last.i and first.head == noun and (first.pos_ in {"DET", "PRON"} or first.lower_ == "both"):
        first = first.nbor(1)
    span = sentence.span(first, last)
    return Topic(label=" ".join(span.text.split()), span=span)


def _phrase(noun: Token) -> tuple[Token, Token]:
    """The noun's phrase with its prepositional phrases ("the crisis in Syria"), without clauses or other conjuncts."""
    first, last = noun_phrase(noun)
    for preposition in noun.children:
        if preposition.dep_ != "prep" or preposition.lower_ in {"including", "such", "during", "after", "before", "as"}:
            continue
        for inner in preposition.subtree:
            if inner.dep_ in {"relcl", "acl", "cc", "conj"}:
                break
            if inner.i > last.i and not inner.is_punct:
                last = inner
    return first, last
