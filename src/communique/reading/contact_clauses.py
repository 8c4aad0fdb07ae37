"""Relative clauses without a relative pronoun, whose verb is done to the noun before: "the men *the police had held*".

Such a contact clause (Jespersen 1927; Huddleston and Pullum 2002, ch. 12, 3.1, bare relatives) begins with its subject,
and what it lacks is what the noun stands for. Nouns that say when or how something was done lack nothing in it.
"""

from __future__ import annotations

from communique.lexicon.words import packaged_words
from communique.reading.syntax import OBJECTS, SUBJECTS, child, is_passive
from communique.reading.tokens import Token

_RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "where", "when", "why"})
#: What a verb that lacks its object has not either.
_CONTENT = frozenset({"ccomp", "xcomp", "oprd", "attr"})


def lacking_object(verb: Token) -> Token | None:
    """The noun before a contact clause that its verb is done to."""
    noun = verb.head
    if verb.dep_ != "relcl" or noun.i > verb.i or noun.pos_ not in {"NOUN", "PROPN", "NUM"} or is_passive(verb):
        return None
    subject = child(verb, *SUBJECTS)
    if subject is None or subject.i > verb.i or subject.lower_ in _RELATIVES:
        return None
    if child(verb, *OBJECTS, *_CONTENT) is not None or any(_is_stranded(c) for c in verb.children):
        return None
    if any(t.lower_ in _RELATIVES for t in verb.doc[noun.i + 1 : subject.i + 1]):
        return None
    circumstance = noun.ent_type_ in {"DATE", "TIME"} or noun.lemma_.lower() in packaged_words()["circumstance"]
    return None if circumstance else noun


def _is_stranded(particle: Token) -> bool:
    """Is it a preposition whose object is what the clause lacks ("the town they fled *from*")?"""
    return particle.dep_ == "prep" and particle.pos_ == "ADP" and child(particle, "pobj", "pcomp") is None
