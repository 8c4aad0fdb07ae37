"""What a noun phrase says of its actor: state, office, sector."""

from __future__ import annotations

from collections.abc import Sequence

from communique.lexicon.actors import ActorLexicon
from communique.lexicon.agents import Agent
from communique.lexicon.offices import Office
from communique.lexicon.organisations import Organisation
from communique.reading.noun_phrases import RANKS
from communique.reading.phrase import Phrase
from communique.reading.terms import STATE_KINDS, Term

_POLITICAL = frozenset({"REB", "OPP", "PTY"})
#: The states whose people go by their descent before its adjective ("*Cuban American* lawyers", "*Greek Cypriots*").
_OF_DESCENT = frozenset({"USA", "CAN", "AUS", "NZL", "CYP"})
_SMALL = frozenset({"of", "for", "and", "the", "to", "in", "on"})


def owning_terms(phrase: Phrase) -> tuple[Term, ...]:
    """The terms for the states or organisations that the actor belongs to; several only where they are coordinated.

    Of states before the noun the coordinated ones share it ("Hungarian and Romanian officials") and of stacked ones the
    first counts ("Bosnian Croat forces", "Kosovo Albanian leaders"), and so does a body before where its man is ("the
    *BBC* Delhi reporter", "the *UN* Libya envoy"); without any, those after it ("leaders of Japan and
    South Korea").
    """
    if len(phrase.owners) < 2:
        return tuple(phrase.owners or phrase.after)
    before = sorted(phrase.owners, key=lambda term: term.first)
    shared = [before[-1]]
    for left, right in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
        if _coordinated(phrase, left, right):
            shared.insert(0, left)
        elif right.first == left.last + 1 and left.kind in {"adjective", "demonym", "state"}:
            shared = [right if right.country in _OF_DESCENT else left]
        elif right.first == left.last + 1 and left.kind == "organisation" and right.kind in {"state", "capital"}:
            shared = [left]
        else:
            break
    return tuple(shared)


def _coordinated(phrase: Phrase, left: Term, right: Term) -> bool:
    between = phrase.doc[left.last + 1 : right.first]
    return len(between) > 0 and all(token.pos_ == "CCONJ" or token.text in {",", "/"} for token in between)


def countries_of(phrase: Phrase) -> tuple[str, ...]:
    """The states that the phrase itself ties its actor to, from its owners or an office that one state alone has."""
    owning = owning_terms(phrase)
    if owning:
        named = tuple(dict.fromkeys(term.country for term in owning if term.country is not None))
        if named or any(isinstance(term.entry, Organisation) for term in owning):
            return named
    if phrase.apposition is not None and (apposed := _owned(phrase.apposition)):
        return apposed
    for term in _offices(phrase):
        if isinstance(term.entry, Office) and term.entry.country is not None and not _has_matter(term, phrase):
            return (term.entry.country,)
    place = phrase.located or (phrase.apposition.located if phrase.apposition is not None else None)
    return (place,) if place is not None else ()


def _has_matter(office: Term, phrase: Phrase) -> bool:
    """Does an office go on with what it is for, as those of other states do ("Secretary of State *for* Wales")?"""
    behind = office.last + 1
    return behind < len(phrase.doc) and phrase.doc[behind].lower_ == "for"


def _owned(phrase: Phrase) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.country for term in owning_terms(phrase) if term.country is not None))


def _offices(phrase: Phrase) -> list[Term]:
    apposed = phrase.apposition.offices if phrase.apposition is not None else []
    return [*phrase.offices, *apposed]


def office_of(phrase: Phrase) -> str | None:
    """The office as the lexicon or the text calls it ("Foreign Minister", "Planning and Budget Minister").

    One that is still to be taken up is another one than that which somebody else still holds ("President-elect").
    """
    for source in (phrase, phrase.apposition):
        if source is None:
            continue
        for term in source.offices:
            if term.kind == "office" and isinstance(term.entry, Office):
                name = _ranked(source, _office_name(source, term, term.entry))
                coming = source.coming
                if coming is None:
                    return name
                return f"Incoming {name}" if coming == "incoming" else f"{name}-{coming}"
    agents = [*phrase.agents, *(phrase.apposition.agents if phrase.apposition is not None else [])]
    roles = (t for t in agents if isinstance(t.entry, Agent) and t.entry.type == "person" and t.entry.sector != "CVL")
    person = next((term for term in roles if not term.plural), None)  # "his wife X" holds no office
    return _titled(person.form.split()) if person is not None and phrase.name is not None else None


def _ranked(phrase: Phrase, office: str) -> str:
    """The office with the rank that other words set apart from it ("*Assistant* U.S. Treasury Secretary")."""
    rank = next((word for word in phrase.words if word in RANKS), None)
    return office if rank is None or rank in office.lower().split() else f"{rank.capitalize()} {office}"


def _office_name(phrase: Phrase, term: Term, office: Office) -> str:
    if office.common and (chamber := _chamber(phrase, term)) is not None:  # not the state's ("*Senate* President")
        return _titled([t.text for t in phrase.doc[chamber.first : chamber.last + 1]] + office.name.split())
    start = phrase.office_start if phrase.office_start is not None and term is phrase.offices[-1] else term.first
    if phrase.doc[start].pos_ == "CCONJ":  # "Secretary of State X *and* Treasury Secretary Y"
        start += 1
    if start == term.first and office.kind == "office" and office.name.lower() in office.forms:
        return office.name
    if start == term.first:
        return _titled((phrase.doc[term.first : term.last + 1].text if not term.plural else term.form).split())
    return _titled([t.text for t in phrase.doc[start : term.last + 1]])


def _chamber(phrase: Phrase, office: Term) -> Term | None:
    """The parliament or court right before an office that the head of state may hold as well."""
    bodies = (term for term in phrase.agents if isinstance(term.entry, Agent) and term.sector in {"LEG", "JUD"})
    return next((term for term in bodies if term.last == office.first - 1 and not term.plural), None)


def _titled(words: Sequence[str]) -> str:
    text = " ".join(word if word in _SMALL or not word.islower() else word.capitalize() for word in words)
    return text.replace(" - ", "-").replace(" ,", ",")


def sector_of(phrase: Phrase, lexicon: ActorLexicon) -> str | None:
    """The PLOVER sector that the phrase gives its actor; a former holder of an office is of the elite (ELI)."""
    if is_former(phrase):
        return "ELI"
    beside = phrase.apposition
    if sector := _own_sector(phrase, lexicon):
        return sector
    sector = _own_sector(beside, lexicon) if beside is not None else None
    related = beside is not None and phrase.name is not None and bool(beside.anaphor or beside.possessors)
    return None if related and sector == "CVL" else sector  # "his opponent" says whose somebody is, not what


def _own_sector(phrase: Phrase, lexicon: ActorLexicon) -> str | None:
    if phrase.private_sector is not None:
        return phrase.private_sector
    head = _defining(phrase)
    if phrase.within_body and head is not None and isinstance(head.entry, Office):
        return phrase.body_sector or _qualified(phrase, head, lexicon)
    base = head.sector if head is not None else None
    generic = head is not None and (getattr(head.entry, "generic", False) or isinstance(head.entry, Office))
    if head is None:
        return None
    if head.form in lexicon.words["coalition"] and _is_led_by_state(phrase):
        return "MIL"
    qualified = _qualified(phrase, head, lexicon)
    if generic and base in {None, "GOV", "MIL"}:
        owner = next((t.entry.sector for t in owning_terms(phrase) if isinstance(t.entry, Organisation)), None)
        if owner in _POLITICAL or (qualified is None and owner is not None):
            return owner
        if isinstance(head.entry, Office) and head.entry.portfolio and head.sector is not None:
            return qualified if qualified in {"REB", "OPP"} and phrase.name is None else base
        if isinstance(head.entry, Office) and head.entry.common and _is_anybodys(phrase, head):
            return qualified or phrase.body_sector
        implied = "GOV" if owning_terms(phrase) and getattr(head.entry, "type", "") != "group" else None
        return qualified or phrase.body_sector or base or implied
    if qualified in {"REB", "OPP"} and base in {"MIL", "PTY", None}:
        return qualified
    return base


def _is_led_by_state(phrase: Phrase) -> bool:
    """Is a coalition one of states at war, which one of them leads ("the *Saudi-led* coalition"), and no party's?"""
    behind = ([t.lower_ for t in phrase.doc[o.last + 1 : o.last + 3]] for o in phrase.owners if o.kind in STATE_KINDS)
    return any(words == ["-", "led"] for words in behind)


def _is_anybodys(phrase: Phrase, office: Term) -> bool:
    """Is an office that firms have too written small and without a state ("*president* X said sales rose")?"""
    return phrase.name is not None and not countries_of(phrase) and phrase.doc[office.first].text.islower()


def _defining(phrase: Phrase) -> Term | None:
    """The term that says what the actor is: the office before titles, the head noun before its qualifiers."""
    if phrase.term is not None:
        return phrase.term
    offices = [term for term in phrase.offices if term.kind == "office"]
    persons = [t for t in phrase.agents if isinstance(t.entry, Agent)]
    titles = [term for term in phrase.offices if term.kind == "title" and term.sector]
    return next(iter((*offices, *persons, *titles)), None)


def _qualified(phrase: Phrase, head: Term, lexicon: ActorLexicon) -> str | None:
    for term in (*phrase.agents, *phrase.bodies):
        if term is not head and isinstance(term.entry, Agent) and term.entry.sector and not term.entry.generic:
            return term.entry.sector
    for word in phrase.words:
        if sector := lexicon.sector_of_modifier.get(word):
            return "PTY" if _is_of_party(word, phrase, lexicon) else sector
    return None


def _is_of_party(word: str, phrase: Phrase, lexicon: ActorLexicon) -> bool:
    """Does a capital within a sentence make a word the name of a party ("*Labour* leader", not "labour leaders")?"""
    if word not in lexicon.words["party of many states"]:
        return False
    tokens = phrase.doc.tokens[max(phrase.first, phrase.sentence.tokens.start + 1) : phrase.last + 1]
    return any(token.text.istitle() and token.lower_ == word for token in tokens)


def is_international(phrase: Phrase) -> bool:
    """Does the actor belong to an organisation of no state?"""
    owners = owning_terms(phrase)
    return bool(owners) and all(t.country is None and t.kind not in STATE_KINDS for t in owners)


def is_former(phrase: Phrase) -> bool:
    """Does the phrase, or what stands in apposition to it, speak of an office that its actor no longer holds?"""
    sources = (phrase, *([phrase.apposition] if phrase.apposition is not None else ()))
    return any(source.is_former and source.offices for source in sources)


def gender_of(phrase: Phrase) -> str | None:
    """What the titles say: "female", "male" or nothing."""
    return next((g for term in phrase.offices if isinstance(term.entry, Office) and (g := term.entry.gender)), None)


def described_body(phrase: Phrase, agent: Agent) -> Organisation | None:
    """The known organisation that a noun only describes: an agency, armed group or party named right before it."""
    owners = [term.entry for term in owning_terms(phrase) if isinstance(term.entry, Organisation)]
    if not agent.descriptor or len(owners) != 1 or phrase.term is None or phrase.term.plural:
        return None
    fits = owners[0].sector == agent.sector or (agent.generic and owners[0].sector in {"REB", "OPP", "PTY"})
    return owners[0] if fits and phrase.owners else None
