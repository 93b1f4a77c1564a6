"""Which pictures stand beside those of the base run, and what the page does with them."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from deskproof.reports.baseline.compare import compare
from deskproof.reports.baseline.image_diff import ImageDiff
from deskproof.reports.baseline.past import Past
from deskproof.reports.html import document
from deskproof.reports.html.sidebyside import pairs
from deskproof.reports.record.evidence import store
from deskproof.reports.record.facts import Run, ScenarioResult
from deskproof.reports.record.observed import Evidence, Picture
from tests.reports.invented import picture
from tests.reports.runs import result, run_of


def showing(id: str, path: str) -> ScenarioResult:
    one = result(id)
    step = replace(one.steps[0], evidence=Evidence(pictures=(Picture(path=path),)))
    return replace(one, steps=(step,))


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return tmp_path / "base"


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return tmp_path / "run"


def two_runs(base: Path, run: Path) -> tuple[Run, Past]:
    """In `a` nothing changed, in `b` only the noise, in `c` the text; the base's picture of `d` is gone."""
    old, new = (store(base, picture("Task"), ".jpg"), store(run, picture("Station"), ".jpg"))
    store(run, picture("Task"), ".jpg")
    noise = store(run, picture("Task") + b"\0", ".jpg")
    before = run_of(showing("a", old), showing("b", old), showing("c", old), showing("d", "evidence/gone.jpg"))
    after = run_of(showing("a", old), showing("b", noise), showing("c", new), showing("d", new), number=2)
    return after, Past(baseline=before, baseline_folder=base, changes=compare(before, after, ImageDiff(base, run)))


def test_only_what_really_changed_has_a_pair(base: Path, run: Path) -> None:
    after, past = two_runs(base, run)
    assert past.changes is not None
    assert [change.after.id for change in past.changes.repictured] == ["c", "d"]
    found = pairs(after, run, past)
    assert found.keys() == {("c", 0, 0), ("d", 0, 0)}
    assert found["c", 0, 0].difference is not None
    assert (found["d", 0, 0].before, found["d", 0, 0].difference) == (None, None)
    assert pairs(after, run, Past()) == {}


def test_there_is_an_end_to_it(base: Path, run: Path) -> None:
    after, past = two_runs(base, run)
    assert len(pairs(after, run, past, most=1)) == 1


def test_a_picture_that_is_outside_the_base_is_not_shown(base: Path, run: Path) -> None:
    after, past = two_runs(base, run)
    Image.new("RGB", (9, 9)).save(base.parent / "secret.png")
    outside = run_of(showing("c", "../secret.png"))
    assert pairs(after, run, replace(past, baseline=outside))["c", 0, 0].before is None


def test_the_page_shows_them_side_by_side_and_their_difference(browser: Browser, base: Path, run: Path) -> None:
    after, past = two_runs(base, run)
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-GB")
    report = run / "report.html"
    report.write_text(document(after, run, past), encoding="utf-8")
    page.goto(report.as_uri())
    page.get_by_role("combobox", name="Changed").select_option("repictured")
    expect(page.locator("details.scenario:visible")).to_have_count(2)
    row = page.locator("details.scenario", has_text="Scenario c")
    row.locator("summary").first.click()
    expect(row).to_contain_text("Changed since the baseline run")
    row.get_by_role("button", name="Enlarge").click()
    for way, images in (("Side by side", 2), ("This run", 1), ("Baseline run", 1), ("Difference", 1)):
        button = page.get_by_role("dialog").get_by_role("button", name=way)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(page.locator("#viewer img:visible")).to_have_count(images)
        assert (
            page.evaluate(
                "Promise.all([...document.querySelectorAll('#viewer img')].filter((image) => image.checkVisibility())"
                ".map((image) => image.decode().then(() => image.naturalWidth)))"
            )
            == [640] * images
        )
    page.keyboard.press("Escape")
    row = page.locator("details.scenario", has_text="Scenario d")
    row.locator("summary").first.click()
    row.get_by_role("button", name="Enlarge").click()
    expect(page.get_by_role("dialog")).to_contain_text("The baseline run's picture no longer exists.")
    expect(page.get_by_role("button", name="Difference")).to_be_hidden()
    page.close()
