"""The language of a page: the person's choice comes before the browser's preference (docs/decisions/0023).

The choice is stored in a cookie of the tenant's whole site, so the desktop, the identity pages and the Teams sign-in
are in the same language, wherever it was chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

COOKIE = "deskproof_language"
"""The name of the cookie; its value is one of the languages."""

COOKIE_LIVES = 365 * 24 * 60 * 60
"""Seconds for which a browser stores the choice."""

_QUALITY = re.compile(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", re.IGNORECASE)


class Language(StrEnum):
    """The languages of the pages."""

    ENGLISH = "en"
    SWEDISH = "sv"


def language_of(tag: str) -> Language | None:
    """The language of a tag such as `sv-FI`; None where the pages do not have it."""
    primary = tag.strip().split("-", maxsplit=1)[0].lower()
    return next((language for language in Language if language == primary), None)


def choose_language(requested: Iterable[str], accept_language: str) -> Language:
    """The first requested language the pages have, else the browser's preference (RFC 9110 12.5.4), else English."""
    for tag in (*requested, *_by_preference(accept_language)):
        language = language_of(tag)
        if language is not None:
            return language
    return Language.ENGLISH


def _by_preference(accept_language: str) -> list[str]:
    """The tags from the most to the least preferred; a part that cannot be read is skipped."""
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
