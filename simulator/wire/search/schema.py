"""The schema of searches, made from the tables of fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError, GraphQLScalarType, GraphQLSchema, build_schema

from deskproof.simulator.wire.search.tables import (
    ACTIVITY_FILTER,
    SESSION,
    SESSION_FILTER,
    TASK,
    TASK_FILTER,
    Table,
)

_COMMON = """
scalar Long
enum ChannelType { telephony chat email social }
enum QueryTimeType { createdTime endedTime }
enum AggregationType { count min max sum average cardinality }
input Pagination { cursor: String! }
input StringFilter { equals: String notequals: String contains: String }
input ChannelTypeFilter { equals: ChannelType notequals: ChannelType }
input BooleanFilter { equals: Boolean notequals: Boolean }
input IntFilter { equals: Int notequals: Int gt: Int gte: Int lt: Int lte: Int }
input LongFilter { equals: Long notequals: Long gt: Long gte: Long lt: Long lte: Long }
type AggregationResult { name: String! value: Float }
type PageInfo { hasNextPage: Boolean! endCursor: String! }
input TaskV2Aggregation { field: String! type: AggregationType! name: String! filter: TaskDetailsFilters }
input AgentSessionV2Aggregation {
  field: String! type: AggregationType! name: String! filter: AgentSessionFilters extFilter: AgentSessionSpecificFilters
}
type TaskDetailsList { tasks: [TaskDetails!]! pageInfo: PageInfo! }
type AgentSessions { agentSessions: [AgentSession!]! pageInfo: PageInfo! }
type Query {
  taskDetails(
    from: Long! to: Long! timeComparator: QueryTimeType! = createdTime filter: TaskDetailsFilters
    aggregations: [TaskV2Aggregation!] pagination: Pagination
  ): TaskDetailsList
  agentSession(
    from: Long! to: Long! filter: AgentSessionFilters extFilter: AgentSessionSpecificFilters
    aggregations: [AgentSessionV2Aggregation!] pagination: Pagination
  ): AgentSessions
}
"""
_AGGREGATION = "aggregation: [AggregationResult!]"


@dataclass(frozen=True, kw_only=True)
class _Form:
    """How a table is written: as a type of answers, or as an input that filters. `{}` is the name of a kind or type."""

    keyword: str
    leaf: str
    one: str
    many: str
    always: tuple[str, ...] = ()


_TYPE = _Form(keyword="type", leaf="{}", one="{}!", many="[{}!]!")
_FILTER = _Form(keyword="input", leaf="{}Filter", one="{}", many="{}", always=("and: [{}!]", "or: [{}!]"))


def _written(form: _Form, name: str, table: Table, *more: str) -> Iterator[str]:
    """The definitions of a table and of what is in it, innermost first."""
    lines = [*more, *(line.format(name) for line in form.always)]
    for field, kind in table.items():
        if isinstance(kind, str):
            lines.append(f"{field}: {form.leaf.format(kind)}")
            continue
        inner = name + field[0].upper() + field[1:]
        yield from _written(form, inner, kind[0] if isinstance(kind, tuple) else kind)
        lines.append(f"{field}: {(form.many if isinstance(kind, tuple) else form.one).format(inner)}")
    yield f"{form.keyword} {name} {{ {' '.join(lines)} }}"


def _long(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise GraphQLError(f"{value!r} is not a whole number.")
    return value


def _made() -> GraphQLSchema:
    texts = (
        _COMMON,
        *_written(_TYPE, "TaskDetails", TASK, _AGGREGATION),
        *_written(_TYPE, "AgentSession", SESSION, _AGGREGATION),
        *_written(_FILTER, "TaskDetailsFilters", TASK_FILTER),
        *_written(_FILTER, "AgentSessionFilters", SESSION_FILTER),
        *_written(_FILTER, "AgentSessionSpecificFilters", ACTIVITY_FILTER),
    )
    schema = build_schema("\n".join(texts))
    long = schema.type_map["Long"]
    if isinstance(long, GraphQLScalarType):
        long.coerce_input_value = _long
    return schema


SCHEMA = _made()
