"""`deskproof gate`: evaluates a run against the rules of `gate.toml`: is it ready to release?

Rule: reads the record of the run and the agreed files, never the product. Exit status: 0 every rule that applies is
met; 1 a rule is not met; 2 it could not be found out, as for a run that was cut short.
"""

import sys
from pathlib import Path

import click

from deskproof.reports.gate import BadGate, Decision, Evaluation, evaluate, lines, save
from deskproof.reports.outputs import LATEST
from deskproof.steps.cli import CannotCheck, current_project
from deskproof.steps.runner.gate import today
from deskproof.steps.selection.option_types import Location
from deskproof.steps.terminal import say

EXIT: dict[Decision, int] = {"open": 0, "blocked": 1, "undecided": 2}


@click.command()
@click.argument("run", required=False, type=Location())
@click.option("--base", metavar="RUN", type=Location(), help="The run to compare with.")
@click.option("--rules", metavar="FILE", type=Location(), help="The rules of the gate.")
@click.option("--quarantine", metavar="FILE", type=Location(), help="Scenarios that are known not to pass.")
@click.option("--history", metavar="FILE", type=Location(), help="The history of runs.")
@click.option("--approvals", metavar="FILE", type=Location(), help="What product has approved.")
@click.option("--swedish", is_flag=True, help="Give the reasons in Swedish.")
def command(
    run: Path | None,
    base: Path | None,
    rules: Path | None,
    quarantine: Path | None,
    history: Path | None,
    approvals: Path | None,
    swedish: bool,
) -> None:
    """Say whether RUN, a run's folder (by default the latest), is ready to release, rule by rule.

    Files that are not given are those of deskproof.toml. Without --base, the baseline is the newest earlier complete
    run in the history whose folder still exists.

    \b
    Example:
      deskproof gate
      deskproof gate reports/out/20260115-090000 --base reports/out/20260114-090000
    """
    project = current_project()
    run = run or project.out / LATEST
    try:
        verdict = evaluate(
            run,
            rules=rules or project.gate,
            quarantine=quarantine or project.quarantine,
            history=history or project.history,
            today=today(),
            baseline=base,
            approvals=approvals or project.approvals,
        )
        save(run, Evaluation(verdict=verdict, day=today()))
    except BadGate as error:
        raise CannotCheck(str(error)) from error
    except OSError as error:
        raise CannotCheck(f"The verdict cannot be saved in {run} ({error.strerror or error}); make room.") from error
    for line in lines(verdict, swedish=swedish):
        say(line)
    sys.exit(EXIT[verdict.decision])
