"""What `make wheel` compiles is written so that it means the same when it is compiled."""

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HOOK = _PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]
COMPILED = [
    path for pattern in HOOK["include"] for path in sorted(ROOT.glob(pattern[1:])) if path.name not in HOOK["exclude"]
]


def faults(source: str) -> list[str]:
    """What a compiled module would do otherwise, or not be compiled for."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Name(id="cached_property"):
                found.append("a compiled class does not keep what a cached_property found")
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple()) if starred(names):
                found.append("parts of a tuple that is written out do not go to a starred name")
            case ast.Compare(ops=[ast.In() | ast.NotIn()], comparators=[ast.Tuple(elts=parts)]) if starred(parts):
                found.append("the compiler does not take a starred part behind 'in'")
    return found


def starred(parts: list[ast.expr]) -> bool:
    return any(isinstance(part, ast.Starred) for part in parts)


@pytest.mark.parametrize("path", COMPILED, ids=lambda path: path.stem)
def test_compilable_module_means_the_same_compiled(path: Path):
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("@cached_property\ndef f(self): ...", 1),
        ("first, *others = (*found, None)", 1),
        ("first, *others = found", 0),
        ("x = word in (one, *others)", 1),
        ("x = word in [one, other]", 0),
    ],
)
def test_compilable_faults_are_seen(source: str, count: int):
    assert len(faults(source)) == count


def test_compilable_modules_are_found_and_left_out_ones_exist():
    assert len(COMPILED) > 150
    names = {path.name for pattern in HOOK["include"] for path in ROOT.glob(pattern[1:])}
    assert set(HOOK["exclude"]) <= names
