"""The schema of facts: it knows every entry that a journal really has, and its page is not stale."""

from __future__ import annotations

import re

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.configuration import WorkType
from deskproof.simulator.domain.events import Event
from deskproof.simulator.runtime.facts import PAGE, facts, page
from deskproof.simulator.runtime.journal import describe
from tests.simulator.domain.story import AGENTS, CONFIGURATION, KEYS, Story


class Told(Story):
    """A story that keeps what a journal would hold of it."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[tuple[str, dict[str, object]]] = []

    def events(self, command: Command) -> tuple[Event, ...]:
        events = super().events(command)
        for each in (command, *events):
            if not isinstance(each, commands.Wake):
                data = describe(each, KEYS)
                assert isinstance(data, dict)
                self.entries.append((type(each).__name__, data))
        return events


@pytest.fixture
def entries() -> list[tuple[str, dict[str, object]]]:
    """A call that is answered, held, monitored, ended and wrapped up; one that nobody answers; one that hangs up."""
    story = Told()
    story.available("ada")
    story.signs_in("signe")
    story.calls()
    story.answers("ada")
    story.does(commands.HoldConversation(agent_id=AGENTS["ada"], conversation_id="c1"))
    story.does(commands.ResumeConversation(agent_id=AGENTS["ada"], conversation_id="c1"))
    story.does(commands.StartMonitoring(agent_id=AGENTS["signe"], monitoring_id="m-1", conversation_id="c1"))
    story.answers("signe")
    story.does(commands.EndConversation(agent_id=AGENTS["ada"], conversation_id="c1"))
    wrap_up = next(code.id for code in CONFIGURATION.auxiliary_codes if code.work is WorkType.WRAP_UP)
    story.does(commands.WrapUpConversation(agent_id=AGENTS["ada"], conversation_id="c1", code_id=wrap_up))
    story.calls()
    story.passes(60)
    story.does(commands.SignOutStation(agent_id=AGENTS["ada"], reason="done"))
    return story.entries


def test_every_entry_of_a_story_fits_its_fact(entries: list[tuple[str, dict[str, object]]]) -> None:
    assert len({name for name, _ in entries}) > 20
    for name, data in entries:
        one_down = {part for inner in data.values() if isinstance(inner, dict) for part in inner}
        assert {*data, *one_down} <= facts()[name].parts, name


def test_no_fact_has_a_part_of_a_secret() -> None:
    assert all("text" not in {part.lower() for part in fact.parts} for fact in facts().values())


def test_a_rejection_and_a_fault_are_facts() -> None:
    assert facts()["WRONG_PASSWORD"].kind.value == "rejection"
    assert facts()["answers late"].parts == {"where", "times"}
    assert "Wake" not in facts()


def test_the_page_is_not_stale() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
    assert len(re.findall(r"^\| `", page(), re.MULTILINE)) == len(facts())
