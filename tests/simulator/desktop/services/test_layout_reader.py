"""Which layout the desktop reads for a person, and what it shows when that layout cannot be used."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.simulator.desktop.conftest import ORIGIN, scripts
from tests.simulator.desktop.services.conftest import Play, answer, crash, refused

READ = """async ({ gateway }) => {
  const { readLayout } = await import("/desktop/services/layout-reader.js");
  const { DEFAULT_LAYOUT } = await import("/desktop/state/layout.js");
  const { layout, problem } = await readLayout(gateway(), %s, %r);
  return { layout: layout === DEFAULT_LAYOUT ? "default" : layout.title, problem };
}"""
GLOBAL = "/v2/desktop-layout?filter=global%3D%3Dtrue&attributes=id,global"
TEAM = '{ layoutId: "l1" }'
NOT_READ = {"layout": "default", "problem": {"text": "layout.notRead", "values": {}}}


def document(persona: str = "agent", **properties: object) -> dict[str, Any]:
    return answer({"jsonFileContent": json.dumps({persona: {"appTitle": "Northwind", **properties}})})


def read(play: Play, team: str, replies: dict[str, list[Any]], role: str = "agent") -> list[Any]:
    return play(READ % (team, role), replies=replies)


@pytest.mark.parametrize("team", ["null", "{}"])
def test_a_team_without_a_layout_has_the_global_one(play: Play, team: str) -> None:
    replies = {GLOBAL: [answer([{"id": "g1"}])], "/desktop-layout/g1": [document()]}
    used = {"layout": "Northwind", "problem": None}
    assert read(play, team, replies) == [{"readAll": GLOBAL}, {"read": "/desktop-layout/g1"}, used]


@pytest.mark.parametrize(
    ("team", "replies", "steps"),
    [
        (TEAM, {"/desktop-layout/l1": [document()]}, [{"layout": "Northwind", "problem": None}]),
        ("null", {GLOBAL: [answer([])]}, [{"layout": "default", "problem": None}]),
        ("null", {GLOBAL: [refused("HTTP 503")]}, [NOT_READ]),
        (TEAM, {"/desktop-layout/l1": [refused("HTTP 503")]}, [NOT_READ]),
        (TEAM, {"/desktop-layout/l1": [crash("TypeError")]}, [NOT_READ]),
        (
            TEAM,
            {"/desktop-layout/l1": [document("supervisor")]},
            [{"layout": "default", "problem": {"text": "layout.noPersona", "values": {"persona": "agent"}}}],
        ),
    ],
)
def test_a_layout_that_cannot_be_used_is_replaced_by_the_default(
    play: Play, team: str, replies: dict[str, list[Any]], steps: list[Any]
) -> None:
    asked = {"read": "/desktop-layout/l1"} if team == TEAM else {"readAll": GLOBAL}
    assert read(play, team, replies) == [asked, *steps]


def test_the_layout_is_that_of_the_role(play: Play) -> None:
    replies = {"/desktop-layout/l1": [document("supervisor")]}
    assert read(play, TEAM, replies, "supervisor")[-1] == {"layout": "Northwind", "problem": None}


GIF = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=="
BROKEN = "data:image/gif;base64,AA"


def navigation(icon: str, label: str) -> dict[str, Any]:
    nav = {"label": label, "navigateTo": "reports", "iconType": "other", "icon": icon}
    return {"nav": nav, "page": {"widgets": {}}}


@pytest.mark.parametrize(
    ("properties", "missing"),
    [
        ({"appTitle": GIF, "logo": GIF, "taskPageIllustration": GIF}, None),
        ({"area": {"navigation": [navigation(GIF, "Reports")]}}, None),
        ({"area": {"navigation": [navigation("chart", "Reports")]}}, None),
        ({"logo": "no-logo"}, None),
        ({"appTitle": BROKEN}, "appTitle"),
        ({"logo": BROKEN}, "logo"),
        ({"taskPageIllustration": BROKEN}, "taskPageIllustration"),
        ({"area": {"navigation": [navigation(BROKEN, "Reports")]}}, "nav.icon (Reports)"),
    ],
)
def test_no_broken_image_is_shown(play: Play, properties: dict[str, Any], missing: str | None) -> None:
    found = read(play, TEAM, {"/desktop-layout/l1": [document(**properties)]})[-1]
    problem = missing and {"text": "layout.noImage", "values": {"property": missing}}
    assert found == {
        "layout": "default" if missing else properties.get("appTitle", "Northwind"),
        "problem": problem,
    }


@pytest.fixture
def slow_page(browser: Browser) -> Iterator[Page]:
    """A page whose clock is stopped and on which images never arrive."""
    with scripts(browser, stopped=True) as page:
        page.route(f"{ORIGIN}/slow.png", lambda route: None)
        yield page


def test_an_image_is_awaited_for_eight_seconds(slow_page: Page) -> None:
    slow_page.evaluate(
        """async (jsonFileContent) => {
          const { readLayout } = await import("/desktop/services/layout-reader.js");
          self.problem = "none yet";
          const read = readLayout({ read: async () => ({ jsonFileContent }) }, { layoutId: "l1" }, "agent");
          read.then((found) => { problem = found.problem.text; });
        }""",
        json.dumps({"agent": {"logo": f"{ORIGIN}/slow.png"}}),
    )
    slow_page.clock.run_for(7_999)
    assert slow_page.evaluate("() => problem") == "none yet"
    slow_page.clock.run_for(1)
    assert slow_page.evaluate("() => problem") == "layout.noImage"


LAY_OUT = """async (around) => {
  const { LayoutReader } = await import("/desktop/services/layout-reader.js");
  const { DEFAULT_LAYOUT } = await import("/desktop/state/layout.js");
  const dispatch = ({ layout, ...more }) =>
    around.log.push({ ...more, layout: layout === DEFAULT_LAYOUT ? "default" : layout.title });
  const reader = new LayoutReader({ ...around, dispatch });
  const here = location.pathname;
  history.replaceState(null, "", "/pages/wall");
  for (const [role, team] of %s) await reader.layOut(role, team);
  history.replaceState(null, "", here);
}"""
TEAMS = [{"id": "t1", "layoutId": "l1"}, {"id": "t2", "layoutId": "l2"}]
ASKED = {"read": "/desktop-layout/l1"}
LAID_OUT = {"kind": "laidOut", "problem": None, "page": "wall", "layout": "Northwind"}
DEFAULT = {
    "kind": "laidOut", "problem": {"text": "layout.notRead", "values": {}}, "page": "wall", "layout": "default",
}  # fmt: skip
AGENT, OTHER_TEAM, SUPERVISOR, NO_TEAM = ["agent", "t1"], ["agent", "t2"], ["supervisor", "t1"], ["supervisor", ""]


@pytest.mark.parametrize(
    ("calls", "replies", "steps"),
    [
        pytest.param([AGENT, AGENT], [document()], [ASKED, LAID_OUT], id="once for a role and a team"),
        pytest.param(
            [AGENT, OTHER_TEAM],
            [document()],
            [ASKED, LAID_OUT, {"read": "/desktop-layout/l2"}, LAID_OUT],
            id="again for another team",
        ),
        pytest.param(
            [AGENT, SUPERVISOR],
            [document(), document("supervisor")],
            [ASKED, LAID_OUT, ASKED, LAID_OUT],
            id="again for another role",
        ),
        pytest.param(
            [AGENT, AGENT, AGENT, AGENT],
            [refused("HTTP 503"), refused("HTTP 503"), document()],
            [ASKED, DEFAULT, ASKED, ASKED, LAID_OUT],
            id="again until it could be read, and reported once",
        ),
        pytest.param(
            [AGENT, OTHER_TEAM, AGENT],
            [refused("HTTP 503"), document(), refused("HTTP 503")],
            [ASKED, DEFAULT, {"read": "/desktop-layout/l2"}, LAID_OUT, ASKED, LAID_OUT],
            id="a layout that was missing for another team",
        ),
        pytest.param(
            [AGENT, AGENT],
            [document("nobody")],
            [
                ASKED,
                {**DEFAULT, "problem": {"text": "layout.noPersona", "values": {"persona": "agent"}}},
            ],
            id="not again where it can be read but not used",
        ),
    ],
)
def test_when_the_layout_is_read(play: Play, calls: list[list[str]], replies: list[Any], steps: list[Any]) -> None:
    places = {"/desktop-layout/l1": replies, "/desktop-layout/l2": [document()]}
    state = {"person": {"teams": TEAMS, "primaryTeam": None}}
    assert play(LAY_OUT % json.dumps(calls), state=state, replies=places) == steps


@pytest.mark.parametrize(
    ("primary", "asked"),
    [({"id": "t2", "layoutId": "l2"}, {"read": "/desktop-layout/l2"}), (None, {"readAll": GLOBAL})],
)
def test_who_signs_in_to_no_team_has_the_layout_of_the_primary_team(
    play: Play, primary: dict[str, str] | None, asked: dict[str, str]
) -> None:
    replies = {"/desktop-layout/l2": [document("supervisor")], GLOBAL: [answer([])]}
    state = {"person": {"teams": TEAMS, "primaryTeam": primary}}
    assert play(LAY_OUT % json.dumps([NO_TEAM]), state=state, replies=replies)[0] == asked
