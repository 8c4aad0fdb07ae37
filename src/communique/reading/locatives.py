"""Where an act took place, by the syntax around its trigger.

The place belongs to the act when a preposition of place hangs on the trigger ("met in Manila", "the summit in Manila"),
on the verb whose object, subject or purpose the trigger is ("talks were held in Manila", "flew in for talks"), or when
a town modifies the trigger ("the Moscow meeting"). Behind such a preposition the place may stand deeper: "in the city
of Mosul", "outside a hotel in Baghdad", "on the sidelines of the summit in Osaka". A town or site that is acted on is
where the act is ("shelled Idlib", "bombed a market in Idlib"). "Here" stands for the place of the dateline.

What lies behind another noun's preposition belongs to that noun ("to discuss the crisis in Syria"), and a state or a
seat of government that modifies a noun, or is acted on, is a party rather than a place ("Russia's attack",
"criticised Beijing").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.lexicon.dating import dating_words
from communique.lexicon.states import load_states
from communique.lexicon.toponyms import load_toponym_words
from communique.reading.capitals import capital_meant
from communique.reading.parse import Sentence
from communique.reading.syntax import SUBJECTS, child, conjuncts, leading_to, surface_subject
from communique.reading.tokens import Token
from communique.records import Place

_WHERE = frozenset({"in", "at", "near", "outside", "inside", "off", "around", "across", "within", "along"})
_WHITHER = frozenset({"to", "into", "towards", "toward", "for"})
#: These lead to a place only through another noun: "on the sidelines of the summit in Osaka", "during talks in Oslo".
_THROUGH = frozenset({"on", "during", "amid"})
#: Behind these a noun, but no place itself, may tell where those before them are: "pupils from a school in Lima".
_BESIDE = frozenset({"on", "from", "including"})
_CLAUSES_ON_NOUNS = frozenset({"acl", "relcl"})
_TIMES = frozenset({"DATE", "TIME"})
_ALONG = frozenset({"to", "onto", "into", "through"})
_DEPTH = 4
#: The dateline's place is among so many first ones; a title may name others before it.
_DATELINE_WITHIN = 24
#: What may stand between the town of a dateline and its end: a state in capitals or not, an agency, a day.
_DATELINE = re.compile(
    r"(?:,\s[A-Z][\w. ]{1,30}){0,2},?(?:\s[A-Z][a-z]{2,8}\.?\s\d\d?,?)?\s?(?:\([A-Z]|--|[-\u2013\u2014](?=\s))"
)


def governing_place(
    places: Sequence[Place], sentence: Sentence, trigger: Token, *, destination: bool = False
) -> Place | None:
    """The place where the trigger's act happened, or with ``destination`` the one that it led to.

    ``places`` are the article's, in order. A town is preferred to the country named with it ("in Paris, France").
    ``None`` when the syntax ties no place to the trigger.
    """
    at = _PlacesOf(places, sentence)
    journeys = {leading_to(token) for token in (trigger, *trigger.ancestors)}
    for head, whither in _governors(trigger, destination):
        led = head in journeys
        nouns = [n for n in _adverbials(head, whither) if n != trigger and (led or not n.is_ancestor(trigger))]
        found = [place for noun in nouns for place in at.below(noun)]
        if whither and (goal := child(head, "dobj", "nsubjpass")) is not None:
            found = [*at.reached(goal), *found]
        if not found:
            found = [*at.modifying(head), *at.acted_on(head)]
        if found:
            return next((place for place in found if not is_state(place)), found[0])
        if any(c.lower_ == "here" for c in head.children):
            return dateline_place(places, sentence.text)
        if (place := at.named_before_where(head)) is not None:
            return place
    return None


def place_of_actors(
    places: Sequence[Place], sentence: Sentence, trigger: Token, *, at_home: bool = False
) -> Place | None:
    """The place where those who act are: "*police in Lima* arrested him", "speaking in Oslo, he accused Chile".

    Who hosts something, or does what is only done ``at_home``, does it where they are: "*Peru* held elections".
    """
    at = _PlacesOf(places, sentence)
    verb = trigger if trigger.pos_ in {"VERB", "AUX"} else trigger.head
    speaking = dating_words()["speaking"]
    heads = [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_.lower() in speaking]
    heads += [c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in load_toponym_words()["on the spot"]]
    heads += [noun for head in heads for c in head.children if c.lower_ == "of" for noun in c.children]
    found = [place for head in heads for noun in _adverbials(head, False) for place in at.below(noun)]
    subject = surface_subject(verb)
    if not found and subject is not None:  # "the king, on a visit to Oslo, met"; "Mr Oni, the ambassador in Oslo, met"
        journeys = (noun for c in subject.children if c.lower_ == "on" for noun in c.children)
        heads = [noun for noun in journeys if noun.lemma_.lower() in dating_words()["travel"]]
        found = [place for head in heads for noun in _adverbials(head, True) for place in at.below(noun)]
        posted = (c for c in (subject, *subject.children) if c == subject or c.dep_ == "appos")
        heads = [c for c in posted if c.lemma_.lower() in load_toponym_words()["posted"]]
        found += [place for head in heads for noun in _adverbials(head, False) for place in at.below(noun)]
    if not found and (at_home or verb.lemma_.lower() in dating_words()["hosting"]):
        found = [p for c in verb.children if c.dep_ == "nsubj" and (p := at.named(c)) is not None]
    return next((place for place in found if not is_state(place)), found[0] if found else None)


def place_beside(places: Sequence[Place], sentence: Sentence, nouns: Sequence[Token]) -> Place | None:
    """The place where the first of some nouns is that has one: "twelve people *in Lima*", "a raid on a farm *in Peru*".

    A town is preferred to the country named with it.
    """
    at = _PlacesOf(places, sentence)
    for noun in nouns:
        listed = (c for part in conjuncts(noun) for c in part.children)
        preps = [c for c in listed if c.dep_ == "prep" and c.lower_ in _WHERE | _BESIDE]
        found = [
            place
            for prep in preps
            for inner in prep.children
            if inner.dep_ == "pobj" and (prep.lower_ in _WHERE or not at.is_party(prep, inner))
            for place in at.below(inner)
        ]
        if found:
            return next((place for place in found if not is_state(place)), found[0])
    return None


def dateline_place(places: Sequence[Place], text: str) -> Place | None:
    """The place that opens the text's first dateline ("HANOI, Vietnam (AP) -"), if there is one."""
    for place in places[:_DATELINE_WITHIN]:
        start, end = place.span.start, place.span.end
        opens = start == 0 or text[start - 1] == "\n" or not text[text.rfind("\n", 0, start) + 1 : start].strip()
        if opens and _DATELINE.match(text, end):
            return place
    return None


def _governors(trigger: Token, destination: bool) -> Iterator[tuple[Token, bool]]:
    """The tokens whose adverbials tell the act's place, nearest first; and whether a goal ("to Oslo") is its place."""
    yield trigger, destination
    if destination:  # "is on a visit to Oslo"
        journeys = (noun for c in trigger.children if c.lower_ == "on" for noun in c.children if noun.dep_ == "pobj")
        yield from ((noun, True) for noun in journeys if noun.lemma_.lower() in dating_words()["travel"])
    # "the meeting that was planned for Friday in Oslo"
    occurring = dating_words()["occurring"] if trigger.pos_ == "NOUN" else ()
    clauses = (c for c in trigger.children if c.dep_ in _CLAUSES_ON_NOUNS and c.lemma_.lower() in occurring)
    yield from ((c, _looks_ahead(c)) for c in clauses)
    token, whither = trigger, destination
    for _ in range(_DEPTH):
        head = token.head
        if head == token:
            return
        if (journey := leading_to(token)) is not None:
            yield journey, True
            return
        if token.dep_ == "pobj" and head.dep_ == "prep" and head.lower_ in {"for", "to"}:
            head, whither = head.head, True  # "travelled to Oslo for talks": the goal of the journey
        elif token.dep_ == "pobj" and head.dep_ == "prep" and head.lower_ in _THROUGH | _WHERE:
            head = head.head
        elif not _shares_adverbials(token, head):
            return
        elif token.dep_ == "conj" and head.lemma_.lower() in load_toponym_words()["journey"]:
            whither = True  # "flew to Oslo and held talks"
        if head.pos_ in {"VERB", "AUX"} or (whither and head.pos_ == "NOUN"):
            yield head, whither or _looks_ahead(head)  # also "a visit to Oslo for talks"
        token = head


def _looks_ahead(verb: Token) -> bool:
    """Does "for" behind the verb lead to a place, too ("set for Oslo", "planned for Monday in Oslo")?"""
    return verb.lemma_.lower() in dating_words()["planning"] | dating_words()["set ahead"]


def _shares_adverbials(token: Token, head: Token) -> bool:
    """Does what the head's clause says of place hold for the token too?"""
    if token.pos_ in {"VERB", "AUX"}:
        if token.dep_ == "xcomp":
            return head.lemma_ in {"be", "have", "go", "begin", "start", "continue"}
        joined = token.dep_ == "conj" or (token.dep_ == "advcl" and token.tag_ == "VBG")
        return joined and head.pos_ in {"VERB", "AUX"}
    if token.dep_ in SUBJECTS:
        done_to = child(head, "dobj")
        return done_to is None or done_to.lower_ == "place"  # "the meeting took place in Astana"
    return token.dep_ in {"dobj", "attr", "conj"}


def _adverbials(head: Token, whither: bool) -> Iterator[Token]:
    """Objects of the head's prepositions of place, goals first where they count."""
    preps = [c for c in head.children if c.dep_ in {"prep", "dative"} or (c.dep_ == "advmod" and c.pos_ == "ADP")]
    if whither:
        yield from (noun for p in preps if p.lower_ in _WHITHER for noun in p.children if noun.dep_ == "pobj")
    for prep in preps:
        if prep.lower_ in _WHERE:
            # "spoke at the request of Paris", "marched in support of Paris" was not there
            wishes = dating_words()["wishing"]
            yield from (noun for noun in prep.children if noun.dep_ == "pobj" and noun.lemma_.lower() not in wishes)
        elif prep.lower_ in _ALONG:
            streets = load_toponym_words()["street"]
            yield from (noun for noun in prep.children if noun.dep_ == "pobj" and noun.lemma_.lower() in streets)
        elif prep.lower_ in _THROUGH:
            yield from (noun for noun in prep.children if noun.dep_ == "pobj" and noun.ent_type_ not in {"GPE", "LOC"})
        # No time is told apart by a place: "met for an hour in Lima" was in Lima.
        times = (noun for noun in prep.children if noun.dep_ == "pobj" and noun.ent_type_ in _TIMES)
        inner = (p for noun in times for p in noun.children if p.dep_ == "prep" and p.lower_ in _WHERE)
        yield from (noun for p in inner for noun in p.children if noun.dep_ == "pobj" and noun.ent_type_ not in _TIMES)
    for member in _members(head):
        # Nor is a body or a crowd: "the meeting of the council in Lima", "stabbed people in Lima".
        yield from (noun for p in member.children if p.lower_ in _WHERE for noun in p.children if noun.dep_ == "pobj")
    for person in _people_met(head):
        # A name is not told apart by a place: "talks with Ms Diop in Dakar" were in Dakar.
        yield from (noun for p in person.children if p.lower_ in _WHERE for noun in p.children if noun.dep_ == "pobj")


def _members(head: Token) -> Iterator[Token]:
    """Bodies behind "of" of a meeting, and the people to whom violence is done: objects, and behind its "of"."""
    behind = (noun for c in head.children if c.lower_ == "of" for noun in c.children if noun.dep_ == "pobj")
    lemma = head.lemma_.lower()
    if lemma in load_toponym_words()["gathering"]:
        yield from (noun for noun in behind if noun.ent_type_ == "ORG" or noun.pos_ == "PROPN")
    elif lemma in load_toponym_words()["violence"]:
        people = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass"}] if head.pos_ == "VERB" else behind
        yield from (noun for noun in people if noun.pos_ == "NOUN")


def _people_met(head: Token) -> Iterator[Token]:
    """People by name as object, or behind "with", of the head; whoever is met is also there without a name.

    "Talks with ministers in Lima" are held there, and so are those "between officials of the two states in Lima".
    """
    encounter = head.lemma_.lower() in load_toponym_words()["encounter"]
    for token in (*head.children, *(c for o in head.children if o.dep_ == "dobj" for c in o.children)):
        behind = list(token.children) if token.lower_ in {"with", "between", "by"} else []
        nouns = [token] if token.dep_ == "dobj" and token.head == head else behind
        for other in (other for noun in nouns for other in _listed(noun)):
            if other.pos_ == "PROPN":
                yield other
            elif encounter and token.lower_ != "by" and other.pos_ == "NOUN":
                yield from (other, *(of for c in other.children if c.lower_ == "of" for of in c.children))


def _listed(noun: Token) -> Iterator[Token]:
    """A noun and those coordinated with it or set beside it."""
    for other in conjuncts(noun):
        yield other
        for beside in other.children:
            if beside.dep_ == "appos":
                yield from _listed(beside)


def _is_party(place: Place) -> bool:
    """Can the name stand for a state or its government?"""
    return is_state(place) or load_states().by_capital(place.span.text) is not None


def is_state(place: Place) -> bool:
    """Is the place a whole state?"""
    return load_states().by_name(place.span.text) is not None


class _PlacesOf:
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
        if noun.lower_ not in load_toponym_words()["capital"]:
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
        for token in noun.children:
            if token.dep_ in {"compound", "nmod", "poss"} and noun.lemma_.lower() in words["abroad"]:
                continue  # "a U.S. vessel", "Iran's embassy"
            if token.dep_ in {"appos", "compound", "nmod"} or (token.dep_ == "poss" and noun.lower_ in parts):
                yield from self.below(token, depth + 1)
            elif token.dep_ == "prep" and token.lower_ in _WHERE | {"of"}:
                for inner in token.children:
                    if inner.dep_ == "pobj":
                        yield from self.below(inner, depth + 1)

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
