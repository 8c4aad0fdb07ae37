"""The state of those who act at home, by the places around them: the towns in their names, and where the text plays.

Police, courts, parliaments and crowds are settled: without a word to the contrary they are those of where the text
plays. Governments and ministries are so where nothing but that can be meant; troops, firms and envoys never.

In this order: the town that a phrase names ("*Arusha* police", "the mayor of *Arusha*"); what :mod:`domestic` finds;
the place of the clause ("*in Arusha* police fired"); the state that the sentence names alone, if the article names
none more often or is told from there; where the sentence names none, that of the paragraph, or the one that leads in
the article by far; and that of the body whose members they are. States that have no such institution do not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from communique.lexicon.actors import ActorLexicon
from communique.lexicon.agents import Agent
from communique.lexicon.toponyms import load_toponym_words
from communique.reading.attributes import countries_of, office_of
from communique.reading.domestic import Focus
from communique.reading.named_states import NamedStates, Town, clause_of
from communique.reading.phrase import Phrase
from communique.reading.syntax import SUBJECTS

#: How many times as often as any other the article has to name a state in which the settled act, and those who rule.
CROWD, ORGAN = 2, 3
#: So often it has to name the state at least, if the words around name none.
ENOUGH = 3
_SETTLED = frozenset({"COP", "LEG", "JUD"})
#: Sectors of the bodies that towns and provinces have.
_LOCAL = frozenset({"COP", "GOV", "JUD", "LEG"})
#: Sectors of people who may be called by the town in which they live or work.
_RESIDENT = frozenset({"CVL", "EDU", "LAB", "HLT", "AGR"})


class Home:
    """Finds the states of the settled in one article."""

    def __init__(self, phrases: Sequence[Phrase], towns: Sequence[Town], focus: Focus, lexicon: ActorLexicon) -> None:
        self._focus, self._lexicon = focus, lexicon
        self.named = NamedStates(phrases, towns)
        self._of_noun: dict[str, set[str]] = {}
        for phrase in phrases:
            if phrase.term is not None and phrase.term.kind == "agent":
                self._of_noun.setdefault(phrase.term.form, set()).update(countries_of(phrase))

    def of(self, phrase: Phrase) -> str | None:
        """The state that a phrase without one of its own belongs to."""
        if (country := self.of_the_town(phrase)) is not None:
            return country
        around = self._focus.of(phrase)
        if around is not None and not {around}.issuperset(self._sites(phrase)):
            around = None  # "Chadian jets killed ten farmers *in Arusha*"
        if around is not None and self._lexicon.institutions.may_have(around, _words_of(phrase)):
            return around
        return self._of_the_scene(phrase) or self._of_the_body(phrase)

    def _sites(self, phrase: Phrase) -> Iterable[str]:
        """The states of the places of a clause; where something is done to somebody, of all towns of its sentence.

        So it is beside the main clause ("Peru deplored the violence *in Arusha*, where **rioters** burned a school").
        """
        beside = clause_of(phrase.head).dep_ in {"advcl", "relcl"} and not _is_owned(phrase)
        if beside or phrase.head.dep_ in {"dobj", "nsubjpass"}:
            return [*self.named.sites(phrase), *(town.country for town in self.named.towns(phrase.sentence))]
        return self.named.sites(phrase)

    def of_body(self, phrase: Phrase) -> str | None:
        """The state of a body by name, of its town ("*Arusha* Police Department") or of a chamber ("the *House*")."""
        return self.of_the_town(phrase) or self._of_the_scene(phrase)

    def of_the_town(self, phrase: Phrase) -> str | None:
        """The state of the town or region whose body, officer or people the phrase speaks of."""
        towns = self.named.towns(phrase.sentence)
        if not towns or not (self._is_local(phrase) or self._ratio(phrase) or _lives_there(phrase)):
            return None
        ties = {"of"} if phrase.offices else {"of", "in", "at"}
        found = {town.country for town in towns if _is_within(town, phrase) or _is_tied(town, phrase, ties)}
        return found.pop() if len(found) == 1 else None

    def fitting(self, words: Sequence[str], countries: Iterable[str]) -> Counter[str]:
        """The states that may have what some words stand for, as often as they are given."""
        counts = countries if isinstance(countries, Counter) else Counter(countries)
        return Counter({c: n for c, n in counts.items() if self._lexicon.institutions.may_have(c, words)})

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
        term = phrase.term
        if phrase.body is not None and phrase.body.first == phrase.last:
            return CROWD if phrase.doc[phrase.last].lower_ in self._lexicon.words["chamber"] else 0
        if term is None or phrase.name is not None or _is_owned(phrase):
            return 0
        if term.kind == "office":
            several = term.plural and term.form in self._lexicon.words["office of many"]
            return CROWD if several and term.sector in _SETTLED else 0
        entry = term.entry
        if not isinstance(entry, Agent) or phrase.offices or not entry.domestic:
            return 0
        if phrase.possessors and entry.type != "state":  # "the *Diouf* government" is the state's, not so his lawyers
            return 0
        if term.form in self._lexicon.words["settled"] or (entry.sector in _SETTLED and "tribunal" not in term.form):
            return CROWD
        return ORGAN if entry.type == "state" or term.form in self._lexicon.words["organ of state"] else 0

    def _of_the_scene(self, phrase: Phrase) -> str | None:
        """The state in which the clause, the sentence, the paragraph or the article plays."""
        ratio = self._ratio(phrase)
        if not ratio or self._focus.is_elsewhere(phrase):
            return None
        words = _words_of(phrase)
        counts = self.fitting(words, self.named.counts)
        if phrase.term is not None and phrase.term.sector == "PTY" and phrase.doc[phrase.term.last].text.islower():
            return None  # "republicans" hold a view, "Republicans" belong to a party
        if len(counts) == 1 and self._lexicon.institutions.is_of_one_state(words):
            return next(iter(counts))
        sites = self.fitting(words, self.named.sites(phrase))
        if len(sites) == 1 and ratio == CROWD:
            return next(iter(sites))
        here = set(self.fitting(words, self.named.beside(phrase)))
        near = set(self.fitting(words, self.named.in_paragraph(phrase)))
        if not counts:
            return None
        found = self._told_from(counts, here, near) or self._leading(phrase, counts, here, near)
        return found or (self._of_the_capital(phrase, counts) if ratio == ORGAN else None)

    def _told_from(self, counts: Counter[str], here: set[str], near: set[str]) -> str | None:
        """The state of the dateline, where sentence and paragraph name no other and the article none far more often."""
        told_from = self.named.told_from
        alone = len(told_from) == 1 and here == near == told_from
        country = next(iter(told_from)) if alone else None
        return country if country is not None and CROWD * counts[country] >= max(counts.values()) else None

    def _of_the_capital(self, phrase: Phrase, counts: Counter[str]) -> str | None:
        """The state from whose capital the text is told, where none is named more often, for an organ that acts."""
        country = self.named.capital_of
        if country is None or phrase.head.dep_ not in SUBJECTS or counts[country] < max(counts.values()):
            return None
        others = self._of_noun.get(phrase.term.form, set()) if phrase.term is not None else set()
        return country if others <= {country} and not self.named.is_addressed(country, phrase) else None

    def _leading(self, phrase: Phrase, counts: Counter[str], here: set[str], near: set[str]) -> str | None:
        """The state that an article names most, where its sentence or paragraph names no other."""
        ratio = self._ratio(phrase)
        (top, often), second = ranked(counts)
        leads = often >= ratio * second
        if self.named.is_party(top, phrase.sentence) and (ratio == ORGAN or not leads):
            return None
        elsewhere = self.named.told_from | self._of_noun.get(phrase.term.form if phrase.term is not None else "", set())
        if ratio == ORGAN and not elsewhere <= {top}:
            return None
        if here or near == {top}:
            return top if (here or near) == {top} and often > max(second, 1) else None
        return top if leads and often >= ENOUGH and (not near or top in near) else None

    def _of_the_body(self, phrase: Phrase) -> str | None:
        """The state of the settled body whose members a phrase speaks of ("members *of parliament*")."""
        bodies = (other for other in self.named.phrases(phrase.sentence) if other.term in phrase.bodies)
        return next((self.of(other) for other in bodies if other is not phrase and self._ratio(other)), None)


def ranked(counts: Counter[str]) -> tuple[tuple[str, int], int]:
    """The state that is named most, how often, and how often the next one is."""
    first, *others = counts.most_common(2)
    return first, others[0][1] if others else 0


def _is_owned(phrase: Phrase) -> bool:
    """Does the phrase say, in other words than names of persons, whose it is?"""
    return bool(phrase.owners or phrase.after or phrase.bodies or phrase.anaphor)


def _words_of(phrase: Phrase) -> Sequence[str]:
    """The words that say what institution a phrase is about."""
    office = office_of(phrase)
    form = phrase.term.form if phrase.term is not None else phrase.doc[phrase.last].lower_
    return [form, *phrase.words, *([office.lower()] if office is not None else [])]


def _lives_there(phrase: Phrase) -> bool:
    """Is it a common noun for people who are called by where they live ("an *Arusha* teacher")?"""
    entry = phrase.term.entry if phrase.term is not None and phrase.name is None else None
    return isinstance(entry, Agent) and entry.domestic and entry.sector in _RESIDENT


def _is_within(town: Town, phrase: Phrase) -> bool:
    """Is a town named before the head of a phrase, or in a body's name, without being all of it?"""
    if phrase.term is None:
        return (
            phrase.first <= town.first <= town.last <= phrase.last
            and town.last - town.first < phrase.last - phrase.first
        )
    return phrase.first <= town.first <= town.last < phrase.term.first


def _is_tied(town: Town, phrase: Phrase, ties: set[str]) -> bool:
    """Does a preposition on the phrase tie the town to it ("the mayor *of* Arusha")?"""
    token = town.head
    if token.dep_ == "poss":
        return phrase.first <= token.head.i <= phrase.last  # "*Arusha's* mayor"
    above = token.head
    if token.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_.lower() in load_toponym_words()["generic"]:
        token = above.head  # "the mayor of the city of *Arusha*"
    above = token.head
    inside = phrase.first <= above.head.i <= phrase.last
    return token.dep_ == "pobj" and above.lower_ in ties and inside and above.i > phrase.last
