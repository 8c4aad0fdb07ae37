"""Who stands in one list with an actor, however the parser hung them: by commas alone, before "and", as apposition.

Apposition renames one thing (Huddleston and Pullum 2002, ch. 15.5): what is of another sort, has an article of its own
like each of its fellows, or goes with a plural verb, is listed beside a singular noun and does not say what it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.reading import joints
from communique.reading.cast import ActorMention, Cast
from communique.reading.parse import Sentence
from communique.reading.relations import PLURAL, SINGULAR
from communique.reading.syntax import SUBJECTS, child, conjuncts
from communique.reading.tokens import Token

#: How many tokens may stand between "and" and the name behind it.
_NEAR = 4


def in_list(sentence: Sentence, noun: Token, cast: Cast) -> list[Token]:
    """The noun, and before and behind it those listed with it that do not hang on it as conjuncts."""
    behind = [*_listed(sentence, noun, cast), *_joined(sentence, noun, cast)]
    return [*_swallowed(sentence, noun, cast), noun, *(behind or _bodies_behind(sentence, noun, cast))]


def name_at(sentence: Sentence, token: Token, cast: Cast) -> ActorMention | None:
    """The mention of one person or state by name that the token is in."""
    mention = cast.at(sentence, token)
    return mention if mention is not None and mention.how in {"name", "state"} and mention.entities else None


def _listed(sentence: Sentence, noun: Token, cast: Cast) -> list[Token]:
    """Names set beside a name by commas alone ("Hu, Li met …"): to the parser appositions or second subjects."""
    first = name_at(sentence, noun, cast)
    if first is None:
        return []
    found = []
    for other in (*noun.children, *noun.head.children):
        beside = other.dep_ == "appos" if other.head == noun else other.dep_ == noun.dep_ == "nsubj"
        second = name_at(sentence, other, cast) if beside and other != noun else None
        if second is None or not _alike(first, second):
            continue
        for each in conjuncts(other):
            found += [each, *(_listed(sentence, each, cast) if other.head == noun else ())]
    return found


def _joined(sentence: Sentence, noun: Token, cast: Cast) -> list[Token]:
    """A name joined to a name by "and" right behind it, wherever the parser hung the second one."""
    first = name_at(sentence, noun, cast)
    if first is None:
        return []
    doc, after = sentence.tokens.doc, _behind_state(sentence, first, cast)
    while after < sentence.tokens.end and (doc[after].lower_ == "and" or doc[after].text == ","):
        after += 1
    if after == sentence.tokens.end or doc[after - 1].lower_ != "and":
        return []
    second = name_at(sentence, doc[after], cast)
    if second is None or not _alike(first, second) or second.head in conjuncts(noun):
        return []
    return [] if second.head.dep_ in {"nsubj", "nsubjpass"} else [second.head, *_joined(sentence, second.head, cast)]


def _behind_state(sentence: Sentence, name: ActorMention, cast: Cast) -> int:
    """The first token behind a name and the state that it is of ("Joe Oni *of Kenya* and …")."""
    doc, after = sentence.tokens.doc, name.last.i + 1
    if name.how != "name" or after + 1 >= sentence.tokens.end or doc[after].lower_ != "of":
        return after
    state = name_at(sentence, doc[after + 1], cast)
    return state.last.i + 1 if state is not None and state.how == "state" else after


def _swallowed(sentence: Sentence, noun: Token, cast: Cast) -> list[Token]:
    """A name before "and" that the parser took for part of the next one ("*Ade* and Defence Minister Joe Oni").

    So does it with a state's name before an adjective, which qualify no noun together ("*Chad* and Asian nations").
    """
    second = name_at(sentence, noun, cast)
    if second is None:
        inside = [c for c in noun.children if c.i < noun.i]
        inside += [g for c in inside if c.dep_ == "compound" and noun.tag_ == "NNS" for g in c.children]
        return [c for c in inside if _is_apart(sentence, c, noun, cast)]
    before = sentence.tokens.doc[max(second.head.left_edge.i, second.first.i - _NEAR) : second.first.i]
    joint = next((token for token in before if token.lower_ == "and"), None)
    first = name_at(sentence, joint.nbor(-1), cast) if joint is not None and joint.i > sentence.tokens.start else None
    if joint is None or first is None or first.last != joint.nbor(-1) or not _alike(first, second):
        return []
    above = first.head.head
    return [first.head] if joint.i < above.i <= second.last.i else []


def _is_apart(sentence: Sentence, name: Token, noun: Token, cast: Cast) -> bool:
    """Is a name before a noun no part of it, but joined to it ("*Ade* and ministry officials")?

    People's names do not qualify a noun together with other words, nor does a body the name of another one.
    """
    mention = name_at(sentence, name, cast)
    if mention is None and joints.is_first_of_two(name, noun):
        return cast.at(sentence, name) is not None
    other = cast.at(sentence, name) if name.dep_ in {"nmod", "compound"} else None
    if other is not None and _is_body_before(other, noun, cast.at(sentence, noun)):
        return True
    if mention is None or joints.is_beside_adjective(name):
        return mention is not None
    joined = any(c.dep_ == "cc" and c.lower_ == "and" for c in name.children) and child(name, "conj") is not None
    person = mention.how == "name" and mention.head is name and mention.entities[0].type == "person"
    return person and joined and noun.tag_ == "NNS" and name.dep_ in {"nmod", "compound"}


def _is_body_before(body: ActorMention, noun: Token, whole: ActorMention | None) -> bool:
    """Is a body joined to a word in the name of another one ("the *Larch Party* and Finance Ministry")?"""
    joined = next((c for c in body.head.children if c.dep_ == "conj"), None)
    if whole is None or joined is None or noun.tag_ not in {"NN", "NNP"} or whole.head is not noun:
        return False
    two = {e.type for m in (body, whole) for e in m.entities} == {"organisation"} and body.entities != whole.entities
    return two and body.first is not body.last and whole.first.i <= joined.i < noun.i


def _bodies_behind(sentence: Sentence, noun: Token, cast: Cast) -> list[Token]:
    """The others in a list that begins with a singular noun, which to the parser are its apposition or a subject more.

    "The *parliament*, the bank and the union voted", "the *army*, navy and air force".
    """
    first = cast.at(sentence, noun) if noun.tag_ in {"NN", "NNP"} else None
    if first is None or first.head is not noun or not first.entities:
        return []
    for other in _set_behind(noun):
        row = [each for t in conjuncts(other) for each in (*_swallowed(sentence, t, cast), t)]
        others = [cast.at(sentence, each) for each in row]
        known = [m for m in others if m is not None and m.entities and m.entities != first.entities]
        if len(known) == len(row) and _is_row(first, known, noun, row):
            return row
    return []


def _set_behind(noun: Token) -> Iterator[Token]:
    """What stands behind a comma after a noun as its apposition or as a second subject, and ends in "and" something."""
    subjects = noun.head.children if noun.dep_ in SUBJECTS else ()
    for other in (*(c for c in noun.children if c.dep_ == "appos"), *(s for s in subjects if s.dep_ == noun.dep_)):
        verb = noun.head.i if other.head is noun.head else noun.doc[-1].i + 1
        begins = other.left_edge.i
        if noun.i < other.i < verb and begins > noun.i + 1 and noun.doc[begins - 1].text == ",":
            ends = conjuncts(other)[-1]
            if any(t.lower_ == "and" for t in noun.doc[begins : ends.i]):
                yield other


def _is_row(first: ActorMention, others: list[ActorMention], noun: Token, row: list[Token]) -> bool:
    """Do others behind a noun stand beside it in a list, and not say what it is?

    One of whom a noun speaks may have one name, but not two: "the guard, *Joe Oni*, and a cook" are two.
    """
    number, persons = _number_of(noun), [_is_person(m) for m in others]
    if number == "one" or len(row) < 2:
        return False
    if persons[0] and not (all(persons) and all(m.how == "name" for m in others)):
        return False
    indefinite = any(c.lower_ in {"a", "an"} for c in row[0].children)
    if number == "several" or (_is_person(first) != persons[0] and not indefinite):
        return True
    determined = [child(each, "det", "poss") is not None for each in row]
    return not persons[0] and not indefinite and (all(determined) or not any(determined))


def _is_person(mention: ActorMention) -> bool:
    return all(entity.type == "person" for entity in mention.entities)


def _number_of(noun: Token) -> str | None:
    """Does the verb of a subject tell that it is "one" or "several"?"""
    if noun.dep_ not in SUBJECTS:
        return None
    verb = noun.head
    forms = {t.lower_ for t in (verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"}))}
    if verb.tag_ == "VBZ" or forms & SINGULAR:
        return "one"
    return "several" if verb.tag_ == "VBP" or forms & PLURAL else None


def said_to_be_among(sentence: Sentence, plural: Token) -> Iterator[Token]:
    """Whom "including" at the end of a clause names of those behind the last plural before it.

    "Arrested eight *people* for fraud, *including* Joe Oni", "*senators* urged him to resign, *including* Ann Lee".
    """
    if plural.tag_ not in {"NNS", "NNPS"} or "including" not in sentence.forms:
        return
    doc, between = sentence.tokens.doc, False
    for word in doc[plural.i + 1 : sentence.tokens.end]:
        between = between or word.tag_ in {"NNS", "NNPS"}
        if word.lower_ == "including" and word.dep_ == "prep" and word.head is not plural and word.nbor(-1).text == ",":
            inside = not between and (word.head is plural.head or plural.head in word.head.ancestors)
            yield from (o for o in word.children if o.dep_ == "pobj" and inside)
            return


def _alike(first: ActorMention, second: ActorMention) -> bool:
    """Are both people, or both states, and not the same ones? Then neither explains the other."""
    kinds = {entity.type for mention in (first, second) for entity in mention.entities}
    return len(kinds) == 1 and kinds <= {"person", "state"} and first.entities != second.entities
