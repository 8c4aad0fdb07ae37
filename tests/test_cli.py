from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import msgspec
import pytest
from typer.testing import CliRunner

import communique
from communique import cli, ingest, options
from communique.errors import CommuniqueError
from communique.store.relinking import relink
from handmade import article, load_toy, toy_link

SAMPLE = [
    ("wire", "2017-04-12", "Lavrov met Tillerson in Moscow about Syria. Lavrov said talks were long."),
    ("post", "2017-04-13", "Lavrov met Tillerson in Moscow."),
    ("wire", "2017-08-01", "Wang will meet Lavrov in Manila."),
    (None, None, "Wang met Tillerson."),
]


@pytest.fixture(autouse=True)
def toy(monkeypatch, tmp_path):
    monkeypatch.setattr(ingest.ReaderChoice, "load", lambda self: load_toy())
    monkeypatch.setattr(ingest, "link_store", lambda store, *_: relink(store, "1", toy_link))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("COMMUNIQUE_STORE", raising=False)


def run(*arguments: str, stdin: str | bytes | None = None, code: int = 0):
    result = CliRunner().invoke(cli.app, list(arguments), input=stdin)
    if not isinstance(result.exception, (SystemExit, CommuniqueError, type(None))):
        raise result.exception
    assert (1 if isinstance(result.exception, CommuniqueError) else result.exit_code) == code, result.output
    return result


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def filled(tmp_path):
    rows = [{"outlet": o, "published": d, "text": t} for o, d, t in SAMPLE]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return run("read", "in.jsonl", "--jobs", "1")


def test_cli_read_says_what_was_read_known_and_rejected(filled, tmp_path):
    assert "4 articles: 4 reports, 1 statement" in filled.stdout
    assert "3 events" in filled.stdout
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02" * 50)
    again = run("read", "in.jsonl", "bad.txt").stdout
    assert "known     4 articles" in again
    assert "rejected  1 (1 binary)" in again
    assert "bad.txt" in again


def test_cli_read_strict_fails_on_rejected_articles(tmp_path):
    (tmp_path / "empty.txt").write_text("")
    run("read", "empty.txt")
    run("read", "empty.txt", "--strict", code=3)


def test_cli_read_json_summary_is_one_object(filled, tmp_path):
    summary = json.loads(run("read", "in.jsonl", "--json").stdout)
    assert summary["run"]["known"] == 4
    assert summary["events"] == 3


def test_cli_read_gives_its_day_and_outlet_to_articles_without(tmp_path):
    (tmp_path / "a.txt").write_text("Lavrov met Tillerson.")
    run("read", "a.txt", "--published", "2017-04-12", "--outlet", "Harbour Post")
    found = lines(run("export", "articles").stdout)
    assert [(a["published"], a["outlet"], a["source"]) for a in found] == [("2017-04-12", "Harbour Post", "a.txt")]


def test_cli_read_takes_json_lines_from_standard_input():
    stdin = '{"text": "Lavrov met Tillerson."}\nnot json\n'
    assert "1 malformed" in run("read", "-", "--published", "2017-04-12", stdin=stdin).stdout
    (article,) = lines(run("export", "articles").stdout)
    assert (article["published"], article["source"]) == ("2017-04-12", "standard input:1")


def test_cli_read_missing_path_is_an_error_that_names_it():
    assert "no-such-file" in str(run("read", "no-such-file.txt", code=1).exception)


def test_cli_read_stopped_by_the_keyboard_exits_130(monkeypatch, filled):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(communique, "read_into", stop)
    assert "what was read is kept" in run("read", "in.jsonl", code=130).stderr


def test_cli_store_location_may_come_from_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("COMMUNIQUE_STORE", str(tmp_path / "elsewhere.db"))
    (tmp_path / "a.txt").write_text("Lavrov met Tillerson.")
    run("read", "a.txt")
    assert (tmp_path / "elsewhere.db").exists()
    assert not (tmp_path / "communique.db").exists()


def test_cli_code_gives_a_reading_for_each_line_in_order():
    stdin = '{"text": "Lavrov met Wang."}\n{"text": 5}\nnot json\n{"text": "Hola"}\n{"text": "RAISE"}\n{"text": "  "}\n'
    found = lines(run("code", stdin=stdin).stdout)
    assert [r["rejected"] and r["rejected"]["reason"] for r in found] == [
        None,
        "malformed",
        "malformed",
        "language",
        "error",
        "empty",
    ]
    assert "line 2" in found[1]["rejected"]["detail"]
    assert "line 3" in found[2]["rejected"]["detail"]
    assert len(found[0]["reports"]) == 1


def test_cli_code_takes_the_text_as_it_is():
    text = "  Menu | Home\n\nLavrov met Wang.  "
    assert lines(run("code", stdin=json.dumps({"text": text})).stdout)[0]["text"] == text


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["Lavrov+Tillerson", "Wang+Lavrov", "Wang+Tillerson"]),
        (["--who", "lavrov"], ["Lavrov+Tillerson", "Wang+Lavrov"]),
        (["--who", "Mr Tillerson"], ["Lavrov+Tillerson", "Wang+Tillerson"]),
        (["--who", "lav"], []),
        (["--who", "RUS"], ["Lavrov+Tillerson", "Wang+Lavrov"]),
        (["--who", "Russia"], ["Lavrov+Tillerson", "Wang+Lavrov"]),
        (["--who", "%"], []),
        (["--dyad", "USA:RUS"], ["Lavrov+Tillerson"]),
        (["--dyad", "Lavrov:USA"], ["Lavrov+Tillerson"]),
        (["--dyad", "RUS:RUS"], []),
        (["--kind", "meeting", "--kind", "call"], ["Lavrov+Tillerson", "Wang+Lavrov", "Wang+Tillerson"]),
        (["--kind", "call"], []),
        (["--status", "planned"], ["Wang+Lavrov"]),
        (["--status", "unconfirmed", "--today", "2017-08-02"], ["Wang+Lavrov"]),
        (["--status", "unconfirmed", "--today", "2017-08-01"], []),
        (["--from", "2017-05"], ["Wang+Lavrov"]),
        (["--to", "2017-04"], ["Lavrov+Tillerson"]),
        (["--status", "planned", "--from", "today", "--today", "2017-08-01"], ["Wang+Lavrov"]),
        (["--status", "planned", "--from", "today", "--today", "2017-08-02"], []),
        (["--to", "today", "--today", "2017-05-01"], ["Lavrov+Tillerson"]),
        (["--from", "2017", "--to", "2017"], ["Lavrov+Tillerson", "Wang+Lavrov"]),
        (["--topic", "syria"], ["Lavrov+Tillerson"]),
        (["--where", "manila"], ["Wang+Lavrov"]),
        (["--where", "nowhere"], []),
        (["--limit", "1"], ["Lavrov+Tillerson"]),
        (["--limit", "1", "--offset", "1"], ["Wang+Lavrov"]),
        (["--plover", "agree"], ["Wang+Lavrov"]),
        (["--outlet", "POST"], ["Lavrov+Tillerson"]),
        (["--source", "wang"], ["Wang+Lavrov", "Wang+Tillerson"]),
        (["--story", "0000"], ["Lavrov+Tillerson", "Wang+Lavrov", "Wang+Tillerson"]),
        (["--story", "1111"], []),
        (["--text", "syria tillerson"], ["Lavrov+Tillerson"]),
        (["--text", '"met tillerson"'], ["Lavrov+Tillerson", "Wang+Tillerson"]),
        (["--text", "NOT AND * ("], []),
        (["--confidence", "0.75"], ["Lavrov+Tillerson", "Wang+Lavrov", "Wang+Tillerson"]),
        (["--confidence", "0.8"], []),
        (["--sort", "outlets", "--descending"], ["Lavrov+Tillerson", "Wang+Lavrov", "Wang+Tillerson"]),
        (["--descending"], ["Wang+Lavrov", "Lavrov+Tillerson", "Wang+Tillerson"]),
    ],
)
def test_cli_events_match_every_condition(filled, arguments, expected):
    found = lines(run("events", *arguments, "--json").stdout)
    assert ["+".join(p["name"] for p in e["participants"]) for e in found] == expected


def test_cli_events_table_shows_the_chronology(filled):
    table = run("events").stdout
    assert table.index("1 Aug 2017") > max(table.find("12 Apr 2017"), table.find("13 Apr 2017")) > 0
    assert "Lavrov (RUS), Tillerson (USA)" in table


def test_cli_events_empty_result_says_why(filled):
    said = run("events", "--who", "Lavrof", "--kind", "meeting").stderr
    assert "The store holds 3 events, and none matches." in said
    assert "--who 'Lavrof' alone matches 0." in said
    assert "--kind meeting alone matches 3." in said
    assert "Lavrov" in said


def test_cli_events_empty_result_counts_undated_events(filled):
    assert "1 more would match but for having no known day" in run("events", "--who", "Wang", "--to", "2000").stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--kind", "meating"], "did you mean 'meeting'?"),
        (["--status", "planed"], "did you mean 'planned'?"),
        (["--from", "yesterday"], "write 2017-04-12"),
        (["--from", "2017-02-30"], "not a day"),
        (["--dyad", "USA"], "USA:RUS"),
        (["--today", "2017-04"], "not a day"),
    ],
)
def test_cli_events_wrong_value_says_what_was_meant(filled, arguments, message):
    said = run("events", *arguments, code=2).stderr
    assert message in " ".join(said.replace("│", " ").split())


def test_cli_events_without_a_store_says_how_to_make_one():
    assert "communique read" in str(run("events", code=1).exception)


def test_cli_events_tells_of_articles_that_are_not_linked(filled, monkeypatch, tmp_path):
    monkeypatch.setattr(ingest, "link_store", lambda store, *_: False)
    (tmp_path / "b.txt").write_text("Wang met Lavrov.")
    run("read", "b.txt")
    assert "not linked yet" in run("events").stderr


def test_cli_show_puts_accounts_side_by_side_with_their_sentences(filled):
    event = lines(run("events", "--topic", "syria", "--json").stdout)[0]["id"]
    page = run("show", event).stdout
    for part in ("Meeting  occurred", "wire", "post", "12 Apr 2017", "13 Apr 2017", "Where they differ", "Wordings"):
        assert part in page
    assert "Lavrov met Tillerson in Moscow about Syria." in page
    assert "[1]" in page
    assert "[2]" in page


def test_cli_stories_lists_the_latest_first(filled):
    shown = run("stories").stdout
    found = lines(run("stories", "--json").stdout)
    assert [story["title"] in shown for story in found] == [True] * len(found)
    starts = [story["start"] for story in found if story["start"] is not None]
    assert starts == sorted(starts, reverse=True)


def test_cli_show_takes_the_beginning_of_an_id(filled):
    event = lines(run("events", "--json").stdout)[0]["id"]
    whole = run("show", event).stdout
    assert run("show", event[:12]).stdout == whole
    assert run("show", event.removeprefix("event-")[:8]).stdout == whole


def test_cli_show_knows_articles_actors_and_stories(filled):
    one = {what: lines(run("export", what).stdout)[0]["id"] for what in ("articles", "actors", "stories")}
    assert "Reports (" in run("show", one["articles"]).stdout
    assert "also: Mr " in run("show", one["actors"]).stdout
    assert "Talks" in run("show", one["stories"]).stdout
    assert "reports" in json.loads(run("show", one["articles"], "--json").stdout)


def test_cli_show_unknown_or_ambiguous_id_says_so(filled):
    assert "nothing in the store has the id" in str(run("show", "zzz", code=1).exception)
    assert "begins more than one id" in str(run("show", "event-", code=1).exception)
    assert "nothing in the store" in str(run("show", "%", code=1).exception)


HOSTILE = "Lavrov met Tillerson\x1b[31m\u202e in\x07 [bold red]X[/bold red]."


def test_cli_hostile_text_reaches_no_terminal(tmp_path):
    bad = "\x1b]0;owned\x07[link=evil]name[/link]\u202e"
    row = {"text": f"Lavrov met Tillerson in Moscow. {HOSTILE}", "outlet": bad, "title": bad, "published": "2017-04-12"}
    (tmp_path / "h.jsonl").write_text(json.dumps(row))
    printed = run("read", "h.jsonl").output + run("events").output
    for what in ("events", "articles", "actors", "stories"):
        printed += run("show", lines(run("export", what).stdout)[0]["id"]).output
    assert not {c for c in printed if c in "\x1b\x07\u202e"}
    assert "[link=evil]" in printed


@pytest.mark.parametrize("what", [w.value for w in options.What])
def test_cli_export_same_store_gives_the_same_bytes(filled, what):
    for form in ("jsonl", "csv"):
        first, second = (run("export", what, "--format", form).stdout_bytes for _ in range(2))
        assert first == second
        run("export", what, "--format", form, "--output", "out")
        assert open("out", "rb").read() == first  # noqa: PTH123, SIM115


def test_cli_export_csv_has_a_row_for_each_record(filled):
    rows = list(csv.DictReader(io.StringIO(run("export", "events", "--format", "csv").stdout)))
    assert [row["actors"] for row in rows] == ["Lavrov; Tillerson", "Wang; Lavrov", "Wang; Tillerson"]
    assert rows[0]["score"] == "-1.5"
    assert rows[0]["actor_countries"] == "RUS; USA"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_cli_export_csv_runs_no_formula(tmp_path, cell):
    row = {"text": "Lavrov met Wang.", "author": cell, "id": cell.strip() + "1"}
    (tmp_path / "f.jsonl").write_text(json.dumps(row))
    run("read", "f.jsonl")
    found = next(csv.DictReader(io.StringIO(run("export", "articles", "--format", "csv").stdout, newline="")))
    assert not [value for value in found.values() if value.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_cli_export_to_a_missing_folder_says_so_and_leaves_nothing(filled, tmp_path):
    before = sorted(p.name for p in tmp_path.iterdir())
    assert "cannot write" in str(run("export", "events", "--output", "no/such/file", code=1).exception)
    assert sorted(p.name for p in tmp_path.iterdir()) == before


def test_cli_main_prints_an_error_as_one_line(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["communique", "events", "--store", "no\x1b[31mne.db"])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 1
    said = capsys.readouterr().err
    assert said.startswith("error: there is no store at no[31mne.db")
    assert said.count("\n") == 1


def test_cli_quick_commands_do_not_import_spacy():
    program = (
        "import sys, communique, communique.cli, communique.printing, communique.display.pages,"
        "communique.store.dossiers, communique.store.lookup, communique.export.files, communique.store.explaining;"
        "from communique.store.queries import country_code; country_code('Russia');"
        "sys.exit([m for m in ('spacy', 'numpy') if m in sys.modules] or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", ["export", "events"])
def test_cli_reader_that_goes_away_ends_the_command_quietly(tmp_path, command):
    many = [article(f"Lavrov met Tillerson. {n} {'x' * 5000}", outlet=f"o{n}") for n in range(200)]
    (tmp_path / "many.jsonl").write_bytes(b"".join(msgspec.json.encode(a) + b"\n" for a in many))
    run("read", "many.jsonl", "--jobs", "1")
    arguments = [command, "articles"] if command == "export" else [command, "--json"]
    program = [sys.executable, "-c", "from communique.cli import main; main()", *arguments]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
