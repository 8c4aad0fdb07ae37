"""Linking: one record out of many readings. Pure functions over readings; the order of the articles plays no part."""
