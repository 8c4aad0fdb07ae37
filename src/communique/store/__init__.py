"""The record on disk: schema, writing, linking anew, and queries. Only this package writes to the database."""
