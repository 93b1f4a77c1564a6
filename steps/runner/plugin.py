"""The pytest plugin of the features: checks that everything binds, starts one simulator, hands it to the workers, ends
it.

Rule: the controller (or the only process) prepares and ends the run; processes that run scenarios have a
`ScenarioRecorder`.
Everything pytest offers (-k, -m, -x, --lf, -n) works as it always does. Options of this plugin are what `deskproof run`
adds to it.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections import Counter
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from deskproof.reports.record import Browser, CannotRecord, Recorder
from deskproof.reports.text.visible import visible
from deskproof.simulator.server import Server, start_server
from deskproof.steps.browsers.browser import Kind, NoBrowser, find
from deskproof.steps.browsers.pool import FULL_BROWSER, Browsers, why_not_remote
from deskproof.steps.checkout import OUT, new_run_folder
from deskproof.steps.gherkin.bind import Checked, check, known_definitions
from deskproof.steps.gherkin.binding import FEATURE_FILES, MODULE, ScenarioModule
from deskproof.steps.gherkin.feature_files import read_features
from deskproof.steps.runner.controller_link import ControllerLink, end_with_controller
from deskproof.steps.runner.pytest_output import VisibleOutput
from deskproof.steps.runner.retries import Retries, word_for
from deskproof.steps.runner.scenario_recorder import WRITTEN, ScenarioRecorder
from deskproof.steps.runner.session import SESSION, TOLD, Session, run_info
from deskproof.steps.saying import say
from deskproof.steps.selection.collected import match
from deskproof.steps.selection.expressions import is_blank
from deskproof.steps.selection.places import is_of, refusal
from deskproof.steps.selection.plugin_options import add_options
from deskproof.steps.selection.resume import again
from deskproof.steps.selection.run_plan import asked, told
from deskproof.steps.selection.shards import fingerprint
from deskproof.steps.selection.workload import shard_of

pytest_plugins = ("deskproof.steps.runner.fixtures",)

CANNOT_CHECK = 2
"""Exit status when nothing could be found out."""

_INPUT = "deskproof"
_UNBOUND = "deskproof_unbound"


def pytest_addoption(parser: pytest.Parser) -> None:
    add_options(parser)


_CHECKED = pytest.StashKey[Checked]()
_PYTEST_SESSION = pytest.StashKey[pytest.Session]()


class Features:
    """The plugin's state in one process: what was checked, what was started, how the run came to its end."""

    def __init__(self, config: pytest.Config, folder: Path) -> None:
        self.config = config
        self.folder = folder
        self.scenarios = config.stash[_CHECKED].scenarios
        by_leader: dict[str, Any] | None = getattr(config, "workerinput", {}).get(_INPUT)
        self.wanted = (
            asked(config, self.scenarios, folder)
            if by_leader is None
            else told(config, self.scenarios, folder, by_leader)
        )
        self.server: Server | None = None
        self.lifeline: ControllerLink | None = None
        self.reason = "complete"
        self.flaky = False

    # ---- before

    @property
    def is_worker(self) -> bool:
        """Whether another process, the controller, leads the run."""
        return hasattr(self.config, "workerinput")

    @property
    def runs_scenarios(self) -> bool:
        """Whether scenarios run in this process: in a worker, or where there are no workers."""
        return self.is_worker or not self.config.pluginmanager.hasplugin("dsession")

    @pytest.hookimpl(trylast=True)
    def pytest_sessionstart(self, session: pytest.Session) -> None:
        if self.is_worker:
            worker_input: dict[str, Any] = self.config.workerinput  # type: ignore[attr-defined]
            given = worker_input[_INPUT]
            end_with_controller(given["lifeline"])
            self._begin(Path(given["folder"]), given["address"], given["token"], worker=worker_input["workerid"])
            return
        if self.config.getoption("collectonly"):
            return
        self._prepare()

    def _prepare(self) -> None:
        kinds: tuple[Kind, ...] = ("shell",)
        if self.config.getoption("headed") or self.config.getoption("full_browser"):
            kinds = ("full",)
        elif any(FULL_BROWSER in one.tags for one in self.scenarios):
            kinds = ("shell", "full")
        try:
            if self.wanted.remote is None:
                find(kinds[0])
        except NoBrowser as refusal:
            pytest.exit(visible(str(refusal)), CANNOT_CHECK)
        try:
            self.server = start_server(self.config.getoption("simulator_port"))
        except Exception as error:  # whatever kept the simulator from starting, its sentence is what people need
            pytest.exit(visible(str(error)), CANNOT_CHECK)
        self.lifeline = ControllerLink()
        given: str | None = self.config.getoption("run_folder")
        folder = Path(given) if given else new_run_folder(self.config.rootpath / OUT)
        self._begin(folder.resolve(), self.server.address, self.server.control_token, worker="main")
        joined = self._joined(self.server.address)
        workers: int = self.config.getoption("numprocesses", None) or 1
        info = run_info(
            folder, claims=self.config.stash[_CHECKED].claims, kinds=kinds, workers=workers, root=self.config.rootpath
        )
        self.config.stash[SESSION].recorder.run_started(
            replace(
                info,
                browsers=joined or info.browsers,
                shard=shard_of(self.config.getoption("shard")),
                fingerprint=fingerprint(self.scenarios),
                arguments=again(tuple(str(one) for one in self.config.invocation_params.args)),
            )
        )

    def _joined(self, simulator: str) -> tuple[Browser, ...]:
        """The remote browser, where one was asked for: it is there and can open the simulator, or nothing starts."""
        if self.wanted.remote is None:
            return ()
        browsers = self.config.stash[SESSION].browsers
        try:
            version = browsers.reach(simulator) or ""
        except NoBrowser as refusal:
            pytest.exit(visible(str(refusal)), CANNOT_CHECK)
        finally:
            browsers.close()
        ids = self.wanted.portion.ids
        left = sum(why_not_remote(one.tags) is not None for one in self.scenarios if ids is None or one.id in ids)
        if left:
            say(
                f"{_counted(left, 'scenario')} {'needs' if left == 1 else 'need'} a browser of this machine and will "
                "be skipped; so the run is not whole.",
                err=True,
            )
        return (Browser(name=f"Chromium at {self.wanted.remote.told}", version=version),)

    def _begin(self, folder: Path, address: str, token: str, *, worker: str) -> None:
        browsers = Browsers(
            headed=self.config.getoption("headed"),
            full=self.config.getoption("full_browser"),
            slow_ms=self.config.getoption("slow"),
            remote=self.wanted.remote,
        )
        session = Session(
            folder=folder,
            address=address,
            token=token,
            recorder=Recorder(folder, worker, part=self.wanted.portion.part),
            browsers=browsers,
            attempts=Counter(self.wanted.portion.tried),
            failures=Counter(self.wanted.portion.failed),
            trace_all=self.config.getoption("trace_all"),
            leader=os.getppid() if self.is_worker else None,
            plan=self.wanted.plan,
            quarantined=self.wanted.quarantine.ids,
            seen_to_fail=self.wanted.seen_to_fail,
        )
        self.config.stash[SESSION] = session
        session.recorder.mask.add(token, *(self.wanted.remote.secrets if self.wanted.remote else ()))
        if self.runs_scenarios:
            self.config.pluginmanager.register(ScenarioRecorder(self.config), "deskproof-scenario-recorder")
            if retries := self.config.getoption("retries"):
                self.config.pluginmanager.register(Retries(self.config, retries), "deskproof-retries")

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: object) -> None:
        session = self.config.stash[SESSION]
        node.workerinput[_INPUT] = {  # type: ignore[attr-defined]
            "folder": str(session.folder),
            "address": session.address,
            "token": session.token,
            "portion": self.wanted.portion.told(),
            "lifeline": self.lifeline.port if self.lifeline else 0,
        }

    # ---- collection

    def pytest_pycollect_makemodule(self, module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
        if module_path.resolve() != self.folder / MODULE:
            return None
        module: pytest.Module = ScenarioModule.from_parent(parent, path=module_path)
        return module

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        matched = match(items, self.scenarios)
        unbound = [one for one in self.scenarios if one not in set(matched.values())]
        if unbound and not self._narrowed_by_path():
            first = unbound[0]
            self._stop(
                items,
                f"{_counted(len(unbound), 'scenario')} would not run, the first is {first.path}:{first.template_line} "
                f"'{first.name}'; run the whole folder {self.folder.name}.",
            )
            return
        for item, written in matched.items():
            item.stash[WRITTEN] = written
        by_defect = sorted(self.scenarios, key=lambda one: self.wanted.plan.get(one.id, ""))
        order = {one.id: index for index, one in enumerate(by_defect)}
        items.sort(key=lambda item: order[matched[item].id] if item in matched else len(order))
        if self.wanted.portion.ids is not None:
            chosen = [item for item in items if item in matched and matched[item].id in self.wanted.portion.ids]
            left = set(items).difference(chosen)
            if left:
                self.config.hook.pytest_deselected(items=[item for item in items if item in left])
                items[:] = chosen

    def _narrowed_by_path(self) -> bool:
        return any("::" in argument for argument in self.config.args)

    def _stop(self, items: list[pytest.Item], sentence: str) -> None:
        """Run nothing and say why: here, or in a worker by way of the controller."""
        items.clear()
        if self.is_worker:
            self.config.workeroutput[_UNBOUND] = sentence  # type: ignore[attr-defined]
        else:
            pytest.exit(visible(sentence), CANNOT_CHECK)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        if SESSION in self.config.stash and self.runs_scenarios:
            written = (item.stash[WRITTEN] for item in session.items if WRITTEN in item.stash)
            ids = tuple(one.id for one in written if self.wanted.remote is None or why_not_remote(one.tags) is None)
            self.config.stash[SESSION].recorder.scenarios_planned(
                ids, suite=len(self.scenarios), chosen=self.wanted.portion.chosen, split=self.wanted.portion.split
            )

    # ---- during and after

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Where the disk takes no more, the run ends: what cannot be recorded need not be run."""
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
            with contextlib.suppress(CannotRecord):  # the run ends for that, as it does for the workers
                self.config.stash[SESSION].recorder.worker_lost(node.gateway.id)  # type: ignore[attr-defined]
        output = output or {}
        if _UNBOUND in output and self.reason == "complete":
            self.reason = str(output[_UNBOUND])
            say(self.reason, err=True)

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A flaky scenario fails the run; after one that did not pass: no simulator, no further scenarios."""
        told = dict(report.user_properties).get(TOLD)
        self.flaky = self.flaky or (isinstance(told, dict) and told["status"] == "flaky")
        if self.server is None or report.passed or self.reason != "complete":
            return
        if not self.server.running:
            last = self.server.complaints().strip().splitlines()[-1:]
            self.reason = ": ".join(["the simulator ended", *last])
            self.config.stash[_PYTEST_SESSION].shouldstop = self.reason

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        if self.reason == "complete":
            stopped = excinfo.value  # by a person, or by pytest, whose own kinds say why
            self.reason = "interrupted" if type(stopped) is KeyboardInterrupt else str(stopped) or "interrupted"

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Generator[None, object, object]:
        if SESSION in self.config.stash:
            self.config.stash[SESSION].end_defective()  # a worker that has told its end may not come to do it
        result = yield
        if SESSION in self.config.stash and not self.is_worker:
            if session.shouldfail and self.reason == "complete":
                self.reason = str(session.shouldfail)
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
        if self.lifeline is not None:
            self.lifeline.close()

    def pytest_internalerror(self, excrepr: object) -> None:
        if self.reason == "complete":
            self.reason = f"an error in the harness: {str(excrepr).strip().splitlines()[-1]}"


def _end_on_termination(_number: int, _frame: FrameType | None) -> None:
    """SIGTERM ends a run as Ctrl-C does; xdist ends its workers, and they their browsers."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> int | None:
    """The bind check, before anything else: where something is wrong, nothing starts."""
    folder = _features_folder(config)
    if folder is None or hasattr(config, "workerinput"):
        return None
    _refuse_what_cannot_be(config, folder)
    checked = check(folder, known_definitions(config.rootpath))
    config.stash[_CHECKED] = checked
    for finding in checked.findings:
        say(finding, err=True)
    if checked.findings:
        say(f"{_counted(len(checked.findings), 'finding')}: fix what they say, then the features can run.", err=True)
        return CANNOT_CHECK
    if config.getoption("check_only"):
        asked(config, checked.scenarios, folder)  # what a run would refuse, the check refuses
        count = _counted(len(checked.scenarios), "scenario")
        say(f"{count}: every step has its one definition, every scenario a claim to prove.")
        return 0
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    folder = _features_folder(config)
    if folder is None:
        return
    if _CHECKED not in config.stash:  # in a worker; the controller has checked
        config.stash[_CHECKED] = Checked(files=read_features(folder), claims=None, findings=())
    config.stash[FEATURE_FILES] = config.stash[_CHECKED].files
    features = Features(config, folder)
    for tag in sorted({tag for one in features.scenarios for tag in one.tags}):
        config.addinivalue_line("markers", f"{tag}: a tag of the features")
    config.pluginmanager.register(VisibleOutput(), "deskproof-visible-output")
    config.pluginmanager.register(features, "deskproof-features")
    if not features.is_worker and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _end_on_termination)


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    return word_for(report)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    session.config.stash[_PYTEST_SESSION] = session


def _refuse_what_cannot_be(config: pytest.Config, folder: Path) -> None:
    """Raises UsageError for paths of another project, and for a choice of pytest's own that is blank."""
    here = config.invocation_params.dir
    paths = [here / argument.partition("::")[0] for argument in config.args]
    if not is_of(folder, here):
        raise pytest.UsageError(visible(refusal(folder, folder, here)))
    if strange := next((one for one in paths if not one.resolve().is_relative_to(folder.parent)), None):
        raise pytest.UsageError(
            visible(f"{strange} lies outside the project at {folder.parent}; run it from its own project.")
        )
    for name, option in (("-k", "keyword"), ("-m", "markexpr")):
        if (text := config.getoption(option)) and is_blank(text):
            raise pytest.UsageError(
                visible(f"{name} {text!r} has nothing in it to look for; give words, or leave it out.")
            )


def _features_folder(config: pytest.Config) -> Path | None:
    """The folder whose features this run is about: of the first argument that lies in one."""
    for argument in config.args:
        path = (config.invocation_params.dir / argument.partition("::")[0]).resolve()
        folder = path if path.is_dir() else path.parent
        for candidate in (folder, *folder.parents):
            if (candidate / MODULE).is_file():
                return candidate
    return None


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
