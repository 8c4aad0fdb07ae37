"""Whether those who take part in an act may do what its frame says: why a trigger makes no report.

The frame's own demands come first; then what people of their sort do in public, and what is their private affair.
"""

from __future__ import annotations

from communique.lexicon.frames import Frame
from communique.lexicon.plover import Plover
from communique.lexicon.words import Words
from communique.reading.arguments import is_counted, may_be_unnamed
from communique.reading.cast import Entity
from communique.reading.entity_kinds import is_business, is_public
from communique.reading.nominal import takes_place
from communique.reading.participants import Arguments
from communique.reading.private_life import are_private, is_relative, is_side
from communique.reading.roles import Roles
from communique.reading.senses import other_sense
from communique.reading.spokesmen import speaks_for_himself
from communique.reading.syntax import SUBJECTS
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.violence import is_by_bomb, is_discharge

#: The quad category of violence and force.
_MATERIAL_CONFLICT = 4
#: Kinds of acts by which employees too do business in news of it.
_DEALS = frozenset({"offer", "promise", "concession"})
#: Kinds of acts in which teams and players deal with each other, who go by the names of states.
_IN_GAMES = frozenset(
    {
        "appointment",
        "concession",
        "condemnation",
        "conference",
        "meeting",
        "praise",
        "resignation",
        "visit",
        "withdrawal",
    }
)
#: Kinds of acts that firms do among themselves.
_IN_FIRMS = frozenset({"resignation", "seizure"})
#: Why an act of private people makes no report.
PRIVATE = "no participant is known to act for a state, body or organised group"


def objection(trigger: Trigger, roles: Roles, arguments: Arguments, words: Words) -> str | None:
    """Why the parties of an act cannot do what its frame says, if they cannot."""
    if not speaks_for_himself(trigger, roles, arguments):
        roles.missing = "clause"  # what is said is not his, and may be an act of its own
        return "what others are going to do, or not to do"
    return _formal(trigger, roles, arguments, words) or _social(trigger, roles, words)


def _formal(trigger: Trigger, roles: Roles, arguments: Arguments, words: Words) -> str | None:
    """What the frame's own demands have against the parties."""
    frame = trigger.frame
    if trigger.is_noun and trigger.relation == "for" and _is_post(trigger.governor, arguments, trigger, words):
        return "what somebody's post is for"
    if roles.missing:
        return f"no actor in the slot {roles.missing!r}"
    if not roles.everyone and frame.parties and not (may_be_unnamed(trigger) and is_counted(trigger)):
        return "no participant is a known actor"
    if frame.supported and trigger.is_noun and not takes_place(trigger, words):
        return "no verb says that it takes place"
    if _is_interview(frame, roles):
        return "somebody speaks to the press"
    if roles.actor and all(party.token.lemma_.lower() in words["commentator"] for party in roles.actor):
        return "what commentators say of it"
    if (sense := other_sense(trigger, roles, words)) is not None:
        return sense
    return None


def _social(trigger: Trigger, roles: Roles, words: Words) -> str | None:
    """What speaks against the parties' doing such a thing in public: they are private people, or firms."""
    frame = trigger.frame
    if frame.kind == "release" and is_discharge(trigger, words):
        return "a patient leaves a hospital"
    if frame.public and roles.actor and all(_is_in_business(party.entity, words) for party in roles.actor):
        return "what a firm or family does of this kind is business"
    by_authorities = frame.official and not roles.actor and may_be_unnamed(trigger)
    if not by_authorities and not _may_take_part(frame, roles) and not is_by_bomb(trigger, words):
        return PRIVATE
    if roles.everyone and roles.count < frame.parties and not _meets_itself(trigger, roles):
        return f"{roles.count} of {frame.parties} parties found"
    return None


def is_private_affair(trigger: Trigger, roles: Roles, field: str | None, plover: Plover, words: Words) -> bool:
    """Does an act concern only firms and private people? Violence, arrests and protests are of public concern."""
    frame = trigger.frame
    if _is_of_firms(frame, roles) or (field == "leisure" and _is_in_game(trigger, roles, words)):
        return True
    if plover.quad(plover.code(frame.kind, "occurred", plover=frame.plover).plover) == _MATERIAL_CONFLICT:
        return False
    parties = [party.entity for party in (*roles.everyone, *roles.mediator)]
    if roles.host and frame.kind == "visit" and roles.actor and all(_are_people(p.entity) for p in roles.actor):
        return True
    if roles.host:  # a trip is private by who makes it, wherever it leads
        abroad = [e for e in parties if e.type in {"state", "place"}]
        parties = [e for e in parties if e.sector is not None or e not in abroad]
        if not abroad and all(_is_private_visitor(party.entity, words) for party in roles.actor):
            return True  # "his wife visited him", "a man visited an inmate"
    if field == "business" and frame.kind in _DEALS:  # "the *pilots* would be willing to pay for the airline"
        parties = [e for e in parties if e.sector != "LAB"]
        if not parties:
            return True
    return are_private(parties, field, words)


def _is_in_game(trigger: Trigger, roles: Roles, words: Words) -> bool:
    """In news of sport, do teams or players meet or beat each other ("Chad *crushed* Kenya", "Chad *rallied*")?"""
    if trigger.frame.kind not in _IN_GAMES and trigger.token.lemma_.lower() not in words["done in a game"]:
        return False
    return bool(roles.everyone) and all(is_side(party.entity) for party in roles.everyone)


def _is_of_firms(frame: Frame, roles: Roles) -> bool:
    """Does a firm let go somebody of its own ("Acme Corp *dismissed* its head of sales"), or take another over?"""
    if frame.kind not in _IN_FIRMS or not roles.actor or any(p.entity.sector != "BUS" for p in roles.actor):
        return False
    return frame.kind != "seizure" or all(p.entity.sector == "BUS" for p in roles.recipient)


def _is_private_visitor(entity: Entity, words: Words) -> bool:
    return is_relative(entity, words) or (entity.sector == "CVL" and entity.country is None)


def _are_people(entity: Entity) -> bool:
    """Are they people at large, who move or travel and are nobody's guests ("the *Syrians* arriving in Sweden")?"""
    return entity.type == "group" and entity.sector == "CVL"


def _is_in_business(entity: Entity, words: Words) -> bool:
    """Is it a firm, or a family, which spends its own money ("the *Roe family* lent it two million")?"""
    return is_business(entity) or entity.name.lower().rpartition(" ")[2] in words["household"]


def _meets_itself(trigger: Trigger, roles: Roles) -> bool:
    """Do the members of an international body meet each other ("the Security Council *held a meeting*")?

    So do those of "a *meeting* of the Group of Seven", of "an OPEC *meeting*", of "the alliance's next *summit*".
    """
    if not (trigger.frame.contact and trigger.frame.reciprocal) or len(roles.everyone) != 1 or roles.partners:
        return False
    told = [t for t in (trigger.token, trigger.noun, trigger.support) if t is not None]
    with_others = any(c.dep_ == "prep" and c.lower_ in {"with", "between"} for t in told for c in t.children)
    entity = roles.everyone[0].entity
    acts = roles.everyone[0].token.dep_ in SUBJECTS or _is_of_noun(roles.everyone[0].token, trigger)
    return entity.type == "organisation" and entity.sector == "IGO" and acts and not with_others


def _is_of_noun(party: Token, trigger: Trigger) -> bool:
    """Does a noun say whose it is by a word before it or by "of"?"""
    noun = trigger.noun if trigger.is_noun else None
    if noun is None or noun.tag_ != "NN":  # "OPEC *meetings* are long"
        return False
    behind_of = party.dep_ == "pobj" and party.head.lower_ == "of" and party.head.head == noun
    return behind_of or (party.head == noun and party.dep_ in {"poss", "compound", "nmod"})


def _is_interview(frame: Frame, roles: Roles) -> bool:
    """Do reporters meet just one other side? They hear what it says, and are no party to anything."""
    if not (frame.contact and frame.reciprocal and frame.parties > 1):
        return False
    others = {p.entity.id for p in roles.everyone if p.entity.sector != "JRN"}
    return len(others) < 2 and any(p.entity.sector == "JRN" for p in roles.everyone)


def _is_post(governor: Token | None, arguments: Arguments, trigger: Trigger, words: Words) -> bool:
    """Is a noun governed by a person's, as his matter ("the envoy for the nuclear *talks*")?

    Who stands in an election is no officer for it ("the nominee for the 2016 *election*").
    """
    if governor is None or governor.pos_ != "NOUN" or governor.lemma_.lower() in words["candidacy"]:
        return False
    return arguments.is_person(trigger.sentence, governor)


def _may_take_part(frame: Frame, roles: Roles) -> bool:
    """May the parties do what the frame says: is one of them public, or is it an act of people met or of anyone?

    The state of a mere place is no party ("sold shares in Chad") unless the act is done to it.
    """
    parties = [p.entity for p in roles.everyone if p.entity.type != "place" or frame.at_target]
    if frame.anyone or not frame.parties or not roles.everyone or any(is_public(entity) for entity in parties):
        return True
    people = [entity for entity in parties if entity.type == "person"]
    return frame.contact and (len(people) == len(parties) or len(people) > 1)
