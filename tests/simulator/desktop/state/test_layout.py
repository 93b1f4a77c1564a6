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


EMPTY: dict[str, Any] = {
    "title": None, "logo": "", "illustration": "", "header": ["outdial", "notification", "availability"],
    "home": None, "pages": [], "panel": None, "persistent": [], "extra": [], "headless": [],
    "landing": "task",
}  # fmt: skip


def test_an_empty_persona_is_the_default(page: Page) -> None:
    assert [read(page, {"agent": {}}), page.evaluate("() => rules.DEFAULT_LAYOUT")] == [EMPTY, EMPTY]


PNG = "data:image/png;base64,AA"
CLOCK, NOTE = {"comp": "clock"}, {"comp": "p", "textContent": "Hello", "children": [{"comp": "b"}]}
OWN = {
    "comp": "own-clock", "script": "https://cdn.example.com/clock.js", "attributes": {"zone": "CET"},
    "properties": {"dark": "$STORE.app.darkMode"},
}  # fmt: skip
WIDGETS = {"clock": CLOCK, "note": NOTE}
GRID = {"areas": [["clock", "note"], ["note", "note"]], "size": {"cols": [2, 1], "rows": [1, 3]}}


def navigation(page: dict[str, Any], **nav: object) -> dict[str, Any]:
    return {"area": {"navigation": [{"nav": {"label": "Reports", "navigateTo": "reports", **nav}, "page": page}]}}


def further(**page: object) -> dict[str, Any]:
    plain = {"areas": [["clock", "note"]], "cols": [1, 1], "rows": [1]}
    return {"address": "reports", "label": "Reports", "icon": "", "widgets": WIDGETS, **plain, **page}


@pytest.mark.parametrize(
    ("persona", "layout"),
    [
        ({"appTitle": " Northwind "}, {"title": "Northwind"}),
        ({"appTitle": f"{PNG} "}, {"title": PNG}),
        ({"logo": PNG, "taskPageIllustration": PNG}, {"logo": PNG, "illustration": PNG}),
        ({"logo": "no-logo"}, {"logo": "no-logo"}),
        (
            {"stopNavigateOnAcceptTask": True, "browserNotificationTimer": 8, "wxmConfigured": False},
            {},
        ),
        ({"area": {"panel": NOTE, "persistent": [CLOCK, NOTE]}}, {"panel": NOTE, "persistent": [CLOCK, NOTE]}),
        ({"area": {"header": {"id": "header", "widgets": {"own": OWN}}}}, {"extra": [OWN]}),
        (
            {"area": {"advancedHeader": [{"comp": "agentx-outdial"}, OWN]}},
            {"header": ["outdial"], "extra": [OWN]},
        ),
        (
            {"area": {"headless": {"id": "headless", "widgets": {"own": OWN, "clock": CLOCK}}}},
            {"headless": [OWN, CLOCK]},
        ),
        ({"area": {"header": {}, "headless": {}}}, {}),
        (navigation({"widgets": WIDGETS}), {"pages": [further()]}),
        (
            navigation({"widgets": WIDGETS, "layout": GRID}),
            {"pages": [further(areas=GRID["areas"], cols=[2, 1], rows=[1, 3])]},
        ),
        (
            navigation({"widgets": WIDGETS, "layout": {"areas": GRID["areas"]}}),
            {"pages": [further(areas=GRID["areas"], cols=[1, 1], rows=[1, 1])]},
        ),
        (
            navigation({"widgets": WIDGETS, "layout": {"areas": []}}),
            {"pages": [further(areas=[], cols=[], rows=[])]},
        ),
        (navigation({"widgets": WIDGETS}, iconType="other", icon=PNG), {"pages": [further(icon=PNG)]}),
        (navigation({"widgets": WIDGETS}, iconType="other"), {"pages": [further()]}),
        (navigation({"widgets": WIDGETS}, iconType="momentum", icon="chart"), {"pages": [further()]}),
        (
            navigation({"widgets": WIDGETS}, isDefaultLandingPage=True),
            {"pages": [further()], "landing": "reports"},
        ),
    ],
)
def test_what_the_views_draw(page: Page, persona: dict[str, Any], layout: dict[str, Any]) -> None:
    assert read(page, {"agent": persona}) == {**EMPTY, **layout}


def test_what_a_supervisor_sees_at_home(page: Page) -> None:
    area = {"homePage": {"page": {"id": "home", "widgets": WIDGETS, "layout": GRID}}}
    home = further(address="home", label="", areas=GRID["areas"], cols=[2, 1], rows=[1, 3])
    assert read(page, {"supervisor": {"area": area}}, "supervisor") == {**EMPTY, "home": home, "landing": "home"}


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
            {
                "area": {
                    "advancedHeader": [
                        {"comp": f"agentx-{part}"} for part in ("state-selector", "webex", "outdial", "notification")
                    ]
                },
                "desktopChatApp": {"webexConfigured": True},
            },
            ["availability", "webex", "outdial", "notification"],
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
        ({"agent": None}, {"text": "layout.noPersona", "values": {"persona": "agent"}}),
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
        ({"appTitle": " data:text/html,x"}, "appTitle"),
        ({"logo": [PNG]}, "logo"),
        ({"stopNavigateOnAcceptTask": 1}, "stopNavigateOnAcceptTask"),
        ({"notificationTimer": "5"}, "notificationTimer"),
        ({"browserNotificationTimer": "5"}, "browserNotificationTimer"),
        ({"wxmConfigured": "no"}, "wxmConfigured"),
        ({"desktopChatApp": []}, "desktopChatApp"),
        ({"desktopChatApp": {"webexConfigured": "yes"}}, "desktopChatApp.webexConfigured"),
        ({"area": {"advancedHeader": ["agentx-webex"]}}, "area.advancedHeader"),
        ({"area": {"homePage": None}}, "area.homePage"),
        ({"area": {"homePage": {"page": None}}}, "area.homePage"),
        ({"area": {"homePage": {"page": {"widgets": []}}}}, "area.homePage"),
        ({"area": {"navigation": [None]}}, "area.navigation"),
        ({"area": {"navigation": [{"nav": None, "page": {"widgets": {}}}]}}, "area.navigation"),
        (navigation({"widgets": {}}, label=7), "area.navigation"),
        (navigation({"widgets": {}}, navigateTo=7), "area.navigation"),
        (navigation({}), "area.navigation"),
        (navigation({"widgets": {"clock": {}}}), "area.navigation"),
    ],
)
def test_a_value_of_the_wrong_kind_is_reported_by_its_place(
    page: Page, persona: dict[str, Any], property_: str
) -> None:
    problem = {"text": "layout.wrong", "values": {"property": f"agent.{property_}"}}
    assert read(page, {"agent": persona}) == problem


@pytest.mark.parametrize(
    "layout",
    [
        None,
        {"areas": None},
        {"areas": ["clock"]},
        {"areas": [["somebody else's"]]},
        {"areas": [["toString"]]},
        {"areas": [[7]]},
        {"size": None},
        {"size": {"cols": ["1"]}},
        {"size": {"cols": None}},
        {"size": {"rows": ["1"]}},
        {"size": {"rows": None}},
    ],
)
def test_a_grid_that_cannot_be_drawn_is_reported(page: Page, layout: object) -> None:
    persona = navigation({"widgets": {**WIDGETS, "7": CLOCK}, "layout": layout})
    problem = {"text": "layout.wrong", "values": {"property": "agent.area.navigation"}}
    assert read(page, {"agent": persona}) == problem


@pytest.mark.parametrize(
    "widget",
    [
        None,
        {"comp": None},
        *({"comp": "p", field: value} for field in ("textContent", "attributes", "wrapper") for value in (None, 7)),
        {"comp": "p", "children": None},
        {"comp": "p", "children": [None]},
    ],
)
def test_a_widget_that_cannot_be_drawn_is_reported(page: Page, widget: object) -> None:
    problem = {"text": "layout.wrong", "values": {"property": "agent.area.panel"}}
    assert read(page, {"agent": {"area": {"panel": widget}}}) == problem


@pytest.mark.parametrize(
    ("text", "image"), [(PNG, True), ("https://host/x", True), ("Northwind", False), ("chart", False)]
)
def test_what_is_an_image(page: Page, text: str, image: bool) -> None:
    assert page.evaluate("(text) => rules.isImage(text)", text) is image


@pytest.mark.parametrize(
    ("area", "path"),
    [
        ({"panel": {**OWN, "script": "clock.js"}}, "area.panel"),
        ({"panel": {**OWN, "script": "javascript:alert(1)"}}, "area.panel"),
        ({"panel": {**OWN, "script": 3}}, "area.panel"),
        ({"persistent": [{**OWN, "properties": []}]}, "area.persistent"),
        ({"advancedHeader": [{"script": OWN["script"]}]}, "area.advancedHeader"),
        ({"header": {"widgets": [OWN]}}, "area.header"),
        ({"headless": [OWN]}, "area.headless"),
        ({"headless": {"widgets": {"own": {}}}}, "area.headless"),
    ],
)
def test_a_custom_element_that_cannot_be_used(page: Page, area: dict[str, Any], path: str) -> None:
    found = read(page, {"agent": {"area": area}})
    assert found == {"text": "layout.wrong", "values": {"property": f"agent.{path}"}}
