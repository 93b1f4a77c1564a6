"""The review on the page: approved in a real browser, saved, lapsed when a picture changes, and read-only on disk."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from deskproof.reports.html import live
from deskproof.reports.live.session import review
from deskproof.reports.outputs import write
from deskproof.reports.record import Evidence, Picture, Recorder, RunInfo
from deskproof.reports.review.approvals import load
from deskproof.reports.review.tables import quoted
from deskproof.reports.text.visible import visible
from tests.reports.invented import HOSTILE, Clock, claims, picture, play, scenario, write_run

NAME = "Dial Number signs in"
ONE = scenario(NAME, "AD-001")


def record(folder: Path, *shown: str) -> None:
    """A run of one scenario, whose last step shows this, and one that fails."""
    with Recorder(folder, now=Clock()) as recorder:
        recorder.run_started(RunInfo(id="2026-01-15", command="deskproof run", claims=claims(2)))
        other = scenario("A taken number is refused", "AD-002", line=12)
        recorder.scenarios_planned((ONE.id, other.id), suite=2)
        pictures = tuple(Picture(path=recorder.attach(picture(text))) for text in shown)
        play(recorder, ONE, "passed", evidence=Evidence(pictures=pictures))
        play(recorder, other, "failed")
        recorder.run_finished()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing may go wrong unsaid."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    yield page
    context.close()
    assert complaints == []


Reviewed = Callable[[Path], str]


@pytest.fixture
def reviewed(tmp_path: Path) -> Reviewed:
    """Serves the review of a run, for as long as the tests run; the address to open."""

    def start(folder: Path) -> str:
        approvals = tmp_path / "approvals.toml"
        summary = write(folder, approvals=approvals)
        addresses: list[str] = []
        known = threading.Event()

        def started(address: str) -> None:
            addresses.append(address)
            known.set()

        def serve() -> None:
            now = datetime(2026, 1, 15, 10, 0, tzinfo=UTC)
            review(summary.run, summary.report, approvals, by="Maria Holm", now=lambda: now, port=0, started=started)

        threading.Thread(target=serve, daemon=True).start()
        assert known.wait(30)
        return addresses[0]

    return start


def row(page: Page, name: str = NAME) -> Locator:
    return page.locator("details.scenario", has_text=name)


def opened(page: Page, name: str = NAME) -> Locator:
    row(page, name).locator("summary").first.click()
    return row(page, name).locator(".verdict-of")


def violations(page: Page) -> list[str]:
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": tags}).response["violations"]
    return [f"{item['id']}: {node['html'][:120]}" for item in found for node in item["nodes"]]


def test_a_scenario_is_approved_stays_so_and_lapses_with_its_picture(
    page: Page, reviewed: Reviewed, tmp_path: Path
) -> None:
    record(tmp_path / "first", "Task page")
    page.goto(reviewed(tmp_path / "first"))
    assert "token" not in page.url
    expect(page.get_by_role("textbox", name="You are")).to_have_value("Maria Holm")
    expect(page.get_by_role("complementary")).to_contain_text("To review: claims 2 · scenarios 2", use_inner_text=True)
    block = opened(page)
    expect(block).to_contain_text("To review", use_inner_text=True)
    block.get_by_role("textbox", name="Comment").fill("<b>Reads well</b>\nShip it.")
    block.get_by_role("button", name="Approve").press("Enter")
    expect(block.locator("blockquote")).to_have_text("<b>Reads well</b>\nShip it.")
    expect(page.get_by_role("button", name="Next to review")).to_be_focused()
    expect(page.get_by_role("complementary")).to_contain_text("scenarios 1", use_inner_text=True)

    page.reload()
    expect(row(page)).to_contain_text("Approved", use_inner_text=True)
    block = row(page).locator(".verdict-of")  # what was open is open again: it stands in the address
    expect(block).to_contain_text("Maria Holm · 2026-01-15 10:00", use_inner_text=True)
    assert load(tmp_path / "approvals.toml").scenarios[ONE.id].by == "Maria Holm"

    record(tmp_path / "second", "Task page, with one more thing on it")
    page.goto(reviewed(tmp_path / "second"))
    expect(row(page)).to_contain_text("Approval lapsed", use_inner_text=True)
    block = opened(page)
    expect(block).to_contain_text("The pictures have changed.", use_inner_text=True)
    expect(block).to_contain_text("Maria Holm", use_inner_text=True)
    expect(page.get_by_role("complementary")).to_contain_text("scenarios 2", use_inner_text=True)


def test_what_is_left_is_found_by_filter_and_by_keyboard(page: Page, reviewed: Reviewed, tmp_path: Path) -> None:
    record(tmp_path / "run", "Task page")
    page.goto(reviewed(tmp_path / "run"))
    following = page.get_by_role("button", name="Next to review")
    following.press("Enter")
    claim = page.locator("li.claim").first
    expect(claim.locator(".review-claim summary")).to_be_focused()
    claim.get_by_role("button", name="Approve").press("Enter")
    expect(claim).to_contain_text("Approved", use_inner_text=True)
    expect(following).to_be_focused()
    block = opened(page, "A taken number")
    expect(block.get_by_role("button", name="Approve")).to_have_count(0)
    expect(block).to_contain_text("Only a scenario that passed", use_inner_text=True)
    block.get_by_role("button", name="Request changes").click()
    expect(row(page, "A taken number")).to_contain_text("Changes requested", use_inner_text=True)
    shown = page.locator("details.scenario:visible")
    page.get_by_role("button", name="Scenarios to review").click()
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text(NAME)
    page.get_by_role("combobox", name="Review").select_option("requested")
    expect(shown).to_contain_text("A taken number is refused")
    page.get_by_role("button", name="Claims to review").click()
    expect(page.locator("li.claim:visible")).to_have_count(1)
    block.get_by_role("button", name="Withdraw").click()
    expect(block).to_contain_text("To review", use_inner_text=True)


def test_who_says_so_is_asked_for(page: Page, reviewed: Reviewed, tmp_path: Path) -> None:
    record(tmp_path / "run", "Task page")
    page.goto(reviewed(tmp_path / "run"))
    name = page.get_by_role("textbox", name="You are")
    expect(name).to_have_value("Maria Holm")
    name.fill("")
    block = opened(page)
    block.get_by_role("button", name="Approve").click()
    expect(block.get_by_role("alert")).to_have_text("Say below who you are.", use_inner_text=True)
    expect(name).to_be_focused()
    assert not (tmp_path / "approvals.toml").exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_review_can_be_used_by_everybody(page: Page, reviewed: Reviewed, tmp_path: Path, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 390, "height": 844})
    record(tmp_path / "run", "Task page")
    page.goto(reviewed(tmp_path / "run"))
    block = opened(page)
    block.get_by_role("textbox", name="Comment").fill("Good.")
    block.get_by_role("button", name="Approve").click()
    expect(block.locator("blockquote")).to_be_visible()
    page.locator(".review-claim summary").first.click()
    assert violations(page) == []
    page.get_by_role("button", name="SV").click()
    expect(page.get_by_role("button", name="Nästa att granska")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_on_disk_the_page_only_tells(page: Page, tmp_path: Path) -> None:
    approvals = tmp_path / "approvals.toml"
    write_run(tmp_path / "run")
    approvals.write_text(
        f'[scenario.{ONE.id}]\nword = "change asked"\nby = "Maria"\nat = 2026-01-15T09:00:00Z\n'
        f'comment = {quoted(HOSTILE)}\ntext = "changed"\n'
    )
    page.goto(write(tmp_path / "run", approvals=approvals).report.as_uri())
    block = opened(page)
    expect(block).to_contain_text("Changed since changes were requested", use_inner_text=True)
    expect(block.locator("blockquote")).to_have_text(visible(HOSTILE.replace("\ud800", "?")))
    expect(block.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("complementary")).to_have_count(0)
    expect(page.locator("#review")).to_contain_text("deskproof report --review", use_inner_text=True)


def test_a_bad_file_is_reported_and_costs_only_the_review(tmp_path: Path) -> None:
    write_run(tmp_path / "run")
    (tmp_path / "approvals.toml").write_text("[scenario\n")
    summary = write(tmp_path / "run", approvals=tmp_path / "approvals.toml")
    assert "is not TOML" in summary.lines[0]
    with pytest.raises(ValueError, match="a report with its review has it once"):
        live(summary.report.read_text())
