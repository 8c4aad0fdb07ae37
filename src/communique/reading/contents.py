"""What is said, by the parse: the complement of a cue as a stretch of text.

The conventions are those of PolNeAR (Newell et al. 2018): content takes its "that", its quotation marks and a comma
inside them; it leaves the full stop or comma of the sentence around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.lexicon.cues import Cue
from communique.reading.clause_contents import RELATIVES, Piece, clause_pieces, is_infinitive, whole
from communique.reading.cue_words import CueWord
from communique.reading.relations import surface_subject
from communique.reading.syntax import SUBJECTS, child, is_passive
from communique.reading.tokens import Token

#: Prepositions that bring in the predicate or ground of a judgement: "described X as Y", "praised X for Y".
#: In tokens, how far behind a preposition its object stands at most.
_FARTHEST = 6
_GROUNDS = frozenset({"as", "for", "of", "to", "toward", "towards", "with", "from", "over"})


@dataclass(frozen=True, slots=True)
class Content:
    """First and last token of the content of a cue, and the entry that it was read with."""

    first: Token
    last: Token
    entry: Cue


def content_of(cue: CueWord) -> Content | None:
    """The content of a cue in its sentence by the parse, by the first of its entries that finds its complement."""
    for entry, second in cue.readings:
        for complement in entry.complements:
            pieces = list(_FINDERS[complement](cue, entry, second)) if complement in _FINDERS else []
            if pieces:
                return _trimmed(cue, entry, min(p[0].i for p in pieces), max(p[1].i for p in pieces))
    return None


def _clause(cue: CueWord, _entry: Cue, _second: Token | None) -> Iterator[Piece]:
    return clause_pieces(cue)


def _infinitives(cue: CueWord, entry: Cue, _second: Token | None) -> Iterator[Piece]:
    token = cue.token
    if token.pos_ == "NOUN":
        for c in token.children:
            if c.dep_ in {"acl", "relcl", "xcomp"} and is_infinitive(c):
                yield whole(c)
        return
    passive = is_passive(token)
    if passive is not entry.passive or (passive and _names(token)):  # "those known to be ill": which ones
        return
    for c in token.children:
        if c.dep_ in {"xcomp", "ccomp"} and c.i > token.i and is_infinitive(c) and child(c, "nsubj") is None:
            if passive:
                subject = surface_subject(token)
                if subject is None or subject.i > token.i:
                    return
                yield subject.left_edge, subject.right_edge
            elif child(token, "dobj") is not None:
                return
            yield whole(c)


def _object_infinitive(cue: CueWord, _entry: Cue, second: Token | None) -> Iterator[Piece]:
    token = cue.token
    if is_passive(token):
        return
    for c in token.children:
        if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i > token.i and is_infinitive(c):
            wanted = child(c, "nsubj") or (child(second, "pobj") if second is not None else child(token, "dobj"))
            if wanted is None or wanted.i < token.i:
                continue
            yield whole(wanted)
            yield whole(c)


def _gerund(cue: CueWord, _entry: Cue, _second: Token | None) -> Iterator[Piece]:
    for c in cue.token.children:
        if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VBG" and c.i > cue.token.i:
            yield whole(c)


def _object(cue: CueWord, entry: Cue, _second: Token | None) -> Iterator[Piece]:
    token = cue.token
    if is_passive(token) or _names(token):
        return
    noun = child(token, "dobj", "oprd")
    if noun is None or noun.lower_ in {"itself", "himself", "herself", "themselves"}:
        return
    if noun.lower_ in RELATIVES and noun.i < token.i:
        return
    if noun.pos_ == "PRON" and entry.stance != "judgement":
        return  # "asked them": who is asked, not what
    yield whole(noun)
    for c in token.children:
        if c.i > noun.i and c.dep_ == "prep" and c.lower_ in _GROUNDS and c.i == noun.right_edge.i + 1:
            yield whole(c)


def _names(verb: Token) -> bool:
    """Is it a bare participle behind its noun, which says what something is called ("Rapa Nui, also called …")?"""
    reduced = verb.dep_ in {"acl", "relcl", "amod"} and verb.tag_ in {"VBN", "VBD"}
    return reduced and child(verb, "aux", *SUBJECTS) is None


def _predicate(cue: CueWord, _entry: Cue, _second: Token | None) -> Iterator[Piece]:
    token = cue.token
    if is_passive(token) or _names(token):
        return
    predicates = [
        c
        for c in token.children
        if c.i > token.i
        and (
            (c.dep_ in {"oprd", "acomp", "attr"})
            or (c.dep_ in {"ccomp", "xcomp"} and not is_infinitive(c) and c.pos_ != "VERB")
            or (c.dep_ == "prep" and c.lower_ in {"as", "of", "to", "for"})
        )
    ]
    noun = child(token, "dobj")
    if not predicates or (noun is None and predicates[0].dep_ not in {"ccomp", "oprd"}):
        return
    if noun is not None and noun.i > token.i:
        yield whole(noun)
    for c in predicates:
        yield whole(c)


def _prepositional(_cue: CueWord, _entry: Cue, second: Token | None) -> Iterator[Piece]:
    if second is None:
        return
    behind = child(second, "pobj", "pcomp")
    if behind is None and second.right_edge.i > second.i:
        behind = next((c for c in second.children if c.i > second.i), None)
    if behind is not None:
        yield whole(behind)


_FINDERS = {
    "clause": _clause,
    "infinitive": _infinitives,
    "object infinitive": _object_infinitive,
    "gerund": _gerund,
    "object": _object,
    "predicate": _predicate,
    "prepositional": _prepositional,
}


def _trimmed(cue: CueWord, entry: Cue, first: int, last: int) -> Content | None:
    """The stretch without punctuation at its ends (quotation marks stay) and without a day before its clause."""
    doc = cue.token.doc
    if first > cue.token.i:
        first = _after_day(doc[first], last)
    while first < last and (doc[first].is_space or (doc[first].is_punct and not _opening(doc[first]))):
        first += 1
    while last > first and (doc[last].is_space or _loose(doc[last])):
        last -= 1
    if first >= last and doc[first].is_punct:
        return None
    if first > cue.token.i:
        last = _completed(cue, last)
    return Content(doc[first], doc[last], entry)


def _completed(cue: CueWord, last: int) -> int:
    """Where a content that the parser broke off in the middle ends.

    A noun before a finite verb is that verb's subject ("the idea *flight* could have evolved"), and a preposition has
    an object ("described it as possibly a hoax").
    """
    doc, end = cue.token.doc, cue.sentence.tokens.end
    if last + 1 >= end:
        return last
    follows = doc[last + 1]
    if doc[last].pos_ == "ADP" and doc[last].dep_ == "prep" and not follows.is_punct:
        noun = next((t for t in doc[last + 1 : end] if t.pos_ in {"NOUN", "PROPN", "NUM"}), None)
        return noun.right_edge.i if noun is not None and noun.i - last <= _FARTHEST else last
    finite = follows.tag_ in {"MD", "VBD", "VBZ"} and follows.pos_ in {"AUX", "VERB"} and doc[last].pos_ == "NOUN"
    verb = follows.head if finite and follows.dep_ in {"aux", "auxpass"} else follows
    if not finite or verb.right_edge.i >= end or verb == cue.token or cue.token.is_ancestor(verb) is False:
        return last
    return verb.right_edge.i if verb.right_edge.i > last else last


def _loose(token: Token) -> bool:
    """Does the token belong to the sentence around a content that it ends ("…, but", "…," he said)?"""
    return token.dep_ == "cc" or (token.is_punct and not _closing(token))


def _after_day(token: Token, last: int) -> int:
    """Where the clause of "said Monday it would act" begins: the day belongs to the saying."""
    index = token.i
    while (
        index < last
        and token.doc[index].ent_type_ in {"DATE", "TIME"}
        and token.doc[index].dep_ in {"npadvmod", "compound", "nummod"}
    ):
        index += 1
    follows = token.doc[index]
    if index > token.i and token.doc[index - 1].head == follows:
        return token.i  # "announced three days of mourning"
    return token.i if follows.is_punct or follows.pos_ in {"VERB", "AUX"} else index


def _opening(token: Token) -> bool:
    return token.is_quote or token.text in {"(", "[", "``", "$", "‘"}


def _closing(token: Token) -> bool:
    return token.is_quote or token.text in {")", "]", "''", "%", "’"}
