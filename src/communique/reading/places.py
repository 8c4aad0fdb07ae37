"""Where: the toponyms of an article, each resolved to one place by the rest of the article.

Which of a name's senses is meant is chosen in :mod:`communique.reading.place_choice`. A state's name resolves to the
state, with a point in its midst.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from communique.lexicon.gazetteer import Gazetteer, Sense, load_gazetteer
from communique.lexicon.places import fold
from communique.lexicon.toponyms import load_toponym_words
from communique.reading.locatives import governing_place, place_beside, place_of_actors
from communique.reading.parse import ParsedArticle
from communique.reading.place_choice import as_place, chosen_senses, held_by_container, neighbours, prior
from communique.reading.sentence_places import is_state
from communique.reading.toponyms import Toponym, find_toponyms
from communique.records import Place

__all__ = ["find_places", "governing_place", "is_state", "place_beside", "place_of_actors"]


def find_places(parsed: ParsedArticle, gazetteer: Gazetteer | None = None) -> tuple[Place, ...]:
    """Every toponym of the article in order; country and point are ``None`` where nothing known has the name."""
    gazetteer = gazetteer if gazetteer is not None else load_gazetteer()
    toponyms, hints = find_toponyms(parsed, gazetteer)
    if not toponyms:
        return ()
    chosen = chosen_senses(toponyms, hints, _nationalities(parsed, gazetteer))
    named = sorted([*toponyms, *neighbours(toponyms, hints, chosen)], key=lambda toponym: toponym.span.start)
    where = {toponym.key: toponym.container for toponym in named if toponym.container is not None}
    return tuple(_place(toponym, toponym.container or where.get(toponym.key), chosen, gazetteer) for toponym in named)


def _nationalities(parsed: ParsedArticle, gazetteer: Gazetteer) -> Counter[str]:
    return Counter(
        found.phrase.state.country
        for block in parsed.blocks
        for found in gazetteer.states.find(parsed.text[block.start : block.end])
        if found.phrase.kind in {"name", "adjective", "demonym"} and not found.phrase.ambiguous
    )


def _place(toponym: Toponym, container: Toponym | None, chosen: Mapping[str, Sense], gazetteer: Gazetteer) -> Place:
    """The place of a toponym; one that no list has is in the state of its container, which may be named elsewhere."""
    options = held_by_container(toponym) if toponym.container is not None else toponym.senses
    sense = chosen.get(toponym.key)
    if options and sense is not None and sense not in options:
        sense = max(options, key=prior)
    if not options or sense is None:
        outer = chosen.get(container.key) if container is not None else None
        country = outer.country if outer is not None else _country_of_site(toponym.name, gazetteer)
        return Place(span=toponym.span, name=toponym.name, country=country)
    return as_place(sense, _name(toponym, sense), toponym.span)


def _name(toponym: Toponym, sense: Sense) -> str:
    """What the place is called: the name that the text gives it where only marks and accents are other ("Khost").

    So with a division, too: GeoNames writes "Sichuan Sheng" and "Dagestan, Respublika".
    """
    named = fold(toponym.name) == fold(sense.name) and not toponym.name.isupper()
    return toponym.name if named or (sense.kind in {"division", "district"} and not sense.own) else sense.name


def _country_of_site(name: str, gazetteer: Gazetteer) -> str | None:
    """The state of a site that no list has and that is called after a capital ("*Baghdad* International Airport")."""
    words, kinds = name.split(), load_toponym_words()
    if len(words) < 2 or words[-1].lower() not in kinds["site"] | kinds["generic"]:
        return None
    for n in range(len(words) - 1, 0, -1):
        state = gazetteer.states.by_capital(" ".join(words[:n]))
        if state is not None:
            return state.country
    return None
