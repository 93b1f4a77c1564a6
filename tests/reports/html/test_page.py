"""The page: opens from disk in a real browser, asks nobody for anything, and shows hostile content as text."""

import base64
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from PIL import Image, ImageChops, ImageDraw
from playwright.sync_api import Browser, Page, expect

from deskproof.reports.derived import save
from deskproof.reports.gate.case import Answer, Outcome, Words
from deskproof.reports.gate.saved import Evaluation
from deskproof.reports.gate.verdict import Ruling, Verdict
from deskproof.reports.html import document, render
from deskproof.reports.outputs import write
from deskproof.reports.record.evidence import store
from deskproof.reports.record.facts import Run
from deskproof.reports.record.loading import load
from deskproof.reports.record.observed import Evidence, Picture, TrafficLine
from tests.reports.checks import MOST
from tests.reports.html.opened import everything_open, violations
from tests.reports.html.unpacked import unpacked
from tests.reports.invented import HOSTILE, PASSWORD, write_run
from tests.reports.runs import result, run_of


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "run"
    write_run(folder)
    return write(folder).report


@pytest.fixture
def page(browser: Browser, report: Path) -> Iterator[Page]:
    """The report, opened from disk; what it logs or asks for fails the test."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    complaints: list[str] = []
    requested: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("request", lambda request: requested.append(request.url))
    page.goto(report.as_uri())
    yield page
    assert complaints == []
    outside = (url for url in requested if not url.startswith(("data:", "about:")))
    assert {url.partition("#")[0] for url in outside} == {report.as_uri()}
    context.close()


OUTCOMES: tuple[Outcome, ...] = ("passed", "failed", "undecided", "left out")
HELD = Evaluation(
    verdict=Verdict(
        decision="blocked",
        headline=Words(
            en="Release blocked: one of 3 rules is not met.",
            sv="Versionen kan inte släppas: en av 3 regler uppfylls inte.",
        ),
        rulings=tuple(
            Ruling(
                rule=f"rule-{outcome}",
                answer=Answer(
                    outcome=outcome,
                    reason=Words(en=f"{HOSTILE} {outcome}", sv=f"{HOSTILE} på svenska"),
                    items=tuple(Words(en=f"item {number}", sv=f"sak {number}") for number in range(5)),
                ),
            )
            for outcome in OUTCOMES
        ),
    ),
    day=date(2026, 1, 15),
)


@pytest.fixture(scope="module")
def full_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same run with everything that a page can show: the gate, and a base run with another wording."""
    folder = tmp_path_factory.mktemp("full")
    for name in ("base", "run"):
        write_run(folder / name)
    for file in (folder / "base").glob("events-*.ndjson"):
        file.write_text(file.read_text().replace("she submits", "she sends"))
    save(MOST, folder / "derived.json")
    return write(
        folder / "run",
        history=folder / "history.db",
        baseline=folder / "base",
        gate=lambda *_: HELD,
        derived=folder / "derived.json",
    ).report


def test_the_first_screen_says_the_verdict_and_the_figures(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Not as documented: “Claim 2 says what the desktop does”.", use_inner_text=True
    )
    expect(page.locator("#overview")).to_contain_text("AD-002")
    expect(page.locator("#strip .cell")).to_have_count(9)
    page.get_by_role("button", name="SV").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Inte som dokumenterat: ”Påstående 2 säger vad skrivbordet gör”.", use_inner_text=True
    )


def test_search_and_filter_find_scenarios(page: Page) -> None:
    rows = page.locator("details.scenario:visible")
    expect(rows).to_have_count(9)
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
    expect(page).to_have_url(re.compile(r"&open="))  # written when the page gets the toggle event, which may be later
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
    expect(page.locator("details.scenario:visible")).to_have_count(9)


def test_no_picture_is_decoded_before_it_is_looked_at(page: Page) -> None:
    page.wait_for_function("() => document.querySelectorAll('.packed').length < 9")
    assert page.evaluate("[...document.images].filter((image) => image.src).length") == 0
    page.locator("details.scenario", has_text="A taken number is refused").locator("summary").first.click()
    page.wait_for_function("() => [...document.images].filter((image) => image.src).length === 1")


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


def test_a_scenario_says_which_defect_it_detects_or_that_it_detects_none(page: Page) -> None:
    detecting = page.locator("details.scenario", has_text="Dial Number signs in")
    detecting.locator("summary").first.click()
    expect(detecting).to_contain_text("Submit signs nobody <in>.")
    expect(detecting.locator(".detection").last).to_have_text("Detected by Then she is signed in", use_inner_text=True)
    page.get_by_role("button", name="SV").click()
    expect(detecting).to_contain_text("Skicka loggar inte <in> någon.")
    page.get_by_role("button", name="EN", exact=True).click()
    without = page.locator("details.scenario", has_text="Extension signs in")
    without.locator("summary").first.click()
    expect(without.locator(".detection")).to_have_text(
        "Defect detected None yet, as it is written now: nothing shows that it can fail.", use_inner_text=True
    )
    expect(page.locator("#AD-004 .proofs summary")).to_have_text(
        "1 scenario 1 without a detected defect", use_inner_text=True
    )
    expect(page.locator("#overview")).to_contain_text("8 of 9 scenarios detect a planted defect")


def test_what_is_not_offered_is_counted_filtered_and_explained(page: Page) -> None:
    claims = page.locator("#claims")
    expect(claims).to_have_accessible_name("What this desktop does as documented")
    expect(claims.locator(".adapter")).to_have_text("Adapter Invented desk", use_inner_text=True)
    counts = claims.locator(".tallied li")
    expect(counts.nth(0)).to_have_text("2 proven: it does as documented", use_inner_text=True)
    expect(counts.nth(2)).to_have_text("1 not offered: it does not have this", use_inner_text=True)
    row = page.locator("#AD-009")
    expect(row).to_contain_text("The desktop has no <teams>.")
    expect(row.locator(".state")).to_have_text("Not offered", use_inner_text=True)
    page.get_by_role("checkbox", name="Not offered").check()
    scenario = page.locator("details.scenario:visible")
    expect(scenario).to_have_count(1)
    scenario.locator("summary").first.press("Enter")
    expect(scenario.locator(".lack")).to_contain_text("The desktop has no <teams>.")
    expect(scenario.locator(".lack code")).to_have_text("station.shows_teams")
    expect(scenario.locator(".why")).to_have_count(0)
    page.get_by_role("button", name="SV").click()
    expect(page.locator("#claims-title")).to_have_text(
        "Vad skrivbordet gör enligt dokumentationen", use_inner_text=True
    )
    expect(row.locator(".state")).to_have_text("Erbjuds inte", use_inner_text=True)
    expect(counts.nth(2)).to_have_text("1 erbjuds inte: det har inte detta", use_inner_text=True)


def test_the_list_of_claims_is_printed_alone(page: Page) -> None:
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print this list").press("Enter")
    page.emulate_media(media="print")
    expect(page.locator("#AD-009")).to_be_visible()
    expect(page.get_by_text("The desktop has no <teams>.").first).to_be_visible()
    for part in ("#overview", "#scenarios", "#strip", "#print-claims"):
        expect(page.locator(part)).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#scenarios")).to_be_visible()


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


@pytest.mark.parametrize(
    ("width", "theme", "language"),
    [
        (1280, "light", "en-GB"),
        (1280, "dark", "sv-SE"),
        (390, "light", "en-GB"),
        (390, "dark", "sv-SE"),
        pytest.param(768, "light", "sv-SE", marks=pytest.mark.nightly),
        pytest.param(768, "dark", "en-GB", marks=pytest.mark.nightly),
    ],
)
def test_axe_finds_nothing(browser: Browser, full_report: Path, width: int, theme: str, language: str) -> None:
    page = browser.new_page(
        locale=language,
        viewport={"width": width, "height": 900},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    page.goto(full_report.as_uri())
    everything_open(page, "A taken number is refused")
    assert "\n".join(violations(page)) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("width", [390, 768])
def test_nothing_is_wider_than_a_small_screen(browser: Browser, full_report: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(full_report.as_uri())
    everything_open(page, "onerror=alert(2)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_the_gate_and_the_changes_are_shown_and_hostile_reasons_are_text(browser: Browser, full_report: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-GB")
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.goto(full_report.as_uri())
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "Release blocked: “Claim 2 says what the desktop does”"
    )
    gate = page.get_by_role("region", name="The gate")
    expect(gate).to_contain_text("rule-failed")
    expect(gate).to_contain_text("</script><script>alert(1)</script>")
    expect(page.locator(".change", has_text="scenarios are worded differently")).to_have_count(1)
    row = everything_open(page, "A taken number is refused")
    expect(row.locator(".wording del").first).to_contain_text("she sends")
    expect(row.locator(".wording ins").first).to_contain_text("she submits")
    page.get_by_role("combobox", name="Changed").select_option("reworded")
    assert page.locator("details.scenario:visible").count() > 0
    assert (page.locator("img[src=x]").count(), dialogs) == (0, [])
    page.close()


def test_on_paper_what_did_not_pass_is_open(browser: Browser, full_report: Path) -> None:
    page = browser.new_page(locale="en-GB", color_scheme="dark")
    page.goto(full_report.as_uri())
    page.wait_for_function(
        "() => document.querySelectorAll('.packed').length === 4"
    )  # three passed, one is not offered
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details.scenario[open]")).to_have_count(5)
    expect(page.get_by_role("searchbox")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf().startswith(b"%PDF")
    page.close()


SCENARIOS = 500
LIMIT = 50 * 1024 * 1024


@pytest.mark.nightly
def test_five_hundred_scenarios_with_pictures_stay_small_and_are_usable_at_once(
    browser: Browser, tmp_path: Path
) -> None:
    run = many(tmp_path, SCENARIOS)
    taken = sum(file.stat().st_size for file in (tmp_path / "evidence").iterdir())
    assert taken * 4 / 3 > LIMIT, "as they were taken the pictures would fit; the test would show nothing"
    html = document(run, tmp_path)
    file = tmp_path / "report.html"
    file.write_text(html, encoding="utf-8")
    assert file.stat().st_size < LIMIT
    assert len(re.findall(r'<script type="text/plain" id="p\d+"[^>]*>', html)) == SCENARIOS
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-GB")
    page.goto(file.as_uri())
    expect(page.locator("details.scenario")).to_have_count(SCENARIOS)
    assert page.evaluate("[...document.images].filter((image) => image.src).length") == 0
    page.get_by_role("searchbox").fill("scenario s499")
    expect(page.locator("details.scenario:visible")).to_have_count(1)
    page.locator("details.scenario:visible summary").first.click()
    page.wait_for_function("() => [...document.images].some((image) => image.naturalWidth > 0)")
    assert page.evaluate("[...document.images].filter((image) => image.src).length") == 1
    page.close()


def many(folder: Path, count: int) -> Run:
    """A run of so many scenarios, each with a picture of its own, full of text, and much traffic."""
    chance = Random(1)
    line = TrafficLine(kind="http", method="GET", url="http://t-0001.localhost/task", response="{" + "x" * 2000 + "}")
    written = Image.new("RGB", (1280, 900), (244, 246, 250))
    draw = ImageDraw.Draw(written)
    for row in range(14):
        draw.text((40, 30 + row * 60), chance.randbytes(40).hex(), fill=chance.randrange(0x888888), font_size=22)
    scenarios = []
    for number in range(count):
        picture = ImageChops.offset(written, 0, number)
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=60)
        one = result(f"s{number:03}")
        shown = Picture(path=store(folder, buffer.getvalue(), ".jpg"))
        evidence = Evidence(pictures=(shown,), traffic=(line,) * 10)
        scenarios.append(replace(one, steps=(replace(one.steps[0], evidence=evidence),)))
    return run_of(*scenarios)


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
