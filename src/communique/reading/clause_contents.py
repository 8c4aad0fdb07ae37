"""Clauses that are what is said: behind their cue, before it, around it, or hung by the parser on another word."""

from __future__ import annotations

from collections.abc import Iterator

from communique.reading.cue_words import CueWord
from communique.reading.syntax import SUBJECTS, child
from communique.reading.tokens import Token

RELATIVES = frozenset({"which", "that", "what", "who", "whom"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBORDINATORS = frozenset({"while", "although", "though", "when", "after", "before", "because", "since", "if"})
_WH = frozenset({"WDT", "WP"})

#: In tokens, the longest name of a source that stands in the middle of a clause.
_LONGEST_SOURCE = 12
#: First and last token of a stretch of text.
Piece = tuple[Token, Token]


def whole(token: Token) -> Piece:
    """The stretch that a token's phrase or clause takes up."""
    return token.left_edge, token.right_edge


def is_infinitive(token: Token) -> bool:
    """Is it a verb with "to"?"""
    return any(c.tag_ == "TO" and c.dep_ == "aux" for c in token.children)


def clause_pieces(cue: CueWord) -> Iterator[Piece]:
    """The stretches of the clause that a cue takes as its content, none if there is no such clause."""
    token = cue.token
    if token.lower_ == "according":
        yield from _clause_around(cue)
        return
    if token.pos_ in {"NOUN", "ADJ"}:
        yield from _clause_of_nominal(token)
        return
    if token.dep_ == "parataxis" and child(token, "ccomp") is None:
        yield whole(token.head)  # "Russia, she said, will act"
        return
    found = child(token, "ccomp")
    for c in token.children if found is not None and found.i > token.i else ():
        if c.dep_ == "conj" and any(g.dep_ == "mark" and g.lower_ == "that" for g in c.children):
            yield whole(c)  # "said he left, and *that she stayed*"
    for c in token.children:
        if c.dep_ == "ccomp" and not is_infinitive(c) and (c.i > token.i or not _reduced(token)):
            if c.i > token.i and not _of_next(token, c):
                yield _behind(token, c)
            elif c.i > token.i:
                continue
            elif not _set_apart(token, c):
                yield _fronted(cue, c)
    yield from _as_clause(token)
    yield from _told(token)


def _of_next(verb: Token, clause: Token) -> bool:
    """Does a clause behind a semicolon belong to a cue behind it ("He said A; however, *B*, he added")?"""
    return verb.dep_ == "ccomp" and verb.head.i > clause.i and any(t.text == ";" for t in verb.doc[verb.i : clause.i])


def _told(verb: Token) -> Iterator[Piece]:
    """The clause of "told a broadcaster that he left" where the parser hangs it on the broadcaster."""
    told = child(verb, "dobj")
    if told is None or told.i < verb.i:
        return
    for c in told.children:
        opens = c.dep_ in {"relcl", "acl"} and c.left_edge.lower_ == "that" and c.left_edge.i == told.i + 1
        subject = child(c, *SUBJECTS) if opens else None
        if subject is not None and subject.lower_ not in RELATIVES and child(verb, "ccomp") is None:
            yield whole(c)


def _clause_of_nominal(token: Token) -> Iterator[Piece]:
    """The clause of "his claim that it was a plot" and "he is sure that it was"."""
    if token.pos_ == "NOUN":
        for c in token.children:
            if c.dep_ in {"acl", "ccomp"} and any(g.dep_ == "mark" and g.lower_ == "that" for g in c.children):
                yield whole(c)
        return
    if any(c.lower_ in {"it", "there"} for c in token.head.children):
        return  # "it is clear that": nobody's belief
    for c in (*token.children, *token.head.children):
        if c.dep_ == "ccomp" and c.i > token.i:
            yield whole(c)


def _reduced(verb: Token) -> bool:
    """Is it a bare participle, which no clause can precede ("issues, said to include …")?"""
    if verb.i + 1 < len(verb.doc) and verb.nbor().tag_ == "TO":
        return True
    return verb.tag_ == "VBN" and child(verb, "aux", "agent") is None and child(verb, "nsubj") is not None


def _behind(cue: Token, clause: Token) -> Piece:
    """A clause behind its cue, without the relative pronoun in "which the army said was due to rain"."""
    first = clause.left_edge
    if first.i < cue.i and first.lower_ in RELATIVES:
        first = cue.nbor()
    return _after_addressee(cue, first, clause), clause.right_edge


def _after_addressee(cue: Token, first: Token, clause: Token) -> Token:
    """Where the clause of "told the BBC flats had burnt" begins: the parser takes hearer and subject for one phrase."""
    subject = child(clause, *SUBJECTS)
    if cue.lemma_.lower() != "tell" or child(cue, "dobj", "dative") is not None or subject is None:
        return first
    named = first if first.ent_iob_ == "B" else first.nbor()
    if first.i != cue.i + 1 or named.ent_type_ not in {"ORG", "PERSON"} or named.ent_iob_ != "B":
        return first
    after = next((t for t in cue.doc[named.i + 1 : clause.i] if t.ent_iob_ != "I"), None)
    return after if after is not None and after.i <= subject.i and after.pos_ in _NOMINAL else first


def _set_apart(cue: Token, clause: Token) -> bool:
    """Is a clause before the cue no content: one of time or contrast ("While all agree, …"), or behind a semicolon?"""
    if any(c.dep_ == "mark" and c.lower_ not in {"that", "whether"} for c in clause.children):
        return True
    if clause.left_edge.lower_ in _SUBORDINATORS:
        return True
    return any(token.text == ";" for token in cue.doc[clause.right_edge.i + 1 : cue.i])


def _fronted(cue: CueWord, clause: Token) -> Piece:
    """A clause before its cue, from the beginning of the sentence where only its own adjuncts stand before it."""
    first = clause.left_edge
    if cue.token.dep_ == "ROOT":
        before = [c for c in cue.token.children if c.i < first.i]
        if not any(c.dep_ in {"nsubj", "csubj"} for c in before):
            first = cue.sentence.tokens[0]
    breaks = [token.i for token in cue.token.doc[first.i : clause.right_edge.i] if token.text == ";"]
    if breaks and child(clause, *SUBJECTS) is not None:  # "He said A; however, B, he added"
        first = cue.token.doc[breaks[-1] + 1]
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
        stop = next((t for t in doc[after : last.i] if t.text == ";"), None)  # what is behind it is another clause
        if after < last.i:
            yield doc[after], last if stop is None or stop.i == after else stop.nbor(-1)
        return
    stops = {"ROOT"} if doc[token.i - 1].text == "," else {"ROOT", "conj", "ccomp", "advcl", "parataxis"}
    verb = token.head
    while verb.dep_ not in stops and verb.head is not verb:
        verb = verb.head
    if _is_broken_off(cue):  # "They were followed by, according to the police, a crowd"
        yield verb.left_edge, cue.sentence.tokens[-1]
        return
    if verb.i > token.i:  # "Witnesses, according to the police, saw it"
        yield whole(verb)
        return
    first = verb.left_edge.i
    while first < token.i and doc[first].dep_ in {"cc", "punct"} and not doc[first].is_quote:
        first += 1
    if first < token.i:
        yield doc[first], doc[token.i - 1]


def _is_broken_off(cue: CueWord) -> bool:
    """Does "according to" stand between commas behind a verb or preposition, whose object comes behind it?"""
    at, doc, tokens = cue.token.i, cue.token.doc, cue.sentence.tokens
    if at < tokens.start + 2 or doc[at - 1].text != "," or doc[at - 2].pos_ not in {"VERB", "ADP"}:
        return False
    return any(token.text == "," for token in doc[at + 2 : min(at + 2 + _LONGEST_SOURCE, tokens.end - 2)])


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
