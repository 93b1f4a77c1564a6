"""`deskproof report`: makes the outputs of a run again from its record.

Rule: reads the record, never the product; the exit status says whether the report could be made, not whether the run
was good.
"""

from pathlib import Path

import click

from reports.outputs import DamagedRecord, workflow_commands, write
from steps.cli import CannotCheck
from steps.cli.gate import judging


@click.command()
@click.argument("run", default="reports/out/latest", type=click.Path(path_type=Path))
@click.option("--base", metavar="RUN", type=click.Path(path_type=Path), help="The run to show the changes since.")
@click.option(
    "--history", default="reports/history.db", show_default=True, metavar="FILE", type=click.Path(path_type=Path)
)
@click.option("--github", is_flag=True, help="Also print annotations for GitHub Actions.")
def command(run: Path, base: Path | None, history: Path, github: bool) -> None:
    """Make report.html, junit.xml and the other outputs again for RUN, a run's folder (by default the latest).

    \b
    Example:
      deskproof report
      deskproof report reports/out/20260115-090000 --base reports/out/20260114-090000
    """
    try:
        summary = write(run, history=history, base=base, gate=judging(history=history, base=base))
    except DamagedRecord as error:
        raise CannotCheck(str(error)) from error
    except OSError as error:
        raise CannotCheck(
            f"The report of {run} could not be written ({error.strerror or error}): "
            "make room, or see that you may write there."
        ) from error
    for line in (*summary.lines, *(workflow_commands(summary.run) if github else ())):
        click.echo(line)
