"""What could not be written, as one sentence: what is missing, why, and what to do about it.

Rule: such a failure is ours, a package's or the disk's, never the product's.
"""

from __future__ import annotations

import errno
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from deskproof.reports.text.translation import say

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EPERM, errno.EROFS}
_LONGEST = 300


@dataclass(frozen=True, kw_only=True)
class Failed:
    """Something that could not be done, and the exception.

    `kind` says what is missing: a `file` of the run's folder, a `format` that cannot be used, a `part` of the page, or
    the `lines` that a terminal shows at the end.
    `owner` is the package of a format that is not ours.
    """

    what: str
    error: BaseException
    kind: Literal["file", "format", "part", "lines"] = "file"
    owner: str | None = None


def sentences(failed: Iterable[Failed], run_folder: Path) -> tuple[str, ...]:
    """One sentence for each failure, or for consecutive ones with the same cause."""
    here = Path.cwd()
    run = run_folder.relative_to(here) if run_folder.is_relative_to(here) else run_folder
    grouped = groupby(
        failed, key=lambda failure: (failure.kind, failure.owner, _because(failure.error), _cure(failure))
    )
    return tuple(
        f"{_missing(kind, [failure.what for failure in alike])}: {because}; {say(cure, 'en', owner=owner, run=run)}"
        for (kind, owner, because, cure), alike in grouped
    )


def _missing(kind: str, names: list[str]) -> str:
    return say(f"fault.{kind}", "en", what=", ".join(names), n=len(names))


def _cure(failure: Failed) -> str:
    if isinstance(failure.error, OSError) and failure.error.errno in _NO_ROOM:
        return "fault.cure.room"
    return "fault.cure.theirs" if failure.owner else "fault.cure.ours"


def _because(error: BaseException) -> str:
    """The exception with its type on one line, and where it was raised."""
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        return f"{type(error).__name__}: {error.strerror or error}"
    message = " ".join("".join(traceback.format_exception_only(error)).split())
    message = message if len(message) <= _LONGEST else f"{message[:_LONGEST]}…"
    frames = traceback.extract_tb(error.__traceback__)
    return f"{message} ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else message
