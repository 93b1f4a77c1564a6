"""Texts of the catalogue in one language, with their values filled in."""

from __future__ import annotations

from typing import Literal

from deskproof.reports.text.catalogue import TEXTS

Language = Literal["en", "sv"]
LANGUAGES: tuple[Language, ...] = ("en", "sv")


def say(key: str, language: Language, **values: object) -> str:
    """The text for `key` in `language` with `values` filled in. KeyError for a key that is not in the catalogue."""
    if values.get("n") == 1 and f"{key}.one" in TEXTS:
        key = f"{key}.one"
    text = TEXTS[key][LANGUAGES.index(language)]
    return text.format(**values) if values else text
