"""The phones on the agents' desks, and whoever stands at them (AD-006, AD-042).

Rule: a phone is known by whose it is; its number is the one that person is signed in with.
"""

import pytest

from simulator.control.client import Phone, TenantControl


class Phones:
    """The phones of one tenant."""

    def __init__(self, tenant: TenantControl) -> None:
        self._tenant = tenant

    def of(self, person: str) -> Phone:
        """The phone that the signed-in person takes calls on."""
        for phone in self._tenant.phones():
            if phone.agent == person.lower():
                return phone
        raise LookupError(f"{person} is not signed in with a phone")

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
