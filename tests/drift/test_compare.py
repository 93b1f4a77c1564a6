"""What two records say of two versions of the client."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.drift.compare import Record, differences, read

DAY = "tests/sdk/test_contact_center.py::test_day"


def record(folder: Path, **changed: Any) -> Record:
    document = {"test": DAY, "outcome": "passed", "why": "", "used": [["http", "station login"]], "misfits": []}
    file = folder / "record.ndjson"
    file.write_text(json.dumps({**document, **changed}) + "\n", encoding="utf-8")
    return read(file)


@pytest.mark.parametrize(
    ("changed", "lines"),
    [
        ({}, ()),
        ({"used": []}, ("entry `station login`: is no longer requested",)),
        (
            {"used": [["http", "station login"], ["out", "AgentWelcome"]]},
            ("entry `AgentWelcome`: is now received",),
        ),
        (
            {"misfits": [["POST /v3/login", "unknown request: "]]},
            ("entry `POST /v3/login`: does not fit: unknown request: ",),
        ),
        ({"outcome": "failed", "why": "no answer"}, (f"test {DAY}: passed, now failed: no answer",)),
        (
            {"test": f"{DAY}_off"},
            (
                f"test {DAY}: was run with the pinned client only",
                f"test {DAY}_off: was run with the other client only",
            ),
        ),
    ],
)
def test_what_differs_is_a_line(tmp_path: Path, changed: dict[str, Any], lines: tuple[str, ...]) -> None:
    pinned = record(tmp_path)
    assert differences(pinned, record(tmp_path, **changed)) == lines


def test_what_does_not_fit_with_either_does_not_differ(tmp_path: Path) -> None:
    both = record(tmp_path, misfits=[["GET /x", "unknown request: "]])
    assert differences(both, both) == ()


@pytest.mark.parametrize("made", [True, False])
def test_a_record_without_a_test_is_refused(tmp_path: Path, made: bool) -> None:
    file = tmp_path / "record.ndjson"
    if made:
        file.touch()
    with pytest.raises(ValueError, match=r"record\.ndjson has no test"):
        read(file)
