"""docs/commands.md describes every command, option, exit code and CSV column, and its examples run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from communique import cli
from communique.export.columns import COLUMNS
from communique.export.records import KINDS
from communique.options import What

ROOT = Path(__file__).parents[1]
DOCUMENT = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
EXPORTS = (ROOT / "docs/exports.md").read_text(encoding="utf-8")


def commands(group, name="communique"):
    for child in group.commands.values():
        if hasattr(child, "commands"):
            yield from commands(child, f"{name} {child.name}")
        else:
            yield f"{name} {child.name}", child


COMMANDS = dict(commands(typer.main.get_command(cli.app)))


def section(name: str) -> str:
    found = re.search(rf"^## {name}$(.*?)(?=^## |\Z)", DOCUMENT, re.DOTALL | re.MULTILINE)
    return found.group(1) if found else ""


def options(command) -> set[str]:
    return {opt for p in command.params for opt in p.opts if opt.startswith("--") and opt != "--help"}


@pytest.mark.parametrize("name", COMMANDS)
def test_cli_docs_describe_every_option_and_no_other(name):
    documented = set(re.findall(r"^\| `(--[\w-]+)", section(name), re.MULTILINE))
    assert section(name).strip()
    assert documented == options(COMMANDS[name])


def test_cli_docs_have_no_command_that_does_not_exist():
    assert set(re.findall(r"^## (communique .*)$", DOCUMENT, re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_cli_help_teaches_with_examples_of_options_that_exist(name):
    help_text = COMMANDS[name].help
    examples = [line.strip() for line in help_text.splitlines() if line.strip().startswith(f"{name}")]
    assert examples
    assert set(re.findall(r"(?<= )--[\w-]+", " ".join(examples))) <= options(COMMANDS[name])


@pytest.mark.parametrize("what", KINDS)
def test_cli_docs_describe_every_csv_column(what):
    row = re.search(rf"^\| {what} \| (.*) \|$", DOCUMENT, re.MULTILINE)
    assert re.findall(r"`(\w+)`", row.group(1)) == list(COLUMNS[what])


def test_cli_exports_what_there_is():
    assert tuple(what.value for what in What) == KINDS


def test_cli_docs_examples_run(tmp_path):
    """Each line of the examples by itself, in order, as a shell runs it, in a folder with the sample as articles/."""
    shutil.copytree(ROOT / "src/communique/samples", tmp_path / "articles")
    path = f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin"
    examples = [
        line
        for block in re.findall(r"^```sh\n(.*?)^```$", DOCUMENT + EXPORTS, re.DOTALL | re.MULTILINE)
        for line in block.splitlines()
    ]
    assert len(examples) > 10
    for example in examples:
        done = subprocess.run(
            ["/bin/sh", "-c", example],
            cwd=tmp_path,
            env={"PATH": path, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT / "src")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{example}\n{done.stderr}"
