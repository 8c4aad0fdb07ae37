"""What a verb's own form says of its act: tense, mood, modality and negation, without the clauses around it."""

from __future__ import annotations

from collections.abc import Sequence

from communique.reading.aspect import is_progressive
from communique.reading.syntax import child
from communique.reading.tokens import Token
from communique.records import Status

FUTURE = frozenset({"will", "shall", "'ll", "wo"})
PAST_AUXILIARIES = frozenset({"was", "were", "had", "has", "have", "did", "'ve"})
_MAYBE = frozenset({"could", "may", "might", "can"})
_OFTEN = frozenset({"sometimes", "often", "regularly", "frequently", "occasionally"})
_DUTY = frozenset({"should", "must", "ought"})
_NOW = frozenset({"is", "are", "am", "'s", "'re", "'m"})
#: Modals that a negation behind them leaves open: who "may not" come may come (Palmer 2001, ch. 2).
_UNSURE = frozenset({"may", "might"})
_NEITHER = frozenset({"nor", "neither"})
_QUANTIFIERS = frozenset({"preconj", "det", "cc"})


def own_status(verb: Token, title: bool) -> Status:
    """What the verb's own form and auxiliaries say."""
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(a in FUTURE for a in auxiliaries):
        return "planned"
    if "would" in auxiliaries and any(c.lower_ in _OFTEN for c in verb.children):  # "they would often attack"
        return "occurred"
    if "would" in auxiliaries:  # "would have met": it did not come to be
        return "planned" if is_reported(verb) and "have" not in auxiliaries else "hypothetical"
    if any(a in _MAYBE for a in auxiliaries):
        return "hypothetical"
    if any(a in _DUTY for a in auxiliaries):  # "should have met", "must have met": blamed or inferred
        return "hypothetical" if "have" in auxiliaries else "proposed"
    if _subjunctive(verb):
        return "proposed"
    if verb.lower_ == "going" and _is_on_agenda(verb, auxiliaries):
        return "planned"
    if is_progressive(verb, auxiliaries):
        return "ongoing"
    if is_infinitive(verb):
        return "occurred" if "have" in auxiliaries else "planned"  # "appears to have attacked"
    if verb.tag_ == "VBD" or (any(a in PAST_AUXILIARIES for a in auxiliaries) and verb.tag_ in {"VBN", "VBD", "VB"}):
        return "occurred"
    if verb.lemma_ == "be" and verb.tag_ in {"VBZ", "VBP"} and not title:
        return "ongoing"
    return "occurred"


def is_negated(verb: Token) -> bool:
    """Is the verb's clause negated ("did not", "never", "no talks", "nobody"), or all but ("*nearly* attacked")?"""
    if _is_passed_over(verb) or _is_neither(verb):
        return True
    for c in verb.children:
        if c.dep_ == "neg" or (c.dep_ == "advmod" and c.lower_ in {"never", "hardly"}):
            return True
        if c.dep_ == "aux" and child(c, "neg") is not None:  # "had *not*, so far, announced it"
            return True
        if c.dep_ == "advmod" and c.lower_ in {"nearly", "almost"} and c.i == verb.i - 1:
            return True
        if c.dep_ == "advmod" and c.i < verb.i and child(c, "neg") is not None:  # "has *not so far* ordered"
            return True
        if c.dep_ in {"nsubj", "nsubjpass", "dobj"} and any(d.dep_ == "det" and d.lower_ == "no" for d in c.children):
            return True
        if c.lower_ == "neither" and c.dep_ in _QUANTIFIERS and c.i < verb.i:  # "*neither signed* nor ratified it"
            return True
        if c.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        if _is_nobody(c):
            return True
    # "there were *no* candidates elected", "there is *no* reason to believe it"
    participle = verb.dep_ == "acl" and verb.tag_ == "VBN" and not any(c.dep_ == "mark" for c in verb.children)
    content = verb.dep_ in {"acl", "relcl"} and is_infinitive(verb) and child(verb, "nsubj") is None
    return (participle or content) and any(d.dep_ == "det" and d.lower_ == "no" for d in verb.head.children)


def _is_on_agenda(going: Token, auxiliaries: Sequence[str]) -> bool:
    """Is somebody "going to" a place, which he is to do (Huddleston and Pullum 2002, ch. 4, on the futurate)?"""
    if not any(c.lower_ == "to" and c.dep_ == "prep" for c in going.children):
        return False
    return not _NOW.isdisjoint(auxiliaries) or (not {"was", "were"}.isdisjoint(auxiliaries) and is_reported(going))


def _is_nobody(subject: Token) -> bool:
    """Is nobody meant ("none", "*not a* single man", "*neither* Chad nor Niger")?"""
    if subject.lower_ in {"nobody", "none", "neither"}:
        return True
    if any(d.dep_ == "neg" and d.nbor().lower_ in {"a", "an", "one"} for d in subject.children):
        return True
    return any(d.lower_ == "neither" and d.dep_ in _QUANTIFIERS for d in subject.children)


def denies_object_only(verb: Token) -> bool:
    """Is a clause negated by the "no" of its object alone, which tells nothing of what is coordinated with it?"""
    if any(c.dep_ == "neg" or c.lower_ in {"never", "neither"} for c in verb.children):
        return False
    return any(d.dep_ == "det" and d.lower_ == "no" for c in verb.children if c.dep_ == "dobj" for d in c.children)


def is_unsure(verb: Token) -> bool:
    """Does a negation leave it open whether an act comes about ("*may not* meet", but not "cannot meet")?"""
    return any(c.dep_ == "aux" and c.lower_ in _UNSURE for c in verb.children)


def _is_neither(verb: Token) -> bool:
    """Does "nor" before it negate a clause ("*nor did* it sign", "*nor is* Chad leaving", "*nor ratified* it")?"""
    before = [c for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i] if verb.dep_ == "conj" else []
    if before and before[-1].lower_ == "nor" and before[-1].i > verb.head.i:
        return True
    finite = child(verb, "aux", "auxpass") or (verb if verb.lemma_ == "be" else None)
    return finite is not None and finite.i > 0 and finite.nbor(-1).lower_ in _NEITHER


def _subjunctive(verb: Token) -> bool:
    """Is it a bare form with a subject of its own ("on condition that Chad *approve*")?"""
    bare = verb.tag_ == "VB" and verb.dep_ in {"ccomp", "acl", "relcl"}
    return bare and not any(c.dep_ == "aux" for c in verb.children) and child(verb, "mark") is not None


def _is_passed_over(verb: Token) -> bool:
    """Is it what was not done for something else ("*rather than attack* it, they held talks")?"""
    if verb.dep_ == "advcl":
        return any(c.lower_ == "than" and c.i and c.nbor(-1).lower_ == "rather" for c in verb.children)
    than = [c for c in verb.head.children if c.lower_ == "than" and c.i < verb.i] if verb.dep_ == "conj" else []
    return any(c.nbor(-1).lower_ == "rather" for c in than if c.i)


def is_infinitive(verb: Token | None) -> bool:
    """Is it a verb with "to"?"""
    return verb is not None and any(c.tag_ == "TO" and c.dep_ == "aux" for c in verb.children)


def has_auxiliary(verb: Token) -> bool:
    """Has a participle an auxiliary, so that it is the verb of a whole clause ("reports that they *had met*")?"""
    return any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def is_reported(verb: Token) -> bool:
    """Does the verb stand in reported speech, where "would" is the future of the past?

    Also in what a text is said to say ("said in a *statement that* it would"), and behind an infinitive of saying
    ("declined *to say when* they would"). Somebody's own words keep their tense ("'It *would* help,' he said").
    """
    return any(_is_told_in_past(a) and not is_quoted(a) for a in (verb, *verb.ancestors))


def is_quoted(clause: Token) -> bool:
    """Does a clause begin somebody's own words, in quotation marks?"""
    first = clause.left_edge
    return first.is_quote or (first.i > first.sent.start and first.nbor(-1).is_quote)


def _is_told_in_past(clause: Token) -> bool:
    teller = clause.head
    if clause.dep_ == "acl" and teller.dep_ == "pobj" and any(c.dep_ == "mark" for c in clause.children):
        teller = teller.head.head  # the verb that "in its statement" hangs on
    elif clause.dep_ != "ccomp":
        return False
    if teller.dep_ == "xcomp" and is_infinitive(teller):
        teller = teller.head
    return teller.tag_ in {"VBD", "VBN"} or _told_beside(teller)


def _told_beside(verb: Token) -> bool:
    """Is it a participle that goes on telling after a verb in the past ("said no, *adding* that it would appeal")?"""
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head.tag_ in {"VBD", "VBN"}


def lies_ahead(verb: Token) -> bool:
    """Does the verb's own form put its act in the future ("will discuss", "are expected to discuss")?"""
    return own_status(verb, title=False) in {"planned", "proposed", "hypothetical"}
