"""How much a simulator holds at most, so that a client that goes on without end costs nobody else. The values are
settings of the process (`python -m deskproof.simulator --help`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import wraps
from typing import Any

import click

MOST_TENANTS = 2_000
MOST_CONVERSATIONS = 10_000
MOST_CONNECTIONS = 100
MOST_CLIENTS = 100
MOST_ENTRIES = 1_000_000


class TooMany(Exception):
    """There are as many of something as the simulator holds; the message is a sentence."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How many there may be at a time: open tenants; conversations of a tenant; subscriptions of an agent, open or
    waiting for their socket; registered Mercury clients of an agent, of which the oldest goes for a new one; entries of
    the journal of a tenant, which takes no command when it is full, while time goes on and clients leave. Each has an
    option of the command line, `--most-` and its name, whose help it `says`.
    """

    tenants: int = field(default=MOST_TENANTS, metadata={"says": "Tenants that may be open at a time."})
    conversations: int = field(
        default=MOST_CONVERSATIONS, metadata={"says": "Conversations that a tenant may have at a time."}
    )
    connections: int = field(
        default=MOST_CONNECTIONS, metadata={"says": "Subscriptions that an agent may have at a time."}
    )
    clients: int = field(
        default=MOST_CLIENTS,
        metadata={"says": "Mercury clients that an agent may have registered; the oldest goes."},
    )
    entries: int = field(
        default=MOST_ENTRIES,
        metadata={"says": "Entries of a tenant's journal, from which on the tenant takes no command."},
    )

    def require_tenant(self, there_are: int) -> None:
        """`TooMany` where one more tenant would be too many."""
        _require(there_are, self.tenants, "tenants are open", "close one, or start the simulator with --most-tenants")

    def require_conversation(self, there_are: int) -> None:
        """`TooMany` where one more conversation of a tenant would be too many."""
        _require(
            there_are,
            self.conversations,
            "conversations go on in this tenant",
            "end one, or start the simulator with --most-conversations",
        )

    def require_connection(self, there_are: int) -> None:
        """`TooMany` where one more subscription of an agent would be too many."""
        _require(
            there_are,
            self.connections,
            "subscriptions of this agent are open or wait for their socket",
            "close one, or start the simulator with --most-connections",
        )

    def require_entry(self, there_are: int) -> None:
        """`TooMany` where the journal of a tenant is full."""
        _require(
            there_are,
            self.entries,
            "entries are in the journal of this tenant",
            "go on with a new tenant, or start the simulator with --most-entries",
        )


def limit_options(command: Callable[..., None]) -> Callable[..., None]:
    """The command with an option for each of the simulator's limits, which it gets as `limits`."""

    @wraps(command)
    def limited(**given: Any) -> None:
        limits = Limits(**{each.name: given.pop(f"most_{each.name}") for each in fields(Limits)})
        command(limits=limits, **given)

    for each in reversed(fields(Limits)):
        limited = click.option(
            f"--most-{each.name}",
            type=click.IntRange(1),
            default=each.default,
            show_default=True,
            help=each.metadata["says"],
        )(limited)
    return limited


def _require(there_are: int, most: int, what: str, remedy: str) -> None:
    if there_are >= most:
        raise TooMany(f"{there_are} {what}, as many as this simulator holds; {remedy}.")
