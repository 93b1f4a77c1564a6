"""The entries of the wire catalogue for what agents did."""

from __future__ import annotations

from deskproof.simulator.wire.history import encode, shapes
from deskproof.simulator.wire.kernel.addresses import Service
from deskproof.simulator.wire.kernel.operation import Operation, Reads

_GUESSES = "Every supervisor may ask, without a separate scope. "

HISTORY_OPERATIONS: tuple[Operation, ...] = (
    Operation(
        name="agent activities", method="GET", service=Service.GATEWAY, path="/v1/agents/activities",
        does=Reads(read=encode.activities), query=shapes.ActivitiesQuery, answer=shapes.ActivitiesAnswer,
        source="Get Agent Activities of the public API",
        differs=f"{_GUESSES}An agent's state and each part in a conversation are activities of their own; the words of "
        "`currentState` beside idle, available and connected are guesses. `channelId` depends on agent and channel.",
    ),
    Operation(
        name="agent statistics", method="GET", service=Service.GATEWAY, path="/v1/agents/statistics",
        does=Reads(read=encode.statistics), query=shapes.StatisticsQuery, answer=shapes.StatisticsAnswer,
        source="Get Agent Statistics of the public API",
        differs=f"{_GUESSES}Agents who were not signed in are left out. `totalAssignedTasks` equals "
        "`totalAcceptedTasks`; the times of being available are the same in every channel.",
    ),
)  # fmt: skip
