"""The request of `deskproof run`: what cannot go together, which run is the last one, what a resumed run may change."""

import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from deskproof.reports.record import Recorder
from deskproof.steps.cli import main
from deskproof.steps.cli.run_request import changes_of, requested
from deskproof.steps.selection import options
from deskproof.steps.selection.request import RunRequest

Fill = Callable[..., tuple[RunRequest, list[str]]]


@pytest.fixture
def fill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fill:
    """The request of a command line, and what it changes in a run that is resumed."""
    monkeypatch.setenv("DISPLAY", ":0")

    def fill(*arguments: str) -> tuple[RunRequest, list[str]]:
        found: list[tuple[RunRequest, list[str]]] = []

        @click.command()
        @click.argument("paths", nargs=-1)
        @options.click_options(RunRequest)
        @click.pass_context
        def command(context: click.Context, /, **_: object) -> None:
            request = requested(context, tmp_path / "history.db", tmp_path)
            found.append((request, changes_of(request, context)))

        done = CliRunner().invoke(command, arguments)
        assert done.exit_code == 0, done.output
        return found[0]

    return fill


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--slow", "100"], "--slow is for watching the browser; add --headed."),
        (["--pause-on-failure"], "--pause-on-failure leaves a browser open to look at; add --headed."),
        (["--headed", "--pause-on-failure"], "waits for Enter, and there is no terminal to press it at; leave it out."),
        (["--browser-url", "grid"], "'grid' is not an address of a browser; give ws://HOST:PORT/"),
        (["--browser-url", "ws://grid", "--browser", "full"], "leave out --headed and --browser."),
        (["--impact-map", "map.json"], "--impact-map is for --impacted-since, which was not given; add it."),
        (
            ["--record-impact", "--browser-url", "ws://grid/"],
            "--record-impact follows browsers of this machine; leave out --browser-url.",
        ),
        (["--browser-url-kind", "cdp"], "--browser-url-kind needs --browser-url, which was not given; add it."),
        (["--browser-url", "http://grid", "--browser-url-kind", "playwright"], "is reached by ws:// or wss://"),
        (["--port", "99999"], "99999 is not in the range 0<=x<=65535"),
        (["--port", "-1"], "-1 is not in the range 0<=x<=65535"),
        (["--browser-url", ""], "'' is not an address of a browser"),
        (["--browser-url", "ws://grid:99999"], "'ws://grid:99999' is not an address of a browser"),
        (["--browser-url", "http://[::1"], "'http://[::1' is not an address of a browser"),
        (["--retries", "-1"], "-1 is not in the range x>=0"),
        (["--headed", "--slow", "nan"], "'nan' is not a number; give milliseconds."),
        (["--shard", " "], "' ' is not a shard"),
        (["-n", "²"], "'²' is not a number of workers"),
        (["-n", "100000"], "'100000' is not a number of workers; give 0, 1, 2 … 256, or auto."),
        (["--resume", "--tags", "@AD-001"], "--tags cannot be given again: the run continues with what it was started"),
        (["--resume", "there", "--last-failed"], "--last-failed cannot be given again"),
        (["--resume", "there", "features"], "features cannot be given again"),
        (["--last-failed"], "There is no run in reports/out to take the failed scenarios of; run without"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], sentence: str
) -> None:
    (tmp_path / "features").mkdir()
    (tmp_path / "deskproof.toml").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISPLAY", ":0")
    done = CliRunner().invoke(main, ["run", *arguments])
    assert done.exit_code == 2
    assert sentence in re.sub(r"\s+", " ", done.output)
    assert not (tmp_path / "reports").exists()


def test_the_last_run_is_the_newest_with_a_record(tmp_path: Path, fill: Fill) -> None:
    for name in ("20260115-090000", "20260115-090001", "20260115-090001-2", "20260115-090001-10", "merged"):
        Recorder(tmp_path / name).close()
    (tmp_path / "20260115-090002").mkdir()
    request, _ = fill("--last-failed")
    assert request.selection.unsettled_in == tmp_path / "20260115-090001-10"


def test_what_follows_from_an_option(tmp_path: Path, fill: Fill) -> None:
    assert fill()[0] == RunRequest()
    assert fill("--browser", "full")[0].full_browser
    assert fill("--shard", "1/2")[0].dealt_by == tmp_path / "history.db"
    assert fill("--headed", "-n", "4")[0].number_of_workers == "0"


@pytest.mark.parametrize(
    ("given", "changes"),
    [
        ((), []),
        (("-n", "2"), ["-n", "2"]),
        (("--retries", "0"), ["--retries=0"]),
        (("--browser", "full", "--trace"), ["--trace-all", "--full-browser"]),
        (("--headed", "--slow", "250"), ["-n", "0", "--headed", "--slow=250.0"]),
        (("--out", "there", "--allure", "--history", "h.db"), []),
    ],
)
def test_what_a_resumed_run_changes(fill: Fill, given: tuple[str, ...], changes: list[str]) -> None:
    assert fill("--resume", "there", *given)[1] == changes
