"""Who says it: the source of a cue in the parse, the words that name it, and the actor that it stands for."""

from __future__ import annotations

from communique.reading.cast import ActorMention, Cast
from communique.reading.cue_words import CueWord
from communique.reading.parse import Sentence
from communique.reading.relations import surface_subject
from communique.reading.syntax import SUBJECTS, child, conjuncts, is_passive
from communique.reading.tokens import Token
from communique.records import Speaker

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
_NOT_NAMING = frozenset({"punct", "appos", "relcl", "acl", "advcl", "advmod", "cc"})
_RELATIVES = frozenset({"who", "which", "that"})
_NOMINATIVE = frozenset({"i", "he", "she", "we", "they"})
_EXPLETIVES = frozenset({"it", "there"})
_EMPTY = frozenset({"there", "this", "these", "those", "that", "which", "what", "who"})
_LONGEST_SPEAKER = 40
_DEEPEST_CLAUSE = 8


def source_of(cue: CueWord) -> Token | None:
    """The head of the noun phrase of whoever says, believes or wants: the subject, the agent, the possessor."""
    token = cue.token
    if token.lower_ == "according":
        return _object_of_to(token)
    if token.pos_ == "NOUN":
        return _possessor(token)
    if token.pos_ == "ADJ":
        found = surface_subject(token.head)
        return found if found is not None and found.lower_ not in _EXPLETIVES else None
    if is_passive(token) and not _is_quoted_saying(token):
        agent = child(token, "agent")
        return child(agent, "pobj") if agent is not None else None
    return (
        _pronoun_beside(token)
        or _relative(token)
        or _inverted(token)
        or surface_subject(token)
        or _before(token)
        or _of_main_clause(token)
    )


def _is_quoted_saying(verb: Token) -> bool:
    """Is somebody said to say it ("*was quoted as saying*")? Whoever quotes him stands behind "by"."""
    return any(c.lower_ == "as" and child(c, "pcomp") is not None for c in verb.children)


def _pronoun_beside(verb: Token) -> Token | None:
    """The pronoun right before a finite verb, whatever the parser makes of '"We will not," he said, "act"'."""
    before = verb.nbor(-1) if verb.i > verb.sent.start and verb.tag_ in {"VBD", "VBZ", "VBP"} else None
    return before if before is not None and before.lower_ in _NOMINATIVE else None


def _of_main_clause(participle: Token) -> Token | None:
    """The subject of the nearest clause above that has one: whoever a participle speaks of ("…, noting that")."""
    if participle.tag_ != "VBG":
        return None
    token = participle
    for _ in range(_DEEPEST_CLAUSE):
        token = token.head
        found = child(token, *SUBJECTS) if token.pos_ in {"VERB", "AUX"} else None
        if found is not None and found.pos_ in _NOUNS:
            return found
    return None


def _relative(verb: Token) -> Token | None:
    """The "who" of "the envoy, who said": the word that names the source there, for its antecedent."""
    own = child(verb, "nsubj")
    return own if own is not None and own.lower_ in _RELATIVES and antecedent(own) is not None else None


def antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    clause = pronoun.head
    while clause.dep_ in {"conj", "xcomp", "ccomp"} and clause.head is not clause:
        clause = clause.head
    return clause.head if pronoun.lower_ in _RELATIVES and clause.dep_ == "relcl" else None


def _before(verb: Token) -> Token | None:
    """The noun phrase that ends right before a finite verb for which the parser found no subject."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or verb.i == verb.sent.start:
        return None
    noun = verb.nbor(-1)
    if noun.is_punct and noun.i > verb.sent.start:
        noun = noun.nbor(-1)
    return _topmost(noun, verb.sent.start, verb.i) if noun.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _topmost(noun: Token, start: int, end: int) -> Token:
    """The head of the largest phrase with the noun in it that lies between two positions of the document."""
    while noun.head is not noun and start <= noun.head.i < end and noun.head.pos_ in {"NOUN", "PROPN", "ADP"}:
        noun = noun.head
    return noun


def _object_of_to(token: Token) -> Token | None:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc):
        to = token.nbor()
    if to is None:
        return None
    found = child(to, "pobj")
    if found is None and to.i + 1 < token.sent.end:
        found = _topmost(to.nbor(), to.i + 1, token.sent.end)
    return found if found is not None and found.pos_ in _NOUNS else None


def _possessor(noun: Token) -> Token | None:
    own = child(noun, "poss")
    if own is not None:
        return own
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in {"by", "from", "of"}:
            return child(prep, "pobj")
    head = noun.head
    if noun.dep_ in {"dobj", "pobj", "attr", "oprd"} and head.pos_ in {"VERB", "AUX"}:
        return surface_subject(head)  # "the ministry issued a statement", "he made the claim"
    return None


def _inverted(verb: Token) -> Token | None:
    """The subject behind the verb in '"…," said the envoy', which parsers now and then take for an object."""
    if child(verb, *SUBJECTS, "aux") is not None or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    before = verb.nbor(-1) if verb.i > 0 else None
    if after is None or before is None or not before.is_punct:
        return None
    return next(
        (c for c in verb.children if c.dep_ in {"dobj", "npadvmod", "dep", "attr", "oprd"} and c.i > verb.i), None
    )


def naming(head: Token) -> tuple[Token, Token]:
    """First and last token of the words that name a source: its noun phrase with of-, in- and for-phrases, conjuncts.

    Appositions, relative and participial clauses are left out: "a source inside the ministry", not its story.
    """
    first = last = head
    pending = [head]
    while pending:
        token = pending.pop()
        first = token if token.i < first.i else first
        last = token if token.i > last.i else last
        for c in token.children:
            if c.is_space or abs(c.i - head.i) > _LONGEST_SPEAKER:
                continue
            if _is_part(c, head):
                pending.append(c)
    while (
        last.i + 2 < len(last.doc) and last.nbor().text == "-" and not last.whitespace_ and not last.nbor().whitespace_
    ):
        last = last.nbor(2)  # the parser may take a half of "co-author" for the head
    return first, last


def _is_part(c: Token, head: Token) -> bool:
    """Is a token's phrase part of the name above it: no aside behind a comma, but the name in "the broadcaster NRK"?"""
    if c.dep_ == "prep":
        named = head.pos_ == "PROPN" and c.lower_ in {"on", "via", "during", "after", "before"}  # where it was said
        return c.i > head.i and c.nbor(-1).text != "," and not named
    if c.dep_ == "appos":
        return c.pos_ == "PROPN" and c.left_edge.i == head.i + 1
    return c.dep_ not in _NOT_NAMING


def speaker(cast: Cast, sentence: Sentence, head: Token) -> Speaker | None:
    """The speaker as a record; ``None`` for an empty "it" or "there" and for what is no noun."""
    if head.lower_ == "it" and head.dep_ == "nsubjpass":
        return None
    behind = antecedent(head)
    named = head if behind is None else behind
    mention = cast.at(sentence, named)
    if mention is not None and _is_longer_name(named, mention):
        mention = None
    if mention is None and (named.pos_ not in _NOUNS or named.lower_ in _EMPTY):
        return None
    first, last = naming(named)
    if mention is not None and behind is None:
        first = mention.first if mention.first.i < first.i else first
        last = mention.last if mention.last.i > last.i else last
    words = sentence.span(first, last)
    span = words if behind is None else sentence.span(head)
    others = (cast.at(sentence, other) for other in conjuncts(named) if other is not named)
    mentions = [mention, *others]
    bare = not any(c.dep_ in {"det", "poss"} for c in named.children)
    if bare and len(mentions) == 2 and _are_titles(named, *mentions):
        mentions = mentions[1:]  # "party leader and Prime Minister *X*": two titles of one person
    entities = dict.fromkeys(e for m in mentions if m is not None for e in m.entities)
    if len(entities) == 1 and None not in mentions[1:] and (mention is not None or len(mentions) == 1):
        only = next(iter(entities))
        # "a source inside the ministry", not "source", but neither "he"
        name = only.name if only.name[:1].isupper() or named.pos_ == "PRON" else words.text
        return Speaker(name=name, actor=only.id, country=only.country, sector=only.sector, span=span)
    countries = {entity.country for entity in entities}
    country = countries.pop() if len(countries) == 1 else None
    return Speaker(name=words.text, actor=None, country=country, sector=None, span=span)


def _is_longer_name(head: Token, mention: ActorMention) -> bool:
    """Is a state's name the last word of a body's that is no state ("*CNN Philippines* reported")?"""
    first = mention.first
    before = first.nbor(-1) if first.i > head.sent.start else first
    named = before.dep_ == "compound" and before.head == head and before.tag_ == "NNP"
    return mention.how == "state" and named and before.ent_type_ not in {"GPE", "LOC", "NORP"}


def _are_titles(head: Token, first: ActorMention | None, second: ActorMention | None) -> bool:
    """Are a noun without a name and a person's name joined to it two titles of that person?"""
    if head.tag_ != "NN" or second is None or [entity.type for entity in second.entities] != ["person"]:
        return False
    if first is None:
        return True
    return first.how in {"office", "group"} and [entity.type for entity in first.entities] == ["person"]


def addressee(cue: CueWord) -> str | None:
    """Who is told: the object of a verb of telling, or the noun behind its "to"."""
    if cue.token.pos_ != "VERB" or cue.token.lower_ == "according":
        return None
    objects = [c for c in cue.token.children if c.dep_ in {"dobj", "dative"} and c.pos_ in {"NOUN", "PROPN", "PRON"}]
    if not any(entry.addressee for entry, _ in cue.readings):
        objects = []
    objects.extend(_told_to(cue.token, "to"))
    told = [noun for noun in objects if noun.i > cue.token.i]
    for clause in cue.token.children:  # "*Speaking to reporters*, the envoy said …"
        if clause.dep_ == "advcl" and clause.tag_ == "VBG" and clause.lemma_.lower() in _SPEAKING:
            told.extend((*_told_to(clause, "to", "with"), *(c for c in clause.children if c.dep_ == "dobj")))
    return cue.sentence.span(*naming(told[0])).text if told else None


#: Verbs whose participle beside a verb of saying only tells to whom it was said.
_SPEAKING = frozenset({"speak", "talk", "address"})


def _told_to(verb: Token, *prepositions: str) -> list[Token]:
    """The people or body behind one of the prepositions that follow a verb."""
    return [
        noun
        for prep in verb.children
        if prep.dep_ in {"prep", "dative"} and prep.lower_ in prepositions and prep.i > verb.i
        for noun in prep.children
        if noun.dep_ == "pobj" and (noun.ent_type_ in {"PERSON", "ORG"} or noun.tag_ == "NNS")
    ]
