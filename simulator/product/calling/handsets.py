"""Lines that are telephones: a person's own client of the calling service, beside the desktop or without one.

What rings at a number of the person rings there, and who dials an entry point's number there calls as a customer.
"""

from __future__ import annotations

from contextlib import suppress

from deskproof.simulator.domain.commands import (
    AnswerPhone,
    Command,
    CustomerCalls,
    CustomerHangsUp,
    DeclinePhone,
    HangUpPhone,
)
from deskproof.simulator.domain.configuration import Person
from deskproof.simulator.domain.conversations.at_phones import PhoneCall, calls_at, customer_talks, numbers_of
from deskproof.simulator.domain.conversations.sound import CUSTOMER
from deskproof.simulator.domain.numbers import configured_number
from deskproof.simulator.domain.rejection import Rejection
from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.product.calling.lines import Call, Line
from deskproof.simulator.product.calling.switch import Switch
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.wire.calling.shapes import DialBody
from deskproof.simulator.wire.kernel.operation import Act
from deskproof.simulator.wire.kernel.shapes import BadRequest

NO_NUMBER = "anonymous"
"""The customer's number in a call of a person who has none."""


class Handsets:
    """The telephones of a tenant, one a person."""

    def __init__(self, tenancy: Tenancy, switch: Switch) -> None:
        self._tenancy = tenancy
        self._switch = switch
        self.lines: dict[AgentId, Line] = {}

    def add(self, line: Line) -> None:
        """Take the place of the person's older telephone; what rings already, rings there too."""
        if older := self.lines.get(line.agent_id):
            self.remove(older)
        self.lines[line.agent_id] = line
        self.follow()

    def remove(self, line: Line) -> None:
        """The telephone is gone; a call that it made ends."""
        del self.lines[line.agent_id]
        for call in self._switch.on(line):
            self._switch.drop(call)
            if call.speaker == CUSTOMER and not call.over:
                self._submit(CustomerHangsUp(conversation_id=call.conversation_id), Act.DELETE_LINE)

    def follow(self) -> None:
        """Let ring what rings now, and hang up what is over or was answered elsewhere."""
        for line in tuple(self.lines.values()):
            at = {(one.number, one.conversation.id): one for one in self._calls_at(line)}
            for call in self._switch.on(line):
                if not call.over and not self._goes_on(call, at.pop((call.number, call.conversation_id), None)):
                    self._switch.hang_up(call)
            for one in at.values():
                if one.rings:
                    self._switch.ring(line, one.conversation, one.speaker, one.number)

    def dial(self, line: Line, body: DialBody) -> Call:
        """Call an entry point's number as a customer. `BadRequest` without an offer of sound, Rejection for a number at
        which nothing answers.
        """
        offer, id_ = body.local_media.roap, self._tenancy.next_id("conversation")
        if not offer.sdp:
            raise BadRequest("The OFFER of the call has no sdp; the client's offer of sound is expected there.")
        dialled = body.callee.digits
        person = self._tenancy.configuration.person(line.agent_id)
        call = CustomerCalls(
            conversation_id=id_,
            customer=_number_of(person),
            dialled=configured_number(dialled) or dialled,
        )
        placed = Call(
            id=self._tenancy.next_id("call"), line=line, conversation_id=id_, speaker=CUSTOMER,
            correlation_id=body.device.correlation_id, answered=True,
        )  # fmt: skip
        self._tenancy.submit(call, cause=Act.DIAL.value)
        self._switch.place(placed, offer)
        return placed

    def picked_up(self, call: Call) -> None:
        """The person answers."""
        call.answered = True
        if call.number:
            self._submit(AnswerPhone(number=call.number), Act.CHANGE_CALL)

    def hung_up(self, call: Call) -> None:
        """The person declines, or hangs up."""
        if call.over:
            return
        if call.speaker == CUSTOMER and call.answered:
            command: Command = CustomerHangsUp(conversation_id=call.conversation_id)
        else:
            command = HangUpPhone(number=call.number) if call.answered else DeclinePhone(number=call.number)
        self._submit(command, Act.END_CALL)

    def _calls_at(self, line: Line) -> list[PhoneCall]:
        state = self._tenancy.state
        person = state.configuration.person(line.agent_id)
        numbers = () if person is None else sorted(numbers_of(state, person))
        return [one for digits in numbers for one in calls_at(state, digits)]

    def _goes_on(self, call: Call, at: PhoneCall | None) -> bool:
        if call.number:
            return at is not None and at.rings != call.answered
        conversation = self._tenancy.state.floor.conversations.get(call.conversation_id)
        return conversation is not None and customer_talks(conversation)

    def _submit(self, command: Command, act: Act) -> None:
        with suppress(Rejection):  # what it is about may have ended in the same moment
            self._tenancy.submit(command, cause=act.value)


def _number_of(person: Person | None) -> str:
    own = () if person is None else (person.default_dn, *person.registered_numbers)
    return next(filter(None, own), NO_NUMBER)
