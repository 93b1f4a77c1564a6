"""The writer: what stands on disk after each fact, what survives a kill, and that no secret gets there."""

import json
import resource
from pathlib import Path

import pytest

from deskproof.reports.record import (
    CannotRecord,
    Failure,
    Mask,
    PlannedStep,
    Recorder,
    RunInfo,
    Step,
    load,
    scenario_id,
)
from deskproof.reports.text.visible import visible
from tests.reports.invented import HOSTILE, PASSWORD, Clock, full_evidence, play, scenario, write_run


def lines(folder: Path, worker: str = "main") -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / f"events-{worker}.ndjson").read_text().splitlines()]


def test_each_fact_is_on_disk_when_the_call_returns(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path, now=Clock())
    one = scenario("Dial Number signs in", "AD-001")
    recorder.run_started(RunInfo(id="r", command="deskproof run"))
    assert [line["fact"] for line in lines(tmp_path)] == ["runStarted"]
    recorder.scenario_started(one)
    recorder.step_finished(one.id, 1, Step(keyword="Given", text="Ada is at the desk", status="passed"))
    recorder.scenario_finished(one.id, 1, "passed", 12)
    recorder.run_finished()
    assert [line["fact"] for line in lines(tmp_path)] == [
        "runStarted",
        "scenarioStarted",
        "stepFinished",
        "scenarioFinished",
        "runFinished",
    ]
    assert lines(tmp_path)[0]["at"] == "2026-01-15T09:00:01.000Z"
    recorder.close()


def test_equal_evidence_is_kept_once_and_whole(tmp_path: Path) -> None:
    with Recorder(tmp_path, "gw0") as first, Recorder(tmp_path, "gw1") as second:
        path = first.attach(b"picture", ".png")
        assert second.attach(b"picture", ".png") == path
    assert (tmp_path / path).read_bytes() == b"picture"
    assert [file.name for file in (tmp_path / "evidence").iterdir()] == [Path(path).name]


@pytest.mark.parametrize("suffix", ["jpg", "/../x", ".JPG", ""])
def test_a_suffix_that_is_none_is_refused(tmp_path: Path, suffix: str) -> None:
    with Recorder(tmp_path) as recorder, pytest.raises(ValueError, match="give a suffix like"):
        recorder.attach(b"x", suffix)


@pytest.mark.parametrize("worker", ["../gw0", "", "a b"])
def test_a_worker_name_that_is_no_file_name_is_refused(tmp_path: Path, worker: str) -> None:
    with pytest.raises(ValueError, match="cannot be called"):
        Recorder(tmp_path, worker)


def test_no_secret_reaches_the_folder(tmp_path: Path) -> None:
    write_run(tmp_path)
    for file in tmp_path.glob("*.ndjson"):
        written = file.read_text()
        for secret in (PASSWORD, "abc123", "vvv", "eyJ"):
            assert secret not in written, f"{secret} stands in {file.name}"


def test_a_secret_that_comes_up_later_is_masked_from_then_on(tmp_path: Path) -> None:
    mask = Mask()
    with Recorder(tmp_path, mask=mask) as recorder:
        mask.add("482913")
        one = scenario("The code 482913 is used", "AD-001")
        recorder.scenario_started(one)
        recorder.scenario_finished(one.id, 1, "failed", 1, Failure(message="482913 was refused"))
    run = load(tmp_path)
    assert run.scenarios[0].id == one.id
    assert run.scenarios[0].error == Failure(message="*** was refused")


def test_text_that_no_encoder_takes_is_mended(tmp_path: Path) -> None:
    with Recorder(tmp_path) as recorder:
        one = scenario(HOSTILE, "AD-001")
        play(recorder, one, "passed", evidence=full_evidence(recorder))
    assert load(tmp_path).scenarios[0].name == visible(HOSTILE)


def test_a_worker_that_goes_on_after_a_kill_starts_on_a_whole_line(tmp_path: Path) -> None:
    file = tmp_path / "events-gw0.ndjson"
    with Recorder(tmp_path, "gw0") as recorder:
        play(recorder, scenario("First", "AD-001"), "passed")
    file.write_bytes(file.read_bytes() + b'{"fact": "stepFin')
    with Recorder(tmp_path, "gw0") as recorder:
        play(recorder, scenario("Second", "AD-001", line=9), "passed")
    run = load(tmp_path)
    assert [scenario.name for scenario in run.scenarios] == ["First", "Second"]
    assert run.damage == ()


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="this system has no limit on the size of files")
def test_a_disk_that_takes_no_more_leaves_whole_lines_and_no_false_end(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    one, two = scenario("First", "AD-001"), scenario("Second", "AD-001", line=9)
    with Recorder(tmp_path) as recorder:
        play(recorder, one, "passed")
        recorder.scenario_started(two)
        size = (tmp_path / "events-main.ndjson").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20, before[1]))
        try:
            with pytest.raises(CannotRecord, match=r"could not be continued \(File too large\)"):
                recorder.step_finished(two.id, 1, Step(keyword="Given", text="Ada is at the desk", status="passed"))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        with pytest.raises(CannotRecord, match="run --resume"):
            recorder.scenario_finished(two.id, 1, "broken", 1)
        with pytest.raises(CannotRecord):
            recorder.attach(b"picture")
    assert (tmp_path / "events-main.ndjson").stat().st_size == size
    run = load(tmp_path)
    assert run.damage == ()
    assert [attempt.cut_short for scenario in run.scenarios for attempt in scenario.attempts] == [False, True]


def test_the_id_of_a_scenario_is_the_same_everywhere_and_its_own() -> None:
    first = scenario_id("features/a.feature", "Rule", "Åsa signs in", None)
    assert first.startswith("asa-signs-in-")
    assert first == scenario_id("features/a.feature", "Rule", "Åsa signs in", None)
    others = {
        scenario_id("features/b.feature", "Rule", "Åsa signs in", None),
        scenario_id("features/a.feature", None, "Åsa signs in", None),
        scenario_id("features/a.feature", "Rule", "Asa signs in", None),
        scenario_id("features/a.feature", "Rule", "Åsa signs in", "1001"),
    }
    assert len(others) == 4
    assert first not in others
    assert scenario_id("x", None, "名前").isalnum()


def test_a_planned_step_keeps_its_table(tmp_path: Path) -> None:
    step = PlannedStep(keyword="Given", text="these numbers", table=(("a", "b"),), docstring="text")
    assert step.table == (("a", "b"),)
