"""What a name's context says for and against its being a place: the recogniser, prepositions, neighbours, people.

* *sure*: a state's or region's name that means nothing else; what the recogniser calls a place; a name of the table
  behind a preposition of place, beside "city of" or "province", joined to such a name, or in a dateline;
* *likely*: any other name of the table that the tagger calls a proper noun;
* *embedded*: inside a longer name ("Ontario Provincial Police");
* ``None``: part of a person's full name, a date, a number, a nationality, or the start of the name of a newspaper, team
  or treaty; or a name that the article gives to a person, unless a preposition of place stands before it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from communique.lexicon.gazetteer import Gazetteer
from communique.lexicon.places import fold
from communique.lexicon.toponyms import load_toponym_words
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.syntax import first_conjunct
from communique.reading.tokens import Span as TokenSpan
from communique.reading.tokens import Token

Standing = Literal["sure", "likely", "embedded"]

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
#: Prepositions that stand before places but hardly ever before people.
_STRICT = frozenset({"in", "near", "outside", "across", "throughout", "inside", "within", "into", "via"})
_LOCATIVE = _STRICT | {"at", "around", "toward", "towards", "from", "to", "off", "over", "through", "beyond"}
_SAINTS = frozenset({"st", "st.", "saint"})
_DASHES = frozenset({"-", "--", "\u2013", "\u2014", "("})


@dataclass(frozen=True, slots=True)
class People:
    """Words of people's full names in an article: ``ever``, and ``mostly`` where they are seldom called a place."""

    ever: frozenset[str]
    mostly: frozenset[str]


def people_of(parsed: ParsedArticle) -> People:
    """The words of full names that the recogniser sees in an article."""
    people: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for sentence in parsed.sentences:
        for entity in sentence.tokens.ents:
            first, last = core(entity)
            if entity.label_ == "PERSON" and first != last:
                people.update(fold(token.text) for token in entity.doc[first.i : last.i + 1])
            elif entity.label_ in PLACE_LABELS:
                places[fold(entity.doc[first.i : last.i + 1].text)] += 1
    return People(frozenset(people), frozenset(word for word, n in people.items() if n > places[word]))


def core(entity: TokenSpan) -> tuple[Token, Token]:
    """First and last token of an entity without the determiner before it and the possessive after it."""
    first, last = entity[0], entity[-1]
    if first.pos_ == "DET" and first != last:
        first = entity[1]
    if last.tag_ == "POS" and first != last:
        last = entity[-2]
    return first, last


class Evidence:
    """Judges the names of one sentence."""

    def __init__(self, sentence: Sentence, gazetteer: Gazetteer, people: People) -> None:
        self._gazetteer, self._people = gazetteer, people
        self._entities = {token.i: entity for entity in sentence.tokens.ents for token in entity}
        self._words = load_toponym_words()

    def standing(self, first: Token, last: Token, name: str) -> Standing | None:
        """How sure it is that the tokens, which a list of places has, name a place here."""
        entity = self._entities.get(first.i)
        label = entity.label_ if entity is not None else ""
        whole = entity is not None and _covers(first, last, *core(entity))
        lexical = self._gazetteer.is_lexical(name)
        if not self._may_be_place(label, whole, lexical, name) or self._begins_other_thing(first, last):
            return None
        person = label == "PERSON" or self._names_person(name)
        placed = self.is_placed(first, last, strict=person and not lexical)
        if person and not placed:
            return None
        part = entity is not None and not whole and not self._is_rest_generic(entity, first, last)
        if label in PLACE_LABELS and part:
            return "embedded" if lexical or last.lower_ in self._words["generic"] else None
        if label in PLACE_LABELS or _opens_dateline(first, last):
            return "sure"
        embedded = part or self._begins_longer_name(last)
        if lexical or (placed and not embedded and last.pos_ == "PROPN"):
            return "sure"
        if last.pos_ != "PROPN" and not (name.isupper() and len(name) > 4):
            return None
        return "embedded" if embedded else "likely"

    def is_unknown_place(self, entity: TokenSpan) -> bool:
        """Do the recogniser and the syntax agree that an entity which no list has is a place, and not a road?

        What only a place can be is one whatever the recogniser calls it.
        """
        first, last = core(entity)
        if entity.label_ == "PERSON":  # "the outskirts of *Wadi Khalid*": what the recogniser calls it counts for less
            kin = first_conjunct(last)
            return first.text[0].isupper() and (self._follows_kind(first) or self._is_under_fire(kin))
        if entity.label_ not in PLACE_LABELS:
            return False
        if not first.text[0].isupper() or last.pos_ not in {"PROPN", "NOUN"}:
            return False
        if last.lower_ in self._words["way"] | self._words["common"] | self._words["direction"]:
            return False
        if any(fold(token.text) in self._people.ever for token in entity):
            return False
        return last.lower_ in self._words["generic"] or self.is_placed(first, last, strict=False)

    def is_placed(self, first: Token, last: Token, *, strict: bool) -> bool:
        """Is the name behind a preposition of place, beside a word for a kind of place, or joined to such a name?"""
        if self._follows_locative(first, strict) or self._follows_kind(first) or self._is_under_fire(last):
            return True
        after = last.nbor() if last.i + 1 < last.sent.end else None
        if after is not None and (after.text in self._words["generic"] or after.lower_ in self._words["seated"]):
            return True
        joined = first_conjunct(last)
        if joined == last:
            return False
        while joined.i > joined.sent.start and joined.nbor(-1).dep_ == "compound":
            joined = joined.nbor(-1)
        return self._follows_locative(joined, strict) or self._follows_kind(joined)

    def _may_be_place(self, label: str, whole: bool, lexical: bool, name: str) -> bool:
        if label == "" or label in PLACE_LABELS or label == "ORG":
            return True
        if label == "PERSON":
            return whole
        if label == "NORP":
            return lexical or (whole and self._gazetteer.states.by_adjective(name) is None)
        return lexical or (whole and label == "PRODUCT")  # for which it takes towns that ships are called after

    def _names_person(self, name: str) -> bool:
        key = fold(name)
        return key in self._people.mostly or (key in self._people.ever and self._gazetteer.is_ambiguous(name))

    def _is_rest_generic(self, entity: TokenSpan, first: Token, last: Token) -> bool:
        """Is the rest of the entity a direction, a word for the kind of place, or set off by a comma or possessive?"""
        before = [token for token in entity if token.i < first.i]
        after = [token for token in entity if token.i > last.i]
        if before and before[-1].lower_ not in self._words["direction"] and not before[-1].text[0].isupper():
            before = []
        if after and (after[0].tag_ == "POS" or after[0].is_punct):
            after = []
        said = self._words["direction"] | self._words["generic"] | {"the"}
        return all(not token.is_alpha or token.lower_ in said for token in before + after)

    def _begins_longer_name(self, last: Token) -> bool:
        """Does a capitalised noun follow of whose name this may be a part?"""
        if last.i + 1 >= last.sent.end:
            return False
        after = last.nbor()
        if after.pos_ != "PROPN" or not after.text[0].isupper() or after.ent_type_ in {"DATE", "TIME"}:
            return False
        return after.lower_ not in self._words["generic"]

    def _begins_other_thing(self, first: Token, last: Token) -> bool:
        """Does the name begin the name of a newspaper, a team, a treaty, a street or a saint's church?"""
        after = last.doc.tokens[last.i + 1 : last.i + 5]
        if self._is_way(after):
            return True
        if first.i > first.sent.start and first.nbor(-1).lower_ in _SAINTS:
            return True
        if first.lower_ in _SAINTS and after and after[0].tag_ == "POS":
            return not self._words["common"].isdisjoint(token.lower_ for token in after)
        for token in after[:3]:
            if not token.text[:1].isupper():
                return token.i == last.i + 1 and token.lower_ in self._words["instrument"]
            if token.lower_ in self._words["outlet"] or token.lower_ in self._words["instrument"]:
                return True
        return False

    def _is_way(self, after: list[Token]) -> bool:
        """Do the words behind a name make it a street's ("London Road"), and not that of a body ("Highway Patrol")?"""
        if not after or not after[0].text[0].isupper() or after[0].lower_ not in self._words["way"]:
            return False
        return len(after) == 1 or after[1].pos_ != "PROPN"

    def _follows_locative(self, first: Token, strict: bool) -> bool:
        token = first
        while token.i > token.sent.start:
            token = token.nbor(-1)
            if token.lower_ in (_STRICT if strict else _LOCATIVE):
                return token.pos_ in {"ADP", "SCONJ", "PART", "ADV"} and not _is_according_to(token)
            if token.lower_ != "the" and token.lower_ not in self._words["direction"]:
                return False
        return False

    def _is_under_fire(self, last: Token) -> bool:
        """Is the name the object of a verb for what is done to places alone ("bombed *Gao*")?"""
        return last.dep_ in {"dobj", "nsubjpass"} and last.head.lemma_.lower() in self._words["under fire"]

    def _follows_kind(self, first: Token) -> bool:
        """Does "city of", "villages of" or the like stand before the name?"""
        if first.i - first.sent.start < 2 or first.nbor(-1).lower_ != "of":
            return False
        return first.nbor(-2).lemma_.lower() in self._words["generic"] | self._words["market"]


def _covers(first: Token, last: Token, inner_first: Token, inner_last: Token) -> bool:
    """Is an entity the whole name or, cut short by the recogniser, a part of it?"""
    return first.i <= inner_first.i and inner_last.i <= last.i


def _is_according_to(to: Token) -> bool:
    return to.lower_ == "to" and to.i > to.sent.start and to.nbor(-1).lower_ == "according"


def _opens_dateline(first: Token, last: Token) -> bool:
    """Does the name open a paragraph and stand before a dash or an agency in brackets ("HANOI (Reuters) -")?"""
    if any(not token.is_space for token in first.doc.tokens[: first.i]):
        return False
    after = first.doc.tokens[last.i + 1 : last.i + 7]
    if any(token.pos_ in {"VERB", "AUX"} for token in after[:2]):
        return False
    return any(token.text in _DASHES for token in after)
