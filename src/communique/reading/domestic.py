"""Which state an office or group without one belongs to, where the text makes it plain.

In this order: "the country's minister" belongs to the state named last before it; a bare institution to the state of
the one of that name in the article ("the French parliament … parliament"); an office in a clause about "the country" to
the state that this means; a group or office to the one state whose domestic groups (opposition, rebels, lawmakers,
students) the sentence names, a group also to the one whose government it names or that it plays in ("in Kenya", "in the
Kenyan town of"); who does what is done at home (resigns, imposes a curfew), to the one state that the sentence
names; and where the whole article names one state only, in the same sentence or in several, to that. Otherwise it stays
unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from communique.lexicon.agents import Agent
from communique.lexicon.organisations import Organisation
from communique.lexicon.toponyms import load_toponym_words
from communique.lexicon.words import Words
from communique.reading.attributes import countries_of, owning_terms
from communique.reading.binding import author_above
from communique.reading.phrase import Phrase
from communique.reading.syntax import SUBJECTS, first_conjunct
from communique.reading.terms import STATE_KINDS, Term
from communique.reading.tokens import Token

_DOMESTIC = frozenset({"OPP", "REB", "PTY", "LEG", "JUD", "COP", "EDU", "LAB", "AGR", "CVL", "CRM", "REL"})
#: Sectors that hardly ever act abroad, so that news from a capital need not say whose they are.
_AT_HOME = frozenset({"COP", "LEG", "JUD", "OPP"})
#: Whom a name before their noun makes those of that body, which may be of no state ("*Union* ministers").
_ABROAD = frozenset({"GOV", "BUS", None})
_ARMED = frozenset({"REB", "MIL", "CRM", "UAF"})
#: Who hardly ever is of the state whose domestic groups stand beside: they fight them, or come to their aid.
_BESIDE_OTHERS = frozenset({"MIL"})
_COUNTRY = frozenset({"country", "nation", "republic", "island", "kingdom"})
_POSSESSIVES = frozenset({"its", "their", "his", "her"})
_INSTITUTIONS = frozenset({"organisation", "state"})
_ENOUGH = 3


class Focus:
    """The states of an article by sentence, and which of them is the one in question."""

    def __init__(self, phrases: Sequence[Phrase], words: Words) -> None:
        self._words = words
        self._by_sentence: dict[int, list[Phrase]] = {}
        for phrase in phrases:
            self._by_sentence.setdefault(phrase.sentence.index, []).append(phrase)
        # the phrases are complete, so what each mentions is worked out once
        self._mentioned = {id(phrase): tuple(mentioned(phrase)) for phrase in phrases}
        # what a state has abroad ("the *Danish* consulate") does not make its surroundings those of that state
        abroad = load_toponym_words()["abroad"]
        at_home = [p for p in phrases if p.head.lemma_.lower() not in abroad]
        states = {(country, p.sentence.index) for p in at_home for country in self._mentioned[id(p)]}
        codes = sorted({country for country, _ in states})
        self._by_noun: dict[str, set[str]] = {}
        for phrase in phrases:
            if phrase.term is not None and phrase.term.kind == "agent":
                self._by_noun.setdefault(phrase.term.form, set()).update(countries_of(phrase))
        self._only = codes[0] if len(codes) == 1 else None
        self._sentences = {index for _, index in states}
        self._told_from = _dateline_state(phrases)

    def of(self, phrase: Phrase) -> str | None:
        """The state that a phrase without one of its own belongs to."""
        if self.is_elsewhere(phrase):
            return None
        if phrase.anaphor == "country":
            return self.before(phrase)
        if not self._words["peer"].isdisjoint(term.form for term in phrase.agents):
            return None  # "*his counterpart* X" is of another state
        nouns = [term.entry for term in (phrase.term, *phrase.agents) if term is not None]
        agents = [entry for entry in nouns if isinstance(entry, Agent)]  # "the *Senate* committee" is domestic
        if isinstance(nouns[0] if nouns else None, Agent) and not any(agent.domestic for agent in agents):
            return None
        if phrase.anaphor in _POSSESSIVES:
            return self._of_the_subject(phrase) or self._of_the_article(phrase)
        ways = (
            self._of_the_noun,
            self._of_the_country,
            self._of_the_groups,
            self._of_what_is_done_at_home,
            self._of_the_article,
            self._of_the_dateline,
        )
        return next((country for way in ways if (country := way(phrase))), None)

    def is_elsewhere(self, phrase: Phrase) -> bool:
        """Does the phrase itself say that it belongs elsewhere, or to several ("men *from* …", "*foreign* banks")?"""
        if any(child.lower_ == "from" or _is_of_several(child) for child in phrase.head.children):
            return True
        coming = (c for c in phrase.head.children if c.dep_ == "acl" and c.tag_ == "VBG")
        if any(g.lower_ == "from" for c in coming for g in c.children):
            return True  # "a woman *visiting from* Togo"
        return self._is_of_others(phrase) or self._takes_up_others(phrase)

    def _of_the_article(self, phrase: Phrase) -> str | None:
        """The only state that the article names, in several sentences or in that of the phrase."""
        if self._acts_on_it(phrase):
            return None
        if len(self._sentences) >= _ENOUGH:
            return self._only
        if phrase.sentence.index not in self._sentences or phrase.name is not None or phrase.offices:
            return None
        parts = (other for other in self._by_sentence[phrase.sentence.index] if _is_part(other, phrase))
        if any(self._mentioned[id(part)] for part in parts):
            return None  # "ten people, including two *Kenyans*": the state may be that of these alone
        # Office holders, firms and armed groups act abroad as often as at home: "rebels want Norway to mediate".
        sector = _sector(phrase.term) if phrase.term is not None else None
        roams = sector in _ABROAD or (sector in _ARMED and phrase.head.dep_ in SUBJECTS)
        return None if roams else self._only

    def _acts_on_it(self, phrase: Phrase) -> bool:
        """Do firms, or others who act abroad, do something to a state, or with it ("*banks* pressed **Chad**")?"""
        if phrase.name is not None or phrase.offices or phrase.term is None or _sector(phrase.term) not in _ABROAD:
            return False
        acting = phrase.head.dep_ in SUBJECTS and phrase.head.head.pos_ == "VERB"
        return acting and any(
            _is_acted_on(other, phrase.head.head) for other in self._by_sentence[phrase.sentence.index]
        )

    def _takes_up_others(self, phrase: Phrase) -> bool:
        """Are "the officials" those of several states, or of a body, whom the sentence before was about?"""
        definite = phrase.first > phrase.sentence.tokens.start and phrase.doc[phrase.first - 1].lower_ == "the"
        if not definite or phrase.first != phrase.last or phrase.term is None or not phrase.term.plural:
            return False
        before = self._by_sentence.get(phrase.sentence.index - 1, [])
        alike = [p for p in before if p.term is not None and p.term.plural and _sector(p.term) == _sector(phrase.term)]
        alike = [p for p in alike if p.term is not None and p.term.kind in {"office", "agent"} and p.name is None]
        form = phrase.term.form
        meant = next((p for p in alike if p.term is not None and p.term.form == form), next(iter(alike), None))
        return meant is not None and is_of_many(meant)

    def _is_of_others(self, phrase: Phrase) -> bool:
        """Does a word say that the phrase belongs elsewhere ("*foreign* banks", "*Cocoa Alliance* delegates")?"""
        acts_abroad = phrase.name is None and (phrase.term is None or _sector(phrase.term) in _ABROAD)
        terms = [t for t in (phrase.term, *phrase.offices, *phrase.agents, *phrase.owners) if t is not None]
        known = {i for term in terms for i in range(term.first, term.last + 1)}
        for token in phrase.doc.tokens[phrase.first : phrase.last + 1]:
            of_name = _is_of_name(token, phrase)
            if _is_led(token) or (token.lower_ in self._words["elsewhere"] and not of_name and token.i not in known):
                return True  # "a *U.S.-led* coalition" is of several
            if token.ent_type_ in {"NORP", "LOC"} and token.i not in known and token.i < phrase.last:
                return True  # "the *West African* bloc"
            named = token.pos_ == "PROPN" and token.i not in known and token.i < phrase.last
            if acts_abroad and named and token.nbor().text.islower():
                return True
        return False

    def _of_the_subject(self, phrase: Phrase) -> str | None:
        """The state of the last subject before "its" or "their" ("*Niger* said its forces had held the bridge").

        No person is meant by "its": behind one it takes up the state or body named last ("cut ties with *Chad* and
        expelled its envoy"). In what somebody announces it is his ("*Niger's* pledge that its forces would leave").
        """
        before = [p for p in self._by_sentence.get(phrase.sentence.index, []) if p.last < phrase.first]
        subjects = [p for p in before if p.head.dep_ in SUBJECTS]
        author = author_above(phrase.head)
        subjects = [p for p in before if p.head is author] or subjects
        if phrase.anaphor == "its" and subjects and _is_person(subjects[-1]):
            subjects = [p for p in before if not _is_person(p)]
        countries = self._mentioned[id(subjects[-1])] if subjects else ()
        return countries[0] if len(countries) == 1 else None

    def _of_the_noun(self, phrase: Phrase) -> str | None:
        """The state of the one institution of this name in the article ("the US Congress … Congress")."""
        if phrase.term is None or phrase.term.plural or getattr(phrase.term.entry, "type", "") not in _INSTITUTIONS:
            return None
        known = self._by_noun.get(phrase.term.form, set())
        return next(iter(known)) if len(known) == 1 else None

    def before(self, phrase: Phrase) -> str | None:
        """The state named last before the phrase, in its sentence or the one before."""
        for index in (phrase.sentence.index, phrase.sentence.index - 1):
            for other in reversed(self._by_sentence.get(index, [])):
                earlier = index < phrase.sentence.index or other.last < phrase.first
                if earlier and (countries := self._mentioned[id(other)]):
                    return countries[-1]
        return None

    def _of_the_country(self, phrase: Phrase) -> str | None:
        """The subject of the sentence, if "the country" after the phrase takes it up again."""
        if not phrase.offices:
            return None
        doc, end = phrase.doc, phrase.sentence.tokens.end
        taken_up = any(t.lower_ in _COUNTRY and t.nbor(-1).lower_ == "the" for t in doc[phrase.last + 1 : end] if t.i)
        if not taken_up:
            return None
        subjects = [
            other.term.country
            for other in self._by_sentence.get(phrase.sentence.index, [])
            if other.last < phrase.first
            and other.term is not None
            and other.term.kind == "state"
            and other.head.dep_ == "nsubj"
        ]
        return subjects[0] if len(set(subjects)) == 1 else None

    def _of_the_groups(self, phrase: Phrase) -> str | None:
        # People with a name or an office, and firms, act abroad as often as at home.
        if phrase.term is not None and _sector(phrase.term) in _BESIDE_OTHERS:
            return None  # "*troops* shot at the Somali pirates"
        named = phrase.name is not None or bool(phrase.offices) or (phrase.term and _sector(phrase.term) == "BUS")
        others = [other for other in self._by_sentence.get(phrase.sentence.index, []) if other is not phrase]
        others = [other for other in others if not (_is_part(other, phrase) or _is_beside(other, phrase))]
        if named and len({c for other in others for c in self._mentioned[id(other)]}) > 1:
            # "Mr Diouf denied that arms for *Iran* had paid the rebels in *Chad*"
            others = [other for other in others if other.term is None or _sector(other.term) != "REB"]
        places = self._words["settlement"]
        found = {
            c
            for other in others
            if _is_evidence(other, places, strict=bool(named)) and not self._is_where_talks_were(other)
            for c in self._mentioned[id(other)]
        }
        if len(found) == 1 and (phrase.term is None or _sector(phrase.term) != "CVL"):
            # "the bombers in *Kenya* and *Tanzania*"; whoever is hit there is of one or of the other
            found |= {c for other in others if _is_joined(other) for c in self._mentioned[id(other)]}
        return found.pop() if len(found) == 1 else None

    def _is_where_talks_were(self, phrase: Phrase) -> bool:
        """Does a phrase only say where others met ("agreed on at a *meeting* of bankers *in Lima*")?"""
        above = phrase.head.head
        noun = above.head if above.lower_ in {"in", "at"} else phrase.head
        while noun.dep_ == "pobj" and noun.head.lower_ == "of":
            noun = noun.head.head
        return noun.lemma_.lower() in self._words["talks"]

    def _of_what_is_done_at_home(self, phrase: Phrase) -> str | None:
        """The only state of a sentence in which somebody does what is done at home ("imposed a *curfew* in Cairo")."""
        if phrase.head.dep_ not in SUBJECTS or not _is_person(phrase):
            return None
        verb = phrase.head.head
        within = (verb, *(t for c in verb.children if c.dep_ in {"dobj", "xcomp"} for t in (c, *c.children)))
        if not any(t.lemma_.lower() in self._words["at home"] for t in within):
            return None
        others = self._by_sentence.get(phrase.sentence.index, [])
        states = {c for other in others if other is not phrase for c in self._mentioned[id(other)]}
        return states.pop() if len(states) == 1 else None

    def _of_the_dateline(self, phrase: Phrase) -> str | None:
        """The state from whose capital the article is told ("NAIROBI - … *Police* fired tear gas")."""
        here = {c for other in self._by_sentence.get(phrase.sentence.index, []) for c in self._mentioned[id(other)]}
        if phrase.offices or phrase.name is not None:
            return self._told_from if here == {self._told_from} else None
        at_home = phrase.term is not None and _sector(phrase.term) in _AT_HOME
        return self._told_from if at_home and here <= {self._told_from} else None


def _dateline_state(phrases: Sequence[Phrase]) -> str | None:
    """The state of the capital in the article's dateline, if the text below speaks of that state, too."""
    above = (p.term for p in phrases if p.sentence.block.kind == "dateline" and p.term is not None)
    capital = next((term.country for term in above if term.kind == "capital"), None)
    body = (p for p in phrases if p.sentence.block.kind != "dateline")
    return capital if any(capital in tuple(mentioned(phrase)) for phrase in body) else None


def _is_led(word: Token) -> bool:
    """Does a word say who leads those of several states ("a U.S.-*led* coalition")?"""
    return word.lower_.endswith("-led") or (word.lower_ == "led" and word.i > 0 and word.nbor(-1).text == "-")


def _is_of_several(preposition: Token) -> bool:
    """Does "of" with a plural say whose the phrase is ("leaders *of member states*")?"""
    if preposition.lower_ != "of":
        return False
    return any(
        c.dep_ == "pobj" and c.lemma_.lower() in _COUNTRY | {"state"} and c.tag_ == "NNS" for c in preposition.children
    )


def _sector(term: Term) -> str | None:
    return getattr(term.entry, "sector", None)


def mentioned(phrase: Phrase) -> Iterator[str]:
    """The states that a phrase names, or that it belongs to; not that of the paper whose man it speaks of."""
    owners = [term.entry for term in owning_terms(phrase)]
    if not owners or not all(isinstance(entry, Organisation) and entry.sector == "JRN" for entry in owners):
        yield from countries_of(phrase)
    if (
        phrase.term is not None
        and phrase.term.kind in STATE_KINDS
        and phrase.term.country is not None
        and not phrase.owners
    ):
        yield phrase.term.country


def _is_person(phrase: Phrase) -> bool:
    return phrase.name is not None or bool(phrase.offices)


def _is_part(other: Phrase, phrase: Phrase) -> bool:
    """Does "including" set one group apart in another, which is not all of its state ("ten people, *including …*")?"""
    above = first_conjunct(other.head).head
    return above.lower_ == "including" and above.head == phrase.head


def _is_beside(other: Phrase, phrase: Phrase) -> bool:
    """Does a clause on a group say with whom it does something ("officers who sided with *the Kenyans*")?"""
    above = first_conjunct(other.head).head
    return above.lower_ == "with" and above.head.dep_ == "relcl" and above.head.head == phrase.head


def is_of_many(phrase: Phrase) -> bool:
    """Does a phrase speak of people of a body of many states, or of several states that it counts?"""
    bodies = (term.entry for term in (*phrase.owners, *phrase.after))
    if any(isinstance(entry, Organisation) and entry.country is None for entry in bodies):
        return True
    if countries_of(phrase):
        return False
    behind = [o for c in phrase.head.children if c.lower_ in {"from", "of"} for o in c.children if o.dep_ == "pobj"]
    return any(
        o.head.lower_ == "from" or (o.lemma_.lower() in _COUNTRY | {"state"} and o.tag_ == "NNS") for o in behind
    )


def _is_acted_on(phrase: Phrase, verb: Token) -> bool:
    """Is a state, or all its people, the object of a verb, or of "with" on its object ("held talks *with Chad*")?"""
    if phrase.term is None or phrase.term.kind not in STATE_KINDS or phrase.name is not None:
        return False
    noun = first_conjunct(phrase.head)
    if noun.dep_ == "pobj" and noun.head.lower_ == "with":
        return noun.head.head is verb or noun.head.head.head is verb
    return noun.dep_ == "dobj" and noun.head is verb


def _is_of_name(word: Token, phrase: Phrase) -> bool:
    """Is a word part of a name in capitals ("*Foreign* Committee", not "a *Western* diplomat")?"""
    after = word.doc.tokens[word.i + 1] if word.i + 1 < len(word.doc) else None
    capital = word.text[0].isupper() and word.i > phrase.sentence.tokens.start
    return capital and (after is None or after.text[0].isupper())


def _is_joined(phrase: Phrase) -> bool:
    """Is a phrase the name of a state joined to another one behind "in" ("in Kenya and *Tanzania*")?"""
    if phrase.term is None or phrase.term.kind not in {"state", "capital"}:
        return False
    token = phrase.doc[phrase.term.last]
    return token.dep_ == "conj" and (above := first_conjunct(token)).dep_ == "pobj" and above.head.lower_ == "in"


def _is_evidence(phrase: Phrase, places: Set[str], *, strict: bool) -> bool:
    """Does a phrase show where the sentence plays? ``strict``: for an office, where foreign parties are common."""
    if phrase.term is None or phrase.name is not None or phrase.offices:
        return False
    if phrase.term.first and phrase.doc[phrase.term.first - 1].text == "-":
        return False  # "the Chad-*rebel* affair" has to do with both
    if any(map(_is_led, phrase.doc.tokens[phrase.first : phrase.last + 1])):
        return False
    if isinstance(phrase.term.entry, Agent):
        ruling = not strict and phrase.term.entry.type == "state"
        return ruling or phrase.term.entry.sector in _DOMESTIC
    if phrase.term.kind == "demonym":
        return True
    if strict or phrase.term.kind not in {"state", "capital", "adjective"}:
        return False
    token = phrase.doc[phrase.term.last]
    if token.dep_ in {"amod", "compound", "nmod", "poss"} and token.head.lemma_.lower() in places:
        token = token.head  # "in the *Kenyan* town of", "in *Kenya's* capital"
    elif phrase.term.kind == "adjective":
        return False
    return token.dep_ == "pobj" and token.head.lower_ in {"in", "throughout", "across"}
