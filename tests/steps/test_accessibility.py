"""axe-core in real pages: what it finds, what counts as a new state, and pages it leaves alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, Playwright, Route, sync_playwright

from reports.record import Violation
from steps import accessibility
from steps.accessibility import Accessibility, complaint
from steps.browser import ensure, launch_options
from steps.own_browser import OwnBrowser

GOOD = '<!doctype html><html lang="en"><title>Desk</title><main><h1>Desk</h1>{}</main></html>'
NAMELESS = "<button></button>"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"
ADDRESS = "http://desk.localhost/"

Shown = Callable[..., Page]


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    started = playwright.chromium.launch(**launch_options(ensure("shell")))
    yield started
    started.close()


@pytest.fixture
def show(browser: Browser) -> Iterator[Shown]:
    """Shows a page with this inside its main, under a strict policy."""
    context = browser.new_context()

    def shown(inside: str, path: str = "") -> Page:
        def answer(route: Route) -> None:
            headers = {"content-type": "text/html", "content-security-policy": POLICY}
            route.fulfill(body=GOOD.format(inside), headers=headers)

        page = context.new_page()
        page.route("**/*", answer)
        page.goto(ADDRESS + path)
        return page

    yield shown
    context.close()


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The worlds in which axe ran, in order."""
    worlds: list[int] = []
    look = accessibility._look

    def counted(session: object, world: int) -> tuple[Violation, ...] | None:
        worlds.append(world)
        return look(session, world)  # type: ignore[arg-type] # the session is passed through as it came

    monkeypatch.setattr(accessibility, "_look", counted)
    return worlds


def test_a_sound_page_has_no_violations(show: Shown) -> None:
    assert Accessibility().look(show("<p>Ada</p>"), "Ada") == ()


def test_what_is_wrong_is_found_under_a_strict_policy(show: Shown) -> None:
    page = show(NAMELESS)
    found = Accessibility().look(page, "Ada")
    assert found is not None
    assert [(one.rule, one.targets, one.actor) for one in found] == [("button-name", ("button",), "Ada")]
    assert page.evaluate("typeof axe") == "undefined"


@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        ("<p>Ada</p>", "<p>Bo</p>", ""),
        ("<ul><li>Support</li></ul>", "<ul><li>Support</li><li>Sales</li></ul>", ""),
        ('<input id="a-1" aria-label="Number">', '<input id="a-2" aria-label="Nummer">', ""),
    ],
)
def test_other_words_are_the_same_state(show: Shown, looked_at: list[int], before: str, after: str, path: str) -> None:
    eyes = Accessibility()
    assert eyes.look(show(before), "Ada") == eyes.look(show(after, path), "Bo") == ()
    assert len(looked_at) == 1


@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        ("<p>Ada</p>", '<p class="soft">Ada</p>', ""),
        ("<p>Ada</p>", "<p>Ada</p><p hidden>Bo</p>", ""),
        ('<input type="checkbox" aria-label="A">', '<input type="checkbox" aria-label="A" checked>', ""),
        ('<button aria-label="A"></button>', '<button aria-label=""></button>', ""),
        ("<p>Ada</p>", "<p>Ada</p>", "task"),
    ],
)
def test_another_state_is_looked_at_anew(show: Shown, looked_at: list[int], before: str, after: str, path: str) -> None:
    eyes = Accessibility()
    eyes.look(show(before), "Ada")
    eyes.look(show(after, path), "Ada")
    assert len(looked_at) == 2


def test_what_was_found_in_a_state_is_told_again(show: Shown, looked_at: list[int]) -> None:
    eyes = Accessibility()
    first, again = eyes.look(show(NAMELESS), "Ada"), eyes.look(show(NAMELESS), "Bo")
    assert first
    assert again == tuple(replace(one, actor="Bo") for one in first)
    assert len(looked_at) == 1


def test_a_page_that_is_not_the_products_is_left_alone(browser: Browser) -> None:
    page = browser.new_page()
    assert Accessibility().look(page, "Ada") is None
    page.close()
    assert Accessibility().look(page, "Ada") is None


def test_a_page_whose_document_has_not_begun_to_come_is_not_looked_at(show: Shown) -> None:
    page = show("<p>Ada</p>")
    page.evaluate("document.documentElement.remove()")
    assert Accessibility().look(page, "Ada") is None


def test_a_complaint_names_page_rule_element_and_help() -> None:
    found = Violation(
        rule="button-name", impact="critical", help="Buttons must have text", actor="Ada", targets=("#a",)
    )
    assert complaint(found) == "Ada's page breaks the accessibility rule button-name at #a: Buttons must have text."
    both = replace(found, actor="", targets=("#a", "#b"))
    assert complaint(both).startswith("A page breaks the accessibility rule button-name at #a and 1 more:")


def test_a_hidden_tab_with_an_animation_that_stands_still_is_not_waited_for(playwright: Playwright) -> None:
    own = OwnBrowser(playwright, ensure("full"), languages="en-US", size=(1280, 900), flags=())
    moving = own.context.pages[0]
    moving.route("**/*", lambda route: route.fulfill(body=GOOD.format(""), content_type="text/html"))
    moving.goto(ADDRESS)
    moving.evaluate("() => void document.body.animate({ opacity: [0, 1] }, 3_600_000)")
    own.context.new_page()
    moving.wait_for_function("() => document.hidden", polling=100)
    assert Accessibility().look(moving, "Ada") is None
    moving.evaluate("() => document.getAnimations().forEach((one) => one.finish())")
    assert Accessibility().look(moving, "Ada") == ()
    own.close()
