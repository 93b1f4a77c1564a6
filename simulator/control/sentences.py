"""The first problem of a document, as a sentence with its path, what was seen and what was expected."""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

MASK = "•••"
SECRETS = frozenset({"password", "teamsPassword"})
"""Members whose values are never shown."""

_LONGEST = 60

_WORDS = {
    "string_type": "a text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "an object",
    "model_type": "an object",
    "model_attributes_type": "an object",
    "json_invalid": "well-formed JSON",
}
"""What was expected, where pydantic's own word is not plain."""


def sentence(error: ValidationError, model: type[BaseModel], document: object) -> str:
    """The first fault of a document that `model` refused; lists of keyed entities are named by their keys."""
    return fault_sentence(error.errors(include_url=False)[0], model, document)


def fault_sentence(fault: ErrorDetails | Mapping[str, Any], model: type[BaseModel] | None, document: object) -> str:
    """A validation error as a sentence."""
    place = fault["loc"]
    path = path_of(place, document) or "the document"
    seen = MASK if place and place[-1] in SECRETS else shown(fault["input"])
    match fault["type"]:
        case "missing":
            return f"{path} is missing; add it."
        case "extra_forbidden":
            return f"{path} is unknown; {_names_known_at(place[:-1], model, str(place[-1]))}."
        case "too_short" | "string_too_short":
            least, counted = fault["ctx"]["min_length"], "item" if fault["type"] == "too_short" else "characters"
            return f"{path} is {seen}; expected at least {least} {counted}."
        case "value_error":
            return f"{path} is {seen}; {str(fault['msg']).removeprefix('Value error, ')}."
        case _:
            expected = _WORDS.get(fault["type"], str(fault["msg"]).removeprefix("Input should be "))
            return f"{path} is {seen}; expected {expected}."


def path_of(place: Sequence[str | int], document: object) -> str:
    """Where a fault is, such as `people.ada.defaultDn`."""
    parts: list[str] = []
    for step in place:
        inner: object = None
        if isinstance(document, Mapping):
            inner = document.get(step)
        elif isinstance(document, Sequence) and not isinstance(document, str) and isinstance(step, int):
            inner = document[step] if step < len(document) else None
        key = inner.get("key") if isinstance(step, int) and isinstance(inner, Mapping) else None
        parts.append(key if isinstance(key, str) else str(step))
        document = inner
    return ".".join(parts)


def shown(value: object) -> str:
    """A value of the document as JSON, without its secrets, shortened when it is long."""
    try:
        text = json.dumps(_masked(value), ensure_ascii=False)
    except TypeError:
        text = str(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _masked(value: object) -> object:
    if isinstance(value, dict):
        return {name: MASK if name in SECRETS else _masked(inner) for name, inner in value.items()}
    return [_masked(inner) for inner in value] if isinstance(value, list) else value


def _names_known_at(place: Sequence[str | int], model: type[BaseModel] | None, seen: str) -> str:
    for step in place:
        if isinstance(step, str) and model is not None and (inner := _field(model, step)) is not None:
            model = inner
    if model is None:
        return "leave it out"
    names = [info.alias or name for name, info in model.model_fields.items()]
    near = difflib.get_close_matches(seen, names, n=1)
    return f"perhaps {near[0]} was meant" if near else f"expected one of: {', '.join(names)}"


def _field(model: type[BaseModel], alias: str) -> type[BaseModel] | None:
    for name, info in model.model_fields.items():
        if alias in (info.alias, name):
            return _model_in(info.annotation)
    return None


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_in(inner)) is not None), None)
