"""One act, one report: what another trigger of the same sentence tells already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeVar

from communique.lexicon.words import Words
from communique.reading.complements import quoted_before
from communique.reading.relations import deep_subject
from communique.reading.roles import Roles
from communique.reading.syntax import OBJECTS, SUBJECTS, child, is_passive
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger, idiom_nouns
from communique.reading.verb_form import is_infinitive

#: What a verb has of its own, when it does not share an object with the one beside it.
_COMPLEMENTS = OBJECTS | {"prep", "dative", "ccomp", "xcomp"}
_ASKING = frozenset({"request", "demand", "appeal", "offer", "invitation"})
_REPLIES = frozenset({"denial", "rejection", "refusal"})
#: What is said to another side, which may turn it down.
SAID_TO_OTHERS = frozenset(
    {"request", "demand", "accusation", "threat", "warning", "ultimatum", "appeal", "offer", "invitation"}
)
#: Kinds of acts by which another act of force can be done; who *probes* a blast that killed ten makes no attack by it.
_FORCE = frozenset({"attack", "airstrike", "clash", "weapons test", "deployment", "protest"})
#: Acts that need nobody's consent: the latest of them has taken place.
_DEEDS = frozenset({"weapons test", "attack", "airstrike", "clash", "abduction", "seizure", "cyberattack"})
_RECENT = frozenset({"latest", "recent"})
_COUNTED = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest"})
#: Kinds of which the one may be told as the other.
_ALIKE = frozenset({frozenset({"attack", "airstrike"}), frozenset({"meeting", "negotiation"})})
#: How many words up a clause is looked for; deeper nesting does not occur in prose.
_DEPTH = 8


class Told(Protocol):
    """A trigger with its roles."""

    @property
    def trigger(self) -> Trigger:
        """The words that name the act."""

    @property
    def roles(self) -> Roles:
        """Who takes part in it."""


def is_characterised(trigger: Trigger, earlier: Trigger) -> bool:
    """Does a noun with a superlative say what an act told before was ("…, in *the deadliest attack* since May")?

    So does one with an ordinal, also beside its clause ("flew to Oslo, *the first visit* by a queen since 1990").
    """
    noun = trigger.outer if trigger.is_noun else None
    if noun is None or trigger.noun is None or earlier.token.i >= trigger.token.i:
        return False
    before = noun.left_edge.i - 1
    apart = noun.dep_ in {"appos", "npadvmod", "dobj"} and before >= 0 and noun.doc[before].is_punct
    if trigger.relation != "in" and not apart:
        return False
    unique = any(c.tag_ in {"JJS", "RBS"} for m in trigger.noun.children for c in (m, *m.children))
    of_it = noun.dep_ == "appos" or trigger.governor == earlier.token or noun.head == earlier.token
    counted = of_it and any(c.lower_ in _COUNTED for c in trigger.noun.children)
    kinds = frozenset({earlier.frame.kind, trigger.frame.kind})
    return (unique or counted) and (len(kinds) == 1 or kinds in _ALIKE)


def is_object(noun: Trigger, verb: Trigger) -> bool:
    """Is a noun the object of a verb ("ordered the *expulsion*")?"""
    return noun.is_noun and noun.relation == "object" and noun.governor == verb.token


def is_cry(spoken: Trigger, crowd: Trigger) -> bool:
    """Does a gerund say what a crowd cries ("marched in Oslo, *protesting* the tax")?"""
    verb = spoken.token
    gerund = not spoken.is_noun and verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head == crowd.token
    return gerund and crowd.frame.enacted and spoken.frame.absorbs


def same_act(noun: Told, verb: Told) -> bool:
    """Does a noun of contact name the act of the verb that governs it ("met for their seventh summit")?"""
    trigger = noun.trigger
    beside = trigger.outer is not None and trigger.outer.dep_ == "appos" and trigger.frame.reciprocal
    if trigger.is_noun and beside and not verb.trigger.is_noun and verb.trigger.frame.kind == trigger.frame.kind:
        return verb.trigger.token in trigger.token.ancestors  # "met in Oslo, the first meeting between them"
    if not trigger.is_noun or trigger.governor is None or trigger.governor.i != verb.trigger.token.i:
        return False
    again = verb.trigger.frame.kind == trigger.frame.kind  # "arrived for a visit"
    made = not trigger.frame.contact and trigger.token in idiom_nouns(verb.trigger.token, verb.trigger.pattern)
    if again and made:  # "went on *strike*"
        return True
    if again and trigger.relation == "subject":  # "the *truce* took effect"
        return len(noun.roles.everyone) <= len(verb.roles.everyone)
    joint = again or (verb.trigger.frame.contact and verb.trigger.frame.reciprocal)
    if trigger.relation not in {"for", "in", "at", "during", "on"} or not joint:
        return False
    if trigger.frame.kind == "press conference":  # people meet and then face the press: two acts
        return False
    sides = {p.entity.id for p in verb.roles.everyone}
    if again and not trigger.frame.contact:  # "rallied in two demonstrations"
        return trigger.relation in {"in", "during"} and verb.trigger.frame.enacted
    return trigger.frame.contact and {p.entity.id for p in noun.roles.everyone} <= sides


_Told = TypeVar("_Told", bound=Told)


def told_again(first: _Told, second: _Told) -> _Told | None:
    """Which of two triggers of one kind, in the order of the sentence, tells the other's act again.

    "*Shot* and killed a man", "*marched*, chanting slogans", "made a *request*, asking for bail", "*met* to talk".
    """
    one, other = first.trigger, second.trigger
    if one.frame.kind != other.frame.kind or one.token.i >= other.token.i:
        return None
    before, behind = ({p.entity.id for p in c.roles.everyone} for c in (first, second))
    if not one.is_noun and not other.is_noun and other.token.dep_ == "conj" and other.token.head == one.token:
        bare = child(one.token, *_COMPLEMENTS) is None
        if bare and other.token.i == one.token.i + 2 and other.token.nbor(-1).dep_ == "cc":
            return second if len(behind) <= len(before) else first
        own = bare or child(other.token, *_COMPLEMENTS) is None
        return second if own and behind <= before else None
    if not behind <= before:
        return None
    if one.frame.enacted or other.frame.enacted:
        return second if _hangs(other.token, one.token) or _hangs(one.token, other.token) else None
    verb = other.token if not other.is_noun else other.governor
    if verb is None or (child(verb, *SUBJECTS, "aux") is not None and not is_infinitive(verb)):
        return None
    if other.frame.absorbs and verb == other.token and verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl"}:
        return second if _hangs(verb, one.token) else None
    purpose = is_infinitive(verb) and verb.dep_ in {"advcl", "xcomp"} and child(verb, *SUBJECTS) is None
    return second if one.frame.contact and purpose and verb.head == one.token else None


def _hangs(lower: Token, upper: Token) -> bool:
    """Does a word hang on another, by no coordination but that of participles ("marched, *waving* and *chanting*")?"""
    for _ in range(_DEPTH):
        if lower == upper:
            return True
        if lower.head == lower or (lower.dep_ == "conj" and lower.tag_ != "VBG"):
            return False
        lower = lower.head
    return False


def is_presupposed(inner: Told, kind: str) -> bool:
    """Is an act taken for granted by one of another kind: a noun, gerund or finite verb, not what is still to be?"""
    infinitive = not inner.trigger.is_noun and any(c.tag_ == "TO" for c in inner.trigger.token.children)
    return not infinitive and inner.trigger.frame.kind != kind


def is_joined_in(inner: Told, outer: Told) -> bool:
    """Has another one already said the same as whoever joins in ("joined calls by X *asking* Chad to leave")?"""
    verb = inner.trigger.token
    said = not inner.trigger.is_noun and verb.tag_ == "VBG" and verb.dep_ == "acl" and child(verb, *SUBJECTS) is None
    speakers = {party.entity.id for party in outer.roles.actor}
    others = bool(inner.roles.actor and speakers) and all(p.entity.id not in speakers for p in inner.roles.actor)
    return said and others and inner.trigger.frame.kind == outer.trigger.frame.kind


def is_occasion(inner: Trigger, outer: Trigger) -> bool:
    """Is an occasion where something else was agreed or said ("reached a deal on fishing *at talks* in Oslo")?"""
    held = inner.frame.contact and inner.is_noun and inner.relation in {"at", "during"}
    return held and inner.governor is not None and inner.governor in (outer.token, outer.noun)


def is_dated_fact(inner: Trigger, outer: Trigger) -> bool:
    """Is an act called by its day or the latest of its kind, so that it took place?

    "Asked for *Monday's* meeting", "accused Chad over its *latest* raid"; not "threatened to boycott Monday's talks".
    """
    if not inner.is_noun:
        return False
    day = child(inner.token, "poss")
    dated = day is not None and day.ent_type_ == "DATE"
    if inner.frame.contact:
        return dated and outer.frame.kind in _ASKING and inner.governor == outer.token
    turned_down = outer.frame.kind == "denial"  # "denied the *latest* raid"
    return not turned_down and inner.frame.kind in _DEEDS and any(c.lower_ in _RECENT for c in inner.token.children)


def is_reply(inner: Told, outer: Told) -> bool:
    """Does a relative clause tell how another side took what was said ("accused Chad of a raid, *which it denied*")?"""
    if inner.trigger.frame.kind not in _REPLIES or inner.trigger.token.dep_ != "relcl":
        return False
    speakers = {party.entity.id for party in outer.roles.actor}
    return bool(inner.roles.actor) and all(party.entity.id not in speakers for party in inner.roles.actor)


def is_turned_down(trigger: Trigger, words: Words) -> bool:
    """Is the noun what another had said, which is turned down and not denied ("rejected a *demand* by Chad")?"""
    governor = trigger.governor
    if governor is None or trigger.relation != "object" or trigger.frame.kind not in SAID_TO_OTHERS:
        return False
    return governor.tag_ in {"VBD", "VBN"} and words.statuses.get(governor.lemma_.lower()) == "denied"


def is_means(means: Trigger, trigger: Trigger) -> bool:
    """Does a trigger tell with what an attack was made: what was *fired* and struck, "injured *by shelling*"?"""
    word = means.token
    if trigger.is_noun or trigger.frame.kind not in {"attack", "airstrike"} or means.frame.kind not in _FORCE:
        return False
    subject = deep_subject(trigger.token)
    if subject is not None and (word == subject or (word.dep_ == "acl" and word.head == subject)):
        return True
    if subject is not None and trigger.token.head == subject and subject.dep_ in OBJECTS and word == subject.head:
        return True  # "*fired* rockets that hit a town"
    return word.dep_ == "pcomp" and word.head.lower_ == "by" and word.head.head == trigger.token


def contents_of(trigger: Trigger) -> Iterator[Token]:
    """The tokens of what a verbal act is about: its dependent clause, and what hangs on its object."""
    bearers = [trigger.token, *([trigger.noun] if trigger.noun is not None else [])]
    for bearer in bearers:
        quoted = quoted_before(bearer)
        told = child(bearer, "ccomp") is not None  # "told *a news conference* that", who is spoken to
        for c in (*bearer.children, *((quoted,) if quoted is not None else ())):
            if c.dep_ == "ccomp" and c.i < bearer.i and c.right_edge.nbor().text == ";":
                continue  # a sentence of its own ("Chad shut the border; Mali called it an outrage")
            if (
                c.dep_ in {"xcomp", "ccomp", "acl"}
                or (c.dep_ == "dobj" and not (told and bearer.lemma_ in _TELLING))
                or (c.dep_ in {"prep", "agent"} and c.lower_ in _CONTENT_PREPOSITIONS and not _is_doer(c))
                or (c.dep_ == "advcl" and any(g.tag_ == "TO" for g in c.children))
            ):
                own = c.dep_ == "xcomp" and child(bearer, "dobj", "dative") is None
                yield from _without_circumstances(c, own=own)


def _is_doer(by: Token) -> bool:
    """Does "by" name who does what a passive tells ("was turned back *by militiamen who asked for money*")?"""
    return by.dep_ == "agent" and child(by, "pobj") is not None and is_passive(by.head)


def _without_circumstances(token: Token, *, own: bool) -> Iterator[Token]:
    """A subtree without its clauses of time and cause: "threatened to leave *after Iran attacked*".

    Nor with facts that it takes for granted. Where it tells what the speaker does of its ``own``, also without phrases
    of what came before that.
    """
    pending = [token]
    while pending:
        token = pending.pop()
        yield token
        pending.extend(c for c in token.children if not _is_circumstance(c, own=own) and not _is_given(c))


def _is_circumstance(token: Token, *, own: bool) -> bool:
    """Does a token head a clause of time or cause, or say what came before ("failed to agree *after long talks*")?"""
    if token.dep_ == "prep":
        return own and token.lower_ in _BEFOREHAND and token.head.pos_ == "VERB"
    return token.dep_ == "advcl" and any(g.dep_ in {"mark", "advmod"} and g.i < token.i for g in token.children)


def _is_given(clause: Token) -> bool:
    """Does a clause only say of something known what was done with it ("demanded the return of *the men it seized*")?

    What holds of any or of some thing is part of what is said ("threatened to strike *any town that helped*"), unless
    it has a day of its own ("asked Chad to free *men held since May*"). One thing, or so many, is known to the speaker,
    and so is what somebody does with it ("threatened to kill *a man it holds*").
    """
    noun = clause.head
    if clause.dep_ not in {"relcl", "acl"} or noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    done = clause.tag_ == "VBD" or any(c.lower_ in {"had", "has", "have"} for c in clause.children if c.dep_ == "aux")
    by_another = clause.dep_ == "acl" and clause.tag_ == "VBN" and child(clause, "agent") is not None
    subject = child(clause, *SUBJECTS)
    by_named = (
        subject is not None
        and subject.tag_ not in {"WP", "WDT"}
        and clause.tag_ in {"VBZ", "VBP"}
        and clause.pos_ == "VERB"
    )
    named = noun.pos_ == "PROPN" or child(noun, "poss", "nummod") is not None
    perfect = any(c.lower_ in {"has", "have"} for c in clause.children if c.dep_ == "aux")
    determiners = _THE if perfect else _KNOWN  # "a man who has fled" may be anybody
    known = named or any(c.lower_ in determiners for c in noun.children if c.dep_ == "det")
    past = clause.dep_ == "relcl" and done
    if (past or clause.tag_ == "VBN") and not any(c.lower_ in _ANY for c in noun.children) and _has_day(clause):
        return True
    return known and (by_another or past or (clause.dep_ == "relcl" and by_named))


def _has_day(clause: Token) -> bool:
    """Does a clause say on which day, or since when?"""
    days = (o for c in clause.children if c.dep_ in {"prep", "npadvmod"} for o in (c, *c.children))
    return any(day.ent_type_ == "DATE" and day.dep_ in {"pobj", "npadvmod"} for day in days)


_TELLING = frozenset({"tell", "inform", "assure", "warn", "remind"})
_THE = frozenset({"the", "this", "these"})
_KNOWN = _THE | {"a", "an"}
_ANY = frozenset({"any", "some", "anyone", "all", "every"})
_BEFOREHAND = frozenset({"after", "following"})
_CONTENT_PREPOSITIONS = frozenset({"of", "for", "to", "against", "with", "over", "by", "from"})
