"""A grammar of English time expressions: words, patterns, meanings, and their place on the calendar."""
