"""Noun phrases that can name an actor: a head from the lexicon or a person's name, with what stands before it.

"The US Secretary of State Rex Somebody", "Senior Hungarian and Romanian officials", "Poland's parliament", "police in
Guinea": phrases are built from the right, because the head of an English noun phrase comes last, and take up the
offices, owners (states, organisations, persons) and qualifying words to their left.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.lexicon.agents import Agent
from communique.lexicon.offices import Office
from communique.lexicon.words import packaged_words
from communique.reading.organisation_names import BodyName
from communique.reading.parse import Sentence
from communique.reading.person_names import NameRun
from communique.reading.phrase import FORMER, FUTURE, Phrase
from communique.reading.syntax import first_conjunct
from communique.reading.terms import OWNER_KINDS, STATE_KINDS, Term
from communique.reading.tokens import Token

_QUALIFIERS = frozenset({"amod", "compound", "nummod", "nmod", "quantmod", "advmod", "npadvmod", "appos"})
#: Parts of speech of words that open a phrase or clause.
_CLOSED = frozenset({"ADP", "SCONJ", "DET", "PRON", "ADV"})
RANKS = frozenset({"deputy", "vice", "assistant"})
_ALLEGIANCES = frozenset({"pro", "anti"})
_BELONGING = frozenset({"led", "based", "owned", "run", "born", "controlled", "speaking"})
_COUNTRY_NOUNS = frozenset({"country", "nation", "republic", "state", "island", "kingdom"})


def find_phrases(
    sentence: Sentence, terms: Sequence[Term], persons: Sequence[NameRun], others: Sequence[BodyName] = ()
) -> tuple[Phrase, ...]:
    """The phrases of a sentence, left to right, without overlap; ``others`` name organisations that no lexicon has."""
    return _Builder(sentence, terms, persons, others).build()


class _Builder:
    """Builds the phrases of one sentence from right to left."""

    def __init__(
        self, sentence: Sentence, terms: Sequence[Term], persons: Sequence[NameRun], others: Sequence[BodyName]
    ) -> None:
        self.sentence = sentence
        self.doc = sentence.tokens.doc
        named = {i for run in persons for i in range(run.first, run.last + 1)}
        named |= {i for body in others for i in range(body.first, body.last + 1)}
        self.terms = {t.last: t for t in terms if not named & set(range(t.first, t.last + 1))}
        self.persons = {run.last: run for run in persons}
        self.others = {body.last: body for body in others}
        self.start = sentence.tokens.start

    def build(self) -> tuple[Phrase, ...]:
        phrases: list[Phrase] = []
        for index in sorted({*self.persons, *self.terms, *self.others}, reverse=True):
            if not phrases or index < phrases[-1].first:
                phrase = self._phrase_ending(index)
                if phrase is not None:
                    phrases.append(phrase)
        return tuple(reversed(phrases))

    def _phrase_ending(self, index: int) -> Phrase | None:
        run, term = self.persons.get(index), self.terms.get(index)
        if run is not None:
            phrase = Phrase(self.sentence, run.first, run.last, name=run)
        elif term is not None and term.kind != "title":
            phrase = Phrase(self.sentence, term.first, term.last, term=term)
            if term.kind == "office":
                phrase.offices.append(term)
                phrase.office_start = term.first
                self._take_future(phrase)
            elif term.kind == "agent":
                phrase.agents.append(term)
        elif index in self.others:
            body = self.others[index]
            phrase = Phrase(self.sentence, body.first, index, body=body)
            phrase.owners.extend(reversed([term for term in body.terms if term.kind in STATE_KINDS]))
            phrase.agents.extend(term for term in body.terms if term.kind == "agent")
            return phrase
        else:
            return None
        if term is None or term.kind not in STATE_KINDS or term.kind == "demonym":
            self._extend_left(phrase)
        return phrase

    def _take_future(self, phrase: Phrase) -> None:
        """Take up what a hyphen ties behind an office that is still to be taken up ("the president-*elect*")."""
        behind = self.doc.tokens[phrase.last + 1 : phrase.last + 3]
        if len(behind) > 1 and behind[0].text == "-" and behind[1].lower_ in FUTURE:
            phrase.words.append(behind[1].lower_)
            phrase.last += 2

    def _extend_left(self, phrase: Phrase) -> None:
        index = phrase.first - 1
        while index >= self.start:
            taken = self._take(phrase, index)
            if taken is None:
                return
            index = taken

    def _take(self, phrase: Phrase, index: int) -> int | None:
        """Take up what ends at ``index``; the index to look at next, or ``None`` where the phrase ends."""
        token, term = self.doc[index], self.terms.get(index)
        if index in self.persons:
            if self._is_allegiance(self.persons[index].first):
                return None
            if self._is_of_fighters(phrase, index):
                phrase.first = self.persons[index].first
                return phrase.first - 1
            if (
                token.i + 1 < len(self.doc)
                and (self._possessive(index + 1) or self._qualifies(phrase, token))
                and phrase.name is None
            ):
                phrase.possessors.append(self.persons[index])
            return None
        if term is not None:
            return self._take_term(phrase, term)
        if index in self.others and (phrase.offices or phrase.agents):
            return self._take_employer(phrase, self.others[index])
        return self._take_word(phrase, index)

    def _is_of_fighters(self, phrase: Phrase, index: int) -> bool:
        """Is what looks like a person's name the name of the group right behind it ("*Abu Hamra* rebels")?"""
        term, last = phrase.term, self.doc[index]
        armed = term is not None and term.plural and isinstance(term.entry, Agent) and term.sector in {"REB", "UAF"}
        beside = index + 1 == phrase.first and last.dep_ == "compound" and last.head.i == phrase.last
        return armed and beside and phrase.name is None

    def _take_employer(self, phrase: Phrase, body: BodyName) -> int | None:
        phrase.employer = body
        inside = body.first <= self.doc[phrase.last].head.i <= body.last
        if phrase.name is not None and not inside:  # the parser took the name of the body's head for the body
            return None
        phrase.first = body.first
        return body.first - 1

    def _take_word(self, phrase: Phrase, index: int) -> int | None:
        token = self.doc[index]
        if self._possessive(index) or (token.text == "-" and not token.whitespace_):
            return index - 1
        if token.pos_ == "CCONJ" or token.text in {",", "/", "&"}:
            return self._coordinated(phrase, index)
        if token.pos_ in {"DET", "PRON"}:
            if token.tag_ == "PRP$":
                phrase.anaphor = token.lower_
            return None
        if token.lower_ in _COUNTRY_NOUNS and self._possessive(index + 1):
            phrase.anaphor = "country"
            return None
        if self._dates_office(phrase, index):
            phrase.words.append(token.lower_)
            phrase.first = index
            return index - 1
        if self._qualifies(phrase, token) or self._is_portfolio(phrase, token):
            self._extend_office(phrase, token)
            phrase.words.append(token.lower_)
            phrase.first = index
            return index - 1
        return None

    def _dates_office(self, phrase: Phrase, index: int) -> bool:
        """Is an office made one of the past or the future by a hyphen ("then-President", "president-elect")?"""
        word = self.doc[index].lower_
        if word in FORMER:
            return phrase.office_start == index + 2 and self.doc[index + 1].text == "-"
        before = self.terms.get(index - 2)
        return word in FUTURE and self.doc[index - 1].text == "-" and before is not None and before.kind == "office"

    def _take_term(self, phrase: Phrase, term: Term) -> int | None:
        if term.kind in OWNER_KINDS:
            if not (
                self._adjoins(phrase, term)
                and (
                    phrase.name is None
                    or phrase.offices
                    or phrase.agents
                    or term.kind in {"adjective", "demonym", "organisation"}
                    or self._possessive(term.last + 1)
                )
            ):
                return None
            if not self._is_descent(phrase, term):
                phrase.owners.append(term)
        elif term.kind in {"office", "title"}:
            if phrase.term is not None and term.plural:
                return None
            phrase.offices.append(term)
            phrase.office_start = term.first
        else:
            if phrase.name is not None and not (phrase.offices or phrase.agents) and not _before_name(term):
                return None
            ranked = term.form in RANKS
            if phrase.office_start == term.last + 1 and (ranked or self._has_portfolio(phrase)):
                phrase.office_start = term.first
            if not (ranked and phrase.office_start == term.first):
                phrase.agents.append(term)
        phrase.first = term.first
        return term.first - 1

    def _is_descent(self, phrase: Phrase, term: Term) -> bool:
        """Does a nationality before another one only tell where people's families came from ("*Irish*-Americans")?"""
        nation = phrase.term if phrase.term is not None and phrase.term.kind == "demonym" else None
        if nation is None or term.kind not in {"adjective", "demonym"} or phrase.owners:
            return False
        tied = term.last + 2 == nation.first and self.doc[term.last + 1].text == "-"
        settled = nation.form.lower() in packaged_words()["nation of settlers"]
        return tied or (term.last + 1 == nation.first and settled)

    def _adjoins(self, phrase: Phrase, term: Term) -> bool:
        """Does a state or organisation belong to the phrase on its right, rather than to the clause?"""
        if self._is_backer(term):
            return False
        if self._possessive(term.last + 1) or term.kind in {"adjective", "demonym"}:
            return True
        last = self.doc[term.last]
        beside = first_conjunct(last)  # "*Indian* and U.S. officials"
        joined = beside is not last and beside.dep_ in {"amod", "nmod", "compound"}
        if joined and phrase.first <= beside.head.i <= phrase.last:
            return True
        return last.dep_ in {"compound", "amod", "nmod", "poss"} or phrase.first <= last.head.i <= phrase.last

    def _is_backer(self, term: Term) -> bool:
        """Does a hyphen tie the term to a word that tells of no belonging ("Saudi-backed", "pro-Saudi")?"""
        if self._is_allegiance(term.first):
            return True
        word = term.last + 2
        hyphen = word < len(self.doc) and self.doc[term.last + 1].text == "-"
        return hyphen and self.doc[word].tag_ in {"VBN", "VBD", "JJ", "VBG"} and self.doc[word].lower_ not in _BELONGING

    def _is_allegiance(self, first: int) -> bool:
        """Does "pro-" or "anti-" stand before a name that begins at a token?"""
        return first > 1 and self.doc[first - 1].text == "-" and self.doc[first - 2].lower_ in _ALLEGIANCES

    def _possessive(self, index: int) -> bool:
        return index < len(self.doc) and self.doc[index].tag_ == "POS"

    def _qualifies(self, phrase: Phrase, token: Token) -> bool:
        if token.ent_type_ in {"DATE", "TIME"} or token.lower_ == "to":
            return False
        bare_name = phrase.name is not None and not (phrase.offices or phrase.agents or phrase.words)
        verbal = token.pos_ in {"ADP", "VERB", "AUX"} and token.dep_ not in {"amod", "compound"}
        described = token.tag_ == "NN" and token.dep_ == "compound" and token.text.islower()
        if verbal or (bare_name and not described):
            return False
        if token.tag_ in {"JJS", "RBS", "RBR", "JJR"} and token.i and token.nbor(-1).pos_ == "ADP":
            return False
        return (token.dep_ in _QUALIFIERS or token.dep_ == "conj") and token.i < token.head.i <= phrase.last

    def _has_portfolio(self, phrase: Phrase) -> bool:
        office = phrase.offices[-1].entry if phrase.offices else None
        return isinstance(office, Office) and office.portfolio

    def _is_portfolio(self, phrase: Phrase, token: Token) -> bool:
        adjacent = phrase.office_start == token.i + 1
        return self._has_portfolio(phrase) and adjacent and token.text[0].isupper() and _may_name_office(token)

    def _extend_office(self, phrase: Phrase, token: Token) -> None:
        """Words right before an office with a portfolio belong to its name ("planning and budget minister")."""
        office = phrase.offices[-1].entry if phrase.offices else None
        if not isinstance(office, Office) or phrase.office_start is None or token.lower_ in FORMER:
            return
        ranked = token.lower_ in RANKS
        portfolio = office.portfolio and (token.pos_ in {"NOUN", "PROPN"} or token.text[0].isupper())
        portfolio = portfolio and _may_name_office(token)
        if (ranked or portfolio) and self._joined(token.i + 1, phrase.office_start):
            phrase.office_start = token.i

    def _joined(self, start: int, end: int) -> bool:
        return all(t.pos_ == "CCONJ" or t.text in {",", "-", "&"} for t in self.doc[start:end])

    def _coordinated(self, phrase: Phrase, index: int) -> int | None:
        """Step over "and" between two owners, two offices of a person, or two words of a portfolio."""
        before = self.terms.get(index - 1)
        if before is not None and self._is_second_office(phrase, before):
            return index - 1
        nearest = phrase.owners[-1] if phrase.owners else None
        if before is not None and nearest is not None and nearest.first == phrase.first and before.kind in OWNER_KINDS:
            left, right = self.doc[before.last], self.doc[nearest.last]
            attributive = before.kind in {"adjective", "demonym"} or left.dep_ in {"compound", "amod", "nmod"}
            if attributive and (right.dep_ in {"conj", "amod", "compound", "nmod"}):
                return index - 1
        word = self.doc[index - 1] if index > self.start else None
        if word is not None and self._is_first_kind(phrase, word):
            return index - 1
        listed = any(token.pos_ == "CCONJ" for token in self.doc[index : phrase.last + 1])  # an aside has but a comma
        if (
            word is not None
            and before is None
            and listed
            and phrase.office_start == index + 1 == phrase.first
            and self._has_portfolio(phrase)
            and word.text[0].isupper()
            and word.pos_ in {"NOUN", "PROPN", "ADJ"}
        ):
            phrase.office_start = index
            return index - 1
        return None

    def _is_first_kind(self, phrase: Phrase, word: Token) -> bool:
        """Is a word before "and" the first adjective of two for kinds of people ("*ruling* and opposition parties")?"""
        second, noun = self.doc[phrase.first], phrase.doc[phrase.last]
        plural = phrase.term is not None and phrase.term.kind == "agent" and phrase.term.plural
        return plural and word.dep_ == "amod" and word.head is noun and second.dep_ == "conj" and second.head is word

    def _is_second_office(self, phrase: Phrase, before: Term) -> bool:
        """Does who is named hold both offices ("Chinese Vice Premier and Foreign Minister Ann Lee"), not a colleague?

        An article would make them two people ("*the* president and Foreign Minister Ann Lee"), but for posts that one
        person holds in a firm ("its chairman and chief executive Ann Lee"). A noun without an article before "and" is
        no person by itself ("president and chief executive Ann Lee").
        """
        own = phrase.offices or phrase.agents
        start = phrase.office_start if phrase.offices else own[-1].first if own else None
        named = phrase.name is not None and start == phrase.first  # with no state of its own
        if not named or before.plural or not _is_persons(before) or before.form == own[-1].form:
            return False
        if phrase.offices and _heads_a_firm(before) and _heads_a_firm(phrase.offices[-1]):
            return True
        ahead = before.first - 1
        determined = any(self.doc[i].pos_ == "DET" for i in range(max(self.start, ahead - 1), ahead + 1))
        bare = ahead < self.start or self.doc[ahead].pos_ in {"VERB", "ADP", "SCONJ", "PUNCT", "PROPN"}
        capital = self.doc[before.last].text[0].isupper() and before.kind == "office" and bool(phrase.offices)
        return not determined and (bare or capital)


def _is_persons(term: Term) -> bool:
    return term.kind == "office" or (isinstance(term.entry, Agent) and term.entry.type == "person")


def _heads_a_firm(office: Term) -> bool:
    """Is it an office at the head of a body, of those that firms have too ("president", "chairman")?"""
    entry = office.entry
    return isinstance(entry, Office) and entry.leads and (entry.common or entry.sector is None)


def _may_name_office(word: Token) -> bool:
    """May a word be of an office's name: does it not only open a sentence ("*As* Trade Minister …", "*New* …")?"""
    return word.pos_ not in _CLOSED and word.lower_ not in packaged_words()["before an office"]


def _before_name(term: Term) -> bool:
    """May it stand before a name as what somebody is ("*activist* Joe Oni", not "union Joe Oni")?"""
    if not isinstance(term.entry, Agent) or term.plural:
        return False
    return term.entry.type == "person" or term.form.rpartition(" ")[2] in packaged_words()["trade"]
