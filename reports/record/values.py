"""What every value of the record is made of: text that is safe to show, tables, durations, and their JSON format."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel

from deskproof.reports.text.visible import visible

JSON = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="ignore", ser_json_inf_nan="null")


def _visible(value: object) -> object:
    return visible(value) if isinstance(value, str) else value


def _whole(value: object) -> object:
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


Verbatim = Annotated[str, BeforeValidator(_whole)]
"""Verbatim text, which is never shown; lone surrogates, which cannot be encoded, become question marks."""

Text = Annotated[str, BeforeValidator(_visible)]
"""Free text from outside (a page, a file, an exception), with its control characters made visible."""

Table = tuple[tuple[Text, ...], ...]
Milliseconds = Annotated[float, Field(ge=0)]
