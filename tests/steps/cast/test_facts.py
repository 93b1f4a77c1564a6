"""What the tenant knows about a person, read from a journal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

from deskproof.simulator.control.client import Entry
from deskproof.steps.cast.facts import Facts
from deskproof.steps.errors import HarnessError, ProductFailure
from deskproof.steps.gherkin.vocabulary.values import Availability, Option, Role

_STATION = {"option": "AGENT_DN", "number": "+12015532447"}


@dataclass
class _Tenant:
    """A tenant that has only a journal and two teams."""

    entries: Sequence[Entry]

    def journal(self) -> tuple[Entry, ...]:
        return tuple(self.entries)

    def configuration(self) -> dict[str, Any]:
        return {"teams": [{"key": "support", "name": "Support"}, {"key": "sales", "name": "Sales"}]}

    def wait_for(self, name: str, *, after: int = 0, **parts: Any) -> Entry:
        for entry in self.entries:
            if entry.name == name and entry.seq > after and parts.items() <= entry.data.items():
                return entry
        raise AssertionError(f"{name} after {after} with {parts} was waited for")


def _facts(*events: tuple[str, dict[str, Any]]) -> Facts:
    entries = [
        Entry(seq=seq, at=datetime(2026, 1, 15, 9, tzinfo=UTC), kind="event", name=name, cause="", data=data)
        for seq, (name, data) in enumerate(events, start=1)
    ]
    return Facts(_Tenant(entries), "ada", "ada@example.com")  # type: ignore[arg-type]  # as much tenant as facts need


def _session(agent: str = "ada", **parts: Any) -> dict[str, Any]:
    return {"agent": agent, "station": _STATION, "roles": ["agent"], "team": "sales", "state": "Idle", **parts}


def test_nobody_is_signed_in_at_first() -> None:
    assert _facts().session() is None


def test_a_session_is_reported_whole() -> None:
    facts = _facts(("AgentSignedIn", _session()))
    assert facts.station() == (Option.DIAL_NUMBER, "+12015532447")
    assert facts.team() == "Sales"
    assert facts.role() is Role.SUPERVISOR_AND_AGENT
    assert facts.availability() is Availability.IDLE


def test_the_latest_state_counts() -> None:
    facts = _facts(("AgentSignedIn", _session()), ("AgentStateChanged", _session(state="Available")))
    assert facts.availability() is Availability.AVAILABLE


def test_a_supervisor_has_no_team() -> None:
    facts = _facts(("AgentSignedIn", _session(roles=["supervisor"], team=None)))
    assert facts.team() is None
    assert facts.role() is Role.SUPERVISOR


def test_sign_out_ends_the_session_and_another_begins_a_new_one() -> None:
    ended = [("AgentSignedIn", _session()), ("AgentSignedOut", _session())]
    assert _facts(*ended).session() is None
    again = _facts(*ended, ("AgentSignedIn", _session(team="support")))
    assert again.team() == "Support"


def test_other_people_do_not_count() -> None:
    facts = _facts(("AgentSignedIn", _session()), ("AgentSignedOut", _session(agent="bo")))
    assert facts.session() is not None
    assert _facts(("AgentSignedIn", _session(agent="bo"))).session() is None


def test_an_account_tells_one_thing_and_not_the_other() -> None:
    facts = _facts(("PasswordRefused", {"email": "ada@example.com"}), ("PasswordAccepted", {"email": "bo@example.com"}))
    facts.confirms_only_event("PasswordRefused", not_="PasswordAccepted")
    with pytest.raises(ProductFailure, match=r"the events about ada@example.com are: PasswordRefused"):
        facts.confirms_only_event("PasswordAccepted")
    with pytest.raises(ProductFailure, match=r"the events about ada@example.com are: PasswordRefused"):
        facts.confirms_only_event("PasswordChanged", not_="PasswordRefused")


def _connection(name: str, id_: str, agent: str = "ada") -> tuple[str, dict[str, Any]]:
    return name, {"connectionId": id_, "agent": agent}


def test_the_connection_that_superseded_the_other_is_the_active_one_at_every_moment() -> None:
    facts = _facts(
        _connection("Connected", "c-1"),
        _connection("Connected", "c-2"),
        _connection("ConnectionSuperseded", "c-1"),
        _connection("Disconnected", "c-1"),
        _connection("Connected", "c-9", agent="bo"),
    )
    assert facts.active_connections() == ("c-2",)
    assert facts.most_active_at_once() == 1


def test_two_active_connections_at_once_are_noticed() -> None:
    facts = _facts(
        _connection("Connected", "c-1"),
        _connection("Connected", "c-2"),
        _connection("Disconnected", "c-1"),
    )
    assert facts.active_connections() == ("c-2",)
    assert facts.most_active_at_once() == 2


def test_without_connections_none_is_active() -> None:
    assert _facts().active_connections() == ()


def test_each_new_connection_is_waited_for_in_turn() -> None:
    facts = _facts(_connection("Connected", "c-1"), _connection("Connected", "c-2"))
    facts.wait_until_connected(times=1, after=1)
    with pytest.raises(AssertionError, match="Connected after 2"):
        facts.wait_until_connected(times=2, after=1)


def test_the_reason_of_a_sign_out_is_reported() -> None:
    assert _facts(("AgentSignedOut", _session(reason="Inactivity Logout"))).sign_out_reason() == "Inactivity Logout"


# ---- what the facts confirm


@pytest.mark.parametrize(
    ("confirm", "other", "seen"),
    [
        (
            lambda facts: facts.confirms_station(Option.DIAL_NUMBER, "+12015532447"),
            lambda facts: facts.confirms_station(Option.DIAL_NUMBER, "+12015532448"),
            r"ada at AGENT_DN \+12015532447",
        ),
        (
            lambda facts: facts.confirms_station(Option.DIAL_NUMBER),
            lambda facts: facts.confirms_station(Option.EXTENSION),
            "ada at AGENT_DN",
        ),
        (lambda facts: facts.confirms_team("Sales"), lambda facts: facts.confirms_team("Support"), "the team Sales"),
        (lambda facts: facts.confirms_team("Sales"), lambda facts: facts.confirms_team(None), "in the team Sales"),
        (
            lambda facts: facts.confirms_role(Role.SUPERVISOR_AND_AGENT),
            lambda facts: facts.confirms_role(Role.SUPERVISOR),
            "supervisorAgent",
        ),
        (
            lambda facts: facts.confirms_availability(Availability.IDLE),
            lambda facts: facts.confirms_availability(Availability.AVAILABLE),
            "ada as Idle",
        ),
        (
            lambda facts: facts.confirms_session(),
            lambda facts: facts.confirms_no_session(),
            "has a session of ada",
        ),
        (
            lambda facts: facts.confirms_teams_sign_in(done=False),
            lambda facts: facts.confirms_teams_sign_in(done=True),
            "never received",
        ),
    ],
)
def test_what_is_so_is_confirmed_and_what_is_not_is_a_failure_of_the_product(
    confirm: Callable[[Facts], None], other: Callable[[Facts], None], seen: str
) -> None:
    facts = _facts(("AgentSignedIn", _session()))
    confirm(facts)
    with pytest.raises(ProductFailure, match=seen):
        other(facts)


@pytest.mark.parametrize("number", ["agent-1", "webrtc-agent-1"])
def test_desktop_is_confirmed_by_the_persons_own_id(number: str) -> None:
    facts = _facts(("AgentSignedIn", _session(station={"option": "BROWSER", "number": number})))
    facts.confirms_desktop("agent-1")
    with pytest.raises(ProductFailure, match=f"ada at BROWSER {number}"):
        facts.confirms_desktop("agent-2")


def test_somebody_set_aside_is_neither_available_nor_idle() -> None:
    facts = _facts(("AgentSignedIn", _session(state="RONA")))
    facts.confirms_rona()
    with pytest.raises(ProductFailure, match="ada as RONA"):
        facts.confirms_availability(Availability.AVAILABLE)
    with pytest.raises(ProductFailure, match="ada as Idle"):
        _facts(("AgentSignedIn", _session())).confirms_rona()


def test_the_reason_of_a_sign_out_is_confirmed() -> None:
    facts = _facts(("AgentSignedOut", _session(reason="Inactivity Logout")))
    facts.confirms_sign_out_reason("Inactivity Logout")
    facts.confirms_no_session()
    with pytest.raises(ProductFailure, match="'Inactivity Logout'"):
        facts.confirms_sign_out_reason("User Logout")
    with pytest.raises(ProductFailure, match="no session of ada"):
        facts.confirms_session()


def test_one_active_connection_is_confirmed_and_several_are_not() -> None:
    one = _facts(_connection("Connected", "c-1"))
    one.confirms_only_connection("c-1")
    assert one.active_connection() == "c-1"
    with pytest.raises(ProductFailure, match="expected only c-2"):
        one.confirms_only_connection("c-2")
    two = _facts(_connection("Connected", "c-1"), _connection("Connected", "c-2"))
    with pytest.raises(ProductFailure, match="2 instances"):
        two.active_connection()


@pytest.mark.parametrize("team", ["Suport", "support", "", "Sales "])
def test_a_team_that_the_tenant_lacks_is_a_fault_of_the_scenario(team: str) -> None:
    facts = _facts(("AgentSignedIn", _session()))
    for ask in (facts.known_team, facts.confirms_team):
        with pytest.raises(HarnessError, match=rf'There is no team "{team}" here; there are .*Support') as refused:
            ask(team)
        assert "Sales" in str(refused.value)
