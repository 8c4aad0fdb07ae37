"""Words of war, of giving and of asking that markets, courts and politics borrow.

A bank that "battles the authorities" takes up no arms, a speech that "sends the dollar higher" sends nobody money, and
"demand from buyers" is no one's request.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from communique.lexicon.words import Words
from communique.reading.entity_kinds import is_business
from communique.reading.relations import deep_object
from communique.reading.roles import Roles
from communique.reading.syntax import OBJECTS, child, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger

#: Sectors of public bodies that bear no arms.
_UNARMED = frozenset({"GOV", "IGO", "LEG", "JUD"})
_PARTIES = frozenset({"PTY", "ELI"})
_ARMED = frozenset({"MIL", "COP", "REB", "UAF", "CRM"})
#: Sectors of groups and bodies that argue with others.
_SPEAKERS = frozenset({"GOV", "LEG", "PTY", "ELI", "JUD", "JRN", "BUS"})
_NEUTER = frozenset({"it", "this", "that"})
_OVER = frozenset({"over", "about", "on"})
_BEFORE = frozenset({"amod", "compound", "nmod"})


def borrowed_sense(trigger: Trigger, roles: Roles, words: Words) -> str | None:
    """Why the words of a trigger tell of trade, law or politics, ``None`` if they may name an act."""
    kind = trigger.frame.kind
    if kind in _BY_SIDES:
        return _BY_SIDES[kind](trigger, roles, words)
    return _BY_WORDS[kind](trigger, words) if kind in _BY_WORDS else None


def _of_clash(trigger: Trigger, roles: Roles, words: Words) -> str | None:
    if _is_by_force(trigger, words):
        return None
    if any(is_business(party.entity) for party in roles.actor):
        return "a dispute with a firm"
    blows = any(t.lemma_.lower() in words["hand to hand"] for t in trigger.sentence.tokens)
    if not blows and _is_of_speakers(roles):
        return "a dispute of people who argue"
    if not trigger.is_noun and trigger.token.lemma_ in words["fight for a cause"]:
        fought = child(trigger.token, "dobj")
        if fought is not None and fought.lower_ in _NEUTER and len(roles.actor) < 2:
            return "a fight against a thing"
    words_of_it = (trigger.token, trigger.governor) if trigger.is_noun else (trigger.token,)
    over_rule = any(_is_over_rule(word, words) for word in words_of_it if word is not None)
    return "a dispute over a rule" if over_rule and _is_of_bodies(roles) else None


def _of_ceasefire(trigger: Trigger, roles: Roles, words: Words) -> str | None:
    """Do those without arms make peace in a dispute ("a truce in its *row* over fees"), or is it work that stops?"""
    if trigger.noun is None:
        return None
    stopped = [*prepositional(trigger.noun, "to", "in")] if trigger.noun.lemma_.lower() in words["pausing"] else []
    if stopped and not any(noun.lemma_.lower() in words["hostile"] for noun in stopped):
        return "a halt to what is no fighting"
    if not _is_of_bodies(roles) or _is_by_force(trigger, words):
        return None
    rows = (*prepositional(trigger.noun, "in"), *prepositional(trigger.token, "in"), trigger.token)
    return "a truce in a dispute" if any(_is_over_rule(row, words) for row in rows) else None


def _of_attack(trigger: Trigger, roles: Roles, words: Words) -> str | None:
    word = trigger.token
    if trigger.is_noun:
        return _of_assault(trigger, words)
    if word.lemma_ in words["striking with a burden"] and _is_levied(word, words):
        return "struck with a bill, a tax or a case"
    if word.lemma_ == "pound" and word.i + 1 < len(word.doc.tokens) and word.nbor(1).tag_ == "CD":
        return "a sum of money"  # "between *pounds* 5,000 and pounds 9,000"
    if word.lemma_ == "shoot" and (_is_filmed(word, words) or _is_on_location(trigger, roles, words)):
        return "what is filmed"
    thing = deep_object(word)
    at_party = any(party.entity.sector in _PARTIES and party.token == thing for party in roles.recipient)
    if at_party and word.lemma_ in words["doing away with"] and not _is_by_force(trigger, words):
        return "a party that another wants to beat"
    return None


def _of_assault(trigger: Trigger, words: Words) -> str | None:
    attacked = [*prepositional(trigger.token, "on", "against")]
    if trigger.token.lemma_.lower() not in words["attack in words"] or _is_by_force(trigger, words):
        return None
    if any(noun.lemma_.lower() in words["undermined"] for noun in attacked):
        return "an attack in words, or by law"
    if any(noun.lemma_.lower() == "market" for noun in attacked) and _is_of_business(trigger, words):
        return "a campaign to sell goods"
    return None


def _of_aid(trigger: Trigger, words: Words) -> str | None:
    verb = trigger.token
    if _is_for_inquiry(verb, words) or (verb.lemma_ == "pay" and _is_to_settle(verb)):
        return "what courts and inquiries get"
    given = () if trigger.noun is None else trigger.noun.children
    if any(c.dep_ == "amod" and c.lower_ in words["in spirit"] for c in given):
        return "support in spirit"
    if trigger.noun is not None and trigger.noun.lower_ == "arm":
        return "part of a firm or body, no weapon"  # weapons are "arms", never one "arm"
    moved = (c for t in (verb, trigger.noun) if t is not None for c in t.children)
    if verb.lemma_ == "send" and any(c.lower_ in words["up or down a market"] for c in moved if c.i > verb.i):
        return "what moves a market"
    return None


def _of_concession(trigger: Trigger, words: Words) -> str | None:
    noun = trigger.noun
    if trigger.token.lemma_ == "stand" and any(o.lemma_.lower() in words["retiring"] for o in _reasons(trigger.token)):
        return "leaving a seat, nothing yielded"
    if noun is None:
        return None
    if noun.lemma_.lower() in words["demanded of makers"] and any(
        o.lemma_.lower() in words["using up"] for o in prepositional(noun, "of", "from")
    ):
        return "what an economy needs"
    clauses = (c for t in (noun, trigger.token) for c in t.children if c.dep_ in {"acl", "advcl", "xcomp"})
    if noun.lemma_.lower() == "bid" and any(c.lemma_ in words["acquiring"] for c in clauses):
        return "an offer on a market"
    return None


def _of_withdrawal(trigger: Trigger, words: Words) -> str | None:
    word = trigger.noun or trigger.token
    moved = (*prepositional(word, "into", "from"), *prepositional(trigger.token, "into", "from"))
    back = (o for c in word.children if c.dep_ in {"advmod", "prep"} for o in prepositional(c, "into"))
    if any(o.lemma_.lower() in words["left in business"] for o in (*moved, *back)):
        return "what firms and markets leave or fall into"
    if word.lemma_.lower() == "retreat" and any(c.lower_ in words["humiliating"] for c in word.children):
        return "giving up a plan"
    felt = word.lemma_ == "disengage" and word.tag_ in {"VBN", "JJ"} and word.head.lemma_ in words["feeling"]
    return "how people feel about it" if felt else None


def _of_request(trigger: Trigger, words: Words) -> str | None:
    """Is it how much is bought ("stronger *demand* from Chad", "*demand* would outstrip supply")?"""
    noun = trigger.token
    if not trigger.is_noun or noun.lemma_.lower() != "demand" or noun.tag_ != "NN":
        return None
    if any(c.dep_ in {"det", "acl", "ccomp"} and c.lower_ not in {"the", "no"} for c in noun.children):
        return None
    measured = any(c.dep_ == "amod" and c.lemma_.lower() in words["of demand"] for c in noun.children)
    verb = trigger.governor
    grows = verb is not None and trigger.relation == "subject" and verb.lemma_ in words["growing or falling"]
    return "demand on a market, not anybody's request" if measured or grows else None


def _of_offer(trigger: Trigger, words: Words) -> str | None:
    word = trigger.token
    if word.lemma_.lower() in words["ready"] and word.dep_ == "acomp" and word.head.lemma_ == "get":
        return "getting ready, offered to nobody"
    inner = child(word, "xcomp")
    if inner is not None and inner.lemma_ == "stand" and any(c.lower_ in {"up", "firm"} for c in inner.children):
        return "resistance, no offer"  # "prepared to *stand up* to them"
    beside = (c for t in (word, word.head) for c in t.children if c.dep_ == "advmod")
    if any(d.lower_ == "how" for c in beside for d in c.children):
        return "a question how far somebody would go"  # "a test of *how far* they are prepared to go"
    return None


def _of_meeting(trigger: Trigger, words: Words) -> str | None:
    """Is a meal written as a name within a sentence one ("told the programme *Lunch* with Ann Roe")?"""
    word = trigger.token
    named = word.lower_ in words["meal"] and word.text.istitle() and word.i > word.sent.start
    return "the name of a programme" if named and trigger.is_noun else None


def _of_accusation(trigger: Trigger, words: Words) -> str | None:
    """Does somebody claim that others back him ("claimed that the court *backed its argument*")?"""
    if trigger.token.lemma_ != "claim":
        return None
    said = child(trigger.token, "ccomp")
    backed = None if said is None or said.lemma_ not in {"back", "support"} else child(said, *OBJECTS)
    return "claimed to be backed" if backed is not None and backed.lemma_.lower() in words["argued"] else None


_BY_SIDES: Mapping[str, Callable[[Trigger, Roles, Words], str | None]] = {
    "clash": _of_clash,
    "ceasefire": _of_ceasefire,
    "attack": _of_attack,
}
_BY_WORDS: Mapping[str, Callable[[Trigger, Words], str | None]] = {
    "aid": _of_aid,
    "concession": _of_concession,
    "withdrawal": _of_withdrawal,
    "request": _of_request,
    "offer": _of_offer,
    "meeting": _of_meeting,
    "accusation": _of_accusation,
}


def _is_by_force(trigger: Trigger, words: Words) -> bool:
    """Does a word around tell of force, other than the words of the act?"""
    own = {trigger.token.i} if trigger.noun is None else {trigger.token.i, trigger.noun.i}
    return any(t.lemma_.lower() in words["force"] for t in trigger.sentence.tokens if t.i not in own)


def _is_of_bodies(roles: Roles) -> bool:
    """Are the sides states or public bodies, none of which is known to bear arms?"""
    sides = [party.entity for party in roles.actor]
    return bool(sides) and all(
        side.type == "state" or (side.type == "organisation" and side.sector in _UNARMED) for side in sides
    )


def _is_of_speakers(roles: Roles) -> bool:
    """Are all who clash named persons or politicians, none of whom leads soldiers?"""
    sides = [party.entity for party in roles.actor]
    return bool(sides) and all(
        side.sector not in _ARMED and (side.type == "person" or (side.type != "state" and side.sector in _SPEAKERS))
        for side in sides
    )


def _is_on_location(trigger: Trigger, roles: Roles, words: Words) -> bool:
    """Are no people shot, where a film is spoken of ("the *film* was made in Chad, the sequel *shot* in Mali")?"""
    people = any(party.entity.type in {"person", "group"} for party in roles.recipient)
    if people or child(trigger.token, "prt") is not None or _is_by_force(trigger, words):
        return False
    return any(t.lemma_.lower() in words["filmed"] for t in trigger.sentence.tokens)


def _is_for_inquiry(verb: Token, words: Words) -> bool:
    """Does somebody help those who look into a case ("*assisted* the police *with their inquiries*")?"""
    if verb.lemma_ not in words["helping"]:
        return False
    return any(o.lemma_.lower() in words["inquiry"] for o in prepositional(verb, "with", "in"))


def _is_to_settle(verb: Token) -> bool:
    return any(c.lemma_ == "settle" for c in verb.children if c.dep_ in {"advcl", "xcomp"})


def _reasons(verb: Token) -> Iterator[Token]:
    """What a verb says it is done for ("on the grounds of ill *health*", "after a *career*")."""
    for noun in prepositional(verb, "on", "for", "because", "due", "as", "after", "at"):
        yield noun
        yield from prepositional(noun, "of")


def _is_over_rule(word: Token, words: Words) -> bool:
    """Is a fight one over a rule, a sum or how things go ("its *battle* with Chad *over* breaching fish *quotas*")?"""
    return any(_is_rule(t, words) for o in prepositional(word, *_OVER) for t in _objects_below(o))


def _objects_below(matter: Token) -> Iterator[Token]:
    yield matter
    yield from (c for c in matter.children if c.dep_ in OBJECTS)


def _is_rule(matter: Token, words: Words) -> bool:
    lemma = matter.lemma_.lower()
    return lemma in words["disputed in words"] or lemma in words["measure"] or lemma in words["course of things"]


def _is_levied(verb: Token, words: Words) -> bool:
    return any(o.lemma_.lower() in words["levied"] for o in prepositional(verb, "with"))


def _is_filmed(verb: Token, words: Words) -> bool:
    """Is it a film, or part of one, that is shot ("scenes of the *film* were *shot* in Oslo")?"""
    thing = deep_object(verb)
    if thing is None:
        return False
    wholes = [*prepositional(thing, "of", "from")] if thing.lemma_.lower() in words["partitive"] else []
    parts = (t for whole in wholes for t in (whole, *(c for c in whole.children if c.dep_ in _BEFORE)))
    return any(t.lemma_.lower() in words["filmed"] for t in (thing, *parts))


def _is_of_business(trigger: Trigger, words: Words) -> bool:
    return any(t.lemma_.lower() in words["business news"] for t in trigger.sentence.tokens)
