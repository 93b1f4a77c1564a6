"""The table of the options of a run: each can be given, passed on and read again."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest

from deskproof.steps.selection import options
from deskproof.steps.selection.request import RunRequest, Selection

ROWS = tuple(options.rows(RunRequest))

EVERYTHING = RunRequest(
    pack="sign-in",
    selection=Selection(
        places=("a.feature:3", "b.feature"),
        words="two words",
        tags="@AD-001 or @AD-002",
        unsettled_in=Path("run"),
        changed_since="main",
        impacted_since="main",
        impact_map=Path("impact.json"),
        shard="1/2",
    ),
    retries=2,
    scenario_seconds=90,
    trace=True,
    pictures="failed",
    record_impact=True,
    full_browser=True,
    headed=True,
    slow=250.0,
    browser_url="ws://grid/",
    browser_url_kind="playwright",
    port=8080,
    dealt_by=Path("history.db"),
    resumed=True,
    run_folder=Path("run"),
    check_only=True,
    defects=Path("plan.json"),
    trials=Path("trials.ndjson"),
    snapshots="all",
)


def test_each_option_has_a_sentence_and_names_of_its_own() -> None:
    names = Counter(name for row in ROWS for name in row.option.command_line)
    names += Counter(f"pytest {row.option.pytest}" for row in ROWS if row.option.pytest)
    assert [name for name, count in names.items() if count > 1] == []
    assert [row.name for row in ROWS if not row.option.command_line and not row.option.pytest] == []
    assert [row.name for row in ROWS if not row.option.help[:1].isupper()] == []


def test_the_plugin_reads_what_the_command_line_passes_on() -> None:
    """With everything given, so that no option of pytest is left out."""
    given = {row.name for row, value in options.values_of(EVERYTHING) if value != row.default}
    assert given == {row.name for row in ROWS if row.option.pytest}
    parser = pytest.Parser(_ispytest=True)
    options.add_to_pytest(RunRequest, parser)
    namespace = parser.parse(options.arguments(EVERYTHING))

    class Config:
        def getoption(self, name: str) -> Any:
            return getattr(namespace, name)

    assert options.from_pytest(RunRequest, Config()) == EVERYTHING  # type: ignore[arg-type]


def test_the_folder_and_the_resuming_are_not_recorded() -> None:
    recorded = options.recorded(RunRequest, options.arguments(EVERYTHING))
    assert set(options.arguments(EVERYTHING)) - set(recorded) == {"--run-folder=run", "--resume"}


def test_what_is_shown_on_a_screen_runs_in_one_process() -> None:
    request = RunRequest(workers="4")
    assert request.pytest_arguments(Path("features"))[-4:] == ["-n", "4", "--dist", "worksteal"]
    assert replace(request, headed=True).number_of_workers == "0"
    assert "-n" not in replace(request, check_only=True).pytest_arguments(Path("features"))


@pytest.mark.parametrize("row", [row for row in ROWS if row.option.command_line], ids=lambda row: row.name)
def test_a_blank_value_is_refused_or_has_a_meaning(row: options.Row) -> None:
    """No option of text takes blanks for nothing, so that a variable that is not set is noticed."""
    if row.is_flag or row.option.if_alone is not None or row.name == "browser_url":  # checked as an address
        return
    with pytest.raises(click.BadParameter):
        row.option.type.convert(" ", None, None)
