"""Was it, is it, will it be? The status of an act, from negation, modality, tense, the words above it and its day."""

from __future__ import annotations

import datetime

from spacy.tokens import Token

from communique.lexicon.words import Words
from communique.reading.action_nouns import phrasal_lemma
from communique.reading.syntax import OBJECTS, SUBJECTS, child
from communique.reading.triggers import Trigger
from communique.records import EventTime, Status

_FUTURE = frozenset({"will", "shall", "'ll", "wo"})
_MAYBE = frozenset({"could", "may", "might", "can"})
_DUTY = frozenset({"should", "must", "ought"})
_CONDITIONS = frozenset({"if", "unless", "whether", "should", "lest"})
_AWAITING = frozenset({"until", "till", "once", "before"})
_BEFORE = frozenset({"before", "ahead", "prior", "until", "till"})
_AFTER = frozenset({"after", "since", "following"})
_UNIQUE = frozenset({"first", "last", "only", "second", "third", "latest"})
_PAST_AUXILIARIES = frozenset({"was", "were", "had", "has", "have", "did", "'ve"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "conj"})
#: How far a reader follows governing clauses upward; deeper nesting does not occur in prose.
_DEPTH = 8


def status_of(trigger: Trigger, words: Words, time: EventTime | None, published: datetime.date | None) -> Status:
    """The status of the act that a trigger names, as the sentence reports it."""
    status = (
        _noun_status(trigger, words)
        if trigger.is_noun
        else _verb_status(trigger.token, words, trigger.sentence.block.kind == "title")
    )
    if _will_not_be(trigger, words):
        return "cancelled"
    if status in {"occurred", "planned", "confirmed"} and _is_question(trigger):
        status = "hypothetical"
    return _by_day(status, trigger, time, published)


def _by_day(status: Status, trigger: Trigger, time: EventTime | None, published: datetime.date | None) -> Status:
    """What a day after publication is told as present or past of a headline is still ahead ("arrives on Sunday")."""
    if time is None or published is None:
        return status
    if status in {"occurred", "ongoing"} and time.start > published and not told_as_past(trigger):
        return "planned"
    if status == "ongoing" and time.end < published:
        return "occurred"
    return status


def _will_not_be(trigger: Trigger, words: Words) -> bool:
    """Will what was planned not be ("*the* talks will not take place")? "No talks will be held" is a denial."""
    verb, noun = (trigger.governor, trigger.outer) if trigger.is_noun else (trigger.token, None)
    if verb is None or not _negated(verb) or not any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in verb.children):
        return False
    if noun is None:  # "will not meet as planned"
        clauses = [c for c in verb.children if words.statuses.get(c.lemma_.lower()) == "planned"]
        return any(c.dep_ == "mark" and c.lower_ == "as" for clause in clauses for c in clause.children)
    held = noun.head == verb and verb.lemma_.lower() in words["occurrence"] | words["support"]
    return held and noun.dep_ in SUBJECTS and any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.children)


def told_as_past(trigger: Trigger) -> bool:
    """Is the act told by a verb in a past or perfect tense, so that it cannot lie ahead?"""
    if trigger.is_noun:
        return False
    auxiliaries = {c.lower_ for c in trigger.token.children if c.dep_ in {"aux", "auxpass"}}
    return trigger.token.tag_ == "VBD" or bool(auxiliaries & _PAST_AUXILIARIES)


def lies_ahead(verb: Token) -> bool:
    """Does the verb's own form put its act in the future ("will discuss", "are expected to discuss")?"""
    return _own_status(verb, title=False) in {"planned", "proposed", "hypothetical"}


def _is_question(trigger: Trigger) -> bool:
    tokens = [t for t in trigger.sentence.tokens if not t.is_space and not t.is_quote]
    return bool(tokens) and tokens[-1].text == "?" and not any(t.dep_ == "ccomp" for t in trigger.token.ancestors)


def _noun_status(trigger: Trigger, words: Words) -> Status:
    noun = trigger.noun
    outer = trigger.outer
    if noun is None or outer is None:
        return "occurred"
    lost = words.statuses.get(phrasal_lemma(trigger.governor)) if trigger.governor is not None else None
    called_off = lost in {"cancelled", "postponed"} and trigger.relation == "object"
    for modifier in () if called_off else (*noun.children, *outer.children):
        if modifier.dep_ == "det" and modifier.lower_ == "no":
            return "denied"
        if modifier.dep_ == "amod" and (given := words.statuses.get(modifier.lower_)):
            return _as_status(given)
        if modifier.dep_ in {"acl", "relcl"} and (clause := _modifying_clause(modifier, words)):
            return clause
    title = trigger.sentence.block.kind == "title"
    governor, relation = trigger.governor, trigger.relation
    carried = trigger.support is not None and trigger.support != governor and trigger.support.dep_ != "xcomp"
    if carried and trigger.support is not None and not called_off:
        return _verb_status(trigger.support, words, title)
    if governor is None or relation in _AFTER:
        return "occurred"
    if relation in _BEFORE or (relation == "to" and outer.head.head.lower_ == "prior"):
        return "planned"
    if governor.pos_ not in {"VERB", "AUX", "ADJ"}:
        return _under_noun(trigger, governor, relation, words, title)
    return _governed(trigger, governor, relation, words, title)


def _under_noun(trigger: Trigger, governor: Token, relation: str | None, words: Words, title: bool) -> Status:
    """Status of a noun on another noun: "plans for talks", "a visit for talks" (the visit's own)."""
    given = words.statuses.get(governor.lemma_.lower())
    if relation in {"of", "about"} and trigger.frame.contact and _is_denied(governor, words):
        return "denied"  # "dismissed reports of a meeting"
    if given and relation in {"of", "for", "to"}:
        return _as_status(given)
    if not trigger.frame.contact or relation not in {"for", "with", "during", "at", "in"}:
        return "occurred"
    above = next((a for a in governor.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    own = _verb_status(above, words, title) if above is not None else "occurred"
    # "Guests at the talks *did not* speak": they were there
    return "occurred" if own == "denied" and governor.dep_ in SUBJECTS else own


def _governed(trigger: Trigger, governor: Token, relation: str | None, words: Words, title: bool) -> Status:
    """Status of a noun from its verb: what the verb means, else the verb's own where the noun is part of its act."""
    lemma = phrasal_lemma(governor)
    raised = child(governor, "xcomp") if words.statuses.get(lemma) == "planned" else None  # "are expected to discuss"
    own = _verb_status(raised if raised is not None else governor, words, title)
    given = words.statuses.get(f"{lemma} {relation}")
    if given is None and relation in {"object", "subject"}:
        given = words.statuses.get(lemma)
    made = lemma in words["announcement"] and not trigger.frame.contact  # "announced a deal"
    if given and not made:
        return _compose(_as_status(given), own)
    if own == "planned" and not trigger.frame.contact and lemma in words["ending"] and relation == "object":
        return "occurred"  # an agreement that will be ended has been made
    if relation == "for" and own == "occurred" and lemma in words["motion"] and trigger.frame.kind != "visit":
        return "planned"  # "arrived in Geneva for talks": a purpose, not yet an act
    if trigger.support is not None or lemma in words["occurrence"] or relation == "attribute":
        return own
    if relation == "subject":  # "the talks did not help": they were held all the same
        if own == "hypothetical" and any(c.lower_ == "would" for c in governor.children):
            return "planned"  # "the talks would cover fishing": a report of what is to come
        return own if own in {"planned", "hypothetical"} and governor.tag_ != "VBD" else "occurred"
    if trigger.frame.contact and relation in {"at", "during", "in", "on", "with", "for"}:
        return own
    return "occurred"


def _modifying_clause(clause: Token, words: Words) -> Status | None:
    """Status from a clause on the noun: "talks scheduled for May", "a meeting to be held", "talks that will open"."""
    given = words.statuses.get(clause.lemma_.lower())
    if given and clause.dep_ == "acl" and not any(c.lower_ == "at" for c in clause.children):  # not "aimed at"
        return _as_status(given)
    inner = child(clause, "xcomp") if clause.lemma_ == "be" else None
    if inner is not None and _infinitive(inner):
        return "planned"
    if _infinitive(clause) or any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in clause.children):
        subject = child(clause, "nsubj")
        doing = subject is not None and subject.lower_ in {
            "which",
            "that",
        }  # "a pact *which will* make it rich" is there
        carried = words["occurrence"] if doing else words["support"]
        return "planned" if clause.lemma_.lower() in carried or clause.lemma_ == "be" else None
    return None


def _verb_status(verb: Token, words: Words, title: bool, depth: int = 0) -> Status:
    carrier = verb.head if verb.pos_ == "ADJ" and verb.dep_ == "acomp" else verb  # "*would not be* willing"
    status = _own_status(carrier, title)
    if carrier != verb and status == "ongoing":
        status = "occurred"
    if depth >= _DEPTH:
        return status
    if _negated(carrier):
        status = "denied"
    if any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in carrier.children) or _awaited(carrier):
        return "hypothetical"
    return _above(carrier, status, words, title, depth)


def _awaited(verb: Token) -> bool:
    """Is the act what another one waits for ("will not talk *until Chad withdraws*")?"""
    return verb.tag_ in {"VBZ", "VBP"} and any(c.dep_ == "mark" and c.lower_ in _AWAITING for c in verb.children)


def _own_status(verb: Token, title: bool) -> Status:
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(a in _FUTURE for a in auxiliaries):
        return "planned"
    if "would" in auxiliaries:  # "would have met": it did not come to be
        return "planned" if _reported(verb) and "have" not in auxiliaries else "hypothetical"
    if any(a in _MAYBE for a in auxiliaries):
        return "hypothetical"
    if any(a in _DUTY for a in auxiliaries):
        return "proposed"
    if _subjunctive(verb):
        return "proposed"
    if _infinitive(verb):
        return "occurred" if "have" in auxiliaries else "planned"  # "appears to have attacked"
    if verb.tag_ == "VBD" or (any(a in _PAST_AUXILIARIES for a in auxiliaries) and verb.tag_ in {"VBN", "VBD", "VB"}):
        return "occurred"
    if verb.tag_ == "VBG" and auxiliaries:
        return "ongoing"
    if verb.tag_ == "VBN" and any(a in {"is", "are", "being"} for a in auxiliaries):
        return "ongoing"
    if verb.lemma_ == "be" and verb.tag_ in {"VBZ", "VBP"} and not title:
        return "ongoing"
    return "occurred"


def _above(verb: Token, status: Status, words: Words, title: bool, depth: int) -> Status:
    """The status again, seen from the clause that the verb's clause depends on."""
    head = verb.head
    if verb.dep_ not in _CLAUSES or head == verb:
        return status
    if verb.dep_ in {"acl", "relcl"} and _infinitive(verb) and _unique(head):
        return _noun_in_clause(head, status, words, title, depth)
    if verb.dep_ == "pcomp":
        return _after_preposition(verb, status, words, title, depth)
    if verb.dep_ == "conj":
        bare = not any(c.dep_ in {"aux", "nsubj", "nsubjpass"} for c in verb.children)
        return (
            _verb_status(head, words, title, depth + 1)
            if bare and head.tag_ == verb.tag_ and head.pos_ in {"VERB", "AUX"}
            else status
        )
    if (
        verb.dep_ in {"xcomp", "ccomp"}
        or (verb.dep_ == "acl" and head.pos_ == "NOUN" and (verb.tag_ != "VBN" or _is_finite(verb)))
        or (verb.dep_ == "advcl" and head.pos_ == "ADJ")
        or (verb.dep_ == "advcl" and head.lemma_ == "vote" and _infinitive(verb))  # "voted by 80 to 7 *to ratify* it"
    ):
        return _as_complement(verb, status, words, title, depth)
    if verb.dep_ == "advcl" and head.pos_ in {"VERB", "AUX"}:
        outer = _verb_status(head, words, title, depth + 1)
        if verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children):
            return outer
        if outer == "hypothetical" and _infinitive(verb):
            return outer
    return status


def _unique(noun: Token) -> bool:
    """Does "first", "last" or "only" mark the noun, whose infinitive then tells a fact ("the first to refuse")?"""
    return any(t.lower_ in _UNIQUE for t in (noun, *noun.children))


def _noun_in_clause(noun: Token, status: Status, words: Words, title: bool, depth: int) -> Status:
    """The status of the clause that a noun is the predicate or subject of."""
    clause = next((a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    if clause is None:
        return status
    outer = _verb_status(clause, words, title, depth + 1)
    return "occurred" if outer == "ongoing" else outer


def _as_complement(verb: Token, status: Status, words: Words, title: bool, depth: int) -> Status:
    """The status of what a verb, adjective or noun is about: "plan to meet", "deny that they met", "begin to meet"."""
    head, lemma = verb.head, phrasal_lemma(verb.head)
    if lemma == "have" and verb.dep_ == "xcomp" and any(c.lower_ == "yet" for c in (*head.children, *verb.children)):
        return "denied"  # "has yet to resign"
    if verb.dep_ == "ccomp" and verb.i < head.i and child(head, *OBJECTS) is not None:
        return status  # "Chad accused Sudan; Sudan *rejected the claim*": two clauses side by side
    given = words.statuses.get(lemma)
    if verb.dep_ == "acl" and _is_denied(head, words):
        return "denied"  # "denied reports that it had asked"
    told = verb.tag_ in {"VBD", "VBZ", "VBP"} or any(c.lower_ in {"have", "has", "had"} for c in verb.children)
    if given in {"planned", "proposed"} and verb.dep_ == "ccomp" and told:
        return status  # "restored relations, Chad announced": told as fact, whatever was announced
    outer = _verb_status(head, words, title, depth + 1) if head.pos_ in {"VERB", "AUX", "ADJ"} else "occurred"
    if given:
        settled = status not in {"planned", "occurred", "ongoing", "hypothetical"}
        return status if settled else _compose(_as_status(given), outer)
    if lemma == "go" and head.tag_ == "VBG" and _infinitive(verb):
        return _compose("planned", outer)  # "is going to meet"
    bare = verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children)  # "helped it *resist*"
    if (verb.dep_ == "xcomp" or bare) and (lemma in words["transparent"] or verb.tag_ == "VBG"):
        return outer
    return "hypothetical" if outer == "hypothetical" and verb.dep_ == "xcomp" else status


def _is_denied(noun: Token, words: Words) -> bool:
    """Is a noun what a verb denies ("denied *reports* that it had asked")?"""
    return noun.dep_ in {"dobj", "nsubjpass"} and words.statuses.get(phrasal_lemma(noun.head)) == "denied"


def _is_finite(verb: Token) -> bool:
    """Has a participle an auxiliary, so that it is the verb of a whole clause ("reports that they *had met*")?"""
    return any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _after_preposition(verb: Token, status: Status, words: Words, title: bool, depth: int) -> Status:
    preposition = verb.head
    if preposition.lower_ in _BEFORE:  # "spoke *before leaving* Oslo" has left, "will speak before leaving" has not
        told = preposition.head.pos_ in {"VERB", "AUX"} and _verb_status(preposition.head, words, title, depth + 1)
        return "occurred" if told == "occurred" and verb.tag_ == "VBG" else "planned"
    if preposition.lower_ in {"without", "against", "from"}:
        return "denied"
    above = preposition.head
    given = words.statuses.get(above.lemma_.lower())
    if given and preposition.lower_ in {"of", "on", "to", "for", "about"}:
        return _compose(_as_status(given), "occurred")
    if above.pos_ in {"VERB", "AUX"} and preposition.lower_ in {"by", "in", "while"}:
        return _verb_status(above, words, title, depth + 1)
    return status


def _compose(given: Status, outer: Status) -> Status:
    """A governing word's status, itself negated, asked for or supposed: "does not plan to", "may postpone"."""
    if outer == "denied":
        return "occurred" if given == "denied" else "denied"
    if outer == "hypothetical":
        return "hypothetical"
    return given


def _negated(verb: Token) -> bool:
    for c in verb.children:
        if c.dep_ == "neg" or (c.dep_ == "advmod" and c.lower_ in {"never", "hardly"}):
            return True
        if c.dep_ in {"nsubj", "nsubjpass", "dobj"} and any(d.dep_ == "det" and d.lower_ == "no" for d in c.children):
            return True
        if c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in {"nobody", "none", "neither"}:
            return True
    # "there were *no* candidates elected"
    participle = verb.dep_ == "acl" and verb.tag_ == "VBN" and not any(c.dep_ == "mark" for c in verb.children)
    return participle and any(d.dep_ == "det" and d.lower_ == "no" for d in verb.head.children)


def _subjunctive(verb: Token) -> bool:
    """Is it a bare form with a subject of its own ("on condition that Chad *approve*")?"""
    bare = verb.tag_ == "VB" and verb.dep_ in {"ccomp", "acl", "relcl"}
    return bare and not any(c.dep_ == "aux" for c in verb.children) and child(verb, "mark") is not None


def _infinitive(verb: Token | None) -> bool:
    return verb is not None and any(c.tag_ == "TO" for c in verb.children)


def _reported(verb: Token) -> bool:
    """Does the verb stand in reported speech, where "would" is the future of the past?"""
    return any(
        a.dep_ in {"ccomp", "ROOT"} and a.head.tag_ in {"VBD", "VBN"} and a.head != a
        for a in (verb, *verb.ancestors)
        if a.dep_ == "ccomp"
    )


def _as_status(given: str) -> Status:
    return given  # type: ignore[return-value]
