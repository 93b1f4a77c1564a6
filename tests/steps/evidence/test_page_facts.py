"""What a page is at one moment: whether it looks the same, where it has random text, its animations at their end."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, Route

from deskproof.steps.evidence.page_facts import Spot, read_page
from deskproof.steps.evidence.settled import SETTLED

DESK = """
  <!doctype html><html lang="en"><title>Desk</title>
  <style>h1 { color: black } #list { height: 40px; overflow: auto } button:hover { color: red }</style>
  <main>
    <h1>Desk</h1>
    <input id="number" value="1000"><input id="all" type="checkbox">
    <select><option>Ada<option>Bo</select>
    <button>Go</button>
    <div id="list"><p>1<p>2<p>3<p>4</div>
    <div id="host"></div>
    <script>document.getElementById("host").attachShadow({ mode: "open" }).innerHTML = "<b>Bo</b>";</script>
  </main>
"""


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.route("**/*", lambda route: route.fulfill(body=DESK, content_type="text/html"))
    page.goto("http://desk.localhost/")
    page.mouse.move(1, 1)  # what is under the mouse is part of how a page looks, and is not known before the first move
    page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    yield page
    page.close()


CHANGES = {
    "text": "document.querySelector('h1').textContent = 'Task'",
    "attribute": "document.querySelector('h1').className = 'soft'",
    "value": "document.getElementById('number').value = '2000'",
    "checked": "document.getElementById('all').checked = true",
    "choice": "document.querySelector('select').selectedIndex = 1",
    "focus": "document.querySelector('button').focus()",
    "scrolled list": "document.getElementById('list').scrollTop = 9",
    "shadow root": "document.getElementById('host').shadowRoot.firstChild.textContent = 'Ada'",
    "rule of a style": "document.styleSheets[0].cssRules[0].style.color = 'red'",
    "new rule": "document.styleSheets[0].insertRule('h1 { color: red }', 1)",
    "adopted style": """
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("h1 { color: red }");
      document.adoptedStyleSheets = [sheet];
    """,
    "address": "history.replaceState(null, '', '/task')",
    "selection": "getSelection().selectAllChildren(document.querySelector('h1'))",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_changes_how_a_page_looks_changes_its_version(desk: Page, change: str) -> None:
    before = read_page(desk).version
    assert before == read_page(desk).version != ""
    desk.evaluate(f"() => {{ {change} }}")
    assert read_page(desk).version not in ("", before)


def test_a_pointer_over_a_button_and_another_size_change_the_version(desk: Page) -> None:
    before = read_page(desk).version
    desk.get_by_role("button").hover()
    hovered = read_page(desk).version
    desk.set_viewport_size({"width": 700, "height": 500})
    assert len({before, hovered, read_page(desk).version}) == 3


@pytest.mark.parametrize(
    "inside",
    ["<canvas></canvas>", "<iframe></iframe>", "<progress></progress>", "<desk-card></desk-card>"],
    ids=["canvas", "frame", "turning progress", "closed shadow root"],
)
def test_a_page_that_can_look_otherwise_by_itself_has_no_version(desk: Page, inside: str) -> None:
    desk.evaluate("(inside) => document.body.insertAdjacentHTML('beforeend', inside)", inside)
    assert read_page(desk).version == ""


def test_an_image_on_its_way_leaves_the_page_without_a_version(desk: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    desk.route("**/ada.svg", hold)
    desk.evaluate("() => { document.querySelector('h1').innerHTML = '<img src=/ada.svg>' }")
    desk.wait_for_function("() => document.querySelector('img')")
    assert read_page(desk).version == ""


IDS = """
  <title>Desk</title>
  <style>* { margin: 0; font: 20px/40px monospace } body { width: 800px } code { line-break: anywhere }</style>
  <p>Tracking ID: <code>desk_{}</code></p>
  <p hidden>{}</p>
  <p>1234-5678 example.com</p>
  <p>http://t-0007.localhost:41807/desktop</p>
  <p style="width: 240px"><code>{}</code></p>
"""


def test_a_page_has_its_title_and_the_places_of_ids(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 400})

    def random() -> tuple[Spot, ...]:
        page.set_content(IDS.replace("{}", str(uuid4())))
        facts = read_page(page)
        assert facts.title == "Desk"
        return facts.random

    first = random()
    after_the_words, address, *in_lines = first
    assert 0.2 < after_the_words[0] < 0.5 < after_the_words[2] < 1
    assert 0 <= after_the_words[1] < after_the_words[3] <= 0.1
    assert address[0] == pytest.approx(after_the_words[0] * 7 / 18, abs=0.01)
    assert [round(line[0], 2) for line in in_lines] == [0.0, 0.0]
    assert in_lines[0][2] == pytest.approx(0.3, abs=0.02)
    assert [random() for _ in range(9)] == [first] * 9
    page.close()


def test_a_settled_page_has_what_moves_at_its_end_and_lets_turn_what_turns_for_ever(browser: Browser) -> None:
    moves = """
      <style>
        @keyframes move { from { translate: 0 9px } }
        p { animation: move 3600s } b { animation: move 1s infinite }
      </style><p>Ada</p><b>Bo</b>
    """
    page = browser.new_page()
    page.set_content(moves)
    moving: Any = "() => document.querySelector('p').getAnimations().length"
    assert page.evaluate(moving) == 1
    assert page.evaluate(SETTLED) is True
    assert page.evaluate(moving) == 0
    page.close()
