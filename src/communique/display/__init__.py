"""The record as people read it in a terminal. Article text is hostile: everything goes through :mod:`.text`."""
