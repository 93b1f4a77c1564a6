"""Short forms for people: time spans, instants, addresses, long texts.

Rule: text in, text out; text of another format is returned unchanged.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

CLIP = 3000
"""Characters of a body or of data that the page shows; `run.json` has all."""


def duration(milliseconds: float) -> str:
    """A time span for people: `40 ms`, `1.2 s`, `3 min 5 s`."""
    if milliseconds < 1000:
        return f"{milliseconds:.0f} ms"
    if milliseconds < 60_000:
        return f"{milliseconds / 1000:.1f} s"
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    return f"{minutes} min {seconds} s"


def instant(iso: str) -> str:
    """`2026-01-15T09:00:00.123Z` as `2026-01-15 09:00:00 UTC`; anything else unchanged."""
    return f"{iso[:10]} {iso[11:19]} UTC" if len(iso) >= 20 and iso[10] == "T" else iso


@lru_cache(maxsize=2048)
def place(url: str) -> str:
    """An address without its scheme and tenant, which every line of a scenario shares: `id · /authorize?…`."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").split(".")
    except ValueError:  # not an address; a page may request anything
        return url
    if not parts.netloc:
        return url
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return f"{host[0]} · {path}" if len(host) > 2 and not host[0].isdigit() else path


def linkable(trace: str) -> bool:
    """Whether the name of a trace is one of ours, in the run's own folder, and may be an address."""
    return re.fullmatch(r"traces/[\w.-]+\.zip", trace, re.ASCII) is not None


def clip(text: str) -> str:
    """At most `CLIP` characters of a long text."""
    return text[:CLIP]
