"""News of private life: of business, or of sport and entertainment, told by the words that an article is made of.

Such an article may well report what a state, a court or a union does. What its firms, players and other private people
do among themselves belongs in no diplomatic record, though the words are the same ("the chairman told a *news
conference*"), and posts that states and firms have alike are those of a firm in it ("its *vice president* Ann Roe").
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from communique.lexicon.agents import Agent
from communique.lexicon.organisations import Organisation
from communique.lexicon.words import Words
from communique.reading.cast import Entity
from communique.reading.parse import Sentence
from communique.reading.phrase import Phrase
from communique.reading.terms import STATE_KINDS, Term

#: The fields of private life that news is written of, and in how many words one has to be of the field.
FIELDS = {"business": 40, "leisure": 100}
#: So many different words of a field have to stand in an article; one alone may have another sense in it.
_FEWEST = 3
#: Sectors of those who act for themselves unless the article is about public affairs.
_PRIVATE = frozenset({"BUS", "EDU", "ELI", "HLT", "JRN", "CVL", None})
#: Sectors of politicians, whose matter an article that names many of them is about.
_POLITICAL = frozenset({"ELI", "LEG", "PTY"})
#: Sectors of known bodies that are firms.
_OF_FIRMS = frozenset({"BUS", "JRN"})


def field_of(sentences: Iterable[Sentence], phrases: Iterable[Phrase], words: Words) -> str | None:
    """The field of private life that an article is about, ``None`` where it names public actors more than its matter.

    An article that touches two fields is about the one with more words ("the club's shares fell after the match").
    """
    found: dict[str, list[str]] = {field: [] for field in FIELDS}
    news = [(words[f"{field} news"], of_field) for field, of_field in found.items()]
    either = frozenset[str]().union(*(of_field for of_field, _ in news))
    total = 0
    for sentence in sentences:
        for token in sentence.tokens:
            total += token.text[0].isalpha()
            forms = token.lemma_.lower(), token.lower_.rstrip(".")
            if not either.isdisjoint(forms):
                for known, of_field in news:
                    of_field.extend(sorted(known.intersection(forms))[:1])
    field = max(FIELDS, key=lambda each: len(found[each]) * FIELDS[each])
    of_field = found[field]
    if len(set(of_field)) < _FEWEST or len(of_field) * FIELDS[field] < total:
        return None
    public = _is_public if field == "business" else _is_in_office  # teams go by the names of states
    return field if len(of_field) >= sum(map(public, phrases)) else None


def _is_in_office(phrase: Phrase) -> bool:
    """Does a phrase mean a government, a public body or somebody of one? In news of sport states are their teams."""
    entry = phrase.term.entry if phrase.term is not None else None
    if isinstance(entry, Organisation) or (isinstance(entry, Agent) and entry.type == "state"):
        return True
    return any(term.sector not in _PRIVATE or term.sector == "ELI" for term in (*phrase.agents, *phrase.offices))


def _is_public(phrase: Phrase) -> bool:
    """Does a phrase mean a state, its government, a body that the lexicon knows, somebody of these, or a politician?"""
    if _owned(phrase) or any(term.sector in _POLITICAL for term in (*phrase.agents, *phrase.offices)):
        return True
    term = phrase.term
    return term is not None and (_is_owner(term) or (isinstance(term.entry, Agent) and term.entry.type == "state"))


def _owned(phrase: Phrase) -> bool:
    return any(_is_owner(term) for term in (*phrase.owners, *phrase.after))


def _is_owner(term: Term) -> bool:
    return term.kind in STATE_KINDS or isinstance(term.entry, Organisation)


def find_posts(phrases: Collection[Phrase], field: str | None, words: Words) -> None:
    """Give phrases for those who hold a post in a firm, or play, their sector.

    A post that firms have alone is of one everywhere. One that they have too counts in news of private life, where no
    other word says whose else it is and a name or a possessive goes with it ("*president* Ann Roe", "its *officers*"):
    an office alone may be that of the state ("the president").
    """
    named = {id(phrase.apposition) for phrase in phrases if phrase.name is not None}
    for phrase in phrases:
        head = _post(phrase)
        if head is not None and not _is_anothers(phrase, head):
            introduced = phrase.name is not None or id(phrase) in named
            phrase.private_sector = _sector(phrase, head, field, words, introduced=introduced)


def _sector(phrase: Phrase, head: Term, field: str | None, words: Words, *, introduced: bool) -> str | None:
    if head.form in words["post in a firm"] or _is_at_firm(phrase, words):
        return "BUS"
    if field is None:
        return None
    if field == "leisure" and head.form in words["in a game"]:
        return "CVL"
    kept = phrase.employer is not None or bool(phrase.possessors) or phrase.anaphor in _ITS or _has_name(phrase)
    held = kept or introduced or head.kind == "agent"
    dealt = field == "business" and head.form in words["side of a deal"]
    of_firm = held and head.form in words["post in firms too"]
    staff = field == "business" and kept and head.form in words["staff"]
    return "BUS" if of_firm or staff or dealt else None


def _has_name(phrase: Phrase) -> bool:
    """Does a proper name that means nobody known stand right before the noun ("*Acme* officials")?"""
    before = phrase.doc[max(phrase.first, phrase.term.first - 1)] if phrase.term is not None else None
    if before is None or phrase.term is None or before.i == phrase.term.first or before.tag_ not in {"NNP", "NNPS"}:
        return False
    return all(not term.first <= before.i <= term.last for term in (*phrase.agents, *phrase.offices, *phrase.bodies))


def _is_at_firm(phrase: Phrase, words: Words) -> bool:
    """Does a firm by full name follow a post ("vice president at *Acme Tool Corp*")?"""
    places = (p for t in phrase.doc.tokens[phrase.first : phrase.last + 1] for p in t.children if p.lower_ == "at")
    names = (noun for place in places for noun in place.children if noun.dep_ == "pobj" and noun.tag_ == "NNP")
    return any(noun.lower_.rstrip(".") in words["legal form"] for noun in names)


def _is_anothers(phrase: Phrase, head: Term) -> bool:
    """Does a word say of what state or public body a post is ("*Bank of Chad* director", "*ministry* official")?"""
    if (
        _owned(phrase)
        or (phrase.located is not None and not _has_name(phrase))
        or phrase.body_sector not in {None, "BUS"}
    ):
        return True
    others = [term for term in (*phrase.agents, *phrase.bodies) if term is not head]
    return any(term.sector not in {None, "BUS"} and not getattr(term.entry, "generic", False) for term in others)


#: Possessives of firms; "his" and "her" are those of people, who have officials in public life.
_ITS = frozenset({"its", "their"})


def _post(phrase: Phrase) -> Term | None:
    """The office or the noun by which a phrase says what its actor is."""
    if phrase.term is not None:
        return phrase.term if phrase.term.kind in {"office", "agent"} else None
    offices = [term for term in phrase.offices if term.kind == "office"]
    return next(iter((*offices, *phrase.agents)), None)


def are_private(parties: Collection[Entity], field: str | None, words: Words) -> bool:
    """Are all who take part in an act firms or people of theirs, or (in news of a ``field``) people of private life?"""
    if not parties:
        return False
    if all(entity.sector == "BUS" for entity in parties):
        return True
    return field is not None and all(_is_private(entity, words) for entity in parties)


def is_relative(entity: Entity, words: Words) -> bool:
    """Is it somebody of whom no more is said than whose relative it is ("his *wife*")?"""
    return entity.sector == "CVL" and entity.name.lower().rpartition(" ")[2] in words["kin"]


def is_side(entity: Entity) -> bool:
    """In news of sport, may it be a team or a player: somebody private, or a state by its bare name?"""
    if entity.type in {"state", "place"}:
        return entity.sector is None
    return entity.sector in _PRIVATE and not entity.id.startswith("org:")


def _is_private(entity: Entity, words: Words) -> bool:
    """Does somebody act for nobody but himself or a firm? Citizens of a state may stand for it."""
    if entity.type in {"state", "place"} or (entity.id.startswith("org:") and entity.sector not in _OF_FIRMS):
        return False
    if entity.sector is None and entity.type == "organisation":
        return words["public body"].isdisjoint(entity.name.lower().split())
    if entity.sector == "CVL" and entity.name.lower().rpartition(" ")[2] in words["side of a market"]:
        return True
    return entity.sector in _PRIVATE and (entity.sector != "CVL" or entity.country is None or entity.type == "person")
