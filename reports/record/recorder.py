"""The append-only writer of the run record.

Rule: one line per fact, in the worker's own `events-<worker>.ndjson`, handed to the operating system as it happens and
to the disk at the end of each scenario. A line, once written, is never changed; secrets are masked before they are
written. `deskproof.reports.record.loading` reads the lines.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, TypeVar

from pydantic import TypeAdapter

from deskproof.reports.record.evidence import store, write_whole
from deskproof.reports.record.facts import Failure, NotOfferedVerb, RunInfo, Scenario, Step, StepStatus
from deskproof.reports.record.mask import Mask
from deskproof.reports.record.observed import Evidence
from deskproof.reports.record.parts import events_file
from deskproof.reports.record.traces import TRACES, joined
from deskproof.reports.text.visible import as_json

Saved = TypeVar("Saved")

_RUN = TypeAdapter(RunInfo)
_SCENARIO = TypeAdapter(Scenario)
_STEP = TypeAdapter(Step)
_FAILURE = TypeAdapter(Failure)
_EVIDENCE = TypeAdapter(Evidence)
_NOT_OFFERED = TypeAdapter(NotOfferedVerb)


def _utc_now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - a record has the real time; tests pass another `now`


class CannotRecord(Exception):
    """The disk refuses the record; the message says why, what is saved and what to do, `reason` only why."""

    def __init__(self, error: OSError, run_folder: Path) -> None:
        self.reason = f"the record could not be written: {error.strerror or error}"
        super().__init__(
            f"The record in {run_folder} could not be continued ({error.strerror or error}); it has what had finished."
            " Make room and run the rest with 'deskproof run --resume'."
        )


class Recorder:
    """Writes what happens in one process of a run. Each worker has its own; the controller's is called `main`. `part`
    is 1 for a run's first part, and one more for each time it is resumed.

    Raises CannotRecord where the disk refuses: nothing already written is touched by that, and this recorder writes no
    more, so that nothing incomplete is reported as finished.
    """

    def __init__(
        self,
        run_folder: Path | str,
        worker: str = "main",
        *,
        part: int = 1,
        mask: Mask | None = None,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,40}", worker):
            raise ValueError(f"A worker cannot be called {worker!r}: use letters, digits, '-' and '_', at most 40.")
        self.run_folder = Path(run_folder)
        self.mask = mask or Mask()
        self.worker = worker
        self._now = now
        self._lock = threading.Lock()
        self.run_folder.mkdir(parents=True, exist_ok=True)
        path = self.run_folder / events_file(worker, part=part)
        self._file = path.open("ab", buffering=0)
        if _locked(self._file):
            self._file.close()
            raise BlockingIOError(errno.EWOULDBLOCK, "another process writes this record", str(path))
        _drop_torn_end(path)
        self._lost: OSError | None = None

    def run_started(self, info: RunInfo) -> None:
        """The run begins; only the controller calls this."""
        self._write("runStarted", info=_RUN.dump_python(info, mode="json", by_alias=True))

    def run_merged(self, info: RunInfo, shards: int) -> None:
        """The record is made of so many shards; only a merge calls this."""
        self._write("runMerged", info=_RUN.dump_python(info, mode="json", by_alias=True), shards=shards)

    def scenarios_planned(
        self, ids: tuple[str, ...], *, suite: int | None = None, chosen: int | None = None, split: str | None = None
    ) -> None:
        """These scenarios are selected to run, out of `suite`; called once, after collection. Of a shard, all shards
        together run `chosen`, split as the fingerprint `split` says.
        """
        self._write("scenariosPlanned", planned=list(ids), suite=suite, chosen=chosen, split=split)

    def worker_lost(self, worker: str) -> None:
        """The worker has ended too early; only the controller calls this."""
        self._write("workerLost", lost=worker)

    def scenario_started(self, scenario: Scenario, attempt: int = 1) -> None:
        """A scenario begins its attempt number `attempt`, counted from 1."""
        self._write(
            "scenarioStarted",
            scenario=scenario.id,
            attempt=attempt,
            plan=_SCENARIO.dump_python(scenario, mode="json", by_alias=True),
        )

    def step_finished(self, scenario_id: str, attempt: int, step: Step) -> None:
        """A step of that attempt has ended; steps come in their order."""
        self._write(
            "stepFinished",
            scenario=scenario_id,
            attempt=attempt,
            step=_STEP.dump_python(step, mode="json", by_alias=True),
        )

    def scenario_finished(
        self,
        scenario_id: str,
        attempt: int,
        status: StepStatus,
        duration_ms: float,
        error: Failure | None = None,
        *,
        evidence: Evidence | None = None,
        trace: str | None = None,
        not_offered: NotOfferedVerb | None = None,
    ) -> None:
        """An attempt has ended; from here on it survives a power failure.

        `error` is for failures outside the steps (set-up, tear-down). `evidence` is what came after the last step; it
        is added to that step's. `trace` is the path of its Playwright trace, relative to the run folder. `not_offered`
        is what the desktop does not have, where the status is `not-offered`.
        """
        self._write(
            "scenarioFinished",
            scenario=scenario_id,
            attempt=attempt,
            status=status,
            durationMs=duration_ms,
            error=_FAILURE.dump_python(error, mode="json", by_alias=True) if error else None,
            evidence=_EVIDENCE.dump_python(evidence, mode="json", by_alias=True) if evidence else None,
            trace=trace,
            notOffered=_NOT_OFFERED.dump_python(not_offered, mode="json", by_alias=True) if not_offered else None,
        )
        self._to_disk()

    def run_finished(self, reason: str = "complete") -> None:
        """The run has ended, with `complete`, `interrupted`, or a few words on why. Only the controller calls this."""
        self._write("runFinished", reason=reason)
        self._to_disk()

    def attach(self, data: bytes, suffix: str = ".jpg") -> str:
        """Store a file of evidence; returns its path relative to the run folder. Equal content is stored once."""
        return self._save(lambda: store(self.run_folder, data, suffix))

    def save_trace(self, scenario_id: str, attempt: int, browsers: Sequence[Path]) -> str | None:
        """Save the traces of an attempt's `browsers` as one file without secrets; returns its path relative to the run
        folder, or None where there was nothing to save.
        """
        data = joined(browsers, self.mask)
        if data is None:
            return None
        relative = f"{TRACES}/{scenario_id}-{attempt}.zip"
        self._save(lambda: write_whole(self.run_folder / relative, data))
        return relative

    def _save(self, write: Callable[[], Saved]) -> Saved:
        if self._lost is not None:
            raise CannotRecord(self._lost, self.run_folder)
        try:
            return write()
        except OSError as error:
            self._lost = error
            raise CannotRecord(error, self.run_folder) from error

    def close(self) -> None:
        """Flush everything to the disk and close the file."""
        if not self._file.closed:
            try:
                if self._lost is None:
                    self._to_disk()
            finally:
                self._file.close()

    def __enter__(self) -> Recorder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _write(self, fact: str, **content: Any) -> None:
        at = self._now().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        line = self.mask.value({"fact": fact, "at": at, "worker": self.worker, **content})
        data = as_json(line).encode() + b"\n"
        with self._lock:
            if self._lost is not None:
                raise CannotRecord(self._lost, self.run_folder)
            before = os.fstat(self._file.fileno()).st_size
            try:
                left = memoryview(data)
                while left:
                    left = left[self._file.write(left) or 0 :]
            except OSError as error:
                self._lost = error
                os.truncate(self._file.fileno(), before)  # a line is complete or not there
                raise CannotRecord(error, self.run_folder) from error

    def _to_disk(self) -> None:
        with self._lock:
            try:
                os.fsync(self._file.fileno())
            except OSError as error:
                self._lost = error
                raise CannotRecord(error, self.run_folder) from error


def being_written(run_folder: Path) -> str | None:
    """The name of an event file that a living process writes, or None."""
    for path in sorted(run_folder.glob("events-*.ndjson")):
        with path.open("rb") as file:
            if _locked(file):
                return path.name
    return None


def _locked(file: IO[bytes]) -> bool:
    """Whether another process writes the file; if not, this process locks it until it is closed.

    False on a file system without locks.
    """
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _drop_torn_end(path: Path) -> None:
    """Remove an incomplete last line, which a killed worker leaves, so that the next one starts on a new line."""
    if path.exists() and (data := path.read_bytes()) and not data.endswith(b"\n"):
        os.truncate(path, data.rfind(b"\n") + 1)
