"""The table of monitoring, each cell tried on a tenant, the refused ones too."""

from itertools import product

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.monitoring.model import MONITORING, MonitoringAct, MonitoringState
from deskproof.simulator.domain.rejection import Reason
from tests.simulator.domain.story import AGENTS, NUMBERS, Story
from tests.simulator.domain.tables import rows, written

ROWS = """
    requested, answer: active
    requested, end: ended
    active, pause: paused
    active, whisper: whispering
    active, barge in: barged in
    active, take the call over: ended
    active, end: ended
    paused, resume: active
    paused, end: ended
    whispering, resume: active
    whispering, barge in: barged in
    whispering, take the call over: ended
    whispering, end: ended
    barged in, take the call over: ended
    barged in, end: ended
"""


def test_the_rows_of_the_table() -> None:
    assert rows(MONITORING) == written(ROWS)


SIGNE = AGENTS["signe"]

COMMANDS: dict[MonitoringAct, Command] = {
    MonitoringAct.ANSWER: commands.AnswerPhone(number=NUMBERS["signe"]),
    MonitoringAct.PAUSE: commands.PauseMonitoring(agent_id=SIGNE, conversation_id="c1"),
    MonitoringAct.RESUME: commands.ResumeMonitoring(agent_id=SIGNE, conversation_id="c1"),
    MonitoringAct.WHISPER: commands.WhisperToAgent(agent_id=SIGNE, conversation_id="c1"),
    MonitoringAct.BARGE_IN: commands.BargeIn(agent_id=SIGNE, conversation_id="c1"),
    MonitoringAct.TAKE_OVER: commands.TakeOverConversation(agent_id=SIGNE, conversation_id="c1"),
    MonitoringAct.END: commands.EndMonitoring(agent_id=SIGNE, conversation_id="c1"),
}


@pytest.mark.parametrize(("state", "act"), list(product(MonitoringState, MonitoringAct)))
def test_each_act_in_each_state(state: MonitoringState, act: MonitoringAct) -> None:
    story = Story().with_monitoring(state)

    def now_is() -> MonitoringState:
        task = story.state.floor.monitoring_of(SIGNE)
        return MonitoringState.ENDED if task is None else task.state

    assert now_is() is state
    becomes = MONITORING.get((state, act))
    if becomes is not None:
        story.does(COMMANDS[act])
        assert now_is() is becomes
        return
    reason = story.refusal(COMMANDS[act])
    if act is MonitoringAct.ANSWER:
        assert reason is Reason.NOTHING_RINGS
    elif state is MonitoringState.ENDED:
        assert reason is Reason.UNKNOWN_MONITORING
    else:
        assert reason is Reason.MONITORING_STATE
