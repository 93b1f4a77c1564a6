"""The map of a recorded run: made, saved, read and merged."""

import json
from pathlib import Path
from typing import Any

import pytest

from deskproof.steps.impact.map import (
    BadMap,
    FileReach,
    ImpactMap,
    blob_of,
    build,
    merge_maps,
    merged,
    read,
    recorded,
    write,
)
from deskproof.steps.impact.units import Range, python_bodies

PYTHON = "def one() -> int:\n    return 1\n\n\ndef two() -> int:\n    return 2\n"
ONE, TWO = python_bodies(PYTHON)
SOURCES = {"simulator/a.py": PYTHON, "simulator/b.js": "const c = () => 1;"}
ARROW = [10, 17]


def line(scenario: str | None, reached: dict[str, list[list[int]]], **more: Any) -> dict[str, Any]:
    return {"scenario": scenario, "whole": True, "passed": True, "reached": reached, "scripts": {}, **more}


def body(each: Range) -> list[int]:
    return [each.start, each.end]


LINES = [
    line(None, {"simulator/a.py": [body(ONE)]}),
    line("y", {"simulator/a.py": [body(ONE), body(TWO)]}, scripts={"simulator/b.js": [ARROW]}),
    line("x", {"simulator/b.js": [ARROW]}, whole=False),
    line("broken", {"simulator/a.py": [body(TWO)]}, passed=False),
    line("z", {"elsewhere.html": [[0, 1]]}),
]


def test_a_map_has_the_scenarios_that_passed_and_what_they_ran() -> None:
    found = build(LINES, SOURCES, "c0ffee")
    assert found == ImpactMap(
        commit="c0ffee",
        scenarios=frozenset("xyz"),
        without_scripts=frozenset("x"),
        files={
            "simulator/a.py": FileReach(blob=blob_of(PYTHON.encode()), functions={ONE: None, TWO: frozenset("y")}),
            "simulator/b.js": FileReach(
                blob=blob_of(SOURCES["simulator/b.js"].encode()), functions={Range(*ARROW): frozenset("x")}
            ),
        },
    )


def test_a_saved_map_is_read_as_it_was_and_equal_recordings_give_equal_files(tmp_path: Path) -> None:
    found = build(LINES, SOURCES, None)
    write(found, tmp_path / "one.json")
    write(build(reversed(LINES), SOURCES, None), tmp_path / "two.json")
    assert read(tmp_path / "one.json") == found
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_what_workers_wrote_is_read_without_a_line_that_was_cut_off(tmp_path: Path) -> None:
    (tmp_path / "impact-gw1.ndjson").write_text(json.dumps(LINES[1]) + '\n{"scen', encoding="utf-8")
    (tmp_path / "impact-gw0.ndjson").write_text(json.dumps(LINES[0]) + "\n", encoding="utf-8")
    assert list(recorded(tmp_path)) == LINES[:2]


def test_the_maps_of_shards_make_one() -> None:
    parts = [build([LINES[0], each], SOURCES, "c0ffee") for each in LINES[1:]]
    assert merged(parts) == build(LINES, SOURCES, "c0ffee")
    other = build([], {**SOURCES, "simulator/a.py": ""}, "c0ffee")
    with pytest.raises(BadMap, match="maps of different sources"):
        merged([parts[0], other])


def test_the_maps_of_shards_are_merged_where_there_are_some(tmp_path: Path) -> None:
    merge_maps([tmp_path], tmp_path)
    assert not (tmp_path / "impact.json").exists()
    for number, each in enumerate(LINES[1:]):
        (tmp_path / f"{number}" / "run").mkdir(parents=True)
        (tmp_path / f"{number}" / "latest").symlink_to("run")
        write(build([LINES[0], each], SOURCES, "c0ffee"), tmp_path / f"{number}" / "run" / "impact.json")
    merge_maps([tmp_path / f"{number}" for number in range(len(LINES) - 1)], tmp_path)
    assert read(tmp_path / "impact.json") == build(LINES, SOURCES, "c0ffee")


def test_git_has_the_same_hash() -> None:
    assert blob_of(b"hello\n") == "ce013625030ba8dba906f756967f9e9ca394464a"


@pytest.mark.parametrize(
    ("text", "says"),
    [("[]", "is not a map"), ("{", "is not a map"), ('{"format": 0}', "has the format 0, expected 1")],
)
def test_a_file_that_is_no_map_is_refused(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "impact.json").write_text(text, encoding="utf-8")
    with pytest.raises(BadMap, match=says):
        read(tmp_path / "impact.json")
    with pytest.raises(BadMap, match="cannot be read"):
        read(tmp_path / "none.json")
