"""Every limit of the product is in docs/limits.md, with its value and what stands on both sides of it."""

from __future__ import annotations

import ast
import importlib
import math
import re
from pathlib import Path

import pytest

from simulator.control.documents import SettingsDocument
from simulator.domain.configuration import Settings
from steps.feature_files import read_features

ROOT = Path(__file__).parents[1]
PYTHON = ("simulator/domain", "simulator/product", "simulator/wire")
SCRIPTS = ROOT / "simulator" / "desktop" / "static"

NO_LIMITS = {
    "domain/values.py": "units of time",
    "product/calling/media.py": "the shape of sound and of its packets",
    "product/calling/mercury.py": "close codes of the wire",
    "product/pump.py": "close codes of the wire",
    "product/cross_origin.py": "for how long a browser remembers a permission of ours",
    "product/entra/app.py LONGEST_EMAIL": "the length of a field; addresses are limited in the core",
    "product/identity/transactions.py _KEPT": "the simulator's own books",
    "product/openid/grants.py _KEPT": "the simulator's own books",
    "product/openid/sessions.py _KEPT": "the simulator's own books",
    "desktop/static/gateway.js ANSWER_MS": "how long the desktop waits for a service",
    "desktop/static/inactivity.js SECOND_MS": "a unit of time",
    "desktop/static/layout.js IMAGE_MS": "how long the desktop waits for an image",
    "desktop/static/mercury.js": "the pace of the connection's heartbeat",
    "desktop/static/socket.js": "the pace of the connection's heartbeat",
    "desktop/static/monitoring.js": "how often a list is read again",
    "desktop/static/softphone.js": "how soon the line is tried again",
    "desktop/static/teams.js": "how often the desktop looks at a window",
    "desktop/static/servicetime.js": "how closely two clocks have to agree",
    "desktop/static/search.js": "ranks",
    "desktop/static/storage.js LANGUAGE_LIVES_SECONDS": "for how long a browser remembers a choice",
    "desktop/static/numbers.js": "lengths that tests/simulator/desktop/test_numbering.py holds to the core's",
    "desktop/static/viewport.js FRAME": "the pace of drawing",
    "desktop/static/viewport.js ROUNDING": "how exactly zoom is measured",
}
"""Numbers that limit nothing a person or client can meet, by file or by file and name, with the reason."""


def constants() -> dict[str, float]:
    """Every number that a module of the product gives a name in capitals: `domain/accounts.py CODE_TRIES`."""
    found: dict[str, float] = {}
    for folder in PYTHON:
        for file in sorted((ROOT / folder).rglob("*.py")):
            for statement in ast.parse(file.read_text(encoding="utf-8")).body:
                targets = (
                    statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
                )
                for target in targets:
                    if not (isinstance(target, ast.Name) and re.fullmatch(r"_?[A-Z][A-Z_0-9]*", target.id)):
                        continue
                    module = importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
                    value = getattr(module, target.id)
                    if isinstance(value, int | float) and not isinstance(value, bool):
                        found[f"{file.relative_to(ROOT / 'simulator').as_posix()} {target.id}"] = value
    for script in sorted(SCRIPTS.glob("*.js")):
        for name, value in re.findall(
            r"^(?:export )?const ([A-Z_]+) = ([0-9_.]+(?: \* [0-9_.]+)*);",
            script.read_text(encoding="utf-8"),
            re.MULTILINE,
        ):
            found[f"desktop/static/{script.name} {name}"] = math.prod(map(float, value.split(" * ")))
    return found


def table() -> dict[str, list[str]]:
    """The rows of the page, by constant: value, what it limits, this side, the other side, set back by."""
    rows: dict[str, list[str]] = {}
    for line in (ROOT / "docs" / "limits.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `"):
            rows[cells[0].replace("`", "")] = cells[1:]
    return rows


def test_every_number_is_a_limit_of_the_table_or_none() -> None:
    known = set(table())
    excused = {name for name in constants() if name in NO_LIMITS or name.split(" ")[0] in NO_LIMITS}
    assert sorted(set(constants()) - known - excused) == []


def test_no_excuse_is_left_over() -> None:
    names = {part for name in constants() for part in (name, name.split(" ")[0])}
    assert sorted(set(NO_LIMITS) - names) == []


@pytest.mark.parametrize("name", table())
def test_the_table_has_the_value(name: str) -> None:
    if name.startswith("domain/configuration.py Settings."):
        value = getattr(Settings(), name.partition("Settings.")[2])
    elif name == "desktop/static/inactivity.js MINUTE_MS":
        value = constants()[name]
        assert "const WARNING_MS = MINUTE_MS;" in (SCRIPTS / "inactivity.js").read_text(encoding="utf-8")
    else:
        value = constants()[name]
    assert float(table()[name][0]) == value


def test_what_proves_each_side_is_there() -> None:
    scenarios = {one.template for file in read_features(ROOT / "features") for one in file.scenarios}
    missing = []
    for name, (_, _, *proofs) in table().items():
        assert all(proofs[:2]), f"{name} has nothing on one of its sides"
        for proof in filter(None, proofs):
            path, _, test = proof.partition("::")
            if path.startswith("tests/"):
                text = (ROOT / path).read_text(encoding="utf-8")
                there = not test or f"def {test}(" in text
            else:
                there = proof in scenarios
            if not there:
                missing.append((name, proof))
    assert missing == []


def test_no_test_takes_its_edge_from_the_limit_that_it_proves() -> None:
    """An edge reckoned from the product's constant moves with it, so the test would hold for any value."""
    named = [name.split(" ") for name in table()]
    limits = {(f"simulator.{file.removesuffix('.py').replace('/', '.')}", name) for file, name in named}
    borrowed = [
        (test.relative_to(ROOT).as_posix(), alias.name)
        for test in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in ast.walk(ast.parse(test.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if (node.module, alias.name) in limits
    ]
    assert borrowed == []


def test_a_document_that_names_no_limit_leaves_the_settings_as_they_are() -> None:
    settings = SettingsDocument()
    for name in ("lost_connection_recovery_seconds", "rona_seconds", "inactivity_minutes"):
        assert getattr(settings, name) == getattr(Settings(), name)
