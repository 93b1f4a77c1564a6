"""The sentences of the identity pages, by language."""

from __future__ import annotations

from deskproof.simulator.product.identity import text_en, text_sv
from deskproof.simulator.runtime.language import Language

NAMES = {Language.ENGLISH: "English", Language.SWEDISH: "Svenska"}
TEXTS = {Language.ENGLISH: text_en.TEXT, Language.SWEDISH: text_sv.TEXT}


def sentence(language: Language, key: str, **values: object) -> str:
    """The sentence with its values put in; plain text, escaped where it is shown."""
    return TEXTS[language][key].format(**values)
