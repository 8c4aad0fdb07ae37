import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from communique.errors import LexiconError
from communique.lexicon.furniture import check_furniture, load_furniture, packaged_furniture
from communique.reading.furniture import clean
from work import calls_of

LEAD = "The foreign ministers of Peru and Chile met in Arica on Monday to talk about the border."
MORE = "They agreed to open two crossings before the end of the year, the Peruvian minister said."
BODY = f"{LEAD}\n\n{MORE}"


def test_furniture_lexicon_examples_hold():
    assert list(check_furniture(packaged_furniture().entries)) == []


def test_furniture_example_that_fails_is_told(tmp_path):
    (tmp_path / "furniture.toml").write_text(
        '[[entry]]\nid = "x"\npart = "line"\nwhy = "a test"\npatterns = ["buy now"]\n'
        'examples = [{ line = "Buy later" }, { line = "Buy now", furniture = false }]\n'
    )
    entries = load_furniture([tmp_path]).entries
    assert len(list(check_furniture(entries))) == 2


def test_furniture_pattern_that_is_no_expression_is_a_lexicon_error(tmp_path):
    (tmp_path / "furniture.toml").write_text(
        '[[entry]]\nid = "x"\npart = "line"\nwhy = "a test"\npatterns = ["("]\nexamples = [{ line = "(" }]\n'
    )
    with pytest.raises(LexiconError, match="regular expression"):
        load_furniture([tmp_path])


def test_furniture_of_the_user_is_taken_out_too(tmp_path):
    (tmp_path / "furniture.toml").write_text(
        '[[entry]]\nid = "x"\npart = "line"\nwhy = "a test"\npatterns = ["brought to you by .*"]\n'
        'examples = [{ line = "Brought to you by Acme" }]\n'
    )
    assert clean(f"{LEAD}\n\nBrought to you by Acme\n\n{MORE}", load_furniture([tmp_path])) == BODY


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Ministers meet in Arica\n\n{BODY}",
        f"ARICA, Chile (AP) _\n\n{BODY}",
        f"Friday, January 4, 2019\n\n{BODY}",
        f"Border talks\n\n{LEAD}\n\nNew crossings\n\n{MORE}",
        f"{LEAD}\n\nReport\n\n{MORE}",
        f"{BODY}\n\nAnn Onymous in Lima contributed to this article.",
        "Menu prices rose again in the capital, and the minister of trade was asked to explain it.",
        f"{LEAD} What do you think? the minister asked.\n{MORE}",
        "   A hard-wrapped report of talks\nbetween the two, with lines that stop\nin the middle of a sentence.",
        "Peru met Chile",
    ],
)
def test_furniture_text_without_any_stays_as_it_is(text):
    assert clean(text) == text.strip()


def test_furniture_menu_above_the_title_goes():
    page = f"Menu\nSearch\nHome | World | Sport\nin ,\n\nMinisters meet in Arica\n\n{BODY}"
    assert clean(page) == f"Ministers meet in Arica\n\n{BODY}"


def test_furniture_run_of_short_lines_on_top_is_a_menu_but_datelines_and_bylines_are_not():
    assert clean(f"Elections\nRegions\nWeather\n\n{BODY}") == BODY
    head = "By Ann Onymous\nARICA (AP) —\nApril 12, 2017"
    assert clean(f"{head}\n\n{BODY}") == f"{head}\n\n{BODY}"


def test_furniture_teasers_in_the_text_go_with_their_headlines():
    page = f"{LEAD}\n\nREAD MORE: Envoy calls talks a farce\n\n{MORE}\n\nRelated:\nEnvoy sues the paper\n\n{LEAD}"
    assert clean(page) == f"{BODY}\n\n{LEAD}"


def test_furniture_below_the_comment_widget_goes_other_headlines_included():
    page = f"{BODY}\n\nWhat do you think?\n\nNotify of\nguest\n0 Comments\n\nEnvoy meets Bolivia's president"
    assert clean(page) == BODY


def test_furniture_comment_link_above_the_article_takes_nothing_with_it():
    assert clean(f"Leave a comment\n\n{BODY}") == BODY


def test_furniture_headlines_below_the_closing_buttons_go():
    page = f"{BODY}\n\nShare this story\n\nMost read\nFive soups for June\nDock workers vote on pay"
    assert clean(page) == BODY


def test_furniture_day_of_publication_is_kept_below_the_article():
    assert clean(f"{BODY}\n\nTags: Peru\nPublished: 12 April 2017\nMore news") == f"{BODY}\n\nPublished: 12 April 2017"


@pytest.mark.parametrize(
    "credit",
    [
        "REUTERS/Ann Onymous - RTX1ABCD",
        "(Ann Onymous/AP)",
        "AFP PHOTO / Ann Onymous",
        "Photo: Ann Onymous",
        "Getty Images",
    ],
)
def test_furniture_credit_goes_and_the_caption_stays(credit):
    caption = "The ministers of Peru and Chile shake hands in Arica, Chile, April 12, 2017."
    assert clean(f"{caption} {credit}\n\n{BODY}") == f"{caption}\n\n{BODY}"


@pytest.mark.parametrize("end", ["the Associated Press (AP).", "said Reuters.", "as Peru/Chile relations soured."])
def test_furniture_sentence_that_ends_like_a_credit_is_kept(end):
    text = f"{LEAD} So it was told by {end}"
    assert clean(text) == text


LINES = st.sampled_from(
    [
        LEAD,
        MORE,
        "Menu",
        "Notify of",
        "guest",
        "READ MORE: Envoy sues",
        "Related:",
        "Share this",
        "0 Comments",
        "REUTER",
        "Envoy meets the president again",
        "Border",
        "April 12, 2017",
        "",
        "in ,",
        "A. REUTERS/B REUTERS/C",
        "Report",
        "•",
        "&#3;",
    ]
)


@settings(max_examples=300)
@given(text=st.lists(LINES, max_size=14).map("\n".join) | st.text(max_size=80))
@example(text="Menu\nA\nB\nC\nMenu\nA\nB\nC\nThe text has eight words, and it ends here.")
def test_furniture_cleaning_is_idempotent_and_only_takes_away(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    rest = iter(text)
    assert all(character in rest for character in cleaned)


@pytest.mark.parametrize(
    "line", ["Menu\n", "Notify of\n", "Read more:\nEnvoy goes to Lima again\n", "A. (A/", "a\n", "home | "]
)
def test_furniture_hostile_page_takes_linear_time(line):
    def work(length):
        page = line * (length // len(line))
        return calls_of(lambda: clean(page))

    clean(line)  # what is loaded once is not counted
    assert work(40_000) < 12 * work(4_000)
