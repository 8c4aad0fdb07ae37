"""What changed from schema to schema, one Alembic revision each; a store is brought up by `migrating.py`."""
