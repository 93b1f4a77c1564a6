"""Conversations: what rings, the list of tasks, the pane, wrap-up, and the question after an unanswered call."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.simulator.desktop.views.stage import AT_THE_DESK, NOW_MS, Changes, Stage, conversation

GOLDEN = Path(__file__).parent / "golden"
VIEW = """({ ringing, taskList, interactionPane, unanswered }, desktop, html) => html`
  <main id='page' tabindex='-1'>${ringing(desktop)}
  ${taskList(desktop)}
  ${interactionPane(desktop)}
  ${unanswered(desktop)}</main>
`"""
EXTENSION = {"option": "EXTENSION", "number": "1001"}
BROWSER = {"option": "BROWSER", "number": ""}
RONA = {"codeId": "rona", "subStatus": "RONA"}
MONITORING = {
    "id": "m1",
    "stage": "requested",
    "since": NOW_MS - 65_000,
    "caller": "+46701234567",
    "queue": "Claims",
    "agent": "Grace Hopper",
}
CONSULT = {"asked": False, "who": "Bo Ekström", "stage": "offered", "since": NOW_MS - 5_000}
ASKED = {"asked": True, "who": "Ada Lindqvist", "stage": "offered", "since": NOW_MS - 5_000}

SITUATIONS: dict[str, Changes] = {
    "nothing": {},
    "not known yet": {"floor": {"awaited": None}},
    "one of them not known yet": {"floor": {"awaited": ["c-held"], "conversations": [conversation("connected")]}},
    "a call rings": {"floor": {"conversations": [conversation("offered")]}},
    "a call rings at an extension": {"session": EXTENSION, "floor": {"conversations": [conversation("offered")]}},
    "a call rings in the browser": {
        "session": BROWSER,
        "softphone": {"line": "ready", "call": "ringing"},
        "floor": {"conversations": [conversation("offered")]},
    },
    "a call rings without a connection": {
        "connection": "lost",
        "floor": {"conversations": [conversation("offered")]},
    },
    "a chat comes in without a connection": {
        "connection": "lost",
        "floor": {"conversations": [conversation("offered", channel="chat", caller="Eva")]},
    },
    "a call rings without a session": {"session": None, "floor": {"conversations": [conversation("offered")]}},
    **{
        f"what comes in by {channel}": {
            "session": BROWSER,
            "floor": {"conversations": [conversation("offered", channel=channel, caller="Eva")]},
        }
        for channel in ("chat", "email", "social")
    },
    "a chat is being accepted": {
        "floor": {"conversations": [conversation("offered", channel="chat", caller="Eva")], "acting": "accept"},
    },
    "a chat in the pane": {
        "session": BROWSER,
        "floor": {"conversations": [conversation("connected", channel="chat", caller="Eva")]},
    },
    "wrap-up after the customer left a chat": {
        "floor": {"conversations": [conversation("wrap-up", channel="chat", endedBy="Customer")]},
    },
    "wrap-up after the agent ended a chat": {
        "floor": {"conversations": [conversation("wrap-up", channel="chat", endedBy="Agent")]},
    },
    "a request to monitor rings": {"floor": {"monitoring": MONITORING}},
    "a request to monitor rings in the browser": {"session": BROWSER, "floor": {"monitoring": MONITORING}},
    "a call and a request to monitor ring": {
        "floor": {"conversations": [conversation("offered")], "monitoring": MONITORING},
    },
    "monitoring does not ring": {"floor": {"monitoring": {**MONITORING, "stage": "active"}}},
    "a call": {"floor": {"conversations": [conversation("connected")]}},
    "a call, and another one rings": {
        "floor": {"conversations": [conversation("offered"), conversation("connected")]},
    },
    **{
        f"a call beside a chat, {chosen or 'none'} chosen": {
            "floor": {
                "conversations": [
                    conversation("wrap-up"),
                    conversation("connected", channel="chat", caller="Eva"),
                    conversation("offered", channel="email", caller="Otto"),
                ],
                "chosen": chosen,
            }
        }
        for chosen in (None, "c-connected", "c-over")
    },
    "a call in the browser": {
        "session": BROWSER,
        "softphone": {"line": "ready", "call": "connected"},
        "floor": {"conversations": [conversation("connected")]},
    },
    "a call on hold": {"floor": {"conversations": [conversation("held")]}},
    "a call while something is being done": {
        "floor": {"conversations": [conversation("connected")], "acting": "hold"},
    },
    "a call without a connection": {"connection": "lost", "floor": {"conversations": [conversation("held")]}},
    "a call that is recorded": {"floor": {"conversations": [conversation("connected", recording="on")]}},
    "a call whose recording is paused": {"floor": {"conversations": [conversation("connected", recording="paused")]}},
    **{
        f"a consultation that is {stage}": {
            "floor": {"conversations": [conversation("held", recording="on", consult={**CONSULT, "stage": stage})]},
        }
        for stage in ("offered", "active")
    },
    "a consultation that waits in a queue": {
        "floor": {"conversations": [conversation("held", consult={**CONSULT, "who": "", "stage": "queued"})]},
    },
    "a consultation rings": {"floor": {"conversations": [conversation("offered", owned=False, consult=ASKED)]}},
    "a consultation of the agent": {
        "floor": {"conversations": [conversation("connected", owned=False, consult={**ASKED, "stage": "active"})]},
    },
    "a conference of the agent's own": {
        "floor": {"conversations": [conversation("connected", recording="on", colleagues=["Bo Ekström"])]},
    },
    "a conference of somebody else": {
        "floor": {
            "conversations": [
                conversation("connected", owned=False, recording="on", colleagues=["Ada Lindqvist", "+12015550170"])
            ]
        },
    },
    "wrap-up after the agent left": {"floor": {"conversations": [conversation("wrap-up", endedBy="Left")]}},
    "wrap-up after a chat was given away": {
        "floor": {"conversations": [conversation("wrap-up", channel="chat", endedBy="Left")]},
    },
    "wrap-up": {"floor": {"conversations": [conversation("wrap-up")]}},
    "wrap-up after the customer ended": {"floor": {"conversations": [conversation("wrap-up", endedBy="Customer")]}},
    "wrap-up after the agent ended": {"floor": {"conversations": [conversation("wrap-up", endedBy="Agent")]}},
    "wrap-up while something is being done": {
        "floor": {"conversations": [conversation("wrap-up")], "acting": "wrap-up"},
    },
    "wrap-up without a connection": {"connection": "lost", "floor": {"conversations": [conversation("wrap-up")]}},
    "wrap-up of nobody": {"person": None, "floor": {"conversations": [conversation("wrap-up")]}},
    "after an unanswered call": {"session": RONA},
    "after an unanswered call, and no idle code is the default": {
        "session": RONA,
        "person": {"idleCodes": [{"id": "i1", "name": "Lunch", "isDefault": False}]},
    },
    "after an unanswered call, and there are no idle codes": {"session": RONA, "person": {"idleCodes": []}},
    "after an unanswered call, without a connection": {"session": RONA, "connection": "lost"},
    "after an unanswered call of nobody": {"session": RONA, "person": None},
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/desk/calls.js", VIEW, AT_THE_DESK)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"calls.{language}.txt", SITUATIONS, language)


def test_what_its_controls_do(stage: Stage) -> None:
    names = (
        "a call rings in the browser",
        "what comes in by chat",
        "a chat in the pane",
        "a call in the browser",
        "a call beside a chat, none chosen",
        "a call on hold",
        "a call while something is being done",
        "a call that is recorded",
        "a call whose recording is paused",
        "a consultation that is offered",
        "a consultation that is active",
        "a consultation of the agent",
        "a conference of the agent's own",
        "wrap-up",
        "wrap-up while something is being done",
        "after an unanswered call",
        "after an unanswered call, and no idle code is the default",
        "after an unanswered call, and there are no idle codes",
    )
    stage.check_controls(GOLDEN / "calls.controls.txt", {name: SITUATIONS[name] for name in names})


def test_a_wrap_up_needs_a_code(stage: Stage) -> None:
    """Without one the field has the problem and the focus; the code that is chosen then is submitted."""
    stage.draw(SITUATIONS["wrap-up"])
    submit = stage.page.get_by_role("button", name="Submit Wrap Up")
    box = stage.page.get_by_role("combobox", name="Wrap Up Reason")
    submit.click()
    stage.settle()
    expect(box).to_be_focused()
    expect(box).to_have_accessible_description("Choose a wrap-up reason from the list.")
    box.fill("compl")
    box.press("Enter")
    stage.settle()
    expect(box).to_have_accessible_description("")
    expect(box).to_have_value("Complaint")
    assert stage.calls() == []
    submit.click()
    assert stage.calls() == [["agent.floor.wrapUp", "c-wrap-up", {"id": "w2", "name": "Complaint"}]]


def test_the_code_of_one_conversation_is_not_that_of_the_next(stage: Stage) -> None:
    """What was chosen, and what was wrong, is gone where another one is shown."""
    both = [conversation("wrap-up"), {**conversation("wrap-up"), "id": "c-next"}]
    stage.draw({"floor": {"conversations": both, "chosen": "c-wrap-up"}})
    box = stage.page.get_by_role("combobox", name="Wrap Up Reason")
    box.fill("compl")
    box.press("Enter")
    stage.draw({"floor": {"conversations": both, "chosen": "c-next"}}, again=True)
    expect(box).to_have_value("")
    stage.page.get_by_role("button", name="Submit Wrap Up").click()
    stage.settle()
    expect(box).to_have_accessible_description("Choose a wrap-up reason from the list.")
    stage.draw({"floor": {"conversations": both, "chosen": "c-wrap-up"}}, again=True)
    expect(box).to_have_accessible_description("")


def test_the_question_after_an_unanswered_call_has_to_be_answered(stage: Stage) -> None:
    stage.draw(SITUATIONS["after an unanswered call"])
    dialog = stage.page.get_by_role("alertdialog")
    stage.page.keyboard.press("Escape")
    stage.page.keyboard.press("Escape")
    stage.settle()
    expect(dialog).to_be_visible()
    expect(stage.page.get_by_role("button", name="Go To Available")).to_be_focused()
    stage.page.keyboard.press("Enter")
    assert stage.calls() == [["agent.session.changeState", "0"]]
    stage.draw({}, again=True)
    expect(dialog).to_have_count(0)
    expect(stage.page.locator("#page")).to_be_focused()
