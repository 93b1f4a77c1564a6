"""The values of Station Credentials: what is filled in at first, what is wrong with it, and what is submitted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.reports.expected import check_golden
from tests.simulator.desktop.views.stage import Changes, Stage, difference, written
from tests.simulator.desktop.views.station.conftest import BASE, VIEW

GOLDEN = Path(__file__).parent / "golden"
MODULE = "/desktop/views/station/form.js"
"""Drawn by its dialog, `VIEW`."""

ROLES = {"person": {"roles": ["agent", "supervisor"]}}
EXTENSION = {"person": {"options": ["EXTENSION", "AGENT_DN"]}}
ONE_TEAM: dict[str, Any] = {"teams": [{"id": "t1", "name": "Sales"}]}
SAVED = {
    "option": "AGENT_DN",
    "number": "0701234567",
    "extension": "1001",
    "international": True,
    "region": "SE",
    "teamId": "t2",
    "role": "agent",
}


@pytest.fixture(scope="module")
def chrome(still_page: Page) -> Page:
    """This browser passes for Google Chrome."""
    still_page.evaluate(
        "Object.defineProperty(navigator, 'userAgentData', { value: { brands: [{ brand: 'Google Chrome' }] } })"
    )
    return still_page


@pytest.fixture(scope="module")
def module_stage(chrome: Page) -> Stage:
    return Stage(chrome, "/desktop/views/station/station.js", VIEW, BASE)


@pytest.fixture
def stage(module_stage: Stage) -> Iterator[Stage]:
    module_stage.page.evaluate("localStorage.clear()")
    yield module_stage
    module_stage.page.evaluate("localStorage.clear()")


def save(stage: Stage, values: dict[str, Any]) -> None:
    stage.page.evaluate("(text) => localStorage.setItem('deskproof-desk.station.a1', text)", json.dumps(values))


def number(stage: Stage) -> Locator:
    return stage.page.locator("#station-number")


def sign_in(stage: Stage) -> None:
    stage.page.get_by_role("button", name="Submit").click()
    stage.settle()


def choose(stage: Stage, field: str, typed: str) -> None:
    box = stage.page.get_by_role("combobox", name=field)
    box.fill(typed)
    box.press("Enter")
    stage.settle()


def test_everything_that_is_saved_is_filled_in_and_submitted(stage: Stage) -> None:
    save(stage, SAVED)
    stage.draw()
    check_golden("form.saved.txt", written([("saved", stage.reading())]), GOLDEN)
    sign_in(stage)
    assert stage.calls() == [["agent.session.signIn", SAVED, "+46701234567", True]]
    stage.page.get_by_label("Remember").click()
    sign_in(stage)
    assert stage.calls() == [["agent.session.signIn", SAVED, "+46701234567", False]]


def test_what_is_entered_is_submitted(stage: Stage) -> None:
    stage.draw()
    number(stage).fill("070-123 45 67")
    choose(stage, "Country", "sweden")
    choose(stage, "Team", "support")
    sign_in(stage)
    entered = {**SAVED, "number": "070-123 45 67", "extension": ""}
    assert stage.calls() == [["agent.session.signIn", entered, "+46701234567", False]]
    stage.page.get_by_label("International").uncheck()
    number(stage).fill("+12015550123")
    stage.page.get_by_label("Remember").check()
    sign_in(stage)
    entered |= {"number": "+12015550123", "international": False}
    assert stage.calls() == [["agent.session.signIn", entered, "+12015550123", True]]


def test_number_and_extension_are_kept_apart(stage: Stage) -> None:
    stage.draw({"person": ONE_TEAM})
    number(stage).fill("2015550123")
    stage.page.get_by_role("radio", name="Extension").check()
    expect(number(stage)).to_have_value("")
    number(stage).fill("1001")
    stage.page.get_by_role("radio", name="Dial").check()
    expect(number(stage)).to_have_value("2015550123")
    stage.page.get_by_role("radio", name="Extension").check()
    expect(number(stage)).to_have_value("1001")
    sign_in(stage)
    ((name, entered, wire, remembering),) = stage.calls()
    assert (name, entered["number"], entered["extension"], wire, remembering) == (
        "agent.session.signIn",
        "2015550123",
        "1001",
        "1001",
        False,
    )


def test_a_supervisor_signs_in_without_a_team(stage: Stage) -> None:
    stage.draw({"person": {**ROLES["person"], **ONE_TEAM, "defaultNumber": "+12015550123"}})
    expect(stage.page.get_by_role("combobox", name="Team")).to_have_count(0)
    sign_in(stage)
    stage.page.get_by_label("Role").select_option("agent")
    expect(stage.page.get_by_role("combobox", name="Team")).to_have_value("Sales")
    sign_in(stage)
    submitted = [(call[1]["role"], call[1]["teamId"]) for call in stage.calls()]
    assert submitted == [("supervisor", ""), ("agent", "t1")]


def test_desktop_needs_no_number(stage: Stage) -> None:
    stage.draw({"person": {"options": ["BROWSER"], **ONE_TEAM}})
    expect(number(stage)).to_have_count(0)
    sign_in(stage)
    ((_, entered, wire, _),) = stage.calls()
    assert (entered["option"], wire) == ("BROWSER", "")


PROBLEMS: dict[str, tuple[Changes, str, bool]] = {
    "nothing is entered": ({}, "", True),
    "letters": ({}, "abc", True),
    "a character": ({}, "201#555", True),
    "too short": ({}, "2", True),
    "too long": ({}, "20155501230123456", True),
    "another country": ({}, "+46701234567", True),
    "no country": ({}, "2015550123", False),
    "an extension is lacking": (EXTENSION, "", True),
    "letters in an extension": (EXTENSION, "x", True),
}
"""What is typed, and whether in the international format."""


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_is_wrong_is_said_at_its_field(stage: Stage, language: str) -> None:
    sections = []
    for name, (changes, typed, international) in PROBLEMS.items():
        stage.draw(changes, language)
        if not international:
            stage.page.get_by_role("checkbox").first.uncheck()
        number(stage).fill(typed)
        before = stage.reading()
        stage.page.locator("button[type=submit]").click(force=True)
        sections.append((name, difference(before, stage.reading())))
        assert stage.calls() == []
    check_golden(f"form.problems.{language}.txt", written(sections), GOLDEN)


@pytest.mark.parametrize(
    ("changes", "typed", "focused"),
    [
        ({}, "", "Dial Number"),
        ({"regions": []}, "2015550123", "Country code"),
        ({}, "2015550123", "Team"),
        (EXTENSION, "x", "Extension"),
    ],
)
def test_the_first_field_at_fault_has_the_focus(stage: Stage, changes: Changes, typed: str, focused: str) -> None:
    stage.draw(changes)
    number(stage).fill(typed)
    sign_in(stage)
    expect(stage.page.locator(":focus")).to_have_accessible_name(focused)


@pytest.mark.parametrize(
    ("code", "changes", "selector"),
    [
        ("DUPLICATE_LOCATION", {}, "#station-number"),
        ("OPTION_NOT_PROVISIONED", {}, "[name=option]:checked"),
        ("ROLE_NOT_ASSIGNED", ROLES, "#station-role"),
        ("TEAM_NOT_ASSIGNED", {}, ".team input"),
        ("SOMETHING", {}, "#station-title"),
    ],
)
def test_a_refusal_is_at_its_field_until_that_is_changed(
    stage: Stage, code: str, changes: Changes, selector: str
) -> None:
    refusal = {"code": code, "kind": "refused", "trackingId": "desk_1"}
    stage.draw(changes)
    stage.draw({**changes, "station": {"busy": True, "refusal": None}}, again=True)
    stage.draw({**changes, "station": {"busy": False, "refusal": refusal}}, again=True)
    expect(stage.page.locator(selector)).to_be_focused()


def test_a_refusal_takes_the_focus_once(stage: Stage) -> None:
    stage.draw({"station": {"busy": True, "refusal": None}})
    refusal = {"code": "DUPLICATE_LOCATION", "kind": "refused", "trackingId": "desk_1"}
    stage.draw({"station": {"busy": False, "refusal": refusal}}, again=True)
    expect(number(stage)).to_be_focused()
    team = stage.page.locator(".team input")
    team.focus()
    stage.page.evaluate("document.querySelector('station-credentials').language = 'sv'")
    stage.settle()
    expect(stage.page.get_by_role("heading", name="Stationsuppgifter")).to_be_visible()
    expect(team).to_be_focused()


def test_a_refusal_goes_when_its_field_is_changed_and_the_next_one_is_shown(stage: Stage) -> None:
    refusal = {"code": "DUPLICATE_LOCATION", "kind": "refused", "trackingId": "desk_1"}
    problem = stage.page.locator(".problem")
    stage.draw({"station": {"busy": False, "refusal": refusal}})
    choose(stage, "Team", "support")
    expect(problem).to_have_count(1)
    number(stage).fill("2")
    expect(problem).to_have_count(0)
    stage.draw({"station": {"busy": False, "refusal": {**refusal, "trackingId": "desk_2"}}}, again=True)
    expect(problem).to_have_count(1)


def test_a_problem_goes_when_its_field_is_changed(stage: Stage) -> None:
    stage.draw()
    problems = stage.page.locator(".problem")
    sign_in(stage)
    expect(problems).to_have_count(2)
    choose(stage, "Team", "support")
    expect(problems).to_have_count(1)
    stage.page.get_by_label("International").uncheck()
    expect(problems).to_have_count(0)
    sign_in(stage)
    expect(problems).to_have_count(1)
    stage.page.get_by_role("radio", name="Extension").check()
    expect(problems).to_have_count(0)
    sign_in(stage)
    expect(problems).to_have_count(1)
    number(stage).fill("1")
    expect(problems).to_have_count(0)


def test_a_number_is_cleared_and_entered_again(stage: Stage) -> None:
    stage.draw()
    number(stage).fill("201")
    sign_in(stage)
    stage.page.get_by_role("button", name="Clear Dial Number").click()
    expect(number(stage)).to_have_value("")
    expect(number(stage)).to_be_focused()
    expect(stage.page.get_by_role("button", name="Clear Dial Number")).to_have_count(0)


def test_nothing_is_submitted_twice_or_without_an_option(stage: Stage) -> None:
    save(stage, SAVED)
    situations: list[Changes] = [{"station": {"busy": True, "refusal": None}}, {"person": {"options": []}}]
    for changes in situations:
        stage.draw(changes)
        stage.page.locator("button[type=submit]").click(force=True)
        assert stage.calls() == []


def test_teams_and_words_follow_what_is_drawn_again(stage: Stage) -> None:
    save(stage, SAVED)
    stage.draw()
    before = stage.reading()
    stage.draw({"person": {"teams": [{"id": "t2", "name": "Help"}]}}, again=True)
    teams = difference(before, stage.reading())
    stage.draw({"person": {"teams": [{"id": "t2", "name": "Help"}]}}, "sv", again=True)
    check_golden("form.again.txt", written([("other teams", teams), ("Swedish", stage.reading())]), GOLDEN)
