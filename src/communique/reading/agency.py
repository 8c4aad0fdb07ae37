"""Who does an act, where neither its subject nor its "by" says so: authors of texts, and those who own up to it."""

from __future__ import annotations

from collections.abc import Iterable

from communique.lexicon.words import Words
from communique.reading.parse import Sentence
from communique.reading.participants import Arguments, Party
from communique.reading.relations import deep_subject
from communique.reading.syntax import OBJECTS, child, is_passive, prepositional
from communique.reading.tokens import Token
from communique.reading.triggers import Trigger, idiom_nouns


def agents_behind(trigger: Trigger, arguments: Arguments, words: Words) -> list[Party]:
    """Who does by a text, or by what the idiom names, what a passive without an agent tells.

    "Was condemned *in a statement by Chad*", "was hit with *sanctions by Chad*".
    """
    if trigger.is_noun or not is_passive(trigger.token):
        return []
    texts = (t for t in prepositional(trigger.token, "in", "by", "through", "via") if t.lemma_.lower() in words["text"])
    found = [p for text in texts for p in arguments.modifiers(trigger.sentence, text)]
    means = (by for noun in idiom_nouns(trigger.token, trigger.pattern) for by in prepositional(noun, "by"))
    return found or [p for by in means for p in arguments.parties(trigger.sentence, by)]


def sent_to(verb: Token, reader: Token, words: Words) -> Token | None:
    """The text sent to a reader that says what a participle behind him tells ("sent a *letter* to Chad urging")."""
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or reader.dep_ != "pobj" or reader.head.lower_ != "to":
        return None
    above = reader.head.head
    text = above if above.pos_ == "NOUN" else child(above, "dobj")
    return text if text is not None and text.lemma_.lower() in words["text"] else None


def avowers(trigger: Trigger, acts: Iterable[Token], arguments: Arguments, words: Words) -> list[Party]:
    """Who owns up to an act ("*Rebels* claimed responsibility for the raid", "for killing two", "for a raid that did").

    ``acts`` are the words that may name it: the trigger and its subjects.
    """
    owners = [owner for act in acts if (owner := _avower(act, words)) is not None]
    return [p for owner in owners for p in arguments.parties(trigger.sentence, owner)]


def _avower(act: Token, words: Words) -> Token | None:
    if act.dep_ not in {"pobj", "pcomp"} or act.head.lower_ != "for":
        return None
    above = act.head.head  # the parser hangs "for" on the noun or on the verb
    verb, owned = (above.head, above) if above.dep_ in OBJECTS else (above, child(above, "dobj"))
    owns_up = owned is not None and owned.lemma_.lower() in words["blame"] and verb.lemma_.lower() in words["avowal"]
    return deep_subject(verb) if owns_up else None


def launching(verb: Token, weapon: Token, words: Words) -> Token | None:
    """The verb that says who sent the weapon of whose hit a clause on it tells ("*fired* rockets that hit a town")."""
    launched = weapon.dep_ in OBJECTS and verb.dep_ in {"acl", "relcl"} and verb.head == weapon
    if not launched or weapon.lemma_.lower() not in words["weapon"] | words["craft"]:
        return None
    return weapon.head if weapon.head.lemma_ in _SENDING else None


#: Verbs of sending something off against somebody.
_SENDING = frozenset({"launch", "fire", "send", "lob", "shoot", "unleash", "drop", "hurl", "use", "detonate", "direct"})


def striving(verb: Token, noun: Token, sentence: Sentence, arguments: Arguments, words: Words) -> list[Party]:
    """Whose step or effort it is to do what a noun's infinitive says.

    "*Chad* took steps to meet the demand", "*Chad's* efforts to meet it"; not "Chad foiled an attempt to meet it".
    Of some nouns it is the subject's whatever the verb, unless it gives them away ("gave the clerks *the right* to").
    """
    if verb.dep_ not in {"acl", "relcl"} or verb.head != noun or not any(c.tag_ == "TO" for c in verb.children):
        return []
    owner = child(noun, "poss")
    makes = noun.dep_ in OBJECTS and noun.head.lemma_ in words["support"] | words["support by preposition"]
    if noun.lemma_.lower() in words["opportunity"]:  # "*Chad* seized the chance to condemn it"
        makes = noun.dep_ in OBJECTS and noun.head.lemma_.lower() in words["seizing"]
    if noun.lemma_.lower() in words["control noun"]:  # "*Chad* showed an intention to meet it"
        makes = noun.dep_ == "dobj" and child(noun.head, "dative") is None
    whose = owner if owner is not None else deep_subject(noun.head) if makes else None
    return arguments.parties(sentence, whose) if whose is not None else []
