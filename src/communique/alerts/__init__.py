"""Alerts: what newly matches a saved query is told to somebody, once for each event and each change of its status."""
