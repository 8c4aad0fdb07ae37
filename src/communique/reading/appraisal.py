"""Acts that a clause calls needed, hard or beyond somebody's means, and that are not done by it: "it is vital to go".

Words of necessity say what should be, those of difficulty leave it open, and who lacks the means does not act at all; a
negated necessity leaves it open, too (Palmer 2001, Mood and Modality, ch. 3).
"""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.syntax import child, prepositional
from communique.reading.tokens import Token
from communique.reading.verb_form import is_infinitive, is_negated
from communique.records import Status

_INFINITIVES = frozenset({"xcomp", "ccomp", "advcl", "acl", "csubj", "relcl"})
_LACKING = frozenset({"lack"})
_NEEDING = frozenset({"have", "need"})
_PRESENT = frozenset({"VBZ", "VBP"})


def appraised(verb: Token, words: Words) -> Status | None:
    """The status of an infinitive by what its clause is said to be, or by what there is not to do it with."""
    if verb.dep_ not in _INFINITIVES or not is_infinitive(verb):
        return None
    head = verb.head
    if _is_time_to(head):
        return "proposed"
    if head.pos_ == "NOUN" and verb.dep_ == "acl":
        return "denied" if head.lemma_.lower() in words["means"] and _is_lacking(head) else None
    if head.lemma_ in _NEEDING and verb.dep_ == "xcomp" and child(head, "dobj") is None:
        return _needed(verb)
    if verb.dep_ == "relcl":
        return None
    if verb.dep_ == "xcomp" and head.lemma_.lower() in words["obliging"] and _is_bound(head, words):
        return "proposed"
    predicate = head if head.pos_ == "ADJ" else child(head, "acomp", "oprd")
    if predicate is None or (verb.dep_ == "advcl" and head.pos_ != "ADJ" and not _has_subject(verb)):
        return None
    if predicate.lower_ in words["necessity"] and not _is_personal(predicate):
        copula = predicate.head
        return "hypothetical" if is_negated(copula) else "proposed"
    if predicate.lower_ in words["liberty"] and verb.dep_ == "xcomp" and verb.i > predicate.i:
        return "hypothetical"  # "is *free to* leave"
    return "hypothetical" if predicate.lower_ in words["difficulty"] and _has_subject(verb) else None


def _is_time_to(noun: Token) -> bool:
    """Does a clause say that a thing should be done by now ("it is high *time for Chad to sign*")?"""
    copula = noun.head if noun.dep_ == "attr" else None
    return noun.lower_ == "time" and copula is not None and any(c.lower_ == "it" for c in copula.children)


def _is_bound(participle: Token, words: Words) -> bool:
    """Is somebody under a duty, now or by a law ("*is obliged* to sign", "was *obliged under the treaty* to sign")?"""
    passive = child(participle, "auxpass")
    if passive is None:
        return False
    by_law = (o.lemma_.lower() in words["provision"] for o in prepositional(participle, "under", "by"))
    return (passive.tag_ in _PRESENT and child(participle, "aux") is None) or any(by_law)


def _needed(verb: Token) -> Status | None:
    """The status of what somebody has or needs to do; who "has to" will, and who "has yet to" has not."""
    need = verb.head
    if is_negated(need):
        return "hypothetical"  # "does *not have to* call one"
    open_ = any(c.lower_ in {"yet", "still"} for c in (*need.children, *verb.children))
    return "proposed" if need.lemma_ == "need" and not open_ else None


def _has_subject(verb: Token) -> bool:
    """Has an infinitive a subject of its own ("*for Chad* to sign")?"""
    return any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children)


def _is_personal(predicate: Token) -> bool:
    """Is somebody said to be so, and no clause ("the plan is *important*", not "it is important to …")?"""
    subject = child(predicate.head, "nsubj")
    return subject is not None and subject.lower_ not in {"it", "what"}


def _is_lacking(noun: Token) -> bool:
    """Is there none of what a noun names ("could not *muster the votes*", "lacks *the power*", "has *no right*")?"""
    if any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children):
        return True
    clause = noun.head
    return noun.dep_ == "dobj" and (is_negated(clause) or (clause.lemma_ in _LACKING and not is_negated(clause)))


def _goes_out_of_way(verb: Token) -> bool:
    """Does somebody "go *out of his way*"?"""
    out = next((c for c in verb.children if c.lower_ == "out"), None) if verb.lemma_ == "go" else None
    of = child(out, "prep") if out is not None else None
    way = child(of, "pobj") if of is not None else None
    return way is not None and way.lower_ == "way" and child(way, "poss") is not None


def goes_to_pains(verb: Token, words: Words) -> Token | None:
    """The clause of somebody who takes pains to do what he thereby does ("*was at pains* to deny it")."""
    clause = verb.head if verb.dep_ in {"advcl", "xcomp"} else verb.head.head
    if not is_infinitive(verb) or clause.pos_ not in {"VERB", "AUX"}:
        return None
    if verb.dep_ != "acl" and clause.lemma_.lower() in words["seizing"]:
        timed = {c.lower_ for c in clause.children if c.dep_ in {"dobj", "npadvmod"}}
        means = words["opportunity"] | (words["text"] if clause.lemma_ == "use" else frozenset())
        return clause if timed & means else None  # "*chose this moment* to attack him", "*used her speech* to do so"
    if verb.dep_ == "acl" and verb.head.lower_ in words["opportunity"] and clause.lemma_.lower() in words["seizing"]:
        return clause if verb.head.dep_ in {"dobj", "nsubjpass"} else None
    inside = [o for c in clause.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    nouns = [verb.head] if verb.dep_ == "acl" else inside
    taken = any(noun.lower_ in words["exertion"] for noun in nouns) or _goes_out_of_way(clause)
    return clause if taken else None
