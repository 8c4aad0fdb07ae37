"""Names before a noun that say which it is or what it is about, and mean no party to what is told of it."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.participants import Party
from communique.reading.syntax import child


def is_kind(party: Party, words: Words) -> bool:
    """Does an actor before a noun only say which it is or what it is about?

    "*Court* cases", "*central bank* intervention"; of states "*Swiss* francs", "the *Iraq* war", not "*U.S.* policy".
    """
    noun, own = party.token.head, words["position"] | words["text"] | words["gathering"] | words["imposed"]
    if party.entity.type in {"state", "place"}:
        matter = party.token.dep_ == "compound" and party.token.pos_ == "PROPN" and not party.token.text.isupper()
        if matter and party.entity.type == "place" and noun.lemma_.lower() in words["accord"]:  # "the *Paris* accord"
            return True
        owner = child(noun, "poss") if party.token.dep_ == "amod" else None
        owned = owner is not None and owner.ent_type_ not in {"DATE", "TIME"}  # "the company's *Japanese* sales"
        return owned or noun.lemma_.lower() in words["money"] | (words["matter"] if matter else frozenset())
    if party.entity.type == "organisation" and party.token.text.isupper():
        return False  # "*EU* sanctions", as "Chadian sanctions"
    return party.token.dep_ in {"compound", "nmod"} and noun.lemma_.lower() not in own
