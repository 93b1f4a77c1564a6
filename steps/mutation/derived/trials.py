"""Trials of derived defects: which defect, as a change of which file, with which scenarios; and their verdicts.

Rule: a trial ends with the first scenario that detects the defect. Its verdict is a line of `derived.ndjson`, valid
while product, harness and features are the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from deskproof.reports.derived import Word
from deskproof.simulator.defects import PACKAGE, StaleDefect, source_with

VERDICTS = "derived.ndjson"


@dataclass(frozen=True, kw_only=True)
class Trial:
    """A defect and the scenarios to try it with, in their order, of `reach` that run the changed place. The defect has
    `text` in place of the bytes from `start` to `end` of `file`, below `simulator/`. A canary is a named defect that is
    known to be detected. `most` is after how many scenarios that passed over it the trial ends, None for never. `state`
    differs where product, harness or features differ.
    """

    name: str
    file: str
    sha256: str
    start: int
    end: int
    text: str
    scenarios: tuple[str, ...]
    reach: int
    most: int | None = None
    canary: bool = False
    state: str = ""

    def source(self, into: Path) -> Path:
        """A folder in which the simulator with this defect can be started. Raises StaleDefect."""
        content = (PACKAGE / self.file).read_bytes()
        if sha256(content) != self.sha256:
            raise StaleDefect(f"simulator/{self.file} has changed since the trial was planned; plan the trials again.")
        changed = content[: self.start] + self.text.encode() + content[self.end :]
        return source_with(self.file, changed.decode(), into)

    @property
    def fingerprint(self) -> str:
        """Equal while the trial is the same."""
        return sha256(json.dumps(asdict(self)).encode())[:16]


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """How a trial ended. `scenario`, `step` and `reason` are of the failure that decided it, or `test`; `tried` are the
    scenarios that passed over the defect.
    """

    name: str
    trial: str
    word: Word
    tried: tuple[str, ...] = ()
    scenario: str = ""
    test: str = ""
    step: str = ""
    reason: str = ""


def sha256(content: bytes) -> str:
    """The hash of a file's content."""
    return hashlib.sha256(content).hexdigest()


def write_trials(trials: Iterable[Trial], file: Path) -> None:
    """Save the trials of a run."""
    file.write_text("".join(json.dumps(asdict(trial)) + "\n" for trial in trials), encoding="utf-8")


def read_trials(file: Path) -> tuple[Trial, ...]:
    """What `write_trials` saved."""
    lines = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return tuple(Trial(**{**line, "scenarios": tuple(line["scenarios"])}) for line in lines)


def append(verdict: Verdict, file: Path) -> None:
    """Save one more verdict."""
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(asdict(verdict)) + "\n")


def verdicts(file: Path, trials: Iterable[Trial]) -> Mapping[str, Verdict]:
    """The saved verdicts that are valid for these trials, by name. A line that was cut off is left out."""
    current = {trial.name: trial.fingerprint for trial in trials}
    return {each.name: each for each in _read(file) if current.get(each.name) == each.trial}


def _read(file: Path) -> Iterator[Verdict]:
    if not file.is_file():
        return
    for line in file.read_text(encoding="utf-8").splitlines():
        try:
            yield of_plain(json.loads(line))
        except (ValueError, TypeError):
            continue


def of_plain(values: Mapping[str, Any]) -> Verdict:
    """A verdict from what `asdict` or JSON has of it."""
    return Verdict(**{**values, "tried": tuple(values["tried"])})
