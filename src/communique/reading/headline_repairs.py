"""Repairs of the parses of headlines, whose clipped grammar the parser has seldom seen.

Headlines leave out articles and auxiliaries and join two by a comma (Mårdh 1980, Headlinese).
"""

from __future__ import annotations

from communique.reading.syntax import SUBJECTS, child
from communique.reading.tokens import Doc, Token


def repair_headline(doc: Doc) -> None:
    """Repair what the parser makes of the clipped grammar of headlines, in place.

    A word that has a plural noun right before it for a subject is the verb, as is one with nouns before it and an
    object behind it; a comma between names stands for "and".
    """
    for sentence in doc.sents:
        root = sentence.root
        if root.tag_ == "NN" and any(
            c.dep_ == "nsubj" and c.tag_ == "NNS" and c.i + 1 == root.i for c in root.children
        ):
            root.tag_, root.pos_ = "VBP", "VERB"
        elif root.tag_ in {"NN", "NNS"}:
            _make_verb(root)
        _make_transitive(sentence.root)
        if sentence.root.pos_ == "VERB":
            _join_by_comma(sentence.root)
            _make_object(sentence.root)


def _make_verb(noun: Token) -> None:
    """Make a finite verb that was taken for a part of its object the main verb ("protesters *storm* ministry")."""
    verb = next((c for c in noun.children if c.dep_ == "compound" and c.tag_ in {"VBP", "VBZ"}), None)
    subject = child(verb, "nsubj") if verb is not None else None
    if verb is not None and verb.tag_ == "VBZ":  # no part of a compound: "*Chad* jails banker"
        subject = subject or child(verb, "compound") or next((c for c in noun.lefts if c.i + 1 == verb.i), None)
    if subject is None or verb is None or subject.right_edge.i + 1 != verb.i:
        return
    subject.hang_on(verb)
    subject.dep_ = "nsubj"
    behind = [c for c in noun.children if c.i > noun.i and c.dep_ != "appos"]
    verb.hang_on(verb)
    verb.dep_, verb.pos_ = "ROOT", "VERB"
    noun.hang_on(verb)
    noun.dep_ = "dobj"
    for token in behind:
        token.hang_on(verb)


def _make_transitive(root: Token) -> None:
    """Make what has an object the verb of the nouns before it ("Cruise *missiles pound* camp"): no noun has one."""
    noun = next((c for c in root.children if c.dep_ == "compound" and c.i + 1 == root.i), None)
    has_object = any(c.dep_ == "dobj" and c.i > root.i for c in root.children)
    if noun is None or not has_object or child(root, *SUBJECTS) is not None or root.tag_ == "NNP":
        return
    root.pos_, root.tag_ = "VERB", "VBZ" if root.tag_ in {"NNS", "VBZ"} else "VBP"
    noun.dep_ = "nsubj"
    for token in [c for c in root.children if c.i < noun.i]:
        token.hang_on(noun)


def _join_by_comma(verb: Token) -> None:
    """Join a name before a comma to the subject behind it ("*Chad*, *Niger* agree truce")."""
    subject = child(verb, *SUBJECTS)
    at = subject.left_edge.i - 2 if subject is not None else -1
    if subject is None or at < verb.sent.start or subject.left_edge.nbor(-1).text != ",":
        return
    name = verb.doc[at]
    if name.tag_ == "NNP" and name.head == verb and name.dep_ in {"advcl", "npadvmod", "dep"}:
        name.dep_ = subject.dep_
        subject.hang_on(name)
        subject.dep_ = "conj"


def _make_object(verb: Token) -> None:
    """Make a bare noun behind the verb its object, where the parser takes it for a clause ("begin *drills*")."""
    noun = child(verb, "xcomp")
    if noun is not None and noun.tag_ in {"NN", "NNS"} and noun.i == verb.i + 1 and child(verb, "dobj") is None:
        noun.dep_, noun.pos_ = "dobj", "NOUN"
