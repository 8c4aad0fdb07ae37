"""What the parse says of clauses: subjects through passives, control and coordination; conjuncts; noun phrases.

Dependency labels are ClearNLP's, as the English spaCy pipelines use them.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.reading.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
#: Verbs whose object does what their infinitive says: object control and raising (Huddleston and Pullum 2002, ch. 14).
_OBJECT_CONTROL = frozenset(
    {
        "advise",
        "allow",
        "ask",
        "authorise",
        "authorize",
        "beg",
        "bribe",
        "cause",
        "challenge",
        "command",
        "compel",
        "convince",
        "direct",
        "empower",
        "enable",
        "encourage",
        "entice",
        "expect",
        "forbid",
        "force",
        "get",
        "help",
        "induce",
        "inspire",
        "instruct",
        "invite",
        "lead",
        "leave",
        "let",
        "lobby",
        "mandate",
        "motivate",
        "oblige",
        "order",
        "permit",
        "persuade",
        "press",
        "pressure",
        "prod",
        "prompt",
        "push",
        "recommend",
        "remind",
        "request",
        "require",
        "tell",
        "tempt",
        "train",
        "urge",
        "want",
        "warn",
    }
)
_RELATIVES = frozenset({"who", "which", "that", "whom"})


def child(token: Token, *deps: str) -> Token | None:
    """The first child that hangs on ``token`` by one of the dependencies."""
    for c in token.children:  # no generator: nothing is asked more often
        if c.dep_ in deps:
            return c
    return None


def particle_of(verb: Token) -> Token | None:
    """The particle of a verb, also where the parser makes it a preposition of its own ("pulled *out* of the talks")."""
    found = child(verb, "prt")
    if found is not None:
        return found
    for c in verb.children:
        if c.dep_ in {"prep", "advmod"} and _is_particle(c):
            return c
    return None


#: Adverbs that make another verb of the one before them ("set aside", "hit back").
_ADVERBS = frozenset({"aside", "away", "back", "together", "apart", "home", "off", "out", "up", "down"})


def _is_particle(token: Token) -> bool:
    """Is it a particle that the parser takes for a preposition ("*out* of the talks") or an adverb ("set *aside*")?"""
    below = [c.dep_ for c in token.children]
    if token.dep_ == "prep" and token.tag_ in {"RB", "RP"} and below == ["pobj"]:
        return True  # "brushed *aside* the protest"
    outer = token.tag_ in {"IN", "RB", "RP"} and below == ["prep"]
    return outer or (not below and token.lower_ in _ADVERBS and token.i == token.head.i + 1)


def conjuncts(token: Token) -> list[Token]:
    """The token and those coordinated below it ("A, B and C" from A), in order."""
    found, pending = [token], [token]
    while pending:
        noun = pending.pop()
        for other in (*noun.children, *_behind_apposition(noun)):
            if other.dep_ == "conj":
                found.append(other)
                pending.append(other)
    return sorted(found, key=lambda t: t.i)


def _behind_apposition(noun: Token) -> Iterator[Token]:
    """What is coordinated with a noun, though the parser hung it on its name ("the envoy, Ann Lee, and *B*")."""
    if noun.tag_ in {"NN", "NNP"}:  # "the envoys, Ann Lee and Joe Oni": those are their names
        for name in noun.children:
            if name.dep_ == "appos" and any(c.text == "," and c.i > name.i for c in name.children):
                yield from name.children


def first_conjunct(token: Token) -> Token:
    """The head of the coordination that the token is in."""
    while token.dep_ == "conj":
        token = token.head
    return token


def is_passive(verb: Token) -> bool:
    """Is the verb passive, by an auxiliary or subject, or as a participle on a noun ("those killed by …")?"""
    deps = {c.dep_ for c in verb.children}
    if deps & {"nsubjpass", "auxpass", "csubjpass"} or (verb.tag_ == "VBN" and "agent" in deps and "nsubj" not in deps):
        return True
    if (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and not any(c.dep_ in {"nsubj", "aux", "dobj"} for c in verb.children)
    ):
        return is_passive(verb.head)
    if any(c.dep_ in {"aux", "nsubj"} for c in verb.children):
        return False
    if verb.tag_ == "VBD" and verb.dep_ == "advcl":  # "*when asked* whether it would act"
        return any(c.lower_ in {"when", "once", "if", "unless"} and c.i == verb.i - 1 for c in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl", "advcl"}


def surface_subject(verb: Token, depth: int = 0) -> Token | None:
    """The noun that is the grammatical subject of a verb, found through coordination, control and relative clauses.

    Follows a subject shared by coordinated verbs, the subject (or object) that controls an open complement
    ("plans to meet", "urged X to leave"), the noun that a relative or participial clause modifies, and the subject
    of the clause that an adverbial participle hangs on. ``None`` when the clause has none.
    """
    if depth > 12:
        return None
    own = child(verb, *SUBJECTS) or _subject_of_auxiliary(verb)
    if own is not None:
        return _antecedent(own, verb) if own.lower_ in _RELATIVES and own.pos_ in {"PRON", "SCONJ", "DET"} else own
    if verb.dep_ in {"acl", "relcl", "amod"}:
        return _qualified(verb)
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return surface_subject(head, depth + 1)
    if verb.dep_ in {"xcomp", "ccomp", "pcomp"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
        # "urged Iran to stop": the object controls; "Iran promised to stop", "rang Iran to protest": the subject does.
        controlled = verb.dep_ == "xcomp" and verb.tag_ == "VB" and head.lemma_.lower() in _OBJECT_CONTROL
        controller = child(head, "dobj") if controlled else None
        return controller if controller is not None else surface_subject(head, depth + 1)
    if verb.dep_ == "advcl" and head.pos_ in {"VERB", "AUX"}:
        return surface_subject(head, depth + 1)
    if verb.dep_ == "oprd" and head.pos_ == "VERB" and (of_object := child(head, "dobj")) is not None:
        return of_object  # "left *Chad* isolated"; "*Chad* appears ready" has none
    if head.pos_ in {"VERB", "AUX"} and (
        verb.dep_ in {"acomp", "attr"} or (verb.dep_ == "oprd" and verb.pos_ == "ADJ")
    ):
        return surface_subject(head, depth + 1)
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        outer = head.head
        if outer.pos_ not in {"VERB", "AUX"} or (head.lower_ == "by" and is_passive(outer)):
            return None  # who was "injured by *shelling*" did not shell
        # "prevented Iran from testing", "accused Iran of testing", "quoted Iran as saying": the object controls.
        controls = head.lower_ in {"from", "of", "for", "into", "as"}
        controller = child(outer, "dobj", "nsubjpass") if controls else None
        return controller if controller is not None else surface_subject(outer, depth + 1)
    return None


def _qualified(verb: Token) -> Token | None:
    """The noun that a relative or participial clause modifies, or a participle before it ("the *visiting* premier")."""
    if verb.dep_ == "amod":
        return verb.head if verb.tag_ == "VBG" else None
    return _predicated(verb.head) if verb.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} else None


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
    if noun.dep_ != "attr" or noun.pos_ not in {"NOUN", "NUM"} or noun.head.lemma_ not in {"be", "become", "remain"}:
        return noun
    subject = child(noun.head, "nsubj")
    personal = subject is not None and (subject.pos_ != "PRON" or subject.lower_ in {"he", "she", "they"})
    return subject if subject is not None and personal else noun


_OF_PEOPLE = frozenset({"who", "whom"})


def _antecedent(relative: Token, verb: Token) -> Token | None:
    clause = verb
    while clause.dep_ in {"conj", "xcomp", "ccomp"}:
        clause = clause.head
    if clause.dep_ != "relcl":
        return relative
    if relative.lower_ in _OF_PEOPLE and (people := _people_of(clause.head)) is not None:
        return people
    return _predicated(clause.head)


def _people_of(place: Token) -> Token | None:
    """The people that a place says where they are from, who alone can be "who" ("*rebels* from Lodwar, who fled")."""
    whose = place.head.head if place.dep_ == "pobj" and place.ent_type_ in {"GPE", "LOC", "FAC"} else None
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
    return child(agent, "pobj") if agent is not None else None


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
    own = child(verb, *OBJECTS) if (two := double_object(verb)) is None else two[1]
    if own is None:  # the parser takes a lone object of "call" or "name" for a predicate
        own = _object_of_particle(verb) or child(verb, "oprd") or _subject_behind(verb) or _shared_object(verb)
        own = own or _mistaken_predicate(verb)
    if own is not None and own.lower_ in _RELATIVES and own.pos_ == "PRON":
        return _antecedent(own, verb)
    return own


def double_object(verb: Token) -> tuple[Token, Token] | None:
    """Two objects side by side, both of which the parser takes for direct ones ("threw *Chad* a *lifeline*")."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if len(objects) != 2 or objects[0].right_edge.i + 1 != objects[1].left_edge.i:
        return None
    return objects[0], objects[1]


def _object_of_particle(verb: Token) -> Token | None:
    """The object that the parser hangs on a particle ("wrote off the *debt*", "brushed aside the *protest*")."""
    particle = particle_of(verb)
    return child(particle, "pobj") if particle is not None else None


def _shared_object(verb: Token) -> Token | None:
    """The object that a verb shares with the one coordinated right behind it ("killed and wounded two *men*")."""
    other = next((c for c in verb.children if c.dep_ == "conj" and c.i == verb.i + 2 and c.pos_ == "VERB"), None)
    joined = other is not None and other.nbor(-1).dep_ == "cc"
    return child(other, *OBJECTS) if other is not None and joined else None


def _subject_behind(verb: Token) -> Token | None:
    """A second subject behind the verb, where the parser mistook a name for one ("the president met Mr Diouf")."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return subjects[-1] if len(subjects) > 1 and subjects[0].i < verb.i < subjects[-1].i else None


_COPULAS = frozenset({"be", "become", "remain", "stay", "seem", "appear", "look"})


def _mistaken_predicate(verb: Token) -> Token | None:
    """A person's name behind a verb that takes no predicate ("the emir rang *Mr Diouf*")."""
    found = child(verb, "attr") if verb.lemma_ not in _COPULAS else None
    return found if found is not None and found.ent_type_ == "PERSON" else None


def leading_to(verb: Token) -> Token | None:
    """The verb of the clause that led to where a clause is set: "*flew* to Rome on Monday, where he met the pope"."""
    if verb.dep_ not in {"relcl", "advcl"} or not any(
        c.lower_ == "where" and c.dep_ == "advmod" for c in verb.children
    ):
        return None
    return next((a for a in verb.ancestors if a.pos_ in {"VERB", "AUX"}), None)


def prepositional(token: Token, *prepositions: str) -> Iterator[Token]:
    """Objects of the prepositions (lower case) that hang on a token, also coordinated ("with X and also with Y")."""
    for child_ in token.children:
        if child_.dep_ in {"prep", "agent", "dative"}:
            for preposition in conjuncts(child_):
                if preposition.lower_ in prepositions:
                    yield from (noun for noun in preposition.children if noun.dep_ in {"pobj", "pcomp"})


def noun_phrase(head: Token, *, clauses: bool = False) -> tuple[Token, Token]:
    """First and last token of the noun phrase of ``head``: its subtree without clauses, asides or coordination.

    With ``clauses`` the phrase keeps its clauses ("the man who …"), still without other conjuncts.
    """
    drop = (
        {"conj", "cc", "punct", "appos"}
        if clauses
        else {"conj", "cc", "punct", "appos", "relcl", "acl", "advcl", "prep"}
    )
    first = last = head
    pending = [head]
    while pending:
        token = pending.pop()
        if token.i < first.i:
            first = token
        if token.i > last.i:
            last = token
        pending.extend(c for c in token.children if c.dep_ not in drop and not c.is_space)
    return first, last
