"""Whom "I" and "we" mean in what is quoted: the speaker, whose own act the words may be.

Acts that are done by saying so (Austin 1962) are done in the first person: "We condemn the raid," the minister said, is
his condemnation. Only the subject of a finite clause in the present, past or perfect is read so: what "we" will, should
or have to do is often meant of a whole nation. The words have to stand between the quotation marks of a statement whose
speaker is one known actor; elsewhere nobody knows who "we" is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from communique.reading.cast import ActorMention, Cast, Entity
from communique.reading.discourse import quoted_tokens
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.tokens import Token
from communique.records import Statement

#: The words for whoever speaks, as subjects.
FIRST_PERSON = frozenset({"i", "we"})
_DUTIES = frozenset({"have", "need", "go"})
_FINITE = frozenset({"VBP", "VBD"})
#: Forms of a verb with their auxiliaries: "have asked", "are asking", "have been asking", "do not ask".
_TOLD = frozenset(
    {
        ("VBN", frozenset({"have"})),
        ("VBG", frozenset({"be"})),
        ("VBG", frozenset({"have", "be"})),
        ("VB", frozenset({"do"})),
    }
)


def with_first_person(parsed: ParsedArticle, cast: Cast, statements: Sequence[Statement]) -> Cast:
    """The cast with a mention for each "I" and "we" in a quotation whose speaker is known."""
    entities = {entity.id: entity for entity in cast.entities}
    spoken = [s for s in statements if s.quoted != "indirect" and s.speaker is not None and s.speaker.actor in entities]
    if not spoken:
        return cast
    found = [mention for sentence in parsed.sentences for mention in _mentions(sentence, spoken, entities)]
    return cast.joined(found) if found else cast


def _mentions(
    sentence: Sentence, spoken: Sequence[Statement], entities: Mapping[str, Entity]
) -> Iterator[ActorMention]:
    """The mentions of the speaker by "I" and "we" in one sentence. ``spoken`` are in the order of their content."""
    words = [token for token in sentence.tokens if token.lower_ in FIRST_PERSON and _acts(token)]
    quoted = quoted_tokens(sentence) if words else frozenset()
    for token in words:
        position = sentence.start_of(token)
        index = bisect_right(spoken, position, key=lambda s: s.content.start) - 1
        statement = spoken[index] if index >= 0 and position < spoken[index].content.end else None
        if token.i in quoted and statement is not None and statement.speaker is not None:
            entity = entities[statement.speaker.actor or ""]
            yield ActorMention(sentence, token, token, token, "pronoun", (entity,))


def _acts(pronoun: Token) -> bool:
    """Is it the subject of a verb in the present, past or perfect ("we *condemn*", "I *have asked*", "we *are* going")?

    What somebody is going to do is not done yet.
    """
    verb = pronoun.head
    duty = verb.lemma_ in _DUTIES and any(c.dep_ == "xcomp" for c in verb.children)
    if pronoun.dep_ != "nsubj" or duty:
        return False
    auxiliaries = frozenset(c.lemma_.lower() for c in verb.children if c.dep_ in {"aux", "auxpass"})
    return (verb.tag_, auxiliaries) in _TOLD or (verb.tag_ in _FINITE and not auxiliaries)
