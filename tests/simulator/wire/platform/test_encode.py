"""The service catalogue, and what the traffic says of the metrics that clients send."""

import json
from dataclasses import replace

import pytest

from deskproof.simulator.domain.values import Instant
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.kernel.shapes import Anything, NoBody, NoQuery, Shape, body_of
from deskproof.simulator.wire.platform.encode import host_catalogue, metric_names
from tests.simulator.domain.story import AGENTS, MORNING, Story
from tests.simulator.wire.history.test_encode import PLACE


def request(body: Shape) -> WireRequest:
    return WireRequest(
        place=PLACE, state=Story().state, now=Instant(MORNING), next_id=str, agent_id=AGENTS["ada"], path={},
        query=NoQuery(), body=body,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ({"metrics": [{"metricName": "LOGIN_SUCCESS", "type": ["behavioral"]}]}, "LOGIN_SUCCESS"),
        ({"metrics": [{"metricName": "one"}, {"metricName": "widget.threw team-who"}]}, "one, widget.threw team-who"),
        ({"metrics": [{"metricName": f"m{n}"} for n in range(11)]}, "m0, m1, m2, m3, m4, m5, m6, m7, m8, m9"),
        ({"metrics": [{"metricName": "n" * 80}]}, "n" * 80),
        ({"metrics": [{"metricName": "n" * 81}]}, ""),
        ({"metrics": [{"metricName": "two\nlines"}, {"metricName": ""}, {"metricName": 7}, {}, "m"]}, ""),
        ({"metrics": {"metricName": "one"}}, ""),
        ({"metrics": "one"}, ""),
        ({}, ""),
    ],
)  # fmt: skip
def test_the_traffic_has_the_names_of_metrics_only(body: object, names: str) -> None:
    assert metric_names(request(body_of(Anything, json.dumps(body).encode()))) == names


def test_the_calling_host_is_in_the_catalogue_where_it_is_served_by_https() -> None:
    assert host_catalogue(request(NoBody())).host_catalog == {}
    secure = replace(request(NoBody()), place=replace(PLACE, desktop="https://t-0001.localhost:8443"))
    assert host_catalogue(secure).host_catalog == {
        "t-0001.localhost": (
            {"host": "t-0001.localhost:8443", "ttl": -1, "priority": 10, "id": "urn:TEAM:us-east-2_a:mobius"},
        )
    }
