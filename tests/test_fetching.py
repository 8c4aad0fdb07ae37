"""Fetching from the web: bounded, from public addresses only, and as politely as servers ask."""

from __future__ import annotations

import datetime
import gzip
import shutil
import socket
import subprocess
import threading
import time

import pytest

from communique.errors import FetchError
from communique.feeds import addresses
from communique.feeds.addresses import is_public
from communique.feeds.fetching import check_url, fetch, retry_after
from communique.feeds.politeness import Visitor
from webserver import serving


@pytest.fixture
def site():
    with serving() as found:
        yield found


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now, self.slept = 0.0, []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def visitor(clock):
    return Visitor(private=True, delay=2, clock=clock, sleep=clock.sleep)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_fetching_knows_public_addresses(address, public):
    assert is_public(address) is public


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://2130706433/", "http://0x7f.1/"]
)
def test_fetching_nothing_from_this_machine_unless_told(url):
    with pytest.raises(FetchError, match=r"no public address|is not found"):
        fetch(url, {})


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://a.example/", "no address", "http://", "http://me:secret@a.example/"]
)
def test_fetching_only_web_addresses(url):
    with pytest.raises(FetchError) as error:
        check_url(url)
    assert "secret" not in str(error.value)


def test_fetching_refuses_ports_of_other_services(monkeypatch):
    with pytest.raises(FetchError, match="port 25"):
        fetch("http://mail.example:25/", {})


def _public_name(monkeypatch, *answers):
    """Let ``news.test`` be found at addresses, one set after another, and take this machine for a public one."""
    remaining = list(answers)

    def look_up(host, port, *_, **__):
        found = remaining.pop(0) if host == "news.test" else [host]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    monkeypatch.setattr(addresses.socket, "getaddrinfo", look_up)
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")


def test_fetching_checks_every_redirect(site, monkeypatch):
    _public_name(monkeypatch, ["127.0.0.1"])
    site.replies["/moved"] = (302, {"Location": "http://10.0.0.7/secrets"}, b"")
    with pytest.raises(FetchError, match=r"10\.0\.0\.7, which is no public address"):
        fetch(f"http://news.test:{site.port}/moved", {})


def test_fetching_connects_to_the_address_that_was_checked(site, monkeypatch):
    _public_name(monkeypatch, ["127.0.0.1"], ["10.0.0.7"])
    site.replies["/page"] = (200, {}, b"here")
    url = f"http://news.test:{site.port}/page"
    assert fetch(url, {}).body == b"here"
    assert site.asked[0][2]["host"] == f"news.test:{site.port}"
    with pytest.raises(FetchError, match="no public address"):
        fetch(url, {})  # the name leads elsewhere by now


def _certificate(folder, name):
    """A file with a certificate for a name, and its key."""
    both = folder / f"{name}.pem"
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    ]
    named = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
    subprocess.run([*made, *named, "-keyout", "key", "-out", "cert"], cwd=folder, check=True, capture_output=True)
    both.write_bytes((folder / "cert").read_bytes() + (folder / "key").read_bytes())
    return both


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl, which makes the certificate, is not installed")
def test_fetching_over_tls_wants_a_certificate_of_the_host_that_was_named(tmp_path, monkeypatch):
    certificate = _certificate(tmp_path, "news.test")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    _public_name(monkeypatch, ["127.0.0.1"])
    with serving(certificate) as site:
        site.replies["/page"] = (200, {}, b"here")
        assert fetch(f"https://news.test:{site.port}/page", {}).body == b"here"
        with pytest.raises(FetchError, match=r"doesn't match 'news\.test'"):
            fetch(f"https://127.0.0.1:{site.port}/page", {})


def test_fetching_refuses_a_host_with_one_private_address_among_others(monkeypatch):
    _public_name(monkeypatch, ["127.0.0.1", "10.0.0.7"])
    with pytest.raises(FetchError, match=r"10\.0\.0\.7"):
        fetch("http://news.test/", {})


def test_fetching_ends_redirects_that_go_on(site):
    site.replies["/round"] = (301, {"Location": "/round"}, b"")
    with pytest.raises(FetchError, match="more than 5 redirects"):
        fetch(f"{site.url}/round", {}, private=True)
    assert len(site.asked) == 6


def _endless(handler):
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"<item>more</item>" * 1000)


class Trickle:
    """Answers a piece at a time, and counts the pieces that it gets rid of."""

    most = 200

    def __init__(self, start: bytes, piece: bytes) -> None:
        self.start, self.piece, self.sent, self.ended = start, piece, 0, threading.Event()

    def __call__(self, handler) -> None:
        try:
            handler.wfile.write(self.start)
            while self.sent < self.most:
                handler.wfile.write(self.piece)
                self.sent += 1
                time.sleep(0.05)
        finally:
            self.ended.set()


def test_fetching_bounds_what_never_ends(site):
    site.replies["/feed"] = _endless
    with pytest.raises(FetchError, match="more than 100,000 bytes"):
        fetch(f"{site.url}/feed", {}, private=True, limit=100_000)


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n", b"."),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n", b"."),
        (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
    ],
)
def test_fetching_cuts_what_trickles(site, start, piece):
    site.replies["/feed"] = trickle = Trickle(start, piece)
    with pytest.raises(FetchError, match=r"did not answer in full within 0\.3 seconds"):
        fetch(f"{site.url}/feed", {}, private=True, longest=0.3)
    assert trickle.ended.wait(60)
    assert trickle.sent < trickle.most


def test_fetching_bounds_what_is_compressed(site):
    site.replies["/feed"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"\0" * 50_000_000))
    with pytest.raises(FetchError, match="more than 100,000 bytes"):
        fetch(f"{site.url}/feed", {}, private=True, limit=100_000)
    site.replies["/feed"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"news"))
    assert fetch(f"{site.url}/feed", {}, private=True).body == b"news"


def test_fetching_says_what_is_wrong_with_the_line(site):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(FetchError, match="cannot be fetched"):
        fetch(f"http://127.0.0.1:{port}/", {}, private=True)
    site.replies["/cut"] = lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nonly")
    with pytest.raises(FetchError, match="cannot be fetched"):
        fetch(f"{site.url}/cut", {}, private=True)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120), ("Wed, 21 Oct 2026 07:28:30 GMT", 30), ("soon", None), ("", None), ("-5", None), ("٣", None)],
)
def test_fetching_reads_how_long_to_wait(value, seconds):
    now = datetime.datetime(2026, 10, 21, 7, 28, tzinfo=datetime.UTC)
    found = retry_after({"retry-after": value}, now)
    assert (found.total_seconds() if found is not None else None) == seconds


def test_fetching_keeps_to_the_rules_of_a_host(site, visitor):
    site.replies["/robots.txt"] = (
        200,
        {},
        b"User-agent: *\nDisallow: /members\n\nUser-agent: communique\nDisallow: /*/draft\n",
    )
    site.replies["/members"] = site.replies["/world/news"] = (200, {}, b"ok")
    assert visitor.get(f"{site.url}/members").body == b"ok"  # the group that names us holds, not that for all
    assert visitor.get(f"{site.url}/world/news").body == b"ok"
    with pytest.raises(FetchError, match=r"robots\.txt of 127\.0\.0\.1 does not allow"):
        visitor.get(f"{site.url}/world/draft")
    assert site.paths() == ["/robots.txt", "/members", "/world/news"]
    assert site.asked[1][2]["user-agent"].startswith("communique/")


def test_fetching_asks_for_the_rules_behind_a_redirect(site, visitor):
    with serving() as other:
        other.replies["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /\n")
        other.replies["/page"] = (200, {}, b"secret")
        site.replies["/go"] = (302, {"Location": f"{other.url}/page"}, b"")
        with pytest.raises(FetchError, match="does not allow"):
            visitor.get(f"{site.url}/go")
        assert other.paths() == ["/robots.txt"]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_fetching_stays_away_while_the_rules_cannot_be_read(site, visitor, clock, status):
    site.replies["/robots.txt"] = (status, {}, b"")
    site.replies["/page"] = (200, {}, b"ok")
    for _ in range(2):
        with pytest.raises(FetchError, match=f"rules for crawlers cannot be read.*{status}"):
            visitor.get(f"{site.url}/page")
    assert site.paths() == ["/robots.txt"]
    site.replies["/robots.txt"] = (404, {}, b"")
    clock.now += 3_601
    assert visitor.get(f"{site.url}/page").body == b"ok"


@pytest.mark.parametrize(
    ("rules", "pause"), [(b"", 2), (b"User-agent: *\nCrawl-delay: 7", 7), (b"User-agent: *\nCrawl-delay: 9999", 60)]
)
def test_fetching_pauses_between_requests_to_a_host(site, visitor, clock, rules, pause):
    site.replies["/robots.txt"] = (200, {}, rules)
    for path in ("/a", "/b", "/c"):
        visitor.get(site.url + path)
    assert clock.slept == [2, pause, pause]


def test_fetching_pauses_for_a_host_whatever_its_port(site, visitor, clock):
    with serving() as other:
        visitor.get(f"{site.url}/a")
        visitor.get(f"{other.url}/a")
    assert clock.slept == [2, 2, 2]  # before a page, the other rules, and the other page
