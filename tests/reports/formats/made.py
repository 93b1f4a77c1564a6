"""A run, written in one format as a report has it."""

from pathlib import Path

from deskproof.reports.formats import Format, Source
from deskproof.reports.formats.table import Member
from deskproof.reports.formats.writing import write_all
from deskproof.reports.record.loading import load


def made_by(format: Format, folder: Path) -> Path:
    """What `format` made of the run in `folder`."""
    for failed in write_all(Source(run=load(folder), folder=folder), [Member(format=format)]):
        raise failed.error
    return folder / format.path
