"""The rows of Station Credentials: what they say in every situation, and what their controls do."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.simulator.desktop.views.stage import Changes, Stage
from tests.simulator.desktop.views.station.conftest import BASE, VIEW

GOLDEN = Path(__file__).parent / "golden"
MODULE = "/desktop/views/station/rows.js"
"""Drawn with its dialog, `VIEW`."""

BROWSER = {"options": ["BROWSER", "AGENT_DN"]}
EXTENSION = {"options": ["EXTENSION", "AGENT_DN"]}
LOCKED = {"defaultNumber": "+12015550123", "numberLocked": True}


def refused(code: str, kind: str = "refused") -> Changes:
    return {"station": {"busy": False, "refusal": {"code": code, "kind": kind, "trackingId": "desk_1"}}}


SITUATIONS: dict[str, Changes] = {
    "a dial number": {},
    "busy": {"station": {"busy": True, "refusal": None}},
    "busy, with a number and a role": {
        "station": {"busy": True, "refusal": None},
        "person": {"defaultNumber": "+12015550123", "roles": ["agent", "supervisor"]},
    },
    "a default number": {"person": {"defaultNumber": "+46701234567"}},
    "a default number of nowhere": {"person": {"defaultNumber": "123"}},
    "a locked number": {"person": LOCKED},
    "a locked number that is none": {"person": {**LOCKED, "defaultNumber": "123"}},
    "an extension": {"person": EXTENSION},
    "an extension that is set": {"person": {**EXTENSION, "defaultNumber": "1001"}},
    "a locked extension": {"person": {**EXTENSION, "defaultNumber": "1001", "numberLocked": True}},
    "Desktop, which this browser cannot do": {"person": BROWSER},
    "only a dial number": {"person": {"options": ["AGENT_DN"]}},
    "only Desktop": {"person": {"options": ["BROWSER"]}},
    "no option": {"person": {"options": []}},
    "agent or supervisor": {"person": {"roles": ["agent", "supervisor"]}},
    "every role": {"person": {"roles": ["agent", "supervisor", "supervisorAgent"]}},
    "one team": {"person": {"teams": [{"id": "t1", "name": "Sales"}]}},
    "no team": {"person": {"teams": []}},
    "Teams is not tried": {"teams": {"status": "untried", "why": ""}},
    "refused: the number is in use": refused("DUPLICATE_LOCATION"),
    "refused: the extension is in use": {**refused("DUPLICATE_LOCATION"), "person": EXTENSION},
    "refused: no such number": refused("INVALID_DIAL_NUMBER"),
    "refused: no such number, of an extension": {**refused("INVALID_DIAL_NUMBER"), "person": EXTENSION},
    "refused: no such extension": {**refused("INVALID_EXTENSION"), "person": EXTENSION},
    "refused: the number is not registered": refused("NUMBER_NOT_REGISTERED"),
    "refused: the number is restricted": refused("NUMBER_RESTRICTED"),
    "refused: the option": refused("OPTION_NOT_PROVISIONED"),
    "refused: the microphone is denied": refused("MICROPHONE_DENIED"),
    "refused: there is no microphone": refused("MICROPHONE_ABSENT"),
    "refused: the microphone failed": refused("MICROPHONE_FAILED"),
    "refused: the role": {**refused("ROLE_NOT_ASSIGNED"), "person": {"roles": ["agent", "supervisor"]}},
    "refused: the team": refused("TEAM_NOT_ASSIGNED"),
    "refused: the only option": {**refused("OPTION_NOT_PROVISIONED"), "person": {"options": ["BROWSER"]}},
    "the network failed": refused("", "network"),
    "no answer in time": refused("", "timeout"),
    "refused for another reason": refused("SOMETHING"),
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/station/station.js", VIEW, BASE)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"rows.{language}.txt", SITUATIONS, language)


def test_what_its_controls_do(stage: Stage) -> None:
    names = ("a dial number", "busy, with a number and a role", "a default number", "agent or supervisor", "one team")
    stage.check_controls(GOLDEN / "rows.controls.txt", {name: SITUATIONS[name] for name in names})
