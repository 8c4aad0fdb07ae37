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

from collections.abc import Iterator, Sequence

from communique.lexicon.dating import dating_words
from communique.lexicon.toponyms import load_toponym_words
from communique.reading.parse import Sentence
from communique.reading.relations import surface_subject
from communique.reading.sentence_places import WHERE, PlacesOf, dateline_place, narrowest
from communique.reading.syntax import SUBJECTS, child, conjuncts, leading_to, prepositional
from communique.reading.tokens import Token
from communique.records import Place

_WHITHER = frozenset({"to", "into", "towards", "toward", "for"})
#: These lead to a place only through another noun: "on the sidelines of the summit in Osaka", "during talks in Oslo".
_THROUGH = frozenset({"on", "during", "amid"})
#: Behind these a noun, but no place itself, may tell where those before them are: "pupils from a school in Lima".
_BESIDE = frozenset({"on", "from", "including"})
_CLAUSES_ON_NOUNS = frozenset({"acl", "relcl"})
_TIMES = frozenset({"DATE", "TIME"})
_ALONG = frozenset({"to", "onto", "into", "through"})
_DEPTH = 4


def governing_place(
    places: Sequence[Place], sentence: Sentence, trigger: Token, *, destination: bool = False
) -> Place | None:
    """The place where the trigger's act happened, or with ``destination`` the one that it led to.

    ``places`` are the article's, in order. A town is preferred to the country named with it ("in Paris, France").
    ``None`` when the syntax ties no place to the trigger.
    """
    at = PlacesOf(places, sentence)
    journeys = {leading_to(token) for token in (trigger, *trigger.ancestors)}
    for head, whither in _governors(trigger, destination):
        led = head in journeys
        nouns = [n for n in _adverbials(head, whither) if n != trigger and (led or not n.is_ancestor(trigger))]
        nouns.sort(key=lambda noun: noun.head.lower_ == "on")  # "*on* a Gulf tour, met the king *in* Muscat"
        found = [place for noun in nouns for inner in _of_occasion(noun) for place in at.below(inner)]
        if whither and (goal := child(head, "dobj", "nsubjpass")) is not None:
            found = [*at.reached(goal), *found]
        if not found:
            found = [*at.modifying(head), *at.acted_on(head)]
        if found:
            return narrowest(found)
        # "met here", "signed it at the town hall here"
        around = (head, *_adverbials(head, False), *_people_met(head))
        if any(c.lower_ == "here" for noun in around for c in noun.children):
            return dateline_place(places, sentence.text)
        if (place := at.named_before_where(head)) is not None:
            return place
    return None


def place_of_actors(
    places: Sequence[Place], sentence: Sentence, trigger: Token, *, at_home: bool = False, bodily: bool = False
) -> Place | None:
    """The place where those who act are: "*police in Lima* arrested him", "speaking in Oslo, he accused Chile".

    Who hosts something, or does what is only done ``at_home``, does it where they are: "*Peru* held elections". What
    is ``bodily`` done is done where people are said to be, whoever they are: "*drivers in Lima* went on strike".
    """
    at = PlacesOf(places, sentence)
    verb = trigger if trigger.pos_ in {"VERB", "AUX"} else trigger.head
    speaking = dating_words()["speaking"]
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    aside = [c for noun in (verb, *subjects) for c in noun.children if c.dep_ in {"advcl", "acl"} and c.tag_ == "VBG"]
    heads = [c for c in aside if c.lemma_.lower() in speaking]
    on_the_spot = load_toponym_words()["on the spot"]
    heads += [c for c in subjects if c.lemma_.lower() in on_the_spot or (bodily and c.tag_ == "NNS")]
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
    return narrowest(found)


def place_left(places: Sequence[Place], sentence: Sentence, verb: Token) -> Place | None:
    """The place that somebody is brought out of: "was evacuated *from Huaraz*"; a town before the country around it."""
    at = PlacesOf(places, sentence)
    carriers = (verb, *(c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}))
    sources = (noun for t in carriers for noun in prepositional(t, "from"))
    found = [place for noun in sources for place in at.below(noun)]
    return narrowest(found)


def place_beside(places: Sequence[Place], sentence: Sentence, nouns: Sequence[Token]) -> Place | None:
    """The place where the first of some nouns is that has one: "twelve people *in Lima*", "a raid on a farm *in Peru*".

    A town is preferred to the country named with it.
    """
    at = PlacesOf(places, sentence)
    for noun in nouns:
        listed = (c for part in conjuncts(noun) for c in part.children)
        preps = [c for c in listed if c.dep_ == "prep" and c.lower_ in WHERE | _BESIDE]
        found = [
            place
            for prep in preps
            for inner in prep.children
            if inner.dep_ == "pobj" and (prep.lower_ in WHERE or not at.is_party(prep, inner))
            for place in at.below(inner)
        ]
        if found:
            return narrowest(found)
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
        elif token.dep_ == "pobj" and head.dep_ == "prep" and head.lower_ in _THROUGH | WHERE:
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
    # No time is told apart by a place: "met for an hour in Lima" was in Lima.
    times = [noun for p in preps for noun in p.children if noun.dep_ == "pobj" and noun.ent_type_ in _TIMES]
    preps += [p for noun in times for p in noun.children if p.dep_ == "prep"]
    if whither:
        yield from (noun for p in preps if p.lower_ in _WHITHER for noun in p.children if noun.dep_ == "pobj")
    for prep in preps:
        if prep.lower_ in WHERE:
            # "spoke at the request of Paris", "marched in support of Paris" was not there
            wishes = dating_words()["wishing"]
            yield from (noun for noun in prep.children if noun.dep_ == "pobj" and noun.lemma_.lower() not in wishes)
        elif prep.lower_ in _ALONG:
            streets = load_toponym_words()["street"]
            yield from (noun for noun in prep.children if noun.dep_ == "pobj" and noun.lemma_.lower() in streets)
        elif prep.lower_ in _THROUGH:
            nouns = (noun for noun in prep.children if noun.dep_ == "pobj" and noun.ent_type_ not in {"GPE", "LOC"})
            matters = load_toponym_words()["matter"] if prep.lower_ == "on" else ()
            yield from (noun for noun in nouns if noun.lemma_.lower() not in matters)
    for member in _members(head):
        # Nor is a body or a crowd: "the meeting of the council in Lima", "stabbed people in Lima".
        yield from (noun for p in member.children if p.lower_ in WHERE for noun in p.children if noun.dep_ == "pobj")
    for person in _people_met(head):
        # A name is not told apart by a place: "talks with Ms Diop in Dakar" were in Dakar.
        yield from (noun for p in person.children if p.lower_ in WHERE for noun in p.children if noun.dep_ == "pobj")


def _of_occasion(noun: Token) -> Iterator[Token]:
    """A noun behind a preposition of place, and what says where that is: "at a ceremony *held in Lima*"."""
    yield noun
    words = dating_words()
    if noun.lemma_.lower() in words["travel"]:  # "during a visit *to Lima*"
        yield from prepositional(noun, "to")
    for clause in noun.children:
        if clause.dep_ in _CLAUSES_ON_NOUNS and clause.lemma_.lower() in words["occurring"]:
            yield from _adverbials(clause, False)


def _members(head: Token) -> Iterator[Token]:
    """Bodies behind "of" of a meeting, and the people to whom violence is done: objects, and behind its "of"."""
    behind = (noun for c in head.children if c.lower_ == "of" for noun in c.children if noun.dep_ == "pobj")
    lemma = head.lemma_.lower()
    if lemma in load_toponym_words()["gathering"]:
        yield from (noun for noun in behind if noun.ent_type_ == "ORG" or noun.pos_ == "PROPN")
    elif lemma in load_toponym_words()["violence"]:
        people = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass"}] if head.pos_ == "VERB" else behind
        yield from (noun for one in people for noun in conjuncts(one) if noun.pos_ == "NOUN")


def _people_met(head: Token) -> Iterator[Token]:
    """People by name as object, or behind "with", of the head; whoever is met is also there without a name.

    "Talks with ministers in Lima" are held there, and so are those "between officials of the two states in Lima".
    """
    encounter = head.lemma_.lower() in load_toponym_words()["encounter"]
    for token in (*head.children, *(c for o in head.children if o.dep_ == "dobj" for c in o.children)):
        facing = token.lower_ == "from" and any(c.lower_ == "across" for c in head.children)  # "sat across from X"
        behind = list(token.children) if facing or token.lower_ in {"with", "between", "by", "opposite"} else []
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
