"""The lexicon laid over a sentence: which tokens name a state, organisation, office or kind of actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from communique.lexicon.actors import ActorLexicon, Form
from communique.lexicon.agents import Agent
from communique.lexicon.offices import Office
from communique.lexicon.organisations import Organisation
from communique.lexicon.phrases import words_of
from communique.lexicon.states import Phrase
from communique.lexicon.toponyms import load_toponym_words
from communique.lexicon.words import packaged_words
from communique.reading.acronyms import is_read_as_word
from communique.reading.naming import FATHERS, is_particle
from communique.reading.parse import Sentence
from communique.reading.sentence_places import WHERE
from communique.reading.syntax import SUBJECTS, child
from communique.reading.tokens import Doc, Token

TermKind = Literal["state", "adjective", "demonym", "capital", "seat", "organisation", "office", "title", "agent"]
#: Kinds that stand for a state, before a noun or alone.
STATE_KINDS = frozenset({"state", "adjective", "demonym", "capital", "seat"})
#: Kinds that can own or qualify the noun after them.
OWNER_KINDS = STATE_KINDS | {"organisation"}
_FROM_PHRASE: dict[str, TermKind] = {
    "name": "state",
    "adjective": "adjective",
    "combining": "adjective",
    "demonym": "demonym",
    "capital": "capital",
    "seat": "seat",
}
_PLACES = frozenset({"GPE", "LOC", "FAC"})
#: Shorter words are too often a letter away from another.
_SHORTEST_SLIP = 6
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Term:
    """Tokens ``first`` to ``last`` (itself included, indexes in the document) that the lexicon knows."""

    kind: TermKind
    first: int
    last: int
    entry: Phrase | Organisation | Office | Agent
    form: str = ""
    plural: bool = False

    @property
    def country(self) -> str | None:
        """The state that the term stands for or belongs to."""
        if isinstance(self.entry, Phrase):
            return self.entry.state.country
        return None if isinstance(self.entry, Agent) else self.entry.country

    @property
    def sector(self) -> str | None:
        """The sector that the term gives an actor."""
        if isinstance(self.entry, Phrase):
            return "GOV" if self.kind == "capital" else self.entry.sector
        return self.entry.sector


@dataclass(frozen=True, slots=True)
class NamesOfPeople:
    """The ``words`` of the full names of persons in an article, and those of them that are ``surnames`` alone."""

    words: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()


_NOBODY = NamesOfPeople()


def find_terms(sentence: Sentence, lexicon: ActorLexicon, people: NamesOfPeople = _NOBODY) -> tuple[Term, ...]:
    """The terms of a sentence, left to right: the longest at each place, then organisations, states, common nouns.

    No lone state, office or common noun is read into a word of the names of ``people`` in the article.
    """
    doc, start = sentence.tokens.doc, sentence.tokens.start
    words = [words_of(token.text) for token in sentence.tokens]
    states = {term.first: term for term in _states(sentence, lexicon, people)}
    opens = lexicon.forms.first_words
    found: list[Term] = []
    behind = start
    for index, (token, parts) in enumerate(zip(sentence.tokens, words, strict=True), start):
        known = bool(parts) and parts[0] in opens
        if index < behind or not (known or token.tag_ == "NNP" or index in states):
            continue
        term = states.get(index)
        if known:
            term = _at(doc, start, words, index, term, lexicon, people)
        slipped = term is None and token.tag_ == "NNP" and token.text not in people.words  # "Ann *Brazill*" is known
        if slipped and (slip := _misspelt(token, lexicon)) is not None:
            term = Term("state", index, index, slip, slip.text)
        if term is not None:
            found.append(term)
            behind = term.last + 1
    return tuple(found)


def _at(
    doc: Doc,
    start: int,
    words: Sequence[tuple[str, ...]],
    index: int,
    state: Term | None,
    lexicon: ActorLexicon,
    people: NamesOfPeople,
) -> Term | None:
    for end, forms in lexicon.forms.matches(words, index - start):
        last = start + end - 1
        if state is not None and state.last > last:
            return state
        titles = any(isinstance(form.entry, Office) and form.entry.kind == "title" for form in forms)
        forms = [f for f in forms if not (titles and isinstance(f.entry, Agent) and _is_proper(doc[index]))]
        before_office = last + 1 < len(doc) and any(not form.acronym for form in lexicon.forms.get(doc[last + 1].text))
        fitting = [
            term
            for form in forms
            if (term := _term(doc, index, last, form, people)) is not None
            and not (term.kind == "title" and before_office)
        ]
        best = min(fitting, key=_priority, default=None)
        if best is not None and not (state is not None and state.last == last and best.kind != "organisation"):
            return best
    return state


def _is_proper(noun: Token) -> bool:
    """Is a word for a rank written as a name, of which it is part where no name stands behind ("*General* Motors")?"""
    return noun.tag_ in {"NNP", "NNPS"} or (noun.text[0].isupper() and noun.dep_ == "compound")


def _priority(term: Term) -> int:
    order = ("organisation", "office", "title", "agent")
    return order.index(term.kind)


def _term(doc: Doc, first: int, last: int, form: Form, people: NamesOfPeople) -> Term | None:
    """The form as a term, if case and part of speech allow it."""
    surface, entry = doc[first : last + 1].text, form.entry
    if form.acronym and not surface.replace(".", "").isupper():
        word = isinstance(entry, Organisation) and first == last and doc[first].text not in people.words
        if not word or not is_read_as_word(doc[first], form.text):
            return None
    if isinstance(entry, Organisation):
        named = any(c.isupper() for c in surface) and not _is_of_another_body(doc, first, entry)
        named = named and not (entry.land and _is_where(doc[last])) and not _is_begun(doc, first, last)
        return Term("organisation", first, last, entry, form.text) if named else None
    if isinstance(entry, Office) and entry.kind == "title":
        named = last + 1 < len(doc) and (doc[last + 1].text[0].isupper() or is_particle(doc[last + 1].text))
        named = named and not _is_sons(doc, last)
        said = surface[0].isupper() or _is_rank(doc[last])
        return Term("title", first, last, entry, form.text) if said and named else None
    head = _head_of_form(doc, first, last, form.text)
    place = head.ent_type_ in _PLACES and head.tag_ != "NNS" and first == last  # "*Rebels* in Chad" are no place
    place = place and not _is_mission(head)
    if isinstance(entry, Agent) and (place or _is_weapon_of(head) or _is_of_name(doc[first], head, people.words)):
        return None
    if isinstance(entry, Agent) and entry.alone and not _is_alone(doc, last, head):
        return None
    if isinstance(entry, Agent) and entry.held and not _is_held(head):
        return None
    if isinstance(entry, Office) and doc[first].ent_type_ == "TIME" and doc[max(first - 1, 0)].tag_ == "CD":
        return None  # "at 10.30 *P.M.*"
    if isinstance(entry, Office) and (_is_surname(doc[first], head, people) or _is_sons(doc, last)):
        return None
    if isinstance(entry, Office) and entry.before_name and not _has_name_behind(doc, last):
        return None
    if head.pos_ not in _NOUNS and not (surface[0].isupper() and head.pos_ == "ADJ"):
        return None
    return Term("office" if isinstance(entry, Office) else "agent", first, last, entry, form.text, form.plural)


def _is_mission(noun: Token) -> bool:
    """Is it a body, though the recogniser takes its whole name for a place ("the Chad *Embassy*", "Chad *Party*")?"""
    if noun.ent_iob_ != "I" or noun.tag_ != "NNP":
        return False
    body = noun.ent_type_ == "GPE" and noun.lower_ in packaged_words()["public body"]
    return body or noun.lower_ in load_toponym_words()["abroad"]


def _is_weapon_of(noun: Token) -> bool:
    """Does a noun only say with what an attack was made ("Iran's *drone* and missile attack")?"""
    return noun.dep_ in {"nmod", "compound"} and noun.lower_ in packaged_words()["weapon"]


def _is_begun(doc: Doc, first: int, last: int) -> bool:
    """Is a name with an article only the beginning of a longer one ("*the West* Bank")?"""
    return first < last and doc[first].pos_ == "DET" and doc[last].dep_ in {"compound", "nmod", "amod"}


def _is_where(name: Token) -> bool:
    """Does a name say where something is ("fighting in *Abkhazia*")?"""
    return name.dep_ == "pobj" and name.head.lower_ in WHERE


def _is_rank(title: Token) -> bool:
    """Is a title in small letters set before a name ("Iranian *general* Reza Karimi"; "in general Ann was right")?"""
    by_itself = title.i > 0 and title.nbor(-1).lower_ == "in"
    return title.dep_ in {"amod", "compound"} and title.head.tag_ == "NNP" and title.i < title.head.i and not by_itself


def _has_name_behind(doc: Doc, last: int) -> bool:
    return last + 1 < len(doc) and doc[last + 1].text[0].isupper() and doc[last + 1].pos_ == "PROPN"


def _is_of_another_body(doc: Doc, first: int, organisation: Organisation) -> bool:
    """Does a word before it make an international body's name that of another body ("*National* Security Council")?"""
    before = doc[first - 1] if first else None
    if before is None or organisation.sector != "IGO" or doc[first].ent_iob_ != "I" or before.ent_type_ != "ORG":
        return False
    return before.tag_ in {"NNP", "JJ"} and before.text[0].isupper() and not before.text.isupper()


def _is_alone(doc: Doc, last: int, head: Token) -> bool:
    """Is a numeral the subject of a clause, and nothing says what is counted?"""
    of = last + 1 < len(doc) and doc[last + 1].lower_ == "of"
    return head.dep_ in SUBJECTS and not of


def _is_held(noun: Token) -> bool:
    """Does a noun do what a clause says, and is it somebody's ("the mayor's *office* said", not "he took *office*")?"""
    by = noun.dep_ == "pobj" and noun.head.lower_ == "by"
    owner = child(noun, "poss")
    single = noun.tag_ in {"NN", "NNP"}  # not "his good *offices*"
    return single and (by or noun.dep_ == "nsubj") and owner is not None and owner.tag_ != "PRP$"


def _is_of_name(first: Token, head: Token, people: frozenset[str]) -> bool:
    """Is a common noun written as a proper one part of a person's name ("James *Baker*", "Kim Young *Son*")?

    Not where a sentence opens with it and a full name follows ("*Lawyer* Ann Roe left").
    """
    opens = head.i == head.sent.start and head.i + 2 < len(head.doc)
    if opens and all(t.tag_ == "NNP" and t.ent_type_ == "PERSON" for t in head.doc[head.i + 1 : head.i + 3]):
        return False
    before = head.nbor(-1) if head.i > head.sent.start else None
    goes_on = before is not None and before.tag_ == "NNP" and before.text in people
    named = head.ent_type_ == "PERSON" or goes_on
    return first == head and head.tag_ == "NNP" and named and head.text in people


def _is_sons(doc: Doc, last: int) -> bool:
    """Is a title a man's given name here, his father's behind it ("Prince *Sultan bin* Omar")?"""
    return last + 1 < len(doc) and doc[last].text[0].isupper() and doc[last + 1].text in FATHERS


def _is_surname(first: Token, head: Token, people: NamesOfPeople) -> bool:
    """Is an office without article or name behind it somebody's surname ("After *King* was arrested", a Mr King)?"""
    known = first == head and head.tag_ == "NNP" and head.text in people.surnames
    if not (known or _is_of_name(first, head, people.words)):
        return False
    if any(c.dep_ in {"det", "poss", "amod"} for c in head.children):
        return False
    return head.i + 1 == len(head.doc) or not head.nbor(1).text[0].isupper()


def _head_of_form(doc: Doc, first: int, last: int, form: str) -> Token:
    before, _, after = form.partition(" of ")
    return doc[first] if after and " " not in before else doc[last]


def _states(sentence: Sentence, lexicon: ActorLexicon, people: NamesOfPeople) -> Iterator[Term]:
    named = list(lexicon.states.find(sentence.tokens.text))
    if not named:
        return
    doc, base = sentence.tokens.doc, sentence.tokens.start_char
    at_start = {token.idx: token.i for token in sentence.tokens}
    at_end = {token.idx + len(token.text): token.i for token in sentence.tokens}
    for found in named:
        first, last = at_start.get(base + found.start), at_end.get(base + found.end)
        if first is None or last is None:
            continue
        if found.phrase.ambiguous and not (
            _supported(doc, first, last, found.phrase) or _is_lone(doc, first, last, found.phrase, people)
        ):
            continue
        if _is_namesake(doc, first) if found.phrase.kind == "name" else _is_of_waters(doc, last):
            continue
        if first and doc[first - 1 : first + 1].text.lower() in lexicon.words["continental"]:
            continue
        if found.phrase.kind == "demonym" and first == last and _is_of_people(doc[first], people):
            continue
        if doc[first].lower_ == "the" and last > first:
            first += 1
        yield Term(_FROM_PHRASE[found.phrase.kind], first, last, found.phrase, found.phrase.text)


def _is_of_people(word: Token, people: NamesOfPeople) -> bool:
    """Is a word for one of a nation, without an article, the surname of a person named before ("*Turk* said")?"""
    bare = word.tag_ == "NNP" and not any(c.dep_ in {"det", "poss", "amod", "nummod"} for c in word.children)
    return bare and word.text in people.surnames


def _is_namesake(doc: Doc, first: int) -> bool:
    """Is a state's name part of that of another place ("*New* Jersey", "*Latin* America"), the recogniser says?"""
    before = doc[first - 1] if first else None
    if before is None or doc[first].ent_iob_ != "I" or before.ent_type_ != doc[first].ent_type_:
        return False
    return (before.ent_type_ == "LOC" and before.text[0].isupper()) or (
        before.text == "New" and before.ent_type_ == "GPE"
    )


def _is_of_waters(doc: Doc, last: int) -> bool:
    """Is an adjective part of the name of waters or a region ("the *Persian* Gulf"), the recogniser says?"""
    after = doc[last + 1] if last + 1 < len(doc) else None
    return after is not None and doc[last].ent_type_ == "LOC" == after.ent_type_ and after.ent_iob_ == "I"


def _supported(doc: Doc, first: int, last: int, phrase: Phrase) -> bool:
    """Does the recogniser of names take an ambiguous phrase for a place or people here, and nothing longer?"""
    labels = {token.ent_type_ for token in doc[first : last + 1]}
    if phrase.kind == "seat":
        return "PERSON" not in labels
    inside = any(
        0 <= i < len(doc) and doc[i].ent_type_ in {"PERSON", "ORG", "FAC", "WORK_OF_ART"} and doc[i].ent_type_ in labels
        for i in (first - 1, last + 1)
    )
    return bool(labels & {"GPE", "NORP", "LOC", "ORG"}) and not inside


def _is_lone(doc: Doc, first: int, last: int, phrase: Phrase, people: NamesOfPeople) -> bool:
    """Is a state's name that is taken for a person's without title or given name, in an article with no such person?"""
    word = doc[first]
    alone = first == last and word.ent_type_ == "PERSON" and phrase.kind == "name" and word.text not in people.words
    before, after = doc[max(first - 1, 0)], doc[min(last + 1, len(doc) - 1)]
    named = any(
        t.i != first and t.tag_ in {"NNP", "NNPS"} and t.ent_type_ not in {"DATE", "GPE"} for t in (before, after)
    )
    return alone and not named


def _misspelt(token: Token, lexicon: ActorLexicon) -> Phrase | None:
    """The one state whose name a proper noun misses by a letter, where the recogniser takes it for a name of a body."""
    if token.ent_type_ not in {"GPE", "NORP", "ORG"} or len(token) < _SHORTEST_SLIP:
        return None
    beside = (token.i + step for step in (-1, 1) if 0 <= token.i + step < len(token.doc))
    if not token.text.istitle() or any(token.doc[i].ent_type_ == token.ent_type_ for i in beside):
        return None
    slip = lexicon.states.misspelt(token.text, exchanged=token.ent_type_ == "GPE")
    return slip if slip is not None and not lexicon.is_place(token.text) else None  # "*Belgaum*" is no Belgium
