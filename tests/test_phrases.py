from __future__ import annotations

from communique.lexicon.phrases import LONGEST_PHRASE, PhraseTable, plural, words_of


def test_phrases_ignore_case_hyphens_stops_and_apostrophes():
    assert words_of("U.N. Secretary-General") == words_of("UN secretary general")
    assert words_of("Workers\u2019 Party") == words_of("workers' party")


def test_phrases_make_the_plural_on_the_head():
    assert plural("minister of justice") == "ministers of justice"
    assert plural("foreign ministry") == "foreign ministries"
    assert plural("policeman") == "policemen"
    assert plural("housewife") == "housewives"
    assert plural("thief") == "thieves"
    assert plural("chief of staff") == "chiefs of staff"
    assert plural("business") == "businesses"


def test_phrases_give_the_longest_match_first():
    table: PhraseTable[str] = PhraseTable()
    table.add("foreign minister", "long")
    table.add("foreign", "short")
    tokens = [words_of(word) for word in ("the", "foreign", "-", "minister", "of")]
    assert list(table.matches(tokens, 1)) == [(4, ["long"]), (2, ["short"])]
    assert list(table.matches(tokens, 0)) == []
    assert list(table.matches(tokens, 9)) == []


def test_phrases_leave_out_what_is_empty_or_too_long():
    table: PhraseTable[int] = PhraseTable()
    table.add("...", 1)
    table.add("a " * (LONGEST_PHRASE + 1), 2)
    assert not table.get("...")
    assert not table.get("a " * (LONGEST_PHRASE + 1))
