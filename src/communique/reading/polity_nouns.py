"""Nouns that take up one state named before: "the kingdom", "the country", "the North"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from communique.lexicon.actors import ActorLexicon
from communique.lexicon.toponyms import load_toponym_words
from communique.reading.cast import ActorMention, Entity
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.relations import deep_subject
from communique.reading.syntax import SUBJECTS, verb_above
from communique.reading.tokens import Token

_REACH = 2
_DEFINITE = frozenset({"the", "this"})
_WHERE = frozenset({"in", "inside", "within"})
_POSSESSIVES = frozenset({"his", "her", "their", "its"})


def resolve_polity_nouns(
    parsed: ParsedArticle,
    mentions: Sequence[ActorMention],
    state_entity: Callable[[str], Entity],
    lexicon: ActorLexicon,
) -> Iterator[ActorMention]:
    """Mentions by a definite noun for a state, where one is clearly meant.

    A form of government picks out the nearest state that has it in its full name ("Riyadh … the *kingdom*"). Any other
    such noun needs a sentence, this one so far or else the one before, that speaks of one state only, or as subject of
    a main clause that names none yet goes on with the subject of the sentence before (centering theory; Grosz, Joshi
    and Weinstein 1995). What a state does, it does to another one (binding principle B), so the noun never means the
    state whose act it is the object of. "*His* country" is that of the subject before it. "*The North*" is the one
    state so called that was named before ("North Korea").
    """
    states = _States(mentions, lexicon)
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if (code := states.of_quarter(sentence, token)) is not None:
                yield ActorMention(sentence, token.left_edge, token, token, "role", (state_entity(code),))
            if token.tag_ != "NN" or not states.is_polity(token):
                continue
            if (code := states.owned(sentence, token)) is not None:
                yield ActorMention(sentence, token.left_edge, token, token, "role", (state_entity(code),))
            if not is_bare(token) or states.taken(sentence, token):
                continue
            if (code := states.meant(sentence, token)) is not None:
                first = min(token.children, key=lambda t: t.i)
                yield ActorMention(sentence, first, token, token, "role", (state_entity(code),))


def is_bare(token: Token) -> bool:
    """Is the noun definite and neither owned, narrowed by a phrase behind it, nor only a part of another noun?"""
    if not token.children or token.dep_ in {"compound", "amod", "nmod", "appos"}:
        return False
    before = list(token.lefts)
    behind = (c for c in token.children if c.i > token.i)
    narrowed = any(c.dep_ in {"relcl", "acl", "appos"} or _is_owner(c) or _is_goal(c) for c in behind)
    plain = all(c.dep_ in {"det", "amod"} for c in before) and not narrowed
    return plain and any(c.lower_ in _DEFINITE for c in before)


def _is_owner(preposition: Token) -> bool:
    """Does "of" behind the noun say whose it is ("the kingdom *of the Franks*", not "accused it *of theft*")?"""
    noun = preposition.head
    charged = noun.dep_ == "dobj" and noun.head.lemma_.lower() in load_toponym_words()["addressing"]
    return preposition.lower_ == "of" and not charged


def _is_goal(preposition: Token) -> bool:
    """Does "to" behind the noun say where something moves ("the movement *to* higher prices"), no body of people?"""
    return preposition.dep_ == "prep" and preposition.lower_ in {"to", "toward", "towards"}


def _is_main_subject(token: Token) -> bool:
    return token.dep_ in SUBJECTS and token.head.dep_ == "ROOT"


class _States:
    """The states that an article speaks of, sentence by sentence."""

    def __init__(self, mentions: Sequence[ActorMention], lexicon: ActorLexicon) -> None:
        self._forms = lexicon.words["form of state"]
        self.nouns = lexicon.words["polity"] | self._forms
        self._lexicon = lexicon
        self._by_sentence: dict[int, list[ActorMention]] = {}
        for mention in mentions:
            self._by_sentence.setdefault(mention.sentence.index, []).append(mention)

    def is_polity(self, token: Token) -> bool:
        """Is the word a noun for a state?"""
        return token.lower_ in self.nouns

    def of_quarter(self, sentence: Sentence, token: Token) -> str | None:
        """The code of the one state named so far that "the North" or "the South" is short for."""
        if token.tag_ != "NNP" or token.lower_ not in load_toponym_words()["direction"] or not is_bare(token):
            return None
        before = (m for index, here in self._by_sentence.items() if index <= sentence.index for m in here)
        named = [code for code in self._codes(before) if self._begins(code, f"{token.text} ")]
        return named[0] if len(named) == 1 and not self.taken(sentence, token) else None

    def _begins(self, code: str, word: str) -> bool:
        state = self._lexicon.state_of_code.get(code)
        return state is not None and any(name.startswith(word) for name in state.names)

    def owned(self, sentence: Sentence, token: Token) -> str | None:
        """The code of the state of the subject that a possessive before the noun takes up ("said *his country*")."""
        if not any(c.dep_ == "poss" and c.lower_ in _POSSESSIVES for c in token.children):
            return None
        before = [
            m for m in self._by_sentence.get(sentence.index, ()) if m.last.i < token.i and m.head.dep_ in SUBJECTS
        ]
        codes = {entity.country for entity in before[-1].entities} if before else set()
        return codes.pop() if len(codes) == 1 else None

    def taken(self, sentence: Sentence, token: Token) -> bool:
        """Is the noun part of a mention already ("the Gulf kingdom of Bahrain")?"""
        return any(m.first.i <= token.i <= m.last.i for m in self._by_sentence.get(sentence.index, ()))

    def meant(self, sentence: Sentence, token: Token) -> str | None:
        """The code of the state that the noun means, if that is clear."""
        acting = self._acting(sentence, token)
        if token.lower_ in self._forms:
            wanted = f"{self._qualifier(token)}{token.lower_}"
            near = (c for codes in self._back(sentence, token) for c in reversed(codes))
            return next((c for c in near if c not in acting and self._is_called(c, wanted)), None)
        for distance, codes in enumerate(self._back(sentence, token)):
            if others := set(codes) - acting:
                goes_on = self._subjects(sentence.index - 1) if distance == 1 and _is_main_subject(token) else set()
                meant = others if len(others) == 1 else goes_on
                return meant.pop() if len(meant) == 1 else None
        return None

    def _subjects(self, index: int) -> set[str]:
        """The states of the subject of a sentence's main clause."""
        return set(self._codes(m for m in self._by_sentence.get(index, ()) if _is_main_subject(m.head)))

    def _qualifier(self, token: Token) -> str:
        qualities = (c.text for c in token.children if c.dep_ == "amod" and c.text.istitle())
        return "".join(f"{word.lower()} " for word in qualities)

    def _is_called(self, code: str, wanted: str) -> bool:
        state = self._lexicon.state_of_code.get(code)
        names = [name.lower() for name in state.names] if state is not None else []
        return any(f"{wanted} of" in name or f"united {wanted}" in name for name in names)

    def _back(self, sentence: Sentence, token: Token) -> Iterator[list[str]]:
        """The states' codes of this sentence before the noun, and of the sentences before it, in order each."""
        yield self._codes(m for m in self._by_sentence.get(sentence.index, ()) if m.last.i < token.i)
        for index in range(sentence.index - 1, max(sentence.index - 1 - _REACH, -1), -1):
            yield self._codes(self._by_sentence.get(index, ()))

    def _acting(self, sentence: Sentence, token: Token) -> set[str]:
        """The states of the subject of the verb that the noun is the object of, or of those who are abroad there.

        In "there are U.S. troops in the country" it is not the U.S.
        """
        if token.dep_ in SUBJECTS:
            return set()
        placed = token.head.head if token.dep_ == "pobj" and token.head.lower_ in _WHERE else None
        if placed is not None and placed.pos_ in {"NOUN", "PROPN"}:
            return self._states_at(sentence, placed)
        verb = verb_above(token)
        subject = deep_subject(verb) if verb is not None else None
        if subject is None:
            return set()
        return self._states_at(sentence, subject)

    def _states_at(self, sentence: Sentence, noun: Token) -> set[str]:
        here = self._by_sentence.get(sentence.index, ())
        return set(self._codes(m for m in here if m.first.i <= noun.i <= m.last.i))

    @staticmethod
    def _codes(mentions: Iterable[ActorMention]) -> list[str]:
        entities = (e for m in mentions for e in m.entities if e.type != "place")
        return list(dict.fromkeys(e.country for e in entities if e.country is not None))
