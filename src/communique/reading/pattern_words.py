"""The words that a pattern asks for around a trigger: by lemma, as modifiers, as what an object is made or called."""

from __future__ import annotations

from communique.lexicon.states import load_states
from communique.reading.syntax import prepositional
from communique.reading.tokens import Token


def is_made(noun: Token, results: frozenset[str]) -> bool:
    """Does an adjective behind an object name what the verb makes of it ("took dozens of men *captive*")?"""
    nouns = (noun, *prepositional(noun, "of"))
    return any(c.lower_ in results and c.dep_ == "amod" and c.i > n.i for n in nouns for c in n.children)


NAMING = frozenset({"call", "brand", "label", "dub", "term", "deem"})


def is_called(verb: Token, noun: Token, names: frozenset[str]) -> bool:
    """Does the end of a clause give an object a name, wherever the parser hangs it ("called the vote there *a sham*")?

    It hangs it on the noun before or takes it for a second object; quotation marks show it as well.
    """
    for t in verb.subtree:
        quoted = t.i > noun.i and t.nbor(-1).text in _QUOTES
        if t.i > noun.i and (t.dep_ == "appos" or quoted) and (t.lemma_.lower() in names or t.lower_ in names):
            return True
    return any(c.dep_ == "dobj" and c.i > noun.i and c.lemma_.lower() in names for c in verb.children)


_QUOTES = frozenset({'"', "``", "\u201c", "\u2018", "'"})


def is_of_kind(noun: Token, matters: frozenset[str]) -> bool:
    """Does the noun of an idiom say behind "of" what it is one of ("in a state of *alert*")?"""
    return any(lemmas_of(matter) & matters for matter in prepositional(noun, "of"))


def lemma_of(token: Token) -> str:
    """The lemma in lower case; a capitalised common noun ("the Vienna Talks") loses the plural it keeps as a name."""
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and lemma.endswith("s") and not lemma.endswith("ss"):
        return lemma[:-1]
    return lemma


def hyphenated(token: Token) -> str | None:
    """The whole word of which the token is the last part behind a hyphen ("cease-*fire*"), which the parser splits."""
    if token.i < 2 or token.nbor(-1).text != "-" or token.nbor(-1).whitespace_ or token.nbor(-2).whitespace_:
        return None
    return f"{token.nbor(-2).lower_}-{lemma_of(token)}"


def lemmas_of(token: Token) -> frozenset[str]:
    """The lemma, and that of the whole hyphenated word ("air-*strike*" is a strike, too).

    The last word of a state's name is none by itself: who visits South *Africa* visits no continent.
    """
    if token.ent_type_ == "GPE" and token.ent_iob_ == "I" and token.pos_ == "PROPN" and _ends_state(token):
        return frozenset()
    whole = hyphenated(token)
    return frozenset((lemma_of(token),) if whole is None else (lemma_of(token), whole))


def _ends_state(token: Token) -> bool:
    """Is the word the last of a state's name of several words ("South *Africa*")?"""
    first = token
    while first.ent_iob_ == "I" and first.i > token.sent.start:
        first = first.nbor(-1)
    name = " ".join(t.text for t in token.doc.tokens[first.i : token.i + 1])
    return load_states().by_name(name.removeprefix("the ")) is not None


_MEANS = frozenset({"by", "via", "over", "on", "through", "under", "into", "in"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "advmod", "npadvmod", "poss", "oprd", "acomp", "intj", "neg"})
#: Words that a pattern has among its modifiers where what is meant is that it was not done.
NEGATIONS = frozenset({"not", "n't", "never", "no"})


#: Determiners that change what a noun says.
_WHOLLY = frozenset({"no", "all", "any"})


def has_modifier(token: Token, lemmas: frozenset[str]) -> bool:
    """Does one of the words modify a token, as compound, adjective, adverb, negation or means ("spoke by *phone*")?"""
    if token.dep_ == "acomp" and lemmas & NEGATIONS and any(c.lower_ in lemmas for c in token.head.children):
        return True  # "is *not* ready"
    for c in token.children:
        if c.dep_ == "det" and c.lower_ in _WHOLLY and c.lower_ in lemmas:
            return True
        if c.dep_ in _MODIFIERS and (c.lemma_.lower() in lemmas or c.lower_ in lemmas):
            return True
        if (
            c.dep_ == "prep"
            and c.lower_ in _MEANS
            and any(o.lemma_.lower() in lemmas for o in c.children if o.dep_ == "pobj")
        ):
            return True
    return False
