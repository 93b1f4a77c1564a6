"""axe-core in real pages: what it finds, what counts as a new state, and pages it leaves alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest
from playwright.sync_api import Browser, Page, Playwright, Route

from deskproof.reports.record import Violation
from deskproof.steps.browsers.browser import ensure
from deskproof.steps.browsers.own_browser import OwnBrowser
from deskproof.steps.evidence import accessibility
from deskproof.steps.evidence.accessibility import Accessibility, CheckFailed, finding

GOOD = '<!doctype html><html lang="en"><title>Desk</title><main><h1>Desk</h1>{}</main></html>'
NAMELESS = "<button></button>"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"
ADDRESS = "http://desk.localhost/"

Shown = Callable[..., Page]


class Halves(ThreadingHTTPServer):
    """A page that is sent in two halves, and a script: the second half and the script once `rest` is set."""

    daemon_threads = True

    def __init__(self, first: str, second: str = "") -> None:
        super().__init__(("127.0.0.1", 0), _Sender)
        self.first, self.second, self.rest = first.encode(), second.encode(), Event()
        self.address = f"http://127.0.0.1:{self.server_port}/"
        Thread(target=self.serve_forever, daemon=True).start()

    def __exit__(self, *_: object) -> None:
        self.rest.set()
        self.shutdown()
        self.server_close()


class _Sender(BaseHTTPRequestHandler):
    server: Halves

    def do_GET(self) -> None:
        page = self.path == "/"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8" if page else "text/javascript")
        self.send_header("Content-Length", str(len(self.server.first + self.server.second) if page else 0))
        self.end_headers()
        if page:
            self.wfile.write(self.server.first)
        if not page or self.server.second:
            self.server.rest.wait()
        if page:
            self.wfile.write(self.server.second)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a test that fails says what it saw."""


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
    assert [(item.rule, item.targets, item.actor) for item in found] == [("button-name", ("button",), "Ada")]
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


def test_violations_of_a_known_state_are_reported_again(show: Shown, looked_at: list[int]) -> None:
    eyes = Accessibility()
    first, again = eyes.look(show(NAMELESS), "Ada"), eyes.look(show(NAMELESS), "Bo")
    assert first
    assert again == tuple(replace(item, actor="Bo") for item in first)
    assert len(looked_at) == 1


CLOCK = '<p>Ada</p><button id="clock" aria-label="Clock"></button>'


@pytest.mark.parametrize(
    ("meanwhile", "passes"),
    [("document.getElementById('clock').remove()", True), ("document.title = 'Task'", False)],
    ids=["another state", "the same state"],
)
def test_where_axe_fails_on_a_state_that_is_gone_the_next_one_is_looked_at(
    show: Shown, monkeypatch: pytest.MonkeyPatch, meanwhile: str, passes: bool
) -> None:
    page = show(CLOCK)
    look = accessibility._look

    def failing(session: object, world: int) -> tuple[Violation, ...] | None:
        monkeypatch.setattr(accessibility, "_look", look)
        page.evaluate(meanwhile)
        raise CheckFailed("axe did not get through")

    monkeypatch.setattr(accessibility, "_look", failing)
    if passes:
        assert Accessibility().look(page, "Ada") == ()
    else:
        with pytest.raises(CheckFailed):
            Accessibility().look(page, "Ada")


def test_a_page_that_is_not_the_products_is_left_alone(browser: Browser) -> None:
    page = browser.new_page()
    assert Accessibility().look(page, "Ada") is None
    page.close()
    assert Accessibility().look(page, "Ada") is None


def test_a_page_whose_document_has_not_begun_to_come_is_not_looked_at(show: Shown) -> None:
    page = show("<p>Ada</p>")
    page.evaluate("document.documentElement.remove()")
    assert Accessibility().look(page, "Ada") is None


@pytest.mark.parametrize("begun", ["<title>Desk</title><script src=held.js></script>", "<title>Desk</title><div>"])
def test_a_page_of_which_more_is_to_come_is_not_looked_at(browser: Browser, begun: str) -> None:
    with Halves(f'<!doctype html><html lang="en">{begun}', "<main><h1>Desk</h1></main>") as served:
        page = browser.new_page()
        page.goto(served.address, wait_until="commit")
        page.locator("script, div").wait_for(state="attached")
        assert Accessibility().look(page, "Ada") is None
        served.rest.set()
        page.wait_for_load_state("load")
        assert Accessibility().look(page, "Ada") == ()
        page.close()


def test_a_page_that_is_shown_while_its_last_script_is_on_its_way_is_looked_at(browser: Browser) -> None:
    with Halves('<!doctype html><html lang="en"><title>Desk</title><p>Ada</p><script src=held.js></script>') as served:
        page = browser.new_page()
        page.goto(served.address, wait_until="commit")
        page.locator("script").wait_for(state="attached")
        assert {item.rule for item in Accessibility().look(page, "Ada") or ()} >= {"landmark-one-main"}
        served.rest.set()
        page.wait_for_load_state("load")
        page.close()


def test_a_finding_names_page_rule_element_and_help() -> None:
    found = Violation(
        rule="button-name", impact="critical", help="Buttons must have text", actor="Ada", targets=("#a",)
    )
    assert finding(found) == "Ada's page breaks the accessibility rule button-name at #a: Buttons must have text."
    both = replace(found, actor="", targets=("#a", "#b"))
    assert finding(both).startswith("A page breaks the accessibility rule button-name at #a and 1 more:")


def test_a_hidden_tab_whose_animations_stand_still_is_checked_as_they_end(playwright: Playwright) -> None:
    own = OwnBrowser(playwright, ensure("full"), languages="en-US", size=(1280, 900), flags=())
    moving = own.context.pages[0]
    moving.route("**/*", lambda route: route.fulfill(body=GOOD.format(""), content_type="text/html"))
    moving.goto(ADDRESS)
    moving.evaluate("() => void document.body.animate({ opacity: [0, 1] }, 3_600_000)")
    own.context.new_page()
    moving.wait_for_function("() => document.hidden", polling=100)
    assert Accessibility().look(moving, "Ada") == ()
    own.close()
