"""The desktop's scripts fit the types in their JSDoc, as `make types` checks them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from deskproof.simulator.desktop.files import STATIC

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def compiler() -> Path:
    """TypeScript's compiler, which `make types` fetches."""
    found = sorted(ROOT.glob(".cache/typescript-*/node_modules/.bin/tsc"))
    if not found or shutil.which("node") is None:
        sentence = "TypeScript or Node.js is missing; install Node.js and run `make types`."
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return found[-1]


def test_the_scripts_fit_their_types(compiler: Path) -> None:
    done = subprocess.run(
        [str(compiler), "--project", str(STATIC.parent / "tsconfig.json")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
