"""Characters that plain text has as HTML writes them ("&lt;", "&amp;", "&#39;"), left over from some earlier step."""

from __future__ import annotations

import html
import re

#: An ampersand may have been escaped again and again. Digits, "#" and ";" stay, so that nothing new comes about.
_ESCAPE = re.compile(
    r"&(?:(?:amp|#38|#x26);)*(lt|gt|amp|quot|apos|nbsp|[lr][sd]quo|[mn]dash|#\d{1,7}|#x[0-9a-fA-F]{1,6});"
)


def unescaped(text: str) -> str:
    """The text with the characters meant in place of their escapes; doing it twice changes nothing more.

    >>> unescaped("&lt;Acme Corp> &amp;amp; Sons")
    '<Acme Corp> & Sons'
    """
    return _ESCAPE.sub(_character, text) if "&" in text else text


def _character(escape: re.Match[str]) -> str:
    meant = html.unescape(f"&{escape[1]};")
    if meant.isascii() and (meant.isalnum() or meant in {"#", ";"}):
        return escape[0]
    return meant or escape[0]  # of control characters nothing is left
