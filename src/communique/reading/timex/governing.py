"""Which time expression dates an act: the one on the trigger or its clause, not one of the words that report it or of another act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from communique.reading.parse import Sentence
from communique.reading.syntax import child, first_conjunct, is_passive
from communique.records import Precision, Span, Time, Timex

#: Verbs whose own day is that of the words, not of the act that they speak of.
_ANNOUNCING = frozenset({
    "say", "tell", "report", "announce", "confirm", "deny", "discuss", "describe", "mention", "add", "state", "declare", "reveal", "disclose", "note",
    "call", "propose", "request", "demand", "urge", "suggest", "agree", "promise", "pledge", "threaten", "warn", "condemn", "criticize", "criticise",
    "denounce", "praise", "welcome", "postpone", "cancel", "reject", "approve", "authorize", "authorise", "order", "expect", "plan", "schedule",
})  # fmt: skip
#: Verbs above an infinitive that share its time: "is to meet", "went to meet", "began to shell".
_SHARING = frozenset(
    {
        "be",
        "have",
        "go",
        "come",
        "travel",
        "fly",
        "arrive",
        "head",
        "gather",
        "begin",
        "start",
        "continue",
        "use",
        "get",
        "manage",
        "fail",
        "refuse",
        "visit",
        "return",
    }
)
#: Prepositions between an act and its parties or places, behind which a day may be attached to the wrong noun.
_BESIDE = frozenset(
    {"with", "in", "at", "to", "between", "by", "near", "of", "among", "against", "outside", "from", "into"}
)
#: Prepositions by which a noun of action shares the time of the verb it hangs on ("arrives on Sunday for talks").
_CARRYING = frozenset({"in", "at", "for", "during", "with", "to", "into", "of", "on"})
_TRAVEL = frozenset({"visit", "trip", "tour", "stay", "stop", "journey"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_RANGE = re.compile(
    r"\s*(?:-|\u2010|\u2011|\u2012|\u2013|\u2014|to|through|thru|until|till|and|&)\s*(?:on\s+|the\s+)*", re.IGNORECASE
)
_COARSER: tuple[Precision, ...] = ("day", "week", "month", "quarter", "year")
_REACH = 12


def governing_time(times: Sequence[Time], sentence: Sentence, trigger: Token) -> Time | None:
    """The date or time that says when the act named by ``trigger`` was or is to be; ``None`` when the sentence does not say.

    Lengths, sets and vague references never date an act. A range ("May 10-11", "from Monday to Wednesday") comes back as
    one time from its first to its last day, whose value is the ISO 8601 interval.
    """
    dated = [
        t
        for t in times_within(times, sentence)
        if t.timex.type in {"DATE", "TIME"} and not t.timex.value.endswith("_REF")
    ]
    best: tuple[int, int] | None = None
    chosen = None
    for k, time in enumerate(dated):
        head = head_in(sentence, time)
        closeness = _closeness(attachment(head), head, trigger) if head is not None else None
        if head is not None and closeness is not None and (best is None or (closeness, abs(head.i - trigger.i)) < best):
            best, chosen = (closeness, abs(head.i - trigger.i)), k
    return _whole_range(dated, chosen, sentence) if chosen is not None else None


def governing_duration(times: Sequence[Time], sentence: Sentence, trigger: Token) -> Time | None:
    """The length of the act that ``trigger`` names: "met for four hours", "a two-hour meeting", "two days of talks"."""
    for time in times_within(times, sentence):
        head = head_in(sentence, time) if time.timex.type == "DURATION" else None
        if head is None:
            continue
        of = next(
            (p for c in head.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"),
            None,
        )
        if of is not None and of.i == trigger.i:
            return time
        closeness = _closeness(attachment(head), head, trigger)
        if closeness is not None and (head.dep_ != "pobj" or head.head.lower_ in {"for", "over", "during", "of"}):
            return time
    return None


def times_within(times: Sequence[Time], sentence: Sentence) -> list[Time]:
    """The times that begin in a sentence, found by bisection in the article's times."""
    whole = sentence.whole
    low, high = 0, len(times)
    while low < high:
        middle = (low + high) // 2
        if times[middle].span.start < whole.start:
            low = middle + 1
        else:
            high = middle
    found = []
    while low < len(times) and times[low].span.start < whole.end:
        found.append(times[low])
        low += 1
    return found


def head_in(sentence: Sentence, time: Time) -> Token | None:
    """The token of a time expression that hangs on something outside it."""
    tokens = [
        t for t in sentence.tokens if sentence.start_of(t) < time.span.end and sentence.end_of(t) > time.span.start
    ]
    if not tokens:
        return None
    first, last = tokens[0].i, tokens[-1].i
    return next((t for t in tokens if not first <= t.head.i <= last or t.head is t), tokens[-1])


def attachment(head: Token) -> Token:
    """What a time expression is said of: the verb or noun above it, behind prepositions and the times it is joined to."""
    token = first_conjunct(head)
    for _ in range(_REACH):
        above = token.head
        if above is token:
            break
        if (
            token.dep_ in {"pobj", "pcomp"}
            or (above.dep_ in {"prep", "agent"}
            and above.pos_ == "ADP"
            and token.dep_ != "prep")
        ) or (
            (token.dep_ in {"prep", "npadvmod", "advmod", "appos", "conj"}
            and above.ent_type_ in {"DATE", "TIME"})
            or above.pos_ == "ADP"
        ):
            token = above
        else:
            return above
    return token


def _closeness(on: Token, head: Token, trigger: Token) -> int | None:
    """How closely a time said of ``on`` dates the trigger: 0 directly, 1 through its verb, 2 through a party; ``None`` not at all."""
    if on.i == trigger.i:
        return 0
    if head.dep_ in {"poss", "compound", "amod", "nmod", "nummod"} and head.head.i == on.i:
        return None  # "Friday's attack" dates the attack alone
    if any(verb.i == on.i for verb in _sharing_verbs(trigger, head)):
        return 1
    return 2 if on.pos_ in _NOUNS and _beside(on, trigger) else None


def _sharing_verbs(trigger: Token, head: Token) -> Iterator[Token]:
    """The verbs whose time is the trigger's: the one that carries a noun, and those above an infinitive or beside in coordination."""
    verb = trigger if trigger.pos_ in {"VERB", "AUX"} else _carrier(trigger)
    for _ in range(_REACH):
        if verb is None:
            return
        if verb.i != trigger.i:
            yield verb
        verb = _above(verb, head)


def _carrier(noun: Token) -> Token | None:
    """The verb in whose clause a noun of action happens, if that verb does not only speak of it."""
    token = first_conjunct(noun)
    for _ in range(_REACH):
        above = token.head
        if above is token:
            return None
        if above.pos_ in {"VERB", "AUX"}:
            return None if above.lemma_.lower() in _ANNOUNCING or token.dep_ in {"relcl", "acl", "advcl"} else above
        if token.dep_ == "pobj" and above.lower_ not in _CARRYING:
            return None
        if token.dep_ not in {"pobj", "prep", "conj", "compound", "appos", "nmod", "dobj"}:
            return None
        token = above
    return None


def _above(verb: Token, head: Token) -> Token | None:
    """The next verb up that shares its time with ``verb``, seen from a time expression at ``head``."""
    above = verb.head
    if above is verb or above.pos_ not in {"VERB", "AUX"}:
        return None
    fronted = head.i < min(above.i, verb.i) and not any(
        head.i < c.i < above.i and c.dep_ in {"ccomp", "mark"} for c in above.children
    )
    if verb.dep_ == "conj":
        return above if fronted else None
    if verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and child(verb, "aux") is not None and verb.tag_ == "VB"):
        looks_ahead = above.tag_ != "VBD" and (fronted or is_passive(above))
        return above if above.lemma_.lower() in _SHARING or looks_ahead else None
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and child(verb, "mark", "aux") is None:
        return above
    return None


def _beside(noun: Token, trigger: Token) -> bool:
    """Is a noun a party or place of the trigger: below it by objects and prepositions of place and company, within its clause?"""
    token = noun
    for _ in range(_REACH):
        above = token.head
        if above.i == trigger.i:
            return token.dep_ in {"dobj", "prep", "agent", "dative", "conj", "nsubjpass"}
        if above is token or above.pos_ in {"VERB", "AUX"}:
            return False
        if (
            token.dep_ == "prep"
            and token.lower_ not in _BESIDE
            and not (token.lower_ == "for" and trigger.lemma_.lower() in _TRAVEL)
        ):
            return False
        if token.dep_ not in {"pobj", "prep", "conj", "appos", "dobj", "compound", "nmod"}:
            return False
        token = above
    return False


def _whole_range(dated: Sequence[Time], at: int, sentence: Sentence) -> Time:
    """The chosen time, or the whole range that it begins or ends."""
    for k in (at, at - 1):
        if 0 <= k < len(dated) - 1 and (joined := _joined(dated[k], dated[k + 1], sentence)) is not None:
            return joined
    return dated[at]


def _joined(first: Time, second: Time, sentence: Sentence) -> Time | None:
    """Two times as one interval, when the words between them say so; "and" needs days that follow one another or "between"."""
    text = sentence.text
    between = text[first.span.end : second.span.start]
    if len(between) > 24 or _RANGE.fullmatch(between) is None:
        return None
    if (
        first.start is None
        or first.end is None
        or second.start is None
        or second.end is None
        or first.start > second.start
    ):
        return None
    if between.strip().lower().startswith(("and", "&")):
        follows = (second.start - first.end).days <= 1
        if not follows and not text[: first.span.start].rstrip()[-7:].lower() == "between":
            return None
    precision = max((first.precision or "day", second.precision or "day"), key=_COARSER.index)
    span = Span(first.span.start, second.span.end, text[first.span.start : second.span.end])
    value = f"{first.timex.value}/{second.timex.value}"
    return Time(
        span=span,
        start=first.start,
        end=max(first.end, second.end),
        precision=precision,
        timex=Timex(type="DATE", value=value),
    )
