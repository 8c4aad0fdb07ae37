"""Who takes part in an act that a noun names: possessors, modifiers, by-phrases, subjects of verbs around it."""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.toponyms import load_toponym_words
from communique.lexicon.words import Words, packaged_words
from communique.reading.action_nouns import phrasal_lemma, zero_relative
from communique.reading.companions import companions
from communique.reading.entity_kinds import is_of
from communique.reading.parse import Sentence
from communique.reading.parted import other_side
from communique.reading.participants import Arguments, Party
from communique.reading.relations import deep_object, deep_subject, surface_subject
from communique.reading.syntax import OBJECTS, SUBJECTS, child, first_conjunct, is_passive, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger
from communique.reading.violence import is_scene, whose_war

#: How a noun of contact hangs on a clause whose subject takes part in it ("After talks with X, Y said").
_BESIDE = frozenset(
    [
        "after",
        "before",
        "during",
        "in",
        "at",
        "following",
        "for",
        "on",
        "ahead",
        "prior",
        "since",
        "from",
        "to",
        "into",
        "over",
        "by",
        "with",
        "through",
        "via",
        "amid",
        "despite",
        "under",
    ]
)
_CLIMBS = 3


def authors(trigger: Trigger, text: Token, arguments: Arguments, words: Words) -> list[Party]:
    """Who says what a text or a gathering says.

    "*Iran's* statement condemned it", "*Iran* issued a statement condemning it", "A summit of *leaders* condemned it".
    """
    if text.lemma_.lower() in words["gathering"]:
        return [p for of in prepositional(text, "of") for p in arguments.parties(trigger.sentence, of)]
    if text.lemma_.lower() not in words["text"]:
        return []
    named = arguments.modifiers(trigger.sentence, text)
    known = any(party.entity.country for party in named)  # not so in "signed a *government* decree banning it"
    voted = text.dep_ == "pobj" and text.head.lower_ == "for" and text.head.head.lemma_ == "vote"
    above = text.head.head  # "*voted* for a motion urging", "in a statement condemning it, *Iran* urged"
    beside = text.dep_ == "pobj" and text.head.lower_ == "in" and above.pos_ == "VERB" and not is_passive(above)
    verb = text.head if text.dep_ in OBJECTS else above if voted or beside else None
    answered = verb is not None and verb.lemma_.lower() in words["receiving"]  # "*vetoed* a resolution to impose it"
    issuer = deep_subject(verb) if verb is not None and not known and not answered else None
    return named if issuer is None else arguments.parties(trigger.sentence, issuer) or named


def noun_subjects(trigger: Trigger, arguments: Arguments, words: Words) -> list[Party]:
    """Who does what a noun names."""
    noun, outer, sentence = trigger.noun, trigger.outer, trigger.sentence
    if noun is None or outer is None:
        return []
    found: list[Party] = []
    own = noun.dep_ == "conj" and child(noun, "poss") is not None  # not "*Ade's* remarks and Bo's warning"
    for bearer in dict.fromkeys((noun,) if own else (noun, outer)):
        possessor = child(bearer, "poss")
        if possessor is not None and not undergoers(trigger, noun, arguments, words):
            found.extend(arguments.parties(sentence, possessor))
        found.extend(_modifiers(trigger, bearer, arguments, words))
        sides = ("by",) if "between" in trigger.frame.recipient else ("by", "between", "among")
        for agent in (*prepositional(bearer, *sides), *_other_agents(bearer)):
            found.extend(arguments.parties(sentence, agent))
            other = other_side(agent) if "between" in sides else None
            found.extend(arguments.parties(sentence, other) if other is not None else ())
        done_to = {slot.partition(":")[0] for slot in (*trigger.frame.recipient, *trigger.frame.must)}
        if "object" not in done_to and "of@" not in trigger.frame.host:
            for of in prepositional(bearer, "of"):
                found.extend(arguments.parties(sentence, of))
    governor = trigger.governor
    if trigger.relation == "object" and governor is not None and governor.lemma_.lower() in words["telling"]:
        speaker = deep_subject(governor)
        return found if speaker is None else [*found, *arguments.parties(sentence, speaker)]
    wars = () if found else (*whose_war(trigger, words), *_plaintiff(trigger, noun, words))
    for side in (*_behind_the_verb(trigger), *_taking_part(noun, words), *wars):
        found.extend(arguments.parties(sentence, side))
    if zero_relative(noun):
        found.extend(arguments.parties(sentence, noun.head))
    elif (verb := _verb_of_saying(trigger, words)) is not None and not _is_of_others(trigger, noun, found):
        subject = deep_subject(verb)
        if subject is not None and first_conjunct(subject).i not in {outer.i, noun.i}:
            found.extend(_with_companions(verb, subject, sentence, arguments))
        told = (p for told in _told(trigger, verb, words) for p in arguments.parties(sentence, told))
        found.extend(p for p in told if p.entity.sector != "JRN")  # who hear what is said there
    return found


def undergoers(trigger: Trigger, noun: Token, arguments: Arguments, words: Words) -> list[Party]:
    """The people to whom it is done whose a noun is ("*the senator's* arrest", not "Chad's arrest of the senator")."""
    possessor = child(noun, "poss") if noun.lemma_.lower() in words["done to its owner"] else None
    if possessor is None or next(prepositional(noun, "of"), None) is not None:
        return []
    owners = arguments.parties(trigger.sentence, possessor)
    return [p for p in owners if is_of(p.entity, "people") and not is_of(p.entity, "armed")]


def _other_agents(noun: Token) -> Iterator[Token]:
    """Who else does it, by what the parser joins to an infinitive ("promises by Chad to cut it and *by Togo* to")."""
    joined = (g for c in noun.children if c.dep_ == "acl" for g in c.children if g.dep_ == "conj" and g.lower_ == "by")
    return (o for by in joined for o in by.children if o.dep_ == "pobj")


def _with_companions(verb: Token, subject: Token, sentence: Sentence, arguments: Arguments) -> Iterator[Party]:
    """Who does what a verb says, and whoever does so beside him ("X, along with *Y*, held talks")."""
    for token in (subject, *(companions(verb, subject) if not is_passive(verb) else ())):
        yield from arguments.parties(sentence, token)


def _is_of_others(trigger: Trigger, noun: Token, named: list[Party]) -> bool:
    """Is the subject of the verb that carries a noun no side of what the noun names?

    Who arranges talks between others is no side of them, and who came "at the invitation of Niger" invited nobody.
    """
    if trigger.frame.reciprocal:
        apart = next(prepositional(noun, "between"), None) is not None or _has_both_sides(trigger)
        return apart or _is_proposed_for_others(trigger, noun)
    return bool(named) and trigger.relation == "at" and not trigger.frame.contact


def _taking_part(noun: Token, words: Words) -> Iterator[Token]:
    """Those of whom a relative clause on a noun says that they take part in it ("talks in which *Chad* took part")."""
    for clause in noun.children:
        if clause.dep_ != "relcl" or clause.lemma_.lower() not in words["taking part"]:
            continue
        part = child(clause, "dobj")
        into = any(g.lower_ == "which" for c in clause.children if c.lower_ == "in" for g in c.children)
        doer = deep_subject(clause) if into and (part is None or part.lemma_ == "part") else None
        yield from (doer,) if doer is not None else ()


def _is_proposed_for_others(trigger: Trigger, noun: Token) -> bool:
    """Does somebody propose that others meet ("proposed *a meeting of prime ministers*")?"""
    verb = trigger.support
    those = next(prepositional(noun, "of"), None)
    proposed = verb is not None and packaged_words().statuses.get(verb.lemma_.lower()) == "proposed"
    return proposed and trigger.frame.contact and those is not None and those.tag_ in {"NNS", "NNPS"}


def _behind_the_verb(trigger: Trigger) -> list[Token]:
    """The sides that a noun leaves to the end of its clause: "*Talks* were held in Oslo between *X* and *Y*".

    Or to the end of a clause on the noun.
    """
    noun, verb = trigger.outer, trigger.governor
    if noun is None or "between" in trigger.frame.recipient:
        return []
    verbs = [c for c in noun.children if c.dep_ in {"acl", "relcl"}]  # "the deal that Oman brokered *between X and Y*"
    verbs += [verb] if verb is not None and noun.dep_ in SUBJECTS else []
    return [side for each in verbs for side in prepositional(each, "between")]


def _modifiers(trigger: Trigger, noun: Token, arguments: Arguments, words: Words) -> list[Party]:
    """The actors before a noun; a lone state's name or capital before a noun of contact is no side of it.

    "The Vienna talks" were held there and "the Iran talks" are about Iran; "US talks with Iran" has both sides. So is
    what is agreed called after the capital where it was ("the *Paris* accord").
    """
    before = [p for p in arguments.modifiers_only(trigger.sentence, noun) if not _is_foiled(noun, p.token, words)]
    if before and trigger.frame.contact and _is_joined_before(noun, before[0].token):
        before = [*arguments.parties(trigger.sentence, noun.head), *before]
    sort = trigger.pattern.modifiers  # of a "*cabinet* reshuffle" the cabinet does nothing
    found = [p for p in before if p.token.dep_ != "poss" and p.entity.name not in sort and not is_opposed(p)]
    if trigger.frame.contact:  # "the *Commander-in-Chief* forum", "the NATO *Washington* summit"
        bodies = any(p.entity.type == "organisation" for p in found)
        found = [p for p in found if not (_is_title(p) or (bodies and is_scene(p)) or p.entity.sector == "JRN")]
    if trigger.relation == "in" and noun.lemma_.lower() in words["suit at law"]:
        return [p for p in found if p.entity.type != "state"]  # "sought damages in a *Kenyan* lawsuit"
    if len(found) != 1 or next(prepositional(noun, "with"), None) is not None:
        return found
    if trigger.frame.contact:
        return [p for p in found if p.entity.type != "state" or p.token.pos_ != "PROPN"]
    return [] if noun.lemma_.lower() in words["accord"] and is_scene(found[0]) else found


def _plaintiff(trigger: Trigger, noun: Token, words: Words) -> Iterator[Token]:
    """Who seeks something in a suit ("*Acme* sought damages **in** a lawsuit against Bolt")."""
    seeks = trigger.relation == "in" and noun.lemma_.lower() in words["suit at law"] and child(noun, "poss") is None
    seeker = deep_subject(trigger.governor) if seeks and trigger.governor is not None else None
    if seeker is not None:
        yield seeker


def _is_foiled(noun: Token, before: Token, words: Words) -> bool:
    """Does a headline say that somebody foils an act, by a verb parsed as a noun ("Police *foil* attack")?"""
    between = noun.doc.tokens[before.i + 1 : noun.i] if before.i < noun.i - 1 else ()
    return any(t.dep_ == "compound" and t.lemma_.lower() in words["foiling"] for t in between)


def _is_title(party: Party) -> bool:
    """Is it an office without a name before a noun, after which that is called?"""
    office = party.entity.office
    named = office is None or office.lower() not in party.entity.name.lower()
    return party.token.dep_ in {"compound", "nmod"} and party.entity.type == "person" and not named


def _is_joined_before(noun: Token, modifier: Token) -> bool:
    """Is a name before "and" another one of those that say whose a noun is ("the *IMF* and World Bank meeting")?

    The parser joins the whole noun to it.
    """
    joint = modifier.left_edge.i - 1
    apart = noun.dep_ != "conj" or noun.head.pos_ != "PROPN" or noun.head.i != joint - 1
    return not apart and noun.doc[joint].lower_ in {"and", "or"}


def is_opposed(party: Party) -> bool:
    """Does "anti-" before an actor say that a thing is against him ("an *anti-Chadian* blockade")?"""
    noun = party.token
    return noun.i > noun.sent.start + 1 and noun.nbor(-1).text == "-" and noun.nbor(-2).lower_ == "anti"


def beside(trigger: Trigger, words: Words) -> list[Token]:
    """The nouns that take part in a noun of contact from the clause that it hangs on, through nouns between them.

    "After talks with X, *Y* said", "*Y*, in talks with X, said", "*Y* began a visit to Z for talks with X", "*Y* denied
    talks with X"; both of "*Y* welcomed *X* for talks". Who says something in a text that is issued after talks was
    there, too.
    """
    token, governor, relation = trigger.outer, trigger.governor, trigger.relation
    if _is_known_by_place(trigger, words) or _has_both_sides(trigger):
        return []
    for _ in range(_CLIMBS):
        if governor is None or token is None:
            return []
        if governor.pos_ in {"VERB", "AUX"}:
            issued = governor.dep_ == "acl" and governor.head.lemma_.lower() in words["text"]
            if not issued or relation not in _BESIDE:
                alone = trigger.frame.reciprocal and next(prepositional(trigger.token, "with", "between"), None) is None
                return _of_clause(governor, relation, words, mutual=alone)
            token, governor, relation = (
                governor.head,
                *_above(governor.head),
            )  # "in a *statement* issued after the talks"
            continue
        if governor.pos_ == "ADJ" and governor.dep_ == "oprd":
            subject = surface_subject(governor.head)  # "*Y* left the door open to talks with X"
            return [] if subject is None else [subject]
        if governor.lemma_.lower() in words["being against"]:
            return []  # "voiced *opposition to* the deal"
        length = governor.lemma_.lower() in words["partitive"] or governor.ent_type_ == "TIME"
        measured = relation == "of" and length  # "after *months of* talks"
        if relation not in _BESIDE and not measured:
            return []
        aside = relation in {"in", "on"} or (relation in {"during", "after", "following"} and trigger.frame.contact)
        if aside and (governor.pos_ == "PROPN" or _is_titled(governor)):
            return [governor]  # "*Mr Okello*, in talks with X, said", "*Mr Okello* during a visit to X said"
        possessor = child(governor, "poss")
        if possessor is not None:
            return [possessor]
        token = governor
        governor, relation = _above(token)
        if relation == "as" and _are_several(governor):
            relation = "for"  # "they agreed on it as *a basis for* talks"
    return []


def _are_several(verb: Token | None) -> bool:
    """Is the subject of a verb a plural, or joined by "and"?"""
    subject = surface_subject(verb) if verb is not None and verb.pos_ == "VERB" else None
    return subject is not None and (subject.tag_ in {"NNS", "NNPS"} or child(subject, "conj") is not None)


def _is_known_by_place(trigger: Trigger, words: Words) -> bool:
    """Is an accord called after the town where it was made, and so one that was made before ("the *Paris* accord")?"""
    noun = trigger.noun
    if noun is None or trigger.frame.contact or noun.lemma_.lower() not in words["accord"]:
        return False
    if next(prepositional(noun, "by", "between"), None) is not None:
        return False  # those who made it are told
    return any(c.dep_ in {"compound", "nmod"} and c.ent_type_ == "GPE" and c.tag_ == "NNP" for c in noun.children)


def _has_both_sides(trigger: Trigger) -> bool:
    """Does a noun of contact name its sides itself ("met reporters on *the union's* talks *with Acme*")?"""
    noun = trigger.noun
    owner = child(noun, "poss") if noun is not None else None
    named = owner is not None and owner.pos_ != "PRON" and owner.ent_type_ not in {"DATE", "TIME"}
    return named and noun is not None and next(prepositional(noun, "with"), None) is not None


def _is_titled(noun: Token) -> bool:
    """Is it a title before a person's name, which the parser sets beside it ("the bank's *head* Joe Oni")?"""
    return any(c.dep_ == "appos" and c.ent_type_ == "PERSON" and c.left_edge.i == noun.i + 1 for c in noun.children)


def _of_clause(governor: Token, relation: str | None, words: Words, *, mutual: bool) -> list[Token]:
    wanted = relation == "object" and phrasal_lemma(governor) in words.statuses
    if (relation not in _BESIDE and not wanted) or _is_of_no_side(governor, relation, words):
        return []
    if is_passive(governor) and child(governor, "xcomp") is None:
        harmed = relation in {"in", "during"} and governor.lemma_.lower() in words["causing casualties"]
        guest = surface_subject(governor) if relation == "for" or harmed else None
        # "*X* is expected in Lima for talks", "was received for talks", "was killed in a shootout with Y"
        return [] if guest is None else [guest]
    met = deep_object(governor) if relation == "for" else _met_at(governor, relation, words) if mutual else None
    winner = surface_subject(governor.head.head) if _is_purpose(governor) else None
    subject = surface_subject(governor)
    others = () if subject is None else companions(governor, subject)
    return [noun for noun in (subject, *others, met, winner) if noun is not None]


def _is_of_no_side(verb: Token, relation: str | None, words: Words) -> bool:
    """Does a verb only speak of an occasion ("*referred* to the talks"), or let it come about ("*allowed* talks")?"""
    lemma = verb.lemma_.lower()
    return (relation == "to" and lemma in words["referring"]) or (relation == "object" and lemma in words["enabling"])


def _met_at(verb: Token, relation: str | None, words: Words) -> Token | None:
    """Whom somebody speaks to, or puts something to, at an occasion ("*pressed* their counterparts at a meeting")."""
    if relation not in {"at", "during", "in"}:
        return None
    lemma = verb.lemma_.lower()
    if lemma in words["put to others"]:
        bearers = [verb, *(c for c in verb.children if c.dep_ in OBJECTS)]
        return next((o for t in bearers for o in prepositional(t, "to")), None)
    return deep_object(verb) if lemma in load_toponym_words()["addressing"] else None


def _verb_of_saying(trigger: Trigger, words: Words) -> Token | None:
    """The verb that carries a noun of action, or by which somebody speaks in a call ("in a call Y *urged* X")."""
    verb = trigger.governor
    if trigger.support is not None or verb is None or trigger.frame.kind != "call" or not trigger.frame.contact:
        return trigger.support
    return verb if trigger.relation in {"in", "during"} and verb.lemma_.lower() in words["telling"] else None


def _told(trigger: Trigger, verb: Token, words: Words) -> list[Token]:
    """Whom somebody tells something at a meeting, where nobody else is said to be met ("at a meeting *Y* told *X*")."""
    noun = trigger.noun
    if noun is None or trigger.relation not in {"at", "during", "in"} or not trigger.frame.contact:
        return []
    if verb.lemma_.lower() not in words["telling"] or is_passive(verb):
        return []
    told = child(verb, "dative") or child(verb, "dobj")
    apart = next(prepositional(noun, "with", "between"), None) is not None
    return [] if told is None or told.pos_ == "ADP" or apart else [told]


def struck(trigger: Trigger, words: Words) -> Iterator[Token]:
    """What an act of violence hits, whose noun is the subject of such a verb ("the raid hit *Oslo*")."""
    verb = trigger.governor
    if trigger.noun is not None and trigger.relation == "under" and trigger.noun.head.lower_ == "under":
        yield from _under_attack(trigger.noun.head)
    if verb is None or not trigger.is_noun or verb.lemma_.lower() not in words["striking"]:
        return
    target = deep_object(verb) if trigger.relation == ("by" if is_passive(verb) else "subject") else None
    yield from (target,) if target is not None else ()


def _under_attack(under: Token) -> Iterator[Token]:
    """What is under attack: the noun right before that, or what is said to be so ("the *tanker* was under attack")."""
    before = under.nbor(-1) if under.i > under.sent.start else None
    if before is not None and before.pos_ in {"NOUN", "PROPN"}:
        yield before
    elif under.head.lemma_ in {"be", "come", "remain"} and (subject := deep_subject(under.head)) is not None:
        yield from (subject,) if subject.pos_ != "PRON" else ()


def _is_purpose(verb: Token) -> bool:
    """Is a verb the infinitive of an object, which its clause's subject may carry out ("won a deal *to defer* it")?"""
    return verb.dep_ in {"acl", "relcl"} and verb.head.dep_ in OBJECTS and any(c.tag_ == "TO" for c in verb.children)


def _above(noun: Token) -> tuple[Token | None, str | None]:
    head = noun.head
    if noun.dep_ == "pobj" and head.dep_ == "prep":
        return head.head, head.lower_
    if noun.dep_ in {"dobj", "nsubjpass"}:
        return head, "in"  # what is done in an act is done by the subject of its verb ("began a visit for talks")
    return None, None


def takes_place(trigger: Trigger, words: Words) -> bool:
    """Does a verb say that what a noun names takes place, is planned or is put off ("held elections")?

    So does a day of its own ("after *last month's* election").
    """
    if trigger.support is not None or (trigger.noun is not None and _is_dated(trigger.noun)):
        return True
    governor, relation = trigger.governor, trigger.relation
    if governor is None or governor.pos_ not in {"VERB", "AUX"} or relation not in {"object", "subject"}:
        return False
    lemma = phrasal_lemma(governor)
    return lemma in words["occurrence"] or lemma in words.statuses


def _is_dated(noun: Token) -> bool:
    """Does a day, month or year stand right beside a noun ("the *May* election", "the election *on Sunday*")?"""
    behind = (o for c in noun.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj")
    return any(c.ent_type_ == "DATE" for c in (*noun.children, *behind))
