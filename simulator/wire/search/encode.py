"""A search over what happened, to the answer in GraphQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLResolveInfo,
    GraphQLSyntaxError,
    SelectionNode,
    execute_sync,
    parse,
    validate,
)

from deskproof.simulator.domain.values import MINUTE
from deskproof.simulator.wire.history.encode import check_supervisor
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.search import records
from deskproof.simulator.wire.search.query import Path, fits, grouped, wrong_with
from deskproof.simulator.wire.search.schema import SCHEMA
from deskproof.simulator.wire.search.shapes import SearchAnswer, SearchBody, SearchQuery
from deskproof.simulator.wire.search.tables import SESSION, TASK, Table

MOST_TOKENS = 1_000
"""Words and signs in one query; a query of every field has two hundred."""
LONGEST_SEARCH = 366 * 24 * 60 * MINUTE
"""Milliseconds between `from` and `to`: the vendor's twelve months."""
FOUND_AT_ONCE = 100
"""Records of one page."""


def search(request: WireRequest) -> SearchAnswer:
    """The answer to a query, with what is wrong with it as `errors`. Only for supervisors."""
    check_supervisor(request, request.query_as(SearchQuery).org_id)
    body = request.body_as(SearchBody)
    try:
        document = parse(body.query, max_tokens=MOST_TOKENS)
        if misfits := validate(SCHEMA, document):
            return _refused(misfits)
        result = execute_sync(
            SCHEMA, document, root_value=_root(request),
            variable_values=body.variables, operation_name=body.operation_name,
        )  # fmt: skip
    except GraphQLSyntaxError as error:
        return _refused([error])
    for wrong in result.errors or ():
        if not isinstance(wrong.original_error, GraphQLError | None):
            raise wrong.original_error  # a fault of ours, which is no answer
    return SearchAnswer(data=result.data, errors=_formatted(result.errors or ()))


def _refused(errors: Iterable[GraphQLError]) -> SearchAnswer:
    return SearchAnswer(errors=_formatted(errors))


def _formatted(errors: Iterable[GraphQLError]) -> tuple[dict[str, Any], ...]:
    return tuple(dict(error.formatted) for error in errors)


def _root(request: WireRequest) -> Mapping[str, Callable[..., Any]]:
    """What each query of the schema does."""

    def task_details(info: GraphQLResolveInfo[Any], **given: Any) -> dict[str, Any]:
        return _found(info, records.tasks(request), given, time=given["timeComparator"], name="tasks", table=TASK)

    def agent_session(info: GraphQLResolveInfo[Any], **given: Any) -> dict[str, Any]:
        return _found(info, records.sessions(request), given, time="startTime", name="agentSessions", table=SESSION)

    return {"taskDetails": task_details, "agentSession": agent_session}


def _found(
    info: GraphQLResolveInfo[Any],
    every: Iterable[records.Record],
    given: Mapping[str, Any],
    *,
    time: str,
    name: str,
    table: Table,
) -> dict[str, Any]:
    start, end = given["from"], given["to"]
    if not 0 <= end - start <= LONGEST_SEARCH:
        raise GraphQLError(f"to is {end - start} milliseconds after from; expected 366 days at most, and none before.")
    filters = (given.get("filter"), given.get("extFilter"))
    found: list[Any] = [
        one
        for one in every
        if one[time] is not None and start <= one[time] <= end and all(fits(one, wanted) for wanted in filters)
    ]
    if aggregations := given.get("aggregations"):
        if wrong := next(filter(None, (wrong_with(table, one) for one in aggregations)), None):
            raise GraphQLError(wrong)
        found = grouped(found, _groups(info, name, table), aggregations, *filters)
    begin = _begin((given.get("pagination") or {}).get("cursor", "0"))
    end_of_page = begin + FOUND_AT_ONCE
    return {
        name: found[begin:end_of_page],
        "pageInfo": {"hasNextPage": len(found) > end_of_page, "endCursor": str(min(end_of_page, len(found)))},
    }


def _begin(cursor: str) -> int:
    if not cursor.isdecimal() or len(cursor) > len(str(2**63)):
        raise GraphQLError(f'pagination.cursor is "{cursor}"; expected "0", or the endCursor of the page before.')
    return int(cursor)


def _groups(info: GraphQLResolveInfo[Any], name: str, table: Table) -> Sequence[Path]:
    """The paths of all values that are asked for beside the aggregations: rows are grouped by them."""
    top = [node for field in info.field_nodes for node in _fields(info, field) if node.name.value == name]
    return list(dict.fromkeys(path for node in top for path in _paths(info, node, table)))


def _paths(info: GraphQLResolveInfo[Any], node: FieldNode, table: Table) -> Iterator[Path]:
    for field in _fields(info, node):
        kind = table.get(field.name.value)
        if isinstance(kind, str):
            yield (field.name.value,)
        elif kind is not None:
            inner = kind[0] if isinstance(kind, tuple) else kind
            yield from ((field.name.value, *path) for path in _paths(info, field, inner))


def _fields(info: GraphQLResolveInfo[Any], node: FieldNode) -> Iterator[FieldNode]:
    yield from _flat(info, node.selection_set.selections if node.selection_set else ())


def _flat(info: GraphQLResolveInfo[Any], selections: Iterable[SelectionNode]) -> Iterator[FieldNode]:
    """The fields of a selection, with those of its fragments."""
    for node in selections:
        if isinstance(node, FieldNode):
            yield node
        elif isinstance(node, FragmentSpreadNode):
            yield from _flat(info, info.fragments[node.name.value].selection_set.selections)
        else:
            yield from _flat(info, node.selection_set.selections)  # type: ignore[attr-defined]
