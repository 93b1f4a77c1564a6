"""Writes a run in every format, each independently.

Rule: a format writes to a temporary path; the result is moved to its own path only when it is complete. Where a format
fails there is no file at its path, because one from an earlier report would be mistaken for this one's.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from deskproof.reports.formats.failures import Failed
from deskproof.reports.formats.format import Format, Source
from deskproof.reports.formats.table import Member


class NothingWritten(Exception):
    """A format's function returned and had written nothing to its path."""


def write_all(source: Source, members: Iterable[Member]) -> tuple[Failed, ...]:
    """Write `source` in each format; returns what failed, now and before."""
    failed = source.failed
    for member in members:
        try:
            _write(replace(source, failed=failed), member.format)
        except (Exception, SystemExit) as error:  # not even a package's code may cost the run another file
            failed = (*failed, Failed(what=member.format.path, error=error, owner=member.owner))
    return failed


def _write(source: Source, format: Format) -> None:
    target = source.folder / format.path
    try:
        with tempfile.TemporaryDirectory(dir=source.folder, prefix=".part-", ignore_cleanup_errors=True) as place:
            made = Path(place) / format.path
            format.write(source, made)
            if not made.exists():
                raise NothingWritten(f"its function wrote nothing to the path it was given, {made.name}")
            if target.is_dir() or made.is_dir():
                _remove(target)
            os.replace(made, target)
    except BaseException:
        with contextlib.suppress(OSError):
            _remove(target)
        raise


def _remove(target: Path) -> None:
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    else:
        target.unlink(missing_ok=True)
