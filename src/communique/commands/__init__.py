"""Commands that ask the record, one module a group of them; ``cli.py`` puts them together."""
