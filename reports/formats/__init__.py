"""The files that a run is written as, in one table. A format that fails is reported and costs the run no other file.

Rule: a format is a function of the record and touches nothing else. Packages add formats by the entry point
`deskproof.formats`:

    import csv
    from pathlib import Path
    from deskproof.reports.formats import Format, Source

    def write(source: Source, target: Path) -> None:
        with target.open("w", newline="", encoding="utf-8") as file:
            rows = ((scenario.path, scenario.line, scenario.status) for scenario in source.run.scenarios)
            csv.writer(file).writerows(rows)

    scenarios = Format(name="scenarios", path="scenarios.csv", write=write)

with `[project.entry-points."deskproof.formats"]` holding `scenarios = "their_package.module:scenarios"`.
"""

from deskproof.reports.formats.failures import Failed
from deskproof.reports.formats.format import Format, Source

__all__ = ["Failed", "Format", "Source"]
