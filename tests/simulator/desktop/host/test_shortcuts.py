"""Shortcut keys of custom elements: who has a combination, who waits for it, and what a press does."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

BENCH = """async ([script]) => {
  const { Shortcuts } = await import("/desktop/host/shortcuts.js");
  const keyboard = new EventTarget();
  const keys = new Shortcuts(keyboard).service();
  const log = [];
  const listenKeyPress = ({ data }) => log.push(["own", data.action]);
  const key = (widgetElement, action, modifierKeys, key) =>
    ({ widgetElement, group: "g", action, modifierKeys, key, listenKeyPress });
  keys.event.listenKeyPress(({ type, data, keyboardEvent }) => log.push([type, data.action, keyboardEvent.key]));
  keys.event.listenKeyConflict(({ type, data }) => log.push([type, data.widgetElement]));
  keys.event.listenConflictResolved(() => log.push(["resolved"]));
  const press = (key, held = {}) => keyboard.dispatchEvent(new KeyboardEvent("keyup", { key, ...held }));
  (0, eval)(script)({ keys, key, press, log });
  const had = [...keys.getRegisteredKeys()];
  return [log, had.map(([combination, { widgetElement }]) => `${combination} ${widgetElement}`)];
}"""


def play(page: Page, script: str) -> Any:
    return page.evaluate(BENCH, [f"({{ keys, key, press, log }}) => {{ {script} }}"])


@pytest.mark.parametrize("modifiers", ["ctrl+shift", "Shift+Ctrl", "ctrlKey,shiftKey", "CTRL_SHIFT"])
def test_a_combination_is_pressed_however_its_modifiers_are_written(blank_page: Page, modifiers: str) -> None:
    script = f"""keys.register([key("a", "note", "{modifiers}", "y")]);
      press("Y", {{ ctrlKey: true, shiftKey: true }}); press("y", {{ ctrlKey: true }}); press("y");"""
    assert play(blank_page, script) == [[["execute", "note", "Y"], ["own", "note"]], ["ctrl+shift+y a"]]


@pytest.mark.parametrize(
    ("modifier", "held"), [("SHIFT", "shiftKey"), ("CTRL", "ctrlKey"), ("ALT", "altKey"), ("meta", "metaKey")]
)
def test_each_modifier_is_known(blank_page: Page, modifier: str, held: str) -> None:
    given = f"keys.MODIFIERS.{modifier}" if modifier.isupper() else f'"{modifier}"'
    script = f"""keys.register([key("a", "note", {given}, "1")]); press("1", {{ {held}: true }}); press("1");"""
    assert play(blank_page, script)[0] == [["execute", "note", "1"], ["own", "note"]]


def test_a_key_without_modifiers_and_without_a_listener_of_its_own(blank_page: Page) -> None:
    script = 'keys.register([{ widgetElement: "a", action: "note", key: "F8" }]); press("F8"); press("F9");'
    assert play(blank_page, script) == [[["execute", "note", "F8"]], ["f8 a"]]


def test_the_first_has_the_combination_until_it_is_gone(blank_page: Page) -> None:
    script = """keys.register([key("a", "one", "alt", "q")]); keys.register([key("b", "two", "alt", "q")]);
      press("q", { altKey: true }); keys.unregisterKeys("a"); press("q", { altKey: true });"""
    log, left = play(blank_page, script)
    first, second = [["execute", "one", "q"], ["own", "one"]], [["execute", "two", "q"], ["own", "two"]]
    assert log == [["conflict", "b"], *first, ["resolved"], *second]
    assert left == ["alt+q b"]


def test_an_element_that_registers_again_is_no_conflict(blank_page: Page) -> None:
    script = """keys.register([key("a", "one", "alt", "q")]); keys.register([key("a", "one", "alt", "q")]);
      press("q", { altKey: true }); keys.unregisterKeys("a"); press("q", { altKey: true });"""
    assert play(blank_page, script) == [[["execute", "one", "q"], ["own", "one"]], []]


def test_the_desktop_has_no_shortcuts_of_its_own(blank_page: Page) -> None:
    script = "log.push(keys.DEFAULT_SHORTCUT_KEYS, keys.REGISTERED_KEYS);"
    assert play(blank_page, script) == [[{}, {}], []]
