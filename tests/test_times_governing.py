"""Which time dates an act, and how long the act took."""

import datetime

import pytest

from communique.lexicon.dating import dating_words
from communique.reading.blocks import Block
from communique.reading.parse import Prepared, parse
from communique.reading.times import find_times, governing_duration, governing_time
from communique.records import Article

DAY = datetime.date(2017, 4, 12)  # a Wednesday


def governed(nlp, text, trigger, function):
    prepared = Prepared(Article(id="a", text=text), text, DAY, (Block("paragraph", 0, len(text)),))
    article = next(parse(nlp, [prepared]))
    pairs = ((s, t) for s in article.sentences for t in s.tokens if t.text == trigger)
    sentence, token = next(pairs)
    return function(find_times(article), sentence, token)


DATED = [
    ("Karim met Ortega in Lisbon on Friday.", "met", "Friday"),
    ("The minister said on Monday that Chile will meet Peru on Friday.", "meet", "Friday"),
    ("The minister said on Monday that Chile will meet Peru on Friday.", "said", "Monday"),
    ("Karim met Ortega, officials said Monday.", "met", None),
    ("Tuesday's meeting was short.", "meeting", "Tuesday"),
    ("Talks on May 10-11 will be held in Geneva.", "Talks", "May 10-11"),
    ("The envoys will hold talks in Geneva on May 10-11.", "talks", "May 10-11"),
    ("The April 12 meeting failed.", "meeting", "April 12"),
    ("The two sides agreed to a meeting next week.", "meeting", "next week"),
    ("Chile condemned Friday's attack on Monday.", "attack", "Friday"),
    ("Chile condemned Friday's attack on Monday.", "condemned", "Monday"),
    ("Chile imposed sanctions on Peru on Tuesday.", "imposed", "Tuesday"),
    ("On Friday the ministers are expected to meet in Oslo.", "meet", "Friday"),
    ("The minister flew to Oslo on Friday to meet the king.", "meet", "Friday"),
    ("The minister arrives in Oslo on Sunday for two days of talks.", "talks", "Sunday"),
    ("The meeting was confirmed on Friday.", "meeting", None),
    ("Karim flew to Oslo on Sunday, where he met the king.", "met", "Sunday"),
    ("Karim is expected in Oslo on Monday, where he will meet the king.", "meet", "Monday"),
    ("Karim flew to Oslo on Sunday, where he will meet the king.", "meet", None),
    ("The meeting, to be held on May 3, was confirmed.", "meeting", "May 3"),
    ("A meeting between the two presidents is planned for Thursday.", "meeting", "Thursday"),
    ("After the talks on Friday, Chile freed two sailors on Saturday.", "freed", "Saturday"),
    ("The ministers met from Monday to Wednesday in Paris.", "met", "Monday to Wednesday"),
    ("Israel and Egypt negotiated between 1977 and 1979.", "negotiated", "1977 and 1979"),
    ("The two met on April 24 and 25 in Bonn.", "met", "April 24 and 25"),
    ("Kenya announced on Friday that talks would resume next month.", "resume", "next month"),
    ("The talks lasted three days.", "talks", None),
    ("They now meet every Friday.", "meet", None),
    ("The envoys must leave before Friday.", "leave", None),
    ("Nine people were killed when jets raided a village on Monday.", "killed", "Monday"),
    ("Shots fell on Monday when thousands rallied in Oslo.", "rallied", "Monday"),
    ("He came to power in March 1985, when the army ousted the king.", "ousted", "March 1985"),
    ("The envoy was shot on Monday while visiting Oslo.", "visiting", "Monday"),
    ("The envoy said at a meeting on Monday that exports had fallen.", "meeting", "Monday"),
    ("The envoy told a meeting on Monday that exports had fallen.", "meeting", "Monday"),
    ("The suspect in an attack on sailors was freed on Monday.", "attack", None),
    ("Speaking in Oslo on Monday, the envoy accused Chad of fraud.", "accused", "Monday"),
    ("The envoy, speaking to reporters in Oslo on Monday, accused Chad of fraud.", "accused", "Monday"),
    ("On Monday Chad condemned the raid, while Mali called for calm.", "called", "Monday"),
    ("Chad condemned the raid on Monday, while Mali called for calm.", "called", None),
    ("The pastor has been detained in Chad since October.", "detained", "October"),
    ("The envoy has met the pastor twice since October.", "met", None),
    ("Back in 2012, Chad signed a treaty.", "signed", "2012"),
    ("Late on Monday, Chad signed a treaty.", "signed", "Monday"),
    ("Leaders met for a summit where on Monday Presidents Li and Ruiz signed a treaty.", "signed", "Monday"),
    ("The fund, since the emergence of the crisis in 1982, has pressed Chad.", "pressed", None),
    ("The ministers met in Oslo to discuss the border on Monday.", "met", "Monday"),
    ("The envoy flew to Oslo to meet the king on Monday.", "flew", None),
    ("In a statement issued on Monday, Chad denied the charge.", "denied", "Monday"),
    ("At a convention held on Monday, the party backed him.", "backed", "Monday"),
    ("Chad denounced the statement issued on Monday.", "denounced", None),
    ("The envoy tried to leave last week.", "leave", "last week"),
    ("Lind and Ruiz discussed grain exports in a phone call on Monday.", "call", "Monday"),
    ("Lima will be the scene on Monday of a meeting of envoys.", "meeting", "Monday"),
    ("Police arrested a man on Monday for the attack.", "attack", None),
    ("The king took the blame on Monday for the murder.", "murder", None),
    ("The envoys gathered in Oslo on Monday for talks.", "talks", "Monday"),
    ("The envoy had offered to resign last week.", "offered", "last week"),
    ("The envoy had offered to resign last week.", "resign", None),
    ("The envoy managed to leave last week.", "leave", "last week"),
    ("The fund helped Chad by approving a loan on Monday.", "helped", "Monday"),
    ("He objects to the visit of President Lind, which starts on Friday.", "visit", "Friday"),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), DATED)
def test_governing_time_is_that_of_the_act(nlp, text, trigger, expected):
    found = governed(nlp, text, trigger, governing_time)
    assert (found.span.text if found is not None else None) == expected


def test_governing_time_of_a_range_covers_all_its_days(nlp):
    found = governed(nlp, "The envoys will hold talks on May 10-11.", "talks", governing_time)
    assert (str(found.start), str(found.end), found.precision) == ("2017-05-10", "2017-05-11", "day")
    assert found.timex.value == "2017-05-10/2017-05-11"


LASTING = [
    ("The ministers met for four hours.", "met", "four hours"),
    ("A two-hour meeting followed.", "meeting", "two-hour"),
    ("He arrived for two days of talks.", "talks", "two days"),
    ("The talks lasted three days.", "talks", "three days"),
    ("The minister met the king for an hour on Friday.", "met", "an hour"),
    ("For six hours the two sides negotiated.", "negotiated", "six hours"),
    ("Chile jailed him for ten years after the two met.", "met", None),
    ("The ministers met on Friday.", "met", None),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), LASTING)
def test_governing_duration_is_that_of_the_act(nlp, text, trigger, expected):
    found = governed(nlp, text, trigger, governing_duration)
    assert (found.span.text if found is not None else None) == expected


@pytest.mark.parametrize("entry", dating_words().classes, ids=lambda entry: entry.id)
def test_dating_words_examples_hold_their_word(nlp, entry):
    for example in entry.examples:
        assert example.word in entry.words
        assert example.word in {token.lemma_.lower() for token in nlp(example.text)}
