"""What the tenant knows about one person, read from its journal: the half of a scenario's proof that no screen can
fake.
"""

from collections.abc import Mapping
from typing import Any

from simulator.control.client import TenantControl
from steps.words import Availability, Option, Role

_SIGNED_OUT = "AgentSignedOut"


class Facts:
    """The facts about one person of a tenant."""

    def __init__(self, tenant: TenantControl, key: str, email: str) -> None:
        self._tenant = tenant
        self._key = key
        self._email = email

    def session(self) -> Mapping[str, Any] | None:
        """The person's agent session as it stands in the journal now, or None when there is none."""
        session = None
        for entry in self._tenant.journal():
            told = entry.data.get("session")
            if entry.kind == "event" and isinstance(told, dict) and told["agent"] == self._key:
                session = None if entry.name == _SIGNED_OUT else told
        return session

    def signed_in_session(self) -> Mapping[str, Any]:
        """The session once there is one; fails when none begins."""
        return (
            self.session()
            or self._tenant.wait_for("AgentSignedIn", after=self._last_sign_out(), agent=self._key).data["session"]
        )

    def station(self) -> tuple[Option, str]:
        """The option and number that the tenant reaches the signed-in person at."""
        station = self.signed_in_session()["station"]
        return Option(station["option"]), station["number"]

    def team(self) -> str | None:
        """The name of the team the person is signed in to."""
        key = self.signed_in_session()["team"]
        teams = self._tenant.configuration()["teams"]
        return next((team["name"] for team in teams if team["key"] == key), None)

    def role(self) -> Role:
        """The role that somebody with both roles is signed in as."""
        return Role.SUPERVISOR_AND_AGENT if "agent" in self.signed_in_session()["roles"] else Role.SUPERVISOR

    def availability(self) -> Availability:
        """What the tenant has for the signed-in person's availability."""
        return Availability(self.signed_in_session()["state"])

    def wait_until_signed_out(self) -> None:
        """Wait until the person's session is over."""
        if self.session() is not None:
            self._tenant.wait_for(_SIGNED_OUT, after=self._last_sign_out(), agent=self._key)

    def tells_only(self, name: str, *, not_: str | None = None) -> None:
        """An event of this name about the person's account has happened, and none of the other name."""
        told = [entry.name for entry in self._tenant.journal() if entry.data.get("email") == self._email]
        assert name in told, f"the journal tells of {self._email} only: {', '.join(told) or 'nothing'}"
        assert not_ not in told, f"the journal tells of {self._email}: {', '.join(told)}"

    def _last_sign_out(self) -> int:
        seen = [entry.seq for entry in self._tenant.journal() if entry.name == _SIGNED_OUT]
        return max(seen, default=0)
