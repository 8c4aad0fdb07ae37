"""From noun phrases to entities: states, organisations, groups, offices and the persons who hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.lexicon.actors import ActorLexicon
from communique.lexicon.agents import Agent
from communique.lexicon.legal_forms import are_two_companies
from communique.lexicon.organisations import Organisation
from communique.reading.attributes import (
    countries_of,
    described_body,
    is_international,
    office_of,
    owning_terms,
    sector_of,
)
from communique.reading.cast import ActorMention, Entity
from communique.reading.descent import of_descent
from communique.reading.domestic import Focus
from communique.reading.entities import Entities
from communique.reading.government import is_actor
from communique.reading.holders import adopt_countries, compatriot, described, holder_of, leader_of
from communique.reading.home import Home
from communique.reading.identity import Person, join_persons, main_sector
from communique.reading.introductions import initialisms, introductions, namesake, short_introductions
from communique.reading.mention_forms import called, how_of, of_body, proper_text, written
from communique.reading.named_states import Town
from communique.reading.naming import fold
from communique.reading.officers import Officers
from communique.reading.origins import is_from_outside, is_of_no_state_beside, origins, possessor, tells_of_creditors
from communique.reading.person_or_thing import is_nobody
from communique.reading.phrase import Phrase
from communique.reading.reference import (
    are_certain,
    is_attributive,
    is_bare,
    is_counted,
    is_definite,
    is_local,
    is_national,
    is_of_state_alone,
    states_behind,
    text_of,
)
from communique.reading.sought_offices import is_role
from communique.reading.syntax import SUBJECTS, conjuncts, first_conjunct
from communique.reading.terms import STATE_KINDS, Term
from communique.reading.unnamed import Unnamed
from communique.records import ActorType

#: Sectors of nouns that name no actor where they qualify another noun ("family home", "company car").
_INERT = frozenset({"CVL", "REF", "AGR", "BUS", "JRN", "EDU", "HLT", "REL", "CRM", None})


class Casting:
    """Gives each phrase of one article its entities. ``modifiers`` are mentions that lie inside other phrases."""

    def __init__(
        self, entities: Entities, lexicon: ActorLexicon, phrases: Sequence[Phrase], towns: Sequence[Town] = ()
    ) -> None:
        self._entities = entities
        self._lexicon = lexicon
        self._phrases, self._of_descent = phrases, of_descent(phrases)
        self._focus = Focus(phrases, lexicon.words)
        self._home = Home(phrases, towns, self._focus, lexicon)
        self._acronyms = initialisms(phrases, lexicon) | dict(introductions(phrases))
        for phrase in phrases if self._acronyms else ():
            phrase.owners = [term for term in phrase.owners if self._namesake(term, phrase) is None]
        self._short = short_introductions(phrases, lexicon)
        self._unnamed = Unnamed(lexicon.words["legal form"])
        self._persons: dict[int, Entity] = {}
        self._by_run: dict[tuple[int, int], Entity] = {}
        self._bodies = {(p.sentence.index, p.first): p for p in phrases if p.body is not None}
        self._named: set[str] = set()
        self._people: tuple[Person, ...] = ()
        self._owing = tells_of_creditors(phrases, lexicon.words)
        self.modifiers: list[ActorMention] = []
        self.genders: dict[str, str] = {}

    def mentions(self) -> tuple[ActorMention, ...]:
        """The mentions of the article in reading order."""
        people = join_persons(self._phrases, self._lexicon)
        adopt_countries(people, self._phrases, self._focus, Officers(self._home, self._lexicon, people))
        for person in people:
            entity = self._person(person)
            self._named.add(entity.id)
            self._persons |= {id(phrase): entity for phrase in person.phrases}
            self._by_run |= {(p.sentence.index, p.name.first): entity for p in person.phrases if p.name is not None}
            if person.gender is not None:
                self.genders[entity.id] = person.gender
        self._people = people
        found = [m for phrase in self._phrases if (m := self._mention(phrase)) is not None]
        self.modifiers = [m for phrase in self._phrases for m in self._inner(phrase)]
        return tuple(found)

    def _mention(self, phrase: Phrase) -> ActorMention | None:
        entities = tuple(self._entities_of(phrase))
        if not entities:
            return None
        doc = phrase.doc
        if len(entities) == 1 and entities[0].id not in self._named:
            entities[0].names.add(called(phrase, entities[0]))
        return ActorMention(
            phrase.sentence, doc[phrase.first], doc[phrase.last], phrase.head, how_of(phrase), entities, written(phrase)
        )

    def _entities_of(self, phrase: Phrase) -> Iterator[Entity]:
        if phrase.name is not None:
            yield self._persons[id(phrase)]
        elif phrase.apposition is not None:
            yield self._persons[id(phrase.apposition)]
        elif phrase.members:
            yield from (self._persons[id(member)] for member in phrase.members)
        elif phrase.body is not None and (long := self._long_form(phrase)) is not None:
            yield from (self._named_body(long),) if long.body is not None else self._entities_of(long)
        elif phrase.body is not None:
            yield self._named_body(phrase)
        elif phrase.term is not None and phrase.term.kind == "office":
            yield from self._office(phrase)
        elif phrase.term is not None and phrase.term.kind == "agent":
            yield from self._agent(phrase, phrase.term)
        elif phrase.term is not None:
            yield from self._known(phrase, phrase.term)

    def _long_form(self, phrase: Phrase) -> Phrase | None:
        """The phrase that an acronym, or a body's name in short, was introduced by."""
        long = self._acronyms.get(phrase.doc[phrase.last].text)
        if long is None and (long := self._short.get(bare := fold(self._bare(phrase)))) is not None:
            before = (long.sentence.index, long.first) < (phrase.sentence.index, phrase.first)
            whole = " " in text_of(phrase) and bare == fold(self._bare(long))
            long = long if before or whole or phrase.sentence.index == 0 else None  # a headline calls it so before
            if long is not None and are_two_companies(text_of(phrase), text_of(long)):
                return None
        return long if long is not phrase else None

    def _bare(self, phrase: Phrase) -> str:
        """The words of a body's name without the legal forms at their end."""
        words = [token.text for token in phrase.doc[phrase.first : phrase.last + 1]]
        while len(words) > 1 and words[-1].rstrip(".").lower() in self._lexicon.words["legal form"]:
            words.pop()
        return "".join(words)

    def _person(self, person: Person) -> Entity:
        office = next(iter((*person.offices, *person.former)), None)
        entity = self._entities.other("person", person.name, person.country, main_sector(person), office)
        entity.names.update(name.text for name in person.names)
        return entity

    def _known(self, phrase: Phrase, term: Term) -> Iterator[Entity]:
        if isinstance(term.entry, Organisation):
            other = self._namesake(term, phrase) if phrase.first == phrase.last else None
            if other is not None:
                yield from (self._named_body(other),) if other.body is not None else self._entities_of(other)
                return
            yield self._national_society(phrase, term.entry) or self._entities.organisation(term.entry)
            return
        if (person := compatriot(phrase, self._people)) is not None:
            yield self._persons[id(person.phrases[0])]
            return
        counted = is_counted(phrase, term, self._lexicon.words["partitive"])
        if term.kind == "demonym" or is_national(phrase, term) or counted:
            ethnic = "ethnic" in phrase.words
            for country in (self._focus.of(phrase),) if ethnic else countries_of(phrase) or (term.country,):
                one = term.kind != "demonym" and not counted
                yield self._entities.other("person" if one else "group", text_of(phrase), country, "CVL")
        elif (phrase.sentence.index, term.first) in self._of_descent:
            return
        elif term.kind == "adjective" or is_actor(phrase.sentence, term):
            yield self._entities.state(term)

    def _namesake(self, term: Term, phrase: Phrase) -> Phrase | None:
        return namesake(term, phrase.doc, self._acronyms, self._phrases)

    def _national_society(self, phrase: Phrase, organisation: Organisation) -> Entity | None:
        """The society of one state in a worldwide movement ("the *Lebanese* Red Cross"), or a state's own body.

        That may have a name which is known for another state's ("the *Belarusian* KGB", "*Belarus's* KGB").
        """
        kinds = {"adjective"} if organisation.country is None else {"adjective", "state"}
        owners = [term for term in phrase.owners if term.kind in kinds]
        society = organisation.sector == "NGO" and organisation.country is None
        another = organisation.country is not None and organisation.sector in {"SPY", "GOV", "COP", "MIL", "LEG", "JUD"}
        if len(owners) != 1 or not (society or (another and owners[0].country != organisation.country)):
            return None
        return self._entities.other("organisation", text_of(phrase), owners[0].country, organisation.sector)

    def _named_body(self, phrase: Phrase) -> Entity:
        words = [token.lower_ for token in phrase.doc[phrase.first : phrase.last + 1]]
        hints = [s for word in words if (s := self._lexicon.sector_of_modifier.get(word))]
        # The last noun of a name is its head: "First *National* Bank Corp" is no group of nationals.
        inside = (term.sector for term in reversed(phrase.agents) if term.sector != "CVL")
        firm = "BUS" if words[-1].rstrip(".") in self._lexicon.words["legal form"] else None
        whole = len(words) == 1 or words[-1] in self._lexicon.words["body with a matter"]
        chamber = "LEG" if whole and words[0] in self._lexicon.words["chamber"] else None
        head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
        rules = "GOV" if head in self._lexicon.words["ruling body"] else None
        ministry = rules if head == "ministry" else None  # "the Ministry of *Industry*" is no firm
        party = "PTY" if " ".join(words) in self._lexicon.words["party of many states"] else None
        sector = next((s for s in (party, ministry, *reversed(hints), *inside, firm, chamber, rules) if s), None)
        country = (
            next(iter(countries_of(phrase)), None) or possessor(phrase, self._phrases) or self._home.of_body(phrase)
        )
        if country is None and sector == "LEG":  # "the *Senate* Foreign Relations Committee"
            country = self._focus.of(phrase)
            country = country if country and self._lexicon.institutions.may_have(country, words) else None
        return self._entities.other("organisation", text_of(phrase), country, sector)

    def _office(self, phrase: Phrase) -> Iterator[Entity]:
        office, sector = office_of(phrase), sector_of(phrase, self._lexicon)
        plural = phrase.term is not None and phrase.term.plural
        behind = self._bodies.get((phrase.sentence.index, phrase.last + 1))
        if is_role(phrase, self._lexicon.words) or is_nobody(phrase, behind, self._lexicon.words):
            return
        for country in self._countries(phrase):
            holder = holder_of(phrase, office, country, self._people) if not plural else None
            if not plural and holder is None:
                holder = leader_of(phrase, self._people, self._lexicon)
            if holder is not None:
                yield self._persons[id(holder.phrases[0])]
            else:
                name = self._name(phrase, country, len(self._countries(phrase)) > 1)
                number = 0 if plural else self._unnamed.number(phrase, name, country)
                kind: ActorType = "group" if plural else "person"
                yield self._entities.other(kind, name, country, sector, office, number=number)

    def _agent(self, phrase: Phrase, term: Term) -> Iterator[Entity]:
        agent = term.entry
        if not isinstance(agent, Agent) or (agent.owned and not self._has_owner(phrase)):
            return
        if (agent.definite and not is_definite(phrase)) or self._is_no_body(phrase, term):
            return
        if phrase.first == phrase.last and is_bare(phrase) and term.form in self._lexicon.words["quality if bare"]:
            return
        if (organisation := described_body(phrase, agent)) is not None:
            yield self._entities.organisation(organisation)
            return
        if agent.type == "states":
            named = states_behind(phrase)
            yield from (self._entities.state(owner) for owner in named)
            meant = "GOV" if are_certain(phrase) else None
            yield from () if named else (self._entities.other("group", text_of(phrase), None, meant),)
            return
        person = leader_of(phrase, self._people, self._lexicon) or described(phrase, self._people, self._lexicon)
        if person is not None and agent.type in {"person", "group"} and not term.plural:  # "the police" are no officer
            yield self._persons[id(person.phrases[0])]
            return
        sector = sector_of(phrase, self._lexicon)
        if is_attributive(phrase) and sector in _INERT and not phrase.owners:
            return
        if sides := self._held(phrase, agent) or self._sides(phrase, term):
            yield from sides
            return
        countries = self._countries(phrase)
        if (called := self._called(phrase, term)) is not None:
            called.country, called.sector = called.country or countries[0], called.sector or sector
            yield called
            return
        proper = self._is_named(phrase, term)
        for country in countries:
            if agent.type == "state" and country is not None and not self._is_of_a_part(phrase):
                yield self._entities.state_of(country, "GOV")
            else:
                kind: ActorType = (
                    "group"
                    if agent.type in {"person", "group"} and (term.plural or agent.type == "group") and not proper
                    else "organisation"
                )
                kind = "person" if agent.type == "person" and not term.plural else kind
                name = proper_text(phrase) if proper else self._name(phrase, country, len(countries) > 1)
                alone = term.form if is_of_state_alone(phrase) and not term.plural and kind != "person" else name
                number = self._unnamed.number(phrase, name, country) if kind == "person" else 0
                yield self._entities.other(kind, name, country, sector, alike=alone, number=number)

    def _is_named(self, phrase: Phrase, term: Term) -> bool:
        """Is a noun for one body the last word of its proper name ("Kenyan *Herders' Association*")?

        A state alone before it is no name ("the Kenyan Association"), nor are the capitals of a headline.
        """
        noun, doc = phrase.doc[term.last], phrase.doc
        body = not term.plural and noun.lower_ in self._lexicon.words["noun for a body"]
        if not body or noun.tag_ != "NNP" or not noun.text[0].isupper() or phrase.sentence.block.kind == "title":
            return False
        owned = {i for owner in phrase.owners for i in range(owner.first, owner.last + 1)}
        own = (
            t for t in doc.tokens[phrase.first : term.last] if t.i not in owned and t.i != phrase.sentence.tokens.start
        )
        return any(t.text[0].isupper() and t.tag_ in {"NNP", "NNPS"} for t in own)

    def _held(self, phrase: Phrase, agent: Agent) -> list[Entity]:
        """The office of a person by name ("*Kim's office* said"), which is of his state and sector."""
        owner = self._persons_owning(phrase) if agent.held else None
        if owner is None:
            return []
        name = f"{owner.name}'s {phrase.head.lower_}"
        return [self._entities.other("organisation", name, owner.country, owner.sector)]

    def _sides(self, phrase: Phrase, term: Term) -> list[Entity]:
        """The people of each of several owners, a body among them, behind their noun ("envoys of *Chad* and the *UN*").

        They are two sides, as "officials of Chad and Niger" are.
        """
        people = term.plural and isinstance(term.entry, Agent) and term.entry.type == "person" and not phrase.owners
        if not people or len(phrase.after) < 2 or not any(isinstance(o.entry, Organisation) for o in phrase.after):
            return []
        found, head = [], phrase.doc[term.first : term.last + 1].text
        for owner in phrase.after:
            known = isinstance(owner.entry, Organisation)
            part = replace(phrase, after=[owner], bodies=[] if known else phrase.bodies, within_body=False)
            country = next(iter(countries_of(part)), None)
            name = f"{phrase.doc[owner.first : owner.last + 1].text} {head}"
            found.append(self._entities.other("group", name, country, sector_of(part, self._lexicon)))
        return found

    def _is_of_a_part(self, phrase: Phrase) -> bool:
        """Does the phrase speak of authorities of less than a state ("*local* authorities", "*Sichuan* cabinet")?"""
        partial = not self._lexicon.words["part of a state"].isdisjoint(phrase.words)
        return partial or is_local(phrase) or self._home.of_the_town(phrase) is not None

    def _is_no_body(self, phrase: Phrase, term: Term) -> bool:
        """Is a party a feast ("an office *party*", "shots at a *party*"), or a magazine a part of arms?"""
        words = self._lexicon.words
        if is_nobody(phrase, None, words):
            return True
        if term.form in words["part of arms"]:
            return any(t.lemma_.lower() in words["arms"] for t in conjuncts(first_conjunct(phrase.head)))
        if term.form != "party" or term.first != term.last:
            return False
        before = phrase.doc[term.first - 1].lower_ if term.first > phrase.sentence.tokens.start else ""
        attended = phrase.head.head.lower_ == "at" and any(c.lower_ == "a" for c in phrase.head.children)
        return attended or before in words["festive"]

    def _called(self, phrase: Phrase, term: Term) -> Entity | None:
        """The body whose name stands behind what it is ("the rights group *Torchbearers*", "the party, *the RWU*").

        The parser sets the name in apposition, or takes the noun for a part of it ("Kenyan airline *Skyways Air*").
        """
        end = phrase.last + 1
        aside = end + 1 < len(phrase.doc) and phrase.doc[end].text == ","
        start = end if not aside else end + 1 + (phrase.doc[end + 1].lower_ == "the")
        named = self._bodies.get((phrase.sentence.index, start))
        if named is None or term.plural or (aside and not is_definite(phrase)):
            return None
        beside = named.head.dep_ == "appos" and named.head.head == phrase.head
        part = phrase.head.dep_ in {"compound", "nmod"} and phrase.head.head == named.head
        return self._named_body(named) if beside or part else None

    def _has_owner(self, phrase: Phrase) -> bool:
        """Does something say whose a group is, or that it is of several states ("*multilateral* organisations")?"""
        owned = phrase.owners or phrase.after or phrase.bodies or phrase.possessors or phrase.anaphor
        of_several = any(word in self._lexicon.words["elsewhere"] for word in phrase.words)
        held = phrase.offices and phrase.term is not None and getattr(phrase.term.entry, "held", False)
        return bool(owned) or len(phrase.agents) > 1 or of_several or bool(held)

    def _countries(self, phrase: Phrase) -> tuple[str | None, ...]:
        stated = countries_of(phrase)
        if is_from_outside(phrase, self._lexicon.words):
            return origins(phrase)
        if stated or is_international(phrase):
            return stated or (None,)
        if is_of_no_state_beside(phrase, self._lexicon.words, owing=self._owing):
            return (None,)
        owner = self._persons_owning(phrase) or self._whose_own(phrase)
        return ((owner.country if owner is not None else None) or self._home.of(phrase),)

    def _whose_own(self, phrase: Phrase) -> Entity | None:
        """The one person who is subject before "his" or "her" government ("*Mr Oni* said his cabinet had resigned")."""
        entry = phrase.term.entry if phrase.term is not None else None
        if phrase.anaphor not in {"his", "her"} or getattr(entry, "type", "") != "state":
            return None
        here = (p for p in self._phrases if p.sentence is phrase.sentence and p.last < phrase.first)
        named = {e.id: (p, e) for p in here if (e := self._persons.get(id(p))) is not None}
        person, entity = next(iter(named.values())) if len(named) == 1 else (None, None)
        return entity if person is not None and person.head.dep_ in SUBJECTS else None

    def _persons_owning(self, phrase: Phrase) -> Entity | None:
        runs = ((phrase.sentence.index, run.first) for run in phrase.possessors)
        return next((self._by_run[run] for run in runs if run in self._by_run), None)

    def _name(self, phrase: Phrase, country: str | None, several: bool) -> str:
        if not several:
            return of_body(phrase) or text_of(phrase)
        owner = next((t for t in owning_terms(phrase) if t.country == country), None)
        head = phrase.doc[phrase.term.first : phrase.term.last + 1].text if phrase.term is not None else ""
        return f"{phrase.doc[owner.first : owner.last + 1].text} {head}" if owner is not None else text_of(phrase)

    def _inner(self, phrase: Phrase) -> Iterator[ActorMention]:
        """Mentions of the states and organisations inside a phrase, or of an adjective that modifies a common noun."""
        for term in (
            *phrase.owners,
            *([phrase.term] if phrase.term is not None and phrase.term.kind in STATE_KINDS else []),
        ):
            if (phrase.sentence.index, term.first) in self._of_descent:
                continue
            known = term.entry if isinstance(term.entry, Organisation) else None
            entity = self._entities.organisation(known) if known is not None else self._entities.state(term)
            doc = phrase.doc
            yield ActorMention(phrase.sentence, doc[term.first], doc[term.last], doc[term.last], "state", (entity,))
