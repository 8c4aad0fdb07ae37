"""The slots of a frame that are places in a verb's clause: subject, object, who is told, who is to do what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from communique.lexicon.words import packaged_words
from communique.reading.beneficiaries import helped
from communique.reading.companions import together
from communique.reading.complements import clauses_of, complement_verb
from communique.reading.relations import deep_object, deep_subject, double_object
from communique.reading.syntax import SUBJECTS, child, first_conjunct, is_passive, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger

#: Prepositions of what somebody feels something about.
_ABOUT = ("by", "at", "about", "over", "with", "to")
#: How a clause hangs on a noun that says what it is about ("claims *that* …", "a deadline *for Chad to* …").
_ON_NOUNS = frozenset({"acl", "ccomp", "advcl"})
#: How a word hangs on the verb of its clause.
_INSIDE_CLAUSE = frozenset({"acomp", "xcomp", "attr"})
#: Prepositions of what something is done by ("settled it *through* mediation", "*under* Kenyan auspices").
_MEANS = frozenset({"by", "through", "with", "under", "via", "after", "following", "to"})
#: Subjects of a clause that mean whoever is told it.
_HEARERS = frozenset({"they", "you"})


def in_clause(trigger: Trigger, slot: str) -> Iterator[Token]:
    """The nouns in a place of the clause of a verb; the object of a noun stands behind "of"."""
    if trigger.is_noun and slot == "clause" and trigger.noun is not None:
        said = _said_by(trigger.noun)
        yield from (said,) if said is not None else ()
        return
    if trigger.is_noun and slot not in _SEVERAL:
        yield from prepositional(trigger.noun, "of") if slot == "object" and trigger.noun is not None else ()
        return
    if slot == "object" and trigger.noun is not None and not _is_mass(trigger.noun):
        of_things = "object@" in trigger.frame.recipient  # "seized *three men* and their arms"
        yield first_conjunct(trigger.noun) if of_things else trigger.noun
    if slot in _SEVERAL:
        yield from _SEVERAL[slot](trigger)
        return
    found = _place(trigger, slot)
    if found is not None:
        yield found
        yield from together(trigger.token) if slot in {"object", "patient"} else ()


def _place(trigger: Trigger, slot: str) -> Token | None:
    verb = trigger.token
    maker = _compounded(verb) if trigger.frame.kind == "mediation" and slot in {"subject", "object"} else None
    if slot == "subject":
        return maker if maker is not None else deep_subject(verb)
    if slot == "object":
        return (verb.head if maker is not None else deep_object(verb)) if trigger.noun is None else None
    if slot == "patient":
        return deep_object(verb) if is_passive(verb) else None
    if slot == "clause":
        return _clause_subject(verb, trigger.noun)
    if (two := double_object(verb)) is not None:
        return two[0]
    if is_passive(verb) and child(verb, "dobj") is not None:
        return child(verb, "nsubjpass")  # "*Chad* was given an ultimatum"
    found = child(verb, "dative")
    return child(found, "pobj") if found is not None and found.pos_ == "ADP" else found


def _said_by(noun: Token) -> Token | None:
    """Who does what a clause on a noun says ("charges that *Chad* dumps steel", "a deadline for *Chad* to leave")."""
    said = next((c for c in noun.children if c.dep_ in _ON_NOUNS and child(c, "mark") is not None), None)
    return deep_subject(said) if said is not None else None


def _meant_by(subject: Token, clause: Token) -> Token:
    """Whom "they" means behind a condition: its subject ("if *Chad* wants to sell, then *they* must cut prices")."""
    first = next((c for c in clause.children if c.dep_ == "advcl" and c.i < subject.i), None)
    if subject.lower_ != "they" or first is None or all(c.lower_ != "if" for c in first.children):
        return subject
    return child(first, "nsubj") or subject


def _addressees(trigger: Trigger) -> Iterator[Token]:
    """Whom somebody tells what he says ("told *the envoy* that Chad must withdraw")."""
    verb = trigger.token
    found = deep_object(verb) if verb.lemma_.lower() in packaged_words()["telling"] else None
    yield from (found,) if found is not None else ()


def _telling(trigger: Trigger) -> Token | None:
    """The verb by which somebody tells what a word says, if its clause is told ("*told* Chad it was ready to pay")."""
    clause = trigger.token
    while clause.dep_ in _INSIDE_CLAUSE and clause.head is not clause:
        clause = clause.head
    told, words = clause.dep_ == "ccomp" and clause.head is not clause, packaged_words()
    return clause.head if told and clause.head.lemma_.lower() in words["telling"] | words["saying"] else None


def _hearers(trigger: Trigger) -> Iterator[Token]:
    """Whom somebody tells that he does what a word says ("told *Chad* it was ready to pay", "ready, X told *Chad*")."""
    verb = _telling(trigger)
    found = (child(verb, "dative") or child(verb, "dobj")) if verb is not None else None
    yield from (found,) if found is not None else ()


def _tellers(trigger: Trigger) -> Iterator[Token]:
    """Who tells what a word says of others ("Chad has until Friday, *Kenya* said")."""
    verb = _telling(trigger)
    found = deep_subject(verb) if verb is not None else None
    yield from (found,) if found is not None else ()


def _told(trigger: Trigger) -> Iterator[Token]:
    """Who is told what they are to do themselves ("told *politicians* they should resign"), or what is to be done."""
    clause = next((c for c in clauses_of(trigger.token) if c.dep_ == "ccomp"), None)
    subject = child(clause, *SUBJECTS) if clause is not None else None
    meant = clause is not None and subject is not None and (is_passive(clause) or subject.lower_ in _HEARERS)
    yield from _addressees(trigger) if meant else ()


def _felt(trigger: Trigger) -> Iterator[Token]:
    """What somebody says that he feels something about ("said he was disturbed *by the move*")."""
    clause = complement_verb(trigger.token, trigger.pattern) if trigger.pattern.complement == "self" else None
    if clause is None:
        return
    for said in (clause, *(c for c in clause.children if c.dep_ in {"acomp", "attr"})):
        yield from prepositional(said, *_ABOUT)


def _employers(trigger: Trigger) -> Iterator[Token]:
    """For whom those work who act ("miners *employed by Acme*", "a strike by workers *at Acme's* mill")."""
    first = trigger.noun if trigger.is_noun else deep_subject(trigger.token)
    for workers in () if first is None else (first, *prepositional(first, "by", "of")):
        for works in prepositional(workers, "at", "of"):
            yield child(works, "poss") or works
        for clause in workers.children:
            if clause.dep_ == "acl" and clause.lemma_ == "employ":
                yield from prepositional(clause, "by", "at")
            elif clause.dep_ == "acl" and clause.lemma_ == "work":
                yield from prepositional(clause, "for", "at")


def _governed(trigger: Trigger) -> Iterator[Token]:
    """Whom a deed is done to by what a noun names ("Kenyan mediation brought *Chad and Togo* together").

    So are those between whom it mends something ("Kenya's good offices helped end the quarrel between *them*"), and
    those who do it themselves under what it names ("*Chad and Togo* settled it through Kenyan mediation").
    """
    verb = trigger.governor
    if not trigger.is_noun or verb is None or verb.pos_ != "VERB":
        return
    if trigger.relation in _MEANS:
        subject = child(verb, *SUBJECTS)
        yield from (subject, *prepositional(subject, "between")) if subject is not None else ()
    if trigger.relation in _MEANS | {"subject"}:
        for deed in (verb, *(c for c in verb.children if c.dep_ == "xcomp")):
            done_to = deep_object(deed)
            yield from (done_to, *prepositional(done_to, "between")) if done_to is not None else ()
        if verb.lemma_.lower() in packaged_words()["coming in"]:  # "condolences poured into *Chad*"
            yield from prepositional(verb, "to", "into", "for")


def _compounded(verb: Token) -> Token | None:
    """Who does what a participle before a noun says, before its hyphen ("*Norwegian*-brokered talks")."""
    if verb.dep_ != "amod" or verb.tag_ != "VBN" or verb.i < verb.sent.start + 2 or verb.nbor(-1).text != "-":
        return None
    words = packaged_words()
    if verb.head.lemma_.lower() not in words["talks"] | words["accord"] | words["mutual"]:
        return None
    before = verb.nbor(-2)
    return before if before.head in {verb, verb.head} else None


def _is_mass(noun: Token) -> bool:
    """Is a noun that could name people used without article or number, as a substance ("use *force*")?

    A body of which a state has one is called so by its noun alone ("suspended *parliament*").
    """
    if noun.lemma_.lower() in packaged_words()["institution"]:
        return False
    return noun.tag_ == "NN" and not any(c.dep_ in {"det", "poss", "nummod", "compound"} for c in noun.children)


def _clause_subject(verb: Token, own: Token | None) -> Token | None:
    """Who does what the clause on a verb or its noun says, or a participle on that ("an order *barring Chad* from it").

    Of a passive clause that is its agent, where it names one ("alleged that the attack was planned by *Chad*").
    """
    for clause in clauses_of(verb):
        called_for = clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "for" for c in clause.children)
        if clause.dep_ in {"ccomp", "xcomp"} or called_for:
            agent = deep_subject(clause) if is_passive(clause) else None
            subject = agent if agent is not None else child(clause, *SUBJECTS)
            if subject is not None:
                return _meant_by(subject, clause)
    found = child(verb, "dobj")
    if found != own or own is None:
        return found
    bearers = (own, *prepositional(own, "by", "from"))  # "joined *calls* by Niger's *elders* urging Chad to act"
    participle = next((c for n in bearers for c in n.children if c.dep_ == "acl" and c.tag_ == "VBG"), None)
    if participle is not None:
        return child(participle, "dobj")
    return _said_by(own)  # "expressed *opposition*" has none


#: Places in a clause where several nouns may stand.
_SEVERAL: Mapping[str, Callable[[Trigger], Iterator[Token]]] = {
    "addressee": _addressees,
    "told": _told,
    "felt": _felt,
    "employer": _employers,
    "governed": _governed,
    "hearer": _hearers,
    "helped": helped,
    "teller": _tellers,
}
#: The slots that are places in the clause of a verb.
CLAUSAL = frozenset({"subject", "object", "patient", "indirect", "clause"}) | frozenset(_SEVERAL)
