"""Playwright traces in the record: those of an attempt's browsers in one file, without secrets.

Rule: every member of a trace is read and written again. A value that any part of it shows to be secret, by the name of
a field, header, cookie or parameter, is hidden in all of it: a wrong password that was typed is in the form, in the
request, in the call of the step and in each snapshot of the page after it. The result is still a trace that
Playwright's viewer opens.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from deskproof.reports.record.mask import HIDDEN, Mask, names_a_secret

TRACES = "traces"
"""Their folder in a run folder."""

_RESOURCES = "resources/"
_LINES = (".trace", ".network", ".stacks", ".jsonl", ".json")
_OF_THE_PRODUCT = (".js", ".css", ".svg", ".png", ".jpg", ".jpeg", ".woff2", ".wav", ".ico")
"""Files that are the same for everybody: known secrets are looked for in them, but nothing else in them is hidden."""

_FORM = re.compile(r"[\w.%-]+=[^&\s]*(?:&[\w.%-]+=[^&\s]*)*")
_SIX_DIGITS = re.compile(r"\d{6}")
_TELLING = 4
"""A shorter secret is hidden where it is given and not searched elsewhere, where it might be any word."""

_VALUES = ("value", "__playwright_value_")
"""The keys of a name's value, the second in a field of a page snapshot."""

Members = dict[str, bytes]


def joined(browsers: Sequence[Path], mask: Mask) -> bytes | None:
    """The traces of several browsers as one that Playwright's viewer shows side by side; None without any.

    A file that is not a trace, such as that of a browser that died while it was written, is left out.
    """
    members: Members = {}
    for index, path in enumerate(browsers):
        for name, data in _members(path).items():
            members[name if name.startswith(_RESOURCES) else f"{index}-{name}"] = data
    if not members:
        return None
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in masked(members, mask).items():
            file.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def masked(members: Members, mask: Mask) -> Members:
    """The members of a trace without secrets: those that `mask` knows, and those that the trace itself shows."""
    found = {secret for name, data in members.items() for secret in _given_away(name, data)}
    known = mask.and_also(secret for secret in found if len(secret) >= _TELLING)
    return {name: _masked(name, data, known) for name, data in members.items()}


def _members(path: Path) -> Members:
    try:
        with zipfile.ZipFile(path) as file:
            return {name: file.read(name) for name in file.namelist()}
    except (OSError, zipfile.BadZipFile):
        return {}


# ---- the secrets in a trace


def _given_away(name: str, data: bytes) -> Iterator[str]:
    if name.endswith(_OF_THE_PRODUCT) or (text := _text(data)) is None:
        return
    if name.endswith(_LINES) and (values := _values(text)) is not None:
        for value in values:
            yield from _in_value(value)
    elif _FORM.fullmatch(text.strip()):
        yield from _in_form(text.strip())


def _in_value(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        if value[:1] == ["INPUT"] and len(value) > 1 and isinstance(value[1], dict):
            yield from _in_field(value[1])
        for inner in value:
            yield from _in_value(inner)
    elif isinstance(value, dict):
        yield from _in_pairs(value)
        for key, inner in value.items():
            if key == "cookies" and isinstance(inner, list):
                yield from (
                    str(cookie["value"]) for cookie in inner if isinstance(cookie, dict) and cookie.get("value")
                )
            yield from _in_value(inner)
    elif isinstance(value, str) and "=" in value and _FORM.fullmatch(value):
        yield from _in_form(value)


def _in_pairs(value: dict[str, Any]) -> Iterator[str]:
    """`{"name": "authorization", "value": "Bearer …"}` and `{"password": "…"}`."""
    name, given = value.get("name"), value.get("value")
    if isinstance(name, str) and isinstance(given, str) and names_a_secret(name):
        yield from _parts(given)
    for key, inner in value.items():
        if isinstance(inner, str) and _holds_secret(key, inner):
            yield from _parts(inner)


def _in_field(attributes: dict[str, Any]) -> Iterator[str]:
    """A field of a page snapshot, with what was typed into it."""
    secret = attributes.get("type") == "password" or attributes.get("autocomplete") == "one-time-code"
    if secret or names_a_secret(str(attributes.get("name", ""))):
        for key in _VALUES:
            if isinstance(given := attributes.get(key), str):
                yield given


def _in_form(text: str) -> Iterator[str]:
    yield from (value for name, value in parse_qsl(text) if names_a_secret(name))


def _holds_secret(key: str, value: str) -> bool:
    """As `names_a_secret`, but a `code` in JSON is secret only with six digits: others are error codes."""
    return names_a_secret(key) and (key.lower() not in ("code", "pin") or _SIX_DIGITS.fullmatch(value) is not None)


def _parts(value: str) -> Iterator[str]:
    """The secret itself, without the scheme before it or what a cookie says of itself after it."""
    value = value.removeprefix("Bearer ").removeprefix("Basic ")
    for part in re.split(r";\s*", value):
        name, sign, secret = part.partition("=")
        if sign and re.fullmatch(r"[\w-]+", name) and name.lower() not in ("path", "samesite", "max-age", "expires"):
            yield secret
    yield value


# ---- hiding it


def _masked(name: str, data: bytes, mask: Mask) -> bytes:
    text = _text(data)
    if text is None:
        return mask.known(data.decode("latin-1")).encode("latin-1")
    if name.endswith(_OF_THE_PRODUCT):
        return mask.known(text).encode()
    if name.endswith(_LINES) and (values := _values(text)) is not None:
        lines = (json.dumps(_hidden(value, mask), ensure_ascii=False, separators=(",", ":")) for value in values)
        return "\n".join(lines).encode("utf-8", "replace") + (b"\n" if text.endswith("\n") else b"")
    return mask.text(text).encode()


def _hidden(value: Any, mask: Mask) -> Any:
    if isinstance(value, str):
        return mask.text(value)
    if isinstance(value, list):
        return [_hidden(inner, mask) for inner in value]
    if isinstance(value, dict):
        name = value.get("name")
        of_secret = isinstance(name, str) and names_a_secret(name)
        return {key: _hidden_under(key, inner, mask, of_secret=of_secret) for key, inner in value.items()}
    return value


def _hidden_under(key: str, value: Any, mask: Mask, *, of_secret: bool) -> Any:
    given = isinstance(value, str) and value
    if given and ((of_secret and key in _VALUES) or _holds_secret(key, value)):
        return HIDDEN
    return _hidden(value, mask)


def _values(text: str) -> list[Any] | None:
    """The JSON values of a file that holds one, or one a line; None where it does not."""
    try:
        return [json.loads(text)]
    except ValueError:
        pass
    try:
        return [json.loads(line) for line in text.split("\n") if line]
    except ValueError:
        return None


def _text(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None
