"""Everyday senses of words that elsewhere name acts: fights against ills, getaways, lists of rivals, rulings of courts.

Who "fights drugs" clashes with nobody, an attacker who "leaves the hall" withdraws no troops, and what is "recognised"
in the present tense is a relation that lasts.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.words import Words
from communique.reading.relations import deep_subject
from communique.reading.roles import Roles
from communique.reading.syntax import OBJECTS, child, is_passive, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.verb_form import is_infinitive, is_negated
from communique.reading.violence import is_ground

#: Kinds of acts that a fight against an ill is not.
_FIGHTS = frozenset({"clash", "ceasefire", "threat", "attack", "mobilization"})
_POLITICAL = frozenset({"LEG", "PTY", "ELI"})
_AGAINST = frozenset({"against", "on"})
_LASTING = frozenset({"remain", "stay"})
_NOW = frozenset({"is", "are"})
_LISTED = frozenset({"add", "put", "place"})
_PRESENT = frozenset({"VBZ", "VBP"})
_OUT = frozenset({"expulsion", "rejection"})
_CORE = frozenset({"subject", "object"})
_HOW = frozenset({"how", "why"})
_COMPLEMENTS = frozenset({"dobj", "xcomp", "ccomp", "pobj", "oprd"})
_GETTING = frozenset({"get", "make"})
_HYPHENS = frozenset({"-", "–"})


def everyday_sense(trigger: Trigger, roles: Roles, words: Words) -> str | None:
    """Why the words of a trigger name nothing but an everyday matter, ``None`` if they may name an act."""
    if _is_compound(trigger, words):
        return "part of a word that says what something is like"
    found = _sense_of_fight(trigger, roles, words) or _sense_of_party(trigger, roles, words)
    if found is not None:
        return found
    return _sense_of_noun(trigger, words) if trigger.is_noun else _sense_of_verb(trigger, words)


def _sense_of_fight(trigger: Trigger, roles: Roles, words: Words) -> str | None:
    kind = trigger.frame.kind
    if kind in _FIGHTS and any(_is_of_ill(token, words) for token in _told(trigger)):
        return "a fight against an ill"
    sides = [party for party in roles.actor if not is_ground(party, words)]
    if kind == "clash" and sides and all(party.entity.sector in _POLITICAL for party in sides):
        around = (t.lemma_.lower() for t in trigger.sentence.tokens if t != trigger.token)
        return "a dispute of politicians" if words["force"].isdisjoint(around) else None
    return None


def _sense_of_party(trigger: Trigger, roles: Roles, words: Words) -> str | None:
    """What those who do it show."""
    kind, names = trigger.frame.kind, [party.entity.name.lower() for party in roles.actor]
    if kind == "withdrawal" and names and all(name.rpartition(" ")[2] in words["assailant"] for name in names):
        return "an assailant who gets away"
    of_court = bool(roles.actor) and all(p.entity.sector == "JUD" and p.entity.type != "person" for p in roles.actor)
    if kind == "condemnation" and of_court and trigger.token.lemma_.lower() in words["saying"]:
        return "a ruling of a court"
    of_firms = bool(roles.actor) and all(party.entity.sector == "BUS" for party in roles.actor)
    if kind == "demand" and of_firms and trigger.token.lemma_.lower() in words["saying"]:
        return "what a businessman holds to be needed"
    return None


def _sense_of_verb(trigger: Trigger, words: Words) -> str | None:
    kind, verb = trigger.frame.kind, trigger.token
    if _is_how(verb):
        return "a question of how it is or can be"
    if kind in _OUT and any(o.lemma_ in words["livelihood"] for o in _out_of(verb)):
        return "the loss of work"
    if kind == "promise" and verb.lemma_ == "pledge" and verb.dep_ == "acl" and verb.tag_ == "VBN":
        return "for whom somebody is to vote"
    if kind == "praise" and verb.lemma_ == "hail" and any(c.lower_ == "what" and c.i < verb.i for c in verb.children):
        return "only how somebody calls it"
    if kind == "apology" and any(_is_but(c) for c in verb.children):
        return "a polite way to refuse"
    if kind == "cooperation" and _is_looked_forward_to(verb):
        return "what somebody is glad to do later"
    if kind == "meeting" and any(t.lemma_.lower() in words["marrying"] for t in trigger.sentence.tokens):
        return "how people got to know each other"
    if kind == "praise" and is_passive(verb) and _is_by_surety(verb, words):
        return "what a debt is secured by"
    if kind == "visit" and any(is_infinitive(c) and c.lemma_ in words["coming to blows"] for c in verb.children):
        return "who comes to fight is no guest"
    if kind == "demand" and verb.lemma_ == "order" and _is_of_court(verb, words):
        return "what a court orders"
    if kind == "release" and any(c.lower_ == "free" and child(c, "prep") is not None for c in verb.children):
        return "what costs nothing"
    return _sense_of_state(kind, verb, words)


def _sense_of_state(kind: str, verb: Token, words: Words) -> str | None:
    """Where a verb tells a state, or what nobody did."""
    if kind == "attack" and _is_of_hurt(verb, words):
        return "those who are hurt"
    if kind == "recognition" and is_passive(verb) and {c.lower_ for c in verb.children if "aux" in c.dep_} <= _NOW:
        return "a relation that lasts"
    if kind == "promise" and verb.lemma_ == "assure" and verb.dep_ == "advcl" and child(verb, "dobj") is None:
        return "what an act brings about"  # "passed it, *assuring* that the money will come"
    if kind == "promise" and verb.lemma_ == "commit" and _is_lasting(verb):
        return "an attitude, not an act"
    if kind == "offer" and verb.lemma_.lower() in words["ready"] and _is_condition(verb):
        return "a condition, not an offer"
    if kind == "offer" and verb.lemma_.lower() in words["ready"] and _is_measured(verb):
        return "a readiness that is taken for granted, no offer"
    if kind == "sanction" and verb.lemma_ in _LISTED and _is_listed_harmlessly(verb, words):
        return "a list that does nobody harm"
    if kind == "appeal" and is_passive(verb) and is_negated(verb) and child(verb, "agent") is None:
        return "what nobody is said to have called for"
    return None


def _is_measured(readiness: Token) -> bool:
    """Is it asked or told how ready somebody is ("*how far* Chad is prepared to go"), or is he only getting ready?

    Who takes the measure of a readiness takes it for granted, and nobody offers anything by it, nor where it says which
    people are meant ("*rebels willing* to fight").
    """
    clause = readiness.head
    if readiness.dep_ == "amod" and readiness.i == clause.i + 1:
        return True
    if clause.lemma_ in _GETTING:
        return True
    if any(c.tag_ == "WRB" and c.lower_ == "how" for t in (readiness, clause) for c in t.subtree if c.i < clause.i):
        return True
    by = (o for c in clause.children for o in c.children if o.dep_ == "pobj" and o.i < clause.i)
    return clause.dep_ == "relcl" and any(o.tag_ == "WDT" for o in by)  # "the ease *with which*"


def _sense_of_noun(trigger: Trigger, words: Words) -> str | None:
    noun, verb = trigger.token, trigger.governor
    if trigger.frame.kind == "promise" and verb is not None and verb.lemma_ == "have" and trigger.relation == "object":
        return "what somebody is bound to do"  # "*has* commitments to export maize"
    held = verb is not None and verb.lemma_.lower() in words["having"] and trigger.relation == "object"
    if noun.lemma_.lower() in words["standing right"] and held:
        return "a right, not an act"  # "*have* a veto on any change"
    if trigger.frame.kind == "offer" and noun.lemma_.lower() in words["readiness"]:
        unsaid = verb is not None and verb.lemma_.lower() not in words["voicing a stance"]
        if trigger.relation == "for" and verb is not None and verb.pos_ == "NOUN":
            return "a readiness that something else is about"  # "a *test* for its willingness"
        if unsaid and trigger.relation in _CORE:  # "his willingness *saved* the bank", "may *limit* his willingness"
            return "a readiness that nobody is said to have voiced"
    return None


def _is_of_hurt(verb: Token, words: Words) -> bool:
    """Does a participle alone mean those who are hurt ("evacuated *wounded* from the camp")?"""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in words["hurting"] or verb.dep_ not in _COMPLEMENTS:
        return False
    if is_passive(verb.head):  # "were reported *wounded*"
        return False
    return verb.i > verb.head.i and child(verb, "aux", "auxpass", "agent", "nsubjpass", *OBJECTS) is None


def _told(trigger: Trigger) -> Iterator[Token]:
    """The verb or noun of an act, the noun that it is told by, and the verb of what is promised."""
    yield trigger.token
    if trigger.noun is not None:
        yield trigger.noun
    for c in trigger.token.children:
        if c.dep_ in OBJECTS or c.dep_ in {"xcomp", "ccomp"}:
            yield c


def _is_of_ill(word: Token, words: Words) -> bool:
    """Is a fight one against an ill, a measure or a change ("the *war on drugs*", "*fights* against *hunger*")?"""
    if word.lemma_.lower() not in words["fight for a cause"]:
        return False
    fought = [*prepositional(word, *_AGAINST)]
    if word.pos_ == "VERB":
        fought += [c for c in word.children if c.dep_ == "dobj"]
    return any(_is_ill(thing, words) for thing in fought)


def _is_ill(thing: Token, words: Words) -> bool:
    lemma = thing.lemma_.lower()
    return lemma in words["ill"] or lemma in words["measure"] or lemma in words["resisted"]


def _is_by_surety(verb: Token, words: Words) -> bool:
    agent = deep_subject(verb)
    return agent is not None and agent.lemma_.lower() in words["surety"]


def _is_how(verb: Token) -> bool:
    """Does somebody wonder how or why it is, or can be ("it depends on *how the senate conducts* the hearing")?"""
    asked = any(c.dep_ == "advmod" and c.lower_ in _HOW and c.i < verb.i for c in verb.children)
    open_ = verb.tag_ in _PRESENT or any(c.tag_ == "MD" for c in verb.children)
    return asked and open_


def _out_of(verb: Token) -> Iterator[Token]:
    """What somebody is thrown out of."""
    yield from prepositional(verb, "of")
    for c in verb.children:
        if c.dep_ in {"prt", "prep", "advmod"}:
            yield from prepositional(c, "of")


def _is_of_court(verb: Token, words: Words) -> bool:
    """Is somebody "*ordered to pay* a sum", by nobody that is named?"""
    inner = child(verb, "xcomp")
    paid = inner is not None and inner.lemma_.lower() in words["paying a penalty"]
    return paid and is_passive(verb) and child(verb, "agent") is None


def _is_lasting(verb: Token) -> bool:
    """Does somebody only stay what he is ("*remains* committed to it")?"""
    above = verb.head if verb.dep_ in {"acomp", "xcomp", "oprd", "ccomp"} else verb
    return above.lemma_ in _LASTING or any("aux" in c.dep_ and c.lemma_ in _LASTING for c in verb.children)


def _is_but(clause: Token) -> bool:
    """Does somebody say that he is sorry *but* something is so?"""
    return clause.dep_ in {"ccomp", "conj"} and any(c.dep_ == "cc" and c.lower_ == "but" for c in clause.children)


def _is_looked_forward_to(verb: Token) -> bool:
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "to" else None
    return above is not None and above.lemma_ == "look" and any(c.lower_ == "forward" for c in above.children)


def _is_condition(word: Token) -> bool:
    """Is it only supposed of somebody ("would cut its rates *if* Chad *was ready* to")?"""
    clause = word.head if word.dep_ in {"acomp", "oprd"} else word
    return clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "if" for c in clause.children)


def _is_listed_harmlessly(verb: Token, words: Words) -> bool:
    """Is it a list of things of another sort that something is put on ("its *list of rivals*", "a list of options")?"""
    lists = (o for o in prepositional(verb, "to", "on") if o.lemma_.lower() == "list")
    entries = (o.lemma_.lower() for noun in lists for o in prepositional(noun, "of"))
    return any(lemma not in words["listed as a penalty"] for lemma in entries)


def _is_compound(trigger: Trigger, words: Words) -> bool:
    """Is a participle the end of a compound adjective ("an *ill-advised* demand", "a *well-supported* plan")?"""
    verb = trigger.token
    if trigger.is_noun or verb.tag_ not in {"VBN", "JJ"} or verb.i < 2 or verb.nbor(-1).text not in _HYPHENS:
        return False
    return verb.nbor(-2).lower_ in words["before a hyphen"]
