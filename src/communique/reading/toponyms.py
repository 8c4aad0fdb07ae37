"""The stretches of a text that name places, found by the lexicon, the table and the entity recogniser together.

No one of the three is enough: the recogniser misses a third of the towns and takes others for people or bodies, and
the table knows "Jordan" and "Reading" as towns. So each stretch that any of them offers is judged by its context
(:mod:`communique.reading.place_evidence`). A name that is sure counts; one that is only likely, or embedded in a longer
name, counts when the same name is sure elsewhere in the article, or when it stands for a state, a first-level division
or a large town. A name before a comma and the division or state that holds it ("Springfield, Ill.") is sure as well.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import compress, pairwise

from communique.lexicon.gazetteer import Gazetteer, Sense
from communique.lexicon.places import fold
from communique.lexicon.toponyms import load_toponym_words
from communique.reading.parse import ParsedArticle, Sentence
from communique.reading.place_evidence import Evidence, People, Standing, core, people_of
from communique.reading.tokens import Token
from communique.records import Span

#: No name of the table is looked for that has more tokens.
_LONGEST = 6
#: So many tokens may stand between two toponyms of which one lies in the other.
_MOST_BETWEEN = 4
#: An adjective of a state, and one more word between it and "city of", are so long at most.
_WORDS_OF_ADJECTIVE = 3
#: From this population on a likely name of a town needs no other support.
_LARGE = 300_000
#: Beside a state's name, a town of this population may be meant rather than the capital of the same name.
_SIZABLE = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class Toponym:
    """A stretch of text that names a place: tokens ``first`` to ``last`` of a sentence. ``key`` joins spellings.

    ``senses`` is empty for a place that no list has. ``container`` is the toponym behind the comma ("Lima, *Peru*").
    """

    sentence: Sentence
    first: Token
    last: Token
    span: Span
    standing: Standing | None
    senses: tuple[Sense, ...]
    container: Toponym | None = None

    @property
    def name(self) -> str:
        """The words as the text has them."""
        return self.span.text

    @property
    def key(self) -> str:
        """The name in the form that names are compared in."""
        return fold(self.name)


def find_toponyms(parsed: ParsedArticle, gazetteer: Gazetteer) -> tuple[tuple[Toponym, ...], tuple[Toponym, ...]]:
    """The toponyms of an article in order, without overlap; and names that are none but hint at where it plays.

    Hints are likely names of small towns, and names that begin a longer one: what a body is called after lies near it.
    """
    people = people_of(parsed)
    found = [t for sentence in parsed.sentences for t in _in_sentence(sentence, gazetteer, people)]
    sure = {t.key for t in found if t.standing == "sure"}
    counts = [t.standing == "sure" or t.key in sure or _speaks_for_itself(t, gazetteer) for t in found]
    hints = (t for t, counted in zip(found, counts, strict=True) if not counted and _is_hint(t))
    return tuple(compress(found, counts)), tuple(hints)


def held_senses(outer: Sequence[Sense], inner: Sequence[Sense]) -> list[Sense]:
    """The inner senses that lie in one of the outer ones, in so far as "inner, outer" says so and does not merely list.

    Between names of states and capitals a comma mostly lists ("Russia, Turkey and Iran", "Athens, Ankara"): a state
    lies in no other, and beside a capital a state has to hold a town of some size of that name ("Tripoli, Lebanon").
    """
    rows = {sense.row for sense in outer if sense.row is not None}
    countries = {sense.country for sense in outer if sense.kind == "state"}
    if any(sense.kind == "state" for sense in inner):
        countries = set()
    beside_capital = any(sense.capital for sense in inner)
    return [
        sense
        for sense in inner
        if not rows.isdisjoint(sense.inside)
        or (sense.country in countries and (not beside_capital or sense.capital or sense.population >= _SIZABLE))
    ]


def _is_hint(toponym: Toponym) -> bool:
    """Does the name stand alone, or first in a longer one? "Enfield Council" does, "Institute of Research" does not."""
    first = toponym.first
    if toponym.standing == "likely" or first.i == first.sent.start:
        return True
    return first.nbor(-1).lower_ != "of" and first.nbor(-1).pos_ != "PROPN"


def _speaks_for_itself(toponym: Toponym, gazetteer: Gazetteer) -> bool:
    if gazetteer.is_ambiguous(toponym.name):
        return any(sense.kind == "state" for sense in toponym.senses)
    says_its_kind = toponym.last.lower_ in load_toponym_words()["generic"]
    return any(
        sense.kind in {"state", "region", "division"}
        or sense.capital
        or (sense.kind == "town" and sense.population >= _LARGE)
        or (sense.kind == "district" and says_its_kind)
        for sense in toponym.senses
        if sense.own
    )


def _in_sentence(sentence: Sentence, gazetteer: Gazetteer, people: People) -> list[Toponym]:
    evidence = Evidence(sentence, gazetteer, people)
    found: list[Toponym] = []
    for first, last, span in _stretches(sentence, gazetteer):
        if found and span.start < found[-1].span.end:
            if found[-1].standing is not None:
                continue
            found.pop()
        outer = _as_container(span.text, _awaiting(found, first), gazetteer)
        if outer and _is_attribute(last, found[-1]):
            outer = tuple(sense for sense in outer if sense.kind != "state")
        senses = outer or gazetteer.senses(span.text)
        if not senses:
            continue
        standing = "sure" if outer else evidence.standing(first, last, span.text)
        meant = _of_stated_state(first, last, _of_stated_kind(first, last, senses), gazetteer)
        toponym = Toponym(sentence, first, last, span, standing, meant)
        if outer:
            found[-1] = replace(found[-1], container=toponym, standing="sure")
        found.append(toponym)
    known = [toponym for toponym in found if toponym.standing is not None]
    return _enclosed(sorted([*known, *_unknown(sentence, known, evidence, gazetteer)], key=lambda t: t.span.start))


def _of_stated_kind(first: Token, last: Token, senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """The senses of the kind that the words beside the name say: a town's, or a state's or province's of a country.

    A division called a town is one whose town the table lacks; behind "the capital city of" stands a state.
    """
    before = first.doc.tokens[max(first.sent.start, first.i - 3) : first.i]
    after = last.nbor().lower_ if last.i + 1 < last.sent.end else ""
    words = load_toponym_words()
    kind = before[-2].lower_ if len(before) > 1 and before[-1].lower_ == "of" else ""
    kept = senses
    if after in words["governed"] or kind in words["governed"]:
        kept = tuple(sense for sense in senses if sense.kind == "division")
    elif kind in words["settled"] and not (before[0].lower_ == "capital" or before[0].tag_ == "JJS"):
        towns = {sense.country for sense in senses if sense.kind == "town"}
        others = {"state", "division"}
        kept = tuple(s for s in senses if s.kind not in others or (s.kind != "state" and s.country not in towns))
    return kept or senses


def _of_stated_state(first: Token, last: Token, senses: tuple[Sense, ...], gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """Those of the state whose adjective is beside the name: "the Syrian town of Bab", "Tripoli, the Libyan city"."""
    if len(senses) < 2:
        return senses
    tokens = first.doc.tokens
    kinds = load_toponym_words()["generic"] | {"capital"}
    said: Sequence[Token] = ()
    if first.i - first.sent.start > 2 and tokens[first.i - 1].lower_ == "of" and tokens[first.i - 2].lower_ in kinds:
        said = tokens[max(first.sent.start, first.i - 2 - _WORDS_OF_ADJECTIVE) : first.i - 2]
    elif [t.lower_ for t in tokens[last.i + 1 : last.i + 3]] in ([",", "the"], [",", "a"]):
        behind = tokens[last.i + 3 : min(last.sent.end, last.i + 4 + _WORDS_OF_ADJECTIVE)]
        said = next((behind[:n] for n, token in enumerate(behind) if token.lower_ in kinds), ())
    for n in range(len(said)):
        state = gazetteer.states.by_adjective(" ".join(token.text for token in said[n:]))
        state = state or gazetteer.states.by_adjective(said[n].text)
        if state is not None:
            return tuple(sense for sense in senses if sense.country == state.country) or senses
    return senses


def _enclosed(found: list[Toponym]) -> list[Toponym]:
    """The toponyms, those with a container that lie in a neighbour by what stands between ("Haram in Giza")."""
    for n, (first, second) in enumerate(pairwise(found)):
        between = first.last.doc.tokens[first.last.i + 1 : second.first.i][:_MOST_BETWEEN]
        if first.container is None and _says_within(first, between, second):
            found[n] = _within(first, second)
        elif second.container is None and [token.tag_ for token in between] == ["POS"]:
            found[n + 1] = _within(second, first, said=_says_kind(second))
    return found


def _says_within(inner: Toponym, between: Sequence[Token], outer: Toponym) -> bool:
    """Does "in" join two toponyms, "of" behind a word for a kind of place, or, behind one that no list has, a comma?"""
    words = [token.lower_ for token in between if not token.is_space]
    if words == [","]:
        return not inner.senses and any(sense.kind in {"state", "division"} for sense in outer.senses)
    joined = words[:1] == ["in"] or (words[:1] == ["of"] and inner.last.lower_ in load_toponym_words()["generic"])
    return joined and all(word == "the" or word in load_toponym_words()["direction"] for word in words[1:])


def _says_kind(toponym: Toponym) -> bool:
    """Does the name end in a word for a kind of place, or stand before one ("Haram district")?"""
    words = [token.lower_ for token in toponym.last.doc.tokens[toponym.last.i : toponym.last.i + 2]]
    return not load_toponym_words()["generic"].isdisjoint(words)


def _within(inner: Toponym, outer: Toponym, *, said: bool = False) -> Toponym:
    """The inner toponym in the outer one, where that holds a place of its name, no list has the name, or it is said."""
    held = held_senses(outer.senses, inner.senses)
    if not held:
        return replace(inner, container=outer) if said or not inner.senses else inner
    return replace(inner, container=replace(outer, senses=_holding(outer.senses, held)))


def _holding(outer: Iterable[Sense], held: Sequence[Sense]) -> tuple[Sense, ...]:
    """The outer senses that hold some of the inner ones."""
    rows = {row for sense in held for row in sense.inside}
    countries = {sense.country for sense in held}
    return tuple(s for s in outer if (s.country in countries if s.kind == "state" else s.row in rows))


def _unknown(sentence: Sentence, known: list[Toponym], evidence: Evidence, gazetteer: Gazetteer) -> Iterator[Toponym]:
    taken = {i for toponym in known for i in range(toponym.first.i, toponym.last.i + 1)}
    for entity in sentence.tokens.ents:
        first, last = core(entity)
        if taken.isdisjoint(range(first.i, last.i + 1)) and evidence.is_unknown_place(entity):
            while first.i > first.sent.start and _is_of_name(first.nbor(-1), last):
                first = first.nbor(-1)
            span = sentence.span(first, last)
            yield Toponym(sentence, first, last, span, "sure", gazetteer.with_article(span.text))


def _is_of_name(token: Token, last: Token) -> bool:
    """Is a token before a name a part of it that the recogniser left out ("*Tell* Tamer")?"""
    return token.dep_ == "compound" and token.head == last and token.pos_ == "PROPN" and not token.ent_type_


def _awaiting(found: list[Toponym], first: Token) -> Toponym | None:
    """The toponym before the comma before the token; what part of the outer one is meant may stand between them."""
    if not found or first.i < 2:
        return None
    comma = first.nbor(-1)
    while comma.i > found[-1].last.i + 1 and comma.lower_ in load_toponym_words()["direction"] | {"in", "the"}:
        comma = comma.nbor(-1)
    return found[-1] if comma.text == "," and found[-1].last.i == comma.i - 1 else None


def _is_attribute(name: Token, inner: Toponym) -> bool:
    """Does a name say whose the noun behind it is, and that noun has nothing to do with the toponym before the comma?

    "In Paris, *US* officials" are in no Paris of the United States.
    """
    noun = name.head
    before_noun = name.dep_ in {"compound", "nmod", "amod"} and noun.i > name.i
    return before_noun and noun not in inner.last.ancestors


def _as_container(name: str, inner: Toponym | None, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """The senses in which the name is where the one before it lies; an abbreviation leaves no other reading."""
    if inner is None:
        return ()
    senses = gazetteer.after_comma(name)
    holding = _holding(senses, held_senses(senses, inner.senses))
    if holding or not gazetteer.is_abbreviation(name):
        return holding
    return tuple(sense for sense in senses if sense.kind == "division")


def _stretches(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[tuple[Token, Token, Span]]:
    """Names of the lexicon and the table in a sentence, by position, the longest at each place first."""
    tokens = [token for token in sentence.tokens if not token.text.isspace()]
    origin = sentence.offset + sentence.tokens.start_char
    offers = {(origin + start, origin + end) for start, end in gazetteer.find(sentence.tokens.text)}
    for n, token in enumerate(tokens):
        if token.text[0].isupper():
            offers.update(_named_from(n, tokens, sentence, gazetteer))
    for start, end in sorted(offers, key=lambda offer: (offer[0], -offer[1])):
        first, last = (
            tokens[max(0, bisect_right(tokens, position - sentence.offset, key=_position) - 1)]
            for position in (start, end - 1)
        )
        yield first, last, Span(start, end, sentence.text[start:end])


def _position(token: Token) -> int:
    return token.idx


@cache
def _no_names() -> frozenset[str]:
    """Words of place names that are no name of a place by themselves."""
    words = load_toponym_words()
    return frozenset(words["direction"] | words["generic"] | words["common"])


def _named_from(n: int, tokens: list[Token], sentence: Sentence, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """The longest name of the table, and any abbreviation of a division, that begins at a capitalised token."""
    first = tokens[n]
    start = sentence.start_of(first)
    if n and tokens[n - 1].text == ",":
        for last in tokens[n : n + 2]:
            if gazetteer.is_abbreviation(sentence.text[start : sentence.end_of(last)]):
                yield start, sentence.end_of(last)
    for last in reversed(tokens[n : n + _LONGEST]):
        if not (last.text[0].isupper() or last.text[0].isdigit()):
            continue
        if last == first and first.lower_ in _no_names():
            return
        text = sentence.text[start : sentence.end_of(last)]
        if len(text) > 2 and (len(text) > 3 or not text.isupper()) and text in gazetteer.table:
            yield start, sentence.end_of(last)
            return
