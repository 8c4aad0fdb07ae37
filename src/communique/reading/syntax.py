"""What the parse says of clauses: children, particles, conjuncts, passives, noun phrases.

Dependency labels are ClearNLP's, as the English spaCy pipelines use them.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.reading.free_relatives import meant
from communique.reading.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})


def child(token: Token, *deps: str) -> Token | None:
    """The first child that hangs on ``token`` by one of the dependencies."""
    for c in token.children:  # no generator: nothing is asked more often
        if c.dep_ in deps:
            return c
    return None


def particle_of(verb: Token) -> Token | None:
    """The particle of a verb, also where the parser makes it a preposition of its own ("pulled *out* of the talks")."""
    found = child(verb, "prt")
    if found is not None:
        return found
    for c in verb.children:
        if c.dep_ in {"prep", "advmod"} and _is_particle(c):
            return c
    return None


#: Adverbs that make another verb of the one before them ("set aside", "hit back").
_ADVERBS = frozenset({"aside", "away", "back", "together", "apart", "home", "off", "out", "up", "down"})


def _is_particle(token: Token) -> bool:
    """Is it a particle that the parser takes for a preposition ("*out* of the talks") or an adverb ("set *aside*")?"""
    below = [c.dep_ for c in token.children]
    if token.dep_ == "prep" and token.tag_ in {"RB", "RP"} and below == ["pobj"]:
        return True  # "brushed *aside* the protest"
    outer = token.tag_ in {"IN", "RB", "RP"} and below == ["prep"]
    mobile = token.lower_ in _ADVERBS or token.tag_ == "RP"  # "flew *in* on Monday", as an adverb
    return outer or (not below and mobile and token.i == token.head.i + 1)


def conjuncts(token: Token) -> list[Token]:
    """The token and those coordinated below it ("A, B and C" from A), in order."""
    found, pending = [token], [token]
    while pending:
        noun = pending.pop()
        for other in noun.children:
            if other.dep_ == "conj":
                found.append(other)
                pending.append(other)
            elif other.dep_ == "appos":
                behind = [c for c in _behind_name(noun, other) if c is other or c.dep_ == "conj"]
                found += behind
                pending += behind
    return sorted(found, key=_index) if len(found) > 1 else found


def _index(token: Token) -> int:
    return token.i


#: What sets an enumeration off from the noun that it spells out.
_DASHES = frozenset({"-", "--", "\u2013", "\u2014", ":"})


def _behind_name(noun: Token, name: Token) -> list[Token]:
    """What is coordinated with a noun, though the parser hung it on its name ("the envoy, Ann Lee, and *B*").

    Behind a dash stand those whom a noun means, all of them ("the group - *Chad*, *Mali* and *Togo* -").
    """
    if noun.ent_type_ == "PERSON" and noun.pos_ == "PROPN":  # "Joe Oni, *a clerk* and *activist*, and Ann Lee"
        aside = any(c.text == "," for c in name.children)
        return [c for c in name.children if c.tag_ != "NN" or child(c, "det", "poss") is not None] if aside else []
    one = noun.tag_ in {"NN", "NNP"}  # "the envoys, Ann Lee and Joe Oni": those are their names
    if one and name.left_edge.i > noun.i and name.left_edge.nbor(-1).text in _DASHES:
        others = [c for c in name.children if c.dep_ == "conj"]
        return [name, *others] if others else []
    return name.children if one and any(c.text == "," and c.i > name.i for c in name.children) else []


def first_conjunct(token: Token) -> Token:
    """The head of the coordination that the token is in."""
    while token.dep_ == "conj":
        token = token.head
    return token


#: Pronouns that a participle cannot have before it, so that the word is a past tense.
_NOMINATIVES = frozenset({"he", "she", "they", "it", "who", "which", "i", "we"})


def _is_active(below: Token) -> bool:
    """Does a child of a participle show that it is none, but a verb of its own?"""
    return below.dep_ in {"aux", "dobj"} or (below.dep_ == "nsubj" and below.lower_ in _NOMINATIVES)


def is_passive(verb: Token) -> bool:
    """Is the verb passive, by an auxiliary or subject, or as a participle on a noun ("those killed by …")?"""
    deps = [c.dep_ for c in verb.children]
    if "nsubjpass" in deps or "auxpass" in deps or "csubjpass" in deps:
        return True
    if verb.tag_ == "VBN" and "agent" in deps and not {"nsubj", "aux"} <= set(deps):
        return True  # also "found *themselves accused* by Chad"
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(map(_is_active, verb.children)):
        return is_passive(verb.head)  # also with a subject of its own: "two were hurt and *ten arrested*"
    if verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and verb.head.dep_ == "acomp" and verb.head.tag_ == "VBN":
        return "dobj" not in deps and "nsubj" not in deps  # "were knifed and *shot*", taken for adjectives
    if "aux" in deps or "nsubj" in deps:
        return verb.tag_ == "VBN" and verb.dep_ == "ROOT" and _is_clipped(verb)
    if verb.tag_ == "VBD" and verb.dep_ == "advcl":  # "*when asked* whether it would act"
        return any(c.lower_ in {"when", "once", "if", "unless"} and c.i == verb.i - 1 for c in verb.children)
    if verb.dep_ in {"xcomp", "oprd"}:
        return verb.tag_ == "VBN" and "dobj" not in deps  # "were reported *wounded*"
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl", "advcl"}


def _is_clipped(participle: Token) -> bool:
    """Does a headline leave out the auxiliary of a passive ("Two rebels *killed* in raid")?"""
    return participle.sent[-1].text.isalnum() and not any(map(_is_active, participle.children))


def leading_to(verb: Token) -> Token | None:
    """The verb of the clause that led to where a clause is set: "*flew* to Rome on Monday, where he met the pope"."""
    if verb.dep_ not in {"relcl", "advcl"} or not any(
        c.lower_ == "where" and c.dep_ == "advmod" for c in verb.children
    ):
        return None
    return verb_above(verb)


def verb_above(token: Token) -> Token | None:
    """The nearest verb above a token: that of the clause it stands in, or of the one above if it is a verb itself."""
    return next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)


def prepositional(token: Token, *prepositions: str) -> Iterator[Token]:
    """Objects of the prepositions (lower case) that hang on a token, also coordinated ("with X and also with Y")."""
    for child_ in token.children:
        if child_.dep_ in {"prep", "agent", "dative"}:
            for preposition in conjuncts(child_):
                if preposition.lower_ in prepositions:
                    yield from (_governed(noun) for noun in preposition.children if noun.dep_ in {"pobj", "pcomp"})


def _governed(noun: Token) -> Token:
    """What a preposition governs: of "a pact with *Chad* to end the war", taken for a clause, who would end it.

    Of "anger at what he called *meddling*" the meddling.
    """
    if noun.dep_ != "pcomp":
        return noun
    if (thing := meant(noun)) is not None or noun.head.lower_ != "with":
        return thing if thing is not None else noun
    subject = child(noun, "nsubj")
    bound = any(c.tag_ == "TO" for c in noun.children) or noun.head.head.pos_ == "NOUN"
    return subject if subject is not None and bound else noun


def noun_phrase(head: Token, *, clauses: bool = False) -> tuple[Token, Token]:
    """First and last token of the noun phrase of ``head``: its subtree without clauses, asides or coordination.

    With ``clauses`` the phrase keeps its clauses ("the man who …"), still without other conjuncts.
    """
    drop = (
        {"conj", "cc", "punct", "appos"}
        if clauses
        else {"conj", "cc", "punct", "appos", "relcl", "acl", "advcl", "prep"}
    )
    first = last = head
    pending = [head]
    while pending:
        token = pending.pop()
        if token.i < first.i:
            first = token
        if token.i > last.i:
            last = token
        pending.extend(c for c in token.children if c.dep_ not in drop and not c.is_space)
    return first, last
