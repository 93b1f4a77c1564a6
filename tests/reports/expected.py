"""Golden files: what an output was when somebody last looked at it and found it right.

Rule: a file that differs fails its test. After an intended change, run the tests once with DESKPROOF_WRITE_GOLDEN=1 and
read the difference before it is committed.
"""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def check_golden(name: str, made: str, folder: Path = GOLDEN) -> None:
    """`made` is what the golden file `name` in this folder holds."""
    file = folder / name
    if os.environ.get("DESKPROOF_WRITE_GOLDEN"):
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8"), f"{name} differs; see {__name__} for how to accept a change"
