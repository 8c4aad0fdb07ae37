"""Where a text names places: candidates found by the lexicon, the table and the entity recogniser, and how sure each is.

No one of the three is enough. The recogniser misses a third of the towns and takes others for people or bodies; the
table knows "Jordan" and "Reading" as towns. So each stretch that any of them offers is judged by its context:

* *sure*: a state's or region's name that means nothing else; what the recogniser calls a place; a name of the table
  behind a preposition of place, before a comma and the division or state that holds it, or in a dateline;
* *likely*: any other name of the table that the tagger calls a proper noun. It counts when the same name is sure
  elsewhere in the article, or when it stands for a large city or a first-level division;
* *embedded*: inside the name of a body ("Ontario Provincial Police"). It counts like a likely one, but not in the names
  of newspapers, teams and treaties, which tell of no place;
* never: part of a person's full name, a date, a number, a nationality; or a name that the article gives to a person,
  unless a preposition of place stands before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
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
from communique.reading.syntax import first_conjunct
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
#: Beside a state's name, a town of this population may be meant rather than the capital of the same name.
_SIZABLE = 10_000


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
    people = _names_of_people(parsed)
    found = [t for sentence in parsed.sentences for t in _in_sentence(sentence, gazetteer, people)]
    sure = {t.key for t in found if t.standing == "sure"}
    return tuple(t for t in found if t.standing == "sure" or t.key in sure or _speaks_for_itself(t, gazetteer))


def _speaks_for_itself(toponym: Toponym, gazetteer: Gazetteer) -> bool:
    if gazetteer.is_ambiguous(toponym.name):
        return any(sense.kind == "state" for sense in toponym.senses)
    says_its_kind = toponym.last.lower_ in load_toponym_words()["generic"]
    return any(
        sense.kind in {"state", "region", "division"}
        or sense.capital
        or (sense.kind == "town" and sense.population >= _LARGE)
        or (sense.kind == "district" and says_its_kind)
        for sense in toponym.senses
        if sense.own
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """The words of people's full names in an article; ``mostly`` those that are seldom called places beside it."""

    ever: frozenset[str]
    mostly: frozenset[str]


def _names_of_people(parsed: ParsedArticle) -> _Names:
    people: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for sentence in parsed.sentences:
        for entity in sentence.tokens.ents:
            first, last = _core(entity)
            if entity.label_ == "PERSON" and first < last:
                people.update(fold(token.text) for token in entity.doc[first : last + 1])
            elif entity.label_ in PLACE_LABELS:
                places[fold(entity.doc[first : last + 1].text)] += 1
    return _Names(frozenset(people), frozenset(word for word, n in people.items() if n > places[word]))


def _in_sentence(sentence: Sentence, gazetteer: Gazetteer, people: _Names) -> list[Toponym]:
    entities = {token.i: entity for entity in sentence.tokens.ents for token in entity}
    found: list[Toponym] = []
    for first, last, span in _stretches(sentence, gazetteer):
        if found and span.start < found[-1].span.end:
            if found[-1].standing is not None:
                continue
            found.pop()
        outer = _container(span, _awaiting(found, first), gazetteer)
        senses = outer or gazetteer.senses(span.text)
        standing = "sure" if outer else _standing(first, last, span, gazetteer, entities, people)
        if not senses:
            continue
        toponym = Toponym(sentence, first, last, span, span.text, standing, senses)
        if outer:
            found[-1] = replace(found[-1], container=toponym, standing="sure")
        found.append(toponym)
    known = [toponym for toponym in found if toponym.standing is not None]
    return sorted([*known, *_unknown(sentence, known, people)], key=lambda t: t.span.start)


def _container(span: Span, inner: Toponym | None, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """The senses in which the name is where the one before it lies; an abbreviation leaves no other reading."""
    if inner is None:
        return ()
    senses = gazetteer.after_comma(span.text)
    holding = tuple(sense for sense in senses if held_senses([sense], inner.senses))
    if holding or not gazetteer.is_abbreviation(span.text):
        return holding
    return tuple(sense for sense in senses if sense.kind == "division")


def held_senses(outer: Sequence[Sense], inner: Sequence[Sense]) -> list[Sense]:
    """The inner senses that lie in one of the outer ones, in so far as "inner, outer" says so and does not merely list.

    Between names of states and capitals a comma mostly lists ("Russia, Turkey and Iran", "Athens, Ankara"): a state lies
    in no other, and beside a capital a state has to hold a town of some size of that name ("Tripoli, Lebanon").
    """
    listed = any(sense.kind == "state" for sense in inner)
    capital = any(sense.capital for sense in inner)
    return [
        sense
        for sense in inner
        if any(
            holder.holds(sense)
            and (holder.kind != "state" or not (listed or (capital and not sense.capital and sense.population < _SIZABLE)))
            for holder in outer
        )
    ]


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
            if first is last and first.lower_ in words["direction"] | words["generic"] | words["common"]:
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
    people: _Names,
) -> Standing | None:
    entity = entities.get(first.i)
    label = entity.label_ if entity is not None else ""
    whole = entity is not None and _core(entity) == (first.i, last.i)
    lexical = gazetteer.is_lexical(span.text)
    if not _may_be_place(entity, whole, lexical, span, gazetteer) or _heads_name_of_other_thing(last):
        return None
    person = label == "PERSON" or fold(span.text) in people.mostly
    person = person or (fold(span.text) in people.ever and gazetteer.is_ambiguous(span.text))
    placed = _is_placed(first, last, strict=person)
    if person and not placed:
        return None
    part = bool(label) and not whole and not _is_rest_generic(entity, first, last)
    if label in PLACE_LABELS and part:
        return "embedded" if lexical or last.lower_ in load_toponym_words()["generic"] else None
    if label in PLACE_LABELS or _opens_dateline(first, last):
        return "sure"
    embedded = part or _begins_longer_name(last)
    if lexical or (placed and not embedded and last.pos_ == "PROPN"):
        return "sure"
    if last.pos_ != "PROPN" and not (span.text.isupper() and len(span.text) > 4):
        return None
    return "embedded" if embedded else "likely"


def _may_be_place(entity: TokenSpan | None, whole: bool, lexical: bool, span: Span, gazetteer: Gazetteer) -> bool:
    """Does the recogniser leave room for a place: nothing in a person's full name, a date, a number or a nationality?"""
    if entity is None or entity.label_ in PLACE_LABELS or entity.label_ == "ORG":
        return True
    if entity.label_ == "PERSON":
        return whole
    if entity.label_ == "NORP":
        return lexical or (whole and gazetteer.states.by_adjective(span.text) is None)
    return lexical


def _is_rest_generic(entity: TokenSpan | None, first: Token, last: Token) -> bool:
    """Is what the entity holds beside the name a direction, a word for the kind of place, or another place?"""
    if entity is None:
        return True
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
    """First and last token index of an entity without the determiner before it and the possessive after it."""
    first, last = entity.start, entity.end - 1
    if entity[0].pos_ == "DET" and first < last:
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
            return token.pos_ in {"ADP", "SCONJ", "PART", "ADV"} and not _is_according_to(token)
        if token.lower_ != "the" and token.lower_ not in words["direction"]:
            return False
    return False


def _is_according_to(to: Token) -> bool:
    return to.lower_ == "to" and to.i > to.sent.start and to.nbor(-1).lower_ == "according"


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


def _unknown(sentence: Sentence, found: list[Toponym], people: _Names) -> Iterator[Toponym]:
    """What the recogniser and the syntax call a place and no list knows: named, but left unresolved."""
    taken = {i for toponym in found for i in range(toponym.first.i, toponym.last.i + 1)}
    words = load_toponym_words()
    for entity in sentence.tokens.ents:
        first, last = entity.doc[_core(entity)[0]], entity.doc[_core(entity)[1]]
        if entity.label_ not in PLACE_LABELS or taken.intersection(range(first.i, last.i + 1)):
            continue
        named = first.text[0].isupper() and last.pos_ in {"PROPN", "NOUN"}
        named = named and last.lower_ not in words["way"] | words["common"] | words["direction"]
        placed = last.lower_ in words["generic"] or _is_placed(first, last, strict=False)
        span = sentence.span(first, last)
        if named and placed and not any(fold(word) in people.ever for word in span.text.split()):
            yield Toponym(sentence, first, last, span, span.text, "sure", ())


def _is_placed(first: Token, last: Token, *, strict: bool) -> bool:
    """Does the syntax say that the name is a place's: by a preposition, "city of" or "province", or what it is joined to?"""
    words = load_toponym_words()
    if _behind_place_preposition(first, strict=strict) or _follows_kind(first):
        return True
    if last.i + 1 < last.sent.end and last.nbor().text in words["generic"]:
        return True
    joined = first_conjunct(last)
    edge = next((t for t in joined.subtree if t.dep_ not in {"det", "amod"} and t.i >= joined.left_edge.i), joined)
    return joined is not last and (_behind_place_preposition(edge, strict=strict) or _follows_kind(edge))


def _follows_kind(first: Token) -> bool:
    """Does "city of", "villages of" or the like stand before the name?"""
    if first.i - first.sent.start < 2 or first.nbor(-1).lower_ != "of":
        return False
    return first.nbor(-2).lemma_.lower() in load_toponym_words()["generic"]
