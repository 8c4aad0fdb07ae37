"""Why two names are taken for one actor's, in words."""

from __future__ import annotations

from communique.reading.naming import distance, fold, parse_name, same_surname, short_form_of


def variant_of(other: str, name: str) -> str:
    """How a name of an actor stands to the one that it goes by.

    >>> variant_of("Berg", "Anna Berg")
    'surname alone'
    >>> variant_of("Sergei Petrenko", "Sergey Petrenko")
    'another transliteration'
    >>> variant_of("K. Lundstrom", "Kari Lundstrom")
    'initials'
    """
    one, main = parse_name(other), parse_name(name)
    if other.casefold() == name.casefold():
        return "another case"
    if [fold(word) for word in other.split()] == [fold(word) for word in name.split()]:
        return "another transliteration"
    if not one.is_full:
        if main.is_full and short_form_of(other, main):
            alone = fold(other) in {fold(main.surname), fold(main.surname.split()[-1])}
            return "surname alone" if alone else "part of the name"
        return "another name"
    if not main.is_full:
        return "the full name"
    if any(len(word.rstrip(".")) == 1 for word in one.given + main.given):
        return "initials"
    if len(one.given) != len(main.given) and same_surname(one.surname, main.surname):
        return "with fewer or more given names"
    slips = sum(distance(a, b) for a, b in zip(other.split(), name.split(), strict=False))
    return f"spelling, {slips} letters apart" if slips > 1 else "spelling, one letter apart"
