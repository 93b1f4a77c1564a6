"""A page in a browser with everything open, and what axe-core finds on it."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page, a line for each element."""
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    return [
        f"{violation['id']}: {node['html'][:120]} {node['failureSummary'][:200]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


def everything_open(page: Page, name: str) -> Locator:
    """A scenario with all that is in it opened, and all that can be opened above it."""
    for summary in page.locator(".gate summary, .change > summary").all():
        summary.click()
    row = page.locator("details.scenario", has=page.locator(".name", has_text=name))
    row.locator("summary").first.click()
    expect(row.locator(".step").first).to_be_visible()
    for summary in row.locator(
        ".evidence > details > summary, .why summary, .traffic summary, .earlier > summary"
    ).all():
        if summary.is_visible():
            summary.click()
    return row
