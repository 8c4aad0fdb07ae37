"""Companies: names that end in a legal form ("Acme Tool Corp"), and the names that the article has for them in short.

A company named after a person is no person, whatever the recogniser of names says of it: "Roe" alone is the company
"Roe Tool Corp" in an article that introduces it so, unless the article names a person Roe as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from communique.lexicon.actors import ActorLexicon
from communique.lexicon.words import Words
from communique.reading.naming import fold
from communique.reading.parse import Sentence
from communique.reading.person_names import NameRun
from communique.reading.tokens import Doc, Token

_LONGEST, _SHORTEST = 9, 4
_MOST_LINES = 3
#: How many words tell the branch of a firm.
_MOST_OF_BRANCH = 3
#: Digits of a number that is part of a name.
_LONGEST_NUMBER = 3
_MEASURED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
#: What joins words of a name wherever it stands, foreign words for "and" among it.
_JOINTS = frozenset({"&", "-", "/", "und", "et", "og", "och", "y"})


@dataclass(frozen=True, slots=True)
class Company:
    """Tokens ``first`` to ``last`` (document indexes): a name, and the legal forms that end it from ``form`` on."""

    first: int
    last: int
    form: int


def companies_in(sentence: Sentence, words: Words, states: Set[int] = frozenset()) -> tuple[Company, ...]:
    """The companies that a sentence names with a legal form, left to right; ``states`` are the tokens of states' names.

    Behind a company, "of" and a state's name go on with its name ("Acme Tool Co *of Canada Ltd*").
    """
    doc, start, legal_forms = sentence.tokens.doc, sentence.tokens.start, words["legal form"]
    states = states | {t.i for t in sentence.tokens if t.lower_ in words["continent"] and t.text[0].isupper()}
    found: list[Company] = []
    for token in sentence.tokens:
        if not _is_form(token, legal_forms) or (found and token.i <= found[-1].last):
            continue
        form, last = token.i, _end_of_forms(doc, token.i, sentence.tokens.end, legal_forms)
        while (further := _further_form(doc, last, sentence.tokens.end, words, states)) is not None:
            form, last = further, _end_of_forms(doc, further, sentence.tokens.end, legal_forms)
        floor = max(start, token.i - _LONGEST, found[-1].last + 1 if found else 0)
        first = _first(doc, token.i, floor, words["line of business"], states)
        first = _recognised_from(doc, first, floor)
        if first < token.i:
            behind = found and found[-1].last == first - 2 and doc[first - 1].lower_ == "of"
            if behind and set(range(first, token.i)) <= states:
                first = found.pop().first
            found.append(Company(first, _with_continent(doc, last, words["continent"]), form))
    return tuple(found)


def _end_of_forms(doc: Doc, form: int, end: int, legal_forms: Set[str]) -> int:
    """The last of the legal forms that stand together ("Acme Tool *Co Ltd*")."""
    last = form
    while last + 1 < end and _is_form(doc.tokens[last + 1], legal_forms):
        last += 1
    return last


def _further_form(doc: Doc, last: int, end: int, words: Words, states: Set[int]) -> int | None:
    """The legal form of a branch, behind the firm's and what tells its branches ("Acme Co *(Europe)* Ltd").

    Without a bracket it is a word for a reach, a place or a line of business ("Acme Co *International* Inc").
    """
    at = last + 1
    if at < end and doc[at].text == "(":
        at = _behind_bracket(doc, at, end)
    else:
        while at < end and at - last <= _MOST_OF_BRANCH and _tells_branch(doc[at], words, states):
            at += 1
    behind = last + 1 < at < end
    return at if behind and _is_form(doc.tokens[at], words["legal form"]) else None


def _behind_bracket(doc: Doc, opens: int, end: int) -> int:
    """The token behind a bracket with one to three words of a name in it, or where it opens if it is none."""
    at = opens + 1
    while at < end and at - opens <= _MOST_OF_BRANCH and doc[at].text[0].isupper() and doc[at].text.isalpha():
        at += 1
    return at + 1 if at > opens + 1 and at < end and doc[at].text == ")" else opens


def _tells_branch(token: Token, words: Words, states: Set[int]) -> bool:
    """Does a word within a name say which branch of a firm it is?"""
    known = token.i in states or any(token.lower_ in words[c] for c in ("reach of a firm", "continent"))
    return token.text[0].isupper() and (known or token.lower_ in words["line of business"])


def _with_continent(doc: Doc, last: int, continents: Set[str]) -> int:
    """The end of a name with the part of the world behind "of" ("Acme Tool Co *of America*").

    A state there says where the company is ("Acme Tool Co of Chad").
    """
    behind = doc[last + 1 : last + 3]
    goes_on = len(behind) == 2 and behind[0].lower_ == "of" and behind[1].lower_ in continents
    return last + 2 if goes_on and behind[1].text[0].isupper() else last


def _is_form(token: Token, legal_forms: Set[str]) -> bool:
    if not token.text[0].isupper() or token.text.rstrip(".").lower() not in legal_forms:
        return False
    return token.i + 1 == len(token.doc) or token.nbor().text != "-"


def _first(doc: Doc, form: int, floor: int, lines: Set[str], states: Set[int]) -> int:
    """Where the name before a legal form begins: the words in capitals, and what joins two of them.

    No company is called by its line of business alone ("Orbit Oil *and Gas* Ltd"), and "and Co" takes up partners, the
    last of whom would have an "and" before them in a list ("Roe, *Soler and Co*").
    """
    first = index = form
    while index > floor:
        index -= 1
        token = doc[index]
        if _is_word(token) or (first == index + 1 < form and index > floor and _is_number(doc, index)):
            first = index
        elif first == form == index + 1 and token.text == ")" and (opens := _opening(doc, index, floor)) is not None:
            index = first = opens  # "Acme Tool *(Europe)* Ltd"
        elif not (first == index + 1 and index > floor and _joins(doc, index, form, lines, states)):
            break
    return first


def _is_number(doc: Doc, index: int) -> bool:
    """Is a number part of a name, with another word of it before ("Mole *7* Holdings Inc")?"""
    number, before = doc[index], doc[index - 1]
    plain = number.text.isdecimal() and len(number.text) <= _LONGEST_NUMBER
    return plain and number.ent_type_ not in _MEASURED and before.tag_ in {"NNP", "NNPS"} and _is_word(before)


def _opening(doc: Doc, closes: int, floor: int) -> int | None:
    """Where the bracket opens that closes right before a legal form, if words of a name are all that is in it."""
    opens = max((i for i in range(max(floor, closes - _MOST_OF_BRANCH - 1), closes) if doc[i].text == "("), default=-1)
    inside = opens > floor and _is_word(doc[opens - 1]) and _behind_bracket(doc, opens, closes + 1) == closes + 1
    return opens if inside else None


def _is_word(token: Token) -> bool:
    """Can it be a word of a company's name, and not one that says where it is ("*Oslo-based* Acme Tool Corp")?"""
    plain = token.text[0].isupper() and token.pos_ in {"PROPN", "ADJ", "NOUN"} and token.ent_type_ != "DATE"
    hyphen = token.i + 1 < len(token.doc) and token.doc[token.i + 1].text == "-" and not token.whitespace_
    plain = (plain or (hyphen and token.text[0].isupper())) and ")" not in token.text  # "*Long*-Term Credit Bank"
    return plain and not ("-" in token.text and token.text.rpartition("-")[2].islower())


def _recognised_from(doc: Doc, first: int, floor: int) -> int:
    """Where a name begins that the recogniser sees go on to the left ("*Roe and* Soler Inc", "*Roe's* Stores Inc").

    Over a possessive it goes on to one word or to partners only: others own the company ("Acme Oil's Soler Inc").
    """
    start = first
    while start > floor and doc[start].ent_type_ == "ORG" and doc[start].ent_iob_ == "I":
        start -= 1
    inner = doc[start:first]
    whole = all(_is_word(token) or token.lower_ in {",", "and", "&", "-", "'s"} for token in inner)
    owner = next((token.i - start for token in inner if token.tag_ == "POS"), 1)
    whole = whole and (owner == 1 or doc[start + 1].lower_ in {"and", "&"})
    return start if whole and len(inner) > 0 and _is_word(doc[start]) else first


def _joins(doc: Doc, index: int, form: int, lines: Set[str], states: Set[int]) -> bool:
    """Does a sign, "and", or "of" before a state join the words of a company's name on both sides?"""
    word, behind = doc[index].text, [token.lower_ for token in doc[index + 1 : form]]
    if word == "and":
        lined = len(behind) < _MOST_LINES and set(behind) <= lines and _is_word(doc[index - 1])
        return not behind or lined or _is_half(doc, index - 1, lines, states)
    if word.lower() == "of":
        placed = all(token.i in states or token.ent_type_ in _PLACES for token in doc[index + 1 : form])
        return bool(behind) and placed and _is_word(doc[index - 1])
    if word == ",":
        return behind[1:] in (["and"], ["&"]) and _is_word(doc[index - 1])
    return word in _JOINTS


def _is_half(doc: Doc, index: int, lines: Set[str], states: Set[int]) -> bool:
    """Is a word before "and" no company's name by itself ("*Cable* and Acme Plc", "*H* and R Roe Inc")?

    Nor is a state that is joined to another one ("*Australia* and New Zealand Banking Group Ltd").
    """
    token, before = doc[index], doc[index - 1] if index else None
    if index in states:
        return index + 2 in states
    alone = before is None or not (_is_word(before) or before.lower_ == "of")
    return alone and _is_word(token) and (token.lower_ in lines or len(token) == 1)


def introduced_names(doc: Doc, runs: Iterable[NameRun], lexicon: ActorLexicon) -> Iterator[str]:
    """The folded short names of firms whose names stand right behind what they are ("the *airline* Skyways Air")."""
    for run in runs:
        before = doc[run.first - 1] if run.first else None
        if before is not None and before.tag_ == "NN" and before.text in lexicon.words["company"] and not run.titled:
            yield from short_forms([token.text for token in doc[run.first : run.last + 1]], lexicon)


def short_names(companies: Iterable[tuple[Doc, Company]], lexicon: ActorLexicon) -> frozenset[str]:
    """The folded names that companies go by without their legal form: whole, and the first word alone.

    A word that the lexicon knows is too common to mean a company alone.
    """
    words = ([token.text for token in doc[company.first : company.form]] for doc, company in companies)
    return frozenset(name for part in words for name in short_forms(part, lexicon))


def short_forms(words: Sequence[str], lexicon: ActorLexicon) -> Iterator[str]:
    """The folded short names of a company called by some words and a legal form: all of them, and the first.

    What tells a branch in brackets is left out in short ("Acme Finance" of "Acme Finance *(Europe)* Ltd").
    """
    if len(words) > 1 or len(words[0]) >= _SHORTEST:
        yield fold("".join(words))
    if "(" in words[2:]:
        yield fold("".join(words[: words.index("(")]))
    common = words[0].lower() in lexicon.words["noun for a body"]
    if len(words[0]) >= _SHORTEST and not common and not lexicon.forms.get(words[0]):
        yield fold(words[0])


def split_off(
    doc: Doc, runs: Sequence[NameRun], companies: Sequence[Company], short: Set[str], openers: Set[str] = frozenset()
) -> tuple[tuple[NameRun, ...], tuple[NameRun, ...]]:
    """The runs that may be persons' names, and those that are companies' in short; those inside one are neither.

    A company's name goes on to the right as far as it is known ("*Roe* Credit" of that firm Inc), and behind one of the
    ``openers`` it is another's ("*National* Roe").
    """
    inside = {i for company in companies for i in range(company.first, company.last + 1)}
    left = [run for run in runs if inside.isdisjoint(range(run.first, run.last + 1))]
    if not short:
        return tuple(left), ()
    left = [_whole(doc, run, short) for run in left]
    firms = [run for run in left if _is_firm(doc, run, short)]
    persons = tuple(run for run in left if run not in firms)
    return persons, tuple(_with_opener(doc, run, openers) for run in firms)


def _whole(doc: Doc, run: NameRun, short: Set[str]) -> NameRun:
    """A run with the words behind it that belong to the same short name of a company."""
    for last in range(min(run.last + _MOST_OF_BRANCH, len(doc) - 1), run.last, -1):
        words = doc[run.first : last + 1]
        if doc[last].text[0].isupper() and fold(words.text) in short:
            return replace(run, last=last)
    return run


def _with_opener(doc: Doc, run: NameRun, openers: Set[str]) -> NameRun:
    before = doc[run.first - 1] if run.first else None
    part = before is not None and before.lower_ in openers and before.text[0].isupper()
    return replace(run, first=run.first - 1) if part and run.first <= doc[run.first - 1].head.i <= run.last else run


def _is_firm(doc: Doc, run: NameRun, short: Set[str]) -> bool:
    words = doc[run.first : run.last + 1]
    return not run.titled and fold(words.text) in short and all(token.ent_type_ not in _PLACES for token in words)
