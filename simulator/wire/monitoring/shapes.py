"""Shapes of monitoring: what supervisors send, what frames carry (Call Monitoring of the public API)."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from deskproof.simulator.wire.kernel.frame import Data, FailureData
from deskproof.simulator.wire.kernel.shapes import Shape
from deskproof.simulator.wire.tasks.shapes import TaskData

LONGEST_REQUEST_ID = 36


class MonitorType(StrEnum):
    """Which conversations a monitoring request is for: the one it names, or others to come."""

    MIDCALL = "midcall"
    ADHOC = "adhoc"
    CONTINUOUS = "continuous"


class MonitorBody(Shape):
    """A monitoring request. `taskId` has to be there for `midcall`."""

    id: str = Field(min_length=1, max_length=LONGEST_REQUEST_ID)
    monitor_type: MonitorType = Field(strict=False)
    task_id: str | None = None
    tracking_id: str | None = None
    invisible_mode: bool = False
    queue_ids: tuple[str, ...] | None = None
    teams: tuple[str, ...] | None = None
    sites: tuple[str, ...] | None = None
    agents: tuple[str, ...] | None = None


class SessionItem(Shape):
    """One ongoing monitoring task of the caller."""

    id: str
    monitor_type: MonitorType
    task_id: str
    agent_id: str
    supervisor_id: str
    state: str
    since: int


class SessionsAnswer(Shape):
    data: tuple[SessionItem, ...]


class MonitoringState(Shape):
    type: str


class MonitoredData(TaskData):
    """The conversation that is monitored, with the supervisor among its participants."""

    id: str
    monitor_type: MonitorType
    supervisor_id: str
    supervisor_name: str
    supervisor_d_n: str
    task_id: str
    monitoring_state: MonitoringState


class MonitoringData(Data):
    """A change of a monitoring task, without the conversation."""

    id: str
    monitor_type: MonitorType
    supervisor_id: str
    supervisor_d_n: str
    task_id: str
    monitoring_state: MonitoringState
    event_time: int


class MonitoringFailureData(FailureData):
    id: str
    monitor_type: MonitorType
    supervisor_id: str
    supervisor_d_n: str
    task_id: str
    queue_id: str
    queue_name: str
