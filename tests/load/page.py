"""The figures of `make soak`, and their page in the docs."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from tests.bench.machine import Machine, measured_on

PAGE = Path(__file__).parents[2] / "docs" / "load.md"
FIGURES = Path(__file__).with_name("figures.json")

COMMANDS_GOAL = 1_000
LATE_GOAL_MS = 50
TENANTS_GOAL = 300
START_GOAL_SECONDS = 0.8
SIGN_IN_GOAL_MS = 5


@dataclass(frozen=True, kw_only=True)
class Contacts:
    """What one stretch of contacts gave: a second's commands and contacts, milliseconds from request to notification,
    and milliseconds of the simulator's processor time for each command.
    """

    clock: str
    commands: float
    of_agents: float
    contacts: float
    half: float
    late: float
    cpu: float
    drivers_cpu: float


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Everything that one run measured. Memory is in kilobytes."""

    commit: str
    date: str
    machine: Machine
    agents: int
    at_once: int
    seconds: float
    contacts: Sequence[Contacts]
    parts: Mapping[str, int]
    """Samples of the simulator's processor time, by the part of the code."""
    start: Sequence[float]
    """Seconds until the simulator answers, of each start."""
    sign_in_cpu: float
    agent_memory: float
    contact_memory: float
    descriptors: int
    days: Sequence[int]
    """What the simulator's memory has grown by, after each simulated day, since before the first."""
    day: str
    tenants: int
    tenants_pace: float
    tenants_cpu: float
    tenants_memory: int
    tenants_descriptors: int
    stderr: str


_FIGURES = TypeAdapter(Figures)


def store(figures: Figures) -> None:
    """Write the figures and their page."""
    FIGURES.write_bytes(_FIGURES.dump_json(figures, indent=1) + b"\n")
    PAGE.write_text(page(figures), encoding="utf-8")


def stored() -> Figures:
    """The figures of the last run."""
    return _FIGURES.validate_json(FIGURES.read_bytes())


def page(of: Figures) -> str:
    """The page of the docs."""
    total = sum(of.parts.values())
    lines = [
        "# The simulator under load",
        "",
        "Written by `make soak`; do not edit. Server and agents are processes of one machine. A command",
        "counts from its request to the notification that answers it, on the agent's socket. Processor",
        "time is the simulator's own; where others use the machine, it says more than the pace.",
        "",
        *measured_on(of.commit, of.date, of.machine),
        "",
        f"## Contacts of {of.agents:,} agents, {of.at_once} at a time",
        "",
        f"For {of.seconds:g} seconds each. A customer calls or, every fifth time, writes; a phone is answered;",
        "the agent accepts, holds, resumes, ends and wraps up.",
        "",
        "| clock | commands/s | of agents | contacts/s | p50 (ms) | p99 (ms) | CPU (ms a command) | agents' side |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in of.contacts:
        lines.append(
            f"| {row.clock} | {row.commands:.0f} | {row.of_agents:.0f} | {row.contacts:.0f} | {row.half:.1f} | "
            f"{row.late:.1f} | {row.cpu:.2f} | {row.drivers_cpu:.2f} |"
        )
    lines += ["", "Where the simulator's processor time goes:", "", "| part | share |", "|---|---|"]
    lines += [
        f"| {part} | {100 * samples / total:.0f} % |"
        for part, samples in sorted(of.parts.items(), key=lambda item: -item[1])
    ]
    lines += ["", "## Goals", "", "| what | measured | goal | |", "|---|---|---|---|"]
    lines += [
        f"| {what} | {seen} | {goal} | {'reached' if is_met else 'missed'} |" for what, seen, goal, is_met in goals(of)
    ]
    grown = ", ".join(f"{kilobytes:+,} kB" for kilobytes in of.days)
    lines += [
        "",
        "## What stays",
        "",
        f"- An agent takes {of.agent_memory:.0f} kB, the journal of a contact {of.contact_memory:.1f} kB.",
        f"- {of.descriptors:,} descriptors are open with {of.agents:,} agents.",
        f"- A simulated day ({of.day}), and its tenant closed: the simulator's",
        f"  memory is, after one day and the next ones, {grown} from before the first.",
        f"- {of.tenants:,} tenants are made and closed, {of.tenants_pace:.0f} a second; they leave",
        f"  {of.tenants_memory} kB and {of.tenants_descriptors} descriptors.",
        f"- Standard error: {of.stderr or 'empty'}.",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def goals(of: Figures) -> list[tuple[str, str, str, bool]]:
    """What was to be reached: what, what was measured, the goal, and whether it is met."""
    pace, late = min(row.commands for row in of.contacts), max(row.late for row in of.contacts)
    start = statistics.median(of.start)
    return [
        ("commands answered by a notification", f"{pace:.0f} a second", f"{COMMANDS_GOAL:,}", pace >= COMMANDS_GOAL),
        ("99 of 100 of them", f"{late:.1f} ms", f"{LATE_GOAL_MS} ms", late < LATE_GOAL_MS),
        (
            "tenants made and closed", f"{of.tenants_pace:.0f} a second", f"{TENANTS_GOAL}",
            of.tenants_pace >= TENANTS_GOAL,
        ),
        ("start-up", f"{start:.2f} s", f"{START_GOAL_SECONDS} s", start < START_GOAL_SECONDS),
        (
            "sign-in, CPU of the simulator", f"{of.sign_in_cpu:.1f} ms", f"{SIGN_IN_GOAL_MS} ms",
            of.sign_in_cpu < SIGN_IN_GOAL_MS,
        ),
    ]  # fmt: skip
