"""A button and what it opens: by clicks and keys, where it is put, and what gets the focus."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.simulator.desktop.views.stage import Changes, Stage

VIEW = """(_, { state }, html) => html`
  <button id="before">Before</button>
  <div style="position: fixed; top: 10px; right: ${state.right}px">
    <drop-down>
      <button class="opener" style="height: 30px" aria-expanded="false"><span>Open</span></button>
      <div class="drop" popover role=${state.items.length > 0 ? "menu" : "dialog"} tabindex="-1">
        <p>Words</p>
        ${state.items.map(
          (name) => html`<button role="menuitemradio" aria-checked=${name === state.checked}>${name}</button>`,
        )}
      </div>
    </drop-down>
  </div>
`"""
BASE = {"right": 100, "items": ["One", "Two", "Three"], "checked": "Two"}
PANEL: Changes = {"items": []}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/shared/drop-down.js", VIEW, BASE)


def focused(stage: Stage) -> str:
    stage.settle()
    words: str = stage.page.evaluate("document.activeElement.textContent.trim()")
    return words


def is_open(stage: Stage) -> bool:
    """Whether it is open, which its opener says too."""
    stage.settle()
    opened: bool = stage.page.evaluate("document.querySelector('.drop').matches(':popover-open')")
    assert stage.page.locator(".opener").get_attribute("aria-expanded") == str(opened).lower()
    return opened


@pytest.mark.parametrize("items", [["One"], []])
def test_each_click_on_the_opener_opens_or_closes_it(stage: Stage, items: list[str]) -> None:
    stage.draw({"items": items})
    for expected in (True, False, True, False):
        stage.page.locator(".opener span").click()
        assert is_open(stage) is expected


@pytest.mark.parametrize(
    "close",
    [
        lambda page: page.keyboard.press("Escape"),
        lambda page: page.get_by_role("menuitemradio", name="One").click(),
        lambda page: page.locator("#before").click(),
        lambda page: page.keyboard.press("Tab"),
        lambda page: (page.keyboard.press("Home"), page.keyboard.press("Tab")),
    ],
    ids=["Escape", "an item", "outside", "Tab", "Tab from the first item"],
)
def test_what_closes_it(stage: Stage, close: Callable[[Page], object]) -> None:
    stage.draw()
    stage.page.locator(".opener").click()
    assert is_open(stage)
    close(stage.page)
    assert not is_open(stage)


def test_words_in_it_do_not_close_it(stage: Stage) -> None:
    stage.draw()
    stage.page.locator(".opener").click()
    stage.page.get_by_text("Words").click()
    assert is_open(stage)


@pytest.mark.parametrize(
    ("checked", "keys", "reached"),
    [
        ("Two", [], "Two"),
        ("", [], "One"),
        ("Two", ["ArrowDown"], "Three"),
        ("Two", ["ArrowDown", "ArrowDown"], "One"),
        ("Two", ["ArrowUp"], "One"),
        ("Two", ["ArrowUp", "ArrowUp"], "Three"),
        ("Two", ["Home"], "One"),
        ("Two", ["End"], "Three"),
        ("Two", ["a", "ArrowLeft"], "Two"),
    ],
)
@pytest.mark.parametrize("opening", ["ArrowDown", "ArrowUp", "Enter", " "])
def test_keys_move_in_a_menu(stage: Stage, opening: str, checked: str, keys: list[str], reached: str) -> None:
    stage.draw({"checked": checked})
    stage.page.locator(".opener").press(opening)
    assert is_open(stage)
    for key in keys:
        stage.page.keyboard.press(key)
    assert focused(stage) == reached


@pytest.mark.parametrize("key", ["ArrowDown", "ArrowUp", "Home", "a"])
def test_arrow_keys_do_not_open_a_panel(stage: Stage, key: str) -> None:
    stage.draw(PANEL)
    stage.page.locator(".opener").press(key)
    assert not is_open(stage)


@pytest.mark.parametrize("key", ["Home", "End", "a"])
def test_other_keys_do_not_open_a_menu(stage: Stage, key: str) -> None:
    stage.draw()
    stage.page.locator(".opener").press(key)
    assert not is_open(stage)


def test_a_panel_has_the_focus_itself(stage: Stage) -> None:
    stage.draw(PANEL)
    stage.page.locator(".opener").click()
    stage.settle()
    expect(stage.page.locator(".drop")).to_be_focused()


@pytest.mark.parametrize(("key", "taken"), [("ArrowDown", True), ("Home", True), ("Tab", False), ("a", False)])
def test_only_keys_with_a_meaning_are_taken_from_the_page(stage: Stage, key: str, taken: bool) -> None:
    stage.draw()
    stage.page.locator(".opener").click()
    stage.settle()
    note = "(event) => { self.taken = event.defaultPrevented; }"
    stage.page.evaluate(f"addEventListener('keydown', {note}, {{ once: true }})")
    stage.page.keyboard.press(key)
    assert stage.page.evaluate("self.taken") is taken


@pytest.mark.parametrize(("right", "distance"), [(100, 100), (0, 8)])
def test_it_is_below_its_opener_and_never_at_the_edge(stage: Stage, right: int, distance: int) -> None:
    stage.draw({"right": right})
    stage.page.locator(".opener").click()
    stage.settle()
    place = """() => {
      const { top, right } = document.querySelector(".drop").style;
      const { bottom } = document.querySelector(".opener").getBoundingClientRect();
      return [Math.round(parseFloat(top) - bottom), parseFloat(right)];
    }"""
    assert stage.page.evaluate(place) == [10, distance]
