"""The pytest plugin of the features: checks that everything binds, starts one simulator for all workers, and ends it.

Rule: the controller (or the only process) prepares and ends the run; processes that run scenarios have a
`ScenarioRecorder`. Everything pytest offers (-k, -m, -x, --lf, -n) works as usual. The options of this plugin are those
of `deskproof.steps.selection.request`.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections import Counter
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import pytest

from deskproof.reports.record import Browser, CannotRecord, Recorder
from deskproof.reports.text.visible import visible
from deskproof.simulator.certificate import Tls, make_certificate
from deskproof.simulator.server import Server, start_server
from deskproof.steps.browsers.browser import Kind, NoBrowser, find
from deskproof.steps.browsers.interrupts import interrupt_between_messages
from deskproof.steps.browsers.pool import FULL_BROWSER, Browsers, why_not_remote
from deskproof.steps.browsers.vendor_hosts import VendorHosts
from deskproof.steps.checkout import new_run_folder
from deskproof.steps.gherkin.bind_check.check import CheckResult
from deskproof.steps.gherkin.collection import FEATURE_FILES
from deskproof.steps.impact.plugin import ImpactRecorder
from deskproof.steps.impact.recording import Recording, write_map
from deskproof.steps.runner.collection import CANNOT_CHECK, UNBOUND, Collection, counted, is_worker, runs_scenarios
from deskproof.steps.runner.controller_link import ControllerLink, end_with_controller
from deskproof.steps.runner.pytest_output import VisibleOutput
from deskproof.steps.runner.repeated.derived_trials import DerivedTrials
from deskproof.steps.runner.repeated.retries import Retries, word_for
from deskproof.steps.runner.scenario_recorder import WRITTEN, ScenarioRecorder
from deskproof.steps.runner.session import OUTCOME, SESSION, Session, run_info
from deskproof.steps.runner.start.desktop import DesktopAddress, NoDesktop, ServedDesktop
from deskproof.steps.runner.start.garbage import GarbageCollector
from deskproof.steps.runner.start.suite import (
    ADAPTER,
    PROJECT,
    bind_check,
    check_arguments,
    feature_files,
    features_folder,
    load_named,
)
from deskproof.steps.runner.time_limit import TimeLimit
from deskproof.steps.selection import options
from deskproof.steps.selection.request import RunRequest
from deskproof.steps.selection.run_plan import Suite, plan_of_worker, plan_run
from deskproof.steps.selection.shards import fingerprint, shard_of
from deskproof.steps.snapshots.saved import Mode, SnapshotsOfRun, save_noted
from deskproof.steps.snapshots.store import BadSnapshots
from deskproof.steps.terminal import say

pytest_plugins = ("deskproof.steps.runner.fixtures",)

_INPUT = "deskproof"
_CHECKED = pytest.StashKey[CheckResult]()
_PYTEST_SESSION = pytest.StashKey[pytest.Session]()


def pytest_addoption(parser: pytest.Parser) -> None:
    options.add_to_pytest(RunRequest, parser)


class Features:
    """The plugin's state in one process: what was checked, what was started, how the run ended."""

    def __init__(self, config: pytest.Config, folder: Path) -> None:
        self.config = config
        self.request = options.from_pytest(RunRequest, config)
        self.suite = Suite(
            project=config.stash[PROJECT],
            folder=folder,
            scenarios=config.stash[_CHECKED].scenarios,
            pack=self.request.pack,
        )
        sent: dict[str, Any] | None = getattr(config, "workerinput", {}).get(_INPUT)
        self.plan = (
            plan_run(self.request, self.suite)
            if sent is None
            else plan_of_worker(self.request, self.suite, sent["workload"])
        )
        self.server: Server | None = None
        self.tls: Tls | None = None
        self._certificates: TemporaryDirectory[str] | None = None
        self.desktop: ServedDesktop | None = None
        self.link: ControllerLink | None = None
        self.reason = "complete"
        self.flaky = False

    # ---- before

    @pytest.hookimpl(trylast=True)
    def pytest_sessionstart(self, session: pytest.Session) -> None:
        if is_worker(self.config):
            worker_input: dict[str, Any] = self.config.workerinput  # type: ignore[attr-defined]
            sent = worker_input[_INPUT]
            end_with_controller(sent["link"])
            self.tls = None if sent["tls"] is None else Tls(certificate=Path(sent["tls"][0]), key=Path(sent["tls"][1]))
            desktop = DesktopAddress(template=sent["desktop"], vendor_hosts=self.tls is not None)
            self._begin(Path(sent["folder"]), sent["address"], sent["token"], desktop, worker=worker_input["workerid"])
            return
        if self.config.getoption("collectonly"):
            return
        self._prepare()

    def _prepare(self) -> None:
        kinds: tuple[Kind, ...] = ("shell",)
        if self.request.headed or self.request.full_browser:
            kinds = ("full",)
        elif any(FULL_BROWSER in scenario.tags for scenario in self.suite.scenarios):
            kinds = ("shell", "full")
        try:
            if self.plan.remote is None:
                find(kinds[0])
        except NoBrowser as refusal:
            pytest.exit(visible(str(refusal)), CANNOT_CHECK)
        if self.suite.project.desktop.hosts == "vendor":
            self._certificates = TemporaryDirectory(prefix="deskproof-")
            self.tls = make_certificate(Path(self._certificates.name))
        try:
            self.server = start_server(self.request.port, tls=self.tls, vendor_hosts=self.tls is not None)
        except Exception as error:  # whatever prevents the start, its sentence is for people
            pytest.exit(visible(str(error)), CANNOT_CHECK)
        self.link = ControllerLink()
        project = self.suite.project
        folder = self.request.run_folder or new_run_folder(project.out)
        self.desktop = ServedDesktop(project.desktop, project.root, folder.resolve())
        try:
            desktop = self.desktop.start()
        except NoDesktop as refusal:
            pytest.exit(visible(str(refusal)), CANNOT_CHECK)
        self._begin(folder.resolve(), self.server.address, self.server.control_token, desktop, worker="main")
        remote = self._remote_browser(self.server.address)
        workers: int = self.config.getoption("numprocesses", None) or 1
        info = run_info(
            folder, claims=self.config.stash[_CHECKED].claims, kinds=kinds, workers=workers, root=self.config.rootpath
        )
        self.config.stash[SESSION].recorder.run_started(
            replace(
                info,
                browsers=remote or info.browsers,
                adapter=self.config.stash[ADAPTER].name,
                desktop=project.desktop.address,
                shard=shard_of(self.request.selection.shard),
                fingerprint=fingerprint(self.suite.scenarios),
                arguments=options.recorded(RunRequest, map(str, self.config.invocation_params.args)),
            )
        )

    def _remote_browser(self, simulator: str) -> tuple[Browser, ...]:
        """The remote browser, where one was requested; where it cannot open the simulator, nothing starts."""
        if self.plan.remote is None:
            return ()
        browsers = self.config.stash[SESSION].browsers
        try:
            version = browsers.reach(simulator) or ""
        except NoBrowser as refusal:
            pytest.exit(visible(str(refusal)), CANNOT_CHECK)
        finally:
            browsers.close()
        ids = self.plan.workload.ids
        selected = (scenario for scenario in self.suite.scenarios if ids is None or scenario.id in ids)
        left = sum(why_not_remote(scenario.tags) is not None for scenario in selected)
        if left:
            say(
                f"{counted(left, 'scenario')} {'needs' if left == 1 else 'need'} a browser of this machine and will "
                "be skipped; so the run is not complete.",
                err=True,
            )
        return (Browser(name=f"Chromium at {self.plan.remote.shown}", version=version),)

    def _begin(self, folder: Path, address: str, token: str, desktop: DesktopAddress, *, worker: str) -> None:
        impact = None
        if self.request.record_impact and runs_scenarios(self.config):
            impact = Recording(folder, worker, self.tls)
            address, token = impact.address, impact.token
        browsers = Browsers(
            headed=self.request.headed,
            full=self.request.full_browser,
            slow_ms=self.request.slow,
            remote=self.plan.remote,
            watched=None if impact is None else impact.browser_started,
            vendor_hosts=None if self.tls is None else VendorHosts.of(address, self.tls),
        )
        session = Session(
            folder=folder,
            address=address,
            token=token,
            recorder=Recorder(folder, worker, part=self.plan.workload.part),
            browsers=browsers,
            adapter=self.config.stash[ADAPTER],
            desktop=desktop,
            judges_pages=self.suite.project.desktop.findings == "fail",
            attempts=Counter(self.plan.workload.tried),
            failures=Counter(self.plan.workload.failed),
            trace_all=self.request.trace,
            all_pictures=self.request.pictures == "all",
            controller=os.getppid() if is_worker(self.config) else None,
            plan=self.plan.defects,
            defects_in=self.suite.project.defects,
            of_derived_defects=self.plan.trials is not None,
            quarantined=self.plan.quarantine.ids,
            detection=self.plan.detection,
            impact=impact,
            tls=self.tls,
            snapshots=self._snapshots(folder, worker),
        )
        self.config.stash[SESSION] = session
        session.recorder.mask.add(token, *(self.plan.remote.secrets if self.plan.remote else ()))
        if runs_scenarios(self.config):
            register, recorder = self.config.pluginmanager.register, ScenarioRecorder(self.config)
            register(recorder, "deskproof-scenario-recorder")
            register(TimeLimit(self.request.scenario_seconds, folder, recorder.has_hung), "deskproof-time-limit")
            if impact is not None:
                register(ImpactRecorder(impact, _scenario_of), "deskproof-impact-recorder")
            if self.request.retries:
                register(Retries(self.config, self.request.retries), "deskproof-retries")

    def _snapshots(self, folder: Path, worker: str) -> SnapshotsOfRun | None:
        """Named defects are detected by steps alone."""
        if self.plan.defects:
            return None
        return SnapshotsOfRun(self._snapshot_mode, self.suite.saved_in, folder, worker)

    def _save_snapshots(self) -> None:
        folder = self.config.stash[SESSION].folder
        try:
            count = save_noted(self._snapshot_mode, self.suite.saved_in, folder, self.suite.scenarios)
        except (BadSnapshots, OSError) as refusal:
            say(f"No snapshots are saved: {refusal}", err=True)
        else:
            say(f"The snapshots of {counted(count, 'scenario')} are saved.")

    @property
    def _snapshot_mode(self) -> Mode:
        return cast(Mode, self.request.snapshots)

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: object) -> None:
        session = self.config.stash[SESSION]
        node.workerinput[_INPUT] = {  # type: ignore[attr-defined]
            "folder": str(session.folder),
            "address": session.address,
            "token": session.token,
            "desktop": session.desktop.template,
            "tls": None if self.tls is None else [str(self.tls.certificate), str(self.tls.key)],
            "workload": self.plan.workload.to_worker(),
            "link": self.link.port if self.link else 0,
        }

    # ---- during and after

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Where the disk is full, the run ends: what cannot be recorded need not run."""
        try:
            return (yield)
        except CannotRecord as refusal:
            say(refusal, err=True)
            item.session.shouldstop = refusal.reason
            return True

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: object, error: object) -> None:
        output: dict[str, object] | None = getattr(node, "workeroutput", None)
        if output is None and error is not None:
            with contextlib.suppress(CannotRecord):  # the run ends for the same reason
                self.config.stash[SESSION].recorder.worker_lost(node.gateway.id)  # type: ignore[attr-defined]
        output = output or {}
        if UNBOUND in output and self.reason == "complete":
            self.reason = str(output[UNBOUND])
            say(self.reason, err=True)

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A flaky scenario fails the run; after one that did not pass: no simulator, no further scenarios."""
        outcome = dict(report.user_properties).get(OUTCOME)
        self.flaky = self.flaky or (isinstance(outcome, dict) and outcome["status"] == "flaky")
        if self.server is None or report.passed or self.reason != "complete":
            return
        if not self.server.running:
            last = self.server.stderr().strip().splitlines()[-1:]
            self.reason = ": ".join(["the simulator ended", *last])
            self.config.stash[_PYTEST_SESSION].shouldstop = self.reason

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        if self.reason == "complete":
            stopped = excinfo.value  # by a person, or by pytest, whose own kinds say why
            self.reason = "interrupted" if type(stopped) is KeyboardInterrupt else str(stopped) or "interrupted"

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Generator[None, object, object]:
        if SESSION in self.config.stash:
            self.config.stash[SESSION].end_defective()  # a worker that reported its end may not get to it
        result = yield
        if SESSION in self.config.stash and not is_worker(self.config):
            if session.shouldfail and self.reason == "complete":
                self.reason = str(session.shouldfail)
            if self._snapshot_mode in ("update", "add"):
                self._save_snapshots()
            if self.request.record_impact:
                write_map(self.config.stash[SESSION].folder)
            try:
                self.config.stash[SESSION].recorder.run_finished(self.reason)
            except CannotRecord as refusal:
                say(refusal, err=True)
            if self.flaky and session.exitstatus == pytest.ExitCode.OK:
                session.exitstatus = pytest.ExitCode.TESTS_FAILED
        return result

    def pytest_unconfigure(self) -> None:
        if SESSION in self.config.stash:
            self.config.stash[SESSION].close()
        if self.server is not None:
            self.server.stop()
        if self._certificates is not None:
            self._certificates.cleanup()
        if self.desktop is not None:
            self.desktop.stop()
        if self.link is not None:
            self.link.close()

    def pytest_internalerror(self, excrepr: object) -> None:
        if self.reason == "complete":
            self.reason = f"an error in the harness: {str(excrepr).strip().splitlines()[-1]}"


def _scenario_of(item: pytest.Item) -> str | None:
    written = item.stash.get(WRITTEN, None)
    return None if written is None else written.id


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> int | None:
    """The bind check, before anything else; with findings, nothing starts."""
    folder = features_folder(config)
    if folder is None or is_worker(config):
        return None
    check_arguments(config, folder)
    load_named(config)
    checked = bind_check(config, folder)
    config.stash[_CHECKED] = checked
    for finding in checked.findings:
        say(finding, err=True)
    if checked.findings:
        say(f"{counted(len(checked.findings), 'finding')}: fix them, then the features can run.", err=True)
        return CANNOT_CHECK
    request = options.from_pytest(RunRequest, config)
    if request.check_only:
        suite = Suite(project=config.stash[PROJECT], folder=folder, scenarios=checked.scenarios, pack=request.pack)
        plan_run(request, suite)  # what a run refuses, the check refuses
        count = counted(len(checked.scenarios), "scenario")
        say(f"{count}: every step has one definition, every scenario has a claim to prove.")
        return 0
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    folder = features_folder(config)
    if folder is None:
        return
    config.pluginmanager.register(GarbageCollector(), "deskproof-garbage-collector")
    if _CHECKED not in config.stash:  # in a worker; the controller has checked
        load_named(config)
        config.stash[_CHECKED] = CheckResult(files=feature_files(config, folder), claims=None, findings=())
    config.stash[FEATURE_FILES] = config.stash[_CHECKED].files
    features = Features(config, folder)
    for tag in sorted({tag for scenario in features.suite.scenarios for tag in scenario.tags}):
        config.addinivalue_line("markers", f"{tag}: a tag of the features")
    config.pluginmanager.register(VisibleOutput(), "deskproof-visible-output")
    config.pluginmanager.register(features, "deskproof-features")
    collection = Collection(config, features.suite, features.plan)
    config.pluginmanager.register(collection, "deskproof-collection")
    if features.plan.trials is not None:
        config.pluginmanager.register(DerivedTrials(config, features.plan.trials), "deskproof-derived-trials")
    interrupt_between_messages(signal.SIGINT, *([] if is_worker(config) else [signal.SIGTERM]))


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    return word_for(report)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    session.config.stash[_PYTEST_SESSION] = session
