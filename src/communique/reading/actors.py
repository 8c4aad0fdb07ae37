"""Who is named: the mentions of actors in an article and whom each stands for.

The steps, one module each: the lexicon is laid over each sentence (``terms``), persons' names are told from others
(``person_names``, ``organisation_names``), noun phrases are built around both (``noun_phrases``, ``postmodifiers``),
the persons' names are joined (``identity``, ``holders``), each phrase gets its entities (``casting``), and pronouns and
role nouns are resolved where one reading is clearly right (``coreference``, ``role_nouns``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from communique.lexicon.actors import ActorLexicon
from communique.reading.acronyms import acronyms_in
from communique.reading.body_nouns import resolve_body_nouns
from communique.reading.cast import ActorMention, Cast, Entity, How, place_of
from communique.reading.casting import Casting
from communique.reading.companies import Company, companies_in, introduced_names, short_names, split_off
from communique.reading.coreference import resolve_pronouns
from communique.reading.descriptions import without_descriptions
from communique.reading.entities import Entities
from communique.reading.named_states import towns_in
from communique.reading.namesake_firms import firms_by_name
from communique.reading.noun_phrases import find_phrases
from communique.reading.office_nouns import resolve_office_nouns
from communique.reading.organisation_names import behind_bodies, organisation_names
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.partners import firms_of_partners, partners_in
from communique.reading.person_names import NameRun, known_names, name_runs, persons_among, without_openers
from communique.reading.phrase import Phrase
from communique.reading.polity_nouns import resolve_polity_nouns
from communique.reading.postmodifiers import link
from communique.reading.predications import share_titles, tie_predicates
from communique.reading.private_life import field_of, find_posts
from communique.reading.role_nouns import resolve_role_nouns
from communique.reading.terms import NamesOfPeople, Term, find_terms
from communique.reading.tokens import Token
from communique.records import Mention, Place

__all__ = ["ActorLexicon", "ActorMention", "Cast", "Entity", "How", "find_actors", "mention_records"]

Laid = tuple[Sentence, tuple[Term, ...], tuple[Company, ...], tuple[NameRun, ...]]


def find_actors(parsed: ParsedArticle, lexicon: ActorLexicon, places: Sequence[Place] = ()) -> Cast:
    """All actors of an article; its ``places`` tell whose some are. The same article and lexicon give the same cast."""
    people = _names_of_people(parsed, lexicon)
    laid = [_laid(sentence, lexicon, people, places) for sentence in parsed.sentences]
    laid = _with_partners(laid)
    short = short_names(((s.tokens.doc, firm) for s, _, firms, _ in laid for firm in firms), lexicon)
    names = without_openers([(sentence, runs) for sentence, _, _, runs in laid], short)
    laid = [(s, terms, firms, runs) for (s, terms, firms, _), runs in zip(laid, names, strict=True)]
    short |= {n for s, _, _, runs in laid for n in introduced_names(s.tokens.doc, runs, lexicon)}
    known = known_names((s, split_off(s.tokens.doc, runs, firms, short)[0]) for s, _, firms, runs in laid)
    firms_too = firms_by_name([(s, runs) for s, _, _, runs in laid], short & known.last, lexicon.words)
    short -= known.last - firms_too
    things, on = lexicon.words["not a body"], lexicon.words["body with a matter"]
    acronyms = acronyms_in(parsed.sentences, things)
    phrases: list[Phrase] = []
    for sentence, terms, companies, runs in laid:
        maybe, firms = split_off(sentence.tokens.doc, runs, companies, short, lexicon.words["opener of a firm"])
        letters = {token.i for token in sentence.tokens if token.text in acronyms.proper}
        letters.update(behind_bodies(sentence, terms))
        maybe = tuple(run for run in maybe if not (run.first == run.last and run.first in letters))
        persons = persons_among(sentence, maybe, known, lexicon.words)
        bodies = organisation_names(sentence, terms, persons, acronyms, (*companies, *firms), things, on)
        found = find_phrases(sentence, terms, persons, bodies)
        link(found, terms, lexicon)
        tie_predicates(found, lexicon.words)
        share_titles(found)
        phrases.extend(found)
    field = field_of(parsed.sentences, phrases, lexicon.words)
    find_posts(phrases, field, lexicon.words)
    entities = Entities(parsed.article.id, lexicon, _spoken_of(t for _, terms, _, _ in laid for t in terms))
    casting = Casting(entities, lexicon, phrases, towns_in(parsed, places))
    mentions = without_descriptions(casting.mentions())
    pronouns = _pronouns(parsed, mentions, casting, lexicon)
    if holders := tuple(resolve_office_nouns(mentions, pronouns, lexicon)):
        meant = {(m.sentence.index, m.head.i): m for m in holders}
        mentions = tuple(meant.get((m.sentence.index, m.head.i), m) for m in mentions)
        pronouns = _pronouns(parsed, mentions, casting, lexicon)
    named = sorted((*mentions, *pronouns), key=place_of)
    dual, heads = resolve_role_nouns(parsed, named, entities, lexicon)
    polities = tuple(resolve_polity_nouns(parsed, named, entities.state_of, lexicon))
    taken_up = tuple(resolve_body_nouns(parsed, named, casting.modifiers, lexicon))
    heads |= {(mention.sentence.index, mention.head.i) for mention in (*polities, *taken_up)}
    kept = [mention for mention in mentions if (mention.sentence.index, mention.head.i) not in heads]
    if heads:  # pronouns may take up such a noun ("*The two leaders* … they", "*The bloc* said it …")
        kept = sorted((*kept, *dual, *polities, *taken_up), key=place_of)
        pronouns = _pronouns(parsed, kept, casting, lexicon)
    return Cast(sorted((*kept, *pronouns), key=place_of), casting.modifiers, field)


def _with_partners(laid: Sequence[Laid]) -> list[Laid]:
    """The laid sentences with the firms that go by two partners' names, which are no people then."""
    known = partners_in((sentence.tokens.doc, firm) for sentence, _, firms, _ in laid for firm in firms)
    found = []
    for sentence, terms, firms, runs in laid:
        taken = {i for term in terms for i in range(term.first, term.last + 1)}
        taken |= {i for firm in firms for i in range(firm.first, firm.last + 1)}
        pairs = tuple(firms_of_partners(sentence, known, taken))
        inside = {i for pair in pairs for i in range(pair.first, pair.last + 1)}
        left = tuple(run for run in runs if inside.isdisjoint(range(run.first, run.last + 1))) if pairs else runs
        found.append((sentence, terms, tuple(sorted((*firms, *pairs), key=lambda firm: firm.first)), left))
    return found


def _spoken_of(terms: Iterable[Term]) -> frozenset[str]:
    """The states that are named by more than their capitals."""
    named = (term.country for term in terms if term.kind in {"state", "adjective", "demonym"})
    return frozenset(country for country in named if country is not None)


def _pronouns(
    parsed: ParsedArticle, mentions: Sequence[ActorMention], casting: Casting, lexicon: ActorLexicon
) -> tuple[ActorMention, ...]:
    pronouns = resolve_pronouns(parsed, mentions, casting.genders, lexicon.words, casting.modifiers)
    _share_offices(pronouns, mentions, lexicon.words["peer"])
    return pronouns


def _laid(sentence: Sentence, lexicon: ActorLexicon, people: NamesOfPeople, places: Sequence[Place]) -> Laid:
    """A sentence with the lexicon's terms, the companies by full name, and the runs that may be names."""
    here = sentence.begun_in(places)
    terms = tuple(term for term in find_terms(sentence, lexicon, people) if not _is_namesake(term, sentence, here))
    states = {i for term in terms if term.kind == "state" for i in range(term.first, term.last + 1)}
    companies, terms = _settled(companies_in(sentence, lexicon.words, states), terms)
    return sentence, terms, companies, name_runs(sentence, terms, lexicon.words["not in names"], people.words)


def _is_namesake(term: Term, sentence: Sentence, places: Sequence[Place]) -> bool:
    """Is it no capital but a town of that name elsewhere ("LIMA, Ohio - *Lima* police")?"""
    if term.kind != "capital" or not places:
        return False
    start = sentence.start_of(sentence.tokens.doc[term.first])
    return any(p.span.start == start and p.country not in {None, term.country} for p in places)


def _settled(companies: Sequence[Company], terms: Sequence[Term]) -> tuple[tuple[Company, ...], tuple[Term, ...]]:
    """The companies and terms that are left where a name of both is known.

    A known organisation is itself, unless its one word is but part of a company's name ("*Commonwealth* Harvest Corp").
    """
    bodies = [term for term in terms if term.kind == "organisation"]
    firms = tuple(
        firm
        for firm in companies
        if all(
            body.first == body.last and firm.form - firm.first > 1
            for body in bodies
            if firm.first <= body.last and body.first <= firm.last
        )
    )
    inside = {i for firm in firms for i in range(firm.first, firm.last + 1)}
    return firms, tuple(term for term in terms if term.kind != "organisation" or term.first not in inside)


def _names_of_people(parsed: ParsedArticle, lexicon: ActorLexicon) -> NamesOfPeople:
    """The words of the names that the recogniser takes for persons', of two words or more or with a title before.

    A word that ends a full name and begins none is a surname, unless the lexicon knows what was taken for the name.
    """
    entities = [e for sentence in parsed.sentences for e in sentence.tokens.ents if e.label_ == "PERSON"]
    full = [entity for entity in entities if len(entity) > 1]
    titled = [entity for entity in entities if len(entity) == 1 and _is_titled(entity[0])]
    firsts = {entity[0].text for entity in full}
    known = lexicon.forms
    return NamesOfPeople(
        words=frozenset(token.text for entity in (*full, *titled) for token in entity),
        surnames=frozenset(e[len(e) - 1].text for e in full if not (known.get(e[0].text) or known.get(e.text)))
        - firsts,
    )


def _is_titled(token: Token) -> bool:
    """Does a capitalised noun belong to a word right behind it ("*President* Sukarno")?"""
    before = token.nbor(-1) if token.i else None
    return before is not None and before.tag_ == "NNP" and before.head is token and before.ent_type_ == ""


def _share_offices(pronouns: Sequence[ActorMention], mentions: Sequence[ActorMention], peers: Set[str]) -> None:
    """A counterpart holds the same office as the person whose counterpart it is.

    "Met *his Japanese* counterpart", "met X, *her Japanese* opposite number", "met *Japanese counterpart* X". A
    colleague does where he is of another state.
    """
    at = {(m.sentence.index, i): m for m in mentions for i in range(m.first.i, m.last.i + 1)}
    for pronoun in pronouns:
        mention = at.get((pronoun.sentence.index, pronoun.head.head.i))
        if pronoun.head.dep_ == "poss" and mention is not None:
            _share_office(pronoun, mention, peers)
    before: ActorMention | None = None
    for mention in mentions:
        if before is not None and before.sentence is mention.sentence and _is_peer(mention, peers):
            _share_office(before, mention, peers)
        if len(mention.entities) == 1 and mention.entities[0].type == "person":
            before = mention


def _is_peer(mention: ActorMention, peers: Set[str]) -> bool:
    """Is somebody called no more than another one's counterpart, before his name?"""
    return len(mention.entities) == 1 and (mention.entities[0].office or "").lower() in peers


def _share_office(known: ActorMention, mention: ActorMention, peers: Set[str]) -> None:
    """Give whom a mention calls a counterpart the office of the one who is known by it."""
    if len(mention.entities) != 1 or len(known.entities) != 1:
        return
    one, other = known.entities[0], mention.entities[0]
    words = mention.sentence.span(mention.head.left_edge, mention.head).text.lower()
    unnamed = other.office is None and any(words.endswith(peer) for peer in peers)
    named = (other.office or "").lower()
    abroad = one.country is not None and other.country is not None and one.country != other.country
    sure = abroad or "colleague" not in (named, mention.head.lemma_)
    if one.office is not None and one.office.lower() not in peers and sure and (unnamed or named in peers):
        other.office, other.sector = one.office, other.sector or one.sector


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
