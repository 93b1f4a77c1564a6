"""`make soak`: measures contacts of 1,000 agents, simulated days, and tenants by the thousand, and writes the figures
and their page (docs/load.md). SOAK_SECONDS is how long the contacts last on each clock.
"""

from __future__ import annotations

import os
import signal
import statistics
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from pydantic import TypeAdapter

from deskproof.simulator.control.client import Control
from deskproof.simulator.runtime.limits import Limits
from deskproof.simulator.server import start_server
from deskproof.steps.terminal import say
from tests.bench.machine import commit, machine
from tests.bench.simulator import at_work, child, kilobytes, run, staffed, used
from tests.load import day
from tests.load.contacts import AT_ONCE, Floor, floor
from tests.load.page import PAGE, Contacts, Figures, store
from tests.load.sampled import SAMPLES_FILE

ROOT = Path(__file__).parents[2]
AGENTS = 1_000
SECONDS = float(os.environ.get("SOAK_SECONDS", "60"))
SAMPLED_SECONDS = 10
TENANTS = 1_000
DAYS = 6
ROOM = Limits(entries=100_000_000)
"""For the contacts of an hour in one tenant."""
STARTS = 5

_SAMPLES = TypeAdapter(dict[str, int])


def main() -> None:
    """Measure, and write figures and page."""
    rows: list[Contacts] = []
    memory: dict[str, float] = {}
    for clock, frozen_at in (("real", None), ("virtual", day.BEGINS)):
        with start_server(limits=ROOM) as server, server.control() as control:
            rows.append(run(_contacts(control, server.control_token, clock, frozen_at, memory)))
    parts = _parts()
    with start_server() as server, server.control() as control:
        _tenants(control, 100)  # what a process makes once is there
        before, held = kilobytes(), _descriptors()
        began, spent = time.perf_counter(), used()
        _tenants(control, TENANTS)
        took, cpu = time.perf_counter() - began, used() - spent
        left = kilobytes() - before, _descriptors() - held
        before = kilobytes()
        days = []
        for _ in range(DAYS):
            what = run(day.go_by(control, server.control_token))
            days.append(kilobytes() - before)
        stderr = server.stderr()
    store(
        Figures(
            commit=commit(), date=time.strftime("%Y-%m-%dT%H:%MZ", time.gmtime()), machine=machine(),
            agents=AGENTS, at_once=AT_ONCE, seconds=SECONDS, contacts=rows, parts=parts,
            start=[_start() for _ in range(STARTS)],
            sign_in_cpu=memory["sign-in"], agent_memory=memory["agent"], contact_memory=memory["contact"],
            descriptors=round(memory["descriptors"]), days=days, day=what, tenants=TENANTS,
            tenants_pace=TENANTS / took, tenants_cpu=cpu * 1000 / TENANTS, tenants_memory=left[0],
            tenants_descriptors=left[1], stderr=stderr,
        )
    )  # fmt: skip
    say(f"The figures are on {PAGE.relative_to(ROOT)}.")


async def _contacts(
    control: Control, token: str, clock: str, frozen_at: str | None, memory: dict[str, float]
) -> Contacts:  # fmt: skip
    """The contacts of one stretch; `memory` gets what an agent and a contact take."""
    empty = kilobytes()
    tenant, persons = staffed(control, AGENTS, frozen_at)
    spent = used()
    async with at_work(tenant, persons) as agents:
        memory["sign-in"] = (used() - spent) * 1000 / AGENTS
        those = await floor(control, token, tenant, agents)
        memory["agent"] = (kilobytes() - empty) / AGENTS
        before, spent, own = kilobytes(), used(), time.process_time()
        took = await those.work(SECONDS)
        spent, own = used() - spent, time.process_time() - own
        memory["contact"] = (kilobytes() - before) / those.contacts
        memory["descriptors"] = _descriptors()
        those.close()
    tenant.close()
    return _row(clock, those, took, spent, own)


def _row(clock: str, those: Floor, took: float, spent: float, own: float) -> Contacts:
    every = those.of_agents + those.of_phones
    cuts = statistics.quantiles(every, n=100, method="inclusive")
    return Contacts(
        clock=clock, commands=len(every) / took, of_agents=len(those.of_agents) / took, contacts=those.contacts / took,
        half=cuts[49], late=cuts[98], cpu=spent * 1000 / len(every), drivers_cpu=own * 1000 / len(every),
    )  # fmt: skip


def _parts() -> Mapping[str, int]:
    """Samples of the simulator's processor time during contacts, by part."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "samples.json")
        os.environ[SAMPLES_FILE] = str(file)
        with start_server(module="tests.load.sampled") as server, server.control() as control:
            run(_sampled(control, server.control_token))
        return _SAMPLES.validate_json(file.read_bytes())


async def _sampled(control: Control, token: str) -> None:
    tenant, persons = staffed(control, AGENTS)
    async with at_work(tenant, persons) as agents:
        those = await floor(control, token, tenant, agents)
        os.kill(int(child()), signal.SIGUSR1)
        await those.work(SAMPLED_SECONDS)
        os.kill(int(child()), signal.SIGUSR1)
        those.close()


def _tenants(control: Control, number: int) -> None:
    for _ in range(number):
        control.create_tenant().close()


def _start() -> float:
    began = time.perf_counter()
    with start_server():
        return time.perf_counter() - began


def _descriptors() -> int:
    return len(list(Path(f"/proc/{child()}/fd").iterdir()))


main()
