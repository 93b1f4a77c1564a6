"""The checkout of a project: its commit, and the folders of its runs."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path


def new_run_folder(out: Path) -> Path:
    """A new folder for a run below `out`, named by the time in UTC. Raises FileExistsError after 99 in one second."""
    name = time.strftime("%Y%m%d-%H%M%S", time.gmtime())
    for attempt in range(1, 100):
        folder = out / (name if attempt == 1 else f"{name}-{attempt}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            continue
        return folder
    raise FileExistsError(f"{out} has 99 runs of this second already; start the run again.")


def commit_of(root: Path) -> str | None:
    """The commit that is checked out at `root`; None outside of a repository."""
    return git(root, "rev-parse", "HEAD")


def git(root: Path, *arguments: str) -> str | None:
    """What git prints at `root`; None where it fails or prints nothing."""
    try:
        result = subprocess.run(
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
    return result.stdout.strip() or None if result.returncode == 0 else None
