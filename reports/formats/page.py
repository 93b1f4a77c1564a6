"""`report.html`, as a format among the others."""

from __future__ import annotations

from pathlib import Path

from deskproof.reports import html
from deskproof.reports.formats.format import Format, Source


def write(source: Source, target: Path) -> None:
    """Write the page to `target`."""
    page = html.document(source.run, source.folder, source.past, source.evaluation, source.review, source.derived)
    target.write_bytes(page.encode())


FORMAT = Format(name="page", path=html.NAME, write=write)
