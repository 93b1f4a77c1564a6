"""Allure's results: a golden file per outcome, every attempt, its files beside it, and nothing from elsewhere."""

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from deskproof.reports.formats import allure
from deskproof.reports.record import Recorder, RunInfo, StepStatus
from deskproof.reports.record.observed import Evidence, Picture
from tests.reports.expected import check_golden
from tests.reports.formats.made import made_by
from tests.reports.invented import PASSWORD, Clock, full_evidence, play, scenario, write_run


def results(folder: Path) -> list[dict[str, Any]]:
    files = (folder / allure.FORMAT.path).glob("*-result.json")
    return sorted((json.loads(file.read_text()) for file in files), key=lambda item: (item["start"], item["name"]))


@pytest.mark.parametrize(
    ("outcome", "attempts", "quarantined"),
    [
        ("passed", ("passed",), False),
        ("failed", ("failed",), False),
        ("broken", ("broken",), False),
        ("flaky", ("failed", "passed"), False),
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
    made_by(allure.FORMAT, tmp_path)
    check_golden(f"allure-{outcome}.json", json.dumps(results(tmp_path), ensure_ascii=False, indent=1) + "\n")


def test_what_a_result_refers_to_is_beside_it(tmp_path: Path) -> None:
    write_run(tmp_path)
    folder = made_by(allure.FORMAT, tmp_path)
    made = results(tmp_path)
    assert len(made) == 10
    attached = [each for item in made for step in item["steps"] for each in step.get("attachments", [])]
    assert {each["type"] for each in attached} == {"text/csv", "image/jpeg"}
    for each in attached:
        assert (folder / each["source"]).is_file()
        if each["type"] == "image/jpeg":
            Image.open(folder / each["source"]).verify()
    tries = [item for item in made if item["name"] == "Extension signs in"]
    assert len(tries) == 2
    assert len({scenario["historyId"] for scenario in tries}) == 1
    assert len({item["uuid"] for item in made}) == 10


def test_equal_runs_give_equal_folders_and_old_results_go(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_run(tmp_path / name)
        made_by(allure.FORMAT, tmp_path / name)
    (tmp_path / "other" / allure.FORMAT.path / "old-result.json").write_text("{}")
    made_by(allure.FORMAT, tmp_path / "other")
    one, other = (
        {file.name: file.read_bytes() for file in (tmp_path / name / allure.FORMAT.path).iterdir()}
        for name in ("one", "other")
    )
    assert one == other
    assert not any(PASSWORD.encode() in content for content in one.values())


def test_a_picture_from_outside_the_run_is_not_copied(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    with Recorder(tmp_path / "run", now=Clock()) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run"))
        outside = Evidence(pictures=(Picture(path="../secret.jpg"),))
        play(recorder, scenario("Known", "AD-001"), "passed", evidence=outside)
        play(recorder, scenario("Other", "AD-002"), "passed", evidence=full_evidence(recorder))
    folder = made_by(allure.FORMAT, tmp_path / "run")
    assert not any(file.read_bytes() == b"secret" for file in folder.iterdir())
