"""The errors of the wire: the name, number and status of each, which clients know."""

import pytest

from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.wire.kernel.errors import WIRE_ERRORS, error_answer, field_of, wire_error

CONTRACT = (
    ("NUMBER_TAKEN", "DUPLICATE_LOCATION", 1002, 409),
    ("INVALID_NUMBER", "INVALID_DIAL_NUMBER", 1003, 400),
    ("INVALID_EXTENSION", "INVALID_EXTENSION", 1004, 400),
    ("NUMBER_RESTRICTED", "NUMBER_RESTRICTED", 1005, 403),
    ("NUMBER_NOT_REGISTERED", "NUMBER_NOT_REGISTERED", 1006, 403),
    ("OPTION_NOT_PROVISIONED", "OPTION_NOT_PROVISIONED", 1007, 403),
    ("ROLE_NOT_ASSIGNED", "ROLE_NOT_ASSIGNED", 1008, 403),
    ("TEAM_NOT_ASSIGNED", "TEAM_NOT_ASSIGNED", 1009, 403),
    ("ALREADY_SIGNED_IN", "AGENT_ALREADY_SIGNED_IN", 1010, 409),
    ("NOT_SIGNED_IN", "AGENT_NOT_FOUND", 1011, 404),
    ("UNKNOWN_IDLE_CODE", "UNKNOWN_IDLE_CODE", 1012, 400),
    ("STATE_NOT_ALLOWED", "STATE_NOT_ALLOWED", 1013, 409),
    ("UNKNOWN_PERSON", "USER_NOT_FOUND", 1014, 403),
    ("NO_CONTACT_CENTRE", "CONTACT_CENTER_NOT_ENABLED", 1015, 403),
    ("PERSON_INACTIVE", "USER_INACTIVE", 1027, 403),
    ("PROFILE_INACTIVE", "AGENT_PROFILE_INACTIVE", 1028, 403),
    ("NO_SKILL_PROFILE", "SKILL_PROFILE_MISSING", 1029, 403),
    ("NO_TEAM", "TEAM_MISSING", 1030, 403),
    ("UNKNOWN_PROFILE", "AGENT_PROFILE_NOT_FOUND", 1031, 404),
    ("CONNECTED_ELSEWHERE", "CONNECTED_ELSEWHERE", 1016, 409),
    ("CONVERSATION_ACTIVE", "CONVERSATION_ACTIVE", 1018, 409),
    ("MONITORING_ONGOING", "MONITORING_ONGOING", 1019, 409),
    ("UNKNOWN_CONNECTION", "UNKNOWN_SUBSCRIPTION", 1017, 404),
    ("UNKNOWN_CONVERSATION", "TASK_NOT_FOUND", 1020, 404),
    ("CONVERSATION_STATE", "TASK_STATE_NOT_ALLOWED", 1021, 409),
    ("NOT_DIGITAL", "TASK_NOT_DIGITAL", 1022, 403),
    ("NOT_A_CALL", "TASK_NOT_TELEPHONY", 1033, 409),
    ("NOT_OWNER", "NOT_TASK_OWNER", 1034, 403),
    ("NOT_RECORDED", "RECORDING_STATE_NOT_ALLOWED", 1035, 409),
    ("UNKNOWN_DESTINATION", "DESTINATION_NOT_FOUND", 1036, 404),
    ("AGENT_NOT_AVAILABLE", "AGENT_NOT_AVAILABLE", 1037, 409),
    ("CONSULT_STATE", "CONSULT_STATE_NOT_ALLOWED", 1038, 409),
    ("NO_CONFERENCE", "NOT_IN_CONFERENCE", 1039, 409),
    ("UNKNOWN_PARTICIPANT", "PARTICIPANT_NOT_FOUND", 1040, 404),
    ("UNKNOWN_ENTRY_POINT", "ENTRY_POINT_NOT_FOUND", 1041, 404),
    ("UNKNOWN_CALLER_ID", "OUTDIAL_ANI_NOT_FOUND", 1042, 404),
    ("UNKNOWN_WRAP_UP_CODE", "UNKNOWN_WRAP_UP_CODE", 1023, 400),
    ("NOT_SUPERVISED", "AGENT_NOT_SUPERVISED", 1043, 403),
    ("UNKNOWN_MONITORING", "MONITORING_NOT_FOUND", 1024, 404),
    ("MONITORING_STATE", "MONITORING_STATE_NOT_ALLOWED", 1025, 412),
    ("MONITORING_NOT_PERMITTED", "MONITORING_NOT_PERMITTED", 1026, 403),
    ("NO_SUBSCRIPTION", "SUBSCRIPTION_NOT_FOUND", 1044, 404),
    ("TOO_MANY_SUBSCRIPTIONS", "SUBSCRIPTION_LIMIT_EXCEEDED", 1045, 409),
)
"""What clients tell refusals apart by: changing a row is changing the wire."""


@pytest.mark.parametrize(("reason", "name", "code", "status"), CONTRACT)
def test_a_refusal_is_on_the_wire_as_clients_know_it(reason: str, name: str, code: int, status: int) -> None:
    error = WIRE_ERRORS[Reason[reason]]
    assert (error.name, error.code, error.status) == (name, code, status)


def test_no_refusal_is_missing_here() -> None:
    assert [reason for reason, *_ in CONTRACT] == [reason.name for reason in WIRE_ERRORS]


@pytest.mark.parametrize(
    ("field", "name"),
    [
        (None, None),
        ("number", "number"),
        ("team", "team"),
        ("idle code", "auxCodeId"),
        ("wrap-up code", "auxCodeId"),
        ("entry point", "entryPointId"),
    ],
)
def test_a_field_at_fault_has_the_name_of_the_wire(field: str | None, name: str | None) -> None:
    rejection = Rejection(Reason.INVALID_NUMBER, "The dial number is not valid.", field=field)
    assert field_of(rejection) == name
    assert wire_error(rejection) is WIRE_ERRORS[Reason.INVALID_NUMBER]


def test_an_error_answer_has_the_shape_of_the_product() -> None:
    """DOMAIN 2.4."""
    answer = error_answer(key="400", reason="INVALID_DIAL_NUMBER", message="It is not valid.", tracking_id="t")
    assert answer.to_json() == {
        "trackingId": "t",
        "error": {"key": "400", "reason": "INVALID_DIAL_NUMBER", "message": ["It is not valid."]},
    }
