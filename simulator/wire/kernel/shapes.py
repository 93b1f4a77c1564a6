"""The root of all JSON shapes of the wire: camelCase names, nothing unknown, nothing coerced.

A request that does not fit is the client's fault (`BadRequest`); an answer that does not fit cannot be built,
because building it validates it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from deskproof.simulator.wire.kernel.json_text import Unreadable, read_object

S = TypeVar("S", bound="Shape")


class Shape(BaseModel):
    """Root of all shapes; the body of an answer or frame is `to_text()` of one. What a shape writes otherwise than its
    fields, its serializers say, never an override.
    """

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        defer_build=True,
    )

    def to_json(self) -> dict[str, object]:
        """The shape as the wire shows it."""
        return self.model_dump(mode="json", by_alias=True)

    def to_text(self) -> str:
        """`to_json()` as JSON."""
        return self.model_dump_json(by_alias=True)


class Query(Shape):
    """The query of a request. Its values come as text, so they are converted; an unknown one is still refused."""

    model_config = ConfigDict(strict=False)


class BadRequest(Exception):
    """A request that does not fit the catalogue; the message says what was seen and what was expected."""


def body_of(model: type[S], raw: bytes) -> S:
    """The body of a request; an absent one counts as `{}`. `BadRequest` when it does not fit."""
    try:
        read_object(raw or b"{}")
    except Unreadable as error:
        raise BadRequest(f"The body {error}; {_known(model)}.") from None
    try:
        return model.model_validate_json(raw or b"{}")
    except ValidationError as error:
        raise BadRequest(_sentence("body", model, error)) from None


def query_of(model: type[S], raw: Mapping[str, str]) -> S:
    """The query of a request. `BadRequest` when it does not fit."""
    try:
        return model.model_validate(dict(raw))
    except ValidationError as error:
        raise BadRequest(_sentence("query", model, error)) from None


def attributes(shape: type[Shape]) -> frozenset[str]:
    """The names of a shape's fields as the wire has them."""
    return frozenset(field.alias or name for name, field in shape.model_fields.items())


def _sentence(part: str, model: type[BaseModel], error: ValidationError) -> str:
    """One sentence for all faults; the values themselves stay out, they may be secret."""
    faults = "; ".join(
        f"{'.'.join(str(step) for step in fault['loc']) or part}: {fault['msg'].lower()}"
        for fault in error.errors(include_input=False, include_url=False, include_context=False)
    )
    return f"The {part} does not fit ({faults}); {_known(model)}."


def _known(model: type[BaseModel]) -> str:
    names = ", ".join(field.alias or name for name, field in model.model_fields.items())
    return f"known here: {names or 'nothing'}"


class NoBody(Shape):
    """`{}` or nothing."""


class NoQuery(Query):
    """No query."""


class Anything(Shape):
    """A body that the product accepts without reading it (metrics, uploaded logs)."""

    model_config = ConfigDict(extra="allow")


class Unread(Shape):
    """A body that is not JSON and is not read (the logs themselves)."""


class AnyQuery(Query):
    """A query that the product accepts without reading it."""

    model_config = ConfigDict(extra="allow")


class Accepted(Shape):
    """`{}`: the request was accepted; its outcome is a frame (PROTOCOL 1)."""
