"""Repairs of offices whose adjective stands behind a hyphen: "the *secretary-general* of the United Nations".

The tagger takes "general" for an adjective where no name follows, and the parser parts what stands before the hyphen
from it; but the two are one noun (Quirk et al. 1985, 7.21, postpositive adjectives in titles).
"""

from __future__ import annotations

from communique.reading.syntax import child
from communique.reading.tokens import Token

#: The adjectives that stand behind the noun in names of offices.
POSTPOSITIVE = frozenset({"general"})
_NOUNS = frozenset({"NN", "NNP"})
#: Where nouns stand that are parties to an act.
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "appos", "poss"})
#: What belongs to the whole office, not to the word before the hyphen alone.
_OF_OFFICE = frozenset({"det", "poss", "compound", "amod", "nmod", "nummod"})


def join_office(behind: Token) -> None:
    """Make one noun of an office and the adjective that a hyphen ties behind it."""
    if behind.i < 2 or behind.tag_ != "JJ" or behind.nbor(-1).text != "-":
        return
    office, hyphen = behind.nbor(-2), behind.nbor(-1)
    if office.tag_ not in _NOUNS or office.idx + len(office) != hyphen.idx or hyphen.idx + 1 != behind.idx:
        return
    if office.head != behind:
        if behind in office.ancestors or office.dep_ not in _ARGUMENTS:
            return
        behind.hang_on(office.head)
        behind.dep_ = office.dep_
        office.hang_on(behind)
        hyphen.hang_on(behind)
    behind.tag_, behind.pos_ = "NN", "NOUN"
    office.dep_ = "compound"
    for part in list(office.lefts):
        if part.dep_ in _OF_OFFICE:
            part.hang_on(behind)
    if behind.dep_ in {"oprd", "acomp"} and child(behind.head, "dobj") is None and behind.head.lemma_ != "be":
        behind.dep_ = "dobj"
