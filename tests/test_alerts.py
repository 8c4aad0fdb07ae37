"""Alerts: each event is told once, and again when its status has changed; what does not arrive is told later."""

from __future__ import annotations

import datetime
import email
import email.policy
import io
import json
import mailbox

import pytest

from communique.alerts.delivering import Post, check_target, send_alerts
from communique.errors import InputError
from communique.linking import link
from communique.records import Article
from communique.store.alerts import Alert, add_alert, all_alerts, claim, news_of, remove_alert
from communique.store.database import open_store
from communique.store.queries import EventQuery
from communique.store.relinking import relink
from communique.store.writing import Read, write_batch
from newsroom import Told, Who, article
from test_cli import SAMPLE, filled, lines, run, toy  # noqa: F401 - fixtures
from test_watching import NOW
from webserver import serving

STORE, BAUER, SILVA = Who("Kari Store", "NOR"), Who("Lena Bauer", "DEU"), Who("Rui Silva", "PRT")


def meeting(name: str, published: str, *who: Who, ahead: bool = False, **more):
    verb, status = ("will meet", "planned") if ahead else ("met", "occurred")
    told = Told(f"{' and '.join(w.name for w in who)} {verb}.", "meeting", who, verb, status=status, **more)
    return article(name, published, told)


PLANNED = meeting("a1", "2021-03-05", STORE, BAUER, ahead=True, day="2021-03-08")
HELD = meeting("a2", "2021-03-08", STORE, BAUER, day="2021-03-08")
OTHER = meeting("a3", "2021-03-09", STORE, SILVA, day="2021-03-09")
EARLIER = meeting("a0", "2021-03-04", STORE, BAUER, ahead=True, day="2021-03-08")


@pytest.fixture
def store(new_location):
    with open_store(new_location()) as opened:
        yield opened


def write(store, *readings):
    rows = [Article(id=r.id, text=r.text, published=r.published, outlet=f"Outlet {r.id}") for r in readings]
    write_batch(store, [Read(row, reading, "edition") for row, reading in zip(rows, readings, strict=True)])
    relink(store, "edition", link)


def alert(store, target="-", *, name="desk", present=False, **conditions):
    add_alert(store, Alert(name=name, query=EventQuery(**conditions), target=target), now=NOW, present=present)


def send(store, **how) -> list[dict]:
    out = io.BytesIO()
    sent = send_alerts(store, Post(out=out, now=NOW, **how))
    assert not sent.troubles
    return lines(out.getvalue().decode())


def statuses(messages: list[dict]) -> list[tuple[str | None, str]]:
    return [(message["before"], message["event"]["status"]) for message in messages]


def test_alerts_tell_each_event_once_and_again_when_its_status_changed(store):
    alert(store, who="Bauer")
    write(store, PLANNED, OTHER)
    (first,) = send(store)
    assert (first["alert"], first["headline"]) == ("desk", "meeting: Kari Store, Lena Bauer")
    assert first["sentence"] == "Kari Store and Lena Bauer will meet."
    assert [a["outlet"] for a in first["articles"]] == ["Outlet a1"]
    assert statuses([first]) == [(None, "planned")]
    assert send(store) == []
    write(store, HELD)
    assert statuses(send(store)) == [("planned", "occurred")]
    assert send(store) == []


def test_alerts_know_an_event_that_has_another_id_by_now(store):
    alert(store)
    write(store, PLANNED)
    (first,) = send(store)
    write(store, EARLIER)
    (event,) = store.events()
    assert event.id != first["event"]["id"]
    assert send(store) == []
    write(store, HELD)
    assert statuses(send(store)) == [("planned", "occurred")]


def test_alerts_pass_over_what_was_there_before_unless_asked(store):
    write(store, PLANNED, OTHER)
    alert(store, name="new")
    alert(store, name="all", present=True)
    assert [m["alert"] for m in send(store)] == ["all", "all"]
    write(store, HELD)
    assert [(m["alert"], m["before"]) for m in send(store)] == [("all", "planned"), ("new", "planned")]


def test_alerts_of_a_status_tell_what_comes_to_it(store):
    alert(store, statuses=("occurred",))
    write(store, PLANNED)
    assert send(store) == []
    write(store, HELD)
    assert statuses(send(store)) == [(None, "occurred")]


def test_alerts_of_a_webhook_that_fails_are_kept(store):
    with serving() as site:
        alert(store, f"{site.url}/hook", present=True)
        write(store, PLANNED)
        site.replies["/hook"] = (500, {}, b"")
        failed = send_alerts(store, Post(out=io.BytesIO(), now=NOW, private=True))
        assert "answers 500" in failed.troubles[0]
        site.replies["/hook"] = (204, {}, b"")
        assert send_alerts(store, Post(out=io.BytesIO(), now=NOW, private=True)).messages == 1
        assert send_alerts(store, Post(out=io.BytesIO(), now=NOW, private=True)).messages == 0
        method, _, headers, body = site.asked[-1]
        assert (method, headers["content-type"]) == ("POST", "application/json")
        assert headers["idempotency-key"] == site.asked[0][2]["idempotency-key"]
        assert json.loads(body)["event"]["status"] == "planned"


def test_alerts_are_sent_once_by_two_senders_at_once(new_location):
    location, messages = new_location(), []
    with open_store(location) as store, open_store(location) as other:
        alert(store, present=True)
        write(store, PLANNED, OTHER)
        first = Post(out=io.BytesIO(), now=NOW)
        original = first.out.write

        def write_while_the_other_sends(content: bytes) -> int:
            out = io.BytesIO()
            assert not send_alerts(other, Post(out=out, now=NOW)).troubles
            messages.extend(lines(out.getvalue().decode()))
            return original(content)

        first.out.write = write_while_the_other_sends
        send_alerts(store, first)
        messages.extend(lines(first.out.getvalue().decode()))
        assert len(messages) == len({message["event"]["id"] for message in messages}) == 2


def test_alerts_that_a_program_died_of_sending_are_sent_after_a_while(store):
    alert(store, present=True)
    write(store, PLANNED)
    (saved,) = all_alerts(store)
    with store.reading() as connection:
        (news,) = news_of(connection, saved, NOW)
    assert claim(store, saved, news, NOW)
    assert not claim(store, saved, news, NOW)
    assert send(store) == []
    out, later = io.BytesIO(), NOW + datetime.timedelta(hours=1)
    assert send_alerts(store, Post(out=out, now=later)).messages == 1
    assert statuses(lines(out.getvalue().decode())) == [(None, "planned")]


def test_alerts_are_not_posted_to_private_addresses_unless_told(store):
    with serving() as site:
        alert(store, f"{site.url}/hook", present=True)
        write(store, PLANNED)
        failed = send_alerts(store, Post(out=io.BytesIO(), now=NOW))
        assert "no public address" in failed.troubles[0]
        assert site.asked == []


def test_alerts_that_fail_do_not_stop_others(store, tmp_path):
    (tmp_path / "a.mbox").mkdir()
    alert(store, str(tmp_path / "a.mbox"), name="a", present=True)
    alert(store, name="b", present=True)
    write(store, PLANNED)
    out = io.BytesIO()
    sent = send_alerts(store, Post(out=out, now=NOW))
    assert (sent.messages, len(sent.troubles)) == (1, 1)
    assert "alert a" in sent.troubles[0]


def test_alerts_in_a_mailbox_are_e_mails(store, tmp_path):
    path = tmp_path / "desk.mbox"
    alert(store, str(path), present=True)
    write(store, PLANNED)
    send(store)
    write(store, HELD, OTHER)
    send(store)
    mails = [email.message_from_bytes(mail.as_bytes(), policy=email.policy.default) for mail in mailbox.mbox(path)]
    assert [mail["Subject"].split(": meeting")[0] for mail in mails] == [
        "[desk] planned",
        "[desk] planned \N{RIGHTWARDS ARROW} occurred",
        "[desk] occurred",
    ]
    body = mails[0].get_content()
    assert "day: 2021-03-08" in body
    assert "Kari Store and Lena Bauer will meet." in body
    assert "Outlet a1" in body


def test_alerts_in_a_mailbox_cannot_be_forged_by_names(store, tmp_path):
    path = tmp_path / "desk.mbox"
    alert(store, str(path), present=True)
    forger = Who("Kari\nBcc: all@a.example\n\nFrom nobody\n", "NOR")
    write(store, meeting("a1", "2021-03-05", forger, BAUER, day="2021-03-08"))
    send(store)
    (mail,) = mailbox.mbox(path)
    assert mail["Bcc"] is None
    assert mail["From"] == "communique <communique@localhost>"


@pytest.mark.parametrize("target", ["desk.txt", "missing/desk.mbox", "ftp://a.example/", "https://me:pw@a.example/"])
def test_alerts_go_to_targets_that_can_be(tmp_path, monkeypatch, target):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="alerts"):
        check_target(target)
    assert check_target("desk.mbox") == str(tmp_path / "desk.mbox")


def test_alerts_have_names_of_their_own(store):
    alert(store)
    with pytest.raises(InputError, match="an alert 'desk' already"):
        alert(store)
    remove_alert(store, "desk")
    assert all_alerts(store) == []
    with pytest.raises(InputError, match="no alert 'desk'"):
        remove_alert(store, "desk")


def test_alerts_from_the_command_line(filled, tmp_path):  # noqa: F811
    run("alert", "add", "talks", "--kind", "meeting", "--who", "Lavrov", "--present")
    assert "kinds: meeting" in run("alert", "list").stdout
    assert [m["alert"] for m in lines(run("alert", "send").stdout)] == ["talks", "talks"]
    assert run("alert", "send").stdout == ""
    run("alert", "add", "hook", "--to", "http://127.0.0.1:8999/", "--present")
    assert "no public address" in run("alert", "send", code=1).stderr
    run("alert", "remove", "hook")
    (listed,) = lines(run("alert", "list", "--json").stdout)
    assert (listed["name"], listed["query"]["kinds"]) == ("talks", ["meeting"])
    assert "unconfirmed" in run("alert", "add", "x", "--status", "unconfirmed", code=2).stderr


def test_alerts_are_sent_after_every_round_of_watching(filled):  # noqa: F811
    run("alert", "add", "talks", "--present")
    assert len(lines(run("watch", "--once").stdout)) == 3
    assert run("watch", "--once").stdout == ""
