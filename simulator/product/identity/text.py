"""Which language a page is in, and its sentences."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from simulator.product.identity import text_en, text_sv


class Language(StrEnum):
    """The languages the pages speak."""

    ENGLISH = "en"
    SWEDISH = "sv"


NAMES = {Language.ENGLISH: "English", Language.SWEDISH: "Svenska"}
TEXTS = {Language.ENGLISH: text_en.TEXT, Language.SWEDISH: text_sv.TEXT}


def sentence(language: Language, key: str, **values: object) -> str:
    """The sentence with its values put in; plain text, escaped where it is shown."""
    return TEXTS[language][key].format(**values)


def language_of(text: str) -> Language | None:
    """The language a tag such as `sv-SE` stands for, if it is one of ours."""
    primary = text.split("-", maxsplit=1)[0].strip().lower()
    return next((language for language in Language if language == primary), None)


def choose_language(ui_locales: Iterable[str], accept_language: str) -> Language:
    """The client's wish first, then the browser's in its order of preference, then English."""
    for tag in (*ui_locales, *_by_preference(accept_language)):
        language = language_of(tag)
        if language is not None:
            return language
    return Language.ENGLISH


def _by_preference(accept_language: str) -> list[str]:
    weighted: list[tuple[float, str]] = []
    for part in accept_language.split(","):
        tag, _, quality = part.partition(";")
        try:
            weight = float(quality.partition("=")[2]) if quality else 1.0
        except ValueError:
            continue
        if weight > 0:
            weighted.append((weight, tag))
    return [tag for _, tag in sorted(weighted, key=lambda pair: -pair[0])]
