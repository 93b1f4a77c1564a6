"""`deskproof gate`: evaluates a run against the rules of `gate.toml`: is it ready to release?

Rule: reads the record of the run and the agreed files, never the product. Exit status: 0 every rule that applies is
met; 1 a rule is not met; 2 it could not be found out, as for a run that was cut short.
"""

import sys
from pathlib import Path

import click

from deskproof.reports.gate import BadGate, Decision, Evaluation, evaluate, lines, save
from deskproof.steps.cli import CannotCheck
from deskproof.steps.runner.gate import APPROVALS, QUARANTINE, today
from deskproof.steps.selection.option_types import Location
from deskproof.steps.terminal import say

EXIT: dict[Decision, int] = {"open": 0, "blocked": 1, "undecided": 2}


@click.command()
@click.argument("run", default="reports/out/latest", type=Location())
@click.option("--base", metavar="RUN", type=Location(), help="The run to compare with.")
@click.option("--rules", default="gate.toml", show_default=True, metavar="FILE", type=Location())
@click.option("--quarantine", default=QUARANTINE, show_default=True, metavar="FILE", type=Location())
@click.option("--history", default="reports/history.db", show_default=True, metavar="FILE", type=Location())
@click.option("--approvals", default=APPROVALS, show_default=True, metavar="FILE", type=Location())
@click.option("--swedish", is_flag=True, help="Give the reasons in Swedish.")
def command(
    run: Path, base: Path | None, rules: Path, quarantine: Path, history: Path, approvals: Path, swedish: bool
) -> None:
    """Say whether RUN, a run's folder (by default the latest), is ready to release, rule by rule.

    Without --base, the baseline is the newest earlier complete run in the history whose folder still exists.

    \b
    Example:
      deskproof gate
      deskproof gate reports/out/20260115-090000 --base reports/out/20260114-090000
    """
    try:
        verdict = evaluate(
            run,
            rules=rules,
            quarantine=quarantine,
            history=history,
            today=today(),
            baseline=base,
            approvals=approvals,
        )
        save(run, Evaluation(verdict=verdict, day=today()))
    except BadGate as error:
        raise CannotCheck(str(error)) from error
    except OSError as error:
        raise CannotCheck(f"The verdict cannot be saved in {run} ({error.strerror or error}); make room.") from error
    for line in lines(verdict, swedish=swedish):
        say(line)
    sys.exit(EXIT[verdict.decision])
