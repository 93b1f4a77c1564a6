"""Takes the pictures in the README, from its own simulator and the latest run's report: `make pictures`."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from deskproof.simulator.server import start_server
from deskproof.steps.browsers.browser import ensure, launch_options

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SIZE = {"width": 1280, "height": 800}
MORNING = "2026-01-15T09:00:00Z"


def main() -> None:
    """Take all pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(ensure("shell")))
        take_desktop(browser)
        take_report(browser)


def take_desktop(browser: Browser) -> None:
    """Station Credentials and the Task page, as an agent and supervisor sees them."""
    with start_server() as server, server.control() as control:
        tenant = control.create_tenant("standard", frozen_at=MORNING)
        person = tenant.people["lars"]
        context = browser.new_context(viewport=SIZE, locale="en-US", color_scheme="light")
        context.clock.set_fixed_time(MORNING)
        page = context.new_page()
        page.goto(tenant.desktop_url)
        page.get_by_label("Email address").fill(person.email)
        page.get_by_role("button", name="Sign In").click()
        page.get_by_label("Password", exact=True).fill(person.password)
        page.get_by_role("button", name="Sign In").click()
        page.get_by_role("textbox", name="Dial Number").fill("2015532447")
        team = page.get_by_role("combobox", name="Team")
        team.fill("Supp")
        page.get_by_role("option", name="Support").click()
        _save(page, "station-credentials.png")
        page.get_by_role("button", name="Submit").click()
        page.get_by_role("button", name="User Profile").click()
        expect(page.get_by_role("button", name="Sign Out")).to_be_visible()
        _save(page, "desktop.png")
        context.close()


def take_report(browser: Browser) -> None:
    """The first screen of the latest run's report."""
    report = ROOT / "reports" / "out" / "latest" / "report.html"
    if not report.exists():
        raise SystemExit(f"{report.relative_to(ROOT)} does not exist; run `make run` first, then `make pictures`")
    page = browser.new_page(viewport=SIZE, color_scheme="light")
    page.goto(report.resolve().as_uri())
    _save(page, "report.png")


def _save(page: Page, name: str) -> None:
    page.screenshot(path=HERE / name, animations="disabled")


if __name__ == "__main__":
    main()
