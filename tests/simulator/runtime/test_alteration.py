"""How a document reads otherwise: values at paths, and what is gone."""

from __future__ import annotations

import json
from typing import Any

import pytest

from deskproof.simulator.runtime.alteration import Alteration

TEAMS: dict[str, Any] = {
    "data": [{"id": "1", "name": "Support"}, {"id": "2", "name": "Sales"}, {"id": "3", "name": "Returns"}],
    "page": {"number": 0},
}


@pytest.mark.parametrize(
    ("document", "set_", "remove", "expected"),
    [
        ({"a": 1}, {"a": None}, (), {"a": None}),
        ({"a": 1}, {"b": 2}, (), {"a": 1, "b": 2}),
        ({"a": {"b": 1}}, {"a.b": {"c": 2}, "a.b.c": 3}, (), {"a": {"b": {"c": 3}}}),
        ({"a": [1, 2]}, {"a.1": 3}, (), {"a": [1, 3]}),
        ({"a": [1, 2]}, {"a.*": 0}, (), {"a": [0, 0]}),
        ({"a": 1, "b": 2}, {"*": 0}, (), {"a": 0, "b": 0}),
        ([{"a": 1}, {"a": 2}], {"*.a": 3}, (), [{"a": 3}, {"a": 3}]),
        ({"a": [1, 2, 3]}, {}, ("a.0", "a.1"), {"a": [3]}),
        ({"a": [1, 2, 3]}, {}, ("a.*", "a"), {}),
        ([{"a": 1, "b": 2}, {"b": 3}], {}, ("*.a",), [{"b": 2}, {"b": 3}]),
    ],
)
def test_what_it_comes_to(document: Any, set_: dict[str, Any], remove: tuple[str, ...], expected: Any) -> None:
    before = json.dumps(document)
    assert Alteration(set=set_, remove=remove).of(document) == expected
    assert json.dumps(document) == before


@pytest.mark.parametrize("path", ["data.3.name", "data.first", "data.-1", "nothing.name", "page.number.low", "data.²"])
def test_a_path_that_leads_nowhere_changes_nothing(path: str) -> None:
    assert Alteration(set={path: "another"}, remove=(path,)).of(TEAMS) == TEAMS


@pytest.mark.parametrize("document", [None, 1, "text", []])
def test_what_has_no_members_stays_as_it_is(document: Any) -> None:
    assert Alteration(set={"a": 1, "0": 1}, remove=("*",)).of(document) == document


def test_values_are_not_shared_with_what_they_are_set_in() -> None:
    alteration = Alteration(set={"*": {"n": 1}, "0.n": 2})
    assert alteration.of([0, 0]) == [{"n": 2}, {"n": 1}]
    assert alteration.of([0, 0]) == [{"n": 2}, {"n": 1}]


def test_one_without_changes_is_false() -> None:
    assert not Alteration()
    assert Alteration(remove=("a",))
