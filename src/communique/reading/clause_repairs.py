"""Repairs of clauses that tell what is said, whose subject the parser gave to another verb.

"He believed *Chad*, which asked, was ready": a finite verb needs a subject, and there has it in what seems an object.
"He added *Chad* had not asked": a verb with its auxiliary behind a noun is no second verb of the one before, which
needs "and", but has the noun for its subject. "He said *troops* massed in Chad threatened Mali": of two verbs without
"and" behind one noun the first is a participle on it (Huddleston and Pullum 2002, ch. 14). "It may lead to *Chad*
leaving": what a thing leads to is a clause, whose subject the noun is (ibid., ch. 14, 4.3).
"""

from __future__ import annotations

from communique.lexicon.words import packaged_words
from communique.reading.syntax import SUBJECTS, child, first_conjunct
from communique.reading.tokens import Token

_AUXILIARIES = frozenset({"aux", "auxpass"})


def mend_said(token: Token) -> None:
    """Repair in place whose a verb is that tells what is said."""
    if token.tag_ == "VBN" and token.dep_ == "conj":
        _restore_complement(token)
    elif token.tag_ == "VBG" and token.dep_ in {"advcl", "acl", "xcomp"}:
        if token.dep_ != "xcomp":
            _restore_absolute(token)
        _restore_result(token)
    elif token.dep_ == "ccomp" and token.pos_ in {"VERB", "AUX"}:
        _restore_from_object(token)
        if token.tag_ == "VBD":
            _restore_subject_of_second(token)


def _restore_absolute(participle: Token) -> None:
    """Give a participle the noun right before it behind ", with" for its subject ("…, with *X* calling it a coup")."""
    if participle.i < participle.sent.start + 3:
        return
    before = participle.nbor(-1)
    noun = next((t for t in (before, *before.ancestors) if t.dep_ == "pobj" and t.head.lower_ == "with"), None)
    if noun is None or noun.head.i <= participle.sent.start or noun.head.nbor(-1).text not in {",", "-", "--", ";"}:
        return
    if noun.right_edge.i == before.i and noun != participle and noun not in participle.ancestors:
        participle.hang_on(noun)
        participle.dep_ = "acl"


def _restore_result(gerund: Token) -> None:
    """Make a gerund what a verb of causing leads to, with the noun before it ("may *lead to Chad leaving*").

    So is what there is a risk of ("the *risk of Chad leaving*").
    """
    noun = first_conjunct(gerund.nbor(-1)) if gerund.i > gerund.sent.start + 2 else gerund
    preposition = noun.head
    if (
        noun.dep_ != "pobj"
        or preposition.lower_ not in {"to", "in", "of"}
        or gerund.head not in {noun, preposition.head}
    ):
        return
    verb, words = preposition.head, packaged_words()
    risk = preposition.lower_ == "of" and words.statuses.get(verb.lemma_.lower()) == "hypothetical"
    if not risk and (verb.pos_ != "VERB" or verb.lemma_.lower() not in words["causing"]):
        return
    if any(c.tag_ == "VBG" and c.i > gerund.i for c in (*verb.children, *noun.children)):
        return  # "led to troops *fighting* in Chad *being* withdrawn"
    gerund.hang_on(preposition)
    gerund.dep_ = "pcomp"
    noun.hang_on(gerund)
    noun.dep_ = "nsubj"


def _restore_from_object(verb: Token) -> None:
    """Give a finite verb without a subject in what is said the object before it ("believed *Chad* … was ready")."""
    above = verb.head
    told = above.lemma_.lower() in packaged_words()["object control"]  # "told a meeting it was late" has both
    named = verb.ent_type_ == "PERSON"  # "thanked President *Barred* Okello": a part of a name
    if above.pos_ != "VERB" or told or named or child(verb, *SUBJECTS, "mark", "expl") is not None:
        return
    auxiliary = next((c for c in verb.children if c.dep_ in _AUXILIARIES), None)
    finite = auxiliary if auxiliary is not None else verb
    noun = child(above, "dobj")
    if noun is None or not above.i < noun.i < verb.i or finite.tag_ not in {"VBD", "VBZ", "VBP", "MD"}:
        return
    if noun.right_edge.i >= finite.i or any(c.dep_ == "cc" for c in above.children if noun.i < c.i < verb.i):
        return
    noun.hang_on(verb)
    noun.dep_ = "nsubjpass" if child(verb, "auxpass") is not None else "nsubj"


def _restore_complement(verb: Token) -> None:
    """Make a verb with its auxiliary right behind the object of another one what that says, in place."""
    above = verb.head
    first = next((c for c in verb.children if c.dep_ in _AUXILIARIES), None)
    noun = child(above, "dobj") if above.pos_ == "VERB" and above.i < verb.i else None
    if noun is None or first is None or child(verb, *SUBJECTS) is not None:
        return
    joined = any(c.dep_ == "cc" for c in above.children if above.i < c.i < verb.i)
    if joined or noun.right_edge.i + 1 != first.i or first.tag_ not in {"VBD", "VBZ", "VBP", "MD"}:
        return
    verb.dep_ = "ccomp"
    noun.hang_on(verb)
    noun.dep_ = "nsubjpass" if child(verb, "auxpass") is not None else "nsubj"


def _restore_subject_of_second(verb: Token) -> None:
    """Give a verb without a subject the one of a participle before it in what somebody says, in place."""
    above = verb.head
    if child(verb, *SUBJECTS, "mark", "aux", "auxpass") is not None:
        return
    for other in above.children:
        if other.dep_ != "ccomp" or not above.i < other.i < verb.i or other.tag_ not in {"VBN", "VBD"}:
            continue
        subject = child(other, "nsubj")
        bare = subject is not None and not any(c.dep_ in _AUXILIARIES | {"dobj"} for c in other.children)
        if not bare or subject is None or any(t.dep_ == "cc" or t.text == "," for t in verb.doc[other.i : verb.i]):
            continue
        subject.hang_on(verb)
        subject.dep_ = "nsubj"
        other.hang_on(subject)
        other.dep_, other.tag_ = "acl", "VBN"
        return
