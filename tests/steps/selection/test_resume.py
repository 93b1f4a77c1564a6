"""Nothing that had finished is lost, whenever the run is killed, and resuming runs only the rest."""

import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from deskproof.reports.baseline.complete import gaps
from deskproof.reports.outputs import write
from deskproof.reports.record import DamagedRecord, Recorder, Run, RunInfo, Shard, load
from deskproof.steps.selection.resume import CannotResume, begun, rest
from tests.reports.invented import Clock, play, scenario
from tests.steps.conftest import WriteFeatures
from tests.steps.killed import CONFTEST, FEATURE, KILLED, SECOND_TIME, Project, wait_for_writers

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")

KILLS = 5
CHAINS = (11, *(pytest.param(seed, marks=pytest.mark.nightly) for seed in (3, 47, 2026)))
"""Seeds. Each is a run that is killed, resumed, killed, resumed … : 4 times 5 kills."""

ONE, TWO, THREE = (scenario(name, "AD-001", line=line) for line, name in enumerate(("One", "Two", "Three"), 5))


def ended(run: Run) -> Counter[tuple[str, str]]:
    """The attempts that came to their end, by scenario and status."""
    return Counter(
        (scenario.name, attempt.status)
        for scenario in run.scenarios
        for attempt in scenario.attempts
        if not attempt.cut_short
    )


@only_linux
@pytest.mark.parametrize("seed", CHAINS)
def test_a_run_that_is_killed_at_any_moment_loses_nothing(write_features: WriteFeatures, seed: int) -> None:
    chance = random.Random(seed)
    project = Project(folder=write_features(conftest=CONFTEST, a=FEATURE).parent)
    finished: Counter[tuple[str, str]] = Counter()
    go_on: tuple[str, ...] = ()
    for _ in range(KILLS):
        workers = chance.choice((0, 0, 2))
        kill_at = chance.randint(1, 5 if workers else 12)
        done = project.deskproof("run", *go_on, "-n", str(workers), kill_at=kill_at)
        assert done.status == KILLED, done.output
        wait_for_writers(project.latest)
        assert project.left_over() == []
        if kill_at == 1 and workers == 0 and not go_on:  # within its very first line
            with pytest.raises(DamagedRecord, match="ended before it began to write; run again"):
                load(project.latest)
            continue
        run = load(project.latest)
        assert finished <= ended(run)
        finished, go_on = ended(run), ("--resume",)
        assert run.run.ending == "cut short"
        assert run.damage == ()
        output = "\n".join(write(project.latest).lines)
        assert "cut short" in output
        assert (project.latest / "report.html").is_file()
        assert project.verdict().decision != "open"
    done = project.deskproof("run", *go_on, "-n", "0")
    assert done.status == 0, done.output
    run = load(project.latest)
    assert ended(run) == Counter({(f"Number {number}", "passed"): 1 for number in range(16)})
    assert finished <= ended(run)
    assert {scenario.status for scenario in run.scenarios} == {"passed"}
    assert gaps(run) == ()
    assert project.verdict().decision == "open"


@only_linux
def test_retries_go_on_where_they_were(write_features: WriteFeatures) -> None:
    text = FEATURE[: FEATURE.index("Scenario: Number 1\n")] + "Scenario: Flaky\n    Then it is well the second time\n"
    project = Project(folder=write_features(conftest=CONFTEST + SECOND_TIME, a=text).parent)
    # Run, plan, four lines of the first scenario, three of the failed attempt; the next would begin the second one.
    assert project.deskproof("run", "-n", "0", "--retries", "1", kill_at=10).status == KILLED
    assert ended(load(project.latest)) == Counter({("Number 0", "passed"): 1, ("Flaky", "failed"): 1})
    done = project.deskproof("run", "--resume")
    assert "1 scenario" in done.output
    run = load(project.latest)
    assert {scenario.name: scenario.status for scenario in run.scenarios} == {"Number 0": "passed", "Flaky": "flaky"}
    assert [(attempt.number, attempt.status, attempt.cut_short) for attempt in run.scenarios[1].attempts] == [
        (1, "failed", False),
        (2, "passed", False),
    ]
    assert gaps(run) == ()


@only_linux
def test_a_shard_and_a_choice_stay_what_they_were(write_features: WriteFeatures) -> None:
    project = Project(folder=write_features(conftest=CONFTEST, a=FEATURE).parent)
    asked: tuple[str, ...] = ("-k", "not 1", "--shard", "1/3", "-n", "0")
    for kill_at in (2, 9):  # before anything is planned, and after
        assert project.deskproof("run", *asked, kill_at=kill_at).status == KILLED
        asked = ("--resume",)
    done = project.deskproof("run", "--resume")
    assert done.status == 0, done.output
    run = load(project.latest)
    assert run.run.shard == Shard(index=1, total=3)
    assert (run.run.planned, run.run.not_run, run.run.chosen, run.run.suite) == (3, (), 9, 16)
    assert (run.run.parts, len(run.scenarios)) == (3, 3)
    assert run.run.split is not None
    refused = project.deskproof("run", "--resume", "--tags", "@AD-001")
    assert refused.status == 2
    assert "cannot be given again" in " ".join(refused.output.split())


@only_linux
def test_other_features_are_refused(write_features: WriteFeatures) -> None:
    folder = write_features(conftest=CONFTEST, a=FEATURE)
    project = Project(folder=folder.parent)
    assert project.deskproof("run", "-n", "0", kill_at=9).status == KILLED
    (folder / "a.feature").write_text(FEATURE.replace("the number 7", "the number 8"))
    refused = project.deskproof("run", "--resume")
    assert refused.status == 2
    assert "The features have changed since the run in" in refused.output
    assert ended(load(project.latest)) == Counter({("Number 0", "passed"): 1})


# ---- what is left, and what is refused, without a run


def write_cut(folder: Path, *, finish: str | None = None, **info: object) -> Path:
    """One passed, one failed, one cut under its second attempt; a fourth never began."""
    asked = {"arguments": ("features",), "fingerprint": "f", "commit": "c", **info}
    with Recorder(folder, now=Clock()) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run", **asked))  # type: ignore[arg-type]
        recorder.scenarios_planned((ONE.id, TWO.id, THREE.id, "never"), suite=4)
        play(recorder, ONE, "passed")
        play(recorder, TWO, "failed")
        play(recorder, THREE, "broken")
        recorder.scenario_started(THREE, 2)
        if finish:
            recorder.run_finished(finish)
    return folder


@pytest.mark.parametrize(
    ("retries", "left"),
    [(0, {THREE.id, "never"}), (1, {TWO.id, THREE.id, "never"})],
)
def test_what_is_left(tmp_path: Path, retries: int, left: set[str]) -> None:
    found = rest(write_cut(tmp_path), fingerprint="f", commit="c", retries=retries)
    assert found.ids == frozenset(left)
    assert found.part == 2
    assert found.tried == {ONE.id: 1, TWO.id: 1, THREE.id: 2}
    assert found.failed[THREE.id] == 1


def test_what_is_not_offered_is_settled(tmp_path: Path) -> None:
    with Recorder(tmp_path, now=Clock()) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run", arguments=("features",), fingerprint="suite"))
        recorder.scenarios_planned((ONE.id, TWO.id))
        play(recorder, ONE, "not-offered")
    assert rest(tmp_path, fingerprint="suite", commit=None, retries=2).ids == frozenset({TWO.id})


def test_where_nothing_was_planned_everything_is_left(tmp_path: Path) -> None:
    with Recorder(tmp_path) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run", arguments=("features",), fingerprint="f"))
    assert rest(tmp_path, fingerprint="f", commit=None).ids is None


def damage(folder: Path) -> None:
    file = write_cut(folder) / "events-main.ndjson"
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([lines[0], b"{\n", *lines[2:]]))


@pytest.mark.parametrize(
    ("prepare", "sentence"),
    [
        (lambda folder: None, "There is no run folder at"),
        (lambda folder: folder.mkdir(), r"holds no events-\*\.ndjson"),
        (damage, r"is damaged \(events-main\.ndjson, line 2\), and resuming would not repair it; run again"),
        (lambda folder: write_cut(folder, arguments=()), "does not have the arguments of its run; run again"),
        (lambda folder: write_cut(folder, commit="d"), "is of commit d, and this is c; go back to that commit"),
        (lambda folder: write_cut(folder, commit=None), "is of commit none, and this is c"),
        (lambda folder: write_cut(folder, fingerprint="g"), "The features have changed since"),
    ],
)
def test_what_cannot_be_gone_on_with_is_one_sentence(
    tmp_path: Path, prepare: Callable[[Path], object], sentence: str
) -> None:
    prepare(tmp_path / "run")
    with pytest.raises(CannotResume, match=sentence) as refused:
        rest(tmp_path / "run", fingerprint="f", commit="c")
    assert "\n" not in str(refused.value)


def test_a_run_that_came_to_its_end_has_nothing_left(tmp_path: Path) -> None:
    with Recorder(tmp_path, now=Clock()) as recorder:
        recorder.run_started(RunInfo(id="r", command="deskproof run", arguments=("features",)))
        recorder.scenarios_planned((ONE.id,), suite=1)
        play(recorder, ONE, "passed")
        recorder.run_finished()
    with pytest.raises(CannotResume, match="is complete; nothing is left to run"):
        begun(tmp_path)


def test_a_run_that_goes_on_is_left_alone(tmp_path: Path) -> None:
    write_cut(tmp_path)
    with (
        Recorder(tmp_path, "gw0"),
        pytest.raises(CannotResume, match=r"still running: events-gw0\.ndjson is being written\. Wait for its end\."),
    ):
        begun(tmp_path)


def test_two_cannot_write_one_record(tmp_path: Path) -> None:
    with Recorder(tmp_path), pytest.raises(BlockingIOError, match="another process writes this record"):
        Recorder(tmp_path)
