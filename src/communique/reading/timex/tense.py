"""Which way a time expression points: the tense of the verb that it goes with."""

from __future__ import annotations

from spacy.tokens import Token

_FUTURE = frozenset({"will", "shall", "'ll", "wo", "would", "can", "could", "may", "might", "should", "must", "ca", "sha"})
#: Verbs whose infinitive happened when they did: "was forced to resign Friday".
_IMPLICATIVE = frozenset({"begin", "start", "force", "manage", "continue", "fail", "help", "appear", "seem", "go", "come", "get", "have", "use", "cause", "lead", "prompt"})
_SAYING = frozenset({"say", "tell", "report", "announce", "write", "add", "note", "state", "declare"})
_CLIMB = 24


def direction(token: Token) -> int:
    """-1 for the past, 1 for the future, 0 when the words do not say, from the verb that governs ``token``.

    A modal or an infinitive looks ahead, a past or perfect looks back; the present looks ahead with a day ("arrives on
    Sunday") except in verbs of saying. At most 24 steps up the tree.
    """
    for _ in range(_CLIMB):
        if token.pos_ in {"VERB", "AUX"}:
            found = _of_verb(token)
            if found is not None:
                return found
        if token.head is token:
            break
        token = token.head
    return 0


def _of_verb(verb: Token) -> int | None:
    """What the verb itself says; ``None`` where the clause above decides (participles, gerunds)."""
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(a.lower_ in _FUTURE for a in auxiliaries):
        return 1
    if any(a.tag_ == "TO" for a in auxiliaries):
        above = verb.head
        return None if verb.dep_ == "xcomp" and above.lemma_ in _IMPLICATIVE else 1
    forms = {a.tag_ for a in auxiliaries} | {verb.tag_}
    if "VBD" in forms or any(a.lemma_ == "have" for a in auxiliaries):
        return -1
    if forms & {"VBZ", "VBP"}:
        return -1 if verb.lemma_ in _SAYING else 1
    if verb.dep_ == "conj" and verb.tag_ == "VB":
        return None
    return -1 if verb.tag_ == "VBN" and verb.dep_ == "ROOT" else None
