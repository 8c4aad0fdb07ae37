"""The words of English that tell no texts apart, as spaCy lists them."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Some three hundred words in lower case.

    The file that lists them is run by itself: importing spaCy for it would take longer than linking some articles.
    """
    package = importlib.util.find_spec("spacy")
    assert package is not None
    assert package.origin is not None
    file = Path(package.origin).parent / "lang" / "en" / "stop_words.py"
    spec = importlib.util.spec_from_file_location("_stop_words", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return frozenset(module.STOP_WORDS)
