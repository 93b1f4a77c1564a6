"""The agents' phones (AD-006, AD-042).

Rule: a phone is named by its person; its number is the number that the person is signed in with.
"""

import pytest

from deskproof.simulator.control.client import Phone, TenantControl
from deskproof.steps.errors import HarnessError, require


class Phones:
    """The phones of one tenant."""

    def __init__(self, tenant: TenantControl) -> None:
        self._tenant = tenant

    def of(self, person: str) -> Phone:
        """The phone of the signed-in person."""
        for phone in self._tenant.phones():
            if phone.agent == person.lower():
                return phone
        raise HarnessError(f"{person} is not signed in with a phone; let {person} sign in in an earlier step.")

    def confirms_ringing(self, person: str, for_: str | None) -> None:
        """The person's phone rings for a `conversation`, a `consultation` or `monitoring`, or does not ring."""
        seen = self.of(person).rings
        require(seen == for_, f"the phone of {person} rings for {seen or 'nothing'}; expected {for_ or 'nothing'}")

    def set_ready(self, person: str, *, ready: bool) -> None:
        """Make the person's phone ready to ring, or not."""
        self._tenant.set_phone(self.of(person).number, ready=ready)

    def answer(self, person: str) -> None:
        """Pick up the person's ringing phone."""
        self._tenant.answer_phone(self.of(person).number)

    def decline(self, person: str) -> None:
        """Decline what rings at the person's phone."""
        self._tenant.decline_phone(self.of(person).number)

    def hang_up(self, person: str) -> None:
        """Hang up the person's phone."""
        self._tenant.hang_up_phone(self.of(person).number)

    def answer_number(self, number: str) -> None:
        """Pick up the ringing phone with this number."""
        self._tenant.answer_phone(number)


@pytest.fixture
def phones(tenant: TenantControl) -> Phones:
    """The phones of the scenario's tenant."""
    return Phones(tenant)
