"""The checkout that a run is of: its commit, and where its runs go."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

OUT = Path("reports/out")
"""Where runs go, relative to the project."""

HISTORY = Path("reports/history.db")
"""What remembers the runs that go there."""


def new_run_folder(out: Path) -> Path:
    """A fresh folder for a run below `out`, named by the time in UTC."""
    name = time.strftime("%Y%m%d-%H%M%S", time.gmtime())
    for attempt in range(1, 100):
        folder = out / (name if attempt == 1 else f"{name}-{attempt}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            continue
        return folder
    raise FileExistsError(f"{out} already holds a hundred runs of this second.")


def commit_of(root: Path) -> str | None:
    """The commit that is checked out at `root`, None outside of a repository."""
    return git(root, "rev-parse", "HEAD")


def git(root: Path, *arguments: str) -> str | None:
    """What git answers at `root`; None where there is no answer."""
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=root,
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() or None if done.returncode == 0 else None
