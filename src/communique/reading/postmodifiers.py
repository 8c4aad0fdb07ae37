"""What stands after a noun phrase: "of Japan", "in Guinea", and appositions ("Tony Somebody, the British premier,")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from communique.lexicon.actors import ActorLexicon
from communique.reading.attributes import owning_terms
from communique.reading.members import is_one_person, stand_for
from communique.reading.organisation_names import BodyName
from communique.reading.phrase import Phrase
from communique.reading.syntax import conjuncts, first_conjunct
from communique.reading.terms import OWNER_KINDS, Term
from communique.reading.tokens import Token

_WITHIN_PHRASE = frozenset({"appos", "pobj", "prep", "conj", "compound", "nmod"})
#: Labels of the recogniser for places and for regions called by their people.
_PLACES = frozenset({"GPE", "LOC", "NORP"})
#: Participles between a noun and the name of whom it means.
_NAMING = frozenset({"named", "called"})
#: Parts of speech in the names of states and bodies.
_IN_NAMES = frozenset({"ADP", "DET", "PROPN", "CCONJ"})
#: More names in one list than any sentence of news sets beside one noun.
_MOST_NAMES = 24
#: Sectors of what a body's name may say that it is a part of ("*Senate* Energy Committee").
_ORGANS = frozenset({"GOV", "LEG", "JUD", "MIL", "COP"})
#: Prepositions behind which another party stands.
_OTHER_PARTIES = frozenset({"with", "by", "to"})
#: Prepositions that tie a group to its state; an office or a person is tied by "of" only.
_GROUP_TIES = ("of", "in", "from", "at", "throughout", "across", "inside", "within")


def link(phrases: Sequence[Phrase], terms: Sequence[Term], lexicon: ActorLexicon) -> None:
    """Add to each phrase of a sentence the owners that follow it, the sector of its body, and its apposition."""
    term_at = {i: term for term in terms for i in range(term.first, term.last + 1)}
    phrase_at = {i: phrase for phrase in phrases for i in range(phrase.first, phrase.last + 1)}
    for phrase in phrases:
        if phrase.offices or phrase.agents or phrase.name is not None:
            ties: Sequence[str] = _GROUP_TIES if phrase.name is None and not phrase.offices else ("of",)
            if phrase.offices and _may_be_from(phrase, lexicon):
                ties = ("of", "from")
            if phrase.head.lemma_.lower() in lexicon.words["representative"]:
                ties = (*ties, "for")
            _add_owners(phrase, ties, term_at, phrase_at, lexicon)
            if phrase.name is None and not (phrase.owners or phrase.after):
                _add_antecedent(phrase, term_at, phrase_at)
        if phrase.employer is not None:
            _place_within(phrase, phrase.employer, lexicon)
    for phrase in phrases:
        _share_owners(phrase, phrase_at)
    for number, phrase in enumerate(phrases):
        _join_across(phrases[max(0, number - 4) : number], phrase, lexicon.words["envoy"])
    for phrase in phrases:
        _join_apposition(phrase, phrase_at)
        _share_office(phrase, phrase_at)
    for number, phrase in enumerate(phrases):
        before, behind = phrases[max(0, number - _MOST_NAMES) : number], phrases[number + 1 : number + 1 + _MOST_NAMES]
        stand_for(phrase, before, behind)


def _add_owners(
    phrase: Phrase,
    ties: Sequence[str],
    term_at: Mapping[int, Term],
    phrase_at: Mapping[int, Phrase],
    lexicon: ActorLexicon,
) -> None:
    for noun in _objects(phrase, ties, lexicon):
        term, other = term_at.get(noun.i), phrase_at.get(noun.i)
        if term is not None and term.kind in OWNER_KINDS:
            phrase.after.append(term)
        elif other is not None and other is not phrase and other.name is None:
            phrase.after.extend(other.owners)
            phrase.bodies.extend(other.agents)
            phrase.within_body = phrase.within_body or other.body is not None
        elif other is None:
            phrase.located = phrase.located or _country_of_place(noun, lexicon)
        for word in _named_body(noun):
            in_chamber = word in lexicon.words["chamber"] and noun.lower_ in lexicon.words["body with a matter"]
            if sector := "LEG" if in_chamber else lexicon.sector_of_modifier.get(word):
                phrase.body_sector = phrase.body_sector or sector


def _add_antecedent(phrase: Phrase, term_at: Mapping[int, Term], phrase_at: Mapping[int, Phrase]) -> None:
    """Give those whom "whose" ties to a noun before it that noun's owners ("Chad, *whose* envoys left")."""
    if phrase.first == 0 or phrase.doc[phrase.first - 1].lower_ != "whose":
        return
    clause = next((t for t in (phrase.head, *phrase.head.ancestors) if t.dep_ in {"relcl", "advcl"}), None)
    noun = clause.head if clause is not None else None
    if noun is None or noun.i >= phrase.first:
        return
    term, other = term_at.get(noun.i), phrase_at.get(noun.i)
    if term is not None and term.kind in OWNER_KINDS:
        several = conjuncts(first_conjunct(noun)) if phrase.term is not None and phrase.term.plural else [noun]
        named = (term_at.get(each.i) for each in several)  # "*Chad* and *Mali*, whose troops met"
        phrase.after.extend(owner for owner in named if owner is not None and owner.kind in OWNER_KINDS)
    elif other is not None:
        sources = (other, *([other.apposition] if other.apposition is not None else []))
        phrase.after.extend(next((owners for s in sources if s.offices and (owners := s.owners or s.after)), []))


def _place_within(phrase: Phrase, employer: BodyName, lexicon: ActorLexicon) -> None:
    """Give those who work for a body its sector, by the nouns in its name too ("*Senate* Energy Committee")."""
    words = [token.lower_ for token in phrase.doc[employer.first : employer.last + 1]]
    firm = "BUS" if words[-1].rstrip(".") in lexicon.words["legal form"] else None
    sectors = (sector for word in words if (sector := lexicon.sector_of_modifier.get(word)))
    phrase.within_body = True
    phrase.bodies.extend(term for term in employer.terms if term.kind == "agent" and term.sector in _ORGANS)
    party = "PTY" if " ".join(words) in lexicon.words["party of many states"] else None
    phrase.body_sector = firm or phrase.body_sector or party or next(sectors, None)


def _objects(phrase: Phrase, ties: Sequence[str], lexicon: ActorLexicon) -> Iterator[Token]:
    for token in phrase.doc.tokens[phrase.first : phrase.last + 1]:
        for prep in token.children:
            if prep.i > phrase.last and prep.dep_ == "prep" and prep.lower_ in ties:
                yield from _governed(prep)
    if "from" in ties and (origin := _origin(phrase, lexicon)) is not None:
        yield from _governed(origin)


def _may_be_from(phrase: Phrase, lexicon: ActorLexicon) -> bool:
    """Does "from" say whose an office holder is ("a senior envoy *from* Chad"), not where he is taken from?"""
    if phrase.name is not None or phrase.owners or phrase.anaphor is not None:
        return False
    verb = phrase.head.head if phrase.head.dep_ in {"dobj", "nsubjpass"} else None
    return verb is None or verb.lemma_ not in lexicon.words["taking"]


def _governed(preposition: Token) -> Iterator[Token]:
    for noun in preposition.children:
        if noun.dep_ == "pobj":
            yield from conjuncts(noun)


def _origin(phrase: Phrase, lexicon: ActorLexicon) -> Token | None:
    """A "from" right behind people that the parser hangs on a verb ("met men *from* …"), if that does not take away."""
    end = phrase.last + 1
    if end >= len(phrase.doc) or phrase.head.dep_ not in {"dobj", "pobj", "nsubjpass"}:
        return None
    preposition = phrase.doc[end]
    verb = preposition.head
    told = preposition.lower_ == "from" and preposition.dep_ == "prep" and verb in phrase.head.ancestors
    return preposition if told and verb.lemma_ not in lexicon.words["taking"] else None


def _country_of_place(noun: Token, lexicon: ActorLexicon) -> str | None:
    """The state of a town or region by name, alone or before what it is ("Ruritania province")."""
    if noun.pos_ == "NOUN":
        names = [child for child in noun.children if child.dep_ == "compound" and child.i == noun.i - 1]
        noun = names[0] if names else noun
    if noun.tag_ != "NNP" or noun.ent_type_ not in _PLACES:
        return None
    first = noun.i
    while first > 0 and noun.doc[first].ent_iob_ == "I" and noun.doc[first - 1].ent_type_ == noun.ent_type_:
        first -= 1
    name = noun.doc[first : noun.i + 1].text
    if lexicon.states.by_capital(name) is not None:
        return None  # were it the capital it would be a term: it is a town of that name
    return lexicon.country_of_place(name)


def _named_body(noun: Token) -> Iterator[str]:
    """The words of a named body: its head, and what hangs on it before the next clause."""
    if noun.text[0].isupper():
        for word in list(noun.subtree)[:20]:
            yield word.lower_


def _join_apposition(phrase: Phrase, phrase_at: Mapping[int, Phrase]) -> None:
    """Tie a name and an office that stand in apposition, whichever comes first."""
    for token in phrase.doc.tokens[phrase.first : phrase.last + 1]:
        for child in token.children:
            other = phrase_at.get(child.i) if child.dep_ == "appos" else None
            if other is not None and other is not phrase:
                tie(phrase, other, person=_is_somebody(phrase) and _is_aside(other))
    if phrase.name is not None and (office := _climb(phrase, phrase_at)) is not None:
        tie(phrase, office)
    end = phrase.last + 1
    follower = phrase_at.get(end + 1)
    if follower is not None and follower.name is not None and phrase.doc[end].lower_ in _NAMING:
        if not _names(phrase):
            tie(phrase, follower, person=True)  # "a woman named Ann Lee"
        return
    apart = follower is not None and phrase.doc[end].text == "," and _closes(follower)
    if follower is not None and apart and (phrase.owners or phrase.after or follower.owners):
        tie(phrase, follower)


def _names(phrase: Phrase) -> bool:
    """Is somebody definite the subject of the "named" behind it ("*the cabinet* named Ann Lee as its envoy")?"""
    indefinite = phrase.first > 0 and phrase.doc[phrase.first - 1].lower_ in {"a", "an", "one", "another"}
    verb = phrase.doc[phrase.last + 1]
    return phrase.head.dep_ == "nsubj" and phrase.head.head == verb and verb.tag_ != "VBN" and not indefinite


def _is_somebody(phrase: Phrase) -> bool:
    """Is it one human being by a common noun: a definite one ("his *opponent*"), or one brought in by "a"?"""
    term = phrase.term
    kind = getattr(term.entry, "type", "") if term is not None and not term.plural else ""
    definite = phrase.first > 0 and phrase.doc[phrase.first - 1].lower_ == "the" and kind == "person"
    whose = kind in {"person", "group"} and bool(phrase.anaphor or phrase.possessors)
    brought_in = any(c.lower_ in {"a", "an"} for c in phrase.doc[phrase.last].children if c.dep_ == "det")
    return whose or definite or (brought_in and kind in {"person", "group"})


def _is_aside(phrase: Phrase) -> bool:
    """Is a name set off by commas on both sides?"""
    doc, before = phrase.doc, phrase.first - 1
    before -= before > 0 and doc[before].pos_ == "DET"
    after = doc[phrase.last + 1].text if phrase.last + 1 < len(doc) else ""
    return phrase.name is not None and before >= 0 and doc[before].text == "," == after


def _closes(phrase: Phrase) -> bool:
    """Does an aside end after the phrase?"""
    return phrase.last + 1 >= len(phrase.doc) or phrase.doc[phrase.last + 1].text in {",", ".", ")"}


def _join_across(phrases: Sequence[Phrase], phrase: Phrase, envoys: Set[str]) -> None:
    """Tie an office to the name after its "of" phrase: "President of Ruritania X", "the head of the league, X,".

    Of those who are sent to somebody also behind "to": "Ambassador to Ruritania X".
    """
    office = next((other for other in reversed(phrases) if other.offices and other.name is None), None)
    if office is None or phrase.name is None or phrase.offices:
        return
    doc = phrase.doc
    between = doc.tokens[office.last + 1 : phrase.first]
    ties = {"of", "for", "to"} if office.head.lemma_.lower() in envoys else {"of", "for"}
    if len(between) < 2 or between[0].lower_ not in ties or any(t.pos_ in {"VERB", "AUX"} for t in between):
        return
    if between[-1].text == ",":
        verb = phrase.last + 1 < len(doc) and doc[phrase.last + 1].pos_ == "VERB"
        if (_closes(phrase) or verb) and not any(t.text == "," for t in between[:-1]):
            tie(office, phrase)
    elif all(t.pos_ in _IN_NAMES and t.lower_ not in _OTHER_PARTIES for t in _without_acronyms(between[1:])):
        tie(office, phrase)


def _without_acronyms(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without acronyms in brackets ("the Ruritanian Workers' Union *(RWU)* X")."""
    brackets = {i for i, t in enumerate(tokens) if t.text == "(" and [c.text for c in tokens[i + 2 : i + 3]] == [")"]}
    return [t for i, t in enumerate(tokens) if brackets.isdisjoint({i, i - 1, i - 2})]


def _climb(phrase: Phrase, phrase_at: Mapping[int, Phrase]) -> Phrase | None:
    """The office that a name set off by commas stands for, when words between them took the name ("…, X, said")."""
    doc = phrase.doc
    if (
        phrase.first == 0
        or phrase.last + 1 >= len(doc)
        or doc[phrase.first - 1].text != ","
        or doc[phrase.last + 1].text != ","
    ):
        return None
    token = phrase.head
    for _ in range(8):
        if token.dep_ not in _WITHIN_PHRASE:
            return None
        token = token.head
        other = phrase_at.get(token.i)
        if (
            other is not None
            and other is not phrase
            and other.name is None
            and other.offices
            and other.last < phrase.first
        ):
            return other
    return None


def _share_owners(phrase: Phrase, phrase_at: Mapping[int, Phrase]) -> None:
    """A bare noun coordinated after another has its owner too ("Chilean helicopters and tanks")."""
    bare = phrase.name is None and phrase.body is None and phrase.first == phrase.last and phrase.agents
    if not bare or phrase.after or phrase.head.dep_ != "conj" or phrase.doc[phrase.first - 1].pos_ != "CCONJ":
        return
    other = phrase_at.get(phrase.head.head.i)
    if other is not None and other.agents and other.name is None and other.last == phrase.first - 2:
        phrase.owners.extend(term for term in other.owners if term.kind == "adjective")


def _share_office(phrase: Phrase, phrase_at: Mapping[int, Phrase]) -> None:
    """Names coordinated after a plural office all hold it ("Presidents X and Y"), each in a state of his own.

    That is where there are as many states as names ("the *Chadian* and *Malian* envoys X and Y").
    """
    if phrase.name is None or phrase.offices or phrase.head.dep_ != "conj":
        return
    first = first_conjunct(phrase.head)
    other = phrase_at.get(first.i)
    if other is None or other is phrase or other.name is None:
        return
    phrase.offices.extend(term for term in other.offices if term.plural)
    phrase.office_start = phrase.offices[-1].first if phrase.offices else None
    states = owning_terms(other)
    named = [found for name in conjuncts(first) if (found := phrase_at.get(name.i)) is not None]
    if phrase.offices and 1 < len(states) == len(named):
        for one, state in zip(named, states, strict=True):
            one.owners = [state]


def tie(one: Phrase, other: Phrase, *, person: bool = False) -> None:
    """Take a name and an office or noun for a person for one; with ``person`` whatever the noun is that it names."""
    named, office = (one, other) if one.name is not None else (other, one)
    if named.name is None or office.name is not None or named.apposition is not None or office.apposition is not None:
        return
    single = office.term is not None and not office.term.plural and (person or office.offices or is_one_person(office))
    if single and (person or not any(t.kind == "office" for t in named.offices)):
        named.apposition, office.apposition = office, named
