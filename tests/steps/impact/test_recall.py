"""How good a choice by the map is, measured with defects."""

from deskproof.steps.impact.edits import Edit
from deskproof.steps.impact.imports import imports_of
from deskproof.steps.impact.map import FileReach, ImpactMap, blob_of
from deskproof.steps.impact.recall import Missed, lines_of, recall
from deskproof.steps.impact.units import python_bodies

TEXT = "def one() -> int:\n    return 1\n\n\ndef two() -> int:\n    return 2\n"
ONE, TWO = python_bodies(TEXT)
MAP = ImpactMap(
    commit=None,
    scenarios=frozenset("abcd"),
    without_scripts=frozenset(),
    files={
        "simulator/a.py": FileReach(blob=blob_of(TEXT.encode()), functions={ONE: frozenset("ab"), TWO: frozenset("c")})
    },
)
EDITS = {
    name: Edit(path=path, before=TEXT, after=TEXT.replace(old, "return 0"))
    for name, path, old in (
        ("held", "simulator/a.py", "return 1"),
        ("missed", "simulator/a.py", "return 2"),
        ("everything", "simulator/b.css", "return 2"),
        ("undetected", "simulator/a.py", "return 2"),
    )
}
DETECTED_BY = {"held": ["a", "d", "not-recorded"], "missed": ["d"], "everything": ["d"], "undetected": ["elsewhere"]}


def test_a_defect_is_held_when_a_scenario_that_detects_it_is_chosen() -> None:
    found = recall(MAP, EDITS, DETECTED_BY, imports_of({}))
    assert (found.held, found.defects, found.pairs_held, found.pairs) == (2, 3, 2, 4)
    assert found.missed == (Missed(defect="missed", scenarios=("d",)),)
    assert found.partly == (Missed(defect="held", scenarios=("d",)),)
    assert found.shares == (0.25, 0.5, 1.0)
    assert found.everything == {"the map does not know simulator/b.css": 1}
    assert list(lines_of(found)) == [
        "recall     2 of 3 defects (66.7%) are detected by a chosen scenario",
        "pairs      2 of 4 detections (50.0%) are by one",
        "size       half of the choices have 38% to 75% of the scenarios, the median 50%",
        "everything 1 times: the map does not know simulator/b.css",
        "missed     missed: d",
        "partly     held: d",
    ]
