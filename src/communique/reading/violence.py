"""What tells an act of violence from a mishap, and where it happened from who did it."""

from __future__ import annotations

from collections.abc import Iterable

from communique.lexicon.states import load_states
from communique.lexicon.words import Words
from communique.reading.agency import avowers
from communique.reading.participants import Arguments, Party
from communique.reading.relations import deep_object, deep_subject
from communique.reading.syntax import SUBJECTS, child, first_conjunct, is_passive, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger

#: Prepositions of the place where something is done.
_LOCAL = frozenset({"in", "at", "near", "outside", "around", "across", "throughout", "on", "along"})
#: Sectors of those whose act of violence it is if it is theirs.
_ARMED = frozenset({"MIL", "COP", "REB", "UAF", "CRM", "SPY"})
#: Those behind which nobody stands who does it.
_AROUND = frozenset({"around", "near", "outside"})
#: How many characters before a sentence are looked at for the disaster that it reports on.
_BEFORE = 800


def is_mishap(trigger: Trigger, arguments: Arguments, words: Words) -> bool:
    """Does something else than an actor, a weapon or an act of violence do the harm ("the virus killed two")?"""
    verb = trigger.token
    subject = deep_subject(verb)
    harmed = child(verb, "nsubjpass")
    if harmed is not None and any(c.dep_ == "det" and c.lower_ == "no" for c in harmed.children):
        return True  # "*no* soldiers were hurt"
    if any(t.lemma_.lower() == "accident" for t in verb.subtree):
        return True  # "shot his father in a hunting *accident*"
    said = {token.lemma_.lower() for token in trigger.sentence.tokens}
    if subject is None:
        at_work = trigger.frame.kind == "attack" and _is_at_work(verb, words)
        by_itself = at_work or _by_mishap(trigger, said, words) or _by_disaster(trigger, said, words)
        return is_passive(verb) and by_itself
    if _is_named_disaster(subject, words):
        return True
    what = subject.lemma_.lower()
    if what in words["no attacker"]:
        return True
    if what in words["traffic"] and verb.lemma_.lower() in words["running over"]:
        return said.isdisjoint(words["attack by vehicle"])
    if subject.lower_ == "it" and _names_mishap(trigger, words):
        return True
    if what in words["craft"] and "crash" in said:
        return True
    if _is_blaze(subject, words) or (what in words["explosion"] and _is_industrial(said, words)):
        return True
    if subject.pos_ == "PRON" or what in words["means of violence"]:
        return False
    if avowers(trigger, (trigger.token, subject), arguments, words):
        return False
    return not arguments.parties(trigger.sentence, subject) and not arguments.modifiers(trigger.sentence, subject)


def _by_mishap(trigger: Trigger, said: set[str], words: Words) -> bool:
    """Does the sentence around harm that nobody is said to have done name a mishap, a road accident or a fall?"""
    if _names_mishap(trigger, words):
        return True
    tokens = trigger.sentence.tokens
    run_over = any(t.lemma_.lower() in words["traffic"] and t.dep_ == "pobj" and t.head.lower_ == "by" for t in tokens)
    if run_over and said.isdisjoint(words["attack by vehicle"]):
        return True
    gas = any(t.lemma_.lower() in words["explosion"] and _is_of_gas(t) for t in tokens)
    return gas or _falls(trigger.token.subtree) or any(_is_blaze(t, words) for t in tokens)


def _is_at_work(verb: Token, words: Words) -> bool:
    """Was somebody hurt while he did what people are hurt by ("killed *while working* on a lift")?"""
    clauses = (c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG")
    doing = (c for c in clauses if c.lemma_.lower() in words["at work"])
    return any(g.dep_ in {"mark", "advmod"} and g.lower_ in {"while", "when"} for c in doing for g in c.children)


def _is_named_disaster(noun: Token, words: Words) -> bool:
    """Is a storm called by a name the subject ("*Typhoon Haiyan*, which killed 6,000")?"""
    return any(c.dep_ in {"compound", "nmod"} and c.lower_ in words["disaster"] for c in noun.children)


def _names_mishap(trigger: Trigger, words: Words) -> bool:
    """Does a noun in the sentence name what kills by itself, or a verb say that it did ("*infected* 200")?"""
    said = ((t.lemma_.lower(), t.pos_ == "VERB") for t in trigger.sentence.tokens)
    return any(lemma in words["infecting" if verbal else "mishap"] for lemma, verbal in said)


def _falls(tokens: Iterable[Token]) -> bool:
    """Is somebody said to have fallen ("injured when he *fell*"), not a town or a government?"""
    falls = [t for t in tokens if t.lemma_ == "fall" and t.pos_ == "VERB"]
    subjects = [child(t, *SUBJECTS) for t in falls]
    return any(subject is None or subject.pos_ == "PRON" for subject in subjects)


def _by_disaster(trigger: Trigger, said: set[str], words: Words) -> bool:
    """Is harm without a doer or a weapon told in a report on a disaster ("80 people were also wounded")?"""
    if not said.isdisjoint(words["means of violence"]):
        return False
    return near_disaster(trigger, words)


def near_disaster(trigger: Trigger, words: Words) -> bool:
    """Does the sentence or what stands shortly before it name a disaster?"""
    whole = trigger.sentence.whole
    before = trigger.sentence.text[max(0, whole.start - _BEFORE) : whole.end].lower().replace("'", " ")
    told = {word.strip('.,;:()"“”‘’') for word in before.split()}
    return any(word in told or f"{word}s" in told for word in words["disaster"])


def _is_blaze(noun: Token, words: Words) -> bool:
    """Is it a fire that burns, not one from weapons: counted ("*a* mine *fire*") and not said to be some weapon's?"""
    if noun.lemma_.lower() != "fire" or noun.pos_ != "NOUN":
        return False
    counted = any(c.dep_ == "det" for n in (noun, first_conjunct(noun)) for c in n.children)
    return counted and not any(c.lemma_.lower() in words["firing"] for c in noun.children)


def _is_industrial(said: set[str], words: Words) -> bool:
    """Does a sentence on an explosion name a works where things explode by themselves, and no bomb?"""
    return not said.isdisjoint(words["works"]) and said.isdisjoint(words["bombs"])


def is_accidental_blast(trigger: Trigger, words: Words) -> bool:
    """Does a noun name what explodes without a bomb: gas in a works, or prices ("an *explosion* in rents")?"""
    noun = trigger.token
    said = {token.lemma_.lower() for token in trigger.sentence.tokens}
    if not said.isdisjoint(words["bombs"]):
        return False
    figures = (o for c in noun.children if c.dep_ == "prep" for o in c.children if c.lower_ in {"of", "in"})
    if any(o.lemma_.lower() in words["figure"] for o in figures):
        return True
    if any(t.lemma_.lower() == "leak" and any(c.lower_ == "gas" for c in t.children) for t in trigger.sentence.tokens):
        return True
    if _is_of_gas(noun):
        return True
    where = (o for o in prepositional(noun, "in", "at") for o in (o, *(c for c in o.children if c.dep_ == "compound")))
    return any(c.lemma_.lower() in words["works"] for c in (*noun.children, *where))


def _is_of_gas(noun: Token) -> bool:
    return any(c.dep_ == "compound" and c.lower_ == "gas" for c in noun.children)


def is_discharge(trigger: Trigger, words: Words) -> bool:
    """Is somebody released who was treated, not held ("was *treated* at a hospital and released")?"""
    nouns = {
        t.lemma_.lower() for t in trigger.sentence.tokens if t.pos_ != "VERB" or t == first_conjunct(trigger.token)
    }
    held = {t.lemma_.lower() for t in trigger.sentence.tokens} & (words["captive"] | words["holding"])
    return not held and not nouns.isdisjoint(words["treating"])


def is_hit_itself(trigger: Trigger, party: Party, words: Words) -> bool:
    """Is it what an act of violence hit that the parser takes for what did harm ("the raid on the *inn* that killed")?

    Of people it is "who" that tells what they did.
    """
    clause, noun = first_conjunct(trigger.token), party.token
    if trigger.is_noun or clause.dep_ != "relcl" or clause.head != noun or noun.dep_ != "pobj":
        return False
    subject = child(clause, *SUBJECTS)
    act = noun.head.head.lemma_.lower() if noun.head.lower_ in {"of", "on", "at"} else None
    return act in words["means of violence"] and subject is not None and subject.lower_ in {"that", "which"}


def is_scene(party: Party) -> bool:
    """Is a capital before a noun of violence where it happened, not who did it ("the *Kabul* bombing")?"""
    capital = party.entity.type == "state" and party.entity.sector == "GOV" and party.token.ent_type_ == "GPE"
    return capital and party.token.dep_ in {"compound", "nmod"}


def is_called_after(party: Party, words: Words) -> bool:
    """Is a known act of violence called after the state in which it was, by its name ("the *Kuwait* invasion")?

    An adjective, or an abbreviation that serves as one, says who did it ("the *Iraqi* invasion", "the *US* raid"). So
    is it called after whom it was done to, who bears no arms ("the *teenager's* shooting").
    """
    noun = party.token
    if noun.dep_ == "poss" and noun.head.lemma_.lower() in words["suffered"]:
        return party.entity.type != "state" and party.entity.sector not in _ARMED and not party.plural
    called = load_states().by_name(party.span.text) is not None
    named = called and party.entity.type == "state" and noun.tag_ == "NNP" and noun.dep_ == "compound"
    abbreviated = noun.text.replace(".", "").isupper()
    return named and not abbreviated and any(c.lower_ == "the" for c in noun.head.children)


def is_ground(party: Party, words: Words) -> bool:
    """Is an actor only the state of the town where something was done ("arrested in *Norfolk*, *England*")?

    What a state's own name says is more: "detained in *Turkey*" is by the Turks.
    """
    noun = whole_place(party.token, words) if party.entity.type == "place" else party.token
    if noun.dep_ == "appos" and party.entity.type == "state" and noun.head.ent_type_ in {"GPE", "LOC", "FAC"}:
        town = load_states().by_name(noun.head.text) is None  # not "in *Togo*, *Chad* and *Mali*"
        return town and noun.head.dep_ == "pobj" and noun.head.head.lower_ in _LOCAL
    above = first_conjunct(noun).head
    beside = above.lower_ in _AROUND and noun.dep_ == "pobj"
    return beside or (party.entity.type == "place" and above.lower_ in _LOCAL)


def whole_place(name: Token, words: Words) -> Token:
    """The noun that says what sort of place a name is of ("the *town* of Izmir", "a Winnipeg *jail*"), or the name."""
    above = name.head
    if name.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_.lower() in words["settlement"]:
        return above.head
    return above if name.dep_ in {"compound", "nmod"} and above.lemma_.lower() in words["building"] else name


def is_by_bomb(trigger: Trigger, words: Words) -> bool:
    """Is somebody killed or hurt by a bomb or a blow from the air, which is of public concern whoever he is?"""
    if trigger.is_noun or trigger.frame.kind not in {"attack", "airstrike"}:
        return False
    means = deep_subject(trigger.token)
    return means is not None and means.lemma_.lower() in words["bomb"]


def whose_war(trigger: Trigger, words: Words) -> list[Token]:
    """Whose a war is of which only the other side is named: who is backed in it, or strikes a blow in it.

    "Backed *Chad* in the war against Niger", "an attack by *Chad* in the war against Niger".
    """
    above = trigger.governor
    if trigger.frame.kind != "attack" or trigger.relation != "in" or above is None:
        return []
    if above.pos_ == "NOUN" and above.lemma_.lower() in words["means of violence"]:
        return list(prepositional(above, "by"))
    backed = deep_object(above) if above.lemma_.lower() in words["backing in a fight"] else None
    return [backed] if backed is not None else []
