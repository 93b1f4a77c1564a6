"""The focus of somebody who works by keyboard survives what the page draws."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from deskproof.simulator.server import Server
from tests.conftest import PATIENCE_MILLISECONDS

CONTENT = """async () => {
  const { keepFocus } = await import("/desktop/browser/focus.js");
  document.body.innerHTML = `<div id="desk"><main id="page" tabindex="-1">
    <section><button>Hold</button><button>End</button></section>
    <section id="part" tabindex="-1"><div tabindex="0"><button>Next</button></div></section></main>
    <div id="ringing"><button>Accept</button></div></div>`;
  keepFocus(document.getElementById("desk"));
}"""


@pytest.fixture
def page(blank_page: Page) -> Page:
    blank_page.evaluate(CONTENT)
    return blank_page


def press(page: Page, name: str, *, then: str) -> None:
    """Press the button by keyboard; then the page changes `button` like this."""
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")
    page.evaluate(
        f"(name) => {{ const button = [...document.querySelectorAll('button')].find({NAMED}); {then} }}", name
    )


NAMED = "({ textContent }) => textContent === name"
NEXT_FRAME = "() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))"
"""The browser takes the focus from a disabled button when it draws."""


def test_a_button_that_was_disabled_meanwhile_has_the_focus_again(page: Page) -> None:
    hold = page.get_by_role("button", name="Hold")
    press(page, "Hold", then="button.disabled = true")
    page.evaluate(NEXT_FRAME)
    expect(hold).not_to_be_focused()
    page.evaluate("document.querySelector('button').disabled = false")
    expect(hold).to_be_focused()


@pytest.mark.parametrize("name", ["End", "Accept"])
def test_where_a_button_is_gone_the_page_has_the_focus(page: Page, name: str) -> None:
    press(page, name, then="button.remove()")
    expect(page.locator("#page")).to_be_focused()


def test_where_a_button_is_gone_the_part_of_the_page_around_it_has_the_focus(page: Page) -> None:
    press(page, "Next", then="button.remove()")
    expect(page.locator("#part")).to_be_focused()


def test_what_took_the_focus_keeps_it(page: Page) -> None:
    press(page, "End", then="document.querySelector('button').focus(); button.remove()")
    expect(page.get_by_role("button", name="Hold")).to_be_focused()


def test_what_has_the_focus_beside_the_desk_keeps_it_whatever_the_desk_draws(page: Page) -> None:
    page.get_by_role("button", name="Hold").focus()
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<button>Dismiss</button>')")
    page.get_by_role("button", name="Dismiss").focus()
    page.evaluate("document.querySelector('#ringing').remove()")
    page.evaluate(NEXT_FRAME)
    expect(page.get_by_role("button", name="Dismiss")).to_be_focused()


def test_who_clicked_elsewhere_has_left_the_button(page: Page) -> None:
    page.get_by_role("button", name="Accept").focus()
    page.mouse.click(600, 600)
    page.evaluate("document.querySelector('#ringing').remove()")
    page.evaluate(NEXT_FRAME)
    expect(page.locator(":focus")).to_have_count(0)


def test_a_call_is_handled_by_keyboard_without_beginning_again_at_the_top(simulator: Server, browser: Browser) -> None:
    with simulator.control() as control:
        tenant = control.create_tenant()
        ada = tenant.people["ada"]
        page = browser.new_page()
        page.set_default_timeout(PATIENCE_MILLISECONDS)
        page.goto(tenant.desktop_url)
        for label, value in (("Email address", ada.email), ("Password", ada.password)):
            page.get_by_label(label).fill(value)
            page.get_by_role("button", name="Sign In").click()
        page.get_by_role("textbox", name="Dial Number").fill("2015550123")
        page.get_by_role("combobox", name="Team").fill("Support")
        page.get_by_role("option", name="Support").click()
        page.get_by_role("button", name="Submit").click()
        page.get_by_role("button", name="Idle").click()
        page.get_by_role("menuitemradio", name="Available").click()
        tenant.customer_calls(queue="support", number="+46701740605")
        tenant.wait_for("ConversationOffered", agent="ada")
        tenant.answer_phone("+12015550123")
        for name, then in (("Hold", "Resume"), ("Resume", "Hold")):
            page.get_by_role("button", name=name, exact=True).focus()
            page.keyboard.press("Enter")
            expect(page.get_by_role("button", name=then, exact=True)).to_be_focused()
        page.get_by_role("button", name="End", exact=True).focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Submit Wrap Up")).to_be_visible()
        expect(page.locator("#page")).to_be_focused()
        page.close()
        tenant.close()
