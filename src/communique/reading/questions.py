"""Acts that a question asks for, and those that it takes for granted.

A question with "when", "why" or "who" presupposes the rest of its clause ("*when did Chad attack* Niger?"), and any
question what a definite noun in it names ("is there an end to *the war*?"; Karttunen 1973, Levinson 1983, ch. 4).
"""

from __future__ import annotations

from communique.reading.presupposition import is_definite
from communique.reading.syntax import SUBJECTS, child, verb_above
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger

_WH = frozenset({"WP", "WP$", "WRB", "WDT"})
#: What somebody is, or is not, who knows what is so.
_FACTIVE = frozenset({"aware", "unaware", "conscious", "glad", "sorry", "surprised", "angry", "worried"})
#: In tokens, how far into a sentence its question word stands at most ("And from where …").
_FRONT = 3
#: With these a question word supposes something, or proposes it ("*what if* …", "*how about* …").
_SUPPOSING = frozenset({"if", "about", "not"})


def is_asked(trigger: Trigger) -> bool:
    """Does a question ask whether an act takes place, so that nobody says that it does?

    Also one that somebody is quoted to have asked ("'Will they *attack*?' he said").
    """
    tokens = [t for t in trigger.sentence.tokens if not t.is_space and not t.is_quote]
    mark = next((t for t in tokens if t.text == "?" and t.i > trigger.token.i), None)
    if mark is None or not (mark is tokens[-1] or (mark.nbor().is_quote and _is_inverted(trigger))):
        return False
    if any(t.dep_ == "ccomp" and t.head.i < mark.i for t in trigger.token.ancestors):
        return False
    if any(t.dep_ == "acomp" and t.lower_ in _FACTIVE for t in trigger.token.ancestors):
        return False  # "are you *aware that* Chad attacked?"
    word = next((t for t in tokens[:_FRONT] if t.tag_ in _WH), None)
    presupposing = word is not None and word.nbor().lower_ not in _SUPPOSING
    if not trigger.is_noun:
        return not presupposing
    if presupposing and word is not None and _goes_with(word, trigger):
        return False
    return trigger.support is not None or not is_definite(trigger)


def _is_inverted(trigger: Trigger) -> bool:
    """Stands the finite verb of a clause before its subject, as in a question ("*is Chad* ready?")?"""
    word = trigger.token
    clause = word if word.pos_ in {"VERB", "AUX"} and not trigger.is_noun else verb_above(word) or word
    subject, finite = child(clause, *SUBJECTS) or child(word, *SUBJECTS), child(clause, "aux", "auxpass") or clause
    return subject is not None and finite.i < subject.i


def _goes_with(word: Token, trigger: Trigger) -> bool:
    """Does a question word ask which of its kind a noun means ("*what talks* are planned?")?"""
    return word.head in (trigger.noun, trigger.outer)
