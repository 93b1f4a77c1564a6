"""What one process of a run holds from its start to its end: the run folder, the recorder, the simulator's address, the
browsers.

Rule: the controller (or the only process) makes it first; workers are told the same folder and the same simulator.
Whoever needs it takes it from the pytest configuration; there is no global.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import socket
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from deskproof.reports.record import Browser, CannotRecord, ClaimInfo, DetectedDefect, Recorder, RunInfo, Section
from deskproof.simulator.control.client import Control
from deskproof.simulator.defects import all_defects
from deskproof.steps.browsers.browser import Kind, NoBrowser, find
from deskproof.steps.browsers.firefox import find_firefox
from deskproof.steps.browsers.pool import TOLD_AS, Browsers
from deskproof.steps.checkout import commit_of, git
from deskproof.steps.evidence.accessibility import Accessibility
from deskproof.steps.gherkin.claims import Claims
from deskproof.steps.mutation.defects import Defective

TOLD = "deskproof"
"""The name of the property that carries a scenario's outcome from a worker to the controller."""

_CONNECT_SECONDS = 5.0
_PACKAGES = ("deskproof", "playwright", "pytest", "pytest-bdd", "pytest-xdist")


@dataclass(kw_only=True)
class Session:
    """One process of a run."""

    folder: Path
    address: str
    token: str
    recorder: Recorder
    browsers: Browsers
    accessibility: Accessibility = field(default_factory=Accessibility)
    attempts: Counter[str] = field(default_factory=Counter)
    """How often each scenario has been begun."""
    failures: Counter[str] = field(default_factory=Counter)
    """How often each came to its end and had not passed."""
    quarantined: frozenset[str] = frozenset()
    """The ids of the scenarios in quarantine: they run, and the record marks them."""
    seen_to_fail: Mapping[str, DetectedDefect] = field(default_factory=dict)
    """What each scenario was seen to fail on, as far as it was: the record says so."""
    trace_all: bool = False
    """Whether the first attempt of a scenario is traced too."""
    no_browser: str | None = None
    """Why no browser could be started, once that came up."""
    leader: int | None = None
    """The process that leads the run, where that is another one."""
    plan: Mapping[str, str] = field(default_factory=dict)
    """The scenarios that run against a defect, and which."""
    _defective: Defective | None = None
    _control: Control | None = None

    @property
    def control(self) -> Control:
        """The simulator's control plane."""
        if self._control is None:
            self._control = Control(address=self.address, token=self.token)
            self.recorder.mask.add(self.token)
        return self._control

    def control_for(self, scenario: str) -> Control:
        """The control plane of the simulator that a scenario runs against. Raises StaleDefect."""
        if scenario not in self.plan:
            return self.control
        if self._defective is None:
            self._defective = Defective(all_defects())
        control = self._defective.control(self.plan[scenario])
        self.recorder.mask.add(self._defective.token)
        return control

    def lost(self) -> str | None:
        """A sentence on what has died under the scenario, the simulator or a browser, or None."""
        return simulator_lost(self.address) or self.browsers.lost()

    def ended(self) -> str | None:
        """A sentence when no further scenario can be run: the simulator has ended, there is no browser any more, or the
        process that leads the run is gone. None when all is there.
        """
        if self.leader is not None and os.getppid() != self.leader:
            return "The process that leads the run has ended; the scenario could not be judged."
        if self.no_browser is not None:
            return f"{self.no_browser} The scenario could not be judged."
        return simulator_lost(self.address)

    def end_defective(self) -> None:
        """End the simulator with a defect, where there is one."""
        if self._defective is not None:
            self._defective.close()

    def close(self) -> None:
        """End the browsers and close the files."""
        self.browsers.close()
        if self._control is not None:
            self._control.close()
        with contextlib.suppress(CannotRecord):  # whoever wrote has been told
            self.recorder.close()


SESSION = pytest.StashKey[Session]()


def simulator_lost(address: str) -> str | None:
    """A sentence when nothing listens at the simulator's address any more, or None."""
    at = urlsplit(address)
    try:
        socket.create_connection((at.hostname or "127.0.0.1", at.port or 80), timeout=_CONNECT_SECONDS).close()
    except OSError:
        return f"The simulator at {address} has ended; the scenario could not be judged."
    return None


def run_info(folder: Path, *, claims: Claims | None, kinds: tuple[Kind, ...], workers: int, root: Path) -> RunInfo:
    """What is known when a run starts."""
    return RunInfo(
        id=folder.name,
        command=shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]]),
        claims=claim_infos(claims) if claims is not None else (),
        commit=commit_of(root),
        branch=git(root, "rev-parse", "--abbrev-ref", "HEAD"),
        browsers=tuple(_browsers(kinds)),
        versions={**_versions(), "python": sys.version.split()[0]},
        workers=workers,
    )


def claim_infos(claims: Claims) -> tuple[ClaimInfo, ...]:
    """The catalogue of claims in the record's words."""
    sections = {one.key: Section(key=one.key, en=one.en, sv=one.sv) for one in claims.sections}
    return tuple(
        ClaimInfo(
            id=one.id,
            en=one.en,
            sv=one.sv,
            kind=one.kind,
            source=one.source,
            must=one.must,
            section=sections[one.section],
        )
        for one in claims
    )


def _browsers(kinds: tuple[Kind, ...]) -> list[Browser]:
    found = []
    for kind in kinds:
        try:
            one = find(kind)
        except NoBrowser:
            continue
        found.append(Browser(name=TOLD_AS[one.kind], version=one.version))
    if firefox := find_firefox():
        found.append(Browser(name=TOLD_AS["firefox"], version=firefox.version))
    return list(dict.fromkeys(found))


def _versions() -> Mapping[str, str]:
    versions = {}
    for name in _PACKAGES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return versions
