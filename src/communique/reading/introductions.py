"""The phrases that name a body in full, by the short names it goes by: "RWU", "Acme" of "Acme Tool Corp".

An acronym in brackets or behind ", or" stands for the name before it (:mod:`communique.reading.acronyms`); elsewhere it
counts when its letters are the initials of all capitalised words of one body's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import dropwhile

from communique.lexicon.actors import ActorLexicon
from communique.lexicon.organisations import Organisation
from communique.reading.acronyms import LONGEST, SHORTEST, names, set_off
from communique.reading.companies import short_forms
from communique.reading.naming import fold
from communique.reading.phrase import Phrase
from communique.reading.terms import Term
from communique.reading.tokens import Doc

#: So many letters an acronym has that initials of another name have by chance no more.
_TELLING = 3


def introductions(phrases: Iterable[Phrase]) -> Iterator[tuple[str, Phrase]]:
    """Each acronym in brackets, or behind ", or", and the phrase right before it."""
    for phrase in phrases:
        doc, end = phrase.doc, phrase.last + 1
        places = range(end + 1, min(end + 3, len(doc))) if phrase.name is None else ()
        index = next((index for index in places if set_off(doc, index) == end), None)
        if index is not None and names(doc[index].text, [token.text for token in doc[phrase.first : end]]):
            yield doc[index].text, phrase


def initialisms(phrases: Iterable[Phrase], lexicon: ActorLexicon) -> dict[str, Phrase]:
    """The first phrase that names a body in full, by the initials of its name where no other body has them."""
    found: dict[str, dict[str, Phrase]] = {}
    for phrase in phrases:
        words = _words(phrase) if phrase.body is not None else []
        name = _without_form(words, lexicon)
        for part in (words, name, _without_state(words, phrase)) if len(name) > 1 else ():
            initials = "".join(word[0] for word in part if word[0].isupper())
            if SHORTEST <= len(initials) <= LONGEST:
                found.setdefault(initials, {}).setdefault(fold("".join(name)), phrase)
    return {initials: next(iter(meant.values())) for initials, meant in found.items() if len(meant) == 1}


def _without_state(words: Sequence[str], phrase: Phrase) -> Sequence[str]:
    """The words of a body's name without the state before them ("*U.S.* Foreign Trade Commission")."""
    return words[max((o.last + 1 - phrase.first for o in phrase.owners if o.first == phrase.first), default=0) :]


def namesake(term: Term, doc: Doc, acronyms: Mapping[str, Phrase], phrases: Iterable[Phrase]) -> Phrase | None:
    """The body that an acronym is short for in an article which names it in full, and not the one known by it."""
    acronym = doc[term.last].text
    long = acronyms.get(acronym) if term.first == term.last and len(acronym) >= _TELLING else None
    known = term.entry
    if long is None or long.name is not None or not isinstance(known, Organisation) or not acronym.isupper():
        return None
    words = {token.text for token in long.doc[long.first : long.last + 1] if token.text[0].isupper()}
    if len(words & set(known.name.split())) > 1 or (long.term is not None and long.term.entry is known):
        return None  # the same body, whose name is written in another way
    same = (p for p in phrases if p.term is not None and p.term.entry is known)
    return long if all(p.doc[p.last].text == acronym for p in same) else None


def short_introductions(phrases: Iterable[Phrase], lexicon: ActorLexicon) -> dict[str, Phrase]:
    """The first phrase that names a body in full, by the folded short names that can mean no other body.

    Of several the parent is meant, whose name begins those of the others ("Acme Tool", "Acme Tool Credit"), else the
    one that the article begins with.
    """
    found: dict[str, dict[str, Phrase]] = {}
    for phrase in phrases:
        words = _words(phrase) if phrase.body is not None else []
        name = _without_form(words, lexicon)
        if name and len(words) > 1 and lexicon.words["limb"].isdisjoint(words[1:-1]):  # not "*Acme* unit Bolt Corp"
            whole = fold("".join(name))
            if len(name) == len(words) and whole in found:
                continue  # short for a branch known by more ("Acme Finance" of "Acme Finance *(Europe)* Ltd")
            for short in short_forms(name, lexicon):
                known = found.setdefault(short, {}).setdefault(whole, phrase)
                if len(name) < len(words) and len(_words(known)) == len(_without_form(_words(known), lexicon)):
                    found[short][whole] = phrase  # the first one with the legal form is the name in full
    meant = ((short, bodies.get(short) or _foremost(bodies)) for short, bodies in found.items())
    return {short: phrase for short, phrase in meant if phrase is not None}


def _words(phrase: Phrase) -> list[str]:
    return [token.text for token in phrase.doc[phrase.first : phrase.last + 1]]


def _without_form(words: Sequence[str], lexicon: ActorLexicon) -> list[str]:
    """The words of a name without the legal form at their end."""
    legal_forms = lexicon.words["legal form"] | {"and", "&"}
    return list(dropwhile(lambda word: word.rstrip(".").lower() in legal_forms, reversed(words)))[::-1]


def _foremost(bodies: Mapping[str, Phrase]) -> Phrase | None:
    """The only one of some bodies, the parent of all others, or the only one named in the first sentence of any."""
    parent = min(bodies, key=len)
    if all(name.startswith(parent) for name in bodies):
        return bodies[parent]
    lead = min(phrase.sentence.index for phrase in bodies.values())
    first = [phrase for phrase in bodies.values() if phrase.sentence.index == lead]
    return first[0] if len(first) == 1 else None
