"""How a noun of action stands in its clause: partitives around it, what it hangs on, the verb that only carries it."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.syntax import child, first_conjunct, prepositional
from communique.reading.tokens import Token

_RELATIVES = frozenset({"which", "that", "whom"})


def inner_noun(noun: Token, words: Words) -> Token:
    """The noun that a partitive or a number counts: "a batch of *sanctions*", "81 of the 166 *seats*"."""
    for _ in range(3):
        counts = noun.tag_ == "CD" or noun.lemma_.lower() in words["partitive"]
        inner = next(prepositional(noun, "of"), None) if counts else None
        if inner is None:
            break
        noun = inner
    return noun


def outer_noun(noun: Token, words: Words) -> Token:
    """The outermost partitive above a noun, in whose place in the clause the noun stands."""
    noun = first_conjunct(noun)
    for _ in range(3):
        above = noun.head
        if noun.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_.lower() in words["partitive"]:
            noun = first_conjunct(above.head)
        else:
            break
    return noun


#: Adverbs that "of" makes prepositions of time of ("*ahead* of talks").
_ADVERBS_OF_TIME = frozenset({"ahead"})


def governor_of(noun: Token) -> tuple[Token | None, str | None]:
    """The verb or noun a noun hangs on, and how: "object", "subject", "attribute", or the preposition between them."""
    head = noun.head
    if noun.dep_ in {"dobj", "nsubjpass", "obj"} or (
        noun.dep_ == "nsubj" and head.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in head.children)
    ):
        return head, "object"
    if noun.dep_ == "nsubj":
        return head, "subject"
    if noun.dep_ == "attr":
        return head, "attribute"
    listed = head.dep_ == "conj" and head.pos_ == "ADP"  # "calls for a truce and *for the withdrawal*"
    if noun.dep_ == "pobj" and (head.dep_ in {"prep", "agent"} or listed):
        above = head.head.head if listed and head.head.dep_ == "prep" else head.head
        if head.dep_ == "prep" and above.dep_ == "prep":  # "ahead of talks", "prior to talks"
            return above.head, above.lower_
        if head.lower_ == "of" and head.i and head.nbor(-1).lower_ in _ADVERBS_OF_TIME:  # that the parser parts from it
            return above, head.nbor(-1).lower_
        return above, head.lower_
    if noun.dep_ == "pobj" and head.dep_ in {"advmod", "pcomp"}:
        return head.head, head.lower_
    return None, None


def support_of(noun: Token, outer: Token, governor: Token | None, relation: str | None, words: Words) -> Token | None:
    """The verb that only carries a noun of action, governing it or in a clause on it.

    "*held* talks", "took *part* in talks", "the talks that they *held*", "talks are expected to be *held*".
    """
    if governor is not None and governor.pos_ in {"VERB", "AUX"}:
        lemma = governor.lemma_.lower()
        raised = child(governor, "xcomp") if child(governor, "dobj") is None else None  # not "urged *Chad* to hold …"
        if relation in {"object", "subject"} and raised is not None and _carries(raised, words):
            return raised
        if relation == "object" and lemma in words["support"]:
            return governor
        if relation == "subject" and lemma in words["occurrence"]:
            return governor
        if relation in {"in", "to", "at", "into", "for", "on"} and lemma in words["support by preposition"]:
            return governor
        if relation == "with" and lemma in words["answering"]:  # "retaliated *with* an embargo"
            return governor
    if zero_relative(noun):
        after = noun.doc[noun.head.i + 1 : noun.head.i + 3]
        return next((t for t in after if t.pos_ == "VERB" and _carries(t, words)), None)
    for bearer in (noun, outer):
        for clause in bearer.children:
            if clause.dep_ in {"relcl", "acl"}:
                carrier = child(clause, "xcomp") if clause.lemma_ == "be" else clause
                own = child(carrier, "dobj") if carrier is not None else None
                if carrier is not None and _carries(carrier, words) and (own is None or own.lower_ in _RELATIVES):
                    return carrier
    return None


def _carries(verb: Token, words: Words) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in words["support"] or lemma in words["occurrence"]


def zero_relative(noun: Token) -> bool:
    """Is a common noun before a person's name the head of a clause without "that" ("a meeting Annan held")?

    The parser takes such a noun for a title of the name; a noun of action never is one.
    """
    return noun.dep_ == "compound" and noun.pos_ == "NOUN" and noun.head.ent_type_ == "PERSON" and noun.i < noun.head.i


_PARTICLES = frozenset({"back", "off", "up", "out", "down", "over", "forward"})
#: Verbs that mean little without the bare noun behind their preposition ("*put* on hold").
_LIGHT = frozenset({"put", "place"})


def _adverb_behind(verb: Token) -> Token | None:
    """A particle right behind its verb that the parser takes for an adverb ("pushed *back* their meeting")."""
    following = next((c for c in verb.children if c.i == verb.i + 1 and c.dep_ == "advmod"), None)
    return following if following is not None and following.lower_ in _PARTICLES else None


def phrasal_lemma(verb: Token) -> str:
    """The lemma of a verb with its particle ("call off"), of a light verb with the bare noun behind ("put on hold")."""
    lemma, particle = verb.lemma_.lower(), child(verb, "prt") or _adverb_behind(verb)
    if particle is not None:
        return f"{lemma} {particle.lower_}"
    for preposition in verb.children if lemma in _LIGHT else ():
        noun = child(preposition, "pobj") if preposition.dep_ == "prep" else None
        if noun is not None and noun.i == preposition.i + 1 and noun.pos_ == "NOUN":
            return f"{lemma} {preposition.lower_} {noun.lower_}"
    return lemma
