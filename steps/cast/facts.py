"""What the tenant's journal says about one person: the part of a scenario's proof that does not depend on a screen.

Rule: `confirms_…` raises ProductFailure where the journal says otherwise.
"""

from collections.abc import Mapping
from typing import Any

from deskproof.simulator.control.client import TenantControl
from deskproof.steps.errors import ProductFailure, require, unknown
from deskproof.steps.gherkin.vocabulary.values import Availability, Option, Role

_SIGNED_IN = "AgentSignedIn"
_OPEN = frozenset({_SIGNED_IN, "AgentStateChanged", "SessionReloaded", "ConnectionLost"})
"""The events with the state of an open session."""

_SIGNED_OUT = "AgentSignedOut"


class Facts:
    """The facts about one person of a tenant."""

    def __init__(self, tenant: TenantControl, key: str, email: str) -> None:
        self._tenant = tenant
        self._key = key
        self._email = email

    def session(self) -> Mapping[str, Any] | None:
        """The person's present agent session by the journal; None without one."""
        session = None
        for entry in self._tenant.journal():
            if entry.data.get("agent") == self._key and entry.name in _OPEN:
                session = entry.data
            elif entry.data.get("agent") == self._key and entry.name == _SIGNED_OUT:
                session = None
        return session

    def signed_in_session(self) -> Mapping[str, Any]:
        """The session, once there is one. Raises FactNotSeen when none begins."""
        session = self.session()
        if session is None:
            session = self._tenant.wait_for(_SIGNED_IN, after=self._last_sign_out(), agent=self._key).data
        return session

    def station(self) -> tuple[Option, str]:
        """The station option and number of the signed-in person."""
        station = self.signed_in_session()["station"]
        return Option(station["option"]), station["number"]

    def team(self) -> str | None:
        """The name of the team the person is signed in to."""
        key = self.signed_in_session().get("team")
        teams = self._tenant.configuration()["teams"]
        return next((team["name"] for team in teams if team["key"] == key), None)

    def role(self) -> Role:
        """The role that a person with both roles is signed in with."""
        return Role.SUPERVISOR_AND_AGENT if "agent" in self.signed_in_session()["roles"] else Role.SUPERVISOR

    def availability(self) -> Availability:
        """The signed-in person's availability."""
        return Availability(self.signed_in_session()["state"])

    def confirms_station(self, option: Option, number: str | None = None) -> None:
        """The signed-in person's station is this option, with this number where one is given."""
        seen_option, seen_number = self.station()
        seen = f"the tenant has {self._key} at {seen_option} {seen_number}"
        require(seen_option is option and number in (None, seen_number), seen)

    def confirms_desktop(self, agent_id: str) -> None:
        """The signed-in person's station is Desktop, by the person's own id: with the prefix of a device or without it,
        as clients of the vendor send it (PROTOCOL 4.1).
        """
        option, number = self.station()
        seen = f"the tenant has {self._key} at {option} {number}"
        require(option is Option.DESKTOP and number in (agent_id, f"webrtc-{agent_id}"), seen)

    def confirms_sent(self, sent: str | None, number: str) -> None:
        """Where a desktop signed in, it `sent` this number, as it was to be registered. The back end reads numbers too,
        so its journal does not show what the desktop made of them.
        """
        require(sent in (None, number), f"the desktop of {self._key} sent the number {sent}")

    def confirms_team(self, name: str | None) -> None:
        """The person is signed in to this team, or to none."""
        if name is not None:
            self.known_team(name)
        seen = self.team()
        require(seen == name, f"the tenant has {self._key} in the team {seen}")

    def confirms_role(self, role: Role) -> None:
        """The person is signed in with this role."""
        seen = self.role()
        require(seen is role, f"the tenant has {self._key} as {seen}")

    def confirms_availability(self, availability: Availability) -> None:
        """The signed-in person has this availability."""
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

    def confirms_rona(self) -> None:
        """The person's state is RONA."""
        session = self.session()
        seen = session["state"] if session else "without a session"
        require(seen == "RONA", f"the tenant has {self._key} as {seen}")

    def confirms_teams_sign_in(self, *, done: bool) -> None:
        """A desktop has received tokens for the person's Microsoft Teams account, or never has."""
        seen = self.is_signed_in_to_teams()
        require(seen is done, f"a desktop {'has' if seen else 'never'} received Microsoft Teams tokens for {self._key}")

    def confirms_only_connection(self, connection: str | None) -> None:
        """This connection is the person's only active one, and several were never active at once."""
        active, most = self.active_connections(), self.most_active_at_once()
        require(
            active == (connection,),
            f"the active connections are {', '.join(active) or 'none'}; expected only {connection}",
        )
        require(most == 1, f"{most} connections were active at once")

    def active_connection(self) -> str:
        """The person's one active connection. Raises ProductFailure where there are none or several."""
        active = self.active_connections()
        if len(active) != 1:
            raise ProductFailure(f"{len(active)} instances are active at once")
        return active[0]

    def known_team(self, name: str) -> str:
        """`name`, if the tenant has a team of this name. Raises HarnessError for any other name."""
        teams = [team["name"] for team in self._tenant.configuration()["teams"]]
        if name not in teams:
            raise unknown("team", name, teams)
        return name

    def active_connections(self) -> tuple[str, ...]:
        """The ids of the person's active connections: open, and not superseded."""
        return self._connections()[-1]

    def most_active_at_once(self) -> int:
        """The largest number of the person's connections that were active at one moment."""
        return max(len(active) for active in self._connections())

    def last_entry(self) -> int:
        """The number of the journal's last entry."""
        return max((entry.seq for entry in self._tenant.journal()), default=0)

    def wait_until_connected(self, *, times: int, after: int) -> None:
        """Wait until so many of the person's connections have opened after this entry."""
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

    def confirms_only_event(self, name: str, *, not_: str | None = None) -> None:
        """The journal has an event of this name about the person's account, and no event of the name `not_`."""
        seen = [entry.name for entry in self._tenant.journal() if entry.data.get("email") == self._email]
        events = f"the events about {self._email} are: {', '.join(seen) or 'none'}"
        require(name in seen, events)
        require(not_ not in seen, events)

    def is_signed_in_to_teams(self) -> bool:
        """Whether a desktop has ever received tokens for the person's Microsoft Teams account."""
        return any(
            entry.name == "TeamsSignedIn" and entry.data["agent"] == self._key for entry in self._tenant.journal()
        )

    def _connections(self) -> list[tuple[str, ...]]:
        """The active connections after each change. A connection and those it supersedes change at once."""
        changes: list[tuple[str, ...]] = [()]
        active: tuple[str, ...] = ()
        entries = [entry for entry in self._tenant.journal() if entry.data.get("agent") == self._key]
        for entry, after in zip(entries, [*entries[1:], None], strict=False):
            connection = str(entry.data.get("connectionId"))
            if entry.name == "Connected":
                active = (*active, connection)
            elif entry.name in ("ConnectionSuperseded", "Disconnected"):
                active = tuple(other for other in active if other != connection)
            if after is None or after.name != "ConnectionSuperseded":
                changes.append(active)
        return changes

    def _last_sign_out(self) -> int:
        seen = [
            entry.seq
            for entry in self._tenant.journal()
            if entry.name == _SIGNED_OUT and entry.data.get("agent") == self._key
        ]
        return max(seen, default=0)
