"""The agent's course through the desktop, with fakes in place of everything it uses: what is called, in which order."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.simulator.desktop.conftest import ORIGIN, scripts
from tests.simulator.desktop.services.conftest import answer, crash, refused
from tests.simulator.desktop.services.fakes import ACT, FAKES

AGENT = "/desktop/services/agent.js"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page with the fakes, on which leaving for another page has no effect."""

    def fake(route: Route) -> None:
        source = FAKES.get(route.request.url.removeprefix(f"{ORIGIN}/desktop/"))
        if source is None:
            route.fallback()
        else:
            route.fulfill(body=source, content_type="text/javascript")

    with scripts(browser) as page:
        page.route(f"{ORIGIN}/desktop/**", fake)
        page.route(f"{ORIGIN}/", lambda route: route.fulfill(status=204))
        yield page


LINKS = {
    "idbroker": "https://idp", "entra": "https://entra", "wcc-api-gateway": "https://gateway",
    "metrics": "https://metrics",
}  # fmt: skip
TOKENS = {"accessToken": "a", "agentId": "ada", "orgId": "o1"}
PERSON = {"agentId": "ada", "azureSso": False, "recoverySeconds": 30}
REPLIES: dict[str, list[Any]] = {
    "serviceLinks": [answer(LINKS)],
    "discover": [answer("provider")],
    "tokens": [answer(TOKENS)],
    "subscribe": [answer("wss://socket")],
    "readPerson": [answer({"person": PERSON, "unavailable": ["idleCodes"]})],
    "numberingPlans": [answer(["SE"])],
    "connectorActive": [answer(True)],
}
NEVER = {"never": True}
SUPERSEDED = refused("SUPERSEDED", status=409)
BROKEN = refused("HTTP 503", status=503)
UNAUTHORISED = refused("HTTP 401", status=401)
SESSION = {"option": "EXTENSION", "role": "agent", "teamId": "t1"}


def act(
    page: Page,
    script: str,
    *,
    address: str = "/",
    during: dict[str, str] | None = None,
    state: dict[str, Any] | None = None,
    others: dict[str, list[Any]] | None = None,
    **replies: list[Any],
) -> list[Any]:
    """All calls and actions of the script; `others` are the replies whose names have a dot."""
    given = {"address": address, "during": during or {}, "state": state or {}}
    log: list[Any] = page.evaluate(ACT, [script, given, {**REPLIES, **replies, **(others or {})}])
    return log


OPENED = "await agent.open(); desk.clear(); "
FOUND = [
    ["announceSignedOut"],
    ["stage", "service"],
    ["serviceLinks"],
    ["stage", "identity"],
    ["discover", "https://idp"],
]
GATEWAY = ["Gateway", {"address": "https://gateway", **TOKENS}]
KNOWN = {"kind": "knownPerson", "person": PERSON, "regions": ["SE"]}
UNAVAILABLE = {"kind": "unavailable", "feature": "idleCodes"}
READ = [["stage", "configuration"], ["readPerson", "ada"], ["numberingPlans"], ["connectorActive", "ada"]]
OFFER = ["teams.offer", "https://entra", "ada"]


def connected(number: int = 1) -> list[Any]:
    return [["stage", "connection"], ["subscribe"], ["socket.open", number, "wss://socket"], {"kind": "connected"}]


def resumed(gone: str = "noSession") -> list[Any]:
    return [["stage", "session"], ["resume", gone], ["contacts.read"]]


ARRIVED = [*connected(), *READ, KNOWN, UNAVAILABLE]


def test_opening_connects_and_reads_who_has_signed_in(page: Page) -> None:
    assert act(page, "await agent.open()") == [*FOUND, GATEWAY, *ARRIVED, OFFER, *resumed()]


@pytest.mark.parametrize(("active", "azure"), [(True, True), (False, False), (None, False)])
def test_teams_is_offered_only_where_its_own_sign_in_is_in_use(page: Page, active: bool | None, azure: bool) -> None:
    person = {**PERSON, "azureSso": azure}
    known = {**KNOWN, "person": person}
    read = [answer({"person": person, "unavailable": []})]
    log = act(page, "await agent.open()", readPerson=read, connectorActive=[answer(active)])
    assert log == [*FOUND, GATEWAY, *connected(), *READ, known, *resumed()]


def test_who_has_no_tokens_signs_in(page: Page) -> None:
    log = act(page, "await agent.open()", tokens=[answer(None)])
    assert log == [*FOUND, ["leaveForSignIn", "provider", "en"]]


def test_who_returns_from_the_provider_gets_tokens(page: Page) -> None:
    log = act(page, "await agent.open(); return location.href", address="/signed-in?code=c&state=s")
    finished = ["finishSignIn", "provider", "code=c&state=s"]
    assert log == [*FOUND, finished, GATEWAY, *ARRIVED, OFFER, *resumed(), f"{ORIGIN}/"]


@pytest.mark.parametrize("error", [BROKEN, crash("TypeError")])
def test_what_fails_while_opening_is_shown(page: Page, error: dict[str, Any]) -> None:
    kind = error["refused"]["code"] if "refused" in error else error["crash"]
    failed = {"kind": "failed", "failure": {"kind": kind}}
    assert act(page, "await agent.open()", discover=[error]) == [*FOUND, failed]


def test_another_instance_that_took_over_is_no_failure(page: Page) -> None:
    log = act(page, "await agent.open()", resume=[SUPERSEDED])
    assert log == [*FOUND, GATEWAY, *ARRIVED, OFFER, *resumed()[:2]]


CLOSE_SESSION = "AgentMultiLoginCloseSession"
CLOSED_BY_OTHER = [
    ["socket.close", 1],
    {"kind": "frame", "frame": {"data": {"type": CLOSE_SESSION}}},
    ["phone.close"],
    ["phone.forgetAnswer"],
    ["abandon"],
    ["settle", CLOSE_SESSION],
]


def test_nothing_more_is_read_once_another_instance_took_over(page: Page) -> None:
    log = act(page, "await agent.open()", during={"connectorActive": f"desk.receive('{CLOSE_SESSION}')"})
    assert log == [*FOUND, GATEWAY, *connected(), *READ, *CLOSED_BY_OTHER]


@pytest.mark.parametrize("address", ["/", "/signed-in?code=c"])
def test_old_tokens_that_are_not_accepted_are_requested_anew(page: Page, address: str) -> None:
    with page.expect_request(f"{ORIGIN}/", timeout=5_000):
        log = act(page, "await agent.open()", address=address, finishSignIn=[answer(None)], subscribe=[UNAUTHORISED])
    assert log[-2:] == [["subscribe"], ["dropTokens"]]


def test_new_tokens_that_are_not_accepted_are_a_failure(page: Page) -> None:
    granted = [answer(TOKENS)]
    log = act(page, "await agent.open()", address="/signed-in?code=c", finishSignIn=granted, subscribe=[UNAUTHORISED])
    assert log[-2:] == [["subscribe"], {"kind": "failed", "failure": {"kind": "HTTP 401"}}]


LEFT = [
    {"kind": "leaving"},
    ["socket.close", 1],
    ["phone.close"],
    ["leavingAs", "ada"],
    ["teams.forget"],
    ["leaveForSignOut", "provider", "en"],
]
LOGOUT = ["send", "logout", {"logoutReason": "User requested logout"}]


def test_signing_out_ends_the_agent_session_first(page: Page) -> None:
    assert act(page, f"{OPENED} await agent.signOut()") == [{"kind": "signingOut"}, LOGOUT, *LEFT]


def test_a_refused_sign_out_does_not_leave(page: Page) -> None:
    log = act(page, f"{OPENED} await agent.signOut()", send=[refused("CONVERSATION_ACTIVE")])
    assert log == [
        {"kind": "signingOut"}, LOGOUT, {"kind": "signOutRefused", "refusal": {"code": "CONVERSATION_ACTIVE"}},
    ]  # fmt: skip


def test_leaving_before_the_desktop_is_open(page: Page) -> None:
    assert act(page, "agent.leave()") == [{"kind": "leaving"}, ["phone.close"], ["teams.forget"]]


REACHED = [["socket.close", 1], {"kind": "limitReached"}]


@pytest.mark.parametrize(
    ("reply", "steps"),
    [
        (answer({}), REACHED),
        (refused("HTTP 503"), REACHED),
        (refused("CONVERSATION_ACTIVE"), [{"kind": "limitAnswered"}]),
        (refused("MONITORING_ONGOING"), [{"kind": "limitAnswered"}]),
    ],
)
def test_the_session_limit_signs_out_unless_there_is_a_conversation(
    page: Page, reply: dict[str, Any], steps: list[Any]
) -> None:
    log = act(page, f"{OPENED} await agent.signOutInactive()", send=[reply])
    assert log == [["send", "logout", {"logoutReason": "Inactivity Logout"}], *steps]


def again(*entries: Any) -> list[Any]:
    """The steps of a second connection."""
    return [["stage", "connection"], ["socket.close", 1], ["subscribe"], ["socket.open", 2, "wss://socket"], *entries]


def test_taking_over_connects_again(page: Page) -> None:
    log = act(page, f"{OPENED} await agent.takeOver()")
    assert log == [{"kind": "continuing"}, *again({"kind": "connected"}), *resumed()]


@pytest.mark.parametrize(
    ("error", "steps"),
    [
        (SUPERSEDED, []),
        (BROKEN, [{"kind": "lost"}, ["recover", 30, True]]),
        (crash("TypeError"), [{"kind": "lost"}, ["recover", 30, True]]),
    ],
)
def test_taking_over_that_fails_is_tried_again(page: Page, error: dict[str, Any], steps: list[Any]) -> None:
    opened = [answer(None), error]
    log = act(page, f"{OPENED} await agent.takeOver()", others={"socket.open": opened}, recover=[NEVER])
    assert log == [{"kind": "continuing"}, *again(), *steps]


def test_a_sign_out_in_another_tab_signs_out_here(page: Page) -> None:
    with page.expect_request(f"{ORIGIN}/", timeout=5_000):
        log = act(page, f"{OPENED} self.desk.signedOut('ada')")
    assert log == [["socket.close", 1], ["dropTokens"]]


@pytest.mark.parametrize("tokens", [{**TOKENS, "agentId": "bo"}, None])
def test_a_sign_out_of_somebody_else_changes_nothing(page: Page, tokens: dict[str, str] | None) -> None:
    log = act(page, f"{OPENED} self.desk.signedOut('ada')", tokens=[answer(TOKENS), answer(tokens)])
    assert log == []


FRAME = {"kind": "frame", "frame": {"data": {"type": "SomethingNew"}}}
RECEIVE = "self.desk.receive('SomethingNew'); "
RECEIVED = [FRAME, ["phone.close"], ["phone.forgetAnswer"], ["settle", "SomethingNew"]]


def test_a_notification_goes_to_the_state_and_to_the_command_that_waits_for_it(page: Page) -> None:
    assert act(page, OPENED + RECEIVE) == RECEIVED


def test_a_notification_reads_a_missing_layout_again(page: Page) -> None:
    assert act(page, OPENED + RECEIVE, state={"session": SESSION}) == [*RECEIVED, ["layOut", "agent", "t1"]]


def test_a_notification_before_the_configuration_reads_nothing(page: Page) -> None:
    log = act(page, "agent.open(); await desk.settled(); desk.clear();" + RECEIVE, readPerson=[NEVER])
    assert log == RECEIVED


def test_a_notification_reads_again_if_teams_is_in_use_until_that_is_known(page: Page) -> None:
    script = OPENED + (RECEIVE + "await desk.settled();") * 3
    log = act(page, script, connectorActive=[answer(None), answer(None), answer(True)])
    asked = [*RECEIVED, ["connectorActive", "ada"]]
    assert log == [*asked, *asked, OFFER, *RECEIVED]


def test_it_is_read_once_at_a_time(page: Page) -> None:
    log = act(page, OPENED + RECEIVE * 2, connectorActive=[answer(None), NEVER])
    assert log == [*RECEIVED, ["connectorActive", "ada"], *RECEIVED]


DESKTOP = {**SESSION, "option": "BROWSER"}
OPENS = ["phone.open", LINKS, TOKENS]


@pytest.mark.parametrize(
    ("state", "tokens", "phone"),
    [
        ({"session": DESKTOP}, TOKENS, OPENS),
        ({"session": DESKTOP}, None, ["phone.close"]),
        ({"session": SESSION}, TOKENS, ["phone.close"]),
        ({"session": None}, TOKENS, ["phone.close"]),
        ({"session": DESKTOP, "connection": "superseded"}, TOKENS, ["phone.close"]),
        ({"session": DESKTOP, "connection": "ended"}, TOKENS, ["phone.close"]),
    ],
)
def test_the_phone_is_open_at_the_station_desktop_of_the_active_instance(
    page: Page, state: dict[str, Any], tokens: dict[str, str] | None, phone: list[Any]
) -> None:
    script = f"{OPENED} self.desk.become({{ session: null, ...JSON.parse(address) }}); {RECEIVE}"
    become = script.replace("JSON.parse(address)", page.evaluate("(state) => JSON.stringify(state)", state))
    assert act(page, become, tokens=[answer(TOKENS), answer(tokens)])[1] == phone


@pytest.mark.parametrize(
    ("channel", "stage", "forgets"),
    [("telephony", "offered", False), ("telephony", "connected", True), ("chat", "offered", True)],
)
def test_an_answer_counts_as_long_as_a_call_is_offered(page: Page, channel: str, stage: str, forgets: bool) -> None:
    state = {"floor": {"conversations": [{"id": "c1", "channel": channel, "stage": stage}], "monitoring": None}}
    assert (["phone.forgetAnswer"] in act(page, OPENED + RECEIVE, state=state)) is forgets


LOSE = "self.desk.sockets.at(-1).onLost(); await desk.settled(); "
LOST = {"kind": "lost"}
RECOVERING = [LOST, ["recover", 30, True]]


@pytest.mark.parametrize(("session", "gone"), [(SESSION, "recoveryEnded"), (None, "noSession")])
def test_a_lost_connection_is_restored(page: Page, session: dict[str, str] | None, gone: str) -> None:
    log = act(page, OPENED + LOSE, state={"session": session})
    assert log == [*RECOVERING, *again({"kind": "connected"}), *resumed(gone), ["phone.close"]]


@pytest.mark.parametrize(("error", "steps"), [(BROKEN, [LOST]), (SUPERSEDED, [])])
def test_a_connection_that_cannot_be_restored_is_the_end(page: Page, error: dict[str, Any], steps: list[Any]) -> None:
    log = act(page, OPENED + LOSE, others={"socket.open": [answer(None), error]})
    assert log == [*RECOVERING, *again(*steps), {"kind": "recoveryEnded"}, ["phone.close"]]


def test_a_connection_that_is_lost_again_is_not_restored_twice(page: Page) -> None:
    assert act(page, OPENED + LOSE * 2, recover=[NEVER]) == [*RECOVERING, LOST]


def test_a_connection_that_is_lost_later_is_restored_too(page: Page) -> None:
    log = act(page, OPENED + LOSE + "desk.clear(); " + LOSE, recover=[answer(None), NEVER])
    assert log == RECOVERING


def test_the_recovery_time_is_the_products_before_the_configuration_is_known(page: Page) -> None:
    log = act(page, "agent.open(); await desk.settled(); desk.clear();" + LOSE, readPerson=[NEVER], recover=[NEVER])
    assert log == [LOST, ["recover", None, True]]


def test_each_service_gets_what_it_depends_on(page: Page) -> None:
    script = "return Object.entries(desk.given).map(([name, given]) => [name, Object.keys(given).sort().join()])"
    (given,) = act(page, script)
    assert sorted(given) == [
        ["contacts", "dispatch,gateway,state"],
        ["floor", "dispatch,gateway,state"],
        ["layouts", "dispatch,gateway,state"],
        ["session", "dispatch,floor,gateway,layouts,state"],
        ["softphone", "dispatch,isTalking"],
        ["teams", "dispatch,state"],
    ]


def test_there_is_no_gateway_before_the_agent_has_signed_in(page: Page) -> None:
    script = "try { desk.given.floor.gateway() } catch (error) { return error.message }"
    assert act(page, script) == ["no agent has signed in yet"]


@pytest.mark.parametrize(
    ("channel", "stage", "talking"),
    [("telephony", "offered", False), ("telephony", "held", True), ("chat", "connected", False)],
)
def test_whether_the_agent_is_talking(page: Page, channel: str, stage: str, talking: bool) -> None:
    state = {"floor": {"conversations": [{"id": "c1", "channel": channel, "stage": stage}], "monitoring": None}}
    assert act(page, "return [desk.given.softphone.isTalking()]", state=state) == [[talking]]


def test_a_custom_element_that_fails_is_reported_to_the_metrics_service(page: Page) -> None:
    script = 'agent.elementFailed({ comp: "team-who", why: "threw", message: "no such customer" });'
    event = ["track", "https://metrics", "widget.threw team-who", {"message": "no such customer"}]
    assert act(page, OPENED + script) == [event]
