"""Where a sentence tells no single act: what is usual, what a rule says, what is asked, and what nobody said.

Press English tells single acts in the past, and what holds in general in the present, with indefinite subjects and
modals (Carlson and Pelletier 1995, The Generic Book). A law or a plan does nothing itself: what it "would" do is its
content.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.words import Words
from communique.reading.norms import holds_in_any_case, is_act_judged, is_end_of_term, is_office_filled_in_general
from communique.reading.recurrence import is_in_a_name, is_in_kind, is_recurrent, is_trend
from communique.reading.relations import deep_subject, surface_subject
from communique.reading.syntax import SUBJECTS, child, is_passive, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.verb_form import is_infinitive, is_negated
from communique.records import EventTime

_MODALS = frozenset({"would", "could", "can", "may", "might", "will", "shall", "should", "must", "'d", "'ll"})
#: In a question these ask for an opinion; "will they meet?" asks for a fact.
_OPINION = frozenset({"would", "could", "can", "may", "might", "should", "must"})
_PRESENT = frozenset({"VBZ", "VBP"})
_STATES = frozenset({"be", "remain", "stay", "continue"})
_INDEFINITE = frozenset({"a", "an", "any"})
#: The CAMEO code of economic cooperation.
_TRADE = "061"
_OFFICES = frozenset({"election", "appointment"})
#: Kinds of acts that go on as long as somebody does not stop, so that the present tells no single one.
_LASTING = frozenset({"aid", "cooperation", "concession", "offer", "sanction", "restriction"})
#: Kinds of acts that go on while somebody is held, or has a day to leave by.
_HOLDING = frozenset({"abduction", "arrest", "seizure", "expulsion"})
_CONDITIONS = frozenset({"if", "unless", "until", "once", "whether", "when", "before", "after", "provided"})
#: How many clauses a reader follows upward; deeper nesting does not occur in prose.
_DEPTH = 6


def no_single_act(trigger: Trigger, words: Words, time: EventTime | None, *, spoken: bool) -> str | None:
    """Why the sentence tells no single act at the trigger, ``None`` if it does.

    ``spoken`` acts are done by saying so, in the present tense too; what has a ``time`` of its own is no habit.
    """
    if (reason := _without_an_act(trigger, words, time)) is not None:
        return reason
    verb = trigger.support if trigger.is_noun else trigger.token
    if verb is None:
        return None
    if (reason := holds_in_any_case(trigger, verb, words)) is not None:
        return reason
    lasting = not trigger.is_noun and verb.lemma_.lower() in words["attitude"]
    by_nobody = is_passive(verb) and child(verb, "agent") is None  # "have historically been accused"
    if (not spoken or lasting or by_nobody or _is_frequent(verb, words)) and _is_customary(verb, words):
        return "told as what is usual, not as an act"
    if not spoken and time is None and (is_habitual(trigger, words) or _is_standing(trigger) or _goes_on(trigger)):
        return "told as what is usual, not as an act"
    lasting |= verb.lemma_ == "require"  # so does who *requires* something
    if lasting and trigger.sentence.block.kind != "title" and verb.tag_ in _PRESENT and not _is_conditional(verb):
        return "an attitude, not an act"
    named_for = trigger.frame.contact or trigger.frame.kind == "mediation"
    called = is_in_a_name(verb) and not named_for  # "the *visiting* premier" is on a visit, as is who *brokered* it
    if is_in_kind(verb) or is_recurrent(verb, words) or (called and trigger.sentence.block.kind != "title"):
        return "no act of its own"
    clauses = tuple(_upward(verb))
    said = spoken and verb.lemma_.lower() not in words["standing"]  # a law *requires* something as long as it holds
    if any(_is_content_of_rule(clause, words, said and clause is verb) for clause in clauses):
        return "what a law or plan would do"
    if any(_is_authorised(clause, words) for clause in clauses):
        return "what somebody may do, not what was done"
    if _is_gerund_subject(verb, words) or any(_is_norm(clause, words) or _is_permission(clause) for clause in clauses):
        return "a rule, told in general"
    if any(_is_unsaid(clause, words) for clause in clauses):
        return "nobody says that it was so"
    return "a question of what ought to be" if _is_asked(trigger, clauses[-1]) else None


def _without_an_act(trigger: Trigger, words: Words, time: EventTime | None) -> str | None:
    """Why the words tell no act even before their clause is looked at: trade in a year, trends, acts of any kind."""
    told = trigger.frame.cameo == _TRADE and trigger.token.tag_ == "VBD"
    if told and time is not None and time.precision == "year":
        return "what was traded in a year, not an act"
    if trigger.is_noun and is_trend(trigger, words):
        return "told by their number, not one by one"
    if time is None and trigger.is_noun and (is_act_judged(trigger) or is_office_filled_in_general(trigger)):
        return "a rule, told in general"
    if trigger.is_noun and _is_of_what_is_not(trigger):
        return "what somebody is said not to be"
    if is_end_of_term(trigger, words):
        return "the end of a term, told for its time"
    return "what is waited for" if _is_awaited(trigger, words) else None


def _is_of_what_is_not(trigger: Trigger) -> bool:
    """Is any act meant, which a noun that is denied of somebody has ("is *no longer* the victim of *an invasion*")?"""
    noun = trigger.outer
    if noun is None or noun.dep_ != "pobj" or noun.head.head.dep_ != "attr":
        return False
    verb = noun.head.head.head
    denied = is_negated(verb) or any(c.lower_ == "longer" for c in verb.children if c.dep_ == "advmod")
    return denied and any(c.dep_ == "det" and c.lower_ in _INDEFINITE for c in noun.children)


def _is_awaited(trigger: Trigger, words: Words) -> bool:
    """Is it up to when something is promised or refused ("promised protests *until Chad joined*")?"""
    verb = trigger.token
    marked = any(c.dep_ == "mark" and c.lower_ == "until" for c in verb.children)
    if trigger.is_noun or verb.dep_ != "advcl" or not marked:
        return False
    above = verb.head if verb.head.pos_ == "VERB" else verb.head.head
    return above.lemma_.lower() in words["planning"]


def is_habitual(trigger: Trigger, words: Words) -> bool:
    """Does the simple present of a plural tell what is usual ("Ministers *meet* in Oslo"), outside of headlines?

    Press English tells single acts in the past, in headlines and of one body in the present too. Verbs whose past looks
    like the present, and clauses that set a time or a condition, tell nothing.
    """
    verb = trigger.token
    if trigger.is_noun or trigger.sentence.block.kind == "title":
        return False
    if verb.lemma_ in _STATES:  # "the troops *are* on alert", "protests *continue*": how things are now
        return False
    if verb.lemma_ in {"hold", "have"} and trigger.frame.kind in _HOLDING:  # "rebels *hold* two nuns": these two, now
        return False
    if trigger.frame.kind in _OFFICES and verb.tag_ == "VBN":  # "the premier *is elected* by parliament"
        passive = [c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}]
        return passive in (["is"], ["are"])
    inside = verb.dep_ in {"ROOT", "conj", "ccomp", "relcl"} and verb.lower_ not in words["past as present"]
    marked = any(c.dep_ in {"aux", "auxpass", "mark"} and c.lower_ not in {"that", "do"} for c in verb.children)
    negated = any(c.dep_ == "aux" and c.lower_ == "do" for c in verb.children)  # "citizens *do* not elect him"
    return (verb.tag_ == "VBP" or negated) and inside and not marked


def _is_standing(trigger: Trigger) -> bool:
    """Does the simple present tell what a body does as long as it lasts ("the bank *offers* loans to farmers")?

    So do verbs of giving, allowing, trading and electing; who "launches" or "attacks" in the present does so once.
    """
    verb = trigger.token
    if trigger.is_noun or trigger.sentence.block.kind == "title" or verb.tag_ != "VBZ" or verb.lemma_ in _STATES:
        return False
    frame = trigger.frame
    # "offers loans" lasts; "proposes a reduction" is said once
    lasting = frame.kind in _LASTING | _OFFICES and not frame.yields
    # "a court which *rules* on constitutions": a relative clause in the present says what somebody is for
    lasting |= frame.kind == "trial" and verb.dep_ == "relcl"
    return lasting and verb.dep_ in {"ROOT", "conj", "ccomp", "relcl"} and _is_bare_present(verb)


def _goes_on(trigger: Trigger) -> bool:
    """Does somebody "continue to" fill offices, in the present ("*continues to nominate* candidates")?"""
    verb, above = trigger.token, trigger.token.head
    if trigger.is_noun or trigger.frame.kind not in _OFFICES or verb.dep_ != "xcomp":
        return False
    return above.lemma_ == "continue" and above.tag_ in _PRESENT


def _is_bare_present(verb: Token) -> bool:
    """Is a verb in the simple present, in a clause that sets neither a time nor a condition?"""
    marked = any(c.dep_ in {"aux", "auxpass", "mark"} and c.lower_ != "that" for c in verb.children)
    when = any(c.dep_ == "advmod" and c.lower_ in {"when", "as", "now"} for c in verb.children)
    return verb.tag_ in _PRESENT and not marked and not when


def _is_conditional(verb: Token) -> bool:
    """Does a clause in the present tell what may still be ("if it backs …", "urged that *Chad back* it")?"""
    subject = surface_subject(verb)
    relative = verb.dep_ == "relcl"  # "militia which *support* it"
    one = subject is not None and subject.tag_ in {"NN", "NNP"} and child(subject, "conj") is None
    if verb.tag_ == "VBP" and one and not relative:
        return True  # the subjunctive
    helped = any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return helped or any(c.dep_ in {"mark", "advmod"} and c.lower_ in _CONDITIONS for c in verb.children)


def _is_authorised(verb: Token, words: Words) -> bool:
    """Is it what a noun says that somebody may or can do ("the authority *to seize* assets")?"""
    return verb.dep_ in {"acl", "relcl"} and is_infinitive(verb) and verb.head.lemma_.lower() in words["authority"]


def _is_customary(verb: Token, words: Words) -> bool:
    """Does an adverb or a verb of taste say that it is done as a rule ("*always* elects", "*likes* dropping bombs")?"""
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words["taste"]:
        return True
    if _is_frequent(verb, words) or _is_before_customary(verb, words):
        return True
    among = (*verb.children, *(d for c in verb.children if c.dep_ == "dobj" for d in c.children))
    every = (c for c in among if c.dep_ in {"npadvmod", "dobj"} and c.ent_type_ in {"DATE", "TIME"})
    for span in every:  # "conducts 1,300 reviews *each year*"; not "every day this week"
        if any(c.lower_ in {"each", "every"} for c in span.children) and not any(
            c.lower_ in {"this", "last"} for c in span.subtree
        ):
            return True
    during = (o for o in prepositional(verb, "during", "at", "in") if o.ent_type_ not in {"DATE", "TIME"})
    if any(c.lower_ in {"each", "every"} for o in during for c in o.children if c.dep_ == "det"):
        return verb.tag_ in _PRESENT or any(c.tag_ in _PRESENT for c in verb.children if c.dep_ in {"aux", "auxpass"})
    return any(c.dep_ == "advmod" and c.lower_ in words["custom"] for c in verb.children)


def _is_frequent(verb: Token, words: Words) -> bool:
    """Is it told in the present how often it is done ("*sometimes* talks to them")?"""
    first = verb.head if verb.tag_ == "VB" and verb.dep_ == "conj" else verb  # "they vote and often *approve* loans"
    present = first.tag_ in _PRESENT and verb.lower_ not in words["past as present"]
    often = any(c.dep_ == "advmod" and c.lower_ in words["frequency"] for c in verb.children)
    return present and (often or any(_is_rhythm(o, words) for o in prepositional(verb, "on", "from")))


def _is_rhythm(noun: Token, words: Words) -> bool:
    """Does a phrase say how often ("on a *daily basis*", "from *time to time*")?"""
    again = noun.i + 2 < len(noun.doc) and noun.doc[noun.i + 1].lower_ == "to" and noun.doc[noun.i + 2].lower_ == "time"
    if noun.head.lower_ == "from":
        return noun.lower_ == "time" and again
    return noun.lemma_ == "basis" and any(c.lower_ in words["rhythm"] for c in noun.children)


def _is_before_customary(verb: Token, words: Words) -> bool:
    """Does a gerund say what is done before or after what is usual ("*usually* check a ship *before attacking*")?"""
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.lower_ not in {"before", "after"}:
        return False
    return any(c.dep_ == "advmod" and c.lower_ in words["custom"] for c in verb.head.head.children)


def _upward(verb: Token) -> Iterator[Token]:
    """The verb and those above it whose complement or conjunct its clause is ("would allow … to *remove*")."""
    for _ in range(_DEPTH):
        yield verb
        when = verb.dep_ == "advcl" and verb.tag_ == "VBG" and child(verb, *SUBJECTS) is None
        if when and any(c.lower_ == "when" for c in verb.children):  # "it is usual to do it *when running*"
            verb = verb.head
            continue
        if verb.dep_ == "pcomp" and verb.head.head.pos_ == "VERB":  # "does not preclude a court *from ordering*"
            verb = verb.head.head
            continue
        bare = verb.dep_ == "conj" and child(verb, "aux", *SUBJECTS) is None
        if not (bare or (verb.dep_ in {"xcomp", "ccomp"} and is_infinitive(verb))) or verb.head.pos_ != "VERB":
            return
        verb = verb.head


def _is_content_of_rule(verb: Token, words: Words, spoken: bool) -> bool:
    """Is it what a law or a plan says ("a bill that *would allow* raids", "the law *bans* imports")?"""
    modal = any(c.dep_ == "aux" and c.lower_ in _MODALS for c in verb.children)
    present = verb.tag_ in _PRESENT or any(c.dep_ == "aux" and c.tag_ in _PRESENT for c in verb.children)
    present |= verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.lemma_.lower() in words["standing"]
    ruled = is_passive(verb)  # "a vote *required by* the constitution"
    if not modal and not ruled and (spoken or not present):
        return False
    subject = deep_subject(verb) if ruled else surface_subject(verb)
    return subject is not None and subject.lemma_.lower() in words["rule"]


def _is_norm(verb: Token, words: Words) -> bool:
    """Is it what is usual, needed or lawful to do ("it *is common to* …", "a vote *needed to* …"), at any time?"""
    of_any = verb.dep_ == "acl" and verb.head.dep_ == "pobj" and verb.head.head.lower_ == "for"
    if not is_infinitive(verb) or not (of_any or verb.dep_ in {"xcomp", "ccomp", "advcl", "csubj"}):
        return False
    above = verb.head.head.head if of_any else verb.head  # "*for a candidate to win*, most votes are needed"
    predicate = child(above, "acomp") if above.lemma_ == "be" else above
    if predicate is None or predicate.lemma_.lower() not in words["norm"]:
        return False
    if predicate.pos_ == "VERB":
        return is_passive(predicate) and not any(c.lower_ in {"was", "were", "been"} for c in predicate.children)
    return above.lemma_ != "be" or above.tag_ in _PRESENT or any(c.tag_ in _PRESENT for c in above.children)


def _is_gerund_subject(verb: Token, words: Words) -> bool:
    """Does a clause in the present judge what its verb says ("*bombing* cities is a crime")?"""
    if verb.tag_ != "VBG" or verb.dep_ != "csubj" or child(verb, "aux", "nsubj", "poss") is not None:
        return False
    judged = verb.head.lemma_.lower() in words["amounting to"]
    return judged or verb.head.tag_ in _PRESENT or any(c.lower_ in _MODALS for c in verb.head.children)


def _is_permission(verb: Token) -> bool:
    """Does the verb say what anyone of a kind can do ("*a court can* order it"), or "only" some may?"""
    modals = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    subject = surface_subject(verb)  # "a minister, who *can* then be dismissed"
    if subject is None or is_negated(verb):
        return False
    only = any(c.lower_ == "only" for c in (*subject.children, *verb.children))
    if modals & {"can", "may"} and only:
        return True
    return "can" in modals and any(c.dep_ == "det" and c.lower_ in _INDEFINITE for c in subject.children)


def _is_unsaid(verb: Token, words: Words) -> bool:
    """Does the clause above say that nobody said so ("*did not say* that it had ordered it")?"""
    marked = any(c.dep_ == "mark" and c.lower_ != "that" for c in verb.children)  # "did not say *whether*"
    said = verb.dep_ == "ccomp" and verb.i > verb.head.i and verb.head.lemma_.lower() in words["saying"]
    return said and not marked and is_negated(verb.head)


def _is_asked(trigger: Trigger, verb: Token) -> bool:
    """Is the sentence a question with a modal, which asks for an opinion ("Why *should* Chad *back* Niger?")?"""
    tokens = [t for t in trigger.sentence.tokens if not t.is_space and not t.is_quote]
    modal = any(c.dep_ == "aux" and c.lower_ in _OPINION for c in verb.children)
    return modal and tokens[-1].text == "?" and not any(t.dep_ == "ccomp" for t in (verb, *verb.ancestors))
