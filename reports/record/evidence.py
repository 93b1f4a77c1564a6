"""Evidence files of a run, named by their content, so that equal pictures are kept once.

Rule: a file is either whole or not there. It is written beside its place and then renamed.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

FOLDER = "evidence"


def store(run_folder: Path, data: bytes, suffix: str) -> str:
    """Keep `data` and return its path relative to `run_folder`.

    Raises ValueError for a suffix that is not like `.jpg`.
    """
    if not re.fullmatch(r"\.[a-z0-9]{1,8}", suffix):
        raise ValueError(
            f"An evidence file cannot end in {suffix!r}: give a suffix like '.jpg', with a dot and lower-case letters."
        )
    relative = f"{FOLDER}/{hashlib.sha256(data).hexdigest()[:32]}{suffix}"
    target = run_folder / relative
    if not target.exists():
        write_whole(target, data)
    return relative


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that a reader, or a kill at any moment, never meets half of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
