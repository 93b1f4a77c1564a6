"""The vendor's words for the states of a conversation, each with its own copy here."""

import pytest

from deskproof.simulator.domain.conversations.model import ConversationState
from deskproof.simulator.wire.tasks.interaction import STATES, STATUSES


@pytest.mark.parametrize(
    ("state", "word", "status"),
    [
        (ConversationState.QUEUED, "new", "queued"),
        (ConversationState.OFFERED, "new", "offered"),
        (ConversationState.CONNECTED, "connected", "assigned"),
        (ConversationState.HELD, "connected", "assigned"),
        (ConversationState.WRAP_UP, "wrapUp", "assigned"),
        (ConversationState.ENDED, "wrapUp", "completed"),
    ],
)
def test_each_state_has_its_word_in_frames_and_in_lists(state: ConversationState, word: str, status: str) -> None:
    assert (STATES[state], STATUSES[state]) == (word, status)
