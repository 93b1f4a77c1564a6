"""Pages and messages as text, without what differs between equal runs.

Rule: what is drawn at random, or depends on the machine, becomes a word in angle brackets; ids that follow from the
tenant's seed stay, so that somebody else's id is a difference.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

from deskproof.reports.record import JournalLine, TrafficLine

Cleaned = Callable[[str], str]
"""Takes out of a text what differs between equal runs, and what is secret."""

_RANDOM = (
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE), "<id>"),
    (re.compile(r"(https?|wss?)(://|%3A%2F%2F)[\w.-]+\.localhost(:|%3A)?\d*"), r"\1\2<host>"),
    (re.compile(r"[\w-]+(\.[\w-]+)*\.localhost(:\d+)?"), "<host>"),
    (re.compile(r"127\.0\.0\.1:\d+"), "<host>"),
    (re.compile(r"(notification|connection)-\d{4,}"), r"\1-<number>"),
    (re.compile(r"\bt-\d{4,}\b"), "<tenant>"),
    (re.compile(r'(\\*"sdp\\*":\s*\\*")v=0[^"]*'), r"\1<session description>"),
    (re.compile(r"-[0-9a-f]{12}\.(css|js)\b"), r"-<content>.\1"),
    (re.compile(r"\b(state|nonce|code_challenge)=[\w-]+"), r"\1=<random>"),
)
"""Random ids, hosts with the name of a tenant and a port, numbers that depend on which came first, what browsers say of
their media, the fingerprints in the names of the desktop's files, and what OAuth draws.
"""

_KEEPALIVE = '{"keepalive"'
_LEFT = "net::ERR_ABORTED"

_FILE = re.compile(r"\.(css|ico|js|png|svg|webmanifest|woff2)$")
"""Files whose loading depends on what the browser has already."""

_DRAWN = re.compile(r"[\w-]{20,}")
"""What can be a token, a nonce or a challenge."""


def plain(text: str, organisation: str = "") -> str:
    """The text without what differs between equal runs. `organisation` is the id of the tenant, which does."""
    if organisation:
        text = text.replace(organisation, "<organisation>")
    for pattern, word in _RANDOM:
        text = pattern.sub(word, text)
    return _DRAWN.sub(_unless_readable, text)


def page_lines(*, address: str, title: str, accessible: str, shape: str, cleaned: Cleaned) -> tuple[str, ...]:
    """A page as lines: its path, title, accessibility tree, and a fingerprint of its elements and their classes."""
    return (
        f"path: {cleaned(urlsplit(address).path)}",
        f"title: {cleaned(title)}",
        *cleaned(accessible).splitlines(),
        f"elements: {hashlib.sha256(shape.encode()).hexdigest()[:8]}",
    )


def message_lines(traffic: Iterable[TrafficLine], journal: Iterable[JournalLine], cleaned: Cleaned) -> Iterator[str]:
    """Each message of a browser, and each entry of the journal, as a line."""
    for line in traffic:
        if not _is_passing(line):
            yield cleaned(_message(line))
    for entry in journal:
        yield cleaned(f"{entry.kind} {entry.name} {entry.data}".rstrip())


def _is_passing(line: TrafficLine) -> bool:
    """Whether it depends on the moment that a line is there: files that the browser may have already, requests of a
    page that is left, the end of a socket, and what keeps it open.
    """
    if line.kind == "socket":
        return line.method == "close" or _KEEPALIVE in line.request + line.response
    is_file = line.status is not None and line.status < 400 and _FILE.search(urlsplit(line.url).path) is not None
    return is_file or _LEFT in line.response


def _message(line: TrafficLine) -> str:
    split = urlsplit(line.url)
    whose = f"{line.actor}: " if line.actor else ""
    if line.kind == "socket":
        return f"{whose}{line.method} {line.request}{_spaced(line.response)}".rstrip()
    address = split.path + (f"?{split.query}" if split.query else "")
    answer = "answered" if line.status is not None and line.status < 400 else line.status or line.response
    return f"{whose}{line.method} {address} {answer} {line.request}".rstrip()


def _spaced(text: str) -> str:
    """A frame in one way of writing JSON: where the server puts blanks means nothing."""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        return text


def _unless_readable(match: re.Match[str]) -> str:
    text = match[0]
    kinds = (str.isdigit, str.islower, str.isupper)
    return "<random>" if all(any(map(kind, text)) for kind in kinds) else text
