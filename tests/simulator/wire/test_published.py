"""Every published operation is answered by an entry of the catalogue, or has a reason why not."""

from collections import Counter

import pytest

from deskproof.simulator.wire.catalogue import OPERATIONS
from deskproof.simulator.wire.kernel.addresses import Service
from deskproof.simulator.wire.published import PUBLISHED, Group, Published

BY_NAME = {operation.name: operation for operation in OPERATIONS}


def test_the_control_operations_are_all_there() -> None:
    groups = Counter(one.group for one in PUBLISHED)
    assert groups[Group.AGENTS] + groups[Group.TASKS] + groups[Group.MONITORING] == 36
    assert groups == {
        Group.AGENTS: 7, Group.TASKS: 22, Group.MONITORING: 7, Group.SUBSCRIPTIONS: 12, Group.SEARCH: 1,
    }  # fmt: skip
    assert len({(one.method, one.path) for one in PUBLISHED}) == len(PUBLISHED)


@pytest.mark.parametrize("published", PUBLISHED, ids=lambda one: one.label)
def test_each_is_answered_or_refused_with_a_reason(published: Published) -> None:
    assert bool(published.by) is not bool(published.why)
    if published.by:
        operation = BY_NAME[published.by]
        assert operation.service is Service.GATEWAY
        assert operation.path.rstrip("/") == published.path
    else:
        assert published.why.endswith(".")


def test_what_is_refused_is_not_in_the_catalogue_under_another_name() -> None:
    there = {(operation.method, operation.path) for operation in OPERATIONS if operation.service is Service.GATEWAY}
    assert [one.label for one in PUBLISHED if not one.by and (one.method, one.path) in there] == []
