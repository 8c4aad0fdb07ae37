"""The states in which persons without one hold office, by the towns and states that the article names.

A mayor or governor is of the state of his town or province. An office that a state has for itself is of the one that
leads in the article among those that have it ("*Treasury Secretary* X", "Finance Minister X" where Japan and the US
are spoken of), unless somebody else holds it there, the text is told from another state, or the state is named beside
its holder as another party ("President X urged *Peru* to yield"). Failing that, it is of the state from whose capital
the text is told ("BERLIN - *Foreign Minister* X said").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from communique.lexicon.actors import ActorLexicon
from communique.reading.attributes import countries_of
from communique.reading.domestic import mentioned
from communique.reading.home import CROWD, ENOUGH, ORGAN, Home, ranked
from communique.reading.identity import Person
from communique.reading.named_states import clause_of
from communique.reading.phrase import Phrase
from communique.reading.syntax import SUBJECTS

_GOVERNING = frozenset({"GOV", "LEG", "JUD", "COP"})
#: The state in which most news in English is written, and which it often leaves unsaid.
_READERS = "USA"
#: So many holders of one office are looked at in an article.
_MOST = 50


class Officers:
    """Finds the states of office holders in one article."""

    def __init__(self, home: Home, lexicon: ActorLexicon, people: Sequence[Person]) -> None:
        self._home, self._lexicon = home, lexicon
        self._holders: dict[str, list[Person]] = {}
        for person in people:
            for office in {_plain(held) for held in person.offices}:
                self._holders.setdefault(office, []).append(person)

    def state_of(self, person: Person) -> str | None:
        """The state at home in which a person without one holds office."""
        towns = {town for p in person.phrases for q in _both(p) if (town := self._home.of_the_town(q)) is not None}
        if towns:
            return towns.pop() if len(towns) == 1 else None
        if (country := self._of_his_government(person) or self._of_a_colleague(person)) is not None:
            return country
        if not (person.former or _GOVERNING.intersection(person.sectors)):
            return None
        offices = dict.fromkeys(_plain(office) for office in (*person.offices, *person.former))
        states = (self._of_the_article(person, o) or self._of_the_dateline(person, o) for o in offices if o)
        return next((country for country in states if country is not None), None)

    def _of_the_article(self, person: Person, office: str) -> str | None:
        """The state that leads in the article, and that may be meant."""
        institutions, words, named = self._lexicon.institutions, self._lexicon.words, self._home.named
        telling = institutions.is_telling([office])
        counts = self._home.fitting([office], named.counts)
        if not counts or not (telling or office in words["office of state"]):
            return None
        if not telling and office.rpartition(" ")[2] in words["envoy"]:
            return None  # who is sent to where the news is
        (top, often), second = ranked(counts)
        if len(counts) == 1 and institutions.is_of_one_state([office]):
            alike = office not in words["office of many"] and self._is_held(office, person, {top})
            return None if alike else top  # where another is the Treasury Secretary, this one is of another state
        settled = telling or "GOV" not in person.sectors
        if often < (max(2, CROWD * second) if settled else max(ENOUGH, ORGAN * second)):
            return None
        if not telling and top != _READERS and counts[_READERS] and institutions.may_have(_READERS, [office]):
            return None  # "President X on arms for *Iran*": the readers' own goes without saying
        beside = self._home.fitting([office], (c for p in person.phrases for c in named.beside(p)))
        if not named.told_from <= {top} or (beside and top not in beside):
            return None
        holds = office in {_plain(held) for held in person.offices}  # of the past there are several holders
        if holds and office not in words["office of many"] and self._is_held(office, person, {None, top}):
            return None
        apart = not telling and any(self._is_apart(office, top, p) for p in person.phrases)
        return None if apart or any(self._faces(top, p) for p in person.phrases) else top

    def _of_the_dateline(self, person: Person, office: str) -> str | None:
        """The state from whose capital the text is told, whose officials the wires name by their office alone.

        Not so where the text names another of its officials with the state, nor who is not first spoken of as acting
        ("BERLIN - X will be received in Oslo by *Prime Minister Y*"), nor the readers' own, who go without saying
        everywhere, unless a body of the state speaks beside the person.
        """
        named, institutions = self._home.named, self._lexicon.institutions
        country = named.capital_of
        words = self._lexicon.words
        of_organ = any(office.startswith(f"{organ} ") for organ in words["organ of state"])
        if country is None or not person.offices or not (of_organ or office in words["office of state"]):
            return None
        if not institutions.may_have(country, [office]) or self._is_held(office, person, {None, country}):
            return None
        if institutions.may_have(_READERS, [office]) and (country not in named.told_from or named.counts[_READERS]):
            return None
        first = min(person.phrases, key=lambda p: (p.sentence.index, p.first))
        officials = (other for held in self._holders.values() for other in held[:_MOST] if other is not person)
        if first.head.dep_ not in SUBJECTS or any(country in other.countries for other in officials):
            return None
        away = named.is_party(country, first.sentence) and any(self._faces(country, p) for p in person.phrases)
        return None if away or any(named.is_addressed(country, p) for p in person.phrases) else country

    def _is_apart(self, office: str, country: str, phrase: Phrase) -> bool:
        """Does the sentence name the state as another party beside the person?

        Of an office that the readers' own state has too any such naming counts: its holder's goes without saying.
        """
        named = self._home.named
        if self._lexicon.institutions.may_have(_READERS, [office]):
            return named.is_party(country, phrase.sentence)
        return named.is_addressed(country, phrase)

    def is_another(self, person: Person, country: str) -> bool:
        """Must a person be of another state: this one has no such office, or another holds it, or he urges it?"""
        office = _plain(next(iter((*person.offices, *person.former)), ""))
        if not self._lexicon.institutions.may_have(country, [office]):
            return True
        if any(self._home.named.is_addressed(country, phrase) for phrase in person.phrases):
            return True
        return self._lexicon.leads(office) and self._is_held(office, person, {country})

    def _is_held(self, office: str, person: Person, countries: Set[str | None]) -> bool:
        """Does somebody else in the article hold an office in one of some states, or in an unknown one (``None``)?"""
        others = (other for other in self._holders.get(office, ())[:_MOST] if other is not person)
        return any(other.country in countries for other in others)

    def _of_his_government(self, person: Person) -> str | None:
        """The state of the government that is called after a person ("the *Diouf* administration")."""
        found = {
            country
            for phrase in person.phrases
            for other in self._home.named.phrases(phrase.sentence)
            if _is_called_after(other, phrase) and (country := self._home.of(other)) is not None
        }
        return found.pop() if len(found) == 1 else None

    def _of_a_colleague(self, person: Person) -> str | None:
        """The state of the holder of another office right before a minister ("Malian President X and *Minister Y*")."""
        for phrase in person.phrases:
            office = next((term.form for term in phrase.offices if term.kind == "office"), None)
            if office is None or self._lexicon.leads(office) or phrase.head.dep_ != "conj":
                continue
            for other in self._home.named.phrases(phrase.sentence):
                if other.offices and other.name is not None and other.last == phrase.first - 2 and not _between(other):
                    countries = self._home.fitting([office], countries_of(other))
                    if len(countries) == 1 and phrase.doc[phrase.first - 1].pos_ == "CCONJ":
                        return next(iter(countries))
        return None

    def _faces(self, country: str, phrase: Phrase) -> bool:
        """Does who holds office meet one of a state, so that it need not be his ("met the *Peruvian* king")?"""
        verb = clause_of(phrase.head)
        return any(
            country in set(mentioned(other)) and clause_of(other.head) == verb
            for other in self._home.named.phrases(phrase.sentence)
            if (other.name is not None or other.offices) and (other.first < verb.i) != (phrase.first < verb.i)
        )


def _is_called_after(government: Phrase, phrase: Phrase) -> bool:
    """Is a government called after the person whom a phrase names, and whose alone?"""
    runs = [run.first for run in government.possessors]
    entry = government.term.entry if government.term is not None else None
    return phrase.name is not None and runs == [phrase.name.first] and getattr(entry, "type", "") == "state"


def _between(phrase: Phrase) -> bool:
    """Does the phrase name one of two sides ("talks *between* President X and Minister Y")?"""
    return phrase.head.dep_ == "pobj" and phrase.head.head.lower_ in {"between", "among"}


def _plain(office: str) -> str:
    """The name of an office in small letters ("Sen." is "sen")."""
    return office.lower().rstrip(".")


def _both(phrase: Phrase) -> Iterator[Phrase]:
    yield phrase
    if phrase.apposition is not None:
        yield phrase.apposition
