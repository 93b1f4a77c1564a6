"""Tests of the product's own against derived defects: the closest first, and none that fails without the defect."""

from dataclasses import replace
from pathlib import Path

import pytest

from deskproof.simulator.defects import PACKAGE
from deskproof.steps.mutation.derived.own_tests import OwnTests
from deskproof.steps.mutation.derived.trials import Trial, sha256
from tests.steps.mutation.derived.test_trials import CONTENT, TRIAL

ROOT = Path(__file__).parents[4]
FAILS_ALWAYS = "def test_always():\n    assert False\n"
NOTICES = """
from deskproof.simulator.domain.accounts.rules import CODE_LIVES, MINUTE
from deskproof.steps.errors import ProductFailure


def test_codes():
    assert CODE_LIVES == 10 * MINUTE
"""
HARMLESS = replace(TRIAL, name="other", start=len(CONTENT), end=len(CONTENT), text="\n")


def noticed(folder: Path, *trials: Trial) -> dict[str, str]:
    found: dict[str, str] = {}
    OwnTests(root=ROOT, folder=folder).noticed(trials, lambda trial, test: found.update({trial.name: test}), workers=2)
    return {name: test.partition("::")[2] for name, test in found.items()}


def test_the_test_that_fails_is_named(tmp_path: Path) -> None:
    tests = tmp_path / "domain" / "accounts"
    tests.mkdir(parents=True)
    (tests / "test_rules.py").write_text(NOTICES)
    (tests.parent / "test_always.py").write_text(FAILS_ALWAYS)
    assert noticed(tmp_path, TRIAL, HARMLESS) == {TRIAL.name: "test_codes"}


def test_the_farthest_tests_run_too(tmp_path: Path) -> None:
    tests = tmp_path / "domain" / "accounts"
    tests.mkdir(parents=True)
    for number in range(9):
        (tests / f"test_{number}.py").write_text("def test_nothing() -> None:\n    pass\n")
    (tests.parent / "test_far.py").write_text(NOTICES)
    assert noticed(tmp_path, TRIAL) == {TRIAL.name: "test_codes"}


@pytest.mark.parametrize(("part", "runs"), [("wire", True), ("product", True), ("desktop", False)])
def test_tests_of_parts_that_need_the_changed_one_run_too(tmp_path: Path, part: str, runs: bool) -> None:
    (tmp_path / part).mkdir()
    (tmp_path / part / "test_far.py").write_text(NOTICES)
    assert noticed(tmp_path, TRIAL) == ({TRIAL.name: "test_codes"} if runs else {})


def test_without_tests_of_its_part_nothing_is_noticed(tmp_path: Path) -> None:
    assert noticed(tmp_path, TRIAL) == {}


def test_a_module_that_cannot_be_imported_is_noticed(tmp_path: Path) -> None:
    tests = tmp_path / "domain"
    tests.mkdir()
    (tests / "test_rules.py").write_text(NOTICES)
    broken = replace(TRIAL, text="10 *")
    assert set(noticed(tmp_path, broken)) == {TRIAL.name}


LOADS = """
from deskproof.simulator.desktop.files import STATIC

LOADED = "/desktop/{loaded}"


def test_{name}():
    assert "const RETRY_MS = 5_000" in (STATIC / "services/softphone.js").read_text()
"""
SOFTPHONE = "desktop/static/services/softphone.js"


def test_of_the_tests_of_scripts_those_run_that_load_one_which_needs_the_changed_one(tmp_path: Path) -> None:
    tests = tmp_path / "desktop"
    tests.mkdir()
    (tests / "test_a.py").write_text(LOADS.format(name="another", loaded="text/typed.js"))
    (tests / "test_b.py").write_text(LOADS.format(name="its_user", loaded="services/agent.js"))
    content = (PACKAGE / SOFTPHONE).read_bytes()
    start = content.index(b"5_000")
    trial = Trial(
        name="retry",
        file=SOFTPHONE,
        sha256=sha256(content),
        start=start,
        end=start + 5,
        text="5_001",
        scenarios=(),
        reach=0,
    )
    assert noticed(tmp_path, trial) == {"retry": "test_its_user"}
    (tests / "services").mkdir()
    (tests / "services" / "test_softphone.py").write_text(LOADS.format(name="itself", loaded="services/softphone.js"))
    assert noticed(tmp_path, trial) == {"retry": "test_itself"}


IDENTITY = "product/identity/static/identity.js"
NAMES = """
from deskproof.simulator.product.identity import pages
from pathlib import Path

SCRIPT = "/static/{script}"


def test_{name}():
    assert "const button" in (Path(pages.__file__).parent / "static/identity.js").read_text()
"""


def test_of_the_tests_of_another_site_those_run_that_load_its_script(tmp_path: Path) -> None:
    tests = tmp_path / "product"
    tests.mkdir()
    (tests / "test_a.py").write_text(NAMES.format(name="another", script="entity.js"))
    (tests / "test_b.py").write_text(NAMES.format(name="itself", script="identity.js"))
    content = (PACKAGE / IDENTITY).read_bytes()
    start = content.index(b"const button")
    trial = replace(
        TRIAL,
        name="button",
        file=IDENTITY,
        sha256=sha256(content),
        start=start,
        end=start + len("const"),
        text="let",
    )
    assert noticed(tmp_path, trial) == {"button": "test_itself"}


def test_a_test_that_the_defect_keeps_from_ending_notices_it(tmp_path: Path) -> None:
    tests = tmp_path / "domain"
    tests.mkdir()
    ends = "import os\nfrom deskproof.simulator.domain.accounts.rules import CODE_LIVES, MINUTE\n\n\n"
    (tests / "test_rules.py").write_text(f"{ends}def test_codes():\n    CODE_LIVES == 10 * MINUTE or os._exit(1)\n")
    assert noticed(tmp_path, TRIAL) == {TRIAL.name: ""}
