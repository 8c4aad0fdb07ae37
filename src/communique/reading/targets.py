"""What force is used on: things and numbers of people that are no actors of the text, not the place where it was.

A report of violence names its victims as the object or behind "on", "at" or "against", and where they were behind "in".
A place is hit itself only where nothing else is said to be, and those who struck are not known to be of its state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.lexicon.words import Words
from communique.reading import joints
from communique.reading.cast import Entity
from communique.reading.parse import Sentence
from communique.reading.participants import Party
from communique.reading.relations import deep_object, deep_subject
from communique.reading.roles import Roles
from communique.reading.syntax import conjuncts, first_conjunct, is_passive, noun_phrase, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.violence import whole_place
from communique.records import digest

#: Kinds of acts by which things are destroyed, and taken or shut off.
_VIOLENT, _TAKING = frozenset({"attack", "airstrike"}), frozenset({"seizure", "blockade"})
#: Classes of nouns for things on which force is used.
_THINGS = ("building", "craft", "thing hit", "settlement")
#: Kinds of acts that are done to people, and classes of nouns that are none.
_TO_PEOPLE = frozenset({"attack", "assassination", "abduction"})
_NO_VICTIMS = ("means of violence", "weapon", "body part", "partitive", "money", "figure", "building", "craft")
#: Prepositions behind which stands only where something was.
_WITHIN = frozenset({"in", "inside", "near", "outside", "around", "across", "throughout"})
#: Prepositions behind which stands what is hit, of a verb and of a noun.
_AIMED, _DONE_TO = ("on", "at", "against", "into", "to"), ("on", "against")
#: What a bare number may count other than people.
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
#: How many nouns a place may stand below the act ("in a *cafe* in the *port* of Aden").
_CLIMBS = 4


def struck_parties(trigger: Trigger, roles: Roles, words: Words) -> list[Party]:
    """Those to whom force is done, with the things hit and without places that only say where it was."""
    frame, found = trigger.frame, roles.recipient
    violent = frame.at_target or frame.kind in _VIOLENT
    if not violent and frame.kind not in _TAKING:
        return found
    hits = [hit for hit in _hits(trigger, words) if not _is_town_in(hit, found, words)]
    scenes = [p for p in found if is_scene_of(trigger, p, words)] if violent else []
    scenes += [p for p in found if violent and hits and p not in scenes and _is_in_doer(trigger, p)]
    sited = [p for p in found if p not in scenes and any(_is_site_of(p, hit) for hit in hits)]
    apart = [p for p in found if p not in scenes and p not in sited]
    if any(not any(_is_under(p.token, n) for n in _row(hits)) for p in apart):
        hits = []  # others are hit, who stand elsewhere in the clause
    if any(len({p.entity.country for p in sited if _is_site_of(p, hit)}) > 1 for hit in hits):
        hits = []  # "camps in *Kenya* and *Sudan*"
    where = {p.entity.country for p in sited or scenes}
    country = where.pop() if len(where) == 1 else None
    apart = [p for p in apart if not any(_is_owner_of(p, hit) and _is_victim(trigger, hit, words) for hit in hits)]
    named = [(p.span.start, p.span.end) for p in apart]
    bare = [hit for hit in hits if not any(_is_under(p.token, hit) for p in apart)]
    bare = [hit for hit in bare if not any(start <= trigger.sentence.start_of(hit) < end for start, end in named)]
    own = {hit: p.entity.country for hit in bare for p in sited if _is_site_of(p, hit)}
    if things := [_party(trigger.sentence, hit, own.get(hit, country)) for hit in bare]:
        return sorted([*apart, *things], key=lambda p: p.token.i)
    home = {p.entity.country for p in roles.actor} - {None}
    return [p for p in found if p not in scenes or (roles.actor and p.entity.country not in home)]


def is_scene_of(trigger: Trigger, place: Party, words: Words) -> bool:
    """Is a place only where an act of violence was ("a blast *in Aden*", "killed in a cafe in the port of *Aden*")?"""
    if not _is_site(place):
        return False
    acts = [t for t in (trigger.token, trigger.noun, trigger.outer, trigger.support, trigger.governor) if t is not None]
    token, within = whole_place(place.token, words), False
    for _ in range(_CLIMBS):
        token = first_conjunct(token)
        preposition = token.head
        if token.dep_ in {"appos", "compound", "nmod"} and token.head not in acts:
            token = token.head
            continue
        holder = preposition.head
        if token.dep_ != "pobj" or (preposition.lower_ == "of" and holder in acts):
            return False
        within = within or preposition.lower_ in _WITHIN
        at_blow = within and preposition.lower_ == "at" and _is_blow(holder, words)
        if preposition.lower_ not in {*_WITHIN, "of"} and not at_blow:
            return False
        if holder in acts or holder.pos_ == "VERB":
            return within
        token = holder
    return False


def _is_in_doer(trigger: Trigger, place: Party) -> bool:
    """Is a place only named by what did it ("an *Aden* bombing killed six")?"""
    verb = trigger.token
    if trigger.is_noun or is_passive(verb) or place.entity.type not in {"place", "state"}:
        return False
    subject = deep_subject(verb)
    if subject is None or subject == place.token or _is_under(verb, subject):
        return False
    return _is_under(place.token, subject)


def _is_blow(noun: Token, words: Words) -> bool:
    return noun.lemma_.lower() in words["means of violence"] and noun.lemma_.lower() not in words["weapon"]


def _is_site(party: Party) -> bool:
    """Is a party a place, or a state by its name alone, which may be one?"""
    return party.entity.type == "place" or (party.entity.type == "state" and party.entity.sector is None)


def _hits(trigger: Trigger, words: Words) -> Iterator[Token]:
    """The nouns for things hit, and the numbers that stand for people ("killed *four* and wounded six *others*")."""
    if trigger.is_noun:
        bearers = [t for t in (trigger.noun, trigger.outer) if t is not None]
        aimed = (n for bearer in bearers for n in prepositional(bearer, *_DONE_TO))
        yield from (n for first in aimed for n in conjuncts(first) if _is_thing(n, words))
        return
    direct = _counted(deep_object(trigger.token), words)
    done_to = {"object", "object@"} & set(trigger.frame.recipient)
    row = conjuncts(direct) if direct is not None else []
    yield from (
        n for n in row if _is_thing(n, words) or (done_to and _is_number(n, words)) or _is_victim(trigger, n, words)
    )
    if direct is None or direct == trigger.noun:
        prepositions = ("of",) if trigger.frame.kind in _TAKING else _AIMED  # "took control *of* a firm"
        aimed = (n for t in (trigger.token, direct) if t is not None for n in prepositional(t, *prepositions))
        yield from (n for first in aimed for n in conjuncts(first) if _is_thing(n, words))


def _counted(noun: Token | None, words: Words) -> Token | None:
    """What a noun counts, or the noun itself ("a number of *towns*")."""
    counts = noun is not None and noun.lemma_.lower() in words["partitive"]
    inner = next(prepositional(noun, "of"), None) if noun is not None and counts else None
    return inner if inner is not None else noun


def _is_victim(trigger: Trigger, noun: Token, words: Words) -> bool:
    """Is a common noun that is no actor of the text whom violence is done to ("shot his *co-workers*")?"""
    frame, lemma = trigger.frame, noun.lemma_.lower()
    if "object" not in frame.recipient or not frame.at_target or frame.kind not in _TO_PEOPLE:
        return False
    if trigger.noun is not None or trigger.token.dep_ == "acl" or noun.pos_ != "NOUN" or joints.is_bare(noun):
        return False
    return noun.is_alpha and not any(lemma in words[kind] for kind in _NO_VICTIMS)


def _is_thing(noun: Token, words: Words) -> bool:
    lemma = noun.lemma_.lower()
    return noun.pos_ in {"NOUN", "PROPN"} and any(lemma in words[kind] for kind in _THINGS)


def _is_number(noun: Token, words: Words) -> bool:
    """Does a number, or "others", stand for people without a noun?"""
    counts = noun.tag_ == "CD" and noun.ent_type_ not in _MEASURES
    return (counts or noun.lower_ in words["people left out"]) and next(prepositional(noun, "of"), None) is None


def _row(hits: Sequence[Token]) -> list[Token]:
    """All that is coordinated with what is hit."""
    return list({t.i: t for hit in hits for t in conjuncts(first_conjunct(hit))}.values())


def _is_under(token: Token, noun: Token) -> bool:
    """Does a token stand in the phrase of a noun, not in that of another conjunct?"""
    while token != noun:
        if token.dep_ == "conj" or token.head == token:
            return False
        token = token.head
    return True


def _is_site_of(place: Party, hit: Token) -> bool:
    """Is a place only where a thing is that is hit ("a plant *in Aden*"), not whose it is ("an *Omani* plant")?"""
    called = place.token.dep_ == "pobj" and place.token.head.lower_ == "of" and place.token.head.head is hit
    return _is_site(place) and place.token.i > hit.i and _is_under(place.token, hit) and not called


def _is_town_in(hit: Token, found: Sequence[Party], words: Words) -> bool:
    """Is it a town or an area of a place that is told, which stands for it ("a village *in Mali*")?"""
    return hit.lemma_.lower() in words["settlement"] and any(_is_site(p) and _is_under(p.token, hit) for p in found)


def _is_owner_of(party: Party, victim: Token) -> bool:
    """Is it a person whose people are hit, and not he ("shot *his* co-workers")?"""
    return party.token.dep_ == "poss" and party.token.head is victim and party.entity.type != "state"


def _party(sentence: Sentence, hit: Token, country: str | None) -> Party:
    """What is no actor of the text as a party: a thing or a number of people, in a state if that is known."""
    first, last = noun_phrase(hit)
    while first != hit and first.pos_ in {"DET", "PRON"}:
        first = first.nbor(1)
    doc = sentence.tokens.doc
    if last.i + 2 < sentence.tokens.end and doc[last.i + 1].text == "-":  # "his *co-workers*", in three tokens
        last = doc[last.i + 2]
    span = sentence.span(first, last)
    made = Entity(digest("actor", sentence.text, span.text, country), span.text, "group", country)
    return Party(made, span, hit, hit.tag_ in {"NNS", "NNPS", "CD"})
