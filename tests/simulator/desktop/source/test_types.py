"""The desktop's scripts fit the types in their JSDoc, as `make types` checks them; a test notices derived defects."""

import subprocess

from deskproof.simulator.desktop.files import STATIC
from tests.typescript import typescript_folder


def test_the_scripts_fit_their_types() -> None:
    compiler = typescript_folder() / "bin" / "tsc"
    done = subprocess.run(
        ["node", str(compiler), "--project", str(STATIC.parent / "tsconfig.json")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
