"""One record out of shards: what is carried along, and every way in which shards do not belong together."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from deskproof.reports.baseline.complete import gaps
from deskproof.reports.baseline.history import History
from deskproof.reports.gate import Decision, evaluate
from deskproof.reports.outputs import write
from deskproof.reports.record import Recorder
from deskproof.reports.record.facts import Run, RunInfo, Scenario, Shard
from deskproof.reports.record.loading import load
from deskproof.reports.record.merge import CannotMerge, merge
from deskproof.reports.record.observed import Evidence, Picture
from tests.reports.invented import LACK, Clock, claims, play, scenario

SUITE = tuple(scenario(name, f"AD-00{line}", line=line) for line, name in enumerate(("One", "Two", "Three"), 1))
GATE = "[rules.enough-scenarios]\nat_least = 3\n"


def info(index: int, total: int = 3) -> RunInfo:
    return RunInfo(
        id=f"shard-{index}",
        command=f"deskproof run --shard {index}/{total}",
        claims=claims(3),
        commit="0123456789abcdef",
        versions={"python": "3.11.7"},
        shard=Shard(index=index, total=total),
        workers=2,
        fingerprint="suite",
        arguments=("features",),
    )


def write_shard(
    out: Path,
    index: int,
    *,
    run: RunInfo | None = None,
    plan: tuple[Scenario, ...] | None = None,
    split: str = "split",
    chosen: int = 3,
    finish: bool = True,
) -> Path:
    """The shard that has the scenario of that number: flaky in the first, passed in the others."""
    folder = out / str(index)
    one = SUITE[index - 1]
    with Recorder(folder, "main", now=Clock()) as main, Recorder(folder, "gw0", now=Clock()) as worker:
        main.run_started(run or info(index))
        worker.scenarios_planned(tuple(each.id for each in plan or (one,)), suite=3, chosen=chosen, split=split)
        path = worker.attach(f"picture {index}".encode(), ".png")
        shared = worker.attach(b"picture of all", ".png")
        seen = Evidence(pictures=(Picture(path=path), Picture(path=shared)), accessibility=())
        if index == 1:
            play(worker, one, "failed", evidence=seen)
            play(worker, one, "passed", attempt=2, evidence=seen)
        elif finish:
            play(worker, one, "passed", evidence=seen)
        else:
            worker.scenario_started(one)
        if finish:
            main.run_finished()
    (folder / "traces").mkdir()
    (folder / "traces" / f"{one.id}.zip").write_text(f"trace {index}")
    (folder / "report.html").write_text("of one shard")
    return folder


@pytest.fixture
def shards(tmp_path: Path) -> list[Path]:
    return [write_shard(tmp_path / "shards", index) for index in (1, 2, 3)]


def merged(tmp_path: Path, folders: list[Path]) -> Run:
    return load(merge(folders, tmp_path / "out" / "whole", command="deskproof report merge"))


def decision(tmp_path: Path, folder: Path) -> Decision:
    (tmp_path / "gate.toml").write_text(GATE)
    return evaluate(
        folder,
        rules=tmp_path / "gate.toml",
        quarantine=tmp_path / "quarantine.toml",
        history=tmp_path / "history.db",
        today=date(2026, 1, 15),
    ).decision


def test_the_shards_are_one_run(tmp_path: Path, shards: list[Path]) -> None:
    run = merged(tmp_path, shards[::-1])
    assert {scenario.name: scenario.status for scenario in run.scenarios} == {
        "One": "flaky",
        "Two": "passed",
        "Three": "passed",
    }
    assert [attempt.status for attempt in run.scenarios[0].attempts] == ["failed", "passed"]
    assert (run.run.id, run.run.command, run.run.ending) == ("whole", "deskproof report merge", "complete")
    assert (run.run.planned, run.run.suite, run.run.workers) == (3, 3, 6)
    assert (run.run.shard, run.run.shards, run.run.parts) == (None, 3, 3)
    assert run.claims[0].status == "unproven"
    assert gaps(run) == ()
    assert run.damage == ()


def test_the_merged_run_has_the_adapter_and_what_is_not_offered(tmp_path: Path) -> None:
    folders = [
        write_shard(
            tmp_path / "shards", n, run=replace(info(n, 2), adapter="Acme", desktop=f"http://desk-{n}.example/")
        )
        for n in (1, 2)
    ]
    with Recorder(folders[1], "gw1", now=Clock()) as worker:
        worker.scenarios_planned((SUITE[2].id,), suite=3, chosen=3, split="split")
        play(worker, SUITE[2], "not-offered")
    run = merged(tmp_path, folders)
    assert (run.run.adapter, run.run.desktop) == ("Acme", "http://desk-1.example/, http://desk-2.example/")
    assert [scenario.not_offered for scenario in run.scenarios] == [None, None, LACK]
    assert run.claims[2].status == "not-offered"


def test_shards_of_two_adapters_are_refused(tmp_path: Path) -> None:
    folders = [
        write_shard(tmp_path / "shards", n, run=replace(info(n, 2), adapter=adapter))
        for n, adapter in ((1, "Acme"), (2, "Other"))
    ]
    with pytest.raises(CannotMerge, match=r"differ in the adapter \(Acme and Other\); run all shards with the same"):
        merge(folders, tmp_path / "whole", command="")


def test_evidence_is_carried_along_and_the_shards_stay_as_they_are(tmp_path: Path, shards: list[Path]) -> None:
    before = {file: file.read_bytes() for folder in shards for file in folder.rglob("*") if file.is_file()}
    run = merged(tmp_path, shards)
    out = tmp_path / "out" / "whole"
    pictures = {
        picture.path
        for scenario in run.scenarios
        for step in scenario.steps
        if step.evidence
        for picture in step.evidence.pictures
    }
    assert len(pictures) == 4
    assert all((out / path).is_file() for path in pictures)
    assert len(list((out / "traces").iterdir())) == 3
    assert not (out / "report.html").exists()
    assert {file: file.read_bytes() for folder in shards for file in folder.rglob("*") if file.is_file()} == before
    assert [item.name for item in (tmp_path / "out").iterdir()] == ["whole"]


def test_the_gate_and_the_history_take_it_as_one_run(tmp_path: Path, shards: list[Path]) -> None:
    merge(shards, tmp_path / "out" / "whole", command="deskproof report merge")
    history = tmp_path / "history.db"
    write(shards[0], history=history, remember=True)
    assert History(history).runs() == ()
    write(tmp_path / "out" / "whole", history=history, remember=True)
    (saved,) = History(history).runs()
    assert (saved.id, saved.complete, saved.executed) == ("whole", True, 3)
    assert {decision(tmp_path, folder) for folder in shards[1:]} == {"undecided"}
    assert decision(tmp_path, tmp_path / "out" / "whole") == "blocked"  # its first scenario is flaky


def test_a_shard_alone_is_never_green(tmp_path: Path) -> None:
    """Not even one that has the whole suite to itself."""
    folder = write_shard(tmp_path, 2, plan=SUITE, chosen=3)
    with Recorder(folder, "gw1", now=Clock()) as worker:
        for item in SUITE:
            play(worker, item, "passed", evidence=Evidence(accessibility=()))
    assert [gap.key for gap in gaps(load(folder))] == ["gap.shard"]
    assert decision(tmp_path, folder) == "undecided"


def test_a_folder_may_hold_the_run_folder(tmp_path: Path, shards: list[Path]) -> None:
    (shards[0].parent / "around" / "run").parent.mkdir()
    inner = shards[0].rename(shards[0].parent / "around" / "run")
    (inner.parent / "latest").symlink_to("run", target_is_directory=True)
    assert merged(tmp_path, [inner.parent, *shards[1:]]).run.planned == 3
    (inner.parent / "another").mkdir()
    (inner.parent / "another" / "events-main.ndjson").touch()
    with pytest.raises(CannotMerge, match="holds 2 runs, another and run; name one run folder"):
        merge([inner.parent, *shards[1:]], tmp_path / "out" / "again", command="")


def test_a_shard_that_was_cut_short_makes_a_run_that_was(tmp_path: Path, shards: list[Path]) -> None:
    cut = write_shard(tmp_path / "cut", 3, finish=False)
    run = merged(tmp_path, [*shards[:2], cut])
    assert run.run.ending == "cut short"
    assert {scenario.name: scenario.status for scenario in run.scenarios} == {
        "One": "flaky",
        "Two": "passed",
        "Three": "broken",
    }
    assert decision(tmp_path, tmp_path / "out" / "whole") != "open"


def test_a_shard_that_was_killed_before_its_plan_is_not_taken_for_whole(tmp_path: Path, shards: list[Path]) -> None:
    folder = tmp_path / "early"
    with Recorder(folder) as recorder:
        recorder.run_started(info(3))
    run = merged(tmp_path, [*shards[:2], folder])
    assert [gap.key for gap in gaps(run)] == ["gap.cutShort", "gap.chosen"]


def test_a_resumed_shard_is_merged_with_all_its_parts(tmp_path: Path, shards: list[Path]) -> None:
    cut = write_shard(tmp_path / "cut", 3, finish=False)
    with Recorder(cut, part=2, now=Clock()) as recorder:
        recorder.run_started(info(3))
        recorder.scenarios_planned((SUITE[2].id,), suite=3)
        play(recorder, SUITE[2], "passed", attempt=2)
        recorder.run_finished()
    run = merged(tmp_path, [*shards[:2], cut])
    assert (run.run.ending, run.run.parts) == ("complete", 4)
    assert [attempt.cut_short for attempt in run.scenarios[2].attempts] == [True, False]
    assert gaps(run) == ()


def test_a_shard_whose_files_go_later_is_damage(tmp_path: Path, shards: list[Path]) -> None:
    merge(shards, tmp_path / "out" / "whole", command="")
    for file in (tmp_path / "out" / "whole").glob("events-2of3.*"):
        file.unlink()
    assert [item.reason for item in load(tmp_path / "out" / "whole").damage] == ["the events of shard 2 are missing"]


@pytest.mark.parametrize(
    ("choose", "sentence"),
    [
        (lambda shards, _: [], "There is nothing to merge"),
        (lambda shards, _: shards[:2], "Shard 3 of 3 is missing; name its folder too, or run it first."),
        (lambda shards, _: shards[1:2], "Shards 1, 3 of 3 are missing; name their folders too, or run them first."),
        (lambda shards, _: [*shards, shards[0]], "are both shard 1 of 3; name one."),
        (
            lambda shards, other: [*shards[:2], other(run=info(3, 4))],
            r"differ in how many shards there are \(3 and 4\)",
        ),
        (lambda shards, other: [*shards[:2], other(run=replace(info(3), commit="f00"))], "differ in the commit"),
        (lambda shards, other: [*shards[:2], other(run=replace(info(3), fingerprint="x"))], "differ in the suite"),
        (lambda shards, other: [*shards[:2], other(split="x")], "differ in who runs what .* the same history"),
        (lambda shards, other: [*shards[:2], other(chosen=2)], "differ in which scenarios were chosen"),
        (lambda shards, other: [*shards[:2], other(plan=SUITE)], "both have the scenario"),
        (
            lambda shards, other: [*shards[:2], other(run=replace(info(3), shard=None))],
            "is not a shard but a run of its",
        ),
        (lambda shards, _: [*shards[:2], shards[0].parent / "nowhere"], "There is no run folder"),
    ],
)
def test_shards_that_do_not_belong_together_are_one_sentence(
    tmp_path: Path,
    shards: list[Path],
    choose: Callable[[list[Path], Callable[..., Path]], list[Path]],
    sentence: str,
) -> None:
    folders = choose(shards, lambda **changes: write_shard(tmp_path / "other", 3, **changes))
    with pytest.raises(CannotMerge, match=sentence) as refused:
        merge(folders, tmp_path / "out" / "whole", command="")
    assert "\n" not in str(refused.value)
    assert not (tmp_path / "out" / "whole").exists()


def test_scenarios_that_nobody_ran_are_missed(tmp_path: Path) -> None:
    folders = [write_shard(tmp_path / "shards", index, chosen=4) for index in (1, 2, 3)]
    with pytest.raises(CannotMerge, match="The shards have 3 of the 4 scenarios that were chosen"):
        merge(folders, tmp_path / "out" / "whole", command="")


def test_a_merged_run_and_one_that_goes_on_are_refused(tmp_path: Path, shards: list[Path]) -> None:
    complete = merge(shards, tmp_path / "out" / "whole", command="")
    with pytest.raises(CannotMerge, match="is already merged"):
        merge([complete, *shards], tmp_path / "out" / "again", command="")
    with Recorder(shards[0], "gw7"), pytest.raises(CannotMerge, match=r"still goes on: events-gw7\.ndjson"):
        merge(shards, tmp_path / "out" / "again", command="")


def test_a_trace_that_was_changed_is_refused(tmp_path: Path, shards: list[Path]) -> None:
    for folder, text in zip(shards, "aab", strict=True):
        (folder / "traces" / "one.zip").write_text(text)
    with pytest.raises(CannotMerge, match="is another file than that of an earlier shard"):
        merge(shards, tmp_path / "out" / "whole", command="")
