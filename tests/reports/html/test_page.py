"""The page: opens from disk in a real browser, asks nobody for anything, and shows hostile content as text."""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from reports.html import render
from reports.loading import load
from reports.outputs import write
from steps.browser import ensure, launch_options
from tests.reports.html.unpacked import unpacked
from tests.reports.invented import HOSTILE, PASSWORD, write_run


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "run"
    write_run(folder)
    return write(folder).report


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(**launch_options(ensure("shell")))
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, report: Path) -> Iterator[Page]:
    """The report, opened from disk; what it logs or asks for fails the test."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    yield page
    assert complaints == []
    outside = (url for url in asked if not url.startswith(("data:", "about:")))
    assert {url.partition("#")[0] for url in outside} == {report.as_uri()}
    context.close()


def violations(page: Page) -> list[str]:
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    return [
        f"{one['id']}: {node['html'][:120]} {node['failureSummary'][:200]}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ]


def test_the_first_screen_says_the_verdict_and_the_figures(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Not as documented: “Claim 2 says what the desktop does”, and one more claim.", use_inner_text=True
    )
    expect(page.locator("#overview")).to_contain_text("AD-002")
    expect(page.locator("#strip .cell")).to_have_count(9)
    page.get_by_role("button", name="SV").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Inte som dokumenterat: ”Påstående 2 säger vad skrivbordet gör”, och ett påstående till.", use_inner_text=True
    )


def test_search_and_filter_find_scenarios(page: Page) -> None:
    rows = page.locator("details.scenario:visible")
    expect(rows).to_have_count(8)
    page.get_by_role("searchbox").fill("ad-002 refused")
    expect(rows).to_have_count(1)
    page.get_by_role("searchbox").fill("nothing like it")
    expect(rows).to_have_count(0)
    page.get_by_role("button", name="Show all").click()
    page.get_by_role("checkbox", name="Flaky").check()
    page.get_by_role("checkbox", name="Broken").check()
    expect(rows).to_have_count(2)
    page.get_by_role("checkbox", name="Flaky").uncheck()
    page.get_by_role("checkbox", name="Broken").uncheck()
    page.get_by_role("combobox", name="Language").select_option("sv")
    expect(rows).to_have_count(1)
    page.get_by_role("combobox", name="Language").select_option("")
    page.get_by_role("button", name="Status", exact=True).click()
    expect(rows.first).to_contain_text("A taken number is refused")


def test_rows_are_sorted_by_each_column_and_back_again(page: Page) -> None:
    names = page.locator("details.scenario .name")
    for order in ("Scenario", "Feature", "Rule", "Language", "Duration"):
        button = page.get_by_role("group", name="Order").get_by_role("button", name=order, exact=True)
        button.press("Enter")
        expect(button).to_have_attribute("aria-pressed", "true")
        once = names.all_inner_texts()
        button.press("Enter")
        assert sorted(names.all_inner_texts()) == sorted(once)
        assert page.evaluate("location.hash") == f"#?sort=-{order.lower().replace('scenario', 'name')}"
    page.get_by_role("button", name="As written").click()
    expect(names.first).to_contain_text("Dial Number signs in")
    assert page.evaluate("location.hash") == ""


def test_a_view_stands_in_the_address_and_opens_there(page: Page, report: Path) -> None:
    page.get_by_role("searchbox").fill("signs in")
    page.get_by_role("combobox", name="Feature").select_option("Station Credentials")
    page.get_by_role("combobox", name="Tag").select_option("@AD-004")
    page.get_by_role("checkbox", name="Flaky").check()
    page.get_by_role("button", name="Duration").click()
    page.locator("details.scenario:visible summary").first.click()
    expect(page.locator("details.scenario[open] .step")).to_have_count(6)
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.get_by_role("searchbox")).to_have_value("signs in")
    expect(page.get_by_role("combobox", name="Tag")).to_have_value("@AD-004")
    expect(page.get_by_role("button", name="Duration")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("details.scenario:visible")).to_have_count(1)
    expect(page.locator("details.scenario[open] .step")).to_have_count(6)


def test_an_address_made_by_hand_breaks_nothing(page: Page, report: Path) -> None:
    page.goto("about:blank")
    page.goto(f"{report.as_uri()}#?sort=constructor&tag=<b>&status=x&open=search&q=%25")
    expect(page.locator("details.scenario:visible")).to_have_count(0)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("details.scenario:visible")).to_have_count(8)


def test_no_picture_is_decoded_before_it_is_looked_at(page: Page) -> None:
    page.wait_for_function("document.querySelectorAll('.packed').length < 8")
    assert page.evaluate("[...document.images].filter((image) => image.src).length") == 0
    page.locator("details.scenario", has_text="A taken number is refused").locator("summary").first.click()
    page.wait_for_function("[...document.images].filter((image) => image.src).length === 1")


def test_every_attempt_is_there_with_its_steps(page: Page) -> None:
    row = page.locator("details.scenario", has_text="Extension signs in")
    row.locator("summary").first.click()
    row.locator(".earlier > summary").click()
    expect(row.locator(".earlier .step")).to_have_count(3)
    expect(row.locator(".earlier")).to_contain_text("Ada is not signed in.")


def test_a_scenario_shows_its_steps_evidence_and_picture(page: Page) -> None:
    row = page.locator("details.scenario", has_text="A taken number is refused")
    row.locator("summary").first.click()
    expect(row.locator(".step")).to_have_count(3)
    expect(row).to_contain_text("Ada is not signed in.")
    row.get_by_text("2 lines of traffic").click()
    expect(row).to_contain_text("id · /token?code=***")
    row.get_by_text("1 journal entry").click()
    expect(row).to_contain_text("AgentSignedIn")
    row.get_by_role("button", name="Enlarge").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert (
        page.locator("#viewer-picture").evaluate("picture => picture.decode().then(() => picture.naturalWidth)") == 640
    )
    page.keyboard.press("Escape")
    expect(row.get_by_role("button", name="Enlarge")).to_be_focused()


def test_an_address_within_the_page_opens_what_it_names(page: Page) -> None:
    page.locator("#overview").get_by_role("link", name="A taken number is refused").click()
    expect(page.locator("details.scenario[open]")).to_have_count(1)
    expect(page.locator("details.scenario[open]")).to_contain_text("Ada is not signed in.")


def test_the_strip_is_walked_with_arrows(page: Page) -> None:
    page.locator("#strip .cell").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#strip .cell").nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator("#strip .cell").last).to_be_focused()


def test_hostile_names_are_text(page: Page) -> None:
    row = page.locator("details.scenario", has=page.locator(".name", has_text="onerror=alert(2)"))
    row.locator("summary").first.click()
    expect(row.locator(".name")).to_contain_text("</script><script>alert(1)</script>")
    assert page.locator("img[src=x]").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, theme: str) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    row = page.locator("details.scenario", has_text="A taken number is refused")
    row.locator("summary").first.click()
    for summary in row.locator(".kept > details > summary, .why summary").all():
        summary.click()
    assert "\n".join(violations(page)) == ""


@pytest.mark.parametrize("width", [390, 768])
def test_nothing_is_wider_than_a_small_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.locator("details.scenario", has=page.locator(".name", has_text="onerror")).locator("summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_policy_lets_in_the_pages_own_script_and_style_only(report: Path) -> None:
    html = report.read_text()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]
    for tag in ("style", "script"):
        source = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert source is not None
        digest = base64.b64encode(hashlib.sha256(source[1].encode()).digest()).decode()
        assert digest.replace("+", "&#43;") in policy[1] or digest in policy[1]
    assert " style=" not in html
    assert " onclick=" not in html


def test_no_secret_and_no_markup_from_outside_is_in_the_file(report: Path) -> None:
    html = unpacked(report.read_text())
    assert "1 journal entry" in html
    assert PASSWORD not in html
    assert HOSTILE[:30] not in html


def test_a_run_with_nothing_in_it_has_a_page(tmp_path: Path) -> None:
    write_run(tmp_path)
    empty = replace(load(tmp_path), scenarios=(), claims=())
    html = render(empty, {})
    assert "Nothing was run" in html
    assert "No scenario was run." in html
