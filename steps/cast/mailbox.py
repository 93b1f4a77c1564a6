"""A person's mailbox in the scenario's tenant."""

from deskproof.simulator.control.client import TenantControl
from deskproof.steps.errors import require


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
        require(codes, f"no mail to {self._email} has a confirmation code")
        return codes[-1]

    def code_before(self) -> str:
        """The confirmation code of the mail before the newest."""
        codes = self.codes()
        require(len(codes) > 1, f"fewer than two mails to {self._email} have a confirmation code")
        return codes[-2]

    def confirms_codes(self, count: int) -> None:
        """This number of codes was mailed."""
        seen = len(self.codes())
        require(seen == count, f"{seen} mails to {self._email} have a confirmation code; expected {count}")

    def confirms_digits(self, count: int) -> None:
        """The code of the newest mail has exactly this number of digits, and nothing else."""
        code = self.code()
        digits = code.isascii() and code.isdecimal() and len(code) == count
        require(digits, f"the code in the mail is not {count} digits but {len(code)} characters")

    def other_code(self) -> str:
        """Six digits that were not mailed."""
        return f"{(int(self.code()) + 1) % 1_000_000:06}"
