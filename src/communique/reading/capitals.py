"""Capitals that a text does not name: "in the Malian capital", "Chad's capital", "the capital" of a state just named.

Whose capital it is, an adjective, a possessive or "of" says. "The capital" alone is the place of the dateline if that
is a capital and the sentence names no other state, else that of the one state that its sentence, or if it names none
the text just before it, has named. Where two states could be meant it stays unknown.
"""

from __future__ import annotations

from communique.lexicon.states import State, load_states
from communique.lexicon.toponyms import load_toponym_words
from communique.reading.parse import Sentence
from communique.reading.seats import city_at
from communique.reading.syntax import prepositional
from communique.reading.tokens import Token
from communique.records import Place, Span

#: How many characters before the sentence may say which state's capital is meant.
_REACH = 400
#: Words before the noun that may say it ("the Papua New Guinean capital").
_WORDS = 5
_NAMES = frozenset({"name", "adjective", "demonym"})


def capital_meant(sentence: Sentence, noun: Token, told_from: Place | None) -> Place | None:
    """The city that a phrase such as "the Malian capital" stands for; ``told_from`` is the place of the dateline."""
    if noun.lemma_.lower() not in load_toponym_words()["capital"] or noun.tag_ not in {"NN", "NNP", "NNS"}:
        return None
    named = any(c.ent_type_ in {"GPE", "LOC"} for c in noun.children if c.dep_ == "appos")
    if named:
        return None  # "the capital, Lima"
    state = _owner(sentence, noun)
    if state is None and noun.tag_ == "NNS":
        return None
    if state is None:
        if [c.lower_ for c in noun.children if not c.is_punct and c.dep_ not in {"prep", "relcl", "appos"}] != ["the"]:
            return None  # "the commercial capital", "venture capital", "its capital"
        return _of_context(sentence, noun, told_from)
    return _capital(state, _span(sentence, noun))


def _owner(sentence: Sentence, noun: Token) -> State | None:
    """The state whose capital the phrase says it is."""
    states = load_states()
    for inner in prepositional(noun, "of"):
        if (state := states.by_name(sentence.span(inner.left_edge, inner).text)) is not None:
            return state
    before = noun.doc.tokens[max(noun.sent.start, noun.i - _WORDS) : noun.i]
    possessive = bool(before) and before[-1].tag_ == "POS"
    words = before[:-1] if possessive else before
    for token in words:
        # of "the Kenyan and Tanzanian capitals" the first is told, as of "in Kenya and Tanzania"
        text = sentence.span(token, token if noun.tag_ == "NNS" else words[-1]).text
        state = states.by_name(text) if possessive else states.by_adjective(text)
        if state is not None:
            return state
    return None


def _of_context(sentence: Sentence, noun: Token, told_from: Place | None) -> Place | None:
    """The capital of the one state that has been spoken of."""
    start, here = sentence.whole.start, sentence.start_of(noun)
    states, span = load_states(), _span(sentence, noun)
    named = _states_in(sentence.text[start:here])
    if told_from is not None and (told := states.by_capital(told_from.name)) is not None:
        # told from Lima, in a sentence about Mali, "the capital" may be either
        return _capital(told, span) if all(state.country == told.country for state in named) else None
    if not named:
        named = _states_in(sentence.text[max(0, start - _REACH) : start])
    return _capital(named[0], span) if len(named) == 1 else None


def _states_in(text: str) -> list[State]:
    """The states that a stretch of text names, each once."""
    found = (f.phrase for f in load_states().find(text))
    return list({phrase.state.country: phrase.state for phrase in found if phrase.kind in _NAMES}.values())


def _span(sentence: Sentence, noun: Token) -> Span:
    return sentence.span(noun.left_edge if noun.left_edge.i >= noun.i - _WORDS else noun, noun)


def _capital(state: State, span: Span) -> Place | None:
    """The first capital of a state, as a place that the words of the span stand for."""
    now = load_states().by_code.get(state.country, state)
    return city_at(now.capitals[0], now.country, span) if now.capitals else None
