"""The verbs that the scenarios of a run have used, and how each ended: a line for each scenario in the run's folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deskproof.steps.errors import NotOffered

_FILES = "verbs-*.ndjson"


class VerbsUsed:
    """The verbs that one scenario uses."""

    def __init__(self, scenario: str) -> None:
        self._scenario = scenario
        self._verbs: dict[str, str | None] = {}

    def note(self, verb: str, error: Exception | None) -> None:
        """Note that a verb was called, with the error it raised. One that is not offered is not used."""
        if not isinstance(error, NotOffered):
            self._verbs[verb] = None if error is None else str(error).strip().partition("\n")[0] or type(error).__name__

    def save(self, folder: Path, worker: str, mask: Callable[[Any], Any]) -> None:
        """Append the line of the scenario, with what is secret in it masked."""
        if self._verbs:
            line = json.dumps({"scenario": self._scenario, "verbs": mask(self._verbs)}, ensure_ascii=False)
            with (folder / _FILES.replace("*", worker)).open("a", encoding="utf-8") as file:
                file.write(line + "\n")


@dataclass(frozen=True, kw_only=True)
class Use:
    """The verbs that a scenario used: None for each that worked, else the first line of its error."""

    scenario: str
    verbs: dict[str, str | None]


def verbs_used(folder: Path) -> Iterator[Use]:
    """What the scenarios of a run used."""
    for file in sorted(folder.glob(_FILES)):
        yield from read_uses(file)


def read_uses(file: Path) -> Iterator[Use]:
    """The lines of one file."""
    for line in file.read_text(encoding="utf-8").splitlines():
        yield Use(**json.loads(line))
