"""The parts of README.md and docs/ that follow from the project itself: shown output, the map of modules, the floors.

A block of ``console`` holds commands, each behind ``$``, and under each what it prints. The commands of one document
are run one after another in one fresh folder, in which ``articles/`` is a copy of the packaged sample. The lines
between ``<!-- modules -->`` or ``<!-- floors -->`` and ``<!-- end -->`` are made from the modules' docstrings and from
``benchmarks/floors.json``. Without options, names the documents that are out of date; with ``--write``, mends them.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/communique"
_CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_MADE = re.compile(r"^<!-- (?P<what>modules|floors) -->\n.*?^<!-- end -->$", re.DOTALL | re.MULTILINE)
_ROLE = re.compile(r":\w+:`~?[\w.]*?(\w+)`")


def documents() -> list[Path]:
    """The documents of the project."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def up_to_date(document: str) -> str:
    """The document with the parts that follow from the project as they are now."""
    document = _MADE.sub(_made, document)
    if not _CONSOLE.search(document):
        return document
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(PACKAGE / "samples", Path(folder) / "articles")
        return _CONSOLE.sub(lambda block: "".join(_run_all(block.group(), folder)), document)


def _made(part: re.Match[str]) -> str:
    lines = _modules() if part["what"] == "modules" else _floors()
    return "\n".join([f"<!-- {part['what']} -->", *lines, "<!-- end -->"])


def _modules() -> Iterator[str]:
    """A heading for each package and a row for each of its modules, with the first line of its docstring."""
    packages = sorted({path.parent for path in PACKAGE.rglob("*.py")})
    for package in packages:
        yield f"\n### `{package.relative_to(PACKAGE.parent).as_posix()}/`\n"
        yield _summary(package / "__init__.py") + "\n"
        modules = sorted(path for path in package.glob("*.py") if path.name != "__init__.py")
        if modules:
            yield "| module | purpose |\n| --- | --- |"
            yield from (f"| `{path.name}` | {_summary(path)} |" for path in modules)
    yield ""


def _summary(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    paragraph = " ".join(docstring.split("\n\n")[0].splitlines())
    return _ROLE.sub(r"`\1`", paragraph).replace("``", "`").replace("|", "\\|")


def _floors() -> Iterator[str]:
    yield "\n| corpus | figure | floor |\n| --- | --- | --- |"
    for floor in json.loads((ROOT / "benchmarks/floors.json").read_text(encoding="utf-8")):
        yield from (f"| {floor['corpus']} | {name} | {value:g} |" for name, value in floor["figures"].items())
    yield ""


def _run_all(block: str, folder: str) -> list[str]:
    commands = [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]
    return [f"$ {command}\n{_run(command, folder)}" for command in commands]


def _run(command: str, folder: str) -> str:
    """What a command prints on standard output, without the spaces that end lines.

    Raises:
        RuntimeError: the command fails.

    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("COMMUNIQUE", "FORCE_"))}
    environment |= {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "120",
        "NO_COLOR": "1",
        "TERM": "dumb",
    }
    done = subprocess.run(  # noqa: S603 (the project's own documents)
        ["bash", "-o", "pipefail", "-c", command],  # noqa: S607
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{command}: exit code {done.returncode}\n{done.stderr}")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def main() -> int:
    """Name the documents that are out of date; with ``--write`` bring them up to date."""
    write = "--write" in sys.argv[1:]
    stale = []
    for path in documents():
        text = path.read_text(encoding="utf-8")
        try:
            present = up_to_date(text)
        except RuntimeError as error:
            sys.exit(f"{path.relative_to(ROOT)}: {error}")
        if present != text:
            stale.append(path)
            if write:
                path.write_text(present, encoding="utf-8")
    for path in stale:
        print(path.relative_to(ROOT))
    return bool(stale) and not write


if __name__ == "__main__":
    sys.exit(main())
