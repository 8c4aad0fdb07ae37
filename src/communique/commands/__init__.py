"""Commands that ask the record and correct it, one module a group of them; ``cli.py`` puts them together."""
