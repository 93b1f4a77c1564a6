"""Records every scenario while it runs.

Rule: the recorder uses pytest's and pytest-bdd's hooks in the process that runs the scenario. After each step it takes
evidence; after the last step it checks what only the end can show. It fails a scenario only for what the product did
and no step expected. A scenario that needs what the desktop does not have is skipped for pytest, and never fails.
"""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pytest_bdd.parser import Step as BddStep

from deskproof.reports.record import DetectedDefect, Evidence, Failure, PlannedStep, Scenario, Step
from deskproof.steps.browsers.browser import NoBrowser
from deskproof.steps.browsers.pool import why_not_remote
from deskproof.steps.errors import NotOffered
from deskproof.steps.evidence.collector import EvidenceCollector
from deskproof.steps.gherkin.files.reader import StepKind, WrittenScenario, WrittenStep
from deskproof.steps.mutation.defects import NotMet, note_not_met
from deskproof.steps.mutation.planted import Planted
from deskproof.steps.runner.failures import SnapshotDiffers, Unexpected, Verdict, judge
from deskproof.steps.runner.session import OUTCOME, SESSION, Session
from deskproof.steps.runner.tracing import TRACING, Tracing
from deskproof.steps.snapshots.texts import plain
from deskproof.steps.snapshots.watcher import Watcher

WRITTEN = pytest.StashKey[WrittenScenario]()
EVIDENCE = pytest.StashKey[EvidenceCollector]()
PLANTED = pytest.StashKey[Planted]()
WATCHER = pytest.StashKey[Watcher | None]()


@dataclass(kw_only=True)
class _Attempt:
    """A scenario while it runs."""

    written: WrittenScenario
    number: int
    started: float
    step_started: float = 0.0
    steps_done: int = 0
    verdict: Verdict | None = None
    error: Failure | None = None
    """An error that does not belong to a step."""
    last_evidence: Evidence | None = None
    trace: str | None = None
    stopped_at: StepKind | None = None
    """The kind of the step that did not pass; None where there is none."""
    stopped_in: str = ""
    """The text of that step."""

    @property
    def step(self) -> WrittenStep:
        return self.written.steps[self.steps_done]


_ATTEMPT = pytest.StashKey[_Attempt]()


class ScenarioRecorder:
    """A pytest plugin for one worker, or for the only process of a run."""

    def __init__(self, config: pytest.Config) -> None:
        self._session: Session = config.stash[SESSION]

    # ---- the scenario

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """An attempt begins."""
        written = item.stash.get(WRITTEN, None)
        if written is not None:
            self._session.attempts[written.id] += 1
            attempt = _Attempt(written=written, number=self._session.attempts[written.id], started=time.monotonic())
            item.stash[_ATTEMPT] = attempt
            accessibility = None if self._session.shows_only_failures(written.id) else self._session.accessibility
            item.stash[EVIDENCE] = EvidenceCollector(
                self._session.recorder, accessibility, judges=self._session.judges_pages
            )
            item.stash[WATCHER] = self._watcher(written, item.stash[EVIDENCE])
            item.stash[PLANTED] = self._session.planted_for(written.id)
            item.stash[TRACING] = Tracing(on=self._session.trace_all or attempt.number > 1)
            plan = planned(
                written,
                quarantined=written.id in self._session.quarantined,
                detection=self._session.detection.get(written.id),
            )
            self._session.recorder.scenario_started(plan, attempt.number)
            if self._session.browsers.remote and (reason := why_not_remote(written.tags)):
                pytest.skip(reason)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, object, object]:
        try:
            result = yield
        except NotOffered as lacking:  # the step is recorded
            pytest.skip(str(lacking))
        attempt = item.stash.get(_ATTEMPT, None)
        if attempt is not None:
            collector = item.stash[EVIDENCE]
            watcher = item.stash[WATCHER]
            if watcher is not None:
                collector.wait_for_answers()
            attempt.last_evidence = collector.take(pages=False)
            findings = (*collector.findings(), *collector.final_findings())
            if findings:
                raise Unexpected(" ".join(findings))
            if watcher is not None:
                watcher.add(attempt.last_evidence)
                watcher.end()
                if watcher.difference:
                    raise SnapshotDiffers(watcher.difference)
        return result

    def _watcher(self, written: WrittenScenario, collector: EvidenceCollector) -> Watcher | None:
        if self._session.snapshots is None:
            return None
        mask = self._session.recorder.mask
        return self._session.snapshots.watcher(
            written, lambda: collector.open_pages, lambda text: plain(mask.text(text), collector.organisation)
        )

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        attempt = item.stash.get(_ATTEMPT, None)
        if attempt is None:
            return report
        if call.excinfo is not None and attempt.verdict is None:
            attempt.verdict = self._judge(item, call.excinfo.value)
            attempt.error = attempt.verdict.failure
        if call.when == "call" and attempt.verdict is not None and attempt.verdict.wrong:
            attempt.trace = self._save_trace(item, attempt)
        if call.when == "teardown":
            ended = None
            if attempt.verdict is not None and attempt.verdict.status == "broken":
                ended = self._session.ended()
                item.session.shouldstop = ended or item.session.shouldstop
            outcome = self._finish(attempt, self._not_met(item), ended=ended is not None)
            watcher = item.stash[WATCHER]
            outcome["differs"] = watcher is not None and bool(watcher.difference)
            if watcher is not None and self._session.snapshots is not None and outcome["status"] == "passed":
                self._session.snapshots.passed(attempt.written, watcher)
            report.user_properties.append((OUTCOME, outcome))
            if attempt.verdict is not None and attempt.verdict.status == "broken":
                self._session.browsers.close()  # whatever broke it, the next scenario gets a new one
        return report

    def has_hung(self, item: pytest.Item, message: str) -> None:
        """Record the end of an attempt that hangs and whose process is to end: broken, at the step that hangs; or what
        an earlier step has shown, where it hangs after that.
        """
        attempt = item.stash.get(_ATTEMPT, None)
        if attempt is None:
            return
        if attempt.verdict is None:
            attempt.verdict = Verdict(status="broken", failure=Failure(message=message))
            attempt.error = attempt.verdict.failure
            if attempt.steps_done < len(attempt.written.steps):
                self._write(attempt, (time.monotonic() - (attempt.step_started or attempt.started)) * 1000, None)
        self._finish(attempt, None, ended=False)

    def _save_trace(self, item: pytest.Item, attempt: _Attempt) -> str | None:
        with TemporaryDirectory(prefix="deskproof-trace-") as folder:
            browsers = item.stash[TRACING].stop(Path(folder))
            return self._session.recorder.save_trace(attempt.written.id, attempt.number, browsers)

    def _not_met(self, item: pytest.Item) -> NotMet | None:
        planted = item.stash[PLANTED]
        if not (complaint := planted.complaint):
            return None
        return NotMet(scenario=item.stash[WRITTEN].id, reason=complaint, stale=bool(planted.stale))

    def _finish(self, attempt: _Attempt, not_met: NotMet | None, *, ended: bool) -> dict[str, object]:
        """Record the end and return what the terminal shows. Where the run `ended` during the scenario nothing is
        recorded: it was not judged, and runs when the run is resumed.
        """
        status = attempt.verdict.status if attempt.verdict else "passed"
        took = (time.monotonic() - attempt.started) * 1000
        if not ended:
            self._session.recorder.scenario_finished(
                attempt.written.id,
                attempt.number,
                status,
                took,
                attempt.error,
                evidence=_unless_empty(attempt.last_evidence),
                trace=attempt.trace,
                not_offered=attempt.verdict.not_offered if attempt.verdict else None,
            )
            if not_met is not None:
                note_not_met(not_met, self._session.folder)
        reason = attempt.verdict.failure.message if attempt.verdict else ""
        written = attempt.written
        return {
            "status": status,
            "path": written.path,
            "line": written.line,
            "name": written.title,
            "ms": took,
            "reason": reason,
            "kind": attempt.stopped_at,
            "step": attempt.stopped_in,
            "not_met": None if not_met is None else asdict(not_met),
        }

    # ---- the steps

    def pytest_bdd_before_step(self, request: pytest.FixtureRequest) -> None:
        request.node.stash[_ATTEMPT].step_started = time.monotonic()

    def pytest_bdd_after_step(self, request: pytest.FixtureRequest, step: BddStep) -> None:
        item, attempt = request.node, request.node.stash[_ATTEMPT]
        took = (time.monotonic() - attempt.step_started) * 1000
        collector = item.stash[EVIDENCE]
        pages = step.type != "given" and not self._session.shows_only_failures(attempt.written.id)
        evidence = collector.take(pages=pages, pictures=self._session.all_pictures)
        if (watcher := item.stash[WATCHER]) is not None:
            watcher.add(evidence)
            if step.type == "then":
                watcher.look(attempt.steps_done, f"{attempt.step.keyword} {attempt.step.text}")
        findings = collector.findings()
        if findings:
            error = Unexpected(" ".join(findings))
            attempt.verdict = self._judge(item, error)
        self._write(attempt, took, evidence)
        if findings:
            raise error

    def pytest_bdd_step_error(self, request: pytest.FixtureRequest, exception: Exception) -> None:
        self._step_failed(request.node, exception)

    def pytest_bdd_step_func_lookup_error(self, request: pytest.FixtureRequest, exception: Exception) -> None:
        request.node.stash[_ATTEMPT].step_started = time.monotonic()
        self._step_failed(request.node, exception)

    def _step_failed(self, item: pytest.Item, exception: Exception) -> None:
        attempt = item.stash[_ATTEMPT]
        took = (time.monotonic() - attempt.step_started) * 1000
        collector = item.stash[EVIDENCE]
        pages = not isinstance(exception, NotOffered)  # such a step has shown nothing
        try:
            evidence = collector.take(pages=pages)
        except Exception:  # there is no evidence from a simulator or browser that died; the verdict says so
            evidence = None
        attempt.verdict = self._judge(item, exception, evidence)
        self._write(attempt, took, evidence)

    def _judge(self, item: pytest.Item, error: BaseException, evidence: Evidence | None = None) -> Verdict:
        if isinstance(error, NoBrowser):
            self._session.no_browser = str(error)
        return judge(error, lost=self._session.lost, journal=item.stash[EVIDENCE].journal, evidence=evidence)

    def _write(self, attempt: _Attempt, took: float, evidence: Evidence | None) -> None:
        step, verdict = attempt.step, attempt.verdict
        attempt.steps_done += 1
        if verdict is not None and not verdict.failure.unasked:
            attempt.stopped_at, attempt.stopped_in = step.kind, f"{step.keyword} {step.text}"
        self._session.recorder.step_finished(
            attempt.written.id,
            attempt.number,
            Step(
                keyword=step.keyword,
                text=step.text,
                status=verdict.status if verdict else "passed",
                duration_ms=took,
                evidence=evidence,
                error=verdict.failure if verdict and verdict.wrong else None,
                table=step.table,
                docstring=step.docstring,
            ),
        )


def planned(
    written: WrittenScenario, *, quarantined: bool = False, detection: DetectedDefect | None = None
) -> Scenario:
    """A scenario as the record has it."""
    return Scenario(
        id=written.id,
        feature=written.feature,
        rule=written.rule,
        name=written.name,
        language=written.language,
        tags=written.tags,
        claims=written.claims,
        path=written.path,
        line=written.line,
        example=written.row or None,
        steps=tuple(
            PlannedStep(keyword=step.keyword, text=step.text, table=step.table, docstring=step.docstring)
            for step in written.steps
        ),
        quarantined=quarantined,
        detection=detection,
    )


def _unless_empty(evidence: Evidence | None) -> Evidence | None:
    return evidence if evidence and (evidence.console or evidence.traffic or evidence.journal) else None
