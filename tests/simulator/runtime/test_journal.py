"""The journal: ordered, masked, people by key, and worth waiting for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest

from deskproof.simulator.domain.commands import EnterPassword, ReloadSession
from deskproof.simulator.domain.configuration import Role
from deskproof.simulator.domain.values import AgentId, Instant, Secret
from deskproof.simulator.runtime.journal import MASK, Entry, EntryKind, Journal, describe

AT = Instant(1)


def write(journal: Journal, name: str) -> Entry:
    return journal.append(at=AT, kind=EntryKind.EVENT, name=name, cause="test", described=dict)


def test_entries_are_numbered_from_one_and_read_after_a_number() -> None:
    journal = Journal()
    assert [write(journal, name).seq for name in "abc"] == [1, 2, 3]
    assert [entry.name for entry in journal.after(1)] == ["b", "c"]
    assert journal.after(3) == journal.after(9) == ()
    assert len(journal.after(-5)) == 3


async def test_an_entry_that_is_there_is_not_waited_for() -> None:
    journal = Journal()
    expected = write(journal, "a")
    assert await journal.wait_for(lambda entry: entry.name == "a") == expected


async def test_waiting_ends_with_the_first_entry_that_fits() -> None:
    journal = Journal()
    old = write(journal, "b")
    waiting = asyncio.ensure_future(journal.wait_for(lambda entry: entry.name == "b", after=old.seq))
    write(journal, "a")
    expected = write(journal, "b")
    write(journal, "b")
    assert await waiting == expected


def test_secrets_are_masked_and_people_named_by_key() -> None:
    people: dict[str, str] = {"agent-1": "ada"}
    password = EnterPassword(email="ada@example.com", password=Secret("horse"))
    assert describe(password, people) == {"email": "ada@example.com", "password": MASK}
    assert describe(ReloadSession(agent_id=AgentId("agent-1")), people) == {"agent": "ada"}
    assert describe(ReloadSession(agent_id=AgentId("agent-2")), people) == {"agentId": "agent-2"}


@dataclass(frozen=True, kw_only=True)
class Thing:
    in_between: tuple[Role, ...]
    nested: ReloadSession | None = None


def test_names_are_camel_case_and_values_json() -> None:
    described = describe(Thing(in_between=(Role.AGENT,)), {})
    assert described == {"inBetween": ["agent"], "nested": None}


def test_what_the_journal_cannot_hold_is_a_bug() -> None:
    with pytest.raises(TypeError, match="cannot hold a complex"):
        describe(1j, {})
