"""Evidence files of a run, named by their content, so that equal pictures are stored once.

Rule: a file is complete or not there. It is written under a temporary name and then renamed.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

FOLDER = "evidence"


def store(run_folder: Path, data: bytes, suffix: str) -> str:
    """Store `data` and return its path relative to `run_folder`.

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
    """Write a file so that nobody ever reads half of it, even if the process is killed."""
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
