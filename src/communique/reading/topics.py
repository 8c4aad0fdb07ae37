"""What an event is about: the nouns behind "on", "about" or "over", and the objects of verbs of discussion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.lexicon.words import Words
from communique.reading.parse import Sentence
from communique.reading.relations import deep_object
from communique.reading.syntax import child, conjuncts, noun_phrase, prepositional
from communique.reading.tokens import Token
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
        for first, last in _items(token, words):
            span = trigger.sentence.span(first, last)
            if len(found) < _MOST and not any(_overlap(span, other) for other in taken):
                found.setdefault(span.start, Topic(label=" ".join(span.text.split()), span=span))
    return tuple(found[start] for start in sorted(found))


def topics_of_verb(sentence: Sentence, verb: Token, words: Words) -> tuple[Topic, ...]:
    """What a verb of talk is about, in reading order."""
    spans = {
        span.start: span
        for token in _discussed(verb, words)
        for first, last in _items(token, words)
        if (span := sentence.span(first, last))
    }
    return tuple(Topic(label=" ".join(spans[start].text.split()), span=spans[start]) for start in sorted(spans))


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
                if found.lemma_.lower() in words["not a topic"]:  # "exchanged views on trade"
                    yield from prepositional(found, *_ABOUT)
            yield from prepositional(each, *_ABOUT)


def _items(token: Token, words: Words) -> Iterator[tuple[Token, Token]]:
    """The phrases coordinated with a token; a noun that only announces topics ("many issues: …") gives its list."""
    for noun in conjuncts(token):
        if noun.dep_ == "pcomp" and noun.pos_ == "VERB":
            inner = deep_object(noun)
            nouns = conjuncts(inner) if inner is not None else []
        elif noun.lemma_.lower() in words["topic list"]:
            nouns = list(_examples(noun))
            if not nouns:
                yield from _behind_colon(noun)
        else:
            # In "A, B and C" the parser often takes B for an apposition of A.
            beside = [each for c in noun.children if c.dep_ == "appos" for each in conjuncts(c)]
            nouns = [noun, *beside, *_hung_too_low(noun)]
        yield from (_phrase(each) for each in nouns if _is_topic(each, words))


def _hung_too_low(noun: Token) -> Iterator[Token]:
    """Common nouns that the parser joined to a name within the phrase: "trade" in "the crisis in Haiti and trade"."""
    for name in prepositional(noun, "in", "of", "with", "between", "over"):
        if name.pos_ == "PROPN":
            yield from (other for other in conjuncts(name)[1:] if other.pos_ == "NOUN")


def _examples(noun: Token) -> Iterator[Token]:
    """The nouns that a list noun is said to hold: behind "such as", "including" or "to include"."""
    for token in noun.subtree:
        example = token.lower_ == "including" or (token.lower_ == "as" and token.nbor(-1).lower_ == "such")
        if token.i > noun.i and (example or token.lemma_ == "include"):
            for item in token.children:
                if item.dep_ in {"pobj", "dobj", "pcomp"}:
                    inner = deep_object(item) if item.dep_ == "pcomp" else item
                    yield from conjuncts(inner) if inner is not None else ()


def _behind_colon(noun: Token) -> Iterator[tuple[Token, Token]]:
    """The nouns of a list behind a colon, part by part; the parser makes little of such lists."""
    rest = noun.doc[noun.i + 1 : noun.sent.end]
    colon = next((t.i for t in rest if t.text == ":"), None)
    part: list[Token] = []
    for token in noun.doc[colon + 1 : noun.sent.end] if colon is not None else ():
        if token.text in {",", ";"} or token.lower_ == "and":
            yield from _ends(part)
            part = []
        else:
            part.append(token)
    yield from _ends(part)


def _ends(part: list[Token]) -> Iterator[tuple[Token, Token]]:
    """First and last token of a part of a list, from its first noun or adjective to its last noun."""
    nouns = [t for t in part if t.pos_ in {"NOUN", "PROPN"}]
    if nouns:
        first = next(t for t in part if t.pos_ in {"NOUN", "PROPN", "ADJ"})
        yield first, nouns[-1]


def _is_topic(noun: Token, words: Words) -> bool:
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.ent_type_ in {"DATE", "TIME", "CARDINAL", "ORDINAL"}:
        return False
    return noun.lemma_.lower() not in words["not a topic"]


def _phrase(noun: Token) -> tuple[Token, Token]:
    """The noun's phrase with its prepositional phrases ("the crisis in Syria"), without article or other conjuncts."""
    first, last = noun_phrase(noun)
    for preposition in noun.children:
        if preposition.dep_ != "prep" or preposition.lower_ in {"including", "such", "during", "after", "before", "as"}:
            continue
        for inner in preposition.subtree:
            if inner.dep_ in {"relcl", "acl", "cc", "conj"}:
                break
            if inner.i > last.i and not inner.is_punct:
                last = inner
    while first.i < last.i and first.head == noun and (first.pos_ in {"DET", "PRON"} or first.lower_ == "both"):
        first = first.nbor(1)
    return first, last
