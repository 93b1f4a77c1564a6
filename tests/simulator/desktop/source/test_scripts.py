"""The desktop's scripts are in layers (`tool.desktop-scripts` in pyproject.toml): what they import is read from their
text, the types in their JSDoc included.
"""

import posixpath
import re
import tomllib
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from deskproof.simulator.desktop.files import STATIC

PROJECT = tomllib.loads((Path(__file__).parents[4] / "pyproject.toml").read_text(encoding="utf-8"))
TABLE = PROJECT["tool"]["desktop-scripts"]
ROWS = [[name.strip() for name in row.split("|")] for row in TABLE["layers"]]
HEIGHT = {name: height for height, row in enumerate(reversed(ROWS)) for name in row}
FORBIDDEN = {tuple(arrow.split(" -> ")) for arrow in TABLE["forbidden"]}
MOST_FILES = 15
LONGEST_FILE = 400

_IMPORT = re.compile(r"""(?:^(?:import|export)\s(?:[^"';]*?\bfrom\s)?|\bimport\()\s*["'](\.[^"']+)["']""", re.MULTILINE)


def layer_of(script: str) -> str:
    """Its folder, or for a script at the top its own name."""
    return posixpath.dirname(script) or script.removesuffix(".js")


def imports(scripts: Mapping[str, str]) -> dict[str, set[str]]:
    """What each script imports. A name that ends in `.js` may also be that of a file with types alone (`.d.ts`)."""
    return {
        script: {_file(posixpath.join(posixpath.dirname(script), name), scripts) for name in _IMPORT.findall(text)}
        for script, text in scripts.items()
    }


def _file(named: str, scripts: Mapping[str, str]) -> str:
    script = posixpath.normpath(named)
    types = script.removesuffix(".js") + ".d.ts"
    return types if script not in scripts and types in scripts else script


def findings(scripts: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the imports of these scripts, given by their path below the folder."""
    arrows = imports(scripts)
    for script, targets in arrows.items():
        if layer_of(script) not in HEIGHT:
            yield f"{script} is not in a layer"
            continue
        for target in sorted(targets):
            if target not in scripts:
                yield f"{script} imports {target}, which does not exist"
            elif layer_of(target) not in HEIGHT:
                continue
            elif (fault := _fault(layer_of(script), layer_of(target))) is not None:
                yield f"{script} imports {target}: {fault}"
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        yield "a circle: " + " -> ".join(reversed(error.args[1]))


def _fault(importing: str, imported: str) -> str | None:
    if importing == imported:
        return None
    if HEIGHT[importing] < HEIGHT[imported]:
        return f"{imported} is above {importing}"
    if HEIGHT[importing] == HEIGHT[imported]:
        return f"{imported} is beside {importing}"
    if (importing, imported) in FORBIDDEN:
        return f"{importing} may not import {imported}"
    return None


def crowded(scripts: Mapping[str, str]) -> list[str]:
    """The folders with too many scripts side by side."""
    folders = [posixpath.dirname(script) for script in scripts]
    return sorted({folder for folder in folders if folders.count(folder) > MOST_FILES})


def own_scripts() -> dict[str, str]:
    files = (file for file in STATIC.rglob("*") if file.name.endswith((".js", ".d.ts")))
    return {file.relative_to(STATIC).as_posix(): file.read_text(encoding="utf-8") for file in files}


def test_the_scripts_import_only_what_is_below_them() -> None:
    assert list(findings(own_scripts())) == []


def test_imports_are_found_at_all() -> None:
    """Every script but those of the lowest layers and those that stand alone imports something."""
    without = {script for script, targets in imports(own_scripts()).items() if not targets}
    assert {"main.js", "services/agent.js", "state/actions.js", "views/desk/desk.js"}.isdisjoint(without)
    assert imports(own_scripts())["views/desk/voice.js"] >= {"views/desk/desktop.d.ts", "state/state.js"}


def test_every_forbidden_import_would_otherwise_be_allowed() -> None:
    assert [pair for pair in FORBIDDEN if HEIGHT[pair[0]] <= HEIGHT[pair[1]]] == []


def test_every_layer_has_scripts() -> None:
    assert sorted(set(HEIGHT) - {layer_of(script) for script in own_scripts()}) == []


def test_no_folder_is_crowded() -> None:
    assert crowded(own_scripts()) == []


def test_no_script_or_style_sheet_is_too_long() -> None:
    files = [file for file in STATIC.rglob("*") if file.suffix in (".js", ".css") and "vendor" not in file.parts]
    lengths = {file.relative_to(STATIC).as_posix(): len(file.read_text().splitlines()) for file in files}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


A, B = "services/a.js", "services/b.js"


@pytest.mark.parametrize(
    ("scripts", "found"),
    [
        ({A: 'import { b } from "./b.js";', B: ""}, []),
        ({A: 'import "../state/c.js";', "state/c.js": ""}, []),
        (
            {"state/c.js": 'import "../services/a.js";', A: ""},
            ["state/c.js imports services/a.js: services is above state"],
        ),
        (
            {"state/c.js": '/** @param {import("../services/a.js").A} a */', A: ""},
            ["state/c.js imports services/a.js: services is above state"],
        ),
        (
            {"state/c.js": 'import {\n  a,\n} from "../services/a.js";', A: ""},
            ["state/c.js imports services/a.js: services is above state"],
        ),
        (
            {"state/c.js": 'export { a } from "../services/a.js";', A: ""},
            ["state/c.js imports services/a.js: services is above state"],
        ),
        (
            {"views/desk/d.js": 'import "../station/e.js";', "views/station/e.js": ""},
            ["views/desk/d.js imports views/station/e.js: views/station is beside views/desk"],
        ),
        (
            {"views/desk/d.js": 'import "../../api/f.js";', "api/f.js": ""},
            ["views/desk/d.js imports api/f.js: views/desk may not import api"],
        ),
        ({A: 'import "./b.js";', B: 'import "./a.js";'}, ["a circle: services/a.js -> services/b.js -> services/a.js"]),
        ({A: 'import "./b.js";'}, ["services/a.js imports services/b.js, which does not exist"]),
        ({A: 'import("./b.js").B', "services/b.d.ts": ""}, []),
        ({"else.js": ""}, ["else.js is not in a layer"]),
        ({"boot.js": 'import "./services/a.js";', A: ""}, ["boot.js imports services/a.js: services is above boot"]),
    ],
)
def test_what_is_not_allowed_is_found(scripts: dict[str, str], found: list[str]) -> None:
    assert list(findings(scripts)) == found


@pytest.mark.parametrize(("count", "found"), [(MOST_FILES, []), (MOST_FILES + 1, ["state"])])
def test_a_crowded_folder_is_found(count: int, found: list[str]) -> None:
    assert crowded({f"state/s{number}.js": "" for number in range(count)}) == found
