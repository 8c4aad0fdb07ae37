"""Who is named: the mentions of actors in an article and whom each stands for.

The steps, one module each: the lexicon is laid over each sentence (``terms``), persons' names are told from others
(``person_names``, ``organisation_names``), noun phrases are built around both (``noun_phrases``, ``postmodifiers``),
the persons' names are joined (``identity``, ``holders``), each phrase gets its entities (``casting``), and pronouns and
role nouns are resolved where one reading is clearly right (``coreference``, ``role_nouns``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.lexicon.actors import ActorLexicon
from communique.reading.acronyms import acronyms_in
from communique.reading.cast import ActorMention, Cast, Entity, How
from communique.reading.casting import Casting
from communique.reading.coreference import resolve_pronouns
from communique.reading.noun_phrases import Phrase, find_phrases
from communique.reading.organisation_names import organisation_names
from communique.reading.parse import ParsedArticle
from communique.reading.person_names import full_names, name_runs, persons_among
from communique.reading.polity_nouns import resolve_polity_nouns
from communique.reading.postmodifiers import link
from communique.reading.role_nouns import resolve_role_nouns
from communique.reading.terms import find_terms
from communique.records import Mention

__all__ = ["ActorLexicon", "ActorMention", "Cast", "Entity", "How", "find_actors", "mention_records"]


def find_actors(parsed: ParsedArticle, lexicon: ActorLexicon) -> Cast:
    """All actors of an article. The same article and lexicon give the same cast."""
    people = _words_of_people(parsed)
    laid = [
        (sentence, terms := find_terms(sentence, lexicon, people), name_runs(sentence, terms))
        for sentence in parsed.sentences
    ]
    surnames = frozenset(name for sentence, _, runs in laid for name in full_names(sentence, runs))
    acronyms = acronyms_in(parsed.sentences)
    phrases: list[Phrase] = []
    for sentence, terms, runs in laid:
        persons = persons_among(sentence, runs, surnames)
        found = find_phrases(sentence, terms, persons, organisation_names(sentence, terms, persons, acronyms))
        link(found, terms, lexicon)
        phrases.extend(found)
    casting = Casting(parsed.article.id, lexicon, phrases)
    mentions = casting.mentions()
    pronouns = resolve_pronouns(parsed, mentions, casting.genders)
    _share_offices(pronouns, mentions)
    named = sorted((*mentions, *pronouns), key=_place)
    dual, heads = resolve_role_nouns(parsed, named, casting.state_of, lexicon)
    polities = tuple(resolve_polity_nouns(parsed, named, casting.modifiers, casting.state_of, lexicon))
    heads |= {(mention.sentence.index, mention.head.i) for mention in polities}
    kept = [mention for mention in mentions if (mention.sentence.index, mention.head.i) not in heads]
    pronouns = _follow(pronouns, mentions, dual)
    return Cast(sorted((*kept, *pronouns, *dual, *polities), key=_place), casting.modifiers)


def _follow(
    pronouns: Sequence[ActorMention], mentions: Sequence[ActorMention], dual: Sequence[ActorMention]
) -> tuple[ActorMention, ...]:
    """The pronouns, those that take up a dual noun ("*The two leaders* … they") for the actors that it means."""
    meant = {(m.sentence.index, m.head.i): m.entities for m in dual}
    nouns = ((m.entities, meant.get((m.sentence.index, m.head.i))) for m in mentions)
    named = {entities: both for entities, both in nouns if both is not None}
    return tuple(replace(p, entities=named.get(p.entities, p.entities)) for p in pronouns)


def _words_of_people(parsed: ParsedArticle) -> frozenset[str]:
    """The words of the names of two words or more that the recogniser takes for persons'."""
    return frozenset(
        token.text
        for sentence in parsed.sentences
        for entity in sentence.tokens.ents
        if entity.label_ == "PERSON" and len(entity) > 1
        for token in entity
    )


def _share_offices(pronouns: Sequence[ActorMention], mentions: Sequence[ActorMention]) -> None:
    """A counterpart holds the same office as the person whose counterpart it is ("met his Japanese counterpart")."""
    at = {(m.sentence.index, i): m for m in mentions for i in range(m.first.i, m.last.i + 1)}
    for pronoun in pronouns:
        mention = at.get((pronoun.sentence.index, pronoun.head.head.i))
        if pronoun.head.dep_ != "poss" or mention is None or len(mention.entities) != 1 or len(pronoun.entities) != 1:
            continue
        office = pronoun.entities[0].office
        if mention.entities[0].office == "Counterpart" and office is not None:
            mention.entities[0].office = office


def _place(mention: ActorMention) -> tuple[int, int, int]:
    return mention.sentence.index, mention.first.i, mention.last.i


def mention_records(cast: Cast) -> tuple[Mention, ...]:
    """The mentions as records, one for each entity of a mention, in reading order.

    A mention by name has the name as written there, so that all names of an actor can be gathered from its mentions.
    """
    return tuple(
        Mention(
            actor=entity.id,
            name=mention.name or entity.name,
            type=entity.type,
            country=entity.country,
            sector=entity.sector,
            office=entity.office,
            span=mention.sentence.span(mention.first, mention.last),
        )
        for mention in cast.mentions
        for entity in mention.entities
    )
