"""Traces of attempts that do not pass: kept, without secrets, and readable by Playwright's own viewer."""

import functools
import http.server
import re
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import playwright
import pytest
from playwright.sync_api import expect, sync_playwright

from deskproof.reports.record import Run, load
from deskproof.steps.browsers.browser import find, launch_options
from tests.steps.conftest import features_writer
from tests.steps.runner.tiny import run_pytest

WRONG = "a-wrong-password-that-was-typed"

CONFTEST = f"""
from pathlib import Path

import pytest
from pytest_bdd import given, then, when

pytest_plugins = ("deskproof.steps.runner.plugin",)


@pytest.fixture
def page(new_context):
    return new_context(actor="Ada").new_page()


@given("the password page")
def _(page, tenant):
    page.goto(tenant.desktop_url)
    page.locator("input[type=email]").fill(tenant.people["ada"].email)
    page.keyboard.press("Enter")
    page.wait_for_url("**/password**")


@when("a wrong password is given")
def _(page):
    page.locator("input[type=password]").fill("{WRONG}")
    page.keyboard.press("Enter")
    page.get_by_role("alert").first.wait_for()


@when("the right password is given")
def _(page, tenant):
    password = tenant.people["ada"].password
    Path("secrets.txt").write_text(password)
    page.locator("input[type=password]").fill(password)
    page.keyboard.press("Enter")
    page.get_by_text("Station Credentials").first.wait_for()


@then("it has come to a good end")
def _():
    assert Path("again").exists(), "not yet"
    Path("again").unlink()


@then("it has come to a good end when tried again")
def _():
    tried = Path("tried")
    tried.write_text(tried.read_text() + "x" if tried.exists() else "x")
    assert len(tried.read_text()) > 2, "not yet"
"""

FEATURE = """Feature: Traced

  @AD-001
  Scenario: Signs in
    Given the password page
    When a wrong password is given
    And the right password is given
    Then it has come to a good end

  @AD-002
  Scenario: Tried three times
    Given the password page
    Then it has come to a good end when tried again
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return features_writer(tmp_path_factory.mktemp("traced"))(conftest=CONFTEST, a=FEATURE).parent


@pytest.fixture(scope="module")
def all_traced(project: Path) -> Run:
    done = run_pytest(project, "--run-folder", "all", "--trace-all", "--named=signs in")
    assert done.returncode == 1, done.stdout + done.stderr
    return load(project / "all")


def test_no_byte_of_a_trace_is_a_secret(project: Path, all_traced: Run) -> None:
    trace = all_traced.scenarios[0].attempts[0].trace
    assert trace == f"traces/{all_traced.scenarios[0].id}-1.zip"
    secrets = [WRONG, (project / "secrets.txt").read_text(), "Bearer ey", "eyJ"]
    with zipfile.ZipFile(project / "all" / trace) as file:
        members = {name: file.read(name) for name in file.namelist()}
    assert [(name, secret) for name, data in members.items() for secret in secrets if secret.encode() in data] == []
    network = members["0-trace.network"].decode()
    given = re.findall(r'"name":"(code|authorization|set-cookie)","value":"([^"]*)"', network, re.IGNORECASE)
    assert {name.lower() for name, _ in given} >= {"code", "authorization"}
    assert {value for _, value in given} == {"***"}
    assert b'"value":"***"' in members["0-trace.trace"]


def test_only_attempts_after_the_first_are_traced_by_default(project: Path) -> None:
    done = run_pytest(project, "--run-folder", "again", "--retries=2", "--named=tried")
    assert done.returncode == 1, done.stdout + done.stderr
    (one,) = load(project / "again").scenarios
    assert [attempt.trace for attempt in one.attempts] == [None, f"traces/{one.id}-2.zip", None]
    assert (project / "again" / "traces" / f"{one.id}-2.zip").is_file()


@pytest.fixture
def viewer(tmp_path: Path, project: Path, all_traced: Run) -> Iterator[str]:
    """The address of Playwright's trace viewer, with a trace beside it."""
    pages = Path(playwright.__file__).parent / "driver" / "package" / "lib" / "vite" / "traceViewer"
    served = tmp_path / "viewer"
    served.symlink_to(pages)
    (tmp_path / "trace.zip").write_bytes(
        (project / "all" / str(all_traced.scenarios[0].attempts[0].trace)).read_bytes()
    )
    handler = functools.partial(_Quiet, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        origin = f"http://127.0.0.1:{server.server_address[1]}"
        yield f"{origin}/viewer/index.html?trace={origin}/trace.zip"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def test_the_viewer_opens_it(viewer: str) -> None:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(**launch_options(find("shell")))
        page = browser.new_page()
        page.goto(viewer)
        actions = page.get_by_test_id("actions-tree")
        expect(actions).to_contain_text("Fill", timeout=60_000)
        expect(actions).to_contain_text("***")
        actions.get_by_text("Fill").last.click()
        shown = page.frame_locator("iframe.snapshot-visible")
        expect(shown.locator("input[type=password]")).to_be_visible(timeout=60_000)
        browser.close()
