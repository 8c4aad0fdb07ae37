"""Which words of a sentence are a person's name.

The recogniser of names is one witness; the lexicon is the other: a capitalised run right after an office or title is a
name whatever the recogniser says, and a run that ends in a surname known from elsewhere in the article is one too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from communique.lexicon.times import load_time_words
from communique.lexicon.words import Words
from communique.reading.introduced_names import is_apposed_official, is_introduced, is_set_behind_official
from communique.reading.naming import FATHERS, fold, is_particle, is_suffix, parse_name
from communique.reading.parse import Sentence
from communique.reading.syntax import SUBJECTS
from communique.reading.terms import Term
from communique.reading.tokens import Doc, Token

_NEVER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "NORP", "LAW", "LANGUAGE"})
_NOT_A_PERSON = frozenset({"GPE", "ORG", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"})
_LONGEST_NAME = 7
#: Codes of shares and abbreviations with full stops ("ACME.L", "U.S.").
_CODE = re.compile(r"[A-Z]{2,6}\.[A-Z]{1,2}|(?:[A-Z]\.){2,}")
#: Two letters may be those of a person's given names ("JJ Roe").
_SHORTEST_INITIALS = 3
#: Words of a surname that is written with a hyphen.
_DOUBLE = 2
#: Letters of the name of a day in full ("Friday").
_SHORTEST_DAY = 6
#: Words of an adjective like "Oslo-born", the hyphen among them.
_COMPOUND = 3
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class NameRun:
    """Capitalised tokens ``first`` to ``last`` (document indexes), maybe a name, and what speaks for a person."""

    first: int
    last: int
    titled: bool
    recognised: bool
    other: bool


def name_runs(
    sentence: Sentence,
    terms: Sequence[Term],
    strangers: frozenset[str] = frozenset(),
    people: frozenset[str] = frozenset(),
) -> tuple[NameRun, ...]:
    """The runs of name-like tokens outside the lexicon's terms, left to right.

    ``strangers`` are words of no name, ``people`` words of the full names of persons in the article.
    """
    doc, tokens = sentence.tokens.doc, sentence.tokens.doc.tokens
    taken = {i: term for term in terms for i in range(term.first, term.last + 1) if not _within_name(doc, term)}
    barred = set(taken) | {token.i for token in sentence.tokens if token.lower_ in strangers}
    runs = []
    index, end = sentence.tokens.start, sentence.tokens.end
    while index < end:
        token = tokens[index]
        able = index not in barred and (token.text[0].isupper() or is_particle(token.text))
        if not able or not (_namely(token) or _is_of_people(token, people) or _begins_name(doc, index, end, taken)):
            index += 1
            continue
        last = _extend(doc, index, end, barred)
        index = _without_letters(doc, _behind_participle(doc, _trim(doc, index, last), last), last)
        runs.append(_judge(doc, index, last, taken))
        index = last + 1
    return tuple(runs)


def _namely(token: Token) -> bool:
    if not token.text[0].isupper() or (token.tag_ not in {"NNP", "NNPS"} and token.ent_type_ != "PERSON"):
        return False
    return not (
        any(c.isdigit() for c in token.text) or (token.ent_type_ in _NEVER and not _is_surname_like_month(token))
    )


def _is_of_people(token: Token, people: frozenset[str]) -> bool:
    """Is a word of a person's name that is taken for another kind of word one ("Roe urged *Peled* to stop")?

    At the opening of a sentence, where any word has a capital, only what could be a noun is ("*Will* Oslo agree?").
    """
    if token.text not in people or not token.text[0].isupper() or token.ent_type_ in _NEVER - {"NORP"}:
        return False
    return token.i != token.sent.start or token.pos_ in {"NOUN", "PROPN", "ADJ"}


def _begins_name(doc: Doc, index: int, end: int, taken: Mapping[int, Term]) -> bool:
    """Does a particle begin a surname: before a hyphen, or after a title ("*al*-Karim", "President *de* Soto")?

    So does a word after a title that is taken for a people's name, if no lexicon has it ("President *Wahid*").
    """
    token, before = doc[index], taken.get(index - 1)
    titled = before is not None and before.kind in {"office", "title"} and not before.plural
    if token.tag_ == "NNP" and token.ent_type_ == "NORP" and token.text[0].isupper():
        return titled and doc[index - 1].text[0].isupper() and (index + 1 == end or doc[index + 1].pos_ != "NOUN")
    if not (token.text.islower() and is_particle(token.text)) or index + 1 >= end:
        return False
    if doc[index + 1].text == "-" and not token.whitespace_ and not doc[index + 1].whitespace_:
        return index + 2 < end and _namely(doc[index + 2])
    return titled and _namely(doc[index + 1])


def _is_surname_like_month(token: Token) -> bool:
    """Is a month a surname here: behind a given name or title, or doing something, with no day or year behind it?

    "Theresa *May*" in a list of guests, "Mrs *May* left", "*May* said"; alone it counts only if the article has
    introduced a person of that surname (:func:`persons_among`).
    """
    if token.ent_type_ != "DATE" or token.tag_ != "NNP" or token.i + 1 == len(token.doc) or token.nbor(1).like_num:
        return False
    before = token.nbor(-1) if token.i else None
    if before is not None and before.ent_type_ == "PERSON":
        return True
    titled = before is not None and before.tag_ == "NNP" and before.ent_type_ != "DATE" and before.head == token
    return titled or (token.dep_ == "nsubj" and all(child.dep_ != "amod" for child in token.children))


def _extend(doc: Doc, first: int, end: int, barred: Set[int]) -> int:
    """Last token of the run that starts at ``first``: names, hyphens within names, particles between names."""
    last = index = first
    while index + 1 < end and index - first < _LONGEST_NAME * 2:
        index += 1
        token = doc[index]
        if index in barred or _is_weekday(token):  # "sentenced Otto Borg *Saturday* to ten years"
            break
        fathers = doc[index - 1].text in FATHERS and token.text.istitle()  # "Omar bin *Hassan*", whatever its tag
        if _namely(token) or fathers:
            last = index
        elif token.text in {"-", "\u2013"} and not doc[index - 1].whitespace_ and not token.whitespace_:
            continue
        elif doc[index - 1].text == "-" and not doc[index - 1].whitespace_ and token.is_alpha:
            last = index
        elif not (is_particle(token.text) and token.text.islower() and token.text not in {"y", "e"}):
            break
    younger = last + 2 < end and doc[last + 1].text == "," and is_suffix(doc[last + 2].text)  # "Walter Kane, *Jr.*"
    return last + 2 if younger else last


def _is_weekday(token: Token) -> bool:
    """Is it the name of a day in full, which follows a name in American papers?"""
    return token.lower_ in _weekdays() and token.text.istitle()


@lru_cache(maxsize=1)
def _weekdays() -> frozenset[str]:
    return frozenset(word for word in load_time_words().first_words("weekday") if len(word) >= _SHORTEST_DAY)


def _trim(doc: Doc, first: int, last: int) -> int:
    """Where the name begins in a run after a preposition or "and" ("of Economy Joan Roe"), the recogniser says."""
    if first == 0 or doc[first - 1].pos_ not in {"ADP", "CCONJ"}:
        return first
    starts = [i for i in range(first + 1, last) if doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ == "B"]
    if starts and doc[starts[0]].text in FATHERS:  # the name is before the father's ("the death of Omar *bin Hassan*")
        return first
    return starts[0] if starts and doc[first].ent_type_ != "PERSON" else first


def _behind_participle(doc: Doc, first: int, last: int) -> int:
    """Where the name begins in a run that opens with an adjective made of two words ("*Oslo-born* Ann Roe")."""
    if last < first + _COMPOUND or doc[first + 1].text != "-":
        return first
    participle = doc[first + 2]
    made = participle.tag_ in {"VBG", "VBN"} and participle.text.islower() and bool(participle.whitespace_)
    return first + _COMPOUND if made else first


def _without_letters(doc: Doc, first: int, last: int) -> int:
    """Where the name begins in a run that the initials of a body stand before ("*RWU* Ann Roe said")."""
    word = doc[first].text
    initials = first < last and len(word) >= _SHORTEST_INITIALS and word.isalpha() and word.isupper()
    return first + 1 if initials and not doc[first + 1].text.isupper() and doc[first + 1].text[0].isalpha() else first


def _judge(doc: Doc, first: int, last: int, taken: Mapping[int, Term]) -> NameRun:
    before = taken.get(first - 1)
    labels = [token.ent_type_ for token in doc[first : last + 1]]
    recognised = "PERSON" in labels
    other = not recognised and any(label in _NOT_A_PERSON for label in labels)
    titled = before is not None and before.kind in {"office", "title"} and before.last == first - 1
    titled = titled and (recognised or before is None or not before.plural)
    if titled and before is not None and before.kind == "title" and _is_one_body(doc, before.first, first):
        titled = False
    if not titled and before is not None and before.kind == "agent" and before.last == first - 1:
        person = getattr(before.entry, "type", "") == "person" and not before.plural
        titled = person and (not other or is_apposed_official(doc, before, first, last))
    single = set(labels) <= {"ORG", ""} and len([t for t in doc[first : last + 1] if t.text != "-"]) <= _DOUBLE
    titled = titled or ((not other or single) and is_introduced(doc, first, last, taken))
    titled = titled or is_set_behind_official(doc, first, last, taken)
    if titled and other and not doc[first - 1].text[0].isupper() and before is not None and before.kind == "office":
        titled = "ORG" in labels and (last == first or first <= doc[first - 1].head.i <= last)
    return NameRun(first, last, titled, recognised, other)


def _is_one_body(doc: Doc, title: int, name: int) -> bool:
    """Does the recogniser take title and name together for a body's name ("General Dynamics Corp")?"""
    return all(doc[i].ent_type_ == "ORG" for i in (title, name)) and doc[name].ent_iob_ == "I"


def without_openers(
    laid: Sequence[tuple[Sentence, Sequence[NameRun]]], firms: Set[str] = frozenset()
) -> list[tuple[NameRun, ...]]:
    """The runs of each sentence without a capitalised first word of the sentence that is no part of a name.

    News gives the given name before it leaves it out: what stands before a surname that was named alone already, at
    the opening of a sentence and nowhere else, is another word ("*Athough* Roe left"), and so are capital letters that
    stand before a name known without them ("*GM* Ann Roe won"). Where the surname is the name of one of the ``firms``
    too, it need not have been a person's ("*Ann* Roe, the head of Roe Tool Corp").

    Between a preposition and the verb of a clause without another subject stand two names, the second one known
    ("On *Chatter* Roe said").
    """
    words = Counter(token.text for sentence, _ in laid for token in sentence.tokens)
    alone: set[str] = set()
    found = []
    for sentence, runs in laid:
        doc = sentence.tokens.doc
        kept = tuple(_behind_place(doc, _without_opener(sentence, run, words, alone), alone) for run in runs)
        alone.update({fold(doc[run.first : run.last + 1].text) for run in kept} - firms)
        found.append(kept)
    return found


def _without_opener(sentence: Sentence, run: NameRun, words: Mapping[str, int], alone: set[str]) -> NameRun:
    doc = sentence.tokens.doc
    first = doc[run.first]
    opens = first.i == sentence.tokens.start and words[first.text] == 1
    opens = run.last > run.first and (opens or (first.text.isupper() and len(first) > 1 and first.is_alpha))
    return replace(run, first=run.first + 1) if opens and fold(doc[run.first + 1 : run.last + 1].text) in alone else run


def _behind_place(doc: Doc, run: NameRun, alone: Set[str]) -> NameRun:
    """The known name that is the subject of a clause, without the other name that is the object of a preposition."""
    if run.first == run.last or run.first == 0 or run.titled or doc[run.first - 1].pos_ != "ADP":
        return run
    tail, verb = fold(doc[run.last].text), doc[run.last + 1] if run.last + 1 < len(doc) else None
    if verb is None or verb.tag_ not in _FINITE or tail not in alone:
        return run
    if fold(doc[run.first : run.last + 1].text) in alone:
        return run
    clause = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    subject = next((c for c in clause.children if c.dep_ in SUBJECTS and c.ent_type_ not in {"DATE", "TIME"}), None)
    inside = subject is None or run.first <= subject.i <= run.last
    return replace(run, first=run.last) if inside and clause.dep_ not in {"relcl", "acl"} else run


def _within_name(doc: Doc, term: Term) -> bool:
    """Is the term inside a longer person's name ("Jordan" in a man's name), the recogniser says?"""
    if term.kind in {"office", "title", "agent"}:
        return False
    if any(token.ent_type_ != "PERSON" for token in doc[term.first : term.last + 1]):
        return False
    if term.kind in {"adjective", "demonym"} and term.first > 0 and doc[term.first].ent_iob_ == "B":
        return False
    before = term.first > 0 and doc[term.first].ent_iob_ == "I" and doc[term.first - 1].tag_ in {"NNP", "NNPS"}
    after = (
        term.last + 1 < len(doc) and doc[term.last + 1].ent_iob_ == "I" and doc[term.last + 1].tag_ in {"NNP", "NNPS"}
    )
    return before or after


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The words of the names in an article that are surely persons', folded, the last of each and the others.

    They are there for spotting one alone; ``compound`` are the surnames with particles ("de Soto"), whole.
    """

    first: frozenset[str]
    last: frozenset[str]
    compound: frozenset[str] = frozenset()


def known_names(runs: Iterable[tuple[Sentence, Sequence[NameRun]]]) -> KnownNames:
    """The names of an article that have a title, or of several words that the recogniser takes for a person's."""
    sure = [
        [token.text for token in sentence.tokens.doc[run.first : run.last + 1]]
        for sentence, found in runs
        for run in found
        if run.titled or (run.recognised and run.last > run.first)
    ]
    given = (word for words in sure for word in (words[0], *words[1:-1]) if len(word) > 2 or word == words[0])
    surnames = (parse_name(" ".join(words)).surname for words in sure if len(words) > 1)
    return KnownNames(
        frozenset(map(fold, given)),
        frozenset(fold(words[-1]) for words in sure),
        frozenset(fold(surname) for surname in surnames if " " in surname),
    )


def persons_among(sentence: Sentence, runs: Sequence[NameRun], known: KnownNames, words: Words) -> tuple[NameRun, ...]:
    """The runs that are persons' names, given the names known in the article."""
    doc = sentence.tokens.doc
    return tuple(
        _with_particles(doc, part, known) if known.compound else part
        for run in runs
        for part in _halves(doc, run, known.last)
        if (run.titled or run.recognised or _is_known(doc, run, known)) and not _is_family(doc, run, known)
        if not _is_namesake(doc, run, words)
        and not _is_of_kin(doc, run, words)
        and not (run.first == run.last and _is_code(doc, run))
    )


def _with_particles(doc: Doc, run: NameRun, known: KnownNames) -> NameRun:
    """A surname alone with the particles that the article's full name has before it ("*de* Soto said")."""
    first = run.first
    while run.first == run.last and first > 0 and is_particle(doc[first - 1].text):
        first -= 1
    whole = first < run.first and fold(doc[first : run.last + 1].text) in known.compound
    return replace(run, first=first) if whole else run


def _is_family(doc: Doc, run: NameRun, known: KnownNames) -> bool:
    """Does "the" before a surname in the plural say that several bear it ("the *Halvorsens*")?"""
    word = doc[run.last]
    alone = run.first == run.last and run.first > 0 and doc[run.first - 1].pos_ in {"DET", "NUM"}
    plural = word.tag_ == "NNPS" or (word.text.endswith("s") and fold(word.text[:-1]) in known.last)
    return alone and plural and not run.titled and fold(word.text) not in known.last


def _is_of_kin(doc: Doc, run: NameRun, words: Words) -> bool:
    """Does a surname alone tell which family is meant, and nobody of it ("the *Halvorsen* family")?"""
    behind = doc[run.last + 1] if run.first == run.last and run.last + 1 < len(doc) else None
    kin = behind is not None and behind.text in words["kin together"] and doc[run.last].head is behind
    return kin and not run.titled


def _is_code(doc: Doc, run: NameRun) -> bool:
    """Is one word a share's code or an abbreviation ("<*ACME.L*>", "200 mln *U.S.* Dlrs"), and no name?"""
    return not run.titled and _CODE.fullmatch(doc[run.last].text) is not None


def _is_namesake(doc: Doc, run: NameRun, words: Words) -> bool:
    """Is it what is called after one: a site, body or firm by its last word, a ship by its first ("*MV* Ann Roe")?"""
    last = doc[run.last].lower_
    thing = last in words["not a person"] or last.rstrip(".") in words["legal form"]
    goes_on = run.last + 1 < len(doc) and doc[run.last + 1].tag_ == "NNP" and doc[run.last].head is doc[run.last + 1]
    if goes_on and run.first == run.last and doc[run.last].text.isupper():  # "*KL* Bank"
        return doc[run.last + 1].lower_ in words["not a person"]
    return run.last > run.first and (thing or doc[run.first].lower_ in words["ship"])


def _is_known(doc: Doc, run: NameRun, known: KnownNames) -> bool:
    """Does a run end in a known surname, or is it the first word of a known name alone ("Retno said")?

    A place's name may be one that the recogniser misread, where it does something.
    """
    last = fold(doc[run.last].text)
    misread = not run.other or doc[run.last].ent_type_ == "ORG" or doc[run.last].dep_ in SUBJECTS
    alone = run.first == run.last and misread and last in known.first
    return alone or (run.last - run.first <= 2 and last in known.last)


def _halves(doc: Doc, run: NameRun, surnames: frozenset[str]) -> tuple[NameRun, ...]:
    """The two surnames of a run that joins them by a hyphen ("the Roe-Soler talks"), or the run itself."""
    joined = run.last == run.first + 2 and doc[run.first + 1].text in {"-", "\u2013"} and not run.titled
    if not joined or fold(doc[run.first : run.last + 1].text) in surnames:
        return (run,)
    if not {fold(doc[run.first].text), fold(doc[run.last].text)} <= surnames:
        return (run,)
    return replace(run, last=run.first), replace(run, first=run.last)
