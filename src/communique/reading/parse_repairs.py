"""Repairs of parses that no reader of news would make.

The statistical parser takes the past tense of a regular verb for a participle now and then, and so a whole report for a
noun phrase: "An official *newspaper* called on the king to resign" as though the newspaper were called. A sentence of
running text has a finite verb (Huddleston and Pullum 2002, ch. 2); where there is only such a participle, that is it.
In headlines "Two men arrested in Rome" is what it looks like, but a noun with a subject is none: "Thousands *protest*".
"""

from __future__ import annotations

from communique.reading.apposition_repairs import mend_apposition, mend_beside
from communique.reading.audience_repairs import part_audience
from communique.reading.clause_repairs import mend_said
from communique.reading.conjunct_repairs import mend_conjunct
from communique.reading.fronting import restore_subject
from communique.reading.passives import CLAUSES, make_patient, restore_agent, restore_past, restore_patient
from communique.reading.relative_repairs import make_pronoun, restore_relative
from communique.reading.result_repairs import RESULTS, join_result
from communique.reading.subject_repairs import make_conjunction, make_subject, part_speaker, restore_preposed
from communique.reading.syntax import SUBJECTS, child
from communique.reading.tokens import Doc, Token
from communique.reading.verb_repairs import PREFIXES, join_prefix, restore_named

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_FINITE, _TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"}), frozenset({"VBD", "VBZ"})
_GERUNDS = {"meeting": "meet"}  # gerunds that are nouns as well
_FOREIGN = frozenset({"persona", "personae", "non"})
#: Adjectives that stand behind their noun alone (Huddleston and Pullum 2002, 559).
_NEVER_ATTRIBUTIVE = frozenset({"ablaze", "alight", "afire", "aflame", "grata", "gratae"})
_FORMS = _NEVER_ATTRIBUTIVE | PREFIXES | frozenset(RESULTS) | {"by", "of", "that"}
_BEHIND = frozenset({"punct", "cc", "conj"})


def repair(doc: Doc) -> None:
    """Make a participle the main verb of each sentence of running text that has no other, in place."""
    for sentence in doc.sents:
        for token in sentence.tokens:
            mend_said(token)
            part_audience(token)
            _mend(token)
        restore_subject(sentence)
        root = sentence.root
        if root.tag_ == "VBN" and root.i > sentence.start and root.nbor(-1).text == ",":
            _put_aside(root)
            continue
        verb = next((c for c in root.children if c.dep_ == "amod" and c.tag_ in {"VBN", "VBD"}), None)
        doer = _doer(verb) if verb is not None and root.pos_ in _NOMINAL and sentence[-1].text == "." else None
        alone = not any(t is not verb and _heads_clause(t, root) for t in sentence)
        if verb is not None and doer is not None and alone:
            _make_transitive(root, verb, doer)
            continue
        if root.pos_ not in _NOMINAL or sentence[-1].text not in {".", "!", '"'}:
            continue
        verb = next((c for c in root.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i > root.i), None)
        if verb is not None and not _is_passive(verb) and not any(_heads_clause(t, root) for t in sentence):
            _make_main(root, verb)


def _mend(token: Token) -> None:
    """Repair what the parser made of a single word."""
    if token.tag_ == "VBD" and token.dep_ in CLAUSES:
        restore_past(token)
    elif token.tag_ in _TENSED and token.dep_ == "conj":
        _give_subject(token)
        _join_to_its_like(token)
    elif token.dep_ == "acl" and token.tag_ == "VBN":
        _make_finite(token)
    elif token.tag_ == "NN" and token.dep_ == "conj" and token.lower_ in _GERUNDS:
        _make_gerund(token)
    elif token.tag_ == "VBG" and token.dep_ == "xcomp" and _qualifies(token):
        _make_attribute(token)
    elif token.tag_ == "VBZ" and token.dep_ in {"dobj", "pobj"}:
        _make_noun(token)
    elif token.lower_ in _FORMS:
        _mend_form(token)
    elif token.ent_type_ == "DATE" and token.dep_ == "compound":
        _make_adverbial(token)
    else:
        _mend_link(token)


def _mend_link(token: Token) -> None:
    """Repair how a word hangs on another one."""
    if token.dep_ in {"conj", "appos"}:
        mend_conjunct(token)
        mend_beside(token)
    elif token.dep_ in {"nsubj", "npadvmod"}:
        mend_apposition(token)
        make_patient(token)
        if token.dep_ == "npadvmod":
            make_subject(token)
        elif token.head.dep_ == "ccomp":
            part_speaker(token)
    elif token.dep_ == "attr":
        restore_preposed(token)
    elif token.dep_ in {"dobj", "oprd"} and token.tag_ in {"NN", "NNP"}:
        restore_named(token)


def _mend_form(token: Token) -> None:
    """Repair what a small word links to what, or an adjective that only stands behind its noun or verb."""
    if token.lower_ in _NEVER_ATTRIBUTIVE:
        _make_predicate(token)
    elif token.lower_ in PREFIXES:
        join_prefix(token)
    elif token.lower_ in RESULTS:
        join_result(token)
    elif token.lower_ == "by":
        restore_agent(token)
    elif token.lower_ == "of" and token.dep_ == "prep":
        restore_patient(token)
    elif token.dep_ == "mark":
        make_pronoun(token)
    elif token.dep_ == "dobj":
        make_conjunction(token)


def _make_finite(participle: Token) -> None:
    """Make a participle on a noun the past tense of a list of verbs, or of a relative clause, that it is."""
    if _is_listed(participle):
        participle.tag_, participle.dep_ = "VBD", "conj"
        participle.hang_on(participle.head.head)
    elif participle.head.dep_ in SUBJECTS:
        restore_relative(participle)


def _put_aside(participle: Token) -> None:
    """Make a participle between commas an aside on the subject, and the finite verb behind it the main one.

    "The minister, *invited* as a guest, *arrived* on Friday" says that he arrived.
    """
    subject = child(participle, *SUBJECTS)
    verb = next((c for c in participle.children if _resumes(c, participle)), None)
    if subject is None or verb is None or child(verb, *SUBJECTS) is not None:
        return
    if any(c.dep_ in {"aux", "auxpass"} for c in participle.children):
        return
    outer = [c for c in participle.children if c is not verb and not participle.i < c.i < verb.i]
    verb.hang_on(verb)
    verb.dep_ = "ROOT"
    for token in outer:
        token.hang_on(verb)
    subject.dep_ = "nsubj"
    participle.hang_on(subject)
    participle.dep_ = "acl"


def _resumes(verb: Token, participle: Token) -> bool:
    """Does a finite verb go on behind the comma that ends the participle's aside?"""
    return verb.tag_ in _TENSED and verb.left_edge.i > participle.i and verb.left_edge.nbor(-1).text == ","


def _make_noun(token: Token) -> None:
    """An object in "-s" is a plural noun, whatever stands before it a modifier ("expelled two military *attaches*")."""
    token.tag_, token.pos_, token.lemma_ = "NNS", "NOUN", token.lower_.removesuffix("s")
    for before in token.lefts:
        if before.dep_ in SUBJECTS:
            before.dep_ = "compound"


def _make_predicate(adjective: Token) -> None:
    """Make the noun before an adjective that only stands behind nouns the object ("set a Chadian *refinery* ablaze").

    The parser takes the two for a compound noun; so it does with "declared the *envoy* persona non grata".
    """
    first = adjective
    while first.i > adjective.sent.start + 1 and first.nbor(-1).lower_ in _FOREIGN:
        first = first.nbor(-1)
    noun, verb = first.nbor(-1) if first.i > adjective.sent.start else adjective, adjective.head
    if (
        adjective.dep_ not in {"dobj", "nsubj"}
        or verb.pos_ != "VERB"
        or noun.head != adjective
        or noun.pos_ not in _NOMINAL
    ):
        return
    noun.hang_on(verb)
    noun.dep_ = "dobj"
    for before in [c for c in adjective.children if c.i < noun.i]:
        before.hang_on(noun)
    adjective.dep_, adjective.tag_, adjective.pos_, adjective.lemma_ = "oprd", "JJ", "ADJ", adjective.lower_


def _make_gerund(noun: Token) -> None:
    """A bare noun in "-ing" that is coordinated with a gerund is one ("after touring Rome and *meeting* with X")."""
    other = noun.head
    bare = not any(c.i < noun.i for c in noun.children)
    if bare and other.tag_ == "VBG" and other.pos_ == "VERB" and noun.nbor(-1).dep_ == "cc":
        noun.tag_, noun.pos_, noun.lemma_ = "VBG", "VERB", _GERUNDS[noun.lower_]


def _give_subject(verb: Token) -> None:
    """Give a finite verb with no "and" or comma before it the noun right before it, which "and" joins to another.

    In "Chad is poor and the two *leaders* left" they are no part of what Chad is: a verb that shared its subject would
    be joined by a conjunction of its own (Quirk et al. 1985, 13.44).
    """
    if verb.i == verb.sent.start or child(verb, *SUBJECTS) is not None:
        return
    noun = verb.nbor(-1)
    joined = noun.dep_ == "conj" and noun.pos_ in _NOMINAL and noun.head.i < noun.i and noun.head.pos_ in _NOMINAL
    before = noun.left_edge.nbor(-1) if joined and noun.left_edge.i > verb.sent.start else None
    predicate = joined and noun.head.dep_ in {"attr", "dobj", "pobj"} and verb not in noun.head.ancestors
    if before is not None and before.dep_ == "cc" and predicate and noun.right_edge == noun:
        noun.hang_on(verb)
        noun.dep_ = "nsubj"


def _qualifies(gerund: Token) -> bool:
    """Does a "gerund" stand right before a nationality and a person's name ("met *visiting* Chadian President Oni")?

    A gerund's object would have an article there.
    """
    person = child(gerund, "dobj")
    if person is None or person.ent_type_ != "PERSON" or person.left_edge.i != gerund.i + 1:
        return False
    return person.left_edge.ent_type_ in {"NORP", "GPE"} and gerund.head.tag_ in _TENSED and gerund.left_edge == gerund


def _make_attribute(participle: Token) -> None:
    """Make a participle an attribute of its object, and that the object of the verb above."""
    person = child(participle, "dobj")
    if person is not None:
        person.hang_on(participle.head)
        for behind in [c for c in participle.children if c is not person]:
            behind.hang_on(participle.head)
        participle.hang_on(person)
        participle.dep_ = "amod"


def _make_adverbial(day: Token) -> None:
    """Hang a day right behind an "on" on it: in "on *Friday* President Ruiz resigned" it is no part of her name.

    Where the name, or the title before it, was taken for what the "on" governs, it is the subject of the verb, or
    part of that.
    """
    preposition, name = day.nbor(-1) if day.i > day.sent.start else day, day.head
    if preposition.lower_ != "on" or name.i < day.i:
        return
    governed = child(preposition, "pobj", "pcomp")
    if governed is None:
        day.hang_on(preposition)
        day.dep_ = "pobj"
        return
    verb = preposition.head
    subject = child(verb, *SUBJECTS)
    if governed is not name or name.left_edge is not day or verb.pos_ != "VERB" or verb.i < name.i:
        return
    if subject is None:
        name.hang_on(verb)
        name.dep_ = "nsubjpass" if child(verb, "auxpass") is not None else "nsubj"
    elif subject.left_edge.i == name.i + 1:
        name.hang_on(subject)
        name.dep_ = "compound"
    else:
        return
    day.hang_on(preposition)
    day.dep_ = "pobj"


def _join_to_its_like(verb: Token) -> None:
    """Hang a finite verb that was coordinated with another form of verb on the nearest finite verb above.

    Only like forms are coordinated: who "said that it should leave and *called* for calm" said and called. With "were
    meeting", too, only behind no comma: who "came to Oslo, where the envoys were meeting, and *held* talks" held them.
    So with "had been hurt": who "said that men had been hurt and *called* it a crime" called it so. A comma also ends
    an adverbial clause: who "protested after a ship sailed by, and *sent* a cutter" sent it. No participle on a noun
    goes on in a verb with an object: who "raided a firm based in Oslo and *seized* its ships" seized them.
    """
    above = verb.head
    ended = (above.tag_ == "VBG" or above.dep_ == "advcl") and _closes_clause(verb)
    reduced = above.dep_ == "acl" and above.head.dep_ in {"dobj", "pobj"} and child(verb, "dobj") is not None
    unlike = above.tag_ == "VB" or _is_past_passive(above) or ended or reduced
    if not unlike or child(verb, *SUBJECTS) is not None:
        return
    finite = next((a for a in above.ancestors if a.tag_ == verb.tag_), None)
    if finite is not None:
        verb.hang_on(finite)


def _is_past_passive(verb: Token) -> bool:
    return child(verb, "auxpass") is not None and any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)


def _is_listed(participle: Token) -> bool:
    """Is it the second of finite verbs in a list ("shelled a town, *killed* two men and burned a bus")?

    The parser takes it for a participle on the object before the comma; the verbs coordinated with it have objects.
    """
    noun, before = participle.head, participle.nbor(-1) if participle.i else None
    finite = noun.dep_ == "dobj" and noun.head.tag_ == "VBD"
    others = [c for c in participle.children if c.dep_ == "conj" and c.tag_ == "VBD"]
    listed = before is not None and before.text == "," and bool(others)
    return finite and listed and all(child(c, "dobj") is not None for c in others) and not _is_passive(participle)


def _closes_clause(verb: Token) -> bool:
    """Does a comma before the conjunction end the clause that the verb above stands in?"""
    conjunction = next((c for c in verb.head.children if c.dep_ == "cc" and verb.head.i < c.i < verb.i), None)
    return conjunction is not None and conjunction.nbor(-1).text == ","


def _doer(participle: Token) -> Token | None:
    """The noun right before a participle, or the first of several, which does what it says.

    An attribute would stand before all nouns.
    """
    at = participle.left_edge.i - 1 if _is_compound(participle) else participle.i - 1
    while at > participle.sent.start and participle.doc[at].tag_ == "RB":
        at -= 1
    noun = participle.doc[at] if at >= participle.sent.start else None
    while noun is not None and noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    if noun is None or noun.pos_ not in _NOMINAL or noun.head not in {participle, participle.head}:
        return None
    return noun


def _is_compound(participle: Token) -> bool:
    """Is it the last part of a hyphenated word, the first of which says with what ("*tear*-gassed students")?"""
    return participle.i > participle.sent.start and participle.nbor(-1).tag_ == "HYPH"


def _make_transitive(root: Token, verb: Token, doer: Token) -> None:
    """Make a participle before a noun the main verb, with the noun before it as its subject.

    "Chadian *police tortured* prisoners" is no phrase about prisoners.
    """
    before = [c for c in root.children if c.i < doer.i and c is not doer]
    verb.hang_on(verb)
    verb.tag_, verb.pos_, verb.dep_ = "VBD", "VERB", "ROOT"
    root.hang_on(verb)
    root.dep_ = "dobj"
    doer.hang_on(verb)
    doer.dep_ = "nsubj"
    for token in before:
        token.hang_on(doer)


def _is_passive(participle: Token) -> bool:
    """Does something show that the noun is acted upon: an agent, or an auxiliary?"""
    return any(c.dep_ in {"agent", "aux", "auxpass"} for c in participle.children)


def _heads_clause(token: Token, root: Token) -> bool:
    """Is the token a finite verb on the level of the sentence's root, or in what is said beside it?"""
    return token.tag_ in _FINITE and (token.head == root or token == root) and token.dep_ not in {"relcl", "advcl"}


def _make_main(root: Token, verb: Token) -> None:
    behind = [c for c in root.children if c.i > verb.i and c.dep_ in _BEHIND]
    verb.tag_, verb.dep_ = "VBD", "ROOT"
    verb.hang_on(verb)
    root.dep_ = "nsubj"
    root.hang_on(verb)
    for token in behind:
        token.hang_on(verb)
