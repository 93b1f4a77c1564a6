"""A running tenant: one way to change it, journal and listeners in order, deadlines met, equal runs equal."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.configuration import Settings, StationOption
from deskproof.simulator.domain.events import Event, MonitoringStarted
from deskproof.simulator.domain.monitoring.model import Monitoring, MonitoringState
from deskproof.simulator.domain.rejection import Rejection
from deskproof.simulator.domain.values import SECOND, AgentId, ConnectionId, Instant, Secret
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.journal import EntryKind, describe_parts
from deskproof.simulator.runtime.tenancy import Origins, Tenancy
from tests.simulator.domain.story import AGENTS, CONFIGURATION, MORNING

ADA = AGENTS["ada"]
PATIENCE = CONFIGURATION.settings.lost_connection_recovery_seconds


def tenancy_of(clock: Clock | None = None, seed: int = 1, settings: Settings | None = None) -> Tenancy:
    return Tenancy(
        id_="t-0001", org_id="org", origins=Origins(desktop="http://d", identity="http://i", teams="http://t"),
        configuration=replace(CONFIGURATION, settings=settings or CONFIGURATION.settings),
        clock=clock or Clock.frozen(MORNING), seed=seed,
    )  # fmt: skip


def drop(tenancy: Tenancy, agent_id: AgentId = ADA, extension: str = "1001") -> None:
    """The agent signs in over a connection and loses it."""
    id_ = ConnectionId(tenancy.next_id("connection"))
    script: list[Command] = [
        commands.Subscribe(agent_id=agent_id, connection_id=id_, force=True, allow_multi_login=False),
        commands.Connect(connection_id=id_),
        commands.SignInStation(
            agent_id=agent_id, option=StationOption.EXTENSION, number=extension, team_id=CONFIGURATION.teams[0].id,
            roles=CONFIGURATION.people[0].roles,
        ),
        commands.Disconnect(connection_id=id_),
    ]  # fmt: skip
    for command in script:
        tenancy.submit(command, cause="test")


def names(tenancy: Tenancy) -> list[str]:
    return [f"{entry.kind.value} {entry.name}" for entry in tenancy.journal.after()]


def test_commands_and_events_are_written_in_order_with_their_cause() -> None:
    tenancy = tenancy_of()
    command = commands.Subscribe(
        agent_id=ADA, connection_id=ConnectionId("c"), force=True, allow_multi_login=False
    )  # fmt: skip
    tenancy.submit(command, cause="subscribe")
    asked, happened = tenancy.journal.after()
    assert (asked.kind.value, asked.name, asked.cause) == ("command", "Subscribe", "subscribe")
    assert (happened.kind.value, happened.name, happened.cause) == ("event", "ConnectionRequested", "Subscribe")
    assert asked.data["agent"] == "ada"


def test_a_rejection_is_written_and_raised_after_the_facts_it_leaves() -> None:
    tenancy = tenancy_of()
    with pytest.raises(Rejection):
        tenancy.submit(commands.EnterPassword(email="ada@example.com", password=Secret("no")), cause="password")
    assert names(tenancy) == ["command EnterPassword", "event PasswordRefused", "rejection WRONG_PASSWORD"]
    assert tenancy.journal.after()[-1].data["field"] == "password"


def test_listeners_hear_every_event_after_it_became_true() -> None:
    tenancy = tenancy_of()
    heard: list[str] = []

    def listen(event: Event, at: Instant) -> None:
        heard.append(f"{type(event).__name__} {len(tenancy.state.agents.sessions)}")

    tenancy.listen(listen)
    drop(tenancy)
    assert heard == [
        "ConnectionRequested 0", "Connected 0", "AgentSignedIn 1", "Disconnected 1", "ConnectionLost 1",
    ]  # fmt: skip


def test_ids_are_counted_by_kind() -> None:
    tenancy = tenancy_of()
    assert [tenancy.next_id(kind) for kind in ("a", "a", "b")] == ["a-0001", "a-0002", "b-0001"]


def test_codes_come_from_the_seed() -> None:
    one, same, other = tenancy_of(seed=1), tenancy_of(seed=1), tenancy_of(seed=2)
    codes = [[tenancy.six_digits().reveal() for _ in range(3)] for tenancy in (one, same, other)]
    assert codes[0] == codes[1] != codes[2]
    assert all(len(code) == 6 and code.isdigit() for code in codes[0])


def test_a_mailed_code_is_in_the_mailbox_and_not_in_the_journal() -> None:
    tenancy = tenancy_of()
    tenancy.submit(commands.SendRecoveryCode(email="ada@example.com", code=Secret("123456")), cause="recover")
    (mail,) = tenancy.mailboxes.of("ADA@example.com")
    assert (mail.code, mail.at) == ("123456", MORNING)
    assert "123456" in mail.text
    assert "123456" not in repr(tenancy.journal.after())
    assert tenancy.mailboxes.of("bo@example.com") == ()


def test_deadlines_on_the_way_are_met_at_their_instant() -> None:
    tenancy = tenancy_of()
    drop(tenancy)
    assert tenancy.advance(3_600 * SECOND) == MORNING + 3_600 * SECOND
    ended = tenancy.journal.after()[-1]
    assert (ended.name, ended.at, ended.cause) == ("AgentSignedOut", MORNING + PATIENCE * SECOND, "clock")


def test_time_can_be_run_to_the_next_deadline() -> None:
    tenancy = tenancy_of()
    assert tenancy.run_to_next_deadline() is None
    drop(tenancy)
    assert tenancy.run_to_next_deadline() == MORNING + PATIENCE * SECOND
    assert tenancy.state.agents.sessions == {}


async def test_a_running_clock_keeps_deadlines_by_itself() -> None:
    tenancy = tenancy_of(Clock.real(), settings=Settings(lost_connection_recovery_seconds=0))
    drop(tenancy)
    async with asyncio.timeout(20):
        await tenancy.journal.wait_for(lambda entry: entry.name == "AgentSignedOut")
    tenancy.close()


async def test_a_running_clock_keeps_each_deadline_when_it_comes() -> None:
    tenancy = tenancy_of(Clock.real())
    drop(tenancy)
    first = tenancy.next_deadline()
    assert first is not None
    tenancy.clock.move_to(Instant(first - SECOND))
    drop(tenancy, AGENTS["bo"], "1002")
    for agent_id in (ADA, AGENTS["bo"]):
        deadline = tenancy.next_deadline()
        assert deadline is not None
        seen = len(tenancy.journal)
        async with asyncio.timeout(20):
            tenancy.clock.move_to(max(deadline, tenancy.clock.now()))
            ended = await tenancy.journal.wait_for(lambda entry: entry.name == "AgentSignedOut", after=seen)
        assert ended.at >= deadline
        assert agent_id not in tenancy.state.agents.sessions
    tenancy.close()


async def test_a_clock_that_runs_again_keeps_the_deadline_that_it_had() -> None:
    tenancy = tenancy_of(Clock.real())
    drop(tenancy)
    deadline = tenancy.next_deadline()
    assert deadline is not None
    tenancy.clock.freeze()
    tenancy.submit(
        commands.Subscribe(agent_id=AGENTS["bo"], connection_id=ConnectionId("c"), force=True, allow_multi_login=False),
        cause="test",
    )
    tenancy.run_clock()
    async with asyncio.timeout(20):
        tenancy.clock.move_to(deadline)
        await tenancy.journal.wait_for(lambda entry: entry.name == "AgentSignedOut")
    tenancy.close()


def test_equal_runs_give_equal_journals() -> None:
    one, two = tenancy_of(), tenancy_of()
    for tenancy in (one, two):
        drop(tenancy)
        tenancy.advance(60 * SECOND)
    written = [
        [(entry.seq, entry.at, entry.kind, entry.name, entry.cause, entry.data) for entry in tenancy.journal.after()]
        for tenancy in (one, two)
    ]
    assert written[0] == written[1] != []


def test_the_journal_has_a_name_for_the_monitoring_id_that_a_client_draws() -> None:
    def written(*drawn: str) -> list[object]:
        tenancy = tenancy_of()
        for id_ in drawn:
            with pytest.raises(Rejection):
                tenancy.submit(
                    commands.StartMonitoring(monitoring_id=id_, agent_id=ADA, conversation_id="none"), cause="monitor"
                )
        return [entry.data["monitoring"] for entry in tenancy.journal.after() if entry.kind is EntryKind.COMMAND]

    assert written("7c9e", "03ab", "7c9e") == ["monitoring-0001", "monitoring-0002", "monitoring-0001"]
    assert written("ffff") == ["monitoring-0001"]


def test_later_events_have_the_same_name_for_it() -> None:
    monitoring = Monitoring(
        id="7c9e", supervisor_id=ADA, conversation_id="c", state=MonitoringState.REQUESTED, since=MORNING
    )
    parts = describe_parts(MonitoringStarted(monitoring=monitoring), {"7c9e": "monitoring-0001", ADA: "ada"})
    assert (parts["id"], parts["supervisor"]) == ("monitoring-0001", "ada")
