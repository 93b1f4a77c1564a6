"""Browsers elsewhere: a Playwright server, a Chromium over CDP, and what cannot be joined."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import playwright
import pytest

from deskproof.reports.record import Run, load
from deskproof.steps.browsers.browser import NoBrowser, find, launch_options
from deskproof.steps.browsers.pool import why_not_remote
from deskproof.steps.browsers.remote import Remote, remote
from tests.steps.cli.commands.test_run import deskproof
from tests.steps.conftest import features_writer

FEATURE = """Feature: Elsewhere

  @AD-001
  Scenario: At the simulator
    Given the desktop is open
    Then it asks who is there

  @AD-002
  Scenario: With a clock
    Given a page
    When 15 minutes pass
    Then the page's date is 2026-01-15T09:15:00.000Z

  @AD-002 @full-browser
  Scenario: With keys of its own
    Given a page
    Then the page's date is 2026-01-15T09:00:00.000Z
"""

CONFTEST = """
import pytest
from pytest_bdd import given, parsers, then, when

pytest_plugins = ("deskproof.steps.runner.plugin",)


@pytest.fixture
def page(new_context):
    return new_context(actor="Ada").new_page()


@given("the desktop is open")
def _(page, tenant):
    page.goto(tenant.desktop_url)


@given("a page")
def _(page):
    page.set_content("<p>done")


@when(parsers.parse("{minutes:d} minutes pass"))
def _(clock, minutes):
    clock.advance(minutes * 60)


@then("it asks who is there")
def _(page):
    page.wait_for_url("**/sign-in**")
    page.locator("input[type=email]").wait_for()


@then(parsers.parse("the page's date is {date}"))
def _(page, date):
    assert page.evaluate("new Date().toISOString()") == date
"""


@pytest.mark.parametrize(
    ("url", "kind", "shown"),
    [
        ("ws://grid:3000/", "playwright", "ws://grid:3000"),
        ("wss://ada:secret@grid/?token=hidden-token", "playwright", "wss://grid"),
        ("http://grid:9222", "cdp", "http://grid:9222"),
        ("https://grid", "cdp", "https://grid"),
        ("ws://grid:9222/devtools/browser/1234", "cdp", "ws://grid:9222"),
    ],
)
def test_the_address_gives_the_protocol(url: str, kind: str, shown: str) -> None:
    assert (remote(url).kind, remote(url).shown) == (kind, shown)


def test_what_is_secret_in_an_address() -> None:
    assert remote("wss://ada:secret@grid/?token=hidden-token").secrets == ("secret", "hidden-token")


def test_the_kind_can_be_given() -> None:
    assert remote("wss://grid/any", "cdp") == Remote(url="wss://grid/any", kind="cdp")


@pytest.mark.parametrize(
    ("url", "kind", "sentence"),
    [
        ("grid:9222", None, "'grid:9222' is not an address of a browser; give ws://HOST:PORT/ of a Playwright server"),
        ("ftp://grid", None, "'ftp://grid' is not an address of a browser"),
        ("ws://", None, "'ws://' is not an address of a browser"),
        ("http://grid", "playwright", "A Playwright server is reached by ws:// or wss://, not http://"),
    ],
)
def test_what_is_no_address_of_a_browser(url: str, kind: str | None, sentence: str) -> None:
    with pytest.raises(NoBrowser, match=re.escape(sentence)):
        remote(url, kind)


def test_what_needs_a_browser_of_this_machine() -> None:
    assert why_not_remote(["AD-001"]) is None
    assert "@own-browser" in str(why_not_remote(["AD-001", "own-browser"]))


# ---- real ones


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return features_writer(tmp_path_factory.mktemp("remote"))(conftest=CONFTEST, a=FEATURE).parent


@pytest.fixture
def playwright_server(tmp_path: Path) -> Iterator[str]:
    """`playwright run-server` with the browser of this machine where it looks for its own."""
    listed = (Path(playwright.__file__).parent / "driver" / "package" / "browsers.json").read_text(encoding="utf-8")
    revision = re.search(r'"chromium-headless-shell",\s+"revision": "(\d+)"', listed)
    assert revision
    shell = tmp_path / f"chromium_headless_shell-{revision[1]}"
    folder = shell / "chrome-headless-shell-linux64"
    folder.mkdir(parents=True)
    (folder / "chrome-headless-shell").symlink_to(find("shell").executable)
    (shell / "INSTALLATION_COMPLETE").touch()
    process = subprocess.Popen(
        [sys.executable, "-m", "playwright", "run-server", "--host", "127.0.0.1", "--port", "0"],
        env={**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    yield from _address(process, r"ws://\S+")


@pytest.fixture
def chromium(tmp_path: Path) -> Iterator[str]:
    """A Chromium that can be debugged."""
    process = subprocess.Popen(
        [
            str(launch_options(find("shell"))["executable_path"]),
            *("--headless", "--no-sandbox", "--remote-debugging-port=0", f"--user-data-dir={tmp_path}"),
        ],
        stderr=subprocess.PIPE,
        text=True,
    )
    yield from _address(process, r"ws://\S+")


def _address(process: subprocess.Popen[str], pattern: str) -> Iterator[str]:
    stream = process.stdout or process.stderr
    assert stream is not None
    try:
        yield next(found[0] for line in stream if (found := re.search(pattern, line)))
    finally:
        process.terminate()
        process.wait()
        stream.close()


def run_at(project: Path, url: str, out: str) -> Run:
    done = deskproof(project, "-n", "1", "--browser-url", url, "--out", out)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 scenario needs a browser of this machine" in done.stderr
    return load(project / out / "latest")


def judged(run: Run) -> dict[str, str]:
    return {scenario.name: scenario.status for scenario in run.scenarios}


JUDGED = {"At the simulator": "passed", "With a clock": "passed", "With keys of its own": "skipped"}


def test_a_playwright_server(project: Path, playwright_server: str) -> None:
    run = run_at(project, playwright_server, "server")
    assert judged(run) == JUDGED
    (browser,) = run.run.browsers
    assert browser.name == f"Chromium at {playwright_server.rstrip('/')}"
    assert (run.run.planned, run.run.suite) == (2, 3)


def test_a_chromium_over_cdp(project: Path, chromium: str) -> None:
    run = run_at(project, f"http://{chromium.split('/')[2]}", "cdp")
    assert judged(run) == JUDGED
    skipped = next(scenario for scenario in run.scenarios if scenario.status == "skipped")
    assert skipped.error is not None
    assert "Needs a browser that is started on this machine (@full-browser)" in skipped.error.message


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("grid:9222", "'grid:9222' is not an address of a browser"),
        ("ws://127.0.0.1:1/", "No browser answers at ws://127.0.0.1:1"),
    ],
)
def test_a_browser_that_does_not_answer_is_2(project: Path, url: str, sentence: str) -> None:
    done = deskproof(project, "-n", "1", "--browser-url", url)
    assert done.returncode == 2, done.stdout + done.stderr
    assert sentence in done.stdout + done.stderr
