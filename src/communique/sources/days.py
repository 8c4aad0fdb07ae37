"""The day of publication as sources write it: ISO 8601, or a spelled form that can mean only one day."""

from __future__ import annotations

import datetime
import logging
import re
from email.utils import parsedate_to_datetime

_LOG = logging.getLogger("communique.sources")
#: Day, month by name and full year in the orders that newspapers and their systems use. Days in figures alone are not
#: among them: 11/12/2016 is in November or in December.
_SPELLED = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y %B %d", "%Y %b %d")
_NOISE = re.compile(
    r"[.,]|(?<=\d)(?:st|nd|rd|th)\b|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE
)
_LONGEST = 40


def read_day(value: object, source: str | None = None) -> datetime.date | None:
    """The day that a ``published`` field gives; ``None`` where it gives none or cannot be read, which is logged."""
    if value is None or value == "":
        return None
    day = _read(value.strip()) if isinstance(value, str) and len(value) <= _LONGEST else None
    if day is None:
        _LOG.warning(
            '%sfield "published": %.60r is not a day and is left out; write it as "2017-04-12"',
            f"{source}: " if source else "",
            value,
        )
    return day


def _read(text: str) -> datetime.date | None:
    try:
        return datetime.datetime.fromisoformat(text).date()
    except ValueError:
        pass
    spelled = " ".join(_NOISE.sub(" ", text).split()).replace("Sept ", "Sep ")
    for form in _SPELLED:
        try:
            return datetime.datetime.strptime(spelled, form).replace(tzinfo=datetime.UTC).date()
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(text).date() if re.search(r"\d:\d\d", text) else None
    except (TypeError, ValueError):
        return None
