"""Feeds: what they newly name is read, once, and a server that is in trouble is left alone for longer and longer."""

from __future__ import annotations

import datetime
import json

import pytest

from communique.errors import FetchError, InputError
from communique.feeds import watching
from communique.feeds.entries import MOST_ENTRIES, read_feed
from communique.feeds.politeness import Visitor
from communique.feeds.watching import watch_round
from communique.ingest import read_all
from communique.store.database import open_store
from communique.store.feeds import add_feed, remove_feed, watched_feeds
from handmade import load_toy
from test_cli import lines, run, toy  # noqa: F401 - fixtures
from webserver import serving

NOW = datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


def page(text: str) -> tuple:
    more = "It was a long day. " * 30
    body = f"<html><head><title>News</title></head><body><article><p>{text}</p><p>{more}</p></article></body></html>"
    return 200, {"Content-Type": "text/html; charset=utf-8"}, body.encode()


def rss(base: str, *names: str, **headers: str) -> tuple:
    items = "".join(
        f"<item><title>{n}</title><link>{base}/{n}</link><pubDate>Thu, 01 Mar 2026 23:30:00 -0500</pubDate></item>"
        for n in names
    )
    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>World desk</title>{items}</channel></rss>'
    return 200, {"Content-Type": "application/rss+xml", **headers}, body.encode()


@pytest.fixture
def site():
    with serving() as found:
        yield found


@pytest.fixture
def store(new_location):
    with open_store(new_location()) as opened:
        yield opened


def watch(store, now=NOW):
    visitor = Visitor(private=True, delay=0)
    return watch_round(store, visitor, lambda found: read_all(store, found, load_toy, edition="1"), now=now, every=HOUR)


def articles(store) -> list:
    return sorted(store.records("articles"), key=lambda article: article.url)


def test_watching_reads_what_a_feed_newly_names(site, store):
    site.replies |= {"/a": page("Lavrov met Tillerson in Moscow."), "/b": page("Wang met Lavrov.")}
    site.replies["/feed"] = rss(site.url, "a", ETag='"1"')
    add_feed(store, f"{site.url}/feed", None, NOW)
    assert watch(store).pages == 1
    (article,) = articles(store)
    assert (article.url, article.outlet, str(article.published)) == (f"{site.url}/a", "World desk", "2026-03-01")
    assert "Lavrov met Tillerson" in article.text
    site.replies["/feed"] = rss(site.url, "b", "a", ETag='"2"')
    assert watch(store, NOW + HOUR).pages == 1
    assert [a.url for a in articles(store)] == [f"{site.url}/a", f"{site.url}/b"]
    assert site.paths().count("/a") == 1


def test_watching_asks_only_whether_a_feed_has_changed(site, store):
    site.replies["/feed"] = rss(site.url, ETag='"same"', **{"Last-Modified": "Mon, 02 Mar 2026 08:00:00 GMT"})
    add_feed(store, f"{site.url}/feed", None, NOW)
    watch(store)
    watch(store, NOW + HOUR)
    headers = [h for _, path, h, _ in site.asked if path == "/feed"]
    assert "if-none-match" not in headers[0]
    assert headers[1]["if-none-match"] == '"same"'
    assert headers[1]["if-modified-since"] == "Mon, 02 Mar 2026 08:00:00 GMT"
    assert watched_feeds(store)[0].failures == 0


def test_watching_looks_at_a_feed_when_it_is_due(site, store):
    site.replies["/feed"] = rss(site.url)
    add_feed(store, f"{site.url}/feed", None, NOW)
    assert watch(store).feeds == 1
    assert watch(store, NOW + HOUR / 2).feeds == 0
    assert watch(store, NOW + HOUR).feeds == 1


def test_watching_gives_articles_the_outlet_that_the_desk_names(site, store):
    site.replies |= {"/a": page("Lavrov met Tillerson."), "/feed": rss(site.url, "a")}
    add_feed(store, f"{site.url}/feed", "Harbour Post", NOW)
    watch(store)
    assert [a.outlet for a in articles(store)] == ["Harbour Post"]


def test_watching_leaves_a_failing_feed_alone_for_longer_each_time(site, store):
    site.replies["/feed"] = (500, {}, b"")
    add_feed(store, f"{site.url}/feed", None, NOW)
    now, pauses = NOW, []
    for _ in range(7):
        done = watch(store, now)
        assert "the server answers 500" in done.troubles[0]
        (feed,) = watched_feeds(store)
        pauses.append((feed.due - now) / HOUR)
        now = feed.due
    assert pauses == [2, 4, 8, 16, 24, 24, 24]
    site.replies["/feed"] = rss(site.url)
    watch(store, now)
    (feed,) = watched_feeds(store)
    assert (feed.failures, feed.trouble, feed.due) == (0, None, now + HOUR)


def test_watching_waits_as_long_as_a_server_asks(site, store):
    site.replies["/feed"] = (503, {"Retry-After": "36000"}, b"")
    add_feed(store, f"{site.url}/feed", None, NOW)
    watch(store)
    assert watched_feeds(store)[0].due == NOW + 10 * HOUR


def test_watching_goes_on_after_a_feed_that_fails(site, store):
    site.replies |= {"/a": page("Lavrov met Tillerson."), "/good": rss(site.url, "a")}
    site.replies["/page"] = page("No feed at all.")
    for path in ("bad", "page", "good"):
        add_feed(store, f"{site.url}/{path}", None, NOW)
    done = watch(store)
    assert (done.feeds, done.pages, len(articles(store))) == (3, 1, 1)
    assert any("answers 404" in trouble for trouble in done.troubles)
    assert any("is no RSS or Atom feed" in trouble for trouble in done.troubles)


def test_watching_sets_pages_aside_that_cannot_be_read(site, store):
    site.replies["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /closed\n")
    site.replies["/feed"] = rss(site.url, "gone", "closed", "film", "broken", "a")
    site.replies |= {"/film": (200, {"Content-Type": "video/mp4"}, b"\0"), "/broken": (502, {}, b"")}
    site.replies["/a"] = page("Lavrov met Tillerson.")
    add_feed(store, f"{site.url}/feed", None, NOW)
    for hours in range(6):
        watch(store, NOW + hours * HOUR)
    found = {r.source.rpartition("/")[2]: (r.reason, r.detail) for r in store.records("rejected")}
    assert found["gone"] == ("missing", "the server answers 404")
    assert "does not allow" in found["closed"][1]
    assert "video/mp4 is no web page" in found["film"][1]
    assert found["broken"][1] == "the server answers 502"
    assert len(articles(store)) == 1
    asked = site.paths()
    assert [asked.count(f"/{name}") for name in ("gone", "closed", "film", "broken", "a")] == [1, 0, 1, 3, 1]


def test_watching_page_that_comes_later_leaves_the_rejected(site, store):
    site.replies |= {"/feed": rss(site.url, "a"), "/a": (503, {}, b"")}
    add_feed(store, f"{site.url}/feed", None, NOW)
    watch(store)
    assert len(store.records("rejected")) == 1
    site.replies["/a"] = page("Lavrov met Tillerson.")
    watch(store, NOW + HOUR)
    assert (len(store.records("rejected")), len(articles(store))) == (0, 1)


def test_watching_asks_a_feed_in_full_while_pages_of_it_are_left(site, store, monkeypatch):
    monkeypatch.setattr(watching, "_MOST_PAGES", 2)
    names = ("a", "b", "c")
    site.replies |= {f"/{name}": page(f"Lavrov met Tillerson for the {name} time.") for name in names}
    site.replies["/b"] = (503, {}, b"")
    site.replies["/feed"] = rss(site.url, *names, ETag='"same"')
    add_feed(store, f"{site.url}/feed", None, NOW)
    watch(store)
    assert len(articles(store)) == 1
    site.replies["/b"] = page("Wang met Lavrov.")
    watch(store, NOW + HOUR)
    assert len(articles(store)) == 3
    watch(store, NOW + 2 * HOUR)
    conditions = ["if-none-match" in headers for _, path, headers, _ in site.asked if path == "/feed"]
    assert conditions == [False, False, True]


def test_watching_feed_that_was_removed_meanwhile_stays_removed(site, store):
    url = f"{site.url}/feed"
    site.replies |= {"/a": page("Lavrov met Tillerson."), "/feed": rss(site.url, "a")}
    add_feed(store, url, None, NOW)

    def read(found):
        read_all(store, found, load_toy, edition="1")
        remove_feed(store, url)

    watch_round(store, Visitor(private=True, delay=0), read, now=NOW, every=HOUR)
    assert watched_feeds(store) == []
    assert len(articles(store)) == 1


def test_watching_feeds_are_added_and_removed_once(store):
    add_feed(store, "https://a.example/feed", None, NOW)
    with pytest.raises(InputError, match="watched already"):
        add_feed(store, "https://a.example/feed", None, NOW)
    remove_feed(store, "https://a.example/feed")
    with pytest.raises(InputError, match="is not watched"):
        remove_feed(store, "https://a.example/feed")


def test_watching_reads_atom_with_relative_addresses():
    body = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title>
        <entry><title>One</title><link href="/one"/><published>2026-03-01T23:30:00-05:00</published></entry>
        <entry><title>Two</title><link href="/one"/></entry><entry><title>None</title></entry>
        <entry><link href="javascript:alert(1)"/></entry><entry><link href="file:///etc/passwd"/></entry></feed>"""
    (entry,) = read_feed(body, "https://desk.example/feed.atom").entries
    assert (entry.url, entry.title, str(entry.published)) == ("https://desk.example/one", "One", "2026-03-01")


def test_watching_takes_no_more_entries_than_a_feed_should_have():
    body = rss("https://a.example", *map(str, range(3 * MOST_ENTRIES)))[2]
    assert len(read_feed(body, "https://a.example/feed").entries) == MOST_ENTRIES


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0\xff" * 1000,
        b"<html><body>no feed</body></html>",
        b"<" * 100_000,
        b"<![what[" * 1000,
        b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "%b"><!ENTITY c "%b"><!ENTITY d "%b">]><l>&d;</l>'
        % (b"&a;" * 200, b"&b;" * 200, b"&c;" * 200),
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>',
    ],
)  # fmt: skip
def test_watching_what_is_no_feed_is_refused(body):
    with pytest.raises(FetchError):
        read_feed(body, "https://a.example/feed")


def test_watching_page_in_place_of_a_feed_tells_which_feeds_it_names():
    body = b"""<html><head><link rel="stylesheet" href="/style.css"><link rel="alternate" type="text/html" href="/m">
        <link rel="alternate" type="application/rss+xml" href="/world.xml"></head><body>News</body></html>"""
    with pytest.raises(FetchError, match=r"the page names https://desk\.example/world\.xml$"):
        read_feed(body, "https://desk.example/")


def test_watching_from_the_command_line(site, toy):  # noqa: F811
    site.replies |= {"/a": page("Lavrov met Tillerson in Moscow."), "/feed": rss(site.url, "a")}
    run("feed", "add", f"{site.url}/feed", "--outlet", "Harbour Post")
    assert "127.0.0.1" in run("feed", "list").stdout
    assert "no public address" in run("watch", "--once").stderr
    run("feed", "remove", f"{site.url}/feed")
    run("feed", "add", f"{site.url}/feed")
    told = run("watch", "--once", "--private", "--delay", "0").stderr
    assert "1 feed, 1 page, 1 read, 0 rejected" in told
    assert [json.loads(line)["kind"] for line in run("events", "--json").stdout.splitlines()] == ["meeting"]
    (listed,) = lines(run("feed", "list", "--json").stdout)
    assert (listed["title"], listed["failures"]) == ("World desk", 0)
    assert "no web address" in str(run("feed", "add", "file:///etc/passwd", code=1).exception)
