"""Was it, is it, will it be? The status of an act, from negation, modality, tense, the words above it and its day."""

from __future__ import annotations

import datetime

from communique.lexicon.words import Words
from communique.reading.action_nouns import phrasal_lemma
from communique.reading.clause_status import AFTER, BEFORE, as_status, compose, is_denied, verb_status
from communique.reading.course import called_off, goes_on, has_prospects, is_by_timetable
from communique.reading.doubles import is_turned_down
from communique.reading.enacting import enacting_verb, is_courtesy
from communique.reading.pattern_words import NEGATIONS
from communique.reading.syntax import SUBJECTS, child, is_passive, verb_above
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.verb_form import FUTURE, PAST_AUXILIARIES, is_infinitive, is_negated, own_status
from communique.records import EventTime, Status

#: Acts that take more than saying so: announced, they lie ahead.
_CARRIED_OUT = frozenset({"withdrawal", "deployment", "evacuation", "exercise", "mobilization"})
_WHEN = frozenset({"at", "during"})
_CIRCUMSTANCES = frozenset({"in", "at", "during", "on"})


def status_of(trigger: Trigger, words: Words, time: EventTime | None, published: datetime.date | None) -> Status:
    """The status of the act that a trigger names, as the sentence reports it."""
    title = trigger.sentence.block.kind == "title"
    if trigger.pattern.modifiers & NEGATIONS:
        return "occurred"  # who "did *not* allow" a thing refused it
    status = (
        _noun_status(trigger, words) if trigger.is_noun else verb_status(enacting_verb(trigger, words), words, title)
    )
    if is_courtesy(trigger):
        status = "occurred"
    if is_turned_down(trigger, words):
        status = "occurred"
    if _says_planned(trigger, words):
        status = compose("planned", status)
    if _will_not_be(trigger, words):
        return "cancelled"
    if goes_on(trigger, words) or _has_begun(trigger, words):
        return "ongoing"
    if status == "occurred" and _is_first_of_two(trigger, words):
        status = "planned"
    if status in {"occurred", "planned", "confirmed"} and _is_question(trigger):
        status = "hypothetical"
    return _by_day(status, trigger, time, published)


def _says_planned(trigger: Trigger, words: Words) -> bool:
    """Does the trigger itself say that the act lies ahead ("is *due* in Chad", "is *expected* in Chad")?"""
    word = trigger.token.lower_ if trigger.token.pos_ == "ADJ" else trigger.token.lemma_.lower()
    ahead = words.statuses.get(word) == "planned"
    return ahead and (trigger.token.pos_ == "ADJ" or (trigger.frame.kind == "visit" and not trigger.is_noun))


#: In days: what is told as planned for so long ago is history, and took place.
_LONG_AGO = 365


def _by_day(status: Status, trigger: Trigger, time: EventTime | None, published: datetime.date | None) -> Status:
    """What a day after publication is told as present or past of a headline is still ahead ("arrives on Sunday")."""
    if time is None or published is None or (_comes_after(trigger) and not trigger.frame.contact):
        return status
    if _is_dated_elsewhere(trigger, time):
        return status
    later = time.start > published or is_by_timetable(trigger, time, published)
    later = later or (time.end >= published and _is_later(time) and not _comes_after(trigger))
    if status in {"occurred", "ongoing"} and later and not told_as_past(trigger):
        return "planned"
    if status == "ongoing" and time.end < published:
        return "occurred"
    if trigger.is_noun and status == "planned" and (published - time.end).days > _LONG_AGO:
        return "occurred"
    return status


def _is_dated_elsewhere(trigger: Trigger, time: EventTime) -> bool:
    """Does the time stand before a participle on a noun, and so date the clause around?

    "Talks in May on a loan *sought* by Chad" says nothing of when it was sought.
    """
    verb = trigger.token
    bare = verb.tag_ == "VBN" and verb.dep_ == "acl" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return bare and time.span is not None and time.span.start < trigger.sentence.start_of(verb)


def _comes_after(trigger: Trigger) -> bool:
    """Does the noun name what another act followed ("a poll *following* the resignation")?"""
    governor = trigger.governor
    return trigger.relation in AFTER or (governor is not None and governor.lower_ == "following")


def _is_later(time: EventTime) -> bool:
    """Is it a later part of the period that the article came out in ("*later* today")?"""
    return time.span is not None and time.span.text.lower().startswith("later ")


def _will_not_be(trigger: Trigger, words: Words) -> bool:
    """Will what was planned not be ("*the* talks will not take place")? "No talks will be held" is a denial."""
    verb, noun = (trigger.governor, trigger.outer) if trigger.is_noun else (trigger.token, None)
    if verb is None or not is_negated(verb) or not any(c.dep_ == "aux" and c.lower_ in FUTURE for c in verb.children):
        return False
    if noun is None:  # "will not meet as planned", "will not meet after all"
        if any(c.lower_ == "all" and c.i and c.nbor(-1).lower_ == "after" for c in verb.children):
            return True
        clauses = [c for c in verb.children if words.statuses.get(c.lemma_.lower()) == "planned"]
        return any(c.dep_ == "mark" and c.lower_ == "as" for clause in clauses for c in clause.children)
    held = noun.head == verb and verb.lemma_.lower() in words["occurrence"] | words["support"]
    return held and noun.dep_ in SUBJECTS and any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.children)


def told_as_past(trigger: Trigger) -> bool:
    """Is the act told by a verb in a past or perfect tense, so that it cannot lie ahead?"""
    if trigger.is_noun:
        return False
    auxiliaries = {c.lower_ for c in trigger.token.children if c.dep_ in {"aux", "auxpass"}}
    return trigger.token.tag_ == "VBD" or bool(auxiliaries & PAST_AUXILIARIES)


def lies_ahead(verb: Token) -> bool:
    """Does the verb's own form put its act in the future ("will discuss", "are expected to discuss")?"""
    return own_status(verb, title=False) in {"planned", "proposed", "hypothetical"}


def _is_first_of_two(trigger: Trigger, words: Words) -> bool:
    """Is an act of contact one that another act ahead is to follow ("will decide *after meeting* the premier")?"""
    verb = trigger.token
    behind = not trigger.is_noun and verb.dep_ == "pcomp" and verb.head.lower_ == "after" and verb.tag_ == "VBG"
    if not behind or not trigger.frame.contact or any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return False
    above = verb.head.head
    return above.pos_ in {"VERB", "AUX"} and verb_status(above, words, title=False) in {"planned", "proposed"}


def _is_question(trigger: Trigger) -> bool:
    tokens = [t for t in trigger.sentence.tokens if not t.is_space and not t.is_quote]
    return bool(tokens) and tokens[-1].text == "?" and not any(t.dep_ == "ccomp" for t in trigger.token.ancestors)


def _noun_status(trigger: Trigger, words: Words) -> Status:
    noun = trigger.noun
    outer = trigger.outer
    if noun is None or outer is None:
        return "occurred"
    if (off := called_off(noun, words)) is not None:
        return as_status(off)
    lost = words.statuses.get(phrasal_lemma(trigger.governor)) if trigger.governor is not None else None
    is_off = lost in {"cancelled", "postponed"} and trigger.relation == "object"
    for modifier in () if is_off else (*noun.children, *outer.children):
        if modifier.dep_ == "det" and modifier.lower_ == "no":
            return "denied"
        if modifier.dep_ in {"amod", "advmod"} and (given := words.statuses.get(modifier.lower_)):
            return as_status(given)
        if modifier.dep_ in {"acl", "relcl"} and (clause := _modifying_clause(modifier, words)):
            return clause
    title = trigger.sentence.block.kind == "title"
    governor, relation = trigger.governor, trigger.relation
    carried = trigger.support is not None and trigger.support != governor and trigger.support.dep_ != "xcomp"
    if carried and trigger.support is not None and not is_off:
        return verb_status(trigger.support, words, title)
    if governor is None or _comes_after(trigger):
        return "occurred"
    if relation in BEFORE or (relation == "to" and outer.head.head.lower_ == "prior"):
        return "planned"
    if governor.pos_ not in {"VERB", "AUX", "ADJ"}:
        return _under_noun(trigger, governor, relation, words, title)
    return _governed(trigger, governor, relation, words, title)


def _has_begun(trigger: Trigger, words: Words) -> bool:
    """Is an occasion of which something holds now said to have begun ("the talks, which *began* in May, *are* …")?"""
    verb, noun, outer = trigger.governor, trigger.noun, trigger.outer
    if verb is None or noun is None or outer is None or outer.dep_ not in SUBJECTS or not trigger.frame.contact:
        return False
    finite = child(verb, "aux", "auxpass") or verb
    if finite.tag_ not in {"VBZ", "VBP"} or finite.lemma_ == "have":
        return False
    # The parser hangs the clause on the noun nearest to it ("the summit of *leaders*, which began").
    inside = (o for c in noun.children if c.dep_ == "prep" for o in c.children)
    clauses = (c for t in (noun, *inside) for c in t.children if c.dep_ == "relcl" and c.tag_ == "VBD")
    return any(c.lemma_.lower() in words["beginning"] and child(c, "conj") is None for c in clauses)


def _under_noun(trigger: Trigger, governor: Token, relation: str | None, words: Words, title: bool) -> Status:
    """Status of a noun on another noun: "plans for talks", "a visit for talks" (the visit's own)."""
    given = words.statuses.get(governor.lemma_.lower())
    unsaid = trigger.frame.contact or governor.lemma_.lower() in words["allegation"]
    if relation in {"of", "about"} and unsaid and is_denied(governor, words):
        return "denied"  # "dismissed reports of a meeting"
    if given and relation in {"of", "for", "to"}:
        return as_status(given)
    if not trigger.frame.contact or relation not in {"for", "with", "during", "at", "in"}:
        return "occurred"
    above = verb_above(governor)
    own = verb_status(above, words, title) if above is not None else "occurred"
    # "Guests at the talks *did not* speak", "reached *no* accord during the talks": they were held
    held = governor.dep_ in SUBJECTS or relation in _WHEN
    return "occurred" if own == "denied" and held else own


def _governed(trigger: Trigger, governor: Token, relation: str | None, words: Words, title: bool) -> Status:
    """Status of a noun from its verb: what the verb means, else the verb's own where the noun is part of its act."""
    lemma = phrasal_lemma(governor)
    met = governor.tag_ == "VBD" and relation in _CIRCUMSTANCES  # "agreed in a call to meet": the call took place
    raises = words.statuses.get(lemma) == "planned" and not met  # "are expected to discuss"
    raised = child(governor, "xcomp") if raises else None
    own = verb_status(raised if raised is not None else governor, words, title)
    given = words.statuses.get(f"{lemma} {relation}")
    speaks = relation == "subject" and child(governor, "dobj", "ccomp") is not None  # "the summit urged Chad to …"
    achieved = child(governor, "xcomp") if relation == "subject" and trigger.frame.contact else None
    if achieved is not None and lemma == "fail" and not _takes_place(achieved, words):
        return "occurred"  # "the talks *failed to end* the war"
    if given is None and relation in {"object", "subject"} and not speaks:
        given = words.statuses.get(lemma)
    # "announced a deal": made by it; "announced a withdrawal": still to be carried out
    made = lemma in words["announcement"] and not trigger.frame.contact and trigger.frame.kind not in _CARRIED_OUT
    if given == "denied" and trigger.frame.absorbs and relation == "object":
        return own if own in {"planned", "hypothetical"} else "occurred"  # a petition that is denied has been made
    if given and not made:
        return compose(as_status(given), own, excludes=lemma in words["exclusion"])
    if own == "planned" and not trigger.frame.contact and lemma in words["ending"] and relation == "object":
        return "occurred"  # an agreement that will be ended has been made
    if relation == "for" and own == "occurred" and lemma in words["motion"] and trigger.frame.kind != "visit":
        return "planned"  # "arrived in Geneva for talks": a purpose, not yet an act
    arranged = relation == "object" and lemma in words["arranging"]
    if trigger.support is not None or arranged or lemma in words["occurrence"] or relation == "attribute":
        return own
    if relation == "subject":
        return _as_subject(trigger, governor, own)
    if trigger.frame.contact and relation in {"at", "during", "in", "on", "with", "for"}:
        # "did not agree *during* the talks", "would not comment *on* the talks": they were held
        return "occurred" if own == "denied" and relation in _WHEN | {"on"} else own
    return "occurred"


def _as_subject(trigger: Trigger, governor: Token, own: Status) -> Status:
    """Status of a noun of which its verb tells something: "the talks *did not help*" says that they were held."""
    if has_prospects(trigger):
        return "planned"
    if not trigger.frame.contact and _is_supposed_anew(trigger, governor):
        return "hypothetical"
    if own == "hypothetical" and any(c.lower_ == "would" for c in governor.children):
        return "planned"  # "the talks would cover fishing": a report of what is to come
    if own == "hypothetical" and not trigger.frame.contact and child(trigger.token, "poss") is not None:
        return "occurred"  # "*Chad's withdrawal* might be followed by others": what may come of a fact
    return own if own in {"planned", "hypothetical"} and governor.tag_ != "VBD" else "occurred"


def _is_supposed_anew(trigger: Trigger, governor: Token) -> bool:
    """Is an act without an article what a condition supposes ("only if *Chadian raids* stop it")?"""
    supposed = any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in governor.children)
    return supposed and not any(c.dep_ in {"det", "poss"} and c.lower_ != "any" for c in trigger.token.children)


def _takes_place(verb: Token, words: Words) -> bool:
    """Does a verb say of its subject that it takes place, and nothing of anything else ("*end*", not "end the war")?"""
    lemma = verb.lemma_.lower()
    return lemma in words["occurrence"] and (lemma == "take" or child(verb, "dobj") is None)


def _is_participle(clause: Token) -> bool:
    """Does a clause say what is done to its noun ("talks *planned* in May")?

    What the noun does or is for is not its status: "talks *announcing* a deal", "an accord *to postpone* dues".
    """
    return clause.tag_ != "VBG" and not is_infinitive(clause)


def _modifying_clause(clause: Token, words: Words) -> Status | None:
    """Status from a clause on the noun: "talks scheduled for May", "a meeting to be held", "talks that will open"."""
    given = words.statuses.get(clause.lemma_.lower()) if clause.dep_ == "acl" and _is_participle(clause) else None
    if given and not any(c.lower_ == "at" for c in clause.children):  # not "aimed at"
        return as_status(given)
    inner = child(clause, "xcomp") if clause.lemma_ == "be" else None
    if inner is not None and is_infinitive(inner):
        return "planned"
    if is_infinitive(clause) or any(c.dep_ == "aux" and c.lower_ in FUTURE for c in clause.children):
        subject = child(clause, "nsubj")
        doing = subject is not None and subject.lower_ in {
            "which",
            "that",
        }  # "a pact *which will* make it rich" is there
        active = is_infinitive(clause) and not is_passive(clause)  # "a request *to suspend* it": what is requested
        carried = words["occurrence"] if doing or active else words["support"]
        return "planned" if clause.lemma_.lower() in carried or clause.lemma_ == "be" else None
    return None
