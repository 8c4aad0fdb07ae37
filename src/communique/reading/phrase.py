"""A noun phrase that can name an actor, as :mod:`communique.reading.noun_phrases` finds it."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.reading.organisation_names import BodyName
from communique.reading.parse import Sentence
from communique.reading.person_names import NameRun
from communique.reading.terms import Term
from communique.reading.tokens import Doc, Token

#: What makes an office one that its holder has left, or is still to take up.
FORMER = frozenset({"former", "ex", "late", "then", "deposed", "ousted", "exiled", "ex-"})
FUTURE = frozenset({"incoming", "elect", "designate"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "PRON"})


@dataclass(slots=True, eq=False)
class Phrase:
    """One noun phrase: tokens ``first`` to ``last`` (document indexes), its head term or name, what qualifies it.

    ``owners`` are states and organisations before the head, nearest first; ``after`` those after it; ``agents`` common
    nouns of the phrase, ``bodies`` those of the body it is of; ``possessors`` persons; ``words`` other words in it;
    ``located`` is the state of a town or region that follows ("police in X"); ``members`` are the names that a plural
    noun's states were given to, one each; ``employer`` is an unknown body named before it ("*Acme Corp* president X");
    ``private_sector`` is that of who holds a post in a firm or plays for a team.
    """

    sentence: Sentence
    first: int
    last: int
    name: NameRun | None = None
    body: BodyName | None = None
    term: Term | None = None
    offices: list[Term] = field(default_factory=list)
    owners: list[Term] = field(default_factory=list)
    agents: list[Term] = field(default_factory=list)
    possessors: list[NameRun] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    anaphor: str | None = None
    office_start: int | None = None
    after: list[Term] = field(default_factory=list)
    within_body: bool = False
    bodies: list[Term] = field(default_factory=list)
    body_sector: str | None = None
    employer: BodyName | None = None
    located: str | None = None
    apposition: Phrase | None = None
    private_sector: str | None = None
    members: tuple[Phrase, ...] = ()

    @property
    def doc(self) -> Doc:
        """The document that the indexes are of."""
        return self.sentence.tokens.doc

    @property
    def head(self) -> Token:
        """The token by which the phrase hangs in its clause."""
        tokens, other = self.doc.tokens, None
        for i in range(self.last, self.first - 1, -1):
            token = tokens[i]
            if not self.first <= token.head.i <= self.last:
                if token.pos_ in _NOMINAL:
                    return token
                other = token if other is None else other
        return tokens[self.last] if other is None else other

    @property
    def is_former(self) -> bool:
        """Does the phrase speak of a past holder ("former", "then")?"""
        return any(word in FORMER for word in self.words)

    @property
    def coming(self) -> str | None:
        """The word that makes an office one that its holder is still to take up ("incoming", "-elect")."""
        return next((word for word in self.words if word in FUTURE), None)
