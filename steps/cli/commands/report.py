"""`deskproof report`: regenerates the outputs of a run from its record.

Rule: reads the record, never the product; the exit status says whether all of the report could be made, not whether the
run was good: 0, or 2 where it could not.
"""

import contextlib
import shlex
import subprocess
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from deskproof.reports.outputs import LATEST, BadFormat, DamagedRecord, Summary, workflow_commands, write
from deskproof.steps.cli import CannotCheck, current_project
from deskproof.steps.runner.gate import gate_evaluator
from deskproof.steps.selection.option_types import Location
from deskproof.steps.terminal import say


class _Report(click.Command):
    """`report RUN`, except that `report merge …` is a command of its own."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        if args[:1] == [merge.name]:
            return merge.make_context(f"{info_name} {merge.name}", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


@click.command("merge")
@click.argument("shards", nargs=-1, required=True, metavar="DIR...", type=Location())
@click.option("--out", type=Location(file_okay=False), help="Where runs go.  [default: reports/out]")
@click.option(
    "--history",
    metavar="FILE",
    type=Location(dir_okay=False),
    help="The history of runs.  [default: reports/history.db, or in --out]",
)
def merge(shards: tuple[Path, ...], out: Path | None, history: Path | None) -> int:
    """Make one run of all shards that 'deskproof run --shard' wrote to DIR..., and its report.

    \b
    Example:
      deskproof run --shard 1/2 --out shards/1
      deskproof run --shard 2/2 --out shards/2
      deskproof report merge shards/1 shards/2
      deskproof gate
    """
    from deskproof.reports.record.merge import CannotMerge
    from deskproof.reports.record.merge import merge as merge_into
    from deskproof.steps.checkout import new_run_folder
    from deskproof.steps.impact.map import BadMap, merge_maps

    target = None
    project = current_project()
    into = (out or project.out).resolve()
    new = [place for place in (into, *into.parents) if not place.exists()]
    history_at = history or (project.history if out is None else out / project.history.name)
    try:
        target = new_run_folder(into)
        merge_into(shards, target, command=shlex.join(["deskproof", "report", "merge", *map(str, shards)]))
        merge_maps(shards, target)
        shown = target.relative_to(Path.cwd()) if target.is_relative_to(Path.cwd()) else target
        gate = gate_evaluator(project, history=history_at, derived=project.derived)
        summary = write(
            target,
            shown_as=f"{shown}/report.html",
            history=history_at,
            remember=True,
            gate=gate,
            derived=project.derived,
            approvals=project.approvals,
        )
    except (CannotMerge, DamagedRecord, BadMap) as error:
        raise CannotCheck(str(error)) from error
    except OSError as error:
        raise CannotCheck(f"The shards could not be merged ({error}); make room, or name another --out.") from error
    finally:
        with contextlib.suppress(OSError):
            if target is not None:
                for place in (target, *new):
                    place.rmdir()  # removes only an empty folder
    for line in summary.lines:
        say(line)
    return _status(summary)


@click.command(cls=_Report)
@click.argument("run", required=False, type=Location())
@click.option("--base", metavar="RUN", type=Location(), help="The run to show the changes since.")
@click.option("--history", metavar="FILE", type=Location(), help="The history of runs.")
@click.option("--github", is_flag=True, help="Also print annotations for GitHub Actions.")
@click.option("--allure", is_flag=True, help="Also make allure-results/, which Allure reads.")
@click.option(
    "--format", "formats", multiple=True, metavar="NAME", help="Also write this format, of a package; repeat for more."
)
@click.option("--approvals", metavar="FILE", type=Location(), help="What product has approved.")
@click.option("--review", is_flag=True, help="Serve the report on this machine, to approve or ask for changes on it.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="With --review: where.  [default: a free port]")
def command(
    run: Path | None,
    base: Path | None,
    history: Path | None,
    github: bool,
    allure: bool,
    formats: tuple[str, ...],
    approvals: Path | None,
    review: bool,
    port: int,
) -> int:
    """Regenerate report.html, junit.xml and the other outputs of RUN, a run's folder (by default the latest).

    \b
    Example:
      deskproof report
      deskproof report reports/out/20260115-090000 --base reports/out/20260114-090000
      deskproof report merge shards/*            one run from the shards of 'deskproof run --shard'
      deskproof report --review                  approve on the page, until Ctrl-C
    """
    project = current_project()
    run, history = run or project.out / LATEST, history or project.history
    approvals = approvals or project.approvals
    try:
        summary = write(
            run,
            history=history,
            baseline=base,
            gate=gate_evaluator(project, history=history, base=base),
            approvals=approvals,
            also={*formats, *(("allure",) if allure else ())},
        )
    except (DamagedRecord, BadFormat) as error:
        raise CannotCheck(str(error)) from error
    except OSError as error:
        raise CannotCheck(
            f"The report of {run} could not be written ({error.strerror or error}): "
            "make room, or check that you may write there."
        ) from error
    for line in (*summary.lines, *(workflow_commands(summary.run) if github else ())):
        say(line)
    if review:
        _review(summary, approvals, port)
    return _status(summary)


def _status(summary: Summary) -> int:
    """0 where everything was written, else 2."""
    return 0 if summary.complete else CannotCheck.exit_code


def _review(summary: Summary, approvals: Path, port: int) -> None:
    """Serve the page until Ctrl-C, then say what was stored."""
    if not summary.report.is_file():
        raise CannotCheck("There is no page to review: it was not written, see above.")
    from deskproof.reports.live.session import BadApprovals
    from deskproof.reports.live.session import review as hold_review

    def started(address: str) -> None:
        say(f"\nReview at {address}\nThe address works once and only on this machine; Ctrl-C ends the review.")

    try:
        stored = hold_review(summary.run, summary.report, approvals, by=_who(), now=_now, port=port, started=started)
    except BadApprovals as error:
        raise CannotCheck(str(error)) from error
    except OSError as error:
        raise CannotCheck(f"Port {port} cannot be used ({error.strerror or error}); leave out --port.") from error
    say(f"\n{_stored(stored, approvals)}")


def _stored(stored: Mapping[str, int], approvals: Path) -> str:
    if not stored:
        return f"Nothing was decided; {approvals} is as it was."
    count = sum(stored.values())
    parts = ", ".join(f"{n} {word}" for word, n in sorted(stored.items()))
    return f"{count} {'decision' if count == 1 else 'decisions'} stored in {approvals} ({parts}); commit it."


def _who() -> str:
    """The person's name in git's configuration; empty where there is none."""
    try:
        answer = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=False, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.strip()


def _now() -> datetime:
    return datetime(*time.gmtime()[:6], tzinfo=UTC)
