"""All that the lexicon knows of actors, ready to be laid over a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.lexicon.agents import Agent, load_agents
from communique.lexicon.offices import Office, load_offices
from communique.lexicon.organisations import Organisation, load_organisations
from communique.lexicon.phrases import PhraseTable, plural
from communique.lexicon.states import State, States, load_states


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
        self, states: States, organisations: Sequence[Organisation], offices: Sequence[Office], agents: Sequence[Agent]
    ) -> None:
        self.states = states
        self.organisations = tuple(organisations)
        self.offices = tuple(offices)
        self.agents = tuple(agents)
        self.forms: PhraseTable[Form] = PhraseTable()
        self.sector_of_modifier: dict[str, str] = {}
        self.state_of_code: dict[str, State] = {}
        self._index()

    @classmethod
    def load(cls, folders: Sequence[Path] = ()) -> ActorLexicon:
        """The packaged lexicon with the user's folders laid over it; a user's organisation wins over one of its id.

        Raises:
            LexiconError: an entry does not load.

        """
        organisations = {entry.id: entry for entry in load_organisations(folders)}
        return cls(
            load_states(tuple(folders)), tuple(organisations.values()), load_offices(folders), load_agents(folders)
        )

    def _index(self) -> None:
        for organisation in self.organisations:
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
