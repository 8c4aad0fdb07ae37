"""All that the lexicon knows of actors, ready to be laid over a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.lexicon.agents import Agent, load_agents
from communique.lexicon.gazetteer import Gazetteer, load_gazetteer
from communique.lexicon.given_names import Genders, load_genders
from communique.lexicon.institutions import Institutions, load_institutions
from communique.lexicon.offices import Office, load_offices
from communique.lexicon.organisations import Organisation, load_organisations
from communique.lexicon.phrases import PhraseTable, plural
from communique.lexicon.states import State, States, load_states
from communique.lexicon.words import Words, load_words
from communique.records import Mention

#: How many times the people of its namesakes abroad a place must have to be the one that a name means.
_FAR_LARGER = 10

Reader = Callable[[str], Sequence[Mention]]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an entry. ``acronym``: it counts in capitals only."""

    text: str
    entry: Organisation | Office | Agent
    acronym: bool = False
    plural: bool = False


class ActorLexicon:
    """States, organisations, offices and agent nouns by the words that name them."""

    def __init__(
        self,
        states: States,
        organisations: Sequence[Organisation],
        offices: Sequence[Office],
        agents: Sequence[Agent],
        gazetteer: Gazetteer,
        genders: Genders,
        words: Words,
        institutions: Institutions,
    ) -> None:
        self.states = states
        self.genders = genders
        self.words = words
        self.institutions = institutions
        self.organisations = tuple(organisations)
        self.offices = tuple(offices)
        self.agents = tuple(agents)
        self._gazetteer = gazetteer
        self.forms: PhraseTable[Form] = PhraseTable()
        self.sector_of_modifier: dict[str, str] = {}
        self.state_of_code: dict[str, State] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self.body_by_seat = {entry.seat: entry for entry in organisations if entry.by_seat and entry.seat is not None}
        self._index()

    @classmethod
    def load(cls, folders: Sequence[Path] = ()) -> ActorLexicon:
        """The packaged lexicon with the user's folders laid over it; a user's organisation wins over one of its id.

        Raises:
            LexiconError: an entry does not load.

        """
        organisations = {entry.id: entry for entry in load_organisations(folders)}
        return cls(
            load_states(tuple(folders)),
            tuple(organisations.values()),
            load_offices(folders),
            load_agents(folders),
            load_gazetteer(tuple(folders)),
            load_genders(tuple(folders)),
            load_words(folders),
            load_institutions(folders),
        )

    def leads(self, office: str) -> bool:
        """Does an office, as texts give it ("King"), put its holder at the head of a state or body?"""
        name = office.lower()
        found = (form.entry for form in self.forms.get(name) if not form.plural)
        return name in self.words["leader"] or any(isinstance(entry, Office) and entry.leads for entry in found)

    def country_of_place(self, name: str) -> str | None:
        """The state that a town or region lies in, if it is the only one of its name or far larger than the others."""
        if self._gazetteer.is_ambiguous(name):
            return None
        people: dict[str, int] = {}
        for sense in self._gazetteer.senses(name):
            if sense.country is None:
                return None
            people[sense.country] = people.get(sense.country, 0) + sense.population
        largest = max(people, key=people.__getitem__, default=None)
        if largest is None or len(people) == 1:
            return largest
        return largest if people[largest] > _FAR_LARGER * (sum(people.values()) - people[largest]) else None

    def is_place(self, name: str) -> bool:
        """Is it the name of a town or region, or of several in one state?"""
        return len({sense.country for sense in self._gazetteer.senses(name)}) == 1

    def names_of(self, organisation: str) -> tuple[str, ...]:
        """The names of the organisation with an id."""
        return self._names.get(organisation, ())

    def _index(self) -> None:
        for organisation in self.organisations:
            self._names[organisation.id] = (organisation.name, *organisation.names)
            for name in (organisation.name, *organisation.names):
                self.forms.add(name, Form(name, organisation, acronym=name.replace(".", "").isupper()))
        for office in self.offices:
            for form in office.forms:
                self.forms.add(form, Form(form, office, acronym=form in {"pm", "mp", "mep"}))
                if office.kind != "title":
                    self.forms.add(plural(form), Form(form, office, plural=True))
        for agent in self.agents:
            for noun in agent.nouns:
                self.forms.add(noun, Form(noun, agent))
                self.forms.add(plural(noun), Form(noun, agent, plural=True))
            for word in agent.modifiers if agent.sector else ():
                self.sector_of_modifier.setdefault(word, agent.sector or "")
        for state in self.states.states:
            self.state_of_code.setdefault(state.country, state)
        for state in self.states.states:
            if state.successor is None:
                self.state_of_code[state.code] = state


def check_actors(lexicon: ActorLexicon, read: Reader) -> Iterator[str]:
    """What is wrong with the examples of offices, organisations and agents, one sentence a fault.

    ``read`` gives the mentions of a sentence.
    """
    for office in lexicon.offices:
        for example in office.examples:
            wanted = {"office": example.office, "country": example.country, "sector": example.sector}
            found = [m for m in read(example.text) if m.name == example.name]
            yield from _faults(f"offices: {office.name}: {example.text!r}", example.name, wanted, found)
    for organisation in lexicon.organisations:
        for named in organisation.examples:
            found = [m for m in read(named.text) if named.names in m.span.text]
            wanted = {"actor": f"org:{organisation.id}"}
            yield from _faults(f"organisations: {organisation.id}: {named.text!r}", named.names, wanted, found)
    for agent in lexicon.agents:
        for shown in agent.examples:
            found = [m for m in read(shown.text) if shown.name in {m.name, m.span.text}]
            wanted = {"country": shown.country, "sector": shown.sector}
            yield from _faults(f"agents: {agent.id}: {shown.text!r}", shown.name, wanted, found)


def _faults(where: str, name: str, wanted: dict[str, str | None], found: Sequence[Mention]) -> Iterator[str]:
    if not found:
        yield f"{where} has no actor {name!r}"
    for field, value in wanted.items():
        got = sorted({str(getattr(mention, field)) for mention in found})
        if found and value is not None and value not in got:
            yield f"{where}: {name!r} has {field} {', '.join(got)}, not {value}"
