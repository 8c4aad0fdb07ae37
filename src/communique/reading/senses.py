"""Where the words of an act mean something else: attacks in words, blasts without a bomb, what somebody is called.

What tells the senses apart stands around the word: who is said to attack whom (politicians attack each other in words),
what explodes, and what an emergency is declared for.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from communique.lexicon.words import Words
from communique.reading.borrowed_senses import borrowed_sense
from communique.reading.clause_senses import sense_by_clause
from communique.reading.complements import complement_verb
from communique.reading.entity_kinds import is_of
from communique.reading.everyday_senses import everyday_sense
from communique.reading.relations import deep_object, deep_subject, surface_subject
from communique.reading.roles import Roles
from communique.reading.syntax import OBJECTS, child, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.violence import is_accidental_blast, near_disaster

_VIOLENT = frozenset({"attack", "airstrike", "clash"})
_FORCES = frozenset({"MIL", "COP", "REB", "UAF"})
#: Sectors of those who stand in elections, whom others attack in words.
_IN_POLITICS = frozenset({"ELI", "PTY"})
_OFFICIALS = frozenset({"GOV", "IGO", "MIL", None})
_REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves", "ourselves", "myself"})
_OWN_TRADE = frozenset({"duty", "quota", "tax", "levy", "tariff", "cap"})
_WELL = frozenset({"well", "better", "more"})
_STOPPED = frozenset({"export", "shipment", "sale", "delivery"})


def other_sense(trigger: Trigger, roles: Roles, words: Words) -> str | None:
    """Why the words name no act of the frame's kind, ``None`` if they may."""
    kind, lemma = trigger.frame.kind, trigger.token.lemma_.lower()
    named = lemma if trigger.noun is None else trigger.noun.lemma_.lower()  # "launched an *attack* on the plan"
    if kind in _VIOLENT and words["attack in words"] & {lemma, named} and is_attack_in_words(trigger, roles, words):
        return "an attack in words"
    if kind == "condemnation" and lemma in words["attack in words"] and _is_of_politicians(trigger):
        return None if is_attack_in_words(trigger, roles, words) else "an attack by force"
    if kind in _VIOLENT and trigger.governor is not None and trigger.governor.lemma_ in words["rehearsing"]:
        return "an attack that is only practised"
    if trigger.is_noun and lemma in words["attack in words"] and _is_on_measure(trigger.token, words):
        return "an attack in words"
    if trigger.is_noun and lemma in words["explosion"] and is_accidental_blast(trigger, words):
        return "nobody is said to have set it off"
    if lemma == "call" and kind == "call" and _is_naming(trigger, words):
        return "what somebody or something is called"
    if kind == "condemnation" and lemma in words["calling"] and _is_characterised(trigger.token):
        return "only what somebody says that it is"
    if kind == "restriction" and _is_emergency(trigger) and near_disaster(trigger, words):
        return "a precaution against a disaster"
    if kind == "ultimatum" and _is_reflexive(trigger.token):
        return "a deadline that somebody sets himself"
    if kind in {"sanction", "concession"} and _is_of_own_trade(trigger, roles):
        return "what a state does about its own trade"
    if kind == "promise" and _is_of_fight(trigger.token, words):
        return "a vow to go on with a fight"
    found = _by_who_acts(trigger, roles, words) or _what_goes_on(trigger, words)
    found = found or sense_by_clause(trigger, roles, words) or everyday_sense(trigger, roles, words)
    return found or borrowed_sense(trigger, roles, words)


def _is_characterised(verb: Token) -> bool:
    """Does a verb only say how what the clause above is about is called ("denounced *what it called* a ploy")?"""
    return any(c.lower_ == "what" and c.dep_ in {"dobj", "nsubj", "attr"} and c.i < verb.i for c in verb.children)


def _by_who_acts(trigger: Trigger, roles: Roles, words: Words) -> str | None:
    """Why those who do it, or to whom, show that the words mean something else."""
    kind = trigger.frame.kind
    actors = {party.entity.sector for party in roles.actor}
    if kind == "praise" and _is_supposed(trigger):
        return "what would be good, as somebody thinks"
    if kind == "praise" and _is_by_arms(roles, words):
        return "arms that go with those who use them"
    if kind == "investigation" and _is_of_press(trigger, actors):
        return "questions of the press"
    if kind == "investigation" and _is_of_witness(trigger, roles, actors):
        return "what an official tells a committee"
    if kind == "ultimatum" and actors == {"JUD"}:
        return "a deadline in a case"
    if kind in {"aid", "cooperation"} and roles.recipient and {p.entity.sector for p in roles.recipient} == {"JRN"}:
        return "what the press is given"
    named = trigger.noun or trigger.token
    if kind == "attack" and named.lemma_ in {"raid", "ram"} and _is_robbery(trigger, words):
        return "a robbery"
    if kind in _VIOLENT and not trigger.is_noun and _is_in_match(trigger, words):
        return "what players do in a game"
    if kind == "praise" and trigger.token.lemma_ == "defend" and _is_for_client(trigger.token, words):
        return "what a lawyer does for a client"
    if kind == "seizure" and not trigger.is_noun and _is_trouble(trigger.token, words):
        return "brought about by nobody's force"
    return None


def _is_of_press(trigger: Trigger, actors: Set[str | None]) -> bool:
    """Is somebody questioned by the press, or by nobody in particular where he speaks to it?"""
    if trigger.token.lemma_.lower() not in {"question", "questioning", "grill"}:
        return False
    around = any(token.lower_ in {"reporters", "press", "journalists"} for token in trigger.sentence.tokens)
    return actors == {"JRN"} or (not actors and around)


def _is_of_witness(trigger: Trigger, roles: Roles, actors: Set[str | None]) -> bool:
    """Does an official only report to a parliament, which inquires into nothing that he is said to have done?"""
    told = trigger.token.lemma_.lower() in {"testify", "give"} and actors == {"LEG"}
    return told and bool(roles.recipient) and all(party.entity.sector in _OFFICIALS for party in roles.recipient)


def _is_in_match(trigger: Trigger, words: Words) -> bool:
    """Does a sentence on an attack speak of a game, and of no force ("attacked from the start of the *match*")?"""
    around = {t.lemma_.lower() for t in trigger.sentence.tokens if t != trigger.token}
    return not around.isdisjoint(words["match"]) and around.isdisjoint(words["force"])


def _is_robbery(trigger: Trigger, words: Words) -> bool:
    return any(t.lemma_.lower() in words["robbery"] for t in trigger.sentence.tokens)


def _is_for_client(verb: Token, words: Words) -> bool:
    """Does a lawyer defend somebody, or anybody one who is accused ("defended people *accused of* theft")?"""
    subject, client = deep_subject(verb), deep_object(verb)
    if subject is not None and subject.lemma_.lower() in words["lawyer"]:
        return True
    named = (client, *client.children) if client is not None else ()
    return any(t.lemma_.lower() in words["client"] for t in named if t == client or t.dep_ in {"acl", "amod"})


def _is_trouble(verb: Token, words: Words) -> bool:
    """Is it trouble that brings somebody down ("the *scandal* toppled the premier")?"""
    subject = deep_subject(verb)
    return subject is not None and subject.lemma_.lower() in words["trouble"]


def _what_goes_on(trigger: Trigger, words: Words) -> str | None:
    """Why the words tell how things are or go, on a market, in a court or by arrangement, rather than an act."""
    kind, lemma = trigger.frame.kind, trigger.token.lemma_.lower()
    if trigger.is_noun and lemma == "demand" and _is_of_market(trigger.token, words):
        return "demand on a market, not anybody's request"
    if kind == "rejection" and lemma == "fail" and _is_verdict(trigger.token):
        return "a jury that does not agree"
    if kind == "condemnation" and _is_worry(trigger.token, words):
        return "a worry about how things go"
    if kind == "concession" and _is_arrangement(trigger.token, words):
        return "a standing arrangement, not an act"
    if kind in {"offer", "cooperation"} and any(
        c.lower_ in _WELL for c in trigger.token.children if c.dep_ == "advmod"
    ):
        return "how well prepared somebody is, or how well they get on"
    if kind == "praise" and trigger.token.lemma_ == "stick" and trigger.token.tag_ == "VBN":
        return "whom somebody is stuck with"
    if kind == "conference" and lemma in words["standing body"] and _is_apposition(trigger):
        return "what sort of body it is"
    if kind == "clash" and trigger.is_noun and _is_of_dispute(trigger, words):
        return "a figure of speech for a dispute"
    if kind == "arrest" and _is_occasion(trigger.token, words):
        return "an occasion that is held"
    if kind == "protest" and near_disaster(trigger, words):
        return "people who flee a disaster" if trigger.token.lemma_.lower() in words["streaming"] else None
    if kind in {"request", "demand"} and trigger.token.lemma_ == "want" and child(trigger.token, "neg") is not None:
        return "what somebody would rather not have, asked of nobody"
    return None


def _is_apposition(trigger: Trigger) -> bool:
    """Does the noun say what something named beside it is ("the council, an *assembly* of elders")?"""
    noun = trigger.outer
    return noun is not None and noun.dep_ in {"appos", "attr"}


def _is_of_dispute(trigger: Trigger, words: Words) -> bool:
    """Is a dispute said to be a fight ("the *debate* was a battle between Kenyans of differing views")?"""
    verb = trigger.governor
    if verb is None or verb.lemma_ != "be" or trigger.outer is None or trigger.outer.dep_ != "attr":
        return False
    subject = surface_subject(verb)
    return subject is not None and subject.lemma_.lower() in words["dispute"]


def _is_occasion(verb: Token, words: Words) -> bool:
    """Is it an occasion that is "scheduled to be *held*", or "talks of ministers *held* in Oslo", not a prisoner?"""
    if verb.lemma_ != "hold":
        return False
    if verb.dep_ == "acl" and verb.head.dep_ == "pobj":
        return verb.head.head.head.lemma_.lower() in words["gathering"]
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in {"schedule", "due", "slate"}


def _is_of_politicians(trigger: Trigger) -> bool:
    """Does the frame read attacks in words that nothing but those who make them tells from others?"""
    return any("politician" in slot for slot in trigger.frame.must)


def is_attack_in_words(trigger: Trigger, roles: Roles, words: Words) -> bool:
    """Do politicians attack people, and no word around tells of force ("*attacked* the senator on her taxes")?

    States are attacked in words where what they do is, or where more is *said* ("attacked it, *saying* so").
    """
    said = _is_said(trigger, words)
    at_politicians = bool(roles.recipient) and all(p.entity.sector in _IN_POLITICS for p in roles.recipient)
    persons = all(party.entity.type == "person" for party in roles.actor)
    by_person = persons and ((said and bool(roles.actor)) or (trigger.is_noun and at_politicians))
    if not by_person and not (roles.actor and all(is_of(party.entity, "politician") for party in roles.actor)):
        return False
    if any(party.entity.sector in _FORCES for party in roles.recipient):
        return False
    if not said and any(party.entity.type in {"state", "place"} for party in roles.recipient):
        return False
    around = (t.lemma_.lower() for t in trigger.sentence.tokens if t != trigger.token)
    return words["force"].isdisjoint(around)


def _is_said(trigger: Trigger, words: Words) -> bool:
    """Is it what others do that is attacked ("attacked Chad's *failure*"), or does the attacker go on to speak?"""
    noun = trigger.noun or trigger.token
    attacked = [*prepositional(noun, "on", "against")]
    if not trigger.is_noun:
        attacked += [c for c in trigger.token.children if c.dep_ in OBJECTS]
    if any(_is_doing(thing, words) for thing in attacked):
        return True
    clauses = (c for c in trigger.token.children if c.dep_ == "advcl" and c.tag_ == "VBG")
    return any(c.lemma_ in words["saying"] or c.lemma_ in words["calling"] for c in clauses)


def _is_doing(thing: Token, words: Words) -> bool:
    lemma = thing.lemma_.lower()
    return lemma in words["criticised"] or lemma in words["measure"] or lemma in words["undermined"]


def _is_on_measure(noun: Token, words: Words) -> bool:
    """Is it a measure that is attacked ("attacks on a wage *freeze*")?"""
    return any(o.lemma_.lower() in words["measure"] for o in prepositional(noun, "on", "against"))


def _is_naming(trigger: Trigger, words: Words) -> bool:
    """Does "call" give a name ("a device *called* X", "*called* her an angel"), or send ("*called* to service")?

    The parser misses names in quotation marks; what is quoted behind the object before any other verb is one.
    """
    verb = trigger.token
    if verb.tag_ == "VBN" and child(verb, "aux", "auxpass") is None:
        return True
    if child(verb, "oprd") is not None and child(verb, *OBJECTS) is not None:
        return True
    objects = [c for c in verb.children if c.dep_ in OBJECTS or c.dep_ in {"oprd", "attr"}]
    if len(objects) > 1:
        return True
    for token in trigger.sentence.tokens:
        if token.i <= verb.i:
            continue
        if token.is_quote or token.text.startswith("`"):
            return True
        if token.pos_ == "VERB" and (token.dep_ != "relcl" or token.lemma_.lower() in words["saying"]):
            return False
    return False


def _is_emergency(trigger: Trigger) -> bool:
    """Is it a state of emergency or alert that is declared?"""
    named = (t.lemma_.lower() for c in trigger.token.children if c.dep_ in OBJECTS for t in c.subtree)
    return not {"emergency", "alert"}.isdisjoint(named)


def _is_reflexive(verb: Token) -> bool:
    return any(c.lower_ in _REFLEXIVE and c.dep_ in {"dobj", "dative"} for c in verb.children)


def _is_of_own_trade(trigger: Trigger, roles: Roles) -> bool:
    """Does a state put a duty on its own exports, or stop them with nobody said to be hit by it?"""
    verb = trigger.token
    for c in verb.children:
        if c.dep_ not in OBJECTS and c.dep_ != "nsubjpass":
            continue
        lemma = c.lemma_.lower()
        if lemma in _OWN_TRADE and any(m.lemma_.lower() == "export" for m in c.children):
            return True
        if lemma in _STOPPED and not roles.recipient and trigger.frame.kind == "concession":
            return True  # "will *resume exports* once the pipeline is mended"
        if lemma in _STOPPED and not roles.recipient and (_is_forced(verb) or _has_cause(verb)):
            return True
    return False


def _is_forced(verb: Token) -> bool:
    """Does something leave no choice ("was *forced* to halt exports", "*had* to halt exports")?"""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "force", "oblige", "compel"}


def _has_cause(verb: Token) -> bool:
    """Is a mishap or work said to be the cause ("*due to* the quake", "*because of* a strike")?"""
    if any(c.dep_ == "prep" and c.lower_ in {"due", "because"} for c in verb.children):
        return True
    return any(o.lemma_ == "result" for o in prepositional(verb, "as"))


def _is_of_market(noun: Token, words: Words) -> bool:
    """Is it demand for goods or money ("*demand* for copper"), not a demand that somebody makes?"""
    if noun.tag_ != "NN" or any(c.dep_ == "det" and c.lower_ in {"a", "this", "that"} for c in noun.children):
        return False
    return any(o.lemma_.lower() in words["on the market"] for o in prepositional(noun, "for"))


def _is_verdict(verb: Token) -> bool:
    """Do jurors fail to agree on a verdict?"""
    subject = surface_subject(verb)
    return subject is not None and subject.lemma_.lower() in {"jury", "juror"}


def _is_worry(verb: Token, words: Words) -> bool:
    """Is concern expressed about how things go, which nobody does ("concern about a further *fall* in the dollar")?"""
    concern = (c for c in verb.children if c.dep_ in OBJECTS and c.lemma_.lower() in words["concern"])
    about = (p for noun in concern for p in (*noun.children, *verb.children) if p.lower_ in {"about", "over", "at"})
    return any(o.lemma_.lower() in words["course of things"] for p in about for o in p.children if o.dep_ == "pobj")


def _is_arrangement(verb: Token, words: Words) -> bool:
    """Is it told what somebody is let have or be all the time ("*has allowed* it *to have* its own laws")?"""
    inner = child(verb, "ccomp", "xcomp")
    return inner is not None and inner.tag_ == "VB" and inner.lemma_.lower() in words["being"]


def _is_of_fight(verb: Token, words: Words) -> bool:
    """Does somebody promise to go on with a fight ("vowed *to continue the legal battle*")?"""
    inner = child(verb, "xcomp")
    if inner is None or inner.lemma_.lower() not in words["going on with"]:
        return False
    return not words["contention"].isdisjoint(_words_of(inner))


def _words_of(verb: Token) -> Iterable[str]:
    """The lemmas of what a verb governs directly: its objects, their modifiers and its complements."""
    for c in verb.children:
        if c.dep_ in OBJECTS or c.dep_ in {"xcomp", "prep", "prt"}:
            yield c.lemma_.lower()
            yield from (d.lemma_.lower() for d in c.children if d.dep_ in {"amod", "compound", "pobj", "pcomp"})


def _is_by_arms(roles: Roles, words: Words) -> bool:
    """Do weapons or vehicles do it, which back nobody in words ("troops *backed by tanks*")?"""
    arms = words["weapon"] | words["craft"] | words["guns"]
    return bool(roles.actor) and all(p.token.lemma_.lower() in arms for p in roles.actor)


def _is_supposed(trigger: Trigger) -> bool:
    """Does a clause say how good a thing *would* be?"""
    clause = complement_verb(trigger.token, trigger.pattern) if trigger.pattern.complement == "be" else None
    return clause is not None and any(c.dep_ == "aux" and c.lower_ in {"would", "could", "'d"} for c in clause.children)
