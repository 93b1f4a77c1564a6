"""What is drawn until the desktop is open, and when it cannot be: by `boot.js` alone, whatever the modules do."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from deskproof.simulator.desktop.files import STATIC
from tests.reports.expected import check_golden
from tests.simulator.desktop.conftest import NOW, ORIGIN
from tests.simulator.desktop.views.stage import difference, written

GOLDEN = Path(__file__).parent / "golden"
BOOT = "/desktop/boot.js"
STAGES = ("files", "service", "identity", "connection", "configuration", "session")
KINDS = ("NETWORK", "SOCKET", "unreachable", "storage", "access_denied", "file", "script", "UNHEARD_OF")
FAILURE = {"cause": "Error 500", "trackingId": "desk_1", "at": "2026-01-15T09:00:00.000Z", "address": f"{ORIGIN}/"}

Answer = Callable[[Route], None]


@contextmanager
def loading(
    browser: Browser, *, locale: str = "en-GB", files: dict[str, Answer] | None = None, before: str = ""
) -> Iterator[Page]:
    """The page of the desktop, whose own script does nothing; `before` runs ahead of everything in it."""
    context = browser.new_context(locale=locale)
    page = context.new_page()
    if before:
        page.add_init_script(before)
    answers: dict[str, Answer] = {"desk.js": text(""), "desk.css": text(""), "nothing.png": gone, **(files or {})}

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(f"{ORIGIN}/desktop/")
        if name in answers:
            answers[name](route)
        else:
            route.fulfill(path=STATIC / name)

    page.route(f"{ORIGIN}/**", lambda route: route.fulfill(path=STATIC / "index.html"))
    page.route(f"{ORIGIN}/desktop/**", answer)
    page.clock.set_fixed_time(NOW)
    page.goto(f"{ORIGIN}/pages/home?code=secret", wait_until="commit" if files else "load")
    yield page
    context.close()


def text(body: str) -> Answer:
    def answer(route: Route) -> None:
        kind = "text/css" if route.request.url.endswith(".css") else "text/javascript"
        route.fulfill(body=body, content_type=kind)

    return answer


def gone(route: Route) -> None:
    route.fulfill(status=404, body="")


def tell(page: Page, name: str, detail: object = None) -> None:
    """What the modules tell this script."""
    page.evaluate("([name, detail]) => document.dispatchEvent(new CustomEvent(name, { detail }))", [name, detail])


def reading(page: Page) -> list[str]:
    details = page.evaluate(
        """() => {
          const { lang, dataset } = document.documentElement;
          const place = document.getElementById("boot");
          const shown = [...place.querySelectorAll("[class], [lang], progress, code")].map((element) => {
            const { localName, className, lang, value, max } = element;
            return [localName, className, lang, ...(localName === "progress" ? [`${value} of ${max}`] : [])];
          });
          const whole = [`title ${document.title}`, `language ${lang}`, `${JSON.stringify({ ...dataset })}`];
          return [...whole, `hidden ${place.hidden}`, ...shown.map((parts) => parts.filter(Boolean).join(" "))];
        }"""
    )
    spoken = page.locator("body").aria_snapshot()
    return [*re.sub(r"desk_[0-9a-f-]{36}", "desk_…", spoken).splitlines(), *details]


@pytest.mark.parametrize("locale", ["en-GB", "sv-SE"])
def test_each_stage_is_said_and_moves_the_bar(browser: Browser, locale: str) -> None:
    sections = []
    with loading(browser, locale=locale) as page:
        expect(page.locator("progress")).to_have_js_property("value", 50)
        before: list[str] = []
        for stage in STAGES:
            if stage != "files":
                tell(page, "desk-stage", stage)
            after = reading(page)
            sections.append((stage, difference(before, after) if before else after))
            before = after
        tell(page, "desk-stage", "service")
        expect(page.locator("progress")).to_have_js_property("value", 92)
        tell(page, "desk-open")
        sections.append(("open", reading(page)))
        tell(page, "desk-failed", {**FAILURE, "kind": "NETWORK"})
        assert reading(page) == sections[-1][1]
    check_golden(f"boot.loading.{locale[:2]}.txt", written(sections), GOLDEN)


@pytest.mark.parametrize("locale", ["en-GB", "sv-SE"])
def test_why_the_desktop_could_not_be_loaded(browser: Browser, locale: str) -> None:
    sections = []
    first: list[str] = []
    for kind in KINDS:
        with loading(browser, locale=locale) as page:
            tell(page, "desk-failed", {**FAILURE, "kind": kind})
            after = reading(page)
            tell(page, "desk-failed", {**FAILURE, "kind": "SOCKET", "trackingId": "desk_2"})
            tell(page, "desk-stage", "session")
            assert reading(page) == after
        sections.append((kind, difference(first, after) if first else after))
        first = first or after
    check_golden(f"boot.failure.{locale[:2]}.txt", written(sections), GOLDEN)


FOUND: dict[str, dict[str, Answer]] = {
    "a style that does not arrive": {"desk.css": gone},
    "a script that does not arrive": {"desk.js": gone},
    "a module that does not arrive": {"vendor/lit-3.3.3.js": gone},
    "a script that fails": {"desk.js": text("throw new Error('broken')")},
    "a promise that fails": {"desk.js": text("Promise.reject(new Error('broken'))")},
}


def test_what_goes_wrong_by_itself_is_found(browser: Browser) -> None:
    sections = []
    for name, files in FOUND.items():
        with loading(browser, files=files) as page:
            expect(page.get_by_role("heading", name="could not be loaded")).to_be_visible()
            page.wait_for_load_state()
            sections.append((name, reading(page)))
    check_golden("boot.found.txt", written(sections), GOLDEN)


@pytest.mark.parametrize("first", ["script", "link"])
def test_what_a_script_imports_is_named_before_the_script(browser: Browser, first: str) -> None:
    with loading(browser) as page:
        page.evaluate(
            """(first) => {
              const elements = {
                script: document.querySelector("script[type=module]"),
                link: document.querySelector("link[rel=modulepreload]"),
              };
              const other = first === "script" ? "link" : "script";
              for (const name of [first, other]) elements[name].dispatchEvent(new Event("error"));
            }""",
            first,
        )
        expect(page.get_by_role("definition").filter(has_text="/desktop/vendor/lit-3.3.3.js")).to_be_visible()


def test_a_picture_that_does_not_arrive_is_no_failure(browser: Browser) -> None:
    with loading(browser) as page:
        page.evaluate(
            """() => new Promise((resolve) => {
              for (const made of [Object.assign(document.createElement("img"), { src: "/desktop/nothing.png" }),
                  Object.assign(document.createElement("link"), { rel: "icon", href: "/desktop/nothing.png" })]) {
                document.head.append(made);
                made.onerror = resolve;
              }
              document.querySelector("link[rel=icon]").dispatchEvent(new Event("error"));
            })"""
        )
        expect(page.get_by_role("alert")).to_have_count(0)


def test_the_files_are_the_first_half_of_the_bar(browser: Browser) -> None:
    """Five files; one of them is held back."""
    held: list[Route] = []
    with loading(browser, files={"desk.css": held.append}) as page:
        bar = page.locator("progress")
        expect(bar).to_have_js_property("value", 40)
        expect(bar).to_have_js_property("max", 100)
        assert page.get_by_role("heading").all_text_contents() == ["Loading the desktop…"]
        held[0].fulfill(body="", content_type="text/css")
        expect(bar).to_have_js_property("value", 50)


@pytest.mark.parametrize(
    ("locale", "cookie", "stored", "language", "appearance"),
    [
        ("en-GB", "", None, "en", None),
        ("sv-SE", "", None, "sv", None),
        ("de-DE", "", None, "en", None),
        ("en-GB", "sv", None, "sv", None),
        ("sv-SE", "en", {"language": "sv"}, "en", None),
        ("en-GB", "other=1; deskproof_language=sv", None, "sv", None),
        ("en-GB", "svx", None, "en", None),
        ("en-GB", "", {"language": "sv", "appearance": "dark"}, "sv", "dark"),
        ("en-GB", "", {"language": "SV-se", "appearance": "light"}, "sv", "light"),
        ("en-GB", "", {"language": 5, "appearance": "system"}, "en", None),
        ("sv-SE", "", {"appearance": 5}, "sv", None),
        ("sv-SE", "", "null", "sv", None),
        ("sv-SE", "", "nonsense", "sv", None),
    ],
)
def test_language_and_appearance_before_anything_is_drawn(
    browser: Browser, locale: str, cookie: str, stored: object, language: str, appearance: str | None
) -> None:
    kept = stored if isinstance(stored, str) else json.dumps(stored)
    cookies = cookie if "=" in cookie else f"deskproof_language={cookie}"
    lines = [f"document.cookie = {part!r};" for part in cookies.split("; ")] if cookie else []
    if stored is not None:
        lines.append(f"localStorage.setItem('deskproof-desk.choices', {kept!r});")
    with loading(browser, locale=locale, before="\n".join(lines)) as page:
        root = page.locator("html")
        expect(root).to_have_attribute("lang", language)
        assert root.get_attribute("data-appearance") == appearance


def test_without_storage_the_browser_s_own_language_is_used(browser: Browser) -> None:
    refuse = "Object.defineProperty(self, 'localStorage', { get() { throw new Error('off'); } });"
    with loading(browser, locale="sv-SE", before=refuse) as page:
        expect(page.locator("html")).to_have_attribute("lang", "sv")
        expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize(
    ("allowed", "said"),
    [(True, "Copied"), (False, "Copying was not allowed; the details are selected for you to copy.")],
)
def test_the_details_are_copied_or_selected(browser: Browser, allowed: bool, said: str) -> None:
    with loading(browser) as page:
        page.evaluate(
            """(allowed) => {
              const writeText = async (text) => { self.copied = text; if (!allowed) throw new Error("no"); };
              Object.defineProperty(navigator, "clipboard", { value: { writeText } });
            }""",
            allowed,
        )
        tell(page, "desk-failed", {**FAILURE, "kind": "NETWORK"})
        page.get_by_role("button", name="Copy Details").click()
        expect(page.get_by_role("status")).to_have_text(said)
        copied = page.evaluate("self.copied").splitlines()
        assert copied == [
            "Error ID: desk_1",
            "Time: 2026-01-15T09:00:00.000Z",
            f"Address: {ORIGIN}/",
            "Cause: Error 500",
        ]
        selected = page.evaluate("getSelection().toString()")
        assert ("Error 500" in selected and "desk_1" in selected) is not allowed


def test_try_again_loads_the_page_again(browser: Browser) -> None:
    with loading(browser) as page:
        tell(page, "desk-failed", {**FAILURE, "kind": "NETWORK"})
        with page.expect_navigation():
            page.get_by_role("button", name="Try Again").click()
        expect(page.get_by_role("heading", name="Loading the desktop…")).to_be_visible()
