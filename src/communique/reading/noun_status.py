"""The status of an act that a noun names: from its modifiers, and from the verb or noun that governs it."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.action_nouns import governor_of, phrasal_lemma
from communique.reading.clause_status import AFTER, BEFORE, verb_status
from communique.reading.composition import as_status, compose, is_denied
from communique.reading.course import LASTING, arrival, has_prospects, said_of_occasion
from communique.reading.foreground import looks_back
from communique.reading.presupposition import is_definite, presupposed, supporting
from communique.reading.prospect import by_its_end, goes_on_for_now, is_prepared, is_purpose, is_still_to_follow
from communique.reading.syntax import SUBJECTS, child, is_passive, verb_above
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.under_way import course_of, is_to_end, of_its_progress
from communique.reading.unrealised import unrealised
from communique.reading.verb_form import FUTURE, is_infinitive, is_negated
from communique.records import Status

#: Acts that take more than saying so: announced, they lie ahead.
CARRIED_OUT = frozenset({"withdrawal", "deployment", "evacuation", "exercise", "mobilization"})
_HELD = frozenset({"at", "during", "in"})
#: Of these somebody may be the subject.
_INQUIRIES = frozenset({"investigation", "trial"})
#: Acts that are over at once.
_BLOWS = frozenset({"attack", "airstrike", "assassination", "abduction", "seizure", "arrest", "resignation"})
_TAKING_PART = frozenset({"attend", "join"})
_NOT_SO = frozenset({"planned", "denied"})
_STARTS = frozenset({"start", "begin"})
_CIRCUMSTANCES = frozenset({"in", "at", "during", "on"})
#: What goes on where somebody means to end it, with or without an article ("aimed at ending *civil war*").
_TROUBLES = frozenset({"clash", "protest", "strike", "blockade"})
#: What is marked as known is there ("without *the* pact").
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_NOT_THERE = frozenset({"a", "an", "any", "all", "every", "further", "future", "such", "another"})


def noun_status(trigger: Trigger, words: Words) -> Status:
    """The status of the act that a trigger that is a noun names."""
    noun = trigger.noun
    outer = trigger.outer
    if noun is None or outer is None:
        return "occurred"
    is_off = _is_called_off(trigger, words)
    of_it = said_of_occasion(noun, words)
    if of_it is not None and (of_it != "planned" or not (is_off or supporting(trigger) is not None)):
        return as_status(of_it)
    if is_over(trigger, words) or (trigger.frame.contact and is_to_end(outer, words)):
        return "occurred" if is_over(trigger, words) else "ongoing"
    for modifier in () if is_off else (*noun.children, *outer.children):
        if (said := _said_by_modifier(trigger, modifier, words)) is not None:
            return said
    title = trigger.sentence.block.kind == "title"
    governor, relation = trigger.governor, _relation(trigger, words)
    if (carrier := _carrier(trigger, governor, relation, words)) is not None and not is_off:
        return _status_of_governor(carrier, phrasal_lemma(carrier), None, words, title)
    if governor is None or comes_after(trigger):
        return "occurred"
    if (given := _ahead_or_missing(trigger, governor, relation, words, title)) is not None:
        return given
    if governor.pos_ not in {"VERB", "AUX", "ADJ"}:
        return _under_noun(trigger, governor, relation, words, title)
    return _governed(trigger, governor, relation, words, title)


def _said_by_modifier(trigger: Trigger, modifier: Token, words: Words) -> Status | None:
    """The status that a word or clause on a noun gives it ("*no* talks", "*next week's* talks")."""
    if modifier.dep_ == "det" and modifier.lower_ == "no":
        return "denied"
    if modifier.dep_ == "poss" and trigger.frame.contact and any(c.lower_ == "next" for c in modifier.children):
        return "planned"
    if modifier.dep_ in {"amod", "advmod"} and (given := words.statuses.get(modifier.lower_)):
        return "planned" if given == "hypothetical" and _has_content(trigger, modifier, words) else as_status(given)
    return _modifying_clause(trigger, modifier, words) if modifier.dep_ in {"acl", "relcl"} else None


def _ahead_or_missing(
    trigger: Trigger, governor: Token, relation: str | None, words: Words, title: bool
) -> Status | None:
    """The status of an act before which something is done, or without which: it has not been, unless it is known."""
    outer = trigger.outer
    if outer is None:
        return None
    if relation in BEFORE or (relation == "to" and outer.head.head.lower_ == "prior"):
        over = looks_back(governor) or _is_counted_to(trigger, governor, words)
        return "occurred" if over else "planned"  # "*had* said before the talks": they are over
    if relation != "without" or any(c.dep_ == "det" and c.lower_ in _KNOWN for c in outer.children):
        return None
    clause = governor if governor.pos_ in {"VERB", "AUX"} else verb_above(governor)
    cannot = clause is not None and verb_status(clause, words, title) == "denied"
    return "hypothetical" if cannot else "denied"  # "*cannot* win *without help* from Chad"


def _is_counted_to(trigger: Trigger, governor: Token, words: Words) -> bool:
    """Does a clause in the past say how long before a blow something was ("left the day *before the bombing*")?

    Nobody announces it, nor "the *war*", so that only who tells of it when it is over can count to it.
    """
    known = trigger.frame.kind in _BLOWS or trigger.token.lemma_ == "war"
    if not known or trigger.relation in {"ahead", "until", "till"} or not is_definite(trigger):
        return False
    clause = governor if governor.pos_ in {"VERB", "AUX"} else verb_above(governor)
    return clause is not None and verb_status(clause, words, title=False) == "occurred" and _is_past(clause)


def _is_past(verb: Token) -> bool:
    """Is a verb in the past, with or without an auxiliary?"""
    return verb.tag_ == "VBD" or any(c.dep_ in {"aux", "auxpass"} and c.tag_ == "VBD" for c in verb.children)


def _has_content(trigger: Trigger, adjective: Token, words: Words) -> bool:
    """Does an adjective say what an occasion is going to be about ("talks *likely to cover* fish")?"""
    inner = child(adjective, "xcomp") if trigger.noun is not None and adjective.i > trigger.noun.i else None
    return inner is not None and trigger.frame.contact and inner.lemma_.lower() not in words["occurrence"]


def _carrier(trigger: Trigger, governor: Token | None, relation: str | None, words: Words) -> Token | None:
    """The verb of another clause that carries the noun, or the one that says that people at it are told something.

    What hangs on the noun in "told *the conference* the bank would pay" is what was said there.
    """
    told = governor is not None and governor.lemma_.lower() in words["telling"] and not is_passive(governor)
    if told and relation == "object" and trigger.frame.contact:
        return governor
    support = supporting(trigger)
    return support if support is not None and support != governor and support.dep_ != "xcomp" else None


def _relation(trigger: Trigger, words: Words) -> str | None:
    """How the noun hangs on its governor; words "before" a gathering are said at it ("his address *before it*")."""
    governor, relation = trigger.governor, trigger.relation
    heard = governor is not None and governor.lemma_.lower() in words["words before others"]
    return "at" if relation == "before" and heard else relation


def _is_called_off(trigger: Trigger, words: Words) -> bool:
    """Does a verb call off what the noun names (not so "the *cancelled* talks will not be rescheduled")?"""
    governor = trigger.governor
    lost = words.statuses.get(phrasal_lemma(governor)) if governor is not None else None
    off = lost in {"cancelled", "postponed"} and trigger.relation == "object"
    return off and governor is not None and not is_negated(governor)


def comes_after(trigger: Trigger) -> bool:
    """Does the noun name what another act followed ("a poll *following* the resignation")?"""
    governor = trigger.governor
    if governor is not None and governor.lemma_ == "follow" and trigger.relation == "object":
        return governor.lower_ == "following" or (not trigger.frame.contact and is_definite(trigger))
    return trigger.relation in AFTER or (governor is not None and governor.lower_ == "following")


def _under_noun(trigger: Trigger, governor: Token, relation: str | None, words: Words, title: bool) -> Status:
    """Status of a noun on another noun: "plans for talks", "a visit for talks" (the visit's own)."""
    if trigger.frame.contact and relation == "of" and governor_of(governor)[1] in BEFORE:
        return "planned"  # "ahead of *the outcome of the talks*"
    if (begun := _by_its_start(trigger, governor, relation, words, title)) is not None:
        return begun
    lemma = _compound_lemma(governor)
    given = words.statuses.get(f"{lemma} {relation}") or words.statuses.get(lemma)
    unsaid = trigger.frame.contact or governor.lemma_.lower() in words["allegation"]
    if relation in {"of", "about"} and unsaid and is_denied(governor, words):
        return "denied"  # "dismissed reports of a meeting"
    if given == "proposed" and trigger.frame.absorbs:
        return "occurred"  # "ruled in favour of a request": it has been made
    if given and relation in {"of", "for", "to"}:
        none = any(c.dep_ == "det" and c.lower_ == "no" for c in governor.children)  # "there are *no plans for* talks"
        return "denied" if none else as_status(given)
    if (thought := unrealised(trigger, governor, relation, words)) is not None:
        return thought
    if relation == "of" and trigger.frame.contact and (course := by_its_end(governor, words, title)) is not None:
        return course
    grows = relation in {"of", "in"} and governor.lemma_.lower() in words["intensity"]
    if grows and trigger.frame.kind in LASTING:
        return "ongoing"  # "an *escalation* of the war"
    if relation == "of" and _is_matter_now(trigger, governor, words):
        return "ongoing"
    beside = relation == "of" and governor.lemma_.lower() in words["sideline"]
    if not trigger.frame.contact or not (beside or relation in {"for", "with", "during", "at", "in"}):
        return "occurred"
    above = verb_above(governor)
    own = verb_status(above, words, title) if above is not None else "occurred"
    if (course := of_its_progress(trigger, governor, relation, own, words)) is not None:
        return course
    # "Guests at the talks *did not* speak", "reached *no* accord during the talks": they were held
    held = governor.dep_ in SUBJECTS or relation in _HELD or beside
    return "occurred" if own == "denied" and held else own


def _by_its_start(trigger: Trigger, start: Token, relation: str | None, words: Words, title: bool) -> Status | None:
    """The status of an occasion of which only the start is wished for or set ("wants *an early start to* talks").

    It is as that of the start; what began has been held, whatever is said of its start.
    """
    lasts = trigger.frame.contact or trigger.frame.kind in LASTING
    if relation == "to" and trigger.frame.contact and start.lemma_.lower() in words["words before others"]:
        above = verb_above(start)  # "will give *a speech to the summit*"
        return "planned" if above is not None and verb_status(above, words, title) == "planned" else "occurred"
    if not lasts or relation not in {"of", "to"} or start.lemma_.lower() not in words["start"]:
        return None
    above, way = governor_of(start)
    if above is None or way is None:
        return None
    status = words.statuses.get(f"{phrasal_lemma(above)} {way}")
    if status is None and way == "object":
        status = words.statuses.get(phrasal_lemma(above))
    if status not in {"planned", "proposed", "hypothetical"}:
        return None
    verb = above if above.pos_ == "VERB" else None
    return compose(as_status(status), verb_status(verb, words, title) if verb is not None else "occurred")


def _compound_lemma(noun: Token) -> str:
    """The lemma of a noun with what a hyphen joins to it ("*run-up*"), which the tokenizer parts."""
    if noun.i > 1 and noun.nbor(-1).text == "-":
        return f"{noun.nbor(-2).lower_}-{noun.lemma_.lower()}"
    return noun.lemma_.lower()


def _governed(trigger: Trigger, governor: Token, relation: str | None, words: Words, title: bool) -> Status:
    """Status of a noun from its verb: what the verb means, else the verb's own where the noun is part of its act."""
    governor = _talking(trigger, governor, relation, words)
    lemma = phrasal_lemma(governor)
    own = _status_of_governor(governor, lemma, relation, words, title)
    given = _given_by_verb(trigger, governor, lemma, relation, words)
    if (known := _known_otherwise(trigger, governor, relation, own, words)) is not None:
        return known
    if given == "denied" and trigger.frame.absorbs and relation == "object":
        return own if own in {"planned", "hypothetical"} else "occurred"  # a petition that is denied has been made
    if given == "planned" and own == "hypothetical" and _is_known_occasion(trigger):
        return "planned"  # "can take part in planning for the summit"
    if given == "denied" and relation == "object" and _is_saved_from(governor, words):
        return "occurred"
    if given and not _is_made_by_announcing(trigger, lemma, words):
        return compose(as_status(given), own, excludes=lemma in words["exclusion"])
    if own in _NOT_SO and not trigger.frame.contact and lemma in words["ending"] and relation == "object":
        return "occurred"  # an agreement that will be ended, or was not broken, has been made
    if relation == "for" and own == "occurred" and is_purpose(trigger, governor, words):
        return "planned"  # "arrived in Geneva for talks": a purpose, not yet an act
    begun = arrival(governor) if relation == "object" and own == "planned" and trigger.frame.contact else None
    other = verb_status(begun, words, title) if begun is not None else unrealised(trigger, governor, relation, words)
    if other is not None:
        return other
    if own == "denied" and trigger.frame.contact and _is_held_anyway(trigger, governor, relation):
        return "occurred"
    arranged = relation == "object" and lemma in words["arranging"]
    if supporting(trigger) is not None or arranged or lemma in words["occurrence"] or relation == "attribute":
        return _as_attribute(trigger, governor, own, words) if relation == "attribute" else own
    if relation == "subject":
        return _as_subject(trigger, governor, own, words)
    return _as_circumstance(trigger, relation, own)


def _is_saved_from(verb: Token, words: Words) -> bool:
    """Is something kept from what might become of it ("prevent *the deal from collapsing*"), so that it is there?"""
    kept = next((g for c in verb.children if c.lower_ == "from" for g in c.children if g.dep_ == "pcomp"), None)
    return kept is not None and kept.lemma_.lower() not in words["occurrence"]


def _known_otherwise(
    trigger: Trigger, governor: Token, relation: str | None, own: Status, words: Words
) -> Status | None:
    """The status that something else gives than the tense of the verb: what is prepared, broken off, or presupposed."""
    if relation == "for" and (is_prepared(governor, words) or is_still_to_follow(trigger)):
        return "planned"
    if (course := course_of(trigger, governor, relation, own, words)) is not None:
        return course
    if relation == "object" and has_prospects(trigger):
        return "planned"
    if relation == "on" and trigger.frame.contact and governor.lemma_.lower() in words["speaking of"]:
        return "occurred"  # "will brief reporters *on the talks*"
    if relation == "subject" and own == "denied" and goes_on_for_now(trigger, governor, words):
        return "ongoing"
    if trigger.frame.contact and relation == "object" and phrasal_lemma(governor) in words["breaking off"]:
        return compose("cancelled", own)
    if trigger.frame.contact and relation == "object" and phrasal_lemma(governor) in words["suspending"]:
        return compose("postponed", own)
    if (granted := presupposed(trigger, governor, relation, own, words)) is not None:
        return granted
    if relation == "subject" and governor.lemma_ == "fail" and not _fails_to_be(trigger, governor, words):
        return "occurred"  # "the talks *failed*", "the talks *failed to end* the war"
    return _brought_about_or_ended(trigger, governor, own, relation, words)


def _talking(trigger: Trigger, governor: Token, relation: str | None, words: Words) -> Token:
    """The verb of talk above what the parser hung talks on ("*discussed* a plan to pay *in talks* with Niger")."""
    if relation != "in" or not trigger.frame.contact or not is_infinitive(governor):
        return governor
    above = (a for a in governor.ancestors if a.pos_ == "VERB")
    return next((a for a in above if a.lemma_.lower() in words["talk"]), governor)


def _given_by_verb(trigger: Trigger, verb: Token, lemma: str, relation: str | None, words: Words) -> str | None:
    """The status that the lexicon gives what a verb takes; none to who speaks ("the *summit urged* Chad to …").

    Nor is what is judged only thought of ("the talks *are considered* a success").
    """
    given = words.statuses.get(f"{lemma} {relation}")
    if relation == "to" and lemma in words["consenting"] and trigger.frame.contact and trigger.support is None:
        given = "planned"  # "agreed *to talks* with Niger"
    speaks = relation == "subject" and child(verb, "dobj", "ccomp") is not None
    judged = lemma in words["considering"] and child(verb, "oprd", "acomp", "xcomp") is not None
    able = given is None and relation in {"object", "subject"} and not (speaks or judged)
    return words.statuses.get(lemma) if able else given


def _is_held_anyway(trigger: Trigger, governor: Token, relation: str | None) -> bool:
    """Is something else denied at an occasion ("did not speak *at the talks*", "*nothing* was agreed at a meeting")?"""
    between = any(c.dep_ == "prep" and c.lower_ == "between" for c in trigger.token.children)
    if relation == "object" and between and governor.lemma_.lower() in _TAKING_PART:
        return True  # "did not attend *the meeting between Chad and Niger*"
    nothing = any(c.dep_ == "det" and c.lower_ == "no" for s in governor.children for c in s.children)
    return relation == "during" or (relation == "at" and (nothing or is_definite(trigger)))


def _is_made_by_announcing(trigger: Trigger, lemma: str, words: Words) -> bool:
    """Is it done by saying so ("announced a *deal*")? What was "announced" but is more is still to be carried out."""
    return lemma in words["announcement"] and not trigger.frame.contact and trigger.frame.kind not in CARRIED_OUT


def _status_of_governor(governor: Token, lemma: str, relation: str | None, words: Words, title: bool) -> Status:
    """The status of the verb that governs a noun, or of the one that it raises ("are *expected to discuss*")."""
    met = governor.tag_ == "VBD" and relation in _CIRCUMSTANCES  # "agreed in a call to meet": the call took place
    raised = child(governor, "xcomp") if words.statuses.get(lemma) == "planned" and not met else None
    return verb_status(raised if raised is not None else governor, words, title)


def _as_circumstance(trigger: Trigger, relation: str | None, own: Status) -> Status:
    """Status of an occasion at which something is done: "did not agree *during the talks*" says that they were held."""
    if not trigger.frame.contact or relation not in {"at", "during", "in", "on", "with", "for", "through"}:
        return "occurred"
    if own == "denied" and relation in _HELD | {"on"}:
        return "occurred"
    dated = any(c.ent_type_ == "DATE" for c in trigger.token.children)  # "hopes to sign it at *a June summit*"
    known = _is_known_occasion(trigger) or (dated and own == "proposed")
    return "planned" if own in {"proposed", "hypothetical"} and known else own


def _brought_about_or_ended(
    trigger: Trigger, governor: Token, own: Status, relation: str | None, words: Words
) -> Status | None:
    """What may come of a clause that is not so (yet), or is to be ended by it, and so goes on now.

    Verbs of causing tell of something new ("could lead to *a war*"); verbs of ending presuppose what they end ("wants
    to end *the war*").
    """
    if own not in {"planned", "proposed", "hypothetical", "denied"}:
        return None
    lemma = phrasal_lemma(governor)
    begins = trigger.frame.contact and lemma in words["beginning"] and governor.tag_ != "VBG"  # "will *start* a visit"
    if lemma in words["causing"] and relation in {"object", "to", "in"} and not (begins or is_definite(trigger)):
        return "denied" if own == "denied" else "hypothetical"
    ends = lemma in words["ending what goes on"] and relation == "object"
    known = is_definite(trigger, sides=True) and trigger.frame.kind in LASTING | {"meeting"}
    unnamed = trigger.frame.kind in _TROUBLES and not any(c.lower_ in _NOT_THERE for c in trigger.token.children)
    return "ongoing" if ends and (known or (unnamed and own in {"planned", "proposed"})) else None


def _is_known_occasion(trigger: Trigger) -> bool:
    """Is an occasion taken for granted, so that what could be done at it is open, and it is not itself?"""
    starts = any(c.dep_ == "acl" and c.lemma_ in _STARTS for t in (trigger.noun,) if t is not None for c in t.children)
    return trigger.frame.contact and (is_definite(trigger) or starts)


def _is_matter_now(trigger: Trigger, governor: Token, words: Words) -> bool:
    """Is it what something is now the matter of ("is still the *subject of talks*")?"""
    clause = governor.head
    lasts = trigger.frame.contact or trigger.frame.kind in _INQUIRIES
    matter = governor.lemma_.lower() in words["target"] and governor.dep_ == "attr"
    return lasts and matter and clause.tag_ in {"VBZ", "VBP"} and child(clause, "neg") is None


def is_over(trigger: Trigger, words: Words) -> bool:
    """Does an adjective say that an occasion is over ("at their *last* conference", "after *failed* talks")?"""
    noun = trigger.noun
    if noun is None or supporting(trigger) is not None or trigger.relation in {"subject", "attribute", None}:
        return False
    return any(c.dep_ == "amod" and c.lower_ in words["over"] for c in noun.children)


def _as_subject(trigger: Trigger, governor: Token, own: Status, words: Words) -> Status:
    """Status of a noun of which its verb tells something: "the talks *did not help*" says that they were held."""
    if has_prospects(trigger):
        return "planned"
    if trigger.frame.contact and _is_weighed(governor, words):
        return "proposed"
    predicate = child(governor, "acomp")  # "talks are *imminent*", but not "talks are unlikely *to help*"
    inner = child(predicate, "xcomp") if predicate is not None else None
    of_itself = inner is None or inner.lemma_.lower() in words["occurrence"]  # "the talks are *due to start*"
    if (
        predicate is not None
        and of_itself
        and (given := words.statuses.get(predicate.lower_)) in {"planned", "hypothetical"}
    ):
        return compose(as_status(given), own)
    if not trigger.frame.contact and _is_supposed_anew(trigger, governor):
        return "hypothetical"
    if own == "denied" and trigger.frame.contact and is_infinitive(governor):
        above = governor.head if governor.dep_ in {"ccomp", "xcomp"} else governor
        return "planned" if words.statuses.get(above.lemma_.lower()) == "planned" else "occurred"
    if own == "hypothetical" and any(c.lower_ == "would" for c in governor.children):
        return "planned"  # "the talks would cover fishing": a report of what is to come
    if own == "hypothetical" and not trigger.frame.contact and child(trigger.token, "poss") is not None:
        return "occurred"  # "*Chad's withdrawal* might be followed by others": what may come of a fact
    return own if own in {"planned", "hypothetical"} and governor.tag_ != "VBD" else "occurred"


def _as_attribute(trigger: Trigger, copula: Token, own: Status, words: Words) -> Status:
    """Status of what something is said to be: "this is *the latest raid*" tells of one that is over.

    What "one *scenario*" is need not come.
    """
    subject = child(copula, *SUBJECTS)
    if subject is not None and words.statuses.get(subject.lemma_.lower()) == "hypothetical":
        return "hypothetical"
    over = own == "ongoing" and trigger.token.tag_ == "NN" and trigger.frame.kind in _BLOWS
    return "occurred" if over else own


def _is_weighed(copula: Token, words: Words) -> bool:
    """Is something said to be thought about only ("a visit is *under consideration*")?"""
    under = (c for c in copula.children if c.lower_ == "under" and copula.lemma_ == "be")
    return any(noun.lemma_.lower() in words["weighing"] for c in under for noun in c.children)


def _is_supposed_anew(trigger: Trigger, governor: Token) -> bool:
    """Is an act without an article what a condition supposes ("only if *Chadian raids* stop it")?"""
    supposed = any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in governor.children)
    return supposed and not any(c.dep_ in {"det", "poss"} and c.lower_ != "any" for c in trigger.token.children)


def _fails_to_be(trigger: Trigger, verb: Token, words: Words) -> bool:
    """Is it said that an act did not come about ("the talks *failed to take place*")?"""
    inner = child(verb, "xcomp")
    return inner is not None and (not trigger.frame.contact or _takes_place(inner, words))


def _takes_place(verb: Token, words: Words) -> bool:
    """Does a verb say of its subject that it takes place, and nothing of anything else ("*end*", not "end the war")?"""
    lemma = verb.lemma_.lower()
    return lemma in words["occurrence"] and (lemma == "take" or child(verb, "dobj") is None)


def _is_participle(clause: Token) -> bool:
    """Does a clause say what is done to its noun ("talks *planned* in May")?

    What the noun does or is for is not its status: "talks *announcing* a deal", "an accord *to postpone* dues".
    """
    return clause.tag_ != "VBG" and not is_infinitive(clause)


def _modifying_clause(trigger: Trigger, clause: Token, words: Words) -> Status | None:
    """Status from a clause on the noun: "talks scheduled for May", "a meeting to be held", "talks that will open"."""
    heard = trigger.governor is not None and trigger.governor.lemma_.lower() in words["telling"]
    if heard and trigger.relation == "object" and clause.dep_ == "relcl":
        return None  # "told the conference *it will pay*", as it is parsed
    given = words.statuses.get(clause.lemma_.lower()) if clause.dep_ == "acl" and _is_participle(clause) else None
    if given and clause.lemma_.lower() in words["arranging"] and child(clause, "agent") is not None:
        return None  # "a conference *organised by* the bank": whose it is
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
        if active and child(clause, "dobj", "prt") is not None and not trigger.frame.contact:
            return None  # "a refusal *to open up* its market"
        carried = words["occurrence"] if doing or active else words["support"]
        return "planned" if clause.lemma_.lower() in carried or clause.lemma_ == "be" else None
    return None
