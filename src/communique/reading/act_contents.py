"""Whom the content of a promise, threat or request names first ("threatened to close its border with *Eritrea*")."""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.words import Words, packaged_words
from communique.reading.participants import Arguments, Party
from communique.reading.qualifiers import is_kind
from communique.reading.relations import deep_subject
from communique.reading.syntax import SUBJECTS, child, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.verb_form import is_negated

#: Prepositions behind which a gerund says what is threatened or promised, rather than when or how.
_WHERE = frozenset({"in", "at"})
_ABOUT = frozenset(
    {
        "about",
        "over",
        "regarding",
        "concerning",
        "than",
        "as",
        "like",
        "since",
        "during",
        "after",
        "aside",
        "besides",
        "except",
        "unlike",
        "despite",
        "throughout",
        "across",
    }
)
_CONDITIONS = frozenset({"if", "unless", "until"})
#: What opens a clause that says when or why a thing is done.
_CIRCUMSTANCES = frozenset({"until", "till", "before", "after", "when", "while", "because", "since", "as", "although"})
#: Prepositions behind which what has happened is answered ("a response *to* the raid").
_OCCASIONS = frozenset({"to", "for", "after", "over"})
_WHEN = frozenset({"until", "till", "pending"})
_OPENERS = frozenset({"mark", "advmod"})
#: How somebody hangs in what is threatened or promised ("to lend *Chad* money").
_NAMED = frozenset({"dobj", "dative", "pobj", "poss", "amod", "compound", "nsubjpass"})
_OF_CONTENT = frozenset({"of", "to", "with", "against", "for", "from", "on", "into"})


def in_content(trigger: Trigger, arguments: Arguments, words: Words, *, places: bool) -> list[Party]:
    """The first actor in what is threatened or promised, one abroad before one at home, and not the actor's own state.

    With ``places`` also the state where it is to be done.
    """
    aside = _ABOUT if places else _ABOUT | _WHERE
    bearer = trigger.noun if trigger.is_noun and trigger.noun is not None else trigger.token
    clauses = [c for c in bearer.children if c.dep_ in {"xcomp", "ccomp", "acl", "dobj", "pcomp"}]
    clauses.extend(c for c in bearer.children if c.dep_ == "advcl" and any(g.tag_ == "TO" for g in c.children))
    of_content = (c for c in bearer.children if c.dep_ == "prep" and c.lower_ in _OF_CONTENT)
    clauses.extend(g for c in of_content for g in _clauses_behind(c))
    subject = None if trigger.is_noun else deep_subject(trigger.token)
    own = {p.entity.country for p in arguments.parties(trigger.sentence, subject)} if subject is not None else set()
    if found := _relative_object(trigger, clauses, arguments, own):
        return found
    home: list[Party] = []
    for clause in clauses:
        for token in sorted(_said_of(clause, aside), key=lambda t: t.i):
            if trigger.frame.kind == "refusal" and _is_of_circumstance(token, clause):
                continue
            claimed = clause.dep_ == "acl" and token.dep_ == "nsubj" and token.head == clause
            own_owner = clause.dep_ == "dobj" and token.dep_ == "poss" and token.head == clause  # "*its* willingness"
            # "*Swiss* francs"
            money = token.dep_ in {"compound", "amod"} and token.head.lemma_.lower() in words["money"]
            by_others = (
                token.head.dep_ == "agent" and trigger.frame.kind == "promise"
            )  # "to repeal rules issued *by Chad*"
            asked = trigger.frame.kind == "promise" and _is_asked(token, words)
            if own_owner or money or by_others or asked or _is_done_to(token, trigger, words):
                continue
            bare = token.head.tag_ == "VB" and child(token.head, "aux", "mark") is None
            made = token.dep_ == "nsubj" and token.head.dep_ == "ccomp" and bare  # "make *it* pay"
            if claimed or made or token.dep_ in _NAMED:
                found = arguments.located_or_modifying(trigger.sentence, token)
                if token.dep_ == "compound":  # "would buy *Ade* bonds"
                    found = [p for p in found if p.entity.type != "person" or not is_kind(p, words)]
                # A group counts when its state is known, and is not the actor's own ("to withdraw *its troops*").
                together = token.dep_ == "pobj" and token.head.lower_ == "with"  # "willing to talk with *the banks*"
                together = together or (token.dep_ == "dobj" and token.head.lemma_.lower() in words["helping"])
                # So do those who are named together with such a group ("licences of *Chadian banks and insurers*").
                together = together or any(p.entity.country for p in found if p.entity.type == "group")
                found = [
                    p for p in found if p.entity.type != "group" or ((p.entity.country or together) and not _is_own(p))
                ]
                if places and (scene := _above(token, clause)) is not None:  # "a plant in *Togo*", not "at *UN* talks"
                    talks = scene.head.lemma_.lower() in words["talks"]
                    found = [p for p in found if p.entity.type in {"state", "place"} and not talks]
                if any(p.entity.country not in own for p in found):
                    return found
                # Who "promised to get *Chad* out of debt" as its minister promised it to others.
                home = home or [p for p in found if not _is_land(p)]
    return home


def _relative_object(trigger: Trigger, clauses: list[Token], arguments: Arguments, own: set[str | None]) -> list[Party]:
    """Of whom a relative clause says what is threatened or promised ("*the ship* that Chad had threatened to sink")."""
    if trigger.is_noun or trigger.token.dep_ != "relcl":
        return []
    objects = (c for clause in clauses if clause.dep_ == "xcomp" for c in clause.children if c.dep_ == "dobj")
    if not any(c.tag_ in {"WDT", "WP"} for c in objects):
        return []
    found = arguments.located_or_modifying(trigger.sentence, trigger.token.head)
    return [p for p in found if p.entity.country not in own]


def conditional(trigger: Trigger, arguments: Arguments) -> list[Party]:
    """On whose doing a threat depends ("warned of a boycott if *Chad* went ahead")."""
    for clause in _conditions(trigger):
        subject = child(clause, *SUBJECTS)
        if subject is not None and any(m.dep_ == "mark" and m.lower_ in _CONDITIONS for m in clause.children):
            return arguments.parties(trigger.sentence, subject) or arguments.modifiers_only(trigger.sentence, subject)
    return []


def _conditions(trigger: Trigger) -> Iterator[Token]:
    """The adverbial clauses on what is threatened."""
    verbs = [trigger.token, *(c for c in trigger.token.children if c.dep_ in {"xcomp", "ccomp"})]
    return (c for verb in verbs for c in verb.children if c.dep_ == "advcl")


def compelled(trigger: Trigger, arguments: Arguments) -> list[Party]:
    """Whom a threat is to make do a thing ("will copy Mali's boycott unless *Chad* pays", "if *Chad* does not pay")."""
    for clause in _conditions(trigger):
        marks = {m.lower_ for m in clause.children if m.dep_ == "mark"}
        subject = child(clause, *SUBJECTS)
        if subject is None or not ("unless" in marks or ("if" in marks and is_negated(clause))):
            continue
        found = arguments.parties(trigger.sentence, subject) or arguments.modifiers_only(trigger.sentence, subject)
        # Of a person of no known state, the state that is hit says more ("will leave *Chad* unless Mr Oni pays").
        return [p for p in found if p.entity.country or p.entity.type != "person"]
    return []


def _clauses_behind(preposition: Token) -> Iterator[Token]:
    """What is said behind a preposition, also in the clause of its noun ("claims that *Chad* …")."""
    for c in preposition.children:
        if c.dep_ == "pcomp":
            yield c
        elif c.dep_ == "pobj":
            yield from (g for g in c.children if g.dep_ == "acl" and any(m.dep_ == "mark" for m in g.children))


def receivers(trigger: Trigger, arguments: Arguments, preposition: str, words: Words) -> list[Party]:
    """Who gets or gives what is agreed upon, with whom it is to be done, or between whom.

    "Signed a pact to sell ships to *Togo*", "to buy ships from *Togo*", "agreed to lend *Togo* a ferry", "to work with
    *Togo*", "brokered a deal restoring ties between *Togo* and *Chad*".
    """
    bearers = [t for t in (trigger.token, trigger.noun) if t is not None]
    deps = {"xcomp", "acl", "advcl", "relcl"}
    verbs = [c for t in bearers for c in t.children if c.dep_ in deps and any(g.tag_ == "TO" for g in c.children)]
    if preposition == "between":
        verbs.extend(c for t in bearers for c in t.children if c.dep_ in {"acl", "relcl", "ccomp"} and c not in verbs)
    verbs.extend([c for verb in verbs for c in verb.children if c.dep_ == "xcomp"])  # "agreed to go on *working*"
    for verb in verbs:
        if preposition == "to" and verb.lemma_.lower() not in words["giving"]:
            continue  # "agreed to add two members *to the council*"
        if preposition == "from" and verb.lemma_.lower() not in words["acquiring"]:
            continue  # "agreed to withdraw troops *from the border*"
        behind = [
            *prepositional(verb, preposition),
            *(o for c in verb.children if c.dep_ == "dobj" for o in prepositional(c, preposition)),
        ]
        given = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"] if preposition == "to" else []
        for token in (*given, *behind):
            if found := arguments.parties(trigger.sentence, token):
                return found
    return []


def aims(trigger: Trigger, arguments: Arguments) -> list[Party]:
    """To whom an infinitive says that an act is to do something ("fired shots to disperse *students*")."""
    verbs = [
        c for c in trigger.token.children if c.dep_ in {"xcomp", "advcl"} and any(g.tag_ == "TO" for g in c.children)
    ]
    objects = (child(verb, "dobj") for verb in verbs)
    return [p for found in objects if found is not None for p in arguments.parties(trigger.sentence, found)]


def _is_asked(noun: Token, words: Words) -> bool:
    """Is it somebody who is to be asked for something ("pledged to ask *Chad* to pay")?"""
    verb = noun.head.head if noun.dep_ == "nsubj" and noun.head.dep_ in {"ccomp", "xcomp"} else noun.head
    return noun.dep_ in {"dobj", "nsubj"} and verb.lemma_.lower() in words["asking others"]


def _is_done_to(noun: Token, trigger: Trigger, words: Words) -> bool:
    """Is somebody named only as the victim of what is spoken of, as the means of an act, or as who brought up a matter?

    "A reward for finding *Joe Oni's* murderer", "a response to the hacking of the *bank*", "threatened to use the
    *troops*", "will hear a complaint from *Chad*". Not "threatened the destruction of the *town*".
    """
    above = noun.head
    if noun.dep_ == "poss":
        return above.lemma_.lower() in words["done to its owner"] and next(prepositional(above, "of"), None) is None
    if noun.dep_ == "dobj":
        return above.lemma_.lower() in words["using a means"]
    deed, looked_into = above.head.lemma_.lower(), trigger.frame.kind == "investigation"
    if noun.dep_ != "pobj" or above.dep_ != "prep":
        return False
    if above.lower_ == "of" and (looked_into or above.head.head.lower_ in _OCCASIONS):
        return deed in words["done to its of"] or deed in words["means of violence"]
    return above.lower_ == "from" and looked_into and deed in words["brought before others"]


def _above(noun: Token, clause: Token) -> Token | None:
    """The preposition of place that stands next above a noun in what is said, if it is one."""
    while noun not in {clause, noun.head}:
        if noun.dep_ == "prep":
            return noun if noun.lower_ in _WHERE else None
        noun = noun.head
    return None


def _is_land(party: Party) -> bool:
    """Is it a state, not the government there, nor the people of a town?"""
    return party.entity.type == "state" and party.entity.sector is None


def _is_own(party: Party) -> bool:
    return any(c.dep_ == "poss" and c.pos_ == "PRON" for c in party.token.children)


def _is_of_circumstance(token: Token, clause: Token) -> bool:
    """Is somebody named by when or why a thing is not to be done ("will not fix prices *until parliament meets*")?"""
    while token not in {clause, token.head}:
        opened = token.dep_ == "advcl" and any(m.lower_ in _CIRCUMSTANCES for m in token.children if m.dep_ in _OPENERS)
        if opened or (token.dep_ == "prep" and token.lower_ in _WHEN):
            return True
        token = token.head
    return False


def _said_of(clause: Token, aside: frozenset[str], *, inner: bool = False) -> Iterator[Token]:
    """The tokens of a content, without those behind ``aside`` and without an object's own name and modifiers.

    The owner of an object in a clause is spoken of ("to recognise *Kosovo's* borders", "buying *Norwegian* salmon").
    Nobody is in a clause that describes one of its nouns ("to keep a promise *made in Togo*"), save who did what that
    says ("to believe a promise made by *Togo*").
    """
    for c in clause.children:
        if clause.dep_ == "dobj" and c.dep_ not in {"prep", "acl"} and not (inner and c.dep_ in {"poss", "amod"}):
            continue  # "offered *Navy* warships"
        if c.dep_ == "relcl" or (c.dep_ == "acl" and c.tag_ == "VBN"):
            if c.lemma_.lower() in packaged_words()["calling a thing"]:  # "a step *described* by Chad as rash"
                continue
            if inner and clause.dep_ == "dobj" and clause.head.dep_ == "acl":
                continue  # "a bid to cut a grant *won* by Chad": another did so than who bids
            yield from (o for by in c.children if by.dep_ == "agent" for o in by.children if o.dep_ == "pobj")
            continue
        if c.dep_ == "appos":
            continue
        if c.dep_ != "prep" or c.lower_ not in aside:
            yield c
            yield from _said_of(c, aside, inner=True)
