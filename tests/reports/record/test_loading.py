"""What the lines add up to: merged workers, killed runs, torn and damaged lines, attempts, claims."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from deskproof.reports.record import Evidence, Failure, JournalLine, Recorder, RunInfo, Step
from deskproof.reports.record.facts import Run, ScenarioStatus
from deskproof.reports.record.loading import DamagedRecord, claim_status, load
from tests.reports.invented import LACK, Clock, play, scenario, write_run


def status_of(run: Run, name: str) -> ScenarioStatus:
    return next(scenario.status for scenario in run.scenarios if scenario.name == name)


def without_times(run: Run) -> Run:
    """The run as it would be whoever ran it and whenever."""
    return replace(
        run,
        run=replace(run.run, started_at="", finished_at="", duration_ms=0),
        scenarios=tuple(
            replace(
                scenario,
                attempts=tuple(
                    replace(attempt, worker="", started_at="", duration_ms=0) for attempt in scenario.attempts
                ),
            )
            for scenario in run.scenarios
        ),
    )


def test_a_record_from_before_detections_had_their_name_still_has_them(tmp_path: Path) -> None:
    write_run(tmp_path)
    now = load(tmp_path)
    for file in tmp_path.glob("events-*.ndjson"):
        file.write_text(file.read_text().replace('"detection":', '"seenToFail":'))
    assert '"seenToFail":{"defect":"nobody-signs-in"' in (tmp_path / "events-gw0.ndjson").read_text()
    assert load(tmp_path) == now
    assert {scenario.detection.defect for scenario in now.scenarios if scenario.detection} == {"nobody-signs-in"}


def test_every_status_comes_out_as_it_went_in(tmp_path: Path) -> None:
    write_run(tmp_path)
    run = load(tmp_path)
    assert {scenario.name: scenario.status for scenario in run.scenarios if "<" not in scenario.name} == {
        "Dial Number signs in": "passed",
        "A taken number is refused": "failed",
        "The list opens": "broken",
        "Extension signs in": "flaky",
        "Desktop rings": "skipped",
        "Known trouble": "quarantined",
        "The teams are listed": "not-offered",
        "Uppringningsnummer loggar in": "passed",
    }
    assert [claim.status for claim in run.claims] == [
        "proven",
        "failing",
        "failing",
        "unproven",
        "unproven",
        "unproven",
        "proven",
        "unproven",
        "not-offered",
    ]
    assert run.run.ending == "complete"
    assert (run.run.planned, run.run.suite) == (9, 9)
    assert run.run.not_run == ()
    assert run.damage == ()


def test_what_is_not_offered_keeps_the_verb_and_the_reason_and_is_no_error(tmp_path: Path) -> None:
    write_run(tmp_path)
    run = load(tmp_path)
    lacking = next(scenario for scenario in run.scenarios if scenario.status == "not-offered")
    assert (lacking.not_offered, lacking.why, lacking.error) == (LACK, LACK.reason, None)
    assert [step.status for step in lacking.steps] == ["passed", "passed", "not-offered"]
    assert [attempt.not_offered for attempt in lacking.attempts] == [LACK]
    others = [scenario for scenario in run.scenarios if scenario is not lacking]
    assert {scenario.not_offered for scenario in others} == {None}
    assert (run.run.adapter, run.run.desktop) == ("Invented desk", "http://desk.example:{port}/")


def test_quarantine_is_not_for_what_is_not_offered(tmp_path: Path) -> None:
    with Recorder(tmp_path, now=Clock()) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run"))
        play(recorder, scenario("The teams are listed", "AD-001", quarantined=True), "not-offered")
    assert [scenario.status for scenario in load(tmp_path).scenarios] == ["not-offered"]


def test_a_record_that_says_nothing_of_an_adapter_is_read(tmp_path: Path) -> None:
    with Recorder(tmp_path, now=Clock()) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run"))
        play(recorder, scenario("Dial Number signs in", "AD-001"), "passed")
    file = tmp_path / "events-main.ndjson"
    file.write_text(file.read_text().replace(',"adapter":null,"desktop":null', "").replace(',"notOffered":null', ""))
    assert "null" in file.read_text()
    run = load(tmp_path)
    assert (run.run.adapter, run.run.desktop, run.damage) == (None, None, ())


def test_two_workers_give_the_same_record_as_one(tmp_path: Path) -> None:
    write_run(tmp_path / "one")
    write_run(tmp_path / "two", workers=("gw0", "gw1"))
    assert without_times(load(tmp_path / "one")) == without_times(load(tmp_path / "two"))


def test_a_flaky_scenario_keeps_every_attempt_with_its_steps(tmp_path: Path) -> None:
    write_run(tmp_path)
    flaky = next(scenario for scenario in load(tmp_path).scenarios if scenario.status == "flaky")
    first, last = flaky.attempts
    assert (first.status, last.status) == ("failed", "passed")
    assert first.steps is not None
    assert [step.status for step in first.steps] == ["passed", "passed", "failed"]
    assert last.steps is None
    assert [step.status for step in flaky.steps] == ["passed", "passed", "passed"]


def test_a_killed_run_keeps_what_had_finished(tmp_path: Path) -> None:
    write_run(tmp_path, finish=False)
    run = load(tmp_path)
    assert run.run.ending == "cut short"
    assert len(run.scenarios) == 9


def test_a_scenario_without_its_end_is_broken_and_says_why(tmp_path: Path) -> None:
    with Recorder(tmp_path, now=Clock()) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run"))
        one, never = scenario("Dial Number signs in", "AD-001"), scenario("Never begun", "AD-001")
        recorder.scenarios_planned((one.id, never.id))
        recorder.scenario_started(one)
    run = load(tmp_path)
    assert status_of(run, one.name) == "broken"
    assert run.scenarios[0].error == Failure(message="The run was cut short while this scenario was running.")
    assert [step.status for step in run.scenarios[0].steps] == ["skipped"] * 3
    assert run.run.not_run == (never.id,)


def test_a_scenario_whose_worker_was_lost_is_broken_and_says_why(tmp_path: Path) -> None:
    one = scenario("Dial Number signs in", "AD-001")
    with Recorder(tmp_path, now=Clock()) as main, Recorder(tmp_path, "gw0", now=Clock()) as worker:
        main.run_started(RunInfo(id="r", command="deskproof run"))
        worker.scenario_started(one)
        main.worker_lost("gw0")
        main.run_finished()
    result = load(tmp_path).scenarios[0]
    assert result.error == Failure(message="The process that ran this scenario ended while it was running.")
    assert (result.status, result.attempts[0].cut_short) == ("broken", False)


def test_a_resumed_run_is_one_run_and_what_was_cut_counts_for_nothing(tmp_path: Path) -> None:
    clock = Clock()
    done, cut, failed = (scenario(name, "AD-001", line=line) for line, name in enumerate(("Done", "Cut", "Failed"), 5))
    with Recorder(tmp_path, now=clock) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run"))
        recorder.scenarios_planned((done.id, cut.id, failed.id), suite=3)
        play(recorder, done, "passed")
        play(recorder, failed, "failed")
        recorder.scenario_started(cut)
    before = (tmp_path / "events-main.ndjson").read_bytes()
    with Recorder(tmp_path, part=2, now=clock) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run --resume"))
        recorder.scenarios_planned((cut.id,), suite=3)
        play(recorder, cut, "passed", attempt=2)
        play(recorder, failed, "passed", attempt=2)
        recorder.run_finished()
    run = load(tmp_path)
    assert (tmp_path / "events-main.ndjson").read_bytes() == before
    assert {scenario.name: scenario.status for scenario in run.scenarios} == {
        "Done": "passed",
        "Cut": "passed",
        "Failed": "flaky",
    }
    assert [scenario.cut_short for scenario in run.scenarios[1].attempts] == [True, False]
    assert (run.run.ending, run.run.parts, run.run.command) == ("complete", 2, "deskproof run")
    assert (run.run.planned, run.run.not_run, run.run.suite) == (3, (), 3)


@pytest.mark.parametrize("when", ["during a scenario", "before the run is resumed"])
def test_a_clock_that_is_set_back_loses_nothing_and_lasts_no_negative_time(tmp_path: Path, when: str) -> None:
    clock = Clock()
    done, cut = (scenario(name, "AD-001", line=line) for line, name in enumerate(("Done", "Cut"), 5))
    with Recorder(tmp_path, now=clock) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run"))
        recorder.scenarios_planned((done.id, cut.id), suite=2)
        play(recorder, done, "passed")
        recorder.scenario_started(cut)
        if when == "during a scenario":
            clock.now -= timedelta(hours=1)
        recorder.step_finished(cut.id, 1, Step(keyword="Given", text="Ada is at the desk", status="passed"))
    if when == "before the run is resumed":
        clock.now -= timedelta(hours=1)
    with Recorder(tmp_path, part=2, now=clock) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run --resume"))
        recorder.scenarios_planned((cut.id,), suite=2)
        play(recorder, cut, "passed", attempt=2)
        recorder.run_finished()
    run = load(tmp_path)
    assert {scenario.name: scenario.status for scenario in run.scenarios} == {"Done": "passed", "Cut": "passed"}
    assert [attempt.cut_short for attempt in run.scenarios[1].attempts] == [True, False]
    assert (run.run.ending, run.run.parts, run.run.not_run) == ("complete", 2, ())
    assert 0 < run.run.duration_ms < 60_000
    assert all(attempt.duration_ms >= 0 for each in run.scenarios for attempt in each.attempts)


def test_a_torn_last_line_is_passed_over_at_any_place(tmp_path: Path) -> None:
    write_run(tmp_path)
    file = tmp_path / "events-gw0.ndjson"
    whole = file.read_bytes()
    for length in range(len(whole) - 400, len(whole), 7):
        file.write_bytes(whole[:length])
        assert load(tmp_path).damage == ()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda line: line[: len(line) // 2],
        lambda line: b"\x00\xff not json",
        lambda line: b"[1, 2]",
        lambda line: line.replace(b"stepFinished", b"stepVanished"),
        lambda line: line.replace(b'"status":"passed"', b'"status":"fine"'),
        lambda line: line.replace(b'"at":"2026', b'"at":"when'),
        lambda line: b'{"fact":"stepFinished","at":"2026-01-15T09:00:00Z"}',
    ],
    ids=["half", "bytes", "list", "fact", "status", "instant", "nothing in it"],
)
def test_a_damaged_line_in_the_middle_is_reported_and_the_rest_is_kept(
    tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    write_run(tmp_path)
    file = tmp_path / "events-gw0.ndjson"
    every = file.read_bytes().split(b"\n")
    assert json.loads(every[1])["fact"] == "stepFinished"
    every[1] = spoil(every[1])
    file.write_bytes(b"\n".join(every))
    run = load(tmp_path)
    assert [(item.file, item.line) for item in run.damage] == [("events-gw0.ndjson", 2)]
    assert run.damage[0].reason
    assert len(run.scenarios) == 9


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "holds no events"),
        (b"", "is empty"),
        (b'{"fact": "run', "is empty"),
        (b"garbage\n", "cannot be read"),
    ],
)
def test_a_folder_without_a_record_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    if content is not None:
        (tmp_path / "events-main.ndjson").write_bytes(content)
    with pytest.raises(DamagedRecord, match=sentence) as refused:
        load(tmp_path)
    assert "\n" not in str(refused.value)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DamagedRecord, match="There is no run folder"):
        load(tmp_path / "nowhere")


def test_what_comes_after_the_last_step_is_added_to_it(tmp_path: Path) -> None:
    entry = JournalLine(seq=1, at="2026-01-15T09:00:00Z", kind="event", name="AgentSignedIn")
    with Recorder(tmp_path) as recorder:
        one = scenario("Dial Number signs in", "AD-001")
        play(recorder, one, "passed", evidence=Evidence(journal=(entry,), accessibility=()))
        recorder.scenario_started(one, 2)
        late = Evidence(journal=(replace(entry, seq=2),), clock="2026-01-15T09:01:00Z")
        recorder.scenario_finished(one.id, 2, "passed", 1, evidence=late, trace="traces/a.zip")
    run = load(tmp_path)
    assert run.scenarios[0].attempts[1].trace == "traces/a.zip"
    assert run.scenarios[0].attempts[0].steps is not None


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([], "unproven"),
        (["passed"], "proven"),
        (["passed", "passed"], "proven"),
        (["passed", "failed"], "failing"),
        (["broken"], "failing"),
        (["passed", "skipped"], "unproven"),
        (["flaky"], "unproven"),
        (["quarantined", "passed"], "unproven"),
        (["not-offered"], "not-offered"),
        (["not-offered", "not-offered"], "not-offered"),
        (["passed", "not-offered"], "proven"),
        (["failed", "not-offered"], "failing"),
        (["skipped", "not-offered"], "unproven"),
        (["flaky", "not-offered"], "unproven"),
    ],
)
def test_what_proves_a_claim(statuses: list[ScenarioStatus], expected: str) -> None:
    assert claim_status(statuses) == expected
