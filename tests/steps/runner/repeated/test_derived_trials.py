"""Trials of derived defects: until one scenario detects it, confirmed on the product without it, in four words."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from deskproof.simulator.defects import PACKAGE
from deskproof.steps.gherkin.files.reader import read_feature
from deskproof.steps.mutation.derived.trials import Trial, Verdict, sha256, verdicts, write_trials
from deskproof.steps.selection.request import RunRequest
from tests.steps.conftest import features_writer

pytestmark = pytest.mark.nightly  # the sample of `make test` tries defects in the same way

CONFTEST = """
import pytest
from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

from deskproof.steps.errors import NotOffered, require

pytest_plugins = ("deskproof.steps.runner.plugin",)


@pytest.fixture
def page(new_context):
    return new_context(actor="Ada").new_page()


@given("the sign-in page is open")
@when("the sign-in page is opened")
def _(page, tenant):
    page.goto(tenant.desktop_url)
    expect(page.get_by_role("textbox")).to_be_visible(timeout=2000)


@then(parsers.parse("it says {text}"))
def _(page, text):
    expect(page.get_by_text(text)).to_be_visible(timeout=2000)


@then("the teams are shown")
def _():
    raise NotOffered("station.shows_teams", "There are no teams.")


@then("nothing is right")
def _():
    require(False, "as always")
"""

FEATURE = """Feature: One

  @AD-001
  Scenario: Opens
    When the sign-in page is opened
    Then it says Email address

  @AD-001
  Scenario: Welcomes
    When the sign-in page is opened
    Then it says Welcome to Deskproof

  @AD-001
  Scenario: Begins there
    Given the sign-in page is open
    Then it says Email address

  @AD-002
  Scenario: Fails always
    Then nothing is right

  @AD-002
  Scenario: Is not offered
    Then the teams are shown
"""

TEXTS = "product/identity/text_en.py"


def trial(ids: Mapping[str, str], name: str, find: str, text: str, *scenarios: str, most: int | None = None) -> Trial:
    content = (PACKAGE / TEXTS).read_bytes()
    start = content.index(find.encode())
    return Trial(
        name=name,
        file=TEXTS,
        sha256=sha256(content),
        start=start,
        end=start + len(find.encode()),
        text=text,
        scenarios=tuple(ids[scenario] for scenario in scenarios),
        reach=len(scenarios),
        most=most,
    )


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Verdict]:
    """The verdicts, with names of scenarios instead of their ids."""
    project = tmp_path_factory.mktemp("project")
    features = features_writer(project)(conftest=CONFTEST, a=FEATURE)
    names = {each.id: each.name for each in read_feature(features / "a.feature", "features/a.feature").scenarios}
    ids = {name: id_ for id_, name in names.items()}
    trials = (
        trial(ids, "other-label", '"Email address"', '"Number"', "Welcomes", "Opens", "Begins there"),
        trial(ids, "other-title", '"Welcome to Deskproof"', '"Hello"', "Opens", "Begins there"),
        trial(ids, "no-form", '"email.label": "Email address",', "", "Begins there"),
        trial(ids, "no-start", '"email.label": "Email address"', '"email.label": (', "Opens"),
        trial(ids, "ended", '"Email address"', '"Number"', "Welcomes", "Opens", most=1),
        trial(ids, "lacking", '"Email address"', '"Number"', "Is not offered", "Opens"),
        trial(ids, "failing", '"Email address"', '"Number"', "Fails always", "Opens"),
        trial(ids, "unsound", '"Email address"', '"Number"', "Fails always", "Is not offered"),
    )
    write_trials(trials, project / "trials")
    request = RunRequest(run_folder=project / "run", trials=project / "trials", workers="0", pictures="failed")
    command = [sys.executable, "-m", "deskproof.steps.cli.derived_round", ".", "verdicts"]
    subprocess.run([*command, *request.pytest_arguments(Path("features"))], cwd=project, check=False)
    found = verdicts(project / "verdicts", trials)
    assert set(found) == {each.name for each in trials}, (project / "pytest.log").read_text(encoding="utf-8")
    return {
        name: Verdict(
            name=name,
            trial="",
            word=each.word,
            tried=tuple(names[id_] for id_ in each.tried),
            scenario=names.get(each.scenario, ""),
            step=each.step,
            reason=each.reason,
        )
        for name, each in found.items()
    }


def test_it_ends_with_the_scenario_that_detects_it(ended: Mapping[str, Verdict]) -> None:
    verdict = ended["other-label"]
    assert (verdict.word, verdict.tried, verdict.scenario) == ("detected", ("Welcomes",), "Opens")
    assert verdict.step == "Then it says Email address"
    assert "Email address" in verdict.reason


def test_what_every_scenario_passes_over_is_unnoticed(ended: Mapping[str, Verdict]) -> None:
    assert (ended["other-title"].word, ended["other-title"].tried) == ("unnoticed", ("Opens", "Begins there"))


def test_it_ends_once_enough_scenarios_have_passed_over_it(ended: Mapping[str, Verdict]) -> None:
    assert (ended["ended"].word, ended["ended"].tried) == ("unnoticed", ("Welcomes",))


def test_a_failure_at_a_given_is_no_detection(ended: Mapping[str, Verdict]) -> None:
    verdict = ended["no-form"]
    assert (verdict.word, verdict.scenario) == ("otherwise", "Begins there")
    assert verdict.step == "Given the sign-in page is open"


def test_a_product_that_does_not_start_is_void(ended: Mapping[str, Verdict]) -> None:
    assert ended["no-start"].word == "void"
    assert "SyntaxError" in ended["no-start"].reason


def test_a_failure_that_the_product_without_the_defect_has_too_does_not_count(ended: Mapping[str, Verdict]) -> None:
    assert (ended["failing"].word, ended["failing"].scenario) == ("detected", "Opens")
    assert ended["failing"].tried == ()


def test_where_nothing_passes_without_the_defect_nothing_is_said_about_it(ended: Mapping[str, Verdict]) -> None:
    assert (ended["unsound"].word, ended["unsound"].tried) == ("void", ())
    assert ended["unsound"].reason == "No scenario that was tried passes on the product without the defect."


def test_what_is_not_offered_detects_nothing(ended: Mapping[str, Verdict]) -> None:
    assert (ended["lacking"].word, ended["lacking"].scenario) == ("detected", "Opens")
    assert ended["lacking"].tried == ()
