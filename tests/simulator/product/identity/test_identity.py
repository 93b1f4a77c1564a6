"""The script of the identity pages: the button that waits, what is sent, and which page comes next."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

import deskproof.simulator.product.identity as identity
from tests.conftest import PATIENCE_MILLISECONDS

ORIGIN = "http://id.localhost"
SCRIPT = "/static/identity.js"
PAGE = f"""<!doctype html>
<script src="{SCRIPT}" defer></script>
<p class="problem">A problem</p><p class="notice">A notice</p>
<form method="post" data-step id="application">
  <input name="user" required> <a href="#application" data-sends>Go on</a>
</form>
<form method="post" data-step id="typed">
  <label>Email<input name="email" required></label> <label>Code<input name="code" required></label>
  <button class="primary" name="by" value="button">Continue</button>
</form>
<form method="post" data-step action="/recover"><button class="link">Send again</button></form>
<form method="post" action="/language"><button name="language" value="sv">Svenska</button></form>
<form method="post" action="/optional"><input name="more"><button class="primary">Skip</button></form>
"""
"""Forms as the pages have them, at any address of this site; that of an application has a link for a button."""


class Site:
    """What a page meets that is sent with the script; `sent` are the forms with the way that they came."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, dict[str, list[str]]]] = []
        self.reply: Callable[[Route], None] = self.leads_to("/password")

    def leads_to(self, location: str) -> Callable[[Route], None]:
        return lambda route: route.fulfill(
            body=json.dumps({"location": location}), content_type="application/json; charset=utf-8"
        )

    def answer(self, route: Route) -> None:
        request, path = route.request, urlsplit(route.request.url).path
        if path == SCRIPT:
            route.fulfill(path=Path(identity.__file__).parent / SCRIPT.lstrip("/"))
        elif request.method == "GET":
            route.fulfill(body=PAGE, content_type="text/html")
        else:
            by_script = request.headers["accept"] == "application/json"
            self.sent.append(("script" if by_script else "page", path, parse_qs(request.post_data or "")))
            if by_script:
                self.reply(route)
            else:
                route.fulfill(body="<h1>Sent by the page</h1>", content_type="text/html")


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE_MILLISECONDS)
    page.route("http://*.localhost/**", site.answer)
    page.goto(f"{ORIGIN}/sign-in?tx=1")
    yield page
    page.close()


def fill(page: Page) -> None:
    page.get_by_label("Email").fill("ada@example.com")
    page.get_by_label("Code").fill("123456")


TYPED = {"email": ["ada@example.com"], "code": ["123456"]}


def test_the_main_button_waits_until_every_field_has_text(page: Page) -> None:
    button = page.get_by_role("button", name="Continue")
    expect(button).to_be_disabled()
    page.get_by_label("Email").fill("ada@example.com")
    page.get_by_label("Code").fill(" ")
    expect(button).to_be_disabled()
    page.get_by_label("Code").fill("1")
    expect(button).to_be_enabled()
    page.get_by_label("Email").fill("")
    expect(button).to_be_disabled()


@pytest.mark.parametrize("name", ["Send again", "Svenska", "Skip"])
def test_a_button_that_needs_no_text_does_not_wait(page: Page, name: str) -> None:
    expect(page.get_by_role("button", name=name)).to_be_enabled()


def test_the_main_button_counts_what_the_browser_has_filled_in(page: Page) -> None:
    page.evaluate("""() => {
      for (const field of document.querySelectorAll("#typed input")) field.value = "restored";
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false }));
    }""")
    expect(page.get_by_role("button", name="Continue")).to_be_enabled()
    assert page.evaluate("() => document.querySelector('#typed input').value") == "restored"


def test_a_page_that_the_browser_kept_is_loaded_again(page: Page) -> None:
    with page.expect_navigation(wait_until="load"):
        page.evaluate("() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }")
    assert page.url == f"{ORIGIN}/sign-in?tx=1"


def test_nothing_can_be_typed_or_sent_while_the_answer_is_on_its_way(page: Page, site: Site) -> None:
    waiting: list[Route] = []
    site.reply = waiting.append
    fill(page)
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("input:enabled, button:enabled")).to_have_count(0)
    expect(page.locator(".problem, .notice")).to_have_count(0)
    assert site.sent == [("script", "/sign-in", {**TYPED, "by": ["button"]})]
    with page.expect_navigation(url=f"{ORIGIN}/password"):
        site.leads_to("/password")(waiting[0])


@pytest.mark.parametrize("way", ["link", "other form", "plain form"])
def test_each_form_is_sent_in_its_way(page: Page, site: Site, way: str) -> None:
    with page.expect_navigation():
        match way:
            case "link":
                page.locator("[name=user]").fill("ada@example.com")
                page.get_by_role("link", name="Go on").click()
            case "other form":
                page.get_by_role("button", name="Send again").click()
            case _:
                page.get_by_role("button", name="Svenska").click()
    assert site.sent == [
        {
            "link": ("script", "/sign-in", {"user": ["ada@example.com"]}),
            "other form": ("script", "/recover", {}),
            "plain form": ("page", "/language", {"language": ["sv"]}),
        }[way]
    ]


@pytest.mark.parametrize(
    ("location", "visited"),
    [
        ("/sign-in?tx=1&again", 0),
        ("/password?tx=1", 1),
        (f"{ORIGIN}/sign-in", 0),
        ("http://t-0001.localhost/sign-in", 1),
    ],
)
def test_only_another_page_is_one_more_to_go_back(page: Page, site: Site, location: str, visited: int) -> None:
    site.reply = site.leads_to(location)
    before = page.evaluate("history.length")
    fill(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()
    assert page.url == (location if location.startswith("http") else f"{ORIGIN}{location}")
    assert page.evaluate("history.length") - before == visited


@pytest.mark.parametrize(
    "reply",
    [
        lambda route: route.fulfill(status=503, body="{}", content_type="application/json"),
        lambda route: route.fulfill(body="<h1>Something else</h1>", content_type="text/html"),
        lambda route: route.fulfill(body="{}", headers={}),
        lambda route: route.abort(),
    ],
    ids=["an error", "a page", "an answer of no type", "no answer"],
)
def test_what_does_not_lead_on_is_sent_by_the_page_which_shows_what_is_wrong(
    page: Page, site: Site, reply: Callable[[Route], None]
) -> None:
    site.reply = reply
    fill(page)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading")).to_have_text("Sent by the page")
    assert [(way, path, sent["email"]) for way, path, sent in site.sent] == [
        ("script", "/sign-in", ["ada@example.com"]), ("page", "/sign-in", ["ada@example.com"]),
    ]  # fmt: skip
