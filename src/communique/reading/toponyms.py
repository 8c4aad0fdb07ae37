"""Where a text names places: candidates found by the lexicon, the table and the entity recogniser, and how sure each is.

No one of the three is enough. The recogniser misses a third of the towns and takes others for people or bodies; the
table knows "Jordan" and "Reading" as towns. So each stretch that any of them offers is judged by its context:

* *sure*: a state's or region's name that means nothing else; what the recogniser calls a place; a name of the table
  behind a preposition of place, before a comma and the division or state that holds it, or in a dateline;
* *likely*: any other name of the table that the tagger calls a proper noun. It counts when the same name is sure
  elsewhere in the article, or when it stands for a large city or a first-level division;
* *embedded*: inside the name of a body ("Ontario Provincial Police"). It counts like a likely one, but not in the names
  of newspapers, teams and treaties, which tell of no place;
* never: part of a person's name, a nationality, or the surname of a person of the article.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from communique.lexicon.gazetteer import Gazetteer, Sense
from communique.lexicon.loading import read_entries
from communique.lexicon.places import fold
from communique.lexicon.words import WordClass, Words
from communique.reading.parse import ParsedArticle, Sentence
from communique.records import Span

Standing = Literal["sure", "likely", "embedded"]

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_LOCATIVE = frozenset(
    "in at near around outside across throughout inside within toward towards into via from to off over through beyond".split()
)
#: Prepositions that stand before places but hardly ever before people.
_STRICT = frozenset({"in", "near", "outside", "across", "throughout", "inside", "within", "into", "via"})
_DASHES = frozenset({"-", "--", "\u2013", "\u2014", "("})
_LONGEST = 6
#: From this population on a likely name of a town needs no other support.
_LARGE = 300_000


@dataclass(frozen=True, slots=True, eq=False)
class Toponym:
    """A stretch of text that may name a place. ``key`` joins its occurrences in an article; ``name`` is looked up.

    ``container`` is the toponym behind the comma that holds this one ("Springfield, *Ill.*").
    """

    sentence: Sentence
    first: Token
    last: Token
    span: Span
    name: str
    standing: Standing | None
    senses: tuple[Sense, ...]
    container: Toponym | None = None

    @property
    def key(self) -> str:
        """The folded name."""
        return fold(self.name)


@lru_cache(maxsize=1)
def load_toponym_words() -> Words:
    """Directions, generic words and the heads of names in which a place name tells of no place."""
    return Words(read_entries("toponyms", WordClass))


def find_toponyms(parsed: ParsedArticle, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """The toponyms of an article in order, without overlap; unknown ones only where the recogniser sees a place."""
    surnames = _surnames(parsed)
    found = [t for sentence in parsed.sentences for t in _in_sentence(sentence, gazetteer, surnames)]
    sure = {t.key for t in found if t.standing == "sure"}
    return tuple(t for t in found if t.standing == "sure" or t.key in sure or _speaks_for_itself(t))


def _speaks_for_itself(toponym: Toponym) -> bool:
    return any(
        sense.kind in {"state", "division"} or sense.capital or (sense.kind == "town" and sense.population >= _LARGE)
        for sense in toponym.senses
        if sense.own
    )


def _surnames(parsed: ParsedArticle) -> frozenset[str]:
    """Words that end people's full names in the article more often than the recogniser calls them places."""
    votes: Counter[str] = Counter()
    for sentence in parsed.sentences:
        for entity in sentence.tokens.ents:
            first, last = _core(entity)
            if entity.label_ == "PERSON" and first < last:
                votes[fold(entity.doc[last].text)] += 1
            elif entity.label_ in PLACE_LABELS:
                votes[fold(entity.doc[first : last + 1].text)] -= 1
    return frozenset(word for word, balance in votes.items() if balance > 0)


def _in_sentence(sentence: Sentence, gazetteer: Gazetteer, surnames: frozenset[str]) -> list[Toponym]:
    entities = {token.i: entity for entity in sentence.tokens.ents for token in entity}
    found: list[Toponym] = []
    for first, last, span in _stretches(sentence, gazetteer):
        if found and span.start < found[-1].span.end:
            if found[-1].standing is not None:
                continue
            found.pop()
        outer = _container(span, _awaiting(found, first), gazetteer)
        senses = outer or gazetteer.senses(span.text)
        standing = "sure" if outer else _standing(first, last, span, gazetteer, entities, surnames)
        if not senses:
            continue
        toponym = Toponym(sentence, first, last, span, span.text, standing, senses)
        if outer:
            found[-1] = replace(found[-1], container=toponym, standing="sure")
        found.append(toponym)
    known = [toponym for toponym in found if toponym.standing is not None]
    return sorted([*known, *_unknown(sentence, known)], key=lambda t: t.span.start)


def _container(span: Span, inner: Toponym | None, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """The senses in which the name is where the one before it lies; an abbreviation leaves no other reading."""
    if inner is None:
        return ()
    senses = gazetteer.after_comma(span.text)
    holding = tuple(sense for sense in senses if any(sense.holds(other) for other in inner.senses))
    if holding or not gazetteer.is_abbreviation(span.text):
        return holding
    return tuple(sense for sense in senses if sense.kind == "division")


def _stretches(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[tuple[Token, Token, Span]]:
    """Names of the lexicon and the table in a sentence, by position, the longest at each place first."""
    tokens = [token for token in sentence.tokens if not token.is_space]
    starts = {sentence.start_of(token): n for n, token in enumerate(tokens)}
    offers: list[tuple[int, int]] = []
    for start, end in gazetteer.find(sentence.tokens.text):
        offers.append((sentence.offset + sentence.tokens.start_char + start, sentence.offset + sentence.tokens.start_char + end))
    for n in range(len(tokens)):
        offers.extend(_named_from(n, tokens, sentence, gazetteer))
    holders = _Holders(sentence, tokens, starts)
    for start, end in sorted(set(offers), key=lambda o: (o[0], -o[1])):
        yield holders.at(start), holders.at(end - 1), Span(start, end, sentence.text[start:end])


class _Holders:
    """Which token of a sentence holds an article position."""

    def __init__(self, sentence: Sentence, tokens: list[Token], starts: dict[int, int]) -> None:
        self._tokens, self._starts = tokens, sorted(starts)

    def at(self, position: int) -> Token:
        return self._tokens[max(0, bisect_right(self._starts, position) - 1)]


def _named_from(n: int, tokens: list[Token], sentence: Sentence, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """The longest name of the table, and any abbreviation of a division, that begins at a token."""
    first = tokens[n]
    if not first.text[0].isupper():
        return
    start = sentence.start_of(first)
    words = load_toponym_words()
    if n and tokens[n - 1].text == ",":
        for last in tokens[n : n + 2]:
            if gazetteer.is_abbreviation(sentence.text[start : sentence.end_of(last)]):
                yield start, sentence.end_of(last)
    for last in reversed(tokens[n : n + _LONGEST]):
        if last.text[0].isupper() or last.text[0].isdigit():
            text = sentence.text[start : sentence.end_of(last)]
            if first is last and first.lower_ in words["direction"] | words["generic"]:
                return
            if len(text) > 2 and (len(text) > 4 or not text.isupper()) and text in gazetteer.table:
                yield start, sentence.end_of(last)
                return


def _awaiting(found: list[Toponym], first: Token) -> Toponym | None:
    """The toponym before a comma before the token, if its name still lacks a container."""
    if not found or first.i < 2 or found[-1].container is not None:
        return None
    comma = first.nbor(-1)
    return found[-1] if comma.text == "," and found[-1].last.i == comma.i - 1 else None


def _standing(
    first: Token,
    last: Token,
    span: Span,
    gazetteer: Gazetteer,
    entities: dict[int, TokenSpan],
    surnames: frozenset[str],
) -> Standing | None:
    entity = entities.get(first.i)
    label = entity.label_ if entity is not None else ""
    whole = entity is not None and _core(entity) == (first.i, last.i)
    if label == "PERSON" and not whole:
        return None
    part = entity is not None and label in PLACE_LABELS and not whole and not _is_rest_generic(entity, first, last)
    if part or (label == "NORP" and not gazetteer.is_lexical(span.text)):
        return None
    placed = _behind_place_preposition(first, strict=label == "PERSON" or fold(span.text) in surnames)
    if (fold(span.text) in surnames and not placed) or _heads_name_of_other_thing(last):
        return None
    embedded = _begins_longer_name(last)
    if label in PLACE_LABELS or _opens_dateline(first, last) or (placed and not embedded):
        return "sure"
    if gazetteer.is_lexical(span.text):
        return "sure"
    if last.pos_ != "PROPN" and not (span.text.isupper() and len(span.text) > 4):
        return None
    return "embedded" if embedded or (label and not whole) else "likely"


def _is_rest_generic(entity: TokenSpan, first: Token, last: Token) -> bool:
    """Is what the entity holds beside the name a direction, a word for the kind of place, or another place?"""
    words = load_toponym_words()
    rest = [token for token in entity if not first.i <= token.i <= last.i]
    before, after = [t for t in rest if t.i < first.i], [t for t in rest if t.i > last.i]
    if before and (before[-1].tag_ == "POS" or not before[-1].text[0].isupper()) and before[-1].lower_ not in words["direction"]:
        before = []
    if after and (after[0].tag_ == "POS" or after[0].is_punct):
        after = []
    return all(not t.is_alpha or t.lower_ in words["direction"] | words["generic"] or t.lower_ == "the" for t in before + after)


def _begins_longer_name(last: Token) -> bool:
    """Does a capitalised noun follow that the name may be a part of ("Ontario Provincial Police")?"""
    if last.i + 1 >= last.sent.end:
        return False
    after = last.nbor()
    words = load_toponym_words()
    return (
        after.pos_ == "PROPN"
        and after.text[0].isupper()
        and after.ent_type_ not in {"DATE", "TIME"}
        and after.lower_ not in words["generic"]
    )


def _core(entity: TokenSpan) -> tuple[int, int]:
    """First and last token index of an entity without the article before it and the possessive after it."""
    first, last = entity.start, entity.end - 1
    if entity[0].lower_ == "the" and first < last:
        first += 1
    if entity[-1].tag_ == "POS" and first < last:
        last -= 1
    return first, last


def _behind_place_preposition(first: Token, *, strict: bool) -> bool:
    token = first
    words = load_toponym_words()
    while token.i > token.sent.start:
        token = token.nbor(-1)
        if token.lower_ in (_STRICT if strict else _LOCATIVE):
            return token.pos_ in {"ADP", "SCONJ", "PART", "ADV"}
        if token.lower_ not in {"the"} and token.lower_ not in words["direction"]:
            return False
    return False


def _opens_dateline(first: Token, last: Token) -> bool:
    """Does the name open a paragraph and stand before a dash or an agency in brackets ("HANOI (Reuters) -")?"""
    if any(not token.is_space for token in first.doc[: first.i]):
        return False
    after = first.doc[last.i + 1 : last.i + 7]
    return any(token.text in _DASHES for token in after) and not any(token.pos_ in {"VERB", "AUX"} for token in after[:2])


def _heads_name_of_other_thing(last: Token) -> bool:
    """Does the name begin the name of a newspaper, a team or a treaty?"""
    words = load_toponym_words()
    following = last.doc[last.i + 1 : last.i + 4]
    for token in following:
        if not token.text[:1].isupper():
            return token.i == last.i + 1 and token.lower_ in words["instrument"]
        if token.lower_ in words["outlet"] or token.lower_ in words["instrument"]:
            return True
    return False


def _unknown(sentence: Sentence, found: list[Toponym]) -> Iterator[Toponym]:
    """What the recogniser calls a place and no list knows: named, but left unresolved."""
    taken = {i for toponym in found for i in range(toponym.first.i, toponym.last.i + 1)}
    for entity in sentence.tokens.ents:
        first, last = _core(entity)
        if entity.label_ in PLACE_LABELS and entity.text[0].isupper() and not taken.intersection(range(first, last + 1)):
            doc = entity.doc
            span = sentence.span(doc[first], doc[last])
            if any(token.pos_ == "PROPN" for token in doc[first : last + 1]):
                yield Toponym(sentence, doc[first], doc[last], span, span.text, "sure", ())
