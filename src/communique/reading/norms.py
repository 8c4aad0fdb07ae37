"""What holds in any case rather than took place in one: permissions, rules told in full, exhortations, "nobody ever".

A rule is told of indefinite people ("if *an* amendment is proposed, states *must* ratify it"), leave to do something as
a state ("were not *allowed* to"), and what everybody should do in the imperative.
"""

from __future__ import annotations

from collections.abc import Iterable

from communique.lexicon.words import Words
from communique.reading.relations import surface_subject
from communique.reading.syntax import SUBJECTS, child, first_conjunct, is_passive, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.verb_form import is_infinitive, is_negated

_PRESENT = frozenset({"VBZ", "VBP"})
_INDEFINITE = frozenset({"a", "an", "any"})
_WHICH = frozenset({"which", "that"})
_CONDITIONS = frozenset({"if", "when", "whenever", "once", "unless"})
_EASE = frozenset({"easily", "freely", "readily", "legally", "automatically", "lawfully"})
_BE = frozenset({"was", "were", "is", "are"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_OFFICES = frozenset({"election", "appointment"})
#: What is done by uttering it.
_UTTERED = frozenset({"request", "demand", "appeal", "threat", "warning", "offer", "promise", "accusation"})
_LEAVE = frozenset({"concession", "refusal"})
_TIMES = frozenset({"before", "after", "since", "until", "till", "when", "once"})
_DUTY = frozenset({"must", "shall"})
_OUGHT = frozenset({"must", "should"})
#: What says of a plural that some of its kind are meant: "*these* candidates", "*ten* candidates", "*his* candidates".
_NAMED = frozenset({"det", "nummod", "poss", "relcl", "appos", "compound"})
#: How many clauses a reader follows upward; deeper nesting does not occur in prose.
_DEPTH = 6


def holds_in_any_case(trigger: Trigger, verb: Token, words: Words) -> str | None:
    """Why the clause of a verb tells what holds in general, ``None`` if it may tell an act."""
    if _is_opposed(verb, words):
        return "an attitude, not an act"
    if _is_left_open(verb):
        return "neither confirmed nor denied"
    if _is_leave_to(trigger, verb):
        return "what somebody may do, not what was done"
    if trigger.frame.kind not in _LEAVE and _is_aim_of_draft(verb, words):
        return "what a law or plan would do"
    if _is_required(verb, words) or _is_content_of_provision(verb, words) or _is_what_a_text_allows(verb, words):
        return "what a law or plan would do"
    if _is_for_any(verb) or _is_made_easy(verb) or _is_duty_of_all(trigger, verb):
        return "a rule, told in general"
    if _is_unfit(verb, words) or _is_ought(trigger, verb):
        return "what somebody may or ought not to do, not what was done"
    if _is_way(verb, words) or _is_how_to(verb) or _is_by_habit(verb) or _is_inducement(verb, words):
        return "how or why something is done, not that it was"
    if _is_made_possible(trigger, verb) or _is_likened(verb, words):
        return "how or why something is done, not that it was"
    if _is_never(verb):
        return "something that nobody ever did"
    if _is_exhortation(trigger, verb):
        return "what somebody is told to do"
    return None


def is_office_filled_in_general(trigger: Trigger) -> bool:
    """Is it how an office is filled at any time ("the direct *election of a president*")?"""
    if trigger.frame.kind not in _OFFICES or not trigger.is_noun or trigger.token.tag_ != "NN":
        return False
    filled = prepositional(trigger.token, "of")
    return any([c.lower_ for c in o.children] in (["a"], ["an"], ["any"]) for o in filled)


def is_act_judged(trigger: Trigger) -> bool:
    """Does a clause in the present judge any act of a kind ("*an attack* on a ship *is a cause* for war")?"""
    verb, noun = trigger.governor, trigger.outer
    if verb is None or noun is None or trigger.relation != "subject" or trigger.frame.contact:
        return False
    if verb.lemma_ != "be" or verb.tag_ not in _PRESENT or child(verb, "attr") is None:
        return False
    return any(c.dep_ == "det" and c.lower_ in _INDEFINITE for c in noun.children)


def is_end_of_term(trigger: Trigger, words: Words) -> bool:
    """Does a clause of time say no more than that somebody's term is over ("*since leaving* office")?

    Who leaves office has resigned if that is told for its own sake; otherwise his term may have run out.
    """
    verb = trigger.token
    if trigger.is_noun or trigger.frame.kind != "resignation" or verb.lemma_.lower() not in words["term's end"]:
        return False
    if verb.dep_ == "pcomp":
        return verb.head.lower_ in _TIMES
    marks = (c for c in verb.children if c.dep_ in {"mark", "advmod"})
    return verb.dep_ == "advcl" and any(c.lower_ in _TIMES for c in marks)


def _is_opposed(verb: Token, words: Words) -> bool:
    """Is a participle an adjective of attitude ("remains *opposed to* the tax")?"""
    if verb.tag_ not in {"VBN", "JJ"} or verb.lemma_.lower() not in words["attitude"]:
        return False
    return any(c.dep_ == "prep" and c.lower_ == "to" for c in verb.children) and child(verb, "agent") is None


def _is_left_open(verb: Token) -> bool:
    """Does somebody say neither the one nor the other ("could neither *confirm* nor *deny* it")?"""
    if verb.lemma_ != "deny" or verb.dep_ != "conj" or verb.head.lemma_ != "confirm":
        return False
    return is_negated(verb.head) or any(c.lower_ in {"neither", "nor"} for c in verb.head.children)


def _is_leave_to(trigger: Trigger, verb: Token) -> bool:
    """Is it a state that somebody may or may not do something ("*is allowed* to dissolve it", "*were not allowed*")?"""
    if trigger.frame.kind != "concession" or trigger.is_noun or not is_passive(verb):
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in _AUXILIARIES}
    if not helpers or not helpers <= _BE:
        return False
    return bool(helpers & {"is", "are"}) or child(verb, "neg") is not None


def _is_required(verb: Token, words: Words) -> bool:
    """Is it what a noun says to be the rule ("a *requirement that* agencies *consult* experts")?"""
    if verb.dep_ not in {"acl", "ccomp"} or verb.head.lemma_.lower() not in words["requirement"]:
        return False
    return any(c.lower_ == "that" for c in verb.children) and child(verb, *SUBJECTS) is not None


def _is_content_of_provision(verb: Token, words: Words) -> bool:
    """Does a law say it ("the constitution *specifies that* officials are removed")?"""
    for above in _chain(verb):
        under = prepositional(above, "under") if above.tag_ in _PRESENT else ()  # "*under the law* a court tries them"
        if any(noun.lemma_.lower() in words["provision"] for noun in under):
            return True
        if (
            above.dep_ == "relcl" and child(above, "mark") is not None
        ):  # "the constitution *specifies*" taken for a noun
            return any(c.lemma_.lower() in words["provision"] for c in above.head.children)
        if above.dep_ != "ccomp" or above.head.tag_ not in _PRESENT or above.i < above.head.i:
            continue
        subject = surface_subject(above.head)
        if subject is not None and subject.lemma_.lower() in words["provision"]:
            return True
    return False


def _is_what_a_text_allows(verb: Token, words: Words) -> bool:
    """Does a text allow or require it ("an accord *that would allow* it", "the rule *required* belts")?"""
    if verb.lemma_.lower() not in words["standing"]:
        return False
    subject = surface_subject(verb)
    if subject is None:
        return False
    if subject.lemma_.lower() in words["provision"]:
        return True
    relative = verb.dep_ == "relcl" and any(c.dep_ in SUBJECTS and c.lower_ in _WHICH for c in verb.children)
    return relative and any(c.dep_ == "aux" and c.lower_ in {"would", "will"} for c in verb.children)


def _is_aim_of_draft(verb: Token, words: Words) -> bool:
    """Is it what a draft that somebody brings in is to do ("brought in *a bill to require* belts")?"""
    if verb.lemma_.lower() not in words["standing"] or not is_infinitive(verb):
        return False
    if verb.dep_ not in {"acl", "relcl", "advcl", "xcomp"}:
        return False
    draft = verb.head if verb.dep_ in {"acl", "relcl"} else child(verb.head, "dobj")
    return draft is not None and draft.lemma_.lower() in words["draft"]


def _is_inducement(verb: Token, words: Words) -> bool:
    """Does an infinitive say to what end something else is done ("raised prices *to encourage* farmers to sow")?

    Who writes or says something to that end does it by his words.
    """
    if verb.lemma_.lower() not in words["inducement"] or not is_infinitive(verb):
        return False
    first = first_conjunct(verb)
    above = first.head
    if first.dep_ == "xcomp":
        return above.tag_ == "VBN" and above.lemma_.lower() in words["designing"]
    return first.dep_ == "advcl" and above.lemma_.lower() not in words["saying"] | words["motion"]


def _is_for_any(verb: Token) -> bool:
    """Does a rule say what is to be done in any case of a kind ("if *a* bill is passed, the king *must* sign it")?"""
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if helpers.isdisjoint({"must", "can", "may", "shall"}):
        return False
    for clause in verb.children:
        if clause.dep_ != "advcl" or not any(c.lower_ in _CONDITIONS for c in clause.children):
            continue
        subject = child(clause, *SUBJECTS)
        present = clause.tag_ in _PRESENT or any(c.tag_ in _PRESENT for c in clause.children if c.dep_ in _AUXILIARIES)
        if present and subject is not None and any(c.lower_ in _INDEFINITE for c in subject.children):
            return True
    return False


def _is_duty_of_all(trigger: Trigger, verb: Token) -> bool:
    """Does an election law say what all of a kind must do ("*candidates must* receive a third of the vote")?"""
    if trigger.frame.kind not in _OFFICES or not any(c.dep_ == "aux" and c.lower_ in _DUTY for c in verb.children):
        return False
    subject = surface_subject(verb)
    return subject is not None and subject.tag_ == "NNS" and not any(c.dep_ in _NAMED for c in subject.children)


def _is_unfit(verb: Token, words: Words) -> bool:
    """Is somebody said not to be fit for it ("*unfit* to stand trial")?"""
    return verb.dep_ in {"xcomp", "advcl", "ccomp"} and verb.head.lemma_.lower() in words["unfit"]


def _is_ought(trigger: Trigger, verb: Token) -> bool:
    """Is it what somebody "must not" let others do, as who says so holds, and not what he refused to?"""
    if trigger.frame.kind not in _LEAVE or trigger.is_noun or child(verb, "neg") is None:
        return False
    return any(c.dep_ == "aux" and c.lower_ in _OUGHT for c in verb.children)


def _is_way(verb: Token, words: Words) -> bool:
    """Does a gerund say what a way or idea is of ("a fairer *process of electing* leaders")?"""
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.lower_ not in {"of", "on", "about"}:
        return False
    return verb.head.head.lemma_.lower() in words["way of doing"]


def _is_how_to(verb: Token) -> bool:
    """Is it what somebody learns or asks how to do ("understand *how to advise* them")?"""
    return is_infinitive(verb) and any(c.dep_ == "advmod" and c.lower_ == "how" and c.i < verb.i for c in verb.children)


def _is_made_possible(trigger: Trigger, verb: Token) -> bool:
    """Does a clause say what for somebody acts ("went to court *so that it can press* its claims")?"""
    marks = [c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"} and c.i < verb.i]
    able = any(c.dep_ == "aux" and c.lower_ in {"can", "could", "may", "might"} for c in verb.children)
    return trigger.frame.kind in _UTTERED and able and verb.dep_ == "advcl" and marks[:2] == ["so", "that"]


def _is_likened(verb: Token, words: Words) -> bool:
    """Does a gerund only say what something else is like ("it is *like letting* a thief go", "*amounts to firing*")?"""
    for above in _chain(verb):
        if above.tag_ == "VBG":
            on_noun = above.dep_ == "acl" and above.head.dep_ == "pobj"  # "tantamount to *Chad* firing"
            preposition = above.head.head if on_noun else above.head
            to = preposition.lower_ == "to"
            word = preposition.head if to else preposition
            return (to or above.dep_ == "pcomp") and word.lemma_.lower() in words["likening"]
        if above.tag_ != "VB":  # "like letting them *go*"
            return False
    return False


def _is_by_habit(verb: Token) -> bool:
    """Does a gerund say by what means somebody always does a thing ("the office *serves* them *by providing* …")?"""
    means = verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ == "by"
    above = verb.head.head
    if above.lower_ == "used" and verb.tag_ == "VBG" and verb.head.lower_ == "to":
        return True  # "are not *used to asking* for help"
    return means and above.tag_ in _PRESENT and child(above, "aux", "auxpass") is None


def _is_made_easy(verb: Token) -> bool:
    """Does the verb say what people may now do with less ado ("firms *may* dismiss workers more *easily*")?"""
    may = any(c.dep_ == "aux" and c.lower_ in {"can", "may"} for c in verb.children)
    return may and any(c.dep_ == "advmod" and c.lower_ in _EASE for c in verb.children)


def _is_never(verb: Token) -> bool:
    """Is nobody of a kind said to have done it or to have it done to him ("*no* president has *ever* been removed")?"""
    if not any(c.dep_ == "advmod" and c.lower_ == "ever" for c in verb.children):
        return False
    subject = child(verb, *SUBJECTS)
    return subject is not None and any(c.dep_ == "det" and c.lower_ == "no" for c in subject.children)


def _is_exhortation(trigger: Trigger, verb: Token) -> bool:
    """Is the verb an imperative ("take a knife and *attack* the guards"), outside of a headline?"""
    if trigger.is_noun or trigger.sentence.block.kind == "title":
        return False
    first = verb
    for _ in range(_DEPTH):
        if first.tag_ != "VB" or child(first, "aux", "neg", *SUBJECTS) is not None:
            return False
        if first.dep_ != "conj":
            break
        first = first.head
    return first.dep_ == "ROOT" or (first.i > 0 and first.nbor(-1).is_quote)


def _chain(verb: Token) -> Iterable[Token]:
    """A verb and those above it, up to the main clause."""
    for _ in range(_DEPTH):
        yield verb
        if verb.head == verb:
            return
        verb = verb.head
