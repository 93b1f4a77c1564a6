"""The phones on the agents' desks, and whoever stands at them (AD-006, AD-042).

Rule: a phone is known by whose it is; its number is the one that person is signed in with.
"""

import pytest

from deskproof.simulator.control.client import Phone, TenantControl
from deskproof.steps.errors import HarnessError, require


class Phones:
    """The phones of one tenant."""

    def __init__(self, tenant: TenantControl) -> None:
        self._tenant = tenant

    def of(self, person: str) -> Phone:
        """The phone that the signed-in person takes calls on."""
        for phone in self._tenant.phones():
            if phone.agent == person.lower():
                return phone
        raise HarnessError(f"{person} is not signed in with a phone; let {person} sign in in an earlier step.")

    def confirms_ringing(self, person: str, for_: str | None) -> None:
        """The person's phone rings for a `conversation` or for `monitoring`, or does not ring."""
        seen = self.of(person).rings
        require(seen == for_, f"the phone of {person} rings for {seen or 'nothing'}")

    def set_ready(self, person: str, *, ready: bool) -> None:
        """Make the person's phone ready to ring, or not."""
        self._tenant.set_phone(self.of(person).number, ready=ready)

    def answer(self, person: str) -> None:
        """Somebody picks up the person's phone, which rings."""
        self._tenant.answer_phone(self.of(person).number)

    def answer_number(self, number: str) -> None:
        """Somebody picks up the phone with this number, which rings."""
        self._tenant.answer_phone(number)


@pytest.fixture
def phones(tenant: TenantControl) -> Phones:
    """The phones of the scenario's tenant."""
    return Phones(tenant)
