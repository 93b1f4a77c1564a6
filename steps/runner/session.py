"""What one process of a run has from its start to its end: the run folder, the recorder, the simulator's address, the
browsers.

Rule: the controller (or the only process) makes it first; workers get the same folder and the same simulator. It is in
the stash of pytest's configuration; there is no global.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import socket
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from deskproof.reports.record import Browser, CannotRecord, ClaimInfo, DetectedDefect, Recorder, RunInfo, Section
from deskproof.simulator.certificate import Tls
from deskproof.simulator.control.client import Control
from deskproof.simulator.defects import Defect, SourceDefect, all_defects, broken_source
from deskproof.steps.browsers.browser import Kind, NoBrowser, find
from deskproof.steps.browsers.firefox import find_firefox
from deskproof.steps.browsers.pool import NAMES, Browsers
from deskproof.steps.browsers.vendor_hosts import VendorHosts
from deskproof.steps.checkout import commit_of, git
from deskproof.steps.evidence.accessibility import Accessibility
from deskproof.steps.gherkin.claims import Claims
from deskproof.steps.impact.recording import Recording
from deskproof.steps.mutation.defects import Defective
from deskproof.steps.mutation.derived.trials import Trial
from deskproof.steps.mutation.planted import Planted
from deskproof.steps.runner.start.desktop import DesktopAddress
from deskproof.steps.screens.adapter import Adapter
from deskproof.steps.snapshots.saved import SnapshotsOfRun

OUTCOME = "deskproof"
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
    adapter: Adapter
    desktop: DesktopAddress = field(default_factory=DesktopAddress)
    judges_pages: bool = True
    """Whether what pages do wrong without a step that looks at it fails a scenario."""
    accessibility: Accessibility = field(default_factory=Accessibility)
    attempts: Counter[str] = field(default_factory=Counter)
    """How many attempts at each scenario have begun."""
    failures: Counter[str] = field(default_factory=Counter)
    """How many attempts at each scenario ended without passing."""
    quarantined: frozenset[str] = frozenset()
    """The ids of the scenarios in quarantine: they run, and the record marks them."""
    detection: Mapping[str, DetectedDefect] = field(default_factory=dict)
    """The defect that each scenario has detected, for the record."""
    trace_all: bool = False
    """Whether the first attempt at a scenario is traced too."""
    all_pictures: bool = True
    """Whether every When and Then has pictures, and not only a step that fails."""
    no_browser: str | None = None
    """Why no browser could be started, if one was needed."""
    controller: int | None = None
    """The process id of the controller, in a worker."""
    plan: Mapping[str, str] = field(default_factory=dict)
    """The scenarios that run against a defect, and which."""
    defects_in: Path | None = None
    """The folder of the project's own defects."""
    impact: Recording | None = None
    """The recording of what the scenarios run, where one is asked for."""
    of_derived_defects: bool = False
    """Whether the run tries derived defects."""
    trial: Trial | None = None
    """The derived defect that every scenario runs against now."""
    snapshots: SnapshotsOfRun | None = None
    """The snapshots that scenarios are compared with, where they are."""
    tls: Tls | None = None
    """The certificate of its simulators, where they answer at the vendor's hosts."""
    _defective: Defective = field(default_factory=Defective)
    _control: Control | None = None

    @property
    def control(self) -> Control:
        """The simulator's control plane."""
        if self._control is None:
            self._control = Control(
                address=self.address, token=self.token, certificate=None if self.tls is None else self.tls.certificate
            )
            self.recorder.mask.add(self.token)
        return self._control

    def shows_only_failures(self, scenario: str) -> bool:
        """Whether of a scenario only the step that fails is pictured: it is known to pass without a defect."""
        return scenario in self.plan or self.of_derived_defects

    def control_for(self, scenario: str) -> Control:
        """The control plane of the simulator that a scenario runs against. Raises StaleDefect."""
        if (trial := self.trial) is not None:
            control = self._with_defect(trial.name, trial.source)
        elif isinstance(defect := self._defect_of(scenario), SourceDefect):
            control = self._with_defect(defect.name, partial(broken_source, defect))
        else:
            control = self.control
        if self.tls is not None:
            self.browsers.find_vendor_hosts(VendorHosts.of(control.address, self.tls))
        return control

    def planted_for(self, scenario: str) -> Planted:
        """What is planted for an attempt at a scenario."""
        return Planted(None if self.trial is not None else self._defect_of(scenario))

    def _defect_of(self, scenario: str) -> Defect | None:
        return self._defects[self.plan[scenario]] if scenario in self.plan else None

    @cached_property
    def _defects(self) -> Mapping[str, Defect]:
        return all_defects(self.defects_in)

    def _with_defect(self, name: str, source: Callable[[Path], Path]) -> Control:
        self._defective.tls = self.tls
        control = self._defective.control(name, source)
        self.recorder.mask.add(self._defective.token)
        return control

    def lost(self) -> str | None:
        """A sentence on what has died under the scenario, the simulator or a browser, or None."""
        return simulator_lost(self.address) or self.browsers.lost()

    def ended(self) -> str | None:
        """A sentence when no further scenario can run: the simulator or the controller has ended, or no browser can be
        started. None otherwise.
        """
        if self.controller is not None and os.getppid() != self.controller:
            return "The controller of the run has ended; the scenario could not be judged."
        if self.no_browser is not None:
            return f"{self.no_browser} The scenario could not be judged."
        return simulator_lost(self.address)

    def end_defective(self) -> None:
        """End the simulator with a defect, where there is one."""
        self._defective.close()

    def close(self) -> None:
        """End the browsers and close the files."""
        self.browsers.close()
        if self._control is not None:
            self._control.close()
        with contextlib.suppress(CannotRecord):  # it was reported when it was written
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
    sections = {
        section.key: Section(key=section.key, en=section.text("en"), sv=section.text("sv"))
        for section in claims.sections
    }
    return tuple(
        ClaimInfo(
            id=claim.id,
            en=claim.text("en"),
            sv=claim.text("sv"),
            kind=claim.kind,
            source=claim.source,
            must=claim.must,
            section=sections[claim.section],
        )
        for claim in claims
    )


def _browsers(kinds: tuple[Kind, ...]) -> list[Browser]:
    found = []
    for kind in kinds:
        try:
            browser = find(kind)
        except NoBrowser:
            continue
        found.append(Browser(name=NAMES[browser.kind], version=browser.version))
    if firefox := find_firefox():
        found.append(Browser(name=NAMES["firefox"], version=firefox.version))
    return list(dict.fromkeys(found))


def _versions() -> Mapping[str, str]:
    versions = {}
    for name in _PACKAGES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return versions
