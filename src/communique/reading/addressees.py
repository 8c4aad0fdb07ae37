"""To whom somebody asks, offers or warns where no slot says so: who gets the text, or does what is asked."""

from __future__ import annotations

from communique.lexicon.words import Words
from communique.reading.participants import Arguments, Party
from communique.reading.relations import deep_object, deep_subject, surface_subject
from communique.reading.syntax import child, is_passive, prepositional, verb_above
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger

#: Kinds of acts that are done to whoever is spoken to.
_ADDRESSING = frozenset(
    ["request", "demand", "appeal", "promise", "offer", "warning", "ultimatum", "apology", "threat", "invitation"]
)
#: How a noun hangs on the verb of whoever takes what it names ("*yielded to* a demand", "*complied with* it").
_TAKEN = frozenset({"object", "to", "with", "from"})
#: How it hangs on the verb of whoever does what is asked of him ("*at* the request of Chad").
_COMPLIED = frozenset({"at", "upon", "per"})


def addressed(trigger: Trigger, arguments: Arguments, words: Words) -> list[Party]:
    """To whom the text is in which somebody asks or warns ("*in a letter to Chad*, it demanded an apology").

    Or to whose land he goes to do so ("*flew to Chad* to ask for a loan"). What a noun names is said to whoever gets
    it, or takes it in some way ("*Chad* received an offer from Niger"), or does something because of it ("*Chad*
    withdrew at the request of Niger").
    """
    if trigger.frame.kind not in _ADDRESSING:
        return []
    if trigger.is_noun:
        taker = trigger.governor if trigger.relation in _TAKEN else None
        if taker is not None and trigger.relation == "object" and is_passive(taker) and taker.lemma_ in words["giving"]:
            given = surface_subject(taker)  # "*Chad* was given an ultimatum"
            return arguments.parties(trigger.sentence, given) if given is not None else []
        takes = taker is not None and taker.lemma_.lower() in words["addressee's"]
        if trigger.relation in _COMPLIED and (complying := _complying(trigger)) is not None:
            taker, takes = complying, True
        who = deep_subject(taker) if taker is not None and takes else None
        if who is None and takes and taker is not None:
            return _announcing(taker, trigger, arguments, words)
        return arguments.parties(trigger.sentence, who) if who is not None else []
    readers = _readers(trigger, words) or _called_on(trigger, words) or _met(trigger, words)
    parties = [p for reader in readers for p in arguments.parties(trigger.sentence, reader)]
    return [p for p in parties or _travelled_to(trigger, arguments, words) if p.entity.sector != "JRN"]


def _announcing(done: Token, trigger: Trigger, arguments: Arguments, words: Words) -> list[Party]:
    """The body that says that a thing was done, and so did it ("*the ministry* said it was done at his request")."""
    said = done.head
    if done.dep_ != "ccomp" or not is_passive(done) or said.lemma_.lower() not in words["saying"]:
        return []
    speaker = deep_subject(said)
    found = arguments.parties(trigger.sentence, speaker) if speaker is not None else []
    return [p for p in found if p.entity.type in {"state", "organisation"} and p.entity.sector != "JRN"]


def _complying(trigger: Trigger) -> Token | None:
    """The verb of what is done at a request, also where the parser hangs that on its object.

    "Dropped the nomination *at his request*"; who welcomed what was done at a request has not complied with it.
    """
    done = trigger.governor
    if done is None or done.pos_ == "VERB":
        return done
    verb = verb_above(done)
    thing = deep_object(verb) if verb is not None and not is_passive(verb) else None
    return verb if thing is not None and (thing == done or thing in done.ancestors) else None


def _readers(trigger: Trigger, words: Words) -> list[Token]:
    """To whom a text goes in which somebody asks or warns ("sent *Chad* a letter requesting talks")."""
    verb, above = trigger.token, trigger.token.head
    texts = [t for t in prepositional(verb, "in", "by", "through", "via") if t.lemma_.lower() in words["text"]]
    found = [to for text in texts for to in prepositional(text, "to")]
    if verb.dep_ == "acl" and above.dep_ == "pobj" and above.head.lower_ == "to":
        addressed_to = above.head.head.lemma_.lower() in words["text"]  # "a letter *to senators* seeking support"
        return [above] if addressed_to else found
    text = above if verb.dep_ == "acl" else child(above, "dobj") if verb.dep_ == "advcl" else None
    if text is None or text.lemma_.lower() not in words["text"]:
        return found
    sent = text.head if text.dep_ == "dobj" and text.head.lemma_.lower() in words["giving"] else None
    given = child(sent, "dative") if sent is not None else None
    also = prepositional(sent, "to") if sent is not None else ()
    return [*found, *prepositional(text, "to"), *([given] if given is not None and given.pos_ != "ADP" else also)]


def _met(trigger: Trigger, words: Words) -> list[Token]:
    """With whom the talks are in which somebody says it ("made the pledge *during talks with Chad*")."""
    talks = (t for t in prepositional(trigger.token, "during", "in") if t.lemma_.lower() in words["talks"])
    return [other for noun in talks for other in prepositional(noun, "with")]


def _travelled_to(trigger: Trigger, arguments: Arguments, words: Words) -> list[Party]:
    """Those of the land that somebody goes to in order to say what a verb says."""
    verb = trigger.token
    way = verb.head if verb.dep_ in {"advcl", "xcomp"} and any(c.tag_ == "TO" for c in verb.children) else None
    if way is None or way.lemma_.lower() not in words["support by preposition"]:
        return []
    return [p for land in prepositional(way, "to") for p in arguments.located(trigger.sentence, land)]


def _called_on(trigger: Trigger, words: Words) -> list[Token]:
    """Whom somebody writes to or rings while, or in order that, he asks ("wrote to *Chad* asking for talks")."""
    verb, above = trigger.token, trigger.token.head
    if verb.dep_ not in {"advcl", "xcomp"} or verb.i < above.i:
        return []
    if above.lemma_.lower() in words["bringing before"] and child(above, "dobj", "nsubjpass") is not None:
        back = (c for c in above.children if c.dep_ in {"advmod", "prt"})  # "referred it *back to* the court"
        return [
            n for t in (above, *back) for n in prepositional(t, "to", "before")
        ]  # "took the case *to the court*, asking for a ruling"
    if above.lemma_.lower() not in words["calling on"]:
        return []
    rung = child(above, "dobj")
    return [*prepositional(above, "to"), *([rung] if rung is not None else [])]
