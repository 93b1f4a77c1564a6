"""The customer of a scenario: calls or writes, listens, leaves. Audio is measured at the customer's end of the call."""

from __future__ import annotations

import pytest

from deskproof.simulator.control.client import Phone, TenantControl
from deskproof.steps.cast.browser.voice import HUM_HERTZ, is_near
from deskproof.steps.errors import HarnessError, require
from deskproof.steps.gherkin.vocabulary.values import Channel

NUMBER = "+46701740605"
QUEUE = "support"
"""The queue of the team that every person with a team belongs to; what is written has a queue for each channel."""
WRITER = "Maja Sundin"


class Customer:
    """A person who calls the scenario's tenant, or writes to it."""

    def __init__(self, tenant: TenantControl) -> None:
        self._tenant = tenant
        self._conversation: str | None = None

    @property
    def conversation(self) -> str:
        """The latest conversation."""
        if self._conversation is None:
            raise HarnessError("No customer has called or written yet; let one do so in an earlier step.")
        return self._conversation

    def call(self) -> None:
        """Call the queue."""
        self._conversation = self._tenant.customer_calls(queue=QUEUE, number=NUMBER)

    def write(self, channel: Channel, name: str = WRITER) -> None:
        """Begin a chat, or send an e-mail or a message, as the person with this name."""
        self._conversation = self._tenant.customer_writes(queue=channel, customer=name)

    def hang_up(self) -> None:
        """End the call or the chat."""
        self._tenant.customer_hangs_up(self.conversation)

    def hears_an_agent(self) -> None:
        """The customer hears what the agent's microphone records."""
        heard = self._tenant.heard(self.conversation)
        require(is_near(heard, HUM_HERTZ), f"the customer hears {heard:.0f} Hz; expected {HUM_HERTZ} Hz")

    def confirms_hearing_nobody(self) -> None:
        """The customer is in the call and hears silence."""
        self._tenant.frequencies(self.conversation, expected=())

    def is_offered_to(self, person: str) -> None:
        """The call is offered to this person."""
        self._tenant.wait_for("ConversationOffered", agent=person.lower())

    def is_talking_to(self, person: str) -> None:
        """The call is answered by this person."""
        self._tenant.wait_for("ConversationConnected", agent=person.lower())

    def confirms_waiting_in_queue(self) -> None:
        """The latest conversation is offered to no agent."""
        waiting = [one.id for one in self._tenant.conversations() if one.agent is None]
        require(self.conversation in waiting, f"{waiting or 'nothing'} waits in a queue; expected {self.conversation}")

    def confirms_ringing_at(self, *numbers: str) -> None:
        """Exactly these phones ring for the call, once it is offered."""
        seen = tuple(phone.number for phone in self.phones_that_ring())
        require(seen == numbers, f"the call rings at {', '.join(seen) or 'no phone'}; expected {', '.join(numbers)}")

    def phones_that_ring(self) -> tuple[Phone, ...]:
        """The phones that ring for the call, once it is offered."""
        self._tenant.wait_for("ConversationOffered")
        phones = (phone for phone in self._tenant.phones() if phone.conversation == self.conversation)
        return tuple(phone for phone in phones if phone.rings)


@pytest.fixture
def customer(tenant: TenantControl) -> Customer:
    """The customer of the scenario."""
    return Customer(tenant)
