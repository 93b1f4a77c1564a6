"""Failed is the product's, broken is ours, and both say why in one line."""

from pathlib import Path

import playwright
import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from deskproof.reports.record import ConsoleLine, Evidence, JournalLine, NotOfferedVerb, TrafficLine
from deskproof.simulator.control.client import ControlError, FactNotSeen, Unreachable
from deskproof.steps.errors import HarnessError, NotOffered, ProductFailure, unknown
from deskproof.steps.runner import failures
from deskproof.steps.runner.failures import Unexpected, judge

EXPECTATION = """Locator expected to have text 'Available'
Actual value: Idle
Call log:
  - Expect "to_have_text" with timeout 10000ms
  - waiting for get_by_role("button", name="Availability")
"""
NOT_THERE = """Locator expected to be visible
Actual value: None
Error: element(s) not found
Call log:
  - waiting for get_by_text("Task")
"""
NOT_OFFERED = """Locator.click: Timeout 10000ms exceeded.
Call log:
  - waiting for get_by_role("button", name="Submit")
"""


def raised_in(file: Path, error: Exception) -> Exception:
    """The error with the traceback that it has where code of this file raises it."""
    try:
        exec(compile("raise error", str(file), "exec"), {"error": error})
    except type(error) as caught:
        return caught
    raise TypeError(error)


def expected(message: str) -> Exception:
    """What Playwright's `expect` raises."""
    return raised_in(Path(playwright.__file__).parent / "_impl" / "_assertions.py", AssertionError(message))


def in_steps(name: str, error: Exception) -> Exception:
    """What comes through this file of the harness."""
    return raised_in(Path(failures.__file__).parents[1] / name, error)


def test_the_places_where_the_page_is_used_exist() -> None:
    assert [place for place in failures._AT_THE_PRODUCT if not place.exists()] == []


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (ProductFailure("the number is read-only"), "failed", "the number is read-only"),
        (
            expected(EXPECTATION),
            "failed",
            'Locator expected to have text \'Available\', at get_by_role("button", name="Availability"); seen: Idle',
        ),
        (
            expected(NOT_THERE),
            "failed",
            'Locator expected to be visible, at get_by_text("Task"); seen: no such element',
        ),
        (
            PlaywrightTimeout(NOT_OFFERED),
            "failed",
            'click: Timeout 10000ms exceeded, at get_by_role("button", name="Submit")',
        ),
        (in_steps("screens/reference/station.py", PlaywrightTimeout("click: late")), "failed", "click: late"),
        (in_steps("cast/abilities/browsing.py", PlaywrightTimeout("goto: late")), "failed", "goto: late"),
        (in_steps("cast/browser/voice.py", PlaywrightTimeout("wait: late")), "failed", "wait: late"),
        (in_steps("site_data.py", PlaywrightTimeout("wait: late")), "broken", "wait: late"),
        (HarnessError("there is no such thing"), "broken", "there is no such thing"),
        (AssertionError("no team"), "broken", "AssertionError: no team"),
        (in_steps("layouts.py", AssertionError("no team")), "broken", "AssertionError: no team"),
        (in_steps("screens/reference/station.py", AssertionError("no")), "broken", "AssertionError: no"),
        (pytest.fail.Exception("no team"), "broken", "Failed: no team"),
        (
            unknown("team", "Suport", ["Sales", "Support"]),
            "broken",
            'There is no team "Suport" here; there are Support, Sales. Check the spelling in the step.',
        ),
        (Unexpected("Ada's page threw an error: boom"), "failed", "Ada's page threw an error: boom"),
        (FactNotSeen("No AgentSignedIn came."), "failed", "No AgentSignedIn came."),
        (ControlError("There is no blueprint x."), "broken", "ControlError: There is no blueprint x."),
        (Unreachable("No simulator answers."), "broken", "Unreachable: No simulator answers."),
        (PlaywrightError("Target crashed"), "broken", "Target crashed"),
        (KeyError("ada"), "broken", "KeyError: 'ada'"),
        (ValueError(), "broken", "ValueError without a message."),
    ],
)
def test_the_verdict(error: Exception, status: str, message: str) -> None:
    verdict = judge(error)
    assert (verdict.status, verdict.failure.message) == (status, message)


def test_a_dead_browser_breaks_whatever_the_error() -> None:
    verdict = judge(ProductFailure("not visible"), lost=lambda: "The browser ended.")
    assert (verdict.status, verdict.failure.message) == ("broken", "The browser ended.")
    assert "not visible" in verdict.failure.details


def test_a_skip_is_a_skip() -> None:
    verdict = judge(pytest.skip.Exception("no microphone"))
    assert (verdict.status, verdict.failure.message) == ("skipped", "no microphone")


def test_what_the_desktop_does_not_have_is_not_offered_whatever_else_is_wrong() -> None:
    verdict = judge(NotOffered("station.shows_teams", "There are no teams."), lost=lambda: "The browser ended.")
    assert (verdict.status, verdict.wrong) == ("not-offered", False)
    assert verdict.failure.message == "There are no teams."
    assert verdict.not_offered == NotOfferedVerb(verb="station.shows_teams", reason="There are no teams.")


def test_an_interruption_is_no_failure_of_the_product() -> None:
    assert judge(KeyboardInterrupt()).status == "broken"


def test_a_long_message_is_cut_and_colours_are_gone() -> None:
    message = judge(ProductFailure("\x1b[31m" + "x" * 1000 + "\x1b[0m")).failure.message
    assert len(message) == 300
    assert message.endswith("x…")


def test_the_details_end_with_the_journal() -> None:
    line = JournalLine(seq=7, at="2026-01-15T09:00:00Z", kind="event", name="AgentSignedIn", cause="", data="{}")
    assert "AgentSignedIn" in judge(ProductFailure("no"), journal=[line]).failure.details.splitlines()[-1]


def test_the_details_tell_what_went_wrong_on_the_pages() -> None:
    evidence = Evidence(
        console=(ConsoleLine(level="log", text="hello"), ConsoleLine(level="pageerror", text="x is undefined")),
        traffic=(
            TrafficLine(kind="http", method="GET", url="http://t-0001.localhost:1/desktop/main.js?v=1", status=404),
            TrafficLine(kind="http", method="GET", url="http://t-0001.localhost:1/", status=200),
        ),
    )
    details = judge(ProductFailure("no button"), evidence=evidence).failure.details
    assert details.splitlines()[-2:] == ["GET /desktop/main.js: 404", "pageerror: x is undefined"]
