"""Options of `deskproof run`: what cannot go together, which run is the last one, and how a command is given again."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from deskproof.reports.record import Recorder
from deskproof.steps.cli import main
from deskproof.steps.selection import options


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--slow", "100"], "--slow is for looking on; add --headed."),
        (["--pause-on-failure"], "--pause-on-failure leaves a browser open to look at; add --headed."),
        (["--headed", "--pause-on-failure"], "waits for Enter, and there is no terminal to press it at; leave it out."),
        (["--browser-url", "grid"], "'grid' is not an address of a browser; give ws://HOST:PORT/"),
        (["--browser-url", "ws://grid", "--browser", "full"], "leave out --headed and --browser."),
        (["--browser-url-kind", "cdp"], "says what speaks at --browser-url, which was not given; add it."),
        (["--browser-url", "http://grid", "--browser-url-kind", "playwright"], "is reached by ws:// or wss://"),
        (["--port", "99999"], "99999 is not in the range 0<=x<=65535"),
        (["--port", "-1"], "-1 is not in the range 0<=x<=65535"),
        (["--browser-url", ""], "'' is not an address of a browser"),
        (["--browser-url", "ws://grid:99999"], "'ws://grid:99999' is not an address of a browser"),
        (["--browser-url", "http://[::1"], "'http://[::1' is not an address of a browser"),
        (["--retries", "-1"], "-1 is not in the range x>=0"),
        (["--headed", "--slow", "nan"], "'nan' is not a number; give milliseconds."),
        (["--shard", " "], "' ' is no shard"),
        (["-n", "²"], "'²' is not a number of workers"),
        (["-n", "100000"], "'100000' is not a number of workers; give 0, 1, 2 … 256, or auto."),
        (["--last-failed"], "There is no run in reports/out to take the failed scenarios of; run without"),
    ],
)
def test_what_cannot_be_is_told_before_anything_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], sentence: str
) -> None:
    (tmp_path / "features").mkdir()
    (tmp_path / "features" / "test_scenarios.py").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISPLAY", ":0")
    done = CliRunner().invoke(main, ["run", *arguments])
    assert done.exit_code == 2
    assert sentence in re.sub(r"\s+", " ", done.output)
    assert not (tmp_path / "reports").exists()


def test_the_last_run_is_the_newest_with_a_record(tmp_path: Path) -> None:
    for name in ("20260115-090000", "20260115-090001", "20260115-090001-2", "20260115-090001-10", "merged"):
        Recorder(tmp_path / name).close()
    (tmp_path / "20260115-090002").mkdir()
    arguments = options.choosing_arguments(tmp_path, last_failed=True, changed_since="main")
    assert arguments == ["--changed-since=main", f"--unsettled-in={tmp_path / '20260115-090001-10'}"]


def test_headed_is_slow_as_asked_for() -> None:
    assert options.looking_arguments(headed=True, slow=250, pause_on_failure=False) == ["--headed", "--slow=250"]
    assert options.looking_arguments(headed=False, slow=0, pause_on_failure=False) == []


def test_what_was_given_can_be_given_again() -> None:
    seen: list[list[str]] = []

    @click.command()
    @click.argument("paths", nargs=-1)
    @click.option("-k", "words")
    @click.option("-n", "--workers", default="auto")
    @options.choosing
    def command(**_: object) -> None:
        seen.append(options.given(click.get_current_context(), but="watch"))

    given = ["a.feature", "--watch", "-k", "two words", "-n", "2", "--last-failed"]
    assert CliRunner().invoke(command, given).exit_code == 0
    assert seen == [["-k", "two words", "--workers", "2", "--last-failed"]]
