"""Clauses that a pattern asks for on its verb: infinitives, obligations, refusals, conditions, and what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, islice

from communique.lexicon.frames import Pattern
from communique.lexicon.words import packaged_words
from communique.reading.clause_forms import is_or_else, is_order
from communique.reading.relations import deep_object
from communique.reading.syntax import SUBJECTS, child, is_passive, prepositional
from communique.reading.tokens import Token
from communique.reading.verb_form import is_negated, is_quoted

_CLAUSAL = frozenset({"xcomp", "ccomp", "advcl"})
_OBLIGATION = frozenset({"must"})
_ADVICE = frozenset({"should", "ought"})
_PERFECT = frozenset({"have"})
_WHETHER = frozenset({"whether", "if"})
#: Forms of clauses in which somebody says what he himself does.
_OF_SPEAKER = frozenset({"will", "refusal", "might", "undone"})
#: What may stand before a noun for one's own side.
_OWN = frozenset({"the", "his", "her", "its", "their", "our"})
_NOBODY = frozenset({"nobody", "no-one", "none", "not", "no"})
_INTENT = frozenset({"will", "wo", "would", "'ll"})
_ABILITY = frozenset({"can", "could", "ca"})
_POSSIBILITY = frozenset({"could", "may", "might"})
_PLAIN = frozenset({"clear", "plain"})
_SPEAKERS = frozenset({"it", "they", "he", "she", "we", "i"})
_FIRST = frozenset({"we", "i"})
#: Who is to do what is called for, where the words name nobody.
_LESSER = frozenset({"less", "more", "hardly", "no"})
_ANYBODY = frozenset({"we", "they", "you", "everyone", "everybody", "all", "one", "nobody"})


class Clauses:
    """The clauses on a verb. What is worked out of them for one pattern serves all that ask for the same form."""

    def __init__(self, verb: Token) -> None:
        self._verb = verb
        self._below = list(clauses_of(verb))
        self.named = _verbs_in(self._below)
        self._formed: dict[str | None, list[tuple[Token, set[str]]]] = {}

    def may_have(self, pattern: Pattern) -> bool:
        """May one of them be that which a pattern asks for? A test that costs little."""
        by_verb = pattern.complement_verbs and pattern.complement not in _SAYINGS
        return not pattern.complement_verbs.isdisjoint(self.named) if by_verb else bool(self.named)

    def asked_by(self, pattern: Pattern) -> Token | None:
        """The verb of the clause that a pattern asks for."""
        if _says_nothing(self._verb, pattern):
            return None
        form, wanted = pattern.complement, pattern.complement_verbs
        for found, said in self._of_form(form):
            if form in _SAYINGS:
                if not wanted.isdisjoint(said):
                    return found
                continue
            if (wanted and wanted.isdisjoint(said)) or _is_excluded(found, pattern):
                continue
            of_conduct = form == "that" and wanted
            if of_conduct and (is_passive(found) or is_negated(found) or _has_auxiliary(found, _OBLIGATION | _ADVICE)):
                continue  # "claimed that they were attacked" says not by whom, "(should) not cheat" not that they do
            return found
        return None

    def _of_form(self, form: str | None) -> list[tuple[Token, set[str]]]:
        """The verbs of the clauses of a form, with what they say of somebody, or else with their names."""
        if form not in self._formed:
            told = _SAYINGS.get(form, _names)
            self._formed[form] = [(found, told(found)) for found in self._verbs_of(form)]
        return self._formed[form]

    def _verbs_of(self, form: str | None) -> Iterator[Token]:
        for clause in self._below:
            circumstance = clause.i < self._verb.i and clause.dep_ == "advcl"
            if circumstance and form not in {"unless", "do"}:
                continue  # "In Rome to attend a summit, he told …": a circumstance
            if clause.dep_ in _CLAUSAL and _is_clause(clause, form):
                yield clause
            elif clause.dep_ == "prep" and form == "-ing":
                gerunds = (c for c in clause.children if c.dep_ == "pcomp" and c.tag_ == "VBG")
                yield from islice(gerunds, 1)


def _verbs_in(clauses: list[Token]) -> set[str]:
    """The verbs of clauses, of whatever form, as patterns name them; empty where there is no clause."""
    found: set[str] = set()
    for clause in clauses:
        if clause.dep_ in _CLAUSAL:
            found |= _names(clause)
        elif clause.dep_ == "prep":
            found.update(*(_names(c) for c in clause.children if c.dep_ == "pcomp"))
    return found


def complement_verb(verb: Token, pattern: Pattern) -> Token | None:
    """The verb of the dependent clause that the pattern asks for."""
    return Clauses(verb).asked_by(pattern)


def clauses_of(verb: Token) -> Iterator[Token]:
    """What may be a clause on a verb; of who "made clear that …" the parser hangs it on the adjective."""
    if (quoted := quoted_before(verb)) is not None:
        return chain(verb.children, (quoted,))
    plain = (c for c in verb.children if c.lower_ in _PLAIN) if verb.lemma_ == "make" else iter(())
    return iter(next(plain, verb).children)


def quoted_before(verb: Token) -> Token | None:
    """What somebody "was quoted as saying", which the parser hangs on "quoted" where the words come first."""
    above = verb.head.head if verb.dep_ == "pcomp" else None
    return child(above, "ccomp") if above is not None and above.lemma_ == "quote" else None


def _says_nothing(verb: Token, pattern: Pattern) -> bool:
    """Is it a verb that says something only where it "makes *clear*"?"""
    return verb.lemma_ == "make" and not pattern.objects and all(c.head == verb for c in clauses_of(verb))


def predicate_nouns(verb: Token, pattern: Pattern) -> Iterator[Token]:
    """The nouns by which the clause that a pattern asks for says what its subject is ("said it was their *fault*")."""
    clause = complement_verb(verb, pattern) if pattern.complement == "be" else None
    return (c for c in clause.children if c.dep_ == "attr") if clause is not None else iter(())


def _names(verb: Token) -> set[str]:
    """A verb by its lemma, alone and with what is behind it.

    "Goes *against*", "broke the *law*", "fails *to* honour" (also as "fail-honour"), "did *nothing wrong*" (also as
    "do-nothing-wrong").
    """
    lemma = verb.lemma_.lower()
    behind = (c for c in verb.children if c.dep_ in {"prep", "prt", "advmod"} and c.i > verb.i)
    infinitives = [c for c in verb.children if c.dep_ == "xcomp" and any(t.tag_ == "TO" for t in c.children)]
    things = [c for c in verb.children if c.dep_ in {"dobj", "attr"} or (c.dep_ == "ccomp" and c.tag_ == "VB")]
    found = {lemma, *(f"{lemma}-{c.lower_}" for c in behind), *(f"{lemma}-{c.lemma_.lower()}" for c in things)}
    after = [(c, c.doc[c.i + 1]) for c in things if c.i + 1 < len(c.doc)]
    found.update(f"{lemma}-{c.lower_}-{t.lower_}" for c, t in after if t.pos_ in {"ADJ", "ADV"})
    kinds = ((c, m) for c in things if c.dep_ == "dobj" for m in c.children if m.dep_ == "amod")
    found.update(f"{lemma}-{m.lower_}-{c.lemma_.lower()}" for c, m in kinds)  # "pay a *heavy price*"
    return found.union(*((f"{lemma}-to", f"{lemma}-{c.lemma_.lower()}") for c in infinitives))


def _is_excluded(verb: Token, pattern: Pattern) -> bool:
    lemma, particle = verb.lemma_.lower(), child(verb, "prt")
    if particle is not None and f"{lemma}-{particle.lower_}" in pattern.excluded_verbs:  # "refused *to rule out* war"
        return True
    if pattern.complement in {"must", "duty"} and verb.lemma_ in {"have", "need"}:
        duty = child(verb, "xcomp")
        if duty is not None and duty.lemma_.lower() in pattern.excluded_verbs:
            return True
    # "said that it was *committed* to peace" tells of no crime
    return lemma in pattern.excluded_verbs or (lemma in pattern.transitive_verbs and not _has_object(verb))


def _has_object(verb: Token) -> bool:
    """Is it done to anything but whoever does it ("committed *a crime*", not "committed *themselves* to it")?"""
    thing = deep_object(verb)
    return thing is not None and not thing.lower_.endswith(("self", "selves"))


def _predicates(clause: Token) -> set[str]:
    """What a clause with "be" says of its subject: adjective, noun, preposition, or the verb of "to blame".

    Of a preposition also all that is behind it ("out-of-question").
    """
    said = _said_of_subject(clause)
    subject = child(clause, *SUBJECTS) if said else None
    of_none = subject is not None and subject.left_edge.lower_ in _NOBODY  # "*not every* act is a crime"
    if said and (of_none or is_negated(clause) or _has_auxiliary(clause, _POSSIBILITY)):
        return set()
    return said


def _of_himself(clause: Token) -> set[str]:
    """What a clause says of whoever speaks ("said *he was appalled*"), now and to no other degree than before."""
    subject = child(clause, *SUBJECTS)
    if subject is None or subject.lower_ not in _SPEAKERS or any(c.tag_ == "MD" for c in clause.children):
        return set()
    degrees = (d for c in (clause, *clause.children) for d in c.children if d.dep_ == "advmod")
    return set() if any(d.lower_ in _LESSER for d in degrees) else _predicates(clause)


def _denied(clause: Token) -> set[str]:
    """What a clause denies: its verb ("did *not accept*"), or what it says of its subject ("was *not guilty*")."""
    if any(c.tag_ == "MD" for c in clause.children):
        return set()
    if not _is_denied(clause):
        return _lacked(clause)
    reasons = {o.lemma_.lower() for o in prepositional(clause, "in")}  # "was not made in *response* to"
    return {clause.lemma_.lower()} | _said_of_subject(clause) | reasons | _had(clause)


def _lacked(clause: Token) -> set[str]:
    """What nobody is said to have, or somebody to have none of ("*nobody has the right*", "has *no right*")."""
    subject, thing = child(clause, *SUBJECTS), child(clause, "dobj")
    none = thing is not None and any(c.lower_ == "no" for c in thing.children)
    nobody = subject is not None and (subject.lower_ in _NOBODY or any(c.lower_ == "no" for c in subject.children))
    there = child(clause, "attr") if child(clause, "expl") is not None else None
    if there is not None and any(c.lower_ == "no" for c in there.children):  # "there was *no ultimatum*"
        return {f"there-{there.lemma_.lower()}"}
    return _had(clause) if none or nobody else set()


def _had(clause: Token) -> set[str]:
    """What a clause says that somebody has, plays or takes ("have-right", "play-part")."""
    thing = child(clause, "dobj")
    return {f"{clause.lemma_}-{thing.lemma_.lower()}"} if thing is not None else set()


def _said_of_subject(clause: Token) -> set[str]:
    """What "be" says of a subject, not of what "there" is; of a noun also its sort ("a *cowardly* act of *terror*").

    So does the participle of a passive ("was *rigged*").
    """
    if is_passive(clause):
        return {clause.lower_}
    if clause.lemma_ != "be" or child(clause, "expl") is not None:
        return set()
    parts = (c for c in clause.children if c.dep_ in {"acomp", "attr", "prep", "xcomp"})
    said = [c for c in parts if not _is_for_court(c) and not _is_careful(c)]
    idioms = ([t.lower_ for t in c.subtree if t.pos_ != "DET"] for c in said if c.dep_ == "prep")
    # "an *excessive* fall of the dollar" is nobody's conduct
    nouns = [c for c in said if c.dep_ == "attr" and c.lemma_.lower() not in packaged_words()["course of things"]]
    kinds = {m.lower_ for noun in nouns for m in noun.children if m.dep_ == "amod"}
    kinds |= {f"{m.lower_}-{noun.lemma_.lower()}" for noun in nouns for m in noun.children if m.dep_ == "amod"}
    kinds |= {o.lemma_.lower() for noun in nouns for o in prepositional(noun, "of")}
    kinds |= {f"{noun.lemma_.lower()}-in-{o.lemma_.lower()}" for noun in nouns for o in prepositional(noun, "in")}
    return {form.lower() for c in said for form in (c.lemma_, c.text)} | kinds | {"-".join(words) for words in idioms}


def _is_careful(said: Token) -> bool:
    """Is somebody's doing said to be "*responsible* and modest", and for nothing?"""
    answering = said.lemma_.lower() in packaged_words()["answering for"]
    described = any(c.dep_ == "conj" and c.pos_ == "ADJ" for c in said.children)
    around = (*said.children, *said.head.children)
    return answering and described and not any(c.lower_ in {"for", "to"} for c in around)


def _is_for_court(said: Token) -> bool:
    """Is somebody said not to be fit for what the law does to him, which finds no fault ("unfit *to stand trial*")?"""
    words = packaged_words()
    if said.lemma_.lower() not in words["unfit"]:
        return False
    infinitive = next((c for c in said.children if c.dep_ in {"xcomp", "ccomp"} and child(c, "aux", "auxpass")), None)
    if infinitive is None:
        return False
    thing = child(infinitive, "dobj")
    answers = infinitive.lemma_ in words["answering a charge"]
    return is_passive(infinitive) or (answers and (thing is None or thing.lemma_ in words["charge"]))


def _is_clause(clause: Token, form: str | None) -> bool:
    infinitive = any(c.tag_ == "TO" for c in clause.children)
    if form == "for":
        return infinitive and child(clause, *SUBJECTS) is not None
    if form == "to":
        asked = (c for c in clause.children if c.i > clause.head.i)  # not "what to do", but "which it refused to do"
        return infinitive and not any(c.tag_ in {"WP", "WRB", "WDT"} for c in asked)
    if form in _OWN_WORDS:
        return _OWN_WORDS[form](clause)
    plain = clause.head.lower_ in _PLAIN
    if form == "-ing" and clause.tag_ == "VBG" and _is_of_object(clause):
        return True
    if (clause.dep_ == "advcl" and not plain) or infinitive:
        return False
    if form == "-ing":
        return clause.tag_ == "VBG" and clause.dep_ == "xcomp"
    if clause.dep_ != "ccomp" and not plain:
        return False
    if form in _MODAL:
        return _MODAL[form](clause)
    if form == "cannot":
        return _is_denied(clause) and _has_auxiliary(clause, _ABILITY)
    if form == "might":
        return _is_of_speaker(clause) and not _is_denied(clause) and _has_auxiliary(clause, _POSSIBILITY)
    return form not in {"refusal", "will"} or _is_intent(clause, refused=form == "refusal")


def _is_of_object(participle: Token) -> bool:
    """Does a participle tell what comes of the object right before it ("sent *two envoys packing*")?"""
    thing = child(participle.head, "dobj")
    return participle.dep_ == "advcl" and thing is not None and thing.right_edge.i + 1 == participle.i


def _is_duty(clause: Token) -> bool:
    """Must it be done? "Would have to repay" foresees, "have had to repay" looks back, "has to repay" demands.

    So does "had to repay" in reported speech only: in somebody's own words it tells what was done.

    What "is needed to repay it" is a means, as is what one "needs money" for, and who "has yet to repay it" has not
    done so.
    """
    needed = clause.lemma_ in {"have", "need"} and any(c.dep_ == "xcomp" for c in clause.children)
    needed &= not is_passive(clause) and not any(c.lower_ == "yet" or c.dep_ == "dobj" for c in clause.children)
    needed &= child(clause, "aux") is None and not (clause.tag_ == "VBD" and is_quoted(clause))
    return _has_auxiliary(clause, _OBLIGATION) or needed


def _is_advised(clause: Token) -> bool:
    """Should it be done? What "should have been done" is past, and "should Chad leave" sets a condition."""
    return _has_auxiliary(clause, _ADVICE) and not _has_auxiliary(clause, _PERFECT) and not _is_inverted(clause)


def _is_wanted(clause: Token) -> bool:
    """Is it wanted that somebody does it ("proposed that Chad *leave*")? "Asked *whether* it should" is a question."""
    if any(c.dep_ == "mark" and c.lower_ in _WHETHER for c in clause.children):
        return False
    subjunctive = clause.tag_ == "VB" and not any(c.dep_ == "aux" for c in clause.children)
    return subjunctive or _has_auxiliary(clause, _OBLIGATION | _ADVICE)


def _is_undone(clause: Token) -> bool:
    """Does whoever speaks say that they did not do a thing ("said *it had never armed* them")?"""
    present = clause.tag_ in {"VBZ", "VBP"} or any(c.tag_ == "MD" for c in clause.children)
    yet = any(c.lower_ in {"yet", "still"} for c in clause.children)
    return _is_denied(clause) and not present and not yet and _is_of_speaker(clause)


def _is_called_for(clause: Token) -> bool:
    """Must or should it be done by "us" or anybody, or in the passive? What "should have been done" is past."""
    if not (_is_duty(clause) or _has_auxiliary(clause, _ADVICE)) or _has_auxiliary(clause, _PERFECT):
        return False
    if _is_foreseen(clause):
        return False
    if _is_inverted(clause):  # "*should they* leave", "why *should we* leave?"
        return False
    subject = child(clause, *SUBJECTS)
    duty = child(clause, "xcomp")
    done = is_passive(clause) or (duty is not None and is_passive(duty))
    return subject is not None and (done or subject.lower_ in _ANYBODY)


def _is_foreseen(clause: Token) -> bool:
    """Is it what "should" come within some time that is told first ("*in three months* we should rebuild the road")?"""
    spans = (c for c in clause.children if c.lower_ in {"in", "within"} and c.dep_ == "prep" and c.i < clause.i)
    counted = any(child(o, "nummod") is not None for c in spans for o in c.children if o.ent_type_ in {"DATE", "TIME"})
    return counted and _has_auxiliary(clause, _ADVICE)


def _is_conditional(clause: Token) -> bool:
    """Does it say what will be "unless" something is done, or "if it is not", or is it what must be done?"""
    if clause.dep_ == "ccomp":
        return any(c.dep_ == "advcl" and _is_conditional(c) for c in clause.children)
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    marked = "unless" in marks or ("if" in marks and is_negated(clause) and _is_of_speaker(clause.head))
    open_ = not _has_auxiliary(clause.head, _PERFECT)  # "would *have* left if it had not been paid" threatens nobody
    return clause.dep_ == "advcl" and marked and open_ and _has_auxiliary(clause.head, _INTENT)


def _has_auxiliary(verb: Token, lemmas: frozenset[str]) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in lemmas for c in verb.children)


def _is_intent(clause: Token, *, refused: bool) -> bool:
    """Does whoever speaks say what they will do, or (``refused``) will not do ("it would not accept")?"""
    if not refused and any(_is_conditional(c) for c in clause.children):
        return False  # a demand: "said it would leave unless it was paid"
    open_ = _has_auxiliary(clause, _PERFECT) or any(c.lower_ == "necessarily" for c in clause.children)
    return not open_ and _is_denied(clause) == refused and _is_of_speaker(clause) and _has_auxiliary(clause, _INTENT)


def _is_inverted(clause: Token) -> bool:
    """Does the auxiliary before its subject set a condition ("*should Chad leave*, trade would suffer")?"""
    subject = child(clause, *SUBJECTS)
    return subject is not None and any(c.tag_ == "MD" and c.i < subject.i for c in clause.children)


def _is_of_speaker(clause: Token) -> bool:
    """May the subject of what is said be whoever says it: a pronoun, in his own words "I" or "we", or his own side?"""
    subject = child(clause, "nsubj")
    if subject is None:
        return False
    if subject.lower_ not in _SPEAKERS:
        return is_named_side(subject)
    return subject.lower_ in _FIRST or not is_quoted(clause)


def is_named_side(subject: Token) -> bool:
    """Is it a name, or a noun for a body, that whoever speaks may act for ("said *Kenya* would pay")?"""
    if subject.pos_ == "PROPN":
        return True
    own = any(c.lower_ in _OWN for c in subject.children)
    return own and subject.lemma_.lower() in packaged_words()["own side"]


def named_side(verb: Token, pattern: Pattern) -> Token | None:
    """Of whom a clause tells what he will do or not do, where that is said by a name or noun, and not by a pronoun."""
    clause = complement_verb(verb, pattern) if pattern.complement in _OF_SPEAKER else None
    subject = child(clause, "nsubj") if clause is not None else None
    return subject if subject is not None and subject.lower_ not in _SPEAKERS else None


def _is_denied(clause: Token) -> bool:
    """Is a clause one of what is not so, by its verb or by a "no" on its object ("would accept *no conditions*")?"""
    thing = child(clause, "dobj")
    nothing = thing is not None and any(c.lower_ == "no" and c.dep_ == "det" for c in thing.children)
    return nothing or any(c.dep_ == "neg" or c.lower_ == "never" or _is_no_longer(c) for c in clause.children)


def _is_no_longer(adverb: Token) -> bool:
    """Does an adverb say that something ends ("would *no longer* aim at it")?"""
    return adverb.lower_ == "longer" and adverb.i > 0 and adverb.nbor(-1).lower_ == "no"


#: Forms that the clause's own words decide, also where it is no clause of what is said.
_OWN_WORDS: Mapping[str | None, Callable[[Token], bool]] = {
    "or": is_or_else,
    "do": is_order,
    "unless": _is_conditional,
}
#: Forms that only the clause's own words decide.
_MODAL: Mapping[str | None, Callable[[Token], bool]] = {
    "must": _is_duty,
    "duty": _is_called_for,
    "ought": _is_advised,
    "should": _is_wanted,
    "undone": _is_undone,
}
#: Forms that ask for what is said of somebody.
_SAYINGS: Mapping[str | None, Callable[[Token], set[str]]] = {"be": _predicates, "not": _denied, "self": _of_himself}
