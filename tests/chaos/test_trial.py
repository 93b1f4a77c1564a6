"""The short form of `make chaos`: one moment of a fault that needs no rights."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

from tests.chaos.running import RULE
from tests.chaos.trial import Ending, attempt, tracebacks, undisturbed

SEED = 20260115


@pytest.mark.nightly
@pytest.mark.skipif(sys.platform != "linux", reason="the processes of a run are found in /proc")
def test_a_run_whose_controller_is_killed_loses_nothing_and_is_resumed(tmp_path: Path) -> None:
    reference = undisturbed(tmp_path / "undisturbed", RULE)
    assert attempt("controller", reference, tmp_path / "disturbed", Random(SEED)).ending is Ending.RESUMED


HEAD = "Traceback (most recent call last):\n"
BOOTSTRAP = f'{HEAD}  File "<string>", line 1, in <module>\n  File "<string>", line 5, in <module>\n'


@pytest.mark.parametrize(
    ("output", "count"),
    [
        ("1 passed\n", 0),
        (f'{HEAD}  File "/x/bin/deskproof", line 8, in <module>\n    main()\nKeyError: 1\n', 1),
        (f"{BOOTSTRAP}BrokenPipeError: [Errno 32] Broken pipe\n1 passed\n", 0),
        (f'{BOOTSTRAP}  File "/x/src/deskproof/steps/runner/plugin.py", line 8, in start\nKeyError: 1\n', 1),
    ],
)
def test_a_traceback_counts_unless_nothing_of_ours_had_been_imported(output: str, count: int) -> None:
    assert len(tracebacks(output)) == count
