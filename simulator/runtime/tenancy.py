"""A running tenant: the aggregate, its clock, journal and mailboxes, and the only way to change it, `submit`."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from deskproof.simulator.domain.accounts.rules import CODE_DIGITS
from deskproof.simulator.domain.commands import Command, Disconnect, StartMonitoring, Wake
from deskproof.simulator.domain.configuration import Configuration
from deskproof.simulator.domain.events import Event
from deskproof.simulator.domain.history import Happened
from deskproof.simulator.domain.rejection import Rejection
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.tenant import Tenant
from deskproof.simulator.domain.values import AgentId, Instant, Secret
from deskproof.simulator.runtime.clock import Clock, showable
from deskproof.simulator.runtime.faults import Faults
from deskproof.simulator.runtime.journal import EntryKind, Journal, Json, describe_parts
from deskproof.simulator.runtime.limits import Limits
from deskproof.simulator.runtime.mailbox import Mailboxes
from deskproof.simulator.runtime.sound.hearing import Hearing
from deskproof.simulator.runtime.traffic import Traffic

UNREADABLE_FRAME = "UNREADABLE_FRAME"
"""What the journal calls the rejection of a frame on a socket that cannot be read."""
UNREAD_FRAMES = "UNREAD_FRAMES"
"""What the journal calls the end of a socket whose client does not read."""

Listener = Callable[[Event, Instant], None]


@dataclass(frozen=True, kw_only=True)
class Origins:
    """The origins of a tenant: its desktop and API, its identity provider, its Teams sign-in."""

    desktop: str
    identity: str
    teams: str


class Services(Protocol):
    """What the product stores for one tenant: sockets, calls, tokens, sign-ins in progress."""

    @property
    def connected(self) -> bool:
        """Whether a client has a notification socket open."""

    def detach(self) -> None:
        """End all of it, because the tenant is closed."""

    async def settled(self) -> None:
        """Return when everything has ended."""


class Tenancy:
    """A running tenant. Everything that changes it goes through `submit`, so the journal is complete."""

    def __init__(
        self,
        *,
        id_: str,
        org_id: str,
        origins: Origins,
        configuration: Configuration,
        clock: Clock,
        seed: int,
        limits: Limits = Limits(),
    ) -> None:
        self.id = id_
        self.org_id = org_id
        self.origins = origins
        self.seed = seed
        self.limits = limits
        self.clock = clock
        self.journal = Journal()
        self.mailboxes = Mailboxes()
        self.traffic = Traffic()
        self.faults = Faults(journal=self.journal, now=clock.now, seed=seed)
        self.happened: list[Happened] = []
        """Every event, for whoever asks afterwards; the journal describes the same in words."""
        self.services: Services | None = None
        self._tenant = tenant = Tenant(configuration)
        self.hearing = Hearing(lambda: tenant.state)
        self._listeners: list[Listener] = []
        self._chance = random.Random(seed)  # noqa: S311  codes must be the same in equal runs
        self._counts: dict[str, int] = {}
        self._names: Mapping[str, str] = {}
        self._alarm: asyncio.Task[None] | None = None
        self._alarm_at: Instant | None = None
        self.closed = asyncio.Event()

    @property
    def state(self) -> TenantState:
        """The tenant's present state."""
        return self._tenant.state

    @property
    def configuration(self) -> Configuration:
        """The tenant's present configuration."""
        return self._tenant.state.configuration

    def next_deadline(self) -> Instant | None:
        """The next instant at which something is due; None where nothing is."""
        return self._tenant.next_deadline()

    def next_id(self, kind: str) -> str:
        """The next id of a kind, such as `c-0001`: counted per tenant, so equal runs give equal ids."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{kind}-{self._counts[kind]:04}"

    def six_digits(self) -> Secret:
        """A confirmation code, from the tenant's own seed."""
        return Secret(f"{self._chance.randrange(10**CODE_DIGITS):0{CODE_DIGITS}}")

    def listen(self, listener: Listener) -> None:
        """Call the listener with every event and its instant, in order, right after the event was applied."""
        self._listeners.append(listener)

    def submit(self, command: Command, *, cause: str) -> tuple[Event, ...]:
        """Carry out a command: ask the core, write the journal, call the listeners. The events, in order.

        `cause` is the operation or trigger that the journal names. A `Rejection` of the core is recorded and raised.
        `TooMany` where the journal is full; only time goes on then, and clients leave.
        """
        if not isinstance(command, Wake | Disconnect):
            self.limits.require_entry(len(self.journal))
        now = self.clock.now()
        name = type(command).__name__
        if not isinstance(command, Wake):
            self._write(now, EntryKind.COMMAND, name, cause, command)
        try:
            events = self._tenant.handle(command, now)
        except Rejection as refusal:
            self._publish(refusal.events, now, name)
            data = {"code": refusal.reason.value, "message": refusal.message, "field": refusal.field, "command": name}
            self.journal.append(
                at=now, kind=EntryKind.REJECTION, name=refusal.reason.value, cause=cause, described=lambda: data
            )
            raise
        finally:
            self._set_alarm()
        self._publish(events, now, name if not isinstance(command, Wake) else cause)
        return events

    def refuse_frame(self, code: str, sentence: str, *, agent_id: AgentId, cause: str) -> None:
        """Write in the journal why a socket closes: `UNREADABLE_FRAME` or `UNREAD_FRAMES`; nothing changed."""
        agent = self.configuration.keys_by_id.get(agent_id, agent_id)
        data = {"code": code, "message": sentence, "field": None, "agent": agent}
        self.journal.append(
            at=self.clock.now(), kind=EntryKind.REJECTION, name=code, cause=cause, described=lambda: data
        )

    def advance(self, milliseconds: int) -> Instant:
        """Move time forward, stopping at every deadline on the way to do what is due there. `OutOfTime`, and nothing
        has moved, where no clock can show the target.
        """
        target = showable(self.clock.now() + milliseconds)
        while (deadline := self._tenant.next_deadline()) is not None and deadline <= target:
            self.clock.move_to(max(deadline, self.clock.now()))
            self.submit(Wake(), cause="clock")
        self.clock.move_to(max(target, self.clock.now()))
        self._set_alarm()
        return self.clock.now()

    def run_to_next_deadline(self) -> Instant | None:
        """Move time to the next deadline and do what is due; None when nothing is."""
        deadline = self._tenant.next_deadline()
        return None if deadline is None else self.advance(max(0, deadline - self.clock.now()))

    def run_clock(self) -> None:
        """Let the clock go on with real time from where it is."""
        self.clock.run()
        self._set_alarm()

    def close(self) -> None:
        """Stop waiting for deadlines, and set `closed`, which ends every wait for a fact.

        Whatever refers to the tenant is let go of, so that its memory is free when the last request has ended, without
        Python's collector, which looks at old objects seldom.
        """
        self.closed.set()
        self._stop_alarm()
        self._listeners.clear()
        self.faults.close()
        self.hearing.close()
        self.services = None

    def _publish(self, events: tuple[Event, ...], now: Instant, cause: str) -> None:
        for event in events:
            self._write(now, EntryKind.EVENT, type(event).__name__, cause, event)
            self.happened.append(Happened(at=now, event=event))
            self.mailboxes.take(event, now)
            for listener in self._listeners:
                listener(event, now)

    def _write(self, now: Instant, kind: EntryKind, name: str, cause: str, what: Command | Event) -> None:
        if isinstance(what, StartMonitoring) and what.monitoring_id not in self._names:
            # The client draws this id at random; equal runs give equal journals, so the journal has a name for it.
            self._names = {**self._names, what.monitoring_id: self.next_id("monitoring")}
        keys, names = self.configuration.keys_by_id, self._names
        described = partial(_described, what, keys, names)
        self.journal.append(at=now, kind=kind, name=name, cause=cause, described=described)

    def _set_alarm(self) -> None:
        deadline = None if self.clock.is_frozen else self._tenant.next_deadline()
        if deadline == self._alarm_at:
            return
        self._stop_alarm()
        if deadline is not None:
            self._alarm_at = deadline
            self._alarm = asyncio.get_running_loop().create_task(self._wake_at(deadline))

    def _stop_alarm(self) -> None:
        self._alarm_at = None
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None

    async def _wake_at(self, deadline: Instant) -> None:
        await self.clock.reach(deadline)
        self._alarm = self._alarm_at = None
        self.submit(Wake(), cause="clock")


def _described(what: Command | Event, keys: Mapping[str, str], names: Mapping[str, str]) -> Mapping[str, Json]:
    return describe_parts(what, {**keys, **names} if names else keys)
