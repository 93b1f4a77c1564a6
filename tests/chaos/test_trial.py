"""The short form of `make chaos`: one moment of a fault that needs no rights."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

from tests.chaos.running import RULE
from tests.chaos.trial import Ending, attempt, undisturbed

SEED = 20260115


@pytest.mark.nightly
@pytest.mark.skipif(sys.platform != "linux", reason="the processes of a run are found in /proc")
def test_a_run_whose_controller_is_killed_loses_nothing_and_is_resumed(tmp_path: Path) -> None:
    reference = undisturbed(tmp_path / "undisturbed", RULE)
    assert attempt("controller", reference, tmp_path / "disturbed", Random(SEED)).ending is Ending.RESUMED
