"""Pages of lists, as the vendor's client requests them: filter, search, order, attributes, page (PROTOCOL 3.3, 5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, TypeAlias

from pydantic import JsonValue, SkipValidation, model_serializer

from deskproof.simulator.wire.kernel.shapes import BadRequest, Query, Shape, attributes

Item: TypeAlias = Mapping[str, JsonValue]

Rows: TypeAlias = Annotated[tuple[dict[str, JsonValue], ...], SkipValidation]
"""Items of a list, which were checked when their own shapes were built."""


class ListQuery(Query):
    """The query of a list: a page, the items that fit a filter or search, some attributes, an order."""

    page: int = 0
    page_size: int = 100
    filter: str | None = None
    search: str | None = None
    attributes: str | None = None
    sort: str | None = None
    """`name,ASC`."""
    sort_by: str | None = None
    sort_order: str | None = None
    desktop_profile_filter: bool | None = None
    provisioning_view: bool | None = None
    single_object_response: bool | None = None
    agent_view: bool | None = None


class Meta(Shape):
    """Where a page is in its list; pages count from 0."""

    page: int
    page_size: int
    total_pages: int
    total_records: int
    orgid: str


class Page(Shape):
    """One page of a list. Items were built from their own shape; those of a list with `attributes` hold only these."""

    meta: Meta
    data: Rows


class Bare(Shape):
    """A `data` list without pages."""

    data: Rows


class Items(Shape):
    """A bare array."""

    items: Rows

    @model_serializer
    def _bare(self) -> Sequence[Item]:
        return self.items


LARGEST_PAGE = 100


_Items: TypeAlias = list[dict[str, JsonValue]]


_TERM = re.compile(r"""(?P<field>\w+)(?P<operator>=in=|=out=|==|!=)(?P<value>\([^()]*\)|"[^"]*"|[^;,()"]+)""")


@dataclass(frozen=True, kw_only=True)
class _Term:
    """One term of a filter: the values that a field may have, or, where not `included`, may not have."""

    field: str
    values: frozenset[str]
    included: bool

    def fits(self, item: Item) -> bool:
        """Whether an item satisfies the term."""
        return (_text(item[self.field]) in self.values) is self.included


def page_of(items: Iterable[Shape], query: ListQuery, org_id: str, *, shape: type[Shape] | None = None) -> Page:
    """The requested page. `shape` is the shape of the items, for lists that may be empty. `BadRequest` when the
    query names what the items do not have, or cannot be read.
    """
    everything = [_json(item) for item in items]
    known = attributes(shape) if shape else frozenset(everything[0]) if everything else None
    terms = _terms(query.filter)
    for term in terms:
        _known(term.field, known)
    found = [item for item in everything if _fits(item, query, terms)]
    found = _ordered(found, query, known)
    size = query.page_size
    if query.page < 0 or not 1 <= size <= LARGEST_PAGE:
        raise BadRequest(f"Page {query.page} of size {size} was requested; pages count from 0, sizes go from 1 to 100.")
    page = found[query.page * size : (query.page + 1) * size]
    meta = Meta(
        page=query.page, page_size=size, total_pages=-(-len(found) // size), total_records=len(found), orgid=org_id
    )
    return Page(meta=meta, data=tuple(_only(item, query.attributes, known) for item in page))


def requested_ids(query: ListQuery) -> frozenset[str] | None:
    """The ids to which a filter such as `id=in=(a,b)` limits a list; None when other items may fit too."""
    named = [term.values for term in _terms(query.filter) if term.field == "id" and term.included]
    return frozenset.intersection(*named) if named else None


def _json(item: Shape) -> dict[str, JsonValue]:
    return item.model_dump(mode="json", by_alias=True)


def _fits(item: Item, query: ListQuery, terms: Iterable[_Term]) -> bool:
    searched = (query.search or "").strip().casefold()
    if searched and searched not in " ".join(str(item.get(part, "")) for part in ("name", "number")).casefold():
        return False
    return all(term.fits(item) for term in terms)


@lru_cache(maxsize=64)
def _terms(text: str | None) -> tuple[_Term, ...]:
    """The terms of a filter such as `id=in=(a,b);active==true`, all of which an item has to satisfy (RSQL). Cached,
    because a client sends the same filter with every page.
    """
    terms = []
    for term in filter(None, (text or "").split(";")):
        parts = _TERM.fullmatch(term.strip())
        if parts is None:
            raise BadRequest(
                f'The filter term "{term}" cannot be read; expected a term such as id=in=(a,b) or name=="Support".'
            )
        values = frozenset(value.strip().strip("\"'").casefold() for value in parts["value"].strip("()").split(","))
        terms.append(_Term(field=parts["field"], values=values, included=parts["operator"] in ("=in=", "==")))
    return tuple(terms)


def _ordered(items: _Items, query: ListQuery, known: frozenset[str] | None) -> _Items:
    field, _, order = (query.sort or "").partition(",")
    field, order = query.sort_by or field, query.sort_order or order or "ASC"
    if order.upper() not in ("ASC", "DESC"):
        raise BadRequest(f'The order "{order}" was requested; expected ASC or DESC.')
    if not field:
        return items
    _known(field, known)
    return sorted(items, key=lambda item: _text(item[field]), reverse=order.upper() == "DESC")


def _only(item: dict[str, JsonValue], attributes: str | None, known: frozenset[str] | None) -> dict[str, JsonValue]:
    if not attributes:
        return item
    requested = {_known(name.strip(), known) for name in attributes.split(",")}
    return {name: value for name, value in item.items() if name in requested}


def _known(field: str, known: frozenset[str] | None) -> str:
    if known is not None and field not in known:
        raise BadRequest(f'The attribute "{field}" was requested; known here: {", ".join(sorted(known))}.')
    return field


def _text(value: JsonValue) -> str:
    return str(value).casefold()


def _bare(item: Shape) -> Bare:
    return Bare(data=(item.model_dump(mode="json", by_alias=True),))
