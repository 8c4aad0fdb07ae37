"""Who speaks where a text is said to: the body whose statement "the statement said" means.

Whose a text is stands beside it ("a *ministry* statement", "a letter from *Chad*") or in the clause that it is in ("the
*ministry* said in a statement", "*Chad* issued a communiqué"). A definite text without an owner is the last of its name
that had one. Which nouns are such texts is the word class ``issued text``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Set

import msgspec

from communique.reading.cast import ActorMention, Cast, Entity
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.relations import surface_subject
from communique.reading.syntax import child, prepositional
from communique.reading.tokens import Token
from communique.records import Speaker

_DEFINITE = frozenset({"the", "this", "that", "its", "their"})
#: How far back, in characters, the text may have been named with its owner.
_REACH = 2_500


class Issuers:
    """The texts of an article and whose they are, in reading order. ``nouns`` are the lemmas of texts."""

    def __init__(self, parsed: ParsedArticle, cast: Cast, nouns: Set[str]) -> None:
        self._cast = cast
        self._nouns = nouns
        self._known: dict[str, list[tuple[int, Entity]]] = {}
        for sentence in parsed.sentences:
            for token in sentence.tokens:
                if token.pos_ == "NOUN" and token.lemma_.lower() in nouns:
                    owner = self._owner(sentence, token)
                    if owner is not None:
                        place = sentence.start_of(token)
                        self._known.setdefault(token.lemma_.lower(), []).append((place, owner))

    def resolve(self, speaker: Speaker | None, source: tuple[Sentence, Token] | None) -> Speaker | None:
        """The speaker, a text replaced by whoever issued it."""
        if speaker is None or source is None or speaker.actor is not None:
            return speaker
        sentence, noun = source
        if noun.lemma_.lower() not in self._nouns:
            return speaker
        issuer = self._owner(sentence, noun) or self._before(sentence, noun)
        if issuer is None:
            return speaker
        return msgspec.structs.replace(
            speaker, name=issuer.name, actor=issuer.id, country=issuer.country, sector=issuer.sector
        )

    def _before(self, sentence: Sentence, noun: Token) -> Entity | None:
        """The owner of the last text of that name before a definite one."""
        known = self._known.get(noun.lemma_.lower(), [])
        place = sentence.start_of(noun)
        index = bisect_left(known, place, key=lambda one: one[0]) - 1
        if self._cast.modifiers(sentence, noun):
            return None
        article = child(noun, "det", "poss")
        near = index >= 0 and place - known[index][0] <= _REACH
        return known[index][1] if near and article is not None and article.lower_ in _DEFINITE else None

    def _owner(self, sentence: Sentence, noun: Token) -> Entity | None:
        """The one actor whose text a noun names; ``None`` where that is nobody or more than one."""
        beside = [m for m in self._cast.modifiers(sentence, noun) if not _is_topic(m)]
        behind = [m for o in prepositional(noun, "by", "from") if (m := self._cast.at(sentence, o)) is not None]
        mentions = beside[-1:] or behind or list(self._in_clause(sentence, noun))
        entities = {entity.id: entity for mention in mentions for entity in mention.entities}
        return next(iter(entities.values())) if len(entities) == 1 else None

    def _in_clause(self, sentence: Sentence, noun: Token) -> Iterator[ActorMention]:
        """Who says something in a text, or issues it."""
        inside = noun.dep_ == "pobj" and noun.head.lower_ == "in" and child(noun, "det", "poss") is not None
        verb = noun.head.head if inside else noun.head if noun.dep_ == "dobj" else None
        subject = surface_subject(verb) if verb is not None and verb.pos_ == "VERB" else None
        mention = self._cast.at(sentence, subject) if subject is not None else None
        if mention is not None:
            yield mention


def _is_topic(mention: ActorMention) -> bool:
    """Is a state before a text what it is about, or where it was made, rather than whose ("the *Paris* statement")?

    Not so a seat of power or an abbreviation ("a *Kremlin* statement", "the *US* statement").
    """
    word = mention.head
    place = word.ent_type_ == "GPE" or any(e.sector is None for e in mention.entities)
    return mention.how == "state" and word.dep_ == "compound" and place and not word.text.replace(".", "").isupper()
