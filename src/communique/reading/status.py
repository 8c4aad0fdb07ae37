"""Was it, is it, will it be? The status of an act, from negation, modality, tense, the words above it and its day."""

from __future__ import annotations

import datetime

from communique.lexicon.words import Words, packaged_words
from communique.reading.action_nouns import phrasal_lemma
from communique.reading.clause_status import BEFORE, verb_status
from communique.reading.composition import compose
from communique.reading.course import awaits_vote, goes_on, is_by_timetable, was_held
from communique.reading.doubles import is_turned_down
from communique.reading.enacting import enacting_verb, is_courtesy
from communique.reading.noun_status import CARRIED_OUT, comes_after, is_over, noun_status
from communique.reading.pattern_words import NEGATIONS
from communique.reading.questions import is_asked
from communique.reading.syntax import SUBJECTS, child, verb_above
from communique.reading.tokens import Token
from communique.reading.trigger_status import (
    has_failed,
    is_attempted,
    is_condition_of_another,
    is_decided,
    is_done_by_saying,
    is_due_by_law,
    is_offer_made,
    is_only_tried,
    lasts_on,
    of_its_noun,
    was_saying,
)
from communique.reading.triggers import Trigger
from communique.reading.under_way import is_to_end
from communique.reading.verb_form import FUTURE, PAST_AUXILIARIES, is_infinitive, is_negated
from communique.records import EventTime, Status


def status_of(trigger: Trigger, words: Words, time: EventTime | None, published: datetime.date | None) -> Status:
    """The status of the act that a trigger names, as the sentence reports it."""
    title = trigger.sentence.block.kind == "title"
    if trigger.pattern.modifiers & NEGATIONS:  # who "did *not* allow" a thing refused it
        return "hypothetical" if is_condition_of_another(trigger) else "occurred"
    status = of_its_noun(trigger, _as_told(trigger, words, title), words)
    if _says_planned(trigger, words) or (status == "proposed" and is_due_by_law(trigger)):
        status = compose("planned", "occurred" if status == "proposed" else status)
    if _will_not_be(trigger, words):
        return "cancelled"
    if goes_on(trigger, words) or _has_begun(trigger, words) or (status == "occurred" and lasts_on(trigger, words)):
        return "ongoing"
    if status == "planned" and (_is_declared(trigger, words) or is_decided(trigger, words) or is_attempted(trigger)):
        return "occurred"
    if status in {"planned", "proposed"} and is_offer_made(trigger):
        return "occurred"
    said = trigger.frame.kind == "press conference" and was_saying(trigger.token)
    if status == "ongoing" and (said or is_done_by_saying(trigger, words)):
        return "occurred"
    if status == "occurred" and (_is_first_of_two(trigger, words) or _is_voted_on(trigger)):
        status = "planned"
    if status == "planned" and not trigger.is_noun and trigger.noun is not None and was_held(trigger.noun, words):
        return "occurred"  # "won *elections which were held* in May"
    open_ = is_asked(trigger) or _is_any(trigger) or _is_considered(trigger, words)
    if status in {"occurred", "planned", "confirmed"} and open_:
        return "hypothetical"
    dated = _by_day(status, trigger, words, time, published)
    return "ongoing" if dated == "planned" and trigger.frame.id == _PARTING else dated


def _as_told(trigger: Trigger, words: Words, title: bool) -> Status:
    """The status that the clause gives, before what the trigger's own words and its day say."""
    if is_courtesy(trigger) or is_turned_down(trigger, words):
        return "occurred"
    if trigger.is_noun:
        status = noun_status(trigger, words)
    else:
        status = verb_status(enacting_verb(trigger, words), words, title)
    if status in {"occurred", "ongoing"} and is_only_tried(trigger, words):
        return "proposed"
    return "denied" if status == "planned" and has_failed(trigger, words) else status


#: The frame of leaving after a visit, which goes on until then.
_PARTING = "leave after a visit"


def _is_voted_on(trigger: Trigger) -> bool:
    """Is it what a vote was for that is carried out later ("*voted to leave* the union"; not "voted to ratify it")?"""
    verb = trigger.token
    voted = verb.dep_ in {"xcomp", "advcl"} and verb.head.lemma_ == "vote" and is_infinitive(verb)
    return (voted or verb.lemma_ == "vote") and trigger.frame.kind in CARRIED_OUT | {"strike"}


#: What an authority does by saying that it does so.
_DECLARED = frozenset(
    {"praise", "condemnation", "rejection", "appointment", "resignation", "recognition", "recall"}
    | {"expulsion", "severing relations", "sanction"}
)


def _is_declared(trigger: Trigger, words: Words) -> bool:
    """Does somebody announce what he does by that ("announced that *she was endorsing* Mr Oni"; Austin 1962)?"""
    verb, said = trigger.token, trigger.token.head
    if trigger.is_noun or trigger.frame.kind not in _DECLARED or verb.tag_ != "VBG" or verb.dep_ != "ccomp":
        return False
    own = child(verb, *SUBJECTS)
    announced = said.tag_ in {"VBD", "VBZ", "VBN"} and said.lemma_.lower() in words["announcement"]
    return announced and own is not None and own.pos_ == "PRON" and not is_negated(verb) and not is_negated(said)


def _is_any(trigger: Trigger) -> bool:
    """Is it any act of its kind, and no certain one ("*any* agreement would have to be led by Chad")?"""
    of_noun = trigger.is_noun or trigger.token.head == trigger.noun  # "any proposal *made*", not "*rejected* any"
    nouns = [t for t in (trigger.noun, trigger.outer) if t is not None] if of_noun else []
    return any(c.dep_ == "det" and c.lower_ == "any" for t in nouns for c in t.children)


def _says_planned(trigger: Trigger, words: Words) -> bool:
    """Does the trigger itself say that the act lies ahead ("is *due* in Chad", "is *expected* in Chad")?"""
    word = trigger.token.lower_ if trigger.token.pos_ == "ADJ" else trigger.token.lemma_.lower()
    ahead = words.statuses.get(word) == "planned"
    if trigger.is_noun and ahead and not trigger.frame.absorbs:
        return True  # "assassination *plots*"
    if trigger.token.pos_ == "ADJ" or word in words["awaiting"]:  # "*awaits* trial"
        return ahead
    return ahead and trigger.frame.kind == "visit" and not trigger.is_noun


def _is_considered(trigger: Trigger, words: Words) -> bool:
    """Is somebody only spoken of for an office ("has been *mentioned* as a possible minister")?"""
    office = trigger.frame.kind == "appointment" and not trigger.is_noun
    return office and trigger.token.lemma_.lower() in words["taking into consideration"]


#: How many words above a noun may say that what it is part of lies ahead.
_NEAR = 3
#: In days: what is told as planned for so long ago is history, and took place.
_LONG_AGO = 365


def _by_day(
    status: Status, trigger: Trigger, words: Words, time: EventTime | None, published: datetime.date | None
) -> Status:
    """What a day after publication is told as present or past of a headline is still ahead ("arrives on Sunday")."""
    if time is None or published is None or (comes_after(trigger) and not trigger.frame.contact):
        return status
    if _is_dated_elsewhere(trigger, time) or (trigger.is_noun and is_over(trigger, words)):
        return status
    if status == "occurred" and awaits_vote(trigger, time, published, words):
        return "planned"
    later = time.start > published or is_by_timetable(trigger, time, published)
    later = later or (time.end >= published and _is_later(time) and not comes_after(trigger))
    unended = (
        status == "ongoing" and trigger.governor is not None and is_negated(trigger.governor)
    )  # "will not end today"
    unended = unended or (status == "ongoing" and trigger.outer is not None and is_to_end(trigger.outer, words))
    if status in {"occurred", "ongoing"} and later and not (unended or told_as_past(trigger)):
        return "planned"
    if status == "ongoing" and time.end < published and not _is_as_of(trigger, time):
        return "occurred"
    if status in {"proposed", "hypothetical"} and time.end < published and _is_called_by_its_day(trigger):
        return "occurred"
    if status == "planned" and time.end < published and _is_over_by(trigger, time, published, words):
        return "occurred"
    return status


def _is_over_by(trigger: Trigger, time: EventTime, published: datetime.date, words: Words) -> bool:
    """Did what is told without a tense of its own take place, since its day is over?

    "On *his visit to Chad last week*", "her decision *to meet them in May*", "came *to meet them on Monday*"; a plan
    may have come to nothing.
    """
    verb = trigger.token
    if (published - time.end).days > _LONG_AGO and (trigger.is_noun or verb.dep_ == "advcl"):
        return True
    if time.span is None:
        return False
    head = (trigger.outer or verb) if trigger.is_noun else verb
    sentence = trigger.sentence
    first, last = sentence.start_of(head.left_edge), sentence.start_of(head.right_edge)
    behind = last + len(head.right_edge.text) + 1  # "on *his visit to Chad* last week", as it is parsed
    if not first <= time.span.start <= behind:
        return False
    if trigger.is_noun:
        governor = trigger.governor
        planned = governor is not None and words.statuses.get(phrasal_lemma(governor)) is not None
        clause = verb_above(head)
        above = [] if clause is None else [clause, *clause.ancestors][:_NEAR]
        ahead = trigger.relation in BEFORE or any(map(_is_modal, above))
        return trigger.frame.contact and trigger.support is None and not planned and not ahead
    decided = verb.dep_ == "acl" and verb.head.lemma_.lower() in words["effort"] - {"plan"}
    return is_infinitive(verb) and (decided or (trigger.frame.contact and verb.dep_ == "advcl"))


def _is_modal(verb: Token) -> bool:
    """Does a verb say by "will" or "would" that its act is to come?"""
    return any(c.dep_ == "aux" and c.lower_ in FUTURE | {"would", "'d"} for c in verb.children)


def _is_as_of(trigger: Trigger, time: EventTime) -> bool:
    """Is a day the last that is known of, and not the last of the act ("*as of Saturday* it was being examined")?"""
    sentence, span = trigger.sentence, time.span
    first = None if span is None else next((t for t in sentence.tokens if sentence.start_of(t) == span.start), None)
    return first is not None and first.i > 1 and (first.nbor(-2).lower_, first.nbor(-1).lower_) == ("as", "of")


def _is_called_by_its_day(trigger: Trigger) -> bool:
    """Is an occasion that somebody asked for, or may have done something at, called by a day that is over?

    "Requested *Monday's* talks", "could have agreed to it at *last week's* meeting".
    """
    day = child(trigger.token, "poss") if trigger.is_noun and trigger.frame.contact else None
    return day is not None and day.ent_type_ == "DATE"


def _is_dated_elsewhere(trigger: Trigger, time: EventTime) -> bool:
    """Does the time stand before a participle on a noun, and so date the clause around?

    "Talks in May on a loan *sought* by Chad" says nothing of when it was sought.
    """
    verb = trigger.token
    bare = verb.tag_ == "VBN" and verb.dep_ == "acl" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return bare and time.span is not None and time.span.start < trigger.sentence.start_of(verb)


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
    verb = trigger.support if trigger.is_noun else trigger.token
    if verb is None or (trigger.is_noun and phrasal_lemma(verb) in packaged_words().statuses):
        return False
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return verb.tag_ == "VBD" or bool(auxiliaries & PAST_AUXILIARIES)


def _is_first_of_two(trigger: Trigger, words: Words) -> bool:
    """Is an act of contact one that another act ahead is to follow ("will decide *after meeting* the premier")?"""
    verb = trigger.token
    behind = not trigger.is_noun and verb.dep_ == "pcomp" and verb.head.lower_ == "after" and verb.tag_ == "VBG"
    if not behind or not trigger.frame.contact or any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return False
    above = verb.head.head
    return above.pos_ in {"VERB", "AUX"} and verb_status(above, words, title=False) in {"planned", "proposed"}


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
