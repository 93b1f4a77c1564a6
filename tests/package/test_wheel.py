"""The package as others install it: beside packages of their own that are called as our folders are."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.reports.invented import write_run

ROOT = Path(__file__).parents[2]
WIDGETS = "steps/project/templates/widgets"
"""In a checkout a link to the example."""


def tracked(*folders: str) -> list[str]:
    """The files of the repository, also those not yet committed."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *folders]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    return [name for name in listed if os.path.lexists(ROOT / name)]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy, because setuptools leaves files where it builds."""
    source, folder = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in tracked():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, source / name, follow_symlinks=False)
    build = [sys.executable, "-m", "pip", "--quiet", "wheel", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", folder, source], check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody's project, whose own packages nobody else may import."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("simulator", "steps", "reports", "tests"):
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(f"raise ImportError('{name} is not ours')\n")
    return folder


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel in it; what it depends on comes from the one that runs the tests, whose own
    Deskproof is not seen there, because a folder on PYTHONPATH brings no links to editable projects.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    subprocess.run(
        [sys.executable, "-m", "pip", "--quiet", "--python", folder / "bin" / "python", "install", "--no-deps", wheel],
        check=True,
    )
    return folder / "bin"


def surroundings() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": sysconfig.get_path("purelib")}


def run(project: Path, program: Path, *arguments: str) -> str:
    done = subprocess.run(
        [program, *arguments], cwd=project, env=surroundings(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_one_package_with_all_that_it_shows(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in names if "dist-info" not in name} == {"deskproof"}
    sources = {f"deskproof/{name}" for name in tracked("simulator", "steps", "reports")} - {f"deskproof/{WIDGETS}"}
    assert sorted(sources - set(names)) == []


def test_the_wheel_holds_the_example_with_the_widgets_as_a_template(wheel: Path) -> None:
    names = [name for name in zipfile.ZipFile(wheel).namelist() if name.startswith(f"deskproof/{WIDGETS}/")]
    example = "examples/webex-widgets"
    assert sorted(names) == [f"deskproof/{WIDGETS}{name.removeprefix(example)}" for name in sorted(tracked(example))]


def test_a_project_begins_with_the_widgets(project: Path, environment: Path) -> None:
    run(project, environment / "deskproof", "init", "--from", "widgets", "widgets")
    run(project / "widgets", environment / "deskproof", "run", "--check-only", "--pack", "sign-in")
    assert (project / "widgets" / "site" / "page.jsx").is_file()


def test_it_is_the_installed_one(project: Path, environment: Path) -> None:
    found = run(project, environment / "python", "-c", "import deskproof.steps; print(deskproof.steps.__file__)")
    assert Path(found).is_relative_to(environment.parent)


def test_its_commands_are_listed(project: Path, environment: Path) -> None:
    assert "deskproof run" in run(project, environment / "deskproof", "--help")


def test_doctor_looks_at_the_machine(project: Path, environment: Path) -> None:
    assert "Browser" in run(project, environment / "deskproof", "doctor")


def test_it_writes_a_report(project: Path, environment: Path) -> None:
    write_run(project / "run")
    run(project, environment / "deskproof", "report", "run")
    assert (project / "run" / "report.html").is_file()


def test_every_module_can_be_imported(project: Path, environment: Path) -> None:
    """But for those that are started as programs, and what is loaded as a plugin of pytest."""
    script = """
import importlib, pkgutil, deskproof
for module in pkgutil.walk_packages(deskproof.__path__, "deskproof."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
        print(module.name)
"""
    assert "deskproof.reports.html.page" in run(project, environment / "python", "-c", script).split()


def test_pytest_has_its_fixtures(project: Path, environment: Path) -> None:
    (project / "test_it.py").write_text(
        "def test_it(deskproof_tenant): assert deskproof_tenant.people['ada']\n", encoding="utf-8"
    )
    options = ["-W", "error", "-p", "no:cacheprovider", "-p", "no:randomly"]
    printed = run(project, environment / "python", "-m", "pytest", *options, "test_it.py")
    assert "1 passed" in printed


def test_it_serves_a_tenant(project: Path, environment: Path) -> None:
    process = subprocess.Popen(
        [environment / "deskproof", "serve", "--port", "0"],
        cwd=project, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    printed = []
    for line in process.stdout:
        printed.append(line)
        if "Ctrl-C" in line:
            break
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate()
    assert (process.returncode, output.strip(), errors) == (0, "Stopped.", "")
    assert "http://t-0001.localhost:" in "".join(printed)


def test_the_features_are_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"deskproof/{name}" for name in tracked("features")} <= names


def test_a_project_is_begun_run_and_released_as_the_page_says(project: Path, environment: Path) -> None:
    """Every command of docs/own-desktop.md but those that install."""
    page = (ROOT / "docs" / "own-desktop.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```\n(pip install deskproof\n.*?)```", page, re.DOTALL)
    folder = project
    said = ""
    for line in block.splitlines():
        program, *arguments = line.split()
        if program == "cd":
            folder = folder / arguments[0]
        elif program == "deskproof":
            said += run(folder, environment / program, *arguments)
    assert "Everything passed. All 1 claims are proven." in said
    assert "Ready to release" in said


@pytest.mark.nightly
def test_the_pack_runs_in_a_project_that_begins_with_it(project: Path, environment: Path) -> None:
    run(project, environment / "deskproof", "init", "suite", "--from", "sign-in")
    said = run(project / "suite", environment / "deskproof", "run", "--pack", "sign-in", "--tags", "@AD-028", "-n", "1")
    assert "Nothing failed." in said or "Everything passed." in said
