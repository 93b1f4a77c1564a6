"""The dialog that asks whom to reach: who is offered, what is missing, and what is asked of the back end."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.simulator.desktop.views.stage import AT_THE_DESK, Changes, Stage, conversation

VIEW = """({ reachControl }, desktop, html) => html`
  <main>${reachControl(desktop, desktop.state.floor.conversations[0])}</main>
`"""
PEOPLE = [
    {"agentId": "bo", "agentName": "Bo Ekström", "state": "Available"},
    {"agentId": "signe", "agentName": "Signe Dahl", "state": "Idle"},
]
QUEUES = [{"id": "q1", "name": "Support Line"}, {"id": "q2", "name": "Sales Line"}]
CALL = {"floor": {"conversations": [conversation("connected")]}}
KNOWN: Changes = {**CALL, "colleagues": PEOPLE, "queues": QUEUES}
CONFERENCE: Changes = {**KNOWN, "floor": {"conversations": [conversation("connected", colleagues=["Signe Dahl"])]}}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/desk/shared-calls.js", VIEW, AT_THE_DESK)


def opened(stage: Stage, changes: Changes) -> Locator:
    """The dialog, open, in a page with these changes of the state."""
    stage.draw(changes)
    stage.page.get_by_role("button", name="Consult or Transfer", exact=True).click()
    return stage.page.get_by_role("dialog", name="Consult or Transfer")


def test_opening_it_reads_whom_there_is_to_reach(stage: Stage) -> None:
    expect(opened(stage, CALL)).to_contain_text("Reading…")
    assert stage.calls() == [["agent.contacts.readDestinations"]]


def test_only_agents_who_are_available_are_offered(stage: Stage) -> None:
    dialog = opened(stage, KNOWN)
    dialog.get_by_role("combobox", name="Agent").click()
    expect(dialog.get_by_role("option")).to_have_text(["Bo Ekström"])


@pytest.mark.parametrize(
    ("changes", "kind", "text"),
    [
        ({**KNOWN, "colleagues": PEOPLE[1:]}, "Agent", "No other agent is available at the moment."),
        ({**KNOWN, "queues": []}, "Queue", "There are no queues that take calls."),
        ({**CALL, "unavailable": ["colleagues"]}, "Agent", "Unavailable until the problem is fixed"),
        ({**CALL, "unavailable": ["queues"]}, "Queue", "Unavailable until the problem is fixed"),
    ],
)
def test_it_says_why_there_is_nobody_to_choose(stage: Stage, changes: Changes, kind: str, text: str) -> None:
    dialog = opened(stage, changes)
    dialog.get_by_role("radio", name=kind).check()
    expect(dialog).to_contain_text(text)
    expect(dialog.get_by_role("combobox")).to_have_count(0)


@pytest.mark.parametrize(
    ("kind", "typed", "to"),
    [
        ("Agent", "bo", {"to": "bo", "destinationType": "agent"}),
        ("Queue", "sales", {"to": "q2", "destinationType": "queue"}),
        ("Number", " +12015550170 ", {"to": "+12015550170", "destinationType": "dialNumber"}),
    ],
)
@pytest.mark.parametrize("verb", ["consult", "transfer"])
def test_what_is_chosen_is_reached(stage: Stage, kind: str, typed: str, to: dict[str, str], verb: str) -> None:
    dialog = opened(stage, KNOWN)
    dialog.get_by_role("radio", name=kind).check()
    field = dialog.get_by_role("textbox" if kind == "Number" else "combobox", name=kind)
    field.fill(typed)
    if kind != "Number":
        field.press("Enter")
    dialog.get_by_role("button", name=verb.capitalize(), exact=True).click()
    expect(dialog).to_have_count(0)
    assert stage.calls()[-1] == [f"agent.floor.{verb}", "c-connected", to]


@pytest.mark.parametrize(
    ("kind", "typed", "problem"),
    [
        ("Agent", "", "Choose an agent from the list."),
        ("Queue", "", "Choose a queue from the list."),
        ("Number", "", "Enter the number with + and its country code, such as +12015550170."),
        ("Number", "2015550170", "Enter the number with + and its country code, such as +12015550170."),
    ],
)
def test_what_is_missing_is_said_at_the_field(stage: Stage, kind: str, typed: str, problem: str) -> None:
    dialog = opened(stage, KNOWN)
    dialog.get_by_role("radio", name=kind).check()
    field = dialog.get_by_role("textbox" if kind == "Number" else "combobox", name=kind)
    field.fill(typed)
    dialog.get_by_role("button", name="Consult", exact=True).click()
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description(problem)
    expect(dialog).to_be_visible()
    assert stage.calls() == [["agent.contacts.readDestinations"]]


def test_each_time_it_begins_with_no_choice(stage: Stage) -> None:
    dialog = opened(stage, KNOWN)
    dialog.get_by_role("radio", name="Number").check()
    dialog.get_by_role("textbox").fill("+12015550170")
    stage.page.keyboard.press("Escape")
    stage.page.get_by_role("button", name="Consult or Transfer", exact=True).click()
    expect(dialog.get_by_role("radio", name="Agent")).to_be_checked()
    expect(dialog.get_by_role("combobox", name="Agent")).to_have_value("")


def test_a_call_that_is_shared_cannot_be_given_away(stage: Stage) -> None:
    dialog = opened(stage, CONFERENCE)
    expect(dialog.get_by_role("button", name="Transfer", exact=True)).to_have_count(0)
    expect(dialog).to_have_accessible_description("The others talk on while you consult.")
