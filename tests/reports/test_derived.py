"""`derived.json`: figures, the file, and what a report takes into the folder of its run."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from deskproof.reports.derived import BadDerived, figures, load, save, taken_into
from deskproof.reports.outputs import write
from tests.reports.checks import MOST, check, defect
from tests.reports.invented import write_run

CHECK = check(defect("a", "detected"), defect("b", "tested"), defect("c", "unnoticed"), defect("d", "void"))


def test_what_nobody_would_release_counts_nothing() -> None:
    found = CHECK.figures
    assert (found.scenarios, found.tests, found.total) == (1, 1, 3)
    assert round(found.share, 2) == 0.67
    assert figures((), at="", commit=None).share == 1.0


def test_it_reads_as_it_was_written(tmp_path: Path) -> None:
    save(CHECK, tmp_path / "derived.json")
    assert load(tmp_path / "derived.json") == CHECK


def test_without_a_file_there_is_no_check(tmp_path: Path) -> None:
    assert load(tmp_path / "derived.json") is None
    assert taken_into(tmp_path, tmp_path / "none.json") is None
    assert taken_into(tmp_path, None) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "is not JSON"),
        ("{}", "figures: Field required"),
        (
            '{"figures": {"at": "", "commit": null, "scenarios": 1, "tests": 0, "total": 1}, "defects": [], "x": 1}',
            "x:",
        ),
    ],
)
def test_another_text_is_refused_with_what_to_do(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "derived.json").write_text(text)
    with pytest.raises(BadDerived, match=rf"(?s){sentence}.*Check again, or remove it\."):
        load(tmp_path / "derived.json")


def test_another_schema_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "derived.json"
    save(CHECK, file)
    file.write_text(file.read_text().replace("deskproof/derived/1", "deskproof/derived/9"))
    with pytest.raises(BadDerived, match=r"has the schema 'deskproof/derived/9', expected 'deskproof/derived/1'"):
        load(file)


def test_a_run_keeps_the_check_that_it_was_reported_with(tmp_path: Path) -> None:
    newest, run = tmp_path / "derived.json", tmp_path / "run"
    save(CHECK, newest)
    assert taken_into(run, newest) == CHECK
    save(check(defect("z", "detected")), newest)
    assert taken_into(run, newest) == CHECK


def test_what_went_unnoticed_is_shown_with_its_place_by_part_of_the_product(browser: Browser, tmp_path: Path) -> None:
    write_run(tmp_path / "run")
    save(MOST, tmp_path / "derived.json")
    report = write(tmp_path / "run", derived=tmp_path / "derived.json").report
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-GB")
    page.goto(report.as_uri())
    section = page.get_by_role("region", name="What the proof notices")
    expect(section).to_contain_text("22 % of 9 defects that nobody wrote down were noticed.")
    expect(section).to_contain_text("Steps of scenarios noticed 1, snapshots 0, tests 1.")
    expect(section).to_contain_text("The check before, on 2026-01-14 09:00:00 UTC: 11 %.")
    expect(section.get_by_role("row")).to_have_text(
        [
            re.compile("Part of the product"),
            re.compile(r"The rules of the contact centre\s*5 / 5\s*1 / 8"),
            re.compile(r"The desktop\s*8 / 9"),
            re.compile(r"Requests and notifications\s*1 / 1"),
        ],
        use_inner_text=True,
    )
    expect(section.get_by_role("heading", name="7 would have gone unnoticed")).to_be_visible()
    missed = section.locator(".missed > li")
    expect(missed).to_have_count(7)
    expect(missed.filter(visible=True)).to_have_count(5)
    expect(missed.first).to_contain_text("domain/rules.py:7")
    expect(missed.first).to_contain_text("<script>alert(1)</script>")
    expect(missed.first.locator("details")).to_have_text(re.compile("1 scenarios? passed|One scenario passed"))
    page.close()
