"""What can go wrong, as one tree.

::

    CommuniqueError
    ├── FetchError      a feed or page that cannot be fetched
    ├── InputError      an article, file or option that cannot be read
    ├── LexiconError    a lexicon entry that does not load, or whose examples fail
    ├── ModelError      the language model is missing or not the one expected
    └── StoreError      the database cannot be opened, read or written

Each message names the thing, the place in it, and what to do about it.
"""


class CommuniqueError(Exception):
    """Base of every error that communique raises on purpose."""


class FetchError(CommuniqueError):
    """A feed or page on the web that cannot be fetched, or may not be."""


class InputError(CommuniqueError):
    """An article, file or option that cannot be read."""


class LexiconError(CommuniqueError):
    """A lexicon entry that does not load, or whose examples fail."""


class ModelError(CommuniqueError):
    """The language model is missing or is not the one expected."""


class StoreError(CommuniqueError):
    """The database cannot be opened, read or written."""
