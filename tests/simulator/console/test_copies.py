"""The last actions as text: steps in both languages, curl, Python."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from deskproof.simulator.control.client import Control, TenantControl
from deskproof.simulator.server import Server
from tests.simulator.console.conftest import console

ADA = {"agent": "ada", "station": "AGENT_DN", "number": "+12015550123", "state": "Available"}
PHONE = {"number": "+12015550123", "agent": "ada", "ready": True, "rings": None, "conversation": None}
RINGING = {**PHONE, "rings": "conversation", "conversation": "conversation-0001"}
VOICE = {"id": "conversation-0001", "channel": "voice"}


@pytest.fixture(scope="module")
def page(browser: Browser, simulator: Server) -> Iterator[Page]:
    with console(browser, simulator, None) as page:
        yield page


def done(action: str, phones: Sequence[Mapping[str, Any]] = (PHONE,), /, **values: Any) -> dict[str, Any]:
    before = {"agents": [ADA], "phones": [PHONE], "conversations": [VOICE]}
    return {
        "action": action, "values": values, "tenant": "t-0001", "before": before,
        "after": {**before, "phones": list(phones)},
    }  # fmt: skip


def text(page: Page, format_: str, *actions: dict[str, Any]) -> list[str]:
    script = """([done, format]) =>
        import("/_console/copies.js").then(({ asText }) => asText(done, format, "http://127.0.0.1:8400"))"""
    written: str = page.evaluate(script, [list(actions), format_])
    return written.split("\n")


def supervised(act: str) -> dict[str, Any]:
    return done("supervise", conversation="conversation-0001", supervisor="signe", act=act)


CALL = done("call", (RINGING,), number="+46701740605", queue="support")


def test_steps_are_about_the_tenant_of_the_last_action(page: Page) -> None:
    elsewhere = {**done("advance", seconds=60), "tenant": "t-0002"}
    assert text(page, "en", elsewhere, CALL) == text(page, "en", CALL)
    assert text(page, "python", elsewhere, CALL)[5:7] == [
        '    tenant = control.tenant("t-0002")',
        "    tenant.advance(seconds=60)",
    ]


def test_a_call_that_rings_is_a_scenario(page: Page) -> None:
    assert text(page, "en", CALL) == [
        'Given Ada is signed in with the number "2015550123"',
        "And Ada has become Available",
        "When a customer calls",
        'Then the phone "+12015550123" rings',
    ]
    assert text(page, "sv", CALL) == [
        'Givet att Ada är inloggad med numret "2015550123"',
        "Och Ada har ändrat tillgängligheten till Tillgänglig",
        "När en kund ringer",
        'Så ringer det i telefonen "+12015550123"',
    ]


def test_what_was_done_before_the_last_is_given(page: Page) -> None:
    actions = (done("setPhone", number="+12015550123", ready=False), done("advance", seconds=900), done("call"))
    assert text(page, "en", *actions)[2:] == [
        "And Ada's phone is not ready",
        "And 15 minutes have passed",
        "When a customer calls",
        "Then no phone rings",
    ]
    assert text(page, "sv", *actions)[2:] == [
        "Och Adas telefon är inte redo",
        "Och det har gått 15 minuter",
        "När en kund ringer",
        "Så ringer det inte i någon telefon",
    ]


@pytest.mark.parametrize(
    ("seconds", "step"),
    [
        (1, "And 1 second have passed"),
        (59, "And 59 seconds have passed"),
        (60, "And 1 minute have passed"),
        (90, "And 90 seconds have passed"),
        (7_200, "And 2 hours have passed"),
        (0.5, "# tenant.advance(seconds=0.5)"),
    ],
)
def test_time_is_said_in_the_largest_whole_unit(page: Page, seconds: float, step: str) -> None:
    assert text(page, "en", done("advance", seconds=seconds))[-1] == step


@pytest.mark.parametrize(
    ("action", "step"),
    [
        (done("answer", number="+12015550123"), "When Ada answers the phone"),
        (done("answer", number="+12015550170"), 'When somebody answers the phone "+12015550170"'),
        (
            done("signInSupervisor", supervisor="signe", number="+12015550150"),
            'And Signe is signed in with the number "2015550150"',
        ),
        (supervised("monitor"), "When Signe asks to monitor the conversation"),
        (supervised("resume"), "When Signe resumes monitoring"),
        (supervised("end"), "When Signe ends monitoring"),
        (supervised("whisper"), '# tenant.supervise("conversation-0001", supervisor="signe", act="whisper")'),
        (
            done("changeAgentState", agent="ada", supervisor="signe", state="Idle", idleCode="lunch"),
            '# tenant.change_agent_state("ada", supervisor="signe", state="Idle", idle_code="lunch")',
        ),
        (done("signOutAgent", agent="ada", supervisor="signe"), '# tenant.sign_out_agent("ada", supervisor="signe")'),
        (done("freeze"), "# tenant.freeze()"),
        (done("hangUp", number="+12015550123"), '# tenant.hang_up_phone("+12015550123")'),
        (done("write", customer="Eva", queue="chat"), '# tenant.customer_writes(customer="Eva", queue="chat")'),
    ],
)
def test_what_the_features_cannot_say_is_a_comment(page: Page, action: dict[str, Any], step: str) -> None:
    assert text(page, "en", action)[2] == step


def test_a_comment_is_not_the_when(page: Page) -> None:
    assert text(page, "en", CALL, done("freeze"))[2:] == ["When a customer calls", "# tenant.freeze()"]


def test_curl_has_the_request_and_not_the_token(page: Page) -> None:
    assert text(page, "curl", done("write", customer="O'Neil", queue="chat")) == [
        'curl -sS -X POST "http://127.0.0.1:8400/_control/v1/tenants/t-0001/conversations" \\',
        '     -H "Authorization: Bearer $DESKPROOF_CONTROL_TOKEN" \\',
        """     -H "Content-Type: application/json" -d '{"customer":"O'\\''Neil","queue":"chat"}'""",
    ]


EVERY_ACTION = [
    done("advance", seconds=1.5), done("next"), done("freeze"), done("run"), CALL,
    done("call", number="+46701740605", dials="+12015550190"), done("write", customer='Eva "E"', queue="chat"),
    done("customerHangsUp", conversation="conversation-0001"), done("listen", conversation="conversation-0001"),
    done("listen", conversation="conversation-0001", listener="ada"),
    done("signInSupervisor", supervisor="signe", number="+12015550150"),
    done("supervise", conversation="conversation-0001", supervisor="signe", act="barge-in"),
    done("changeAgentState", agent="ada", supervisor="signe", state="Idle", idleCode="lunch"),
    done("changeAgentState", agent="ada", supervisor="signe", state="Available"),
    done("signOutAgent", agent="ada", supervisor="signe"),
    done("preview", campaign="spring", agent="ada", number="+46701740605"), done("answer", number="+12015550123"),
    done("decline", number="+12015550123"), done("hangUp", number="+12015550123"),
    done("setPhone", number="+12015550123", ready=False),
    done("arm", fault={"kind": "answers late", "where": "*", "times": None, "seconds": 2, "secondsMax": 3}),
    done("arm", fault={"kind": "answers otherwise", "where": "teams", "set": {"data.0.on": True}, "remove": ["a.b"]}),
    done("clear", fault="f-0001"),
    done("change", patch={"settings": {"teamsConnector": True, "inactivityMinutes": None}}),
    done("waitFor", name="AgentSignedIn", after=3), done("create", frozenAt="2026-01-15T09:00:00Z", seed=7),
    done("create", expires=5), done("close"),
]  # fmt: skip


def test_python_calls_what_the_client_has(page: Page) -> None:
    """Every action; each method, and each of its arguments, is the client's."""
    tree = ast.parse("\n".join(text(page, "python", *EVERY_ACTION)))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    methods = [(ast.unparse(call.func), call) for call in calls if isinstance(call.func, ast.Attribute)]
    assert len(methods) > len(EVERY_ACTION)
    for name, call in methods:
        owner = Control if name.startswith("control.") else TenantControl
        parameters = inspect.signature(getattr(owner, name.partition(".")[2])).parameters
        assert {keyword.arg for keyword in call.keywords} <= set(parameters), name
    actions = set(page.evaluate("import('/_console/actions.js').then(({ ACTIONS }) => Object.keys(ACTIONS))"))
    assert actions == {one["action"] for one in EVERY_ACTION}


def test_python_runs(page: Page, simulator: Server, tenant: TenantControl, monkeypatch: pytest.MonkeyPatch) -> None:
    actions = [done("advance", seconds=60), done("call", number="+46701740605", queue="support"), done("freeze")]
    for one in actions:
        one["tenant"] = tenant.id
    code = "\n".join(text(page, "python", *actions)).replace("http://127.0.0.1:8400", simulator.address)
    monkeypatch.setenv("DESKPROOF_CONTROL_TOKEN", simulator.control_token)
    exec(code, {})
    assert [conversation.number for conversation in tenant.conversations()] == ["+46701740605"]
    assert f"{tenant.now():%H:%M}" == "09:01"
