"""`allure-results/`: the record as Allure reads it, for teams that use Allure.

Rule: one result per attempt; attempts of a scenario share `historyId`, which is how Allure knows a retry. Its own
classes say what a result is made of; names of files come from what is in them, so that equal runs give equal folders.
Quarantined is failed and known, not offered is skipped. Pictures are copied, because Allure looks for attachments
beside the results only.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import attr
from allure_commons.model2 import Attachment, Label, Parameter, StatusDetails, TestResult, TestStepResult

from deskproof.reports.formats.format import Format, Source
from deskproof.reports.record.facts import Attempt, Failure, Run, ScenarioResult, Step, StepStatus
from deskproof.reports.record.values import Table
from deskproof.reports.text.visible import as_json

_SPACE = uuid.UUID("8f5a9a0e-54f3-5a7b-9d43-6f0a4cf2b3a1")
_CATEGORIES = (
    {"name": "The product did something else", "matchedStatuses": ["failed"]},
    {"name": "The test itself could not decide", "matchedStatuses": ["broken"]},
)


def write(source: Source, target: Path) -> None:
    """Write the folder; an attachment that cannot be read is left out."""
    run = source.run
    target.mkdir()
    for result, files in results(run):
        _save(target / f"{result.uuid}-result.json", attr.asdict(result, filter=_has_value))
        for name, content in files.items():
            _attach(target / name, content, source.folder)
    _save(target / "categories.json", _CATEGORIES)
    facts = {
        "Adapter": run.run.adapter,
        "Desktop": run.run.desktop,
        "Commit": run.run.commit,
        **{browser.name: browser.version for browser in run.run.browsers},
        **run.run.versions,
    }
    lines = (f"{key.replace(' ', '_')}={_one_line(value)}\n" for key, value in facts.items() if value)
    (target / "environment.properties").write_bytes("".join(lines).encode())


FORMAT = Format(name="allure", path="allure-results", write=write, by_default=False)


def results(run: Run) -> Iterator[tuple[TestResult, dict[str, str | bytes]]]:
    """Each attempt as a result, with the files it refers to: a path in the run's folder, or the bytes themselves."""
    for scenario in run.scenarios:
        for attempt in scenario.attempts:
            files: dict[str, str | bytes] = {}
            yield _result(run, scenario, attempt, files), files


def _result(run: Run, scenario: ScenarioResult, attempt: Attempt, files: dict[str, str | bytes]) -> TestResult:
    start = _milliseconds(attempt.started_at)
    last = attempt is scenario.attempts[-1]
    steps = attempt.steps if attempt.steps is not None else scenario.steps
    return TestResult(
        uuid=str(uuid.uuid5(_SPACE, f"{run.run.id} {scenario.id} {attempt.number}")),
        historyId=hashlib.md5(scenario.id.encode(), usedforsecurity=False).hexdigest(),
        testCaseId=hashlib.md5(scenario.id.encode(), usedforsecurity=False).hexdigest(),
        name=f"{scenario.name} [{scenario.example}]" if scenario.example else scenario.name,
        fullName=f"{scenario.path}:{scenario.line}",
        titlePath=[part for part in (scenario.path, scenario.rule) if part],
        status=_status(attempt.status),
        statusDetails=_details(
            _why(attempt), known=scenario.quarantined or None, flaky=(last and scenario.status == "flaky") or None
        ),
        stage="finished",
        start=start,
        stop=start + round(attempt.duration_ms),
        labels=[Label(name=name, value=value) for name, value in _labels(scenario, attempt)],
        parameters=[Parameter(name="example", value=scenario.example)] if scenario.example else [],
        steps=list(_steps(steps, start, files)),
    )


def _labels(scenario: ScenarioResult, attempt: Attempt) -> Iterator[tuple[str, str]]:
    yield "feature", scenario.feature
    if scenario.rule:
        yield "story", scenario.rule
    yield "suite", scenario.feature
    yield "framework", "deskproof"
    yield "language", scenario.language
    yield "thread", attempt.worker
    yield from (("tag", tag.removeprefix("@")) for tag in scenario.tags)
    yield from (("claim", claim) for claim in scenario.claims)


def _steps(steps: Iterable[Step], start: float, files: dict[str, str | bytes]) -> Iterator[TestStepResult]:
    for step in steps:
        stop = start + round(step.duration_ms)
        yield TestStepResult(
            name=f"{step.keyword} {step.text}",
            status=_status(step.status),
            statusDetails=_details(step.error),
            stage="finished",
            start=start,
            stop=stop,
            attachments=list(_attachments(step, files)),
        )
        start = stop


def _attachments(step: Step, files: dict[str, str | bytes]) -> Iterator[Attachment]:
    if step.table:
        yield _file("table", _csv(step.table), "csv", "text/csv", files)
    if step.docstring is not None:
        yield _file("text", step.docstring.encode("utf-8", "replace"), "txt", "text/plain", files)
    for picture in step.evidence.pictures if step.evidence else ():
        suffix = Path(picture.path).suffix.removeprefix(".")
        name = f"{Path(picture.path).stem}-attachment.{suffix}"
        files[name] = picture.path
        kind = f"image/{'jpeg' if suffix == 'jpg' else suffix}"
        yield Attachment(name=picture.actor or "picture", source=name, type=kind)


def _file(name: str, content: bytes, suffix: str, kind: str, files: dict[str, str | bytes]) -> Attachment:
    source = f"{hashlib.sha256(content).hexdigest()[:32]}-attachment.{suffix}"
    files[source] = content
    return Attachment(name=name, source=source, type=kind)


def _csv(table: Table) -> bytes:
    quoted = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table)
    return "\n".join(quoted).encode("utf-8", "replace")


def _status(status: StepStatus) -> str:
    return "skipped" if status == "not-offered" else status


def _why(attempt: Attempt) -> Failure | None:
    return Failure(message=attempt.not_offered.reason) if attempt.not_offered else attempt.error


def _details(error: Failure | None, *, known: bool | None = None, flaky: bool | None = None) -> StatusDetails | None:
    if error is None and not known and not flaky:
        return None
    message, trace = (error.message, error.details or None) if error else (None, None)
    return StatusDetails(known=known, flaky=flaky, message=message, trace=trace)


def _attach(target: Path, content: str | bytes, run_folder: Path) -> None:
    if target.exists():
        return
    if isinstance(content, bytes):
        target.write_bytes(content)
        return
    source = (run_folder / content).resolve()
    if source.is_relative_to(run_folder.resolve()) and source.is_file():
        target.write_bytes(source.read_bytes())


def _save(target: Path, content: object) -> None:
    target.write_bytes(f"{as_json(content, indent=1)}\n".encode())


def _has_value(_: object, value: Any) -> bool:
    """As Allure's own writer has it: empty values are not written."""
    return bool(value) or value is False or value == 0


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _milliseconds(iso: str) -> int:
    return round(datetime.fromisoformat(iso).timestamp() * 1000) if iso else 0
