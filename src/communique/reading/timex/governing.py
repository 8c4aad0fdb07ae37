"""Which time expression dates an act: one on the act or its clause, not one on its report or on another act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.lexicon.dating import dating_words
from communique.reading.parse import Sentence
from communique.reading.syntax import child, first_conjunct, is_passive, leading_to
from communique.reading.timex.ranges import whole_range
from communique.reading.timex.tense import is_purpose
from communique.reading.tokens import Token
from communique.records import Place, Time

#: Prepositions between an act and its parties or places, behind which a day may be attached to the wrong noun.
_BESIDE = frozenset({"with", "in", "at", "to", "between", "by", "near", "of", "among", "against", "outside", "from"})
#: Prepositions by which a noun of action shares the time of the verb it hangs on ("arrives on Sunday for talks").
_CARRYING = frozenset({"in", "at", "for", "during", "with", "to", "into", "of", "on"})
#: Prepositions by which it shares the time of another noun of action ("a visit on Sunday for talks").
_PURPOSE = frozenset({"for", "during", "at"})
#: Prepositions by which an act is part of what another noun names.
_THEREIN = frozenset({"in", "at", "during"})
#: Prepositions that set an act beside a time without dating it.
_AROUND = frozenset({"before", "after", "until", "till", "prior", "ahead", "since"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_VERBS = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"pobj", "prep", "conj", "compound", "appos", "nmod", "dobj"})
#: How what stands before a noun hangs on it.
PRENOMINAL = frozenset({"poss", "compound", "amod", "nmod", "nummod"})
_DATE_ENTITIES = frozenset({"DATE", "TIME"})
#: Steps up or down the tree; deeper nesting does not occur in prose.
_REACH = 12
#: What a distance in time is counted from, and what ranks an act among others.
_FROM = frozenset({"after", "before", "since", "earlier", "later", "ago"})
_RANKS = frozenset({"first", "second", "third", "last", "latest", "only"})


def governing_time(times: Sequence[Time], sentence: Sentence, trigger: Token) -> Time | None:
    """The date or time of day that says when the act named by ``trigger`` was or is to be; ``None`` when nothing does.

    ``times`` are those of the article, in order; only those of the sentence count. Lengths, sets and vague references
    never date an act. A range ("May 10-11", "from Monday to Wednesday") comes back as one time from its first to its
    last day.
    """
    dated = [t for t in sentence.begun_in(times) if t.timex.type in {"DATE", "TIME"}]
    dated = [t for t in dated if not t.timex.value.endswith("_REF")]
    ranked = []
    for k, time in enumerate(dated):
        head = head_in(sentence, time)
        told = _begins(head, trigger) or _is_told_of(head, trigger) if head is not None else False
        if head is None or (_preposition(head) in _AROUND and not told):
            continue
        closeness = _closeness(attachment(head), head, trigger)
        if closeness is not None:
            ranked.append((closeness, abs(head.i - trigger.i), k))
    return whole_range(dated, min(ranked)[2], sentence.text) if ranked else None


def governing_duration(times: Sequence[Time], sentence: Sentence, trigger: Token) -> Time | None:
    """The length of the act that ``trigger`` names: "met for four hours", "a two-hour meeting", "two days of talks"."""
    for time in sentence.begun_in(times):
        head = head_in(sentence, time) if time.timex.type == "DURATION" else None
        if head is None:
            continue
        if any(c.lower_ == "of" and child(c, "pobj") == trigger for c in head.children):
            return time
        if head.dep_ == "pobj" and _preposition(head) not in {"for", "over", "during", "of"}:
            continue
        on = attachment(head)
        if _is_distance(head, on):
            continue
        if on.i == trigger.i or _closeness(on, head, trigger) is not None:
            return time
    return None


def _is_distance(head: Token, on: Token) -> bool:
    """Does a length of time say how far apart two acts were ("*two weeks* after the raid", "the first for a year")?"""
    behind = head.doc[head.i + 1].lower_ if head.i + 1 < head.sent.end else ""
    ranked = head.dep_ == "pobj" and any(c.lower_ in _RANKS for c in on.children if c.dep_ == "amod")
    return ranked or behind in _FROM


def head_in(sentence: Sentence, named: Time | Place) -> Token | None:
    """The token of a time expression, or of a place's name, that hangs on something outside it."""
    start, end = named.span.start - sentence.offset, named.span.end - sentence.offset
    tokens = sentence.tokens.doc.tokens_in(start, end)
    if not tokens:
        return None
    first, last = tokens[0].i, tokens[-1].i
    return next((t for t in tokens if not first <= t.head.i <= last), tokens[-1])


def attachment(head: Token) -> Token:
    """What a time expression is said of: the verb or noun above it, past prepositions and times it is joined to."""
    token = first_conjunct(head)
    for _ in range(_REACH):
        above = token.head
        if above is token:
            break
        of_time = token.dep_ in {"prep", "npadvmod", "advmod", "appos", "conj"} and above.ent_type_ in _DATE_ENTITIES
        nearer = (
            above.pos_ == "ADV" and above.dep_ == "advmod" and token.dep_ == "prep"
        )  # "back in 2018", "late on Friday"
        if token.dep_ not in {"pobj", "pcomp"} and above.pos_ != "ADP" and not of_time and not nearer:
            return above
        token = above
    return token


def _preposition(head: Token) -> str:
    """The preposition in front of a time expression, "" when there is none."""
    token = first_conjunct(head)
    return token.head.lower_ if token.dep_ == "pobj" else ""


def _begins(head: Token, trigger: Token) -> bool:
    """Is it since when something has lasted that was done then ("has been *detained* since October")?"""
    perfect = any(c.lower_ in {"has", "have"} and c.dep_ == "aux" for c in trigger.children)
    return _preposition(head) == "since" and attachment(head).i == trigger.i and perfect and _is(trigger, "lasting")


def _is_told_of(head: Token, trigger: Token) -> bool:
    """Is the act what happened at a time by the clause on it ("did not rise until *May, when Chad attacked*")?"""
    return trigger.head.i == head.i and _is_when(trigger)


def _closeness(on: Token, head: Token, trigger: Token) -> int | None:
    """How closely a time said of ``on`` dates the trigger: 0 directly, 1 by its clause, 2 by a party, ``None`` not."""
    if _is_over(head) and _is_ahead(on):
        return 0 if on.head.i == trigger.i else None  # "offered to resign last week" offered then
    if on.i == trigger.i:
        return 0
    if head.dep_ in PRENOMINAL and head.head.i == on.i:
        return None  # "Friday's attack" dates the attack alone
    if on.tag_ == "VBG" and on.head.i == trigger.i and _is_set_off(head):
        return 1  # "was convicted of fraud, stemming from his years as mayor, *in 2011*"
    sharing = list(_sharing(trigger, head))
    if any(verb.head.i == head.i and _is_when(verb) for verb in (trigger, *sharing)):
        return 0  # "in March, when the two met"
    if any(other.i == on.i for other in sharing):
        return 1
    if on.dep_ == "acl" and (_is(on, "issuing") or _is(on, "occurring")) and _preposition(on.head) in _THEREIN:
        on = on.head  # "in a statement issued on Monday", "at talks held on Monday", Chad denied it
    return 2 if on.pos_ in _NOUNS and _is_beside(on, trigger) else None


def _is_set_off(head: Token) -> bool:
    """Does a comma part a date behind a preposition from the clause before it, and nothing follow it?"""
    preposition = head.head
    behind = head.doc[head.right_edge.i + 1] if head.right_edge.i + 1 < head.sent.end else None
    before = head.doc[preposition.i - 1].text if preposition.dep_ == "prep" and preposition.i else ""
    return before == "," and (behind is None or behind.is_punct)


def _is_over(head: Token) -> bool:
    """Does a time expression say by its words that it is past?"""
    return head.lower_ in {"yesterday", "ago"} or any(c.lower_ in {"last", "ago"} for c in head.children)


def _is_ahead(verb: Token) -> bool:
    """Is it an infinitive that was still ahead in the past of the verb above ("offered to resign")?"""
    infinitive = verb.dep_ == "xcomp" and any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
    return infinitive and verb.head.tag_ in {"VBD", "VBN"} and not _is(verb.head, "implicative")


def _sharing(trigger: Token, head: Token) -> Iterator[Token]:
    """The words whose time is the trigger's.

    For a noun the verb that carries it, the noun it is the purpose of, and a clause on it that says when it happens;
    for a verb those above its infinitive or beside it in coordination, and those of clauses with "when".
    """
    verb: Token | None = trigger
    if trigger.pos_ in _VERBS:
        yield from (c for c in trigger.children if _is_simultaneous(c) or is_purpose(c))
        yield from _occasions_of_speech(trigger)
        if (issued := issuing_verb(trigger)) is not None:
            yield issued
        yield from (c for by in trigger.children if by.lower_ == "by" for c in by.children if c.dep_ == "pcomp")
    else:
        yield from _occurring_clauses(trigger)
        path = list(_carriers(trigger))
        yield from path
        verb = path[-1] if path and path[-1].pos_ in _VERBS else None
    for _ in range(_REACH):
        verb = _above(verb, head) if verb is not None else None
        if verb is not None:
            yield verb


def _is_when(clause: Token) -> bool:
    """Is it a clause on a time that says what happened then?"""
    return clause.dep_ == "relcl" and any(c.lower_ == "when" for c in clause.children)


def _is_simultaneous(clause: Token) -> bool:
    """Is it a clause whose act is at the time of the one above it ("… when they met", "while visiting Oslo")?"""
    if clause.dep_ != "advcl":
        return False
    opening = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"} and c.i < clause.i}
    return "when" in opening or ("while" in opening and clause.tag_ == "VBG")


def _occasions_of_speech(verb: Token) -> Iterator[Token]:
    """Participles that tell where and when it was said ("*Speaking* in Oslo on Friday, the envoy accused Chad")."""
    subjects = (c for c in verb.children if c.dep_ == "nsubj")
    participles = (*verb.children, *(c for subject in subjects for c in subject.children))
    yield from (c for c in participles if c.tag_ == "VBG" and c.dep_ in {"advcl", "acl"} and _is_bare_speech(c))


def _is_bare_speech(clause: Token) -> bool:
    return _is(clause, "speaking") and child(clause, "mark", "aux") is None


def issuing_verb(participle: Token) -> Token | None:
    """The verb that gives out the words whose content a participle tells: "*issued* words condemning the raid"."""
    words = participle.head
    if participle.tag_ != "VBG" or participle.dep_ != "acl" or words.dep_ != "dobj":
        return None
    return words.head if _is(words.head, "issuing") else None


def _occurring_clauses(noun: Token) -> Iterator[Token]:
    """Clauses that say when a noun of action happens, also behind whose it is ("the visit of Li, which starts …")."""
    for token in noun.children:
        owners = token.children if token.dep_ == "prep" and token.lower_ in {"of", "by"} else ()
        clauses = [token, *(c for owner in owners for c in owner.children)]
        clauses = [c for c in clauses if c.dep_ in {"acl", "relcl"}]
        yield from (c for c in clauses if _is(c, "occurring") or any(w.lower_ == "where" for w in c.children))


def shares_phrase(noun: Token, preposition: Token) -> bool:
    """Has a noun of action behind a preposition on another noun the time of that one's clause?

    "A round of talks" has, and "grain exports in a phone call", where the parse hangs the occasion too low; the attack
    in "the victims of the attack" and "a suspect in the attack" has a time of its own.
    """
    above = preposition.head
    if preposition.lower_ == "of":
        return _is(above, "stretch") or above.pos_ == "PROPN"
    return preposition.lower_ in _THEREIN and above.dep_ == "dobj" and _is(noun, "occasion")


def _carriers(noun: Token) -> Iterator[Token]:
    """Nouns that a noun of action is the purpose of, and last the verb of its clause, unless that only speaks of it.

    Whoever says something at a meeting, or tells it one, is there.
    """
    present = False
    token = first_conjunct(noun)
    for _ in range(_REACH):
        above = token.head
        if above is token:
            return
        if above.pos_ in _VERBS:
            if token.lower_ == "for" and not _is(above, "coming together"):
                return  # "arrived for talks", but "arrested on Friday for the attack"
            told = token.dep_ in {"dobj", "dative"} and _is(above, "addressing")
            if (present or told or not _is(above, "announcing")) and token.dep_ not in {"relcl", "acl", "advcl"}:
                yield above
            return
        if token.dep_ not in _NOMINAL or (token.dep_ == "pobj" and above.lower_ not in _CARRYING):
            return
        if token.dep_ == "prep" and token.lower_ in _PURPOSE and (token.lower_ != "for" or _is(above, "travel")):
            yield above
        elif token.dep_ == "prep" and not shares_phrase(noun, token):
            return
        present = above.lower_ in {"at", "during"} or (above.lower_ == "in" and _is(noun, "occasion"))
        token = above


def _above(verb: Token, head: Token) -> Token | None:
    """The next verb up that shares its time with ``verb``, seen from a time expression at ``head``."""
    journey = leading_to(verb)
    if journey is not None and (journey.tag_ == "VBD") == (verb.tag_ == "VBD"):
        return journey
    above = verb.head
    if above is verb or above.pos_ not in _VERBS:
        return None
    if _is_simultaneous(verb):
        return above
    inner = any(head.i < c.i < above.i and c.dep_ in {"ccomp", "mark"} for c in above.children)
    fronted = head.i < min(above.i, verb.i) and not inner
    if verb.dep_ == "conj" or _is_contrasted(verb):
        return above if fronted else None
    if verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and verb.tag_ == "VB" and child(verb, "aux") is not None):
        looks_ahead = above.tag_ != "VBD" and (fronted or is_passive(above))
        return above if _is(above, "sharing") or looks_ahead else None
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and child(verb, "mark", "aux") is None:
        return above
    return None


def _is_contrasted(clause: Token) -> bool:
    """Is it what another side did meanwhile ("Chad accused Mali, *while* Niger *called* for calm")?"""
    past = clause.dep_ == "advcl" and clause.tag_ == "VBD"
    return past and any(c.dep_ == "mark" and c.lower_ == "while" for c in clause.children)


def _is_beside(noun: Token, trigger: Token) -> bool:
    """Is a noun a party or place of the trigger: below it by objects and prepositions of company and place?"""
    token = noun
    for _ in range(_REACH):
        above = token.head
        if above is token or (
            token.dep_ == "prep"
            and token.lower_ not in _BESIDE
            and not (token.lower_ == "for" and _is(trigger, "travel"))
        ):
            return False
        if above.i == trigger.i:
            return token.dep_ in {"dobj", "prep", "agent", "dative", "conj", "nsubjpass"}
        if above.pos_ in _VERBS or token.dep_ not in _NOMINAL:
            return False
        token = above
    return False


def _is(token: Token, class_id: str) -> bool:
    return token.lemma_.lower() in dating_words()[class_id]
