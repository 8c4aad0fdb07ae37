"""What the words of a trigger say of its own act: weighed or put off, decided, due by law, or still going on."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.action_nouns import phrasal_lemma
from communique.reading.composition import as_status, compose
from communique.reading.course import LASTING
from communique.reading.implicatives import is_tried
from communique.reading.presupposition import is_definite
from communique.reading.suppositions import is_condition
from communique.reading.syntax import SUBJECTS, child, verb_above
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.verb_form import is_infinitive, is_negated, is_reported, own_status
from communique.records import Status

#: What an authority does by deciding so.
_DECIDED = frozenset({"praise", "condemnation", "rejection", "recognition", "trial", "expulsion", "severing relations"})
#: What is planned and may be put off, beside occasions.
_PUT_OFF = frozenset({"election", "exercise", "protest"})
_ARMED = frozenset({"attack", "airstrike", "assassination", "abduction"})
#: Of these, what is done as it is said in the progressive ("is expelling"; not "is praising").
_BY_SAYING = frozenset({"expulsion", "severing relations", "sanction", "recall", "appointment"})
_PRESENT = frozenset({"VBZ", "VBP"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_DUTY = frozenset({"must"})
#: What is there only when others agree or it is carried out, so that trying is none of it.
_AGREED = frozenset({"agreement", "signing", "ratification", "ceasefire", "meeting", "conference", "visit", "election"})
#: What goes on from day to day, though its noun is a singular.
_STOPPAGES = frozenset({"strike", "negotiation", "blockade"})


def of_its_noun(trigger: Trigger, status: Status, words: Words) -> Status:
    """The status of an act that the verb of a trigger weighs, puts off or calls off ("*delayed their election*")."""
    named = trigger.frame.contact or trigger.frame.kind in _PUT_OFF | {"strike"}
    if trigger.is_noun or trigger.noun is None or not named or status == "denied":
        return status
    lemma = phrasal_lemma(trigger.token)
    given = words.statuses.get(lemma)
    if given in {"cancelled", "postponed"}:
        return compose(as_status(given), status if status in {"proposed", "hypothetical"} else "occurred")
    if given == "hypothetical" and not trigger.frame.contact:  # "strikes *are being threatened*"
        return "hypothetical"
    weighed = lemma in words["considering"] and status in {"ongoing", "occurred"}
    return "proposed" if weighed else status


def is_decided(trigger: Trigger, words: Words) -> bool:
    """Is it what somebody does by his decision ("*the court's decision to uphold* the ban"; Austin 1962)?"""
    verb, noun = trigger.token, trigger.token.head
    if trigger.is_noun or trigger.frame.kind not in _DECIDED or verb.dep_ != "acl" or not is_infinitive(verb):
        return False
    known = any(c.dep_ == "poss" or c.lower_ in {"the", "this", "that"} for c in noun.children)
    return known and noun.lemma_.lower() in words["decision"] and noun.dep_ != "attr"


def is_attempted(trigger: Trigger) -> bool:
    """Is it an act of violence that somebody made an attempt at ("in *an attempt to kill* the king")?"""
    verb = trigger.token
    if trigger.is_noun or trigger.frame.kind not in _ARMED or verb.dep_ != "acl" or not is_infinitive(verb):
        return False
    above = verb_above(verb.head)
    return verb.head.lemma_.lower() == "attempt" and (above is None or own_status(above, title=False) == "occurred")


def is_only_tried(trigger: Trigger, words: Words) -> bool:
    """Does somebody try for what takes others, too ("is *trying to sign* a pact with Chad", "tried to hold talks")?"""
    verb = trigger.support if trigger.is_noun else trigger.token
    return verb is not None and trigger.frame.kind in _AGREED and is_tried(verb, words)


def has_failed(trigger: Trigger, words: Words) -> bool:
    """Did an effort to do it come to nothing ("*its attempt to sign* it *failed*")? An attempt on a life is an act."""
    noun = trigger.token.head
    if trigger.is_noun or trigger.frame.kind in _ARMED or trigger.token.dep_ != "acl" or noun.dep_ != "nsubj":
        return False
    fails = noun.head.lemma_.lower() in words["failing"] and child(noun.head, "xcomp") is None
    fails &= not is_negated(noun.head)
    return fails and noun.lemma_.lower() in words["effort"] and own_status(noun.head, title=False) == "occurred"


def is_done_by_saying(trigger: Trigger, words: Words) -> bool:
    """Does a body say that it "is doing" what it does by that ("said it *was expelling* two envoys")?"""
    verb, said = trigger.token, trigger.token.head
    by_saying = trigger.frame.kind in _BY_SAYING or (verb.lemma_ == "order" and trigger.noun is not None)
    if trigger.is_noun or not by_saying or verb.tag_ != "VBG" or verb.dep_ != "ccomp":
        return False
    own = child(verb, "nsubj")
    spoken = said.lemma_.lower() in words["saying"] and said.tag_ in {"VBD", "VBZ"} and not is_negated(said)
    return spoken and own is not None and own.pos_ == "PRON" and not is_negated(verb)


def is_due_by_law(trigger: Trigger) -> bool:
    """Is it an election that there has to be in the course of things ("*must call* an election by June")?"""
    verb = trigger.token if not trigger.is_noun else trigger.support or trigger.governor
    if trigger.frame.kind != "election" or verb is None or is_negated(verb):
        return False
    return any(c.dep_ == "aux" and c.lower_ in _DUTY for c in verb.children)


def lasts_on(trigger: Trigger, words: Words) -> bool:
    """Is somebody said to be at something that takes its time, now or as somebody speaks of it?

    "The workers, *staging a sit-in*, are to vote", "said that the sailors *were still on strike*".
    """
    verb = trigger.token
    if trigger.is_noun:
        return _is_told_of_now(trigger, words) or _has_an_age(trigger, words)
    if trigger.frame.kind not in LASTING:
        return False
    if verb.tag_ in _PRESENT and verb.dep_ == "advcl" and any(c.lower_ == "while" for c in verb.children):
        return True  # "will not act *while it negotiates*"
    ahead = is_infinitive(child(verb, "xcomp"))  # "were *to investigate* it"
    if verb.lemma_ == "be" and verb.tag_ == "VBD" and not ahead and not is_negated(verb):
        return any(c.lower_ == "still" for c in verb.children) or is_reported(verb)
    if verb.tag_ != "VBG" or verb.dep_ != "acl" or verb.head.dep_ not in SUBJECTS:
        return False
    clause = verb.head.head
    finite = child(clause, "aux", "auxpass") or clause
    bare = not any(c.dep_ in _AUXILIARIES for c in verb.children)
    return bare and finite.tag_ in _PRESENT and finite.lemma_ != "have"


def _has_an_age(trigger: Trigger, words: Words) -> bool:
    """Is a fight or strike as old as the report ("the *six-year-old* war"), which no verb says has ended?"""
    noun, verb = trigger.noun, trigger.governor
    if noun is None or trigger.frame.kind not in LASTING:
        return False
    over = verb is not None and phrasal_lemma(verb) in words["ending"] | words["ending what goes on"]
    return not over and any(c.lower_ == "old" or c.lower_.endswith("-old") for c in noun.children)


def _is_told_of_now(trigger: Trigger, words: Words) -> bool:
    """Is something told in the present of a strike or of talks ("*the strike costs* a lot", "*the talks are* slow")?"""
    verb = trigger.governor
    # "the discussion *is now* on fish"
    now = verb is not None and any(c.lower_ in {"now", "still"} for c in verb.children)
    plural = trigger.frame.contact and (trigger.token.tag_ == "NNS" or now)
    if verb is None or not (plural or trigger.frame.kind in _STOPPAGES) or trigger.sentence.block.kind == "title":
        return False
    auxiliary = child(verb, *_AUXILIARIES)
    finite = auxiliary or verb
    passive = auxiliary is not None and auxiliary.dep_ == "auxpass" and trigger.relation == "object"
    told = trigger.relation == "subject" or passive
    if not told or finite.tag_ not in _PRESENT or finite.lemma_ == "have" or not is_definite(trigger, sides=True):
        return False
    if plural and (finite.lemma_ != "be" or _is_told_of_before(verb)):
        return False
    over = any(c.lower_ in words["over"] for c in verb.children)
    return not over and verb.lemma_.lower() not in words["ending"] and words.statuses.get(verb.lemma_.lower()) is None


def _is_told_of_before(verb: Token) -> bool:
    """Is what is said now how it was ("the talks are thought *to have been* slow")?"""
    inner = child(verb, "xcomp")
    return inner is not None and any(c.lower_ == "have" for c in inner.children)


def is_offer_made(trigger: Trigger) -> bool:
    """Does somebody offer a thing by saying that he "would be" ready for it ("said *he would be willing* to meet")?"""
    verb = trigger.token.head
    if trigger.frame.kind != "offer" or trigger.token.pos_ != "ADJ" or verb.dep_ != "ccomp" or is_negated(verb):
        return False
    own, said = child(verb, "nsubj"), any(c.lower_ == "would" for c in verb.children)
    return said and own is not None and own.pos_ == "PRON" and verb.i > verb.head.i and not is_negated(verb.head)


def is_condition_of_another(trigger: Trigger) -> bool:
    """Is it only supposed that somebody does not do it ("will retaliate *if Chad does not* let them in")?"""
    verb = trigger.token.head if trigger.token.dep_ == "acomp" else trigger.token
    return not trigger.is_noun and any(map(is_condition, verb.children))


def was_saying(verb: Token) -> bool:
    """Is it a main clause by which a report says to whom somebody spoke ("he *was speaking* to reporters")?"""
    return verb.tag_ == "VBG" and verb.dep_ == "ROOT" and any(c.lower_ in {"was", "were"} for c in verb.children)
