"""A supervisor's monitoring: the ongoing conversations of others, the review, and the pane."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.reports.expected import check_golden
from tests.simulator.desktop.views.stage import (
    AT_THE_DESK,
    NOW_MS,
    SESSION,
    Changes,
    Stage,
    conversation,
    difference,
    written,
)

GOLDEN = Path(__file__).parent / "golden"
VIEW = """({ ongoingConversations, monitoringPane }, desktop, html) => html`
  ${ongoingConversations(desktop)}
  ${monitoringPane(desktop)}
`"""
BASE = {**AT_THE_DESK, "session": {**SESSION, "role": "supervisor"}}
MONITORING = {
    "id": "m1",
    "stage": "requested",
    "since": NOW_MS - 65_000,
    "caller": "+46701234567",
    "queue": "Claims",
    "agent": "Grace Hopper",
}
ONGOING = [
    {"id": "o1", "caller": "+12015550199", "queue": "Billing", "agent": "Grace Hopper", "since": NOW_MS},
    {"id": "o2", "caller": "anonymous", "queue": "Claims", "agent": "Alan Turing", "since": NOW_MS},
]

SITUATIONS: dict[str, Changes] = {
    "a supervisor, and nothing is read yet": {},
    "an agent": {"session": {"role": "agent"}},
    "a supervisor who is an agent too": {"session": {"role": "supervisorAgent"}},
    "no session": {"session": None},
    "nothing ongoing": {"floor": {"ongoing": []}},
    "ongoing": {"floor": {"ongoing": ONGOING}},
    "reading failed": {"floor": {"ongoing": ONGOING, "ongoingFailed": True}},
    "reading failed at first": {"floor": {"ongoingFailed": True}},
    "ongoing, without a connection": {"connection": "lost", "floor": {"ongoing": ONGOING}},
    "ongoing, with a call of one's own": {"floor": {"ongoing": ONGOING, "conversations": [conversation("connected")]}},
    "ongoing, while something is being done": {"floor": {"ongoing": ONGOING, "acting": "monitor"}},
    "requested": {"floor": {"ongoing": ONGOING, "monitoring": MONITORING}},
    "monitoring": {"floor": {"monitoring": {**MONITORING, "stage": "active"}}},
    "monitoring is paused": {"floor": {"monitoring": {**MONITORING, "stage": "paused"}}},
    "monitoring, while something is being done": {
        "floor": {"monitoring": {**MONITORING, "stage": "active"}, "acting": "pause"},
    },
    "monitoring, without a connection": {
        "connection": "lost",
        "floor": {"monitoring": {**MONITORING, "stage": "active"}},
    },
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/desk/monitoring.js", VIEW, BASE)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"monitoring.{language}.txt", SITUATIONS, language)


def test_what_its_controls_do(stage: Stage) -> None:
    names = (
        "ongoing",
        "ongoing, with a call of one's own",
        "requested",
        "monitoring",
        "monitoring is paused",
        "monitoring, without a connection",
    )
    stage.check_controls(GOLDEN / "monitoring.controls.txt", {name: SITUATIONS[name] for name in names})


def test_the_list_is_read_at_once_and_every_15_seconds_while_connected(stopped_page: Page) -> None:
    stage = Stage(stopped_page, "/desktop/views/desk/monitoring.js", VIEW, BASE)
    read = ["agent.floor.readOngoing"]
    stage.draw({"session": {"role": "agent"}})
    stage.draw(again=True)
    assert stage.calls() == [read]
    stage.page.clock.run_for(14_999)
    assert stage.calls() == []
    stage.page.clock.run_for(1)
    assert stage.calls() == [read]
    stage.draw({"connection": "lost"}, again=True)
    stage.page.clock.run_for(30_000)
    assert stage.calls() == []
    stage.draw({"session": {"role": "agent"}}, again=True)
    stage.draw(again=True)
    stage.draw({"session": {"role": "agent"}}, again=True)
    stage.calls()
    stage.page.clock.run_for(30_000)
    assert stage.calls() == []


def test_a_conversation_is_reviewed_before_it_is_monitored(stage: Stage) -> None:
    stage.draw(SITUATIONS["ongoing"])
    review = stage.page.get_by_role("button", name="Review and Monitor")
    dialog = stage.page.get_by_role("dialog", name="Review and Monitor")
    before = stage.reading()
    review.nth(1).click()
    opened = difference(before, stage.reading())
    dialog.get_by_role("button", name="Cancel").click()
    stage.settle()
    closed = difference(before, stage.reading())
    assert stage.calls() == []
    review.first.click()
    dialog.get_by_role("button", name="Start Monitoring").click()
    assert stage.calls() == [["agent.floor.monitor", "o1"]]
    stage.settle()
    expect(dialog).to_have_count(0)
    review.first.click()
    stage.draw(SITUATIONS["ongoing, without a connection"], again=True)
    expect(dialog.get_by_role("button", name="Start Monitoring")).to_be_disabled()
    check_golden("monitoring.review.txt", written([("opened", opened), ("cancelled", closed)]), GOLDEN)
