"""The places of one sentence by its tokens, those that its phrases lie in ("the city of Mosul"), and the dateline's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.lexicon.states import load_states
from communique.lexicon.toponyms import load_toponym_words
from communique.reading.capitals import capital_meant
from communique.reading.parse import Sentence
from communique.reading.syntax import child
from communique.reading.tokens import Token
from communique.records import Place, Span

#: Prepositions behind which a noun tells where something is.
WHERE = frozenset({"in", "at", "near", "outside", "inside", "off", "around", "across", "within", "along", "through"})
_DEPTH = 4
#: The dateline's place is among so many first ones; a title may name others before it.
_DATELINE_WITHIN = 24
#: What may stand between the town of a dateline and its end: a state in capitals or not, an agency, a day.
_DATELINE = re.compile(
    r"(?:,\s[A-Z][\w. ]{1,30}){0,2},?(?:\s[A-Z][a-z]{2,8}\.?\s\d\d?,?)?\s?(?:\([A-Z]|--|[-_\u2013\u2014](?=\s))"
)


def dateline_place(places: Sequence[Place], text: str) -> Place | None:
    """The place that opens the text's first dateline ("HANOI, Vietnam (AP) -"), if there is one."""
    return next((place for place in places[:_DATELINE_WITHIN] if _is_dateline(place, text)), None)


def told_from(places: Sequence[Place], text: str) -> list[tuple[int, Place]]:
    """The places that a text is told from, and from where on: those of items in a row have datelines in capitals."""
    first = dateline_place(places, text)
    after = (p for p in places if first is not None and p.span.start > first.span.start and p.span.text.isupper())
    items = [(p.span.start, p) for p in after if _is_dateline(p, text)]
    return [*([(0, first)] if first is not None else []), *items]


def place_told_from(told: Sequence[tuple[int, Place]], position: int) -> Place | None:
    """The place that a text is told from at a position."""
    return next((place for start, place in reversed(told) if start <= position), None)


def _is_dateline(place: Place, text: str) -> bool:
    """Does a place open a line with a dateline?"""
    start, end = place.span.start, place.span.end
    opens = start == 0 or text[start - 1] == "\n" or not text[text.rfind("\n", 0, start) + 1 : start].strip()
    return opens and _DATELINE.match(text, end) is not None


def _is_party(place: Place) -> bool:
    """Can the name stand for a state or its government?"""
    return is_state(place) or load_states().by_capital(place.span.text) is not None


def is_state(place: Place) -> bool:
    """Is the place a whole state, by its name or the adjective of it?"""
    states, text = load_states(), place.span.text
    return states.by_name(text) is not None or states.by_adjective(text) is not None


def state_at(country: str, span: Span) -> Place | None:
    """A state as the place that some words stand for."""
    state = load_states().by_code.get(country)
    if state is None:
        return None
    return Place(
        span=span,
        name=state.name,
        country=state.country,
        geonameid=state.geonameid,
        latitude=state.point[0],
        longitude=state.point[1],
    )


def narrowest(found: Sequence[Place]) -> Place | None:
    """The place that says most of where something was: a town before the state, and both before a sea or region."""
    return min(found, key=_width) if found else None


def _width(place: Place) -> int:
    over_states = place.country is None and place.latitude is not None
    return 2 if over_states else int(is_state(place))


class PlacesOf:
    """The places of a sentence, by token."""

    def __init__(self, places: Sequence[Place], sentence: Sentence) -> None:
        self._sentence, self._all = sentence, places
        self._places = sentence.begun_in(places)

    def named(self, token: Token) -> Place | None:
        """The place whose name the token is in."""
        position = self._sentence.start_of(token)
        return next((place for place in self._places if place.span.start <= position < place.span.end), None)

    def _capital(self, noun: Token) -> Place | None:
        """The city that "the capital" stands for."""
        if noun.lemma_.lower() not in load_toponym_words()["capital"]:
            return None
        if noun.i + 1 < noun.sent.end and (place := self.named(noun.nbor())) is not None:
            return place  # "the Norwegian capital *Oslo*"
        return capital_meant(self._sentence, noun, dateline_place(self._all, self._sentence.text))

    def reached(self, goal: Token) -> Iterator[Place]:
        """The place that a journey's goal is or is in: "visited *Oslo*", "toured the *Norwegian capital*"."""
        words = load_toponym_words()
        site = goal.lemma_.lower() in words["generic"] | words["site"] | words["capital"]
        place = self.named(goal)
        yield from self.below(goal) if site and place is None else () if place is None else (place,)

    def named_before_where(self, clause: Token) -> Place | None:
        """The place that a clause with "where" says more of: "in *Oslo*, Norway, where he met the king"."""
        if clause.dep_ != "relcl" or not any(c.lower_ == "where" and c.dep_ == "advmod" for c in clause.children):
            return None
        return self.named(clause.head)

    def below(self, noun: Token, depth: int = 0) -> Iterator[Place]:
        """Places that a noun phrase names or lies in: "Amman" of "the capital, Amman", "Mosul" of "the city of Mosul".

        One behind another noun's "of" or "in" counts too, down to a few nouns deep.
        """
        if (place := self.named(noun) or self._capital(noun)) is not None:
            yield place
        if depth == _DEPTH:
            return
        words = load_toponym_words()
        parts = words["generic"] | words["direction"] | words["site"]  # "in Chad's *capital*", "*south*"
        site = noun.lemma_.lower() in words["site"]  # "a *building* on an island in Chad"
        for token in noun.children:
            if token.dep_ in {"compound", "nmod", "poss"} and noun.lemma_.lower() in words["abroad"]:
                continue  # "a U.S. vessel", "Iran's embassy"
            if token.dep_ in {"appos", "compound", "nmod"} or (token.dep_ == "poss" and noun.lower_ in parts):
                yield from self.below(token, depth + 1)
            elif token.dep_ == "prep" and (token.lower_ in WHERE | {"of"} or (token.lower_ == "on" and site)):
                for inner in token.children:
                    if inner.dep_ == "pobj":
                        yield from self.below(inner, depth + 1)
        if noun.lower_ in words["ground"] or noun.lemma_.lower() in words["ground"]:
            adjectives = (self._adjective(token) for token in noun.children if token.dep_ in {"amod", "compound"})
            yield from (state for state in adjectives if state is not None)  # "in *Syrian* territory"

    def _adjective(self, token: Token) -> Place | None:
        """The state whose adjective a token is."""
        state = load_states().by_adjective(token.text) if token.text[0].isupper() else None
        return state_at(state.country, self._sentence.span(token, token)) if state is not None else None

    def is_party(self, prep: Token, noun: Token) -> bool:
        """Does a preposition lead from a place, or to a state as a party ("men from Lima", "strikes on Iran")?"""
        place = self.named(noun)
        return place is not None and (prep.lower_ != "on" or is_state(place))

    def modifying(self, trigger: Token) -> Iterator[Place]:
        """Towns and regions that modify a noun of action."""
        for token in trigger.children:
            place = self.named(token) if token.dep_ in {"compound", "nmod"} else None
            if place is not None and not is_state(place):
                yield place

    def acted_on(self, trigger: Token) -> Iterator[Place]:
        """The town, or the place of the site, that the act is done to."""
        patient = child(trigger, "dobj", "nsubjpass")
        if patient is None and trigger.pos_ == "NOUN":
            on = next((c for c in trigger.children if c.dep_ == "prep" and c.lower_ in {"on", "against"}), None)
            patient = child(on, "pobj") if on is not None else None
        if patient is None:
            return
        place = self.named(patient)
        if place is None and patient.lemma_.lower() in load_toponym_words()["site"]:
            yield from self.below(patient)
        elif place is not None and (self._is_part(patient, place) or not _is_party(place)):
            yield place

    def _is_part(self, name: Token, place: Place) -> bool:
        """Is it a part of a state that is named ("south Lebanon"), which is no party?"""
        words = load_toponym_words()["direction"]
        return any(c.lower_ in words and self._sentence.start_of(c) < place.span.start for c in name.children)
