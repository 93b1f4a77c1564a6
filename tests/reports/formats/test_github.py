"""Annotations: one line each, and no name becomes a command."""

from dataclasses import replace
from pathlib import Path

from deskproof.reports.formats.github import workflow_commands
from deskproof.reports.record.loading import load
from tests.reports.expected import check_golden
from tests.reports.invented import write_run


def test_what_did_not_pass_is_annotated(tmp_path: Path) -> None:
    write_run(tmp_path)
    check_golden("github.txt", "\n".join(workflow_commands(load(tmp_path))) + "\n")


def test_a_name_cannot_become_a_command(tmp_path: Path) -> None:
    write_run(tmp_path)
    run = load(tmp_path)
    failed = next(scenario for scenario in run.scenarios if scenario.status == "failed")
    (line,) = workflow_commands(replace(run, scenarios=(replace(failed, name="a,line=1::b\n::error::c"),)))
    assert "\n" not in line
    assert "title=failed%3A a%2Cline=1%3A%3Ab%0A%3A%3Aerror%3A%3Ac::" in line
