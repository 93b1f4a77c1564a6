"""What the client gives is what the OpenAPI document says: every record has the fields of its schema, and no other."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any, get_args

import pytest

from deskproof.simulator.control import records
from deskproof.simulator.control.application import control_application
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.registry import TenantRegistry

SCHEMAS: dict[str, Any] = control_application(TenantRegistry(port=8400), ()).openapi()["components"]["schemas"]

RECORDS = {
    records.Person: "PersonResponse",
    records.Mail: "MailResponse",
    records.Entry: "EntryResponse",
    records.Line: "LineResponse",
    records.Fault: "FaultResponse",
    records.Conversation: "ConversationResponse",
    records.Phone: "PhoneResponse",
    records.Agent: "AgentResponse",
    records.ClockReading: "ClockResponse",
}
NOT_GIVEN = {"ClockResponse": {"moved"}}
"""What the client reads and does not give on."""


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])[A-Z]", lambda found: f"_{found[0].lower()}", name)


@pytest.mark.parametrize(("record", "schema"), RECORDS.items(), ids=RECORDS.values())
def test_a_record_has_the_fields_of_its_schema(record: type[Any], schema: str) -> None:
    described = {snake(name) for name in SCHEMAS[schema]["properties"]} - NOT_GIVEN.get(schema, set())
    assert {field.name for field in fields(record)} == described
    always = {snake(name) for name in SCHEMAS[schema]["required"]}
    assert always == described


def test_the_client_knows_every_kind_of_fault() -> None:
    assert set(get_args(records.FaultKind)) == {kind.value for kind in FaultKind}


def test_every_record_of_the_client_is_compared() -> None:
    written = {
        record
        for record in vars(records).values()
        if isinstance(record, type) and record.__module__ == records.__name__
    }
    assert written == set(RECORDS)
