"""A custom element of a layout by itself: when it is created, what it is given, and what is shown in its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.simulator.desktop.conftest import scripts

SCRIPT = "http://widgets.example.com/clock.js"
PREPARE = """async (script) => {
  await import("/desktop/views/desk/layout-element.js");
  self.lit = await import("/desktop/vendor/lit-3.3.3.js");
  self.loads = [];
  self.load = async (address) => { loads.push(address); };
  self.shown = Object.assign(document.createElement("layout-element"), {
    widget: { comp: "team-clock", script },
    text: (key, { name, comp, script, message }) => `${key}: ${name}, ${comp}, ${script}, “${message}”`,
    load: (address) => self.load(address),
  });
  self.draw = (given) => { document.body.append(Object.assign(shown, given)); };
  self.define = (body = "") => customElements.define("team-clock", eval(`(class extends HTMLElement { ${body} })`));
  self.tell = (message, filename) => { dispatchEvent(new ErrorEvent("error", { message, filename })); };
  self.reject = (reason) => {
    dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise: Promise.resolve(), reason }));
  };
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with an element of a layout, `shown`, that is not yet in it."""
    with scripts(browser) as page:
        page.evaluate(PREPARE, SCRIPT)
        yield page


def is_told(page: Page, problem: str, message: str = "", *, name: str = "team-clock") -> None:
    """The problem is shown in place of the element."""
    expect(page.get_by_role("alert")).to_have_text(f"widget.{problem}: {name}, team-clock, {SCRIPT}, “{message}”")
    expect(page.locator("team-clock")).to_have_count(0)


def draw(page: Page, body: str = "", **given: Any) -> None:
    """Define the element with this body, and draw it."""
    page.evaluate("([body, given]) => { define(body); draw(given); }", [body, given])
    expect(page.locator("team-clock")).to_be_attached()


def test_its_script_is_loaded_once_and_the_element_stays_the_same(page: Page) -> None:
    draw(page)
    page.evaluate("() => { self.first = document.querySelector('team-clock'); shown.remove(); draw({}); }")
    page.evaluate("() => shown.updateComplete")
    assert page.evaluate("() => [loads, first === document.querySelector('team-clock')]") == [[SCRIPT], True]


def test_an_element_without_a_script_of_its_own_is_loaded_with_none(page: Page) -> None:
    draw(page, widget={"comp": "team-clock"})
    assert page.evaluate("() => loads") == [""]


def test_nothing_is_shown_until_its_script_is_loaded(page: Page) -> None:
    page.evaluate("() => { self.load = () => new Promise((resolve) => { self.arrive = resolve; }); define(); }")
    page.evaluate("() => { draw({ given: { zone: 'UTC' } }); return shown.updateComplete; }")
    assert page.evaluate("() => shown.textContent") == ""
    page.evaluate("() => arrive()")
    expect(page.locator("team-clock")).to_have_attribute("zone", "UTC")


def test_an_element_that_is_defined_late_takes_the_place_of_the_message(page: Page) -> None:
    page.evaluate("() => draw({})")
    is_told(page, "notDefined")
    page.evaluate("() => define('connectedCallback() { this.textContent = `12:00`; }')")
    expect(page.locator("layout-element")).to_have_text("12:00")
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        ("{ why: 'notAllowed' }", "notAllowed"),
        ("{ why: 'notLoaded' }", "notLoaded"),
        ("new Error('unheard of')", "notDefined"),
    ],
)
def test_a_script_that_cannot_be_loaded_is_told(page: Page, error: str, problem: str) -> None:
    page.evaluate(f"() => {{ self.load = async () => {{ throw Object.assign(new Error(), {error}); }}; draw({{}}); }}")
    is_told(page, problem)


def test_its_title_names_it(page: Page) -> None:
    page.evaluate(
        "(widget) => draw({ widget })", {"comp": "team-clock", "script": SCRIPT, "wrapper": {"title": "Time"}}
    )
    is_told(page, "notDefined", name="Time")


def test_what_is_told_follows_the_language_and_the_layout(page: Page) -> None:
    page.evaluate("() => draw({})")
    is_told(page, "notDefined")
    page.evaluate("() => { shown.text = (key, { name }) => `Trasig: ${name}`; }")
    expect(page.get_by_role("alert")).to_have_text("Trasig: team-clock")
    page.evaluate("() => { shown.widget = { ...shown.widget, wrapper: { title: 'Klocka' } }; }")
    expect(page.get_by_role("alert")).to_have_text("Trasig: Klocka")


def test_attributes_are_words_and_absent_where_there_is_no_value(page: Page) -> None:
    draw(page, given={"zone": "UTC", "hours": 24, "seconds": True, "alarm": False, "date": None})
    clock = page.locator("team-clock")

    def attributes() -> Any:
        return clock.evaluate(
            "({ attributes }) => Object.fromEntries([...attributes].map((one) => [one.name, one.value]))"
        )

    assert attributes() == {"zone": "UTC", "hours": "24", "seconds": ""}
    page.evaluate("() => { shown.given = { zone: undefined, hours: null, seconds: false, alarm: true }; }")
    expect(clock).to_have_attribute("alarm", "")
    assert attributes() == {"alarm": ""}


def test_a_property_is_set_when_it_changes(page: Page) -> None:
    setter = "set zone(value) { (self.zones ??= []).push(value); this.kept = value; } get zone() { return this.kept; }"
    draw(page, setter, values={"zone": "UTC", "hours": 12})
    page.evaluate("() => { shown.values = { zone: 'UTC', hours: 24 }; return shown.updateComplete; }")
    page.evaluate("() => { shown.values = { zone: 'CET', hours: 24 }; return shown.updateComplete; }")
    assert page.evaluate("() => [zones, document.querySelector('team-clock').hours]") == [["UTC", "CET"], 24]


def test_what_the_layout_has_inside_of_it_is_drawn_in_it(page: Page) -> None:
    page.evaluate("() => { define(); draw({ content: lit.html`<p>Stockholm</p>` }); }")
    clock = page.locator("team-clock")
    expect(clock).to_have_text("Stockholm")
    page.evaluate("() => { shown.content = lit.html`<p>London</p>`; }")
    expect(clock).to_have_text("London")


def test_where_the_layout_has_nothing_inside_the_element_keeps_its_own(page: Page) -> None:
    draw(page, "connectedCallback() { this.innerHTML = '<p>12:00</p>'; }")
    page.evaluate("() => { shown.given = { zone: 'UTC' }; return shown.updateComplete; }")
    expect(page.locator("team-clock")).to_have_text("12:00")


@pytest.mark.parametrize(
    "body",
    [
        "constructor() { super(); throw new Error('no time'); }",
        "connectedCallback() { throw new Error('no time'); }",
        "set zone(value) { throw new Error('no time'); }",
        "set zone(value) { throw 'no time'; }",
    ],
)
def test_what_it_throws_is_told(page: Page, body: str) -> None:
    page.evaluate("(body) => { define(body); draw({ values: { zone: 'UTC' } }); }", body)
    expect(page.get_by_role("alert")).to_contain_text("widget.threw: team-clock")
    expect(page.get_by_role("alert")).to_contain_text("no time")
    expect(page.locator("team-clock")).to_have_count(0)


@pytest.mark.parametrize(
    "throw",
    [
        f"tell('no time', '{SCRIPT}')",
        f"reject({{ message: 'no time', stack: 'Error: no time at {SCRIPT}:1:1' }})",
    ],
)
def test_what_its_script_throws_later_is_told(page: Page, throw: str) -> None:
    draw(page)
    page.evaluate(f"() => {{ {throw}; tell('no date', '{SCRIPT}'); }}")
    is_told(page, "threw", "no time")


@pytest.mark.parametrize(
    "throw",
    [
        "tell('no time', 'http://widgets.example.com/other.js')",
        "reject({ message: 'no time', stack: 'Error: no time at http://widgets.example.com/other.js:1:1' })",
        "reject({ message: 'no time' })",
        "reject(undefined)",
    ],
)
def test_what_others_throw_is_not_its_own(page: Page, throw: str) -> None:
    draw(page)
    page.evaluate(f"() => {{ {throw}; return shown.updateComplete; }}")
    expect(page.locator("team-clock")).to_be_attached()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_an_element_without_a_script_is_not_blamed_for_what_others_throw(page: Page) -> None:
    draw(page, widget={"comp": "team-clock"})
    page.evaluate("() => { reject({ message: 'no time', stack: 'undefined' }); return shown.updateComplete; }")
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("throw", [f"tell('no time', '{SCRIPT}')", f"reject({{ message: '', stack: '{SCRIPT}' }})"])
def test_what_is_thrown_after_it_has_left_the_page_is_not_told(page: Page, throw: str) -> None:
    draw(page)
    page.evaluate(f"() => {{ shown.remove(); {throw}; draw({{}}); return shown.updateComplete; }}")
    expect(page.locator("team-clock")).to_be_attached()
    expect(page.get_by_role("alert")).to_have_count(0)
