"""The client of a tenant for asynchronous code: what `TenantControl` does, to be awaited, in any library that anyio
knows.

Each call runs in a worker thread, so that the event loop is free meanwhile. A call that is cancelled is waited for.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from functools import partial, update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeVar

from anyio import to_thread

from deskproof.simulator.control.client import Person, TenantControl

P = ParamSpec("P")
R = TypeVar("R")


def _in_thread(
    method: Callable[Concatenate[TenantControl, P], R],
) -> Callable[Concatenate[AsyncTenant, P], Coroutine[Any, Any, R]]:
    async def call(self: AsyncTenant, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return await to_thread.run_sync(partial(method, self.sync, *args, **kwargs))

    update_wrapper(call, method)
    return call


class AsyncTenant:
    """A tenant; `sync` is the same one for code that does not await."""

    def __init__(self, tenant: TenantControl) -> None:
        self.sync = tenant

    def __repr__(self) -> str:
        return f"AsyncTenant({self.id!r}, {self.desktop_url!r})"

    @property
    def id(self) -> str:
        """The tenant's id."""
        return self.sync.id

    @property
    def org_id(self) -> str:
        """The id of its organisation."""
        return self.sync.org_id

    @property
    def desktop_url(self) -> str:
        """Where its desktop is."""
        return self.sync.desktop_url

    @property
    def identity_url(self) -> str:
        """Where its identity provider is."""
        return self.sync.identity_url

    @property
    def teams_url(self) -> str:
        """Where its Microsoft Teams sign-in is."""
        return self.sync.teams_url

    @property
    def people(self) -> Mapping[str, Person]:
        """Its people, as of its creation or the latest `change` or `reload_people`."""
        return self.sync.people

    change = _in_thread(TenantControl.change)
    configuration = _in_thread(TenantControl.configuration)
    reload_people = _in_thread(TenantControl.reload_people)
    mail = _in_thread(TenantControl.mail)
    journal = _in_thread(TenantControl.journal)
    journal_and_now = _in_thread(TenantControl.journal_and_now)
    traffic = _in_thread(TenantControl.traffic)
    wait_for = _in_thread(TenantControl.wait_for)
    clock = _in_thread(TenantControl.clock)
    now = _in_thread(TenantControl.now)
    advance = _in_thread(TenantControl.advance)
    run_to_next_deadline = _in_thread(TenantControl.run_to_next_deadline)
    freeze = _in_thread(TenantControl.freeze)
    run_clock = _in_thread(TenantControl.run_clock)
    agents = _in_thread(TenantControl.agents)
    customer_calls = _in_thread(TenantControl.customer_calls)
    customer_writes = _in_thread(TenantControl.customer_writes)
    offer_preview = _in_thread(TenantControl.offer_preview)
    customer_hangs_up = _in_thread(TenantControl.customer_hangs_up)
    heard = _in_thread(TenantControl.heard)
    frequencies = _in_thread(TenantControl.frequencies)
    conversations = _in_thread(TenantControl.conversations)
    set_phone = _in_thread(TenantControl.set_phone)
    answer_phone = _in_thread(TenantControl.answer_phone)
    decline_phone = _in_thread(TenantControl.decline_phone)
    hang_up_phone = _in_thread(TenantControl.hang_up_phone)
    phones = _in_thread(TenantControl.phones)
    sign_in_supervisor = _in_thread(TenantControl.sign_in_supervisor)
    supervise = _in_thread(TenantControl.supervise)
    change_agent_state = _in_thread(TenantControl.change_agent_state)
    sign_out_agent = _in_thread(TenantControl.sign_out_agent)
    arm_fault = _in_thread(TenantControl.arm_fault)
    faults = _in_thread(TenantControl.faults)
    fault_places = _in_thread(TenantControl.fault_places)
    clear_fault = _in_thread(TenantControl.clear_fault)
    close = _in_thread(TenantControl.close)
