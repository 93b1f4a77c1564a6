"""Every defect of a script leaves a script that parses and uses only names that exist.

A defect that breaks its script is detected by every scenario of the page, which proves none of them.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from deskproof.simulator.defects import changed_text, source_defects
from tests.typescript import typescript_folder

UNKNOWN_NAMES = Path(__file__).with_name("unknown_names.cjs")

SYNTAX_ERRORS = """(scripts) => Promise.all(scripts.map(async (script) => {
  try {
    await import("data:text/javascript," + encodeURIComponent(script + '\\nimport "never-resolved";'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) return null;
    return error.message;
  }
}))"""
"""Loads each script as a module that cannot be linked, so that it is parsed and never run."""


@pytest.fixture(scope="module")
def changed_scripts() -> dict[str, str]:
    """The script of each defect of a script, with the defect in it, by the name of the defect."""
    return {name: changed_text(defect) for name, defect in source_defects().items() if defect.file.endswith(".js")}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return browser.new_page()


@pytest.fixture(scope="module")
def typescript() -> Path:
    """The folder of TypeScript."""
    return typescript_folder()


def syntax_errors(page: Page, scripts: Sequence[str]) -> list[str | None]:
    """Why each script does not parse; None for one that does."""
    found: list[str | None] = page.evaluate(SYNTAX_ERRORS, list(scripts))
    return found


def unknown_names(page: Page, typescript: Path, scripts: Sequence[str]) -> list[list[str]]:
    """The names in each script that neither the script nor the browser has."""
    done = subprocess.run(
        ["node", str(UNKNOWN_NAMES), str(typescript)],
        input=json.dumps(list(scripts)),
        capture_output=True,
        text=True,
        check=True,
    )
    undeclared: list[list[str]] = json.loads(done.stdout)
    globals_: set[str] = set(
        page.evaluate(
            "(names) => names.filter((name) => name in globalThis)",
            sorted({name for names in undeclared for name in names}),
        )
    )
    return [[name for name in names if name not in globals_] for names in undeclared]


def test_every_script_with_a_defect_parses(page: Page, changed_scripts: dict[str, str]) -> None:
    errors = dict(zip(changed_scripts, syntax_errors(page, [*changed_scripts.values()]), strict=True))
    assert {name: error for name, error in errors.items() if error is not None} == {}


def test_every_script_with_a_defect_uses_names_that_exist(
    page: Page, typescript: Path, changed_scripts: dict[str, str]
) -> None:
    names = dict(zip(changed_scripts, unknown_names(page, typescript, [*changed_scripts.values()]), strict=True))
    assert {name: unknown for name, unknown in names.items() if unknown} == {}


@pytest.mark.parametrize(
    ("script", "is_broken"),
    [
        ('import { a } from "./a.js"; export const b = a;', False),
        ("throw new Error('never run');", False),
        ("const a = ;", True),
        ("const a = 1; const a = 2;", True),
        ("class A { b() { this.#c(); } }", True),
    ],
)
def test_a_script_that_does_not_parse_is_found(page: Page, script: str, is_broken: bool) -> None:
    (error,) = syntax_errors(page, [script])
    assert (error is not None) == is_broken


@pytest.mark.parametrize(
    ("script", "unknown"),
    [
        ('import { a } from "./a.js"; const b = (c) => document.title + a + c + Math.PI; b();', []),
        ("/** @param {Record<string, A>} a */ export function f(a) { return a.b.c; }", []),
        ("export const a = () => nowhere(location.href);", ["nowhere"]),
        ("const state = 1; export const a = { state, stat };", ["stat"]),
    ],
)
def test_a_name_that_does_not_exist_is_found(page: Page, typescript: Path, script: str, unknown: list[str]) -> None:
    assert unknown_names(page, typescript, [script]) == [unknown]
