"""The state of those who act at home, by the places around them: the towns in their names, and where the text plays.

Police, courts, parliaments and crowds are settled: without a word to the contrary they are those of where the text
plays. Governments and ministries are so where nothing but that can be meant, troops, firms and envoys never.

In this order: the town that a phrase names ("the *Arusha* police", "the mayor of *Arusha*"); what :mod:`domestic` finds;
the place of the clause ("*in Arusha* police fired"); the state that the sentence names alone, if the article names
none more often; where the sentence names none, that of the paragraph, or the one that rules the article. States that
have no such institution do not count. Of persons the office must be one that its holder has at home and that nobody
else in the article holds there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.lexicon.actors import ActorLexicon
from communique.lexicon.agents import Agent
from communique.lexicon.states import load_states
from communique.lexicon.toponyms import load_toponym_words
from communique.reading.attributes import countries_of, office_of
from communique.reading.domestic import Focus, mentioned
from communique.reading.identity import Person
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.phrase import Phrase
from communique.reading.sentence_places import WHERE
from communique.reading.syntax import first_conjunct
from communique.reading.tokens import Token
from communique.records import Place

#: How many times as often as any other the article has to name a state in which the settled act, and those who rule.
_CROWD, _ORGAN = 2, 3
#: So often it has to name the state at least, if the words around name none.
_ENOUGH = 3
_SETTLED = frozenset({"COP", "LEG", "JUD"})
_GOVERNING = frozenset({"GOV", "LEG", "JUD"})
#: Sectors of the bodies that towns and provinces have.
_LOCAL = frozenset({"COP", "GOV", "JUD", "LEG"})
#: Sectors of people who may be called by the town in which they live or work.
_RESIDENT = frozenset({"CVL", "EDU", "LAB", "HLT", "AGR"})


@dataclass(frozen=True, slots=True)
class Town:
    """A town or region that a sentence names: its state, its tokens, and the one by which it hangs in its clause."""

    sentence: int
    country: str
    first: int
    last: int
    head: Token


def towns_in(parsed: ParsedArticle, places: Sequence[Place]) -> tuple[Town, ...]:
    """The towns and regions of an article, those that stand for a state or its government left aside."""
    return tuple(town for sentence in parsed.sentences for town in _towns_of(sentence, sentence.begun_in(places)))


def _towns_of(sentence: Sentence, places: Sequence[Place]) -> Iterator[Town]:
    states = load_states()
    for place in places:
        name, country = place.span.text, place.country
        if country is None or states.by_name(name) is not None or states.by_capital(name) is not None:
            continue
        inside = [t for t in sentence.tokens.tokens if place.span.start <= sentence.start_of(t) < place.span.end]
        if inside:
            heads = [t for t in inside if not inside[0].i <= t.head.i <= inside[-1].i]
            yield Town(sentence.index, country, inside[0].i, inside[-1].i, (heads or inside)[-1])


class Home:
    """Finds the states of the settled in one article."""

    def __init__(
        self, phrases: Sequence[Phrase], towns: Sequence[Town], focus: Focus, lexicon: ActorLexicon
    ) -> None:
        self._focus, self._lexicon = focus, lexicon
        self._towns: dict[int, list[Town]] = {}
        for town in towns:
            self._towns.setdefault(town.sentence, []).append(town)
        self._phrases: dict[int, list[Phrase]] = {}
        for phrase in phrases:
            self._phrases.setdefault(phrase.sentence.index, []).append(phrase)
        named = [(phrase.sentence.index, country) for phrase in phrases for country in mentioned(phrase)]
        named += [(town.sentence, town.country) for town in towns]
        self._counts = Counter(country for _, country in named)
        self._near: dict[int, set[str]] = {}
        paragraph = {phrase.sentence.index: phrase.sentence.block.start for phrase in phrases}
        for index, country in named:
            if index in paragraph:
                self._near.setdefault(paragraph[index], set()).add(country)
        self._of_noun: dict[str, set[str]] = {}
        for phrase in phrases:
            if phrase.term is not None and phrase.term.kind == "agent":
                self._of_noun.setdefault(phrase.term.form, set()).update(countries_of(phrase))
        headed = {p.sentence.index for p in phrases if p.sentence.block.kind == "dateline"}
        self._told_from = {country for index, country in named if index in headed}

    def of(self, phrase: Phrase) -> str | None:
        """The state that a phrase without one of its own belongs to."""
        found = self._of_the_town(phrase) or self._focus.of(phrase) or self._of_the_scene(phrase)
        return found or self._of_the_body(phrase)

    def _of_the_body(self, phrase: Phrase) -> str | None:
        """The state of the settled body whose members a phrase speaks of ("members *of parliament*")."""
        for term in phrase.bodies:
            for other in self._phrases.get(phrase.sentence.index, ()):
                if other is not phrase and other.term is term and self._ratio(other):
                    return self.of(other)
        return None

    def _of_the_town(self, phrase: Phrase) -> str | None:
        """The state of the town or region whose body or officer the phrase speaks of."""
        towns = self._towns.get(phrase.sentence.index)
        if not towns or not (self._is_local(phrase) or self._ratio(phrase) or _lives_there(phrase)):
            return None
        behind = {"of"} if phrase.offices else {"of", "in", "at"}
        found = {
            town.country
            for town in towns
            if phrase.first <= town.first <= town.last <= phrase.last or _is_tied(town, phrase, behind)
        }
        return found.pop() if len(found) == 1 else None

    def of_body(self, phrase: Phrase) -> str | None:
        """The state of a body by name that is called after its town or province ("*Arusha* Police Department")."""
        return self._of_the_town(phrase)

    def _is_local(self, phrase: Phrase) -> bool:
        """Is it an office, a body by name, or a police officer, such as a town or province has?"""
        if phrase.body is not None:
            return any(term.sector in _LOCAL for term in phrase.agents) or self._is_authority(phrase)
        police = any(term.sector == "COP" for term in phrase.agents)
        return police or any(term.form in self._lexicon.words["office of a place"] for term in phrase.offices)

    def _is_authority(self, phrase: Phrase) -> bool:
        """Does a word in a body's name say that it is one of the authorities ("Arusha *Police* Department")?"""
        words = (token.lower_ for token in phrase.doc[phrase.first : phrase.last + 1])
        return any(self._lexicon.sector_of_modifier.get(word) in _LOCAL for word in words)

    def _ratio(self, phrase: Phrase) -> int:
        """How far a state has to lead for the phrase to be of it; nothing for those who may be of any."""
        entry = phrase.term.entry if phrase.term is not None else None
        if phrase.term is not None and phrase.name is None and phrase.term.kind == "office":
            several = phrase.term.plural and phrase.term.form in self._lexicon.words["office of many"]
            return _CROWD if several and phrase.term.sector in _SETTLED and not _is_owned(phrase) else 0
        if not isinstance(entry, Agent) or phrase.name is not None or phrase.offices:
            return 0
        if not entry.domestic or _is_owned(phrase):
            return 0
        if phrase.possessors and entry.type != "state":  # "the *Diouf* government" is the state's, not so his lawyers
            return 0
        form = phrase.term.form if phrase.term is not None else ""
        if form in self._lexicon.words["settled"] or (entry.sector in _SETTLED and "tribunal" not in form):
            return _CROWD
        return _ORGAN if entry.type == "state" or form in self._lexicon.words["organ of state"] else 0

    def _of_the_scene(self, phrase: Phrase) -> str | None:
        """The state in which the clause, the sentence, the paragraph or the article plays."""
        ratio = self._ratio(phrase)
        if not ratio or self._focus.is_elsewhere(phrase):
            return None
        counts = self._fitting(_words_of(phrase), self._counts)
        if not counts:
            return None
        if len(counts) == 1 and self._lexicon.institutions.is_of_one_state(_words_of(phrase)):
            return next(iter(counts))
        others = self._of_noun.get(phrase.term.form if phrase.term is not None else "", set())
        sites = self._fitting(_words_of(phrase), Counter(self._sites(phrase)))
        if len(sites) == 1 and ratio == _CROWD:
            return next(iter(sites))
        (top, often), second = counts.most_common(1)[0], sum(n for _, n in counts.most_common(2)[1:])
        leads, acts = often >= ratio * second, self._is_actor(top, phrase.sentence)
        if acts and (ratio == _ORGAN or not leads):
            return None
        if ratio == _ORGAN and not (self._told_from | others) <= {top}:
            return None
        here = self._fitting(_words_of(phrase), Counter(self._named_in(phrase)))
        near = self._fitting(_words_of(phrase), Counter(self._near.get(phrase.sentence.block.start, ())))
        if here or set(near) == {top}:
            return top if set(here or near) == {top} and often > max(second, 1) else None
        return top if leads and often >= _ENOUGH and (not near or top in near) else None

    def _fitting(self, words: Sequence[str], counts: Counter[str]) -> Counter[str]:
        """The states that may have what some words stand for."""
        return Counter({c: n for c, n in counts.items() if self._lexicon.institutions.may_have(c, words)})

    def _named_in(self, phrase: Phrase) -> Iterator[str]:
        """The states that the sentence of a phrase names."""
        for other in self._phrases.get(phrase.sentence.index, ()):
            if other is not phrase:
                yield from mentioned(other)
        yield from (town.country for town in self._towns.get(phrase.sentence.index, ()))

    def _sites(self, phrase: Phrase) -> Iterator[str]:
        """The states of the places in which the clause of a phrase plays."""
        clause = _clause_of(phrase.head)
        for town in self._towns.get(phrase.sentence.index, ()):
            if _is_site(town.head) and _clause_of(town.head) == clause:
                yield town.country
        for other in self._phrases.get(phrase.sentence.index, ()):
            term = other.term
            if term is not None and term.kind in {"state", "capital"} and term.country is not None:
                token = phrase.doc[term.last]
                if _is_site(token) and _clause_of(token) == clause:
                    yield term.country

    def _is_actor(self, country: str, sentence: Sentence) -> bool:
        """Does a sentence name a state as one who acts, or is acted on, beside those who are to be found to be of it?"""
        for other in self._phrases.get(sentence.index, ()):
            term = other.term
            if term is not None and term.kind in {"state", "capital", "seat"} and term.country == country:
                token = other.doc[term.last]
                if not _is_site(token) and token.dep_ not in {"compound", "nmod", "poss", "amod"}:
                    return True
        return False

    def of_person(self, person: Person, people: Iterable[Person]) -> str | None:
        """The state at home in which a person without one holds office."""
        towns = dict.fromkeys(town for p in person.phrases for q in _both(p) if (town := self._of_the_town(q)))
        if towns:
            return next(iter(towns)) if len(towns) == 1 else None
        office = next(iter(person.offices), "").lower().rstrip(".")
        if not office or not _GOVERNING.intersection(person.sectors):
            return None
        institutions = self._lexicon.institutions
        telling = institutions.is_telling([office])
        if not telling and office not in self._lexicon.words["office of state"]:
            return None
        counts = self._fitting([office], self._counts)
        if not counts:
            return None
        (top, often), second = counts.most_common(1)[0], sum(n for _, n in counts.most_common(2)[1:])
        settled = telling or "GOV" not in person.sectors
        leads = often >= max(2, _CROWD * second) if settled else often >= max(_ENOUGH, _ORGAN * second)
        if len(counts) == 1 and institutions.is_of_one_state([office]):
            return top
        if not leads or not self._told_from <= {top}:
            return None
        here = self._fitting([office], Counter(c for p in person.phrases for c in self._named_in(p)))
        rivals = any(
            other is not person and office in (held.lower() for held in other.offices) and other.country in {None, top}
            for other in people
        )
        if (here and top not in here) or (rivals and office not in self._lexicon.words["office of many"]):
            return None
        acting = not telling and any(self._is_actor(top, p.sentence) for p in person.phrases)
        return None if acting or any(self._faces(top, p) for p in person.phrases) else top

    def _faces(self, country: str, phrase: Phrase) -> bool:
        """Does somebody who holds office meet one of a state, so that it need not be his ("met the *Peruvian* king")?"""
        clause, side = _clause_of(phrase.head), first_conjunct(phrase.head)
        return any(
            country in mentioned(other) and _clause_of(other.head) == clause and first_conjunct(other.head) != side
            for other in self._phrases.get(phrase.sentence.index, ())
            if other is not phrase and other is not phrase.apposition and (other.name is not None or other.offices)
        )


def _is_owned(phrase: Phrase) -> bool:
    """Does the phrase say, in other words than names of persons, whose it is?"""
    return bool(phrase.owners or phrase.after or phrase.bodies or phrase.anaphor)


def _both(phrase: Phrase) -> Iterator[Phrase]:
    yield phrase
    if phrase.apposition is not None:
        yield phrase.apposition


def _words_of(phrase: Phrase) -> Sequence[str]:
    """The words that say what institution a phrase is about."""
    office = office_of(phrase)
    form = phrase.term.form if phrase.term is not None else ""
    return [form, *phrase.words, *([office.lower()] if office is not None else [])]


def _is_tied(town: Town, phrase: Phrase, ties: set[str]) -> bool:
    """Does a preposition on the phrase tie the town to it ("the mayor *of* Arusha")?"""
    token = town.head
    if token.dep_ == "poss":
        return phrase.first <= token.head.i <= phrase.last  # "*Arusha's* mayor"
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in _places():
        token = token.head.head  # "the mayor of the city of *Arusha*"
    above = token.head
    inside = phrase.first <= above.head.i <= phrase.last
    return token.dep_ == "pobj" and above.lower_ in ties and inside and above.i > phrase.last


def _places() -> frozenset[str]:
    return load_toponym_words()["generic"]


def _lives_there(phrase: Phrase) -> bool:
    """Is it a common noun for people who are called by where they live ("an *Arusha* teacher")?"""
    entry = phrase.term.entry if phrase.term is not None and phrase.name is None else None
    return isinstance(entry, Agent) and entry.domestic and entry.sector in _RESIDENT


def _is_site(name: Token) -> bool:
    """Does a name tell where something is done ("in *Arusha*", "in the town of *Arusha*")?"""
    token = name
    while token.dep_ in {"pobj", "appos", "compound", "conj", "nmod"} and token.head is not token:
        if token.dep_ == "pobj" and token.head.lower_ in WHERE:
            return True
        if token.dep_ == "pobj":
            if token.head.lower_ != "of":
                return False
            token = token.head
        token = token.head
    return False


def _clause_of(token: Token) -> Token:
    """The verb in whose clause a token stands."""
    while token.pos_ not in {"VERB", "AUX"} and token.head is not token:
        token = token.head
    return token
