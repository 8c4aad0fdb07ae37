"""The record as files: what can be exported, and one module a format."""
