"""Shapes of a search: a GraphQL request and its response."""

from __future__ import annotations

from typing import Any

from pydantic import model_serializer

from deskproof.simulator.wire.kernel.shapes import Query, Shape


class SearchQuery(Query):
    org_id: str | None = None


class SearchBody(Shape):
    query: str
    variables: dict[str, Any] | None = None
    operation_name: str | None = None


class SearchAnswer(Shape):
    """`data` is None where nothing could be executed. `errors` are left out where there are none, as GraphQL wants."""

    data: dict[str, Any] | None = None
    errors: tuple[dict[str, Any], ...] = ()

    @model_serializer
    def _without_empty(self) -> dict[str, Any]:
        return {"data": self.data, "errors": self.errors} if self.errors else {"data": self.data}
