"""Trials and verdicts in their files, and the source with a derived defect."""

from dataclasses import replace
from pathlib import Path

import pytest

from deskproof.simulator.defects import PACKAGE, StaleDefect
from deskproof.steps.mutation.derived.trials import Trial, Verdict, append, read_trials, sha256, verdicts, write_trials

FILE = "domain/accounts/rules.py"
CONTENT = (PACKAGE / FILE).read_bytes()
START = CONTENT.index(b"CODE_LIVES = 10 * MINUTE")
TRIAL = Trial(
    name="domain/accounts/rules.py:CODE_LIVES:boundary:1",
    file=FILE,
    sha256=sha256(CONTENT),
    start=START + len("CODE_LIVES = "),
    end=START + len("CODE_LIVES = 10"),
    text="11",
    scenarios=("a", "b"),
    reach=9,
)


def test_trials_read_as_they_were_written(tmp_path: Path) -> None:
    write_trials([TRIAL, replace(TRIAL, name="other", canary=True)], tmp_path / "trials")
    assert read_trials(tmp_path / "trials") == (TRIAL, replace(TRIAL, name="other", canary=True))


def test_the_source_has_the_change_and_nothing_else(tmp_path: Path) -> None:
    changed = TRIAL.source(tmp_path) / "deskproof" / "simulator" / FILE
    assert changed.read_bytes() == CONTENT.replace(b"CODE_LIVES = 10 * MINUTE", b"CODE_LIVES = 11 * MINUTE")


def test_a_file_that_has_changed_since_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StaleDefect, match="has changed since the trial was planned; plan the trials again"):
        replace(TRIAL, sha256=sha256(b"")).source(tmp_path)


def test_a_verdict_holds_for_the_same_trial_only(tmp_path: Path) -> None:
    file = tmp_path / "verdicts"
    verdict = Verdict(name=TRIAL.name, trial=TRIAL.fingerprint, word="unnoticed", tried=("a", "b"))
    append(verdict, file)
    assert verdicts(file, [TRIAL]) == {TRIAL.name: verdict}
    assert not verdicts(file, [replace(TRIAL, scenarios=("a", "b", "c"))])


def test_a_line_that_was_cut_off_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "verdicts"
    append(Verdict(name=TRIAL.name, trial=TRIAL.fingerprint, word="void", reason="Å"), file)
    with file.open("a", encoding="utf-8") as lines:
        lines.write('{"name": "dom')
    assert [verdict.reason for verdict in verdicts(file, [TRIAL]).values()] == ["Å"]
    assert not verdicts(tmp_path / "none", [TRIAL])
