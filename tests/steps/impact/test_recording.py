"""A run that records what its scenarios run: of the simulator, of the harness and of the scripts in the browser."""

import json
from pathlib import Path

import pytest

from deskproof.steps.impact.map import ImpactMap, read
from deskproof.steps.impact.recording import ROOT
from deskproof.steps.impact.units import Range, innermost
from tests.steps.conftest import features_writer
from tests.steps.runner import tiny

CONFTEST = f"""{tiny.PAGES}

@then("an e-mail address is asked for")
def _(page):
    expect(page.locator("input[type=email]")).to_be_visible()
"""

FEATURE = r"""Feature: Recorded

  @AD-001
  Scenario: Elsewhere
    Given a page with \<p\>done
    Then it shows done

  @AD-001
  Scenario: At the desktop
    Given the desktop's address is open
    Then an e-mail address is asked for

  @AD-001
  Scenario: Failed
    Given the desktop's address is open
    Then it shows never
"""


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> tuple[ImpactMap, Path]:
    features = features_writer(tmp_path_factory.mktemp("recorded"))(conftest=CONFTEST, a=FEATURE)
    done = tiny.run_pytest(features.parent, "--run-folder", "run", "--record-impact")
    assert done.returncode == 1, done.stdout + done.stderr
    return read(features.parent / "run" / "impact.json"), features.parent / "run"


def running(map_: ImpactMap, path: str, text: str) -> set[str] | None:
    """The first words of the scenarios that run the function in which this text is."""
    start = (ROOT / path).read_text(encoding="utf-8").index(text)
    functions = map_.files[path].functions
    found = innermost(functions, Range(start, start + len(text)))
    ids = functions[found] if found is not None else frozenset[str]()
    return None if ids is None else {id_.rpartition("-")[0] for id_ in ids}


def test_only_scenarios_that_passed_are_in_the_map(recorded: tuple[ImpactMap, Path]) -> None:
    map_, _ = recorded
    assert {id_.rpartition("-")[0] for id_ in map_.scenarios} == {"elsewhere", "at-the-desktop"}
    assert map_.without_scripts == frozenset()


def test_it_has_what_runs_in_each_process(recorded: tuple[ImpactMap, Path]) -> None:
    map_, _ = recorded
    both = {"elsewhere", "at-the-desktop"}
    assert running(map_, "simulator/app.py", "named = _TENANT_HOST.fullmatch(host)") == both
    assert running(map_, "simulator/app.py", "self.tenants = TenantRegistry(") is None
    assert running(map_, "steps/runner/fixtures.py", "evidence_collector.follow_tenant(tenant)") == both
    assert running(map_, "simulator/product/identity/templates/email.html", "{%") == {"at-the-desktop"}


def test_it_has_scripts_up_to_the_moment_a_page_is_left(recorded: tuple[ImpactMap, Path]) -> None:
    map_, _ = recorded
    left = "simulator/desktop/static/api/identity.js"
    assert running(map_, left, "location.replace(await authorizationAddress") == {"at-the-desktop"}
    assert running(map_, left, "const body = await redeem(") == set()


def test_each_scenario_is_written_as_soon_as_it_has_ended(recorded: tuple[ImpactMap, Path]) -> None:
    _, run = recorded
    lines = [json.loads(line) for line in (run / "impact-main.ndjson").read_text(encoding="utf-8").splitlines()]
    assert [line["scenario"] and line["scenario"].rpartition("-")[0] for line in lines] == [
        None,
        "elsewhere",
        "at-the-desktop",
        "failed",
    ]
    assert [line["passed"] for line in lines] == [False, True, True, False]
