"""Where the clauses and parties of a verb show that its words mean something else.

Who "assured them that they were right" promised nothing, who "fought to keep the house" clashed with nobody, and
whoever "worked with" somebody for years did so for a living.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from communique.lexicon.words import Words
from communique.reading.cast import Entity
from communique.reading.entity_kinds import is_business
from communique.reading.participants import Party
from communique.reading.private_life import is_relative
from communique.reading.relations import deep_subject
from communique.reading.roles import Roles
from communique.reading.syntax import OBJECTS, SUBJECTS, child, first_conjunct, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.verb_form import is_infinitive
from communique.records import EventTime

#: Sectors of people who gather in the street, or with their arms, not to hold a meeting.
_CROWD = frozenset({"CVL", "LAB", "REF", "MIL", "COP", "JRN"})
#: Sectors of those who speak and listen at meetings of a trade.
_OF_A_TRADE = frozenset({"BUS", "EDU", "LAB", None})
#: Sectors of those who stop work or business where they stop trade, flights or broadcasts.
_AT_WORK = frozenset({"BUS", "LAB"})
#: Sectors of those who come to a state on its own or another's behalf.
_OFFICIAL = frozenset({"GOV", "LEG", "MIL", "IGO", "PTY", "OPP", "REB", "JUD", "SPY"})
#: Sectors of those who have no power to arrest anybody.
_PRIVATE = frozenset({"CVL", "CRM", "LAB", "BUS", "EDU", "HLT", None})
#: How an audience hangs on a verb of saying ("told *a meeting*", "said *at* a conference").
_TOLD = frozenset({"object", "at", "to", "before"})
_AGAINST = frozenset({"with", "against"})
_ABOUT = frozenset({"on", "over", "against", "towards", "toward", "for"})


def sense_by_clause(trigger: Trigger, roles: Roles, words: Words) -> str | None:
    """Why the clauses or parties of the trigger show that its words mean something else, ``None`` if they do not."""
    if trigger.frame.kind == "withdrawal" and _is_giving_up(trigger, roles, words):
        return "a candidacy or motion that is given up"
    if trigger.is_noun:
        return _sense_of_contact(trigger, roles, words) if trigger.frame.contact else None
    found = _sense_of_speech(trigger, words) or _sense_of_deed(trigger, roles, words)
    return found or _sense_by_parties(trigger.frame.kind, trigger.token, roles, words)


def _sense_of_speech(trigger: Trigger, words: Words) -> str | None:
    kind, verb = trigger.frame.kind, trigger.token
    if (trigger.frame.contact or kind == "cooperation") and any(t.lower_ == "anonymity" for t in verb.subtree):
        return "told to the press by somebody unnamed"
    if kind == "meeting" and verb.lemma_ in words["speaking"] and verb.tag_ == "VBG" and verb.dep_ == "advcl":
        return "where somebody said what the sentence tells"
    if kind == "denial" and _is_left_open(verb):
        return "neither confirmed nor denied"
    if kind == "promise" and _is_assured_fact(verb, words):
        return "assured of how things are, not promised"
    return None


def _sense_of_deed(trigger: Trigger, roles: Roles, words: Words) -> str | None:
    kind, verb = trigger.frame.kind, trigger.token
    if kind == "mediation" and _is_by_occasion(verb, words):
        return "an occasion on which people meet"
    if kind == "clash" and _is_struggle(verb, words):
        return "a struggle to do something"
    if kind == "meeting" and verb.lemma_ in words["crowding"] and _sectors(roles.actor) <= _CROWD:
        return "a crowd that gathers"
    if kind == "cooperation" and verb.lemma_ == "work" and _is_past_work(verb, roles):
        return "what somebody's work was, not an act"
    if kind == "praise" and _is_use_of_money(verb, words):
        return "what money is for"
    return _sense_of_consequence(kind, verb, words)


def _sense_of_consequence(kind: str, verb: Token, words: Words) -> str | None:
    if kind == "concession" and verb.lemma_ in words["enabling"] and _is_consequence(verb):
        return "what something else makes possible"
    if kind == "demand" and verb.lemma_ in words["standing"] and verb.tag_ == "VBG" and _is_consequence(verb):
        return "what something else makes necessary"
    if kind == "agreement" and verb.lemma_ == "negotiate" and verb.tag_ not in {"VBD", "VBN"}:
        return "still being negotiated"
    if kind == "appointment" and verb.lemma_ == "swear" and any(c.lemma_ in words["testifying"] for c in verb.children):
        return "a witness who is sworn in"
    if kind == "threat" and verb.lemma_ == "threaten" and verb.dep_ == "acl" and verb.tag_ == "VBN":
        return "in danger, threatened by no words"
    return None


def _sense_by_parties(kind: str, verb: Token, roles: Roles, words: Words) -> str | None:
    if kind in {"sanction", "restriction"} and verb.lemma_ in words["stopping"] and _is_by_workers(roles):
        return "what firms or strikers stop"
    if kind == "arrest" and _is_no_arrest(verb, roles, words):
        return "nobody is taken into custody"
    by_firms = bool(roles.actor) and all(is_business(party.entity) for party in roles.actor)
    if kind == "protest" and verb.lemma_ != "protest" and by_firms:
        return "what firms do is no protest"
    if kind == "aid" and verb.lemma_ in words["upkeep"] and _is_for_own_people(roles):
        return "what a state does for its own people"
    if kind == "protest" and roles.actor and all(_is_of_family(party.entity, words) for party in roles.actor):
        return "what a family does among itself"
    if kind == "attack" and verb.lemma_ == "strike" and roles.actor and _sectors(roles.actor) == {"LAB"}:
        return "a strike of workers"
    if _is_wish(verb, words):
        return "what somebody wants done by others"
    return None


def _sense_of_contact(trigger: Trigger, roles: Roles, words: Words) -> str | None:
    provided = trigger.governor is not None and trigger.governor.lemma_ in words["making room"]
    if trigger.frame.kind == "conference" and provided and trigger.token.lemma_ == "forum":
        return "a place for talks, no talks"
    if (
        trigger.token.lemma_ in {"meeting", "conference"}
        and trigger.frame.kind != "press conference"
        and _is_before_audience(trigger, roles, words)
    ):
        return "an audience of no public concern"
    if not roles.everyone and any(_is_firm_speaking(token, words) for token in trigger.sentence.tokens):
        return "talks of a firm, with nobody named"
    return None


def is_settling(trigger: Trigger, roles: Roles, time: EventTime | None, words: Words) -> bool:
    """Did somebody "come" or "arrive" in a year, rather than on a day, to stay there ("*arrived* in Oslo *in 1961*")?

    Who comes in an office of another state is on a visit, however long ago.
    """
    if trigger.frame.kind != "visit" or time is None or time.precision != "year":
        return False
    if trigger.is_noun or trigger.token.lemma_ not in words["settling"]:
        return False
    hosts = {party.entity.country for party in roles.host} - {None}
    return not any(p.entity.sector in _OFFICIAL and p.entity.country not in hosts for p in roles.actor)


def _sectors(parties: Sequence[Party]) -> Set[str | None]:
    return {party.entity.sector for party in parties}


def _is_before_audience(trigger: Trigger, roles: Roles, words: Words) -> bool:
    """Does somebody of a trade speak to people of it ("told *a meeting of analysts*", "said at *a conference*")?"""
    verb = trigger.governor
    if verb is None or trigger.relation not in _TOLD or not roles.everyone:
        return False
    lemma = verb.lemma_.lower()
    if lemma not in words["telling"] and lemma not in words["saying"]:
        return False
    return all(_is_of_a_trade(party.entity) for party in roles.everyone)


def _is_firm_speaking(token: Token, words: Words) -> bool:
    speaks = token.dep_ in SUBJECTS and token.head.lemma_ in words["saying"]
    return speaks and (token.lemma_ in words["company"] or token.lower_.rstrip(".") in words["legal form"])


def _is_of_a_trade(entity: Entity) -> bool:
    return is_business(entity) or (entity.sector in _OF_A_TRADE and entity.type in {"person", "group"})


def _is_assured_fact(verb: Token, words: Words) -> bool:
    """Is somebody assured of how things are ("assured them that they *were* right", "*rest* assured")?"""
    if verb.lemma_ not in words["assuring"]:
        return False
    said = child(verb, "ccomp")
    if said is None:
        return verb.dep_ == "acomp"
    ahead = is_infinitive(said) or said.tag_ == "VBG" or any(c.tag_ == "MD" for c in said.children)
    return not ahead


def _is_left_open(verb: Token) -> bool:
    """Does somebody decline to deny, or neither does nor does not ("could *neither confirm nor deny* it")?"""
    first = first_conjunct(verb)
    if first != verb and any(c.lower_ == "neither" for c in first.children):
        return True
    return is_infinitive(first) and first.dep_ == "xcomp" and first.head.lemma_ in {"decline", "refuse"}


def _is_by_occasion(verb: Token, words: Words) -> bool:
    """Is it a meeting that brings people together?"""
    subject = deep_subject(verb)
    return subject is not None and subject.lemma_.lower() in words["gathering"]


def _is_consequence(verb: Token) -> bool:
    """Does a participle or infinitive say what follows from the clause above ("held a vote, *allowing* them to …")?"""
    follows = verb.tag_ == "VBG" or is_infinitive(verb)
    return follows and verb.dep_ == "advcl" and verb.i > verb.head.i and child(verb, *SUBJECTS) is None


def _is_giving_up(trigger: Trigger, roles: Roles, words: Words) -> bool:
    """Does a politician give up an election, or anybody what he put forward ("*withdrew* before the primaries")?"""
    if trigger.token.lemma_.lower() not in {"withdraw", "withdrawal"}:
        return False
    given_up = (o.lemma_.lower() for o in prepositional(trigger.token, "of")) if trigger.is_noun else iter(())
    if any(lemma in words["candidacy"] or lemma in words["measure"] for lemma in given_up):
        return True
    people = [party.entity for party in roles.actor if party.entity.type in {"person", "group"}]
    return bool(people) and len(people) == len(roles.actor) and {e.sector for e in people} <= {"ELI", "LEG"}


def _is_struggle(verb: Token, words: Words) -> bool:
    """Does somebody fight to do something, with nobody said to be fought ("*fought to keep* the house")?"""
    if verb.lemma_ not in words["fight"]:
        return False
    if any(c.dep_ in OBJECTS or (c.dep_ == "prep" and c.lower_ in _AGAINST) for c in verb.children):
        return False
    return any(c.dep_ in {"advcl", "xcomp"} and is_infinitive(c) for c in verb.children)


def _is_past_work(verb: Token, roles: Roles) -> bool:
    """Is it told, without a matter or an aim, that a person once worked with others ("*worked with* the deputy")?"""
    if verb.tag_ not in {"VBD", "VBN"} or all(party.entity.type != "person" for party in roles.actor):
        return False
    aimed = any(c.dep_ in {"advcl", "xcomp"} and is_infinitive(c) for c in verb.children)
    about = (o for o in prepositional(verb, *_ABOUT) if o.ent_type_ not in {"DATE", "TIME"})  # not "for six *years*"
    return not aimed and next(about, None) is None


def _is_use_of_money(verb: Token, words: Words) -> bool:
    """Is it what a sum is spent on ("*24 million dollars to support* a project", "*a loan to back* a plan")?"""
    if not is_infinitive(verb):
        return False
    above = verb.head
    spent = (above, *(c for c in above.children if c.dep_ in OBJECTS and c.i < verb.i))
    return any(t.lemma_.lower() in words["money"] or t.lemma_.lower() in words["funding"] for t in spent)


def _is_no_arrest(verb: Token, roles: Roles, words: Words) -> bool:
    """Is a state charged with a wrong, or does a private person tie one up ("*the robber* handcuffed the guard")?"""
    if verb.lemma_ == "charge" and any(party.entity.type == "state" for party in roles.recipient):
        return True
    tied = verb.lemma_ in words["tying up"] and bool(roles.actor)
    return tied and all(p.entity.sector in _PRIVATE and p.entity.type in {"person", "group"} for p in roles.actor)


def _is_for_own_people(roles: Roles) -> bool:
    """Are those who are cared for the people of the state that does it?"""
    own = {party.entity.country for party in roles.actor} - {None}
    cared = {(party.entity.sector, party.entity.country) for party in roles.recipient}
    return len(own) == 1 and cared == {("CVL", *own)}


def _is_wish(verb: Token, words: Words) -> bool:
    """Is it what somebody wants to have done ("rules that they *want repealed*")?"""
    if verb.tag_ != "VBN":
        return False
    if any(c.dep_ == "aux" and c.lemma_ in words["wanting"] for c in verb.children):  # as the parser has it
        return True
    wanted = verb.dep_ in {"ccomp", "xcomp", "oprd"} and verb.head.lemma_ in words["wanting"]
    return wanted and child(verb, "aux", "auxpass", "mark") is None


def _is_of_family(entity: Entity, words: Words) -> bool:
    return is_relative(entity, words) or entity.name.lower() in words["household"]


def _is_by_workers(roles: Roles) -> bool:
    """Do firms, or workers who strike, stop what they do themselves ("*the airline* cut all flights")?"""
    return bool(roles.actor) and all(p.entity.sector in _AT_WORK or _is_journalists(p.entity) for p in roles.actor)


def _is_journalists(entity: Entity) -> bool:
    return entity.sector == "JRN" and entity.type == "group"
