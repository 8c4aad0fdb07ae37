"""Acts of speech that a sentence names as what somebody answers ("rejected *a demand by Niger*").

Who rejects, denies or accepts what another has said was spoken to, and what was said was said whatever the answer.
"""

from __future__ import annotations

from communique.reading.doubles import SAID_TO_OTHERS, Told, is_object
from communique.reading.participants import Party
from communique.reading.relations import deep_object
from communique.reading.tokens import Token

_ANSWERS = frozenset({"rejection", "denial", "refusal", "agreement", "condemnation", "concession"})
_REACTIONS = frozenset({"condemnation", "accusation", "praise", "rejection"})
#: Kinds of acts that change or take back what was done before.
_CHANGES = frozenset({"concession", "withdrawal", "sanction", "restriction", "release"})
#: Kinds of acts that last until they are undone.
_LASTING = frozenset({"sanction", "restriction", "deployment", "blockade", "seizure", "arrest", "aid", "recall"})
_SAID = SAID_TO_OTHERS | {"condemnation"}


def is_answered(said: Told, answer: Told) -> bool:
    """Is what one side said the object of how another one takes it ("denied *U.S. accusations*")?"""
    if said.trigger.frame.kind not in _SAID or answer.trigger.frame.kind not in _ANSWERS:
        return False
    speakers = {party.entity.id for party in said.roles.actor}
    others = {party.entity.id for party in answer.roles.actor}
    return is_object(said.trigger, answer.trigger) and bool(speakers) and bool(others) and speakers.isdisjoint(others)


def addressees(said: Told, answer: Told) -> list[Party]:
    """To whom it was said, where it names nobody itself: who answers it, but not who only speaks out against it."""
    spoken_to = is_answered(said, answer) and answer.trigger.frame.kind != "condemnation"
    return answer.roles.actor if spoken_to and not said.roles.recipient else []


def doers(reaction: Told, act: Told) -> list[Party]:
    """Whose act a relative clause says how others took ("Chad and Mali signed *a pact which Niger condemned*").

    The clause hangs on the noun that names the act, on one that takes the act up, or on its verb ("seized a ship, *a
    move* that Niger condemned", "seized a ship, *which Niger condemned*").
    """
    verb = reaction.trigger.token
    reacts = reaction.trigger.frame.kind in _REACTIONS and not reaction.roles.recipient and not reaction.trigger.is_noun
    if not reacts or verb.dep_ != "relcl" or act.trigger.token.i >= verb.i or act.trigger.token not in _told(verb.head):
        return []
    speakers = {party.entity.id for party in reaction.roles.actor}
    return [party for party in act.roles.actor if party.entity.id not in speakers]


def undone_to(change: Told, act: Told) -> list[Party]:
    """To whom was done what is now undone or changed: "lifted *the curbs that it had applied to Chad*"."""
    verb, done = change.trigger.token, act.trigger.token
    if change.trigger.frame.kind not in _CHANGES or change.trigger.is_noun or change.roles.recipient:
        return []
    noun = change.trigger.noun or deep_object(verb)
    if noun is None or done.dep_ != "relcl" or done.head != noun or act.trigger.frame.kind not in _LASTING:
        return []
    changing = {party.entity.id for party in change.roles.actor}
    doing = {party.entity.id for party in act.roles.actor}
    if not doing or not doing <= changing:
        return []
    return [party for party in act.roles.recipient if party.entity.id not in changing]


def _told(noun: Token) -> tuple[Token, ...]:
    """The words that may name the act which a noun before a relative clause stands for."""
    taken_up = noun.dep_ in {"appos", "npadvmod", "dobj", "dep"} and any(c.lower_ in {"a", "an"} for c in noun.children)
    apart = noun.left_edge.i > 0 and noun.left_edge.nbor(-1).text in {",", "-", "--", "\u2013", "\u2014"}
    if noun.ent_type_ == "DATE" or (taken_up and apart):
        return (noun, *noun.ancestors)
    return (noun,)
