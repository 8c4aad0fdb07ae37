"""One article in, one reading out: who, what, when, where, about what, according to whom."""
