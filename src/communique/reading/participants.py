"""Who stands in an argument of a clause: from a token of the parse to the actors it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.lexicon.words import Words
from communique.reading import joints
from communique.reading.actors import ActorMention, Cast, Entity
from communique.reading.listings import in_list, name_at, said_to_be_among
from communique.reading.noun_surroundings import named_by, whose
from communique.reading.parse import Sentence
from communique.reading.parted import owns_another
from communique.reading.relations import deep_subject
from communique.reading.syntax import OBJECTS, child, conjuncts, is_passive, noun_phrase, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.records import Place, Span


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in an argument, with the words that name it there."""

    entity: Entity
    span: Span
    token: Token
    plural: bool = False


#: Relative adverbs, whose clause has no object in the noun ("the house *where* Chad took steps").
_ADVERBS = frozenset({"where", "when", "why"})


class Arguments:
    """Looks up the parties that a token means, in one article."""

    def __init__(self, cast: Cast, places: Sequence[Place], words: Words) -> None:
        self._cast = cast
        self._words = words
        self._places = {place.span.start: place for place in places}
        self._of_noun: dict[Token, list[Party]] = {}  # the frames of a word ask for the same nouns again and again
        self.in_slots: dict[tuple[Trigger, str], list[Party]] = {}
        """Who is known to stand in the slots of a trigger."""

    def parties(self, sentence: Sentence, token: Token) -> list[Party]:
        """The actors that a noun and its conjuncts stand for, through partitives ("a group of diplomats")."""
        if token not in self._of_noun:
            self._of_noun[token] = [
                party
                for noun in self._coordinated(sentence, token)
                for each in in_list(sentence, noun, self._cast)
                for party in self._single(sentence, each)
            ]
        return self._of_noun[token].copy()

    def _coordinated(self, sentence: Sentence, token: Token) -> list[Token]:
        """The token and what is coordinated with it, also with a name that the parser sets in apposition to its title.

        "Talks with Chadian prime *minister* Joe Oni and Ann Lee": the second name hangs on the first one.
        """
        found = conjuncts(token)
        found = [t for t in found if not owns_another(t, found, self._words["relation"])] if len(found) > 1 else found
        if len(found) == 2 and joints.is_bare(token) and (named := self._named(sentence, found[1])) is not None:
            found = found[1:] if named.entities[0].type == "person" else found  # "*lawyer* and activist Ann Lee"
        mention = self._cast.at(sentence, token)
        if mention is not None and mention.how == "name" and mention.last.dep_ == "appos":
            found += conjuncts(mention.last)[1:]
        if mention is not None and mention.how == "name":
            found += joints.hung_on_another(token, lambda t: self._is_name_of_person(sentence, t))
        if mention is not None and mention.head is token:
            found += [t for t in joints.joined_within(token, mention.last) if self._named(sentence, t) is not None]
        return found

    def _named(self, sentence: Sentence, token: Token) -> ActorMention | None:
        return name_at(sentence, token, self._cast)

    def _single(self, sentence: Sentence, noun: Token) -> list[Party]:
        mention = self._cast.at(sentence, noun)
        if mention is not None and mention.how == "group" and noun.dep_ == "appos":
            whole = self._cast.at(sentence, noun.head)  # "the *Brigade*, a militia fighting the army"
            mention = whole if whole is not None and whole.how == "body" and whole.head == noun.head else mention
        if mention is not None and noun.tag_ == "NN" and (named := self._by_name(sentence, mention, noun)):
            return named
        if mention is not None and mention.how == "office" and (named := self._invested(sentence, mention)):
            return named
        if mention is not None and (mention.entities or mention.head.i == noun.i):
            states = mention.head.lemma_.lower() in self._words["polity"]  # "three *countries*, including Chad"
            if (states or joints.is_named_behind(noun)) and len(members := self._apposed(sentence, noun)) > 1:
                return members
            several = mention.head == noun and mention.how in {"group", "office"}
            examples = self._examples(sentence, noun) if several else []
            known = not states and any(entity.country or entity.sector for entity in mention.entities)
            return [*(self._parties(sentence, mention) if known or not examples else ()), *examples]
        if noun.tag_ == "CD" or noun.lemma_.lower() in self._words["partitive"]:
            inner = next(prepositional(noun, "of"), None)
            # "one of the groups, the *Somali Front*": where those named are not known, the apposition says who it is
            if inner is not None and (found := self.parties(sentence, inner)):
                return found
        if noun.lemma_.lower() in self._words["limb"]:
            owners = self.modifiers_only(sentence, noun)
            # "its *U.S.* unit" is in that state, and acts for another owner
            if owners := [p for p in owners if p.entity.type != "state" or p.token.dep_ == "poss"]:
                return owners[-1:]
        return self._examples(sentence, noun) or self._beside(sentence, noun)

    def _beside(self, sentence: Sentence, noun: Token) -> list[Party]:
        """Who somebody is by an apposition; not so a known place ("Kassala, *the rebel capital*")."""
        place = noun.ent_type_ == "GPE" and sentence.start_of(noun) in self._places
        apposition = next((c for c in noun.children if c.dep_ == "appos" and not place), None)
        if apposition is not None and self._cast.at(sentence, apposition) is not None:
            several = noun.tag_ == "NNS" or self._named(sentence, apposition) is not None  # "the *couple*, X and Y"
            return (self.parties if several else self._single)(sentence, apposition)
        at = noun_phrase(noun)[0].i - 2  # right behind the name and a comma
        beside = noun.dep_ == "appos" and at >= sentence.tokens.start and sentence.tokens.doc[at] == noun.head
        called = self._named(sentence, noun.head) if beside else None
        return list(self._parties(sentence, called)) if called is not None else []  # "*Joe Oni*, a *miner* who"

    def _by_name(self, sentence: Sentence, mention: ActorMention, noun: Token) -> list[Party]:
        """Who somebody is that a noun alone speaks of, by the name in apposition ("*the official*, Joe Oni")."""
        if mention.how not in {"group", "office"} or [e.type for e in mention.entities] != ["person"]:
            return []
        behind = (c for c in noun.children if c.dep_ == "appos" and c.left_edge.i > noun.i)
        apposed = (self._named(sentence, c) for c in behind if c.left_edge.nbor(-1).text == ",")
        named = next((m for m in apposed if m is not None and m.entities[0].type == "person"), None)
        other = named is not None and mention.head is noun and named.entities != mention.entities
        return list(self._parties(sentence, named)) if named is not None and other else []

    def _examples(self, sentence: Sentence, noun: Token) -> list[Party]:
        """Those that a group is said to have in it ("four countries, *including Togo*", "allies such as *Togo*")."""
        such = (c for c in noun.children if c.lower_ == "as" and any(g.lower_ == "such" for g in c.children))
        named = [*prepositional(noun, "including"), *(o for c in such for o in c.children if o.dep_ == "pobj")]
        named.extend(said_to_be_among(sentence, noun))
        several = noun.tag_ in {"NNS", "NNPS"}  # "critics, who include X"
        clauses = (c for c in noun.children if several and c.dep_ == "relcl" and c.lemma_ == "include")
        named.extend(o for c in clauses for o in c.children if o.dep_ in OBJECTS)
        return [party for example in named for party in self.parties(sentence, example)]

    def _apposed(self, sentence: Sentence, noun: Token) -> list[Party]:
        """Those who a plural is by the names in apposition to it ("three countries, *Chad*, *Mali* and *Togo*")."""
        if noun.tag_ != "NNS":
            return []
        names = (c for c in noun.children if c.dep_ == "appos" and c.i > noun.i and self._named(sentence, c))
        return [party for name in names for party in self.parties(sentence, name)]

    def _invested(self, sentence: Sentence, office: ActorMention) -> list[Party]:
        """Who is given an office by the verb, where the parser takes the name for part of it ("named *X* Governor")."""
        given = office.first.i > sentence.tokens.start and office.head.dep_ in OBJECTS | {"oprd"}
        before = self._cast.at(sentence, office.first.nbor(-1)) if given else None
        if (
            before is None
            or before.how != "name"
            or before.head.head != office.head
            or before.last.nbor(1) != office.first
        ):
            return []
        return list(self._parties(sentence, before)) if before.head.dep_ in {"compound", "nmod", "nsubj"} else []

    def _parties(self, sentence: Sentence, mention: ActorMention) -> Iterator[Party]:
        """The entities of a mention as parties, with all that qualifies a plural together with its first word."""
        plural = mention.head.tag_ in {"NNS", "NNPS"} or mention.head.lower_ in {"they", "them", "we", "us"}
        first = joints.first_before(mention.first, mention.head) if plural else mention.first
        person = first is not mention.first and self._is_name_of_person(sentence, first)
        span = sentence.span(mention.first if person else first, mention.last)
        for entity in mention.entities:
            yield Party(entity, span, mention.head, plural)

    def _is_name_of_person(self, sentence: Sentence, noun: Token) -> bool:
        mention = self._named(sentence, noun)
        return mention is not None and mention.head == noun and mention.entities[0].type == "person"

    def is_person(self, sentence: Sentence, noun: Token) -> bool:
        """Is the noun itself the head of a phrase that means a person?"""
        mention = self._cast.at(sentence, noun)
        return mention is not None and mention.head == noun and any(e.type == "person" for e in mention.entities)

    def modifiers(self, sentence: Sentence, noun: Token, *prepositions: str) -> list[Party]:
        """The actors that modify a noun: "the *Indian* proposal", "*Iran's* refusal", "the refusal of *Iran*".

        ``prepositions`` are those behind the noun that tell whose it is, "of", "by" and "from" where none is given.
        """
        found = self.modifiers_only(sentence, noun)
        behind = prepositional(noun, *prepositions) if prepositions else _authors_behind(noun, found)
        for inner in behind:
            found.extend(self.parties(sentence, inner) or self.modifiers_only(sentence, inner))
        makes = self._words["support"] | self._words["support by preposition"]
        enacted = noun.lemma_.lower() in self._words["text"]
        before = [p for p in found if enacted and p.token.head is noun and p.token.dep_ in {"amod", "compound", "nmod"}]
        for clause in noun.children:  # "crimes committed by *Chadian* forces"
            done = clause.dep_ == "acl" and is_passive(clause) and clause.lemma_.lower() not in self._words["receiving"]
            taken = clause.dep_ == "relcl" and clause.lemma_ in makes and not is_passive(clause)
            taken = taken and child(clause, "ccomp") is None  # "the blast, which *Chad* said was a ruse"
            taken = taken and not any(c.lower_ in _ADVERBS for c in clause.children)
            doer = deep_subject(clause) if done or taken else None  # "the steps that *Chad* has taken"
            if doer is not None and doer != noun and (doers := self.parties(sentence, doer)):
                # "the *South African* sanctions law, enacted by Chad": what is about somebody is no deed of his
                found = [*(p for p in found if p not in before or not done), *doers]
            acts = clause.dep_ in {"relcl", "acl"} and noun.lemma_.lower() in self._words["conduct"]
            who = deep_subject(clause) if acts else None  # "the way *Chad* acts"
            found.extend(self.parties(sentence, who) if who is not None and who != noun else ())
            owners = prepositional(clause, "to") if clause.dep_ == "acl" and clause.lemma_ == "belong" else ()
            for owner in owners:  # "depots belonging to *Chad*"
                found.extend(self.parties(sentence, owner) or self.modifiers_only(sentence, owner))
        return found if found or prepositions else self._of_origin(sentence, noun)

    def modifiers_only(self, sentence: Sentence, noun: Token) -> list[Party]:
        """The actors before a noun: possessor, nationality or compound ("*US* strike", "*Russia*-*US* talks")."""
        found = [
            party for mention in self._cast.modifiers(sentence, noun) for party in self._parties(sentence, mention)
        ]
        antecedent = whose(noun) if noun.lemma_.lower() not in self._words["done to its of"] else None
        return found if found or antecedent is None else self.parties(sentence, antecedent)

    def located(self, sentence: Sentence, noun: Token) -> list[Party]:
        """The actor a noun names, or the state in which the place it names lies ("positions in *Gaza*")."""
        language = noun.ent_type_ == "LANGUAGE" and not any(c.dep_ == "nummod" for c in noun.children)
        if language or noun.lemma_.lower() in self._words["no place"] | self._words["body part"]:
            return []  # "said in *French*", "in *response* to", "shot in the *head*"
        found = self.parties(sentence, noun)
        return (
            (self._with_places(sentence, noun, found) if found else [])
            or [party for place in conjuncts(noun) for party in self._listed(sentence, place)]
            or [p for place in conjuncts(noun) for p in self._of_a_state(sentence, place)]
            or [p for thing in conjuncts(noun) for p in self._of_origin(sentence, thing)]
        )

    def _with_places(self, sentence: Sentence, noun: Token, found: list[Party]) -> list[Party]:
        """Parties and the states of the places that are joined to them ("visited Chad, *Bergen* and Togo")."""
        others = (t for t in conjuncts(noun) if t.pos_ == "PROPN" and self._cast.at(sentence, t) is None)
        places = [p for t in others if (p := self._place(sentence, t)) is not None]
        return sorted([*found, *places], key=lambda p: p.token.i) if places else found

    def _of_origin(self, sentence: Sentence, thing: Token) -> list[Party]:
        """Those from where a thing comes by the participle on it ("tariffs on chips *imported from Japan*")."""
        clauses = (c for c in thing.children if c.dep_ == "acl" and c.lemma_.lower() in self._words["origin"])
        places = (place for c in clauses for place in prepositional(c, "from", "in", "by"))
        return [p for place in places for p in self.located(sentence, place)]

    def _of_a_state(self, sentence: Sentence, noun: Token) -> list[Party]:
        """The state that a place belongs to ("left the *Ethiopian* towns of …", "near the *Moroccan* border")."""
        lemma = noun.lemma_.lower()
        if not any(lemma in self._words[kind] for kind in _PLACES):
            return []
        states = (p for p in self.modifiers_only(sentence, noun) if p.entity.type == "state" and p.entity.country)
        return [replace(p, entity=replace(p.entity, type="place", sector=None)) for p in states]

    def located_or_modifying(self, sentence: Sentence, token: Token) -> list[Party]:
        """The actor a single token names, as head or modifier of a phrase; else the state of the place it names."""
        mention = self._cast.at(sentence, token)
        if mention is not None and mention.head.i == token.i and mention.how != "pronoun":
            return self.parties(sentence, token)
        place = self._places.get(sentence.start_of(token))
        return self.located(sentence, token) if place is not None else []

    def _listed(self, sentence: Sentence, noun: Token) -> list[Party]:
        """The place that a noun names and those joined to it ("left for talks with kings of *Chad* and *Togo*")."""
        first = self._place(sentence, noun)
        if first is None:
            return []
        others = conjuncts(first.token)[1:] if first.token is not noun else ()
        return [first, *(p for t in others if (p := self._place(sentence, t)) is not None)]

    def _place(self, sentence: Sentence, noun: Token) -> Party | None:
        for token in named_by(noun, self._words["mutual"]):
            place = self._places.get(sentence.start_of(token))
            if place is not None and place.country is not None:
                entity = Entity(id=f"state:{place.country}", name=place.name, type="place", country=place.country)
                return Party(entity, place.span, token)
        return None


#: Classes of nouns for places that belong to a state.
_PLACES = ("settlement", "building", "road", "waters")


def _authors_behind(noun: Token, before: list[Party]) -> Iterator[Token]:
    """The nouns behind a noun that tell whose it is; those behind "of" and "from" do not where something else does.

    "*Chad's* treatment of Niger", "*Chad's* refund from Niger", "the rejection of the plan *by Chad*", as the parser
    hangs it on the plan, too.
    """
    by = [*prepositional(noun, "by"), *(b for o in prepositional(noun, "of") for b in prepositional(o, "by"))]
    owned = any(p.token.dep_ == "poss" and p.token.head == noun for p in before)
    if not by and not owned:
        yield from prepositional(noun, "of")
    yield from by
    if not owned:
        yield from prepositional(noun, "from")


def distinct(parties: Iterable[Party]) -> list[Party]:
    """The parties without repeats of one entity, the first mention of each kept."""
    seen: dict[str, Party] = {}
    for party in parties:
        seen.setdefault(party.entity.id, party)
    return list(seen.values())
