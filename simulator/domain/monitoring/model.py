"""A supervisor's monitoring of a conversation: its states and what may follow what (AD-088)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from deskproof.simulator.domain.values import AgentId, Instant


class MonitoringState(StrEnum):
    """The state of a monitoring task; until it has ended it is ongoing (DOMAIN A25). Who whispers is heard by the
    agents, who has barged in also by the customer.
    """

    REQUESTED = "requested"
    ACTIVE = "active"
    PAUSED = "paused"
    WHISPERING = "whispering"
    BARGED_IN = "barged in"
    ENDED = "ended"


class MonitoringAct(StrEnum):
    """What a supervisor can do with a monitoring task."""

    ANSWER = "answer"
    PAUSE = "pause"
    RESUME = "resume"
    WHISPER = "whisper"
    BARGE_IN = "barge in"
    TAKE_OVER = "take the call over"
    END = "end"


MONITORING: Mapping[tuple[MonitoringState, MonitoringAct], MonitoringState] = {
    (MonitoringState.REQUESTED, MonitoringAct.ANSWER): MonitoringState.ACTIVE,
    (MonitoringState.REQUESTED, MonitoringAct.END): MonitoringState.ENDED,
    (MonitoringState.ACTIVE, MonitoringAct.PAUSE): MonitoringState.PAUSED,
    (MonitoringState.ACTIVE, MonitoringAct.WHISPER): MonitoringState.WHISPERING,
    (MonitoringState.ACTIVE, MonitoringAct.BARGE_IN): MonitoringState.BARGED_IN,
    (MonitoringState.ACTIVE, MonitoringAct.TAKE_OVER): MonitoringState.ENDED,
    (MonitoringState.ACTIVE, MonitoringAct.END): MonitoringState.ENDED,
    (MonitoringState.PAUSED, MonitoringAct.RESUME): MonitoringState.ACTIVE,
    (MonitoringState.PAUSED, MonitoringAct.END): MonitoringState.ENDED,
    (MonitoringState.WHISPERING, MonitoringAct.RESUME): MonitoringState.ACTIVE,
    (MonitoringState.WHISPERING, MonitoringAct.BARGE_IN): MonitoringState.BARGED_IN,
    (MonitoringState.WHISPERING, MonitoringAct.TAKE_OVER): MonitoringState.ENDED,
    (MonitoringState.WHISPERING, MonitoringAct.END): MonitoringState.ENDED,
    (MonitoringState.BARGED_IN, MonitoringAct.TAKE_OVER): MonitoringState.ENDED,
    (MonitoringState.BARGED_IN, MonitoringAct.END): MonitoringState.ENDED,
}
"""The next state of a monitoring task; a pair that is not here is refused."""


@dataclass(frozen=True, kw_only=True)
class Monitoring:
    """A supervisor listening to a conversation. The supervisor's own station rings first; `started_at` is when it was
    answered.
    """

    id: str
    supervisor_id: AgentId
    conversation_id: str
    state: MonitoringState
    since: Instant
    started_at: Instant | None = None
