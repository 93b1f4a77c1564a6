"""A combobox: how it looks in every situation, and what each key and click does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.reports.expected import check_golden
from tests.simulator.desktop.views.stage import Changes, Stage, difference, written

GOLDEN = Path(__file__).parent / "golden"
VIEW = """(_, { state, text, dispatch }, html) => html`
  <div style="position: fixed; top: ${state.top ?? 40}px; inset-inline: 40px auto">
    <searchable-select
      .label=${"Team"}
      .options=${state.options}
      .value=${state.value}
      .problem=${state.problem}
      .placeholder=${"Search teams"}
      .disabled=${state.disabled}
      .required=${state.required}
      .clearable=${state.clearable}
      .text=${text}
      @choose=${({ detail }) => dispatch(detail)}
    ></searchable-select>
  </div>
`"""
TEAMS = [{"value": f"t{number}", "label": f"Team {number}"} for number in range(1, 21)]
BASE = {
    "options": [
        {"value": "t1", "label": "Sales"},
        {"value": "t2", "label": "Support", "detail": "Malmö"},
        {"value": "t3", "label": "Salerno"},
    ],
    "value": "",
    "problem": "",
    "disabled": False,
    "required": False,
    "clearable": False,
}
SITUATIONS: dict[str, Changes] = {
    "nothing chosen": {},
    "chosen": {"value": "t1"},
    "chosen, with a detail": {"value": "t2"},
    "chosen is what is not there": {"value": "t9"},
    "required": {"required": True},
    "a problem": {"problem": "Choose a team."},
    "disabled": {"disabled": True, "clearable": True, "value": "t1"},
    "clearable, and nothing chosen": {"clearable": True},
    "clearable": {"clearable": True, "value": "t1"},
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/shared/combobox.js", VIEW, BASE)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"combobox.{language}.txt", SITUATIONS, language)


def test_what_its_controls_do(stage: Stage) -> None:
    names = ("nothing chosen", "chosen, with a detail", "disabled", "clearable")
    stage.check_controls(GOLDEN / "combobox.controls.txt", {name: SITUATIONS[name] for name in names})


STEPS: dict[str, tuple[Changes, list[str]]] = {
    "down, and down to the end and around": ({}, ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown"]),
    "up, and up from the start and around": ({}, ["ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp"]),
    "down from what is chosen, and taken": ({"value": "t1"}, ["ArrowDown", "ArrowDown", "Enter"]),
    "what is chosen is taken again": ({"value": "t1"}, ["ArrowDown", "Enter"]),
    "typed, down, and taken": ({}, ["type sal", "ArrowDown", "Enter"]),
    "typed, and given up": ({"value": "t2"}, ["type sal", "Escape"]),
    "typed into a field that can be cleared": ({"clearable": True}, ["type sal"]),
    "cleared while typing": ({"clearable": True, "value": "t1"}, ["type sup", "click Clear Team"]),
    "cleared by a tool that leaves the focus in the field": (
        {"clearable": True, "value": "t1"},
        ["type sup", "press Clear Team"],
    ),
    "spaces": ({}, ["type  "]),
    "keys without a meaning while it is closed": ({}, ["PageDown", "PageUp", "Escape", "Home"]),
    "with a modifier": ({}, ["Alt+ArrowDown", "Control+ArrowDown", "Meta+ArrowDown", "Shift+ArrowDown"]),
    "nothing is active": ({}, ["ArrowDown", "Enter", "PageDown", "PageUp"]),
    "a click on the field, and another one": ({}, ["click", "click"]),
    "the chevron, twice": ({"value": "t1"}, ["click Show Team", "click Show Team"]),
    "an option is clicked": ({}, ["click", "option Support"]),
    "the chosen option is clicked": ({"value": "t1"}, ["click", "option Sales"]),
    "left by Tab": ({}, ["ArrowDown", "Tab"]),
}


def take(stage: Stage, step: str) -> None:
    verb, _, rest = step.partition(" ")
    box = stage.page.get_by_role("combobox")
    if verb == "type":
        box.fill(rest)
    elif verb == "option":
        stage.page.get_by_role("option", name=rest).click()
    elif step == "click":
        box.click()
    elif verb == "press":
        stage.page.get_by_role("button", name=rest).dispatch_event("click")
    elif verb == "click":
        stage.page.get_by_role("button", name=rest).click()
    else:
        box.press(step)
    stage.settle()


def test_what_keys_and_clicks_do(stage: Stage) -> None:
    sections = []
    for name, (changes, steps) in STEPS.items():
        stage.draw(changes)
        before = stage.reading()
        for step in steps:
            take(stage, step)
            after = stage.reading()
            calls = [f"chooses {value!r}" for _, value in stage.calls()]
            sections.append((f"{name}: {step}", [*calls, *difference(before, after)]))
            before = after
    check_golden("combobox.steps.txt", written(sections), GOLDEN)


def test_the_field_is_selected_where_it_gets_the_focus(stage: Stage) -> None:
    stage.draw({"value": "t1"})
    stage.page.get_by_role("combobox").focus()
    assert stage.page.evaluate("getSelection().toString()") == "Sales"


def test_other_options_are_searched_for_what_is_typed(stage: Stage) -> None:
    stage.draw()
    take(stage, "type t")
    stage.draw({"options": [{"value": "t7", "label": "Tampere"}, {"value": "t8", "label": "Other"}]}, again=True)
    expect(stage.page.get_by_role("option")).to_have_text(["Tampere", "Other"], use_inner_text=True)
    expect(stage.page.locator("[role=option].active")).to_have_count(1)
    stage.page.get_by_role("combobox").press("Enter")
    assert stage.calls() == [["dispatch", "t7"]]


def test_another_search_is_used_for_what_is_typed(stage: Stage) -> None:
    stage.draw()
    take(stage, "type sal")
    stage.page.evaluate("void (document.querySelector('searchable-select').search = (_, options) => [options[1]])")
    stage.settle()
    expect(stage.page.get_by_role("option")).to_have_text(["Support Malmö"])
    stage.page.evaluate("void (document.querySelector('searchable-select').search = () => null)")
    stage.settle()
    expect(stage.page.get_by_role("option")).to_have_count(3)
    expect(stage.page.locator("[role=option].active")).to_have_count(0)
    assert stage.page.locator("searchable-select [role=status]").text_content() == ""


PLACE = """() => {
  const [list, field] = [".list", ".field"].map((name) => document.querySelector(name).getBoundingClientRect());
  const { maxHeight } = document.querySelector(".list ul").style;
  return {
    below: Math.round(list.top - field.bottom),
    above: Math.round(field.top - list.bottom),
    left: Math.round(list.left - field.left),
    wider: Math.round(list.width - field.width),
    room: { below: Math.round(innerHeight - field.bottom - 16), above: Math.round(field.top - 16) },
    most: Math.round(parseFloat(maxHeight)),
  };
}"""


@pytest.mark.parametrize(
    ("top", "upwards", "room"),
    [(40, False, None), (420, False, "below"), (460, True, None), (600, True, None), (640, True, None)],
)
def test_the_list_is_where_there_is_room(stage: Stage, top: int, upwards: bool, room: str | None) -> None:
    stage.draw({"top": top, "options": TEAMS})
    take(stage, "click")
    place = stage.page.evaluate(PLACE)
    assert (place["left"], place["wider"]) == (0, 0)
    assert place["above" if upwards else "below"] == 4
    assert place["most"] == (place["room"][room] if room else 320)


def test_in_a_low_window_the_list_is_below_where_there_is_more_room(stage: Stage) -> None:
    stage.page.set_viewport_size({"width": 1280, "height": 300})
    stage.draw({"top": 60, "options": TEAMS})
    take(stage, "click")
    place = stage.page.evaluate(PLACE)
    stage.page.set_viewport_size({"width": 1280, "height": 720})
    assert (place["below"], place["most"]) == (4, place["room"]["below"])


@pytest.mark.parametrize(
    "move",
    [
        lambda page: page.set_viewport_size({"width": 1280, "height": 700}),
        lambda page: page.evaluate("document.querySelector('#stage > div').dispatchEvent(new Event('scroll'))"),
    ],
    ids=["resize", "scroll"],
)
def test_the_list_follows_its_field_while_it_is_open(stage: Stage, move: Callable[[Page], None]) -> None:
    note = """() => {
      const box = document.querySelector("searchable-select");
      self.placed = 0;
      const { place } = box;
      box.place = () => { self.placed += 1; place.call(box); };
    }"""
    stage.draw({"options": TEAMS})
    stage.page.evaluate(note)
    take(stage, "click")
    stage.page.evaluate("self.placed = 0")
    move(stage.page)
    stage.page.wait_for_function("self.placed > 0")
    take(stage, "Escape")
    stage.page.evaluate("self.placed = 0")
    stage.page.set_viewport_size({"width": 1280, "height": 720})
    stage.page.evaluate("dispatchEvent(new Event('resize'))")
    stage.page.evaluate("document.querySelector('#stage > div').dispatchEvent(new Event('scroll'))")
    assert stage.page.evaluate("self.placed") == 0


def test_a_removed_one_follows_nothing(stage: Stage) -> None:
    stage.draw({"options": TEAMS})
    take(stage, "click")
    stage.page.evaluate("document.querySelector('searchable-select').remove()")
    stage.page.evaluate("dispatchEvent(new Event('resize'))")
    stage.settle()
    assert stage.errors == []


def test_what_is_active_is_scrolled_to(stage: Stage) -> None:
    stage.draw({"options": TEAMS})
    take(stage, "ArrowUp")
    take(stage, "ArrowUp")
    expect(stage.page.get_by_role("option", name="Team 20")).to_be_in_viewport(ratio=1)


def test_without_anything_given_it_is_empty(stage: Stage) -> None:
    """Its own words are the keys of the texts."""
    bare = Stage(stage.page, stage.module, "(_, __, html) => html`<searchable-select></searchable-select>`", {})
    bare.draw()
    before = bare.reading()
    take(bare, "click")
    sections = [("bare", before), ("open", difference(before, bare.reading()))]
    check_golden("combobox.bare.txt", written(sections), GOLDEN)
    keys = "[...document.querySelectorAll('searchable-select')].map(({ key }) => key)"
    assert all(re.fullmatch(r"combobox-[1-9]\d*", key) for key in bare.page.evaluate(keys))
