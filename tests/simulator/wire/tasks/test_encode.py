"""The frames about conversations and monitoring, whole, against a saved copy: one story, as a client gets it.

The copy holds the first frame whole, and of each further one what differs from the one before it to the same person.
When a change is intended, `DESKPROOF_KEEP=1` writes the copy again; read the difference before it is committed.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.conversations.model import ConversationState
from deskproof.simulator.domain.rejection import Rejection
from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.wire.catalogue import FRAME, frames_for
from deskproof.simulator.wire.kernel.frame import About, agent_concerned
from deskproof.simulator.wire.kernel.request import Place, Refused, WireRequest
from deskproof.simulator.wire.kernel.shapes import NoBody, NoQuery, Shape
from deskproof.simulator.wire.monitoring.catalogue import MONITORING_FRAMES
from deskproof.simulator.wire.monitoring.shapes import MonitorBody
from deskproof.simulator.wire.tasks.catalogue import TASK_FRAMES
from deskproof.simulator.wire.tasks.shapes import TaskData
from tests.simulator.domain.story import AGENTS, CODES, KEYS, NUMBERS, Story

KEPT = Path(__file__).with_name("frames.json")
PLACE = Place(org_id="the-organisation", name="t-0001", desktop="http://d", identity="http://i", teams="http://e")
ADA, SIGNE = AGENTS["ada"], AGENTS["signe"]


def frames_of(story: Story, command: Command) -> list[tuple[AgentId, dict[str, Any]]]:
    """What is sent because of a command, and to whom."""
    sent = []
    for event in story.events(command):
        agent_id = agent_concerned(event)
        for frame in frames_for(event):
            assert agent_id is not None
            about = About(place=PLACE, state=story.state, agent_id=agent_id, tracking_id="tracking")
            data = frame.encode(about, frame.name, event)
            if data is not None:
                assert type(data) is frame.model
                sent.append((agent_id, {"outer": frame.outer, **data.to_json()}))
    return sent


def refusal_of(
    story: Story, name: str, command: Command, body: Shape | None = None
) -> tuple[AgentId, dict[str, Any]]:  # fmt: skip
    with pytest.raises(Rejection) as refused:
        story.tenant.handle(command, story.now)
    caller: AgentId = getattr(command, "agent_id")  # noqa: B009
    request = WireRequest(
        place=PLACE, state=story.state, now=story.now, next_id=str, agent_id=caller, query=NoQuery(),
        body=body or NoBody(), path={} if body else {"taskId": "c1"},
    )  # fmt: skip
    about = About(place=PLACE, state=story.state, agent_id=caller, tracking_id="tracking")
    data = FRAME[name].encode(about, name, Refused(request=request, rejection=refused.value))
    assert type(data) is FRAME[name].model
    assert data is not None
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
    steps: list[Command | tuple[str, Command] | tuple[str, Command, Shape]] = [
        commands.CustomerCalls(conversation_id="c1", queue="support", customer="+46701740605"),
        ("AgentLogoutFailed", commands.SignOutStation(agent_id=ADA, reason="")),
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
        ("AgentLogoutFailed", commands.SignOutStation(agent_id=SIGNE, reason="")),
        commands.PauseMonitoring(agent_id=SIGNE, conversation_id="c1"),
        commands.ResumeMonitoring(agent_id=SIGNE, conversation_id="c1"),
        ("MonitoringUnHoldFailed", commands.ResumeMonitoring(agent_id=SIGNE, conversation_id="c1")),
        commands.EndConversation(agent_id=ADA, conversation_id="c1"),
        ("MonitoringEndFailed", commands.EndMonitoring(agent_id=SIGNE, conversation_id="c1")),
        ("AgentContactEndFailed", commands.EndConversation(agent_id=ADA, conversation_id="c1")),
        commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id=CODES["solved"]),
    ]
    for step in steps:
        frames += [refusal_of(story, *step)] if isinstance(step, tuple) else frames_of(story, step)
        story.passes(1)
    return frames


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


def test_the_frames_are_as_saved() -> None:
    frames = as_saved(story_frames())
    if os.environ.get("DESKPROOF_KEEP"):
        KEPT.write_text(json.dumps(frames, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert frames == json.loads(KEPT.read_text(encoding="utf-8"))


def test_the_story_has_every_frame_of_the_catalogue() -> None:
    assert {frame["type"] for _, frame in story_frames()} >= {
        frame.name for frame in (*TASK_FRAMES, *MONITORING_FRAMES)
    }


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


def test_task_frames_say_what_they_do_to_the_task() -> None:
    for frame in (*TASK_FRAMES, *MONITORING_FRAMES):
        assert (frame.task is not None) is (issubclass(frame.model, TaskData) and not frame.name.startswith("Monitor"))
