"""How a JSON document reads otherwise: what a fault changes in an answer or a frame.

Rule: a path is the names of members and the numbers of items, joined by dots, such as `data.0.name`; `*` is every
member or item. A path that leads nowhere changes nothing. The document itself stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Json: TypeAlias = Any
"""Any result of `json.loads`."""

EACH = "*"
_GONE = object()
PATH = r"^[^.]+(\.[^.]+)*$"


@dataclass(frozen=True, kw_only=True)
class Alteration:
    """At each path of `set` is its value; a member that is not there is added. What `remove` names is gone."""

    set: Mapping[str, Json] = field(default_factory=dict)
    remove: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.set or self.remove)

    def of(self, document: Json) -> Json:
        """The document as it then reads."""
        altered = deepcopy(document)
        for path, value in self.set.items():
            for container, key in _places(altered, path, added=True):
                container[key] = deepcopy(value)
        gone = [place for path in self.remove for place in _places(altered, path)]
        for container, key in gone:
            container[key] = _GONE
        return _without_gone(altered) if gone else altered


def _places(document: Json, path: str, *, added: bool = False) -> Iterator[tuple[Json, Any]]:
    """The container and the key or index of everything at a path; with `added` also of a member that is not there."""
    *steps, last = path.split(".")
    containers = [document]
    for step in steps:
        containers = [container[key] for container in containers for key in _keys(container, step)]
    for container in containers:
        if added and isinstance(container, dict) and last != EACH:
            yield container, last
        else:
            yield from ((container, key) for key in _keys(container, last))


def _keys(container: Json, step: str) -> list[Any]:
    match container:
        case dict():
            return list(container) if step == EACH else [step] if step in container else []
        case list() if step == EACH:
            return list(range(len(container)))
        case list() if step.isdecimal() and int(step) < len(container):
            return [int(step)]
        case _:
            return []


def _without_gone(value: Json) -> Json:
    match value:
        case dict():
            return {name: _without_gone(inner) for name, inner in value.items() if inner is not _GONE}
        case list():
            return [_without_gone(inner) for inner in value if inner is not _GONE]
        case _:
            return value
