"""The list of a combobox stays at its field, wherever that moves; and invisible parts do not make the page scroll."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.simulator.desktop.conftest import ORIGIN, scripts

PAGE = """<!doctype html>
<link rel="stylesheet" href="/desktop/styles/style.css">
<link rel="stylesheet" href="/desktop/styles/dialogs.css">
<style>dialog[open] { animation-duration: 3600s }</style>
<dialog class="station"><form style="padding: 1rem"></form><p class="unseen" role="status"></p></dialog>
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with scripts(browser) as page:
        page.route(f"{ORIGIN}/desktop/page", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
        page.goto(f"{ORIGIN}/desktop/page")
        yield page


def test_the_list_follows_a_field_that_rises_with_its_dialog(page: Page) -> None:
    page.evaluate(
        """async () => {
          await import("/desktop/views/shared/combobox.js");
          const box = document.createElement("searchable-select");
          box.label = "Country";
          box.options = [{ value: "SE", label: "Sweden" }];
          document.querySelector("form").append(box);
          document.querySelector("dialog").showModal();
        }"""
    )
    page.get_by_role("combobox").press("ArrowDown")
    page.get_by_role("option").wait_for()
    page.evaluate("Promise.all(document.getAnimations().map((one) => (one.finish(), one.finished)))")
    page.wait_for_function(
        """() => {
          const list = document.querySelector(".list").getBoundingClientRect();
          const field = document.querySelector(".field").getBoundingClientRect();
          return Math.abs(list.top - field.bottom - 4) < 0.5;
        }"""
    )


def test_what_is_unseen_adds_nothing_to_scroll(page: Page) -> None:
    page.evaluate("document.querySelector('dialog').showModal()")
    dialog = page.locator("dialog")
    assert dialog.evaluate("(dialog) => dialog.scrollHeight - dialog.clientHeight") == 0


MOUNT = """async (labels) => {
  await import("/desktop/views/shared/combobox.js");
  const box = document.createElement("searchable-select");
  box.label = "Team";
  box.options = labels.map((label) => ({ value: label, label }));
  box.addEventListener("choose", ({ detail }) => { box.value = detail; });
  const [before, after] = ["Before", "After"].map((name) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    return button;
  });
  document.querySelector("form").append(before, box, after);
  document.querySelector("dialog").showModal();
  document.getAnimations().forEach((one) => one.finish());
}"""
TEAMS = ["Malmö Support", "Support", "Sales", "Salerno"]


@pytest.fixture
def box(page: Page) -> Locator:
    """The combobox of a few teams, with Sales chosen."""
    page.evaluate(MOUNT, TEAMS)
    page.evaluate("document.querySelector('searchable-select').value = 'Sales'")
    expect(page.get_by_role("combobox")).to_have_value("Sales")
    return page.get_by_role("combobox")


def chosen(page: Page) -> str:
    value: str = page.evaluate("document.querySelector('searchable-select').value")
    return value


def test_enter_takes_the_best_match(page: Page, box: Locator) -> None:
    box.fill("support")
    expect(page.get_by_role("option")).to_have_text([re.compile(r"^\s*Support"), re.compile("Malmö Support")])
    box.press("Enter")
    expect(box).to_have_value("Support")
    assert chosen(page) == "Support"
    expect(box).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("typed", ["support", "Support", "Sal", "", " ", "\u200b", "nothing"])
@pytest.mark.parametrize("leave", ["Tab", "Shift+Tab", "Escape", "click", "chevron"])
def test_leaving_takes_nothing(page: Page, box: Locator, typed: str, leave: str) -> None:
    box.fill(typed)
    if leave == "click":
        page.get_by_role("button", name="Before").click()
    elif leave == "chevron":
        page.locator("button.chevron").click()
    else:
        box.press(leave)
    expect(box).to_have_value("Sales")
    assert chosen(page) == "Sales"
    expect(box).to_have_attribute("aria-expanded", "false")


def test_leaving_after_the_arrow_keys_takes_nothing_either(page: Page, box: Locator) -> None:
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("Tab")
    expect(box).to_have_value("Sales")
    assert chosen(page) == "Sales"


@pytest.mark.parametrize("typed", ["", " ", "\u200b\u00a0", "nothing like it"])
def test_enter_takes_nothing_where_nothing_was_found(page: Page, box: Locator, typed: str) -> None:
    box.fill(typed)
    box.press("Enter")
    assert chosen(page) == "Sales"
    box.press("Escape")
    expect(box).to_have_value("Sales")


def test_enter_that_ends_a_composition_takes_nothing(page: Page, box: Locator) -> None:
    box.fill("support")
    box.evaluate(
        "(box) => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))"
    )
    assert chosen(page) == "Sales"


def test_the_option_that_enter_takes_is_the_active_one(page: Page, box: Locator) -> None:
    for typed, key, name in (("s", None, "Support"), ("sal", "ArrowDown", "Salerno"), ("ale", "ArrowUp", "Salerno")):
        box.fill(typed)
        if key:
            box.press(key)
        active = box.get_attribute("aria-activedescendant")
        assert active
        expect(page.locator(f"[id='{active}'][role=option]")).to_have_text(re.compile(rf"^\s*{name}"))
    box.press("Enter")
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))


@pytest.mark.parametrize(
    ("keys", "active"),
    [
        (["PageDown"], 8),
        (["PageDown", "PageDown"], 16),
        (["PageDown", "PageDown", "PageDown"], 19),
        (["ArrowUp", "PageUp"], 11),
        (["ArrowUp", "PageUp", "PageUp", "PageUp"], 0),
    ],
)
def test_a_page_is_eight_options(page: Page, keys: list[str], active: int) -> None:
    page.evaluate(MOUNT, [f"Team {number}" for number in range(20)])
    box = page.get_by_role("combobox")
    box.fill("team")
    for key in keys:
        box.press(key)
    expect(page.locator("[role=option].active")).to_have_text(re.compile(rf"^\s*Team {active}\s*$"))


def test_a_click_takes_what_it_hits(page: Page, box: Locator) -> None:
    box.fill("s")
    page.get_by_role("option", name="Malmö Support").click()
    expect(box).to_have_value("Malmö Support")
    assert chosen(page) == "Malmö Support"


def test_names_are_folded_once_however_often_they_are_searched(page: Page) -> None:
    page.evaluate(MOUNT, [f"Team {number}" for number in range(1_000)])
    page.evaluate(
        """() => {
          self.folded = 0;
          const { normalize } = String.prototype;
          String.prototype.normalize = function (...form) { self.folded += 1; return normalize.apply(this, form); };
        }"""
    )
    box = page.get_by_role("combobox")
    box.fill("team 99")
    expect(page.get_by_role("option")).to_have_count(11)
    first = page.evaluate("folded")
    box.fill("team 999")
    expect(page.get_by_role("option")).to_have_count(1)
    assert first <= 1_001
    assert page.evaluate("folded") == first + 1


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Malmö Support", "malmo"), ("Malmö Support", "MALMO\u0308"), ("Café d’Azur", "cafe dazur"),
        ("Café d'Azur", "CAFÉ D’AZUR"),
        ("Łódź", "lodz"), ("Søndre Gade", "sondre"), ("Straße", "strasse"),
        ("R&D", "r&d"), ("R&D", "r and d"), ("R&D", "rd"), ("Follow-up", "followup"), ("Follow-up", "follow up"),
        ("C++", "c++"), ("★", "★"), ("Ｔｅａｍ　１", "team 1"),
        ("Team 1", "\u200bTe\u00adam\u00a01\u202c"), ("東京", "京"),
        ("Київ", "київ"), ("Київ", "киів"), ("Θεσσαλονίκη", "θεσσαλονικη"), ("Team (Nord)", "team nord"),
        ("2nd Line", "2ND"),
    ],
)  # fmt: skip
def test_however_a_name_is_typed_it_is_found(page: Page, name: str, typed: str) -> None:
    page.evaluate(MOUNT, ["Other", name])
    box = page.get_by_role("combobox")
    box.fill(typed)
    box.press("Enter")
    expect(box).to_have_value(name)
