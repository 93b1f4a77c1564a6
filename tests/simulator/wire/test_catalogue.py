"""The catalogue is whole: names are unique, every reference leads somewhere, every refusal has a name."""

from __future__ import annotations

from collections import Counter

import pytest

from deskproof.simulator.domain import events
from deskproof.simulator.domain.rejection import Reason
from deskproof.simulator.wire.catalogue import FRAME, FRAMES, OPERATIONS, frames_for
from deskproof.simulator.wire.kernel.errors import WIRE_ERRORS, error_answer
from deskproof.simulator.wire.kernel.operation import Commands, Notifies

ELSEWHERE = frozenset({
    "WRONG_PASSWORD", "ACCOUNT_LOCKED", "WEAK_PASSWORD", "MALFORMED_CODE", "WRONG_CODE", "CODE_EXPIRED", "CODE_SPENT",
    "NO_RECOVERY", "NO_TEAMS_ACCESS", "NOTHING_RINGS", "UNKNOWN_QUEUE",
})  # fmt: skip
"""Reasons that only the sign-in pages give, or only the control plane."""


def test_names_are_unique() -> None:
    names = Counter([operation.name for operation in OPERATIONS] + [frame.name for frame in FRAMES])
    assert [name for name, times in names.items() if times > 1] == []


def test_no_two_operations_have_one_address() -> None:
    addresses = Counter((operation.method, operation.address) for operation in OPERATIONS)
    assert [address for address, times in addresses.items() if times > 1] == []


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_an_operation_says_where_it_is_from_and_who_refuses(operation: object) -> None:
    assert getattr(operation, "source", "")
    does = getattr(operation, "does", None)
    if isinstance(does, Commands | Notifies):
        assert all(FRAME[name].event is None for name in does.refusals)
    if isinstance(does, Notifies):
        assert does.frame in FRAME


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_a_frame_says_where_it_is_from(frame: object) -> None:
    assert getattr(frame, "source", "")
    assert getattr(frame, "outer", "")


def test_station_login_sends_two_frames_in_this_order() -> None:
    names = [frame.name for frame in FRAMES if frame.event is events.AgentSignedIn]
    assert names == ["AgentStationLoginSuccess", "AgentDNRegistered"]


def test_an_event_without_receivers_has_no_frame() -> None:
    request = events.ConnectionRequested(
        connection_id="c", agent_id="a", allow_multi_login=False  # type: ignore[arg-type]  # any text will do
    )  # fmt: skip
    assert frames_for(request) == ()


def test_every_reason_of_the_gateway_has_a_name_of_its_own() -> None:
    assert {reason.name for reason in set(Reason) - set(WIRE_ERRORS)} <= ELSEWHERE
    assert len({error.code for error in WIRE_ERRORS.values()}) == len(WIRE_ERRORS)
    assert all(400 <= error.status < 500 for error in WIRE_ERRORS.values())


def test_the_product_s_error_shape() -> None:
    answer = error_answer(key="404", reason="NOT_FOUND", message="There is none.", tracking_id="T")
    assert answer.to_json() == {
        "trackingId": "T",
        "error": {"key": "404", "reason": "NOT_FOUND", "message": ["There is none."]},
    }
