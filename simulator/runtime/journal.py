"""The journal of a tenant: commands, events, rejections and fired faults, in order, with cause and instant.

Equal scenarios give equal journals: nothing that differs between two runs (tenant ids, tokens, tracking ids, reads that
change nothing) is written here. Secrets are masked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum, StrEnum
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeAlias

from deskproof.simulator.domain.configuration import Configuration
from deskproof.simulator.domain.conversations.model import Conversation
from deskproof.simulator.domain.monitoring.model import Monitoring
from deskproof.simulator.domain.sessions.model import AgentSession
from deskproof.simulator.domain.subscriptions.model import Subscription
from deskproof.simulator.domain.values import Instant, Secret

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"

MASK = "•••"


class EntryKind(StrEnum):
    """What an entry records."""

    COMMAND = "command"
    EVENT = "event"
    REJECTION = "rejection"
    FAULT = "fault"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Entry:
    """One line of the journal; `cause` names the trigger: a wire operation, a control operation, or the clock."""

    seq: int
    at: Instant
    kind: EntryKind
    name: str
    cause: str
    described: Callable[[], Mapping[str, Json]]

    def __repr__(self) -> str:
        return f"Entry({self.seq}, {self.at}, {self.kind.value}, {self.name}, {self.cause}, {self.data})"

    @cached_property
    def data(self) -> Mapping[str, Json]:
        """What it is about, described when it is first read: most of a long journal never is."""
        return self.described()


class Journal:
    """Appended to, never changed. Readers can wait for an entry."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._awaited: asyncio.Event | None = None

    def __len__(self) -> int:
        return len(self._entries)

    def append(
        self, *, at: Instant, kind: EntryKind, name: str, cause: str, described: Callable[[], Mapping[str, Json]]
    ) -> Entry:  # fmt: skip
        """Write the next entry and wake the readers that wait for it. `described` gives its data, always the same."""
        entry = Entry(seq=len(self._entries) + 1, at=at, kind=kind, name=name, cause=cause, described=described)
        self._entries.append(entry)
        if self._awaited is not None:
            self._awaited.set()
            self._awaited = None
        return entry

    def after(self, seq: int = 0) -> tuple[Entry, ...]:
        """The entries with a higher number than `seq`."""
        return tuple(self._entries[max(seq, 0) :])

    async def wait_for(self, expected: Callable[[Entry], bool], *, after: int = 0) -> Entry:
        """The first entry after `after` for which `expected` is true; waits for it without a timeout."""
        seen = after
        while True:
            for entry in self.after(seen):
                if expected(entry):
                    return entry
                seen = entry.seq
            self._awaited = self._awaited or asyncio.Event()
            await self._awaited.wait()


def describe_parts(value: DataclassInstance, keys: Mapping[str, str]) -> dict[str, Json]:
    """The parts of a command or event for the journal.

    An id is replaced by the configured key or the name that `keys` has for it. The parts of a session, conversation,
    monitoring task or subscription are beside the event's own; a configuration is left out, because its changes are
    described in words.
    """
    described: dict[str, Json] = {}
    for part, name, name_of_key in _parts(type(value)):
        inner = getattr(value, part)
        if isinstance(inner, Configuration):
            continue
        if isinstance(inner, AgentSession | Conversation | Monitoring | Subscription):
            described |= describe_parts(inner, keys)
        elif name_of_key is not None and inner in keys:
            described[name_of_key] = keys[inner]
        else:
            described[name] = describe(inner, keys)
    return described


@cache
def _parts(type_: type[DataclassInstance]) -> tuple[tuple[str, str, str | None], ...]:
    """Each part of a command or event: its own name, the journal's, and the journal's where it is an id with a key."""
    return tuple(
        (
            part.name,
            camel(part.name),
            camel(part.name.removesuffix("_id")) if part.name == "id" or part.name.endswith("_id") else None,
        )
        for part in fields(type_)
    )


def describe(value: object, keys: Mapping[str, str]) -> Json:
    """A command, event or value as JSON for the journal: camelCase, secrets masked."""
    match value:
        case Secret():
            return MASK
        case Enum():
            return str(value.value)
        case None | bool() | int() | float() | str():
            return value
        case tuple() | list() | frozenset():
            return [describe(item, keys) for item in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return describe_parts(value, keys)
        case _:
            raise TypeError(f"the journal cannot hold a {type(value).__name__}")


def camel(name: str) -> str:
    """A name in snake_case as the journal has it, such as `agentId`."""
    first, *rest = name.split("_")
    return first + "".join(word.title() for word in rest)
