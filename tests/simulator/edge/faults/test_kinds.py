"""The table of fault kinds: every kind acts somewhere, and what each does when it fires."""

from __future__ import annotations

import pytest

from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.edge.faults.kinds import (
    ALTERING_FAULTS,
    CONNECTION_FAULTS,
    FRAME_FAULTS,
    REQUEST_FAULTS,
    act_on_connections,
    copies_of_frame,
)
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.faults import FaultKind, Faults
from deskproof.simulator.runtime.journal import Journal
from tests.simulator.domain.story import MORNING


@pytest.fixture
def faults() -> Faults:
    return Faults(journal=Journal(), now=Clock.frozen(MORNING).now)


class Connections:
    """What is open, as the faults of connections see it."""

    def __init__(self) -> None:
        self.done: list[tuple[str, str]] = []

    def drop(self, agent_id: AgentId) -> None:
        self.done.append(("drop", agent_id))

    def silence(self, agent_id: AgentId) -> None:
        self.done.append(("silence", agent_id))


def test_every_kind_acts_somewhere() -> None:
    assert {*REQUEST_FAULTS, *FRAME_FAULTS, *CONNECTION_FAULTS, *ALTERING_FAULTS} == set(FaultKind)


@pytest.mark.parametrize(
    ("kinds", "copies"),
    [
        ([], 1),
        ([FaultKind.LOSES_AN_EVENT], 0),
        ([FaultKind.DELIVERS_TWICE], 2),
        ([FaultKind.DELIVERS_TWICE, FaultKind.LOSES_AN_EVENT], 0),
    ],
)
def test_a_frame_leaves_as_often_as_its_faults_say(faults: Faults, kinds: list[FaultKind], copies: int) -> None:
    for kind in kinds:
        faults.arm(kind=kind, where="Frame")
    assert copies_of_frame(faults, "Other") == 1
    assert copies_of_frame(faults, "Frame") == copies


@pytest.mark.parametrize(
    ("kind", "done"),
    [
        (FaultKind.CUTS_EVERYTHING, "drop"),
        (FaultKind.CLOSES_THE_SOCKET, "drop"),
        (FaultKind.GOES_SILENT, "silence"),
    ],
)
def test_a_fault_of_connections_acts_on_its_person_alone(faults: Faults, kind: FaultKind, done: str) -> None:
    faults.arm(kind=kind, where="ada")
    connections = Connections()
    act_on_connections(faults, connections, AgentId("bo-id"), "bo")
    act_on_connections(faults, connections, AgentId("ada-id"), "ada")
    assert connections.done == [(done, "ada-id")]
