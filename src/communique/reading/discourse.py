"""The mentions of an article as a reader has them in mind who meets a pronoun: by sentence, outside of quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import islice

from communique.reading.cast import ActorMention, Entity
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.syntax import SUBJECTS, conjuncts
from communique.reading.tokens import Token

#: How many sentences of a quotation may stand between a sentence and the one that the article told before.
_LONGEST_QUOTATION = 6
_PLURAL_NOUNS = frozenset({"NNS", "NNPS"})
_OPENING, _CLOSING, _EITHER = "\u201c", "\u201d", '"'
_OPENED, _TYPED = "``", "''"
_MARKS = (_OPENING, _EITHER, _OPENED, _TYPED)
#: Nouns with "of" that make one out of several ("*one* of the rebels").
_SINGLING = frozenset({"one", "member", "part", "either", "neither", "each", "none"})


class Discourse:
    """The mentions of one article, sentence by sentence; ``partitives`` are nouns that count or group others."""

    def __init__(self, parsed: ParsedArticle, mentions: Sequence[ActorMention], partitives: Set[str]) -> None:
        self._sentences = parsed.sentences
        self._partitives = partitives
        self._by_sentence: dict[int, list[ActorMention]] = {}
        self._quoted = _quoted(parsed.sentences)
        for mention in mentions:
            if mention.head.i not in self._quoted[mention.sentence.index]:
                self.add(mention)

    def add(self, mention: ActorMention) -> None:
        """Have in mind what a pronoun means, too."""
        self._by_sentence.setdefault(mention.sentence.index, []).append(mention)

    def quoted(self, sentence: Sentence) -> frozenset[int]:
        """The tokens of a sentence that stand in a quotation."""
        return self._quoted[sentence.index]

    def of(self, sentence: Sentence) -> Sequence[ActorMention]:
        """The mentions of a sentence."""
        return self._by_sentence.get(sentence.index, ())

    def earlier(self, sentence: Sentence, token: Token) -> list[ActorMention]:
        """The mentions of a sentence before a token."""
        return [m for m in self.of(sentence) if m.last.i < token.i]

    def headed(self, sentence: Sentence, noun: Token) -> list[ActorMention]:
        """The mentions that a noun is in, or counts or groups."""
        return [m for m in self.of(sentence) if m.first.i <= noun.i <= m.last.i or self.head(m) is noun]

    def before(self, sentence: Sentence, reach: int = 1) -> Iterator[Sentence]:
        """The sentences before one that the article tells in its own voice, the nearest first, ``reach`` at most."""
        first = max(sentence.index - reach - _LONGEST_QUOTATION, -1)
        earlier = (self._sentences[i] for i in range(sentence.index - 1, first, -1))
        return islice((s for s in earlier if not self._is_quotation(s)), reach)

    def _is_quotation(self, sentence: Sentence) -> bool:
        quoted = self._quoted[sentence.index]
        return bool(quoted) and all(t.i in quoted or t.is_punct or t.is_space for t in sentence.tokens)

    def head(self, mention: ActorMention) -> Token:
        """The noun by which a mention hangs in its clause: what counts or groups it ("*hundreds* of rebels fled")."""
        noun = mention.head
        while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.tag_ in _PLURAL_NOUNS:
            outer = noun.head.head
            counting = outer.pos_ in {"NOUN", "NUM", "PRON", "DET", "ADJ"} and outer.lower_ not in _SINGLING
            if not counting or (outer.lemma_.lower() not in self._partitives and outer.tag_ != "CD"):
                break
            noun = outer
        return noun

    def is_subject(self, mention: ActorMention) -> bool:
        """Is a mention the subject of a clause?"""
        return self.head(mention).dep_ in SUBJECTS

    def verb(self, mention: ActorMention) -> Token:
        """The verb, or whatever else it is, on which a mention hangs."""
        return self.head(mention).head

    def main(self, mentions: Sequence[ActorMention]) -> list[ActorMention]:
        """The mentions that are subject of the sentence's main clause."""
        return [m for m in mentions if self.is_subject(m) and self.verb(m).dep_ == "ROOT"]

    def joined(self, sentence: Sentence, mention: ActorMention) -> tuple[Entity, ...]:
        """The actors of a mention and of those joined to it by "and"."""
        joined = (m for noun in conjuncts(self.head(mention)) for m in self.headed(sentence, noun))
        return tuple(dict.fromkeys(entity for m in joined for entity in m.entities))


def is_plural(mention: ActorMention) -> bool:
    """Does a mention name a group or several actors in the plural?"""
    plural = mention.head.tag_ in _PLURAL_NOUNS and mention.entities[0].type != "person"
    return len(mention.entities) > 1 or plural


def one_entity(mentions: Sequence[ActorMention]) -> tuple[Entity, ...]:
    """The one entity that the mentions are of, if it is one."""
    entities = tuple(dict.fromkeys(mention.entities[0] for mention in mentions))
    return entities if len(entities) == 1 else ()


@lru_cache(maxsize=1)  # pronouns, officials and bodies of an article are resolved one after the other
def _quoted(sentences: tuple[Sentence, ...]) -> list[frozenset[int]]:
    return [quoted_tokens(sentence) for sentence in sentences]


def quoted_tokens(sentence: Sentence) -> frozenset[int]:
    """Document indexes of the tokens inside double quotation marks; a mark opened earlier in the block counts.

    Marks are typed as "straight" ones, as “curly” ones, as ``these'', or as ''these'' at both ends.
    """
    block = sentence.text[sentence.block.start : sentence.block.end]
    if not any(mark in block for mark in _MARKS):
        return frozenset()
    before = block[: sentence.start_of(sentence.tokens[0]) - sentence.block.start]
    straight = before.count(_EITHER) % 2 == 1
    curly = before.rfind(_OPENING) > before.rfind(_CLOSING)
    sided = _OPENED in block
    typed = before.rfind(_OPENED) > before.rfind(_TYPED) if sided else before.count(_TYPED) % 2 == 1
    inside: set[int] = set()
    for token in sentence.tokens:
        if token.text in {_OPENING, _CLOSING}:
            curly = token.text == _OPENING
        elif token.text == _EITHER:
            straight = not straight
        elif token.text in {_OPENED, _OPENED[0]}:
            typed = True
        elif token.text == _TYPED:
            typed = not (sided or typed)
        elif straight or curly or typed:
            inside.add(token.i)
    return frozenset(inside)
