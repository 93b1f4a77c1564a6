"""`deskproof defects --derived`: what is tried, what it says, and refusals."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from deskproof.reports.derived import load
from deskproof.reports.record import Shard
from deskproof.steps.cli import derived, main
from deskproof.steps.cli.derived import NoTrials, Requested, Unsound, chosen, lines, try_derived
from deskproof.steps.mutation.derived.equivalents import Equivalent
from deskproof.steps.mutation.derived.trials import Verdict, append, read_trials
from deskproof.steps.terminal import Console
from tests import forks
from tests.reports.checks import check, defect

ROOT = Path(__file__).parents[3]
NAME = "domain/accounts/rules.py:CODE_LIVES:boundary:1"


def requested(tmp_path: Path, **rest: object) -> Requested:
    made = Requested(features=ROOT / "features", out=tmp_path / "out", language="en", workers="1", names=(NAME,))
    return replace(made, **rest)  # type: ignore[arg-type]


def names(asked: Requested) -> list[str]:
    return [each.name for each in chosen(asked)[0]]


def test_shards_share_all_that_a_sample_has(tmp_path: Path) -> None:
    asked = requested(tmp_path, names=(), sample=20, seed=3)
    whole = names(asked)
    parts = [names(replace(asked, shard=Shard(index=index, total=3))) for index in (1, 2, 3)]
    assert sorted(name for part in parts for name in part) == sorted(whole)
    assert len(whole) == 20
    assert {len(part) for part in parts} == {6, 7}


def test_equivalent_ones_are_left_out_and_counted(tmp_path: Path) -> None:
    entry = Equivalent(names="domain/*", reason="Nobody sees the core.")
    found, count = chosen(requested(tmp_path, names=(), equivalents=(entry,)))
    assert found
    assert not any(each.file.startswith("domain/") for each in found)
    assert count > 1000


def test_an_unknown_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoTrials, match=r"no derived defect 'gone'; 'deskproof defects --derived --list' names them"):
        chosen(requested(tmp_path, names=("gone",)))


def test_a_folder_without_tests_of_a_part_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoTrials, match=r"There are no tests in .*domain, where those of simulator/domain are expected"):
        try_derived(requested(tmp_path, names=(NAME,), tests=tmp_path), Console())


def test_a_pattern_is_every_name_that_it_fits_and_that_somebody_could_notice(tmp_path: Path) -> None:
    entry = Equivalent(names="domain/accounts/rules.py:CODE_LIVES:*", reason="Nobody sees how long a code lives.")
    asked = requested(tmp_path, names=("domain/accounts/*:boundary:1", NAME), equivalents=(entry,))
    found = names(asked)
    assert found[-1] == NAME
    assert "domain/accounts/rules.py:PASSWORD_TRIES:boundary:1" in found
    assert all(name.startswith("domain/accounts/") and name.endswith(":boundary:1") for name in found)
    assert found.count(NAME) == 1


def test_what_went_unnoticed_comes_first() -> None:
    found = check(
        defect("a", "detected"),
        defect("b", "tested"),
        defect("c", "unnoticed", tried=("x", "y"), reach=9),
        defect("d", "void"),
    )
    assert list(lines(found)) == [
        "  unnoticed: c (2 of 9 scenarios passed over it)",
        "noticed    2 of 3 derived defects (66.7%)",
        "scenarios  1 by their steps, 0 by their snapshots",
        "tests      1",
        "left out   1 void, 0 equivalent",
    ]


def test_a_test_that_notices_saves_the_scenarios(tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ["defects", "--derived", "--defect", NAME, "--tests", "tests/simulator", "--out", str(out)]
    done = forks.run("deskproof", [*arguments, "--at-least", "100"], ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "tests      1" in done.stdout
    found = load(out / "derived.json")
    assert found is not None
    (one,) = found.defects
    assert (one.word, one.tried, one.before, one.after) == ("tested", (), "10", "11")
    assert one.test.startswith("tests/simulator/domain/accounts/test_rules.py::")
    assert not (out / "run").exists()
    again = forks.run("deskproof", arguments, ROOT)
    assert again.stdout.splitlines()[0] == "1 derived defects, 0 of them to try"


def run_with(monkeypatch: pytest.MonkeyPatch, word: str, *, canaries: str = "detected", status: int = 0) -> None:
    """Rounds that end like this."""

    def ended(arguments: list[str], _module: str) -> int:
        out, saved, *_ = arguments
        for trial in read_trials(Path(out, "trials.ndjson")):
            said = canaries if trial.canary else word
            append(Verdict(name=trial.name, trial=trial.fingerprint, word=said), Path(saved))  # type: ignore[arg-type]
        return status

    monkeypatch.setattr(derived, "in_own_process", ended)


def test_a_canary_that_is_not_detected_makes_the_check_unsound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_with(monkeypatch, "detected", canaries="unnoticed")
    with pytest.raises(Unsound, match=r"The canary \S+ was not detected, so that no verdict of this check holds"):
        try_derived(requested(tmp_path), Console())
    assert not (tmp_path / "out" / "derived.json").exists()


def test_a_check_that_is_cut_short_says_how_it_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_with(monkeypatch, "detected", status=2)
    with pytest.raises(Unsound, match=r"was cut short; \S+ says more\. Run the same again to continue\."):
        try_derived(requested(tmp_path), Console())
    assert try_derived(requested(tmp_path), Console()).figures.scenarios == 1


def test_the_figures_of_the_check_before_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_with(monkeypatch, "unnoticed")
    first = try_derived(requested(tmp_path), Console())
    assert first.earlier == ()
    assert try_derived(requested(tmp_path), Console()).earlier == (first.figures,)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["--derived", "--missing"],
            "--derived takes no feature files, --own, --missing, --keep or --pack, and one language.",
        ),
        (["--derived", "--scenarios", "0"], "'0' is not a number; give 1 or more, or all."),
        (["--derived", "--shard", "4/3"], "'4/3' is not a shard"),
        (["--derived", "--impact-map", "gone.json"], "gone.json cannot be read"),
        (["--derived", "--defect", "gone"], "There is no derived defect 'gone'"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: list[str], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(main, ["defects", *arguments])
    assert done.exit_code == 2
    assert sentence in done.output
