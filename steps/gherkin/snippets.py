"""Code of a step definition that is still to be written, ready to be filled in.

Rule: a snippet raises until it is written, as pytest-bdd's generated ones do, so that a scenario with one is broken and
never passes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from deskproof.steps.gherkin.vocabulary.values import LANGUAGES, PEOPLE, Language

_PEOPLE = ("person", "other")
_VALUES = ("text", "number", "team")
_TOKEN = re.compile(rf'"[^"]*"|\b(?:{"|".join(PEOPLE)})(?=s?\b)')
_LONGEST_LINE = 120


def definition(kind: str, texts: Mapping[Language, str], *, table: bool = False, docstring: bool = False) -> str:
    """A step definition for a step with these texts, in one language or both; a missing sentence is left to be written.
    People and quoted values that occur in every text become placeholders.
    """
    names = _placeholders(texts)
    sentences = {language: _sentence(texts.get(language), names) for language in LANGUAGES}
    parameters = ["cast: Cast", *(f"{name}: str" for name in names.values())]
    parameters += ["datatable: list[list[str]]"] if table else []
    parameters += ["docstring: str"] if docstring else []
    decorator = f"@{kind}({sentences['en']}, sv={sentences['sv']})"
    if len(decorator) > _LONGEST_LINE:
        decorator = f"@{kind}(\n    {sentences['en']},\n    sv={sentences['sv']},\n)"
    return f"{decorator}\ndef _({', '.join(parameters)}) -> None:\n    raise NotImplementedError"


def _placeholders(texts: Mapping[Language, str]) -> Mapping[str, str]:
    """The people and values that occur in every text, with the names of their placeholders, in the order of the first
    text.
    """
    found = [_TOKEN.findall(text) for text in texts.values()]
    names: dict[str, str] = {}
    for token in found[0]:
        if token in names or any(token not in others for others in found):
            continue
        free = (name for name in (_VALUES if token.startswith('"') else _PEOPLE) if name not in names.values())
        if name := next(free, None):
            names[token] = name
    return names


def _sentence(text: str | None, names: Mapping[str, str]) -> str:
    """The sentence as Python source. A repeated token stays as it is: a placeholder occurs once."""
    if text is None:
        return '"…"'
    left = dict(names)

    def placeholder(match: re.Match[str]) -> str:
        name = left.pop(match[0], None)
        return match[0] if name is None else f"{{{name}}}"

    return json.dumps(_TOKEN.sub(placeholder, text), ensure_ascii=False)
