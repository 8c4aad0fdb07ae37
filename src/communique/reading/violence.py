"""What tells an act of violence from a mishap, and where it happened from who did it."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.agency import avowers
from communique.reading.participants import Arguments, Party
from communique.reading.syntax import child, deep_subject, is_passive
from communique.reading.triggers import Trigger


def is_mishap(trigger: Trigger, arguments: Arguments, words: Words) -> bool:
    """Does something else than an actor, a weapon or an act of violence do the harm ("the virus killed two")?"""
    subject = deep_subject(trigger.token)
    harmed = child(trigger.token, "nsubjpass")
    if harmed is not None and any(c.dep_ == "det" and c.lower_ == "no" for c in harmed.children):
        return True  # "*no* soldiers were hurt"
    if subject is None and is_passive(trigger.token):
        return any(t.lemma_.lower() in words["mishap"] for t in trigger.sentence.tokens)
    if subject is None or subject.pos_ == "PRON" or subject.lemma_.lower() in words["means of violence"]:
        return False
    if avowers(trigger, (trigger.token, subject), arguments, words):
        return False
    return not arguments.parties(trigger.sentence, subject) and not arguments.modifiers(trigger.sentence, subject)


def is_scene(party: Party) -> bool:
    """Is a capital before a noun of violence where it happened, not who did it ("the *Kabul* bombing")?"""
    capital = party.entity.type == "state" and party.entity.sector == "GOV" and party.token.ent_type_ == "GPE"
    return capital and party.token.dep_ in {"compound", "nmod"}
