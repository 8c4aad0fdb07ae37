"""Acts that a question asks for, and those that it takes for granted.

A question with "when", "why" or "who" presupposes the rest of its clause ("*when did Chad attack* Niger?"), and any
question what a definite noun in it names ("is there an end to *the war*?"; Karttunen 1973, Levinson 1983, ch. 4).
"""

from __future__ import annotations

from communique.reading.presupposition import is_definite
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
    """Does a question ask whether an act takes place, so that nobody says that it does?"""
    tokens = [t for t in trigger.sentence.tokens if not t.is_space and not t.is_quote]
    if not tokens or tokens[-1].text != "?" or any(t.dep_ == "ccomp" for t in trigger.token.ancestors):
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


def _goes_with(word: Token, trigger: Trigger) -> bool:
    """Does a question word ask which of its kind a noun means ("*what talks* are planned?")?"""
    return word.head in (trigger.noun, trigger.outer)
