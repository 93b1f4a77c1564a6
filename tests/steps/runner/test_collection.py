"""Which scenarios run: the selected ones, all that are written, and each row of an outline."""

from pathlib import Path

import pytest

from deskproof.reports.record import load
from tests.steps.conftest import WriteFeatures
from tests.steps.runner.tiny import CONFTEST, ENGLISH, FEATURE, SWEDISH, run_pytest


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("--place", "features/b.feature"), {"Good too"}),
        (("--place", "features/a.feature:5"), {"Good"}),
        (("--tags=@AD-001 and not @AD-002", "--named=good"), {"Good", "Good too"}),
        (("--named=expected error",), {"Expected error"}),
        (("-m", "AD-001", "-k", "bra"), {"Bra"}),
    ],
)
def test_a_selection(project: Path, arguments: tuple[str, ...], names: set[str]) -> None:
    done = run_pytest(project, "--collect-only", "-q", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = [line for line in done.stdout.splitlines() if "::" in line]
    assert {line.partition("::test_")[2].rpartition("_")[0] for line in lines} == {
        name.lower().replace(" ", "_") for name in names
    }


def test_a_scenario_that_pytest_does_not_reach_stops_the_run(write_features: WriteFeatures) -> None:
    folder = write_features(conftest=CONFTEST, a=FEATURE, b=ENGLISH, **{"sv/b": SWEDISH})
    for workers in ("0", "2"):
        done = run_pytest(folder.parent, "features/sv", "--run-folder", f"none-{workers}", "-n", workers, base=())
        assert done.returncode != 0
        assert "9 scenarios would not run, the first is features/a.feature:4 'Good'" in done.stdout + done.stderr
        assert load(folder.parent / f"none-{workers}").scenarios == ()


ROWS = r"""Feature: Rows

  @AD-001
  Scenario Outline: Rows that are alike
    Given a page with \<p\><n>
    When 15 minutes pass
    Then it shows <m>

    Examples:
      | n       | m       |
      | a \| b  | c       |
      | a       | b \| c  |
      | b \| c a | b \| c  |
"""


def test_a_row_that_fails_is_not_hidden_behind_another(write_features: WriteFeatures) -> None:
    folder = write_features(conftest=CONFTEST, a=FEATURE, b=ENGLISH, rows=ROWS, **{"sv/b": SWEDISH})
    done = run_pytest(folder.parent, "--run-folder", "rows", "-k", "rows")
    assert done.returncode == 1, done.stdout + done.stderr
    rows = [
        (scenario.example, scenario.status, len(scenario.attempts))
        for scenario in load(folder.parent / "rows").scenarios
    ]
    assert rows == [
        (r"a \| b | c", "failed", 1),
        (r"a | b \| c", "failed", 1),
        (r"b \| c a | b \| c", "passed", 1),
    ]
