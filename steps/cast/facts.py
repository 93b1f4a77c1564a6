"""What the tenant knows about one person, read from its journal: the half of a scenario's proof that no screen can
fake.

Rule: `confirms_…` raises ProductFailure where the tenant knows otherwise.
"""

from collections.abc import Mapping
from typing import Any

from deskproof.simulator.control.client import TenantControl
from deskproof.steps.errors import ProductFailure, require, unknown
from deskproof.steps.gherkin.vocabulary.values import Availability, Option, Role

_SIGNED_IN = "AgentSignedIn"
_OPEN = frozenset({_SIGNED_IN, "AgentStateChanged", "SessionReloaded", "ConnectionLost"})
"""The events that carry an open session as it then is."""

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
            if entry.data.get("agent") == self._key and entry.name in _OPEN:
                session = entry.data
            elif entry.data.get("agent") == self._key and entry.name == _SIGNED_OUT:
                session = None
        return session

    def signed_in_session(self) -> Mapping[str, Any]:
        """The session once there is one; fails when none begins."""
        began = self.session()
        if began is None:
            began = self._tenant.wait_for(_SIGNED_IN, after=self._last_sign_out(), agent=self._key).data
        return began

    def station(self) -> tuple[Option, str]:
        """The option and number that the tenant reaches the signed-in person at."""
        station = self.signed_in_session()["station"]
        return Option(station["option"]), station["number"]

    def team(self) -> str | None:
        """The name of the team the person is signed in to."""
        key = self.signed_in_session().get("team")
        teams = self._tenant.configuration()["teams"]
        return next((team["name"] for team in teams if team["key"] == key), None)

    def role(self) -> Role:
        """The role that somebody with both roles is signed in as."""
        return Role.SUPERVISOR_AND_AGENT if "agent" in self.signed_in_session()["roles"] else Role.SUPERVISOR

    def availability(self) -> Availability:
        """What the tenant has for the signed-in person's availability."""
        return Availability(self.signed_in_session()["state"])

    def confirms_station(self, option: Option, number: str | None = None) -> None:
        """The tenant reaches the signed-in person at this option, and at this number where one is given."""
        seen_option, seen_number = self.station()
        seen = f"the tenant has {self._key} at {seen_option} {seen_number}"
        require(seen_option is option and number in (None, seen_number), seen)

    def confirms_team(self, name: str | None) -> None:
        """The person is signed in to this team, or to none."""
        if name is not None:
            self.known_team(name)
        seen = self.team()
        require(seen == name, f"the tenant has {self._key} in the team {seen}")

    def confirms_role(self, role: Role) -> None:
        """The person is signed in as this."""
        seen = self.role()
        require(seen is role, f"the tenant has {self._key} as {seen}")

    def confirms_availability(self, availability: Availability) -> None:
        """The tenant has this for the signed-in person's availability."""
        seen = self.signed_in_session()["state"]
        require(seen == availability.value, f"the tenant has {self._key} as {seen}")

    def confirms_session(self) -> None:
        """The person has an agent session."""
        require(self.session() is not None, f"the tenant has no session of {self._key}")

    def confirms_no_session(self) -> None:
        """The person has no agent session."""
        require(self.session() is None, f"the tenant has a session of {self._key}")

    def confirms_sign_out_reason(self, text: str) -> None:
        """The person's last session ended for this reason."""
        seen = self.sign_out_reason()
        require(seen == text, f"the session of {self._key} ended with the reason {seen!r}")

    def confirms_set_aside(self) -> None:
        """The tenant has the person in RONA."""
        session = self.session()
        seen = session["state"] if session else "without a session"
        require(seen == "RONA", f"the tenant has {self._key} as {seen}")

    def confirms_teams_sign_in(self, *, done: bool) -> None:
        """A desktop has got its tokens for the person's Microsoft Teams account, or never has."""
        seen = self.is_signed_in_to_teams()
        require(seen is done, f"a desktop has {'got' if seen else 'never got'} Microsoft Teams tokens for {self._key}")

    def confirms_only_connection(self, connection: str | None) -> None:
        """This connection of the person is the active one, and there was never more than one active at once."""
        active, most = self.active_connections(), self.most_active_at_once()
        require(active == (connection,), f"active are {', '.join(active) or 'none'}; wanted {connection} alone")
        require(most == 1, f"{most} connections were active at once")

    def active_connection(self) -> str:
        """The person's one active connection. Raises ProductFailure where there are none or several."""
        active = self.active_connections()
        if len(active) != 1:
            raise ProductFailure(f"{len(active)} instances are active at once")
        return active[0]

    def known_team(self, name: str) -> str:
        """The name of a team, where the tenant has one of this name. Raises HarnessError."""
        teams = [team["name"] for team in self._tenant.configuration()["teams"]]
        if name not in teams:
            raise unknown("team", name, teams)
        return name

    def active_connections(self) -> tuple[str, ...]:
        """The ids of the person's active connections: open, and superseded by no other."""
        return self._connections()[-1]

    def most_active_at_once(self) -> int:
        """How many of the person's connections were active at most, at any moment so far."""
        return max(len(active) for active in self._connections())

    def last_entry(self) -> int:
        """The number of the journal's last entry."""
        return max((entry.seq for entry in self._tenant.journal()), default=0)

    def wait_until_connected(self, *, times: int, after: int) -> None:
        """Wait until so many of the person's connections have opened after that entry."""
        for _ in range(times):
            after = self._tenant.wait_for("Connected", after=after, agent=self._key).seq

    def sign_out_reason(self) -> str:
        """Why the person's last session ended."""
        reason: str = self._tenant.wait_for(_SIGNED_OUT, agent=self._key).data["reason"]
        return reason

    def wait_until_signed_out(self) -> None:
        """Wait until the person's session is over."""
        if self.session() is not None:
            self._tenant.wait_for(_SIGNED_OUT, after=self._last_sign_out(), agent=self._key)

    def tells_only(self, name: str, *, not_: str | None = None) -> None:
        """An event of this name about the person's account has happened, and none of the other name."""
        told = [entry.name for entry in self._tenant.journal() if entry.data.get("email") == self._email]
        require(name in told, f"the journal tells of {self._email} only: {', '.join(told) or 'nothing'}")
        require(not_ not in told, f"the journal tells of {self._email}: {', '.join(told)}")

    def is_signed_in_to_teams(self) -> bool:
        """Whether a desktop has ever got its tokens for the person's Microsoft Teams account."""
        return any(
            entry.name == "TeamsSignedIn" and entry.data["agent"] == self._key for entry in self._tenant.journal()
        )

    def _connections(self) -> list[tuple[str, ...]]:
        """The active connections after each moment. A connection and those it supersedes change in one."""
        moments: list[tuple[str, ...]] = [()]
        active: tuple[str, ...] = ()
        entries = [entry for entry in self._tenant.journal() if entry.data.get("agent") == self._key]
        for entry, after in zip(entries, [*entries[1:], None], strict=False):
            connection = str(entry.data.get("connectionId"))
            if entry.name == "Connected":
                active = (*active, connection)
            elif entry.name in ("ConnectionSuperseded", "Disconnected"):
                active = tuple(one for one in active if one != connection)
            if after is None or after.name != "ConnectionSuperseded":
                moments.append(active)
        return moments

    def _last_sign_out(self) -> int:
        seen = [
            entry.seq
            for entry in self._tenant.journal()
            if entry.name == _SIGNED_OUT and entry.data.get("agent") == self._key
        ]
        return max(seen, default=0)
