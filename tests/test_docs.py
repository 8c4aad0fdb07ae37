"""The documentation says what is so: records, modules, lexicon examples, links and shown commands."""

from __future__ import annotations

import doctest
import inspect
import re
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from communique import records
from communique.export import records as exported
from communique.lexicon.frames import Frame, check_frames, load_frames
from scripts import load_script

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/communique"


write_docs = load_script("tools/write_docs.py")
DOCUMENTS = write_docs.documents()


def structs(module: ModuleType) -> list[type[msgspec.Struct]]:
    found = [value for _, value in inspect.getmembers(module, inspect.isclass) if issubclass(value, msgspec.Struct)]
    return [struct for struct in found if struct.__module__ == module.__name__ and struct.__struct_encode_fields__]


def documented_fields(title: str) -> list[str]:
    """The fields in the table under a heading of docs/records.md, in order."""
    section = re.search(
        rf"^### {title}$(.*?)(?=^##|\Z)", (ROOT / "docs/records.md").read_text(), re.DOTALL | re.MULTILINE
    )
    return re.findall(r"^\| `(\w+)` \|", section.group(1), re.MULTILINE) if section else []


def code_blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("struct", [*structs(records), *structs(exported)], ids=lambda struct: struct.__name__)
def test_docs_describe_every_field_of_every_record(struct: type[msgspec.Struct]):
    assert sorted(documented_fields(struct.__name__)) == sorted(struct.__struct_encode_fields__)


def test_docs_describe_no_record_that_does_not_exist():
    headings = set(re.findall(r"^### (\w+)$", (ROOT / "docs/records.md").read_text(), re.MULTILINE))
    assert headings == {struct.__name__ for struct in [*structs(records), *structs(exported)]}


def test_docs_name_every_status():
    text = (ROOT / "docs/records.md").read_text()
    assert all(f"`{status}`" in text for status in records.Status.__args__)


def test_docs_design_explains_every_package():
    text = (ROOT / "docs/design.md").read_text()
    packages = {p.parent.relative_to(PACKAGE).as_posix() for p in PACKAGE.glob("*/__init__.py")}
    assert not {package for package in packages if f"`{package}/`" not in text}


def test_docs_design_names_only_what_exists():
    for name in re.findall(r"`([\w/]+(?:/|\.py))`", (ROOT / "docs/design.md").read_text()):
        assert (PACKAGE / name).exists() or (ROOT / name).exists(), name


def test_docs_lexicon_describes_every_field_of_a_frame():
    text = (ROOT / "docs/lexicon.md").read_text()
    assert not {field for field in Frame.__struct_fields__ if f"`{field}`" not in text}


def test_docs_lexicon_names_every_kind_of_the_package():
    text = (ROOT / "docs/lexicon.md").read_text()
    assert not {kind for kind in load_frames().kinds if f"`{kind}`" not in text}


def test_docs_lexicon_names_every_packaged_file():
    text = (ROOT / "docs/lexicon.md").read_text()
    names = {p.name for p in (PACKAGE / "lexicon").glob("*.toml")} | {p.name for p in (PACKAGE / "lexicon").glob("*.d")}
    assert not {name for name in names if f"`{name}`" not in text and f"`{name}/`" not in text}


def own_lexicon(folder: Path) -> Path:
    """The lexicon folder that docs/lexicon.md shows; each TOML block names its file in its first line."""
    for block in code_blocks(ROOT / "docs/lexicon.md", "toml"):
        path = folder / block.splitlines()[0].removeprefix("# ").strip()
        path.parent.mkdir(exist_ok=True)
        path.write_text(block, encoding="utf-8")
    return folder / "my-lexicon"


def test_docs_lexicon_example_frames_pass_their_own_examples(nlp, tmp_path: Path):
    from communique.lexicon.frames import Frames
    from communique.reading.reader import Reader

    folder = own_lexicon(tmp_path)
    reader = Reader(nlp, [folder])
    packaged = {frame.id for frame in load_frames().frames}
    own = Frames([frame for frame in load_frames([folder]).frames if frame.id not in packaged])
    assert own.frames
    assert list(check_frames(own, reader.read)) == []


def test_docs_lexicon_example_actors_pass_their_own_examples(nlp, tmp_path: Path):
    from communique.lexicon.offices import load_offices
    from communique.lexicon.organisations import load_organisations
    from communique.reading.reader import Reader

    folder = own_lexicon(tmp_path)
    reader = Reader(nlp, [folder])
    own_offices = load_offices([folder])[len(load_offices()) :]
    own_bodies = load_organisations([folder])[len(load_organisations()) :]
    assert own_offices
    assert own_bodies
    for example in (example for office in own_offices for example in office.examples):
        assert (example.name, example.office) in {(m.name, m.office) for m in reader.read(example.text).mentions}
    for body in own_bodies:
        for example in body.examples:
            assert (body.name, body.sector) in {(m.name, m.sector) for m in reader.read(example.text).mentions}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_docs_links_lead_somewhere(path: Path):
    text = path.read_text(encoding="utf-8")
    for target, _, anchor in (link.partition("#") for link in re.findall(r"\]\(([^)\s]+)\)", text)):
        if target.startswith(("http://", "https://")):
            continue
        linked = (path.parent / target).resolve() if target else path
        assert linked.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", linked.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_docs_show_what_is_so_now(path: Path):
    text = path.read_text(encoding="utf-8")
    assert write_docs.up_to_date(text) == text, "run `make docs`"


@pytest.mark.parametrize("path", [p for p in DOCUMENTS if code_blocks(p, "python")], ids=lambda path: path.name)
def test_docs_python_examples_run(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    examples = parser.get_doctest("\n".join(code_blocks(path, "python")), {}, path.name, str(path), 0)
    assert examples.examples
    assert runner.run(examples).failed == 0
