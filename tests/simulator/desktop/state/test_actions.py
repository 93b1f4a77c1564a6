"""What each action makes of the state, run where it runs: in a page. Every test compares the whole next state."""

from typing import Any

import pytest
from playwright.sync_api import Page

LOAD = """async () => {
  const { reduce } = await import("/desktop/state/actions.js");
  const { initialState } = await import("/desktop/state/state.js");
  self.reduce = reduce;
  self.before = initialState({ language: "en", appearance: "system", display: { small: false, zoom: 100 } });
}"""
REFUSAL = {"code": "DUPLICATE_LOCATION", "kind": "refused", "trackingId": "desk_1", "data": {}}
SESSION = {
    "option": "EXTENSION",
    "number": "1042",
    "teamId": "support",
    "role": "agent",
    "codeId": "0",
    "subStatus": "Available",
    "stateSince": 1_000,
    "codeSince": 2_000,
}
TALK = {"id": "c1", "stage": "connected", "since": 5, "caller": "+46701740605", "queue": "Support", "endedBy": ""}
LISTENING = {"id": "c2", "stage": "active", "since": 6, "caller": "+46701740606", "queue": "Sales", "agent": "Ada"}
QUIET: dict[str, Any] = {
    "conversations": [], "chosen": None, "awaited": [], "monitoring": None, "ongoing": None, "ongoingFailed": False,
    "acting": None,
}  # fmt: skip
BUSY = {**QUIET, "conversations": [TALK], "monitoring": LISTENING, "ongoing": [], "acting": "hold"}
AT_DESK = {
    "phase": "desk",
    "connection": "up",
    "session": SESSION,
    "station": {"busy": True, "refusal": REFUSAL},
    "changingState": True,
    "limit": {"endsAt": 9},
}
AT_STATION = {
    "phase": "station", "session": None, "changingState": False, "station": {"busy": False, "refusal": None},
}  # fmt: skip


@pytest.fixture(scope="module")
def page(blank_page: Page) -> Page:
    blank_page.evaluate(LOAD)
    return blank_page


def states(page: Page, given: dict[str, Any], *actions: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The state as given, and the state after these actions."""
    found: list[dict[str, Any]] = page.evaluate(
        """([given, actions]) => {
          const first = { ...before, ...given };
          return [first, actions.reduce((state, action) => reduce(state, action), first)];
        }""",
        [given, list(actions)],
    )
    return found[0], found[1]


def frame(type_: str, **data: object) -> dict[str, Any]:
    return {"kind": "frame", "frame": {"type": "AgentDesktopMessage", "data": {"type": type_, **data}}}


def notice(id_: int, text: str, tone: str = "alert", tracking_id: str = "", **values: str) -> dict[str, Any]:
    return {"id": id_, "text": text, "tone": tone, "trackingId": tracking_id, "values": values}


def added(*notices: dict[str, Any]) -> dict[str, Any]:
    return {"notices": list(notices), "notifications": list(notices)}


SIGNED_OUT = notice(1, "notice.signedOut", "note")
CASES: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    ({}, {"kind": "failed", "failure": {"kind": "HTTP 500"}}, {"phase": "failed", "failure": {"kind": "HTTP 500"}}),
    (
        {},
        {"kind": "knownPerson", "person": {"agentId": "ada"}, "regions": [{"region": "SE"}]},
        {"person": {"agentId": "ada"}, "regions": [{"region": "SE"}]},
    ),
    ({}, {"kind": "connected"}, {"connection": "up"}),
    (AT_DESK, {"kind": "lost"}, {"connection": "lost"}),
    (AT_DESK, {"kind": "recoveryEnded"}, {"connection": "ended"}),
    (
        {**AT_DESK, "connection": "superseded", "floor": BUSY},
        {"kind": "continuing"},
        {"connection": "opening", "floor": {**BUSY, "conversations": [], "awaited": None, "monitoring": None}},
    ),
    ({}, {"kind": "noSession"}, {"phase": "station"}),
    (
        {**AT_DESK, "floor": BUSY},
        {"kind": "noSession"},
        {**AT_STATION, "floor": QUIET, **added(SIGNED_OUT)},
    ),
    (
        {"unavailable": ["colleagues"]},
        {"kind": "unavailable", "feature": "idleCodes"},
        {"unavailable": ["colleagues", "idleCodes"]},
    ),
    ({"unavailable": ["colleagues"]}, {"kind": "unavailable", "feature": "colleagues"}, {}),
    ({}, {"kind": "read", "contacts": {"addressBook": []}}, {"addressBook": []}),
    ({}, {"kind": "limitNear", "endsAt": 7}, {"limit": {"endsAt": 7}}),
    (AT_DESK, {"kind": "limitAnswered"}, {"limit": None}),
    (AT_DESK, {"kind": "limitReached"}, {"phase": "ended", "limit": "reached"}),
    (
        {"station": {"busy": False, "refusal": REFUSAL}},
        {"kind": "submitted"},
        {"station": {"busy": True, "refusal": None}},
    ),
    (
        {"station": {"busy": True, "refusal": None}},
        {"kind": "refused", "refusal": REFUSAL},
        {"station": {"busy": False, "refusal": REFUSAL}},
    ),
    ({}, {"kind": "changingState"}, {"changingState": True}),
    (
        AT_DESK,
        {"kind": "stateRefused", "refusal": REFUSAL},
        {"changingState": False, **added(notice(1, "notice.stateRefused", tracking_id="desk_1"))},
    ),
    (
        {},
        {"kind": "teams", "teams": {"status": "failed", "why": "closed"}},
        {"teams": {"status": "failed", "why": "closed"}},
    ),
    (
        {"softphone": {"line": "ready", "call": "ringing", "muted": False}},
        {"kind": "softphone", "softphone": {"call": "connected"}},
        {"softphone": {"line": "ready", "call": "connected", "muted": False}},
    ),
    (AT_DESK, {"kind": "signingOut"}, {"signingOut": True, "limit": None}),
    (
        {**AT_DESK, "signingOut": True},
        {"kind": "signOutRefused", "refusal": REFUSAL},
        {"signingOut": False, **added(notice(1, "notice.signOutRefused", tracking_id="desk_1"))},
    ),
    (AT_DESK, {"kind": "leaving"}, {"phase": "leaving", "limit": None}),
    ({"floor": QUIET}, {"kind": "floor", "change": {"acting": "hold"}}, {"floor": {**QUIET, "acting": "hold"}}),
    (
        {},
        {"kind": "noticed", "text": "a", "tone": "note", "trackingId": "desk_1", "values": {"name": "Ada"}},
        added(notice(1, "a", "note", "desk_1", name="Ada")),
    ),
    ({}, {"kind": "noticed", "text": "a", "tone": "alert"}, added(notice(1, "a"))),
    (
        {"notices": [notice(1, "a")], "notifications": [notice(1, "a")]},
        {"kind": "noticed", "text": "b", "tone": "alert", "silent": True},
        {"notifications": [notice(1, "a"), notice(2, "b")]},
    ),
    ({"page": "task"}, {"kind": "turnedTo", "page": "home"}, {"page": "home"}),
    ({}, {"kind": "displayed", "display": {"small": True, "zoom": 80}}, {"display": {"small": True, "zoom": 80}}),
    (
        {"notices": [notice(1, "a"), notice(2, "b")], "notifications": [notice(1, "a"), notice(2, "b")]},
        {"kind": "dismissed", "id": 1},
        {"notices": [notice(2, "b")]},
    ),
    (
        {},
        {"kind": "chose", "choices": {"language": "sv", "appearance": "dark"}},
        {"language": "sv", "appearance": "dark"},
    ),
    (AT_DESK, {"kind": "frame", "frame": {"type": "Welcome"}}, {}),
    (AT_DESK, frame("AgentMultiLoginCloseSession"), {"connection": "superseded"}),
    (AT_DESK, frame("SomethingNew"), {}),
    ({**AT_DESK, "floor": BUSY}, frame("AgentLogoutSuccess"), {**AT_STATION, "floor": QUIET, **added(SIGNED_OUT)}),
    ({**AT_DESK, "signingOut": True}, frame("AgentLogoutSuccess"), {}),
    ({**AT_DESK, "phase": "ended"}, frame("AgentLogoutSuccess"), {}),
    (
        AT_DESK,
        frame(
            "AgentStateChangeSuccess",
            auxCodeId="lunch",
            subStatus="Idle",
            lastStateChangeTimestamp=3_000,
            lastIdleCodeChangeTimestamp=4_000,
        ),
        {
            "changingState": False,
            "session": {**SESSION, "codeId": "lunch", "subStatus": "Idle", "stateSince": 3_000, "codeSince": 4_000},
        },
    ),
    ({"changingState": True}, frame("AgentStateChangeSuccess", auxCodeId="lunch"), {"changingState": False}),
]


@pytest.mark.parametrize(("given", "action", "change"), CASES)
def test_what_an_action_changes(
    page: Page, given: dict[str, Any], action: dict[str, Any], change: dict[str, Any]
) -> None:
    before, after = states(page, given, action)
    assert after == {**before, **change}


AVAILABILITY = {
    "auxCodeId": "0",
    "subStatus": "Available",
    "lastStateChangeTimestamp": 1_000,
    "lastIdleCodeChangeTimestamp": 2_000,
}


@pytest.mark.parametrize("type_", ["AgentStationLoginSuccess", "AgentReloginSuccess"])
@pytest.mark.parametrize(
    ("data", "session"),
    [
        (
            {"deviceType": "EXTENSION", "dn": "1042", "teamId": "support", "roles": ["agent"]},
            {"option": "EXTENSION", "number": "1042", "teamId": "support", "role": "agent"},
        ),
        (
            {"deviceType": "AGENT_DN", "dialNumber": "+46701740605", "roles": ["supervisor"]},
            {"option": "AGENT_DN", "number": "+46701740605", "teamId": "", "role": "supervisor"},
        ),
        (
            {"deviceType": "BROWSER", "dn": "webrtc-ada", "teamId": "support", "roles": ["agent", "supervisor"]},
            {"option": "BROWSER", "number": "", "teamId": "support", "role": "supervisorAgent"},
        ),
        (
            {"deviceType": "EXTENSION", "teamId": "support"},
            {"option": "EXTENSION", "number": "", "teamId": "support", "role": "agent"},
        ),
    ],
)
def test_a_session_brings_the_agent_to_the_desk(
    page: Page, type_: str, data: dict[str, Any], session: dict[str, Any]
) -> None:
    given = {"phase": "station", "station": {"busy": True, "refusal": REFUSAL}}
    before, after = states(page, given, frame(type_, **AVAILABILITY, **data))
    assert after == {
        **before,
        "phase": "desk",
        "station": {"busy": False, "refusal": None},
        "session": {**SESSION, **session},
    }


def refused_for(engagement: str, state: str) -> dict[str, Any]:
    data = {"engagement": engagement, "engagementState": state}
    return {"kind": "signOutRefused", "refusal": {**REFUSAL, "data": data}}


OLD = notice(4, "notice.lineLost")


@pytest.mark.parametrize(
    ("actions", "notices"),
    [
        ([refused_for("conversation", "held")], [OLD, notice(5, "blocked.conversation.held")]),
        (
            [refused_for("conversation", "held"), refused_for("monitoring", "paused")],
            [OLD, notice(6, "blocked.monitoring.paused")],
        ),
        (
            [refused_for("conversation", "held"), {"kind": "floor", "change": {"acting": "end"}}],
            [OLD, notice(5, "blocked.conversation.held")],
        ),
        ([refused_for("conversation", "held"), {"kind": "floor", "change": {"conversations": []}}], [OLD]),
        ([refused_for("monitoring", "active"), {"kind": "floor", "change": {"monitoring": None}}], [OLD]),
    ],
)
def test_a_refused_sign_out_says_what_prevents_it_until_that_changes(
    page: Page, actions: list[dict[str, Any]], notices: list[dict[str, Any]]
) -> None:
    given = {**AT_DESK, "floor": BUSY, "notices": [OLD], "notifications": [OLD]}
    assert states(page, given, *actions)[1]["notices"] == notices


def test_a_dismissed_notice_keeps_its_number(page: Page) -> None:
    noticed = {"kind": "noticed", "text": "a", "tone": "note"}
    _, after = states(page, {}, noticed, {"kind": "dismissed", "id": 1}, noticed)
    both = [notice(1, "a", "note"), notice(2, "a", "note")]
    assert (after["notices"], after["notifications"]) == (both[1:], both)


HOME = {"address": "home"}
LAYOUT = {"landing": "reports", "home": None, "pages": [{"address": "reports"}, {"address": "wall"}]}


@pytest.mark.parametrize(
    ("layout", "address", "page_"),
    [
        (LAYOUT, "wall", "wall"),
        (LAYOUT, "task", "task"),
        (LAYOUT, "home", "reports"),
        ({**LAYOUT, "home": HOME}, "home", "home"),
        (LAYOUT, "gone", "reports"),
        (LAYOUT, None, "reports"),
    ],
)
def test_a_layout_opens_the_page_of_the_address_where_it_has_that_page(
    page: Page, layout: dict[str, Any], address: str | None, page_: str
) -> None:
    before, after = states(page, {}, {"kind": "laidOut", "layout": layout, "problem": None, "page": address})
    assert after == {**before, "layout": layout, "page": page_}


def test_a_problem_of_the_layout_is_reported(page: Page) -> None:
    problem = {"text": "layout.noImage", "values": {"property": "logo"}}
    before, after = states(page, {}, {"kind": "laidOut", "layout": LAYOUT, "problem": problem, "page": None})
    reported = added(notice(1, "layout.noImage", property="logo"))
    assert after == {**before, "layout": LAYOUT, "page": "reports", **reported}
