"""Whose an act of violence is where its clause names nobody: who is charged with it, and who did the harm beside it.

"*X* was charged with the murder of Y", "*X* pleaded guilty to bombing Y", "Y's men were killed when *X* opened fire".
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.words import Words
from communique.reading.action_nouns import phrasal_lemma
from communique.reading.participants import Arguments, Party
from communique.reading.relations import deep_object, deep_subject
from communique.reading.syntax import OBJECTS, child, first_conjunct, is_passive
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger

#: How many words may stand between an act and the verb by which somebody is charged with it.
_CLIMBS = 8
#: Kinds of acts of violence whose frames do not put them at their target.
_VIOLENT = frozenset({"assassination", "abduction", "airstrike", "attack"})
#: Prepositions behind which stands what somebody is charged with, sentenced for or had a part in.
_OF_THE_ACT = frozenset({"of", "for", "with", "to", "in", "by", "over"})
#: How a clause beside harm that was done tells by what.
_BY_WHAT = frozenset({"when", "after", "as"})


def culprits(trigger: Trigger, arguments: Arguments, words: Words) -> list[Party]:
    """Who did an act of violence, by what a sentence says of him and the act, or of what did the harm."""
    if not (trigger.frame.at_target or trigger.frame.kind in _VIOLENT):
        return []
    doers = (_charged(trigger.token, words), _waging(trigger, words), *_doing_harm(trigger, words))
    found = (arguments.parties(trigger.sentence, doer) for doer in doers if doer is not None)
    return next((parties for parties in found if parties), [])


def _waging(trigger: Trigger, words: Words) -> Token | None:
    """Who is behind an act that a noun names, or drives it on ("*X* orchestrated the raid", "*X* waged war")."""
    verb = trigger.governor
    if not trigger.is_noun or trigger.relation != "object" or verb is None or is_passive(verb):
        return None
    lemma = phrasal_lemma(verb)
    return deep_subject(verb) if lemma in words["doing"] or lemma in words["driving on"] else None


def _charged(act: Token, words: Words) -> Token | None:
    """Who is charged with an act, sentenced for it, admits or denies it, or had a part in it."""
    token: Token | None = act
    for _ in range(_CLIMBS):
        if token is None:
            return None
        above = _governor(first_conjunct(token), words)
        if above is None:
            return None
        lemma = above.lemma_.lower()
        if (found := _found_guilty(above, words)) is not None:
            return found
        if above.pos_ in {"VERB", "AUX"} and (lemma in words["charging"] or lemma in words["answering a charge"]):
            if lemma in words["charging"]:
                return deep_object(above)
            return deep_subject(above) if not is_passive(above) else None
        noun = above.pos_ in {"NOUN", "PROPN"}
        owner = child(above, "poss") if noun else None
        if owner is not None and lemma in words["charge"]:
            return owner
        goes_on = lemma in words["charge"] or (not noun and above.tag_ == "VBG")
        token = above if goes_on else None
    return None


def _governor(token: Token, words: Words) -> Token | None:
    """The verb or noun that an act hangs on as what somebody is charged with, or ``None``."""
    above = token.head
    if token.dep_ in OBJECTS and above.pos_ == "VERB":  # "*faces* two counts", "*admitted* shooting"
        return above if above.lemma_.lower() in words["answering a charge"] else None
    if token.dep_ == "xcomp" and above.pos_ == "VERB":
        return above  # "*conspiring* to kill"
    if token.dep_ == "acl" and token.tag_ == "VB":
        return above  # "an *intent* to kill"
    if token.dep_ not in {"pobj", "pcomp"} or above.lower_ not in _OF_THE_ACT:
        return None
    behind = above.head
    if behind.dep_ == "pobj" and behind.ent_type_ == "DATE":
        behind = behind.head.head  # "found guilty *on Friday* of"
    if behind.pos_ == "ADJ" or behind.dep_ == "npadvmod":
        return behind.head  # "*pleaded* guilty to", "was *convicted* last month of"
    one = token.dep_ == "pcomp" and above.lower_ == "of" and behind.dep_ == "dobj"
    return behind.head if one and behind.head.lemma_.lower() in words["charging"] else behind  # "convicted a man of"


def _found_guilty(verb: Token, words: Words) -> Token | None:
    """Whom a verb says to be guilty ("*X* was found guilty of", "found *X* guilty of", "*X* is guilty of")."""
    guilty = child(verb, "oprd", "acomp", "ccomp") if verb.pos_ in {"VERB", "AUX"} else None
    if guilty is None or guilty.lemma_.lower() not in words["guilty"] or child(verb, "neg") is not None:
        return None
    if guilty.dep_ == "acomp":
        return deep_subject(verb)
    return deep_object(verb) if guilty.dep_ == "oprd" else child(guilty, "nsubj")


def _doing_harm(trigger: Trigger, words: Words) -> Iterator[Token]:
    """Who did what harmed somebody, by a clause beside the harm ("were killed when *rebels* opened fire")."""
    verb = trigger.token
    if trigger.is_noun or not is_passive(verb):
        return
    for clause in verb.children:
        told = child(clause, "pcomp") if clause.dep_ == "prep" and clause.lower_ == "after" else None
        beside = clause.dep_ == "advcl" and any(c.lower_ in _BY_WHAT and c.i < clause.i for c in clause.children)
        if told is None and not beside:
            continue
        doers = (deep_subject(c) for c in _violent(told or clause, words))
        yield from (doer for doer in doers if doer is not None and doer.pos_ != "PRON")


def _violent(clause: Token, words: Words) -> Iterator[Token]:
    """The verbs of a clause, and of one that says what came before, that do harm."""
    beside = (c for c in clause.children if c.dep_ == "advcl" and any(m.lower_ in _BY_WHAT for m in c.children))
    yield from (verb for verb in (clause, *beside) if verb.lemma_.lower() in words["doing harm"])
