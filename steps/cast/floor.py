"""The conversations of agents and the monitoring by supervisors, from the first ring to the end (AD-087, AD-088).

Rule: agents and supervisors act on their screens, customers and phones at the control plane. Each action waits until
its effect is seen, so that the next one can rely on it.
"""

import pytest

from deskproof.simulator.control.client import TenantControl
from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.customer import NUMBER, Customer
from deskproof.steps.cast.phones import Phones
from deskproof.steps.errors import require
from deskproof.steps.gherkin.vocabulary.values import Availability, ConversationState, MonitoringState
from deskproof.steps.screens.interface import Screens

REASON = "Solved"
"""The wrap-up reason where the scenario does not name one."""


class Floor:
    """The conversations and the monitoring of one scenario."""

    def __init__(self, tenant: TenantControl, cast: Cast, customer: Customer, phones: Phones) -> None:
        self._tenant = tenant
        self._cast = cast
        self._customer = customer
        self._phones = phones

    # conversations

    def start_conversation(self, person: str, state: ConversationState) -> None:
        """A customer calls the person, and the conversation reaches this state."""
        screens = self._screens(person)
        screens.task.choose_availability(Availability.AVAILABLE)
        screens.task.shows_availability(Availability.AVAILABLE)
        self._customer.call()
        self.shows_ringing(person)
        if state is ConversationState.RINGING:
            return
        self._phones.answer(person)
        screens.calls.shows_pane(ConversationState.CONNECTED)
        if state is ConversationState.HELD:
            screens.calls.hold()
        elif state is ConversationState.WRAP_UP:
            screens.calls.end()
        screens.calls.shows_pane(state)

    def finish(self, person: str) -> None:
        """The customer hangs up, and the person wraps up what was answered."""
        screens = self._screens(person)
        answered = self.conversation(person) is not ConversationState.RINGING
        if self.conversation(person) is not ConversationState.WRAP_UP:
            self._customer.hang_up()
        if answered:
            screens.calls.shows_pane(ConversationState.WRAP_UP)
            screens.calls.wrap_up(REASON)
        screens.calls.shows_no_pane()
        screens.calls.shows_nothing_ringing()

    def shows_ringing(self, person: str) -> None:
        """The person sees that a call rings, and at which number."""
        self._screens(person).calls.shows_ringing(self._phones.of(person).number)

    def conversation(self, person: str) -> ConversationState | None:
        """The state of the person's latest conversation, also of one that others share or go on with; None without."""
        key = person.lower()
        for conversation in reversed(self._tenant.conversations()):
            if key in conversation.wrapping_up:
                return ConversationState.WRAP_UP
            if key == conversation.agent or key in conversation.colleagues:
                return ConversationState(conversation.state)
        return None

    def confirms_conversation(self, person: str, state: ConversationState | None) -> None:
        """The person's latest conversation has this state, or the person has none."""
        seen = self.conversation(person)
        require(seen is state, f"the conversation of {person} is {seen}; expected {state}")

    # monitoring

    def review(self, person: str) -> None:
        """Open Review and Monitor for the customer's conversation."""
        self._screens(person).monitoring.review(NUMBER)

    def request_monitoring(self, person: str) -> None:
        """Open Review and Monitor for the customer's conversation, and click Start Monitoring."""
        self.review(person)
        self._screens(person).monitoring.start()

    def start_monitoring(self, person: str, state: MonitoringState) -> None:
        """The person requests to monitor the customer's conversation, and monitoring reaches this state."""
        monitoring = self._screens(person).monitoring
        self.request_monitoring(person)
        monitoring.shows_ringing(self._phones.of(person).number)
        monitoring.shows(MonitoringState.REQUESTED)
        if state is MonitoringState.REQUESTED:
            return
        self._phones.answer(person)
        monitoring.shows(MonitoringState.ACTIVE)
        if state is MonitoringState.PAUSED:
            monitoring.pause()
            monitoring.shows(MonitoringState.PAUSED)

    def confirms_monitoring(self, person: str, *, active: bool) -> None:
        """The person monitors the customer's conversation, or does not."""
        seen = any(person.lower() in conversation.monitored_by for conversation in self._tenant.conversations())
        require(seen is active, f"{person} monitors {'a' if seen else 'no'} conversation")

    def _screens(self, person: str) -> Screens:
        return self._cast[person].screens


@pytest.fixture
def floor(tenant: TenantControl, cast: Cast, customer: Customer, phones: Phones) -> Floor:
    """The conversations and the monitoring of the scenario's tenant."""
    return Floor(tenant, cast, customer, phones)
