"""The frames about conversations and monitoring, whole, against a saved copy: one story, as a client gets it.

The copy holds the first frame whole, and of each further one what differs from the one before it to the same person.
When a change is intended, `DESKPROOF_KEEP=1` writes the copy again; read the difference before it is committed.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.conversations.model import ConsultState, ConversationState, Destination, DestinationKind
from deskproof.simulator.domain.monitoring.model import MonitoringState
from deskproof.simulator.domain.rejection import Rejection
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.wire.catalogue import FRAME, frames_for
from deskproof.simulator.wire.kernel.frame import About, agents_concerned
from deskproof.simulator.wire.kernel.request import Place, Refused, WireRequest
from deskproof.simulator.wire.kernel.shapes import NoBody, NoQuery, Shape
from deskproof.simulator.wire.monitoring.catalogue import MONITORING_FRAMES
from deskproof.simulator.wire.monitoring.shapes import MonitorBody
from deskproof.simulator.wire.sessions.shapes import LogoutBody
from deskproof.simulator.wire.tasks import decode
from deskproof.simulator.wire.tasks.catalogue import TASK_FRAMES
from deskproof.simulator.wire.tasks.shapes import DestinationBody
from tests.simulator.domain.story import AGENTS, CODES, DESTINATIONS, EXPERT, KEYS, MORNING, NUMBERS, Story

KEPT = Path(__file__).with_name("frames")
PLACE = Place(org_id="the-organisation", name="t-0001", desktop="http://d", identity="http://i", teams="http://e")
ADA, BO, SIGNE = AGENTS["ada"], AGENTS["bo"], AGENTS["signe"]


def frames_of(story: Story, command: Command) -> list[tuple[AgentId, dict[str, Any]]]:
    """What is sent because of a command, and to whom."""
    sent = []
    for event in story.events(command):
        frames = frames_for(event)
        for agent_id in agents_concerned(event) if frames else ():
            for frame in frames:
                about = About(place=PLACE, state=story.state, agent_id=agent_id, tracking_id="tracking")
                encoded = frame.encode(about, frame.name, event)
                for data in encoded if isinstance(encoded, tuple) else () if encoded is None else (encoded,):
                    assert type(data) is frame.model
                    sent.append((agent_id, {"outer": frame.outer, **data.to_json()}))
    return sent


def refusal_of(
    story: Story, name: str, command: Command, body: Shape | None = None
) -> tuple[AgentId, dict[str, Any]]:  # fmt: skip
    with pytest.raises(Rejection) as refused:
        story.tenant.handle(command, story.now)
    caller: AgentId = getattr(command, "by", None) or getattr(command, "agent_id")  # noqa: B009
    request = WireRequest(
        place=PLACE, state=story.state, now=story.now, next_id=str, agent_id=caller, query=NoQuery(),
        body=body or NoBody(), path={} if body else {"taskId": "c1"},
    )  # fmt: skip
    about = About(place=PLACE, state=story.state, agent_id=caller, tracking_id="tracking")
    data = FRAME[name].encode(about, name, Refused(request=request, rejection=refused.value))
    assert isinstance(data, FRAME[name].model)
    return caller, {"outer": FRAME[name].outer, **data.to_json()}


def story_frames() -> list[tuple[AgentId, dict[str, Any]]]:
    """Ada's calls: one unanswered, one given up, one that goes the whole way and is monitored by Signe."""
    story = Story()
    story.available("ada")
    story.signs_in("signe")
    calls = commands.CustomerCalls(conversation_id="c0", queue="support", customer="+46701740605")
    frames = frames_of(story, calls)
    story.now = story.tenant.next_deadline() or story.now
    frames += frames_of(story, commands.Wake())
    frames += frames_of(story, story.turning_available("ada"))
    frames += frames_of(story, commands.CustomerHangsUp(conversation_id="c0"))
    story.passes(1)
    steps: list[Step] = [
        commands.CustomerCalls(conversation_id="c1", queue="support", customer="+46701740605"),
        ("AgentLogoutFailed", commands.SignOutStation(agent_id=ADA, reason=""), LogoutBody()),
        ("AgentContactHoldFailed", commands.HoldConversation(agent_id=ADA, conversation_id="c1")),
        commands.AnswerPhone(number=NUMBERS["ada"]),
        ("AgentContactUnHoldFailed", commands.ResumeConversation(agent_id=ADA, conversation_id="c1")),
        ("AgentWrapupFailed", commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id="x")),
        commands.HoldConversation(agent_id=ADA, conversation_id="c1"),
        commands.ReloadSession(agent_id=ADA),
        commands.ResumeConversation(agent_id=ADA, conversation_id="c1"),
        commands.StartMonitoring(monitoring_id="m1", agent_id=SIGNE, conversation_id="c1"),
        (
            "MonitoringFailed",
            commands.StartMonitoring(monitoring_id="m2", agent_id=SIGNE, conversation_id="c1"),
            MonitorBody.model_validate({"id": "m2", "monitorType": "midcall", "taskId": "c1"}),
        ),
        ("MonitoringHoldFailed", commands.PauseMonitoring(agent_id=SIGNE, conversation_id="c1")),
        commands.AnswerPhone(number=NUMBERS["signe"]),
        ("AgentLogoutFailed", commands.SignOutStation(agent_id=SIGNE, reason=""), LogoutBody()),
        commands.PauseMonitoring(agent_id=SIGNE, conversation_id="c1"),
        commands.ResumeMonitoring(agent_id=SIGNE, conversation_id="c1"),
        ("MonitoringUnHoldFailed", commands.ResumeMonitoring(agent_id=SIGNE, conversation_id="c1")),
        commands.EndConversation(agent_id=ADA, conversation_id="c1"),
        ("MonitoringEndFailed", commands.EndMonitoring(agent_id=SIGNE, conversation_id="c1")),
        ("AgentContactEndFailed", commands.EndConversation(agent_id=ADA, conversation_id="c1")),
        commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id=CODES["solved"]),
    ]
    return [*frames, *told(story, steps)]


Step = Command | tuple[str, Command] | tuple[str, Command, Shape]


def told(story: Story, steps: Sequence[Step]) -> list[tuple[AgentId, dict[str, Any]]]:
    """What is sent because of each step, a second apart; a step with a name is refused, and that frame tells so."""
    frames: list[tuple[AgentId, dict[str, Any]]] = []
    for step in steps:
        frames += [refusal_of(story, *step)] if isinstance(step, tuple) else frames_of(story, step)
        story.passes(1)
    return frames


def shared_frames() -> list[tuple[AgentId, dict[str, Any]]]:
    """Ada and Bo: a call consulted about in every way, given away, and shared; a chat; a call that Ada makes."""
    agent, queue, expert, _ = DESTINATIONS.values()
    story = Story()
    story.available("ada")
    frames = told(story, [commands.CustomerCalls(conversation_id="c1", queue="support", customer="+46701740605")])
    story.available("bo")

    def consult(to: Destination) -> Command:
        return commands.StartConsult(consult_id="x1", agent_id=ADA, conversation_id="c1", to=to)

    end = commands.EndConsult(agent_id=ADA, conversation_id="c1")
    code = CODES["solved"]
    refused: list[Step] = [
        ("AgentConsultFailed", consult(Destination(kind=DestinationKind.AGENT, id="nobody"))),
        ("AgentCtqFailed", consult(Destination(kind=DestinationKind.QUEUE, id="nowhere"))),
        ("AgentConsultEndFailed", end),
        ("AgentCtqCancelFailed", end),
        ("AgentConsultTransferFailed", commands.TransferConsulted(agent_id=ADA, conversation_id="c1")),
        ("AgentConsultConferenceFailed", commands.StartConference(agent_id=ADA, conversation_id="c1")),
        ("ParticipantLeftConferenceFailed", commands.LeaveConference(agent_id=ADA, conversation_id="c1")),
        (
            "AgentConferenceTransferFailed",
            commands.LeaveConference(agent_id=ADA, conversation_id="c1", hand_over=True),
        ),
        (
            "ParticipantDropConferenceFailed",
            commands.DropFromConference(agent_id=ADA, conversation_id="c1", participant="nobody"),
        ),
        (
            "AgentBlindTransferFailed",
            commands.TransferConversation(agent_id=ADA, conversation_id="c1", to=replace(agent, id="nobody")),
        ),
        (
            "AgentVteamTransferFailed",
            commands.TransferConversation(agent_id=ADA, conversation_id="c1", to=replace(queue, id="nowhere")),
        ),
        ("AgentContactAssignFailed", commands.AcceptConversation(agent_id=ADA, conversation_id="c1")),
        ("ContactRecordingResumeFailed", commands.ResumeRecording(agent_id=ADA, conversation_id="c1")),
    ]
    frames += told(
        story,
        [
            commands.AnswerPhone(number=NUMBERS["ada"]),
            *refused,
            commands.PauseRecording(agent_id=ADA, conversation_id="c1"),
            ("ContactRecordingPauseFailed", commands.PauseRecording(agent_id=ADA, conversation_id="c1")),
            commands.ResumeRecording(agent_id=ADA, conversation_id="c1"),
            consult(expert),
            commands.AnswerPhone(number=EXPERT),
            end,
            consult(queue),
            replace(end, cancels_queue=True),
            consult(agent),
            commands.AnswerPhone(number=NUMBERS["bo"]),
            commands.StartConference(agent_id=ADA, conversation_id="c1"),
            commands.LeaveConference(agent_id=ADA, conversation_id="c1"),
            commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id=code),
            commands.TransferConversation(agent_id=BO, conversation_id="c1", to=queue),
            commands.WrapUpConversation(agent_id=BO, conversation_id="c1", code_id=code),
            commands.AnswerPhone(number=NUMBERS["ada"]),
            commands.TransferConversation(agent_id=ADA, conversation_id="c1", to=agent),
            commands.DeclinePhone(number=NUMBERS["bo"]),
            commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id=code),
            commands.AnswerPhone(number=NUMBERS["ada"]),
            story.turning_available("bo"),
            consult(agent),
            commands.AnswerPhone(number=NUMBERS["bo"]),
            commands.ReloadSession(agent_id=BO),
            commands.TransferConsulted(agent_id=ADA, conversation_id="c1"),
            commands.CustomerHangsUp(conversation_id="c1"),
            commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id=code),
            commands.WrapUpConversation(agent_id=BO, conversation_id="c1", code_id=code),
            commands.CustomerWrites(conversation_id="c1", customer="Eva", queue="chat"),
            commands.AcceptConversation(agent_id=ADA, conversation_id="c1"),
            ("AgentOutboundFailed", commands.DialOut(conversation_id="c2", agent_id=ADA, number="home")),
            commands.DialOut(conversation_id="c2", agent_id=ADA, number="+46701740605"),
            commands.EndConversation(agent_id=ADA, conversation_id="c2"),
            commands.OfferPreview(conversation_id="c3", agent_id=ADA, campaign="spring", number="+46701740605"),
            *(
                (f"CampaignPreview{act}Failed", decides(agent_id=ADA, conversation_id="c3", campaign="autumn"))
                for act, decides in PREVIEWS.items()
            ),
            commands.SkipPreview(agent_id=ADA, conversation_id="c3", campaign="spring"),
            commands.OfferPreview(conversation_id="c4", agent_id=ADA, campaign="spring", number="+46701740605"),
            commands.AcceptPreview(agent_id=ADA, conversation_id="c4", campaign="spring"),
        ],
    )
    return frames


PREVIEWS = {"Accept": commands.AcceptPreview, "Skip": commands.SkipPreview, "Remove": commands.RemovePreview}


def supervised_frames() -> list[tuple[AgentId, dict[str, Any]]]:
    """Signe listens to Ada's call, whispers, barges in and takes it over; she changes Ada's state and signs her out."""
    story = Story().with_monitoring(MonitoringState.REQUESTED)
    at_c1: dict[str, Any] = {"agent_id": SIGNE, "conversation_id": "c1"}
    steps: list[Step] = [
        ("MonitoringWhisperFailed", commands.WhisperToAgent(**at_c1)),
        ("BargeInFailed", commands.BargeIn(**at_c1)),
        ("MonitoringTakeOverFailed", commands.TakeOverConversation(**at_c1)),
        commands.AnswerPhone(number=NUMBERS["signe"]),
        commands.WhisperToAgent(**at_c1),
        commands.BargeIn(**at_c1),
        commands.ChangeAgentState(agent_id=ADA, by=SIGNE, state=AgentState.IDLE, idle_code_id=CODES["meeting"]),
        commands.TakeOverConversation(**at_c1),
        (
            "AgentLogoutFailed",
            commands.SignOutStation(agent_id=ADA, by=SIGNE, reason=""),
            LogoutBody(agent_id=ADA),
        ),
        commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id=CODES["solved"]),
        commands.SignOutStation(agent_id=ADA, by=SIGNE, reason="the shift is over"),
        commands.EndConversation(**at_c1),
    ]
    return told(story, steps)


STORIES = {"calls": story_frames, "shared": shared_frames, "supervised": supervised_frames}


def flat(value: Any, path: str = "") -> dict[str, Any]:
    """The leaves of a document by their paths; agents by their keys, so that the copy can be read."""
    if isinstance(value, dict) and value:
        leaves: dict[str, Any] = {}
        for name, inner in value.items():
            leaves |= flat(inner, f"{path}.{KEYS.get(name, name)}".strip("."))
        return leaves
    if isinstance(value, list):
        return {path: [KEYS.get(item, item) for item in value]}
    return {path: KEYS.get(value, value) if isinstance(value, str) else value}


def as_saved(frames: list[tuple[AgentId, dict[str, Any]]]) -> list[dict[str, Any]]:
    before: dict[tuple[AgentId, bool], dict[str, Any]] = {}
    saved = []
    for agent_id, frame in frames:
        now, kind = flat(frame), (agent_id, "interaction" in frame)
        then = before.get(kind, {})
        differs = {path: value for path, value in now.items() if path not in then or then[path] != value}
        gone = [path for path in then if path not in now]
        saved.append({"to": KEYS[agent_id], "frame": frame["type"], "differs": differs, "gone": gone})
        before[kind] = now
    return saved


@pytest.mark.parametrize("story", STORIES)
def test_the_frames_are_as_saved(story: str) -> None:
    frames, kept = as_saved(STORIES[story]()), KEPT / f"{story}.json"
    if os.environ.get("DESKPROOF_KEEP"):
        kept.write_text(json.dumps(frames, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert frames == json.loads(kept.read_text(encoding="utf-8"))


def test_the_stories_have_every_frame_of_the_catalogue() -> None:
    assert {frame["type"] for story in STORIES.values() for _, frame in story()} >= {
        frame.name for frame in (*TASK_FRAMES, *MONITORING_FRAMES)
    }


def test_a_refused_request_has_the_frame_of_its_destination() -> None:
    def asked(to: str, destination_type: str) -> WireRequest:
        return WireRequest(
            place=PLACE, state=Story().state, now=MORNING, next_id=str, agent_id=ADA, path={"taskId": "c1"},
            query=NoQuery(), body=DestinationBody(to=to, destination_type=destination_type),
        )  # fmt: skip

    queue, agent = asked(to="q", destination_type="queue"), asked(to="a", destination_type="agent")
    assert (decode.consult_refused(queue), decode.consult_refused(agent)) == ("AgentCtqFailed", "AgentConsultFailed")
    assert decode.transfer_refused(queue) == "AgentVteamTransferFailed"
    assert decode.transfer_refused(agent) == "AgentBlindTransferFailed"


def test_each_side_of_a_consultation_is_told_which_side_it_is() -> None:
    frames = [frame for agent, frame in shared_frames() if frame["type"] == "AgentConsulting" and agent in (ADA, BO)]
    sides = [(frame["agentId"], frame["isConsulted"], frame["interaction"]["state"]) for frame in frames]
    assert sides[-2:] == [(ADA, False, "consulting"), (BO, True, "consulting")]


def test_a_consultation_that_is_declined_leaves_the_agent_no_task() -> None:
    """The client keeps a task in any other state than `new`, and does not announce the next offer of it."""
    story = Story().with_consult(ConsultState.OFFERED)
    frames = frames_of(story, commands.DeclinePhone(number=NUMBERS["bo"]))
    (refused,) = [data for _, data in frames if data["type"] == "AgentOfferContactRona"]
    assert (refused["interaction"]["state"], refused["reason"]) == ("new", "AGENT_DECLINED")


def test_a_consultation_that_waits_is_a_medium_on_hold() -> None:
    story = Story().with_consult(ConsultState.ACTIVE)
    resumed = commands.ResumeConversation(agent_id=ADA, conversation_id="c1", consult_id="x1")
    (_, data), *_ = frames_of(story, resumed)
    held = {key: medium["isHold"] for key, medium in data["interaction"]["media"].items()}
    assert (data["type"], held) == ("AgentContactUnheld", {"c1": False, "x1": True})


def test_an_interaction_is_always_whole() -> None:
    """The vendor's client deletes what a later message leaves out (PROTOCOL 6, trap a)."""
    wholes = [
        set(flat(frame["interaction"])) for agent, frame in story_frames() if "interaction" in frame and agent == ADA
    ]
    assert len(wholes) > 10
    assert {len(paths) for paths in wholes} == {len(wholes[0])}


@pytest.mark.parametrize(
    ("state", "word", "terminated"),
    [
        (ConversationState.OFFERED, "new", False),
        (ConversationState.CONNECTED, "connected", False),
        (ConversationState.HELD, "connected", False),
        (ConversationState.WRAP_UP, "wrapUp", True),
    ],
)
def test_an_agent_who_comes_back_is_given_the_task(state: ConversationState, word: str, *, terminated: bool) -> None:
    story = Story().with_conversation(state)
    relogin, task = (frame for _, frame in frames_of(story, commands.ReloadSession(agent_id=ADA)))
    assert (relogin["type"], relogin["interactionIds"]) == ("AgentReloginSuccess", ["c1"])
    interaction = task["interaction"]
    assert task["type"] == "AgentContact"
    assert (interaction["state"], interaction["isTerminated"]) == (word, terminated)
    assert interaction["media"]["c1"]["isHold"] is (state is ConversationState.HELD)
    agent = interaction["participants"][ADA]
    assert agent["isWrapUp"] is (state is ConversationState.WRAP_UP)
    assert agent["hasJoined"] is (state is not ConversationState.OFFERED)


@pytest.mark.parametrize("state", [ConversationState.QUEUED, ConversationState.ENDED])
def test_an_agent_without_one_is_given_none(state: ConversationState) -> None:
    story = Story().with_conversation(state)
    (relogin,) = (frame for _, frame in frames_of(story, commands.ReloadSession(agent_id=ADA)))
    assert relogin["interactionIds"] == []


def test_a_screen_pops_only_where_the_queue_has_a_page() -> None:
    def popped(queue: str) -> list[str]:
        story = Story()
        story.available("ada")
        story.calls(queue)
        answered = frames_of(story, commands.AnswerPhone(number=NUMBERS["ada"]))
        return [frame["screenPopUrl"] for _, frame in answered if frame["type"] == "ScreenPop"]

    assert popped("support") == ["https://crm.example.com/customers"]
    assert popped("anyone") == []


@pytest.mark.parametrize(
    ("consulted", "declined", "why"),
    [
        (False, False, ("RONA_TIMER_EXPIRED", 1030)),
        (False, True, ("AGENT_DECLINED", 1032)),
        (True, False, ("RONA_TIMER_EXPIRED", 1030)),
        (True, True, ("AGENT_DECLINED", 1032)),
    ],
)
def test_an_offer_that_is_not_taken_says_why(consulted: bool, declined: bool, why: tuple[str, int]) -> None:
    story = Story().with_consult(ConsultState.OFFERED) if consulted else Story()
    if not consulted:
        story.with_conversation(ConversationState.OFFERED)
    agent = BO if consulted else ADA
    if declined:
        sent = frames_of(story, commands.DeclineConversation(agent_id=agent, conversation_id="c1"))
    else:
        story.now = story.tenant.next_deadline() or story.now
        sent = frames_of(story, commands.Wake())
    (rona,) = (frame for who, frame in sent if frame["type"] == "AgentOfferContactRona" and who == agent)
    assert (rona["reason"], rona["reasonCode"]) == why
