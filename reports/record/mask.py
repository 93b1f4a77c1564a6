"""Keeps secrets out of the record: known ones by value, others by their format on the wire.

Rule: everything that is written is masked here first, so no writer has to do it. Masked text keeps its format
(`Bearer ***`), so a reader still sees that a token was sent.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from urllib.parse import quote, quote_plus

HIDDEN = "***"

_NAMES = (
    r"[\w-]*(?:password|passwd|passphrase|secret|token|verifier)(?:[_-](?:again|hint|confirmation|value))?"
    r"|authorization|(?:set-)?cookie|api_?key"
)
"""Names of secret values: `newPassword`, `password_again`, `id_token_hint`, but not `token_type`."""

_MARKED = re.compile(r"dps_[\w-]{16,}")
"""What the simulator hands out as a secret (`simulator.runtime.drawn`)."""

_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # a JSON Web Token, anywhere
    (re.compile(r"\beyJ[\w-]{4,}\.[\w-]{4,}\.[\w-]*"), HIDDEN),
    # an Authorization value
    (re.compile(r"\b(Bearer)(\s+|%20|\+)(?!\*\*\*)[\w.~+/=%-]{6,}", re.IGNORECASE), rf"\1\2{HIDDEN}"),
    (re.compile(r"(\bauthorization\s*:\s*Basic\s+)\S+", re.IGNORECASE), rf"\1{HIDDEN}"),
    # "password": "…" in JSON, and the same in JSON that is itself a string of JSON
    (re.compile(rf'("(?:{_NAMES})"\s*:\s*")(?:[^"\\]|\\.)*', re.IGNORECASE | re.DOTALL), rf"\1{HIDDEN}"),
    (
        re.compile(rf'(\\"(?:{_NAMES})\\"\s*:\s*\\")(?:\\\\\\"|[^"\\]|\\(?!"))*', re.IGNORECASE | re.DOTALL),
        rf"\1{HIDDEN}",
    ),
    # a six-digit code in JSON; other codes there are the product's refusals and are evidence
    (
        re.compile(r'((?P<q>\\*")(?:code|confirmationCode|pin)(?P=q)\s*:\s*(?P=q)?)\d{6}\b', re.IGNORECASE),
        rf"\1{HIDDEN}",
    ),
    # password=… in a form or a query
    (re.compile(rf"(?<![\w-])((?:{_NAMES}|code|pin|otp)=)[^&\s\"'<>]+", re.IGNORECASE), rf"\1{HIDDEN}"),
    # the password of a media session, in a session description
    (re.compile(r"(a=ice-pwd:)[\w+/]+"), rf"\1{HIDDEN}"),
    # Cookie: … as a header line
    (re.compile(r"(?im)^((?:set-)?cookie\s*:\s*).+$"), rf"\1{HIDDEN}"),
)

_SECRET_NAME = re.compile(rf"(?:{_NAMES})|code|pin|otp", re.IGNORECASE)

_SHORT = 8
"""Secrets up to this long are masked only as whole words: a six-digit code must not hide a part of an id."""

STRUCTURE = frozenset(
    {"fact", "id", "scenario", "claims", "status", "path", "picture", "trace", "at", "startedAt", "clock", "worker"}
)
"""Keys that the record depends on; their values come from us, never from a page."""


class Mask:
    """The secrets known so far, and the patterns that are always secret. `add` those that appear during the run."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets: set[str] = set()
        self._known: re.Pattern[str] | None = None
        self.add(*secrets)

    def add(self, *secrets: str) -> None:
        """Hide these values, also in the forms they take in JSON, HTML and addresses. Empty ones are ignored."""
        fresh = {secret for secret in secrets if secret.strip()} - self._secrets
        if not fresh:
            return
        self._secrets |= fresh
        forms = {form for secret in self._secrets for form in _forms(secret)}
        self._known = re.compile(
            "|".join(_bounded(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
        )

    def and_also(self, secrets: Iterable[str]) -> Mask:
        """Another mask, which hides these too."""
        return Mask({*self._secrets, *secrets})

    def known(self, text: str) -> str:
        """`text` with the secrets in it that are known, or marked as such, replaced by `***`."""
        text = _MARKED.sub(HIDDEN, text)
        return text if self._known is None else self._known.sub(HIDDEN, text)

    def text(self, text: str) -> str:
        """`text` with every secret in it replaced by `***`, known ones and those that look like secrets."""
        text = self.known(text)
        for pattern, replacement in _PATTERNS:
            text = pattern.sub(replacement, text)
        return text

    def value(self, value: object) -> object:
        """A JSON value with all its texts masked, except those of `STRUCTURE`."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {
                key: inner if key in STRUCTURE and not isinstance(inner, dict | list) else self.value(inner)
                for key, inner in value.items()
            }
        if isinstance(value, list | tuple):
            return [self.value(inner) for inner in value]
        return value


def names_a_secret(name: str) -> bool:
    """Whether what a header, cookie, form field or query parameter of this name holds is secret."""
    return _SECRET_NAME.fullmatch(name) is not None


def _forms(secret: str) -> set[str]:
    return {
        secret,
        quote(secret, safe=""),
        quote(secret),
        quote_plus(secret),
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
        html.escape(secret),
    }


def _bounded(form: str) -> str:
    return rf"(?<!\w){re.escape(form)}(?!\w)" if len(form) <= _SHORT else re.escape(form)
