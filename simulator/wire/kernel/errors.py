"""Refusals on the wire: an error answer, or a `...Failed` notification. One table has the error for each reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.wire.kernel.shapes import Shape


class ErrorBody(Shape):
    """The HTTP status as `key`, the name of the error, and one sentence."""

    key: str
    reason: str
    message: tuple[str, ...]


class ErrorAnswer(Shape):
    """The product's error shape."""

    tracking_id: str
    error: ErrorBody


@dataclass(frozen=True, kw_only=True)
class WireError:
    """A reason on the wire: its name, its number in notifications, the HTTP status of an error answer."""

    name: str
    code: int
    status: int


WIRE_ERRORS: Mapping[Reason, WireError] = {
    Reason.NUMBER_TAKEN: WireError(name="DUPLICATE_LOCATION", code=1002, status=409),
    Reason.INVALID_NUMBER: WireError(name="INVALID_DIAL_NUMBER", code=1003, status=400),
    Reason.INVALID_EXTENSION: WireError(name="INVALID_EXTENSION", code=1004, status=400),
    Reason.NUMBER_RESTRICTED: WireError(name="NUMBER_RESTRICTED", code=1005, status=403),
    Reason.NUMBER_NOT_REGISTERED: WireError(name="NUMBER_NOT_REGISTERED", code=1006, status=403),
    Reason.OPTION_NOT_PROVISIONED: WireError(name="OPTION_NOT_PROVISIONED", code=1007, status=403),
    Reason.ROLE_NOT_ASSIGNED: WireError(name="ROLE_NOT_ASSIGNED", code=1008, status=403),
    Reason.TEAM_NOT_ASSIGNED: WireError(name="TEAM_NOT_ASSIGNED", code=1009, status=403),
    Reason.ALREADY_SIGNED_IN: WireError(name="AGENT_ALREADY_SIGNED_IN", code=1010, status=409),
    Reason.NOT_SIGNED_IN: WireError(name="AGENT_NOT_FOUND", code=1011, status=404),
    Reason.UNKNOWN_IDLE_CODE: WireError(name="UNKNOWN_IDLE_CODE", code=1012, status=400),
    Reason.STATE_NOT_ALLOWED: WireError(name="STATE_NOT_ALLOWED", code=1013, status=409),
    Reason.UNKNOWN_PERSON: WireError(name="USER_NOT_FOUND", code=1014, status=403),
    Reason.NO_CONTACT_CENTRE: WireError(name="CONTACT_CENTER_NOT_ENABLED", code=1015, status=403),
    Reason.PERSON_INACTIVE: WireError(name="USER_INACTIVE", code=1027, status=403),
    Reason.PROFILE_INACTIVE: WireError(name="AGENT_PROFILE_INACTIVE", code=1028, status=403),
    Reason.NO_SKILL_PROFILE: WireError(name="SKILL_PROFILE_MISSING", code=1029, status=403),
    Reason.NO_TEAM: WireError(name="TEAM_MISSING", code=1030, status=403),
    Reason.UNKNOWN_PROFILE: WireError(name="AGENT_PROFILE_NOT_FOUND", code=1031, status=404),
    Reason.CONNECTED_ELSEWHERE: WireError(name="CONNECTED_ELSEWHERE", code=1016, status=409),
    Reason.CONVERSATION_ACTIVE: WireError(name="CONVERSATION_ACTIVE", code=1018, status=409),
    Reason.MONITORING_ONGOING: WireError(name="MONITORING_ONGOING", code=1019, status=409),
    Reason.UNKNOWN_CONNECTION: WireError(name="UNKNOWN_SUBSCRIPTION", code=1017, status=404),
    Reason.UNKNOWN_CONVERSATION: WireError(name="TASK_NOT_FOUND", code=1020, status=404),
    Reason.CONVERSATION_STATE: WireError(name="TASK_STATE_NOT_ALLOWED", code=1021, status=409),
    Reason.NOT_DIGITAL: WireError(name="TASK_NOT_DIGITAL", code=1022, status=403),
    Reason.NOT_A_CALL: WireError(name="TASK_NOT_TELEPHONY", code=1033, status=409),
    Reason.NOT_OWNER: WireError(name="NOT_TASK_OWNER", code=1034, status=403),
    Reason.NOT_RECORDED: WireError(name="RECORDING_STATE_NOT_ALLOWED", code=1035, status=409),
    Reason.UNKNOWN_DESTINATION: WireError(name="DESTINATION_NOT_FOUND", code=1036, status=404),
    Reason.AGENT_NOT_AVAILABLE: WireError(name="AGENT_NOT_AVAILABLE", code=1037, status=409),
    Reason.CONSULT_STATE: WireError(name="CONSULT_STATE_NOT_ALLOWED", code=1038, status=409),
    Reason.NO_CONFERENCE: WireError(name="NOT_IN_CONFERENCE", code=1039, status=409),
    Reason.UNKNOWN_PARTICIPANT: WireError(name="PARTICIPANT_NOT_FOUND", code=1040, status=404),
    Reason.UNKNOWN_ENTRY_POINT: WireError(name="ENTRY_POINT_NOT_FOUND", code=1041, status=404),
    Reason.UNKNOWN_CALLER_ID: WireError(name="OUTDIAL_ANI_NOT_FOUND", code=1042, status=404),
    Reason.UNKNOWN_WRAP_UP_CODE: WireError(name="UNKNOWN_WRAP_UP_CODE", code=1023, status=400),
    Reason.NOT_SUPERVISED: WireError(name="AGENT_NOT_SUPERVISED", code=1043, status=403),
    Reason.UNKNOWN_MONITORING: WireError(name="MONITORING_NOT_FOUND", code=1024, status=404),
    Reason.MONITORING_STATE: WireError(name="MONITORING_STATE_NOT_ALLOWED", code=1025, status=412),
    Reason.MONITORING_NOT_PERMITTED: WireError(name="MONITORING_NOT_PERMITTED", code=1026, status=403),
    Reason.NO_SUBSCRIPTION: WireError(name="SUBSCRIPTION_NOT_FOUND", code=1044, status=404),
    Reason.TOO_MANY_SUBSCRIPTIONS: WireError(name="SUBSCRIPTION_LIMIT_EXCEEDED", code=1045, status=409),
}
"""DUPLICATE_LOCATION, INVALID_DIAL_NUMBER and AGENT_NOT_FOUND are what the vendor's client knows (PROTOCOL 3.5, 4.2);
the other names, and all numbers, are ours: the vendor's are not published. Reasons of the identity pages and of the
control plane are never on the wire.
"""


def wire_error(rejection: Rejection) -> WireError:
    """The error that the wire has for a rejection."""
    return WIRE_ERRORS[rejection.reason]


FIELDS: Mapping[str, str] = {"idle code": "auxCodeId", "wrap-up code": "auxCodeId", "entry point": "entryPointId"}
"""The vendor's names for fields that the core names otherwise."""


def field_of(rejection: Rejection) -> str | None:
    """The wire's name for the field at fault; None where no field is."""
    return rejection.field and FIELDS.get(rejection.field, rejection.field)


def error_answer(*, key: str, reason: str, message: str, tracking_id: str) -> ErrorAnswer:
    """The product's error shape (DOMAIN 2.4)."""
    return ErrorAnswer(tracking_id=tracking_id, error=ErrorBody(key=key, reason=reason, message=(message,)))
