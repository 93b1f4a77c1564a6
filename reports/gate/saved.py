"""`gate.json` beside the record: the newest verdict of the gate on the run.

Rule: written completely or not at all. A file that cannot be read counts as none; the gate itself never reads it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from deskproof.reports.gate.verdict import Verdict
from deskproof.reports.record.evidence import write_whole
from deskproof.reports.text.visible import within

NAME = "gate.json"
SCHEMA = "deskproof/gate/1"


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """A verdict with the day on which the gate was evaluated."""

    verdict: Verdict
    day: date
    schema: str = SCHEMA


_EVALUATION = TypeAdapter(Evaluation)


def save(run_folder: Path, evaluation: Evaluation) -> Path:
    """Write the verdict into the run's folder; returns the file's path. Raises OSError."""
    target = run_folder / NAME
    text = json.dumps(within(_EVALUATION.dump_python(evaluation)), default=str, ensure_ascii=False, indent=1) + "\n"
    write_whole(target, text.encode("utf-8", "replace"))  # a package's rule may use characters that cannot be encoded
    return target


def saved(run_folder: Path) -> Evaluation | None:
    """The saved verdict on the run; None where there is none that can be read."""
    try:
        evaluation = _EVALUATION.validate_json((run_folder / NAME).read_bytes())
    except (OSError, ValidationError):
        return None
    return evaluation if evaluation.schema == SCHEMA else None
