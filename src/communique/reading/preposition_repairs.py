"""Repairs of prepositions that the parser took for something else: in deadlines, before amounts, and behind blame.

"Gave Chad *until noon* to leave": a preposition with a noun of its own is no conjunction of the infinitive behind it.
"Took *upwards of* 40 guests captive" counts the guests, who are the object (Huddleston and Pullum 2002, 5.12).
"Blamed the raid *on* Chad" says who is blamed, not where the raid was: the verb asks for both (8.4). In "curbs put by
Mali *on Chad*" it is the verb's too, as a proper name takes no complement (5.20), and so is an aside between commas,
"the king, *on a visit to Chad*, said". Who stands behind "by" after an occasion did what a participle before it says,
as nobody does a meeting ("a plan *put forward* at the meeting *by Chad*").
"""

from __future__ import annotations

from communique.lexicon.words import packaged_words
from communique.reading.syntax import SUBJECTS, child
from communique.reading.tokens import Doc, Token

_UNTIL = frozenset({"until", "till"})
_UPWARDS = frozenset({"upward", "upwards"})
_ON = frozenset({"on"})
_BEHIND_AGENT = _ON | {"against", "over"}
_OF = frozenset({"of"})
_APART = frozenset({"before", "after"})
_BY = frozenset({"by"})
_FORMS = _OF | _UNTIL | _UPWARDS | _BEHIND_AGENT | _APART | _BY


def repair_prepositions(doc: Doc) -> None:
    """Hang prepositional phrases of deadlines and amounts where they belong, in place."""
    for token in doc.tokens:
        if token.lower_ not in _FORMS:
            continue
        if token.lower_ in _OF:
            if token.head.dep_ == "advmod" and token.head.lower_ == "short":  # "stopped *short of* leaving"
                token.hang_on(token.head.head)
        elif token.lower_ in _UNTIL:
            _make_deadline(token)
        elif token.lower_ in _UPWARDS:
            _make_amount(token)
        elif token.lower_ in _APART:
            _measure(token)
        elif token.lower_ in _BY:
            _part_from_occasion(token)
        elif token.head.dep_ == "pobj":
            _part_from_agent(token)
        elif token.lower_ in _ON:
            _part_from_object(token)
            _part_from_subject(token)


def _make_deadline(until: Token) -> None:
    infinitive = until.head
    to = next((c for c in infinitive.children if c.tag_ == "TO"), None)
    noun = child(until, "pobj")
    if until.dep_ == "mark" and noun is not None and to is not None and noun.right_edge.i + 1 == to.i:
        until.hang_on(infinitive.head)
        until.dep_ = "prep"


def _measure(before: Token) -> None:
    """Hang "before" with a gerund on the verb, and on it how long that was ("*a day* before leaving, Chad said")."""
    day = before.head
    if before.dep_ == "prep" and day.dep_ == "npadvmod" and day.i < before.i and child(before, "pcomp") is not None:
        before.hang_on(day.head)
        day.hang_on(before)


def _part_from_object(on: Token) -> None:
    noun, verb = on.head, on.head.head
    if on.dep_ != "prep" or noun.dep_ != "dobj" or verb.lemma_.lower() not in packaged_words()["laying at a door"]:
        return
    if all(c.lower_ != on.lower_ for c in verb.children) and child(on, "pobj") is not None:
        on.hang_on(verb)


def _part_from_agent(preposition: Token) -> None:
    name, by = preposition.head, preposition.head.head
    if by.dep_ == "agent" and name.pos_ == "PROPN" and name.i + 1 == preposition.i:
        preposition.hang_on(by.head)


def _part_from_occasion(by: Token) -> None:
    """Hang "by" behind a noun for talks on the participle without an agent on which they hang."""
    talks, agent = by.head, child(by, "pobj")
    if agent is None or agent.ent_type_ in {"DATE", "TIME"} or by.dep_ != "prep":
        return
    if talks.dep_ != "pobj" or talks.lemma_.lower() not in packaged_words()["talks"]:
        return
    verb = next((t for t in talks.ancestors if t.dep_ not in {"prep", "pobj"}), None)
    if verb is None or verb.dep_ != "acl" or verb.tag_ != "VBN" or child(verb, "agent") is not None:
        return
    by.hang_on(verb)
    by.dep_ = "agent"


def _part_from_subject(on: Token) -> None:
    """Hang an aside between commas behind a subject on the verb."""
    noun, last = on.head, on.right_edge
    if noun.dep_ not in SUBJECTS or on.i <= noun.i or on.nbor(-1).text != "," or last.i + 1 >= on.sent.end:
        return
    if last.nbor().text == ",":
        on.hang_on(noun.head)


def _make_amount(upwards: Token) -> None:
    verb, of = upwards.head, next((c for c in upwards.children if c.lower_ == "of"), None)
    noun = child(of, "pobj") if of is not None else None
    if upwards.dep_ != "advmod" or of is None or noun is None or child(noun, "nummod") is None:
        return
    if noun.i > verb.i and child(verb, "dobj") is None:
        role = "dobj"
    elif noun.i < verb.i and child(verb, *SUBJECTS) is None:
        role = "nsubjpass" if child(verb, "auxpass") is not None else "nsubj"
    else:
        return
    noun.hang_on(verb)
    noun.dep_ = role
    upwards.hang_on(noun)
    of.dep_ = "quantmod"
