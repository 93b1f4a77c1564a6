"""Shapes of tasks: what clients send, what frames carry, what lists show (PROTOCOL 6).

Rule: an interaction is always whole, for the vendor's client deletes what a later message leaves out.
"""

from __future__ import annotations

from pydantic import Field, SerializeAsAny

from deskproof.simulator.domain.configuration import StationOption
from deskproof.simulator.wire.kernel.frame import Data, FailureData
from deskproof.simulator.wire.kernel.shapes import Query, Shape

ROUTING = "RoutingMessage"


LARGEST_TASK_PAGE = 1_000


class MediaBody(Shape):
    """The body of hold and unhold; `{}` where the client knows no media."""

    media_resource_id: str | None = None


class WrapUpBody(Shape):
    wrap_up_reason: str
    aux_code_id: str


class DestinationBody(Shape):
    """Where a consultation or transfer goes. `holdParticipants` and `agentId` are taken and not used."""

    to: str
    destination_type: str
    hold_participants: bool | None = None
    agent_id: str | None = None


class ConsultedBody(Shape):
    """The body of a transfer to the one who was consulted, and of a conference: the client repeats who that is."""

    to: str | None = None
    destination_type: str | None = None
    agent_id: str | None = None


class EndConsultBody(Shape):
    """The queue, where the client leaves one that has not answered."""

    queue_id: str | None = None


class CancelQueueBody(Shape):
    agent_id: str
    queue_id: str


class ResumeRecordingBody(Shape):
    auto_resumed: bool = False


class DialBody(Shape):
    """An outgoing call. `attributes` are taken and not used."""

    destination: str
    origin: str = ""
    entry_point_id: str = ""
    direction: str
    attributes: dict[str, str] = Field(default_factory=dict)
    media_type: str
    outbound_type: str


class CreateTaskBody(Shape):
    """A task to be created. `attributes`, `customAttributes` and `callback` are taken and not used."""

    destination: str
    entry_point_id: str
    media_type: str
    outbound_type: str = "OUTDIAL"
    origin: str = ""
    attributes: dict[str, str] = Field(default_factory=dict)
    custom_attributes: dict[str, str] = Field(default_factory=dict)
    callback: dict[str, str] | None = None


class TasksQuery(Query):
    """Tasks created after `from` and before `to` (milliseconds), of these channels (comma-separated)."""

    from_: int = Field(alias="from")
    to: int | None = None
    channel_types: str | None = None
    page_size: int = Field(default=100, ge=1, le=LARGEST_TASK_PAGE)
    org_id: str | None = None


class Named(Shape):
    id: str
    name: str


class TaskAttributes(Shape):
    owner: Named | None
    queue: Named
    channel_type: str
    status: str
    created_time: int
    last_updated_time: int
    origin: str
    destination: str
    direction: str


class TaskItem(Shape):
    id: str
    attributes: TaskAttributes


class TasksMeta(Shape):
    org_id: str


class TasksAnswer(Shape):
    meta: TasksMeta
    data: tuple[TaskItem, ...]


class CreatedTask(Shape):
    id: str


class CreatedAnswer(Shape):
    meta: TasksMeta
    data: CreatedTask


class ContactDirection(Shape):
    type: str


class Media(Shape):
    media_resource_id: str
    media_type: str
    media_mgr: str
    m_type: str = "mainCall"
    participants: tuple[str, ...]
    is_hold: bool
    hold_timestamp: int | None


class Participant(Shape):
    """What is known of each participant."""

    id: str
    p_type: str
    type: str
    has_joined: bool
    has_left: bool
    join_timestamp: int | None


class AgentParticipant(Participant):
    name: str
    dn: str
    device_type: StationOption | None
    team_id: str
    team_name: str
    is_offered: bool
    is_wrap_up: bool
    wrap_up_timestamp: int | None
    is_consulted: bool = False
    consult_state: str | None = None
    consult_timestamp: int | None = None
    auto_answer_enabled: bool = False
    current_state: str
    current_state_timestamp: int


class NumberParticipant(Participant):
    """Whoever answers at a number outside of the contact centre."""

    name: str
    dn: str
    is_consulted: bool


class CallDetails(Shape):
    """All texts, as the vendor has them; numbers and booleans too."""

    ani: str
    dn: str
    virtual_team_name: str
    rona_timeout: str


class ProcessingDetails(Shape):
    """All texts, as the vendor has them; upper-case first letters are the vendor's."""

    ani: str
    display_ani: str
    dnis: str
    q_mgr_name: str = Field(default="aqm", serialization_alias="QMgrName")
    queue_id: str = Field(serialization_alias="QueueId")
    vteam_id: str
    virtual_team_name: str
    tenant_id: str
    rona_timeout: str
    customer_name: str
    customer_number: str
    task_to_be_self_serviced: str = "false"
    pause_resume_enabled: str
    record_in_progress: str
    is_paused: str | None
    """`true`, or nothing: the vendor's widgets take any text for paused, `false` too."""
    is_conferencing: str
    consult_destination_agent_joined: str
    consult_destination_agent_name: str
    campaign_id: str
    is_parked: str = "false"
    priority: str = "10"


class Interaction(Shape):
    interaction_id: str
    main_interaction_id: str
    org_id: str
    media_type: str
    media_channel: str
    state: str
    owner: str
    created_timestamp: int
    is_fc_managed: bool = True
    is_terminated: bool
    contact_direction: ContactDirection
    outbound_type: str | None = None
    current_v_team: str
    previous_v_teams: tuple[str, ...] = ()
    call_associated_data: dict[str, str]
    call_associated_details: CallDetails
    call_processing_details: ProcessingDetails
    media: dict[str, Media]
    participants: dict[str, SerializeAsAny[Participant]]


class TaskData(Data):
    """The task in each frame about it. `agentId` is the agent the frame is for."""

    interaction_id: str
    media_resource_id: str
    media_type: str
    media_resource_type: str
    dest_agent_id: str
    owner: str
    queue_mgr: str = "aqm"
    queue_name: str
    event_time: int
    rona_timeout: int
    is_consulted: bool
    is_conferencing: bool
    consult_media_resource_id: str | None
    consulting_agent_id: str | None
    destination_type: str | None
    reservation_interaction_id: str | None
    campaign_id: str | None
    interaction: Interaction


class UnansweredData(TaskData):
    """Why the offer was withdrawn; the client passes `reason` on as its cause."""

    reason: str
    reason_code: int


class EndedData(TaskData):
    """Who is left with wrap-up, and who ended it: `Agent` or `Customer`."""

    agents_pending_wrap_up: tuple[str, ...]
    terminating_party: str


class WrappedUpData(TaskData):
    wrap_up_aux_code_id: str


class ScreenPopData(Data):
    """The page that the desktop is asked to open about a contact."""

    interaction_id: str
    screen_pop_name: str
    screen_pop_desktop_label: str
    screen_pop_url: str
    query_parameters: dict[str, str]
    target: str


class TaskFailureData(FailureData):
    interaction_id: str


class PreviewFailureData(TaskFailureData):
    campaign_id: str
