"""The widgets of a layout, drawn with plain elements, and their grid."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.reports.expected import check_golden
from tests.simulator.desktop.views.stage import AT_THE_DESK, Changes, Stage, written

GOLDEN = Path(__file__).parent / "golden"
VIEW = """({ widget, widgetPage }, desktop, html) => {
  const { widget: tree, grid } = desktop.state;
  return html`
  <div class="drawn">${tree ? widget(tree, desktop) : widgetPage(grid, desktop)}</div>
  <p>${document.querySelector(".drawn")?.innerHTML.replace(/<!--.*?-->/g, "").replace(/\\s+/g, " ")}</p>
`;
}"""
COMPONENTS = ("div", "p", "span", "h2", "h3", "ul", "li", "md-label", "md-tabs", "md-tab", "md-tab-panel", "my-widget")
WORDS = {"comp": "p", "textContent": "Words"}
SITUATIONS: dict[str, Changes] = {
    **{comp: {"widget": {"comp": comp, "textContent": "Words"}} for comp in COMPONENTS},
    "nothing in it": {"widget": {"comp": "p"}},
    "words and children": {"widget": {"comp": "div", "textContent": "Words", "children": [WORDS, {"comp": "span"}]}},
    "a title": {"widget": {**WORDS, "wrapper": {"title": "Title"}}},
    "a wrapper without a title": {"widget": {**WORDS, "wrapper": {}}},
    "unavailable, with a title": {"widget": {"comp": "my-widget", "wrapper": {"title": "Title"}}},
    "a grid": {
        "grid": {
            "widgets": {"b": WORDS, "a": {"comp": "h2", "textContent": "More"}},
            "areas": [["a", "b"], ["a", "a"]],
            "cols": [1, 2.5],
            "rows": [3, 1],
        },
    },
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/desk/widgets.js", VIEW, AT_THE_DESK)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    sections = []
    for name, changes in SITUATIONS.items():
        stage.draw(changes, language)
        stage.draw(changes, language, again=True)
        sections.append((name, stage.reading()))
    check_golden(f"widgets.{language}.txt", written(sections), GOLDEN)
