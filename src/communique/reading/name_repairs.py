"""Repairs of how names hang together, where the parser takes one of two parties apart from the other.

Like goes with like (Huddleston and Pullum 2002, ch. 15): a person is no second state of the one before ("the ministers
A of Ruritania and *B* of Graustark"), no conjunct of an act ("A and *visiting* President B"), and no second subject of
a verb behind "and". In a headline two names with a comma between them are one subject ("*Ruritania*, Graustark sign
accord").
"""

from __future__ import annotations

from communique.reading.office_repairs import POSTPOSITIVE, join_office
from communique.reading.syntax import SUBJECTS, child, conjuncts
from communique.reading.tokens import Doc, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
#: Labels of the recogniser for states and towns, and for what can act.
_PLACES = frozenset({"GPE", "LOC"})
_WHERE = frozenset({"in", "at", "on", "near", "outside", "inside", "aboard"})
_ACTING = frozenset({"GPE", "NORP", "ORG", "PERSON"})


def join_in_headline(doc: Doc) -> None:
    """Join the two names that a headline sets side by side with a comma, in place."""
    for token in doc:
        if token.dep_ == "npadvmod" and token.ent_type_ in _ACTING:
            _join_to_subject(token)


def join_names(doc: Doc) -> None:
    """Join the names of running text that belong together, in place."""
    for token in doc:
        if token.lower_ in POSTPOSITIVE:
            join_office(token)
        elif token.dep_ == "conj" and token.ent_type_ == "PERSON":
            _join_to_person(token)
        elif token.dep_ == "appos" and token.ent_type_ == "PERSON":
            _put_under_title(token)
            _join_to_apposed(token)
        elif token.dep_ == "nmod" and token.ent_type_ == "PERSON":
            _join_countryman(token)
        elif token.dep_ == "conj" and token.tag_ == "VBG" and token.head.pos_ in _NOMINAL:
            _make_attribute(token)
        elif token.dep_ in SUBJECTS:
            _make_noun(token)
            _coordinate(token)
        elif token.lower_ == "between" and token.head.dep_ == "acl" and token.head.tag_ == "VBN":
            token.hang_on(token.head.head)  # "a meeting planned for Monday *between* A and B"
        elif token.lower_ == "between" and token.head.ent_type_ == "DATE" and token.head.head.dep_ == "prep":
            token.hang_on(token.head.head.head)  # "talks on Monday *between* A and B"
        elif token.lower_ == "between" and token.head.dep_ == "pobj" and _joins_people(token):
            _put_on_act(token)


def _joins_people(between: Token) -> bool:
    """Does "between" join people, who have no place between them?"""
    first = child(between, "pobj")
    return first is not None and any(t.ent_type_ == "PERSON" for t in conjuncts(first))


def _put_on_act(between: Token) -> None:
    """Hang "between" on what went on between people, not on where ("talks at a Lima hotel *between* A and B")."""
    local = between.head.head
    if local.lower_ in _WHERE and local.dep_ == "prep" and local.head.pos_ == "NOUN" and local.head.i < local.i:
        between.hang_on(local.head)


def _join_to_person(name: Token) -> None:
    """Hang a person who was coordinated with the state of another on that one: people go with people."""
    state = name.head
    person = state.head.head if state.dep_ == "pobj" and state.head.lower_ == "of" else state
    if state.ent_type_ in _PLACES and person.ent_type_ == "PERSON":
        name.hang_on(person)


def _join_to_apposed(name: Token) -> None:
    """Join a person behind "and" to the one whom an apposition names before ("Chad's premier, A, and Minister *B*")."""
    first = child(name.head, "appos")
    begins = name.left_edge.i
    link = name.doc[begins - 1] if begins > name.sent.start else name
    if first is not None and first.i < name.i and link.dep_ == "cc" and link.lower_ == "and":
        name.dep_ = "conj"


def _join_countryman(first: Token) -> None:
    """Join a person to another whom a possessive state tells ("between Minister A and *Chad's B*").

    The parser took the state for the second party and both for modifiers of the second name.
    """
    state = child(first, "conj")
    if state is None or state.ent_type_ not in {"GPE", "NORP"} or child(state, "case") is None:
        return
    name = first.head
    while name.dep_ in {"compound", "nmod"} and name.head.i > name.i:
        name = name.head
    if name.i < state.i or name.pos_ != "PROPN":
        return
    first.dep_ = name.dep_
    first.hang_on(name.head)
    name.dep_, state.dep_ = "conj", "poss"
    name.hang_on(first)
    state.hang_on(name)


def _make_attribute(participle: Token) -> None:
    """Make "visiting" in "A and *visiting* President B met" an attribute: a name and an act are not coordinated."""
    name = child(participle, "dobj")
    plain = name is not None and name.ent_type_ == "PERSON" and participle.nbor(-1).dep_ == "cc"
    if name is not None and plain and not any(c.dep_ in {"aux", "auxpass", *SUBJECTS} for c in participle.children):
        name.dep_, participle.dep_ = "conj", "amod"
        name.hang_on(participle.head)
        participle.hang_on(name)


def _make_noun(subject: Token) -> None:
    """Give a subject with an attribute, which no verb has, the tags of a noun ("Omani *airstrikes* killed two")."""
    if subject.tag_ == "VBZ" and subject.pos_ == "VERB" and child(subject, "amod", "det", "compound") is not None:
        subject.tag_, subject.pos_ = "NNS", "NOUN"


def _coordinate(name: Token) -> None:
    """Join a second subject behind "and" to what stands before that ("talks between A and *B* have been put off")."""
    begins = name.left_edge.i
    link = name.doc[begins - 1] if begins > name.sent.start else name
    first = child(name.head, *SUBJECTS)
    if link.dep_ == "cc" and first is not None and first.i < link.i and first.is_ancestor(link):
        name.dep_ = "conj"
        name.hang_on(link.head)


def _put_under_title(name: Token) -> None:
    """Let a name stand where the plural title right before it does ("*Presidents* A of Ruritania and B met")."""
    title = name.head
    begins = min(t.i for t in (name, *name.lefts))
    if title.tag_ != "NNS" or title.i != begins - 1 or title.head == title:
        return
    name.dep_, title.dep_ = title.dep_, "compound"
    name.hang_on(title.head)
    for token in (title, *title.children):
        token.hang_on(name)


def _join_to_subject(name: Token) -> None:
    """Make the first of two names with a comma between them the subject, the second its conjunct."""
    verb, subject = name.head, child(name.head, "nsubj")
    if subject is None or subject.ent_type_ not in _ACTING or name.i + 1 >= len(name.doc):
        return
    begins = min(t.i for t in subject.subtree)
    if name.doc[name.i + 1].text == "," and begins == name.i + 2 and verb.i > subject.i:
        name.dep_, subject.dep_ = "nsubj", "conj"
        subject.hang_on(name)
