"""The processes of a run, by what they do."""

from __future__ import annotations

import os
import select
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PATIENCE_SECONDS = 60
"""How long a process may take to end after what it belongs to has ended."""


@dataclass(frozen=True, kw_only=True)
class Process:
    """A process of a run: its number, and its command line."""

    pid: int
    command: str


def descendants(pid: int) -> Iterator[Process]:
    """All processes that come from this one, parents before children, without those that have ended."""
    for task in Path(f"/proc/{pid}/task").glob("*"):
        with suppress(OSError):  # the task has ended meanwhile
            for child in map(int, (task / "children").read_text().split()):
                with suppress(OSError):
                    command = Path(f"/proc/{child}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                    if command.strip():
                        yield Process(pid=child, command=command.strip())
                yield from descendants(child)


def is_worker(process: Process) -> bool:
    """Whether it runs scenarios: execnet starts it with this program."""
    return process.command.endswith("exec(eval(sys.stdin.readline()))")


def is_simulator(process: Process) -> bool:
    """Whether it is a simulator."""
    return " -m deskproof.simulator " in process.command


def is_browser(process: Process) -> bool:
    """Whether it is a whole browser, not one of its parts."""
    program, *arguments = process.command.split()
    return "chrom" in Path(program).name and not any(one.startswith("--type=") for one in arguments)


def still_there(processes: Iterable[Process]) -> list[Process]:
    """Those that do not end in time."""
    return [process for process in processes if not _ends(process.pid)]


def _ends(pid: int) -> bool:
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], PATIENCE_SECONDS)[0])
    finally:
        os.close(handle)
