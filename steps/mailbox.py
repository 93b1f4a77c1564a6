"""A person's mailbox in the scenario's tenant."""

from simulator.control.client import TenantControl


class Mailbox:
    """The mail of one address."""

    def __init__(self, tenant: TenantControl, email: str) -> None:
        self._tenant = tenant
        self._email = email

    def codes(self) -> tuple[str, ...]:
        """The confirmation codes that were mailed, oldest first."""
        return tuple(mail.code for mail in self._tenant.mail(self._email) if mail.code is not None)

    def code(self) -> str:
        """The confirmation code of the newest mail."""
        codes = self.codes()
        assert codes, f"no mail to {self._email} carries a confirmation code"
        return codes[-1]

    def other_code(self) -> str:
        """Six digits that were not mailed."""
        return f"{(int(self.code()) + 1) % 1_000_000:06}"
