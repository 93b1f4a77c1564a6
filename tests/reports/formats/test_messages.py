"""messages.ndjson fits the published schema, its ids hold together, and Cucumber's own formatter draws it."""

import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from playwright.sync_api import expect, sync_playwright

from deskproof.reports.formats import messages
from deskproof.reports.record import Failure, Recorder, RunInfo
from deskproof.steps.browsers.browser import ensure, launch_options
from tests.reports.expected import check_golden
from tests.reports.formats.made import made_by
from tests.reports.invented import LACK, Clock, play, scenario, write_run
from tests.reports.published import published_package, published_schema, tool

SHA256 = "f38d9465faaa2920290f6d659fd88f8aa02e3789473a97a08625aab49d285d62"
FORMATTER_SHA256 = "e0698db4d08f26deace11ce54b7eb2d58f74dad7e6aeb8a6e7c772abc0f10d90"
FORMAT_SECONDS = 120
_SCRIPT = """
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
const [formatter, messages, page] = process.argv.slice(1);
const { CucumberHtmlStream } = await import(pathToFileURL(formatter));
const stream = new CucumberHtmlStream();
stream.pipe(createWriteStream(page));
for await (const line of createInterface({ input: createReadStream(messages) })) stream.write(JSON.parse(line));
stream.end();
"""


def written(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in made_by(messages.FORMAT, folder).read_text().splitlines()]


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
    assert kinds["pickle"] == kinds["testCase"] == 9
    assert kinds["testCaseStarted"] == kinds["testCaseFinished"] == 10
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
    assert results[-1]["testStepResult"]["status"] == "FAILED"
    assert results[-1]["testStepResult"]["exception"]["type"] == "harness"
    assert results[-1]["testStepResult"]["message"] == "The browser went away."


def test_what_is_not_offered_is_skipped_with_the_reason(tmp_path: Path) -> None:
    with Recorder(tmp_path, now=Clock()) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run"))
        play(recorder, scenario("The teams are listed", "AD-009"), "not-offered")
    results = [
        message["testStepFinished"]["testStepResult"] for message in written(tmp_path) if "testStepFinished" in message
    ]
    assert [found["status"] for found in results] == ["PASSED", "PASSED", "SKIPPED"]
    assert results[-1]["message"] == LACK.reason
    assert "exception" not in results[-1]


def test_one_scenario_as_messages(tmp_path: Path) -> None:
    with Recorder(tmp_path, now=Clock()) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run"))
        play(recorder, scenario("A taken number is refused", "AD-002"), "failed")
        recorder.run_finished()
    check_golden("messages-failed.ndjson", made_by(messages.FORMAT, tmp_path).read_text())


def test_the_public_formatter_draws_every_scenario(tmp_path: Path) -> None:
    package = published_package("@cucumber/html-formatter", "24.2.0", FORMATTER_SHA256)
    node = tool("node", "Cucumber's HTML formatter")
    write_run(tmp_path)
    written = made_by(messages.FORMAT, tmp_path)
    page_file = tmp_path / "cucumber.html"
    command = [node, "--input-type=module", "-e", _SCRIPT]
    formatter = package / "dist" / "src" / "CucumberHtmlStream.js"
    done = subprocess.run(
        [*command, str(formatter), str(written), str(page_file)],
        capture_output=True,
        text=True,
        timeout=FORMAT_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(ensure("shell")))
        page = browser.new_page()
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.goto(page_file.as_uri())
        expect(page.locator("body")).to_contain_text("features/04_station.feature")
        expect(page.locator("body")).to_contain_text("features/sv/04_station.feature")
        for word, count in (("passed", 4), ("failed", 3), ("skipped", 2)):
            expect(page.get_by_text(re.compile(f"^{word} ?{count}$", re.IGNORECASE))).to_be_visible()
        page.get_by_text("features/04_station.feature").first.click()
        for name in ("A taken number is refused", "The list opens", "Desktop rings", "alert(1)"):
            expect(page.locator("body")).to_contain_text(name)
        assert complaints == []
        browser.close()
