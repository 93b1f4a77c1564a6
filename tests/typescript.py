"""TypeScript, which `make types` fetches for the checks of the scripts."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def typescript_folder() -> Path:
    """Its folder. A test that needs it is skipped without it; in CI, where `make check` has fetched it, it fails."""
    found = sorted(ROOT.glob(".cache/typescript-*/node_modules/typescript"))
    if not found or shutil.which("node") is None:
        sentence = "TypeScript or Node.js is missing; install Node.js and run `make types`."
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return found[-1]
