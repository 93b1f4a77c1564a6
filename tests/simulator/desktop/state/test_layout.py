"""How the desktop reads a layout, run in a browser: what it takes from the document, and what it will not take."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from deskproof.simulator.runtime.blueprints import STANDARD_LAYOUTS


@pytest.fixture(scope="module")
def page(blank_page: Page) -> Page:
    blank_page.evaluate("async () => { self.rules = await import('/desktop/state/layout.js') }")
    return blank_page


def read(page: Page, content: object, role: str = "agent") -> dict[str, Any]:
    """What `layoutFrom` makes of the document: the layout, or the problem with it."""
    text = content if isinstance(content, str) else json.dumps(content)
    found: dict[str, Any] = page.evaluate(
        "([text, role]) => { try { return rules.layoutFrom(text, role) } catch (error) { return error.problem } }",
        [text, role],
    )
    return found


@pytest.mark.parametrize("layout", STANDARD_LAYOUTS, ids=lambda layout: layout.key)
@pytest.mark.parametrize("role", ["agent", "supervisor", "supervisorAgent"])
def test_the_layouts_of_the_blueprint_can_be_used(page: Page, layout: Any, role: str) -> None:
    assert read(page, layout.document, role)["title"].startswith(("Deskproof", "Northwind"))


def test_an_empty_persona_is_the_default(page: Page) -> None:
    assert read(page, {"agent": {}}) == {
        "title": None, "logo": "", "illustration": "", "header": ["outdial", "notification", "availability"],
        "home": None, "pages": [], "panel": None, "persistent": [], "landing": "task",
    }  # fmt: skip


@pytest.mark.parametrize("property_", ["notificationTimer", "maximumNotificationCount"])
@pytest.mark.parametrize("value", [1, 10])
def test_notifications_may_be_set_from_one_to_ten(page: Page, property_: str, value: int) -> None:
    assert "text" not in read(page, {"agent": {property_: value}})


@pytest.mark.parametrize(
    ("persona", "header"),
    [
        ({"headerActions": []}, ["availability"]),
        ({"headerActions": ["notification", "outdial"]}, ["notification", "outdial", "availability"]),
        ({"headerActions": ["webex", "notification"]}, ["notification", "availability"]),
        (
            {"headerActions": ["notification", "webex"], "desktopChatApp": {"webexConfigured": True}},
            ["notification", "webex", "availability"],
        ),
        ({"headerActions": ["Notification", "somebody-else's"]}, ["availability"]),
        (
            {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}, {"comp": "agentx-notification"}]}},
            ["availability", "notification"],
        ),
    ],
)
def test_the_header_follows_the_document(page: Page, persona: dict[str, Any], header: list[str]) -> None:
    assert read(page, {"agent": persona})["header"] == header


def test_only_supervisors_have_a_home_page(page: Page) -> None:
    home = {"area": {"homePage": {"page": {"id": "home", "widgets": {"w": {"comp": "p"}}}}}}
    document = {"agent": home, "supervisor": home}
    assert read(page, document, "agent")["landing"] == "task"
    assert read(page, document, "supervisor")["landing"] == "home"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('{"agent": ', {"text": "layout.notJson", "values": {}}),
        ("[]", {"text": "layout.noPersona", "values": {"persona": "agent"}}),
        ("null", {"text": "layout.noPersona", "values": {"persona": "agent"}}),
        ({"supervisor": {}}, {"text": "layout.noPersona", "values": {"persona": "agent"}}),
    ],
)
def test_what_is_not_a_layout_is_reported(page: Page, content: object, problem: dict[str, Any]) -> None:
    assert read(page, content) == problem


@pytest.mark.parametrize(
    ("persona", "property_"),
    [
        ({"appTitle": 7}, "appTitle"),
        ({"appTitle": "data:text/html,x"}, "appTitle"),
        ({"logo": "javascript:alert(1)"}, "logo"),
        ({"logo": None}, "logo"),
        ({"taskPageIllustration": "data:image/bmp;base64,AA"}, "taskPageIllustration"),
        ({"taskPageIllustration": "picture.png"}, "taskPageIllustration"),
        ({"headerActions": "webex"}, "headerActions"),
        ({"headerActions": [1]}, "headerActions"),
        ({"notificationTimer": 0}, "notificationTimer"),
        ({"notificationTimer": 11}, "notificationTimer"),
        ({"maximumNotificationCount": 0}, "maximumNotificationCount"),
        ({"maximumNotificationCount": 11}, "maximumNotificationCount"),
        ({"dragDropEnabled": "true"}, "dragDropEnabled"),
        ({"area": []}, "area"),
        ({"area": {"navigation": {}}}, "area.navigation"),
        ({"area": {"navigation": [{"nav": {"label": "A"}, "page": {"widgets": {}}}]}}, "area.navigation"),
        (
            {"area": {"navigation": [{"nav": {"label": "A", "navigateTo": "../x"}, "page": {"widgets": {}}}]}},
            "area.navigation",
        ),
        ({"area": {"panel": {"children": []}}}, "area.panel"),
        ({"area": {"panel": {"comp": "div", "children": [{"comp": 3}]}}}, "area.panel"),
        ({"area": {"persistent": [7]}}, "area.persistent"),
    ],
)
def test_a_value_of_the_wrong_kind_is_reported_by_its_place(
    page: Page, persona: dict[str, Any], property_: str
) -> None:
    problem = {"text": "layout.wrong", "values": {"property": f"agent.{property_}"}}
    assert read(page, {"agent": persona}) == problem
