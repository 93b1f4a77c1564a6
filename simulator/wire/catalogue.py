"""The wire catalogue: every operation that a client may request and every frame that it may get.

This is the only place that knows the product's addresses and types. Routes are made from `OPERATIONS`, notifications
from `FRAMES`, and docs/fidelity.md from both. What is not here is refused, and recorded as unknown.
"""

from __future__ import annotations

from collections.abc import Mapping

from deskproof.simulator.domain.events import Event
from deskproof.simulator.wire.calling.catalogue import CALLING_OPERATIONS, EVENTS
from deskproof.simulator.wire.configuration.catalogue import CONFIGURATION_OPERATIONS
from deskproof.simulator.wire.history.catalogue import HISTORY_OPERATIONS
from deskproof.simulator.wire.kernel.frame import Frame
from deskproof.simulator.wire.kernel.operation import Operation
from deskproof.simulator.wire.monitoring.catalogue import MONITORING_FRAMES, MONITORING_OPERATIONS
from deskproof.simulator.wire.platform.catalogue import PLATFORM_OPERATIONS
from deskproof.simulator.wire.search.catalogue import SEARCH_OPERATIONS
from deskproof.simulator.wire.sessions.catalogue import SESSION_FRAMES, SESSION_OPERATIONS
from deskproof.simulator.wire.subscriptions.catalogue import SUBSCRIPTION_OPERATIONS
from deskproof.simulator.wire.tasks.catalogue import TASK_FRAMES, TASK_OPERATIONS

FRAMES: tuple[Frame, ...] = (*SESSION_FRAMES, *TASK_FRAMES, *MONITORING_FRAMES)


OPERATIONS: tuple[Operation, ...] = (
    *PLATFORM_OPERATIONS,
    *SESSION_OPERATIONS,
    *CONFIGURATION_OPERATIONS,
    *TASK_OPERATIONS,
    *MONITORING_OPERATIONS,
    *HISTORY_OPERATIONS,
    *SEARCH_OPERATIONS,
    *SUBSCRIPTION_OPERATIONS,
    *CALLING_OPERATIONS,
)

_FRAMES_FOR: Mapping[type[Event], tuple[Frame, ...]] = {
    event: tuple(frame for frame in FRAMES if event in frame.events)
    for event in dict.fromkeys(event for frame in FRAMES for event in frame.events)
}


def frames_for(event: Event) -> tuple[Frame, ...]:
    """The frames an event causes, in the order they are sent."""
    return _FRAMES_FOR.get(type(event), ())


FRAME: Mapping[str, Frame] = {frame.name: frame for frame in FRAMES}
"""Frames by name, which is their inner type."""

FRAME_NAMES = frozenset(
    (
        *FRAME,
        *(event.__name__ for frame in FRAMES for event in frame.events),
        *(event.name for event in EVENTS),
    )
)
"""The names by which faults and defects act on what is sent: of the frames, of the events behind them, and of the
events on Mercury.
"""
