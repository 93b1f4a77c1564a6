"""The closing lines."""

from pathlib import Path

from deskproof.reports.formats.terminal import lines
from deskproof.reports.record.loading import load
from tests.reports.expected import check_golden
from tests.reports.invented import write_run


def test_the_closing_lines(tmp_path: Path) -> None:
    write_run(tmp_path)
    check_golden("terminal.txt", "\n".join(lines(load(tmp_path), "reports/out/latest/report.html")) + "\n")
