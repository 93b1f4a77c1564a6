"""Which language a page is in: what the person chose goes before what the browser prefers (docs/decisions/0023).

The choice is kept in a cookie of the tenant's whole site, so that the desktop, the identity pages and the Teams sign-in
speak the same language whichever of them it was made in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

COOKIE = "deskproof_language"
"""The name of the cookie; its value is one of the languages."""

COOKIE_LIVES = 365 * 24 * 60 * 60
"""Seconds for which a browser keeps the choice."""

_QUALITY = re.compile(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", re.IGNORECASE)


class Language(StrEnum):
    """The languages the pages speak."""

    ENGLISH = "en"
    SWEDISH = "sv"


def language_of(tag: str) -> Language | None:
    """The language a tag such as `sv-FI` stands for, None when it is not one of ours."""
    primary = tag.strip().split("-", maxsplit=1)[0].lower()
    return next((language for language in Language if language == primary), None)


def choose_language(wished: Iterable[str], accept_language: str) -> Language:
    """The first wish that is one of ours, else what the browser prefers (RFC 9110 12.5.4), else English."""
    for tag in (*wished, *_by_preference(accept_language)):
        language = language_of(tag)
        if language is not None:
            return language
    return Language.ENGLISH


def _by_preference(accept_language: str) -> list[str]:
    """The tags from the most to the least preferred; a part that cannot be read is passed over."""
    weighted: list[tuple[float, str]] = []
    for part in accept_language.split(","):
        tag, parameters, quality = part.partition(";")
        read = _QUALITY.fullmatch(quality)
        if parameters and read is None:
            continue
        weight = float(read[1]) if read else 1.0
        if weight > 0:
            weighted.append((weight, tag))
    return [tag for _, tag in sorted(weighted, key=lambda pair: -pair[0])]
