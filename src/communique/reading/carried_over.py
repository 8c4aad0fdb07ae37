"""Recipients that a clause leaves to the one before it: who put forward what is rejected, whom the last measure hit."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.participants import Arguments, Party
from communique.reading.relations import deep_object, deep_subject
from communique.reading.syntax import SUBJECTS, child, first_conjunct, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger

#: Kinds of acts that answer what others say or want.
_ANSWERS = frozenset({"rejection", "denial", "condemnation", "refusal"})
#: Kinds of measures that come several to a sentence, against the same side.
_MEASURES = frozenset({"sanction", "restriction"})
_AGAINST: tuple[str, ...] = ("on", "upon", "against")
#: Determiners of a noun that takes up what was told.
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})


def carried_over(trigger: Trigger, arguments: Arguments, words: Words) -> list[Party]:
    """To whom an act is done of which its own clause does not say so, by the clause before it."""
    if trigger.is_noun:
        return []
    if trigger.frame.kind in _ANSWERS:
        author = _author(trigger, words)
        return arguments.parties(trigger.sentence, author) if author is not None else []
    if trigger.frame.kind not in _MEASURES:
        return []
    return _hit_before(trigger, arguments, words) or _who_would_answer(trigger, arguments, words)


def _who_would_answer(trigger: Trigger, arguments: Arguments, words: Words) -> list[Party]:
    """Whom a measure would hit that he would answer ("*Chad* would take reprisals if Niger imposed the tariffs")."""
    answer = trigger.token.head if trigger.token.dep_ == "advcl" else None
    if answer is None or not any(c.dep_ == "mark" and c.lower_ == "if" for c in trigger.token.children):
        return []
    step = deep_object(answer)
    said = (answer, *((step, *step.children) if step is not None else ()))
    if not any(t.lemma_.lower() in words["retaliation"] for t in said):
        return []
    subject = deep_subject(answer)
    return arguments.parties(trigger.sentence, subject) if subject is not None else []


def _author(trigger: Trigger, words: Words) -> Token | None:
    """Who put forward or said what is rejected.

    "*Chad* had sent it a plan, which Niger rejected", "*Chad* said it had won, but Niger dismissed the statement".
    """
    noun = deep_object(trigger.token)
    if noun is None or noun.lemma_.lower() not in words["position"] | words["text"]:
        return None
    if noun.head != trigger.token:  # the antecedent of a relative clause
        gives = noun.dep_ == "dobj" and noun.head.lemma_.lower() in words["giving"] | words["support"]
        return deep_subject(noun.head) if gives else None
    before = trigger.token.head if trigger.token.dep_ == "conj" else None
    if before is not None and before.dep_ == "ccomp":  # as the parser hangs what follows on what was said
        before = before.head
    definite = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in noun.children)
    said = before is not None and definite and before.lemma_.lower() in words["saying"]
    return deep_subject(before) if said and before is not None else None


def _hit_before(trigger: Trigger, arguments: Arguments, words: Words) -> list[Party]:
    """Whom the measure before in the same clause hits ("imposed sanctions on *Chad*, freezing its assets")."""
    verb = first_conjunct(trigger.token)
    before = verb.head if verb.dep_ == "advcl" and verb.tag_ == "VBG" else verb
    if before == trigger.token or before.i > trigger.token.i or child(trigger.token, *SUBJECTS) is not None:
        return []
    measure = deep_object(before)
    if measure is None:
        return []
    noun = measure.lemma_.lower()
    if noun not in words["bond"] | words["imposed"]:
        return []
    prepositions = ("with",) if noun in words["bond"] else _AGAINST
    hit = (n for t in (before, measure) for n in prepositional(t, *prepositions))
    return [p for n in hit for p in arguments.parties(trigger.sentence, n)]
