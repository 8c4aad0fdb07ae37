"""Feeds of news on the web: fetched politely, from public addresses only, and read entry by entry."""
