"""What can go wrong with a machine while it runs scenarios.

Rule: a fault only does harm, and gives back what repairs the machine; `trial.py` says what must hold afterwards.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random

from tests.chaos.processes import Process, is_browser, is_simulator, is_worker
from tests.chaos.running import Running

Repair = Callable[[], None]
Fault = Callable[[Running, Random], Repair]
DISK_MEGABYTES = 64
_BLOCK = bytes(4_096)


class NothingToHarm(Exception):
    """The run has nothing of this kind at the moment."""


def kill(kind: Callable[[Process], bool]) -> Fault:
    """Kills one process of this kind, whichever."""

    def harm(running: Running, chance: Random) -> Repair:
        found = [process for process in running.processes() if kind(process)]
        if not found:
            raise NothingToHarm
        os.kill(chance.choice(found).pid, signal.SIGKILL)
        return _nothing

    return harm


def fill_the_disk(running: Running, _chance: Random) -> Repair:
    """Leaves no byte on the disk that the run writes to."""
    running.processes()
    filling = running.out / "filling"
    with filling.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(_BLOCK)
        except OSError:
            return filling.unlink


def make_read_only(running: Running, _chance: Random) -> Repair:
    """Lets nobody make, rename or remove a file in the folder of the run; those that are open can be written."""
    running.processes()
    folders = [str(path) for path in (running.folder, *running.folder.rglob("*")) if path.is_dir()]
    subprocess.run(["chattr", "+i", *folders], check=True)

    def repair() -> None:
        subprocess.run(["chattr", "-i", *folders], check=True)

    return repair


def allow_no_more_files(running: Running, _chance: Random) -> Repair:
    """Lets no process of the run open another file, socket or pipe."""
    for process in running.processes():
        try:
            highest = max(int(number) for number in os.listdir(f"/proc/{process.pid}/fd"))
            resource.prlimit(process.pid, resource.RLIMIT_NOFILE, (highest + 1, highest + 1))
        except (FileNotFoundError, ProcessLookupError, ValueError):
            continue
    return _nothing


FAULTS: Mapping[str, Fault] = {
    "controller": kill(lambda process: process.command == "deskproof"),
    "worker": kill(is_worker),
    "browser": kill(is_browser),
    "simulator": kill(is_simulator),
    "disk": fill_the_disk,
    "read-only": make_read_only,
    "files": allow_no_more_files,
}
"""By name: SIGKILL of a process, a full disk, a folder that turns read-only, no more file descriptors."""

NEED_A_DISK = ("disk", "read-only")
"""The faults that would harm others on a disk that the run shares with them."""


@contextmanager
def disk(folder: Path) -> Iterator[Path]:
    """A small disk of its own at this folder, where this user may mount one."""
    folder.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_MEGABYTES}m", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _nothing() -> None:
    """Nothing to repair: the next command starts new processes."""
