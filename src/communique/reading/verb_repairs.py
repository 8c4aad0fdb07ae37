"""Repairs of what the parser makes of verbs with a prefix and a hyphen, and of those that give somebody an office.

"Otto Borg was *re*-elected": the tokenizer parts the prefix from its verb, and the parser takes it for the verb itself.
"Parliament elected *Otto Borg prime minister*": it takes the name for a modifier of the office. But a title stands
before its name ("Prime Minister Otto Borg"); a name before a bare office is the object, and the office what it is made
(Quirk et al. 1985, 16.46, object complements).
"""

from __future__ import annotations

from communique.lexicon.words import packaged_words
from communique.reading.syntax import SUBJECTS, child
from communique.reading.tokens import Token

PREFIXES = frozenset({"re", "co"})
#: What hangs on a verb, not on what it makes of its object.
_OF_CLAUSES = frozenset({"prep", "punct", "advmod", "dobj", "advcl", "npadvmod", "cc", "conj", "ccomp", "xcomp"})


def join_prefix(prefix: Token) -> None:
    """Put the verb behind a prefix and a hyphen in the place in the tree that the prefix was given.

    Its lemma stays that of the verb: what is done again, or together, is the same act.
    """
    if prefix.i + 2 >= prefix.sent.end or prefix.nbor().text != "-" or prefix.nbor().idx != prefix.idx + len(prefix):
        return
    verb = prefix.nbor(2)
    if not verb.tag_.startswith("VB"):
        return
    if prefix in verb.ancestors:
        between = verb.head
        if between is not prefix:
            between.hang_on(verb)
            between.dep_ = "oprd" if between.dep_ in SUBJECTS else between.dep_
        _take_place(verb, prefix)
    elif prefix.head is verb.head and child(prefix, "auxpass") is not None:
        complement = verb.head
        verb.hang_on(verb)
        _take_place(verb, complement)
        complement.hang_on(verb)
        complement.dep_ = "oprd"
        _take_children(verb, prefix)
    else:
        return
    prefix.hang_on(verb)
    prefix.dep_ = "compound"
    verb.pos_ = "VERB"


def _take_place(verb: Token, above: Token) -> None:
    """Hang a verb where a word hangs, with the subjects and all else behind the hyphen that hung on that."""
    verb.hang_on(verb if above.head is above else above.head)
    verb.dep_ = above.dep_
    _take_children(verb, above)


def _take_children(verb: Token, above: Token) -> None:
    for below in list(above.children):
        if below is verb or below.text == "-":
            continue
        subject = child(below, *SUBJECTS) if below.dep_ == "auxpass" else None
        if subject is not None:
            subject.hang_on(verb)
            subject.dep_ = "nsubjpass"
        if below.dep_ in _OF_CLAUSES or below.i < above.i:
            below.hang_on(verb)


def restore_named(office: Token) -> None:
    """Make the name before a bare office the object of a verb that gives offices, and the office what it is made.

    A name right behind such a verb and before "as" is the object, too ("named *Otto Borg* as ambassador").
    """
    verb = office.head
    if office.tag_ == "NNP":
        _make_object(office, verb)
        return
    if verb.pos_ != "VERB" or verb.i > office.i or office.tag_ != "NN":
        return
    words = packaged_words()
    if office.lemma_ not in words["officeholder"] or verb.lemma_ not in words["gives offices"]:
        return
    name = [c for c in office.lefts if c.tag_ == "NNP" and c.ent_type_ == "PERSON"]
    if not name or name[0].left_edge.i != verb.i + 1 or name[-1].i - name[0].i != len(name) - 1:
        return
    if any(c.tag_ not in {"JJ", "NN"} for c in office.lefts if c.i > name[-1].i):
        return
    name[-1].hang_on(verb)
    name[-1].dep_ = "dobj"
    for part in (*name[:-1], *name[-1].lefts):
        part.hang_on(name[-1])
        part.dep_ = "compound"
    office.dep_ = "oprd"


def _make_object(name: Token, verb: Token) -> None:
    if name.dep_ != "oprd" or name.ent_type_ != "PERSON" or child(verb, "dobj") is not None or verb.i > name.i:
        return
    behind = name.right_edge.i + 1
    role = behind < len(name.doc) and name.doc[behind].lower_ == "as"
    if role and verb.lemma_ in packaged_words()["gives offices"]:
        name.dep_ = "dobj"
