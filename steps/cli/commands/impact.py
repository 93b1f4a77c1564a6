"""`deskproof impact`: how good a choice by `--impacted-since` is, measured with the named defects.

Rule: no defect is run. Each is taken as a change of its file, and the choice must have a scenario that is known to
detect it (features/detections.ndjson). Exit status: 0 good enough to choose by; 1 not; 2 it could not be found out.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import click

from deskproof.simulator.defects import BadCatalogue, StaleDefect, changed_text, source_defects
from deskproof.steps.cli import CannotCheck, required_project
from deskproof.steps.impact.edits import Edit
from deskproof.steps.selection.option_types import Location
from deskproof.steps.terminal import say


@click.command()
@click.option(
    "--impact-map",
    "file",
    metavar="FILE",
    type=Location(dir_okay=False),
    help="The map.  [default: that of the newest run that recorded one]",
)
def command(file: Path | None) -> None:
    """Measure with the named defects how good a choice by 'deskproof run --impacted-since' is.

    \b
    Examples:
      deskproof run --record-impact              record which scenario runs which code
      deskproof impact                           how many defects would the choice detect, and how large is it?
      deskproof run --impacted-since main        run what the changes since main can reach
    """
    from deskproof.steps.cli.run_request import newest_map
    from deskproof.steps.impact.imports import imports_of
    from deskproof.steps.impact.map import BadMap, read, source_files
    from deskproof.steps.impact.recall import ENOUGH, lines_of, recall
    from deskproof.steps.mutation.detections import BadDetections
    from deskproof.steps.mutation.detections import read as read_detections

    project = required_project()
    file = file or newest_map(project.out)
    if file is None:
        raise CannotCheck(f"There is no map in {project.out}; record one with 'deskproof run --record-impact'.")
    try:
        map_ = read(file)
        detected_by: dict[str, list[str]] = defaultdict(list)
        for detection in read_detections(project.features).values():
            detected_by[detection.defect].append(detection.scenario)
        found = recall(map_, _edits(), detected_by, imports_of(source_files(Path.cwd())))
    except (BadMap, BadCatalogue, BadDetections, StaleDefect) as refusal:
        raise CannotCheck(str(refusal)) from refusal
    if not found.defects:
        raise CannotCheck(f"{file} has no scenario that is known to detect a defect; record the whole suite.")
    for line in lines_of(found):
        say(line)
    sys.exit(0 if found.share >= ENOUGH else 1)


def _edits() -> dict[str, Edit]:
    """Each defect as a change of its file. Raises BadCatalogue, StaleDefect."""
    files = {name: Path("simulator") / defect.file for name, defect in source_defects().items()}
    return {
        name: Edit(path=files[name].as_posix(), before=files[name].read_bytes().decode(), after=changed_text(defect))
        for name, defect in source_defects().items()
    }
