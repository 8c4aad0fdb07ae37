"""Roles: from a trigger and its frame's slots to actor, recipient, host and mediator."""

from __future__ import annotations

from collections.abc import Iterable

from communique.lexicon.words import Words
from communique.reading.action_nouns import phrasal_lemma
from communique.reading.addressees import addressed
from communique.reading.announcers import announcers
from communique.reading.bystanders import without_bystanders, without_own_side
from communique.reading.carried_over import carried_over
from communique.reading.clausal_slots import CLAUSAL
from communique.reading.culprits import culprits
from communique.reading.deeds import is_directive, undergoes
from communique.reading.entity_kinds import is_of
from communique.reading.nominal import is_opposed
from communique.reading.participants import Arguments, Party, distinct
from communique.reading.qualifiers import is_kind
from communique.reading.relations import deep_object, deep_subject
from communique.reading.roles import Roles
from communique.reading.slots import is_of_talks, parties_in
from communique.reading.syntax import SUBJECTS, child, first_conjunct, is_passive, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.violence import is_called_after, is_hit_itself, is_mishap, is_scene

#: Slots of the state that people are sent to, or taken from.
_WHITHER = frozenset({"to", "to@", "into@", "from@"})
#: How a noun of contact hangs on what somebody does or feels about it ("ruled out talks", "open to talks").
_WANTED = frozenset({"object", "to", "for"})
#: Sectors of bodies that tell of what others do.
_TELLERS = frozenset({"JRN", "IGO", "NGO", "EDU", "JUD"})
#: Prepositions behind which those stand whom a plan, a fear or a wish is about.
_INNER = ("against", "by", "in")


def fill_roles(trigger: Trigger, arguments: Arguments, words: Words) -> Roles:
    """The parties that stand in the frame's slots around a trigger."""
    frame = trigger.frame
    roles = Roles()
    if (missing := _missing(trigger, arguments, words)) is not None:
        roles.missing = missing
        return roles
    for role in ("mediator", "host", "recipient", "actor"):
        slots: tuple[str, ...] = getattr(frame, role)
        every = frame.reciprocal and role == "actor"
        find = _others if role == "recipient" else parties_in  # "lent *its* support to Chad"
        met = role == "actor" and _is_demanded(trigger, words)
        standing = [[] if met and s == "object's" else find(trigger, s, arguments, words) for s in slots]
        if role == "recipient" and (is_directive(trigger) or frame.kind == "accusation"):
            standing = [[p for p in parties if not undergoes(trigger, p.token, words)] for parties in standing]
        if role == "recipient" and frame.kind == "threat":
            standing = without_own_side(trigger, standing, arguments)
        if every:
            standing = _of_both_sides(_without_other_agents(trigger, standing, slots), slots)
        found = _fill(standing, slots, every=every, attends=_attends(trigger, words))
        if not found and role == "recipient":
            found = _owners(trigger, slots, arguments, words) or addressed(trigger, arguments, words)
            found = found or _opposed(trigger, arguments) or carried_over(trigger, arguments, words)
        if role == "recipient":
            found = [*found, *(p for slot in frame.patient for p in _others(trigger, slot, arguments, words))]
        setattr(roles, role, distinct(found))
        if (
            every
            and found
            and all(slot == "with" or not parties for slot, parties in zip(slots, standing, strict=True))
        ):
            _add_other_side(trigger, roles, arguments, words)
        if every and not trigger.is_noun:
            _complete_sides(trigger, roles, words)
    if not roles.actor:
        harmed = {p.entity.id for p in roles.recipient}
        roles.actor = [p for p in culprits(trigger, arguments, words) if p.entity.id not in harmed]
        roles.actor = roles.actor or announcers(trigger, roles.recipient, arguments, words)
    if frame.at_target:
        hit = [p for p in roles.actor if is_scene(p) or is_hit_itself(trigger, p, words)]
        hit += [p for p in roles.actor if p not in hit and not roles.recipient and is_called_after(p, words)]
        roles.actor = [p for p in roles.actor if p not in hit]
        roles.recipient = roles.recipient or hit
    taken = {p.entity.id for p in (*roles.mediator, *roles.host)} if not frame.reciprocal else set()
    roles.actor = [p for p in roles.actor if p.entity.id not in taken]
    envoys = _envoys(roles)
    roles.mediator = [p for p in roles.mediator if p not in envoys]
    roles.actor = [*roles.actor, *envoys]
    acting = {p.entity.id for p in roles.actor}
    # What stands inside an actor's own phrase ("*US* troops") is no recipient.
    roles.recipient = [p for p in roles.recipient if p.entity.id not in acting and not _within(p, roles.actor)]
    roles.recipient = without_bystanders(trigger, roles)
    return roles


def _add_other_side(trigger: Trigger, roles: Roles, arguments: Arguments, words: Words) -> None:
    """Who acts with those that alone are named behind "with", by the clause around; else half of the act is known."""
    other = _of_the_clause(trigger, arguments, roles.actor, words) or _speaking_side(trigger, arguments, words)
    roles.actor, roles.partners = distinct([*roles.actor, *other]), not other
    if roles.partners and _lacks_a_side(trigger, roles):
        roles.missing = "subject"


def _envoys(roles: Roles) -> list[Party]:
    """Who stands between the sides for the state that acts ("the minister conveyed a letter from *his president*")."""
    own = {p.entity.country for p in roles.actor} - {None}
    return [p for p in roles.mediator if p.entity.country in own]


def _missing(trigger: Trigger, arguments: Arguments, words: Words) -> str | None:
    """A slot that the frame demands and nobody stands in, or "subject" where harm was done by no actor."""
    for slot in trigger.frame.must:
        options = slot.split("|")
        filled = any(_others(trigger, o, arguments, words) for o in options)
        if filled or _counted(trigger, options, words) or _is_mutual(trigger, options) or _opposed(trigger, arguments):
            continue
        if not _is_left_out(trigger, options, arguments, words):
            return slot
    if trigger.frame.at_target and not trigger.is_noun and _is_done_to_oneself(trigger):
        return "object"
    mishap = trigger.frame.at_target and not trigger.is_noun and is_mishap(trigger, arguments, words)
    return "subject" if mishap else None


def _is_done_to_oneself(trigger: Trigger) -> bool:
    """Does somebody do violence to himself alone ("*shot himself* in the car park of a hospital")?"""
    patient = deep_object(trigger.token) if trigger.pattern.particle is None else None
    return patient is not None and patient.pos_ == "PRON" and patient.lower_.endswith(("self", "selves"))


def _of_the_clause(trigger: Trigger, arguments: Arguments, partners: list[Party], words: Words) -> list[Party]:
    """The state in whose clause a noun of contact names the other side alone ("as a gesture ahead of talks *with X*").

    So may a verb without a subject of its own ("*Chad* found a way to come to terms *with X*"). It is the subject of
    the nearest clause around that has a state for one, and that tells nothing somebody says.
    """
    if trigger.relation in _WANTED:
        return []
    others = {p.entity.country for p in partners}
    alone = trigger.frame.contact if trigger.is_noun else not trigger.frame.contact and _has_no_doer(trigger.token)
    for verb in trigger.token.ancestors if alone else ():
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        subject = deep_subject(verb)
        found = arguments.parties(trigger.sentence, subject) if subject is not None else []
        if any(p.entity.type == "state" and p.entity.country not in others for p in found):
            return [] if verb.lemma_.lower() in words["telling"] else found
        if found:
            return []
    return []


def _has_no_doer(verb: Token) -> bool:
    """Does an infinitive or gerund name nobody who does it ("found a way to agree")?"""
    return verb.tag_ in {"VB", "VBG"} and not is_passive(verb) and child(verb, *SUBJECTS) is None


def _lacks_a_side(trigger: Trigger, roles: Roles) -> bool:
    """Is just the other side of what a verb says known ("they agreed *with Chad*"), which is half of the act?

    A passive may leave out who did it; several sides behind "with" are enough.
    """
    alone = len({p.entity.id for p in roles.actor}) == 1 and not any(p.plural for p in roles.actor)
    return alone and not trigger.is_noun and not trigger.frame.contact and not is_passive(trigger.token)


def _complete_sides(trigger: Trigger, roles: Roles, words: Words) -> None:
    """Who the sides are of what a verb says that several do, where none of them is known to do it.

    Whose quarrel it was are the sides that settle it ("*their* dispute was settled"), and nobody has it done to him.
    Else an active verb has somebody for a subject who is no known actor ("*the seven* agreed to lend it to Chad").
    """
    roles.recipient = [p for p in roles.recipient if p.entity.type != "place" or not is_of_talks(p, words)]
    if trigger.noun is not None and trigger.noun.lemma_.lower() in words["quarrel"]:
        roles.actor, roles.recipient = roles.actor or roles.recipient, []
    elif roles.recipient and not (roles.actor or roles.mediator or trigger.frame.contact or is_passive(trigger.token)):
        roles.missing = "subject"


def _speaking_side(trigger: Trigger, arguments: Arguments, words: Words) -> list[Party]:
    """The state or body that says something of a pact with another one alone ("*Acme* said a deal *with X* would")."""
    if trigger.noun is None or trigger.frame.contact or trigger.relation in _WANTED:
        return []
    for verb in trigger.token.ancestors:
        subject = deep_subject(verb) if verb.pos_ in {"VERB", "AUX"} else None
        found = arguments.parties(trigger.sentence, subject) if subject is not None else []
        if found:
            bankers = any(p.entity.type == "group" and p.entity.sector == "BUS" for p in found)
            own = not bankers and all(is_of(p.entity, "body") and p.entity.sector not in _TELLERS for p in found)
            return found if own and verb.lemma_.lower() in words["saying"] else []
    return []


def _is_demanded(trigger: Trigger, words: Words) -> bool:
    """Is it what somebody asks for that is met, so that whose it is does not do so ("met the *strikers'* demands")?"""
    return trigger.frame.plover == "CONCEDE" and any(
        noun.lemma_.lower() in words["demanded"] for noun in (trigger.noun,) if noun is not None
    )


def _without_other_agents(trigger: Trigger, standing: list[list[Party]], slots: tuple[str, ...]) -> list[list[Party]]:
    """Behind "by" nobody agrees where an active verb has a subject ("*Chad* approved arms sales by *Niger*")."""
    acting = dict(zip(slots, standing, strict=True)).get("subject")
    if trigger.is_noun or not acting or is_passive(trigger.token):
        return standing
    return [[] if slot == "by" else parties for slot, parties in zip(slots, standing, strict=True)]


def _of_both_sides(standing: list[list[Party]], slots: tuple[str, ...]) -> list[list[Party]]:
    """Where "between" names both sides, the subject is none: who restores ties between others mediates."""
    named = [parties if slot.endswith("between") else [] for slot, parties in zip(slots, standing, strict=True)]
    return named if len(distinct(p for parties in named for p in parties)) > 1 else standing


def _owners(trigger: Trigger, slots: tuple[str, ...], arguments: Arguments, words: Words) -> list[Party]:
    """Whose thing it is done to, where nobody stands in a slot himself ("voiced its backing for *Japan's* bid").

    What is said of something is said of those it is of, against or in ("concern over the fighting in *Mali*").
    """
    bases = dict.fromkeys(slot.partition(":")[0].removesuffix("@") for slot in slots)
    plain = [base for base in bases if base.isalpha() and (base == "object" or base not in CLAUSAL)]
    inner: tuple[str, ...] = _INNER if trigger.frame.absorbs else ()
    if trigger.frame.enacted or trigger.frame.kind == "protest":  # where people protest is nobody they protest against
        inner = tuple(i for i in inner if i != "in")
    if inner and _is_of_violence(trigger, words):  # whose attack it is, not where it was or whom it hit
        inner = ("by",)
    deeper = [*(f"{p}'s" for p in plain if p != "object"), *(f"{p}.{i}" for p in plain for i in inner)]
    standing = (_others(trigger, slot, arguments, words) for slot in deeper)
    found = ([p for p in parties if p.entity.type != "place" or not is_of_talks(p, words)] for parties in standing)
    return next((parties for parties in found if parties), [])


def _is_of_violence(trigger: Trigger, words: Words) -> bool:
    """Is what is said said of an act of violence ("condemned an attack in Chad")?"""
    matter = deep_object(trigger.token) if not trigger.is_noun else None
    return matter is not None and matter.lemma_.lower() in words["means of violence"]


def _others(trigger: Trigger, slot: str, arguments: Arguments, words: Words) -> list[Party]:
    """The parties in a slot; the subject itself fills no other one ("Chad defended *its* rights")."""
    found = parties_in(trigger, slot, arguments, words)
    if not found or slot.startswith("subject"):
        return found
    if slot.endswith("'s"):
        found = [p for p in found if _holds(trigger, p, words) or not is_kind(p, words)]
    if trigger.is_noun:
        return found
    by_phrase = child(trigger.token, "agent") is not None and is_passive(trigger.token)
    if by_phrase and slot.partition(".")[0] in {"by", "by's"}:
        return []  # whoever stands behind "by" acts, also where he is no known actor
    acting = {p.entity.id for p in parties_in(trigger, "subject", arguments, words)}
    return [p for p in found if p.entity.id not in acting]


def _holds(trigger: Trigger, party: Party, words: Words) -> bool:
    """Does the noun before a building that is hit name those in it ("fired shells at a *police* station")?"""
    return trigger.frame.at_target and party.token.head.lemma_.lower() in words["building"]


def _opposed(trigger: Trigger, arguments: Arguments) -> list[Party]:
    """Whom a noun is against by "anti-" before it ("an *anti-Chadian* blockade")."""
    noun = trigger.noun if trigger.is_noun else None
    return [p for p in arguments.modifiers_only(trigger.sentence, noun) if is_opposed(p)] if noun is not None else []


def _is_left_out(trigger: Trigger, options: list[str], arguments: Arguments, words: Words) -> bool:
    """Is it told in the passive to whom an act was done, and left out by whom ("The two Chadians *were deported*")?"""
    if not may_be_unnamed(trigger) or not options[0].startswith("subject"):
        return False
    done_to = parties_in(trigger, "patient", arguments, words)
    return any(p.entity.type != "place" for p in done_to) or is_counted(trigger)


def may_be_unnamed(trigger: Trigger) -> bool:
    """Does a passive leave out who does what its frame lets stand without?

    English leaves out the agent of most passives, because it is plain or not known (Quirk et al. 1985, 3.67); PLOVER's
    events may lack one. A bare participle only describes its noun ("the *deported* men", "a man *accused* of theft").
    """
    verb = trigger.token
    if trigger.is_noun or not (trigger.frame.agentless or trigger.frame.official) or not is_passive(verb):
        return False
    verbs = (verb, first_conjunct(verb))
    finite = any(child(v, "auxpass") is not None for v in verbs)
    return finite and not any(child(v, "agent") is not None for v in verbs)


def is_counted(trigger: Trigger) -> bool:
    """Is a bare number that to which an act is done in the passive ("*Twelve* were arrested")?"""
    patient = deep_object(trigger.token)
    return patient is not None and patient.pos_ == "NUM" and not patient.children


def _counted(trigger: Trigger, options: list[str], words: Words) -> bool:
    """Is the object a bare number, which stands for people named before ("Ukraine expelled 13"), or "those" who?

    Of an act that anyone may do, so may the subject be ("*seventy* marched").
    """
    if trigger.frame.anyone and "subject" in options and not trigger.is_noun:
        subject = deep_subject(trigger.token)
        if subject is not None and subject.pos_ == "NUM":
            return True
    if trigger.frame.contact:  # "the speaker received 192", votes
        return False
    patient = deep_object(trigger.token) if {"object", "object:people"} & set(options) and not trigger.is_noun else None
    if patient is not None and trigger.frame.official and patient.tag_ in {"NNS", "NNPS"}:
        counted = any(c.dep_ == "nummod" for c in patient.children)  # "arrested *six suspects*", whoever they are
        if counted and patient.lemma_.lower() not in words["craft"] | words["weapon"]:
            return True
    those = patient is not None and patient.lower_ == "those" and child(patient, "acl", "relcl") is not None
    # "captured *one of the forts*" counts no people
    bare = patient is not None and patient.pos_ == "NUM" and all(o.pos_ != "NOUN" for o in prepositional(patient, "of"))
    return bare or those


def _is_mutual(trigger: Trigger, options: list[str]) -> bool:
    """Do the sides do it to "each other" or "one another", so that no recipient stands beside the actors?"""
    patient = deep_object(trigger.token) if "object" in options and not trigger.is_noun else None
    before = {c.lower_ for c in patient.children} if patient is not None else set()
    return patient is not None and (
        (patient.lower_ == "other" and "each" in before) or (patient.lower_ == "another" and "one" in before)
    )


def _within(party: Party, others: list[Party]) -> bool:
    return any(o.span.start <= party.span.start and party.span.end <= o.span.end for o in others)


def _attends(trigger: Trigger, words: Words) -> bool:
    """Is somebody where he is for the sake of an occasion, and so one of those there ("is in Oslo *for a meeting*")?"""
    verb = trigger.governor
    if verb is None or not trigger.is_noun or not trigger.frame.contact or trigger.relation != "for":
        return False
    return phrasal_lemma(verb) in words["arriving"] | words["motion"]


def _fill(
    standing: Iterable[list[Party]], slots: tuple[str, ...], *, every: bool, attends: bool = False
) -> list[Party]:
    """Parties of the first slot that has any, or of every slot (reciprocal acts take all sides).

    Who stands beside a noun that names its sides is one of them if he ``attends``.
    """
    found: list[Party] = []
    one_side = True  # so far only the side behind "with", or none
    for slot, parties in zip(slots, standing, strict=True):
        if slot == "subject beside" and not (one_side or attends):
            continue
        if found and not every and slot not in _WHITHER:
            continue
        one_side = one_side and (slot.endswith("with") or not parties)
        found.extend(parties)
        stateless = all(p.entity.type == "group" and p.entity.country is None for p in found)
        if found and not every and not stateless:
            break  # people of no known state leave room for the one they are sent to ("sent refugees to *Niger*")
    return found
