"""The list of a combobox stands at its field, wherever that goes; and nothing unseen adds to what can be scrolled."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, sync_playwright

from simulator.desktop.routes import STATIC
from steps.browser import find, launch_options

ORIGIN = "http://desktop.localhost"
PAGE = """<!doctype html>
<link rel="stylesheet" href="/desktop/style.css">
<style>dialog[open] { animation-duration: 3600s }</style>
<dialog class="station"><form style="padding: 1rem"></form><p class="unseen" role="status"></p></dialog>
"""


@pytest.fixture
def page() -> Iterator[Page]:
    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(f"{ORIGIN}/desktop/")
        if name == "page":
            route.fulfill(body=PAGE, content_type="text/html")
        else:
            route.fulfill(path=STATIC / name)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(find("shell")))
        page = browser.new_page()
        page.route(f"{ORIGIN}/**", answer)
        page.goto(f"{ORIGIN}/desktop/page")
        yield page
        browser.close()


def test_the_list_follows_a_field_that_rises_with_its_dialog(page: Page) -> None:
    page.evaluate(
        """async () => {
          await import("/desktop/combobox.js");
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
