"""The entry of the wire catalogue for searches."""

from __future__ import annotations

from deskproof.simulator.wire.kernel.addresses import Service
from deskproof.simulator.wire.kernel.operation import Operation, Reads
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.search import shapes


def _search(request: WireRequest) -> shapes.SearchAnswer:
    from deskproof.simulator.wire.search.encode import search  # GraphQL is loaded with the first search only

    return search(request)


SEARCH_OPERATIONS: tuple[Operation, ...] = (
    Operation(
        name="search", method="POST", service=Service.GATEWAY, path="/search", does=Reads(read=_search),
        query=shapes.SearchQuery, body=shapes.SearchBody, answer=shapes.SearchAnswer,
        source="Search tasks of the public API, and the vendor's GraphQL samples",
        differs="Every supervisor may ask, without a separate scope. Of the queries, `taskDetails` and `agentSession`, "
        "of their fields those in `search/tables.py`; no `match`, no sorting, no intervals. The words of `status` and "
        "`state`, the size of a page and the answer to a query with errors (200, as GraphQL has it) are guesses.",
    ),
)  # fmt: skip
