"""What is said, by the parse: the complement of a cue as a stretch of text.

The conventions are those of PolNeAR (Newell et al. 2018): content takes its "that", its quotation marks and a comma
inside them; it leaves the full stop or comma of the sentence around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from communique.lexicon.cues import Cue
from communique.reading.cue_words import CueWord
from communique.reading.syntax import SUBJECTS, child, is_passive, surface_subject

#: Prepositions that bring in the predicate or ground of a judgement: "described X as Y", "praised X for Y".
_GROUNDS = frozenset({"as", "for", "of", "to", "with", "from", "over"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WH = frozenset({"WDT", "WP"})
_RELATIVES = frozenset({"which", "that", "what", "who", "whom"})


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


Piece = tuple[Token, Token]


def _whole(token: Token) -> Piece:
    return token.left_edge, token.right_edge


def _clause(cue: CueWord, _entry: Cue, _second: Token | None) -> Iterator[Piece]:
    token = cue.token
    if token.lower_ == "according":
        yield from _clause_around(cue)
        return
    if token.pos_ in {"NOUN", "ADJ"}:
        yield from _clause_of_nominal(token)
        return
    if token.dep_ == "parataxis" and child(token, "ccomp") is None:
        yield _whole(token.head)  # "Russia, she said, will act"
        return
    for c in token.children:
        if c.dep_ == "ccomp" and not _infinitive(c) and (c.i > token.i or not _reduced(token)):
            if c.i > token.i:
                yield _behind(token, c)
            elif not _set_apart(token, c):
                yield _fronted(cue, c)
    yield from _as_clause(token)


def _clause_of_nominal(token: Token) -> Iterator[Piece]:
    """The clause of "his claim that it was a plot" and "he is sure that it was"."""
    if token.pos_ == "NOUN":
        for c in token.children:
            if c.dep_ in {"acl", "ccomp"} and any(g.dep_ == "mark" and g.lower_ == "that" for g in c.children):
                yield _whole(c)
        return
    if any(c.lower_ in {"it", "there"} for c in token.head.children):
        return  # "it is clear that": nobody's belief
    for c in (*token.children, *token.head.children):
        if c.dep_ == "ccomp" and c.i > token.i:
            yield _whole(c)


def _reduced(verb: Token) -> bool:
    """Is it a bare participle, which no clause can precede ("issues, said to include …")?"""
    if verb.i + 1 < len(verb.doc) and verb.nbor().tag_ == "TO":
        return True
    return verb.tag_ == "VBN" and child(verb, "aux", "agent") is None and child(verb, "nsubj") is not None


def _behind(cue: Token, clause: Token) -> Piece:
    """A clause behind its cue, without the relative pronoun in "which the army said was due to rain"."""
    first = clause.left_edge
    return (cue.nbor() if first.i < cue.i and first.lower_ in _RELATIVES else first), clause.right_edge


def _set_apart(cue: Token, clause: Token) -> bool:
    """Is a clause before the cue no content: one of time or contrast ("While all agree, …"), or behind a semicolon?"""
    if any(c.dep_ == "mark" and c.lower_ not in {"that", "whether"} for c in clause.children):
        return True
    return any(token.text == ";" for token in cue.doc[clause.right_edge.i + 1 : cue.i])


def _fronted(cue: CueWord, clause: Token) -> Piece:
    """A clause before its cue, from the beginning of the sentence where only its own adjuncts stand before it."""
    first = clause.left_edge
    if cue.token.dep_ == "ROOT":
        before = [c for c in cue.token.children if c.i < first.i]
        if not any(c.dep_ in {"nsubj", "csubj"} for c in before):
            first = cue.sentence.tokens[0]
    return first, clause.right_edge


def _as_clause(token: Token) -> Iterator[Piece]:
    """The main clause of "as the minister put it"."""
    marked = any(c.dep_ in {"mark", "advmod"} and c.lower_ == "as" for c in token.children)
    named = token.tag_ != "VBN" or child(token, "nsubj", "aux", "agent") is not None  # not "as noted"
    if marked and named and token.dep_ == "advcl" and child(token, "ccomp") is None:
        yield _without(token.head, token)


def _clause_around(cue: CueWord) -> Iterator[Piece]:
    """The clause that "according to" hangs on: the sentence before it, or what follows it at the head of a sentence."""
    token = cue.token
    start = cue.sentence.tokens.start
    doc = token.doc
    resumed = token.i > start + 1 and (
        doc[token.i - 1].text == ";" or (doc[token.i - 1].text == "," and doc[token.i - 2].dep_ == "cc")
    )
    if token.i <= start + 1 or resumed:  # "…, but, according to the police, they left"
        last = cue.sentence.tokens[-1]
        to_object = next((c for c in token.children if c.lower_ == "to"), token)
        after = min(to_object.right_edge.i + 1, last.i)
        after = _after_apposition(child(to_object, "pobj") or to_object, after, last)
        if after < last.i:
            yield doc[after], last
        return
    stops = {"ROOT"} if doc[token.i - 1].text == "," else {"ROOT", "conj", "ccomp", "advcl", "parataxis"}
    verb = token.head
    while verb.dep_ not in stops and verb.head is not verb:
        verb = verb.head
    if verb.i > token.i:  # "Witnesses, according to the police, saw it"
        yield _whole(verb)
        return
    first = verb.left_edge.i
    while first < token.i and doc[first].dep_ in {"cc", "punct"} and not doc[first].is_quote:
        first += 1
    if first < token.i:
        yield doc[first], doc[token.i - 1]


def _after_apposition(source: Token, after: int, last: Token) -> int:
    """Where content begins behind "According to the envoy": not with "the ministry's former head, Norway left"."""
    doc = last.doc
    if doc[after].tag_ in _FINITE:  # the parser took the subject of "left" for more of the source
        return next((i + 1 for i in range(source.i + 1, after - 1) if doc[i].text == ","), after)
    first = after + (doc[after].text == ",")
    end = next((i for i in range(first, last.i) if doc[i].text == ","), None)
    verb = next((i for i in range(first, last.i) if doc[i].tag_ in _FINITE), None)
    if doc[first - 1].text != "," or end is None or end == first or verb is None:
        return after
    aside = doc[first:end]
    nominal = aside.root.pos_ == "NOUN" and aside.root.ent_type_ not in {"DATE", "TIME"} and aside[0].pos_ != "ADP"
    named = doc[end + 1].pos_ in {"DET", "PROPN", "NOUN", "PRON", "NUM", "ADJ"} and doc[end + 1].tag_ not in _WH
    return (
        end + 1 if nominal and named and not any(t.text == "," for t in doc[end + 1 : verb]) and verb > end else after
    )


def _without(head: Token, aside: Token) -> Piece:
    """The subtree of ``head`` without an aside at one end of it."""
    first, last = head.left_edge, head.right_edge
    if aside.left_edge.i == first.i:
        first = head.doc[min(aside.right_edge.i + 1, last.i)]
    elif aside.right_edge.i >= last.i - 1:
        last = head.doc[max(aside.left_edge.i - 1, first.i)]
    return first, last


def _infinitive(token: Token) -> bool:
    return any(c.tag_ == "TO" and c.dep_ == "aux" for c in token.children)


def _infinitives(cue: CueWord, entry: Cue, _second: Token | None) -> Iterator[Piece]:
    token = cue.token
    if token.pos_ == "NOUN":
        for c in token.children:
            if c.dep_ in {"acl", "relcl", "xcomp"} and _infinitive(c):
                yield _whole(c)
        return
    passive = is_passive(token)
    if passive is not entry.passive:
        return
    for c in token.children:
        if c.dep_ in {"xcomp", "ccomp"} and c.i > token.i and _infinitive(c) and child(c, "nsubj") is None:
            if passive:
                subject = surface_subject(token)
                if subject is None or subject.i > token.i:
                    return
                yield subject.left_edge, subject.right_edge
            elif child(token, "dobj") is not None:
                return
            yield _whole(c)


def _object_infinitive(cue: CueWord, _entry: Cue, second: Token | None) -> Iterator[Piece]:
    token = cue.token
    if is_passive(token):
        return
    for c in token.children:
        if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i > token.i and _infinitive(c):
            wanted = child(c, "nsubj") or (child(second, "pobj") if second is not None else child(token, "dobj"))
            if wanted is None or wanted.i < token.i:
                continue
            yield _whole(wanted)
            yield _whole(c)


def _gerund(cue: CueWord, _entry: Cue, _second: Token | None) -> Iterator[Piece]:
    for c in cue.token.children:
        if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VBG" and c.i > cue.token.i:
            yield _whole(c)


def _object(cue: CueWord, _entry: Cue, _second: Token | None) -> Iterator[Piece]:
    token = cue.token
    if is_passive(token) or _names(token):
        return
    noun = child(token, "dobj", "oprd")
    if noun is None or noun.lower_ in {"itself", "himself", "herself", "themselves"}:
        return
    if noun.lower_ in _RELATIVES and noun.i < token.i:
        return
    yield _whole(noun)
    for c in token.children:
        if c.i > noun.i and c.dep_ == "prep" and c.lower_ in _GROUNDS and c.i == noun.right_edge.i + 1:
            yield _whole(c)


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
            or (c.dep_ in {"ccomp", "xcomp"} and not _infinitive(c) and c.pos_ != "VERB")
            or (c.dep_ == "prep" and c.lower_ in {"as", "of", "to", "for"})
        )
    ]
    noun = child(token, "dobj")
    if not predicates or (noun is None and predicates[0].dep_ not in {"ccomp", "oprd"}):
        return
    if noun is not None and noun.i > token.i:
        yield _whole(noun)
    for c in predicates:
        yield _whole(c)


def _prepositional(_cue: CueWord, _entry: Cue, second: Token | None) -> Iterator[Piece]:
    if second is None:
        return
    behind = child(second, "pobj", "pcomp")
    if behind is None and second.right_edge.i > second.i:
        behind = next((c for c in second.children if c.i > second.i), None)
    if behind is not None:
        yield _whole(behind)


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
    return Content(doc[first], doc[last], entry)


def _loose(token: Token) -> bool:
    """Does the token belong to the sentence around a content that it ends ("…, but", "…," he said)?"""
    return token.dep_ == "cc" or (token.is_punct and not _closing(token))


def _after_day(token: Token, last: int) -> int:
    """Where the clause of "said Monday it would act" begins: the day belongs to the saying."""
    index = token.i
    while (
        index < last
        and token.doc[index].ent_type_ == "DATE"
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
