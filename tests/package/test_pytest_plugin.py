"""The plugin of plain pytest, in runs of their own in folders that have nothing else: what it gives, and what it costs
a run that does not ask for it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deskproof.steps.browsers.browser import VARIABLE, ensure

EXAMPLE = Path(__file__).parents[2] / "examples" / "plain-pytest"
WHICH = """
def test_one(deskproof_simulator, deskproof_tenant, deskproof_async_tenant):
    assert deskproof_async_tenant.sync is deskproof_tenant
    assert [tenant.id for tenant in deskproof_simulator.tenants()] == [deskproof_tenant.id]
    print("simulator", deskproof_simulator.address)


def test_two(deskproof_simulator, deskproof_tenant):
    assert [tenant.id for tenant in deskproof_simulator.tenants()] == [deskproof_tenant.id]
    assert deskproof_tenant.id == "t-0002"
    print("simulator", deskproof_simulator.address)
"""
MARKED = """
import pytest

pytestmark = pytest.mark.deskproof_tenant(frozen_at="2026-01-15T09:00:00Z", changes={"people": []})


def test_of_the_module(deskproof_tenant):
    assert deskproof_tenant.clock().frozen


@pytest.mark.deskproof_tenant(blueprint="standard", seed=2)
def test_of_its_own(deskproof_tenant, deskproof_simulator):
    assert not deskproof_tenant.clock().frozen
    ada = deskproof_tenant.people["ada"]
    assert ada.password != deskproof_simulator.create_tenant(seed=1).people["ada"].password


@pytest.mark.deskproof_tenant(blue_print="standard")
def test_misspelt(deskproof_tenant): ...


@pytest.mark.deskproof_tenant("standard")
def test_without_a_name(deskproof_tenant): ...


@pytest.mark.deskproof_tenant(blueprint="nowhere")
def test_of_no_blueprint(deskproof_tenant): ...
"""


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-W", "error", "-p", "no:cacheprovider", *arguments]
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run(
        command, cwd=folder, env={**inherited, **environment}, capture_output=True, text=True, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --strict-markers -p no:randomly\n", encoding="utf-8")
    return tmp_path


def test_the_example_runs_in_a_clean_folder(tmp_path: Path) -> None:
    folder = shutil.copytree(EXAMPLE, tmp_path / "example", ignore=shutil.ignore_patterns("__pycache__"))
    done = run(folder, **{VARIABLE: str(ensure("shell").executable)})
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 passed" in done.stdout


def test_tests_share_a_simulator_and_each_has_a_tenant(folder: Path) -> None:
    (folder / "test_which.py").write_text(WHICH, encoding="utf-8")
    done = run(folder, "-s")
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(set(re.findall(r"simulator (\S+)", done.stdout))) == 1


def test_each_worker_has_a_simulator(folder: Path) -> None:
    both = WHICH.replace('    assert deskproof_tenant.id == "t-0002"\n', "")
    (folder / "test_which.py").write_text(both, encoding="utf-8")
    done = run(folder, "-n", "2", "--dist", "each", "-rP")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 passed" in done.stdout
    assert len(set(re.findall(r"simulator (\S+)", done.stdout))) == 2


def test_the_marker_says_what_the_tenant_is_like(folder: Path) -> None:
    (folder / "test_marked.py").write_text(MARKED, encoding="utf-8")
    done = run(folder)
    assert "2 passed, 3 errors" in done.stdout, done.stdout + done.stderr
    taken = "it takes blueprint, changes, frozen_at, seed, each by its name."
    assert f"The marker deskproof_tenant has blue_print; {taken}" in done.stdout
    assert f"The marker deskproof_tenant has 'standard'; {taken}" in done.stdout
    assert "nowhere" in done.stdout


@pytest.mark.parametrize("arguments", [(), ("-p", "no:deskproof")], ids=["loaded", "left out"])
def test_a_run_that_does_not_ask_for_it_imports_nothing_more(folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "test_other.py").write_text(
        "import sys\n\n\ndef test_it(): print(sorted(name for name in sys.modules if name.startswith('deskproof')))\n",
        encoding="utf-8",
    )
    done = run(folder, "-s", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    loaded = [] if arguments else ["deskproof", "deskproof.pytest_plugin"]
    assert str(loaded) in done.stdout


def test_left_out_it_has_no_fixtures_and_no_marker(folder: Path) -> None:
    (folder / "test_which.py").write_text(WHICH, encoding="utf-8")
    done = run(folder, "-p", "no:deskproof")
    assert "fixture 'deskproof_simulator' not found" in done.stdout
    assert "deskproof_tenant(" not in run(folder, "--markers", "-p", "no:deskproof").stdout
    assert "@pytest.mark.deskproof_tenant(blueprint=" in run(folder, "--markers").stdout
