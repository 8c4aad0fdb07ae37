"""The status of an act that a verb tells: from its form, its negation, and the clauses that it stands in."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.action_nouns import phrasal_lemma
from communique.reading.appraisal import appraised, goes_to_pains
from communique.reading.aspect import is_lasting
from communique.reading.composition import as_status, compose, given_up, is_denied, is_no_such
from communique.reading.first_person import FIRST_PERSON
from communique.reading.implicatives import implied_of, is_outcome, is_tried, judged
from communique.reading.suppositions import (
    comes_before,
    is_awaited,
    is_condition,
    is_consequence,
    is_inverted,
    is_supposed,
    is_temporal,
)
from communique.reading.syntax import OBJECTS, SUBJECTS, child, first_conjunct, verb_above
from communique.reading.tokens import Token
from communique.reading.verb_form import (
    denies_object_only,
    has_auxiliary,
    is_infinitive,
    is_negated,
    is_unsure,
    own_status,
)
from communique.records import Status

BEFORE = frozenset({"before", "ahead", "prior", "until", "till", "pending"})
AFTER = frozenset({"after", "since", "following"})
_TOWARDS = frozenset({"toward", "towards"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_UNIQUE = frozenset({"first", "last", "only", "second", "third", "latest"})
#: Auxiliaries of what is told as done ("announced that he *had* left", "that he *was* expelled").
_TOLD = {"aux": frozenset({"have", "has", "had"}), "auxpass": frozenset({"was", "were"})}
_AHEAD = frozenset({"planned", "proposed", "hypothetical"})
_DASHES = frozenset({"-", "--", "\u2013", "\u2014"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "conj"})
#: How far a reader follows governing clauses upward; deeper nesting does not occur in prose.
_DEPTH = 8


def verb_status(verb: Token, words: Words, title: bool, depth: int = 0) -> Status:
    """The status of the act that a verb tells, seen from the clauses around it."""
    carrier = verb.head if verb.pos_ == "ADJ" and verb.dep_ == "acomp" else verb  # "*would not be* willing"
    status = own_status(carrier, title)
    if carrier != verb and status == "ongoing":
        status = "occurred"
    if is_lasting(verb, words):
        status = "ongoing"
    if depth >= _DEPTH:
        return status
    if is_negated(carrier):
        status = "occurred" if _is_late(carrier) else "hypothetical" if is_unsure(carrier) else "denied"
    if any(is_condition(c) for c in carrier.children) or is_awaited(carrier) or is_inverted(carrier):
        return "hypothetical"
    if status == "occurred" and comes_before(carrier):
        return "planned"
    if carrier.dep_ == "pcomp" and carrier.tag_ == "VBG" and is_supposed(carrier):  # "if it progresses in *talking*"
        return "hypothetical"
    supposed = is_infinitive(carrier) and is_supposed(carrier)
    if status == "planned" and (supposed or (is_consequence(carrier) and not _is_led_to(carrier, words))):
        return "hypothetical"
    return _above(carrier, status, words, title, depth)


def _is_led_to(verb: Token, words: Words) -> bool:
    """Does somebody get to say what he would do if ("*led* Chad *to threaten* to leave if it was not paid")?"""
    return verb.dep_ == "xcomp" and phrasal_lemma(verb.head) in words["transparent"]


def _is_late(verb: Token) -> bool:
    """Does a negated past only say when it came about ("did not recognise it *until 1994*")?"""
    past = any(
        c.lower_ in {"did", "had", "were", "was", "could"} for c in verb.children if c.dep_ in {"aux", "auxpass"}
    )
    until = (c for c in verb.children if c.dep_ in {"prep", "mark", "advcl"})
    return past and any(c.lower_ in {"until", "till"} or _marks(c) & {"until", "till"} for c in until)


def _marks(clause: Token) -> set[str]:
    return {c.lower_ for c in clause.children if c.dep_ == "mark"}


def _above(verb: Token, status: Status, words: Words, title: bool, depth: int) -> Status:
    """The status again, seen from the clause that the verb's clause depends on."""
    head = verb.head
    if verb.dep_ not in _CLAUSES or head == verb:
        return status
    on_noun = verb.dep_ in {"acl", "relcl"} or (verb.dep_ in {"advcl", "xcomp"} and head.lemma_ == "be")
    if on_noun and is_infinitive(verb) and (_unique(head) or _taken(head, words)):
        return _noun_in_clause(head, status, words, title, depth)
    if verb.dep_ == "relcl" and status == "occurred" and (is_temporal(verb) or _is_to_be_first(verb)):
        return _as_relative(verb, status, words, title, depth)
    if is_outcome(verb, words):
        return verb_status(head, words, title, depth + 1)
    if verb.dep_ in {"acl", "relcl"} and (open_ := _is_of_new(verb, words, title, depth)) is not None:
        return open_
    if (taking := goes_to_pains(verb, words)) is not None:
        return verb_status(taking, words, title, depth + 1)
    if status != "denied" and (said := appraised(verb, words)) is not None:
        return said
    if verb.dep_ == "pcomp":
        return _after_preposition(verb, status, words, title, depth)
    if verb.dep_ == "conj":
        return _as_conjunct(verb, status, words, title, depth)
    if _is_complement(verb, words):
        return _as_complement(verb, status, words, title, depth)
    return _as_adverbial(verb, status, words, title, depth) if verb.dep_ == "advcl" else status


def _as_relative(verb: Token, status: Status, words: Words, title: bool, depth: int) -> Status:
    """The status of what dates a thing, or says what order it is of, by that of the clause around it."""
    if is_temporal(verb):  # "will decide the week *when he visits*"
        return "planned" if _noun_in_clause(verb.head, status, words, title, depth) in _AHEAD else status
    first = verb_status(verb.head.head, words, title, depth + 1)
    return first if first in _AHEAD else status


def _as_conjunct(verb: Token, status: Status, words: Words, title: bool, depth: int) -> Status:
    """The status of a verb that is coordinated with another one, whose auxiliary may go for it, too."""
    beside = _goes_with(verb) if status != "denied" else None  # "would talk but *not agree*"
    if beside is None:
        return status
    if denies_object_only(beside):  # "wanted *no part of it* and *left*"
        return own_status(beside, title)
    return verb_status(beside, words, title, depth + 1)


def _is_to_be_first(verb: Token) -> bool:
    """Does a clause in the perfect say of what order something is ("will be *the first pact that it has signed*")?

    The perfect is reckoned from the time of the main clause (Huddleston and Pullum 2002, ch. 3, 6.3).
    """
    perfect = any(c.dep_ == "aux" and c.lower_ in {"has", "have"} for c in verb.children)
    noun = verb.head
    return perfect and noun.dep_ == "attr" and _unique(noun) and not is_negated(noun.head)


def _is_of_new(verb: Token, words: Words, title: bool, depth: int) -> Status | None:
    """The status of what a thing would do that is only supposed or asked for ("may offer *an amendment to ban* it").

    A text without a definite article is not there before its clause holds ("if Congress passed *a law banning* it").
    """
    noun = verb.head
    supposed = is_infinitive(verb) or verb.tag_ == "VBG"
    if not supposed or noun.dep_ != "dobj" or noun.lemma_.lower() not in words["draft"] | words["effort"]:
        return None
    if any(c.dep_ == "poss" or c.lower_ in {"the", "this", "that", "no"} for c in noun.children):
        return None
    outer = verb_status(noun.head, words, title, depth + 1)
    return outer if outer in {"hypothetical", "proposed"} else None


def _is_complement(verb: Token, words: Words) -> bool:
    """Is the clause of a verb what a verb, adjective or noun is about ("plan *to meet*", "claims *that they met*")?"""
    head = verb.head
    if verb.dep_ in {"advcl", "relcl"} and head.pos_ == "NOUN" and is_infinitive(verb) and "for" in _marks(verb):
        return True  # "no plans *for Chad to meet them*"
    if verb.dep_ in {"xcomp", "ccomp"}:
        return not _stands_beside(verb)
    if verb.dep_ == "acl":
        return head.pos_ == "NOUN" and (verb.tag_ != "VBN" or has_auxiliary(verb))
    if verb.dep_ == "relcl":
        return head.lemma_.lower() in words["allegation"] and not _has_relative(verb)
    # "voted by 80 to 7 *to ratify* it"
    return verb.dep_ == "advcl" and (head.pos_ == "ADJ" or (head.lemma_ == "vote" and is_infinitive(verb)))


def _as_adverbial(verb: Token, status: Status, words: Words, title: bool, depth: int) -> Status:
    """The status of what goes along with another act, is its purpose or dates it."""
    head = verb.head.head if verb.head.lower_ == "soon" else verb.head  # "*as soon as* they met"
    if head.pos_ not in {"VERB", "AUX"}:
        return status
    outer = verb_status(head, words, title, depth + 1)
    if verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children):
        fronted = verb.i < head.i and outer == "denied" and child(verb, "mark") is None
        return "occurred" if fronted else outer  # "*thanking Chad*, he did not say more"
    if outer == "hypothetical" and is_infinitive(verb):
        return outer
    if outer in _AHEAD and status == "occurred" and is_temporal(verb):
        return "hypothetical" if outer == "hypothetical" and verb.tag_ == "VBD" else "planned"
    return status


def _goes_with(verb: Token) -> Token | None:
    """The verb whose auxiliary goes for one that is coordinated with it, too ("will meet and *talk*")."""
    head = verb.head
    own = [c for c in verb.children if c.dep_ in {"aux", "nsubj", "nsubjpass"}]
    if is_infinitive(verb) and is_infinitive(head) and len(own) == 1:  # "flew there to thank him and *to defend* her"
        return head
    if any(c.dep_ == "auxpass" and c.tag_ in _FINITE for c in verb.children):  # "was not agreed but *was signed*"
        return None
    if head.pos_ not in {"VERB", "AUX"} or any(c.lower_ != "being" or head.tag_ != "VBG" for c in own):
        return None
    if own:  # "result in *losing* it and being forced to pay"
        return head
    # The parser takes a plain form behind a modal for the present that looks like it.
    if head.tag_ == verb.tag_ or (head.tag_ == "VB" and verb.tag_ == "VBP"):
        return head
    if head.tag_ == "VBN" and verb.tag_ == "VBD" and any(c.dep_ == "cc" and c.lower_ == "or" for c in head.children):
        return head  # "has never signed or *ratified* it": likewise a participle
    inner = child(head, "xcomp") if verb.tag_ == "VB" else None  # "plotted to kill him and *rob* a bank"
    return inner if is_infinitive(inner) else None


def _stands_beside(verb: Token) -> bool:
    """Is it a clause of its own, though hung on the next one: "Chad was hit; the talks *failed*"?

    Or on the one before a dash that has its complement ("Chad denied it - it *is leaving*").
    """
    if verb.dep_ != "ccomp":
        return False
    if verb.i < verb.head.i:
        return any(t.text == ";" for t in verb.doc[verb.i : verb.head.i])
    subject = child(verb, *SUBJECTS)
    dash = subject.left_edge.nbor(-1) if subject is not None and subject.left_edge.i > verb.head.i else None
    filled = (c for c in verb.head.children if c.dep_ in {"ccomp", "dobj"} and verb.head.i < c.i < verb.i)
    return dash is not None and dash.text in _DASHES and any(c.right_edge.i < dash.i for c in filled)


def _has_relative(verb: Token) -> bool:
    """Has a clause on a noun a relative pronoun ("the reports *that* it denied", not "reports it had met them")?"""
    return any(c.tag_ in {"WDT", "WP", "WP$", "WRB"} or c.lower_ in {"that", "which", "who"} for c in verb.children)


def _unique(noun: Token) -> bool:
    """Does "first", "last" or "only" mark the noun, whose infinitive then tells a fact ("the first to refuse")?"""
    if noun.lemma_ == "be":  # "was *one of the first* to sign it", as it is parsed
        one = child(noun, "attr")
        of = child(one, "prep") if one is not None and one.tag_ == "CD" else None
        noun = (child(of, "pobj") or noun) if of is not None else one or noun
    around = [noun, *noun.children] if noun.lemma_ != "be" else []
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep":  # "the *first* states in the region *to sign*"
        around += [noun.head.head, *noun.head.head.children]
    return any(t.lower_ in _UNIQUE for t in around)


def _taken(noun: Token, words: Words) -> bool:
    """Is it what somebody takes to do a thing, which he does by that ("*took steps* to meet the demand")?"""
    taken = noun.head.lemma_ == "take" and noun.dep_ in {"dobj", "nsubjpass"}
    return taken and noun.lemma_.lower() in words["effort"]


def _noun_in_clause(noun: Token, status: Status, words: Words, title: bool, depth: int) -> Status:
    """The status of the clause that a noun is the predicate or subject of."""
    clause = noun if noun.pos_ == "AUX" else verb_above(noun)
    if clause is None:
        return status
    outer = verb_status(clause, words, title, depth + 1)
    return "occurred" if outer == "ongoing" else outer


def _as_complement(verb: Token, status: Status, words: Words, title: bool, depth: int) -> Status:
    """The status of what a verb, adjective or noun is about: "plan to meet", "deny that they met", "begin to meet"."""
    head, lemma = verb.head, phrasal_lemma(verb.head)
    if lemma in {"have", "be"} and (undone := _is_undone(verb)) is not None:
        return undone
    if verb.dep_ == "ccomp" and verb.i < head.i and child(head, *OBJECTS) is not None:
        return status  # "Chad accused Sudan; Sudan *rejected the claim*": two clauses side by side
    given = words.statuses.get(lemma)
    if (implied := implied_of(verb, lemma, words)) is not None:
        return implied
    if verb.dep_ == "ccomp" and lemma == "be" and (said := judged(head, words)) is not None:
        return said
    sure = given or lemma in words["evidence"]
    if head.pos_ == "NOUN" and (is_denied(head, words) or (sure and is_no_such(head))):
        return "denied"  # "denied reports that it had asked"
    if given == "planned" and (dropped := given_up(head, words)) is not None:
        return dropped
    # Behind a past a plain form is no present: "proposed that they *meet*" (Huddleston and Pullum 2002, ch. 11.7)
    plain = verb.tag_ == "VBP" and given == "proposed" and head.tag_ == "VBD" and lemma not in words["evidence"]
    told = verb.tag_ in {"VBD", "VBZ", "VBP"} and not plain
    told = told or any(c.lower_ in _TOLD.get(c.dep_, ()) for c in verb.children) or _is_of_another(verb)
    if given in {"planned", "proposed"} and verb.dep_ == "ccomp" and told:
        return status  # "restored relations, Chad announced": told as fact, whatever was announced
    told_so = head.pos_ not in {"VERB", "AUX", "ADJ"} or (given == "confirmed" and _can_say(head))
    outer: Status = "occurred" if told_so else verb_status(head, words, title, depth + 1)
    if outer == "denied" and verb.dep_ == "ccomp" and lemma in words["implication"]:
        return "denied"  # "did not mean that it had attacked"
    if given:
        settled = status not in {"planned", "occurred", "ongoing", "hypothetical"}
        return status if settled else compose(as_status(given), outer, excludes=lemma in words["exclusion"])
    if lemma == "go" and head.tag_ == "VBG" and is_infinitive(verb):
        return compose("planned", outer)  # "is going to meet"
    bare = verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children)  # "helped it *resist*"
    gerund = verb.tag_ == "VBG" and not is_infinitive(verb)
    caused = verb.dep_ == "ccomp" and is_infinitive(verb) and outer == "denied"  # "will not cause Chad *to leave*"
    if (verb.dep_ in {"xcomp", "advcl"} or bare or caused) and (lemma in words["transparent"] or gerund):
        # "plans to persuade it *not to attack*", "regretted *not going*"
        kept = status == "denied" and outer not in {"denied", "hypothetical"}
        return "denied" if kept else outer
    found = lemma in words["finding"] and status in {"occurred", "ongoing"}  # "if we *find that he refuses*"
    return "hypothetical" if outer == "hypothetical" and (verb.dep_ == "xcomp" or found) else status


def _is_undone(verb: Token) -> Status | None:
    """The status of what somebody "has yet to" do, and of what he "was to have" done, which came otherwise."""
    if verb.dep_ != "xcomp":
        return None
    if any(c.lower_ == "yet" for c in (*verb.head.children, *verb.children)):
        return "denied"
    perfect = verb.head.lemma_ == "be" and any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
    return "hypothetical" if perfect else None


def _can_say(verb: Token) -> bool:
    """Does somebody say a thing by saying that he can ("*I can confirm* that he was held"; Fraser 1975)?"""
    before = {c.lower_ for c in verb.children if c.i < verb.i}
    return "can" in before and not before.isdisjoint(FIRST_PERSON) and not any(map(is_condition, verb.children))


def _is_of_another(verb: Token) -> bool:
    """Does somebody announce what another one is doing ("announced that the ministry *was investigating* it")?"""
    subject = child(verb, "nsubj", "nsubjpass")
    return verb.tag_ == "VBG" and has_auxiliary(verb) and subject is not None and subject.pos_ != "PRON"


def _after_preposition(verb: Token, status: Status, words: Words, title: bool, depth: int) -> Status:
    preposition = verb.head
    if preposition.lower_ in BEFORE:  # "spoke *before leaving* Oslo" has left, "will speak before leaving" has not
        told = preposition.head.pos_ in {"VERB", "AUX"} and verb_status(preposition.head, words, title, depth + 1)
        gerund = verb.tag_ == "VBG" or any(c.lower_ == "being" for c in verb.children)  # "before *being elected*"
        return "occurred" if told == "occurred" and gerund else "planned"
    if any(c.tag_ == "WRB" for c in verb.children):  # "the house from *where they fired*"
        return status
    if preposition.lower_ in {"without", "against"}:
        without = preposition.lower_ == "without" and preposition.head.pos_ in {"VERB", "AUX"}
        outer = verb_status(preposition.head, words, title, depth + 1) if without else "occurred"
        return "hypothetical" if outer == "denied" else "denied"  # "*cannot* expel him *without hearing* him"
    if preposition.lower_ == "from":
        return _kept_from(preposition.head, words, title, depth)
    if preposition.lower_ in AFTER:  # "fled *after being attacked*"
        return "occurred"
    if preposition.lower_ in _TOWARDS:  # "moved *towards signing*"
        return "planned"
    return _governed_gerund(verb, preposition, status, words, title, depth)


def _governed_gerund(verb: Token, preposition: Token, status: Status, words: Words, title: bool, depth: int) -> Status:
    """The status of a gerund from what its preposition hangs on ("*denied charges of* bombing")."""
    above = first_conjunct(preposition).head  # "by threats or *by bombing* it"
    adverb = child(above, "advmod", "acomp", "oprd") if preposition.lower_ == "of" else None  # "*stopped short of* it"
    if preposition.lower_ == "to" and above.lower_ == "close":
        return "hypothetical" if above.head.tag_ in _FINITE - {"VBD"} else "denied"  # "*came close to* attacking"
    if above.lemma_.lower() in words["allegation"] and is_denied(above, words):
        return "denied"  # "denied charges of bombing"
    given = words.statuses.get(phrasal_lemma(above))
    if adverb is not None:
        given = words.statuses.get(f"{above.lemma_.lower()} {adverb.lower_} of", given)
    if given and preposition.lower_ in {"of", "on", "to", "for", "about", "at"}:
        return compose(as_status(given), "occurred")
    if preposition.lower_ == "by" and is_infinitive(above) and above.dep_ in {"acl", "advcl"}:
        above = next(
            (a for a in above.ancestors if a.pos_ in {"VERB", "AUX"}), above
        )  # "acted to save it by *killing*"
    if above.pos_ not in {"VERB", "AUX"}:
        return status
    if preposition.lower_ == "into" and is_tried(above, words):
        return "proposed"  # "*tried to talk Chad into* signing it"
    results = preposition.lower_ == "to" and above.lemma_.lower() in words["causing"]  # "*could lead to* Chad leaving"
    if results or preposition.lower_ in {"by", "in", "into", "while"}:
        return verb_status(above, words, title, depth + 1)
    if preposition.lower_ == "with" and child(verb, *SUBJECTS) is not None:
        outer = verb_status(above, words, title, depth + 1)  # "will leave, *with Joe Oni succeeding* her"
        return outer if outer in {"planned", "hypothetical"} else status
    talked = preposition.lower_ == "about" and above.lemma_.lower() in words["contemplation"]
    return "hypothetical" if talked and not has_auxiliary(verb) else status  # "talked about *leaving*"


def _kept_from(governor: Token, words: Words, title: bool, depth: int) -> Status:
    """The status of a gerund behind "from": kept from it, or come from it ("*returned from* fighting Chad")."""
    if governor.lemma_.lower() in words["motion"] | words["drawing from"]:
        return "occurred"
    is_verb = governor.pos_ in {"VERB", "AUX"}
    outer = verb_status(governor, words, title, depth + 1) if is_verb else "occurred"
    return compose("denied", outer, excludes=governor.lemma_.lower() in words["exclusion"])
