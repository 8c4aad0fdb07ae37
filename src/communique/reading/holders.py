"""Offices and the persons who hold them: "the Russian foreign minister" is the one the article introduced as such."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from communique.lexicon.actors import ActorLexicon
from communique.lexicon.agents import Agent
from communique.lexicon.states import Phrase as StatePhrase
from communique.lexicon.words import packaged_words
from communique.reading.attributes import countries_of, is_former, is_international, office_of, owning_terms
from communique.reading.domestic import Focus, mentioned
from communique.reading.identity import Person, person_name
from communique.reading.officers import Officers
from communique.reading.phrase import Phrase
from communique.reading.syntax import child
from communique.reading.terms import STATE_KINDS, Term

_DEFINITE = frozenset({"the", "this", "that"})
_BORDERLESS = frozenset({"BUS", "JRN", "EDU", "HLT", "NGO", "IGO", "MED", "REL", "LAB", "AGR"})
#: How adjectives of nationality end that mean a people with "the", never one of it (Quirk et al. 1985, 5.57).
_OF_PEOPLES = ("sh", "ch")
_DEPUTIES = frozenset({"Vice", "Deputy", "Assistant", "Acting"})
#: How American papers give a lawmaker's party and state behind the name ("(D-Wis.)", ", R-Iowa,").
_PARTY_AND_STATE = re.compile(r"(?: ?\(|, ?\(?)[DRI]-[A-Z]")
_INDEFINITE = frozenset({"a", "an", "another", "any", "every", "no", "some"})


def holder_of(phrase: Phrase, office: str | None, country: str | None, people: Sequence[Person]) -> Person | None:
    """The one person of the article who holds, or held, the office that a phrase without a name speaks of."""
    if office is None or phrase.within_body or _before(phrase) in _INDEFINITE or _is_of_unknown(phrase):
        return None
    if phrase.is_former:
        return former_holder(phrase, office, country, people)
    definite = _before(phrase) in _DEFINITE or (bool(phrase.first) and phrase.doc[phrase.first].text[0].isupper())
    bare = definite and not (phrase.owners or phrase.after or " " in office)
    bodies = [term for term in owning_terms(phrase) if term.kind == "organisation"]
    able = [
        person
        for person in people
        if (country is None or person.country == country)
        and all(_belongs(person, body) for body in bodies)
        and (office in person.offices or (bare and any(_is_short_for(office, held) for held in person.offices)))
    ]
    if len(able) == 2 and definite:
        able = [person for person in able if not any(_is_other_side(p, phrase) for p in person.phrases)]
    return able[0] if len(able) == 1 else None


def _is_of_unknown(phrase: Phrase) -> bool:
    """Is the office said to be one of something by name that is no known state or body ("chairman *of the Tea Board*")?

    It is then not that of the person whose office the article gives without one.
    """
    behind = (c for c in phrase.head.children if c.dep_ == "prep" and c.lower_ == "of" and c.i > phrase.head.i)
    noun = next((n for prep in behind if (n := child(prep, "pobj")) is not None), None)
    if noun is None or phrase.after:
        return False
    return any(t.tag_ in {"NNP", "NNPS"} for t in (noun, *noun.children))


def _is_other_side(other: Phrase, phrase: Phrase) -> bool:
    """Does somebody stand beside a phrase in one clause or noun phrase, so that he is not meant by it?

    In "the president's meeting with X" and "the president met X" the president is not X (principle B of Chomsky 1981).
    """
    if other.sentence is not phrase.sentence or other.first <= phrase.last:
        return False
    governor, head = phrase.head.head, other.head
    above = head.head.head if head.dep_ == "pobj" else head.head
    return above == governor or above.head == governor


def former_holder(phrase: Phrase, office: str, country: str | None, people: Sequence[Person]) -> Person | None:
    """The one person of the article, named before, who is called a former holder: "the former president"."""
    stated = countries_of(phrase)
    able = [p for p in people if office in p.former and _is_before(p.phrases, phrase)]
    able = [p for p in able if not stated or p.country == country]
    return able[0] if len(able) == 1 and _before(phrase) in _DEFINITE else None


def described(phrase: Phrase, people: Sequence[Person], lexicon: ActorLexicon) -> Person | None:
    """The one person named before whom an article introduced by a noun, and calls by it alone now: "the cleric"."""
    term = phrase.term
    if term is None or term.plural or _before(phrase) not in _DEFINITE:
        return None
    if term.form in lexicon.words["association"] | lexicon.words["building"]:
        return None  # no union is its head, and no church its priest
    if phrase.owners or phrase.after or phrase.words or phrase.bodies or phrase.possessors or phrase.within_body:
        return None
    able = [p for p in people if any(_is_called(q, term) for q in p.phrases) and _is_before(p.phrases, phrase)]
    return able[0] if len(able) == 1 and len(phrase.agents) == 1 else None


def _is_called(phrase: Phrase, term: Term) -> bool:
    sources = (phrase, *((phrase.apposition,) if phrase.apposition is not None else ()))
    return any(agent.form == term.form and not agent.plural for source in sources for agent in source.agents)


def leader_of(phrase: Phrase, people: Sequence[Person], lexicon: ActorLexicon) -> Person | None:
    """The one person of the article who leads the state or body whose leader is spoken of: "the Peruvian leader"."""
    owners = owning_terms(phrase)
    named = bool(phrase.owners) and phrase.doc[phrase.owners[-1].last + 1].tag_ == "POS"
    definite = _before(phrase) in _DEFINITE or named
    if phrase.term is None or phrase.term.form not in lexicon.words["leader"] or not definite or len(owners) != 1:
        return None
    if phrase.words or phrase.agents[1:] or phrase.bodies or phrase.within_body:
        return None
    owner = owners[0]
    able = [p for p in people if _belongs(p, owner) and any(lexicon.leads(office) for office in p.offices)]
    return able[0] if len(able) == 1 else None


def _belongs(person: Person, owner: Term) -> bool:
    """Is the owner the person's state, or a body that holds one of the person's offices?"""
    if owner.kind in STATE_KINDS:
        return person.country == owner.country
    sources = [s for phrase in person.phrases for s in (phrase, phrase.apposition) if s is not None]
    return any(term.entry is owner.entry for source in sources for term in owning_terms(source))


def compatriot(phrase: Phrase, people: Sequence[Person]) -> Person | None:
    """The one person of the article named before whom a nationality alone takes up: "the Peruvian said so"."""
    term = phrase.term
    if term is None or not isinstance(term.entry, StatePhrase) or term.form not in term.entry.state.demonyms:
        return None
    word = phrase.doc[term.last]
    if _before(phrase) != "the" or word.dep_ in {"amod", "compound", "nmod", "poss"} or word.tag_ in {"NNS", "NNPS"}:
        return None
    if word.lower_.endswith(_OF_PEOPLES):
        return None  # "against *the British*", all of them
    able = [p for p in people if p.country == term.country and _is_before(p.phrases, phrase)]
    return able[0] if len(able) == 1 else None


def _is_before(phrases: Sequence[Phrase], phrase: Phrase) -> bool:
    return any((p.sentence.index, p.last) < (phrase.sentence.index, phrase.first) for p in phrases)


def _before(phrase: Phrase) -> str:
    return phrase.doc[phrase.first - 1].lower_ if phrase.first else ""


def _is_short_for(office: str, held: str) -> bool:
    """Is one word ("minister", "secretary") short for an office? A deputy is not called by the office above."""
    words = held.split()
    return office in words and words[0] not in _DEPUTIES


def adopt_countries(people: Sequence[Person], phrases: Sequence[Phrase], focus: Focus, officers: Officers) -> None:
    """Give office holders whose phrases name no state the state that the rest of the article makes plain."""
    for person in people:
        if not person.countries and any(_is_of_american_party(phrase) for phrase in person.phrases):
            person.countries.append("USA")
    seats = _owned_seats(phrases)
    for person in people:
        if not person.countries and (country := _from_anaphor(person, focus) or _from_seat(person, seats)):
            person.countries.append(country)
    speaking = _seats_speaking(phrases)
    for person in people:
        if not person.countries and (country := _from_speaking_seat(person, speaking)):
            person.countries.append(country)
    for phrase in phrases:
        _from_unnamed_office(phrase, people)
    for person in people:
        if not person.countries and _is_national(person) and any(_held(phrase) for phrase in person.phrases):
            found = dict.fromkeys(c for p in person.phrases if _held(p) and (c := focus.of(p)) is not None)
            if len(found) == 1 and not officers.is_another(person, next(iter(found))):
                person.countries.extend(found)
    adopted = [(p, officers.state_of(p)) for p in people if not p.countries and _is_at_home(p)]
    for person, country in adopted:
        person.countries.extend([country] if country is not None else [])


def _is_of_american_party(phrase: Phrase) -> bool:
    """Is a party and a state of the US given behind a name ("Ann Roe (*D-Wis.*)")?"""
    behind = phrase.doc[phrase.last : phrase.last + 6]
    text = "".join(token.text + token.whitespace_ for token in behind)[len(behind[0].text) :]
    return _PARTY_AND_STATE.match(text) is not None


def _is_national(person: Person) -> bool:
    """Is the person in public life at home, rather than in business, the press or learning, which know no borders?"""
    return not person.sectors or any(sector not in _BORDERLESS for sector in person.sectors)


def _is_at_home(person: Person) -> bool:
    """Is the person's office one of a state, rather than of a body of several?"""
    sources = [s for p in person.phrases for s in (p, p.apposition) if s is not None]
    return not any(is_international(source) or source.within_body for source in sources)


def _held(phrase: Phrase) -> bool:
    """Does the phrase give the person an office or a role in public life, and not one in an international body?"""
    sources = [phrase, *([phrase.apposition] if phrase.apposition is not None else [])]
    held = any(source.agents or any(term.kind == "office" for term in source.offices) for source in sources)
    return held and not any(is_international(source) or source.within_body for source in sources)


def _from_anaphor(person: Person, focus: Focus) -> str | None:
    return next((c for p in person.phrases if p.anaphor == "country" and (c := focus.before(p)) is not None), None)


def _owned_seats(phrases: Sequence[Phrase]) -> dict[tuple[int, int], str | None]:
    """The states of seats of power that stand after a possessive, by sentence and last token of the possessor."""
    return {
        (phrase.sentence.index, phrase.first - 2): phrase.term.country
        for phrase in phrases
        if phrase.term is not None and phrase.term.kind == "seat" and phrase.doc[phrase.first - 1].tag_ == "POS"
    }


def _from_seat(person: Person, seats: Mapping[tuple[int, int], str | None]) -> str | None:
    """The state of a seat of power that is called the person's own."""
    owned = (seats.get((phrase.sentence.index, phrase.last)) for phrase in person.phrases)
    return next((country for country in owned if country is not None), None)


def _seats_speaking(phrases: Sequence[Phrase]) -> dict[tuple[int, int], str]:
    """The states whose seat of government or ministry says something, by sentence and token of the verb.

    A ministry's only where nobody else of its state is named, who may be whom the other one met.
    """
    named: Counter[tuple[int, str]] = Counter()
    if any(_is_ministry(phrase) for phrase in phrases):
        named.update((phrase.sentence.index, country) for phrase in phrases for country in mentioned(phrase))
    found = {}
    for phrase in phrases:
        if phrase.head.dep_ != "nsubj":
            continue
        if (speaker := _of_spokesman(phrase)) is not None:
            found[phrase.sentence.index, phrase.head.head.i] = speaker
        if phrase.term is None:
            continue
        country = phrase.term.country if phrase.term.kind == "seat" and phrase.term.sector == "GOV" else None
        if country is None and _is_ministry(phrase):
            country = next((c for c in mentioned(phrase) if named[phrase.sentence.index, c] == 1), None)
        if country is not None:
            found[phrase.sentence.index, phrase.head.head.i] = country
    return found


def _of_spokesman(phrase: Phrase) -> str | None:
    """The state of a ministry whose spokesman a phrase speaks of ("a *Peruvian* Foreign Ministry spokesman")."""
    terms = [t for t in (phrase.term, *phrase.offices, *phrase.agents) if t is not None]
    if not any(t.form in packaged_words()["spokesman"] for t in terms):
        return None
    ministry = any(isinstance(t.entry, Agent) and t.entry.type == "organisation" and t.sector == "GOV" for t in terms)
    countries = countries_of(phrase)
    return countries[0] if ministry and len(countries) == 1 else None


def _is_ministry(phrase: Phrase) -> bool:
    entry = phrase.term.entry if phrase.term is not None and phrase.name is None else None
    return isinstance(entry, Agent) and entry.type == "organisation" and entry.sector == "GOV"


def _from_speaking_seat(person: Person, speaking: Mapping[tuple[int, int], str]) -> str | None:
    """The state whose seat of government or ministry tells what the person, of no other state, did in office."""
    if "GOV" not in person.sectors or not speaking:
        return None
    for phrase in person.phrases:
        for token in phrase.head.ancestors if phrase.offices else ():
            country = speaking.get((phrase.sentence.index, token.head.i)) if token.dep_ == "ccomp" else None
            if country is not None:
                return country
    return None


def _from_unnamed_office(phrase: Phrase, people: Sequence[Person]) -> None:
    """An office of a state, without a name, is that of the one person introduced by full name in it without a state."""
    if phrase.term is None or phrase.term.kind != "office" or phrase.term.plural or phrase.name is not None:
        return
    countries, office = countries_of(phrase), office_of(phrase)
    if (
        len(countries) != 1
        or phrase.is_former
        or _before(phrase) in _INDEFINITE
        or any(office in p.offices and p.country in countries for p in people)
    ):
        return
    introduced = [p for p in people if not p.countries and _is_introduced(p, office)]
    if len(introduced) == 1 and phrase.apposition is None:
        introduced[0].countries.append(countries[0])


def _is_introduced(person: Person, office: str | None) -> bool:
    return any(
        office_of(phrase) == office and not is_former(phrase) and person_name(phrase).is_full
        for phrase in person.phrases
    )
