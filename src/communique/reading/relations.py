"""Who does what a verb says and to whom: its subject and object, through passives, control and coordination.

Subjects and objects are those of the deep structure: the by-phrase of a passive is its subject. Control and raising are
those of Huddleston and Pullum (2002), chapter 14.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.words import packaged_words
from communique.reading.contact_clauses import lacking_object
from communique.reading.free_relatives import meant_object
from communique.reading.syntax import (
    OBJECTS,
    SUBJECTS,
    child,
    first_conjunct,
    is_passive,
    particle_of,
    prepositional,
    verb_above,
)
from communique.reading.tokens import Token

_RELATIVES = frozenset({"who", "which", "that", "whom"})


def surface_subject(verb: Token, depth: int = 0) -> Token | None:
    """The noun that is the grammatical subject of a verb, found through coordination, control and relative clauses.

    Follows a subject shared by coordinated verbs, the subject (or object) that controls an open complement
    ("plans to meet", "urged X to leave"), the noun that a relative or participial clause modifies, and the subject
    of the clause that an adverbial participle hangs on. ``None`` when the clause has none.
    """
    if depth > 12:
        return None
    own = (
        _second_subject(verb)
        or _unreflected(child(verb, *SUBJECTS), verb)
        or _subject_of_auxiliary(verb)
        or _doer(verb)
    )
    if own is not None:
        return _antecedent(own, verb) if own.lower_ in _RELATIVES and own.pos_ in {"PRON", "SCONJ", "DET"} else own
    if verb.dep_ in {"acl", "relcl", "amod"}:
        return _qualified(verb)
    head = _above(verb)
    if head == verb or (verb.dep_ == "advcl" and child(head, "expl") is not None):
        return None  # "there were complaints while *held*": nobody is subject above
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return _agreeing(verb, surface_subject(head, depth + 1), depth)
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        return _subject_of_gerund(head, depth)
    if verb.dep_ == "ccomp" and (earlier := _first_of_several(verb)) is not None:
        return earlier
    if verb.dep_ in {"xcomp", "ccomp", "pcomp"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
        # "urged Iran to stop": the object controls; "Iran promised to stop", "rang Iran to protest": the subject does.
        controlled = (
            verb.dep_ == "xcomp" and verb.tag_ == "VB" and head.lemma_.lower() in packaged_words()["object control"]
        )
        controller = child(head, "dobj") if controlled else _paid(verb, head)
        return controller if controller is not None else _whose_aim(verb, surface_subject(head, depth + 1))
    if verb.dep_ == "advcl" and head.pos_ in {"VERB", "AUX"}:
        return _paid(verb, head) or _pressed(verb, head) or surface_subject(head, depth + 1)
    if verb.dep_ == "oprd" and head.pos_ == "VERB" and (of_object := child(head, "dobj")) is not None:
        return of_object  # "left *Chad* isolated"; "*Chad* appears ready" has none
    if head.pos_ in {"VERB", "AUX"} and (
        verb.dep_ in {"acomp", "attr"} or (verb.dep_ == "oprd" and verb.pos_ == "ADJ")
    ):
        return surface_subject(head, depth + 1)
    return None


def _above(verb: Token) -> Token:
    """What a verb hangs on, or the verb above an adverb that it does ("*went* so far as to leave")."""
    far = verb.dep_ == "advcl" and verb.head.dep_ == "advmod" and verb.head.head.pos_ == "VERB"
    return verb.head.head if far else verb.head


def _unreflected(subject: Token | None, verb: Token) -> Token | None:
    """Whom a reflexive pronoun means that is the subject of a clause ("*Chad* found *itself* accused")."""
    if subject is None or subject.pos_ != "PRON" or not subject.lower_.endswith(("self", "selves")):
        return subject
    return surface_subject(verb.head) if verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" else subject


def _paid(verb: Token, above: Token) -> Token | None:
    """Who is to do what an infinitive right behind him says ("paid bounties to *rebels* to kill soldiers")."""
    to = next((c for c in verb.children if c.tag_ == "TO"), None)
    if to is None or verb.tag_ != "VB" or above.lemma_.lower() not in packaged_words()["control by preposition"]:
        return None
    behind = (o for c in above.children if c.lower_ == "to" and c.i > above.i for o in c.children if o.dep_ == "pobj")
    return next((o for o in behind if o.right_edge.i + 1 == to.i), None)


def _pressed(verb: Token, above: Token) -> Token | None:
    """Who is pressed to do what an infinitive right behind him says ("lobbied *deputies* to vote")."""
    if above.lemma_.lower() not in packaged_words()["pressing"] or verb.tag_ != "VB":
        return None
    pressed, to = child(above, "dobj"), next((c for c in verb.children if c.tag_ == "TO"), None)
    behind = pressed is not None and to is not None and pressed.right_edge.i + 1 == to.i
    return pressed if behind else None


def _whose_aim(verb: Token, subject: Token | None) -> Token | None:
    """Whose aim it is to do what an infinitive behind "be" says ("*Chad's* task was to brief the envoy")?"""
    if subject is None or verb.head.lemma_ != "be" or not any(c.tag_ == "TO" for c in verb.children):
        return subject
    owner = child(subject, "poss") if subject.lemma_.lower() in packaged_words()["aim"] else None
    return owner if owner is not None else subject


#: Finite forms of verbs that go with one subject only.
SINGULAR, PLURAL = frozenset({"has", "is", "was", "does"}), frozenset({"have", "are", "were", "do"})


def _agreeing(verb: Token, subject: Token | None, depth: int) -> Token | None:
    """The subject that verbs joined by "and" share, if the second goes with it in number, or else that of the speaker.

    "*Chad* said its envoys were followed and *has* accused Mali of it": envoys would "have" accused it.
    """
    said = first_conjunct(verb)
    outer = verb_above(said) if said.dep_ in {"ccomp", "relcl"} else None
    if verb.tag_ == "VBD" and said.tag_ == "VBG" and outer is not None and outer.tag_ == "VBD" and outer.i < said.i:
        return surface_subject(outer, depth + 1) or subject  # "*Oni* told what Chad was doing and asked for help"
    if subject is None or said.dep_ != "ccomp" or said.head.pos_ != "VERB":
        return subject
    finite = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
    singular = finite.tag_ == "VBZ" or finite.lower_ in SINGULAR
    plural = finite.tag_ == "VBP" or finite.lower_ in PLURAL
    several = subject.tag_ in {"NNS", "NNPS"} or child(subject, "conj") is not None
    one = subject.tag_ in {"NN", "NNP"} and child(subject, "conj", "prep") is None
    wrong = (singular and subject.tag_ == "NNS" and several) or (plural and not singular and one and verb.tag_ != "VBP")
    return surface_subject(said.head, depth + 1) or subject if wrong else subject


def _first_of_several(verb: Token) -> Token | None:
    """The subject of the first of several verbs in a row, which the parser made an adjunct of another one.

    "*The man* shot two, hurt a third and fled," she said.
    """
    before = next((c for c in verb.children if c.dep_ == "advcl" and c.i < verb.i), None)
    finite = before is not None and before.tag_ == verb.tag_ in {"VBD", "VBZ", "VBP"}
    return (
        child(before, *SUBJECTS) if before is not None and finite and child(before, "mark", "advmod") is None else None
    )


def _second_subject(verb: Token) -> Token | None:
    """The subject behind a relative pronoun that the parser took for one, too ("men *which*, he said, *Chad* held")."""
    if verb.dep_ != "relcl":
        return None
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    return subjects[1] if len(subjects) == 2 and subjects[0].lower_ in _RELATIVES else None


def _subject_of_gerund(preposition: Token, depth: int) -> Token | None:
    """Who does what a gerund behind a preposition says."""
    if (owner := _whose_part(preposition)) is not None:
        return owner
    outer = first_conjunct(preposition).head
    if (carrier := _carried(outer)) is not None:
        return surface_subject(carrier, depth + 1)
    if preposition.lower_ == "including" and (above := verb_above(preposition)) is not None:
        return surface_subject(above, depth + 1)  # "made several trips, including *meeting* the king"
    if outer.pos_ not in {"VERB", "AUX"} or (preposition.lower_ == "by" and is_passive(outer)):
        return None  # who was "injured by *shelling*" did not shell
    # "prevented Iran from testing", "accused Iran of testing", "quoted Iran as saying": the object controls.
    controls = preposition.lower_ in {"from", "of", "for", "into", "as"}
    controller = child(outer, "dobj", "nsubjpass") if controls else None
    return controller if controller is not None else surface_subject(outer, depth + 1)


def _whose_part(preposition: Token) -> Token | None:
    """Whose part or motive in a deed is spoken of, on whatever the parser hangs "in".

    He does what the gerund says, not who speaks of it ("praised *Chad's* role **in** freeing the nuns", "was wary of
    the motives of *Chad* **in** wanting it").
    """
    if preposition.lower_ != "in" or preposition.i <= preposition.sent.start + 1:
        return None
    before = preposition.nbor(-1)
    before = before.nbor(-1) if before.pos_ == "PUNCT" else before  # a quotation may end there
    above = (t for t in (before, *before.ancestors) if t.dep_ in _OF_VERB and t.i < preposition.i)
    noun = next((t for t in above if t.lemma_.lower() in packaged_words()["part in a deed"]), None)
    if noun is None:
        return None
    owner = child(noun, "poss")
    return owner if owner is not None else next(prepositional(noun, "of"), None)


#: How nouns hang that a verb or a preposition has for an object.
_OF_VERB = frozenset({"dobj", "pobj", "nsubj", "attr"})


def _carried(noun: Token) -> Token | None:
    """The verb that says no more than its object does ("*made* a point of asking", "*had* no choice but to leave")."""
    carries = noun.dep_ == "dobj" and noun.lemma_.lower() in packaged_words()["carrying"]
    return noun.head if carries and child(noun, "poss") is None else None


def _doer(verb: Token) -> Token | None:
    """Whose deed a clause asks for, before the verb that tells it ("what *Chad* did was leave")."""
    told = verb.dep_ in {"xcomp", "acomp", "ccomp"} and verb.head.lemma_ == "be"
    clause = child(verb.head, "csubj") if told else None
    return child(clause, *SUBJECTS) if clause is not None and clause.lemma_ == "do" and clause.i < verb.i else None


def _qualified(verb: Token) -> Token | None:
    """The noun that a relative or participial clause modifies, or a participle before it ("the *visiting* premier").

    So does an adjective behind the noun with an infinitive ("a treaty *due* to be signed").
    """
    if verb.dep_ == "amod":
        behind = verb.pos_ == "ADJ" and verb.i > verb.head.i and child(verb, "xcomp") is not None
        return verb.head if behind or verb.tag_ == "VBG" else None
    noun = verb.head
    if verb.tag_ == "VBG" and (breaker := _breaker(noun)) is not None:
        return breaker
    if verb.tag_ == "VB" and (doer := _decider(noun, verb)) is not None:
        return doer
    counted = noun.lower_ in _RANKED and any(
        c.lower_ == "the" for c in noun.children
    )  # "Chad was *the first* to leave"
    return _predicated(noun) if counted or noun.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} else None


def _breaker(partner: Token) -> Token | None:
    """Who breaks a truce with somebody, for a gerund behind him ("*Chad* broke a truce with *rebels*, shelling them").

    It says how the truce was broken, also where no comma sets it off from the other side.
    """
    if partner.dep_ != "pobj" or partner.head.lower_ != "with":
        return None
    above, words = partner.head.head, packaged_words()  # the parser hangs "with" on the truce or on the verb
    verb = above.head if above.dep_ == "dobj" else above
    pact = child(verb, "dobj") if verb.lemma_.lower() in words["breach"] else None
    truce = pact is not None and pact.lemma_.lower() in words["spell.ceasefire"] | words["accord"]
    return surface_subject(verb) if truce else None


def _decider(noun: Token, verb: Token) -> Token | None:
    """Who decides or refuses to do what an infinitive says, behind "by" ("a decision by *Chad* to leave")."""
    by = next((c for c in noun.children if c.lower_ == "by" and noun.i < c.i < verb.i), None)
    return child(by, "pobj") if by is not None and noun.pos_ == "NOUN" else None


def _subject_of_auxiliary(verb: Token) -> Token | None:
    """The subject that the parser hangs on an auxiliary of its verb."""
    auxiliaries = (c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.children)
    return next((s for c in auxiliaries if (s := child(c, *SUBJECTS)) is not None), None)


def _predicated(noun: Token) -> Token:
    """Whom a predicate noun is said of ("*Chad* became the first state to recognise it"), or else the noun itself.

    Also "*Chad* was among the first states to recognise it", "*Chad* was one of the first states to".
    """
    if noun.dep_ == "pobj" and noun.head.lower_ == "among" and noun.head.head.lemma_ == "be":
        return child(noun.head.head, "nsubj") or noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "one":
        noun = noun.head.head
        return _predicated(noun) if noun.dep_ == "attr" else noun
    if noun.dep_ == "appos" and noun.tag_ == "NNS" and noun.head.pos_ == "PROPN":
        together = first_conjunct(noun.head)  # "*Chad* and *Mali*, rivals who fought"
        return together if child(together, "conj") is not None and child(together, "cc") is not None else noun
    ranked = noun.pos_ == "ADJ" and noun.lower_ in _RANKED
    if (
        noun.dep_ != "attr"
        or not (ranked or noun.pos_ in {"NOUN", "NUM"})
        or noun.head.lemma_ not in {"be", "become", "remain"}
    ):
        return noun
    subject = child(noun.head, "nsubj")
    personal = subject is not None and (subject.pos_ != "PRON" or subject.lower_ in {"he", "she", "they"})
    return subject if subject is not None and personal else noun


#: Adjectives that stand for the one of several whom they tell apart.
_RANKED = frozenset({"first", "second", "third", "last", "latest", "next", "only"})
_OF_PEOPLE = frozenset({"who", "whom"})


def _antecedent(relative: Token, verb: Token) -> Token | None:
    clause = verb
    while clause.dep_ in {"conj", "xcomp", "ccomp"}:
        clause = clause.head
    if clause.dep_ != "relcl":
        return _cleft(verb) or relative
    if relative.lower_ in _OF_PEOPLE and (people := _people_of(clause.head)) is not None:
        return people
    return _predicated(_all_of(clause.head, clause))


def behind_preposition(noun: Token) -> Token:
    """Whom a relative pronoun behind a preposition means ("*Chad*, to *which* Niger sent troops"), or else the noun.

    Behind a comma it takes up all who are joined by name ("*Chad* and *Mali*, with *which* it broke").
    """
    if noun.lower_ not in {"which", "whom"} or noun.dep_ != "pobj":
        return noun
    clause = next((t for t in noun.ancestors if t.dep_ == "relcl"), None)
    if clause is None or clause.head.i > noun.i:
        return noun
    if noun.lower_ == "whom" and (people := _people_of(clause.head)) is not None:
        return people
    named, aside = clause.head.pos_ == "PROPN", clause.left_edge.nbor(-1).text == ","
    return first_conjunct(clause.head) if named and aside else clause.head


def _cleft(clause: Token) -> Token | None:
    """The one of whom a cleft sentence says that he did it ("*It was Chad that* left"), parsed as what is said."""
    above = clause.head
    if clause.dep_ not in {"ccomp", "advcl"} or above.lemma_ != "be":
        return None
    subject = child(above, "nsubj")
    return child(above, "attr") if subject is not None and subject.lower_ == "it" else None


def _all_of(noun: Token, clause: Token) -> Token:
    """The first of those joined whom a relative clause in the plural is about ("a man and *a boy* who were seized")."""
    finite = [t for t in (clause, *clause.children) if t is clause or t.dep_ in {"aux", "auxpass"}]
    plural = any(t.tag_ == "VBP" or t.lower_ == "were" for t in finite)
    return first_conjunct(noun) if plural and noun.dep_ == "conj" and noun.tag_ in {"NN", "NNP", "JJ"} else noun


def _people_of(place: Token) -> Token | None:
    """The people that a place says where they are from, who alone can be "who" ("*rebels* from Lodwar, who fled")."""
    aide = place.dep_ == "pobj" and place.head.lower_ == "to" and place.head.head.dep_ == "appos"
    if aide and place.ent_type_ == "PERSON" and place.head.head.tag_ == "NN":
        return place.head.head.head  # "*Joe Oni*, an aide to Ann Lee, who left"
    inside = place.dep_ == "pobj" and place.ent_type_ in {"GPE", "LOC", "FAC", "ORG"}
    whose = place.head.head if inside else None
    if whose is not None and whose.dep_ == "appos" and whose.tag_ == "NN" and place.head.lower_ == "of":
        return whose  # "Joe Oni, the *founder* of Acme, who left"
    return whose if whose is not None and whose.tag_ in {"NNS", "NNPS"} else None


def resumed_subject(verb: Token) -> Token | None:
    """Who said something and did this, where the parser made it a part of what was said.

    "The *ministry* said fragments had fallen and **summoned** the envoy": fragments summon nobody.
    """
    inner = first_conjunct(verb)
    outer = inner.head
    if verb == inner or inner.dep_ != "ccomp" or child(verb, *SUBJECTS) is not None:
        return None
    return surface_subject(outer) if verb.tag_ == outer.tag_ == "VBD" and outer.i < inner.i else None


def deep_subject(verb: Token) -> Token | None:
    """Who does what the verb says: the subject of an active verb, the by-phrase of a passive one."""
    if not is_passive(verb):
        return surface_subject(verb)
    agent = child(verb, "agent") or _shared_agent(verb)
    doer = child(agent, "pobj") if agent is not None else None
    return behind_preposition(doer) if doer is not None else None


def _shared_agent(verb: Token) -> Token | None:
    """The by-phrase behind the participle coordinated right behind one ("kidnapped and later shot *by rebels*")."""
    other = next((c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN" and c.i <= verb.i + 3), None)
    if other is None or verb.tag_ != "VBN" or any(verb.i < c.i < other.i and c.dep_ != "cc" for c in verb.children):
        return None
    inner = child(other, "xcomp", "oprd")  # "seized and *presumed killed* by rebels"
    last = inner if inner is not None and inner.tag_ == "VBN" else other
    return child(last, "agent")


def deep_object(verb: Token) -> Token | None:
    """What the verb is done to: the direct object of an active verb, the subject of a passive one."""
    if is_passive(verb):
        return surface_subject(verb)
    own = child(verb, *OBJECTS)
    if own is not None and (two := double_object(verb)) is not None:
        own = two[1]
    own = lacking_object(verb) if own is None else own
    if own is None:  # the parser takes a lone object of "call" or "name" for a predicate
        own = _object_of_particle(verb) or child(verb, "oprd") or _subject_behind(verb) or _shared_object(verb)
        own = own or _mistaken_predicate(verb) or meant_object(verb)
    if own is not None and own.lower_ in _RELATIVES and own.pos_ in {"PRON", "SCONJ"}:
        return _antecedent(own, verb)
    return own


def double_object(verb: Token) -> tuple[Token, Token] | None:
    """Two objects side by side, both of which the parser takes for direct ones ("threw *Chad* a *lifeline*")."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if len(objects) != 2 or objects[0].right_edge.i + 1 != objects[1].left_edge.i:
        return None
    one_sum = objects[1].text[0].isdigit() and objects[0].lemma_.lower() in packaged_words()["money"]
    if one_sum or verb.lemma_ == "help":
        return None  # "lent Chad *dollars 6bn*"; "helped *Chad* renationalise it", by a verb the tagger does not know
    return objects[0], objects[1]


def _object_of_particle(verb: Token) -> Token | None:
    """The object that the parser hangs on a particle ("wrote off the *debt*", "brushed aside the *protest*")."""
    particle = particle_of(verb)
    return child(particle, "pobj") if particle is not None else None


def _shared_object(verb: Token) -> Token | None:
    """The object that a verb shares with the one coordinated right behind it ("killed and badly hurt two *men*")."""
    other = next((c for c in verb.children if c.dep_ == "conj" and verb.i + 2 <= c.i <= verb.i + 3), None)
    if other is None or other.pos_ != "VERB" or verb.nbor(1).dep_ != "cc":
        return None
    alone = other.i == verb.i + 2 or other.nbor(-1).dep_ == "advmod"
    return child(other, *OBJECTS) if alone else None


def _subject_behind(verb: Token) -> Token | None:
    """A second subject behind the verb, where the parser mistook a name for one ("the president met Mr Diouf")."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return subjects[-1] if len(subjects) > 1 and subjects[0].i < verb.i < subjects[-1].i else None


_COPULAS = frozenset({"be", "become", "remain", "stay", "seem", "appear", "look"})


def _mistaken_predicate(verb: Token) -> Token | None:
    """A person's name behind a verb that takes no predicate ("the emir rang *Mr Diouf*")."""
    found = child(verb, "attr") if verb.lemma_ not in _COPULAS else None
    return found if found is not None and found.ent_type_ == "PERSON" else None


def place_of(verb: Token) -> Iterator[Token]:
    """The noun whose place a clause with "where" tells of ("*Libya*, where a war is under way")."""
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        yield verb.head
