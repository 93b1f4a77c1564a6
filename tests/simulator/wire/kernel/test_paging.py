"""Pages of lists: filter, search, order, attributes, page, and what of these cannot be read (PROTOCOL 3.3, 5)."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest

from deskproof.simulator.domain.configuration import AuxiliaryCode, Configuration, Team, WorkType
from deskproof.simulator.wire.configuration import shapes
from deskproof.simulator.wire.configuration.encode import teams
from deskproof.simulator.wire.configuration.shapes import OutdialNumberItem, TeamItem
from deskproof.simulator.wire.kernel import paging
from deskproof.simulator.wire.kernel.paging import _TERM, ListQuery, _terms, page_of, requested_ids
from deskproof.simulator.wire.kernel.shapes import BadRequest

ITEMS = tuple(
    OutdialNumberItem(id=id_, name=name, number=number)
    for id_, name, number in (("a", "Support", "100"), ("b", "sales", "200"), ("c", "Returns", "300"))
)


def page(**query: Any) -> Any:
    return page_of(ITEMS, ListQuery(**query), "org").to_json()


def ids(**query: Any) -> list[str]:
    return [item["id"] for item in page(**query)["data"]]


@pytest.mark.parametrize(
    ("number", "size", "found"), [(0, 2, ["a", "b"]), (1, 2, ["c"]), (2, 2, []), (0, 100, ["a", "b", "c"])]
)
def test_pages_count_from_zero(number: int, size: int, found: list[str]) -> None:
    assert ids(page=number, page_size=size) == found
    pages = 2 if size == 2 else 1
    assert page(page=number, page_size=size)["meta"] == {
        "page": number, "pageSize": size, "totalPages": pages, "totalRecords": 3, "orgid": "org",
    }  # fmt: skip


def test_a_page_has_a_hundred_rows_where_no_size_is_requested() -> None:
    items = tuple(OutdialNumberItem(id=str(number), name="N", number="1") for number in range(101))
    first, last = (page_of(items, ListQuery(page=page), "org") for page in (0, 1))
    assert (len(first.data), first.meta.total_pages, len(last.data)) == (100, 2, 1)
    assert page_of(items[:100], ListQuery(), "org").meta.total_pages == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("id=in=(a,c)", ["a", "c"]),
        ('id=in=("a","c")', ["a", "c"]),
        ("id=out=(a,c)", ["b"]),
        ('name=="SALES"', ["b"]),
        ("name==sales", ["b"]),
        ("name!=sales", ["a", "c"]),
        ("id=in=(a,b);name==support", ["a"]),
        ("id=in=(x)", []),
        ("", ["a", "b", "c"]),
        ("id==a;", ["a"]),
        (" id==a ; name==support ", ["a"]),
        ("id=in=( a , c )", ["a", "c"]),
        ("id=in=('a','c')", ["a", "c"]),
        ("id==(a)", ["a"]),
        ("number!=100;number!=200", ["c"]),
        ("id=out=(a);id=out=(b)", ["c"]),
        ('name=="Support"', ["a"]),
    ],
)
def test_filters(text: str, found: list[str]) -> None:
    assert ids(filter=text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SUP", ["a"]),
        ("00", ["a", "b", "c"]),
        ("20", ["b"]),
        ("x", []),
        ("", ["a", "b", "c"]),
        (" sales ", ["b"]),
        ("support 100", ["a"]),
        ("a", ["b"]),
    ],
)
def test_search_looks_at_name_and_number(text: str, found: list[str]) -> None:
    assert ids(search=text) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"sort": "name,ASC"}, ["c", "b", "a"]),
        ({"sort": "name,DESC"}, ["a", "b", "c"]),
        ({"sort": "name"}, ["c", "b", "a"]),
        ({"sort_by": "number", "sort_order": "desc"}, ["c", "b", "a"]),
        ({"sort_by": "number"}, ["a", "b", "c"]),
        ({"sort": "name,desc"}, ["a", "b", "c"]),
        ({"sort": "name,ASC", "sort_by": "number"}, ["a", "b", "c"]),
        ({"sort": "name,ASC", "sort_order": "DESC"}, ["a", "b", "c"]),
        ({"sort_order": "DESC"}, ["a", "b", "c"]),
    ],
)
def test_order(query: dict[str, str], found: list[str]) -> None:
    assert ids(**query) == found


def test_only_the_requested_attributes() -> None:
    assert page(attributes="id,name")["data"][0] == {"id": "a", "name": "Support"}
    assert page(attributes=" name , id")["data"][0] == {"id": "a", "name": "Support"}
    assert page(attributes="", page_size=1)["data"] == [{"id": "a", "name": "Support", "number": "100"}]


def test_filtering_comes_before_paging() -> None:
    assert page(filter="id=in=(b,c)", page_size=1)["meta"]["totalPages"] == 2


def test_an_empty_list_accepts_any_query() -> None:
    query = ListQuery(sort="name,ASC", filter="id==a", attributes="id")
    assert page_of((), query, "org").to_json() == {
        "meta": {"page": 0, "pageSize": 100, "totalPages": 0, "totalRecords": 0, "orgid": "org"}, "data": []
    }  # fmt: skip


TERM = 'The filter term "{}" cannot be read; expected a term such as id=in=(a,b) or name=="Support".'
COLOUR = 'The attribute "colour" was requested; known here: id, name, number.'
SIZES = "Page {} of size {} was requested; pages count from 0, sizes go from 1 to 100."


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"filter": "id"}, TERM.format("id")),
        ({"filter": "id=in=a,b)"}, TERM.format("id=in=a,b)")),
        ({"filter": "id==a;name~x"}, TERM.format("name~x")),
        ({"filter": "colour==red"}, COLOUR),
        ({"attributes": "id,colour"}, COLOUR),
        ({"sort": "colour,ASC"}, COLOUR),
        ({"sort_by": "colour"}, COLOUR),
        ({"sort": "name,UP"}, 'The order "UP" was requested; expected ASC or DESC.'),
        ({"sort_by": "name", "sort_order": "up"}, 'The order "up" was requested; expected ASC or DESC.'),
        ({"page": -1}, SIZES.format(-1, 100)),
        ({"page_size": 0}, SIZES.format(0, 0)),
        ({"page_size": 101}, SIZES.format(0, 101)),
    ],
)
def test_what_cannot_be_read_is_refused(query: dict[str, Any], sentence: str) -> None:
    with pytest.raises(BadRequest) as refused:
        page(**query)
    assert str(refused.value) == sentence


def test_a_filter_that_leaves_nothing_is_still_judged() -> None:
    none = page_of((), ListQuery(filter="id=in=(x)"), "org", shape=OutdialNumberItem)
    assert none.data == ()
    with pytest.raises(BadRequest, match="colour"):
        page_of((), ListQuery(filter="colour==red"), "org", shape=OutdialNumberItem)


@pytest.mark.parametrize(
    ("filter_", "ids"),
    [
        (None, None), ("name==sales", None), ("id=out=(a)", None), ("id!=a", None), ("id==a", {"a"}),
        ("id=in=(a,b);name==sales", {"a", "b"}), ("id=in=(a,b);id=in=(b,c)", {"b"}),
    ],
)  # fmt: skip
def test_the_ids_that_a_filter_leaves(filter_: str | None, ids: set[str] | None) -> None:
    assert requested_ids(ListQuery(filter=filter_)) == ids


def test_what_a_filter_names_is_made_and_nothing_else_and_the_filter_is_read_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    configuration = Configuration(
        teams=tuple(Team(key=f"t-{number}", name=f"Team {number}") for number in range(1_000)),
        auxiliary_codes=(AuxiliaryCode(key="meeting", name="Meeting", work=WorkType.IDLE, default=True),),
    )
    made: list[str] = []
    read: list[str] = []

    class Counted(TeamItem):
        def __init__(self, **parts: Any) -> None:
            made.append(parts["id"])
            super().__init__(**parts)

    class Pattern:
        @staticmethod
        def fullmatch(term: str) -> re.Match[str] | None:
            read.append(term)
            return pattern.fullmatch(term)

    pattern = _TERM
    monkeypatch.setattr(paging, "_TERM", Pattern)
    monkeypatch.setattr(shapes, "TeamItem", Counted)
    _terms.cache_clear()
    ids = [team.id for team in configuration.teams]
    request = SimpleNamespace(
        configuration=configuration,
        place=SimpleNamespace(org_id="org"),
        query_as=lambda _: ListQuery(filter=f"id=in=({','.join(ids[300:400])})"),
    )
    found = teams(request)  # type: ignore[arg-type]  # it looks at no more of a request than this
    assert [row["id"] for row in found.data] == made == ids[300:400]
    assert len(read) == 1
