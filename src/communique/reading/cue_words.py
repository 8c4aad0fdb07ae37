"""Where the cues of attribution stand in an article, each with the lexicon entries that may apply to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.lexicon.cues import Cue, Cues, PartOfSpeech
from communique.reading.parse import Sentence
from communique.reading.syntax import SUBJECTS, child
from communique.reading.tokens import Token
from communique.records import Span

_PARTS: dict[str, PartOfSpeech] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
_COPULAS = frozenset({"be", "become", "remain", "feel", "seem", "appear"})
_POSSIBLE = frozenset({"would", "could", "might", "may", "should", "can", "ca", "must", "will", "wo", "'d"})
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})
#: Prepositions behind which a gerund names a matter and tells of no act ("it is about reporting bugs").
_OF_MATTERS = frozenset({"about", "than", "like", "without", "against", "into"})
_AUXILIARIES = frozenset({"aux", "auxpass", "neg"})


@dataclass(frozen=True, slots=True, eq=False)
class CueWord:
    """A cue in a sentence: its token, and its entries with the particle or preposition that each of them needs."""

    sentence: Sentence
    token: Token
    readings: Sequence[tuple[Cue, Token | None]]

    @property
    def position(self) -> int:
        """Where the cue begins in the article."""
        return self.sentence.start_of(self.token)

    def entries(self, complement: str) -> Iterator[tuple[Cue, Token | None]]:
        """The entries that take a complement, in the order of the lexicon."""
        return ((cue, second) for cue, second in self.readings if complement in cue.complements)

    def takes(self, complement: str) -> bool:
        """Does any entry of the cue take the complement?"""
        return any(complement in cue.complements for cue, _ in self.readings)

    @property
    def span(self) -> Span:
        """The cue with its auxiliaries before it and its particle or preposition behind it."""
        first = last = self.token
        for c in self.token.children:
            if c.dep_ in _AUXILIARIES and c.i < first.i and first.i - c.i <= 2:
                first = c
        seconds = [second for _, second in self.readings if second is not None]
        if seconds and seconds[0].i == last.i + 1:
            last = seconds[0]
        return self.sentence.span(first, last)


def find_cue_words(sentence: Sentence, cues: Cues) -> Iterator[CueWord]:
    """The cues of a sentence in reading order."""
    for token in sentence.tokens:
        if token.lower_ == "according":
            readings = _with_second(token, cues.of("preposition", "according"))
        else:
            part = _PARTS.get(token.pos_)
            entries = cues.of(part, token.lemma_.lower()) if part is not None else ()
            if not entries or _modifies(token) or (part == "adjective" and not _predicative(token)):
                continue
            readings = _with_second(token, entries)
        if readings:
            yield CueWord(sentence, token, readings)


def _modifies(token: Token) -> bool:
    """Does the token stand before a noun that it modifies, whatever the parser says?

    "By *protesting* legislators" and "the city's *defending* champion" come out as verbs with an object.
    """
    if token.dep_ in _BEFORE_NOUN:
        return True
    noun = child(token, "dobj")
    if token.tag_ != "VBG" or noun is None or noun.i != token.i + 1 or any(True for _ in noun.lefts):
        return False
    return (token.dep_ == "pcomp" and token.head.dep_ == "agent") or (token.dep_ == "acl" and noun.tag_ == "NN")


def _predicative(token: Token) -> bool:
    return token.dep_ in {"acomp", "oprd", "ROOT", "conj"} and token.head.lemma_.lower() in _COPULAS


def _with_second(token: Token, entries: Sequence[tuple[str | None, Cue]]) -> list[tuple[Cue, Token | None]]:
    """The entries whose particle or preposition stands with the token."""
    found: list[tuple[Cue, Token | None]] = []
    for second, cue in entries:
        if second is None:
            found.append((cue, None))
            continue
        behind = [c for c in token.children if c.i > token.i and c.dep_ in {"prt", "prep", "advmod"}]
        word = next((c for c in behind if c.lower_ == second), None)
        if word is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == second:
            word = token.nbor()
        if word is not None:
            found.append((cue, word))
    return found


def negated(cue: CueWord) -> bool:
    """Is it said that the cue did not happen ("did not say")?"""
    verb = cue.token
    if verb.dep_ == "conj" and verb.tag_ == "VB" and child(verb, "aux", *SUBJECTS) is None:
        verb = verb.head  # "did *not* concede or admit"
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return any(c.dep_ == "neg" for token in (verb, *auxiliaries) for c in token.children)


def unsaid(cue: CueWord) -> bool:
    """Is the cue only possible, not reported ("would say", "too early to tell"), or said itself ("*Thank* you")?"""
    token = cue.token
    opens = token.i == cue.sentence.tokens[0].i and token.tag_ in {"VB", "VBP"}
    if opens and token.dep_ == "ROOT" and child(token, "aux", *SUBJECTS) is None:
        return True
    if any(c.dep_ == "aux" and c.lower_ in _POSSIBLE for c in token.children):
        return True
    if token.tag_ == "VBG" and (token.dep_ == "csubj" or (token.dep_ == "pcomp" and token.head.lower_ in _OF_MATTERS)):
        return True  # "it is about *reporting* bugs", "*proving* that it works will help"
    infinitive = any(c.tag_ == "TO" for c in token.children)
    return infinitive and token.head.pos_ == "ADJ" and token.dep_ in {"xcomp", "ccomp", "advcl"}
