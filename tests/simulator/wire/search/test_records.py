"""What a search finds has exactly the fields that can be asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deskproof.simulator.wire.search import records
from deskproof.simulator.wire.search.tables import SESSION, TASK
from tests.simulator.domain.story import Story
from tests.simulator.domain.test_history import whole_call
from tests.simulator.wire.search.test_encode import asked


def fields(found: Any) -> Any:
    """The names of a record's fields, also of those within it; of a list, those of its first."""
    if isinstance(found, Mapping):
        return {name: fields(value) for name, value in found.items()}
    return [fields(found[0])] if isinstance(found, list | tuple) else None


def test_a_record_has_each_field_of_its_table_and_no_other() -> None:
    request = asked("", whole_call(Story()))
    (task,) = records.tasks(request)
    (session,) = records.sessions(request)
    assert fields(task) == fields(TASK)
    assert fields(session) == fields(SESSION)
    assert (task["lastWrapUpCodeId"], task["lastWrapupCodeName"]) != (None, None)
    assert session["agentSessionId"]
