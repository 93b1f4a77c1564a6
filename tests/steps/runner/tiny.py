"""A small project whose scenarios end in every way there is, and how it is run."""

import subprocess
from pathlib import Path

from deskproof.reports.record import Run, ScenarioResult
from deskproof.simulator.defects import all_defects
from tests import forks

PAGES = """
import pytest
from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

pytest_plugins = ("deskproof.steps.runner.plugin",)


@pytest.fixture
def page(new_context):
    return new_context(actor="Ada").new_page()


@given("the desktop's address is open")
def _(page, tenant):
    page.goto(tenant.desktop_url)
    page.wait_for_url("**/sign-in**")


@given(parsers.parse("a page with {html}"))
def _(page, html):
    page.set_content(html)


@then(parsers.parse("it shows {text}"))
def _(page, text):
    expect(page.get_by_text(text)).to_be_visible(timeout=1000)
"""
"""The steps of every small project: pages that the scenarios open."""

_ENDINGS = """

@when(parsers.parse("{minutes:d} minutes pass"))
def _(clock, minutes):
    clock.advance(minutes * 60)


@when("the page throws an error")
def _(page):
    page.evaluate("console.error('boom')")


@when("the page throws an error that is asked for")
def _(page, evidence_collector):
    evidence_collector.expect_error("boom")
    page.evaluate("console.error('boom')")


@when("the harness stumbles")
def _():
    raise LookupError("no such thing")


@when("the page asks for what no product has")
def _(page, tenant):
    page.goto(f"{tenant.desktop_url.rstrip('/')}/wcc/v9/nothing")
    page.go_back()
    page.wait_for_url("**/sign-in**")


@when("a fault is asked for that never comes")
def _(tenant):
    tenant.arm_fault("loses an event", where="AgentStationLoginSuccess")


@then(parsers.parse("the page's date is {date}"))
def _(page, date):
    assert page.evaluate("new Date().toISOString()") == date


@then("its language is the edition's")
@then("språket är utgåvans")
def _(page, language):
    assert page.evaluate("navigator.language") == {"en": "en-US", "sv": "sv-SE"}[language]


@given("en sida")
def _(page):
    page.set_content("<p>hej")
"""

CONFTEST = PAGES + _ENDINGS

FEATURE = r"""Feature: Tiny

  @AD-001
  Scenario: Good
    Given a page with \<p\>done
    When 15 minutes pass
    Then it shows done
    And the page's date is 2026-01-15T09:15:00.000Z
    And its language is the edition's

  @AD-001
  Scenario: Expected error
    Given a page with \<p\>done
    When the page throws an error that is asked for
    Then it shows done

  @AD-002
  Scenario: Failed
    Given a page with \<p\>done
    Then it shows never
    And it shows done

  @AD-002
  Scenario: Broken
    Given a page with \<p\>done
    When the harness stumbles
    Then it shows done

  @AD-002
  Scenario Outline: Page error
    Given a page with <text>
    When the page throws an error
    Then it shows <text>

    Examples:
      | text |
      | å    |
      | b    |

  @AD-002
  Scenario: Unknown request
    Given the desktop's address is open
    When the page asks for what no product has

  @AD-002
  Scenario: Unused fault
    Given a page with \<p\>done
    When a fault is asked for that never comes
"""

SWEDISH = """# language: sv
Egenskap: Liten

  @AD-001
  Scenario: Bra
    Givet en sida
    Så språket är utgåvans
"""

ENGLISH = """Feature: Small

  @AD-001
  Scenario: Good too
    Given en sida
    Then its language is the edition's
"""

A_DEFECT = next(defect for defect in all_defects().values() if "AD-001" in defect.claims)
STATUSES = {
    "Good": "passed",
    "Good too": "passed",
    "Bra": "passed",
    "Expected error": "passed",
    "Failed": "failed",
    "Broken": "broken",
    "Page error [å]": "failed",
    "Page error [b]": "failed",
    "Unknown request": "failed",
    "Unused fault": "failed",
}


OPTIONS = (
    "-p", "no:faker", "-p", "no:hypothesispytest", "-p", "no:randomly", "-p", "no:respx", "-p", "no:cacheprovider",
    "-W", "ignore::pytest.PytestAssertRewriteWarning",
)  # fmt: skip
"""Plugins that these runs do not use; and no complaint that the process has imported others already."""


def run_pytest(
    project: Path, *arguments: str, base: tuple[str, ...] = ("features",)
) -> subprocess.CompletedProcess[str]:
    return forks.run("pytest", [*base, *OPTIONS, *arguments], project)


def statuses(run: Run) -> dict[str, str]:
    """The status of each scenario, by its name and its example."""
    return {
        f"{result.name} [{result.example}]" if result.example else result.name: result.status
        for result in run.scenarios
    }


def scenario(run: Run, name: str) -> ScenarioResult:
    """The first scenario of this name."""
    return next(result for result in run.scenarios if result.name == name)
