"""Subjects that the parser made a part of the phrase before them.

News sets the scene first: "In Mombasa, *Tanzania* and Kenya signed an accord". The names stand side by side, and the
parser reads one list of towns and states, or an apposition, so that a finite clause is left without a subject, which
English does not allow (Huddleston and Pullum 2002, ch. 4). The phrase in front ends where its comma stands.
"""

from __future__ import annotations

from communique.reading.syntax import SUBJECTS, child
from communique.reading.tokens import Span, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_PAST = frozenset({"VBD", "VBZ", "VBP"})
_BESIDE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
#: Prepositions that also open clauses, for which the parser takes them before a noun of action ("*After* talks in").
_OPENING = frozenset({"after", "before", "since", "until", "despite", "following"})


def restore_subject(sentence: Span) -> None:
    """Give the main verb of a sentence the subject that a phrase in front of it took up, in place."""
    verb = sentence.root
    _make_noun(verb, verb.doc.tokens[sentence.start])
    _put_in_apposition(verb, sentence.start)
    fronted = _fronted(verb, sentence.start) if verb.tag_ in _PAST else None
    if fronted is None:
        return
    edge = _before_verb(verb, sentence.start)
    if edge is None:
        return
    subject = _behind_comma(edge, fronted, verb) or _behind_day(edge, fronted)
    if subject is None or subject.pos_ not in _NOMINAL:
        return
    if fronted.dep_ == "csubj":
        fronted.dep_ = "advcl"
    elif fronted.dep_ in SUBJECTS:
        _make_object(fronted, verb)
    subject.hang_on(verb)
    subject.dep_ = "nsubj"


def _make_noun(verb: Token, gerund: Token) -> None:
    """Make a gerund that opens a sentence the noun of action it is if it has its sides by prepositions.

    "*Shelling* by the army killed five", "*Fighting* between X and Y broke out".
    """
    sided = any(c.lower_ in {"by", "between", "among"} and c.i == gerund.i + 1 for c in gerund.children)
    bare = child(gerund, "dobj") is None and child(verb, "nsubj", "nsubjpass") is None
    if gerund.tag_ == "VBG" and gerund.head is verb and gerund.dep_ in {"advcl", "csubj", "nsubj"} and sided and bare:
        gerund.tag_, gerund.pos_, gerund.dep_ = "NN", "NOUN", "nsubj"
        for preposition in gerund.children:
            if preposition.dep_ == "agent":
                preposition.dep_ = "prep"


def _put_in_apposition(verb: Token, start: int) -> None:
    """Hang the first of two subjects on the noun that it explains ("In Oslo, *the capital*, ministers met")."""
    before = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if len(before) != 2 or before[0].left_edge.i < start + 2 or before[0].right_edge.nbor().text != ",":
        return
    explained = before[0].left_edge.nbor(-2)
    if before[0].left_edge.nbor(-1).text == "," and explained.dep_ == "pobj" and explained.head.head is verb:
        before[0].hang_on(explained)
        before[0].dep_ = "appos"


def _fronted(verb: Token, start: int) -> Token | None:
    """What opens a sentence: a preposition on a verb without a subject, a noun behind "after", or a participle."""
    own = child(verb, *SUBJECTS)
    first = verb.doc.tokens[start]
    absolute = first.lower_ == "with" and first.head is verb  # "With *Chad looking on*, Oslo signed"
    if own is not None and own.dep_ == "csubj" and own.left_edge.i == start + absolute:
        return own if own.tag_ in {"VBG", "VBN"} else None  # a clause that is the subject has no comma behind it
    if own is None:
        return first if first.dep_ in {"prep", "advcl"} and first.head is verb and first.i < verb.i else None
    opened = first.dep_ == "mark" and first.head is verb and first.lower_ in _OPENING
    return own if opened and own.i < verb.i and own.left_edge.i == start + 1 else None


def _before_verb(verb: Token, start: int) -> Token | None:
    """The last word of what stands before the verb and its auxiliaries, adverbs and negation."""
    words = verb.doc.tokens[start + 1 : verb.i]
    return next((word for word in reversed(words) if word.head is not verb or word.dep_ not in _BESIDE_VERB), None)


def _behind_comma(edge: Token, fronted: Token, verb: Token) -> Token | None:
    """The noun behind the comma that the parser joined to one before it, if nothing stands between it and the verb.

    Not the state of a town before somebody else ("In Lima, *Peru*, a teacher killed two").
    """
    noun: Token | None = None
    for token in (edge, *edge.ancestors):
        if token is fronted or token is verb:
            break
        if noun is not None and token.ent_type_ == token.head.ent_type_ == "GPE" != noun.ent_type_:
            break
        if token.dep_ in {"conj", "appos"} and token.right_edge.i == edge.i and token.left_edge.i > fronted.i + 1:
            before = token.left_edge.nbor(-1)
            noun = token if before.text == "," else noun
    return noun


def _behind_day(edge: Token, fronted: Token) -> Token | None:
    """The noun that the parser took a day before it for a part of ("In Mombasa on Thursday *Tanzania* signed")."""
    for token in (edge, *edge.ancestors):
        if token is fronted:
            return None
        day = token.children[0] if token.children else None
        if token.dep_ == "pobj" and day is not None and day.dep_ == "compound" and day.ent_type_ == "DATE":
            preposition = token.head
            if token.ent_type_ == "DATE" or day.i != preposition.i + 1 or token.right_edge.i != edge.i:
                return None
            day.hang_on(preposition)
            day.dep_ = "pobj"
            return token
    return None


def _make_object(noun: Token, verb: Token) -> None:
    """Make the noun behind "after" its object, and the two a phrase on the verb, not the verb's clause."""
    mark = child(verb, "mark")
    if mark is not None:
        mark.dep_ = "prep"
        noun.hang_on(mark)
        noun.dep_ = "pobj"
