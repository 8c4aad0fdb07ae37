"""Slots: where in the clause of a trigger a frame's participants stand, and who stands there."""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.words import Words
from communique.reading.act_contents import aims, compelled, conditional, in_content, receivers
from communique.reading.agency import agents_behind, avowers, launching, sent_to, striving
from communique.reading.clausal_slots import CLAUSAL, in_clause
from communique.reading.companions import companions
from communique.reading.complements import predicate_nouns
from communique.reading.deeds import (
    attackers,
    is_directive,
    is_of_the_deed,
    is_to_act,
    may_be_done_by_its_of,
    targets_before,
)
from communique.reading.entity_kinds import is_of
from communique.reading.hosts import stops
from communique.reading.nominal import authors, beside, noun_subjects, struck, undergoers
from communique.reading.parted import added, parted
from communique.reading.participants import Arguments, Party
from communique.reading.relations import behind_preposition, deep_object, deep_subject, place_of, resumed_subject
from communique.reading.syntax import child, conjuncts, is_passive, particle_of, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger, idiom_nouns

_PLURALS = frozenset({"NNS", "NNPS"})
#: Verbs that say how much a sum is, and how the sum hangs on them.
_AMOUNTING = frozenset({"total", "amount", "come"})
_OBJECTS_OF_AMOUNTS = frozenset({"dobj", "pobj"})
#: What an object of "in" stands behind, or hangs above.
_WHERE = ("in", "inside", "where")
_LOCAL = frozenset({"in", "at", "near", "outside", "around", "inside", "on", "of", "throughout", "across"})
_WIDE = frozenset({"throughout", "across"})  # only a scene of what is said ("ordered checks *across Chad*")


def parties_in(trigger: Trigger, slot: str, arguments: Arguments, words: Words) -> list[Party]:
    """The parties in one slot; the slot language is that of :mod:`communique.lexicon.frames`."""
    if (trigger, slot) not in arguments.in_slots:  # what a frame demands is looked for before it is filled in
        arguments.in_slots[trigger, slot] = _parties_in(trigger, slot, arguments, words)
    return arguments.in_slots[trigger, slot].copy()


def _parties_in(trigger: Trigger, slot: str, arguments: Arguments, words: Words) -> list[Party]:
    slot, _, wanted = slot.partition(":")
    if wanted == "foreign":
        own = {p.entity.country for p in parties_in(trigger, "subject", arguments, words)} - {None}
        return [p for p in parties_in(trigger, slot, arguments, words) if own and p.entity.country not in own]
    if slot == "before":
        return targets_before(trigger, arguments, words)
    if wanted:
        return [p for p in parties_in(trigger, slot, arguments, words) if is_of(p.entity, wanted)]
    if slot.endswith("'s"):
        owned = (noun for token in _owned(trigger, slot[:-2], words) for noun in conjuncts(token))
        found = [p for noun in owned for p in _owners_of(trigger, slot[:-2], noun, arguments, words)]
        return [p for p in found if not _took_it(p, trigger)]
    if slot.startswith(("content", "condition")):
        return _said(trigger, slot, arguments, words)
    sentence = trigger.sentence
    if slot == "before@":
        before = (c for noun in _bearers(trigger) for c in noun.children if c.dep_ in {"compound", "nmod"})
        found = [p for c in before if c.pos_ == "PROPN" for p in arguments.located(sentence, c)]
        return [p for p in found if is_of(p.entity, "body")]
    if "." in slot or slot.endswith("@"):
        tokens = _tokens(trigger, slot.removesuffix("@"), words)
        found = [p for token in tokens for p in arguments.located(sentence, token)]
        if (slot == "in@" or slot.endswith(".in")) and is_directive(
            trigger
        ):  # "pressed for a role in *Chad's* oil industry"
            found = [q for p in found for q in _asked_of(p, arguments, trigger, words)]
        if slot == "in@" and not trigger.frame.contact:  # "asked for *talks in Oslo*", where those are to be
            found = [p for p in found if not is_of_talks(p, words)]
        return _without_scene(found, trigger, arguments) if slot == "in@" and found else found
    if slot == "subject":
        return _subjects(trigger, arguments, words)
    if slot == "subject beside":
        nouns = beside(trigger, words) if trigger.is_noun else []
        found = [p for noun in nouns for p in arguments.parties(sentence, noun)]
        return [p for p in found if p.entity.sector != "JRN"] or found  # "told *reporters* at the talks"
    return _in_place(trigger, slot, arguments, words)


def _took_it(party: Party, trigger: Trigger) -> bool:
    """Does somebody only stand behind "by" in what tells how a thing came about to which an act is done later on?

    "The ban, *imposed by Joe Oni*, was lifted" does not say that he lifted it. A state or body lasts, a person may have
    left his office since.
    """
    above = party.token.head
    made = above.dep_ == "agent" and above.head.dep_ == "acl" and party.entity.type == "person"
    return made and trigger.frame.kind in _UNDOING


#: Kinds of act that take back what was done before.
_UNDOING = frozenset({"concession"})


def _in_place(trigger: Trigger, slot: str, arguments: Arguments, words: Words) -> list[Party]:
    """The parties in a place of the clause or behind a preposition."""
    noun = trigger.noun if trigger.is_noun and slot == "object" else None
    if noun is not None and (done_to := undergoers(trigger, noun, arguments, words)):
        return done_to
    tokens = _tokens(trigger, slot, words)
    if slot == "for" and is_directive(trigger):  # "asked for a visa *for a child*"
        tokens = (token for token in tokens if is_to_act(token))
    return [p for token in tokens for p in arguments.parties(trigger.sentence, token)]


def is_of_talks(place: Party, words: Words) -> bool:
    """Does a place tell where talks are ("a meeting *in Oslo*")?"""
    noun = place.token
    while noun.pos_ == "PROPN" and noun.dep_ == "pobj":  # "a meeting with Chad *in Oslo*", as it is parsed
        noun = noun.head.head
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in words["talks"]


def _asked_of(place: Party, arguments: Arguments, trigger: Trigger, words: Words) -> list[Party]:
    """Who is asked for something in a place: of a line of business that is whose it is."""
    if place.token.lemma_.lower() not in words["part of an economy"]:
        return [place]
    return arguments.modifiers_only(trigger.sentence, place.token)


def _without_scene(places: list[Party], trigger: Trigger, arguments: Arguments) -> list[Party]:
    """Places but for those before the subject in the state of who acts: its scene ("*In Oslo*, Norway threatened")."""
    subject = deep_subject(trigger.token) if not trigger.is_noun and not trigger.frame.at_target else None
    if subject is None or all(p.token.i > subject.i for p in places):
        return places
    own = {p.entity.country for p in arguments.parties(trigger.sentence, subject)}
    return [p for p in places if p.token.i > subject.i or p.entity.country not in own]


def _said(trigger: Trigger, slot: str, arguments: Arguments, words: Words) -> list[Party]:
    """The parties in what is said, wished or agreed."""
    if slot == "condition":
        return conditional(trigger, arguments)
    if slot == "condition not met":
        return compelled(trigger, arguments)
    base, _, preposition = slot.partition(".")
    if preposition:
        aimed = preposition == "object"
        return aims(trigger, arguments) if aimed else receivers(trigger, arguments, preposition, words)
    return in_content(trigger, arguments, words, places=base == "content@")


def _subjects(trigger: Trigger, arguments: Arguments, words: Words) -> list[Party]:
    """Those who do what a verb or noun says, and whoever does so beside them."""
    if trigger.is_noun:
        owned = avowers(trigger, [t for t in (trigger.outer,) if t is not None], arguments, words)
        return owned or noun_subjects(trigger, arguments, words)
    sentence, subjects = trigger.sentence, list(_tokens(trigger, "subject", words))
    if len(subjects) == 1 and (text := sent_to(trigger.token, subjects[0], words)) is not None:
        subjects = [text]
    found = [p for token in subjects for p in arguments.parties(sentence, token)]
    if trigger.token.dep_ == "relcl" and not is_passive(trigger.token):
        found = [p for p in found if p.token.i < trigger.token.i] or found  # not "Chad, which *left*, and *Niger*"
    found = found or [p for token in subjects for p in authors(trigger, token, arguments, words)]
    found = found or [
        p
        for token in subjects
        if token.lemma_.lower() in words["effort"] | words["opportunity"] | words["control noun"]
        for p in striving(trigger.token, token, sentence, arguments, words)
    ]
    found = found or avowers(trigger, (trigger.token, *subjects), arguments, words)
    found = found or agents_behind(trigger, arguments, words)
    if not found and (speaker := resumed_subject(trigger.token)) is not None:
        found = arguments.parties(sentence, speaker)
    subject = deep_subject(trigger.token)
    if not found and subject is not None and (launch := launching(trigger.token, subject, words)) is not None:
        launcher = deep_subject(launch)
        found = arguments.parties(sentence, launcher) if launcher is not None else []
    if found or (subject is not None and subject.tag_ in _PLURALS):  # "*the members*, led by X", whoever they are
        beside_him = companions(trigger.token, subject)
        found.extend(p for token in beside_him for p in arguments.parties(sentence, token))
        if found and trigger.frame.kind == "visit":  # "left for Chad *with the envoy*"
            along = (p for token in prepositional(trigger.token, "with") for p in arguments.parties(sentence, token))
            found.extend(p for p in along if p.entity.type == "person")
    return found


def _owned(trigger: Trigger, slot: str, words: Words) -> Iterator[Token]:
    """The nouns in a slot that may have an owner, those for substances too ("sought *Saudi* backing")."""
    if slot == "object" and trigger.noun is not None and not trigger.is_noun:
        return iter((trigger.noun,))
    return _tokens(trigger, slot, words)


def _owners_of(trigger: Trigger, slot: str, noun: Token, arguments: Arguments, words: Words) -> list[Party]:
    """Whose a noun is. Of an act that is called for, "of" names the doer with some nouns alone.

    "Called for *G7* action", "for the withdrawal of *Chad*", not "for the release of the *hostages*".
    """
    if trigger.frame.kind == "investigation" and noun.lemma_.lower() in words["brought before others"]:
        return []
    if slot == "object" and noun.lemma_.lower() in words["concern"]:  # "voiced *Chad's* concern"
        return []
    deed = noun.lemma_.lower() in words["done to its of"]
    spoken_of = slot in {"for", "object", "against", "over"} or deed
    if spoken_of and not may_be_done_by_its_of(trigger, noun, words):
        # "the removal of troops *from Chad*" is not its own; who is asked for it may be there
        taxed = noun.lemma_.lower() in words["duty on goods"]  # "called for tariffs on steel *from Chad*"
        prepositions = ("by",) if taxed or (deed and not is_directive(trigger)) else ("by", "from")
        done_to = {p.token.i for p in undergoers(trigger, noun, arguments, words)}  # "condemned *the senator's* arrest"
        authors = arguments.modifiers(trigger.sentence, noun, *prepositions)
        return [p for p in authors if p.token.i not in done_to]
    if trigger.frame.at_target and slot in {"subject", "in"}:
        return attackers(trigger, noun, arguments, words)
    return arguments.modifiers(trigger.sentence, noun)


def _bearers(trigger: Trigger) -> list[Token]:
    """The noun of a trigger and its outermost partitive, where it has any."""
    return list(dict.fromkeys(t for t in (trigger.noun, trigger.outer) if t is not None))


def _chain(noun: Token, *prepositions: str) -> Iterator[Token]:
    """A noun and those behind its "of": the parser hangs what belongs to one of them on another.

    "A memorandum of *understanding* with Chad", "the rejection of the *plan* by Chad".
    """
    yield noun
    for inner in prepositional(noun, *(prepositions or ("of",))):
        yield from _chain(inner, *prepositions)
    for said in noun.children:  # "loans *totalling two million* for works in Togo"
        if said.dep_ == "acl" and said.lemma_.lower() in _AMOUNTING:
            yield from (o for c in (said, *said.children) for o in c.children if o.dep_ in _OBJECTS_OF_AMOUNTS)


def _behind(bearer: Token, words: Words, *prepositions: str) -> Iterator[Token]:
    """Objects of prepositions on a token, but for the medium that something is said on ("on *Twitter*")."""
    nouns = (behind_preposition(n) for n in prepositional(bearer, *prepositions))
    return (n for n in nouns if not (_is_medium(n, words) or _is_absolute(n) or _is_likened(n, words)))


def _is_absolute(name: Token) -> bool:
    """Does "with" only say in what state a thing was ("signed it, with *Niger* the only one against")?

    A name in apposition stands behind a comma; what follows a name without one is said of it.
    """
    behind = name.doc[name.i + 1] if name.head.lower_ == "with" and name.i + 1 < len(name.doc) else None
    return behind is not None and name.pos_ == "PROPN" and behind.lower_ == "the" and not behind.ent_type_


def _is_medium(noun: Token, words: Words) -> bool:
    return noun.head.lower_ == "on" and noun.lemma_.lower() in words["medium"]


def _is_likened(noun: Token, words: Words) -> bool:
    """Does "to" only name what a thing is like ("struck a *similar* deal **to** the one between Chad and Niger")?"""
    if noun.head.lower_ != "to" or noun.dep_ != "pobj":
        return False
    above = noun.head.head
    thing = deep_object(above) if above.pos_ == "VERB" else above
    if thing is None:
        return False
    before = (c for c in thing.children if c.dep_ == "amod" and c.i < thing.i)  # not "cuts to the fund, *similar* to"
    return any(c.lower_ in words["likeness"] for c in before)


#: Prepositions that name a party of a nominalised act, wherever the parser hangs them.
_ROLE_PREPOSITIONS = frozenset({"by", "to", "between", "from"})


def _tokens(trigger: Trigger, slot: str, words: Words) -> Iterator[Token]:
    """The nouns in a slot that names no one by itself: a dotted slot, a place in the clause, or a preposition."""
    base, _, preposition = slot.partition(".")
    if preposition:
        yield from _on_slot(trigger, base, preposition, words)
    elif slot in CLAUSAL:
        yield from in_clause(trigger, slot)
    elif slot == "struck":
        yield from struck(trigger, words)
    elif slot == "stops":
        yield from stops(trigger.outer) if trigger.outer is not None else ()
    elif slot == "target":
        found = _targeted(trigger, words)
        yield from (found,) if found is not None else ()
    elif slot == "predicate":
        yield from predicate_nouns(trigger.token, trigger.pattern)
    else:
        yield from _under_preposition(trigger, slot, words)
        if slot == "between" and trigger.frame.contact and trigger.is_noun:
            yield from parted(trigger.token, slot)
        if slot == "to" and trigger.frame.kind == "visit" and trigger.is_noun:
            yield from parted(trigger.token, slot)  # "his visit later this month *to Lima*"
        if slot == "with" and trigger.frame.contact:
            yield from parted(trigger.token, slot) if trigger.is_noun else ()
            first = next((c for c in trigger.token.children if c.lower_ == slot and c.dep_ == "prep"), None)
            yield from added(first) if first is not None else ()


def _on_slot(trigger: Trigger, base: str, preposition: str, words: Words) -> Iterator[Token]:
    """The nouns behind a preposition on those in another slot ("positions *in Gaza*")."""
    prepositions = (_LOCAL if preposition == "in" else {preposition}) - (_WIDE if trigger.frame.absorbs else set())
    if trigger.sentence.forms.isdisjoint(prepositions):
        return
    bearers = list(idiom_nouns(trigger.token, trigger.pattern)) if base in trigger.pattern.prepositions else []
    for holder in (h for token in bearers or _tokens(trigger, base, words) for h in _chain(token)):
        behind = list(_behind(holder, words, *prepositions))
        if base == "helped" and holder.dep_ == "dobj" and holder.head != trigger.token:
            behind += _behind(holder.head, words, *prepositions)  # "to help a plan under way *in Chad*"
        yield from (n for n in behind if not is_of_the_deed(trigger, n.head.lower_, holder, words))


def _targeted(trigger: Trigger, words: Words) -> Token | None:
    """Who is said to be the target of what a noun names ("*Chad* was the target of a raid"), or one of its targets."""
    noun = trigger.outer if trigger.is_noun else None
    if noun is None or trigger.relation != "of" or trigger.governor is None:
        return None
    target = trigger.governor
    if target.lemma_.lower() not in words["target"]:
        return None
    if target.dep_ == "pobj" and target.head.lower_ == "of":
        target = target.head.head
    if target.dep_ not in {"attr", "appos"}:
        return None
    return child(target.head, "nsubj") if target.dep_ == "attr" else target.head


def _matters(trigger: Trigger, preposition: str, words: Words) -> Iterator[Token]:
    """What people talk about, on which the parser hangs whom they talk with ("views on the *border* with Chad's king").

    Not where it is a thing between two sides itself ("views on the *war* with Chad").
    """
    if preposition != "with" or not trigger.frame.contact or trigger.noun is None:
        return
    for matter in prepositional(trigger.noun, "on", "about", "over"):
        yield from (m for m in conjuncts(matter) if m.lemma_.lower() not in words["mutual"])


def _patients(trigger: Trigger, preposition: str, words: Words) -> list[Token]:
    """The object of a verb, as bearer of what the parser hangs on it rather than on the verb.

    Behind "with" it may have the other side of what it means: who "recommended an *accord* with Chad" did so to others.
    """
    patient = deep_object(trigger.token)
    if patient is None:
        return []
    mutual = preposition == "with" and not trigger.frame.contact and patient.lemma_.lower() in words["mutual"]
    return [] if mutual else [patient]


def _carrier(trigger: Trigger, preposition: str, words: Words) -> Token | None:
    """The verb of a noun of action whose prepositions go with the noun ("*was planned* by Chad").

    Who condemns an act or reports it has not done it. Of what comes in, "from" says who said it.
    """
    if preposition == "from" and trigger.relation == "subject" and trigger.governor is not None:
        return trigger.governor if trigger.governor.lemma_.lower() in words["coming in"] else None
    if trigger.support is not None or trigger.relation != "object" or trigger.governor is None:
        return trigger.support
    behind = words["support"] | words["doing"] | words["avowal"]
    doing = preposition != "by" or trigger.governor.lemma_.lower() in behind
    return trigger.governor if doing else None


def _under_preposition(trigger: Trigger, preposition: str, words: Words) -> Iterator[Token]:
    """Objects of a preposition on the trigger or its noun, or on a day between them ("met on Friday with X")."""
    if trigger.sentence.forms.isdisjoint(_WHERE if preposition == "in" else (preposition,)):
        return
    bearers = [t for t in (trigger.token, trigger.noun, trigger.outer) if t is not None]
    if not trigger.is_noun:
        bearers.extend(_patients(trigger, preposition, words))
        bearers.extend(_chain(trigger.noun) if trigger.noun is not None else ())  # "a letter of *intent* with X"
        bearers.extend(conjuncts(trigger.noun) if trigger.noun is not None else ())  # "sent jets and *ships* to X"
        bearers.extend(
            n
            for n in idiom_nouns(trigger.token, trigger.pattern)
            if preposition != "of" or may_be_done_by_its_of(trigger, n, words)
        )
        bearers.extend(_matters(trigger, preposition, words))
    elif (verb := _carrier(trigger, preposition, words)) is not None:
        bearers.append(verb)
    if trigger.noun is not None and trigger.is_noun and preposition in _ROLE_PREPOSITIONS:
        bearers.extend(t for t in _chain(trigger.noun, "of", "by") if t != trigger.noun)
    seen: set[int] = set()
    particle = particle_of(trigger.token) if trigger.pattern.particle else None
    for bearer in bearers:
        if bearer.i in seen or is_of_the_deed(trigger, preposition, bearer, words):
            continue
        seen.add(bearer.i)
        yield from _behind(bearer, words, *(("in", "inside") if preposition == "in" else (preposition,)))
        yield from place_of(bearer) if preposition == "in" else ()
        for prep in bearer.children:
            if prep.dep_ in {"prep", "npadvmod", "advmod"}:
                if prep == particle or prep.lower_ == "out":  # "pulled its troops *out of* Chad"
                    yield from prepositional(prep, preposition)
                for inner in (prep, *prep.children):
                    between = inner.ent_type_ in {"DATE", "TIME", "GPE", "LOC", "FAC"} or inner.lower_ in {
                        "here",
                        "there",
                    }
                    if between or inner.lemma_.lower() in trigger.pattern.modifiers:
                        yield from prepositional(inner, preposition)
