"""Checks on the repository itself: what may stand in a file, where a test belongs, how long a module may be."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("simulator", "steps", "reports")
LONGEST_MODULE = 400
MOST_MODULES = 15
PURE_MODULES = {"phonenumbers", "deskproof", *sys.stdlib_module_names}

# Tests that belong to no single module.
WITHOUT_SOURCE = (
    "tests/test_project.py",
    "tests/bench/",
    "tests/chaos/",
    "tests/docs/",
    "tests/drift/",
    "tests/fuzz/",
    "tests/isolation/",
    "tests/limits/",
    "tests/load/",
    "tests/mutants/",
    "tests/package/",
    "tests/robustness/",
    "tests/secrets/",
    "tests/simulator/defects/test_scripts.py",
    "tests/simulator/desktop/test_custom_elements.py",
    "tests/simulator/desktop/test_many_teams.py",
    "tests/simulator/desktop/source/",
    "tests/simulator/desktop/test_timers.py",
    "tests/simulator/product/test_conformance.py",
    "tests/simulator/product/test_isolation.py",
    "tests/simulator/product/test_published.py",
    "tests/sdk/",
    "tests/vendor/",
    "tests/ci/",
)

# Put together here so that this file passes its own check.
REGISTRIES = re.compile(
    "|".join(["pypi" + r"\.org", "pythonhosted" + r"\.org", "npmjs" + r"\.(org|com)", "deb" + r"\.debian\.org"])
)
MACHINE_PATHS = re.compile(r"(?<![\w.}])/(" + "|".join(["work", "root", "tmp", "home"]) + r")/\w")
NAMED_PATH = re.compile(r"(?<![\w/.-])((?:steps|simulator|reports|tests|docs)/[\w/-]+\.(?:py|md|jinja|toml))\b")
SLEEPS = re.compile(r"\b(sleep|wait_for_timeout)\s*\(|\bimport sleep\b")


def tracked(*patterns: str) -> list[Path]:
    """The files of the repository that match, also those not yet committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in sorted(set(listed.stdout.split("\0"))) if name and (ROOT / name).is_file()]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def texts(paths: list[Path]) -> Iterator[tuple[str, int, str]]:
    """Name, line number and line of every text file."""
    for path in paths:
        data = path.read_bytes()
        if b"\0" not in data:
            for number, line in enumerate(data.decode(errors="replace").splitlines(), start=1):
                yield name_of(path), number, line


def modules() -> list[Path]:
    return tracked(*(f"{package}/**.py" for package in PACKAGES))


def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def declared(section: object) -> set[str]:
    assert isinstance(section, list)
    return {re.split(r"[^\w-]", requirement)[0] for requirement in section}


def own_sources() -> list[Path]:
    scripts = [path for path in tracked("simulator/**.js") if "vendor" not in path.parts]
    return modules() + scripts


def sources_for(test: Path) -> list[Path]:
    """Where the module may be that `test` mirrors: test_x.py beside x.py, package x, __x__.py, or script x.js in any
    folder of `static`; the folders of `static` may be mirrored too.
    """
    folder = ROOT / test.parent.relative_to(ROOT / "tests")
    noun = test.stem.removeprefix("test_")
    script = noun.replace("_", "-") + ".js"
    return [
        folder / f"{noun}.py",
        folder / noun / "__init__.py",
        folder / f"__{noun}__.py",
        folder / script,
        *(folder / "static").rglob(script),
        *(above / "static" / folder.relative_to(above) / script for above in folder.parents),
    ]


def test_no_file_names_a_package_registry() -> None:
    assert [f"{name}:{number}" for name, number, line in texts(tracked()) if REGISTRIES.search(line)] == []


def test_no_file_names_a_path_of_one_machine() -> None:
    found = [
        f"{name}:{number}: {line.strip()[:80]}" for name, number, line in texts(tracked()) if MACHINE_PATHS.search(line)
    ]
    assert found == []


def test_no_link_leads_out_of_the_repository() -> None:
    listed = subprocess.run(["git", "ls-files", "-s", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    links = [row.partition("\t")[2] for row in listed.stdout.split("\0") if row.startswith("120000")]
    folders = [f"src/deskproof/{name}" for name in ("features", "reports", "simulator", "steps")]
    assert links == [*folders, "steps/project/templates/widgets"]
    assert not any((ROOT / link).readlink().is_absolute() for link in links)


def test_every_test_mirrors_a_source() -> None:
    orphans = [
        name_of(test)
        for test in tracked("tests/**test_*.py")
        if not name_of(test).startswith(WITHOUT_SOURCE) and not any(source.is_file() for source in sources_for(test))
    ]
    assert orphans == []


def test_paths_that_the_code_names_are_there() -> None:
    missing = [
        f"{name}:{number}: {path}"
        for name, number, line in texts(own_sources())
        for path in NAMED_PATH.findall(line)
        if not (ROOT / path).is_file()
    ]
    assert missing == []


def test_no_folder_has_too_many_modules() -> None:
    folders = Counter(
        path.parent for path in tracked("*.py", "*.js") if path.name not in ("__init__.py", "conftest.py")
    )
    assert {name_of(folder): count for folder, count in folders.items() if count > MOST_MODULES} == {}


def test_no_module_is_too_long() -> None:
    lengths = {name_of(path): len(path.read_text().splitlines()) for path in own_sources()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_every_module_says_what_it_holds() -> None:
    silent = [name_of(path) for path in modules() if not ast.get_docstring(ast.parse(path.read_text()))]
    assert silent == []


def test_nothing_sleeps_in_steps_or_features() -> None:
    lines = texts(tracked("steps", "features"))
    assert [f"{name}:{number}" for name, number, line in lines if SLEEPS.search(line)] == []


def test_the_core_uses_the_standard_library_and_phonenumbers_only() -> None:
    foreign = [
        f"{name_of(path)}: {name}"
        for path in tracked("simulator/domain/**.py")
        for node in ast.walk(ast.parse(path.read_text()))
        for name in imported(node)
        if name.split(".")[0] not in PURE_MODULES
    ]
    assert foreign == []


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or "."]
    return []


def test_every_dependency_has_its_sentence() -> None:
    page = (ROOT / "docs/dependencies.md").read_text()
    explained = set(re.findall(r"^\| ([\w-]+) \| .{10,} \|$", page, flags=re.MULTILINE))
    stated = project()
    groups, core = stated["dependency-groups"], stated["project"]
    assert isinstance(groups, dict)
    assert isinstance(core, dict)
    assert explained - {"package"} == declared(core["dependencies"]) | declared(groups["dev"])


def test_every_dependency_is_pinned_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    pinned = re.findall(r"^([\w.-]+)==\S+.*\\\n    --hash=sha256:[0-9a-f]{64}", lock, flags=re.MULTILINE)
    assert len(pinned) == len(re.findall(r"^[\w.-]+==", lock, flags=re.MULTILINE))
    stated = project()
    groups, core = stated["dependency-groups"], stated["project"]
    assert isinstance(groups, dict)
    assert isinstance(core, dict)
    assert declared(core["dependencies"]) | declared(groups["dev"]) <= set(pinned)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("see " + "/ro" + "ot/x", True),
        ("cd '" + "/tm" + "p/x'", True),
        ("GET /task/1", False),
        ("build/wo" + "rk/x", False),
        ("http://t-0001.localhost/ho" + "me/x", False),
    ],
)
def test_a_path_of_one_machine_is_recognised(line: str, *, found: bool) -> None:
    assert bool(MACHINE_PATHS.search(line)) is found
