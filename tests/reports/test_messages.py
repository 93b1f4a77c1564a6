"""messages.ndjson fits the published schema, and its ids hold together."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from reports import messages
from reports.loading import load
from reports.record import Failure, Recorder, RunInfo
from tests.reports.expected import check_golden
from tests.reports.invented import Clock, play, scenario, write_run
from tests.reports.published import published_schema

SHA256 = "f38d9465faaa2920290f6d659fd88f8aa02e3789473a97a08625aab49d285d62"


def written(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in messages.write(load(folder), folder).read_text().splitlines()]


def test_every_message_fits_the_published_schema(tmp_path: Path) -> None:
    write_run(tmp_path)
    schema = published_schema("@cucumber/messages", messages.PROTOCOL, "package/messages.schema.json", SHA256)
    validator = Draft202012Validator(schema)
    for message in written(tmp_path):
        validator.validate(message)


def test_the_ids_hold_together(tmp_path: Path) -> None:
    write_run(tmp_path)
    made = written(tmp_path)
    kinds = Counter(next(iter(message)) for message in made)
    assert kinds["pickle"] == kinds["testCase"] == 8
    assert kinds["testCaseStarted"] == kinds["testCaseFinished"] == 9
    pickles = {message["pickle"]["id"] for message in made if "pickle" in message}
    cases = {message["testCase"]["id"] for message in made if "testCase" in message}
    steps = {step["id"] for message in made if "testCase" in message for step in message["testCase"]["testSteps"]}
    assert {message["testCase"]["pickleId"] for message in made if "testCase" in message} == pickles
    assert {message["testCaseStarted"]["testCaseId"] for message in made if "testCaseStarted" in message} == cases
    assert {message["testStepFinished"]["testStepId"] for message in made if "testStepFinished" in message} == steps


def test_what_no_step_owns_is_the_result_of_a_hook(tmp_path: Path) -> None:
    with Recorder(tmp_path, now=Clock()) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run"))
        one = scenario("Dial Number signs in", "AD-001")
        play(recorder, one, "passed")
        recorder.scenario_started(one, 2)
        recorder.scenario_finished(one.id, 2, "broken", 3, Failure(message="The browser went away."))
    results = [message["testStepFinished"] for message in written(tmp_path) if "testStepFinished" in message]
    assert results[-1]["testStepResult"]["status"] == "UNKNOWN"
    assert results[-1]["testStepResult"]["message"] == "The browser went away."


def test_one_scenario_as_messages(tmp_path: Path) -> None:
    with Recorder(tmp_path, now=Clock()) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run"))
        play(recorder, scenario("A taken number is refused", "AD-002"), "failed")
        recorder.run_finished()
    check_golden("messages-failed.ndjson", messages.write(load(tmp_path), tmp_path).read_text())
